"""One sentence as a lawyer reads it: who makes law in it, what the law is called, what it is about, which days."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from resolute.ground.goods import find_goods
from resolute.ground.states import StateMention
from resolute.ground.text import Phrases
from resolute.news.clause import Segment, Stretch, complements, is_verb, view_of
from resolute.news.draft import Draft, Sentence
from resolute.news.language import TAG
from resolute.news.law_words import law_forms, law_words
from resolute.news.terms import Dated
from resolute.news.whose import Whose

__all__ = ["LawPhrases"]

_NAMES = frozenset({"name", "capital", "seat", "epithet"})
_SHORT = frozenset({"US", "UN", "EU", "GB"})
_PREP = TAG["PREP"]


class LawPhrases:
    """Looks up one sentence once. `dates` are those of the sentence, `states` those of the text that stand in it."""

    __slots__ = ("bodies", "dates", "draft", "high", "instruments", "low", "states", "text", "view", "whose", "words")

    def __init__(
        self, draft: Draft, sentence: Sentence, states: Sequence[StateMention], dates: Sequence[Dated], whose: Whose
    ) -> None:
        """Find law-makers and instruments in the sentence."""
        self.draft, self.whose, self.dates, self.words = draft, whose, dates, law_words()
        self.low, self.high = sentence.start, sentence.end
        self.text = (draft.shadow or draft.text)[self.low : self.high]
        self.view = view_of(draft, sentence, law_forms())
        self.states = [m for m in states if self.low <= m.start < self.high]
        self.bodies = list(self.found(self.words.bodies))
        self.instruments = list(self.found(self.words.instruments))

    def found(self, phrases: Phrases[str]) -> Iterator[tuple[int, int, str]]:
        """Yield where phrases stand, as offsets of the document, with their values."""
        for a, b, value in phrases.find(self.text):
            yield self.low + a, self.low + b, value

    # --- positions ---------------------------------------------------------------------------------------------

    def offsets(self, stretch: Stretch) -> tuple[int, int]:
        """Return start and end of positions; of none, those of the first word."""
        return self.view.offsets((stretch[0], max(stretch[1], stretch[0] + 1)))

    def ends(self, at: int) -> list[Segment]:
        """Return the phrases behind a position up to the end of its clause."""
        return complements(self.view, at, len(self.view))

    def end_of(self, ends: Sequence[Segment], otherwise: int) -> int:
        """Return where the last of some phrases ends."""
        return max([otherwise, *(s.end for s in ends)])

    def verb_end(self, at: int) -> int:
        """Return where the phrases behind the next verb end: of "to repatriate ..." or "that addresses ..."."""
        verb = next((j for j in range(at + 1, min(at + 6, len(self.view))) if is_verb(self.view, j)), at)
        return self.end_of(self.ends(verb + 1), verb + 1)

    # --- law-makers --------------------------------------------------------------------------------------------

    def order_of(self, code: str) -> str:
        """Return the legal order of a State."""
        return self.words.orders.get(code, code.lower())

    def maker(self, stretch: Stretch) -> str | None:
        """Return the legal order of whoever a phrase names as its law-maker; "we" is the speaker's State."""
        start, end = self.offsets(stretch)
        body = next((order for a, b, order in self.bodies if start <= a and b <= end), None)
        if body is not None:
            return body
        if self.view.words[stretch[0]] in ("we", "we've"):
            claim = self.whose.at(start)
            own = claim.on_behalf_of if claim else ()
            return self.order_of(own[0]) if len(own) == 1 else None
        codes = {m.code for m in self.states if start <= m.start and m.end <= end and m.form != "demonym"}
        return self.order_of(codes.pop()) if len(codes) == 1 else None

    def owner(self, i: int) -> str | None:
        """Return the order that the words before an instrument name: "UN sanctions", "American sanctions"."""
        start, end = self.view.starts[self.phrase_start(i)], self.view.starts[i]
        body = next((order for a, b, order in self.bodies if start <= a and b <= end + 2), None)
        if body is not None:
            return body
        found = [m for m in self.states if start <= m.start and m.end <= end + 2]
        return self.order_of(found[-1].code) if found and self._owns(found[-1]) else None

    def _owns(self, m: StateMention) -> bool:
        """Say whether a State before "sanctions" makes them: "American", "Japan's"; not "North Korea sanctions"."""
        if m.form == "adjective" or m.code in _SHORT:
            return True
        return m.form in _NAMES and self.draft.text[m.end : m.end + 1] in ("'", "’")

    def maker_before(self, position: int) -> str | None:
        """Return the order of a law-maker named before in the sentence."""
        offset = self.view.starts[position]
        return next((order for a, _, order in reversed(self.bodies) if a < offset), None)

    def body_behind(self, after: int) -> tuple[str, int] | None:
        """Return the order and the end of "... of the Security Council" behind a position."""
        if after + 1 >= len(self.view) or self.view.words[after] != "of":
            return None
        start = self.view.starts[after]
        found = next(((b, order) for a, b, order in self.bodies if start <= a <= start + len("of the ")), None)
        return (found[1], self.view.at(found[0] - 1) + 1) if found else None

    # --- instruments -------------------------------------------------------------------------------------------

    def phrase_start(self, i: int) -> int:
        """Return where the noun phrase of an instrument begins, its owner and its qualifiers counted in."""
        first = i
        while first > 0:
            start, end = self.view.starts[first - 1], self.view.ends[first - 1]
            owner = any(a <= start and end <= b + 2 for a, b, _ in self.bodies)
            owner = owner or any(m.start <= start and end <= m.end + 2 for m in self.states)
            word = self.view.words[first - 1]
            if word == "of" or (not owner and word not in self.words.qualifiers):
                break
            first -= 1
        return first

    def instrument(self, stretch: Stretch) -> str | None:
        """Return the first instrument that is the head of a phrase."""
        if stretch[0] >= stretch[1]:
            return None
        a, b = self.offsets(stretch)
        found = next(((s, w) for s, e, w in self.instruments if a <= s and e <= b), None)
        if found is None:
            return None
        before = range(stretch[0], self.view.at(found[0]))
        return None if any(self._parts(j) for j in before) else found[1]

    def instrument_at(self, stretch: Stretch) -> int | None:
        """Return the position of the last instrument before "on" or "against" in a phrase."""
        a, b = self.offsets(stretch)
        end = next((j for j in range(*stretch) if self.view.words[j] in ("on", "against")), stretch[1])
        found = [i for s, e, _ in self.instruments if a <= s and e <= b and (i := self.view.at(s)) < end]
        return found[-1] if found else None

    def _parts(self, j: int) -> bool:
        return bool(self.view.tags[j] & _PREP) and self.view.words[j] != "of"

    # --- what it is about --------------------------------------------------------------------------------------

    def about(self, stretch: Stretch) -> tuple[str, ...]:
        """Return the subjects that a phrase names, as the lines of the law base."""
        if stretch[0] >= stretch[1]:
            return ()
        a, b = self.offsets(stretch)
        return tuple(dict.fromkeys(line for s, e, line in self.found(self.words.subjects) if a <= s and e <= b))

    def names_goods(self, stretch: Stretch) -> bool:
        """Say whether a phrase names any goods."""
        start, end = self.offsets(stretch)
        return bool(find_goods(self.draft.text[start:end]))

    def addressee(self, stretch: Stretch) -> bool:
        """Say whether a phrase names those whom law addresses."""
        a, b = self.offsets(stretch)
        return any(a <= s and e <= b for s, e, _ in self.found(self.words.addressees))

    def dated(self, start: int, end: int) -> bool:
        """Say whether the words between two offsets date something."""
        spans = [d.span for d in self.dates if d.span is not None and d.edtf is not None]
        return any(start <= s.start and s.end <= end + 1 for s in spans)

    def with_opening(self, start: int) -> int:
        """Return where words begin when a date that opens the sentence is counted in: "In December 2017, the ..."."""
        for d in self.dates:
            gap = self.draft.text[d.span.end : start] if d.span is not None and d.span.end <= start else None
            if d.span is not None and gap is not None and gap.strip(" ,\xa0") in ("", "the", "The"):
                return d.span.start
        return start
