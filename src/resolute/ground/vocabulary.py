"""The closed words of the data: one word for one thing, each with its meaning. Read from `tables/vocabulary.yaml`."""

from __future__ import annotations

from functools import cache

from resolute.ground.errors import UnknownWord
from resolute.ground.rows import read_yaml, table

__all__ = ["Word", "groups", "known", "meaning", "words"]


class Word:
    """Marks a field whose values come from a closed vocabulary: `Annotated[str, Word("act")]`."""

    __slots__ = ("vocabulary",)

    def __init__(self, vocabulary: str) -> None:
        """Name the vocabulary, as in `tables/vocabulary.yaml`."""
        self.vocabulary = vocabulary

    def check(self, word: str, path: tuple[str | int, ...] = ()) -> str:
        """Return the word, or raise UnknownWord with the nearest known ones."""
        if word not in words(self.vocabulary):
            raise UnknownWord(path, word, words(self.vocabulary), f"a word of the vocabulary `{self.vocabulary}`")
        return word


@cache
def _tables() -> dict[str, dict[str, dict[str, str]]]:
    data: dict[str, dict[str, dict[str, str]]] = read_yaml(table("vocabulary.yaml")).data
    return data


@cache
def words(vocabulary: str) -> frozenset[str]:
    """Return the words of a vocabulary. Raises KeyError for a vocabulary that does not exist."""
    return frozenset(word for group in _tables()[vocabulary].values() for word in group)


def known(vocabulary: str, word: str) -> bool:
    """Say whether the word belongs to the vocabulary."""
    return word in words(vocabulary)


@cache
def groups(vocabulary: str) -> dict[str, tuple[str, ...]]:
    """Return the words of a vocabulary by group, in the order of the table."""
    return {name: tuple(group) for name, group in _tables()[vocabulary].items()}


def meaning(vocabulary: str, word: str) -> str:
    """Return what a word means, in words for a person."""
    for group in _tables()[vocabulary].values():
        if word in group:
            return group[word]
    raise KeyError(word)
