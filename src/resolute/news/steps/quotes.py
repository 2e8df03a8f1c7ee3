"""Quotations, by a machine that walks the marks of each paragraph once and remembers what is open.

A mark opens or closes by its side first (a blank before it, a blank behind it) and by its shape only where the side
leaves it open: so ”We comply” and "We comply'' are quotations too. How each one ended is kept.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import replace

from resolute.news.draft import Block, Draft, Quotation, Tokens
from resolute.news.language import Language
from resolute.news.tags import CAP, NUM, OPEN, PAST, STOP

__all__ = ["ADDS", "NEEDS", "mark_quotations"]

NEEDS, ADDS = {"text", "shadow", "blocks", "tokens"}, {"quotations"}

_DOUBLE = re.compile(r"[“”\"]|''|``")
_SINGLE_OPEN = re.compile(r"(?<![\w'.])[‘'](?=[\w$(\[…])")
_SINGLE_CLOSE = re.compile(r"(?<=[\w.,!?…)\]%$])'(?!\w)")
_FEW = 4  # words: fewer, without a stop or a clause of their own, are words woven into a sentence
_MARKS, _SPACED = 200, 6  # marks in a paragraph, and the characters between them, that prose does not reach
_NEAR = 20_000  # characters in which a name is looked for before it is used to mend a quotation


def mark_quotations(draft: Draft, language: Language) -> Draft:
    """Add every quotation of the running text and of the title."""
    found: list[Quotation] = []
    blocks = [(i, b) for i, b in enumerate(draft.blocks) if b.kind not in ("aside", "dateline")]
    for place, (i, block) in enumerate(blocks):
        following = blocks[place + 1][1] if place + 1 < len(blocks) else None
        if _is_noise(draft.shadow, block):
            continue
        marks = list(_DOUBLE.finditer(draft.shadow, block.start, block.end))
        if marks:
            found += _in_block(draft, language, i, marks, following)
        else:
            found += _singles(draft, i, block.start, block.end)
    whole = [_judged(draft, language, found, at) for at in range(len(found))]
    return replace(draft, quotations=tuple(whole))


def _is_noise(shadow: str, block: Block) -> bool:
    """Say whether a paragraph has more marks than quotations of prose could have."""
    count = sum(shadow.count(mark, block.start, block.end) for mark in "“”\"'")
    return count > _MARKS and count * _SPACED > block.end - block.start


def _side(shadow: str, start: int, end: int, block: Block) -> str:
    """Return whether a mark stands where one opens, where one closes, or where only its shape or the state can say."""
    before = shadow[start - 1] if start > block.start else " "
    after = shadow[end] if end < block.end else " "
    opens = before in " ([–-‘/" and after not in " ,;:!?)]"
    closes = before not in " ([" and (after in " .,;:!?)]–-/'“”\"" or end == block.end)
    if opens != closes:
        return "open" if opens else "close"
    if before == " " and after == " ":
        return "blank"
    return "either" if before != " " else "stray"


def _in_block(
    draft: Draft, language: Language, block: int, marks: list[re.Match[str]], following: Block | None
) -> Iterator[Quotation]:
    """Walk the marks of one paragraph."""
    shadow, here = draft.shadow, draft.blocks[block]
    opened: re.Match[str] | None = None
    for m in marks:
        side, shape = _side(shadow, m.start(), m.end(), here), m.group()
        if opened is None:
            if side == "open" or (side == "either" and shape not in ("”", "''")) or (side == "blank" and shape != "”"):
                opened = m
        elif side == "open" and shape != "”":
            yield _unclosed(draft, language, block, opened, m.start(), "repaired")
            opened = m
        elif side in ("close", "blank") or (side == "either" and shape != "“") or shape == "”":
            if m.start() > opened.end():
                yield Quotation(opened.start(), m.end(), opened.end(), m.start(), block)
            opened = None
    if opened is not None and opened.end() < here.end:
        goes_on = following is not None and _DOUBLE.match(shadow, following.start) is not None
        yield _unclosed(draft, language, block, opened, here.end, "continued" if goes_on else "paragraph")


def _unclosed(
    draft: Draft, language: Language, block: int, opened: re.Match[str], limit: int, otherwise: str
) -> Quotation:
    """Return a quotation whose closing mark is missing: up to a reporting clause, else up to the limit."""
    end = None if otherwise == "continued" else _reporting_clause(draft, language, opened.end(), limit)
    if end is None:
        end, how = len(draft.shadow[opened.end() : limit].rstrip()) + opened.end(), otherwise
    else:
        how = "repaired"
    end = max(end, opened.end() + 1)
    return Quotation(opened.start(), end, opened.end(), end, block, closed=how)


def _reporting_clause(draft: Draft, language: Language, start: int, limit: int) -> int | None:
    """Return where the words before "Name Surname said" end, inside words that were never closed; None without one."""
    tokens = draft.tokens
    first, last = tokens.at(start), tokens.at(limit - 1)
    for i in range(first + 2, min(last, first + 400)):
        cues = language.verb_cues.get(tokens.words[i])
        if cues and any("quote" in c.frames and c.rate == "high" for c in cues) and tokens.tags[i] & PAST:
            name = _name_before(draft, tokens, i, first)
            if name is not None:
                return len(draft.shadow[start : tokens.starts[name]].rstrip()) + start
    return None


def _name_before(draft: Draft, tokens: Tokens, cue: int, first: int) -> int | None:
    """Return the token at which the name before a cue begins, when it is one that the text has named before.

    Of "Russia John Smith said" the longest end that stands elsewhere before the quotation is the name.
    """
    start = cue
    while start > first and tokens.tags[start - 1] & CAP and cue - start < 5:
        start -= 1
    since = max(0, tokens.starts[first] - _NEAR)
    for at in range(start, cue):
        name = draft.shadow[tokens.starts[at] : tokens.ends[cue - 1]]
        if draft.shadow.find(name, since, tokens.starts[first]) >= 0:
            return at
    return start if 2 <= cue - start <= 3 else None


def _singles(draft: Draft, block: int, start: int, end: int) -> Iterator[Quotation]:
    """Yield the quotations in single marks of a paragraph that has no double ones; apostrophes are none."""
    shadow = draft.shadow
    if "'" not in shadow[start:end] and "‘" not in shadow[start:end]:
        return
    while opening := _SINGLE_OPEN.search(shadow, start, end):
        closing = None
        for m in _SINGLE_CLOSE.finditer(shadow, opening.end(), end):
            if shadow[m.start() - 1] != "s" or opening.group() == "‘" or closing is None:
                closing = m
                break
        if closing is None:
            return
        yield Quotation(opening.start(), closing.end(), opening.end(), closing.start(), block, single=True)
        start = closing.end()


def _judged(draft: Draft, language: Language, found: list[Quotation], at: int) -> Quotation:
    """Say of a quotation whether its words stand on their own."""
    q = found[at]
    tokens = draft.tokens
    first, last = tokens.at(q.inner_start), tokens.at(q.inner_end - 1) + 1
    before = found[at - 1] if at and found[at - 1].block == q.block else None
    full = _stands_alone(draft, language, q, first, last, before)
    return q if full else replace(q, full=False)


def _stands_alone(
    draft: Draft, language: Language, q: Quotation, first: int, last: int, before: Quotation | None
) -> bool:
    tokens, shadow = draft.tokens, draft.shadow
    tags = tokens.tags
    if last <= first:
        return False
    start = draft.blocks[q.block].start
    left = shadow[max(start, q.start - 3) : q.start].rstrip()
    ends = shadow[q.inner_end - 1]
    if (
        q.start == start
        and draft.blocks[q.block].kind == "title"
        and last - first >= _FEW - 1
        and q.end < len(shadow) - 1
    ):
        after = shadow[q.end + 1]  # a headline that opens with somebody's words: "'We wait' Tokyo refuses to vote"
        if shadow[q.end] == " " and after.isupper():
            return True
    capital = bool(tags[first] & (CAP | NUM | OPEN)) or shadow[q.inner_start] in "…."
    inner_stop = any(tags[i] & STOP for i in range(first, min(last - 1, first + 80)))
    if q.closed == "continued":
        return True
    if not left or left[-1] in ".!?…”\"'([":
        return (capital or inner_stop) and (
            ends in ",.!?…–" or q.end >= draft.blocks[q.block].end or shadow[q.end : q.end + 1] == ","
            or q.closed != "mark" or last - first >= 3 * _FEW
        )  # fmt: skip
    word = tokens.at(q.start) - 1
    if left[-1] in ",:–-":
        if left[-1] == ":" or (capital and (last - first >= _FEW or ends in ",.!?")):
            return True
        return before is not None and before.full and _between_is_reporting(tokens, language, before, q)
    if capital and last - first >= _FEW and word >= 0:
        near = tokens.words[max(0, word - 2) : word + 1]
        return any(w in language.verb_cues for w in near) and (ends in ",.!?…" or inner_stop)
    return False


def _between_is_reporting(tokens: Tokens, language: Language, before: Quotation, q: Quotation) -> bool:
    """Say whether only a reporting clause parts two quotations: "We will," he said, "and soon"."""
    first, last = tokens.at(before.end - 1) + 1, tokens.at(q.start)
    return last - first < 60 and any(
        tokens.words[i] in language.verb_cues and not tokens.tags[i] & STOP for i in range(first, last)
    )
