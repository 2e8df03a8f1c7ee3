"""How close two numbers are, digit by digit: the picture beside a correction of a number."""

from __future__ import annotations

import re
from dataclasses import dataclass

__all__ = ["Swap", "swap"]


@dataclass(frozen=True, slots=True)
class Swap:
    """Two numbers of one length. `same` says of each place whether the digits agree; `crossed` pairs swapped places."""

    written: str
    fits: str
    same: tuple[bool, ...]
    crossed: tuple[tuple[int, int], ...]

    @property
    def in_words(self) -> str:
        """Say how the two differ."""
        differ = self.same.count(False)
        if self.crossed and differ == 2 * len(self.crossed):
            return "differ by one swap of digits" if differ == 2 else f"differ by {len(self.crossed)} swaps of digits"
        return "differ in one digit" if differ == 1 else f"differ in {differ} digits"


def swap(written: str, fits: str) -> Swap | None:
    """Return the comparison of a number as written with the one that fits.

    None where either names no number of one common length, or both name the same: then a picture would say nothing.
    """
    ours, theirs = re.findall(r"\d+", written), re.findall(r"\d+", fits)
    pair = next(((a, b) for a in ours for b in theirs if len(a) == len(b) and len(a) > 1 and a != b), None)
    if pair is None or set(ours) & {pair[1]}:
        return None
    a, b = pair
    same = tuple(x == y for x, y in zip(a, b, strict=True))
    crossed, i = [], 0
    while i < len(a) - 1:
        if not same[i] and not same[i + 1] and a[i : i + 2] == b[i + 1] + b[i]:
            crossed.append((i, i + 1))
            i += 1
        i += 1
    return Swap(a, b, same, tuple(crossed))
