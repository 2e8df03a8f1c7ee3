"""What a speaker does with a statement: asserts, denies, admits, commits, refuses, accuses, urges, opposes, questions.

The cue says most of it ("denied", "vowed"). A plain "said" leaves it to the words said: whose act they tell, whether
they negate it, whether they promise. The rules look at the opening clause of the content; a second reading that the
words also bear stands in `also`.
"""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Sequence
from dataclasses import dataclass, replace
from functools import cache
from itertools import pairwise
from typing import Any

from resolute.ground.rows import read_yaml
from resolute.news.draft import Draft, Found, Stance
from resolute.news.language import LEXICON, Language, grow, word_set, words_table
from resolute.news.tags import (
    ADV,
    AUX,
    CAP,
    DET,
    GENITIVE,
    ING,
    MODAL,
    NEG,
    NOUN,
    PART,
    PAST,
    PLAIN,
    POSS,
    PREP,
    SUB,
    SUBJ,
    S,
)

__all__ = ["ADDS", "NEEDS", "mark_stances"]

NEEDS, ADDS = {"speakers", "tokens", "states"}, {"stances"}

_ANY_VERB = PAST | S | PLAIN | PART | ING
_PLAIN_CUES = frozenset(("asserts", "reports", "urges"))
_OPENING = 40  # tokens of a content that are looked at for its main clause


@dataclass(frozen=True, slots=True)
class _Words:
    """The lists of `stance.yaml` as bits: which lists a word stands in, and the phrases that begin with it."""

    bit: dict[str, int]
    masks: dict[str, int]
    phrases: dict[str, tuple[tuple[tuple[str, ...], int], ...]]

    def mask(self, words: Sequence[str]) -> int:
        """Return the lists of which some word or phrase stands in the words."""
        out, masks, phrases = 0, self.masks, self.phrases
        for at, word in enumerate(words):
            out |= masks.get(word, 0)
            for phrase, bit in phrases.get(word, ()):
                if tuple(words[at : at + len(phrase)]) == phrase:
                    out |= bit
        return out


@cache
def _lexicon() -> _Words:
    data: dict[str, Any] = {k: v for k, v in read_yaml(LEXICON / "stance.yaml").data.items() if k != "origin"}
    words = words_table()
    irregular, doubling = words["irregular"], frozenset(words["doubling"])
    bits = {name: 1 << i for i, name in enumerate(data)}
    masks: dict[str, int] = {}
    phrases: dict[str, list[tuple[tuple[str, ...], int]]] = {}
    for name, entries in data.items():
        for entry in entries:
            parts = tuple(entry.split())
            if len(parts) > 1:
                phrases.setdefault(parts[0], []).append((parts, bits[name]))
                continue
            forms = (
                grow(entry, irregular.get(entry), doubles=entry in doubling) if name.endswith("_verbs") else (entry,)
            )
            for form in forms:
                masks[form] = masks.get(form, 0) | bits[name]
    return _Words(bits, masks, {first: tuple(rows) for first, rows in phrases.items()})


@dataclass(frozen=True, slots=True)
class _Content:
    """The words of a content, the lists they stand in, and what its opening clause shows."""

    words: tuple[str, ...]
    mask: int
    own: bool
    other: bool
    modal: str
    negated: bool
    verb: str

    def holds(self, *names: str) -> bool:
        """Say whether a word or a phrase of one of the lists stands in it."""
        bit = _lexicon().bit
        return any(self.mask & bit[name] for name in names)

    def verb_in(self, name: str) -> bool:
        """Say whether its main verb stands in a list."""
        lexicon = _lexicon()
        return bool(lexicon.masks.get(self.verb, 0) & lexicon.bit[name])


def mark_stances(draft: Draft, _: Language) -> Draft:
    """Add to each claim its stance and the second ones that its words bear."""
    out = []
    for i, f in enumerate(draft.found):
        does, also = _stance(draft, i)
        out.append(Stance(does, tuple([a for a in also if a != does]), f.hedged or _hedged_inside(draft, f)))
    for i, f in enumerate(draft.found):  # a headline behind which its speaker stands does what its own verb does
        outer = f.nested_in
        if outer is None or draft.found[outer].rule != "headline comma":
            continue
        if f.content[0][1] == draft.found[outer].content[0][1]:
            out[outer] = out[i]
    return replace(draft, stances=tuple(out))


def _hedged_inside(draft: Draft, f: Found) -> bool:
    """Say whether the writer stands back inside the statement: "that Tokyo allegedly sent"."""
    start = f.content[0][0]
    opening = draft.shadow[start : min(f.content[0][1], start + 80)].lower()
    return "allegedly" in opening or "reportedly" in opening


def _stance(draft: Draft, number: int) -> tuple[str, tuple[str, ...]]:
    """Return stance and second stances, the cue first, then the words."""
    f = draft.found[number]
    base = f.entry.stance if f.entry is not None else "asserts"
    if f.rule == "hedge":
        return "reports", ()
    if draft.speakers[number].kind == "outlet" and base in ("asserts", "reports"):
        return "reports", ()
    content = _content(draft, number)
    if f.entry is not None and base == "denies":
        return _denied(content)
    if f.entry is not None and f.entry.lemma in ("attribute", "ascribe", "blame"):
        return ("accuses", ()) if content.holds("adverse_nouns", "adverse_words") else (base, ())
    if (
        f.negated
        and base == "asserts"
        and f.entry is not None
        and f.entry.lemma in ("recognize", "recognise", "accept")
    ):
        return "refuses", ()
    if base == "admits" and f.negated:
        return "refuses", ("denies",)
    if base not in _PLAIN_CUES or f.rule == "somebody to" or (base == "urges" and not content.own):
        return base, ()
    does, also = _of_words(f, content)
    further = (_of_words(f, _content(draft, number, [span]))[0] for span in f.content[1:])
    return does, (*also, *(s for s in dict.fromkeys(further) if s not in ("asserts", does, *also)))


def _denied(content: _Content) -> tuple[str, tuple[str, ...]]:
    """Tell what a denial or rejection is of: a charge, a request, a measure that is still to come."""
    if content.holds("charge_nouns"):
        return "denies", ()
    if content.holds("request_nouns"):
        return "refuses", ("denies",)
    if content.holds("measure_nouns") and not content.holds("adverse_verbs"):
        return "opposes", ("refuses",)
    return "denies", ()


def _of_words(f: Found, content: _Content) -> tuple[str, tuple[str, ...]]:
    """Return the stance of a plain "said" by the words said."""
    insists = f.entry is not None and f.entry.lemma in ("insist", "maintain", "declare")
    if content.holds("doubt_words"):
        return "questions", ("asserts",)
    if content.negated and content.modal in word_set("will") and content.verb_in("reluctance_verbs"):
        return "commits", ("asserts",)
    if content.own and (
        content.modal in word_set("will") or (content.holds("commit_words") and content.modal != "would")
    ):
        if content.negated:
            return ("commits", ("asserts",)) if content.holds("reluctance_verbs") else ("refuses", ("commits",))
        if not content.holds("oppose_words"):
            return "commits", ("asserts",)
    if content.own and content.negated and content.verb_in("accept_verbs"):
        return "refuses", ("commits",)
    if content.holds("oppose_words"):
        return "opposes", ("asserts", "refuses")
    if f.entry is not None and f.entry.lemma in ("clarify", "explain", "concede") and content.holds("admit_words"):
        return "admits", ("asserts",)
    if _negated_charge(content):
        return "denies", ("asserts",)
    if content.holds("urge_words") and not content.own and content.modal in ("must", "should", "ought", "") and (
        content.modal or content.verb in ("needs", "need", "has", "have", "call", "calls")
        or {"required", "must", "should", "ought", "needs"}.intersection(content.words)
    ):  # fmt: skip
        return "urges", ("asserts",)
    if content.own and content.holds("duty_nouns", "duty_verbs"):
        return ("denies", ("asserts",)) if insists or content.negated else ("asserts", ("denies",))
    if content.other and (
        (content.negated and content.holds("duty_verbs"))
        or content.verb_in("trade_verbs")
        or content.holds("adverse_verbs", "adverse_nouns", "adverse_words")
    ):
        return "accuses", ("asserts",)
    if not content.own and content.holds("adverse_words"):
        return "accuses", ("asserts",)
    return "asserts", ()


def _negated_charge(content: _Content) -> bool:
    """Say whether the words deny: "does not violate", "there were no illegal migrants"."""
    words, lexicon = content.words[:_OPENING], _lexicon()
    if words[:1] == ("there",):
        none = any(a in word_set("is") and b in ("no", "not", "nothing") for a, b in pairwise(words))
        return none and content.holds("adverse_verbs", "adverse_words", "adverse_nouns")
    if not word_set("not").intersection(words) or (content.other and not content.own):
        return False
    adverse = lexicon.bit["adverse_verbs"]
    return any(
        w in word_set("not")
        and words[i + 1 : i + 2] != ("only",)
        and any(lexicon.masks.get(v, 0) & adverse for v in words[i + 1 : i + 4])
        for i, w in enumerate(words)
    )


def _content(draft: Draft, number: int, spans: Sequence[tuple[int, int]] | None = None) -> _Content:
    """Return the words of a content and what its opening clause shows; of some of its spans where they are named.

    A quotation that goes on in a second paragraph may do there what it did not do in the first.
    """
    tokens, f = draft.tokens, draft.found[number]
    words: list[str] = []
    tags: list[int] = []
    for start, end in spans or f.content:
        first, last = tokens.at(start), bisect_left(tokens.starts, end)
        words += tokens.words[first:last]
        tags += tokens.tags[first:last]
    every = tuple(words)
    skip = _past_opening(words, tags)
    words, tags = words[skip : skip + _OPENING], tags[skip : skip + _OPENING]
    verb_at = next((i for i in range(len(words)) if _finite(words, tags, i)), None)
    modal, negated, verb = "", False, ""
    if verb_at is not None:
        for i in range(verb_at, min(len(words), verb_at + 5)):
            if words[i] in word_set("will") or tags[i] & MODAL:
                modal = modal or words[i]
            negated |= bool(tags[i] & NEG) and (i + 1 >= len(words) or words[i + 1] != "only")
            if not tags[i] & (MODAL | AUX | NEG) and tags[i] & _ANY_VERB:
                verb = words[i]
                break
    own, other = _whose(draft, number, words[: (verb_at if verb_at is not None else 6) + 1])
    return _Content(every, _lexicon().mask(every), own, other, modal, negated, verb)


def _past_opening(words: Sequence[str], tags: Sequence[int]) -> int:
    """Return where the main clause begins: behind "At the same time," and behind "It is clear that"."""
    at = 0
    while at < len(words) and not words[at][0].isalnum():
        at += 1
    if at < len(words) and words[at] in ("it", "it's") and "that" in words[at : at + 6]:
        return words.index("that", at) + 1
    if at < len(words) and tags[at] & (PREP | ADV | SUB) and not tags[at] & (DET | SUBJ):
        comma = next((i for i in range(at, min(len(words), at + 12)) if words[i] == ","), None)
        if comma is not None and comma + 1 < len(words):
            return comma + 1
    return 0


def _finite(words: Sequence[str], tags: Sequence[int], at: int) -> bool:
    tag = tags[at]
    if tag & (MODAL | AUX) or words[at] in word_set("will"):
        return True
    if tag & PLAIN and any(w in word_set("first_person") or w in ("they", "you") for w in words[max(0, at - 2) : at]):
        return True
    if not at or (tag & CAP and tags[at - 1] & CAP):
        return False
    before = tags[at - 1]
    blocked = DET | POSS | PREP | GENITIVE
    return bool(tag & (PAST | S)) and not before & blocked and not tag & NOUN


def _whose(draft: Draft, number: int, opening: Sequence[str]) -> tuple[bool, bool]:
    """Say whether the clause is about the speaker's own side, and whether about another State's."""
    f = draft.found[number]
    start, end = f.content[0]
    own_states = draft.speakers[number].state
    plain = [w for w in opening if w.isalpha() or "'" in w]
    if any(w in word_set("first_person") for w in plain[:4]) or (plain[:1] and plain[0] in word_set("third_person")):
        return True, False
    reach = min(end, start + sum(len(w) + 1 for w in opening) + 8)
    codes = [m.code for m in draft.states_in(start, reach) if m.code != "UN"]
    if any(c in own_states for c in codes[:1]):
        return True, False
    if codes:
        return False, True
    own = bool(own_states) and bool(_lexicon().mask(plain[:2]) & _lexicon().bit["own_groups"])
    if not own and plain[:1] and plain[0] in ("to",) and f.rule == "to":
        own = True
    return own, not own and any(
        w in ("countries", "nations", "states", "they", "colleagues", "west") for w in plain[:4]
    )
