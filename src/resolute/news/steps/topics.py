"""What a claim is about, by the words of its content; a claim that only answers is about what it answers."""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Sequence
from dataclasses import dataclass, replace
from functools import cache

from resolute.ground.rows import read_yaml
from resolute.news.draft import Draft, Found
from resolute.news.language import LEXICON, Language

__all__ = ["ADDS", "NEEDS", "mark_topics"]

NEEDS, ADDS = {"speakers", "stances"}, {"topics"}

_ANAPHORIC = 4  # words: so short a content points back ("the allegations")


@dataclass(frozen=True, slots=True)
class _Table:
    by_first: dict[str, tuple[tuple[tuple[str, ...], str], ...]]
    order: tuple[str, ...]
    sanctions: frozenset[str]
    alone: frozenset[str]
    imposing: frozenset[str]
    charges: frozenset[str]
    impose_none: frozenset[str]


@cache
def _table() -> _Table:
    data = read_yaml(LEXICON / "topics.yaml").data
    index: dict[str, list[tuple[tuple[str, ...], str]]] = {}
    for topic, phrases in data["topics"].items():
        for phrase in phrases:
            words = tuple(phrase.split())
            index.setdefault(words[0], []).append((words, topic))
    return _Table(
        {first: tuple(rows) for first, rows in index.items()}, tuple(data["topics"]), frozenset(data["sanctions"]),
        frozenset(data["states_alone"]), frozenset(data["imposing"]),
        frozenset(data["charges"]), frozenset(data["impose_none_alone"]),
    )  # fmt: skip


def mark_topics(draft: Draft, _: Language) -> Draft:
    """Add the topics of each claim."""
    out: list[tuple[str, ...]] = []
    before: tuple[str, ...] = ()
    for i, f in enumerate(draft.found):
        topics = _topics(draft, i)
        if not topics and f.nested_in is not None and f.nested_in < i:
            topics = out[f.nested_in]
        if not topics and _points_back(draft, f):
            topics = before
        if f.nested_in is None and f.wraps is None:
            before = topics
        out.append(topics or ("other",))
    return replace(draft, topics=tuple(out))


def _points_back(draft: Draft, f: Found) -> bool:
    """Say whether a content only names what was said before: "the allegations", "Sato's accusations as absurd"."""
    tokens = draft.tokens
    start, end = f.content[0]
    words = tokens.words[tokens.at(start) : bisect_left(tokens.starts, end)]
    return len(words) <= _ANAPHORIC or any(w in _table().charges for w in words[:8])


def _topics(draft: Draft, number: int) -> tuple[str, ...]:
    table, tokens, f = _table(), draft.tokens, draft.found[number]
    found: set[str] = set()
    words: list[str] = []
    for start, end in f.content:
        first, last = tokens.at(start), bisect_left(tokens.starts, end)
        words += tokens.words[first:last]
    for at, word in enumerate(words):
        for phrase, topic in table.by_first.get(word, ()):
            if len(phrase) == 1 or tuple(words[at : at + len(phrase)]) == phrase:
                found.add(topic)
    if table.sanctions.intersection(words):
        found.add("unilateral-measure" if _of_a_state_alone(draft, number, words, found) else "un-measure")
    return tuple([t for t in table.order if t in found])


def _of_a_state_alone(draft: Draft, number: int, words: Sequence[str], found: set[str]) -> bool:
    """Say whether "sanctions" are those of a State: its adjective stands there, or its own side imposes them."""
    if "unilateral-measure" in found:
        return True
    if "un-measure" in found or any(w in ("un", "u.n.", "nations") for w in words):
        return False
    table = _table()
    state = draft.speakers[number].state[:1]
    own = bool(state) and state[0] not in table.impose_none
    imposes = bool(table.imposing.intersection(words)) or draft.stances[number].does == "commits"
    return (own and imposes) or bool(table.alone.intersection(words) - {"us"})
