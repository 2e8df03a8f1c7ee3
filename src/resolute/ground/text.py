"""Fixed phrases in running text: whole words only, the leftmost first, and of those that start together the longest.

White space of any kind and length stands for a space, a typographic apostrophe or hyphen for a plain one, so that a
phrase is found across a line break. Offsets are those of the text as given.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from functools import cache
from typing import Generic, TypeVar

__all__ = ["Phrase", "Phrases"]

T = TypeVar("T")

_WORD = re.compile(r"\w+")
_LOOSE = {" ": r"\s+", "'": "['’ʼ]", "-": "[-‐‑]"}


@dataclass(frozen=True, slots=True)
class Phrase(Generic[T]):
    """A form of words and what it stands for; `value` None marks a form that keeps its words from being read.

    `any_case` finds it in every case and, where it may be `plural`, with `s` or `es`. Without it capitals count: the
    form is found as written, with a capital at its start, or wholly in capitals where it has over `SHORT` letters.
    `not_before` holds words that must not follow; with `alone` no word with a capital may follow either. A form with
    `beside` may be the name of a person: it is not found where a name stands beside it, and `beside` are no names.
    """

    form: str
    value: T | None
    any_case: bool = False
    plural: bool = True
    alone: bool = False
    not_before: tuple[str, ...] = ()
    beside: frozenset[str] | None = None


SHORT = 4


class Phrases(Generic[T]):
    """An index of phrases by their first word."""

    def __init__(self, phrases: Iterable[Phrase[T]]) -> None:
        """Index the phrases; of two with the same form the first stays."""
        self._by_word: dict[str, list[Phrase[T]]] = {}
        for phrase in phrases:
            first = _WORD.search(phrase.form)
            if first is None or first.start() > 0:
                raise ValueError(f'"{phrase.form}" does not start with a letter or a digit')
            self._by_word.setdefault(first.group().casefold(), []).append(phrase)
            if phrase.any_case and phrase.plural and first.end() == len(phrase.form):  # its plural is another word
                for ending in ("s", "es"):
                    self._by_word.setdefault(first.group().casefold() + ending, []).append(phrase)
        for same_start in self._by_word.values():
            same_start.sort(key=lambda p: -len(p.form))

    def find(self, text: str) -> Iterator[tuple[int, int, T]]:
        """Yield start, end and value of each phrase found, from left to right, none touching another."""
        done = 0
        for word in _WORD.finditer(text):
            if word.start() < done:
                continue
            for phrase in self._by_word.get(word.group().casefold(), ()):
                ending = phrase.any_case and phrase.plural
                pattern = _pattern(phrase.form, phrase.any_case, ending, phrase.alone, phrase.not_before)
                m = pattern.match(text, word.start())
                if m and (phrase.beside is None or not _names_beside(text, m.start(), m.end(), phrase.beside)):
                    done = m.end()
                    if phrase.value is not None:
                        yield m.start(), m.end(), phrase.value
                    break


_NAME_BEFORE = re.compile(r"\b([A-Z][a-z]*)(?:\.|[’'][a-z]+)?\s$")
_NAME_AFTER = re.compile(r"\s([A-Z][a-z]+)")


def _names_beside(text: str, start: int, end: int, no_names: frozenset[str]) -> bool:
    """Say whether a capitalised word beside the form makes a person's name of it: "Mr Jordan", "Chad Brown"."""
    before, after = _NAME_BEFORE.search(text, max(0, start - 40), start), _NAME_AFTER.match(text, end)
    return any(m is not None and m[1] not in no_names for m in (before, after))


@cache
def _pattern(form: str, any_case: bool, plural: bool, alone: bool, not_before: tuple[str, ...]) -> re.Pattern[str]:
    ending = "" if form.endswith((".", "$")) else r"(?!\w)"
    stops = [r"[^\W\d_a-z]"] if alone else []
    stops += [f"(?i:{_loose(word)})" + r"(?!\w)" for word in not_before]
    after = rf"(?!\s+(?:{'|'.join(stops)}))" if stops else ""
    if any_case:
        return re.compile(f"{_loose(form)}{'(?:e?s)?' if plural else ''}{ending}{after}", re.IGNORECASE)
    forms = [form, form[0].upper() + form[1:]]
    if sum(c.isalpha() for c in form) > SHORT:
        forms.append(form.upper())
    return re.compile(f"(?:{'|'.join(_loose(f) for f in dict.fromkeys(forms))}){ending}{after}")


def _loose(form: str) -> str:
    return "".join(_LOOSE.get(c) or re.escape(c) for c in form)
