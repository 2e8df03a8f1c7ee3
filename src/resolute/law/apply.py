"""What one measure says to a conduct on one day: caught or not, which way out is open, what is missing.

The rules by which parts are joined stand in docs/methods/law-answers.md.
"""

from __future__ import annotations

from dataclasses import dataclass, field

from resolute.ground.conduct import Conduct
from resolute.ground.prose import day_words
from resolute.ground.time import Day
from resolute.law.compiled import CompiledMeasure, Way
from resolute.law.nodes import SILENCE, Telling
from resolute.law.seen import Seen
from resolute.law.terms import Cap, Fact, Measure, TestResult, Unsettled

__all__ = ["Applied", "apply_measure", "role_of", "weakest"]

BREACH = frozenset({"does", "allows", "asks", "plans"})
AHEAD = frozenset({"asks", "plans"})
STRENGTH = {"V": 0, "V/M": 1, "M": 2}


def weakest(*marks: str) -> str:
    """Return the weakest of the marks of confidence."""
    return max(marks, key=STRENGTH.__getitem__)


@dataclass(slots=True)
class Applied:
    """What came out: the verdict of the measure alone, the tests behind it, what is missing, what was left open."""

    verdict: str
    marks: list[str]
    tests: list[TestResult]
    missing: dict[str, str] = field(default_factory=dict)
    also: dict[str, str] = field(default_factory=dict)
    conditions: list[str] = field(default_factory=list)
    unsettled: list[Unsettled] = field(default_factory=list)


def role_of(measure: Measure, act: str, mode: str) -> str | None:
    """Say how a conduct stands to a measure: `breach` (what it forbids, or a duty left undone), `keeps`, or None.

    To refuse a forbidden act, or to do an ordered one, keeps the measure.
    """
    if act in measure.acts:
        return "breach" if mode in BREACH else "keeps"
    if act in measure.omitting:
        return "keeps" if mode in BREACH else "breach"
    return None


def apply_measure(cm: CompiledMeasure, seen: Seen, day: Day, role: str) -> Applied | None:
    """Return what a measure in force says on a day; None where it does not catch the conduct."""
    base = cm.when.holds(seen)
    if base is False:
        return None
    told = Telling()
    cm.when.tell(seen, told)
    told.tests.append(_in_force(cm.measure, seen.conduct))
    out = Applied("prohibited", [cm.measure.confidence], told.tests, told.missing, told.also)
    if role == "keeps":
        return _kept(cm.measure, out)
    due = cm.measure.due
    if due is not None and day <= due:
        return _not_yet_due(due, out)
    if cm.measure.caps:
        _apply_caps(cm, seen, day, base, out)
    else:
        out.verdict = "prohibited" if base else "depends"
    _apply_open_points(cm, seen, day, base, out)
    _apply_ways(cm, seen, day, base, out)
    return out


def _in_force(measure: Measure, conduct: Conduct) -> TestResult:
    start, end = measure.in_force.start, measure.in_force.end
    words = f"On or after {day_words(start)}" if start else "At any time"
    if end is not None:
        words += f", up to {day_words(end)}"
    return TestResult(test=words, found=conduct.on.edtf if conduct.on else "nobody says", holds=True)


def _kept(measure: Measure, out: Applied) -> Applied:
    words = "What the measure forbids is left undone" if measure.acts else "What the measure orders is done"
    out.tests.append(TestResult(test=words, found="as described", holds=True))
    out.verdict, out.missing, out.also = "permitted", {}, {}
    return out


def _not_yet_due(due: Day, out: Applied) -> Applied:
    out.tests.append(TestResult(test=f"Past the last day for it, {day_words(due)}", found="not past", holds=False))
    out.verdict, out.missing, out.also = "permitted", {}, {}
    out.conditions.append(f"to be done by {day_words(due)}")
    return out


def _apply_open_points(cm: CompiledMeasure, seen: Seen, day: Day, base: bool | None, out: Applied) -> None:
    """Where the law itself is open the measure neither forbids nor allows."""
    for point, node in cm.open_points:
        if day not in point.in_force:
            continue
        holds = node.holds(seen)
        if holds is None:
            out.verdict = "depends"
            node.asks(seen, out.missing, out.also)
        elif holds:
            out.unsettled.append(Unsettled(measure=cm.measure.id, point=point.point))
            out.verdict = "unsettled" if base else "depends"
            out.conditions.clear()
        else:
            node.asks(seen, out.also, out.also)


# Caps


def _apply_caps(cm: CompiledMeasure, seen: Seen, day: Day, base: bool | None, out: Applied) -> None:
    """Judge an amount against what the cap has left, and what else makes an amount within it lawful."""
    rows = [(c, f) for c, f in zip(cm.measure.caps, cm.cap_facts, strict=True) if day in c.in_force]
    if not rows:  # in force, and no amount set for this day: the open points of the measure say what that means
        out.verdict = "prohibited" if base else "depends"
        return
    asked = dict(out.missing)
    over = _over(cm.measure, rows, seen, out)
    within = cm.within
    fits = _fits(within, seen, out) if within is not None and over is not True else (True, [])
    circumstances, steps = fits
    if over is True or circumstances is False:
        out.verdict, out.missing = ("prohibited", {}) if base else ("depends", asked)
    elif base is None or over is None or circumstances is None:
        out.verdict = "depends"
        out.missing |= {f.key: f.question for f in steps}
    elif steps:
        _conditional(steps, seen, out)
    else:
        out.verdict = "permitted"
    if within is not None:
        out.marks.append(within.confidence)
    out.marks += [c.confidence for c, _ in rows]


def _over(measure: Measure, rows: list[tuple[Cap, Fact]], seen: Seen, out: Applied) -> bool | None:
    """Say whether the amount passes the cap. Of several caps the lower binds, or the one in the quantity's unit."""
    if measure.cap_joins == "unit":
        unit = seen.conduct.quantity.unit if seen.conduct.quantity else None
        rows = [r for r in rows if r[0].unit == unit] or rows[:1]
    several = [_over_one(cap, fact, seen, out) for cap, fact in rows]
    if True in several:
        return True
    return None if None in several else False


def _over_one(cap: Cap, fact: Fact, seen: Seen, out: Applied) -> bool | None:
    least, most = _amount(cap.unit, seen.conduct)
    before = seen.facts.get(fact.key)
    words = f"Above the cap of {cap.amount:,.0f} {cap.unit} for all States together"
    if isinstance(before, (int, float)) and not isinstance(before, bool):
        over = True if before + (least or 0.0) > cap.amount else None
        if over is None and most is not None and before + most <= cap.amount:
            over = False
        found = f"{before:,.0f} {cap.unit} before this, and {_range(least, most)}"
    else:
        over = True if least is not None and least > cap.amount else None
        found = f"used up before this: nobody says; this: {_range(least, most)}"
        if over is None:
            out.missing[fact.key] = fact.question
    if over is None and most is None:
        out.missing["quantity"] = f"How much was it, in {cap.unit}?"
    out.tests.append(TestResult(test=words, found=found, holds=over))
    return over


def _amount(unit: str, conduct: Conduct) -> tuple[float | None, float | None]:
    q = conduct.quantity
    if q is not None and q.unit == unit:
        return q.min, q.max
    if conduct.value is not None and conduct.value.currency == unit:
        return conduct.value.amount, conduct.value.amount
    return None, None


def _range(least: float | None, most: float | None) -> str:
    if least is None and most is None:
        return "an amount nobody says"
    if least == most:
        return f"{least:,.0f}"
    return f"{'?' if least is None else f'{least:,.0f}'} to {'?' if most is None else f'{most:,.0f}'}"


def _fits(within: Way, seen: Seen, out: Applied) -> tuple[bool | None, list[Fact]]:
    """Return whether the circumstances of a lawful amount hold, and the steps that are still open."""
    told = Telling()
    holds = within.when.tell(seen, told)
    out.tests += told.tests
    out.missing |= told.missing
    out.also |= told.also
    steps = []
    for fact in within.steps:
        done = seen.facts.get(fact.key)
        out.tests.append(TestResult(test=fact.step, found=_step_found(fact, done), holds=_yes(done)))
        if done is False and seen.conduct.mode not in AHEAD:
            holds = False
        elif done is not True:
            steps.append(fact)
    return holds, steps


def _yes(value: object) -> bool | None:
    return value if isinstance(value, bool) else None


def _step_found(fact: Fact, done: object) -> str:
    return "nobody says" if not isinstance(done, bool) else (fact.yes if done else fact.no)


def _conditional(steps: list[Fact], seen: Seen, out: Applied) -> None:
    out.verdict = "conditional"
    for fact in steps:
        out.conditions.append(f"lawful only if {fact.step}")
        if seen.facts.get(fact.key) is None:
            out.missing[fact.key] = fact.question


# Ways out


def _apply_ways(cm: CompiledMeasure, seen: Seen, day: Day, base: bool | None, out: Applied) -> None:
    """Try each way out: one that is open lifts the measure, one that may be open leaves it to the facts."""
    if out.verdict == "permitted":
        return
    maybe: list[tuple[Way, dict[str, str], list[Fact]]] = []
    after: list[tuple[Way, list[Fact]]] = []
    for way in cm.ways:
        if day not in way.in_force:
            continue
        state, asks, steps = _way_state(way, seen, out.also)
        _tell_way(way, state, asks, seen, out)
        if state == "open":
            _lift(way, out)
            return
        if state == "maybe":
            maybe.append((way, asks, steps))
        elif state == "after steps":
            after.append((way, steps))
    if maybe:
        out.verdict = "depends"
        for way, asks, steps in maybe:
            out.marks.append(way.confidence)
            out.missing |= asks | {f.key: f.question for f in steps if seen.facts.get(f.key) is None}
    elif after and base and out.verdict != "depends":
        out.missing.clear()
        for way, steps in after:
            out.marks.append(way.confidence)
            _conditional(steps, seen, out)
    elif after:
        out.verdict = "depends"
        out.missing |= {f.key: f.question for _, steps in after for f in steps}


def _lift(way: Way, out: Applied) -> None:
    out.verdict = "permitted"
    out.marks.append(way.confidence)
    out.missing, out.also, out.conditions, out.unsettled = {}, {}, [], []


def _way_state(way: Way, seen: Seen, also: dict[str, str]) -> tuple[str, dict[str, str], list[Fact]]:
    """Return whether a way out is open, closed, open after steps, or may be open; with questions and open steps.

    An approval must be shown: where nobody says that it was given, and no ground for it is shown either, the way is
    closed, and the question stands beside. Before the act (asked, planned) a step not taken can still be taken.
    """
    holds = way.when.holds(seen)
    asks: dict[str, str] = {}
    if holds is False:
        if way.by != "approval" and not way.general:
            way.when.asks(seen, asks, asks)
            also.update(asks)
        return "closed", asks, []
    done = [seen.facts.get(f.key) for f in way.steps]
    steps = [f for f, d in zip(way.steps, done, strict=True) if d is not True]
    ahead = seen.conduct.mode in AHEAD
    if False in done and not ahead:
        return "closed", asks, []
    if holds is None:
        if way.by == "approval" and True not in done:
            way.when.asks(seen, also, also)
            return "closed", asks, []
        way.when.asks(seen, asks, also)
        return "maybe", asks, steps
    if not steps:
        return "open", asks, []
    if way.by == "approval" and not way.grounded and not ahead:
        also.update({f.key: f.question for f in steps})
        return "closed", asks, []
    return "after steps", asks, steps


HOLDS = {"closed": True, "open": False, "after steps": None, "maybe": None}


def _tell_way(way: Way, state: str, asks: dict[str, str], seen: Seen, out: Applied) -> None:
    """Add the test "not excepted"; what nobody speaks of is no line: an approval, a clause that lifts everything."""
    said = [seen.facts.get(f.key) is not None for f in way.steps]
    if state == "closed" and (way.by == "approval" or way.general) and not any(said):
        return
    found = way.when.found(seen) if way.grounded else []
    if state == "closed" and not asks and found == SILENCE:  # closed by the act itself
        return
    if state != "closed" or way.when.holds(seen) is not False:
        found = found + [_step_found(f, seen.facts.get(f.key)) for f in way.steps]
    words = "; ".join(dict.fromkeys(found)) or "nobody says"
    out.tests.append(TestResult(test=f"Not excepted: {way.text}", found=words, holds=HOLDS[state]))
