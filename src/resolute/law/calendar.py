"""What a State owed on which day, what it says it did, and what stays open. Each figure is a claim of the one named.

That nothing was found of what a State did is no finding that it did nothing. Counts of different kinds (permits,
visas, entries, workers there, workers sent home) are never compared. Source: docs/methods/calendars.md.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from functools import cache
from pathlib import Path

from resolute.ground.conduct import Actor, Conduct
from resolute.ground.errors import InputRefused, UnknownWord
from resolute.ground.prose import day_words
from resolute.ground.rows import Row, read_csv
from resolute.ground.states import state
from resolute.ground.time import Day, Interval, VagueDate
from resolute.ground.vocabulary import words
from resolute.law.compiled import CompiledMeasure
from resolute.law.hooks import bound_by
from resolute.law.read import LawBase
from resolute.law.seen import Seen
from resolute.law.terms import Measure

__all__ = ["KINDS", "Calendar", "Entry", "Said", "all_said", "calendar"]

UN = Path(__file__).parent / "base" / "un"
COLUMNS = (
    "state", "line", "measure", "about", "said", "kind", "how", "amount", "what", "by", "own", "mark", "sources",
    "note",
)  # fmt: skip
HOW = ("", "exactly", "about", "at least", "more than", "at most", "fewer than")
KINDS = {
    "report": "a report was sent",
    "workers": "workers there",
    "permits": "work permits",
    "visas": "visas given",
    "entries": "entries, whatever for",
    "arrivals": "workers newly there",
    "sent-home": "sent home",
    "seen": "workers seen",
    "plan": "planned",
    "states-reported": "States that reported",
    "nothing-found": "looked for, not found",
}
REMAINING = ("workers", "permits")
"""Kinds that say how many are left on a day."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Said:
    """What somebody says that a State did or that is there. `own`: the State itself says it; `state` None: all States.

    `about` is the day or the days it is about, `said` the day on which it was said; None where that is not told.
    `measure` is the duty it speaks to. `how` and `amount` are the figure as it was told, None where there is none.
    """

    state: str | None
    line: str
    measure: str | None
    about: VagueDate | None
    said: VagueDate | None
    kind: str
    how: str
    amount: int | None
    what: str
    by: str
    own: bool
    mark: str
    sources: tuple[str, ...]
    note: str

    @property
    def figure(self) -> str:
        """Return the figure in words, "about 30,000"; empty where there is none."""
        if self.amount is None:
            return ""
        return f"{self.how} {self.amount:,}".removeprefix("exactly ")

    def by_day(self, day: Day) -> bool:
        """Say whether it may have been said by a day; where that is not told, whether what it is about was over."""
        if self.said is not None:
            return self.said.on_or_before(day) is not False
        bounds = self.about.bounds if self.about else Interval()
        over = bounds.end or bounds.start
        return over is None or over <= day


@dataclass(frozen=True, slots=True, kw_only=True)
class Entry:
    """Something a State owed. `day` is the last day for it; None: it is owed whenever it arises, since `since`.

    `kind`: `report` is due, `done` must it be, `last day` of a wind-down, `standing`. `passed` says whether the day is
    over. `own` is what the State says of it; `open` what it leaves open, in words.
    """

    day: Day | None
    kind: str
    order: str
    measure: str
    line: str
    title: str
    what: str
    binds: str
    paragraph: str | None
    since: Day | None
    passed: bool
    confidence: str
    own: tuple[Said, ...] = ()
    open: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class Calendar:
    """The calendar of a State as it stood on a day. `orders` are those that command it; none: nothing is owed here."""

    state: str
    on: Day
    orders: tuple[str, ...]
    dated: tuple[Entry, ...]
    standing: tuple[Entry, ...]
    own: tuple[Said, ...]
    others: tuple[Said, ...]
    all_states: tuple[Said, ...]


@cache
def all_said() -> tuple[Said, ...]:
    """Return all that is said, in the order of the table. Raises InputRefused with file and line."""
    tags = {row["tag"]: row["source"] for row in read_csv(UN / "said_sources.csv", ("tag", "source"))}
    return tuple(_said(row, tags) for row in read_csv(UN / "said.csv", COLUMNS))


def _said(row: Row, tags: dict[str, str]) -> Said:
    sources = row["sources"].split()
    for column, value, known in (
        ("kind", row["kind"], list(KINDS)),
        ("how", row["how"], list(HOW)),
        ("own", row["own"], ["yes", "no"]),
        ("mark", row["mark"], sorted(words("confidence"))),
        *(("sources", tag, list(tags)) for tag in sources),
    ):
        if value not in known:
            raise InputRefused(row.where, f'{column} "{value}"', f"one of: {', '.join(k for k in known if k)}")
    if not sources or not row["by"]:
        raise InputRefused(row.where, "nobody who says it, or no source", "who says it, and where")
    if bool(row["how"]) != bool(row["amount"]):
        raise InputRefused(row.where, f'how "{row["how"]}", amount "{row["amount"]}"', "both, or neither")
    try:
        about, said = (VagueDate(row[c]) if row[c] else None for c in ("about", "said"))
        amount = int(row["amount"]) if row["amount"] else None
        code = state(row["state"]).code if row["state"] else None
    except UnknownWord as e:
        raise e.at(row.where) from e
    except ValueError as e:
        raise InputRefused(row.where, str(e), "dates in EDTF and a whole number") from e
    return Said(
        state=code, line=row["line"], measure=row["measure"] or None, about=about, said=said, kind=row["kind"],
        how=row["how"], amount=amount, what=row["what"], by=row["by"], own=row["own"] == "yes", mark=row["mark"],
        sources=tuple(tags[tag] for tag in sources), note=row["note"],
    )  # fmt: skip


def calendar(base: LawBase, of: str, *, on: Day | None = None, line: str | None = None) -> Calendar:
    """Return what a State owed when, what it says it did, and what is open.

    Args:
        base: the law.
        of: the code of the State; bodies and territories that no order commands get an empty calendar.
        on: the day as of which it is told: law and words of later days are left out. The last day the base knows
            where None.
        line: only this lineage.

    Raises: UnknownCode for a State that is none, UnknownWord for a line that is none.
    """
    code = state(of).code
    if line is not None and line not in base.lines:
        raise UnknownWord((), line, base.lines, "a line of the base")
    day = on or max(o.known_until for o in base.orders.values())
    told = [s for s in all_said() if s.by_day(day) and line in (None, s.line)]
    own = [s for s in told if s.state == code and s.own]
    orders: list[str] = []
    entries: list[Entry] = []
    for order in sorted(base.compiled.values(), key=lambda o: (not o.order.always, o.order.id)):
        if not bound_by(order.hooks, _state_acting(code)).holds:
            continue
        orders.append(order.order.id)
        for cm in order.measures:
            if line in (None, cm.measure.line) and _in_time(cm.measure, day) and _reaches(cm, code):
                entries += _entries(cm.measure, day, own)
    entries.sort(key=lambda e: (e.day or e.since or Day.min, orders.index(e.order), e.measure))
    return Calendar(
        state=code, on=day, orders=tuple(orders), own=tuple(own),
        dated=tuple(e for e in entries if e.day is not None),
        standing=tuple(e for e in entries if e.day is None),
        others=tuple(s for s in told if s.state == code and not s.own),
        all_states=tuple(s for s in told if s.state is None),
    )  # fmt: skip


def _state_acting(code: str | None, act: str = "report") -> Seen:
    return Seen(Conduct(act=act, actor=Actor(kind="state", state=code)))


def _in_time(m: Measure, on: Day) -> bool:
    return m.in_force.start is None or m.in_force.start <= on


ACTOR = "actor.state"
"""The question of a measure that turns on which State acts."""


def _reaches(cm: CompiledMeasure, code: str) -> bool:
    """Say whether a measure may reach the State: by addressees of its own, and by whose act it is about."""
    acts = (*cm.measure.omitting, *cm.measure.acts) or ("report",)
    if cm.hooks and bound_by(cm.hooks, _state_acting(code, acts[0])).holds is False:
        return False
    return any(_about(cm, code, act) for act in acts)


def _about(cm: CompiledMeasure, code: str, act: str) -> bool:
    asked: dict[str, str] = {}
    cm.when.asks(_state_acting(None, act), asked, {})
    return ACTOR not in asked or cm.when.holds(_state_acting(code, act)) is not False


def _entries(m: Measure, on: Day, own: list[Said]) -> Iterator[Entry]:
    """Yield what a measure makes a State owe: a last day, ends of wind-downs, or a standing duty."""
    spoken = tuple(s for s in own if s.measure == m.id or (s.measure is None and s.line == m.line))
    if m.due is not None:
        kind = "report" if m.kind == "reporting" else "done"
        yield _entry(m, m.due, kind, m.rule, on, spoken, _open(m, own, spoken))
    elif m.kind in ("duty", "reporting") and on in m.in_force and (m.acts or m.omitting):
        yield _entry(m, None, "standing", m.rule, on, spoken, "")
    for window in m.windows:
        yield _entry(m, window.until, "last day", window.text, on, (), "")


def _entry(m: Measure, day: Day | None, kind: str, what: str, on: Day, own: tuple[Said, ...], left: str) -> Entry:
    return Entry(
        day=day, kind=kind, order=m.order, measure=m.id, line=m.line, title=m.title, what=what, binds=m.binds,
        paragraph=m.citation.paragraph, since=m.in_force.start, passed=day is not None and day < on,
        confidence=m.confidence, own=own, open=left,
    )  # fmt: skip


def _open(m: Measure, own: list[Said], spoken: tuple[Said, ...]) -> str:
    """Say what is open of a duty with a last day, by the State's own words alone."""
    if m.kind == "reporting":
        if not any(s.measure == m.id for s in all_said()):
            return "which States reported on this is not in this base"
        if any(s.kind == "report" for s in spoken):
            return "" if any(s.amount is not None for s in spoken) else "what it reports is not told in figures"
        if any(s.line == m.line for s in own):
            return "figures of its own are told; whether and when this report was sent is not"
        return "no report was found"
    told = [s for s in own if s.line == m.line]
    left = [s for s in told if s.kind in REMAINING]
    if not any(s.line == m.line for s in all_said()):
        return "what States did on this is not in this base"
    if not told:
        return "nothing of what it did was found"
    if not left:
        return "how many are left is not told"
    last = max(left, key=lambda s: (_until(s.about), s.kind))
    if last.amount == 0:
        return ""
    when = f"on {day_words(_until(last.about))}" if last.about else "on a day not told"
    over = _until(last.about) > (m.due or Day.max)
    return f"{last.figure} {KINDS[last.kind]} {when}, by its own word{', after the last day' if over else ''}"


def _until(about: VagueDate | None) -> Day:
    """Return the last day that a date may mean; the first of the calendar where it means none."""
    bounds = about.bounds if about else Interval()
    return bounds.end or bounds.start or Day.min
