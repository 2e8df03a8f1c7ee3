"""What a verb hangs on, and what that makes of it: "plans to ship", "accused of shipping", "refused to ship".

A verb that hangs on nothing is `told`. What is forbidden, asked for or only a purpose has not happened: an act is not
read out of it.
"""

from __future__ import annotations

from dataclasses import dataclass, replace

from resolute.news.clause import Group, Stretch, View, group_at, is_verb, subject_of, verb_before
from resolute.news.frames import Frames
from resolute.news.language import TAG

__all__ = ["DROPPED", "Hang", "hanging"]

_BE, _HAVE, _PREP, _COMMA, _CO, _PLAIN, _STOP = (TAG[n] for n in ("BE", "HAVE", "PREP", "COMMA", "CO", "PLAIN", "STOP"))
_COLON, _DASH, _ADV, _NEG, _TO, _MODAL, _SUBJ, _AUX = (
    TAG[n] for n in ("COLON", "DASH", "ADV", "NEG", "TO", "MODAL", "SUBJ", "AUX")
)

# From the least to the most that speaks against the act having happened; of two the later stands.
_ORDER = (
    "told", "let", "help", "hearsay", "presupposed", "ended", "planned", "omitted", "refused", "denied", "conditional",
    "hypothetical", "doubt", "purpose", "asked", "barred",
)  # fmt: skip
DROPPED = frozenset({"doubt", "purpose", "asked", "barred"})
_FAR = 14  # words between a verb and what hangs on it


@dataclass(frozen=True, slots=True, kw_only=True)
class Hang:
    """What a verb hangs on.

    `kind` is one of `_ORDER`. `subject` is who would do what the verb says; `helped` who is helped to, `letter` who
    lets it. `root` is the finite verb at the end of the chain; `negated` counts every "not" on the way.
    """

    kind: str
    subject: Stretch | None
    root: Group
    helped: Stretch | None = None
    letter: Stretch | None = None
    negated: bool = False
    modal: str = ""
    past: bool = False
    chain: tuple[int, ...] = ()
    hedged: bool = False


def hanging(view: View, group: Group, frames: Frames, depth: int = 0) -> Hang | None:
    """Return what the verb hangs on; None where the sentence is too tangled to tell."""
    if depth > 5:
        return None
    if group.form == "infinitive":
        return _infinitive(view, group, frames, depth)
    if group.form == "ing":
        return _ing(view, group, frames, depth)
    if group.form == "finite" and not group.modal and group.first == group.head and view.tags[group.head] & _PLAIN:
        bare = _bare_infinitive(view, group, frames, depth)
        if bare is not None:
            return bare
    return _finite(view, group, frames, depth)


def _worse(a: str, b: str) -> str:
    if {a, b} == {"ended", "conditional"}:  # "if China stopped selling oil" tells of no sale
        return "doubt"
    return max(a, b, key=_ORDER.index)


def _finite(view: View, group: Group, frames: Frames, depth: int) -> Hang | None:
    """A finite verb: its own subject, or that of the verb before it: "bought coal and shipped it"."""
    if group.subject_inside:
        subject: Stretch | None = (group.first, group.first + 1)
        if view.tags[group.first] & TAG["CONTRACTED"] and not view.tags[group.first] & _SUBJ:
            subject = subject_of(view, group.first)
    else:
        subject = subject_of(view, group.first)
    if subject is None:
        before = _shared(view, group, frames, depth)
        if before is not None:
            return before
    kind, hedged = _clause_kind(view, group, subject, frames), False
    if frames.words["hearsay_adverbs"] & set(group.adverbs):
        kind, hedged = _worse(kind, "hearsay"), True
    return Hang(
        hedged=hedged,
        kind=kind, subject=subject, root=group, negated=group.negated, modal=group.modal, past=group.past,
        chain=(group.head,),
    )  # fmt: skip


def _shared(view: View, group: Group, frames: Frames, depth: int) -> Hang | None:
    """The second of two verbs under one subject: it hangs as the first does."""
    at = group.first - 1
    while at >= 0 and (view.tags[at] & (_CO | _COMMA | _ADV) or view.words[at] == "then"):
        at -= 1
    before = verb_before(view, at + 1)
    if before is None or group.first - before > 2 * _FAR:
        return None
    first = group_at(view, before, view.tags[before])
    sub = hanging(view, first, frames, depth + 1) if first is not None else None
    if sub is None:
        return None
    own = group.form == "finite" and (group.modal or group.past)
    return replace(
        sub,
        kind="told" if own and sub.kind in ("planned", "refused") else sub.kind,
        negated=group.negated,
        modal=group.modal or ("" if own else sub.modal),
        past=group.past or (sub.past and not group.modal),
        chain=(group.head, *sub.chain),
    )


def _clause_kind(view: View, group: Group, subject: Stretch | None, frames: Frames) -> str:
    """Say whether the clause is opened by "if", "whether", "no evidence that"."""
    start = subject[0] if subject else group.first
    before = view.words[start - 1] if start else ""
    if before in frames.words["doubt"]:
        return "doubt"
    if before in frames.words["conditional"]:
        return "conditional"
    if before == "that" and _nothing_known(view, start - 2, frames):
        return "hypothetical"
    return "conditional" if _if_behind(view, group.last) else "told"


def _nothing_known(view: View, noun: int, frames: Frames) -> bool:
    """Say whether "no evidence that", "no sign that" opens the clause."""
    if noun < 1 or view.words[noun] not in frames.words["evidence"]:
        return False
    return any(view.words[j] in ("no", "any", "without", "little") for j in range(max(0, noun - 4), noun))


def _if_behind(view: View, at: int) -> bool:
    """Say whether "if" follows in the same clause."""
    for j in range(at, len(view)):
        if view.words[j] in ("if", "unless"):
            return True
        if is_verb(view, j) and not view.tags[j] & TAG["PART"]:
            return False
    return False


def _infinitive(view: View, group: Group, frames: Frames, depth: int) -> Hang | None:
    at = (group.to or group.first) - 1
    while at >= 0 and view.tags[at] & (_ADV | _NEG) and not is_verb(view, at):
        at -= 1
    if at < 0:
        return None
    word = view.words[at]
    own_negation = group.negated
    if word in ("order", "as") and at and view.words[at - 1] in ("in", "so"):
        return _on(view, at - 1, "purpose", group, frames, depth)
    if view.tags[at] & _HAVE and not is_past_participle(view, at):
        return _obliged(view, at, group, frames, depth)
    if word in frames.governing_adjectives and not (is_verb(view, at) and word in frames.governing_verbs):
        return _on(view, at, frames.governing_adjectives[word], group, frames, depth)
    if view.tags[at] & _BE:
        return _on(view, at, "planned", group, frames, depth, inclusive=True)
    if is_verb(view, at) and word in frames.governing_verbs:
        return _governed(view, at, group, frames, depth)
    if word in frames.governing_nouns:
        kind = frames.governing_nouns[word]
        refuser = _refuser(view, at, frames) if kind == "asked" else None
        if refuser is not None:
            return _on(view, refuser, "refused", group, frames, depth, inclusive=True)
        return _on(view, at, {"tried": "planned", "done": "told"}.get(kind, kind), group, frames, depth, noun=at)
    asked = next(
        (j for j in range(at, max(-1, at - 8), -1) if frames.governing_nouns.get(view.words[j]) == "asked"), None
    )
    refuser = _refuser(view, asked, frames) if asked is not None else None
    if refuser is not None:
        return _on(view, refuser, "refused", group, frames, depth, inclusive=True)
    controlled = _object_control(view, at + 1, group, frames, depth)
    if controlled is not None:
        return replace(controlled, negated=controlled.negated or own_negation)
    return _on(view, at, "purpose", group, frames, depth)


def _refuser(view: View, noun: int, frames: Frames) -> int | None:
    """Return the verb that turns a request down: "rejected all requests to give"."""
    at = verb_before(view, noun)
    near = at is not None and noun - at <= _FAR
    return at if near and "refused" in frames.governing_verbs.get(view.words[at or 0], ()) else None


def is_past_participle(view: View, at: int) -> bool:
    """Say whether "had" is a participle: "has had to"."""
    return view.words[at] == "had" and at > 0 and bool(view.tags[at - 1] & _HAVE)


def _obliged(view: View, at: int, group: Group, frames: Frames, depth: int) -> Hang | None:
    """Read "had to": "had to stay" was so; "will have to send" is to come; "have to send" is a duty."""
    root = _group_around(view, at)
    if root is None:
        return None
    sub = _finite(view, root, frames, depth)
    if sub is None:
        return None
    kind = "told" if view.words[at] == "had" else "planned" if root.modal else "asked"
    return replace(sub, kind=_worse(kind, sub.kind), negated=group.negated or sub.negated, past=view.words[at] == "had",
                   chain=(group.head, *sub.chain))  # fmt: skip


def _group_around(view: View, at: int) -> Group | None:
    """Return the group of an auxiliary that works as a verb of its own."""
    first, modal, negated, adverbs = at, "", False, []
    j = at - 1
    while j >= 0 and (view.tags[j] & (_AUX | _MODAL | _NEG) or (view.tags[j] & _ADV and not view.tags[j] & _SUBJ)):
        modal = view.words[j] if view.tags[j] & _MODAL else modal
        negated = negated or bool(view.tags[j] & _NEG)
        adverbs.append(view.words[j])
        first = j
        j -= 1
    past = view.words[at] in ("was", "were", "had", "been", "wasn't", "weren't")
    negated = negated or bool(view.tags[at] & _NEG)
    return Group(
        first=first,
        head=at,
        last=at + 1,
        form="finite",
        modal=modal,
        negated=negated,
        past=past,
        adverbs=tuple(adverbs),
    )


def _on(
    view: View,
    at: int,
    kind: str,
    group: Group,
    frames: Frames,
    depth: int,
    *,
    inclusive: bool = False,
    noun: int | None = None,
) -> Hang | None:
    """Hang on the nearest verb before a position, with the kind that the word at it gives."""
    before = at if inclusive else next((j for j in range(at - 1, -1, -1) if is_verb(view, j)), None)
    if before is None or at - before > _FAR:
        if noun is not None and kind not in DROPPED:
            return Hang(
                kind=kind, subject=(max(0, noun - 6), noun), root=group, negated=group.negated, chain=(group.head,)
            )
        return Hang(kind=kind, subject=None, root=group, chain=(group.head,)) if kind in DROPPED else None
    root = (
        _group_around(view, before)
        if view.tags[before] & (_AUX | _MODAL)
        else group_at(view, before, view.tags[before])
    )
    sub = hanging(view, root, frames, depth + 1) if root is not None else None
    if sub is None:
        return None
    return replace(
        sub, kind=_worse(kind, sub.kind), negated=group.negated or sub.negated, chain=(group.head, *sub.chain)
    )


def _kind_of(kinds: tuple[str, ...], *, passive: bool, with_object: bool) -> str:
    """Choose what a verb makes of the one that hangs on it: "was told to", "said to have", "wants him to"."""
    order: tuple[str, ...]
    if passive:
        order = ("asked", "barred", "let", "hearsay", "planned", "done", "help", "refused", "omitted", "ended")
    elif with_object:
        order = ("asked", "let", "help", "barred", "hearsay", "planned", "done")
    else:
        order = (
            "planned",
            "refused",
            "omitted",
            "done",
            "help",
            "ended",
            "eager",
            "denied",
            "asked",
            "barred",
            "hearsay",
            "let",
        )
    return next((k for k in order if k in kinds), kinds[0])


def _governed(view: View, at: int, group: Group, frames: Frames, depth: int) -> Hang | None:
    """An infinitive directly behind its governor: "agreed to ship", "is expected to ship"."""
    root = group_at(view, at, view.tags[at])
    if root is None:
        return None
    sub = hanging(view, root, frames, depth + 1)
    if sub is None:
        return None
    passive = root.passive or (root.form == "participle" and bool(view.tags[at - 1] & _BE if at else 0))
    kinds = frames.governing_verbs[view.words[at]]
    kind = _kind_of(kinds, passive=passive, with_object=False)
    negated = sub.negated
    if kind == "eager":
        kind, negated = ("planned", False) if sub.negated else ("hypothetical", False)
    if kind == "refused" and sub.negated:
        kind, negated = "told", False
    if kind == "asked" and not passive:  # "asked to ship", "wants to ship": who asks would do it
        kind = "planned"
    if kind == "let":
        kind = "told"
    if kind == "done" or kind == "help":
        kind = "told"
    if kind == "forborne":
        kind, negated = "told", not negated
    past = sub.past if kind in ("told", "refused") else False
    return replace(sub, kind=_worse(kind, sub.kind), negated=negated or group.negated, past=past or group.perfect,
                   chain=(group.head, *sub.chain))  # fmt: skip


def _object_control(view: View, end: int, group: Group, frames: Frames, depth: int) -> Hang | None:
    """Somebody made, asked or allowed to: the subject stands between the governor and the verb."""
    at = verb_before(view, end)
    if at is None or end - at > _FAR or view.words[at] not in frames.governing_verbs:
        return None
    if any(view.tags[j] & (_COMMA | _STOP | _COLON) for j in range(at, end)):
        return None
    root = group_at(view, at, view.tags[at])
    sub = hanging(view, root, frames, depth + 1) if root is not None else None
    if root is None or sub is None:
        return None
    kind = _kind_of(frames.governing_verbs[view.words[at]], passive=False, with_object=True)
    own: Stretch | None = (root.last, end) if root.last < end else None
    if own is not None and view.words[own[0]] in ("on", "upon", "for"):
        own = (own[0] + 1, own[1]) if own[0] + 1 < own[1] else None
    chain = (group.head, *sub.chain)
    if kind == "help":
        return replace(
            sub, kind=_worse("help", sub.kind), helped=own, negated=sub.negated or group.negated, chain=chain
        )
    if kind == "let":
        return replace(sub, kind=_worse("let", sub.kind), subject=own, letter=sub.subject, chain=chain)
    if kind == "done":  # "used a firm to ship"
        return replace(sub, chain=chain)
    if kind in ("planned", "hearsay"):
        kind = "asked" if kind == "planned" else kind
        return replace(sub, kind=_worse(kind, sub.kind), subject=own, negated=sub.negated, chain=chain)
    return replace(sub, kind=_worse(kind, sub.kind), subject=own, chain=chain)


def _bare_infinitive(view: View, group: Group, frames: Frames, depth: int) -> Hang | None:
    """Behind "help" and "let" the infinitive has no "to": "helped refuel", "let the ship dock"."""
    at = next(
        (
            j
            for j in range(group.first - 1, max(-1, group.first - 10), -1)
            if is_verb(view, j) and view.words[j] in frames.governing_verbs
        ),
        None,
    )
    if at is None:
        return None
    kinds = frames.governing_verbs[view.words[at]]
    if not {"help", "let"} & set(kinds) or any(view.tags[j] & (_COMMA | _STOP | _CO) for j in range(at, group.first)):
        return None
    root = group_at(view, at, view.tags[at])
    sub = hanging(view, root, frames, depth + 1) if root is not None else None
    if root is None or sub is None:
        return None
    own = (root.last, group.first) if root.last < group.first else None
    chain = (group.head, *sub.chain)
    if "help" in kinds:
        return replace(sub, kind=_worse("help", sub.kind), helped=own, chain=chain)
    return replace(sub, kind=_worse("let", sub.kind), subject=own, letter=sub.subject, chain=chain)


def _ing(view: View, group: Group, frames: Frames, depth: int) -> Hang | None:
    at = group.first - 1
    while at >= 0 and view.tags[at] & _ADV and not view.tags[at] & _PREP and not is_verb(view, at):
        at -= 1
    if at < 0:
        return _opening(view, group, frames, depth)
    word, tag = view.words[at], view.tags[at]
    if tag & (_COMMA | _CO | _DASH) or word in ("then", "while", "when"):
        twin = _twin(view, at)
        return _on(view, at + 1 if twin is None else twin, "told", group, frames, depth, inclusive=twin is not None)
    if word in frames.before_ing or tag & _PREP:
        return _behind_preposition(view, at, group, frames, depth)
    if is_verb(view, at):
        kinds = frames.governing_verbs.get(word)
        if not kinds:
            return None
        kind = {"done": "told", "planned": "planned", "eager": "planned", "barred": "barred"}.get(
            k := _kind_of(kinds, passive=False, with_object=False), k
        )
        return _on(view, at, kind, group, frames, depth, inclusive=True)
    return _reduced_relative(view, group)


def _twin(view: View, before: int) -> int | None:
    """Return the other of two "-ing" forms that stand side by side: "by buying coal, then shipping it"."""
    return next(
        (
            j
            for j in range(before - 1, max(-1, before - 2 * _FAR), -1)
            if is_verb(view, j) and view.tags[j] & TAG["ING"] and not view.tags[j] & _AUX
        ),
        None,
    )


def _opening(view: View, group: Group, frames: Frames, depth: int) -> Hang | None:
    """Read "Supplying coal, Russia broke the rules"; "Supplying coal would break the rules" tells of no supply."""
    comma = next((j for j in range(group.last, len(view)) if view.tags[j] & _COMMA), None)
    nxt = next((j for j in range(group.last, len(view)) if is_verb(view, j)), None)
    if comma is None or nxt is None or nxt < comma:
        return Hang(kind="purpose", subject=None, root=group, chain=(group.head,))
    main = group_at(view, nxt, view.tags[nxt])
    sub = _finite(view, main, frames, depth) if main is not None and main.form == "finite" else None
    return replace(sub, chain=(group.head, *sub.chain)) if sub else None


def _behind_preposition(view: View, at: int, group: Group, frames: Frames, depth: int) -> Hang | None:
    word = view.words[at]
    verb = verb_before(view, at)
    kinds = frames.governing_verbs.get(view.words[verb], ()) if verb is not None else ()
    root = group_at(view, verb, view.tags[verb]) if verb is not None else None
    near = verb is not None and at - verb <= _FAR and not any(view.tags[j] & (_COMMA | _STOP) for j in range(verb, at))
    if word == "of" and near and root is not None and "hearsay" in kinds:
        sub = hanging(view, root, frames, depth + 1)
        own = (root.last, at) if root.last < at else None
        if sub is None:
            return None
        passive = root.passive or own is None
        return replace(sub, kind=_worse("hearsay", sub.kind), subject=sub.subject if passive else own,
                       negated=group.negated or sub.negated, chain=(group.head, *sub.chain))  # fmt: skip
    if word == "in" and near:
        return _on(view, at, "told", group, frames, depth)
    if word == "from" and near and "forborne" in kinds:
        hang = _on(view, at, "told", group, frames, depth)
        return replace(hang, negated=not hang.negated) if hang else None
    kind = {"done": "told"}.get(k := frames.before_ing.get(word, "barred"), k)
    if kind == "presupposed" and near and root is not None:
        sub = hanging(view, root, frames, depth + 1)
        if sub is None:
            return None
        own = (_phrase_start(view, at, root.last), at)
        subject = sub.subject if root.passive or own[0] >= own[1] else own
        return replace(sub, kind=_worse("presupposed", sub.kind), subject=subject, chain=(group.head, *sub.chain))
    return _on(view, at, kind, group, frames, depth)


def _phrase_start(view: View, end: int, low: int) -> int:
    """Return where the noun phrase that ends at a position begins, behind its preposition."""
    return next((j + 1 for j in range(end - 1, low - 1, -1) if view.tags[j] & _PREP and view.words[j] != "of"), low)


def _reduced_relative(view: View, group: Group) -> Hang | None:
    """Read "ships carrying coal": the noun before is the subject; the clause around it tells nothing of the act."""
    subject = subject_of(view, group.first)
    if subject is None:
        return None
    start = _phrase_start(view, group.first, subject[0])
    return Hang(kind="told", subject=(start, group.first), root=group, negated=group.negated, chain=(group.head,))
