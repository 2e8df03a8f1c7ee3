"""What several commands read from their options, and the exit code of a refusal."""

from __future__ import annotations

from resolute.ground.errors import WrongCall
from resolute.ground.time import Day, day_of

__all__ = ["REFUSED", "day"]

REFUSED = 3  # the exit code where some input was refused and the rest is done


def day(text: str | None) -> Day | None:
    """Return a day given as an option. Raises WrongCall."""
    if text is None:
        return None
    try:
        return day_of(text)
    except ValueError as e:
        raise WrongCall(f"{e}.") from e
