"""Offices and other roles, from `lexicon/roles.yaml`, found in a run of tokens."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from functools import cache
from typing import Any

from resolute.ground.rows import read_yaml
from resolute.news.language import LEXICON

__all__ = ["Role", "RoleAt", "family_first", "hypernyms", "no_name", "pronouns", "role", "roles_in", "word_list"]


@dataclass(frozen=True, slots=True)
class Role:
    """A role, the plainer words that may stand for it, and for whom it speaks: `state`, `body`, `region`, `none`."""

    name: str
    stands_for: frozenset[str]
    speaks: str


@dataclass(frozen=True, slots=True)
class RoleAt:
    """Tokens `first` up to `last` name a role, its modifiers included."""

    first: int
    last: int
    role: Role
    plural: bool


@cache
def _data() -> dict[str, Any]:
    data: dict[str, Any] = read_yaml(LEXICON / "roles.yaml").data
    return data


@cache
def word_list(name: str) -> frozenset[str]:
    """Return one of the plain word lists of the table: `modifiers`, `titles`, `organisations`, `groups`, `blocs`."""
    return frozenset(_data()[name])


@cache
def pronouns() -> dict[str, str]:
    """Return the pronouns, by what they take up."""
    return dict(_data()["pronouns"])


@cache
def family_first() -> frozenset[str]:
    """Return the family names that stand before the given name."""
    return frozenset(_data()["family_first"])


@cache
def role(name: str) -> Role | None:
    """Return the role of a name in the singular, small letters."""
    row = _data()["roles"].get(name)
    return Role(name, frozenset(row["stands_for"]) | {name}, row["speaks"]) if row else None


@cache
def _by_first() -> dict[str, tuple[tuple[tuple[str, ...], Role, bool], ...]]:
    out: dict[str, list[tuple[tuple[str, ...], Role, bool]]] = {}
    for name, row in _data()["roles"].items():
        found = role(name)
        assert found is not None
        plural = row.get("plural", name + "s")
        for form, many in ((name, False), (plural, True)):
            words = tuple(form.split())
            out.setdefault(words[0], []).append((words, found, many))
    for short, name in _data()["abbreviations"].items():
        found = role(name)
        if found is not None:
            out.setdefault(short, []).append(((short,), found, False))
    return {first: tuple(sorted(rows, key=lambda r: -len(r[0]))) for first, rows in out.items()}


def roles_in(words: Sequence[str], first: int, last: int) -> list[RoleAt]:
    """Return the roles named in a run of tokens (small letters), the longest names first taken."""
    table, modifiers, out = _by_first(), word_list("modifiers"), []
    at, last = first, min(last, len(words))  # a run may be asked for up to the end of a text that ends in a mark
    while at < last:
        ahead = words[at + 1] if at + 1 < last else ""
        for form, found, plural in table.get(words[at], ()):
            if len(form) == 1 and words[at] in modifiers and (ahead in table or ahead in modifiers):
                continue  # "deputy trade minister": no deputy of a parliament
            if tuple(words[at : at + len(form)]) == form and at + len(form) <= last:
                start = at
                while start > first and words[start - 1] in modifiers:
                    start -= 1
                out.append(RoleAt(start, at + len(form), found, plural))
                at += len(form) - 1
                break
        at += 1
    return out


def hypernyms(words: Sequence[str]) -> frozenset[str]:
    """Return all words that may take up somebody of these roles."""
    out: set[str] = set()
    for word in words:
        found = role(word)
        out |= found.stands_for if found else {word}
    return frozenset(out)


@cache
def no_name() -> frozenset[str]:
    """Return the words that, with a capital, are part of a role, an organisation or a title, and no name."""
    out: set[str] = set()
    for name in (*_data()["roles"], *_data()["abbreviations"]):
        out.update(name.split())
        out.update(w + "s" for w in name.split())
    for group in ("modifiers", "titles", "organisations"):
        out.update(_data()[group])
    out.update(w + "'s" for w in list(out))
    out.update(["sanctions", "korean", "western", "european", "asian", "african"])
    return frozenset(out)
