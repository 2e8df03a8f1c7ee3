"""What one legal order says to a conduct on one day: its measures, each alone, and the word that prevails.

Why the strongest word prevails, and which measures are left out: docs/methods/law-answers.md.
"""

from __future__ import annotations

from dataclasses import dataclass, field

from resolute.ground.time import Day
from resolute.law.apply import Applied, apply_measure, role_of, weakest
from resolute.law.build import LawBase
from resolute.law.compiled import CompiledMeasure
from resolute.law.hooks import NOT_KNOWN, Bound, bound_by, would_bind
from resolute.law.orders import CompiledOrder
from resolute.law.seen import Seen
from resolute.law.terms import Advice, Answer, Direct, Exposure, MeasureAnswer, Missing, TestResult, Via

__all__ = ["ADVERSE", "NO_MEASURE", "OPEN", "on_day"]

NO_MEASURE = "No measure in this law base catches this act on this day."
FORCE = ("prohibited", "unsettled", "depends", "conditional", "permitted", "no-measure", "not-bound")
"""The order in which the verdicts of measures prevail over one another."""

ADVERSE = frozenset({"prohibited", "unsettled", "depends", "conditional"})
OPEN = frozenset({"unsettled", "depends", "conditional"})
"""Verdicts with which missing facts are named."""

FORBIDS = frozenset({"prohibition", "cap", "definition", "freeze", "port-ban", "travel-ban"})
"""Kinds whose rule others must keep as well; a duty of one State is not a duty of another."""


Judged = tuple[MeasureAnswer, Applied]


@dataclass(slots=True)
class _Gathered:
    """What the measures of an order said on one day."""

    measures: list[Judged] = field(default_factory=list)
    via: dict[str, Via] = field(default_factory=dict)
    exposure: list[Exposure] = field(default_factory=list)
    advised: list[Advice] = field(default_factory=list)
    bound: list[Bound] = field(default_factory=list)


def on_day(order: CompiledOrder, law: LawBase, seen: Seen, day: Day) -> Answer:
    """Return what an order says to a conduct if it was on the day, which is counted as the order counts."""
    got = _Gathered()
    bound = bound_by(order.hooks, seen)
    for cm in order.select(seen):
        if day in cm.measure.in_force:
            _gather(cm, order, seen, day, bound, got)
    direct = _direct(order, bound, got, law)
    return Answer(
        order=order.order.id,
        direct=direct,
        via=tuple(got.via.values()),
        exposure=tuple(got.exposure),
        advised=tuple(got.advised),
        known_until=order.order.known_until,
    )


def _gather(cm: CompiledMeasure, order: CompiledOrder, seen: Seen, day: Day, bound: Bound, got: _Gathered) -> None:
    m = cm.measure
    role = role_of(m, seen.act, seen.conduct.mode)
    if role is None or m.kind == "exemption":
        return
    if m.kind == "call":
        if role == "breach" and bound.holds is not False and cm.when.holds(seen):
            got.advised.append(Advice(measure=m.id, why=m.rule))
        return
    if m.effect == "exposure":
        holds = cm.when.holds(seen) if role == "breach" else False
        if holds is not False:
            got.exposure.append(Exposure(measure=m.id, why=m.rule if holds else f"perhaps, if it is so: {m.rule}"))
        return
    applied = apply_measure(cm, seen, day, role)
    if applied is None:
        return
    if applied.verdict in ADVERSE:
        _add_via(cm, order, seen, applied.verdict, got)
    reached = bound_by(cm.hooks, seen) if cm.hooks else bound
    if reached.holds is False:
        return
    got.bound.append(reached)
    if reached.holds is None and applied.verdict != "permitted":
        applied.verdict = "depends"
        applied.missing = {**reached.missing, **applied.missing}
    words = reached.why or NOT_KNOWN
    applied.tests.append(TestResult(test="The order binds the actor", found=words, holds=reached.holds))
    got.measures.append((_measure_answer(cm, applied), applied))


def _add_via(cm: CompiledMeasure, order: CompiledOrder, seen: Seen, verdict: str, got: _Gathered) -> None:
    """Add who else must refuse; where the measure only may catch, so that is only if it does."""
    rules = (*cm.via, *order.via) if cm.measure.kind in FORBIDS else cm.via
    for rule, node in rules:
        if rule.who not in got.via and node.holds(seen) is not False:
            why = rule.why if verdict == "prohibited" else f"if the measure catches it: {rule.why}"
            got.via[rule.who] = Via(who=rule.who, measure=cm.measure.id, why=why)


def _measure_answer(cm: CompiledMeasure, applied: Applied) -> MeasureAnswer:
    return MeasureAnswer(
        id=cm.measure.id,
        verdict=applied.verdict,
        confidence=weakest(*applied.marks),
        citation=cm.measure.citation,
        because=tuple(applied.tests),
        conditions=tuple(applied.conditions),
        missing=_missing(applied.missing, cm.measure.id) if applied.verdict in ("depends", "conditional") else (),
    )


def _missing(questions: dict[str, str], decides: str) -> tuple[Missing, ...]:
    return tuple([Missing(fact=k, question=q, decides=decides) for k, q in questions.items()])


def _direct(order: CompiledOrder, bound: Bound, got: _Gathered, law: LawBase) -> Direct:
    """Join what the measures said: the strongest word prevails; docs/methods/law-answers.md says why."""
    measures = _not_absorbed(got.measures, law)
    if not measures:
        if bound.holds is False:
            return Direct(
                verdict="not-bound",
                confidence="V",
                would_bind=would_bind(order),
                why=f"{order.order.title} does not command this actor.",
            )
        return Direct(verdict="no-measure", confidence="V", why=NO_MEASURE)
    verdict = min((a.verdict for a, _ in measures), key=FORCE.index)
    resting = [a.confidence for a, _ in measures if a.verdict == verdict]
    strongest = min(resting, key=lambda mark: ("V", "V/M", "M").index(mark))
    missing: dict[str, Missing] = {}
    also: dict[str, Missing] = {}
    for answer, applied in measures:
        for one in answer.missing:
            missing.setdefault(one.fact, one)
        for one in _missing(applied.also, answer.id):
            also.setdefault(one.fact, one)
    open_ = verdict in OPEN
    return Direct(
        verdict=verdict,
        confidence=strongest if verdict == "prohibited" else weakest(*resting),
        measures=tuple([a for a, _ in measures]),
        conditions=tuple(dict.fromkeys(c for a, _ in measures if a.verdict == verdict for c in a.conditions)),
        missing=tuple(missing.values()) if open_ else (),
        unsettled=tuple(dict.fromkeys(u for _, applied in measures for u in applied.unsettled)),
        why=got.bound[0].why,
        also=tuple([m for k, m in also.items() if k not in missing or not open_]),
    )


def _not_absorbed(measures: list[Judged], law: LawBase) -> list[Judged]:
    """Leave out what a wider rule settles: where a measure forbids, one that it tightens need not be asked."""
    if len(measures) < 2:
        return measures
    wider: set[str] = set()
    todo = [t for a, _ in measures if a.verdict == "prohibited" for t in law.measures[a.id].tightens]
    while todo:
        one = todo.pop()
        if one not in wider and one in law.measures:
            wider.add(one)
            todo += law.measures[one].tightens
    return [(a, x) for a, x in measures if a.verdict == "prohibited" or a.id not in wider]
