"""The paragraphs of a plain text: where the page may start a new line. Together they are the whole text, unchanged."""

from __future__ import annotations

import re
from dataclasses import dataclass
from itertools import pairwise

__all__ = ["Paragraph", "paragraphs"]

NARROWEST, WIDEST = 40, 100
"""A line broken by a typewriter's margin is this many characters wide; longer ones end where their paragraph does."""

_LINE = re.compile(r"[^\n\r]*(?:\r\n|\n|\r)?")


@dataclass(frozen=True, slots=True)
class Paragraph:
    """Characters `start` to `end`, the line ends after it included; `number` counts from 1 the ones that hold words."""

    start: int
    end: int
    number: int


def paragraphs(text: str) -> tuple[Paragraph, ...]:
    """Return the paragraphs of a text, in order and without a gap: blank lines belong to the one before them.

    A line is a paragraph, except where a block between blank lines looks broken at a margin: then the block is one.
    Nothing for a text without words, except one paragraph of number 0 where there are characters at all.
    """
    starts: list[int] = []
    for block in _blocks(text):
        starts += block[:1] if _wrapped(text, block) else block
    if not starts:
        return (Paragraph(0, len(text), 0),) if text else ()
    bounds = [0, *starts[1:], len(text)]
    return tuple(Paragraph(bounds[i], bounds[i + 1], i + 1) for i in range(len(starts)))


def _blocks(text: str) -> list[list[int]]:
    """Return the offsets of the lines that hold something, block by block."""
    blocks: list[list[int]] = [[]]
    for line in _LINE.finditer(text):
        if line.group().strip():
            blocks[-1].append(line.start())
        elif blocks[-1]:
            blocks.append([])
    return [b for b in blocks if b]


def _wrapped(text: str, block: list[int]) -> bool:
    """Say whether a margin broke the lines of a block.

    All but the last are fairly long, none is very long, and half of them or more run on into a small letter.
    """
    lines = [_LINE.match(text, start) for start in block]
    shown = [m.group().strip() for m in lines if m]
    if len(shown) < 2 or not all(NARROWEST <= len(line) <= WIDEST for line in shown[:-1]) or len(shown[-1]) > WIDEST:
        return False
    running_on = sum(after[:1].islower() for _, after in pairwise(shown))
    return running_on * 2 >= len(shown) - 1
