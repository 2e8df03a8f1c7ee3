"""How a date in a text stands to a day of the law: it may name no year, a month only, or count by another clock."""

from __future__ import annotations

import re
from dataclasses import dataclass
from datetime import timedelta

from resolute.ground.prose import MONTHS
from resolute.ground.time import Day, VagueDate

__all__ = ["Dating", "dating", "spoken"]

_OPEN = ("", "..")
_ABOUT_DAYS = 31  # "about" a date reaches as far as a VagueDate holds its own bounds to be loose


@dataclass(frozen=True, slots=True)
class Dating:
    """How a date of a text stands to a day.

    `agrees`: the text may mean the day. `next_day`: it does so only by a clock that is a day ahead. `yearless`: the
    text names no year, so the year comes from the law.
    """

    agrees: bool
    next_day: bool = False
    yearless: bool = False


def dating(said: VagueDate, day: Day, *, ahead: bool = False) -> Dating:
    """Say whether a date of a text may mean the day.

    An interval that only begins ("since August 2017") is held to its beginning. `ahead` allows a clock that is a day
    ahead of the one by which the order counts: what New York adopts in the evening is dated a day later in Asia.
    """
    yearless = "XXXX" in said.edtf
    if _may_mean(said, day):
        return Dating(True, yearless=yearless)
    if ahead and _may_mean(said, day + timedelta(days=1)):
        return Dating(True, next_day=True, yearless=yearless)
    return Dating(False, yearless=yearless)


def _may_mean(said: VagueDate, day: Day) -> bool:
    start, _, end = said.edtf.partition("/")
    if end in _OPEN:
        if _part_may_mean(start, day):
            return True
        return said.approximate and _near(said, day)
    if _part_may_mean(start, day) or _part_may_mean(end, day):
        return True
    return said.dated and (day in said.bounds or (said.approximate and _near(said, day)))


def _part_may_mean(part: str, day: Day) -> bool:
    """Compare what one side of an EDTF names, digit by digit; X stands for any digit."""
    if part in _OPEN:
        return False
    named, iso = re.sub(r"[~?%]", "", part), day.isoformat()
    return all(a in ("X", b) for a, b in zip(named, iso, strict=False))


def _near(said: VagueDate, day: Day) -> bool:
    bounds, reach = said.bounds, timedelta(days=_ABOUT_DAYS)
    late_enough = bounds.start is None or bounds.start - day <= reach
    return late_enough and (bounds.end is None or day - bounds.end <= reach)


def spoken(said: VagueDate) -> str:
    """Return a date of a text as a person says it: `December 2017`, `22 December`, `by 31 December 2019`."""
    start, slash, end = said.edtf.partition("/")
    about = "about " if said.approximate else ""
    if not slash:
        return about + _part_in_words(start)
    if start in _OPEN:
        return f"by {about}{_part_in_words(end)}"
    if end in _OPEN:
        return f"since {about}{_part_in_words(start)}"
    return f"{about}{_part_in_words(start)} to {_part_in_words(end)}"


def _part_in_words(part: str) -> str:
    year, month, day = ([*re.sub(r"[~?%]", "", part).split("-"), "XX", "XX"])[:3]
    words = [str(int(day))] if day != "XX" else []
    words += [MONTHS[int(month) - 1]] if month != "XX" else []
    words += [f"the {year.replace('X', '0')}s" if "X" in year else year] if year != "XXXX" else []
    return " ".join(words) or "an unnamed day"
