"""When a text was published, by the first rung that holds: dateline, then a dated caption, else nothing and why.

A dateline without its year gives `XXXX-12-17`: the year is not guessed. The date of a picture is not quite the date of
the text; the reason says so.
"""

from __future__ import annotations

import re
from dataclasses import replace

from resolute.ground.time import VagueDate
from resolute.news.draft import Draft
from resolute.news.language import Language
from resolute.news.terms import Dated

__all__ = ["ADDS", "NEEDS", "mark_document_date"]

NEEDS, ADDS = {"text", "shadow", "set_aside", "heading"}, {"published"}

_MONTHS = {
    m: n for n, m in enumerate(["jan", "feb", "mar", "apr", "may", "jun", "jul", "aug", "sep", "oct", "nov", "dec"], 1)
}
_PARTS = re.compile(
    r"(?:(?P<m1>[A-Za-z]{3})[a-z]*\.? (?P<d1>\d{1,2})|(?P<d2>\d{1,2}) (?P<m2>[A-Za-z]{3})[a-z]*\.?)(?:,? (?P<y>\d{4}))?"
)
_DOTTED = re.compile(r"\b(?P<d>\d{1,2})\.(?P<m>\d{1,2})\.(?P<y>\d{4})\b")
_PRINTED = re.compile(r"(?:published|updated|posted|first published)(?: on| at)?:? (?P<words>.{3,30}\d{4})", re.I)


def mark_document_date(draft: Draft, _: Language) -> Draft:
    """Add the date of publication, or the reason why the text gives none."""
    return replace(draft, published=_from_dateline(draft) or _from_asides(draft) or _none(draft))


def _none(draft: Draft) -> Dated:
    del draft
    return Dated(edtf=None, how="neither a dateline nor a dated line of the page gives the day of publication")


def _from_dateline(draft: Draft) -> Dated | None:
    line = draft.heading.dateline
    if line is None or not draft.heading.month_day:
        return None
    edtf = _edtf(draft.heading.month_day)
    if edtf is None:
        return None
    how = (
        "the dateline"
        if not edtf.edtf.startswith("XXXX")
        else "month and day from the dateline; the text gives no year"
    )
    return Dated(edtf=edtf, how=how, span=line)


def _from_asides(draft: Draft) -> Dated | None:
    """Return the date of a line that says when it was published, else the latest date of a caption."""
    best: tuple[str, Dated] | None = None
    for aside in draft.set_aside:
        printed = _PRINTED.search(draft.shadow, aside.span.start, aside.span.end)
        edtf = _edtf(printed["words"]) if printed else None
        if edtf is not None:
            return Dated(edtf=edtf, how="a line of the page says when it was published", span=aside.span)
        m = _DOTTED.search(draft.shadow, aside.span.start, aside.span.end)
        if m is None or "caption" not in aside.why:
            continue
        day = _day(m["y"], m["m"], m["d"])
        if day is not None and (best is None or day.edtf > best[0]):
            how = "the date in a caption; it dates the picture, so the text is of that day or a little later"
            best = day.edtf, Dated(edtf=day, how=how, span=draft.span(m.start(), m.end()))
    return best[1] if best else None


def _edtf(words: str) -> VagueDate | None:
    m = _PARTS.search(words)
    if m is None:
        return None
    month = _MONTHS.get((m["m1"] or m["m2"]).lower())
    return _day(m["y"] or "XXXX", str(month), m["d1"] or m["d2"]) if month else None


def _day(year: str, month: str, day: str) -> VagueDate | None:
    try:
        return VagueDate(f"{year}-{int(month):02d}-{int(day):02d}")
    except ValueError:
        return None
