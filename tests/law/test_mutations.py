"""The examples hold the data: a date shifted by a day, a condition dropped, an amount changed makes an example fail."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace
from datetime import timedelta
from functools import cache
from typing import Any

import pytest

from law.example import examples, holds
from resolute.ground.errors import FieldRefused
from resolute.ground.time import Interval
from resolute.law.build import LawBase, lifted_by
from resolute.law.compiled import CompiledMeasure, compile_measure, way_of_lift
from resolute.law.conditions import Lexicon, lexicon_of
from resolute.law.orders import ready
from resolute.law.read import load_base
from resolute.law.terms import LegalOrder, Measure
from resolute.law.whole import check_dates

LINES = (
    "coal", "iron", "petroleum-refined", "petroleum-crude", "condensates", "aviation-fuel", "ship-to-ship", "workers",
    "arms-to", "arms-from", "military-training", "expulsion", "freeze", "travel-ban", "textiles", "seafood", "lead",
    "joint-ventures", "banks", "vessels-to", "chartering", "trade-support",
)  # fmt: skip
ONE = timedelta(days=1)


@cache
def lexicon() -> Lexicon:
    base = load_base()
    return lexicon_of(base.orders["un"], base.facts, {o.id: o.ownership for o in base.orders.values()})


def with_measure(base: LawBase, changed: Measure, words: Lexicon | None = None) -> LawBase:
    """Return the base with one measure of the Council in another wording."""
    words = words or lexicon()
    order = base.compiled["un"]
    compiled = {cm.measure.id: cm for cm in order.measures}
    compiled[changed.id] = _lifted(base, compile_measure(changed, words, ()), changed, words)
    if changed.lifts:
        way = way_of_lift(changed, words, ())
        for target in lifted_by(changed, base.measures):
            was = compiled[target]
            ways = tuple(way if w.id == changed.id else w for w in was.ways)
            compiled[target] = replace(was, ways=ways)
    own = tuple(compiled.values())
    orders = {**base.compiled, "un": ready(order.order, order.hooks, order.via, own)}
    return replace(base, compiled=orders, measures={**base.measures, changed.id: changed})


def _lifted(base: LawBase, cm: CompiledMeasure, m: Measure, words: Lexicon) -> CompiledMeasure:
    ways = [
        way_of_lift(e, words, ()) for e in base.measures_of("un") if e.lifts and m.id in lifted_by(e, base.measures)
    ]
    return replace(cm, ways=(*cm.ways, *ways))


def dropped(condition: Any) -> Iterator[tuple[str, Any]]:
    """Yield a condition with one of its parts left out, part by part."""
    if isinstance(condition, list):
        for i, one in enumerate(condition):
            if len(condition) > 1:
                yield f"[{i}] {one}", condition[:i] + condition[i + 1 :]
            for what, inner in dropped(one):
                yield what, [*condition[:i], inner, *condition[i + 1 :]]
        return
    for key, value in condition.items():
        if key in ("say", "ask"):
            continue
        rest = {k: v for k, v in condition.items() if k != key}
        if set(rest) - {"say", "ask"}:
            yield f"{key}: {value}", rest
        if key in ("all", "any", "not", "said", "unless"):
            for what, inner in dropped(value):
                yield what, {**condition, key: inner}


def shifted(interval: Interval) -> Iterator[tuple[str, Interval]]:
    if interval.start is not None:
        yield "start a day later", Interval(interval.start + ONE, interval.end)
        yield "start a day earlier", Interval(interval.start - ONE, interval.end)
    if interval.end is not None:
        yield "end a day later", Interval(interval.start, interval.end + ONE)
        yield "end a day earlier", Interval(interval.start, interval.end - ONE)


def mutants(m: Measure) -> Iterator[tuple[str, Measure]]:
    for what, interval in shifted(m.in_force):
        yield what, replace(m, in_force=interval)
    if m.due is not None:
        yield "due a day later", replace(m, due=m.due + ONE)
        yield "due a day earlier", replace(m, due=m.due - ONE)
    if m.when:
        for what, condition in dropped(m.when):
            yield f"without {what}", replace(m, when=condition)
    yield from _of_parts(m)


def _of_parts(m: Measure) -> Iterator[tuple[str, Measure]]:
    for name in ("exceptions", "windows", "unsettled", "caps"):
        parts = getattr(m, name)
        for i, part in enumerate(parts):
            where = f"{name}[{i}]"
            if not (name == "caps" and len(parts) == 1):
                yield f"without {where}", replace(m, **{name: parts[:i] + parts[i + 1 :]})
            for what, other in _of_part(part):
                yield f"{where} {what}", replace(m, **{name: (*parts[:i], other, *parts[i + 1 :])})
    if m.within is not None:
        for what, condition in dropped(m.within.when):
            yield f"within without {what}", replace(m, within=replace(m.within, when=condition))
        yield "within without steps", replace(m, within=replace(m.within, steps=()))


def _of_part(part: Any) -> Iterator[tuple[str, Any]]:
    if getattr(part, "when", None):
        for what, condition in dropped(part.when):
            yield f"without {what}", replace(part, when=condition)
    if hasattr(part, "until"):
        yield "until a day later", replace(part, until=part.until + ONE)
        yield "until a day earlier", replace(part, until=part.until - ONE)
    if hasattr(part, "amount"):
        yield "one unit more", replace(part, amount=part.amount + 1)
        yield "one unit less", replace(part, amount=part.amount - 1)
    if hasattr(part, "in_force"):
        for what, interval in shifted(part.in_force):
            yield what, replace(part, in_force=interval)


STS = {"act": "ship-to-ship", "say": "The goods were handed over from ship to ship at sea"}
MOVES = {"act": ["supply", "procure", "carry", "transit", "tranship", "broker", "ship-to-ship"]}

# What no example can tell: the mutant says the same, or a stronger rule of the base would not let it stand.
ALIKE = {
    ("UNSCR-2375-14", "caps[0] start a day earlier"): "the open point of September answers first",
    ("UNSCR-2375-14", "caps[0] end a day earlier"): "the open point of December answers first",
    ("UNSCR-2270-31", "without exceptions[0]"): "the humanitarian clause of the later resolutions says the same",
    ("UNSCR-2375-11", f"without [0] {STS}"): "the measure looks at no other act; the test stands there for the reader",
    ("UNSCR-2375-16", f"without [0] {MOVES}"): "outward processing there is caught by the second part anyway",
    ("UNSCR-2270-33", "without [0] {'act': 'branch'}"): "the first part catches the same for other acts",
    ("UNSCR-2321-32", "without [0] {'act': 'insure'}"): "the first part catches the same for other acts",
    ("UNSCR-2397-16", "start a day later"): "it says again what 2375 paragraph 18 says itself",
    ("UNSCR-2397-16", "start a day earlier"): "it says again what 2375 paragraph 18 says itself",
    (
        "arms-leave-dprk",
        "[0] {'act': 'supply'}",
    ): "whether a North Korean carrier of foreign arms is caught is left open",
    ("leaves-dprk", "[0] {'act': 'supply'}"): "whether a North Korean carrier of foreign goods is caught is left open",
}


def survivors(m: Measure) -> list[str]:
    base = load_base()
    of = _tested_by(m)
    out = []
    for what, mutant in mutants(m):
        if (m.id, what) in ALIKE:
            continue
        if _same_days(m, mutant) or list(check_dates(mutant)):
            continue
        try:
            changed = with_measure(base, mutant)
        except FieldRefused:
            continue
        if all(holds(e, changed) for e in of):
            out.append(what)
    return out


def _same_days(m: Measure, mutant: Measure) -> bool:
    """Say whether a shift changes nothing: a part reaches beyond its measure, an exemption beyond what it lifts."""
    if m.lifts:
        targets = [load_base().measures[t].in_force for t in lifted_by(m, load_base().measures)]
        return m.in_force != mutant.in_force and all(m.in_force.common(t) == mutant.in_force.common(t) for t in targets)
    for name in ("exceptions", "caps", "unsettled"):
        was, now = getattr(m, name), getattr(mutant, name)
        moved = [(a.in_force, b.in_force) for a, b in zip(was, now, strict=False) if a.in_force != b.in_force]
        if len(was) == len(now) and moved:
            return all(a.common(m.in_force) == b.common(m.in_force) for a, b in moved)
    return False


def _tested_by(m: Measure) -> list[Any]:
    """Return the examples of a measure; of an exemption, those of the measures it lifts."""
    if m.id in examples():
        return list(examples()[m.id])
    return [e for target in lifted_by(m, load_base().measures) for e in examples().get(target, ())]


def named() -> list[Measure]:
    return [
        m for m in load_base().measures_of("un")
        if m.line in LINES and (m.acts or m.omitting or m.lifts) and m.kind != "call"
    ]  # fmt: skip


@pytest.mark.parametrize("measure", named(), ids=lambda m: m.id)
def test_no_date_or_condition_can_change_unnoticed(measure: Measure):
    assert survivors(measure) == []


TERMS = {
    "leaves-dprk": ("UNSCR-2371-8", "UNSCR-2321-28"),
    "arms-leave-dprk": ("UNSCR-1874-9",),
    "goes-to-dprk": ("UNSCR-2397-5", "UNSCR-2270-6", "UNSCR-2375-13", "UNSCR-2397-7-machinery", "UNSCR-1718-8a-i"),
    "rajin-coal": ("UNSCR-2371-8", "UNSCR-2270-29", "UNSCR-2321-26b"),
    "works-for-listed": ("UNSCR-2094-10",),
    "freeze-target": ("UNSCR-1718-8d",),
    "no-listed-party": ("UNSCR-2397-5",),
}


def with_term(base: LawBase, name: str, body: dict[str, Any], measures: tuple[str, ...]) -> LawBase:
    order: LegalOrder = base.orders["un"]
    changed = replace(order, terms={**order.terms, name: body})
    words = lexicon_of(changed, base.facts, {o.id: o.ownership for o in base.orders.values()})
    for measure in measures:
        base = with_measure(base, base.measures[measure], words)
    return base


@pytest.mark.parametrize("name", TERMS)
def test_no_part_of_a_shared_condition_can_go_unnoticed(name: str):
    base = load_base()
    alive = []
    for what, body in dropped(base.orders["un"].terms[name]):
        changed = with_term(base, name, body, TERMS[name])
        if (name, what) in ALIKE:
            continue
        if all(holds(e, changed) for m in TERMS[name] for e in examples()[m]):
            alive.append(what)
    assert alive == []
