"""Caps on the terminal: a bar for what is reported in each period, one for each estimate, and the same in words.

The bars need no colour: full is what the reports make at least, hatched what they may make, light what somebody
estimates; a stroke stands at the cap.
"""

from __future__ import annotations

from collections.abc import Iterator
from itertools import groupby

from rich.console import Group, RenderableType
from rich.text import Text

from resolute.doors.cli.output import table
from resolute.ground.prose import day_words, states_named, when
from resolute.ground.quantity import Quantity
from resolute.ground.time import Day, Interval
from resolute.law.ledgers import CapRow, Told

__all__ = ["bar", "caps_text"]

CAP_AT, WIDTH = 30, 45  # characters to the cap, and to the end of the picture; what is longer ends in an arrow
SURE, PERHAPS, GUESSED, ROOM, BEYOND = "█", "▒", "░", "·", "»"

KEY = f"{SURE} reported at least  {PERHAPS} may be reported  {GUESSED} estimated by the one named  | the cap"
NOT = (
    "Reports and estimates are never added: how far they overlap nobody knows. An amount below the cap is not lawful "
    "for that: one that was not notified, for a listed party, or by a transfer at sea is not."
)
METHOD = (
    "How unreported deliveries are estimated: each call of a tanker counts as one delivery, its deadweight times a "
    "share laden (a third to nine tenths) times barrels per tonne. Nobody sees the cargo. docs/methods/caps.md."
)
COUNTING = {"calendar-year": "in a calendar year", "interval": "in all"}


def caps_text(rows: tuple[CapRow, ...], *, each: bool) -> RenderableType:
    """Return the picture of caps; `each` adds a table of every figure with who tells it and where."""
    parts: list[RenderableType] = []
    for _, group in groupby(rows, key=lambda r: r.measure):
        own = list(group)
        parts.append(Text.assemble((own[0].title, "bold"), f"  {own[0].measure}"))
        for _, same in groupby(own, key=lambda r: (r.unit, r.amount, r.counting)):
            parts += _lines_of(list(same))
        parts.append(Text(""))
        if each:
            parts += [x for row in own for x in _figures(row)]
    if not rows:
        return Text("No cap of this law base is in force then.")
    if any(r.reports or r.estimates for r in rows):
        parts += [Text(KEY, style="dim"), Text(NOT, style="dim"), Text(METHOD, style="dim")]
    if not each and any(r.reports for r in rows):
        parts.append(Text("Each figure with who tells it and where: --on with a day of the period.", style="dim"))
    return Group(*parts)


def _lines_of(rows: list[CapRow]) -> Iterator[Text]:
    """Yield the cap, and the bars of its periods."""
    row = rows[0]
    counting = COUNTING.get(row.counting) or f"in twelve months from {_month_day(row.counting)}"
    head = f"{row.amount:,.0f} {row.unit} {counting}, {row.counted}"
    if any(r.reports or r.estimates for r in rows):
        yield Text(head)
        for r in rows:
            yield from _lines(r)
    else:
        yield Text(f"{head}, {_period(row)}: nothing is told of deliveries in this base")


def _month_day(counting: str) -> str:
    month, day = counting.removeprefix("year-from:").split("-")
    return day_words(Day(2000, int(month), int(day))).removesuffix(" 2000")


def _lines(row: CapRow) -> Iterator[Text]:
    """Yield the bars of one period."""
    name = _period(row)
    if not row.reports and not row.estimates:
        yield Text(f"{name:15}nothing is told of deliveries in this base")
        return
    if row.reported is None:
        yield Text(f"{name:15}no report")
    else:
        words = f"{_share(*row.shares)}  {_amount(row.reported)}"
        yield Text(f"{name:15}{bar(row.amount, row.reported, SURE)} {words}")
        reached = [s for s, r in row.steps if r]
        perhaps = [s for s, r in row.steps if r is None]
        if reached or (perhaps and row.reported.max is not None):
            yield Text(f"{'':15}{_steps(reached, perhaps)}", style="dim")
        yield Text(f"{'':15}by {'; '.join(dict.fromkeys(t.by for t in row.reports))}", style="dim")
    for t in row.estimates:
        share = _share(*((None if v is None else v / row.amount) for v in (t.in_unit.min, t.in_unit.max)))
        yield Text(f"  {_days(t.period):13}{bar(row.amount, t.in_unit, GUESSED)} {share}  {_amount(t.in_unit)}")
        yield Text(f"{'':15}by {t.by}{f': {t.note}' if t.note else ''}", style="dim")


def bar(cap: float, amount: Quantity, sign: str) -> str:
    """Return an amount as a bar against its cap: what it is at least, what it may be, room up to the cap."""
    low, high = (_cells(cap, v) for v in (amount.min, amount.max))
    sure = low or 0
    most = sure if high is None else max(sure, high)
    cells = [sign] * sure + [PERHAPS] * (most - sure)
    open_end = amount.max is None
    if len(cells) > WIDTH:
        cells = [*cells[: WIDTH - 1], BEYOND]
    elif open_end and len(cells) < WIDTH:
        cells.append("?")
    cells += [ROOM] * (CAP_AT - len(cells)) + [" "] * (WIDTH - max(CAP_AT, len(cells)))
    return "".join([*cells[:CAP_AT], "|", *cells[CAP_AT:]])


def _cells(cap: float, value: float | None) -> int | None:
    if value is None:
        return None
    cells = round(value / cap * CAP_AT)
    return max(cells, 1) if value > 0 else 0


def _period(row: CapRow) -> str:
    start, end = row.period.start, row.period.end
    if start is None:
        return "always"
    if end is None:
        return f"from {start.year}"
    whole_year = (start.month, start.day, end.month, end.day) == (1, 1, 12, 31)
    return str(start.year) if whole_year else _days(row.period)


def _days(period: Interval) -> str:
    """Return days as short as a picture needs: "1/18-5/18" for months of 2018."""
    start, end = period.start, period.end
    if start is None or end is None:
        return "open"
    first, last = f"{start.month}/{start.year % 100:02}", f"{end.month}/{end.year % 100:02}"
    return first if first == last else f"{first}-{last}"


def _share(low: float | None, high: float | None) -> str:
    if low is None and high is not None:
        return f"at most {high * 100:.0f} %"
    lower = f"{(low or 0) * 100:.0f}"
    if high is None:
        return f"at least {lower} %"
    upper = f"{high * 100:.0f}"
    return f"{lower} %" if lower == upper else f"{lower} to {upper} %"


def _amount(q: Quantity) -> str:
    about = "about " if q.approximate else ""
    if q.min is None:
        return f"{about}at most {q.max:,.0f} {q.unit}"
    if q.max is None:
        return f"{about}at least {q.min:,.0f} {q.unit}"
    low, high = f"{q.min:,.0f}", f"{q.max:,.0f}"
    return f"{about}{low} {q.unit}" if low == high else f"{about}{low} to {high} {q.unit}"


def _steps(reached: list[float], perhaps: list[float]) -> str:
    parts = []
    if reached:
        parts.append(f"the step of {max(reached) * 100:.0f} % is reached")
    if perhaps:
        parts.append(f"whether that of {' and '.join(f'{s * 100:.0f}' for s in perhaps)} % is, the reports leave open")
    return "; ".join(parts)


def _figures(row: CapRow) -> Iterator[RenderableType]:
    for title, several in (("Reported", row.reports), ("Estimated", row.estimates)):
        if several:
            columns = ("by", "of", "days", "as told", f"in {row.unit}", "as of", "conf.", "where", "note")
            yield table(f"{title}, {_period(row)}: {len(several)}", columns, [_cells_of(t) for t in several])
            yield Text("")


def _cells_of(t: Told) -> tuple[str, ...]:
    start, end = t.period.start, t.period.end
    days = f"{start.isoformat() if start else '..'} to {end.isoformat() if end else '..'}"
    as_of = when(t.as_of, short=True) if t.as_of else ""
    told = _amount(t.amount)
    same = told == _amount(t.in_unit)
    return (
        t.by, states_named(t.states), days, told, "the same" if same else _amount(t.in_unit), as_of, t.mark,
        "; ".join(t.pages), t.note,
    )  # fmt: skip
