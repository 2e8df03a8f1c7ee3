"""What every legal order says to an alleged act: one row an order; direct, whom else it stops, what may come later."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass, replace
from typing import TypeVar

from resolute.cases.terms import Brief, Finding, Sentence
from resolute.ground.prose import when
from resolute.law.terms import Answer, Verdict

T = TypeVar("T")

__all__ = ["OrderRow", "Point", "Saying", "order_name", "orders", "own_notes"]


@dataclass(frozen=True, slots=True)
class Saying:
    """A direct answer: the verdict, on which part of the asked days, with what decides it."""

    verdict: str
    on: str | None
    measures: tuple[str, ...]
    conditions: tuple[str, ...]
    unsettled: tuple[str, ...]
    would_bind: tuple[str, ...]
    why: tuple[str, ...]  # one reason for each side of the deal to which the same is said


@dataclass(frozen=True, slots=True)
class Point:
    """Somebody else who must refuse, a measure that may be used later, or a call: the measure and the reason."""

    measure: str
    why: str
    who: str = ""


@dataclass(frozen=True, slots=True)
class OrderRow:
    """One legal order on one alleged act, both sides of a deal together."""

    order: str
    name: str
    says: tuple[Saying, ...]
    refuse: tuple[Point, ...]
    later: tuple[Point, ...]
    advised: tuple[Point, ...]
    known_until: str | None
    notes: tuple[str, ...]

    @property
    def silent(self) -> bool:
        """Whether the order neither commands the actor nor bears on anybody else."""
        bound = any(s.verdict != "not-bound" for s in self.says)
        return not (bound or self.refuse or self.later or self.advised)


def orders(finding: Finding, brief: Brief) -> tuple[OrderRow, ...]:
    """Return the orders that answered, in the order of the answers; the Council's stands first."""
    names = brief.orders or {}
    by_order: dict[str, list[Answer]] = {}
    for verdict in finding.verdicts:
        for answer in verdict.answers:
            by_order.setdefault(answer.order, []).append(answer)
    rows = [_row(order, order_name(order, names), answers) for order, answers in by_order.items()]
    return tuple(sorted(rows, key=lambda r: r.order != "un"))


def order_name(order: str, names: dict[str, str]) -> str:
    """Return an order's title, and its id in capitals where the brief does not hold the title."""
    return names.get(order) or order.upper()


def _row(order: str, name: str, answers: list[Answer]) -> OrderRow:
    until = [a.known_until for a in answers if a.known_until]
    return OrderRow(
        order=order,
        name=name,
        says=_sayings(answers),
        refuse=_once(Point(v.measure, v.why, v.who) for a in answers for v in a.via),
        later=_once(Point(e.measure, e.why) for a in answers for e in a.exposure),
        advised=_once(Point(x.measure, x.why) for a in answers for x in a.advised),
        known_until=min(until).isoformat() if until else None,
        notes=_once(a.note for a in answers if a.note),
    )


def _once(items: Iterable[T]) -> tuple[T, ...]:
    return tuple(dict.fromkeys(items))


def _sayings(answers: list[Answer]) -> tuple[Saying, ...]:
    """Return what is said, once where it is said to both sides, with the reasons of both."""
    out: dict[Saying, dict[str, None]] = {}
    for a in answers:
        reasons = out.setdefault(_saying(a), {})
        if a.direct.why:
            reasons[a.direct.why] = None
    return tuple(replace(saying, why=tuple(reasons)) for saying, reasons in out.items())


def _saying(a: Answer) -> Saying:
    d = a.direct
    return Saying(
        verdict=d.verdict,
        on=_part(a.on),
        measures=tuple(m.id for m in d.measures),
        conditions=d.conditions,
        unsettled=tuple(u.point for u in d.unsettled),
        would_bind=d.would_bind,
        why=(),
    )


def _part(on: str | None) -> str | None:
    """Return the part of the asked days in words; a part that is no date is printed as it stands."""
    try:
        return when(on) if on else None
    except ValueError:
        return on


def own_notes(finding: Finding) -> tuple[Sentence, ...]:
    """Return the notes of a finding that its rows of orders do not say already."""
    told = {why for verdict in finding.verdicts for why in _reasons(verdict)}
    return tuple(n for n in finding.notes if not any(why in n.text for why in told))


def _reasons(verdict: Verdict) -> Iterable[str]:
    for a in verdict.answers:
        reasons = [e.why for e in a.exposure] + [v.why for v in a.via] + [x.why for x in a.advised]
        reasons += [u.point for u in a.direct.unsettled]
        reasons += [a.direct.why] if a.direct.verdict == "not-bound" else []
        yield from (r for r in reasons if r)
