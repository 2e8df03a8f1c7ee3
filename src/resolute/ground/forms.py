"""Frozen types to JSON and back, and their JSON Schema: fields are written once, in the type.

A form is read strictly: an unknown field, a missing one, a word outside its vocabulary, a value of the wrong kind
raise `FieldRefused` with the path, so that whoever holds the file can name the line. A field called `from_` is
written `from`. A type that sets `SPARSE = True` leaves out fields that stand at their default.
"""

from __future__ import annotations

import dataclasses
import math
import types
import typing
from datetime import date, datetime
from functools import cache
from typing import Annotated, Any, TypeVar, Union, get_args, get_origin, get_type_hints

from resolute.ground.errors import FieldRefused, UnknownWord
from resolute.ground.time import VagueDate, day_of, instant_of
from resolute.ground.vocabulary import Word, words

__all__ = ["from_json", "schema", "to_json"]

T = TypeVar("T")
Path = tuple[str | int, ...]


def to_json(value: Any) -> Any:
    """Return plain JSON data for a frozen type, in the order of its fields."""
    if dataclasses.is_dataclass(value) and not isinstance(value, type):
        if isinstance(value, VagueDate):
            return value.edtf
        sparse = getattr(value, "SPARSE", False)
        out = {}
        for f in dataclasses.fields(value):
            v = getattr(value, f.name)
            if not (sparse and _is_default(f, v)):
                out[_key(f.name)] = to_json(v)
        return out
    if isinstance(value, (tuple, list)):
        return [to_json(v) for v in value]
    if isinstance(value, (frozenset, set)):
        return sorted(to_json(v) for v in value)
    if isinstance(value, dict):
        return {str(k): to_json(v) for k, v in value.items()}
    if isinstance(value, datetime):
        return value.isoformat().replace("+00:00", "Z")
    if isinstance(value, date):
        return value.isoformat()
    return int(value) if isinstance(value, float) and value.is_integer() else value


def from_json(kind: type[T], data: Any, path: Path = ()) -> T:
    """Read plain data into a frozen type. Raises FieldRefused with the path of the first thing that does not fit."""
    return typing.cast("T", _read(kind, data, path))


def _key(name: str) -> str:
    return name.rstrip("_")


def _is_default(f: dataclasses.Field[Any], value: Any) -> bool:
    if f.default is not dataclasses.MISSING:
        return bool(value == f.default)
    if f.default_factory is not dataclasses.MISSING:
        return bool(value == f.default_factory())
    return False


@cache
def _hints(kind: type) -> dict[str, Any]:
    return get_type_hints(kind, include_extras=True)


_SCALARS: dict[type, tuple[tuple[type, ...], str]] = {
    str: ((str,), "text"),
    int: ((int,), "a whole number"),
    float: ((int, float), "a number"),
    bool: ((bool,), "true or false"),
}


def _read(kind: Any, data: Any, path: Path) -> Any:
    origin = get_origin(kind)
    if origin is Annotated:
        inner, *marks = get_args(kind)
        value = _read(inner, data, path)
        for mark in marks:
            if isinstance(mark, Word) and value is not None:
                mark.check(value, path)
        return value
    if origin in (Union, types.UnionType):
        return _read_union(get_args(kind), data, path)
    if origin in (tuple, list, frozenset):
        return _read_many(kind, origin, data, path)
    if origin is dict:
        if not isinstance(data, dict):
            raise FieldRefused(path, f"is {_shown(data)}", "fields with values")
        of = get_args(kind)[1]
        return {str(k): _read(of, v, (*path, k)) for k, v in data.items()}
    if kind is Any:
        return data
    if kind in (date, datetime, VagueDate):
        return _read_time(kind, data, path)
    if dataclasses.is_dataclass(kind):
        return _read_form(typing.cast("type", kind), data, path)
    accepted, wanted = _SCALARS[kind]
    if not isinstance(data, accepted) or (isinstance(data, bool) and kind is not bool):
        raise FieldRefused(path, f"is {_shown(data)}", wanted)
    return _read_number(data, path) if kind is float else data


def _read_number(data: Any, path: Path) -> float:
    """Read a number that JSON can write back: infinity and "not a number" are none."""
    try:
        value = float(data)
    except OverflowError:
        value = math.inf
    if not math.isfinite(value):
        raise FieldRefused(path, f"is {_shown(data)}", "a finite number")
    return value


def _read_union(kinds: tuple[Any, ...], data: Any, path: Path) -> Any:
    if data is None and type(None) in kinds:
        return None
    rest = [k for k in kinds if k is not type(None)]
    if len(rest) == 1:
        return _read(rest[0], data, path)
    for k in rest:  # scalars of several kinds: the first that fits, bool before int before float before text
        try:
            return _read(k, data, path)
        except FieldRefused:
            continue
    raise FieldRefused(path, f"is {_shown(data)}", " or ".join(_named(k) for k in rest))


def _read_many(kind: Any, origin: Any, data: Any, path: Path) -> Any:
    args = get_args(kind)
    if not isinstance(data, (list, tuple)):
        raise FieldRefused(path, f"is {_shown(data)}", "a list")
    if origin is tuple and not (len(args) == 2 and args[1] is Ellipsis):
        if len(data) != len(args):
            raise FieldRefused(path, f"has {len(data)} values", f"{len(args)} values")
        return tuple(_read(a, v, (*path, i)) for i, (a, v) in enumerate(zip(args, data, strict=True)))
    return origin(_read(args[0], v, (*path, i)) for i, v in enumerate(data))


def _read_time(kind: Any, data: Any, path: Path) -> Any:
    if not isinstance(data, str):
        raise FieldRefused(path, f"is {_shown(data)}", "a date as text")
    try:
        return {date: day_of, datetime: instant_of, VagueDate: VagueDate}[kind](data)
    except ValueError as e:
        found, _, wanted = str(e).partition("; wanted ")
        raise FieldRefused(path, found, wanted or "a date of the calendar, YYYY-MM-DD") from e


def _read_form(kind: type, data: Any, path: Path) -> Any:
    if not isinstance(data, dict):
        raise FieldRefused(path, f"is {_shown(data)}", f"the fields of {kind.__name__}")
    fields = {_key(f.name): f for f in dataclasses.fields(kind)}
    for key in data:
        if key not in fields:
            raise UnknownWord(path, str(key), fields, f"a field of {kind.__name__}")
    hints, values = _hints(kind), {}
    for key, f in fields.items():
        if key in data:
            values[f.name] = _read(hints[f.name], data[key], (*path, key))
        elif f.default is dataclasses.MISSING and f.default_factory is dataclasses.MISSING:
            raise FieldRefused((*path, key), "is missing", _named(hints[f.name]))
    try:
        return kind(**values)
    except FieldRefused as e:
        raise FieldRefused((*path, *e.path), e.found, e.wanted, e.do) from e
    except ValueError as e:
        raise FieldRefused(path, str(e), f"a {kind.__name__} that holds together") from e


def _shown(data: Any) -> str:
    if data is None:
        return "empty"
    if isinstance(data, (dict, list)):
        return "a list" if isinstance(data, list) else "a group of fields"
    text = str(data) if not isinstance(data, int) or abs(data) < 10**60 else "a number of more than 60 digits"
    return f'"{text if len(text) <= 60 else text[:57] + "..."}"'


def _named(kind: Any) -> str:
    if get_origin(kind) is Annotated:
        inner, *marks = get_args(kind)
        return next((f"a word of `{m.vocabulary}`" for m in marks if isinstance(m, Word)), _named(inner))
    if get_origin(kind) in (Union, types.UnionType):
        return " or ".join("nothing" if k is type(None) else _named(k) for k in get_args(kind))
    if kind in _SCALARS:
        return _SCALARS[kind][1]
    return {date: "a day, YYYY-MM-DD", VagueDate: "a date in EDTF"}.get(kind, str(getattr(kind, "__name__", kind)))


def schema(kind: type, *, title: str | None = None) -> dict[str, Any]:
    """Return the JSON Schema (2020-12) of a frozen type, closed words as enumerations."""
    defs: dict[str, Any] = {}
    body = _schema_of(kind, defs)
    root = {"$schema": "https://json-schema.org/draft/2020-12/schema", "title": title or kind.__name__}
    return {**root, **body, "$defs": dict(sorted(defs.items()))}


def _schema_of(kind: Any, defs: dict[str, Any]) -> dict[str, Any]:
    origin, args = get_origin(kind), get_args(kind)
    if origin is Annotated:
        word = next((m for m in args[1:] if isinstance(m, Word)), None)
        if word is None:
            return _schema_of(args[0], defs)
        nothing = [None] if type(None) in get_args(args[0]) else []
        return {"enum": [*sorted(words(word.vocabulary)), *nothing]}
    if origin in (Union, types.UnionType):
        return {"anyOf": [_schema_of(a, defs) for a in args]}
    if origin is tuple and args[-1:] != (Ellipsis,):
        each = [_schema_of(a, defs) for a in args]
        return {"type": "array", "prefixItems": each, "minItems": len(each), "maxItems": len(each)}
    if origin in (tuple, list, frozenset):
        return {"type": "array", "items": _schema_of(args[0], defs)}
    if origin is dict:
        return {"type": "object", "additionalProperties": _schema_of(args[1], defs)}
    if dataclasses.is_dataclass(kind) and kind is not VagueDate:
        return _schema_of_form(typing.cast("type", kind), defs)
    plain: dict[Any, dict[str, Any]] = {
        str: {"type": "string"},
        int: {"type": "integer"},
        float: {"type": "number"},
        bool: {"type": "boolean"},
        type(None): {"type": "null"},
        date: {"type": "string", "format": "date"},
        datetime: {"type": "string", "format": "date-time"},
        VagueDate: {"type": "string", "description": "EDTF"},
    }
    return plain.get(kind, {})


def _schema_of_form(kind: type, defs: dict[str, Any]) -> dict[str, Any]:
    name = kind.__name__
    if name not in defs:
        defs[name] = {}  # a type that holds itself, as an owner of owners, refers to this
        hints, required, properties = _hints(kind), [], {}
        for f in dataclasses.fields(kind):
            properties[_key(f.name)] = _schema_of(hints[f.name], defs)
            if f.default is dataclasses.MISSING and f.default_factory is dataclasses.MISSING:
                required.append(_key(f.name))
        defs[name] = {"type": "object", "properties": properties, "required": required, "additionalProperties": False}
    return {"$ref": f"#/$defs/{name}"}
