"""How two written numbers come to be mistaken for each other: the slips of a hand that types."""

from __future__ import annotations

from collections.abc import Iterable

__all__ = ["cited_number_slips", "one_slip_off"]


def cited_number_slips(a: int, b: int) -> str | None:
    """Say by which single slip `a` becomes `b`; None where it takes more than one, or none.

    A slip is one digit changed, two digits swapped (side by side or not), one digit left out, or one too many. That
    one slip would do says that a mistake is possible, not that it was made.

    Args:
        a: the number as written.
        b: the number that may have been meant.

    Returns: the slip in words, read from `a`: "two digits swapped", "one digit changed", "one digit left out" (`a`
    lacks a digit of `b`), "one digit too many" (`a` has a digit that `b` lacks).
    """
    written, meant = str(a), str(b)
    if written == meant:
        return None
    if len(written) == len(meant):
        apart = [i for i in range(len(written)) if written[i] != meant[i]]
        if len(apart) == 1:
            return "one digit changed"
        if len(apart) == 2 and written[apart[0]] == meant[apart[1]] and written[apart[1]] == meant[apart[0]]:
            return "two digits swapped"
        return None
    if len(written) + 1 == len(meant) and _lacks_one(written, meant):
        return "one digit left out"
    if len(meant) + 1 == len(written) and _lacks_one(meant, written):
        return "one digit too many"
    return None


def _lacks_one(short: str, long: str) -> bool:
    """Say whether `long` without one of its digits is `short`."""
    return any(long[:i] + long[i + 1 :] == short for i in range(len(long)))


def one_slip_off(written: int, known: Iterable[int]) -> tuple[int, ...]:
    """Return the known numbers one slip away from the written one, in rising order."""
    return tuple(sorted(n for n in set(known) if cited_number_slips(written, n)))
