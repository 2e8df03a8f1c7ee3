"""The language of a text, by its script and its commonest words. A text in a language without tables is not misread."""

from __future__ import annotations

import re
from dataclasses import replace
from functools import cache

from resolute.ground.rows import read_yaml
from resolute.news.draft import Draft
from resolute.news.language import LEXICON, Language

__all__ = ["ADDS", "NEEDS", "language_of", "mark_language"]

NEEDS, ADDS = {"text", "shadow"}, {"language"}

_SAMPLE, _WORDS = 2_000, 250  # characters and words that are looked at
_DISTINCT = 3  # different small words that a language other than English must show
_WORD = re.compile(r"[^\W\d_]+")
_FOREIGN = re.compile(r"[\u0370-\u1fff\u3040-\ud7a3]")  # a letter of no Latin script
_SCRIPTS = (
    ("ko", re.compile(r"[\uac00-\ud7a3]")), ("ja", re.compile(r"[\u3040-\u30ff]")),
    ("zh", re.compile(r"[\u4e00-\u9fff]")), ("uk", re.compile(r"[іїєґІЇЄҐ]")), ("ru", re.compile(r"[\u0400-\u04ff]")),
    ("ar", re.compile(r"[\u0600-\u06ff]")), ("he", re.compile(r"[\u0590-\u05ff]")),
    ("el", re.compile(r"[\u0370-\u03ff]")), ("th", re.compile(r"[\u0e00-\u0e7f]")),
    ("hi", re.compile(r"[\u0900-\u097f]")),
)  # fmt: skip


@cache
def _common() -> dict[str, frozenset[str]]:
    data = read_yaml(LEXICON / "tongues.yaml").data["common_words"]
    return {code: frozenset(words) for code, words in data.items()}


def mark_language(draft: Draft, _: Language) -> Draft:
    """Add the code of the language, None where too few words tell."""
    return replace(draft, language=language_of(draft.shadow))


def language_of(text: str) -> str | None:
    """Return the ISO 639-1 code of the language of a text, None where it is too short or mixed to tell."""
    sample = text[:_SAMPLE]
    if _FOREIGN.search(sample):
        total = len([c for c in sample if c.isalpha()])
        for code, pattern in _SCRIPTS:
            share = len(pattern.findall(sample))
            if share * (20 if code == "uk" else 3) > total > 0:
                return code
    words = _WORD.findall(sample.lower())[:_WORDS]
    if len(words) < 3:
        return None
    english = _common()["en"]
    if len([w for w in words if w in english]) * 5 >= len(words):
        return "en"
    seen = set(words)
    counts = {code: len([w for w in words if w in common]) for code, common in _common().items()}
    best = max(counts, key=lambda code: (counts[code], code == "en"))
    if counts[best] * 12 < len(words) or counts[best] < 2:
        return None
    if best != "en" and (len(seen & _common()[best]) < _DISTINCT or counts[best] < 2 * counts["en"]):
        return "en" if counts["en"] else None  # a name or two in another language
    return best
