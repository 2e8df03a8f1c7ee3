"""Days, instants, intervals of each, and vague dates in EDTF.

A `Day` is a calendar day without a clock; which clock it was counted by is said by the legal order that counts.
"""

from __future__ import annotations

import calendar
import re
from dataclasses import dataclass
from datetime import UTC, date, datetime, timedelta
from typing import Self

__all__ = ["Day", "Instant", "InstantInterval", "Interval", "VagueDate", "day_of", "instant_of"]

Day = date
Instant = datetime


def day_of(text: str) -> Day:
    """Read `YYYY-MM-DD`, and nothing else. Raises ValueError that says what was wanted."""
    if not re.fullmatch(r"[0-9]{4}-[0-9]{2}-[0-9]{2}", text):
        raise ValueError(f'"{text}" is not a day; wanted YYYY-MM-DD')
    try:
        return date.fromisoformat(text)
    except ValueError as e:
        raise ValueError(f'"{text}" is not a day of the calendar; wanted YYYY-MM-DD') from e


def instant_of(text: str) -> Instant:
    """Read an ISO 8601 instant that names its offset, and return it in UTC."""
    try:
        at = datetime.fromisoformat(text)
    except ValueError as e:
        raise ValueError(f'"{text}" is not an instant; wanted YYYY-MM-DDTHH:MM:SSZ') from e
    if at.tzinfo is None:
        raise ValueError(f'"{text}" names no offset from UTC; wanted YYYY-MM-DDTHH:MM:SSZ')
    try:
        return at.astimezone(UTC)
    except OverflowError as e:
        raise ValueError(f'"{text}" lies outside the calendar; wanted YYYY-MM-DDTHH:MM:SSZ') from e


@dataclass(frozen=True, slots=True)
class Interval:
    """Days from `start` to `end`, both included; None means open on that side."""

    start: Day | None = None
    end: Day | None = None

    def __post_init__(self) -> None:
        """Refuse an interval that ends before it starts."""
        if self.start and self.end and self.end < self.start:
            raise ValueError(f"interval ends on {self.end}, before it starts on {self.start}")

    def __contains__(self, day: Day) -> bool:
        """Say whether the day lies inside, both bounds included."""
        return (self.start is None or self.start <= day) and (self.end is None or day <= self.end)

    def meets(self, other: Interval) -> bool:
        """Say whether the two share at least one day."""
        return not (
            (self.end is not None and other.start is not None and self.end < other.start)
            or (other.end is not None and self.start is not None and other.end < self.start)
        )

    def within(self, other: Interval) -> bool:
        """Say whether every day of this one lies in the other."""
        starts = other.start is None or (self.start is not None and self.start >= other.start)
        return starts and (other.end is None or (self.end is not None and self.end <= other.end))

    def common(self, other: Interval) -> Interval | None:
        """Return the days of both, or None when they share none."""
        if not self.meets(other):
            return None
        starts = [s for s in (self.start, other.start) if s]
        ends = [e for e in (self.end, other.end) if e]
        return Interval(max(starts, default=None), min(ends, default=None))


@dataclass(frozen=True, slots=True)
class InstantInterval:
    """UTC instants from `start` up to, not including, `end`; None means open on that side."""

    start: Instant | None = None
    end: Instant | None = None

    def __post_init__(self) -> None:
        """Refuse naive instants and an interval that ends before it starts."""
        for at in (self.start, self.end):
            if at is not None and at.tzinfo is None:
                raise ValueError(f"instant {at.isoformat()} names no offset from UTC")
        if self.start and self.end and self.end < self.start:
            raise ValueError(f"interval ends at {self.end.isoformat()}, before it starts at {self.start.isoformat()}")

    def __contains__(self, at: Instant) -> bool:
        """Say whether the instant lies inside; the end is outside."""
        return (self.start is None or self.start <= at) and (self.end is None or at < self.end)


_PART = re.compile(
    r"(?P<y>[0-9]{4}|[0-9]{3}X|[0-9]{2}XX|XXXX)(?:-(?P<m>[0-9]{2}|XX)(?:-(?P<d>[0-9]{2}|XX))?)?(?P<q>[~?%]?)"
)


@dataclass(frozen=True, slots=True)
class VagueDate:
    """A date as exactly as it is known, in EDTF: `2017-08-05`, `2017-08`, `../2019-12-31`, `XXXX-10`, `2017~`.

    `XXXX-10` is an October whose year nobody said: it bounds nothing. A vague date is never rounded to a day.
    """

    edtf: str

    def __post_init__(self) -> None:
        """Refuse what is not EDTF, a day that no calendar has, and an interval that runs backwards."""
        bounds = [_bounds(part) for part in self._parts()]
        if len(bounds) == 2 and bounds[0][0] and bounds[1][1] and bounds[1][1] < bounds[0][0]:
            raise ValueError(f'"{self.edtf}" ends before it starts')

    @classmethod
    def on(cls, day: Day) -> Self:
        """Return the exact day."""
        return cls(day.isoformat())

    @classmethod
    def between(cls, start: Day | None, end: Day | None) -> Self:
        """Return the interval, open where None; the same day twice is that day."""
        if start is not None and start == end:
            return cls.on(start)
        return cls(f"{start.isoformat() if start else '..'}/{end.isoformat() if end else '..'}")

    @classmethod
    def by(cls, day: Day) -> Self:
        """Return "on or before the day"."""
        return cls.between(None, day)

    @classmethod
    def before(cls, day: Day) -> Self:
        """Return "before the day": the day itself is outside."""
        return cls.between(None, day - timedelta(days=1))

    @classmethod
    def since(cls, day: Day) -> Self:
        """Return "on or after the day"."""
        return cls.between(day, None)

    @classmethod
    def after(cls, day: Day) -> Self:
        """Return "after the day": the day itself is outside."""
        return cls.between(day + timedelta(days=1), None)

    def _parts(self) -> list[str]:
        parts = self.edtf.split("/")
        if len(parts) > 2 or not any(p not in ("", "..") for p in parts):
            raise ValueError(f'"{self.edtf}" is not a date; wanted EDTF, as 2017-08-05, 2017-08 or ../2019-12-31')
        return parts

    @property
    def bounds(self) -> Interval:
        """The days it may mean; open where the text leaves it open or names no year."""
        parts = self._parts()
        if len(parts) == 1:
            return Interval(*_bounds(parts[0]))
        return Interval(_bounds(parts[0])[0], _bounds(parts[1])[1])

    @property
    def day(self) -> Day | None:
        """The one day it means, or None."""
        b = self.bounds
        return b.start if b.start == b.end and not self.approximate else None

    @property
    def approximate(self) -> bool:
        """Whether it is marked "about" (`~` or `%`)."""
        return "~" in self.edtf or "%" in self.edtf

    @property
    def dated(self) -> bool:
        """Whether it bounds any day at all; `XXXX-10` does not."""
        b = self.bounds
        return b.start is not None or b.end is not None

    def on_or_after(self, day: Day) -> bool | None:
        """Say whether it is on or after the day: True, False, or None where it may be either."""
        b = self.bounds
        if b.start is not None and b.start >= day:
            return None if self.approximate and b.start - day < timedelta(days=31) else True
        if b.end is not None and b.end < day:
            return None if self.approximate and day - b.end < timedelta(days=31) else False
        return None

    def on_or_before(self, day: Day) -> bool | None:
        """Say whether it is on or before the day: True, False, or None where it may be either."""
        if day == date.max:
            return True
        later = self.on_or_after(day + timedelta(days=1))
        return None if later is None else not later

    def __str__(self) -> str:
        """Return the EDTF."""
        return self.edtf


def _bounds(part: str) -> tuple[Day | None, Day | None]:
    """Return first and last day that one side of an EDTF may mean."""
    if part in ("", ".."):
        return None, None
    m = _PART.fullmatch(part)
    if not m:
        raise ValueError(f'"{part}" is not a date; wanted EDTF, as 2017-08-05, 2017-08 or ../2019-12-31')
    year, month, day = m["y"], m["m"], m["d"]
    if "X" in year:
        _check_yearless(part, month, day)
        if year == "XXXX":
            return None, None
        lo, hi = int(year.replace("X", "0")), int(year.replace("X", "9"))
        return date(max(lo, 1), 1, 1), date(hi, 12, 31)
    y = int(year)
    if y == 0 or (month and month != "XX" and not 1 <= int(month) <= 12):
        raise ValueError(f'"{part}" is not a date of the calendar')
    if month is None or month == "XX":
        if day is not None and day != "XX" and not 1 <= int(day) <= 31:
            raise ValueError(f'"{part}" is not a day of the calendar')
        return date(y, 1, 1), date(y, 12, 31)
    last = calendar.monthrange(y, int(month))[1]
    if day is None or day == "XX":
        return date(y, int(month), 1), date(y, int(month), last)
    if not 1 <= int(day) <= last:
        raise ValueError(f'"{part}" is not a day of the calendar')
    return (on := date(y, int(month), int(day))), on


def _check_yearless(part: str, month: str | None, day: str | None) -> None:
    """Refuse a month or a day that no year has."""
    known = month is not None and month != "XX"
    if known and not 1 <= int(month or 0) <= 12:
        raise ValueError(f'"{part}" is not a date of the calendar')
    if day is not None and day != "XX":
        last = calendar.monthrange(2000, int(month or 1))[1] if known else 31
        if not 1 <= int(day) <= last:
            raise ValueError(f'"{part}" is not a day of the calendar')
