"""A legal order ready to be asked: its hooks, its measures, which of them may catch a conduct, and its periods."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from datetime import timedelta

from resolute.ground.time import Day
from resolute.law.compiled import CompiledMeasure
from resolute.law.index import selector
from resolute.law.nodes import Node
from resolute.law.parts import Periods
from resolute.law.seen import Seen
from resolute.law.terms import Hook, LegalOrder, ViaRule

__all__ = ["CompiledOrder", "ready"]


@dataclass(frozen=True, slots=True, eq=False, kw_only=True)
class CompiledOrder:
    """An order with its hooks compiled, and its measures, in the order of the base.

    `select` gives the measures that may catch a conduct. `periods` cuts time where the order changes. `eves` are the
    days on which, or on whose morrow, a measure begins: there the clock of the order matters.
    """

    order: LegalOrder
    hooks: tuple[tuple[Hook, Node], ...]
    via: tuple[tuple[ViaRule, Node], ...]
    measures: tuple[CompiledMeasure, ...]
    select: Callable[[Seen], tuple[CompiledMeasure, ...]]
    periods: Periods
    eves: frozenset[Day]


def ready(
    order: LegalOrder,
    hooks: tuple[tuple[Hook, Node], ...],
    via: tuple[tuple[ViaRule, Node], ...],
    measures: tuple[CompiledMeasure, ...],
) -> CompiledOrder:
    """Return an order with what is derived from its measures."""
    starts = {cm.measure.in_force.start for cm in measures if cm.measure.in_force.start is not None}
    return CompiledOrder(
        order=order,
        hooks=hooks,
        via=via,
        measures=measures,
        select=selector(measures),
        periods=Periods(measures),
        eves=frozenset(starts | {d - timedelta(days=1) for d in starts}),
    )
