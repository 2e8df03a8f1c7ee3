"""Whose words stand at an offset: the innermost claim that holds it, found without walking through all claims."""

from __future__ import annotations

import re
from bisect import bisect_right
from collections.abc import Iterable, Iterator
from itertools import accumulate

from resolute.ground.origin import Span
from resolute.news.draft import Sentence
from resolute.news.terms import Claim, LawMention

__all__ = ["Cited", "Whose"]


class _Held:
    """Spans in order of their start, each with its owner; asks which of them hold an offset."""

    __slots__ = ("_ends", "_owners", "_spans", "_starts")

    def __init__(self, owned: Iterable[tuple[Span, int]]) -> None:
        """Sort the spans once."""
        both = sorted(owned, key=lambda o: (o[0].start, o[0].end, o[1]))
        self._spans = [s for s, _ in both]
        self._owners = [n for _, n in both]
        self._starts = [s.start for s in self._spans]
        self._ends = list(accumulate((s.end for s in self._spans), max))

    def at(self, offset: int) -> Iterator[tuple[Span, int]]:
        """Yield the spans that hold the offset, with their owners."""
        i = bisect_right(self._starts, offset) - 1
        while i >= 0 and self._ends[i] > offset:
            if self._spans[i].end > offset:
                yield self._spans[i], self._owners[i]
            i -= 1

    def after(self, offset: int) -> Iterator[tuple[Span, int]]:
        """Yield the spans that begin behind the offset, in order."""
        for i in range(bisect_right(self._starts, offset), len(self._spans)):
            yield self._spans[i], self._owners[i]


class Whose:
    """The claims of a text by the offsets of their words."""

    __slots__ = ("_claims", "_contents", "_sizes")

    def __init__(self, claims: tuple[Claim, ...]) -> None:
        """Index the contents of the claims."""
        self._claims = claims
        self._contents = _Held((s, n) for n, c in enumerate(claims) for s in c.content)
        self._sizes = [sum(s.end - s.start for s in c.content) for c in claims]

    def at(self, offset: int) -> Claim | None:
        """Return the innermost claim whose words hold the offset; None where the text itself speaks."""
        found = {n for _, n in self._contents.at(offset)}
        best = min(found, key=lambda n: (self._sizes[n], self._claims[n].nested_in is None, n), default=None)
        return None if best is None else self._claims[best]

    def wall(self, offset: int, silent: frozenset[str]) -> int | None:
        """Return the offset behind which words are somebody else's; None where no claim stands between.

        Inside a claim that is its end; outside of any, the start of the next. Claims of a stance in `silent` bound
        nothing, and neither does a claim whose own cue stands at the offset.
        """
        ends = [(s.end - s.start, s.end) for s, n in self._contents.at(offset) if self._claims[n].stance not in silent]
        if ends:
            return min(ends)[1]
        for span, n in self._contents.after(offset):
            if not any(s.start <= offset < s.end for s in self._claims[n].cue):
                return span.start
        return None


class Cited:
    """The mentions of law of a text by offset."""

    __slots__ = ("_held", "_mentions")

    def __init__(self, mentions: tuple[LawMention, ...]) -> None:
        """Index the mentions."""
        self._mentions = mentions
        self._held = _Held((m.span, n) for n, m in enumerate(mentions))

    def describes(self, offset: int) -> bool:
        """Say whether words describe what law forbids or orders; an act named there has not happened."""
        return any(self._mentions[n].kind in ("description", "deadline") for _, n in self._held.at(offset))

    def touches(self, sentence: Sentence) -> bool:
        """Say whether a sentence cites law by number or describes it."""
        kinds = ("number", "description")
        return any(m.kind in kinds and sentence.start <= m.span.start < sentence.end for m in self._mentions)

    def counted_from(self, sentence: Sentence, shadow: str) -> LawMention | None:
        """Return the law told in a sentence behind "since": "has shipped coal since the Council banned it"."""
        inside = (m for m in self._mentions if sentence.start < m.span.start < sentence.end and _datable(m))
        return next((m for m in inside if _SINCE.search(shadow, sentence.start, m.span.start)), None)

    def before(self, offset: int) -> LawMention | None:
        """Return the last mention before the offset that has a day or a subject."""
        found = [m for m in self._mentions if m.span.end <= offset and _datable(m)]
        return max(found, key=lambda m: m.span.end, default=None)


_SINCE = re.compile(r"\bsince (?:the )?$")


def _datable(m: LawMention) -> bool:
    kinds = ("number", "description", "deadline")
    return m.kind in kinds and (m.dated.edtf is not None or m.due is not None or bool(m.about))
