"""The sheets of an XLSX workbook. The library of the extra `tables` is loaded when a workbook is read."""

from __future__ import annotations

import itertools
import warnings
import zipfile
import zlib
from collections.abc import Iterator, Sequence
from contextlib import ExitStack
from pathlib import Path
from typing import Any
from xml.etree.ElementTree import ParseError

from resolute.ground.errors import InputRefused
from resolute.intake.cells import text_of
from resolute.intake.sheets import Cells, Heads, Placed, Sheet, broken, empty, library

__all__ = ["spreadsheets"]

LARGEST = 2_000_000_000  # bytes of a workbook once unpacked
LAST_ROW = 1_048_576  # the last row that the form of spreadsheets allows
LOOKED_AT = 30  # rows from the top among which the heads are looked for
AT_ONCE = 1000  # rows taken from the library at a time

BROKEN = (
    zipfile.BadZipFile, zlib.error, ParseError, KeyError, ValueError, TypeError, AttributeError, IndexError, EOFError,
    NotImplementedError, OverflowError, OSError,
)  # fmt: skip
"""What the library raises for bytes that are no workbook."""


def spreadsheets(path: Path, are_heads: Heads, open_files: ExitStack) -> Iterator[Sheet]:
    """Yield the sheets in which anything stands.

    A workbook is opened twice: for the values, and for formulas that nobody has worked out and that have no value yet.
    `open_files` holds what must stay open while rows are read. Raises InputRefused for what is no workbook, Unreachable
    where the library is not installed.
    """
    openpyxl = library("openpyxl", path)
    _refuse_huge(path)
    with warnings.catch_warnings():
        warnings.simplefilter("ignore")  # of what a workbook holds beside its cells, the library warns
        try:
            books = []
            for values_only in (True, False):
                file = open_files.enter_context(path.open("rb"))
                books.append(openpyxl.load_workbook(file, read_only=True, data_only=values_only))
                open_files.callback(books[-1].close)
        except BROKEN as e:
            raise broken(str(path), "spreadsheet", e) from e
    for values, formulas in zip(books[0].worksheets, books[1].worksheets, strict=True):
        for sheet in (values, formulas):
            sheet.reset_dimensions()  # a file may say that it holds fewer rows than it does
        found = _sheet(f"{path}, sheet {values.title}", values, formulas, are_heads)
        if found is not None:
            yield found


def _refuse_huge(path: Path) -> None:
    try:
        with zipfile.ZipFile(path) as packed:
            size = sum(i.file_size for i in packed.infolist())
    except BROKEN as e:
        raise broken(str(path), "spreadsheet", e) from e
    if size > LARGEST:
        raise InputRefused(str(path), f"{size:,} bytes once unpacked", f"at most {LARGEST:,}", "Split it.")


Row = tuple[int, Cells, "InputRefused | None"]


def _sheet(where: str, values: Any, formulas: Any, are_heads: Heads) -> Sheet | None:
    """Return a sheet, its heads looked for among its first rows; None for an empty one."""
    try:
        top = list(itertools.islice(_rows(where, values, formulas), LOOKED_AT))
    except BROKEN as e:
        raise broken(where, "sheet", e) from e
    if not top:
        return None
    heads = [tuple("" if empty(c) else text_of(c) for c in cells) for _, cells, _ in top]
    at = next((i for i, several in enumerate(heads) if are_heads(several)), 0)
    rest = itertools.islice(_rows(where, values, formulas), at + 1, None)
    return Sheet(where, heads[at], _sheet_rows(where, rest), title=values.title, above=top[at][0] - 1)


def _sheet_rows(where: str, rows: Iterator[Row]) -> Iterator[Placed]:
    try:
        for n, cells, refused in rows:
            yield f"{where}, row {n}", refused or cells
    except BROKEN as e:
        yield where, InputRefused(where, f"the rest cannot be read ({type(e).__name__})", "a whole sheet")


def _rows(where: str, values: Any, formulas: Any) -> Iterator[Row]:
    """Yield the rows in which anything stands: number, values, and the refusal of a row that has no value somewhere."""
    pairs = zip(values.iter_rows(), formulas.iter_rows(values_only=True), strict=True)
    for n, (shown, behind) in enumerate(_quietly(pairs), 1):
        if n > LAST_ROW:
            raise OverflowError(n)
        if any(not empty(c) for c in behind):
            cells = [c.value for c in shown]
            yield n, cells, _without_value(f"{where}, row {n}", shown, behind)


def _quietly(rows: Iterator[Any]) -> Iterator[Any]:
    """Yield rows, what the library warns of left unsaid: a day outside the calendar becomes an error in its cell."""
    while True:
        with warnings.catch_warnings():
            warnings.simplefilter("ignore")
            several = list(itertools.islice(rows, AT_ONCE))
        if not several:
            return
        yield from several


ERRORS = ("#N/A", "#REF!", "#VALUE!", "#DIV/0!", "#NAME?", "#NUM!", "#NULL!")


def _without_value(where: str, shown: Sequence[Any], behind: Sequence[Any]) -> InputRefused | None:
    """Refuse a row with an error in a cell, or with a formula whose value the file does not hold."""
    for i, (cell, under) in enumerate(zip(shown, behind, strict=False)):
        if isinstance(cell.value, str) and cell.value in ERRORS:
            return InputRefused(where, f"cell {_letters(i)} holds {cell.value}", "a value")
        worked_out = cell.data_type == "str"  # a formula whose value is no words at all
        if empty(cell.value) and not empty(under) and not worked_out:
            do = "Open and save it once in the program that made it."
            return InputRefused(where, f"cell {_letters(i)} holds a formula without a result", "a value", do)
    return None


def _letters(column: int) -> str:
    """Return the letters of a column: A, Z, AA."""
    out = ""
    column += 1
    while column:
        column, rest = divmod(column - 1, 26)
        out = chr(65 + rest) + out
    return out
