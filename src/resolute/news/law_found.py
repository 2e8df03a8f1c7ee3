"""Words that cite law by a number: resolutions, executive orders, parts of a code, regulations; and what is found."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass

__all__ = ["LawFound", "numbers_in"]


@dataclass(frozen=True, slots=True, kw_only=True)
class LawFound:
    """Words that cite law, in the making. Offsets are the document's.

    `way` is how they cite: `number`, `vote`, `ending`, `duty`, `made`, `says`, `ban`, `statute`, `body`, `own`
    (a law-maker's sanctions at large), `pointing`, `deadline`.
    """

    start: int
    end: int
    way: str
    order: str | None = None
    number: int | None = None
    year: int | None = None
    paragraph: str | None = None
    outcome: str | None = None


# Forms of citation with their legal order. `whole`: the words before the number belong to the citation.
_FORMS: tuple[tuple[str, bool, re.Pattern[str]], ...] = tuple(
    (order, whole, re.compile(pattern))
    for order, whole, pattern in (
        ("un", True, r"\b[Rr]es(?:olutions?|\.)(?:\s+(?:[Nn]o\.?|[Nn]umbers?))?\s+(?P<n>\d{3,4})(?!\d|,\d|%|-)"),
        ("un", True, r"\b(?:S/RES/|UNSC(?:R|\s+[Rr]es(?:olution)?\.?)?\s*)(?P<n>\d{3,4})(?!\d)"),
        ("un", False, r"\b[Rr]esolution\b[^.;]{0,60}?\b(?:number|No\.?)\s+(?P<n>\d{3,4})(?!\d|,\d)"),
        (
            "un",
            True,
            r"\b[Rr]esolutions?\s+of\s+the\s+(?:UN\s+|U\.N\.\s+|United\s+Nations\s+)?Security\s+Council"
            r"(?:\s+(?:[Nn]o\.?|[Nn]umber))?\s+(?P<n>\d{3,4})(?!\d|,\d|%|-)",
        ),
        ("us", True, r"\b(?:Executive\s+Orders?|E\.?O\.?)\s+(?:[Nn]o\.?\s+)?(?P<n>1[0-9]{4})(?!\d)"),
    )
)
_MORE = re.compile(
    r"(?:,\s*|,?\s+and\s+|\s*/\s*)(?:[Rr]esolution\s+)?(?P<n>\d{3,5})(?!\d|,\d|%|-|\s+[a-z])"
    r"(?:\s*\((?P<y>(?:19|20)\d\d)\))?"
)
_YEAR = re.compile(r"\s*\((?P<y>(?:19|20)\d\d)\)|\s+of\s+(?P<z>(?:19|20)\d\d)\b")
_PARAGRAPH = re.compile(
    r"(?:(?:operative\s+)?paragraphs?|paras?\.?|OP)\s*(?P<p>\d{1,2}(?:\([a-z]\))?)"
    r"(?:\s+of\s+(?:the\s+)?(?:UN\s+|U\.N\.\s+)?(?:Security\s+Council\s+)?)?$"
)
_CODES = (
    ("us", re.compile(r"\b\d{1,2}\s+C\.?F\.?R\.?(?:\s+(?:[Pp]art|§+))?\s+(?P<p>\d{2,4}(?:\.\d+)?(?:\([a-z0-9]+\))*)")),
    ("eu", re.compile(r"\b(?:Council\s+)?(?:(?:Implementing\s+)?Regulation|Decision)\s+\((?:EU|EC|CFSP)\)(?:\s+No\.?)?"
                      r"\s+(?P<p>\d{1,4}/\d{1,4})")),
)  # fmt: skip


def numbers_in(text: str, low: int) -> Iterator[LawFound]:
    """Yield every citation by number in a sentence that begins at offset `low`, further numbers of a list too."""
    for order, whole, pattern in _FORMS:
        for m in pattern.finditer(text):
            yield _number(text, low, order, m.start() if whole else m.start("n"), m.end("n"), int(m["n"]))
            at = _past_year(text, m.end("n"))
            while (more := _MORE.match(text, at)) is not None:
                yield _number(text, low, order, more.start("n"), more.end("n"), int(more["n"]))
                at = _past_year(text, more.end("n"))
    for order, pattern in _CODES:
        for m in pattern.finditer(text):
            yield LawFound(start=low + m.start(), end=low + m.end(), way="number", order=order, paragraph=m["p"])


def _past_year(text: str, at: int) -> int:
    m = _YEAR.match(text, at)
    return m.end() if m else at


def _number(text: str, low: int, order: str, start: int, end: int, number: int) -> LawFound:
    """Return a number with the year behind it and the paragraph before it."""
    year, paragraph = _YEAR.match(text, end), _PARAGRAPH.search(text[:start])
    return LawFound(
        start=low + (paragraph.start() if paragraph else start),
        end=low + (year.end() if year else end),
        way="number",
        order=order,
        number=number,
        year=int(year["y"] or year["z"]) if year else None,
        paragraph=paragraph["p"] if paragraph else None,
    )
