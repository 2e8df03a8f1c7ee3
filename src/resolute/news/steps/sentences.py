"""Sentences, which never cross a line, and periods: sentences in which a whole quotation is one word."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace

from resolute.news.draft import Draft, Period, Sentence
from resolute.news.language import Language
from resolute.news.tags import ADV, CAP, CO, DET, NUM, OPEN, POSS, PREP, STOP, SUB, SUBJ

__all__ = ["ADDS", "NEEDS", "mark_sentences"]

NEEDS, ADDS = {"text", "shadow", "blocks", "tokens", "quotations"}, {"sentences", "periods"}

_FUNCTION = DET | SUBJ | PREP | SUB | CO | POSS | ADV
LONGEST = 300  # tokens of a sentence
_CLOSERS = frozenset("”\"')]") | {"''"}


def mark_sentences(draft: Draft, language: Language) -> Draft:
    """Add the sentences and periods of title and running text."""
    sentences: list[Sentence] = []
    periods: list[Period] = []
    tokens = draft.tokens
    by_block: dict[int, list[int]] = {}
    for n, q in enumerate(draft.quotations):
        if q.full:
            by_block.setdefault(q.block, []).append(n)
    for i, block in enumerate(draft.blocks):
        if block.kind in ("aside", "dateline"):
            continue
        first, last = tokens.at(block.start), tokens.at(block.end - 1) + 1
        pieces = list(_pieces(draft, by_block.get(i, []), first, last))
        parts = [[p for s, e in split(draft, language, a, b) for p in _cut(s, e)] for a, b, _ in pieces]
        for part in parts:
            sentences += [Sentence(tokens.starts[s], tokens.ends[e - 1], i, s, e) for s, e in part]
        periods += _periods(draft, language, pieces, parts, i)
        for (a, _, n), part in zip(pieces, parts, strict=True):
            if n >= 0:  # without the opening mark
                periods += [Period(tuple(range(max(s, a + 1), e)), i, n) for s, e in part if e > a + 1]
    return replace(draft, sentences=tuple(sentences), periods=tuple(periods))


def _cut(first: int, last: int) -> Iterator[tuple[int, int]]:
    """Cut what is too long to be a sentence: a table, or noise; so that no step's work grows faster than the text."""
    while last - first > LONGEST:
        yield first, first + LONGEST
        first += LONGEST
    yield first, last


def _pieces(draft: Draft, quotations: list[int], first: int, last: int) -> Iterator[tuple[int, int, int]]:
    """Cut the tokens of a block into running words (-1) and full quotations (their number)."""
    tokens, at = draft.tokens, first
    for n in quotations:
        q = draft.quotations[n]
        a, b = tokens.at(q.start), tokens.at(q.end - 1) + 1
        if a > at:
            yield at, a, -1
        yield a, b, n
        at = b
    if at < last:
        yield at, last, -1


def split(draft: Draft, language: Language, first: int, last: int) -> Iterator[tuple[int, int]]:
    """Yield the sentences of a run of tokens as pairs of token numbers."""
    tags, words = draft.tokens.tags, draft.tokens.words
    start, i = first, first
    while i < last:
        if tags[i] & STOP and words[i][0] in ".!?…" and i > start - 1:
            end = i + 1
            while end < last and words[end] in _CLOSERS and draft.tokens.starts[end] == draft.tokens.ends[end - 1]:
                end += 1
            if end >= last or _ends(draft, language, i, end):
                yield start, end
                start = i = end
                continue
        elif words[i][-1] == "." and tags[i] & CAP and i + 1 < last and _after_abbreviation(tags[i + 1]):
            yield start, i + 1
            start = i + 1
        i += 1
    if start < last:
        yield start, last


def _after_abbreviation(tag: int) -> bool:
    """Say whether a word with this class opens a sentence after "U.S.": only a capital on a word that has none."""
    return bool(tag & CAP and tag & _FUNCTION)


def _ends(draft: Draft, language: Language, stop: int, after: int) -> bool:
    """Say whether the stop ends a sentence, given the token after it and its closing marks."""
    tokens = draft.tokens
    words, tags = tokens.words, tokens.tags
    if tokens.starts[after] == tokens.ends[after - 1]:  # no blank: "2.b", "U.N.-led"
        return False
    opens = tags[after] & (CAP | NUM | OPEN) or words[after] in ("“", "”", '"', "‘", "'", "''", "``", "…", "...")
    if words[stop] != ".":
        return bool(opens) or not words[after][0].isalpha()
    before = words[stop - 1] if stop else ""
    if tokens.starts[stop] != tokens.ends[stop - 1]:
        return True
    if before in language.abbreviations and tags[stop - 1] & CAP:
        return False
    if len(before) == 1 and before.isalpha() and tags[stop - 1] & CAP:  # an initial: J. Smith
        return False
    if before in language.soft_abbreviations:
        return _after_abbreviation(tags[after])
    return bool(opens)


def _periods(
    draft: Draft, language: Language, pieces: list[tuple[int, int, int]], parts: list[list[tuple[int, int]]], block: int
) -> Iterator[Period]:
    """Join running sentences and full quotations into periods."""
    words, tags = draft.tokens.words, draft.tokens.tags
    items: list[int] = []
    for (a, b, n), part in zip(pieces, parts, strict=True):
        if n >= 0:
            if items and items[-1] < 0:
                yield Period(tuple(items), block)
                items = []
            items.append(-1 - n)
            continue
        for s, e in part:
            if items and items[-1] < 0 and s == a and _starts_anew(draft, language, -1 - items[-1], s, e):
                yield Period(tuple(items), block)
                items = []
            items.extend(range(s, e))
            if e < b or (tags[e - 1] & STOP or (words[e - 1] in _CLOSERS and e - 1 > s and tags[e - 2] & STOP)):
                yield Period(tuple(items), block)
                items = []
    if items:
        yield Period(tuple(items), block)


def _starts_anew(draft: Draft, language: Language, n: int, first: int, last: int) -> bool:
    """Say whether the words after a quotation that ended in a stop are a new sentence, and no reporting clause."""
    q, tokens = draft.quotations[n], draft.tokens
    if draft.shadow[q.inner_end - 1] not in ".!?…" or not tokens.tags[first] & CAP:
        return False
    if q.closed == "repaired":
        return False
    for i in range(first, min(last, first + 12)):
        cues = language.verb_cues.get(tokens.words[i])
        if cues and any("tail" in c.frames for c in cues):
            rest = [t for t in range(i + 1, last) if not tokens.tags[t] & STOP]
            return len(rest) > 6 or any(tokens.words[t] in ("that", "“", '"', "”") for t in rest)
    return True
