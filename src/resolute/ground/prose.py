"""How days, dates, lists and States read in English: one way, on every door and in every room.

It says no more than the data does: nothing is rounded or filled in.
"""

from __future__ import annotations

import re
from collections.abc import Iterable
from functools import lru_cache

from resolute.ground.errors import UnknownWord
from resolute.ground.states import state_name
from resolute.ground.time import Day, VagueDate

__all__ = ["MONTHS", "NO_DATE", "day_words", "listed", "states_named", "when"]

NO_DATE = "no date in the text"
MONTHS = (
    "January", "February", "March", "April", "May", "June",
    "July", "August", "September", "October", "November", "December",
)  # fmt: skip
ARTICLED = re.compile(
    "^(United|European|(Democratic )?Republic|Netherlands|Philippines|Maldives|Bahamas|Comoros|Gambia)"
    "|(Islands|Republic|Emirates|States)$"
)
"""Names of States that English puts an article before."""


@lru_cache(maxsize=4096)
def day_words(day: Day) -> str:
    """Return "5 August 2017"."""
    return f"{day.day} {MONTHS[day.month - 1]} {day.year}"


def listed(items: Iterable[str], joint: str = "and") -> str:
    """Return "a, b and c"; empty for nothing."""
    several = list(items)
    if len(several) < 2:
        return "".join(several)
    return f"{', '.join(several[:-1])} {joint} {several[-1]}"


def states_named(codes: Iterable[str]) -> str:
    """Return States by name, "Russia and the United States"; a code that the table lacks is printed as it stands."""
    return listed([_state(code) for code in codes])


def _state(code: str) -> str:
    try:
        name = state_name(code)
    except UnknownWord:
        return code
    return f"the {name}" if ARTICLED.search(name) else name


def when(date: VagueDate | str | None, *, short: bool = False) -> str:
    """Return a vague date in words: "5 August 2017", "by 31 December 2019", "October, no year", "about 2017".

    It says no more than the date does: nothing is rounded or filled in. `short` writes months with three letters.
    Raises: ValueError for text that is not EDTF.
    """
    if date is None:
        return NO_DATE
    edtf = (date if isinstance(date, VagueDate) else VagueDate(date)).edtf
    first, slash, last = edtf.partition("/")
    if not slash:
        return _part(first, short=short)
    if first in ("", ".."):
        return f"by {_part(last, short=short)}"
    if last in ("", ".."):
        return f"since {_part(first, short=short)}"
    return _from_to(first, last, short=short)


def _from_to(first: str, last: str, *, short: bool) -> str:
    """Join two ends without saying the same month or year twice: "5 to 9 August 2017"."""
    a, b = first.split("-"), last.split("-")
    start, end = _part(first, short=short), _part(last, short=short)
    if re.search("[X~?%]", first + last) or len(a) != len(b) or len(a) == 1 or a[0] != b[0]:
        return f"{start} to {end}"
    start = start.removesuffix(f" {a[0]}")
    if len(a) == 3 and a[1] == b[1]:
        start = start.split(" ")[0]
    return f"{start} to {end}"


def _part(part: str, *, short: bool) -> str:
    """Return one side of an EDTF in words."""
    mark = part[-1:] if part[-1:] in "~?%" else ""
    year, month, day, *_ = [*part.rstrip("~?%").split("-"), "", ""]
    prefix = {"": "", "~": "about ", "?": "perhaps ", "%": "perhaps about "}[mark]
    return prefix + _plain(year, month, day, short=short)


def _plain(year: str, month: str, day: str, *, short: bool) -> str:
    known_month = month.isdigit()
    name = (MONTHS[int(month) - 1][:3] if short else MONTHS[int(month) - 1]) if known_month else ""
    date = [str(int(day))] if day.isdigit() and known_month else []
    date += [name] if known_month else []
    if year == "XXXX":
        if not known_month:
            return f"day {int(day)} of a month not stated, no year" if day.isdigit() else "no date"
        return f"{' '.join(date)}, no year"
    if "X" in year:
        decade = f"the {year.replace('X', '0')}s" if year.endswith("X") and not year.endswith("XX") else ""
        years = decade or f"a year from {year.replace('X', '0')} to {year.replace('X', '9')}"
        return f"{' '.join(date)}, {years}" if date else years
    if day.isdigit() and not known_month:
        return f"day {int(day)} of a month not stated, {year}"
    gap = ", month not stated" if month == "XX" else ", day not stated" if day == "XX" else ""
    return " ".join([*date, year]) + gap
