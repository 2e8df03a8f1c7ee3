"""Furniture: lines of a page that are no part of the running text, set aside with the reason before anything is read.

What stands in it (a caption, a related headline) is kept as a span and never becomes a claim.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass, replace
from functools import cache

from resolute.ground.rows import read_yaml
from resolute.news.draft import Block, Draft
from resolute.news.language import LEXICON, Language, word_set
from resolute.news.terms import SetAside

__all__ = ["ADDS", "NEEDS", "mark_furniture"]

NEEDS, ADDS = {"text", "shadow", "blocks"}, {"set_aside"}

_COUNTER = re.compile(r"[\d.,]+[kKmM]?(?: (?:comments?|shares?|views?|likes?))?")
_CREDIT = re.compile(r"(?:©|\(c\) |photo:|photo by|image:|picture:|\(?photo/|file photo)", re.I)
_CAPTION_TAIL = re.compile(r" [-–] [A-Z][\w .]{1,40}, \d{3,4}, \d{1,2}\.\d{1,2}\.\d{4}$")
_GLUE = re.compile(r"[a-z](?=[A-Z][a-z]|[A-Z]{2}\b|\.\.)")
_BREAK = re.compile(r"[a-z](?=[A-Z][a-z])")
_TITLE_WORD = re.compile(r"[A-Za-z][\w'-]*")
_SHORT, _FEW_WORDS = 80, 8  # characters and words of a line that may be a credit


@dataclass(frozen=True, slots=True)
class _Table:
    lines: dict[str, str]
    credits: re.Pattern[str]
    endings: tuple[str, ...]
    bylines: tuple[str, ...]


@cache
def _table() -> _Table:
    data = read_yaml(LEXICON / "furniture.yaml").data
    names = "|".join(re.escape(w) for w in sorted(data["credits"], key=len, reverse=True))
    return _Table(
        {line: why for why, lines in data["lines"].items() for line in lines},
        re.compile(rf"(?:^|[/,(|] ?|\bvia |\bby )(?:{names})(?: (?:{names}))*\)?\.?$", re.I),
        tuple(data["credit_ends"]),
        tuple(data["bylines"]),
    )


def mark_furniture(draft: Draft, _: Language) -> Draft:
    """Set aside every block that is furniture, and split a caption from the credit that it is glued to."""
    blocks = list(_unglued(draft))
    whys = [_why(draft, block) for block in blocks]
    whys = _by_neighbours(draft, blocks, whys)
    marked = tuple([replace(b, kind="aside", why=w) if w else b for b, w in zip(blocks, whys, strict=True)])
    aside = tuple([SetAside(span=draft.span(b.start, b.end), why=b.why) for b in marked if b.kind == "aside"])
    return replace(draft, blocks=marked, set_aside=aside)


def _unglued(draft: Draft) -> Iterator[Block]:
    """Split a line where a credit runs into the caption behind it: "go to the mediabankFlags at the site"."""
    endings = _table().endings
    for i, block in enumerate(draft.blocks):
        words = draft.shadow[block.start : block.end]
        cut = None
        if len(words) < 400 and not words.endswith("."):
            cut = next((m.end() for m in _BREAK.finditer(words) if words[: m.end()].endswith(endings)), None)
            if cut is None and i + 1 < len(draft.blocks):
                nxt = draft.blocks[i + 1]
                tail = draft.shadow[nxt.start : min(nxt.end, nxt.start + 400)]
                cut = next((m.end() for m in _BREAK.finditer(words) if tail.startswith(words[m.end() :])), None)
        if cut is None:
            yield block
        else:
            yield Block(block.start, block.start + cut)
            yield Block(block.start + cut, block.end)


def _why(draft: Draft, block: Block) -> str:
    """Return why a line by itself is furniture, or nothing."""
    words = draft.shadow[block.start : block.end]
    table = _table()
    if len(words) <= _SHORT:
        known = table.lines.get(words.lower()) or table.lines.get(words.lower().rstrip(".:"))
        if known:
            return known
        if _COUNTER.fullmatch(words):
            return "counter"
        low = words.lower()
        if low.startswith(table.bylines) and len(words.split()) <= _FEW_WORDS and not words.endswith((".", "?")):
            return "byline"
        if (table.credits.search(words) and len(words.split()) <= _FEW_WORDS) or _CREDIT.match(words):
            return "photo credit"
    if len(words) <= 400:
        if _CAPTION_TAIL.search(words):
            return "photo caption"
        if _CREDIT.match(words) and words.startswith("©"):
            return "photo credit"
    if _is_tag_line(words):
        return "tag line run together"
    return ""


def _is_tag_line(words: str) -> bool:
    """Say whether a line is tags without blanks between them: "North KoreaRussiaUN sanctions"."""
    if len(words) > 2000 or words.endswith((".", "!", "”", '"')):
        return False
    glued = len(_GLUE.findall(words))
    return glued >= 3 and glued * 6 >= len(words.split())


def _by_neighbours(draft: Draft, blocks: list[Block], whys: list[str]) -> list[str]:
    """Set aside what only its place gives away: captions beside credits, related headlines under a section tag."""
    out = list(whys)
    texts = [draft.shadow[b.start : b.end] if b.end - b.start <= 400 else "" for b in blocks]
    for i, words in enumerate(texts):
        if out[i] or not words:
            continue
        before = out[i - 1] if i else ""
        after = out[i + 1] if i + 1 < len(texts) else ""
        following = texts[i + 1] if i + 1 < len(texts) else ""
        if (
            (after == "photo caption" and following.startswith(words))
            or (i and texts[i - 1].startswith(words) and before == "photo caption")
            or (i and after == "photo credit" and words.endswith(","))
        ) or (before == "photo credit" and blocks[i - 1].end == blocks[i].start):
            out[i] = "photo caption"
        elif before in ("section tag", "related link") and not all(out[:i]) and _is_headline(words):
            out[i] = "related link"
        elif (
            i == 0 and _is_tag(words) and following and not following.endswith((".", "!", '"')) and len(following) > 30
        ):
            out[i] = "section tag"
    return out


def _is_headline(words: str) -> bool:
    """Say whether a line is written like a headline: no final stop, capitals on its words."""
    if words.endswith((".", "”", '"')) or len(words) > 200:
        return False
    long = [w for w in _TITLE_WORD.findall(words) if w.lower() not in word_set("title_small")]
    return len(long) >= 3 and sum(w[0].isupper() for w in long) >= 0.8 * len(long)


def _is_tag(words: str) -> bool:
    """Say whether a first line is only the name of a section: up to three words, each with a capital, no mark."""
    parts = words.split()
    return len(parts) <= 3 and all(p[0].isupper() and p.isalpha() for p in parts)
