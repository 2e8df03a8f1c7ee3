"""Read the law base: a folder an order, a YAML file an instrument. Strict: each error names file and line.

Loading is pure: the same bytes give the same base, so that a kept copy may stand in for the reading.
"""

from __future__ import annotations

import hashlib
from collections.abc import Mapping
from dataclasses import dataclass, field
from functools import cache
from pathlib import Path
from typing import Any

from resolute.ground.errors import FieldRefused, InputRefused, UnknownWord, WrongCall
from resolute.ground.forms import from_json, schema
from resolute.ground.kept import kept
from resolute.ground.rows import Tree, parse_yaml
from resolute.ground.vocabulary import words
from resolute.law.build import LawBase, LawText, Misfit, build
from resolute.law.terms import Fact, Instrument, LawLine, LeftOut, LegalOrder, Measure, Source
from resolute.law.whole import check_whole

__all__ = ["BASE", "LawBase", "base_of", "file_schema", "load_base"]

BASE = Path(__file__).parent / "base"

ORDER, FACTS, SOURCES, LINES, LEFT_OUT, VERSION = (
    "order.yaml",
    "facts.yaml",
    "sources.yaml",
    "lines.yaml",
    "left_out.yaml",
    "VERSION",
)


@dataclass(slots=True)
class _Draft:
    """What was read so far, with the tree each thing stands in."""

    orders: dict[str, LegalOrder] = field(default_factory=dict)
    instruments: dict[str, Instrument] = field(default_factory=dict)
    measures: dict[str, Measure] = field(default_factory=dict)
    facts: dict[str, Fact] = field(default_factory=dict)
    sources: dict[str, Source] = field(default_factory=dict)
    lines: dict[str, LawLine] = field(default_factory=dict)
    left_out: list[LeftOut] = field(default_factory=list)
    at: dict[tuple[str, str], tuple[Tree, tuple[str | int, ...]]] = field(default_factory=dict)

    def stands(self, what: str, key: str, tree: Tree, path: tuple[str | int, ...]) -> None:
        """Note where a thing stands. Raises InputRefused where another of its name stands already."""
        if (what, key) in self.at:
            other, there = self.at[(what, key)]
            raise InputRefused(tree.where(path), f"{what} `{key}` stands already at {other.where(there)}", "each once")
        self.at[(what, key)] = (tree, path)

    def refused(self, what: str, key: str, e: FieldRefused) -> InputRefused:
        """Return the refusal with file and line of the thing."""
        tree, path = self.at[(what, key)]
        return FieldRefused((*path, *e.path), e.found, e.wanted, e.do).at(tree.where((*path, *e.path)))


def load_base(folder: Path | None = None, *, orders: tuple[str, ...] | None = None) -> LawBase:
    """Return the law base of a folder; the shipped one where none is named.

    `orders` reads only those orders; what only others use (facts, lines) is then not held to be unused.
    Raises InputRefused with file and line for the first thing that does not fit, WrongCall where there is no base.
    """
    return _shipped(orders) if folder is None else base_of(_files(folder), folder, orders=orders)


@cache
def _shipped(orders: tuple[str, ...] | None) -> LawBase:
    files = _files(BASE)
    name = "law." + "-".join(orders or ("all",))
    sources = [part for path, held in files.items() for part in (path.encode(), held)]
    return build(kept(name, sources, lambda: base_of(files, BASE, orders=orders).text))


def _files(folder: Path) -> dict[str, bytes]:
    if not (folder / VERSION).is_file():
        raise WrongCall(f"{folder} is no law base: it has no file {VERSION}. Name the folder that holds the orders.")
    names = sorted(p.relative_to(folder) for p in folder.rglob("*") if p.is_file() and not p.name.startswith("."))
    return {p.as_posix(): (folder / p).read_bytes() for p in names}


def base_of(files: Mapping[str, bytes], folder: Path, *, orders: tuple[str, ...] | None = None) -> LawBase:
    """Return the base that the bytes of its files make; `folder` only names them in messages."""
    trees: dict[str, Tree] = {}
    for name in sorted(files):
        if name.endswith(".yaml") and (orders is None or "/" not in name or name.split("/")[0] in orders):
            try:
                trees[name] = parse_yaml(files[name].decode("utf-8"), folder / name)
            except UnicodeDecodeError as e:
                raise InputRefused(f"{folder / name}", f"byte {e.start} is not UTF-8", "a file in UTF-8") from e
    draft = _Draft()
    for name, tree in trees.items():
        _read_tables(name, tree, draft)
    for name, tree in trees.items():
        if name.endswith("/" + ORDER):
            _read_order(name.split("/")[0], tree, draft)
    for name, tree in trees.items():
        if "/" in name and name.rsplit("/", 1)[-1] not in (ORDER, FACTS, SOURCES, LINES, LEFT_OUT):
            _read_instruments(name.split("/")[0], tree, draft)
    return _built(draft, _version(files), whole=orders is None)


def _version(files: Mapping[str, bytes]) -> str:
    digest = hashlib.sha256()
    for name in sorted(files):
        digest.update(f"{name}\0{len(files[name])}\0".encode())
        digest.update(files[name])
    return f"{files[VERSION].decode('utf-8').strip()}+{digest.hexdigest()[:12]}"


def _mapping(tree: Tree, path: tuple[str | int, ...], data: Any) -> dict[str, Any]:
    if not isinstance(data, dict):
        raise InputRefused(tree.where(path), "this is no group of keys", "keys with values")
    return data


def _form(kind: type, data: dict[str, Any], tree: Tree, path: tuple[str | int, ...]) -> Any:
    try:
        return from_json(kind, data, path)
    except UnknownWord as e:
        key = e.found.split("`")[1]  # an unknown field stands on a line of its own
        raise e.at(tree.where((*e.path, key) if (*e.path, key) in tree.lines else e.path)) from e
    except FieldRefused as e:
        raise tree.refused(e) from e


def _read_tables(path: str, tree: Tree, draft: _Draft) -> None:
    """Read a table of facts, sources, lines, or of what an order's folder leaves out."""
    folder, _, name = path.rpartition("/")
    if name == LEFT_OUT:
        for i, row in enumerate(tree.data or []):
            draft.left_out.append(_form(LeftOut, {"order": folder, **_mapping(tree, (i,), row)}, tree, (i,)))
        return
    if name not in (FACTS, SOURCES, LINES):
        return
    for key, row in _mapping(tree, (), tree.data or {}).items():
        if name == FACTS:
            draft.stands("fact", key, tree, (key,))
            draft.facts[key] = _form(Fact, {"key": key, **_mapping(tree, (key,), row)}, tree, (key,))
        elif name == SOURCES:
            draft.stands("source", key, tree, (key,))
            draft.sources[key] = _form(Source, {"tag": key, "page": row}, tree, (key,))
        else:
            draft.stands("line", key, tree, (key,))
            draft.lines[key] = _form(LawLine, {"id": key, "title": row}, tree, (key,))


def _read_order(folder: str, tree: Tree, draft: _Draft) -> None:
    order = _form(LegalOrder, _mapping(tree, (), tree.data), tree, ())
    if order.id != folder:
        raise InputRefused(tree.where(("id",)), f"id is `{order.id}`", f"the name of its folder, `{folder}`")
    draft.stands("order", order.id, tree, ())
    draft.orders[order.id] = order


def _read_instruments(folder: str, tree: Tree, draft: _Draft) -> None:
    """Read a file of one instrument with its measures, or of several instruments without any."""
    data = _mapping(tree, (), tree.data)
    for key in data:
        if key not in ("instrument", "instruments", "measures"):
            e = UnknownWord((key,), key, ("instrument", "instruments", "measures"), "a part of an instrument's file")
            raise tree.refused(e)
    if folder not in draft.orders:
        raise InputRefused(tree.where(), f"the folder `{folder}` has no {ORDER}", "the order beside its instruments")
    ids = []
    if "instrument" in data:
        ids.append(_read_instrument(folder, data["instrument"], tree, ("instrument",), draft))
    several = _mapping(tree, ("instruments",), data.get("instruments") or {})
    for key, row in several.items():
        at = ("instruments", key)
        ids.append(_read_instrument(folder, {"id": key, **_mapping(tree, at, row)}, tree, at, draft))
    measures = _mapping(tree, ("measures",), data.get("measures") or {})
    for key, row in measures.items():
        if len(ids) != 1:
            raise InputRefused(tree.where(("measures", key)), "measures of several instruments", "one `instrument`")
        _read_measure(folder, key, draft.instruments[ids[0]], tree, draft, row)


def _read_instrument(folder: str, row: Any, tree: Tree, path: tuple[str | int, ...], draft: _Draft) -> str:
    form = {**_mapping(tree, path, row), "order": folder}
    instrument: Instrument = _form(Instrument, form, tree, path)
    draft.stands("instrument", instrument.id, tree, path)
    draft.instruments[instrument.id] = instrument
    return instrument.id


FILLED = ("id", "order", "instrument", "citation")
CITED = ("paragraph", "sources", "address", "read_on")


def _read_measure(folder: str, key: str, of: Instrument, tree: Tree, draft: _Draft, row: Any) -> None:
    path = ("measures", key)
    form = dict(_mapping(tree, path, row))
    for name in FILLED:
        if name in form:
            raise InputRefused(tree.where((*path, name)), f"`{name}` is written", "nothing: the file says it already")
    if not form.get("paragraph"):
        raise InputRefused(tree.where(path), f"measure {key} cites no paragraph", "paragraph: where a lawyer reads it")
    cited = {name: form.pop(name) for name in CITED if name in form}
    cited["paragraph"] = str(cited["paragraph"])
    form["acts"] = _acts(form.get("acts", []), draft.orders[folder], tree, (*path, "acts"))
    start = (of.in_force_from or of.adopted).isoformat()
    form["in_force"] = {"start": start, **_mapping(tree, (*path, "in_force"), form.get("in_force") or {})}
    citation = {"instrument": of.id, "symbol": of.symbol, **cited}
    form |= {"id": key, "order": folder, "instrument": of.id, "citation": citation}
    draft.stands("measure", key, tree, path)
    draft.measures[key] = _form(Measure, form, tree, path)


def _acts(written: Any, order: LegalOrder, tree: Tree, path: tuple[str | int, ...]) -> list[str]:
    """Return the acts, groups spread out, each once, in the order of the words."""
    out: dict[str, None] = {}
    for i, act in enumerate(written if isinstance(written, list) else [written]):
        if act not in order.act_groups and act not in words("act"):
            known = words("act") | set(order.act_groups)
            raise tree.refused(UnknownWord((*path, i), str(act), known, "an act, or a group of acts of this order"))
        out |= dict.fromkeys(order.act_groups.get(act, (act,)))
    return list(out)


def _built(draft: _Draft, version: str, *, whole: bool) -> LawBase:
    """Compile what was read, and hold it together."""
    text = LawText(
        version=version,
        orders=draft.orders,
        instruments=draft.instruments,
        measures=draft.measures,
        facts=draft.facts,
        sources=draft.sources,
        lines=draft.lines,
        left_out=tuple(draft.left_out),
    )
    used: set[str] = set()
    try:
        base = build(text, used)
    except Misfit as e:
        raise draft.refused(e.what, e.key, e) from e
    for what, key, problem in check_whole(text, used if whole else None):
        raise draft.refused(what, key, problem)
    return base


def file_schema() -> dict[str, Any]:
    """Return the JSON Schema of an instrument's file, made from the types; editors check YAML by it."""
    out = schema(Measure, title="A file of the law base: an instrument and its measures")
    defs = out.pop("$defs") | schema(Instrument)["$defs"]
    measure, instrument = defs["Measure"], defs["Instrument"]
    citation = defs.pop("Citation")["properties"]
    for name in FILLED:
        measure["properties"].pop(name, None)
    measure["properties"] |= {name: citation[name] for name in CITED}
    measure["properties"]["paragraph"] = {"type": "string"}
    measure["properties"]["acts"] = {"type": "array", "items": {"type": "string"}}
    measure["required"] = [n for n in measure["required"] if n not in (*FILLED, "in_force")] + ["paragraph"]
    instrument["properties"].pop("order")
    instrument["required"].remove("order")
    keyed = {**instrument, "properties": dict(instrument["properties"]), "required": list(instrument["required"])}
    keyed["properties"].pop("id")
    keyed["required"].remove("id")
    defs["InstrumentOfMany"] = keyed
    out.pop("$ref")
    many = {"type": "object", "additionalProperties": {"$ref": "#/$defs/InstrumentOfMany"}}
    measures = {"type": "object", "additionalProperties": {"$ref": "#/$defs/Measure"}}
    parts = {"instrument": {"$ref": "#/$defs/Instrument"}, "instruments": many, "measures": measures}
    return {**out, "type": "object", "properties": parts, "additionalProperties": False, "$defs": defs}
