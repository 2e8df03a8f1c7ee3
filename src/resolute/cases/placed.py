"""Events placed in a case: each with its article, the day that law may add to it, and what every order says to it.

An event stands here once for each side that law addresses: whoever buys is bought from. The counterpart is derived
from the parties the text names, never from parties it does not name.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace

from resolute.ground.conduct import Actor, Conduct, Party
from resolute.ground.origin import Passage
from resolute.ground.place import state_of
from resolute.ground.time import Day, VagueDate
from resolute.law.assess import assess
from resolute.law.citing.tables import families
from resolute.law.read import LawBase
from resolute.law.terms import Cited, MeasureAnswer, Verdict
from resolute.news.terms import Claim, Event, Reading

__all__ = ["PlacedEvent", "counterpart", "engaged", "place_events"]

MIRROR = {"supply": "procure", "procure": "supply"}
SIDES = {"supply": ("buyer", "consignee"), "procure": ("seller", "consignor")}


@dataclass(frozen=True, slots=True, kw_only=True)
class PlacedEvent:
    """An event of one article, with its day as the case knows it and the answers of the law to each side.

    `verdicts` answer `sides` one by one: the conduct itself, then its counterpart. `instrument` is the text of law
    whose making the event tells, where its words cite one.
    """

    letter: str
    document: str
    event: Event
    claims: Mapping[str, Claim]
    conduct: Conduct | None
    on: VagueDate | None
    on_how: str
    outside: bool
    sides: tuple[Conduct, ...]
    verdicts: tuple[Verdict, ...]
    lines: tuple[str, ...]
    states: tuple[str, ...]
    instrument: str | None = None

    @property
    def id(self) -> str:
        """The event's name in the case: its article's letter and its own id, which a reprint shares."""
        return f"{self.letter}.{self.event.id}"

    @property
    def passages(self) -> tuple[Passage, ...]:
        """The words it rests on."""
        return tuple(Passage(self.document, s) for s in self.event.spans)


def place_events(
    readings: Sequence[tuple[str, Reading]], cited: Mapping[str, Cited], base: LawBase, known: Day
) -> tuple[PlacedEvent, ...]:
    """Place every event of the readings, in the order of letters and of the text.

    Law is asked only where the text itself names a State that measures are aimed at as taking part: arms for somebody
    unnamed are no arms for the target, however much a missing destination would leave open.
    """
    return tuple(
        _placed(letter, reading, event, cited, base, known) for letter, reading in readings for event in reading.events
    )


def _placed(
    letter: str, reading: Reading, event: Event, cited: Mapping[str, Cited], base: LawBase, known: Day
) -> PlacedEvent:
    on, how, outside = _day(event, cited, base)
    conduct = replace(event.conduct, on=on, id=event.id) if event.conduct else None
    sides: tuple[Conduct, ...] = ()
    if conduct is not None and _aimed_at(conduct):
        other = counterpart(conduct)
        sides = (conduct, other) if other else (conduct,)
    verdicts = tuple(assess(side, base, known=known) for side in sides)
    return PlacedEvent(
        letter=letter,
        document=reading.document.id,
        event=event,
        claims={c.id: c for c in reading.claims},
        conduct=conduct,
        on=on,
        on_how=how,
        outside=outside,
        sides=sides,
        verdicts=verdicts,
        lines=_lines(verdicts, base),
        states=_states(event),
        instrument=_instrument(event, reading, cited) if event.conduct is None else None,
    )


def _instrument(event: Event, reading: Reading, cited: Mapping[str, Cited]) -> str | None:
    """Return the instrument that the words of a happening cite, rightly or with a reason for another."""
    for m in reading.mentions:
        if any(m.span.touches(s) for s in event.spans):
            found = cited[m.id]
            if (named := found.fits or found.resolves_to) is not None:
                return named
    return None


def _aimed_at(c: Conduct) -> bool:
    """Say whether the text names a target of measures among those who take part, the places, the origin, the flags."""
    named = {c.actor.state, c.actor.acting_for, c.actor.branch_of, c.origin, *(v.flag for v in c.vessels)}
    named |= {p.state for p in c.parties} | {state_of(w) for w in (c.from_, *c.via, c.to) if w}
    return any(family.target in named for family in families())


def _day(event: Event, cited: Mapping[str, Cited], base: LawBase) -> tuple[VagueDate | None, str, bool]:
    """Return the event's day; where it hangs on a law that the text names, the law base adds the law's own day."""
    told = event.conduct.on if event.conduct else event.happening.on if event.happening else None
    on = told or event.dated.edtf
    if on is not None or event.dated.anchor is None:
        return on, event.dated.how, False
    found = cited.get(event.dated.anchor)
    named = (found.fits or found.resolves_to) if found else None
    instrument = base.instruments.get(named) if named else None
    if instrument is None:
        return None, event.dated.how, False
    how = f"{event.dated.how}; {instrument.title} was adopted on {instrument.adopted.isoformat()}"
    return VagueDate.since(instrument.adopted), how, True


def counterpart(conduct: Conduct) -> Conduct | None:
    """Return the same deal from the other side: a supply as the buyer's procurement, a purchase as the seller's supply.

    None where the text names no State on the other side, or where the act has no mirror in the vocabulary.
    """
    act = MIRROR.get(conduct.act)
    if act is None or conduct.mode not in ("does", "plans", "asks"):
        return None
    other = conduct.party(*SIDES[conduct.act])
    where = conduct.to if conduct.act == "supply" else conduct.from_
    state = other.state if other and other.state else state_of(where) if where else None
    if state is None or state == "XZ" or state == conduct.actor.state:
        return None
    back = Party(role=SIDES[act][0], kind=conduct.actor.kind, name=conduct.actor.name, state=conduct.actor.state)
    kept = tuple(p for p in conduct.parties if p is not other)
    actor = Actor(kind=(other.kind if other else None) or "state", name=other.name if other else None, state=state)
    return replace(conduct, act=act, actor=actor, parties=(back, *kept))


def engaged(verdicts: Sequence[Verdict], base: LawBase) -> tuple[MeasureAnswer, ...]:
    """Return the measures that any order engages in any of the verdicts, each once.

    The orders that always answer stand first, then the strongest; among equals the one of whose tests most are
    answered and which catches fewest other acts: the measure made for this act stands before those that would need
    more facts to be engaged at all.
    """
    seen: dict[str, MeasureAnswer] = {}
    for verdict in verdicts:
        for answer in verdict.answers:
            for m in answer.direct.measures:
                if m.id not in seen or WEIGHT[m.verdict] < WEIGHT[seen[m.id].verdict]:
                    seen[m.id] = m

    def order(m: MeasureAnswer) -> tuple[bool, int, int, int, str]:
        always = base.orders[base.measures[m.id].order].always
        open_tests = sum(t.holds is None for t in m.because)
        return not always, WEIGHT[m.verdict], open_tests, len(base.measures[m.id].acts), m.id

    return tuple(sorted(seen.values(), key=order))


WEIGHT = {
    "prohibited": 0,
    "depends": 1,
    "unsettled": 2,
    "conditional": 3,
    "permitted": 4,
    "not-bound": 5,
    "no-measure": 6,
}


def _lines(verdicts: Sequence[Verdict], base: LawBase) -> tuple[str, ...]:
    return tuple(dict.fromkeys(base.measures[m.id].line for m in engaged(verdicts, base)))


def _states(event: Event) -> tuple[str, ...]:
    """Return the States that take part, as the text names them, each once."""
    out: list[str] = []
    if event.conduct:
        c = event.conduct
        out += [c.actor.state] if c.actor.state else []
        out += [p.state for p in c.parties if p.state]
        out += [state_of(w) for w in (c.from_, *c.via, c.to) if w]
        out += [c.origin] if c.origin else []
    elif event.happening:
        out += [p.state for p in event.happening.parties if p.state]
    return tuple(s for s in dict.fromkeys(out) if s != "XZ")
