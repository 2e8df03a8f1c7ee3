"""Where the text names a State, looked up once for all steps.

The words of a State are many and the words of a text more, so only the neighbourhood of a word with which a State's
name can begin is searched; what is found is what `find_states` finds.
"""

from __future__ import annotations

from bisect import bisect_left
from dataclasses import replace
from functools import cache

from resolute.ground.states import StateMention, find_states, states
from resolute.news.draft import Draft, Tokens
from resolute.news.language import Language
from resolute.news.steps.tokens import TOKEN
from resolute.news.tags import CAP, STATE

__all__ = ["ADDS", "NEEDS", "mark_states"]

NEEDS, ADDS = {"shadow", "tokens"}, {"states"}

_BEFORE, _AFTER = 3, 6  # tokens of neighbourhood: as long as the longest name, and what may guard it

_Openings = dict[str, frozenset[str]]


@cache
def _openings() -> tuple[_Openings, _Openings]:
    """Return, for names and for epithets (any case), each first word with the words that may follow it.

    "the" is left out; an empty word among those that follow says that the first stands alone.
    """
    names: dict[str, set[str]] = {}
    epithets: dict[str, set[str]] = {}
    for s in states():
        for form in (s.name, s.short, *s.names, *s.adjectives, *s.demonyms, *s.capitals, *s.seats):
            first, second = _two(form)
            names.setdefault(first, set()).add(second)
        for form in s.epithets:
            first, second = _two(form)
            epithets.setdefault(first, set()).add(second)
    return {k: frozenset(v) for k, v in names.items()}, {k: frozenset(v) for k, v in epithets.items()}


def _two(form: str) -> tuple[str, str]:
    words = TOKEN.findall(form.lower())
    words = words[1:] if words[0] == "the" and len(words) > 1 else words
    return words[0].removesuffix("'s"), words[1].removesuffix("'s") if len(words) > 1 else ""


def mark_states(draft: Draft, _: Language) -> Draft:
    """Add every mention of a State, in the order of the text."""
    tokens, (names, epithets) = draft.tokens, _openings()
    words, starts, ends = tokens.words, tokens.starts, tokens.ends
    candidates = [i for i, w in enumerate(words) if w in names or w in epithets or "-" in w or w[-2:] == "'s"]
    found: list[StateMention] = []
    done, last, shadow = 0, len(words) - 1, draft.shadow
    for i in candidates:
        if starts[i] < done or not _may_open(names if tokens.tags[i] & CAP else epithets, names, words, i, last):
            continue
        begin = starts[max(0, i - _BEFORE)]
        for mention in find_states(shadow[begin : ends[min(last, i + _AFTER)]]):
            start, end = begin + mention.start, begin + mention.end
            if start >= done and start < ends[i] and end > starts[i]:
                found.append(StateMention(start, end, mention.code, mention.form))
                done = end
    tags = list(tokens.tags)
    for mention in found:
        for i in range(tokens.at(mention.start), bisect_left(starts, mention.end)):
            tags[i] |= STATE
    marked = Tokens(starts, ends, words, tuple(tags))
    return replace(draft, tokens=marked, states=tuple(found))


def _may_open(openings: _Openings, names: _Openings, words: tuple[str, ...], at: int, last: int) -> bool:
    """Say whether a name of a State may begin with a token: its first word, and behind it one that goes on with it."""
    word = words[at]
    if "-" in word:
        return any(part in names for part in word.split("-"))
    follows = openings.get(word.removesuffix("'s"))
    return follows is not None and ("" in follows or (at < last and words[at + 1].removesuffix("'s") in follows))
