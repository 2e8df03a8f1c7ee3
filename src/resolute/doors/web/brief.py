"""The brief as one HTML file. It is made from the noun `Brief` alone and opens anywhere, with no network."""

from __future__ import annotations

import base64
import hashlib
from dataclasses import replace
from functools import cache, partial
from pathlib import Path
from typing import Any

from jinja2 import Template
from markupsafe import Markup

from resolute.cases.terms import Brief, Correction, Finding, MatrixColumn, Position, Sentence, Standing, TimelineEntry
from resolute.doors.web import articles, matrix, orders, searches, summary, timeline, words
from resolute.doors.web.compiled import environment
from resolute.doors.web.links import Links, card_id, excerpt, links_of, speaker
from resolute.doors.web.marks import safe
from resolute.doors.web.swap import Swap, swap
from resolute.ground import prose
from resolute.ground.prose import states_named

__all__ = ["render"]

HERE = Path(__file__).parent

CONFIDENCE = {
    "V": ("", "Confirmed on a source page"),
    "V/M": ("partly", "Substance confirmed; a number or detail from memory"),
    "M": ("memory", "From memory, not confirmed on a source page"),
}


def render(brief: Brief) -> str:
    """Return the page: one HTML document with its own style and script, to be written as UTF-8, line ends untouched.

    Pure: the same brief gives the same text. The page asks no network for anything, and its own policy forbids it to.
    Raises: ValueError for a span that does not lie in its document.
    """
    links = links_of(brief)
    return _page().render(**_head(), **_counts(brief), **_views(brief, links), **_functions(brief, links))


@cache
def _page() -> Template:
    env = environment(
        HERE / "templates",
        words=words,
        prose=prose,
        safe=safe,
        excerpt=excerpt,
        confidence=CONFIDENCE,
        px=_px,
        plain=_plain,
        card_id=card_id,
    )
    return env.get_template("brief.html")


@cache
def _head() -> dict[str, Any]:
    """Return style and script, and the policy that lets these two run and nothing else load."""
    style = "".join((HERE / "static" / name).read_text(encoding="utf-8") for name in ("tokens.css", "brief.css"))
    script = (HERE / "static" / "brief.js").read_text(encoding="utf-8")
    policy = (
        f"default-src 'none'; script-src {_hash(script)}; style-src {_hash(style)}; base-uri 'none'; form-action 'none'"
    )
    return {"style": Markup(style), "script": Markup(script), "policy": policy}


def _hash(source: str) -> str:
    return f"'sha256-{base64.b64encode(hashlib.sha256(source.encode()).digest()).decode()}'"


def _counts(brief: Brief) -> dict[str, Any]:
    return {
        "event_count": sum(len(a.events) for a in brief.articles),
        "engaged_count": sum(f.engaged for f in brief.findings),
        "article_count": len(brief.articles),
        "column_count": len(brief.matrix_columns),
        "facts": summary.facts(brief),
        "not_searched": summary.not_searched(brief),
        "teasers": summary.teasers(brief),
    }


def _views(brief: Brief, links: Links) -> dict[str, Any]:
    picture = timeline.draw(timeline.items(brief, links))
    swaps, others = _corrections(brief)
    known = {a.document.id for a in brief.articles}
    return {
        "brief": brief,
        "links": links,
        "lines": summary.lines(brief),
        "findings": sorted(brief.findings, key=lambda f: f.number),
        "matrix": matrix.parts(brief),
        "picture": picture,
        "off_picture": len(brief.timeline) - picture.shown if picture else 0,
        "listing": timeline.listing(brief),
        "swaps": swaps,
        "other_corrections": others,
        "real": [c for c in brief.contradictions if c.real],
        "apparent": [c for c in brief.contradictions if not c.real],
        "positions": _positions(brief),
        "hits": searches.hits(brief),
        "sea_events": searches.sea_events(brief),
        "articles": articles.articles(brief, links),
        "other_origins": [o for o in brief.origins if o.sha256 not in known or o.address or o.publisher or o.retrieved],
    }


def _functions(brief: Brief, links: Links) -> dict[str, Any]:
    """Return what templates may ask of this brief."""
    return {
        "for_whom": partial(_for_whom, links),
        "first_card": _first_card,
        "orders": partial(orders.orders, brief=brief),
        "own_notes": orders.own_notes,
        "tip": partial(_tip, links),
        "column_name": partial(_column_name, links),
        "told": partial(_told, links),
        "dashes": timeline.dashes,
        "short_hash": lambda text: text.removeprefix("sha256:")[:12],
    }


def _px(value: float) -> str:
    """Return a length of a picture with one decimal, none where it is whole."""
    return f"{value:.1f}".removesuffix(".0")


def _plain(s: Sentence) -> Sentence:
    """Return a sentence without its passages, for a place that has already led to them."""
    return replace(s, passages=())


def _for_whom(links: Links, s: Standing) -> str:
    """Say for which State somebody speaks; of an official who speaks for none, say so."""
    whom = states_named(s.on_behalf_of)
    if whom:
        return f"for {whom}" if whom.removeprefix("the ") != s.who.removeprefix("The ") else ""
    found = links.claims.get(s.label)
    official = found is not None and found[1].speaker.kind in ("person", "office")
    return f"not for {states_named(s.state)}" if official and s.state else ""


def _first_card(finding: Finding, index: int) -> bool:
    """Say whether a card is the first of its measure in an allegation, and so carries the id."""
    measures = [c.measure for c in finding.cards]
    return measures.index(measures[index]) == index


def _tip(links: Links, key: str) -> Markup:
    """Return a claim's number as a link to its passage, with the words in a tip that a pointer or focus opens."""
    found = links.claims.get(key)
    if found is None:
        return Markup('<span class="cref">{}</span>').format(key)
    label = links.label(key)
    content = found[1].content
    words_ = excerpt(" … ".join(s.text for s in content)) if content else speaker(found[1].speaker)
    tip = Markup('<span class="tip" role="tooltip" dir="auto">{}</span>').format(safe(words_))
    return Markup('<a class="mx" href="#{}" aria-label="{}">{}{}</a>').format(links.words_of(key), label, label, tip)


def _column_name(links: Links, column: MatrixColumn) -> str:
    finding = links.findings.get(column.finding or "")
    return f"{finding.number} {excerpt(column.title, 40)}" if finding else excerpt(column.title, 40)


def _told(links: Links, entry: TimelineEntry) -> Markup:
    text, href = timeline.told(entry, links)
    return Markup('<a href="#{}">{}</a>').format(href, text) if href else Markup("{}").format(text)


def _corrections(brief: Brief) -> tuple[list[tuple[int, Correction, Swap]], list[tuple[int, Correction]]]:
    """Return the corrections of numbers that a picture can show, and the others, each with its number."""
    pictured, others = [], []
    for n, c in enumerate(brief.corrections, 1):
        found = swap(c.as_written, c.fits) if c.kind == "number" else None
        if found is None:
            others.append((n, c))
        else:
            pictured.append((n, c, found))
    return pictured, others


def _positions(brief: Brief) -> list[tuple[str, list[tuple[str, str | None, list[Position]]]]]:
    """Return the positions by State, then by line of law and measure, each in the order of its days."""
    out: dict[str, dict[tuple[str, str | None], list[Position]]] = {}
    for p in brief.positions:
        out.setdefault(p.state, {}).setdefault((p.line, p.measure), []).append(p)
    return [
        (_capital(states_named([state])), [(line, measure, _by_day(held)) for (line, measure), held in rows.items()])
        for state, rows in out.items()
    ]


def _by_day(held: list[Position]) -> list[Position]:
    return sorted(held, key=lambda p: (p.said is None, p.said or "", p.label))


def _capital(text: str) -> str:
    return text[:1].upper() + text[1:]
