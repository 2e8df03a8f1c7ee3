"""All texts of law that words may mean, in one place: the instruments of the base and the resolutions by number."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from functools import cache, cached_property

from resolute.law.citing.tables import Family, families, resolutions, topics, words
from resolute.law.citing.terms import Known
from resolute.law.read import LawBase
from resolute.law.terms import Instrument, Measure

__all__ = ["ACTED", "Shelf", "shelf_of"]

ACTED = ("prohibition", "cap", "duty", "freeze", "travel-ban", "port-ban", "inspection", "designation", "reporting")
"""Kinds of measure that make a State do or leave something: what a text means by "sanctions"."""


@dataclass(frozen=True)
class Shelf:
    """The texts of law, oldest first, and the clocks by which the orders count their days."""

    texts: tuple[Known, ...]
    clocks: Mapping[str, str]

    @cached_property
    def _by_id(self) -> dict[str, Known]:
        return {k.id: k for k in self.texts}

    @cached_property
    def _by_number(self) -> dict[tuple[str, int], list[Known]]:
        out: dict[tuple[str, int], list[Known]] = {}
        for k in self.texts:
            if k.number is not None:
                out.setdefault((k.order, k.number), []).append(k)
        return out

    @cached_property
    def _encoded(self) -> dict[str, list[Known]]:
        out: dict[str, list[Known]] = {}
        for k in self.texts:
            if k.instrument is not None:
                out.setdefault(k.order, []).append(k)
        return out

    @cached_property
    def _numbers(self) -> dict[str, list[int]]:
        return {o: sorted(n for of, n in self._by_number if of == o) for o in {of for of, _ in self._by_number}}

    @cached_property
    def subjects(self) -> frozenset[str]:
        """Every subject of which the base knows a measure or an instrument."""
        lines = {m.line for k in self.texts for m in k.measures}
        return frozenset(lines | {s for k in self.texts if k.instrument for s in k.instrument.subject})

    def get(self, id_: str) -> Known | None:
        """Return the text of an id."""
        return self._by_id.get(id_)

    def numbered(self, order: str, number: int) -> list[Known]:
        """Return the texts of an order that bear the number; announcements begin again each year."""
        return self._by_number.get((order, number), [])

    def numbers(self, order: str) -> list[int]:
        """Return the numbers known of an order, rising."""
        return self._numbers.get(order, [])

    def encoded(self, order: str) -> list[Known]:
        """Return the texts of an order that the base encodes, oldest first."""
        return self._encoded.get(order, [])

    def family(self, order: str) -> Family | None:
        """Return the family of instruments that the base holds of an order."""
        return next((f for f in families() if f.order == order), None)

    def ahead(self, order: str) -> bool:
        """Say whether news in Asia dates what the order does a day later than the order itself."""
        return self.clocks.get(order, "America/New_York" if order == "un" else "").startswith("America/")

    def lines_of(self, about: str) -> frozenset[str]:
        """Return the subjects of the base that a subject of a text means: `petroleum` means `petroleum-refined`.

        Empty for one that the base does not know: of it a text proves nothing here.
        """
        return _lines_of(about, self.subjects)

    def on_subject(self, known: Known, about: Iterable[str]) -> tuple[Measure, ...]:
        """Return the measures of a text that are on one of the subjects."""
        lines = {line for a in about for line in self.lines_of(a)}
        return tuple(m for m in known.measures if m.line in lines)


@cache
def _lines_of(about: str, subjects: frozenset[str]) -> frozenset[str]:
    called = (about, *words().subjects.get(about, ()))
    return frozenset(s for s in subjects if any(_within(a, s) for a in called))


def _within(a: str, b: str) -> bool:
    """Say whether one name is made of parts of the other: `petroleum` and `petroleum-refined`."""
    one, other = set(a.split("-")), set(b.split("-"))
    return one <= other or other <= one


def shelf_of(base: LawBase) -> Shelf:
    """Put the instruments and measures of a law base on one shelf with the resolutions known by number."""
    of: dict[str, list[Measure]] = {}
    for measure in base.measures.values():
        of.setdefault(measure.instrument, []).append(measure)
    texts = [_encoded(i, tuple(of.get(i.id, ()))) for i in base.instruments.values()]
    held = {k.number for k in texts if k.order == "un"}
    texts += [_by_table(n) for n in resolutions() if n not in held]
    clocks = {o.id: o.clock for o in base.orders.values()}
    return Shelf(tuple(sorted(texts, key=lambda k: (k.adopted, k.number or 0, k.id))), clocks)


def _encoded(instrument: Instrument, measures: tuple[Measure, ...]) -> Known:
    family = next((f for f in families() if f.order == instrument.order), None)
    states = family.elsewhere.get(instrument.id, (family.target,)) if family else ()
    row = resolutions().get(instrument.number or 0) if instrument.order == "un" else None
    about = " and ".join(topics()[t].words for t in row.topics) if row else instrument.about or instrument.title
    return Known(
        id=instrument.id, order=instrument.order, adopted=instrument.adopted, number=instrument.number, states=states,
        about=about, topics=row.topics if row else (), instrument=instrument, measures=measures,
    )  # fmt: skip


def _by_table(number: int) -> Known:
    row = resolutions()[number]
    about = [topics()[t] for t in row.topics]
    return Known(
        id=f"UNSCR-{number}", order="un", adopted=row.adopted, number=number, topics=row.topics,
        about=" and ".join(t.words for t in about), states=tuple(s for t in about for s in t.states),
    )  # fmt: skip
