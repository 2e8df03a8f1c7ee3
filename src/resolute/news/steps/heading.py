"""What stands above the running text: title, dateline, the wire that sent it, the publisher."""

from __future__ import annotations

import re
from dataclasses import replace

from resolute.news.draft import Block, Draft, Heading
from resolute.news.language import Language, word_set
from resolute.news.outlets import outlet_named

__all__ = ["ADDS", "NEEDS", "mark_heading"]

NEEDS, ADDS = {"text", "shadow", "blocks", "set_aside"}, {"heading"}

_MONTH = (
    r"(?:Jan(?:uary|\.)?|Feb(?:ruary|\.)?|Mar(?:ch|\.)?|Apr(?:il|\.)?|May|June?\.?|July?\.?|Aug(?:ust|\.)?"
    r"|Sept?(?:ember|\.)?|Oct(?:ober|\.)?|Nov(?:ember|\.)?|Dec(?:ember|\.)?)"
)
_PLACE = r"[A-Z][A-Za-z.'\-]+(?:[ ,]{1,2}[A-Z][A-Za-z.'\-]+){0,4}"
_DATE = rf"(?:{_MONTH} \d{{1,2}}(?:, \d{{4}})?|\d{{1,2}} {_MONTH}(?: \d{{4}})?)"
# Forms: a place, a day and a wire in brackets; a place and a wire; a place and a day before a dash.
_DATELINE = re.compile(
    rf"(?P<place>{_PLACE}?),? (?P<date>{_DATE})?,? ?\((?P<wire>[A-Z][A-Za-z/& .\-]{{1,30}})\)(?: ?[-–]+ ?| ?: ?| )"
    rf"|(?P<place2>{_PLACE}),? (?P<date2>{_DATE}),? ?[-–]+ "
    rf"|\((?P<wire3>[A-Z][A-Za-z/& .\-]{{1,30}})\) ?[-–]+ "
)
_CAPTION = re.compile(r" [-–] (?P<outlet>[A-Z][\w .]{1,40}), \d{3,4}, \d{1,2}\.\d{1,2}\.\d{4}$")
_COPYRIGHT = re.compile(r"© (?P<outlet>[A-Z]\w+(?: [A-Z]\w+)?)")
_LONGEST = 250  # characters of a title


def mark_heading(draft: Draft, _: Language) -> Draft:
    """Add title, dateline, wire and publisher; the blocks of title and dateline get their kind."""
    blocks = list(draft.blocks)
    running = [i for i, b in enumerate(blocks) if b.kind == "body"]
    heading = Heading()
    if running and len(running) > 1 and _is_title(draft, blocks[running[0]]):
        at = running.pop(0)
        blocks[at] = replace(blocks[at], kind="title")
        heading = replace(heading, title=draft.span(blocks[at].start, blocks[at].end))
    if running:
        heading = _dateline(draft, blocks, running[0], heading)
    heading = _publisher(draft, heading)
    return replace(draft, blocks=tuple(blocks), heading=heading)


def _is_title(draft: Draft, block: Block) -> bool:
    """Say whether the first line is a title: short, and without the stop that ends a sentence."""
    words = draft.shadow[block.start : block.end]
    if len(words) > _LONGEST or _DATELINE.match(words):
        return False
    return not words.endswith((".", "!", ".”", '."', ".'")) or (_capitals(words) and words.count(". ") == 0)


def _capitals(words: str) -> bool:
    """Say whether nearly every word has a capital, as in the titles of many papers."""
    small = word_set("title_small")
    long = [w for w in words.split() if w[0].isalpha() and w.lower() not in small]
    return len(long) >= 4 and sum(w[0].isupper() for w in long) >= 0.9 * len(long)


def _dateline(draft: Draft, blocks: list[Block], at: int, heading: Heading) -> Heading:
    """Cut the dateline off the first block of the running text."""
    block = blocks[at]
    m = _DATELINE.match(draft.shadow, block.start, min(block.end, block.start + 120))
    if m is None:
        return heading
    wire = m["wire"] or m["wire3"]
    end = len(m.group().rstrip()) + block.start
    if m.end() >= block.end or (not (m["date"] or m["date2"]) and outlet_named(wire or "") is None):
        return heading
    blocks[at] = replace(block, start=m.end())
    blocks.insert(at, replace(block, end=end, kind="dateline"))
    return replace(
        heading,
        dateline=draft.span(block.start, end),
        place=m["place"] or m["place2"],
        month_day=m["date"] or m["date2"],
        wire=outlet_named(wire) or wire if wire else None,
    )


def _publisher(draft: Draft, heading: Heading) -> Heading:
    """Return who published the text: the wire of the dateline, else whom captions and credits name."""
    if heading.wire and heading.dateline:
        return replace(heading, publisher=heading.wire, publisher_span=heading.dateline)
    for pattern in (_CAPTION, _COPYRIGHT):
        for aside in draft.set_aside:
            m = pattern.search(draft.shadow, aside.span.start, aside.span.end)
            if m and (pattern is _CAPTION or outlet_named(m["outlet"])):
                return replace(
                    heading, publisher=m["outlet"], publisher_span=draft.span(m.start("outlet"), m.end("outlet"))
                )
    return heading
