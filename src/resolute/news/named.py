"""What a stretch of text names: States, places, goods, amounts, persons, ships, companies, classes of nouns.

All is looked up once for the whole text; a phrase then asks for what stands inside it.
"""

from __future__ import annotations

import re
from bisect import bisect_left
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from typing import Protocol, TypeVar

from resolute.ground.goods import GoodsMention, find_goods
from resolute.ground.place import PlaceMention, find_places
from resolute.ground.quantity import QuantityMention, find_quantities
from resolute.ground.states import StateMention
from resolute.news.draft import Draft, Entity, Tokens
from resolute.news.frames import Frames

__all__ = ["PEOPLE", "ClassMention", "Named", "PersonMention", "ShipMention", "inside", "named_in"]


@dataclass(frozen=True, slots=True)
class ClassMention:
    """Characters `start` to `end` are a noun of these classes of `frames.yaml`."""

    start: int
    end: int
    classes: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class PersonMention:
    """Characters `start` to `end` name an entity of the document's table."""

    start: int
    end: int
    entity: Entity


@dataclass(frozen=True, slots=True)
class ShipMention:
    """Characters `start` to `end` name a ship, or give its IMO number or its flag."""

    start: int
    end: int
    name: str | None = None
    imo: str | None = None
    flag: str | None = None


@dataclass(frozen=True, slots=True)
class CompanyMention:
    """Characters `start` to `end` are the name of a company, a bank, an insurer."""

    start: int
    end: int
    name: str


class _Placed(Protocol):
    @property
    def start(self) -> int: ...
    @property
    def end(self) -> int: ...


M = TypeVar("M", bound=_Placed)


@dataclass(frozen=True, slots=True)
class Named:
    """Everything the text names, each kind in order."""

    states: tuple[StateMention, ...]
    places: tuple[PlaceMention, ...]
    goods: tuple[GoodsMention, ...]
    quantities: tuple[QuantityMention, ...]
    classes: tuple[ClassMention, ...]
    persons: tuple[PersonMention, ...]
    ships: tuple[ShipMention, ...]
    companies: tuple[CompanyMention, ...]
    people: tuple[StateMention, ...]

    def in_amounts(self, tokens: Tokens) -> frozenset[int]:
        """Return the offsets of the words that belong to an amount: "at least three"."""
        return _starts_in(tokens, [(q.start, q.end) for q in self.quantities])

    def in_names(self, tokens: Tokens, text: str) -> frozenset[int]:
        """Return the offsets of the words of goods and nouns of a class that have more than one: "working permit"."""
        both: list[GoodsMention | ClassMention] = [*self.goods, *self.classes]
        return _starts_in(tokens, [(m.start, m.end) for m in both if " " in text[m.start : m.end]])


def _starts_in(tokens: Tokens, stretches: Iterable[tuple[int, int]]) -> frozenset[int]:
    out: set[int] = set()
    for a, b in stretches:
        out.update(tokens.starts[bisect_left(tokens.starts, a) : bisect_left(tokens.starts, b)])
    return frozenset(out)


def inside(mentions: Sequence[M], start: int, end: int) -> list[M]:
    """Return the mentions that lie between two offsets, in order."""
    first = bisect_left(mentions, start, key=lambda m: m.start)
    out = []
    for m in mentions[first:]:
        if m.start >= end:
            break
        if m.end <= end:
            out.append(m)
    return out


def named_in(draft: Draft, frames: Frames) -> Named:
    """Look up the whole text once."""
    text = draft.text
    ships = _ships(draft.shadow or text, text, draft.states)
    flags = {s.start for s in ships if s.flag}
    taken = [(s.start, s.end) for s in ships if s.name]
    states = [s for s in draft.states if s.start not in flags and not _within(s, taken)]
    classes = tuple(ClassMention(a, b, names) for a, b, names in frames.classes.find(text))
    return Named(
        states=tuple(states),
        places=tuple(p for p in find_places(text) if not _within(p, taken)),
        goods=tuple(find_goods(text)),
        quantities=tuple(find_quantities(text)),
        classes=classes,
        persons=tuple(
            PersonMention(m.start, m.end, draft.entities[m.entity])
            for m in sorted(draft.mentioned, key=lambda m: (m.start, m.end))
        ),
        ships=tuple(ships),
        companies=tuple(_companies(text)),
        people=tuple(_people(text, states, classes)),
    )


PEOPLE = frozenset(
    {"workers", "nationals", "it-workers", "troops", "diplomats", "crew", "trainers", "students", "hackers"}
)


_MANY = frozenset({"workers", "nationals", "it-workers", "troops"})


def _people(text: str, states: Sequence[StateMention], classes: Sequence[ClassMention]) -> list[StateMention]:
    """Return the States by whose people the text speaks: "North Koreans", "North Korean migrant workers"."""
    out = [m for m in states if m.form == "demonym"]
    for m in states:
        if m.form != "adjective":
            continue
        noun = next((c for c in classes if m.end < c.start <= m.end + 24 and _MANY & set(c.classes)), None)
        if noun is not None and not re.search(r"[.,;:]", text[m.end : noun.start]):
            out.append(m)
    return sorted(out)


def _within(m: _Placed, taken: Sequence[tuple[int, int]]) -> bool:
    return any(a <= m.start and m.end <= b for a, b in taken)


_KIND = r"(?:ship|vessel|tanker|freighter|carrier|trawler|coaster|barge|cargo ship|bulker|boat)"
_WORD = r"[A-Z][\w'’-]*"
_SHIP = re.compile(
    rf"(?:\b(?:M/V|MV|M\.V\.|M/T|MT|F/V|SS|M/S)\s+|\b{_KIND}\s+(?:named\s+|called\s+)?(?:the\s+)?[\"“'‘*]?)"
    rf"(?P<name>{_WORD}(?:\s+(?:{_WORD}|\d{{1,3}})){{0,5}})"
)
_APPOSED = re.compile(
    rf"\b(?:The|the)\s+[\"“'‘*]?(?P<name>{_WORD}(?:\s+(?:{_WORD}|\d{{1,3}})){{0,3}})[\"”'’*]?,\s+an?\s+(?:[\w’'-]+\s+){{0,4}}?{_KIND}\b"
)
_FLAG = re.compile(r"\bflag\s+of\s+(?:the\s+)?")
_IMO = re.compile(r"\bIMO(?:\s+(?:number|No\.?))?[\s:]*(\d{7})\b")
_FIRM = (
    r"Co\.?,? ?Ltd\.?|Co\.|Ltd\.?|LLC|Inc\.?|Corp\.?|Corporation|Company|Limited|Trading|Shipping|Bank|Holdings|"
    r"Airlines|Group|JSC|OOO|GmbH|Enterprises?"
)
_COMPANY = re.compile(rf"(?:{_WORD}|&|of|and)(?:[ \u00a0](?:{_WORD}|&|of|and)){{0,7}}[ \u00a0,]+(?:{_FIRM})(?![\w-])")


def _ships(shadow: str, text: str, states: Sequence[StateMention]) -> list[ShipMention]:
    """Return ships by name, IMO number and flag."""
    out = [
        ShipMention(m.start("name"), m.end("name"), name=text[m.start("name") : m.end("name")])
        for m in _SHIP.finditer(shadow)
    ]
    out += _named_again(shadow, text, out)
    out += [ShipMention(m.start(), m.end(), imo=m[1]) for m in _IMO.finditer(shadow)]
    for found in states:
        if re.match(r"-(?:flagged|registered)\b|\s+flagged\b", shadow[found.end : found.end + 12]):
            out.append(ShipMention(found.start, found.end, flag=found.code))
    for m in _FLAG.finditer(shadow):
        out += [ShipMention(m.start(), f.end, flag=f.code) for f in states if f.start == m.end() and f.form == "name"]
    return sorted(out, key=lambda s: (s.start, s.end))


def _named_again(shadow: str, text: str, found: Sequence[ShipMention]) -> list[ShipMention]:
    """Return where a name stands that the text gives to a ship elsewhere: "the Courageous, a tanker", "tanker Rich"."""
    names = {s.name for s in found if s.name} | {m["name"] for m in _APPOSED.finditer(shadow)}
    taken = [(s.start, s.end) for s in found]
    out = []
    for name in sorted(n for n in names if len(n) > _SHORT_NAME):
        for m in re.finditer(rf"(?<!\w){re.escape(name)}(?!\w)", shadow):
            if not any(a < m.end() and m.start() < b for a, b in taken):
                out.append(ShipMention(m.start(), m.end(), name=text[m.start() : m.end()]))
                taken.append((m.start(), m.end()))
    return out


_SHORT_NAME = 4  # letters; a shorter name is too often another word


def _companies(text: str) -> list[CompanyMention]:
    out = []
    for m in _COMPANY.finditer(text):
        name = re.sub(r"^(?:(?:of|and|The|the|&)[ \u00a0])+", "", m[0]).rstrip(",")
        if " " in name:
            out.append(CompanyMention(m.end() - len(name), m.end(), name))
    return out
