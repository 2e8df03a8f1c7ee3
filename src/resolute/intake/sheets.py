"""Rows of CSV, XLSX and Parquet files, each with its place. No row is lost: what cannot be read is refused.

Spreadsheets and Parquet need the libraries of the extra `tables`; they are loaded when a file of theirs is read.
"""

from __future__ import annotations

import csv
import importlib
import io
import itertools
import warnings
import zipfile
import zlib
from collections.abc import Callable, Iterable, Iterator, Sequence
from contextlib import ExitStack
from dataclasses import dataclass
from pathlib import Path
from typing import Any
from xml.etree.ElementTree import ParseError

from resolute.ground.errors import InputRefused, Unreachable, WrongCall
from resolute.intake.cells import text_of

__all__ = ["SUFFIXES", "Cells", "Placed", "Sheet", "empty", "is_table", "sheets_of"]

SUFFIXES = (".csv", ".tsv", ".xlsx", ".xlsm", ".parquet", ".pq")
OTHERS = {".xls": "an old spreadsheet", ".ods": "a spreadsheet of another form"}
LARGEST = 2_000_000_000  # bytes of a spreadsheet once unpacked
LAST_ROW = 1_048_576  # the last row that the form of spreadsheets allows
LOOKED_AT = 30  # rows from the top among which the heads are looked for
AT_ONCE = 1000  # rows taken from a library at a time

BROKEN = (
    zipfile.BadZipFile, zlib.error, ParseError, KeyError, ValueError, TypeError, AttributeError, IndexError, EOFError,
    NotImplementedError, OverflowError, OSError,
)  # fmt: skip
"""What the libraries raise for bytes that are no file of theirs."""

Cells = list[Any]
Placed = tuple[str, "Cells | InputRefused"]
Heads = Callable[[Sequence[str]], bool]


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


def is_table(name: str) -> bool:
    """Say whether a file of this name is read as a table, or is one that is refused as such."""
    return Path(name).suffix.lower() in (*SUFFIXES, *OTHERS)


def sheets_of(path: Path, are_heads: Heads, open_files: ExitStack) -> Iterator[Sheet]:
    """Yield the sheets of a table; CSV and Parquet have one.

    Args:
        path: the file; its ending says its form.
        are_heads: says whether cells may be the heads that are looked for: in a spreadsheet they need not come first.
        open_files: holds what must stay open while rows are read.

    Raises: WrongCall for a file that is not there, InputRefused for one that is none of its form, Unreachable where the
    library for its form is not installed.
    """
    suffix = path.suffix.lower()
    if suffix in OTHERS:
        raise InputRefused(str(path), OTHERS[suffix], "an .xlsx or a .csv file", "Save it again in one of these forms.")
    if not path.is_file():
        raise WrongCall(f"{path}: no such file.")
    if suffix in (".csv", ".tsv"):
        return _csv_sheets(path)
    if suffix in (".xlsx", ".xlsm"):
        return _spreadsheets(path, are_heads, open_files)
    return _parquet_sheets(path, open_files)


def empty(cell: Any) -> bool:
    """Say whether nothing stands in a cell: no value, blanks, or a number that is none."""
    return cell is None or (isinstance(cell, float) and cell != cell) or (isinstance(cell, str) and not cell.strip())


# CSV


def _csv_sheets(path: Path) -> Iterator[Sheet]:
    try:
        text = path.read_bytes().decode("utf-8-sig")
    except UnicodeDecodeError as e:
        found = f"byte {e.start} is not UTF-8"
        raise InputRefused(str(path), found, "a file in UTF-8", "Save it again as UTF-8.") from e
    except OSError as e:
        raise WrongCall(f"{path}: {e.strerror}.") from e
    reader = csv.reader(io.StringIO(text, newline=""), delimiter=_between(path, text), strict=True)
    try:
        heads = next(reader, [])
    except csv.Error as e:
        raise InputRefused(f"{path}:1", str(e), "a row of heads") from e
    if not any(h.strip() for h in heads):
        raise InputRefused(f"{path}:1", "no heads", "a row of heads, and rows below it")
    yield Sheet(str(path), tuple(h.strip() for h in heads), _csv_rows(reader, path, len(heads)))


def _between(path: Path, text: str) -> str:
    """Return what stands between the cells: a comma, or what the heads have where they have no comma."""
    first = text.partition("\n")[0]
    if path.suffix.lower() == ".tsv":
        return "\t"
    return next((sign for sign in (",", ";", "\t") if sign in first), ",")


def _csv_rows(reader: Any, path: Path, width: int) -> Iterator[Placed]:
    line = reader.line_num + 1
    try:
        for cells in reader:
            where = f"{path}:{line}"
            line = reader.line_num + 1
            if any(c.strip() for c in cells):
                few = InputRefused(where, f"{len(cells)} cells", f"{width}, one under each head")
                yield where, few if len(cells) < width else cells
    except csv.Error as e:
        where = f"{path}:{max(line, reader.line_num)}"
        yield where, InputRefused(where, str(e), "CSV", "Nothing below this line was read.")


# Spreadsheets


def _library(name: str, path: Path) -> Any:
    """Return a library of the extra `tables`, loaded now. Raises Unreachable in one line where it is not there."""
    try:
        return importlib.import_module(name)
    except ModuleNotFoundError as e:
        what = name.partition(".")[0]
        raise Unreachable(
            f"{path}: reading it needs {what}, which is not installed: pip install 'resolute[tables]'"
        ) from e


def _broken(where: str, what: str, e: Exception) -> InputRefused:
    return InputRefused(where, f"no {what} that can be read ({type(e).__name__})", f"a whole {what}")


def _spreadsheets(path: Path, are_heads: Heads, open_files: ExitStack) -> Iterator[Sheet]:
    """Yield the sheets in which anything stands.

    A workbook is opened twice: for the values, and for formulas that nobody has worked out and that have no value yet.
    """
    library = _library("openpyxl", path)
    _refuse_huge(path)
    with warnings.catch_warnings():
        warnings.simplefilter("ignore")  # of what a workbook holds beside its cells, the library warns
        try:
            books = []
            for values_only in (True, False):
                file = open_files.enter_context(path.open("rb"))
                books.append(library.load_workbook(file, read_only=True, data_only=values_only))
                open_files.callback(books[-1].close)
        except BROKEN as e:
            raise _broken(str(path), "spreadsheet", e) from e
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
        raise _broken(str(path), "spreadsheet", e) from e
    if size > LARGEST:
        raise InputRefused(str(path), f"{size:,} bytes once unpacked", f"at most {LARGEST:,}", "Split it.")


Row = tuple[int, Cells, "InputRefused | None"]


def _sheet(where: str, values: Any, formulas: Any, are_heads: Heads) -> Sheet | None:
    """Return a sheet, its heads looked for among its first rows; None for an empty one."""
    try:
        top = list(itertools.islice(_rows(where, values, formulas), LOOKED_AT))
    except BROKEN as e:
        raise _broken(where, "sheet", e) from e
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


# Parquet


def _parquet_sheets(path: Path, open_files: ExitStack) -> Iterator[Sheet]:
    library = _library("pyarrow.parquet", path)
    try:
        file = open_files.enter_context(library.ParquetFile(path))
        heads = tuple(file.schema_arrow.names)
        groups = frozenset(f.name for f in file.schema_arrow if f.type.num_fields)
    except BROKEN as e:
        raise _broken(str(path), "Parquet file", e) from e
    yield Sheet(str(path), heads, _parquet_rows(file, path, heads), groups=groups)


def _parquet_rows(file: Any, path: Path, heads: tuple[str, ...]) -> Iterator[Placed]:
    n = 0
    try:
        for batch in file.iter_batches():
            columns = [column.to_pylist() for column in batch.columns]
            for cells in zip(*columns, strict=True):
                n += 1
                where = f"{path}, row {n}"
                held = next((h for h, c in zip(heads, cells, strict=True) if isinstance(c, bytes)), None)
                if held is not None:
                    yield where, InputRefused(where, f"column `{held}` holds bytes", "text, numbers or days")
                elif not all(empty(c) for c in cells):
                    yield where, list(cells)
    except BROKEN as e:
        where = f"{path}, after row {n}"
        yield where, InputRefused(where, f"the rest cannot be read ({type(e).__name__})", "a whole Parquet file")
