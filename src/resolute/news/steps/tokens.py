"""Words and marks with their classes, for the whole text at once."""

from __future__ import annotations

import re
from dataclasses import replace

from resolute.news.draft import Draft, Tokens
from resolute.news.language import Language
from resolute.news.tags import ADV, CAP, CLOSE, COLON, COMMA, DASH, GENITIVE, ING, MARK, NUM, OPEN, PART, PAST, STOP

__all__ = ["ADDS", "NEEDS", "mark_tokens"]

NEEDS, ADDS = {"text", "shadow"}, {"tokens"}

# Words with inner apostrophes, hyphens or stops (Jong-un, don't, 2.5), the last stop of letter-dot abbreviations with
# them (U.N.), two apostrophes used as a quotation mark, stops and dashes in a row, noise of quotation marks; every
# other sign alone.
TOKEN = re.compile(r"\w+(?:['\-.,:]\w+)*(?:(?<=\.[^\W\d_])\.)?|''|``|\.\.+|--+|[\"“”]{4,}|[^\w\s]")

_SIGNS = {
    ".": STOP, "!": STOP, "?": STOP, "…": STOP, "..": STOP, "...": STOP,
    ",": COMMA, ";": COLON, ":": COLON, "–": DASH, "-": DASH, "--": DASH,
    "---": DASH,
    "(": OPEN, "[": OPEN, ")": CLOSE, "]": CLOSE,
}  # fmt: skip
_ENDINGS = {"y": ("ly", ADV), "g": ("ing", ING), "d": ("ed", PAST | PART)}


def mark_tokens(draft: Draft, language: Language) -> Draft:
    """Add the tokens of the text, each with the classes its word may have."""
    shadow = draft.shadow
    low = shadow.lower()
    if len(low) != len(shadow):
        low = "".join(c.lower() if len(c.lower()) == 1 else c for c in shadow)
    words = TOKEN.findall(low)
    starts, ends, at, index = [], [], 0, low.index
    for word in words:  # nothing but blanks stands between tokens, so the next find is the token itself
        at = index(word, at)
        starts.append(at)
        at += len(word)
        ends.append(at)
    known = language.tags
    tags = [known.get(word, -1) for word in words]
    for i, tag in enumerate(tags):
        if tag < 0:
            tags[i] = tag = _guess(words[i])
        if low[starts[i]] != shadow[starts[i]]:
            tags[i] = tag | CAP
    return replace(draft, tokens=Tokens(tuple(starts), tuple(ends), tuple(words), tuple(tags)))


def _guess(word: str) -> int:
    """Return the classes of a word that no table holds, by its shape."""
    ending = _ENDINGS.get(word[-1])
    if ending is not None and len(word) > 4 and word.endswith(ending[0]):
        return ending[1]
    first = word[0]
    if first.isalpha():
        return GENITIVE if word.endswith(("'s", "s'")) else 0
    if first.isdigit():
        return NUM
    return _SIGNS.get(word, MARK) if first != "_" else 0
