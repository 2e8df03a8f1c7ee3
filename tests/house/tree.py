"""What the house says of itself, read from its files: each rule takes the folder of the package and returns offences.

An offence is one line that a person can act on: where, what was found, what was wanted. No rule imports the package.
"""

from __future__ import annotations

import ast
import csv
import re
import sys
from collections.abc import Iterator
from functools import cache
from pathlib import Path

REPO = Path(__file__).resolve().parents[2]
PACKAGE = REPO / "src" / "resolute"
ROOMS = {"law", "lists", "news", "sea", "cases"}
LONGEST = 60
EMPTY_WORDS = re.compile(r"utils?|helpers?|misc|common|stuff|managers?", re.IGNORECASE)
EMPTY_NAMES = re.compile(r"(?:Manager|Helper|Utils?|Service|Handler)s?$")
CLOCKS = {"now", "today", "utcnow", "perf_counter", "monotonic", "time_ns"}
CHANCE = {"random", "secrets", "uuid", "time"}
ORIGIN = re.compile(r"^#.*\bOrigin:", re.MULTILINE)
SOURCED = re.compile(r"^\s*(?:- )?(?:origin|sources?|citation|confidence):", re.MULTILINE)  # `confidence: M` is memory
SOURCE_COLUMNS = {"origin", "source", "sources"}


def modules(package: Path) -> dict[str, Path]:
    """Return every module of the package by its dotted name."""
    found = {}
    for path in sorted(package.rglob("*.py")):
        parts = path.relative_to(package.parent).with_suffix("").parts
        found[".".join(parts[:-1] if parts[-1] == "__init__" else parts)] = path
    return found


@cache
def parsed(path: Path, _changed: int) -> ast.Module:
    return ast.parse(path.read_text(encoding="utf-8"), str(path))


def tree_of(path: Path) -> ast.Module:
    """Return the syntax tree of a file, parsed once as long as the file stays as it is."""
    return parsed(path, path.stat().st_mtime_ns)


def room_of(name: str) -> str:
    """Return the room a module stands in: `law` of `resolute.law.terms`; empty for the package itself."""
    return name.split(".")[1] if "." in name else ""


def imported(package: Path, name: str, path: Path) -> Iterator[tuple[int, str]]:
    """Yield line and full name of all that a module imports: at its top, in functions, under TYPE_CHECKING."""
    inside = name.split(".") if path.name == "__init__.py" else name.split(".")[:-1]
    for node in ast.walk(tree_of(path)):
        if isinstance(node, ast.Import):
            for alias in node.names:
                yield node.lineno, alias.name
        elif isinstance(node, ast.ImportFrom):
            base = inside[: len(inside) - node.level + 1] if node.level else []
            whole = ".".join([*base, *([node.module] if node.module else [])])
            for alias in node.names:
                yield node.lineno, f"{whole}.{alias.name}" if whole else alias.name


def graph(package: Path) -> dict[str, set[str]]:
    """Return for each module the modules of the package that it imports."""
    known = modules(package)
    edges: dict[str, set[str]] = {name: set() for name in known}
    for name, path in known.items():
        for _, whole in imported(package, name, path):
            target = whole if whole in known else whole.rpartition(".")[0]
            if target in known:
                edges[name].add(target)
    return edges


def circles(package: Path) -> list[str]:
    """Name each group of modules that import one another, however the import is written."""
    edges = graph(package)
    reach = {name: reached(edges, name) for name in edges}
    offences, told = [], set()
    for name in edges:
        ring = sorted(other for other in reach[name] if name in reach[other])
        if ring and name not in told:
            told.update(ring)
            offences.append("import circle: " + " <-> ".join(ring) + "; move the shared noun a floor down")
    return offences


def reached(edges: dict[str, set[str]], start: str) -> set[str]:
    """Return all that can be reached from a module by one import or more."""
    seen: set[str] = set()
    todo = list(edges[start])
    while todo:
        name = todo.pop()
        if name not in seen:
            seen.add(name)
            todo.extend(edges[name])
    return seen


def foreign_to_the_ground(package: Path) -> list[str]:
    """The ground imports the standard library, a YAML reader and itself."""
    allowed = sys.stdlib_module_names | {"yaml"}
    offences = []
    for name, path in modules(package).items():
        if room_of(name) == "ground":
            for line, whole in imported(package, name, path):
                if whole.split(".")[0] not in allowed and not f"{whole}.".startswith("resolute.ground."):
                    offences.append(f"{path}:{line}: the ground imports {whole}")
    return offences


def more_than_terms(package: Path) -> list[str]:
    """Engines and intake take only the nouns and the Protocols of the rooms: `terms` and `shelf`."""
    offences = []
    for name, path in modules(package).items():
        if room_of(name) in {"engines", "intake"}:
            for line, whole in imported(package, name, path):
                parts = whole.split(".")
                if (
                    parts[0] == "resolute"
                    and len(parts) > 1
                    and parts[1] in ROOMS
                    and not {"terms", "shelf"} & set(parts)
                ):
                    offences.append(f"{path}:{line}: {name} imports {whole}; wanted terms or a Protocol")
    return offences


def long_functions(package: Path) -> list[str]:
    """No function runs over 60 lines."""
    return [
        f"{path}:{node.lineno}: {node.name} has {size} lines; wanted {LONGEST} at most"
        for path in modules(package).values()
        for node in ast.walk(tree_of(path))
        if isinstance(node, ast.FunctionDef | ast.AsyncFunctionDef)
        and (size := (node.end_lineno or 0) - node.lineno + 1) > LONGEST
    ]


def empty_names(package: Path) -> list[str]:
    """No file or folder is called after nothing, no class after a service."""
    offences = []
    for name, path in modules(package).items():
        if any(EMPTY_WORDS.fullmatch(word) for part in name.split(".") for word in part.split("_")):
            offences.append(f"{path}: the name says nothing; wanted the noun it serves")
        offences += [
            f"{path}:{node.lineno}: class {node.name}; wanted a function, or the noun itself"
            for node in ast.walk(tree_of(path))
            if isinstance(node, ast.ClassDef) and EMPTY_NAMES.search(node.name)
        ]
    return offences


def without_docstring(package: Path) -> list[str]:
    """Every module says what it is for."""
    return [f"{path}:1: no docstring" for path in modules(package).values() if not ast.get_docstring(tree_of(path))]


def broad_excepts(package: Path) -> list[str]:
    """Nobody but a door catches everything: an error swallowed in evidence is a false statement."""
    offences = []
    for name, path in modules(package).items():
        if room_of(name) == "doors":
            continue
        for node in ast.walk(tree_of(path)):
            if isinstance(node, ast.ExceptHandler):
                caught = node.type.elts if isinstance(node.type, ast.Tuple) else [node.type]
                if any(
                    c is None or (isinstance(c, ast.Name) and c.id in {"Exception", "BaseException"}) for c in caught
                ):
                    offences.append(f"{path}:{node.lineno}: catches everything; catch what you can answer")
    return offences


def clocks_and_chance(package: Path) -> list[str]:
    """Same input, same bytes: the ground, the rooms and the cases read no clock, no chance, no environment."""
    offences = []
    for name, path in modules(package).items():
        if room_of(name) not in ROOMS | {"ground"}:
            continue
        for line, whole in imported(package, name, path):
            if whole.split(".")[0] in CHANCE or whole in {"os.environ", "os.getenv"}:
                offences.append(f"{path}:{line}: imports {whole}")
        for node in ast.walk(tree_of(path)):
            if isinstance(node, ast.Attribute) and (node.attr in CLOCKS or node.attr in {"environ", "getenv"}):
                offences.append(f"{path}:{node.lineno}: reads .{node.attr}")
    return offences


def tables_without_origin(package: Path) -> list[str]:
    """Every table says where it comes from.

    YAML says so in its head or by key; a file `sources.yaml` is a list of origins itself. CSV says so in a column that
    is filled on every row, or under its name in a YAML file beside it (`resolutions.csv: the yearly tables of ...`).
    """
    offences = []
    for path in sorted([*package.rglob("*.yaml"), *package.rglob("*.yml")]):
        text = path.read_text(encoding="utf-8")
        if path.stem != "sources" and not ORIGIN.search(text) and not SOURCED.search(text):
            offences.append(
                f"{path}:1: no origin; wanted `# Origin: ...`, or a key origin, source, citation or confidence"
            )
    for path in sorted(package.rglob("*.csv")):
        with path.open(encoding="utf-8", newline="") as file:
            reader = csv.DictReader(file)
            columns = SOURCE_COLUMNS & set(reader.fieldnames or ())
            bare = [reader.line_num for row in reader if not any(row[c] for c in columns)]
        if bare and not _named_beside(path):
            offences.append(f"{path}:{bare[0]}: a row without origin")
    return offences


def _named_beside(table: Path) -> bool:
    entry = re.compile(rf"^\s*{re.escape(table.name)}:\s*\S", re.MULTILINE)
    return any(entry.search(other.read_text(encoding="utf-8")) for other in table.parent.glob("*.yaml"))
