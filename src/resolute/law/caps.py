"""Ledgers of what a cap has left, as it is told: each delivery is a claim of the one named, and none is a fact.

Reports of States and estimates of others stand apart and are never added: nobody knows how far they overlap. A ledger
below its cap does not mean that deliveries were lawful: one that was not notified, to a listed party, or by a transfer
at sea is unlawful at any volume. Source: docs/methods/caps.md.
"""

from __future__ import annotations

import math
from collections.abc import Iterable
from dataclasses import dataclass
from functools import cache
from pathlib import Path

from resolute.ground.errors import InputRefused
from resolute.ground.quantity import Quantity
from resolute.ground.rows import Row, read_csv
from resolute.ground.time import Day, Interval, VagueDate, day_of
from resolute.law.terms import Cap, Measure

__all__ = ["Delivery", "Factor", "Ledger", "Notice", "barrels", "deliveries", "ledger", "period_of"]

UN = Path(__file__).parent / "base" / "un"
COLUMNS = ("start", "end", "line", "states", "kind", "how", "amount", "unit", "by", "as_of", "mark", "sources", "note")
HOW = ("exactly", "about", "at least", "more than", "at most")


@dataclass(frozen=True, slots=True, kw_only=True)
class Delivery:
    """What somebody says was delivered in a period. `kind`: `report` to the Committee, or `estimate` of what was not.

    `states` are the suppliers it speaks of, empty where it names none; `as_of` the day the figure stood so, where told.
    """

    period: Interval
    line: str
    states: tuple[str, ...]
    kind: str
    amount: Quantity
    by: str
    mark: str
    sources: tuple[str, ...]
    as_of: VagueDate | None = None
    note: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class Factor:
    """How many barrels a tonne of a product makes, as somebody counts it. No resolution says so."""

    product: str
    barrels_per_tonne: float
    by: str
    mark: str
    sources: tuple[str, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class Notice:
    """A step of the cap at which the Secretary tells all States; `reached` is None where the reports leave it open.

    Whether the notice was given is another question: none was found on a page.
    """

    share: float
    reached: bool | None


@dataclass(frozen=True, slots=True, kw_only=True)
class Ledger:
    """What is told of a cap's period: reports, what they make in the cap's unit, and estimates beside them.

    `reported` spans the least and the most that the reports may mean; its `max` is None where a supplier that reported
    is not covered for the whole period.
    """

    measure: str
    cap: Cap
    period: Interval
    reported: Quantity
    left: Quantity
    notices: tuple[Notice, ...]
    reports: tuple[Delivery, ...]
    estimates: tuple[Delivery, ...]


@cache
def deliveries() -> tuple[Delivery, ...]:
    """Return the deliveries that are told, by their period. Raises InputRefused with file and line."""
    tags = {row["tag"] for row in read_csv(UN / "delivery_sources.csv", ("tag", "source"))}
    return tuple(_delivery(row, tags) for row in read_csv(UN / "deliveries.csv", COLUMNS))


def _delivery(row: Row, tags: set[str]) -> Delivery:
    sources = tuple(row["sources"].split())
    if not sources or not tags.issuperset(sources):
        raise InputRefused(row.where, f'sources "{row["sources"]}"', "tags of delivery_sources.csv")
    if row["kind"] not in ("report", "estimate"):
        raise InputRefused(row.where, f'kind "{row["kind"]}"', "report or estimate")
    try:
        period = Interval(day_of(row["start"]), day_of(row["end"]))
        as_of = VagueDate(row["as_of"]) if row["as_of"] else None
        amount = _amount(row["how"], float(row["amount"]), row["unit"])
    except ValueError as e:
        raise InputRefused(row.where, str(e), "days, an amount, and how it is meant") from e
    return Delivery(
        period=period, line=row["line"], states=tuple(row["states"].split()), kind=row["kind"], amount=amount,
        by=row["by"], mark=row["mark"], sources=sources, as_of=as_of, note=row["note"],
    )  # fmt: skip


def _amount(how: str, amount: float, unit: str) -> Quantity:
    if how not in HOW or unit not in ("bbl", "t") or amount < 0:
        raise ValueError(f'"{how} {amount:g} {unit}" is no amount of this table')
    low = amount if how != "at most" else None
    high = amount if how in ("exactly", "about", "at most") else None
    return Quantity(min=low, max=high, unit=unit, approximate=how == "about")


@cache
def factors() -> tuple[Factor, ...]:
    """Return how many barrels a tonne makes, product by product, each as somebody counts it."""
    rows = read_csv(UN / "barrels.csv", ("product", "barrels_per_tonne", "by", "mark", "sources"))
    return tuple(
        Factor(product=r["product"], barrels_per_tonne=float(r["barrels_per_tonne"]), by=r["by"], mark=r["mark"],
               sources=tuple(r["sources"].split()))
        for r in rows
    )  # fmt: skip


def barrels(amount: Quantity, product: str = "unspecified") -> Quantity:
    """Return an amount in barrels: as wide as those who count differ, where it comes in tonnes.

    Raises: KeyError for a product of which the table holds no factor, ValueError for a unit other than `bbl` and `t`.
    """
    if amount.unit == "bbl":
        return amount
    if amount.unit != "t":
        raise ValueError(f'"{amount.unit}" is no unit of this table; wanted bbl or t')
    of = [f.barrels_per_tonne for f in factors() if f.product == product]
    if not of:
        raise KeyError(product)
    low = None if amount.min is None else amount.min * min(of)
    high = None if amount.max is None else amount.max * max(of)
    return Quantity(min=low, max=high, unit="bbl", approximate=amount.approximate)


def period_of(cap: Cap, on: Day) -> Interval:
    """Return the period of a cap in which a day lies: its calendar year, its year from a day, or the interval itself.

    A period begins no earlier and ends no later than the cap is in force.
    """
    if cap.period == "calendar-year":
        whole = Interval(Day(on.year, 1, 1), Day(on.year, 12, 31))
    elif cap.period.startswith("year-from:"):
        month, day = (int(p) for p in cap.period.removeprefix("year-from:").split("-"))
        first = Day(on.year, month, day)
        start = first if on >= first else Day(on.year - 1, month, day)
        whole = Interval(start, Day.fromordinal(Day(start.year + 1, month, day).toordinal() - 1))
    else:
        whole = cap.in_force
    return whole.common(cap.in_force) or whole


def ledger(measure: Measure, on: Day, unit: str = "bbl") -> Ledger | None:
    """Return what is told of the cap of a measure in the period of a day; None where it has no cap in that unit then.

    Args:
        measure: a measure of kind `cap`.
        on: any day of the period asked about.
        unit: which of its caps.
    """
    for cap in measure.caps:
        force = cap.in_force if cap.in_force != Interval() else measure.in_force
        if cap.unit == unit and on in force:
            period = period_of(cap, on).common(force)
            if period is not None:
                return _ledger(measure, cap, period)
    return None


def _ledger(measure: Measure, cap: Cap, period: Interval) -> Ledger:
    told = [d for d in deliveries() if d.line == measure.line and d.period.meets(period)]
    reports = tuple(d for d in told if d.kind == "report" and d.period.within(period))
    reported = _reported(reports, period)
    low = None if reported.max is None else max(0.0, cap.amount - reported.max)
    high = max(0.0, cap.amount - (reported.min or 0.0))
    notices = tuple(Notice(share=s, reached=_reached(reported, cap.amount * s)) for s in cap.warn_at)
    estimates = tuple(d for d in told if d.kind == "estimate")
    left = Quantity(min=low, max=high, unit=cap.unit)
    return Ledger(
        measure=measure.id, cap=cap, period=period, reported=reported, left=left, notices=notices, reports=reports,
        estimates=estimates,
    )  # fmt: skip


def _reached(reported: Quantity, at: float) -> bool | None:
    if reported.min is not None and reported.min >= at:
        return True
    return False if reported.max is not None and reported.max < at else None


def _reported(reports: Iterable[Delivery], period: Interval) -> Quantity:
    """Return the least and the most that reports of a period may mean together.

    Several figures for one supplier and the whole period are restatements: they widen, and are not added. Suppliers
    are added. Where none is told for the whole period, what is told for parts of it is a least.
    """
    told = list(reports)
    jointly = [barrels(d.amount) for d in told if len(d.states) > 1 and d.period == period]
    states = sorted({s for d in told for s in d.states})
    singly = [_of_state([d for d in told if d.states == (s,)], period) for s in states]
    lows, highs = [a.min or 0.0 for a in jointly], [a.max for a in jointly]
    if singly:
        lows.append(math.fsum(a.min or 0.0 for a in singly))
        whole = [a.max for a in singly]
        highs.append(math.fsum(w for w in whole if w is not None) if None not in whole else None)
    known = [h for h in highs if h is not None]
    covered = bool(known) and (bool(jointly) or len(known) == len(highs))
    return Quantity(min=min(lows, default=0.0), max=max(known) if covered else None, unit="bbl")


def _of_state(told: list[Delivery], period: Interval) -> Quantity:
    """Return what one supplier is told to have delivered: its figures for the period, else the most of its parts."""
    whole = [barrels(d.amount) for d in told if d.period == period]
    if whole:
        known = [a.max for a in whole if a.max is not None]
        return Quantity(min=min(a.min or 0.0 for a in whole), max=max(known, default=None), unit="bbl")
    parts = [barrels(d.amount).min or 0.0 for d in _apart(told)]
    return Quantity(min=math.fsum(parts), unit="bbl")


def _apart(told: list[Delivery]) -> list[Delivery]:
    """Return deliveries that share no day: the longest first, so that no month inside one is counted twice."""
    taken: list[Delivery] = []
    for d in sorted(told, key=lambda d: (-_days(d.period), d.period.start or Day.min, d.amount.min or 0.0)):
        if not any(d.period.meets(t.period) for t in taken):
            taken.append(d)
    return taken


def _days(period: Interval) -> int:
    return (period.end - period.start).days if period.start and period.end else 0
