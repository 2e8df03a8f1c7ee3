"""A sheet: rows under one row of heads, each with its place. What the readers of all forms of tables share."""

from __future__ import annotations

import importlib
from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from resolute.ground.errors import InputRefused, Unreachable

__all__ = ["Cells", "Heads", "Placed", "Sheet", "broken", "empty", "library"]

Cells = list[Any]
Placed = tuple[str, "Cells | InputRefused"]
Heads = Callable[[Sequence[str]], bool]
"""Says whether cells may be the heads that are looked for."""


@dataclass(frozen=True, slots=True)
class Sheet:
    """Rows under one row of heads. `rows` gives for each where it stands, and its cells or why it is refused.

    `title` is the name of a spreadsheet's sheet, else empty. `above` counts the rows before the heads. `groups` are the
    heads of columns whose cells are groups of fields or lists.
    """

    where: str
    heads: tuple[str, ...]
    rows: Iterable[Placed]
    title: str = ""
    above: int = 0
    groups: frozenset[str] = frozenset()


def empty(cell: Any) -> bool:
    """Say whether nothing stands in a cell: no value, blanks, or a number that is none."""
    return cell is None or (isinstance(cell, float) and cell != cell) or (isinstance(cell, str) and not cell.strip())


def library(name: str, path: Path) -> Any:
    """Return a library of the extra `tables`, loaded now. Raises Unreachable in one line where it is not there."""
    try:
        return importlib.import_module(name)
    except ModuleNotFoundError as e:
        what = name.partition(".")[0]
        raise Unreachable(
            f"{path}: reading it needs {what}, which is not installed: pip install 'resolute[tables]'"
        ) from e


def broken(where: str, what: str, e: Exception) -> InputRefused:
    """Return the refusal of bytes that are no file of their form."""
    return InputRefused(where, f"no {what} that can be read ({type(e).__name__})", f"a whole {what}")
