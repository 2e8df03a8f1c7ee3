"""Which field of a Conduct each column of a table is: by its own name, as somebody says, or by what people call it."""

from __future__ import annotations

import dataclasses
import re
import types
import typing
from collections.abc import Callable, Iterable, Iterator, Mapping
from dataclasses import dataclass
from functools import cache
from pathlib import Path
from typing import Any, get_args, get_origin, get_type_hints

from resolute.ground.conduct import Conduct
from resolute.ground.errors import FieldRefused, WrongCall, nearest
from resolute.ground.rows import read_yaml
from resolute.ground.vocabulary import words
from resolute.intake.cells import unit_of

__all__ = ["LEFT_OUT", "Column", "columns_of", "is_field", "named_columns", "refuse_unknown", "said_of"]

TABLE = Path(__file__).parent / "columns.yaml"
LEFT_OUT = "-"
WHOLE = ("goods", "quantity", "value")
"""Fields that a cell may fill as a whole: the words for the good, an amount, an amount of money."""

Known = Mapping[str, str]


@dataclass(frozen=True, slots=True)
class Column:
    """A column by its head; `field` is what it is read as, None where it is not read. `how`: name, said or guessed.

    `unit` is the unit or the currency that the head names: "Weight (kg)".
    """

    head: str
    field: str | None
    how: str
    unit: str | None = None

    @property
    def path(self) -> tuple[str | int, ...]:
        """Return the field as a path, numbers as numbers."""
        return _path(self.field or "")


@cache
def _path(field: str) -> tuple[str | int, ...]:
    return tuple(int(p) if p.isdigit() else p for p in field.split("."))


def named_columns(told: Iterable[str]) -> dict[str, str]:
    """Return what somebody says of columns, `Flag=vessels.0.flag`; `-` leaves a column out. Raises WrongCall."""
    out = {}
    for one in told:
        head, sign, field = (part.strip() for part in one.rpartition("="))
        if not sign or not head or not field:
            raise WrongCall(f'--column: "{one}" is no column; wanted NAME=FIELD, as Flag=vessels.0.flag, or NAME=-.')
        if field != LEFT_OUT and not is_field(field):
            near = nearest(field, _all_fields())
            wanted = f"nearest: {', '.join(near)}" if near else "one as act, actor.state, vessels.0.flag or facts.KEY"
            raise WrongCall(f"--column: `{field}` is not a field of a conduct; {wanted}.")
        out[head] = field
    return out


def columns_of(heads: Iterable[str], told: Known, groups: frozenset[str] = frozenset()) -> tuple[Column, ...]:
    """Return the columns of a table in order.

    Args:
        heads: as they stand in the table; an empty one is a column without a name, and is not read.
        told: what somebody says of columns, by head; it goes before every name and guess.
        groups: heads of columns whose cells are groups of fields or lists, as Parquet holds them.

    Raises: WrongCall for two columns of one head, and for two that would fill one field.
    """
    columns = tuple(_column(h.strip(), told, groups) for h in heads)
    _refuse_twice(columns)
    return columns


def refuse_unknown(told: Known, heads: Iterable[str]) -> None:
    """Refuse what somebody says of a column that is not there, naming the nearest. Raises WrongCall."""
    several = [h for h in heads if h]
    for head in told:
        if head not in several:
            near = nearest(head, several)
            there = ", ".join(f"`{h}`" for h in near or several[:12])
            raise WrongCall(f"--column: there is no column `{head}`; {'nearest' if near else 'there are'}: {there}.")


def _refuse_twice(columns: tuple[Column, ...]) -> None:
    for what in ("head", "field"):
        seen: dict[str, Column] = {}
        for c in columns:
            key = getattr(c, what)
            if not key or (what == "field" and c.field is None):
                continue
            if key in seen:
                first = seen[key]
                if what == "head":
                    raise WrongCall(f"two columns are called `{c.head}`; wanted one name for each.")
                do = f"Say which with --column, as --column {_quoted(c.head)}={LEFT_OUT}."
                raise WrongCall(f"columns `{first.head}` and `{c.head}` both read as {key}; wanted one. {do}")
            seen[key] = c


def _quoted(head: str) -> str:
    return f'"{head}"' if " " in head else head


def _column(head: str, told: Known, groups: frozenset[str]) -> Column:
    bare, unit = _bare(head)
    if head in told:
        field = told[head]
        return Column(head, None if field == LEFT_OUT else field, "said", unit)
    if head in groups:
        return Column(head, head if head in _top_fields() else None, "name" if head in _top_fields() else "guessed")
    for name in (head, head.lower(), _plain(bare).replace(" ", ".")):
        if is_field(name):
            return Column(head, name, "name" if name == head else "guessed", unit)
    guess = _guesses().get(_plain(bare))
    if guess is None and _unit(bare) is not None:  # a column called "Tonnes" holds an amount of them
        return Column(head, "quantity", "guessed", _unit(bare))
    return Column(head, guess, "guessed", unit)


def _bare(head: str) -> tuple[str, str | None]:
    """Return a head without what stands in brackets or after a comma, and the unit or currency that stands there."""
    m = re.fullmatch(r"(?P<name>[^(\[,]+?)\s*(?:[(\[](?P<in>[^)\]]*)[)\]]|,\s*(?P<after>\S+))\s*", head)
    if m is None:
        return head, None
    inside = (m["in"] or m["after"] or "").strip()
    if re.fullmatch(r"[A-Z]{3}", inside) and _unit(inside) is None:
        return m["name"], inside
    unit = _unit(inside)
    return (m["name"], unit) if unit or m["in"] is not None else (head, None)


def _unit(text: str) -> str | None:
    try:
        return unit_of(text.strip().lower()) if text.strip() else None
    except FieldRefused:
        return None


def _plain(head: str) -> str:
    return " ".join(re.findall(r"\w+", head.casefold().replace("_", " ")))


@cache
def _guesses() -> Known:
    """Return the field for each way in which people call a column."""
    data: dict[str, Any] = read_yaml(TABLE).data
    out = {_plain(w): field for field, heads in data["fields"].items() for w in heads}
    for role, heads in data["roles"].items():
        for head in heads:
            out.setdefault(_plain(head), f"party.{role}.name")
            for field, endings in data["endings"].items():
                for ending in endings:
                    out.setdefault(f"{_plain(head)} {ending}", f"party.{role}.{field}")
                    out.setdefault(f"{ending} of {_plain(head)}", f"party.{role}.{field}")
    return out


@cache
def _top_fields() -> frozenset[str]:
    return frozenset(name.rstrip("_") for name in get_type_hints(Conduct) if name != "SPARSE")


@cache
def _all_fields() -> tuple[str, ...]:
    """Return the fields that a column may be, facts apart."""
    return (*WHOLE, *_fields(Conduct, ""), *(f"party.{r}.name" for r in sorted(words("party-role"))))


def _fields(kind: type, under: str) -> Iterator[str]:
    for name, of in get_type_hints(kind, include_extras=True).items():
        if name == "SPARSE":
            continue
        key = f"{under}{name.rstrip('_')}"
        inner: Any = _inner(of)
        if isinstance(inner, type) and dataclasses.is_dataclass(inner) and inner.__name__ not in ("VagueDate", "Owner"):
            number = "0." if get_origin(of) is tuple else ""
            yield from _fields(inner, f"{key}.{number}")
        else:
            yield key


def _inner(of: Any) -> Any:
    """Return the type that a hint holds: of an optional one, a list, an annotated one."""
    origin, args = get_origin(of), get_args(of)
    if origin is typing.Annotated:
        return _inner(args[0])
    if origin in (typing.Union, types.UnionType):
        return _inner(next(a for a in args if a is not type(None)))
    return args[0] if origin is tuple else of


@cache
def is_field(name: str) -> bool:
    """Say whether a name is a field that a column may fill: `actor.state`, `parties.1.role`, `facts.livelihood`."""
    if name in WHOLE:
        return True
    first, _, rest = name.partition(".")
    if first == "party":
        role, _, field = rest.partition(".")
        return role in words("party-role") and f"parties.0.{field}" in _all_fields() and field != "role"
    if first == "facts":
        return bool(re.fullmatch(r"\w+", rest))
    deep = re.sub(r"\.\d+(?=\.|$)", ".0", name)
    return deep in _all_fields() or (deep.removesuffix(".0") in _all_fields() and deep.endswith(".0"))


def said_of(columns: tuple[Column, ...], say: Callable[[str], None]) -> None:
    """Say what was guessed, and which columns are not read; nothing of a column that bears the name of its field."""
    for c in columns:
        if c.field is None and c.how == "guessed" and c.head:
            near = nearest(_plain(c.head).replace(" ", "."), _all_fields(), limit=1)
            hint = f" (nearest field: {near[0]})" if near else ""
            say(f"column `{c.head}` is not read{hint}; name its field with --column {_quoted(c.head)}=FIELD")
        elif c.how == "guessed" and c.field is not None:
            unit = f", in {c.unit}" if c.unit else ""
            say(f"column `{c.head}` read as {c.field}{unit}")
