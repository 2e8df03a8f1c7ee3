"""Plain rows for the doors: a measure, an instrument, the law of a day, a lineage, the gaps, the questions."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from typing import Any

from resolute.ground.conduct import Actor, Conduct
from resolute.ground.errors import UnknownWord
from resolute.ground.origin import Citation
from resolute.ground.time import Day
from resolute.law.build import LawBase, lifted_by
from resolute.law.hooks import bound_by
from resolute.law.seen import Seen
from resolute.law.terms import Cap, Carveout, Instrument, LegalOrder, Measure, Window

__all__ = [
    "FactRow", "Gap", "InForce", "InstrumentCard", "Lineage", "MeasureCard", "Step", "facts_of", "gaps",
    "in_force_on", "lineage", "show",
]  # fmt: skip


@dataclass(frozen=True, slots=True, kw_only=True)
class MeasureCard:
    """A measure whole, with what stands around it: what it replaced, what replaced, tightened or lifted it."""

    id: str
    order: str
    instrument: str
    instrument_title: str
    kind: str
    line: str
    line_title: str
    title: str
    rule: str
    binds: str
    adopted: Day
    start: Day | None
    end: Day | None
    due: Day | None
    windows: tuple[Window, ...]
    exceptions: tuple[Carveout, ...]
    lifted_by: tuple[str, ...]
    caps: tuple[Cap, ...]
    replaces: tuple[str, ...]
    replaced_by: tuple[str, ...]
    tightens: tuple[str, ...]
    tightened_by: tuple[str, ...]
    transposes: tuple[str, ...]
    transposed_by: tuple[str, ...]
    unsettled: tuple[str, ...]
    citation: Citation
    sources: tuple[str, ...]
    confidence: str
    fate: str
    note: str


@dataclass(frozen=True, slots=True, kw_only=True)
class InstrumentCard:
    """An instrument and the ids and titles of its measures."""

    instrument: Instrument
    measures: tuple[tuple[str, str], ...]
    sources: tuple[str, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class InForce:
    """A measure in force on a day. `since` and `until` are its first and last day; None: open."""

    order: str
    id: str
    line: str
    kind: str
    title: str
    rule: str
    since: Day | None
    until: Day | None
    confidence: str
    bound: str


@dataclass(frozen=True, slots=True, kw_only=True)
class Step:
    """One measure of a lineage and how it follows on others."""

    order: str
    id: str
    kind: str
    title: str
    paragraph: str | None
    start: Day | None
    end: Day | None
    due: Day | None
    wind_down: Day | None
    replaces: tuple[str, ...]
    tightens: tuple[str, ...]
    confidence: str


@dataclass(frozen=True, slots=True, kw_only=True)
class Lineage:
    """The measures on one subject, in time, order by order."""

    line: str
    title: str
    steps: tuple[Step, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class Gap:
    """What the base cannot settle. `kind`: `unsettled` (by the law), `from memory`, `not encoded`, `order`."""

    order: str
    kind: str
    measure: str | None
    what: str
    why: str


@dataclass(frozen=True, slots=True, kw_only=True)
class FactRow:
    """A question that a measure asks, and for which part of it."""

    key: str
    question: str
    type: str
    asked_for: str
    step: bool


def show(base: LawBase, id: str) -> MeasureCard | InstrumentCard:  # noqa: A002 - the word of the base
    """Return the card of a measure or of an instrument. Raises UnknownWord with the nearest known ids."""
    if id in base.measures:
        return _card(base, base.measures[id])
    if id in base.instruments:
        i = base.instruments[id]
        own = tuple((m.id, m.title) for m in base.measures.values() if m.instrument == id)
        return InstrumentCard(instrument=i, measures=own, sources=tuple(base.sources[t].page for t in i.sources))
    raise UnknownWord((), id, [*base.measures, *base.instruments], "the id of a measure or an instrument")


def _card(base: LawBase, m: Measure) -> MeasureCard:
    every = base.measures.values()
    of = base.instruments[m.instrument]
    return MeasureCard(
        id=m.id,
        order=m.order,
        instrument=m.instrument,
        instrument_title=of.title,
        kind=m.kind,
        line=m.line,
        line_title=base.lines[m.line].title,
        title=m.title,
        rule=m.rule,
        binds=m.binds,
        adopted=of.adopted,
        start=m.in_force.start,
        end=m.in_force.end,
        due=m.due,
        windows=m.windows,
        exceptions=m.exceptions,
        lifted_by=tuple(
            e.id for e in every if e.lifts and e.in_force.meets(m.in_force) and m.id in lifted_by(e, base.measures)
        ),
        caps=m.caps,
        replaces=m.replaces,
        replaced_by=tuple(o.id for o in every if m.id in o.replaces),
        tightens=m.tightens,
        tightened_by=tuple(o.id for o in every if m.id in o.tightens),
        transposes=m.transposes,
        transposed_by=tuple(o.id for o in every if m.id in o.transposes),
        unsettled=tuple(p.point for p in m.unsettled),
        citation=m.citation,
        sources=tuple(base.sources[t].page for t in m.citation.sources),
        confidence=m.confidence,
        fate=m.fate,
        note=m.note,
    )


def in_force_on(
    base: LawBase, day: Day, *, actor_state: str | None = None, line: str | None = None, order: str | None = None
) -> tuple[InForce, ...]:
    """Return the measures in force on a day, by order and line.

    Args:
        base: the law.
        day: counted as each order counts its days.
        actor_state: leave out the orders that do not command this State itself; `bound` then says why they do.
        line: only this lineage.
        order: only this order.

    Raises: UnknownWord for a line or an order that the base does not hold.
    """
    _known_line(base, line)
    if order is not None and order not in base.orders:
        raise UnknownWord((), order, base.orders, "a legal order of the base")
    rows = []
    for m in base.measures.values():
        if day not in m.in_force or line not in (None, m.line) or order not in (None, m.order):
            continue
        bound = _bound_words(base, base.orders[m.order], m, actor_state)
        if bound is not None:
            rows.append(_row(m, bound))
    rows.sort(key=lambda r: (not base.orders[r.order].always, r.order, r.line, r.since or Day.min, r.id))
    return tuple(rows)


def _row(m: Measure, bound: str) -> InForce:
    return InForce(
        order=m.order, id=m.id, line=m.line, kind=m.kind, title=m.title, rule=m.rule, since=m.in_force.start,
        until=m.in_force.end, confidence=m.confidence, bound=bound,
    )  # fmt: skip


def _bound_words(base: LawBase, order: LegalOrder, m: Measure, state: str | None) -> str | None:
    """Return why an order commands a State, nothing for no State asked, None where it does not."""
    if state is None:
        return m.binds
    act = next(iter((*m.acts, *m.omitting)), "report")
    seen = Seen(Conduct(act=act, actor=Actor(kind="state", state=state)))
    bound = bound_by(base.compiled[order.id].hooks, seen)
    return bound.why if bound.holds else None


def _known_line(base: LawBase, line: str | None) -> None:
    if line is not None and line not in base.lines:
        raise UnknownWord((), line, base.lines, "a line of the base")


def lineage(base: LawBase, line: str, *, order: str | None = None) -> Lineage:
    """Return what was forbidden or ordered on one subject, step by step. Raises UnknownWord for an unknown line."""
    _known_line(base, line)
    steps = tuple(
        Step(
            order=m.order,
            id=m.id,
            kind=m.kind,
            title=m.title,
            paragraph=m.citation.paragraph,
            start=m.in_force.start,
            end=m.in_force.end,
            due=m.due,
            wind_down=max((w.until for w in m.windows), default=None),
            replaces=m.replaces,
            tightens=m.tightens,
            confidence=m.confidence,
        )
        for m in base.line(line, order)
    )
    return Lineage(line=line, title=base.lines[line].title, steps=steps)


def gaps(base: LawBase, *, order: str | None = None) -> tuple[Gap, ...]:
    """Return what the base leaves open: by the law, from memory, not encoded; order by order."""
    return tuple(g for g in _gaps(base) if order in (None, g.order))


def _gaps(base: LawBase) -> Iterator[Gap]:
    for o in base.orders.values():
        for words in o.gaps:
            yield Gap(order=o.id, kind="order", measure=None, what=words, why="stated by the base")
    for m in base.measures.values():
        for p in m.unsettled:
            yield Gap(order=m.order, kind="unsettled", measure=m.id, what=p.point, why="the law itself leaves it open")
    for m in base.measures.values():
        if m.confidence != "V":
            yield Gap(order=m.order, kind="from memory", measure=m.id, what=m.title, why=f"confidence {m.confidence}")
        parts: tuple[Carveout | Window | Cap, ...] = (*m.exceptions, *m.windows, *m.caps)
        for part in parts:
            if part.confidence != "V" and m.confidence == "V":
                what = f"{m.title}: {_part_words(part)}"
                why = f"confidence {part.confidence}"
                yield Gap(order=m.order, kind="from memory", measure=m.id, what=what, why=why)
    for row in base.left_out:
        yield Gap(order=row.order, kind="not encoded", measure=row.row, what=row.what, why=row.why)


def _part_words(part: Carveout | Window | Cap) -> str:
    return f"{part.amount:,.0f} {part.unit}" if isinstance(part, Cap) else part.text


def facts_of(base: LawBase, id: str) -> tuple[FactRow, ...]:  # noqa: A002
    """Return the questions that a measure asks, each once, with the part of it that asks.

    Raises: UnknownWord with the nearest known measures.
    """
    if id not in base.measures:
        raise UnknownWord((), id, base.measures, "the id of a measure")
    m = base.measures[id]
    order = base.orders[m.order]
    rows: dict[str, FactRow] = {}
    for part, condition, steps in _parts_of(m):
        for key in (*_asked(condition, order), *steps):
            if key in base.facts and key not in rows:
                f = base.facts[key]
                rows[key] = FactRow(key=key, question=f.question, type=f.type, asked_for=part, step=bool(f.step))
    return tuple(rows.values())


def _parts_of(m: Measure) -> Iterator[tuple[str, Any, tuple[str, ...]]]:
    for hook in m.addressees:
        yield "whom it binds", hook.when, ()
    yield "the rule", m.when, ()
    for cap in m.caps:
        yield f"the cap in {cap.unit}", {}, (cap.before, "quantity")
    if m.within:
        yield "what is within the cap", m.within.when, m.within.steps
    ways: tuple[Carveout | Window, ...] = (*m.exceptions, *m.windows)
    for way in ways:
        yield f"the exception: {way.text}", way.when, way.steps
    for point in m.unsettled:
        yield "an open point", point.when, ()
    for rule in m.via:
        yield "who else must refuse", rule.when, ()


FIELDS = ("from", "to", "via", "origin", "quantity", "value")
BEARERS = {"actor": "actor", "party": "parties", "vessel": "vessels"}


def _asked(condition: Any, order: LegalOrder) -> Iterator[str]:
    """Yield the facts and fields that a condition reads, terms and named goods opened."""
    if isinstance(condition, list):
        for one in condition:
            yield from _asked(one, order)
        return
    for key, value in condition.items():
        if key in ("all", "any", "not", "said", "unless"):
            yield from _asked(value, order)
        elif key == "term":
            yield from _asked(order.terms[value], order)
        elif key == "fact":
            yield from (value if isinstance(value, dict) else [value])
        elif key == "goods":
            yield "goods"
            named = value if isinstance(value, list) else [value]
            yield from (f for n in named if (f := order.goods[n].fact))
        elif key in BEARERS:
            yield from (
                value["fact"] if n == "fact" else f"{BEARERS[key]}.{n}" for n in value if n not in ("role", "of")
            )
        elif key in FIELDS:
            yield key
