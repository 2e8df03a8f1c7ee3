"""Parquet as a sheet. The library of the extra `tables` is loaded when a file is read."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import ExitStack
from pathlib import Path
from typing import Any

from resolute.ground.errors import InputRefused
from resolute.intake.sheets import Placed, Sheet, broken, empty, library

__all__ = ["parquet_sheet"]

BROKEN = (KeyError, ValueError, TypeError, NotImplementedError, OverflowError, OSError)
"""What the library raises for bytes that are no Parquet."""


def parquet_sheet(path: Path, open_files: ExitStack) -> Sheet:
    """Return the one sheet of a Parquet file; `open_files` holds it open while rows are read.

    Raises: InputRefused for what is no Parquet, Unreachable where the library is not installed.
    """
    parquet = library("pyarrow.parquet", path)
    try:
        file = open_files.enter_context(parquet.ParquetFile(path))
        heads = tuple(file.schema_arrow.names)
        groups = frozenset(f.name for f in file.schema_arrow if f.type.num_fields)
    except BROKEN as e:
        raise broken(str(path), "Parquet file", e) from e
    return Sheet(str(path), heads, _parquet_rows(file, path, heads), groups=groups)


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
