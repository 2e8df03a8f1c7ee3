"""Rows of a YAML or CSV table, each knowing its file and line.

YAML is read by the core schema of YAML 1.2: `NO` is Norway and `2017-08-05` is text until a form says it is a day.
"""

from __future__ import annotations

import csv
import re
from collections.abc import Callable
from dataclasses import dataclass
from pathlib import Path
from typing import Any

import yaml

from resolute.ground.errors import FieldRefused, InputRefused

__all__ = ["Row", "Tree", "read_csv", "read_yaml", "table"]

TABLES = Path(__file__).parent / "tables"

_Base = getattr(yaml, "CSafeLoader", yaml.SafeLoader)


class _CoreLoader(_Base):  # type: ignore[misc, valid-type]
    """Scalars by the YAML 1.2 core schema; everything else stays text."""

    yaml_implicit_resolvers: dict[str, list[tuple[str, re.Pattern[str]]]] = {}


_CoreLoader.add_implicit_resolver("tag:yaml.org,2002:null", re.compile(r"~|null|"), ["~", "n", ""])
_CoreLoader.add_implicit_resolver("tag:yaml.org,2002:bool", re.compile(r"true|false"), list("tf"))
_CoreLoader.add_implicit_resolver("tag:yaml.org,2002:int", re.compile(r"[-+]?(?:0|[1-9][0-9]*)"), list("-+0123456789"))
_CoreLoader.add_implicit_resolver(
    "tag:yaml.org,2002:float", re.compile(r"[-+]?(?:0|[1-9][0-9]*)\.[0-9]+(?:[eE][-+]?[0-9]+)?"), list("-+0123456789")
)

_SCALAR: dict[str, Callable[[str], Any]] = {
    "tag:yaml.org,2002:null": lambda _: None,
    "tag:yaml.org,2002:bool": lambda v: v == "true",
    "tag:yaml.org,2002:int": int,
    "tag:yaml.org,2002:float": float,
    "tag:yaml.org,2002:str": str,
}


@dataclass(frozen=True, slots=True)
class Tree:
    """The plain data of a YAML file, and the line on which each part of it stands."""

    path: Path
    data: Any
    lines: dict[tuple[str | int, ...], int]

    def where(self, path: tuple[str | int, ...] = ()) -> str:
        """Return `file:line` of the part at `path`, or of the nearest part above it that stands in the file."""
        while path and path not in self.lines:
            path = path[:-1]
        return f"{self.path}:{self.lines.get(path, 1)}"

    def refused(self, e: FieldRefused, under: tuple[str | int, ...] = ()) -> InputRefused:
        """Return the refusal with file and line."""
        return e.at(self.where(under + e.path))


def read_yaml(path: Path) -> Tree:
    """Read a YAML file. Raises InputRefused with file and line: syntax, a key that stands twice, a tag, an anchor."""
    try:
        return parse_yaml(path.read_text(encoding="utf-8"), path)
    except UnicodeDecodeError as e:
        raise InputRefused(f"{path}", f"byte {e.start} is not UTF-8", "a file in UTF-8") from e


def parse_yaml(text: str, path: Path) -> Tree:
    """Read YAML text; `path` names it in messages."""
    lines: dict[tuple[str | int, ...], int] = {}
    loader = _CoreLoader(text)
    try:
        node = loader.get_single_node()
        data = None if node is None else _plain(node, (), lines, path)
    except yaml.MarkedYAMLError as e:
        mark = e.problem_mark or e.context_mark
        raise InputRefused(f"{path}:{mark.line + 1 if mark else 1}", e.problem or "broken YAML", "YAML") from e
    except yaml.YAMLError as e:
        raise InputRefused(f"{path}:1", str(e).splitlines()[0], "YAML") from e
    finally:
        loader.dispose()
    return Tree(path, data, lines)


def _plain(node: Any, at: tuple[str | int, ...], lines: dict[tuple[str | int, ...], int], path: Path) -> Any:
    lines[at] = node.start_mark.line + 1
    if isinstance(node, yaml.ScalarNode):
        make = _SCALAR.get(node.tag)
        if make is None:
            raise InputRefused(f"{path}:{lines[at]}", f"tag {node.tag}", "a plain value")
        return make(node.value)
    if isinstance(node, yaml.SequenceNode):
        return [_plain(item, (*at, i), lines, path) for i, item in enumerate(node.value)]
    out: dict[str, Any] = {}
    for key_node, value_node in node.value:
        key = str(key_node.value)
        if key in out:
            line = key_node.start_mark.line + 1
            raise InputRefused(f"{path}:{line}", f"`{key}` stands here a second time", "each key once")
        out[key] = _plain(value_node, (*at, key), lines, path)
        lines[(*at, key)] = key_node.start_mark.line + 1
    return out


@dataclass(frozen=True, slots=True)
class Row:
    """One row of a CSV table."""

    path: Path
    line: int
    cells: dict[str, str]

    def __getitem__(self, column: str) -> str:
        """Return the cell of a column."""
        return self.cells[column]

    @property
    def where(self) -> str:
        """Return `file:line`."""
        return f"{self.path}:{self.line}"


def read_csv(path: Path, columns: tuple[str, ...]) -> list[Row]:
    """Read a CSV table whose header is exactly `columns`. Raises InputRefused with file and line."""
    with path.open(encoding="utf-8", newline="") as f:
        reader = csv.reader(f)
        header = tuple(next(reader, ()))
        if header != columns:
            raise InputRefused(f"{path}:1", f"columns {', '.join(header)}", ", ".join(columns))
        rows = []
        for cells in reader:
            if len(cells) != len(columns):
                raise InputRefused(f"{path}:{reader.line_num}", f"{len(cells)} cells", f"{len(columns)} cells")
            rows.append(Row(path, reader.line_num, dict(zip(columns, cells, strict=True))))
        return rows


def table(name: str) -> Path:
    """Return the path of one of the ground's own tables."""
    return TABLES / name
