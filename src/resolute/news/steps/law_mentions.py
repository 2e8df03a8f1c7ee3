"""Words that cite law, and what the words around them say of it; whether they are right, law says.

A mention gathers what its sentence, and the sentences that go on about the same law, say: the day, the year, whom the
law is aimed at, what it is about, a deadline. What they do not say stays empty.
"""

from __future__ import annotations

import re
from bisect import bisect_left
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace

from resolute.ground.states import StateMention
from resolute.ground.time import VagueDate
from resolute.news.draft import Draft
from resolute.news.language import Language
from resolute.news.law_found import LawFound
from resolute.news.law_phrases import LawPhrases
from resolute.news.law_reader import LAST_DAY, read_sentence
from resolute.news.law_words import law_words
from resolute.news.steps.assemble import id_of
from resolute.news.terms import Dated, LawMention
from resolute.news.whose import Whose

__all__ = ["ADDS", "NEEDS", "mark_law_mentions"]

NEEDS, ADDS = {"sentences", "tokens", "states", "dates", "claims"}, {"mentions"}

_KIND = {"number": "number", "body": "body", "own": "generic", "pointing": "anaphor", "deadline": "deadline"}
# Ways of citing that the sentences around may say more of; the others mean what they say.
_WIDE = frozenset({"number", "made", "says", "duty"})
_NARROW = frozenset({"own", "body", "statute"})
_OF_ONE_LAW = 5  # sentences in a row that may go on about the same law
_AIMED = re.compile(r"\b(?:against|on|from|of|to|targeting|hit)\s+(?:the\s+)?$")


@dataclass(frozen=True, slots=True)
class _Text:
    """The text with what was looked up in it once."""

    draft: Draft
    states: tuple[StateMention, ...]
    dates: list[Dated]
    whose: Whose
    numbers: tuple[LawFound, ...]

    def dates_in(self, start: int, end: int) -> list[Dated]:
        """Return the dates that begin between two offsets."""
        first = bisect_left(self.dates, start, key=lambda d: d.span.start if d.span else 0)
        last = bisect_left(self.dates, end, key=lambda d: d.span.start if d.span else 0)
        return self.dates[first:last]

    def states_in(self, start: int, end: int) -> tuple[StateMention, ...]:
        """Return the States named between two offsets."""
        first = bisect_left(self.states, start, key=lambda m: m.start)
        return self.states[first : bisect_left(self.states, end, key=lambda m: m.start)]


def mark_law_mentions(draft: Draft, language: Language) -> Draft:
    """Add the mentions of law of title and running text."""
    if language.code != "en":
        return draft
    dates = sorted((d for d in draft.dates if d.span is not None), key=lambda d: d.span.start if d.span else 0)
    text = _Text(draft, draft.states, dates, Whose(draft.claims), ())
    found = [
        read_sentence(LawPhrases(draft, s, text.states_in(s.start, s.end), text.dates_in(s.start, s.end), text.whose))
        for s in draft.sentences
    ]
    numbers = sorted((f for fs in found for f in fs if f.way == "number"), key=lambda f: f.end)
    text = replace(text, numbers=tuple(numbers))
    clusters = _clusters(draft, found)
    mentions: list[LawMention] = []
    seen: set[tuple[str | None, bool]] = set()
    for n, of_sentence in enumerate(found):
        for f in of_sentence:
            at_large = (f.order, "resolution" in draft.text[f.start : f.end].lower())
            if f.way == "own" and f.order == "un" and at_large in seen:
                continue  # "UN sanctions" for the second time says nothing new
            seen.add(at_large)
            mentions.append(_mention(text, f, n, clusters[n]))
    return replace(draft, mentions=_with_ids(_pointed(mentions)))


# --- what the sentences around say --------------------------------------------------------------------------------


def _clusters(draft: Draft, found: Sequence[Sequence[LawFound]]) -> list[tuple[int, int]]:
    """Return for each sentence the run of sentences, first and last, that speak of the same law."""
    openings = law_words().goes_on
    out = [(n, n) for n in range(len(draft.sentences))]
    for n in range(1, len(draft.sentences)):
        s, first = draft.sentences[n], out[n - 1][0]
        words = draft.text[s.start : s.end].lower().lstrip("“\"' ")
        follows = any(words.startswith(w) and not words[len(w) : len(w) + 1].isalpha() for w in openings)
        law = any(f.way in _WIDE or f.way == "vote" for m in range(first, n) for f in found[m])
        if follows and law and s.block - draft.sentences[n - 1].block <= 1 and n - first < _OF_ONE_LAW:
            for m in range(first, n + 1):
                out[m] = (first, n)
    return out


def _mention(text: _Text, f: LawFound, n: int, cluster: tuple[int, int]) -> LawMention:
    """Return the mention with what its own words, its sentence and the sentences around say, the nearest first."""
    draft = text.draft
    own = draft.sentences[n]
    around = [(draft.sentences[m].start, draft.sentences[m].end) for m in range(cluster[0], cluster[1] + 1)]
    places = [(f.start, f.end)]
    if f.way not in _NARROW:
        places.append((own.start, own.end))
    if f.way in _WIDE or f.way == "ban":
        places += around
    context = (around[0][0], around[-1][1]) if f.way in _WIDE else (own.start, own.end)
    dated, due = _days(text, f, places)
    claim = text.whose.at(f.start)
    return LawMention(
        id="",
        span=draft.span(f.start, f.end),
        context=draft.span(*context),
        kind=_KIND.get(f.way, "description"),
        order=f.order or ("un" if f.way in ("duty", "vote", "says") else None),
        number=f.number,
        year=f.year,
        paragraph=f.paragraph,
        dated=dated,
        due=due,
        about=_first(_subjects(draft, a, b) for a, b in places),
        targets=_first(_targets(text, a, b, f) for a, b in places),
        outcome=f.outcome,
        claim=claim.id if claim else None,
    )


def _first(found: Iterator[tuple[str, ...]]) -> tuple[str, ...]:
    return next((f for f in found if f), ())


def _subjects(draft: Draft, start: int, end: int) -> tuple[str, ...]:
    found = law_words().subjects.find(draft.text[start:end])
    return tuple(dict.fromkeys(line for _, _, line in found))


def _targets(text: _Text, start: int, end: int, f: LawFound) -> tuple[str, ...]:
    """Return the States at which words aim: after "against", "on", "from", or as the adjective of what is caught."""
    out = []
    for m in text.states_in(start, end):
        if m.code in ("UN", "EU") or (f.order or "").upper() == m.code:
            continue
        before = text.draft.text[max(0, m.start - 14) : m.start].lower()
        if m.form == "adjective" or _AIMED.search(before):
            out.append(m.code)
    return tuple(dict.fromkeys(out))


# What may stand between a number and its own date: "1874 of June 2009", "2270, adopted on 2 March 2016".
_TO_DATE = re.compile(
    r"(?: ?\(\d{4}\))?,? ?(?:(?:was |were )?(?:adopted|passed|approved) )?(?:(?:of|on|in|from|dated) )?"
)


def _owner(text: _Text, offset: int) -> LawFound | None:
    """Return the number behind which a date stands as its own."""
    before = [n for n in text.numbers if n.end <= offset]
    if not before:
        return None
    last = before[-1]
    return last if _TO_DATE.fullmatch(text.draft.shadow[last.end : offset]) else None


def _days(text: _Text, f: LawFound, places: Sequence[tuple[int, int]]) -> tuple[Dated, VagueDate | None]:
    """Return the day of the law and the last day it sets, from the nearest words of the same speaker that give one.

    A date behind a number is that number's own, and no other's.
    """
    dated, due = Dated(), None
    own = next((d for d in text.dates_in(f.end, f.end + 60) if d.span and _owner(text, d.span.start) is f), None)
    speakers = (text.whose.at(f.start), text.whose.at(f.end - 1))
    for a, b in places:
        for d in text.dates_in(a, b):
            if d.span is None or d.edtf is None or text.whose.at(d.span.start) not in speakers:
                continue
            if f.way == "number" and _owner(text, d.span.start) not in (None, f):
                continue
            if LAST_DAY.match(d.span.text):
                due = due or (d.edtf if d.edtf.edtf.startswith("../") else None)
            elif dated.edtf is None and not d.edtf.edtf.endswith("/.."):
                dated = d
    if f.way == "deadline":
        return Dated(), next((d.edtf for d in text.dates_in(f.start, f.end)), None)
    if own is not None and own.edtf is not None and not LAST_DAY.match(own.span.text if own.span else ""):
        dated = own
    return dated, due if f.way in ("duty", "says", "made") else None


def _pointed(mentions: Sequence[LawMention]) -> list[LawMention]:
    """Give words that point back what the law named last before them says of itself."""
    out: list[LawMention] = []
    last: LawMention | None = None
    for m in sorted(mentions, key=lambda m: m.span):
        if m.kind == "anaphor" and last is not None and (m.dated.edtf is None or m.dated == last.dated):
            out.append(
                replace(
                    m, order=last.order, number=last.number, year=last.year, dated=last.dated, due=last.due,
                    about=last.about, targets=last.targets,
                )
            )  # fmt: skip
            continue
        out.append(m)
        last = m if m.kind in ("number", "description") else last
    return out


def _with_ids(mentions: Sequence[LawMention]) -> tuple[LawMention, ...]:
    """Give each mention its id: a hash of its own words, and which of several equals it is."""
    seen: dict[str, int] = {}
    out = []
    for m in mentions:
        words = f"{m.kind} {' '.join(m.span.text.split())}"
        seen[words] = seen.get(words, -1) + 1
        out.append(replace(m, id=id_of("law", words, seen[words])))
    return tuple(out)
