"""Rows of a YAML or CSV table, each knowing its file and line.

YAML is read by the core schema of YAML 1.2: `NO` is Norway and `2017-08-05` is text until a form says it is a day.
"""

from __future__ import annotations

import csv
import re
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from pathlib import Path
from typing import Any, ClassVar

import yaml

from resolute.ground.errors import FieldRefused, InputRefused
from resolute.ground.kept import PACKAGE, kept

__all__ = ["Row", "Tree", "read_csv", "read_yaml", "table"]

TABLES = Path(__file__).parent / "tables"

_Base = getattr(yaml, "CSafeLoader", yaml.SafeLoader)


class _CoreLoader(_Base):  # type: ignore[misc, valid-type]
    """Scalars by the YAML 1.2 core schema; everything else stays text."""

    yaml_implicit_resolvers: ClassVar[dict[str, list[tuple[str, re.Pattern[str]]]]] = {}


_PLAIN = {  # `\Z`: the resolver asks whether the beginning fits, and "no end" is not null
    "null": (r"(?:~|null|)\Z", ["~", "n", ""]),
    "bool": (r"(?:true|false)\Z", list("tf")),
    "int": (r"[-+]?(?:0|[1-9][0-9]{0,17})\Z", list("-+0123456789")),  # longer digits are a name, and stay text
    "float": (r"[-+]?(?:0|[1-9][0-9]{0,17})\.[0-9]{1,18}(?:[eE][-+]?[0-9]{1,2})?\Z", list("-+0123456789")),
}
for _tag, (_form, _first) in _PLAIN.items():
    _CoreLoader.add_implicit_resolver(f"tag:yaml.org,2002:{_tag}", re.compile(_form), _first)

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
    data = path.read_bytes()
    if path.is_relative_to(PACKAGE):  # a table of the program itself
        name = path.relative_to(PACKAGE).as_posix().replace("/", ".")
        return kept(name, [data], lambda: _decoded(data, path))
    return _decoded(data, path)


def _decoded(data: bytes, path: Path) -> Tree:
    try:
        return parse_yaml(data.decode("utf-8-sig"), path)
    except UnicodeDecodeError as e:
        raise InputRefused(f"{path}", f"byte {e.start} is not UTF-8", "a file in UTF-8") from e


def parse_yaml(text: str, path: Path) -> Tree:
    """Read YAML text; `path` names it in messages."""
    lines: dict[_At, int] = {}
    try:
        _refuse_deep(text, path)
        loader = _CoreLoader(text)
        try:
            node = loader.get_single_node()
        finally:
            loader.dispose()
        data = None if node is None else _plain(node, (), lines, path, set())
    except yaml.MarkedYAMLError as e:
        mark = e.problem_mark or e.context_mark
        raise InputRefused(f"{path}:{mark.line + 1 if mark else 1}", e.problem or "broken YAML", "YAML") from e
    except yaml.YAMLError as e:
        raise InputRefused(f"{path}:1", str(e).splitlines()[0], "YAML") from e
    except UnicodeEncodeError as e:
        raise InputRefused(f"{path}:1", f"character {e.start} is half a character", "text") from e
    return Tree(path, data, lines)


_At = tuple[str | int, ...]

DEEPEST = 100
"""Parts within parts that a file may have. On some thousands the composer of the library ends the whole program."""

_BRACKET = re.compile(r"[\[\]{}]")
_COMPACT = re.compile(r"(?:[-?:][ \t]+){20}")


def _refuse_deep(text: str, path: Path) -> None:
    """Refuse a file of too many parts within parts, before the composer sees it."""
    depth = deepest = 0
    for bracket in _BRACKET.findall(text):  # brackets in words count, too: a doubt, which the parser settles
        depth += 1 if bracket in "[{" else -1
        if depth > deepest:
            deepest = depth
    if deepest <= DEEPEST and not _COMPACT.search(text):
        return
    depth = 0
    for event in yaml.parse(text, Loader=_CoreLoader):
        if isinstance(event, yaml.CollectionStartEvent):
            depth += 1
        elif isinstance(event, yaml.CollectionEndEvent):
            depth -= 1
        if depth > DEEPEST:
            line = event.start_mark.line + 1 if event.start_mark else 1
            raise InputRefused(f"{path}:{line}", f"more than {DEEPEST} parts within parts", "a flatter file")


def _plain(node: Any, at: _At, lines: dict[_At, int], path: Path, seen: set[int]) -> Any:
    """Return the plain data of a node, and note the line of each part. `seen` holds the nodes already read."""
    lines[at] = line = node.start_mark.line + 1
    if id(node) in seen:
        raise InputRefused(f"{path}:{line}", "`*` repeats what stands elsewhere", "the words themselves")
    seen.add(id(node))
    if isinstance(node, yaml.ScalarNode):
        make = _SCALAR.get(node.tag)
        if make is None:
            raise InputRefused(f"{path}:{line}", f"tag {node.tag}", "a plain value")
        try:
            return make(node.value)
        except ValueError:  # a number tag written by hand: `!!int x`
            raise InputRefused(f"{path}:{line}", f'"{node.value[:60]}"', "a number") from None
    if isinstance(node, yaml.SequenceNode):
        return [_plain(item, (*at, i), lines, path, seen) for i, item in enumerate(node.value)]
    return {key: _plain(v, (*at, key), lines, path, seen) for key, v in _pairs(node, at, lines, path)}


def _pairs(node: Any, at: _At, lines: dict[_At, int], path: Path) -> Iterator[tuple[str, Any]]:
    """Yield the keys of a mapping with the nodes of their values."""
    known: set[str] = set()
    for key_node, value_node in node.value:
        line = key_node.start_mark.line + 1
        if not isinstance(key_node, yaml.ScalarNode):
            raise InputRefused(f"{path}:{line}", "a key of several parts", "a word as the key")
        key = str(key_node.value)
        if key in known:
            raise InputRefused(f"{path}:{line}", f"`{key}` stands here a second time", "each key once")
        known.add(key)
        yield key, value_node
        lines[(*at, key)] = line  # the key's own line, not that of its value


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
    """Read a CSV table whose header is exactly `columns`. Raises InputRefused with file and line.

    The line of a row is that on which it begins, also where a cell holds line breaks.
    """
    rows: list[Row] = []
    with path.open(encoding="utf-8-sig", newline="") as f:
        reader = csv.reader(f, strict=True)
        try:
            header = tuple(next(reader, ()))
            if header != columns:
                raise InputRefused(f"{path}:1", f"columns {', '.join(header)}", ", ".join(columns))
            line = reader.line_num + 1
            for cells in reader:
                if len(cells) != len(columns):
                    raise InputRefused(f"{path}:{line}", f"{len(cells)} cells", f"{len(columns)} cells")
                rows.append(Row(path, line, dict(zip(columns, cells, strict=True))))
                line = reader.line_num + 1
        except csv.Error as e:
            raise InputRefused(f"{path}:{max(1, reader.line_num)}", str(e), "comma-separated values") from e
        except UnicodeDecodeError as e:
            raise InputRefused(f"{path}", f"byte {e.start} is not UTF-8", "a file in UTF-8") from e
    return rows


def table(name: str) -> Path:
    """Return the path of one of the ground's own tables."""
    return TABLES / name
