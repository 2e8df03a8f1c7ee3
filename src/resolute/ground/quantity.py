"""Amounts with bounds and units. What the words leave open stays open."""

from __future__ import annotations

from dataclasses import dataclass
from typing import ClassVar

__all__ = ["Quantity"]


@dataclass(frozen=True, slots=True, kw_only=True)
class Quantity:
    """At least `min` and at most `max` of a unit, both included; None where the words leave a side open.

    `unit` is a code of `tables/units.yaml` (`t`, `bbl`, `person`, `vessel`, `occasion`, `TEU`). "About 10,000" has
    both bounds at 10,000 and is `approximate`; "at least three" has no `max`.
    """

    SPARSE: ClassVar[bool] = True
    min: float | None = None
    max: float | None = None
    unit: str | None = None
    approximate: bool = False

    def __post_init__(self) -> None:
        """Refuse bounds that cross."""
        if self.min is not None and self.max is not None and self.max < self.min:
            raise ValueError(f"at most {self.max} is less than at least {self.min}")
