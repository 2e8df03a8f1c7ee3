"""Readings of several articles and the law base, joined into one brief. Pure: same input, same versions, same bytes."""

from __future__ import annotations

from collections.abc import Sequence

from resolute.cases.citations import cited_mentions
from resolute.cases.contradictions import contradictions
from resolute.cases.corrections import corrections
from resolute.cases.findings import findings
from resolute.cases.joins import relations
from resolute.cases.placed import place_events
from resolute.cases.positions import matrix, positions, states_of
from resolute.cases.questions import questions
from resolute.cases.terms import Article, Brief, CitedMention
from resolute.cases.timeline import timeline
from resolute.ground.origin import Origin
from resolute.ground.time import Day
from resolute.law.cite import shelf_of
from resolute.law.read import LawBase
from resolute.news.terms import Reading

__all__ = ["FORM", "build", "letter"]

FORM = "resolute-brief@1"


def build(
    readings: Sequence[Reading], origins: Sequence[Origin], base: LawBase, known: Day, refused: Sequence[str] = ()
) -> Brief:
    """Return the brief of a case. The order in which the readings come does not matter.

    `known` is the day of our knowledge; a verdict on a later day says that the law is not known for it.
    """
    ordered = sorted(readings, key=lambda r: (r.document.name, r.document.id))
    lettered = [(letter(n), r) for n, r in enumerate(ordered)]
    shelf = shelf_of(base)
    cited = {name: cited_mentions(r, shelf) for name, r in lettered}
    articles = tuple(_article(name, r, cited[name]) for name, r in lettered)
    events = place_events(lettered, {m.id: m.cited for ms in cited.values() for m in ms}, base, known)
    found_relations = relations(events)
    found = findings(events, found_relations, {a.letter: a for a in articles}, base)
    columns, rows = matrix(found, articles)
    clashes, mended = contradictions(found, events, articles), corrections(articles)
    return Brief(
        form=FORM,
        title=_title(articles),
        lead=LEAD,
        law_version=base.version,
        known=known,
        articles=articles,
        findings=found,
        relations=found_relations,
        matrix_columns=columns,
        matrix=rows,
        positions=positions(found, articles),
        timeline=timeline(found, events, articles, base),
        corrections=mended,
        contradictions=clashes,
        questions=questions(found, articles, base),
        hits=(),
        sea_events=(),
        origins=tuple(sorted(origins, key=lambda o: (o.name, o.sha256))),
        counts=_counts(articles, readings),
        refused=tuple(sorted(refused)),
        orders={name: order.title for name, order in base.orders.items()},
    )


LEAD = (
    "What the articles say was done, who says it and who denies it, and which paragraph each act would break, "
    "if it were true."
)


def letter(n: int) -> str:
    """Return A, B, ... Z, AA, AB, ... for 0, 1, ..."""
    out = ""
    n += 1
    while n:
        n, rest = divmod(n - 1, 26)
        out = chr(65 + rest) + out
    return out


def _article(name: str, reading: Reading, cited: tuple[CitedMention, ...]) -> Article:
    claims = tuple(sorted(reading.claims, key=lambda c: (c.content[0].start, c.nested_in is not None, c.id)))
    return Article(
        letter=name,
        document=reading.document,
        claims=claims,
        events=reading.events,
        citations=cited,
        set_aside=reading.set_aside,
        labels={c.id: f"{name}{n}" for n, c in enumerate(claims, 1)},
        notes=reading.notes,
    )


NUMBERS = ("no", "one", "two", "three", "four", "five", "six", "seven", "eight", "nine", "ten", "eleven", "twelve")


def _title(articles: Sequence[Article]) -> str:
    n = len(articles)
    count = NUMBERS[n] if n < len(NUMBERS) else str(n)
    reports = f"{count} report{'' if n == 1 else 's'}"
    states = states_of(articles)
    return f"{states} in {reports}" if states else f"What {reports} say"


def _counts(articles: Sequence[Article], readings: Sequence[Reading]) -> dict[str, int]:
    citations = [m for a in articles for m in a.citations]
    return {
        "articles": len(articles),
        "claims": sum(len(a.claims) for a in articles),
        "events": sum(len(a.events) for a in articles),
        "citations": len(citations),
        "citations wrong": sum(m.cited.verdict == "wrong" for m in citations),
        "passages set aside": sum(len(a.set_aside) for a in articles),
        "dropped for want of a span": sum(sum(r.dropped.values()) for r in readings),
        "lists screened": 0,
        "tracks read": 0,
    }
