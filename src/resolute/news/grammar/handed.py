"""What a cue hands over, in positions of its line."""

from __future__ import annotations

from dataclasses import dataclass

__all__ = ["Handed", "Stretch"]

Stretch = tuple[int, int]


@dataclass(frozen=True, slots=True)
class Handed:
    """Who speaks, by which words, what is handed over; `pending`: a colon promises the next paragraph's words."""

    source: tuple[Stretch, ...]
    cue: tuple[Stretch, ...]
    content: tuple[Stretch, ...]
    rule: str
    addressee: Stretch | None = None
    pending: bool = False
