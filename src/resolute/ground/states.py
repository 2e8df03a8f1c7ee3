"""States and bodies, and the words by which running text names them. The words stand in `tables/states.yaml`."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, replace
from functools import cache
from typing import Any

from resolute.ground.errors import FieldRefused, UnknownCode
from resolute.ground.forms import from_json
from resolute.ground.rows import Tree, read_yaml, table
from resolute.ground.text import Phrase, Phrases

__all__ = ["State", "StateMention", "adjective", "find_states", "state", "state_name", "states", "states_by_mid"]

HIGH_SEAS = "XZ"
"""Stands in a location for waters of no State, as in UN/LOCODE. It is no State."""


@dataclass(frozen=True, slots=True, kw_only=True)
class State:
    """A State, a territory treated apart, or a body (`UN`, `EU`), and the words and digits that name it.

    `name` is what running text calls it ("North Korea"), `short` the shortest customary form ("DPRK", "US"), the
    name where there is none. `names` are its other names. `seats` stand for its power ("Kremlin"), `epithets` are
    customary for it in this genre. `mid` are the digits with which the MMSI of its ships begins.
    """

    code: str
    name: str
    short: str = ""
    kind: str = "state"
    names: tuple[str, ...] = ()
    adjectives: tuple[str, ...] = ()
    demonyms: tuple[str, ...] = ()
    capitals: tuple[str, ...] = ()
    seats: tuple[str, ...] = ()
    epithets: tuple[str, ...] = ()
    mid: tuple[int, ...] = ()


@dataclass(frozen=True, slots=True, order=True)
class StateMention:
    """Characters `start` to `end` name the State `code`; `form` says how.

    `form`: `name`, `adjective`, `demonym`, `capital`, `seat`, `epithet`. That a State is named does not mean that it
    acts: "a Russian port" names one, too.
    """

    start: int
    end: int
    code: str
    form: str


@cache
def _table() -> Tree:
    return read_yaml(table("states.yaml"))


@cache
def _states() -> dict[str, State]:
    tree, out = _table(), {}
    for code, row in tree.data["states"].items():
        try:
            read = from_json(State, {"code": code, "short": row["name"], **row}, ("states", code))
        except FieldRefused as e:
            raise tree.refused(e) from e
        out[code] = read
    return out


def states() -> tuple[State, ...]:
    """Return all States and bodies, in the order of the table."""
    return tuple(_states().values())


def state(code: str) -> State:
    """Return the State of a code. Raises UnknownCode with the nearest known codes."""
    try:
        return _states()[code]
    except KeyError:
        raise UnknownCode((), code, _states(), "the code of a State") from None


def state_name(code: str) -> str:
    """Return what running text calls it: "North Korea". `XZ` is "the high seas"."""
    return "the high seas" if code == HIGH_SEAS else state(code).name


def adjective(code: str) -> str:
    """Return its first adjective, "North Korean"; its name where it has none."""
    found = state(code)
    return found.adjectives[0] if found.adjectives else found.name


@cache
def states_by_mid() -> dict[int, str]:
    """Return the State by maritime identification digits."""
    return {mid: s.code for s in states() for mid in s.mid}


_FORMS = (
    ("name", "names"), ("adjective", "adjectives"), ("demonym", "demonyms"), ("capital", "capitals"),
    ("seat", "seats"), ("epithet", "epithets"),
)  # fmt: skip


def _forms() -> Iterator[tuple[str, str, str]]:
    """Yield each form of words with its State and kind; a name goes before a capital of the same words."""
    for kind, field in _FORMS:
        for s in states():
            own: tuple[str, ...] = getattr(s, field)
            for words in (s.name, s.short, *own) if kind == "name" else own:
                yield words, s.code, kind


@cache
def _phrases() -> Phrases[tuple[str, str]]:
    data: dict[str, Any] = _table().data
    alone, not_before = frozenset(data["alone"]["forms"]), tuple(data["alone"]["not_before"])
    persons, no_names = frozenset(data["persons"]["forms"]), frozenset(data["persons"]["beside"])
    phrases: list[Phrase[tuple[str, str]]] = [Phrase(w, None) for group in data["not_states"].values() for w in group]
    for words, code, kind in _forms():
        phrase = Phrase(
            words, (code, kind), any_case=kind == "epithet", plural=False, beside=no_names if words in persons else None
        )
        if words in alone:
            phrase = replace(phrase, alone=True, not_before=not_before)
        phrases.append(phrase)
    return Phrases(phrases)


def find_states(text: str) -> list[StateMention]:
    """Return where the text names a State, in the order of the text.

    Capitals count, so that "US" is not "us" and "Turkey" no bird at table; of several forms that start together the
    longest is taken, so that "South Korean" is not "South Korea". Words in which a State is named and not meant
    ("Moscow Times", "South China Sea") and words for several States ("the West") give nothing.
    """
    return [StateMention(start, end, code, form) for start, end, (code, form) in _phrases().find(text)]
