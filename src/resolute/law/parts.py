"""Cutting the days of a conduct where the law changes: within a part no measure begins, ends or changes."""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Iterable
from datetime import timedelta
from functools import lru_cache

from resolute.ground.time import Day, Interval, VagueDate
from resolute.law.compiled import CompiledMeasure

__all__ = ["Periods", "asked_days", "changes", "cut", "day_in", "edtf_of"]

ONE = timedelta(days=1)
ABOUT = timedelta(days=31)
"""As far as an approximate date reaches to either side; `ground.time` holds its own bounds to be as loose."""

FIRST, LAST = Day.min, Day.max


@lru_cache(maxsize=16384)
def asked_days(on: VagueDate | None) -> Interval:
    """Return the days that are asked about; open where the date leaves it open."""
    if on is None:
        return Interval()
    days = on.bounds
    if not on.approximate:
        return days
    return Interval(days.start - ABOUT if days.start else None, days.end + ABOUT if days.end else None)


def changes(measures: Iterable[CompiledMeasure]) -> set[Day]:
    """Return the first day of each new state of the law."""
    out: set[Day] = set()
    for cm in measures:
        m = cm.measure
        intervals = [m.in_force, *(w.in_force for w in cm.ways), *(c.in_force for c in m.caps)]
        intervals += [p.in_force for p, _ in cm.open_points]
        for interval in intervals:
            if interval.start is not None:
                out.add(interval.start)
            if interval.end is not None and interval.end < LAST:
                out.add(interval.end + ONE)
        if m.due is not None:
            out.add(m.due + ONE)
    return out


def cut(days: Interval, measures: Iterable[CompiledMeasure]) -> list[Interval]:
    """Return the parts of the days, in order; the outer bounds stay open where they were."""
    if days.start is not None and days.start == days.end:
        return [days]
    starts = sorted(
        d for d in changes(measures) if (days.start is None or d > days.start) and (days.end is None or d <= days.end)
    )
    bounds = [days.start, *starts]
    ends = [*(d - ONE for d in starts), days.end]
    return [Interval(a, b) for a, b in zip(bounds, ends, strict=True)]


def day_in(part: Interval) -> Day:
    """Return a day of a part; which one makes no difference to the law."""
    return part.start or part.end or FIRST


def edtf_of(part: Interval) -> str:
    """Return a part as EDTF."""
    return VagueDate.between(part.start, part.end).edtf if part.start or part.end else "../.."


class Periods:
    """The periods of an order: within one, no measure of it begins, ends or changes."""

    __slots__ = ("_starts",)

    def __init__(self, measures: Iterable[CompiledMeasure]) -> None:
        """Cut time at every change of every measure."""
        self._starts = sorted(changes(measures))

    def number(self, day: Day) -> int:
        """Return the number of the period in which a day lies; 0 is the time before the first change."""
        return bisect_right(self._starts, day)

    def day(self, number: int) -> Day:
        """Return a day of a period."""
        return self._starts[number - 1] if number else FIRST
