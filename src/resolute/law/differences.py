"""What changed in the law between two days: measures that began, ended, were replaced; parts of those that stayed."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

from resolute.ground.errors import UnknownWord, WrongCall
from resolute.ground.prose import day_words
from resolute.ground.time import Day, Interval
from resolute.law.read import LawBase
from resolute.law.terms import Measure

__all__ = ["KINDS", "Difference", "differences"]

KINDS = ("began", "replaced", "ended", "came and went", "changed")


@dataclass(frozen=True, slots=True, kw_only=True)
class Difference:
    """One change. `day` is the first day on which the law was another: of what ended, the day after its last.

    `kind`: `began`; `replaced` (ended, and `by` took its place); `ended` (and nothing of this base took its place);
    `came and went` (in force on neither of the two days, and on some between); `changed` (in force on both, and a cap,
    an exception, a wind-down or a last day of it, told in `what`, begins or ends between).
    """

    kind: str
    day: Day
    order: str
    id: str
    line: str
    title: str
    rule: str
    what: str = ""
    replaces: tuple[str, ...] = ()
    by: tuple[str, ...] = ()


def differences(
    base: LawBase, first: Day, second: Day, *, order: str | None = None, line: str | None = None
) -> tuple[Difference, ...]:
    """Return what is otherwise on the second day than on the first, by day, order and id.

    Args:
        base: the law.
        first: the earlier day, counted as each order counts its days.
        second: the later day. What begins on it is in the answer; what began on `first` is not.
        order: only this order.
        line: only this lineage.

    Raises: WrongCall where the days stand the other way round, UnknownWord for an order or a line that is none.
    """
    if second < first:
        raise WrongCall(f"{first.isoformat()} is later than {second.isoformat()}; wanted the earlier day first.")
    if order is not None and order not in base.orders:
        raise UnknownWord((), order, base.orders, "a legal order of the base")
    if line is not None and line not in base.lines:
        raise UnknownWord((), line, base.lines, "a line of the base")
    asked = [m for m in base.measures.values() if order in (None, m.order) and line in (None, m.line)]
    found = [d for m in asked for d in _of(m, first, second, base)]
    found.sort(key=lambda d: (d.day, not base.orders[d.order].always, d.order, KINDS.index(d.kind), d.id, d.what))
    return tuple(found)


def _of(m: Measure, first: Day, second: Day, base: LawBase) -> Iterator[Difference]:
    """Yield what changed of one measure."""
    start, end = m.in_force.start, m.in_force.end
    began = start is not None and first < start <= second
    after = None if end is None else _next(end)
    over = after is not None and first < after <= second
    if began and over and start is not None:
        yield _difference("came and went", start, m, what=f"in force {_days(m.in_force)}", by=_successors(m, base))
    elif began and start is not None:
        yield _difference("began", start, m)
    elif over and after is not None:
        by = _successors(m, base)
        yield _difference("replaced" if by else "ended", after, m, by=by, what="" if by else m.fate)
    elif first in m.in_force and second in m.in_force:
        yield from _inside(m, first, second)


def _successors(m: Measure, base: LawBase) -> tuple[str, ...]:
    return tuple(o.id for o in base.measures.values() if m.id in o.replaces)


def _inside(m: Measure, first: Day, second: Day) -> Iterator[Difference]:
    """Yield what changed within a measure that is in force on both days."""
    for day, what in _parts(m):
        if first < day <= second:
            yield _difference("changed", day, m, what=what)


def _parts(m: Measure) -> Iterator[tuple[Day, str]]:
    """Yield the first day of each new state of a measure's parts, and what is otherwise from that day on."""
    for cap in m.caps:
        yield from _edges(cap.in_force, f"the cap of {cap.amount:,.0f} {cap.unit}")
    for way in m.exceptions:
        yield from _edges(way.in_force, f"the exception: {way.text}")
    for point in m.unsettled:
        yield from _edges(point.in_force, f"what is not settled: {point.point}")
    for window in m.windows:
        if window.start is not None:
            yield window.start, f"the wind-down begins: {window.text}"
        yield _next(window.until), f"the wind-down is over: {window.text}"
    if m.due is not None:
        yield _next(m.due), f"the last day, {day_words(m.due)}, is over"


def _edges(interval: Interval, what: str) -> Iterator[tuple[Day, str]]:
    if interval.start is not None:
        yield interval.start, f"begins: {what}"
    if interval.end is not None:
        yield _next(interval.end), f"ends: {what}"


def _next(day: Day) -> Day:
    return Day.fromordinal(day.toordinal() + 1)


def _days(interval: Interval) -> str:
    start = day_words(interval.start) if interval.start else "always"
    return f"{start} to {day_words(interval.end)}" if interval.end else f"{start} on"


def _difference(kind: str, day: Day, m: Measure, *, what: str = "", by: tuple[str, ...] = ()) -> Difference:
    return Difference(
        kind=kind, day=day, order=m.order, id=m.id, line=m.line, title=m.title, rule=m.rule, what=what,
        replaces=m.replaces, by=by,
    )  # fmt: skip
