"""A text as lines, over a shadow of the same length in which spaces, dashes and quotation marks wear one dress."""

from __future__ import annotations

import re
from dataclasses import replace

from resolute.news.draft import Block, Draft
from resolute.news.language import Language

__all__ = ["ADDS", "NEEDS", "mark_blocks", "shadow_of"]

NEEDS, ADDS = {"text"}, {"shadow", "blocks"}

# What each kind of sign becomes. Opening and closing marks stay apart; ’ is an apostrophe more often than a mark, so
# it becomes the neutral one. A soft hyphen or a zero-width sign becomes a hyphen or a space: the length stays.
_DRESS = {
    " ": "\t\xa0\u1680\u2000\u2001\u2002\u2003\u2004\u2005\u2006\u2007\u2008\u2009\u200a\u202f\u205f\u3000\u200b\ufeff",
    "-": "\u2010\u2011\xad\ufe63\uff0d",
    "–": "\u2012\u2014\u2015\u2212\u2e3a",
    "“": "„‟«❝〝",
    "”": "»❞〞",
    '"': "＂",
    "‘": "‚‛‹❛",
    "'": "’›❜′＇ʼ",
    "…": "⋯",
}
_CHANGES = tuple((sign, to) for to, signs in _DRESS.items() for sign in signs)
_LINE = re.compile(r"[^\n\r\x0b\x0c\x1c-\x1e\x85\u2028\u2029]+")


def shadow_of(text: str) -> str:
    """Return the text with one dress for each kind of space, dash and quotation mark; the length stays."""
    if text.isascii():
        return text.replace("\t", " ") if "\t" in text else text
    for sign, to in _CHANGES:
        if sign in text:
            text = text.replace(sign, to)
    return text


def mark_blocks(draft: Draft, _: Language) -> Draft:
    """Add the shadow and a block for each line that is not blank."""
    shadow = shadow_of(draft.text)
    blocks = []
    for line in _LINE.finditer(shadow):
        words = line.group()
        stripped = words.strip()
        if stripped:
            start = line.start() + len(words) - len(words.lstrip())
            blocks.append(Block(start, start + len(stripped)))
    return replace(draft, shadow=shadow, blocks=tuple(blocks))
