"""The media that a text names, from `lexicon/outlets.yaml`."""

from __future__ import annotations

from functools import cache

from resolute.ground.rows import read_yaml
from resolute.news.language import LEXICON

__all__ = ["is_wire", "outlet_at", "outlet_named"]


@cache
def _names() -> dict[str, str]:
    data = read_yaml(LEXICON / "outlets.yaml").data["outlets"]
    return {_plain(form): name for name, row in data.items() for form in (name, *row.get("other", ()))}


@cache
def _by_first() -> dict[str, tuple[tuple[tuple[str, ...], str], ...]]:
    """Return the names as words, by their first word, the longest first."""
    out: dict[str, list[tuple[tuple[str, ...], str]]] = {}
    for form, name in _names().items():
        words = tuple(form.split())
        out.setdefault(words[0], []).append((words, name))
    return {first: tuple(sorted(rows, key=lambda row: -len(row[0]))) for first, rows in out.items()}


def _plain(form: str) -> str:
    low = form.lower().replace("’", "'")
    return low[4:] if low.startswith("the ") else low


def outlet_named(words: str) -> str | None:
    """Return the outlet that the words name, whole; None for words that name none."""
    return _names().get(_plain(words.strip()))


def outlet_at(words: tuple[str, ...], at: int, last: int) -> tuple[str, int] | None:
    """Return the outlet whose name begins at a token, and the token after it. Words are in small letters."""
    for form, name in _by_first().get(words[at], ()):
        end = at + len(form)
        if end <= last and words[at:end] == form:
            return name, end
    return None


@cache
def is_wire(name: str) -> bool:
    """Say whether others carry the texts of this outlet."""
    row = read_yaml(LEXICON / "outlets.yaml").data["outlets"].get(name)
    return bool(row and row.get("wire"))
