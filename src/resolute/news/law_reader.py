"""The ways in which one sentence cites law, each read by itself: numbers, names, verbs of law, nouns, deadlines."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import replace

from resolute.news.clause import Group, Segment, Stretch, group_at, is_verb
from resolute.news.frames import load_frames
from resolute.news.hanging import Hang, hanging
from resolute.news.language import TAG
from resolute.news.law_found import LawFound, numbers_in
from resolute.news.law_phrases import LawPhrases
from resolute.news.law_words import LawVerb

__all__ = ["LAST_DAY", "read_sentence"]

LAST_DAY = re.compile(r"(?i)(?:by|no later|not later|until|till|before|within)\b")
# Of mentions that overlap, the surer way of citing stands.
_RANK = ("number", "vote", "ending", "duty", "made", "says", "ban", "statute", "body", "own", "pointing", "deadline")
# A verb of law that hangs on these tells of no law made.
_UNMADE = frozenset({"asked", "barred", "conditional", "doubt", "hypothetical", "purpose", "planned"})
_PLAIN = ~(TAG["NOUN"] | TAG["PLAIN"] | TAG["S"])
_SUBJECT_WORDS = 8  # words behind "ban on" in which its subject is looked for


def read_sentence(phrases: LawPhrases) -> list[LawFound]:
    """Return the mentions of one sentence, none touching another, in order."""
    if not len(phrases.view):
        return []
    every = [
        *numbers_in(phrases.text, phrases.low), *_named(phrases), *_verbs(phrases), *_nouns(phrases),
        *_deadlines(phrases),
    ]  # fmt: skip
    every.sort(key=lambda f: (_RANK.index(f.way), f.start - f.end, f.start))
    kept: list[LawFound] = []
    for f in every:
        if not any(f.start < k.end and k.start < f.end for k in kept):
            kept.append(f)
    return sorted(kept, key=lambda f: f.start)


def _marked(p: LawPhrases, stretch: Stretch, way: str, order: str | None, outcome: str | None = None) -> LawFound:
    start, end = p.offsets(stretch)
    return LawFound(start=start, end=end, way=way, order=order, outcome=outcome)


# --- names -------------------------------------------------------------------------------------------------------


def _named(p: LawPhrases) -> Iterator[LawFound]:
    """Bodies that watch, statutes, and words that point back."""
    for a, b, order in p.found(p.words.watchers):
        i = p.view.at(a)
        while i > 0 and p.view.words[i - 1] in p.words.before_watchers:
            i -= 1
        yield LawFound(start=min(a, p.view.starts[i]), end=b, way="body", order=order or None)
    for a, b, order in p.found(p.words.statutes):
        yield LawFound(start=a, end=b, way="statute", order=order)
    for a, b, _ in p.found(p.words.pointing):
        yield LawFound(start=a, end=b, way="pointing")


# --- verbs -------------------------------------------------------------------------------------------------------


def _verbs(p: LawPhrases) -> Iterator[LawFound]:
    for i, word in enumerate(p.view.words):
        for verb in p.words.verbs.get(word, ()):
            group = group_at(p.view, i, verb.tag, verb.particle)
            found = _by_verb(p, verb, group) if group is not None else None
            if found is not None:
                yield found
                break


def _by_verb(p: LawPhrases, verb: LawVerb, group: Group) -> LawFound | None:
    ends = p.ends(group.last)
    obj: Stretch | None = (ends[0].start, ends[0].end) if ends and not ends[0].prep else None
    does = frozenset(verb.does)
    if "oblige" in does and (duty := _duty(p, group, obj)) is not None:
        return duty
    reduced = group.form == "participle" and obj is None
    form = "ing" if reduced else "finite" if group.form == "participle" else group.form
    hang = hanging(p.view, replace(group, form=form), load_frames())
    if hang is None or hang.kind in _UNMADE or hang.modal:
        return None
    makes = bool(does & {"make", "ban", "end"})
    if group.passive or reduced:
        return _made(p, verb, group, ends, hang, reduced=reduced) if makes else None
    if obj is None:
        return None
    if does & {"veto", "draft"} or (hang.negated and "make" in does):
        return _vote(p, does, obj, ends, hang)
    past = group.past or hang.past
    return _enacted(p, verb, hang, obj, ends) if makes and past and hang.subject is not None else None


def _enacted(p: LawPhrases, verb: LawVerb, hang: Hang, obj: Stretch, ends: list[Segment]) -> LawFound | None:
    """Read "the Security Council banned coal exports in August", "Japan imposed sanctions on two banks"."""
    subject = hang.subject or obj
    order, inst, last = p.maker(subject), p.instrument(obj), p.end_of(ends, obj[1])
    if order is None or hang.negated or hang.kind == "refused":
        return None
    about = bool(p.about((subject[0], last)))
    if inst is None and not ("ban" in verb.does and (about or p.names_goods(obj))):
        return None
    if inst in p.words.plain and order not in ("un", "eu") and not about:
        return None
    start, end = p.offsets((subject[0], last))
    start = p.with_opening(start)
    if not p.dated(start, end) and "ban" not in verb.does:
        return _marked(p, (obj[0], last), "own", order)  # "Japan imposed sanctions": which, nobody says
    outcome = "adopted" if verb.lemma in p.words.adopting else None
    return LawFound(start=start, end=end, way="made", order=order, outcome=outcome)


def _made(
    p: LawPhrases, verb: LawVerb, group: Group, ends: list[Segment], hang: Hang, *, reduced: bool
) -> LawFound | None:
    """Read "sanctions were first imposed in 2006", "restrictions imposed by the U.N. on December 22"."""
    at = p.instrument_at(hang.subject) if hang.subject is not None and not hang.negated else None
    if at is None:
        return None
    by = next(((s.start, s.end) for s in ends if s.prep == "by"), None)
    order = (p.maker(by) if by else None) or p.owner(at)
    first = p.phrase_start(at)
    start, end = p.offsets((first, p.end_of(ends, group.last)))
    ordinal = bool({*p.view.words[first:at], *group.adverbs} & p.words.ordinal)
    dated = p.dated(start, end)
    if order is None and not (dated and "resolution" in (p.instrument((first, group.first)) or "")):
        return None
    if dated or ordinal:
        outcome = "adopted" if verb.lemma in p.words.adopting else None
        return LawFound(start=start, end=end, way="made", order=order or "un", outcome=outcome)
    return LawFound(start=start, end=end, way="own", order=order) if reduced else None


def _vote(p: LawPhrases, does: frozenset[str], obj: Stretch, ends: list[Segment], hang: Hang) -> LawFound | None:
    """Read "vetoed a draft resolution", "refrained from passing another resolution", "circulated a draft"."""
    inst = p.instrument(obj)
    drafted = "draft" in does
    if inst is None or (drafted and (hang.negated or inst == "sanction")):
        return None
    council = "council" in p.text.lower() or "resolution" in p.text.lower()
    if inst in p.words.plain and not council and not p.about((obj[0], p.end_of(ends, obj[1]))):
        return None
    last = p.end_of(ends, obj[1])
    if obj[1] < len(p.view) and p.view.words[obj[1]] in ("that", "which"):
        last = max(last, p.verb_end(obj[1]))
    outcome = "vetoed" if "veto" in does else "drafted" if drafted else "withheld"
    return _marked(p, (obj[0], last), "vote", "un", outcome)


def _duty(p: LawPhrases, group: Group, obj: Stretch | None) -> LawFound | None:
    """Read "all states were ordered to repatriate workers by ...", "require third countries to abandon ..."."""
    if group.passive:
        hang = hanging(p.view, replace(group, passive=False), load_frames())
        who, to = (hang.subject if hang else None), group.last
        start = who[0] if who else 0
    else:
        who, to, start = obj, (obj[1] if obj else 0), group.head
    if who is None or not p.addressee(who) or to >= len(p.view) or p.view.words[to] != "to":
        return None
    return _marked(p, (start, p.verb_end(to)), "duty", p.maker_before(start))


# --- nouns -------------------------------------------------------------------------------------------------------


def _nouns(p: LawPhrases) -> Iterator[LawFound]:
    for a, b, word in p.instruments:
        i = p.view.at(a)
        if i < len(p.view):
            found = _noun(p, word, p.phrase_start(i), i, p.view.at(b - 1) + 1)
            if found is not None:
                yield found


def _noun(p: LawPhrases, word: str, first: int, i: int, after: int) -> LawFound | None:
    """Read what a noun phrase says by itself: "re-imposition of sanctions", "ban on coal", "resolution prohibiting"."""
    if word == "sanction" and (at := _ended(p, first, i)) is not None:
        return _marked(p, (at, after), "ending", p.owner(i), p.words.endings[p.view.words[at]])
    order = p.owner(i)
    if word.endswith(" embargo"):
        return _marked(p, (first, after), "ban", order)
    if (
        {p.view.words[i], p.view.words[after - 1]} & p.words.bans
        and after < len(p.view)
        and p.view.words[after] == "on"
    ):
        ends = p.ends(after)
        if p.about((after, min(p.end_of(ends, after), after + _SUBJECT_WORDS))):
            return _marked(p, (first, p.end_of(ends[:1], after)), "ban", order)
    if "resolution" in word and (saying := _saying(p, after)) is not None:
        return _marked(p, (first, saying), "says", order or "un")
    if word not in p.words.plain:
        of = p.body_behind(after)
        if of is not None:
            return _marked(p, (first, of[1]), "own", of[0])
        if order is not None and not _is_part(p, after):
            return _marked(p, (first, _aimed(p, after)), "own", order)
    if p.words.unilateral & set(p.view.words[first:i]):
        return _marked(p, (first, after), "own", None)
    return None


def _ended(p: LawPhrases, first: int, i: int) -> int | None:
    """Return the position of "re-imposition" in "re-imposition of the sanctions"."""
    for at in (first - 2, i - 2):
        if at >= 0 and p.view.words[at + 1] == "of" and p.view.words[at] in p.words.endings:
            return at
    return None


def _saying(p: LawPhrases, after: int) -> int | None:
    """Return the end of what a resolution is said to order: "prohibiting the hiring of ..."."""
    at = after + 1 if after < len(p.view) and p.view.words[after] in ("that", "which") else after
    if at >= len(p.view):
        return None
    verb = next((v for v in p.words.verbs.get(p.view.words[at], ()) if "say" in v.does), None)
    if verb is None or (at == after and not verb.tag & TAG["ING"]):
        return None
    last = p.end_of(p.ends(at + 1), at + 1)
    return last if p.about((at, last)) else None


def _is_part(p: LawPhrases, after: int) -> bool:
    """Say whether the noun only qualifies another: "sanctions committee", "sanctions list"."""
    if after >= len(p.view):
        return False
    plain = not p.view.tags[after] & _PLAIN and p.view.words[after].isalpha()
    return plain and not is_verb(p.view, after) and p.view.words[after] not in ("if", "so")


def _aimed(p: LawPhrases, after: int) -> int:
    """Return the end of "sanctions imposed on ...", "sanctions on ..."."""
    view = p.view
    at = after + 1 if after < len(view) and view.words[after] == "imposed" else after
    if at + 1 < len(view) and view.words[at] in ("on", "against"):
        ends = p.ends(at + 1)
        return ends[0].end if ends else after
    return after


def _deadlines(p: LawPhrases) -> Iterator[LawFound]:
    """A last day, in a sentence on workers that tells a duty: "send all workers home by the end of 2019"."""
    if not p.words.duty_told & set(p.view.words) or "workers" not in {line for _, _, line in p.found(p.words.subjects)}:
        return
    for d in p.dates:
        last_day = d.span is not None and d.edtf is not None and d.edtf.edtf.startswith("../")
        if d.span is not None and last_day and LAST_DAY.match(d.span.text):
            yield LawFound(start=d.span.start, end=d.span.end, way="deadline")
