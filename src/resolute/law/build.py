"""The law base as it is used: what was read, and what was compiled of it."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, replace

from resolute.ground.errors import FieldRefused
from resolute.ground.time import Day
from resolute.law.compiled import (
    CompiledMeasure,
    Way,
    compile_hooks,
    compile_measure,
    compile_via,
    way_of_lift,
)
from resolute.law.conditions import Lexicon, lexicon_of
from resolute.law.orders import CompiledOrder, ready
from resolute.law.terms import Fact, Instrument, LawLine, LeftOut, LegalOrder, Measure, Source

__all__ = ["LawBase", "LawText", "Misfit", "build", "lifted_by"]


@dataclass(frozen=True, slots=True, eq=False, kw_only=True)
class LawText:
    """What the files of a law base say. `version` is the declared version with the hash of their bytes."""

    version: str
    orders: Mapping[str, LegalOrder]
    instruments: Mapping[str, Instrument]
    measures: Mapping[str, Measure]
    facts: Mapping[str, Fact]
    sources: Mapping[str, Source]
    lines: Mapping[str, LawLine]
    left_out: tuple[LeftOut, ...]


@dataclass(frozen=True, slots=True, eq=False, kw_only=True)
class LawBase:
    """The law that is encoded. `version` is its declared version with the hash of its bytes."""

    version: str
    orders: Mapping[str, LegalOrder]
    instruments: Mapping[str, Instrument]
    measures: Mapping[str, Measure]
    facts: Mapping[str, Fact]
    sources: Mapping[str, Source]
    lines: Mapping[str, LawLine]
    left_out: tuple[LeftOut, ...]
    compiled: Mapping[str, CompiledOrder]
    text: LawText

    def measures_of(self, order: str) -> tuple[Measure, ...]:
        """Return the measures of an order, in the order of the base."""
        return tuple(m for m in self.measures.values() if m.order == order)

    def line(self, line: str, order: str | None = None) -> tuple[Measure, ...]:
        """Return the measures of a lineage, by the day on which they begin; of all orders where none is named."""
        found = [m for m in self.measures.values() if m.line == line and order in (None, m.order)]
        return tuple(sorted(found, key=lambda m: (m.in_force.start or Day.min, m.id)))


class Misfit(FieldRefused):
    """A condition that does not compile, with the order or measure in which it stands."""

    def __init__(self, what: str, key: str, e: FieldRefused) -> None:
        """Keep what it concerns beside the path inside it."""
        self.what, self.key = what, key
        super().__init__(e.path, e.found, e.wanted, e.do)


def build(text: LawText, used: set[str] | None = None) -> LawBase:
    """Compile a law base.

    Args:
        text: what was read.
        used: gathers the facts, and the terms and goods of orders, that conditions refer to.

    Raises: Misfit for the first condition that does not compile.
    """
    seen: set[str] = set() if used is None else used
    ownership = {o.id: o.ownership for o in text.orders.values()}
    lexicons: dict[str, Lexicon] = {}
    for order in text.orders.values():
        try:
            lexicons[order.id] = lexicon_of(order, text.facts, ownership, seen)
        except FieldRefused as e:
            raise Misfit("order", order.id, e) from e
    measures = _measures(text, lexicons)
    return LawBase(
        version=text.version,
        orders=text.orders,
        instruments=text.instruments,
        measures=text.measures,
        facts=text.facts,
        sources=text.sources,
        lines=text.lines,
        left_out=text.left_out,
        compiled={o.id: _order(o, lexicons[o.id], measures) for o in text.orders.values()},
        text=text,
    )


def _measures(text: LawText, lexicons: Mapping[str, Lexicon]) -> dict[str, CompiledMeasure]:
    measures: dict[str, CompiledMeasure] = {}
    lifts: list[tuple[Measure, Way]] = []
    for m in text.measures.values():
        try:
            measures[m.id] = compile_measure(m, lexicons[m.order], ())
            if m.lifts:
                lifts.append((m, way_of_lift(m, lexicons[m.order], ())))
        except FieldRefused as e:
            raise Misfit("measure", m.id, e) from e
    for exemption, way in lifts:
        for target in lifted_by(exemption, text.measures):
            was = measures[target]
            measures[target] = replace(was, ways=(*was.ways, way))
    return measures


def _order(order: LegalOrder, lexicon: Lexicon, measures: Mapping[str, CompiledMeasure]) -> CompiledOrder:
    try:
        hooks = compile_hooks(order.binds, lexicon, ("binds",))
        via = compile_via(order.via, lexicon, ("via",))
    except FieldRefused as e:
        raise Misfit("order", order.id, e) from e
    own = tuple(m for m in measures.values() if m.measure.order == order.id)
    return ready(order, hooks, via, own)


def lifted_by(exemption: Measure, measures: Mapping[str, Measure]) -> list[str]:
    """Return the measures of its own order that an exemption lifts: those that can catch, calls apart."""
    out = []
    for m in measures.values():
        named = "all" in exemption.lifts or m.id in exemption.lifts or f"line:{m.line}" in exemption.lifts
        catches = (m.acts or m.omitting) and m.kind not in ("exemption", "call")
        if named and m.order == exemption.order and catches:
            out.append(m.id)
    return out
