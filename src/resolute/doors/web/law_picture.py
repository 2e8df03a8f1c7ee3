"""The picture of a lineage: a bar a measure on one linear axis of days, order by order, what follows on what.

It answers what could still be done on a day, and which paragraph took the place of which. A table says the same.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from itertools import groupby

from resolute.ground.prose import MONTHS, day_words
from resolute.ground.time import Day
from resolute.law.read import LawBase
from resolute.law.show import Step, lineage

__all__ = ["Bar", "Picture", "Tick", "draw", "short_id"]

LEFT, RIGHT, END = 118, 1176, 1200  # where the axis begins and ends, and the picture, in its own units
TOP, ROW = 34, 44
BEFORE, AFTER = 0.04, 0.13  # room before the first day and after the last change, as shares of the days between
SHORTEST = 365  # days between the first and the last change, at least
ROOM_OF_A_YEAR = 40  # width of a year's number
PER_LETTER = 6.3  # width of a letter of a label, on the safe side

WEIGHTS = {
    "prohibition": "full", "freeze": "full", "travel-ban": "full", "port-ban": "full", "cap": "dense", "duty": "light",
    "inspection": "light", "reporting": "light", "exemption": "way-out", "call": "call",
}  # fmt: skip
"""How heavily a kind binds; what is not named here binds nobody by itself."""


@dataclass(frozen=True, slots=True)
class Tick:
    """A year or a month on the axis."""

    x: float
    name: str
    year: bool


@dataclass(frozen=True, slots=True, kw_only=True)
class Bar:
    """A measure: from `x` to `x2`; `open` says that it goes on; `marks` are last days, with what each is."""

    id: str
    label: str
    x: float
    x2: float
    y: float
    weight: str
    open: bool
    marks: tuple[tuple[float, str], ...]
    label_x: float
    at_end: bool
    here: bool


@dataclass(frozen=True, slots=True, kw_only=True)
class Picture:
    """A lineage drawn. `lanes` are the orders with the height at which each begins; `first` and `last` are its days."""

    title: str
    height: float
    ticks: tuple[Tick, ...]
    lanes: tuple[tuple[float, str], ...]
    bars: tuple[Bar, ...]
    changes: tuple[Day, ...]
    first: Day
    last: Day

    @property
    def days(self) -> int:
        """Return how many days lie between the first and the last of the axis."""
        return (self.last - self.first).days


def short_id(step_id: str) -> str:
    """Return an id as a picture has room for it: "2371-8" for `UNSCR-2371-8`."""
    return step_id.removeprefix("UNSCR-")


def draw(base: LawBase, line: str, here: str | None = None) -> Picture | None:
    """Return the picture of a line, the measure `here` marked; None where the line has no measure with a first day."""
    found = lineage(base, line)
    steps = [s for s in found.steps if s.start is not None]
    if not steps:
        return None
    first, last = _axis(steps)
    rank = {o.id: (not o.always, n) for n, o in enumerate(base.orders.values())}
    steps.sort(key=lambda s: (rank[s.order], s.start or Day.min, s.id))
    bars: list[Bar] = []
    lanes: list[tuple[float, str]] = []
    y = float(TOP)
    for order, group in groupby(steps, key=lambda s: s.order):
        lanes.append((y, base.orders[order].title))
        for step in group:
            bars.append(_bar(step, first, last, y + 8, here))
            y += ROW
        y += 6
    return Picture(
        title=found.title, height=y + 4, ticks=tuple(_ticks(first, last)), lanes=tuple(lanes), bars=tuple(bars),
        changes=_changes(steps), first=first, last=last,
    )  # fmt: skip


def _changes(steps: list[Step]) -> tuple[Day, ...]:
    """Return the first day of each new state of the line."""
    begun = {s.start for s in steps if s.start}
    over = {Day.fromordinal(s.end.toordinal() + 1) for s in steps if s.end}
    return tuple(sorted(begun | over))


def _axis(steps: list[Step]) -> tuple[Day, Day]:
    days = [d for s in steps for d in (s.start, s.end, s.due, s.wind_down) if d is not None]
    low, high = min(days).toordinal(), max(days).toordinal()
    span = max(high - low, SHORTEST)
    return Day.fromordinal(low - round(span * BEFORE)), Day.fromordinal(low + round(span * (1 + AFTER)))


def _at(day: Day, first: Day, last: Day) -> float:
    share = (day - first).days / (last - first).days
    return round(LEFT + min(1.0, max(0.0, share)) * (RIGHT - LEFT), 1)


def _bar(step: Step, first: Day, last: Day, y: float, here: str | None) -> Bar:
    start = step.start or first
    x, x2 = _at(start, first, last), _at(step.end, first, last) if step.end else float(RIGHT)
    marks = [(_at(step.due, first, last), f"last day {day_words(step.due)}")] if step.due else []
    if step.wind_down:
        marks.append((_at(step.wind_down, first, last), f"wind-down to {day_words(step.wind_down)}"))
    label = _label(step, start, [words for _, words in marks])
    fits = x + len(label) * PER_LETTER <= END
    return Bar(
        id=step.id, label=label, x=x, x2=max(x2, x + 3), y=y, weight=WEIGHTS.get(step.kind, "none"),
        open=step.end is None, marks=tuple(marks), label_x=x if fits else float(END - 4), at_end=not fits,
        here=step.id == here,
    )  # fmt: skip


def _label(step: Step, start: Day, marks: list[str]) -> str:
    days = f"{day_words(start)} to {day_words(step.end)}" if step.end else f"{day_words(start)}, to today"
    parts = [f"{short_id(step.id)}: {step.title}, {days}", *marks]
    if step.replaces:
        parts.append(f"in place of {', '.join(short_id(r) for r in step.replaces)}")
    return "; ".join(parts)


def _ticks(first: Day, last: Day) -> Iterator[Tick]:
    """Yield the years of the axis, and quarters where there is room for them."""
    years = range(first.year, last.year + 1)
    few = (last - first).days < 4 * 366
    every = 1 if len(years) <= 16 else 2
    if _at(Day(first.year + 1, 1, 1), first, last) - LEFT > ROOM_OF_A_YEAR:
        yield Tick(float(LEFT), str(first.year), year=True)
    for year in years:
        for month in (1, 4, 7, 10) if few else (1,):
            day = Day(year, month, 1)
            x = _at(day, first, last)
            if first < day <= last and (month > 1 or (year - years[0]) % every == 0):
                room = month == 1 or x - LEFT > ROOM_OF_A_YEAR
                yield Tick(x, str(year) if month == 1 else MONTHS[month - 1] if room else "", month == 1)
