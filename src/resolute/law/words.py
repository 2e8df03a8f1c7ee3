"""How the law room puts days and lists of words."""

from __future__ import annotations

from collections.abc import Iterable
from functools import lru_cache

from resolute.ground.time import Day

__all__ = ["day_words", "joined"]

MONTHS = (
    "January", "February", "March", "April", "May", "June", "July", "August", "September", "October", "November",
    "December",
)  # fmt: skip


@lru_cache(maxsize=4096)
def day_words(day: Day) -> str:
    """Return "5 August 2017"."""
    return f"{day.day} {MONTHS[day.month - 1]} {day.year}"


def joined(words: Iterable[str], last: str = "and") -> str:
    """Return "a, b and c"."""
    several = list(words)
    if len(several) < 2:
        return "".join(several)
    return f"{', '.join(several[:-1])} {last} {several[-1]}"
