"""CSV as a sheet: a comma, a semicolon or a tab between the cells; each row with the line on which it begins."""

from __future__ import annotations

import csv
import io
from collections.abc import Iterator
from pathlib import Path
from typing import Any

from resolute.ground.errors import InputRefused, WrongCall
from resolute.intake.sheets import Placed, Sheet

__all__ = ["csv_sheet"]


def csv_sheet(path: Path) -> Sheet:
    """Return the one sheet of a CSV file. Raises WrongCall where it cannot be opened, InputRefused where it is none."""
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
    return Sheet(str(path), tuple(h.strip() for h in heads), _csv_rows(reader, path, len(heads)))


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
