"""Conducts from JSON, JSON lines, YAML or CSV: each row a conduct, or a refusal with file and line. None is lost."""

from __future__ import annotations

import csv
import io
import json
import re
from collections.abc import Iterator
from pathlib import Path
from typing import Any

from resolute.ground.conduct import Conduct
from resolute.ground.errors import FieldRefused, InputRefused
from resolute.ground.forms import from_json
from resolute.ground.rows import parse_yaml

__all__ = ["conducts", "one_conduct", "value_of"]

Row = tuple[str, Any]


def conducts(text: str, name: str) -> Iterator[Conduct | InputRefused]:
    """Yield every row of a file as a Conduct, or as the refusal that says file, line and what was wanted.

    The form is told by the ending of the name, or by the first character for standard input.
    """
    for where, data in _rows(text, name):
        if isinstance(data, InputRefused):
            yield data
            continue
        try:
            yield one_conduct(data)
        except FieldRefused as e:
            yield e.at(where)


def one_conduct(data: Any) -> Conduct:
    """Return the Conduct of plain data. Raises FieldRefused with the path of what does not fit."""
    return from_json(Conduct, data)


def _rows(text: str, name: str) -> Iterator[Row]:
    suffix = Path(name).suffix.lower()
    if suffix == ".csv":
        return _csv_rows(text, name)
    if suffix in (".yaml", ".yml"):
        return _yaml_rows(text, name)
    if suffix == ".jsonl" or (suffix in ("", ".ndjson") and _many_lines(text)):
        return _json_lines(text, name)
    return _json_rows(text, name)


def _many_lines(text: str) -> bool:
    lines = [line for line in text.splitlines() if line.strip()]
    return len(lines) > 1 and all(line.lstrip().startswith("{") and line.rstrip().endswith("}") for line in lines[:2])


def _json_lines(text: str, name: str) -> Iterator[Row]:
    for n, line in enumerate(text.splitlines(), 1):
        if line.strip():
            try:
                yield f"{name}:{n}", json.loads(line)
            except json.JSONDecodeError as e:
                yield (
                    f"{name}:{n}",
                    InputRefused(f"{name}:{n}", f"{e.msg} at column {e.colno}", "one JSON object a line"),
                )


def _json_rows(text: str, name: str) -> Iterator[Row]:
    try:
        data = json.loads(text)
    except json.JSONDecodeError as e:
        yield name, InputRefused(f"{name}:{e.lineno}", f"{e.msg} at column {e.colno}", "JSON")
        return
    if isinstance(data, list):
        for n, row in enumerate(data, 1):
            yield f"{name}, item {n}", row
    else:
        yield name, data


def _yaml_rows(text: str, name: str) -> Iterator[Row]:
    try:
        tree = parse_yaml(text, Path(name))
    except InputRefused as e:
        yield name, e
        return
    if isinstance(tree.data, list):
        for n, row in enumerate(tree.data):
            yield tree.where((n,)), row
    else:
        yield tree.where(), tree.data


def _csv_rows(text: str, name: str) -> Iterator[Row]:
    """Yield CSV rows; a column is a field, `actor.state` a field of a field, `parties.0.role` one of several."""
    reader = csv.DictReader(io.StringIO(text, newline=""), restkey="", strict=True)
    try:
        for row in reader:
            where = f"{name}:{reader.line_num}"
            if "" in row:
                yield where, InputRefused(where, "more cells than columns", f"{len(reader.fieldnames or ())} cells")
            else:
                yield where, nested({k: v for k, v in row.items() if v})
    except csv.Error as e:
        yield name, InputRefused(f"{name}:{reader.line_num}", str(e), "CSV")


# Columns whose cells are no text: amounts, shares, yes and no, answers to questions. `NO` in any other is Norway.
_VALUES = re.compile(r"(?:^|\.)(?:facts\..+|min|max|amount|share|approximate|us_person|controls)$")


def nested(cells: dict[str, str]) -> dict[str, Any]:
    """Return nested fields for dotted columns: `actor.state`, `parties.0.role`; `goods` alone is the good's words."""
    out: dict[str, Any] = {}
    for column, value in cells.items():
        path = column.strip().split(".")
        path = ["goods", "0", "text"] if path == ["goods"] else path
        _put(out, path, value_of(value) if _VALUES.search(column) else value)
    lists = {"goods", "parties", "vessels", "via"}
    return {k: _in_order(v) if k in lists and isinstance(v, dict) else v for k, v in out.items()}


def _put(out: dict[str, Any], path: list[str], value: Any) -> None:
    for part in path[:-1]:
        child = out.setdefault(part, {})
        if not isinstance(child, dict):
            return
        out = child
    out[path[-1]] = value


def _in_order(numbered: dict[str, Any]) -> list[Any]:
    return [numbered[k] for k in sorted(numbered, key=lambda k: (len(k), k))]


def value_of(text: str) -> Any:
    """Return yes, no or a number for words that say so, else the words: `true`, `no`, `500`, `0.5`."""
    plain = text.strip()
    if plain.lower() in ("true", "yes"):
        return True
    if plain.lower() in ("false", "no"):
        return False
    if re.fullmatch(r"-?(?:0|[1-9]\d*)", plain):
        return int(plain)
    if re.fullmatch(r"-?(?:0|[1-9]\d*)\.\d+", plain):
        return float(plain)
    return plain
