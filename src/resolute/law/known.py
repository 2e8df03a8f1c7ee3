"""The law as it was known on a day: later instruments left out, and what they ended still open."""

from __future__ import annotations

from dataclasses import replace
from functools import lru_cache

from resolute.ground.time import Day, Interval
from resolute.law.build import LawBase
from resolute.law.compiled import CompiledMeasure
from resolute.law.orders import CompiledOrder, ready

__all__ = ["as_known"]


@lru_cache(maxsize=32)
def as_known(base: LawBase, known: Day) -> LawBase:
    """Return the base as it would have stood on a day: nothing that was adopted after it.

    A measure that a later one replaced has no end there. The version stays, for it is the same base.
    """
    adopted = {m.id: base.instruments[m.instrument].adopted for m in base.measures.values()}
    later = {m for m, day in adopted.items() if day > known}
    reopened = {r for m in later for r in base.measures[m].replaces if r not in later}
    still = {
        m.id: replace(m, in_force=Interval(m.in_force.start, None)) if m.id in reopened else m
        for m in base.measures.values()
        if m.id not in later
    }

    def kept(cm: CompiledMeasure) -> CompiledMeasure:
        ways = tuple(w for w in cm.ways if w.id not in later)
        return replace(cm, measure=still[cm.measure.id], ways=ways)

    compiled: dict[str, CompiledOrder] = {}
    for name, order in base.compiled.items():
        own = tuple(kept(cm) for cm in order.measures if cm.measure.id in still)
        compiled[name] = ready(order.order, order.hooks, order.via, own)
    instruments = {i.id: i for i in base.instruments.values() if i.adopted <= known}
    return replace(base, measures=still, instruments=instruments, compiled=compiled)
