"""Goods: the words news uses for them, and the headings of the Harmonized System. Both stand in `tables/goods.yaml`."""

from __future__ import annotations

import re
from dataclasses import dataclass
from functools import cache
from typing import Annotated

from resolute.ground.errors import FieldRefused, UnknownCode
from resolute.ground.forms import from_json
from resolute.ground.rows import Tree, read_yaml, table
from resolute.ground.text import Phrase, Phrases
from resolute.ground.vocabulary import Word

__all__ = ["Goods", "GoodsMention", "all_goods", "covers", "find_goods", "goods"]

LONGEST_NAME = 40
"""Characters that a name standing alone may have; a longer text is running text."""

_HS = re.compile(r"[0-9]{2,10}")


@dataclass(frozen=True, slots=True, kw_only=True)
class Goods:
    """A kind of goods: its words, the headings it falls under, and how sure that is.

    `headings` are prefixes of 2 to 6 digits; empty where the Harmonized System does not settle it, as for arms and
    luxury, which lists define. A heading never decides alone whether a good is forbidden. `also` names wider goods.
    `names` mean the goods only where they stand alone, as in a form: "lead", "ship".
    """

    id: str
    topic: Annotated[str, Word("topic")]
    words: tuple[str, ...]
    headings: tuple[str, ...]
    names: tuple[str, ...] = ()
    also: tuple[str, ...] = ()
    confidence: Annotated[str, Word("confidence")] = "M"
    note: str = ""

    def __post_init__(self) -> None:
        """Refuse a heading that is no number of 2 to 6 digits."""
        for i, heading in enumerate(self.headings):
            if not re.fullmatch(r"[0-9]{2}([0-9]{2}([0-9]{2})?)?", heading):
                raise FieldRefused(("headings", i), f'is "{heading}"', "2, 4 or 6 digits")


@dataclass(frozen=True, slots=True)
class GoodsMention:
    """Characters `start` to `end` name the goods; whether they are the cargo, the text around says."""

    start: int
    end: int
    goods: Goods


@cache
def _table() -> Tree:
    return read_yaml(table("goods.yaml"))


@cache
def _goods() -> dict[str, Goods]:
    tree, out = _table(), {}
    for key, row in tree.data["goods"].items():
        try:
            read = from_json(Goods, {"id": key, **row}, ("goods", key))
        except FieldRefused as e:
            raise tree.refused(e) from e
        out[key] = read
    return out


def all_goods() -> tuple[Goods, ...]:
    """Return all goods, in the order of the table."""
    return tuple(_goods().values())


def goods(id: str) -> Goods:  # noqa: A002 - the word of the table
    """Return the goods of an id, as `coal`. Raises UnknownCode with the nearest known ids."""
    try:
        return _goods()[id]
    except KeyError:
        raise UnknownCode((), id, _goods(), "the id of goods") from None


@cache
def _phrases() -> Phrases[Goods]:
    left_out: list[Phrase[Goods]] = [
        Phrase(words, None, any_case=True) for group in _table().data["not_goods"] for words in group
    ]
    found = [Phrase(words, g, any_case=not words.isupper()) for g in all_goods() for words in g.words]
    return Phrases(left_out + found)


@cache
def _alone() -> dict[str, Goods]:
    """Return the goods by words that mean them only where nothing else stands, singular and plural."""
    return {name + ending: g for g in all_goods() for name in g.names for ending in ("", "s", "es")}


def find_goods(text: str) -> list[GoodsMention]:
    """Return where the text names goods, in the order of the text; of forms that start together the longest.

    A text that is nothing but a name, as the field of a form is, may be one that running text uses otherwise.
    """
    name = text.strip()
    alone = _alone().get(name.casefold()) if len(name) < LONGEST_NAME else None
    if alone is not None:
        start = text.index(name)
        return [GoodsMention(start, start + len(name), alone)]
    return [GoodsMention(start, end, found) for start, end, found in _phrases().find(text)]


def hs_digits(text: str) -> str:
    """Return the digits of a heading written `8802.11` or `2701`. Raises FieldRefused for anything else."""
    digits = text.replace(".", "").replace(" ", "")
    if not _HS.fullmatch(digits):
        raise FieldRefused((), f'is "{text}"', "a heading of the Harmonized System, 2 to 10 digits")
    return digits


def covers(prefix: str, hs: str) -> bool | None:
    """Say whether the heading `prefix` covers the code `hs`: `27` covers `2701`.

    None where `hs` is the wider one, so that it may or may not be: `2701` says too little for `270112`.
    """
    wide, code = hs_digits(prefix), hs_digits(hs)
    if code.startswith(wide):
        return True
    return None if wide.startswith(code) else False
