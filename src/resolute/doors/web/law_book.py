"""The book of the law: an index, a page for each measure, line and order, and the gaps. It is made from the base alone.

Each page is one HTML file with its own style, which opens anywhere and asks no network for anything.
"""

from __future__ import annotations

import base64
import hashlib
from collections.abc import Iterator
from dataclasses import dataclass
from functools import cache
from pathlib import Path
from typing import Any

from jinja2 import Environment, Template
from markupsafe import Markup

from resolute.doors.web.compiled import environment
from resolute.doors.web.law_picture import draw, short_id
from resolute.ground.prose import day_words, listed
from resolute.ground.time import Day
from resolute.ground.vocabulary import meaning
from resolute.law.nodes import All, Node
from resolute.law.order_card import order_card
from resolute.law.read import LawBase
from resolute.law.show import Gap, MeasureCard, facts_of, gaps, show
from resolute.law.terms import Measure

__all__ = ["book_pages"]

HERE = Path(__file__).parent

CONFIDENCE = {
    "V": ("", "on a source page"),
    "V/M": ("partly", "substance on a source page; a number or detail from memory"),
    "M": ("memory", "from memory, not seen on a source page"),
}
BY = {"text": "by the text itself", "notice": "after notice", "approval": "only after approval beforehand"}
GAPS = {
    "order": "Open points of an order",
    "unsettled": "Not settled by the law itself",
    "not encoded": "Not encoded here",
    "from memory": "Not yet confirmed on a page, whole or in part",
}
PERIODS = {"calendar-year": "in a calendar year", "interval": "in all"}


def book_pages(base: LawBase) -> dict[str, str]:
    """Return the pages of the book by file name, `index.html` first. Pure: the same base gives the same bytes."""
    lines = [line for line in base.lines if base.line(line)]
    pages = {"index.html": _render("law_index.html", _index(base, lines))}
    for order in base.orders:
        pages[f"order-{order}.html"] = _render("law_order.html", {"base": base, "card": order_card(base, order)})
    for line in lines:
        pages[f"line-{line}.html"] = _render("law_line.html", _line(base, line))
    pages["gaps.html"] = _render("law_gaps.html", {"base": base, "kinds": _gap_kinds(gaps(base))})
    for m in base.measures.values():
        pages[f"{m.id}.html"] = _render("law_measure.html", _measure(base, m))
    return pages


def _render(name: str, data: dict[str, Any]) -> str:
    return _template(name).render(**_head(), **data)


@cache
def _environment() -> Environment:
    return environment(
        HERE / "templates",
        confidence=CONFIDENCE, by_words=BY, px=_px, day=day_words, listed=listed, word=meaning, short_id=short_id,
        first_up=_first_up, span=_span, period=_period,
    )  # fmt: skip


@cache
def _template(name: str) -> Template:
    return _environment().get_template(name)


@cache
def _head() -> dict[str, Any]:
    """Return style and script, and the policy that lets these two run and nothing else load."""
    style = "".join((HERE / "static" / name).read_text(encoding="utf-8") for name in ("tokens.css", "law.css"))
    script = (HERE / "static" / "law.js").read_text(encoding="utf-8")
    policy = f"default-src 'none'; script-src {_hash(script)}; style-src {_hash(style)}; base-uri 'none'"
    return {"style": Markup(style), "script": Markup(script), "policy": f"{policy}; form-action 'none'"}


def _hash(source: str) -> str:
    return f"'sha256-{base64.b64encode(hashlib.sha256(source.encode()).digest()).decode()}'"


def _px(value: float) -> str:
    return f"{value:.1f}".removesuffix(".0")


def _first_up(text: str) -> str:
    return text[:1].upper() + text[1:]


def _span(start: Day | None, end: Day | None) -> str:
    """Return from when to when in words: "5 August 2017, to today"."""
    begins = day_words(start) if start else "always"
    return f"{begins} to {day_words(end)}" if end else f"{begins}, to today"


def _period(counting: str) -> str:
    """Return a cap's counting year in words."""
    if counting in PERIODS:
        return PERIODS[counting]
    month, day = (int(p) for p in counting.removeprefix("year-from:").split("-"))
    return f"in twelve months from {day_words(Day(2000, month, day)).removesuffix(' 2000')}"


@dataclass(frozen=True, slots=True, kw_only=True)
class _LineRow:
    """A line of the index: how many measures it has, and those in force at the end of our knowledge."""

    line: str
    title: str
    measures: int
    now: tuple[Measure, ...]


def _index(base: LawBase, lines: list[str]) -> dict[str, Any]:
    rows = []
    for line in lines:
        own = base.line(line)
        now = tuple(m for m in own if base.orders[m.order].known_until in m.in_force and base.orders[m.order].always)
        rows.append(_LineRow(line=line, title=base.lines[line].title, measures=len(own), now=now))
    every = base.measures.values()
    orders = sorted(base.orders.values(), key=lambda o: not o.always)
    texts = [(o, [(i, [m for m in every if m.instrument == i.id]) for i in _texts(base, o.id)]) for o in orders]
    return {
        "base": base,
        "orders": orders,
        "rows": rows,
        "texts": texts,
        "confirmed": sum(m.confidence == "V" for m in every),
        "known": max(o.known_until for o in base.orders.values()),
    }


def _texts(base: LawBase, order: str) -> list[Any]:
    return sorted((i for i in base.instruments.values() if i.order == order), key=lambda i: (i.adopted, i.id))


def _line(base: LawBase, line: str) -> dict[str, Any]:
    own = base.line(line)
    held = {m.id for m in own}
    return {
        "base": base,
        "line": base.lines[line],
        "picture": draw(base, line),
        "steps": own,
        "gaps": [g for g in gaps(base) if g.measure in held],
    }


def _measure(base: LawBase, m: Measure) -> dict[str, Any]:
    card = show(base, m.id)
    assert isinstance(card, MeasureCard)
    compiled = next(c for c in base.compiled[m.order].measures if c.measure.id == m.id)
    return {
        "base": base,
        "m": m,
        "card": card,
        "order": base.orders[m.order],
        "of": base.instruments[m.instrument],
        "tests": _tests(compiled.when),
        "hooks": [h.why for h in m.addressees],
        "refusers": {v.who: v.why for v in (*m.via, *base.orders[m.order].via)} if _binds(m) else {},
        "asks": facts_of(base, m.id),
        "picture": draw(base, m.line, m.id),
        "dates": list(_four_dates(card)),
    }


def _binds(m: Measure) -> bool:
    """Say whether it can forbid something to somebody, so that others must refuse."""
    return m.effect == "direct" and m.kind not in ("call", "definition", "designation", "exemption", "reporting")


def _tests(when: Node) -> list[str]:
    """Return what a measure looks at, test by test, in words; nothing for a measure that tests nothing."""
    parts = when.parts if isinstance(when, All) else (when,)
    return [_first_up(label) for label in (p.label() for p in parts) if label]


def _four_dates(card: MeasureCard) -> Iterator[tuple[str, str, str]]:
    """Yield adopted, in force, wind-down end and end, kept apart, each with its mark where it has one of its own."""
    yield "Adopted", day_words(card.adopted), ""
    yield "In force from", day_words(card.start) if card.start else "always", ""
    if card.windows:
        for w in card.windows:
            yield "Wind-down ends", f"{day_words(w.until)}: {w.text}", w.confidence
    else:
        yield "Wind-down ends", "none", ""
    if card.due:
        yield "Last day to do it", day_words(card.due), ""
    by = f", followed by {listed(card.replaced_by)}" if card.replaced_by else ""
    yield "Ended or replaced", f"{day_words(card.end)}{by}" if card.end else "not ended", ""


def _gap_kinds(found: tuple[Gap, ...]) -> list[tuple[str, list[Gap]]]:
    return [(title, own) for kind, title in GAPS.items() if (own := [g for g in found if g.kind == kind])]
