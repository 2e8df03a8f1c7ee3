"""The tables that citing reads: resolutions of the Council by number, families, bodies, words."""

from __future__ import annotations

import re
from dataclasses import dataclass, field
from functools import cache
from pathlib import Path
from typing import TypeVar

from resolute.ground.errors import FieldRefused, InputRefused
from resolute.ground.forms import from_json
from resolute.ground.rows import Tree, read_csv, read_yaml
from resolute.ground.time import Day, day_of

__all__ = [
    "Body", "Family", "Resolution", "Topic", "Words", "bodies", "families", "named", "number_written", "resolutions",
    "says", "topics", "words",
]  # fmt: skip

T = TypeVar("T")

BASE = Path(__file__).parents[1] / "base"


@dataclass(frozen=True, slots=True)
class Topic:
    """What resolutions are about. `regime`: the Council has or had sanctions on the States of this topic."""

    id: str
    words: str
    states: tuple[str, ...]
    regime: bool


@dataclass(frozen=True, slots=True)
class Resolution:
    """A resolution by number: its day (New York), topics and vote (for-against-abstaining; None where not held)."""

    number: int
    adopted: Day
    topics: tuple[str, ...]
    vote: str | None
    mark: str


@dataclass(frozen=True, slots=True, kw_only=True)
class Family:
    """Instruments of one order aimed at one State. `elsewhere`: members that are aimed at other States."""

    id: str
    order: str
    target: str
    title: str
    founded_by: str | None = None
    forerunners: dict[str, str] = field(default_factory=dict)
    elsewhere: dict[str, tuple[str, ...]] = field(default_factory=dict)


@dataclass(frozen=True, slots=True, kw_only=True)
class Body:
    """A body that texts name, since when it is there, until when it was."""

    id: str
    title: str
    count: str = ""
    names: tuple[str, ...] = ()
    several: tuple[str, ...] = ()
    numbers: tuple[int, ...] = ()
    order: str | None = None
    outside: str | None = None
    instrument: str | None = None
    measure: str | None = None
    since: Day | None = None
    until: Day | None = None
    ended: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class NumberForm:
    """How an order's texts are written by number: an expression with a group `number`, perhaps one `paragraph`."""

    order: str
    pattern: str


@dataclass(frozen=True, slots=True, kw_only=True)
class Words:
    """Words by which a text names acts, kinds of measure, order in time and outcomes; each a table of phrases."""

    subjects: dict[str, tuple[str, ...]]
    acts: dict[str, tuple[str, ...]]
    kinds: dict[str, tuple[str, ...]]
    first: tuple[str, ...]
    last: tuple[str, ...]
    called_draft: tuple[str, ...]
    called_law: tuple[str, ...]
    outcomes: dict[str, tuple[str, ...]]
    outcome_words: dict[str, tuple[str, ...]]
    act_words: dict[str, str]
    number_forms: tuple[NumberForm, ...]


@cache
def topics() -> dict[str, Topic]:
    """Return what resolutions are about, by topic id."""
    rows = read_csv(BASE / "resolution_topics.csv", ("topic", "words", "states", "regime"))
    return {r["topic"]: Topic(r["topic"], r["words"], tuple(r["states"].split()), r["regime"] == "yes") for r in rows}


@cache
def resolutions() -> dict[int, Resolution]:
    """Return the resolutions of the table by number. Raises InputRefused with file and line where a row is odd."""
    out: dict[int, Resolution] = {}
    for row in read_csv(BASE / "resolutions.csv", ("number", "adopted", "topic", "vote", "mark")):
        about = tuple(row["topic"].split())
        if not row["number"].isdigit() or int(row["number"]) in out:
            raise InputRefused(row.where, f'number "{row["number"]}"', "each number once")
        if not about or any(t not in topics() for t in about):
            raise InputRefused(row.where, f'topic "{row["topic"]}"', "topics of resolution_topics.csv")
        try:
            adopted = day_of(row["adopted"])
        except ValueError as e:
            raise InputRefused(row.where, str(e), "the day of adoption") from e
        out[int(row["number"])] = Resolution(int(row["number"]), adopted, about, row["vote"] or None, row["mark"])
    return out


@cache
def _tree() -> Tree:
    return read_yaml(BASE / "citing.yaml")


@cache
def families() -> tuple[Family, ...]:
    """Return the families of instruments."""
    return tuple(_form(Family, "families", key) for key in _tree().data["families"])


@cache
def bodies() -> tuple[Body, ...]:
    """Return the bodies that texts name."""
    return tuple(_form(Body, "bodies", key) for key in _tree().data["bodies"])


@cache
def words() -> Words:
    """Return the words by which texts name what they cite."""
    data = {k: v for k, v in _tree().data.items() if k not in ("origin", "families", "bodies")}
    try:
        return from_json(Words, data)
    except FieldRefused as e:
        raise _tree().refused(e) from e


def _form(kind: type[T], table: str, key: str) -> T:
    try:
        return from_json(kind, {"id": key, **_tree().data[table][key]})
    except FieldRefused as e:
        raise _tree().refused(e, (table, key)) from e


@cache
def _pattern(phrases: tuple[str, ...]) -> re.Pattern[str]:
    """Compile phrases: `*` is any ending of a word, `...` up to five words between."""
    made = []
    for phrase in phrases:
        parts = [re.escape(p).replace(r"\*", r"\w*") for p in phrase.split()]
        made.append(r"\W+".join(parts).replace(r"\W+\.\.\.\W+", r"\W+(?:[\w'’.-]+\W+){0,5}"))
    return re.compile(r"(?<!\w)(?:" + "|".join(made) + r")(?!\w)", re.IGNORECASE)


def says(phrases: tuple[str, ...], text: str) -> bool:
    """Say whether the text holds one of the phrases."""
    return bool(phrases) and _pattern(phrases).search(text) is not None


def number_written(text: str) -> tuple[str, int, str | None] | None:
    """Return order, number and paragraph of the first number that the text writes out; None where it writes none."""
    for form in words().number_forms:
        found = re.search(form.pattern, text, re.IGNORECASE)
        if found:
            parts = found.groupdict()
            return form.order, int(parts["number"]), parts.get("paragraph")
    return None


def named(table: dict[str, tuple[str, ...]], text: str) -> tuple[str, ...]:
    """Return the entries of a table one of whose phrases the text holds, in the order of the table."""
    return tuple(key for key, phrases in table.items() if says(phrases, text))
