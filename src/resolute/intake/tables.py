"""Conducts from tables: each row of a sheet a conduct, or a refusal with file, sheet and row. None is lost."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping, Sequence
from contextlib import ExitStack
from pathlib import Path
from typing import Any

from resolute.ground.conduct import Conduct
from resolute.ground.errors import FieldRefused, InputRefused, WrongCall
from resolute.ground.forms import from_json
from resolute.intake.cells import amount_of, as_field, money_of, text_of, unit_of
from resolute.intake.columns import Column, columns_of, refuse_unknown, said_of
from resolute.intake.csv_sheets import csv_sheet
from resolute.intake.sheets import Cells, Sheet, empty

__all__ = ["is_table", "table_conducts"]

CSV, SPREADSHEETS, PARQUET = (".csv", ".tsv"), (".xlsx", ".xlsm"), (".parquet", ".pq")
OTHERS = {".xls": "an old spreadsheet", ".ods": "a spreadsheet of another form"}
ACT = "act"
UNITS = ("quantity.unit", "value.currency")

Say = Callable[[str], None]
Told = Mapping[str, str]


def table_conducts(path: Path, told: Told, say: Say) -> Iterator[Conduct | InputRefused]:
    """Yield every row of a table as a Conduct, or as the refusal that says where and what was wanted.

    Args:
        path: the file: CSV, XLSX or Parquet by its ending. Of a workbook those sheets are read in which some column
            says what is done; the first where none does, which is then refused.
        told: what somebody says of columns, from `named_columns`.
        say: is told what each column is read as, where that is a guess, and what is not read.

    Raises: WrongCall for a file that is not there and for columns that cannot be told apart, InputRefused for a file
    that is none of its form, Unreachable where the library for its form is not installed.
    """
    with ExitStack() as open_files:
        sheets = _sheets(path, told, open_files)
        if not sheets:
            raise InputRefused(str(path), "no rows", "a row of heads, and rows below it")
        refuse_unknown(told, [h for sheet in sheets for h in sheet.heads])
        wanted = [s for s in sheets if _says_act(s.heads, told)] or sheets[:1]
        for sheet in sheets:
            if sheet not in wanted:
                say(f"sheet `{sheet.title}` is not read: no column of it says what is done")
        for sheet in wanted:
            yield from _conducts(sheet, told, say)


def is_table(name: str) -> bool:
    """Say whether a file of this name is read as a table, or is one that is refused as such."""
    return Path(name).suffix.lower() in (*CSV, *SPREADSHEETS, *PARQUET, *OTHERS)


def _sheets(path: Path, told: Told, open_files: ExitStack) -> list[Sheet]:
    """Return the sheets of a table by the form that its ending names.

    The readers of spreadsheets and Parquet are loaded only here: what is not read costs no time.
    """
    suffix = path.suffix.lower()
    if suffix in OTHERS:
        raise InputRefused(str(path), OTHERS[suffix], "an .xlsx or a .csv file", "Save it again in one of these forms.")
    if not path.is_file():
        raise WrongCall(f"{path}: no such file.")
    if suffix in CSV:
        return [csv_sheet(path)]
    if suffix in SPREADSHEETS:
        from resolute.intake.spreadsheets import spreadsheets

        return list(spreadsheets(path, lambda heads: _says_act(heads, told), open_files))
    from resolute.intake.parquet_sheets import parquet_sheet

    return [parquet_sheet(path, open_files)]


def _says_act(heads: Sequence[str], told: Told) -> bool:
    """Say whether one of several heads is read as the act."""
    if sum(map(bool, heads)) < 2:
        return False
    try:
        return any(c.field == ACT for c in columns_of(heads, _here(told, heads)))
    except WrongCall:  # two columns of one name or field: told when the sheet is read
        return any(c.strip().casefold() == ACT for c in heads)


def _here(told: Told, heads: Sequence[str]) -> Told:
    return {head: field for head, field in told.items() if head in heads}


def _conducts(sheet: Sheet, told: Told, say: Say) -> Iterator[Conduct | InputRefused]:
    columns = columns_of(sheet.heads, _here(told, sheet.heads), sheet.groups)
    if sheet.above:
        say(f"{sheet.where}: the heads stand in row {sheet.above + 1}; what stands above them is not read")
    said_of(columns, say)
    if not any(c.field == ACT for c in columns):
        seen = ", ".join(f"`{c.head}`" for c in columns if c.head) or "none"
        do = "Name the one that says what is done: --column NAME=act."
        yield InputRefused(sheet.where, f"no column says what is done; columns: {seen}", "a column `act`", do)
        return
    for where, cells in sheet.rows:
        yield cells if isinstance(cells, InputRefused) else _conduct(where, cells, columns)


def _conduct(where: str, cells: Cells, columns: tuple[Column, ...]) -> Conduct | InputRefused:
    headed = [c.head for c in columns] + [""] * (len(cells) - len(columns))
    if any(not head and not empty(cell) for head, cell in zip(headed, cells, strict=False)):
        return InputRefused(where, "a cell without a head above it", f"{len(columns)} cells, one under each head")
    try:
        return from_json(Conduct, _form(cells, columns))
    except FieldRefused as e:
        return e.at(where)


def _form(cells: Cells, columns: tuple[Column, ...]) -> dict[str, Any]:
    """Return the JSON of a conduct from a row. Raises FieldRefused with the first field whose cell does not fit."""
    filled = [(c, cell) for c, cell in zip(columns, cells, strict=False) if c.field is not None and not empty(cell)]
    units: dict[str | None, str] = {c.field: text_of(cell) for c, cell in filled if c.field in UNITS}
    out: dict[str, Any] = {}
    parties: dict[str, dict[str, Any]] = {}
    for c, cell in filled:
        if c.field in units and any(o.field == (c.field or "").partition(".")[0] for o, _ in filled):
            continue
        if c.path[0] == "party":
            _, role, field = c.path
            parties.setdefault(str(role), {"role": role})[str(field)] = as_field(("parties", 0, str(field)), cell)
        else:
            path, value = _value(c, cell, units)
            _put(out, path, value)
    form: dict[str, Any] = _listed(out)
    if parties:
        form["parties"] = [*form.get("parties", []), *parties.values()]
    return form


def _value(c: Column, cell: Any, units: Mapping[str | None, str]) -> tuple[tuple[str | int, ...], Any]:
    """Return where a cell goes, and what it is there."""
    if isinstance(cell, (dict, list)):
        return c.path, _whole(c.path, cell)
    if c.field == "goods":
        return ("goods", 0, "text"), text_of(cell)
    if c.field == "quantity":
        told = units.get("quantity.unit")
        return ("quantity",), amount_of(cell, unit_of(told, ("quantity", "unit")) if told else c.unit)
    if c.field == "value":
        return ("value",), money_of(cell, units.get("value.currency") or c.unit)
    if c.field == "quantity.unit":
        return c.path, unit_of(text_of(cell), c.path)
    return c.path, as_field(c.path, cell)


def _whole(path: tuple[str | int, ...], cell: Any) -> Any:
    """Return a group of fields as a column of Parquet holds it: without what is empty, a map of facts as fields."""
    if isinstance(cell, dict):
        return {k: _whole((*path, k), v) for k, v in cell.items() if v is not None}
    if isinstance(cell, list) and path[-1] == "facts" and all(isinstance(p, tuple) and len(p) == 2 for p in cell):
        return {str(k): v for k, v in cell}
    if isinstance(cell, list):
        return [_whole((*path, i), v) for i, v in enumerate(cell)]
    return as_field(path, cell)


def _put(out: dict[Any, Any], path: tuple[str | int, ...], value: Any) -> None:
    for part in path[:-1]:
        child = out.setdefault(part, {})
        if not isinstance(child, dict):
            raise FieldRefused(path, "stands beside a column that fills the whole of it", "one of the two")
        out = child
    out[path[-1]] = value


def _listed(form: Any) -> Any:
    """Return groups whose keys are numbers as lists in their order."""
    if not isinstance(form, dict):
        return form
    if form and all(isinstance(k, int) for k in form):
        return [_listed(form[k]) for k in sorted(form)]
    return {k: _listed(v) for k, v in form.items()}
