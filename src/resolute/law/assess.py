"""What each legal order says to a conduct: a Conduct and the law in force -> a Verdict.

How parts are joined: docs/methods/law-answers.md.
A verdict says what the law says if the conduct is as described. It does not say that the conduct took place.
"""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import replace
from functools import lru_cache
from itertools import groupby

from resolute.ground.conduct import Conduct
from resolute.ground.errors import UnknownWord
from resolute.ground.prose import day_words
from resolute.ground.time import Day, Interval, VagueDate
from resolute.law.build import LawBase
from resolute.law.judge import NO_MEASURE, on_day
from resolute.law.known import as_known
from resolute.law.orders import CompiledOrder
from resolute.law.parts import asked_days, cut, day_in, edtf_of
from resolute.law.recall import Features
from resolute.law.seen import Seen
from resolute.law.terms import Answer, MeasureAnswer, Verdict
from resolute.law.timeless import is_day_test, timeless

__all__ = ["NO_MEASURE", "assess"]


def assess(
    conduct: Conduct, base: LawBase, *, orders: Iterable[str] | None = None, known: Day | None = None
) -> Verdict:
    """Say what each legal order says to a conduct, those that always answer among them.

    Args:
        conduct: who does what; what is not known in it stays unknown, and decides where it decides.
        base: the law, from `load_base`.
        orders: which orders to ask; all of the base where None.
        known: the day of our knowledge: later instruments are left out. The last day the base knows where None.

    Returns: per order one answer, or one per part of the days over which the order's answers differ.
    Raises: UnknownWord for an order that the base does not hold.
    """
    asked = _orders(base, orders)
    last = max(base.orders[o].known_until for o in asked)
    law = base if known is None or known >= last else as_known(base, known)
    features = Features(conduct)
    answers = [a for o in asked for a in _of_order(law.compiled[o], law, features, conduct.on, known or last)]
    on = conduct.on.edtf if conduct.on else None
    return Verdict(id=conduct.id, on=on, known=known or last, law=base.version, answers=tuple(answers))


def _orders(base: LawBase, orders: Iterable[str] | None) -> list[str]:
    wanted = list(base.orders if orders is None else dict.fromkeys(orders))
    for one in wanted:
        if one not in base.orders:
            raise UnknownWord(("orders",), one, base.orders, "a legal order of the base")
    first = [o.id for o in base.orders.values() if o.always]
    return first + [o for o in wanted if o not in first]


def _of_order(order: CompiledOrder, law: LawBase, features: Features, on: VagueDate | None, known: Day) -> list[Answer]:
    days = asked_days(on)
    if on is not None and days.start is not None and days.start == days.end:
        answer = _in_period(order, law, order.periods.number(days.start), features)
        note = _note(order, features, days, known)
        return [replace(_dated(answer, on.edtf), on=on.edtf, note=note)]
    seen = features.seen
    parts = cut(days, order.select(seen))
    several = [(p, on_day(order, law, seen, day_in(p))) for p in parts]
    if on is None or not on.dated:
        return [timeless([a for _, a in several], law)]
    out = []
    for _, group in groupby(several, key=lambda pair: _gist(pair[1])):
        same = list(group)
        part = Interval(same[0][0].start, same[-1][0].end)
        on_part = on.edtf if len(same) == len(several) else edtf_of(part)
        out.append(replace(_as_one([a for _, a in same]), on=on_part, note=_note(order, features, part, known)))
    return out


@lru_cache(maxsize=32768)
def _in_period(order: CompiledOrder, law: LawBase, period: int, features: Features) -> Answer:
    """Return the answer to a conduct on any day of a period; the law reads the same in equal conducts."""
    return on_day(order, law, Seen(features.conduct), order.periods.day(period))


def _dated(answer: Answer, edtf: str) -> Answer:
    """Return a recalled answer with the day of this conduct in the tests of the day."""
    direct = answer.direct
    if not direct.measures or _day_found(direct.measures[0]) == edtf:
        return answer
    return replace(answer, direct=replace(direct, measures=tuple([_redated(m, edtf) for m in direct.measures])))


def _day_found(m: MeasureAnswer) -> str:
    return next((t.found for t in m.because if is_day_test(t)), "")


def _redated(m: MeasureAnswer, edtf: str) -> MeasureAnswer:
    return replace(m, because=tuple([replace(t, found=edtf) if is_day_test(t) else t for t in m.because]))


def _gist(answer: Answer) -> tuple[object, ...]:
    """Return what makes two answers differ for a reader: verdicts, measures, what is missing; not the tests behind."""
    d = answer.direct
    return (
        d.verdict,
        d.confidence,
        tuple([(m.id, m.verdict) for m in d.measures]),
        tuple([m.fact for m in d.missing]),
        d.conditions,
        d.unsettled,
        answer.via,
        answer.exposure,
        answer.advised,
    )


def _as_one(same: list[Answer]) -> Answer:
    """Join answers of the same gist: the tests of the first, the questions beside of all."""
    first = same[0]
    if len(same) == 1:
        return first
    also = {m.fact: m for a in reversed(same) for m in a.direct.also}
    return replace(first, direct=replace(first.direct, also=tuple(also[k] for k in sorted(also))))


def _note(order: CompiledOrder, features: Features, part: Interval, known: Day) -> str:
    """Say what the answer cannot know: later law, and the other side of midnight."""
    until, day = order.order.known_until, part.start
    out = []
    if part.end is None or part.end > until or known > until:
        out.append(f"The law of this order is known until {day_words(until)}; what changed later is not in it.")
    if day is not None and day == part.end and day in order.eves:
        out += _clock(order, features.seen, day)
    return " ".join(out)


def _clock(order: CompiledOrder, seen: Seen, day: Day) -> list[str]:
    """Name the measure that begins on the day or on its morrow, and the clock by which days are counted there."""
    for cm in order.select(seen):
        start = cm.measure.in_force.start
        if start is not None and 0 <= (start - day).days <= 1 and cm.when.holds(seen) is not False:
            words = f"{cm.measure.id} is in force from {day_words(start)} there."
            return [f"Days are counted by the clock of {order.order.clock}: {words}"]
    return []
