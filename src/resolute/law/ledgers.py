"""The ledgers of all caps: each period of each cap of which something is told, and the pages on which it is told.

What a ledger holds and what it does not mean: `caps.py` and docs/methods/caps.md.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from functools import cache

from resolute.ground.errors import UnknownWord
from resolute.ground.quantity import Quantity
from resolute.ground.rows import read_csv
from resolute.ground.time import Day, Interval
from resolute.law.caps import UN, Delivery, Ledger, barrels, deliveries, ledger, period_of
from resolute.law.read import LawBase
from resolute.law.terms import Cap, Measure

__all__ = ["CapRow", "Told", "cap_rows"]

COUNTED_IN = ("bbl",)
"""Units in which the table of deliveries can be counted against a cap."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Told:
    """One figure as it was told, and the same in the unit of the cap; `pages` are where it stands."""

    by: str
    period: Interval
    states: tuple[str, ...]
    amount: Quantity
    in_unit: Quantity
    as_of: str | None
    mark: str
    pages: tuple[str, ...]
    note: str


@dataclass(frozen=True, slots=True, kw_only=True)
class CapRow:
    """A cap in one of its periods. `reported` and `left` are None where nothing is told of deliveries in that period.

    `counting` is the cap's counting year: `calendar-year`, `interval`, `year-from:12-22`. `shares` are the least and
    the most of the cap that the reports may make, as fractions; None where they leave it open. `steps` are those at
    which the Secretary tells all States, and whether the reports reach them. `whole` says whether the period is over
    and not cut short by the end of the measure.
    """

    order: str
    measure: str
    line: str
    title: str
    unit: str
    amount: float
    counted: str
    counting: str
    period: Interval
    whole: bool
    reported: Quantity | None
    left: Quantity | None
    shares: tuple[float | None, float | None]
    steps: tuple[tuple[float, bool | None], ...]
    reports: tuple[Told, ...]
    estimates: tuple[Told, ...]


def cap_rows(base: LawBase, *, line: str | None = None, on: Day | None = None) -> tuple[CapRow, ...]:
    """Return the caps of the orders that always answer, period by period.

    Args:
        base: the law.
        line: only this lineage.
        on: only the period in which this day lies, of every cap in force on it, whether anything is told or not. Where
            None: each period of which a delivery is told, and one row over all its days for each cap of which none is.

    Raises: UnknownWord for a line that is none.
    """
    if line is not None and line not in base.lines:
        raise UnknownWord((), line, base.lines, "a line of the base")
    rows: list[CapRow] = []
    for m in base.measures.values():
        if base.orders[m.order].always and line in (None, m.line):
            last = base.orders[m.order].known_until
            for cap in m.caps:
                rows += _rows(m, cap, last, on)
    return tuple(sorted(rows, key=lambda r: (r.line, r.period.start or Day.min, r.measure, r.unit)))


def _rows(m: Measure, cap: Cap, last: Day, on: Day | None) -> Iterator[CapRow]:
    force = cap.in_force.common(m.in_force)
    if force is None:
        return
    if on is not None:
        yield from [_row(m, cap, on, force, last)] if on in force else []
        return
    days = _days_told(m, cap, force)
    for day in days:
        yield _row(m, cap, day, force, last)
    if not days:
        yield _row(m, cap, force.start or last, force, last, over=force)


def _days_told(m: Measure, cap: Cap, force: Interval) -> list[Day]:
    """Return the first day of each period of a cap of which some delivery is told."""
    if cap.unit not in COUNTED_IN:
        return []
    starts = set()
    for d in deliveries():
        common = d.period.common(force) if d.line == m.line else None
        if common is not None and common.start is not None:
            starts.add(_period(cap, common.start, force).start or common.start)
    return sorted(starts)


def _period(cap: Cap, day: Day, force: Interval) -> Interval:
    return period_of(cap, day).common(force) or force


def _row(m: Measure, cap: Cap, day: Day, force: Interval, last: Day, over: Interval | None = None) -> CapRow:
    period = over or _period(cap, day, force)
    found = ledger(m, day, cap.unit) if cap.unit in COUNTED_IN else None
    told = found is not None and (found.reports or found.estimates)
    return CapRow(
        order=m.order, measure=m.id, line=m.line, title=m.title, unit=cap.unit, amount=cap.amount, counted=cap.counted,
        period=period,
        counting=cap.period, whole=period == period_of(cap, day) and period.end is not None and period.end <= last,
        reported=found.reported if found and found.reports else None,
        left=found.left if found and found.reports else None,
        shares=_shares(found, cap.amount) if found and found.reports else (None, None),
        steps=tuple((n.share, n.reached) for n in found.notices) if found and told else (),
        reports=_told(found.reports) if found else (),
        estimates=_told(found.estimates) if found else (),
    )  # fmt: skip


def _shares(found: Ledger, cap: float) -> tuple[float | None, float | None]:
    low, high = found.reported.min, found.reported.max
    return (None if low is None else low / cap, None if high is None else high / cap)


def _told(several: tuple[Delivery, ...]) -> tuple[Told, ...]:
    return tuple(
        Told(
            by=d.by, period=d.period, states=d.states, amount=d.amount, in_unit=barrels(d.amount),
            as_of=d.as_of.edtf if d.as_of else None, mark=d.mark,
            pages=tuple(_pages().get(tag, tag) for tag in d.sources), note=d.note,
        )
        for d in several
    )  # fmt: skip


@cache
def _pages() -> dict[str, str]:
    return {row["tag"]: row["source"] for row in read_csv(UN / "delivery_sources.csv", ("tag", "source"))}
