"""Who says, who denies, who is silent: speakers by the State they speak for, against subjects."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass

from resolute.cases.terms import Brief, MatrixCell, MatrixColumn, MatrixRow

__all__ = ["Entry", "Group", "Part", "Speaks", "parts"]

WIDEST = 7
"""Columns that can be read side by side on one A4 page; more of them go into a further table."""


@dataclass(frozen=True, slots=True)
class Entry:
    """One stance of one speaker on one subject, and the claims in which he takes it."""

    stance: str
    claims: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Speaks:
    """A speaker and his entries, one cell a column; an empty cell means that nothing was found."""

    who: str
    role: str
    cells: tuple[tuple[Entry, ...], ...]


@dataclass(frozen=True, slots=True)
class Group:
    """Speakers for one State."""

    title: str
    rows: tuple[Speaks, ...]


@dataclass(frozen=True, slots=True)
class Part:
    """A table of at most `WIDEST` subjects. `silent` counts the speakers who say nothing on any of them."""

    columns: tuple[MatrixColumn, ...]
    first: int
    groups: tuple[Group, ...]
    silent: int


def parts(brief: Brief) -> tuple[Part, ...]:
    """Return the matrix in tables that fit a page, in the order of the columns; none where nobody takes a stand."""
    columns = brief.matrix_columns
    chunks = [columns[i : i + WIDEST] for i in range(0, len(columns), WIDEST)]
    return tuple(_part(chunk, n * WIDEST, brief.matrix) for n, chunk in enumerate(chunks))


def _part(columns: tuple[MatrixColumn, ...], first: int, rows: Sequence[MatrixRow]) -> Part:
    ids = {c.id for c in columns}
    speaking = [r for r in rows if any(c.column in ids and c.stances for c in r.cells)]
    groups: dict[str, list[Speaks]] = {}
    for row in speaking:
        cells = {c.column: c for c in row.cells}
        entries = tuple(_entries(cells.get(c.id)) for c in columns)
        groups.setdefault(row.group, []).append(Speaks(row.who, row.role, entries))
    return Part(
        columns=columns,
        first=first + 1,
        groups=tuple(Group(title, tuple(found)) for title, found in groups.items()),
        silent=len(rows) - len(speaking),
    )


def _entries(cell: MatrixCell | None) -> tuple[Entry, ...]:
    by_stance: dict[str, list[str]] = {}
    for stance, claim in _pairs(cell):
        by_stance.setdefault(stance, []).append(claim)
    return tuple(Entry(stance, tuple(dict.fromkeys(claims))) for stance, claims in by_stance.items())


def _pairs(cell: MatrixCell | None) -> Iterable[tuple[str, str]]:
    return cell.stances if cell else ()
