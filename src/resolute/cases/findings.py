"""Events under the measures they engage, if true: verdict, who stands where, what speaks against it, what is missing.

A finding is never guilt. Events that are one account, or alike between the same States, stand in one finding, which
says which of them are not known to be the same.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

from resolute.cases.joins import family, groups
from resolute.cases.placed import WEIGHT, PlacedEvent, engaged
from resolute.cases.stand import standings
from resolute.cases.terms import Article, Finding, LawCard, Question, Relation, Sentence, Standing
from resolute.cases.wording import heading, since
from resolute.ground.prose import day_words, listed, states_named, when
from resolute.ground.time import VagueDate
from resolute.law.assess import assess
from resolute.law.read import LawBase
from resolute.law.terms import MeasureAnswer, Verdict

__all__ = ["findings"]

JOINED = ("same", "part-of", "fulfils", "answers", "similar")


def findings(
    events: Sequence[PlacedEvent], found: Sequence[Relation], articles: dict[str, Article], base: LawBase
) -> tuple[Finding, ...]:
    """Return the findings, numbered: what may be barred first, then duties kept, then what no measure catches."""
    told = [e for e in events if e.conduct is not None and e.event.status not in ("presupposed", "hypothetical")]
    out = []
    stories = {e.id: _story(e) for e in told}
    joined = [r for r in found if stories.get(r.a) == stories.get(r.b)]
    for group in groups(told, joined, JOINED):
        head = _head(group, base)
        if head.event.negated:
            continue  # nobody here alleges it; the denial stands among the claims
        if head.lines or _accused(head):
            out.append(_finding(head, group, found, articles, base))
    ranked = sorted(out, key=lambda f: (not f.engaged, _rank(f), f.line, f.id))
    return tuple(replace(f, number=n) for n, f in enumerate(ranked, 1))


def _story(e: PlacedEvent) -> tuple[str, bool, bool]:
    """Return what one finding is about: a flow of goods from whatever side, else one act.

    What is refused, and what is said not to be so, is another story than what is done: nobody who tells the one may
    stand among those who tell the other.
    """
    act = family(e) if family(e) == "flow" or e.conduct is None else e.conduct.act
    return act, e.conduct is not None and e.conduct.mode == "refuses", e.event.negated


def _rank(f: Finding) -> int:
    return min((WEIGHT[c.verdict] for c in f.cards), default=len(WEIGHT))


def _accused(e: PlacedEvent) -> bool:
    return any("accuses" in (c.stance, *c.also) for i in e.event.asserted_by if (c := e.claims.get(i)))


def _head(group: Sequence[PlacedEvent], base: LawBase) -> PlacedEvent:
    """Return the event that speaks for a group: the one the law bears on most, told most exactly."""

    def weight(e: PlacedEvent) -> tuple[int, bool, int]:
        strongest = min((WEIGHT[m.verdict] for m in engaged(e.verdicts, base)), default=len(WEIGHT))
        exact = sum(x is not None for x in (e.on, e.conduct and e.conduct.quantity, e.conduct and e.conduct.to))
        return strongest, e.event.negated, -exact

    return min(group, key=weight)


def _finding(
    head: PlacedEvent,
    group: Sequence[PlacedEvent],
    found: Sequence[Relation],
    articles: dict[str, Article],
    base: LawBase,
) -> Finding:
    if head.conduct is None:
        raise AssertionError("a finding is made of conducts only")
    stand = standings(group, articles)
    measures, further = _shown(head, base)
    whole = _any_day(head, base)
    cards = tuple(_card(m, head, whole, base) for m in measures)
    return Finding(
        id=head.id,
        number=0,
        title=heading(head.conduct),
        line=head.lines[0] if head.lines else "none",
        lead=_lead(head, group, articles),
        events=tuple(e.id for e in group),
        on=head.on,
        on_how=head.on_how,
        standings=stand,
        against=_against(group, stand, cards),
        verdicts=head.verdicts,
        cards=cards,
        notes=(*further, *_notes(group, found)),
        missing=_missing(head, [m.id for m in measures], base),
        engaged=bool(measures),
    )


def _lead(head: PlacedEvent, group: Sequence[PlacedEvent], articles: dict[str, Article]) -> tuple[Sentence, ...]:
    """Say what is told, how much, when, and what nobody names."""
    out = []
    for e in group:
        if e.conduct is None:
            continue
        told_by = e.event.asserted_by or e.event.denied_by
        claims = tuple(articles[e.letter].labels[c] for c in told_by if c in articles[e.letter].labels)
        day = f", {when(e.on)}" if e.on is not None else ""
        how_much = f" ({e.event.quantity_span.text})" if e.event.quantity_span else ""
        text = f"{heading(e.conduct)}{how_much}{day}."
        out.append(Sentence(text=text, claims=claims, passages=e.passages, outside=e.outside))
    unnamed = _unnamed(head)
    if unnamed:
        out.append(Sentence(text=f"Nobody names {listed(unnamed, 'or')}."))
    return tuple(out)


def _unnamed(head: PlacedEvent) -> list[str]:
    c = head.conduct
    if c is None:
        return []
    absent = []
    if c.act in ("supply", "procure", "carry", "tranship", "ship-to-ship", "bunker") and not c.vessels:
        absent.append("a ship")
    if head.on is None or not head.on.dated:
        absent.append("a day")
    if c.goods and c.quantity is None:
        absent.append("an amount")
    return absent


CARDS = 6  # of one allegation; what is left out is counted and said


def _shown(head: PlacedEvent, base: LawBase) -> tuple[list[MeasureAnswer], list[Sentence]]:
    """Return the measures to show as cards, and what is said of the others.

    For an act without a day only what still stands is shown: law that ended long ago would hide it.
    """
    measures = engaged(head.verdicts, base)
    if head.on is None:
        standing = [m for m in measures if base.measures[m.id].in_force.end is None]
        measures = tuple(standing) or measures
    rest = measures[CARDS:]
    text = f"{len(rest)} more measures turn on facts that nobody states, first {rest[0].id}." if rest else ""
    return list(measures[:CARDS]), [Sentence(text=text, measures=tuple(m.id for m in rest))] if rest else []


def _card(m: MeasureAnswer, head: PlacedEvent, whole: Verdict | None, base: LawBase) -> LawCard:
    measure = base.measures[m.id]
    instrument = base.instruments[measure.instrument]
    place = measure.citation.paragraph or ""
    paragraph = f", paragraph {place}" if place[:1].isdigit() else f", {place}" if place else ""
    return LawCard(
        measure=m.id,
        heading=f"{instrument.title}{paragraph}",
        rule=measure.rule,
        in_force=since(measure.in_force.start, measure.in_force.end),
        binds=measure.binds,
        exceptions=tuple(x.text for x in measure.exceptions),
        verdict=m.verdict,
        if_true=_if_true(m, head, whole),
        because=tuple({"holds": t.holds, "test": t.test, "found": t.found} for t in m.because),
        citation=m.citation,
        confidence=m.confidence,
        note=_replaced(measure.replaces),
    )


def _replaced(ids: Sequence[str]) -> str:
    return f"Replaced {listed(ids)}" if ids else ""


def _if_true(m: MeasureAnswer, head: PlacedEvent, whole: Verdict | None) -> str:
    """Say for which sides the measure gives this verdict; and since when, for an undated act."""
    states = [
        side.actor.state
        for side, verdict in zip(head.sides, head.verdicts, strict=True)
        if side.actor.state
        and any(x.id == m.id and x.verdict == m.verdict for a in verdict.answers for x in a.direct.measures)
    ]
    whom = f"for {states_named(list(dict.fromkeys(states)))}" if states else ""
    return "; ".join(x for x in (whom, _undated(m, whole)) if x)


def _any_day(head: PlacedEvent, base: LawBase) -> Verdict | None:
    """Return what the law that always answers says to an undated act, part by part, up to the day of our knowledge."""
    if head.conduct is None or head.on is not None or not head.verdicts:
        return None
    known = head.verdicts[0].known
    always = [o.id for o in base.orders.values() if o.always]
    return assess(replace(head.conduct, on=VagueDate.by(known)), base, orders=always, known=known)


def _undated(m: MeasureAnswer, whole: Verdict | None) -> str:
    """Say what the measure would say on the latest days, where the text gives no day. A missing day is never today."""
    if whole is None:
        return ""
    start, last = None, None
    for answer in reversed(whole.answers):
        found = next((x.verdict for x in answer.direct.measures if x.id == m.id), None)
        if found is None or answer.on is None or (last is not None and found != last):
            break
        last, start = found, VagueDate(answer.on).bounds.start
    return f"{last} on any day since {day_words(start)}; the text names no day" if start and last else ""


def _against(group: Sequence[PlacedEvent], stand: Sequence[Standing], cards: Sequence[LawCard]) -> tuple[Sentence, ...]:
    """Return what speaks against the allegation; always something, even when thin."""
    out = [_denials(stand)]
    tellers = list(dict.fromkeys(e.letter for e in group if e.event.status == "narrated"))
    if tellers:
        text = f"Told as fact, with nobody named for it, in {listed([f'article {x}' for x in tellers])}."
        out.append(Sentence(text=text, passages=tuple(p for e in group for p in e.passages[:1])))
    asserting = [s for s in stand if s.stance in ("asserts", "accuses", "reports", "admits")]
    claims = {c.id: c for e in group for c in e.claims.values()}
    if asserting and all(claims[s.claim].speaker.kind in UNNAMED for s in asserting):
        out.append(
            Sentence(
                text="Everybody who says so is unnamed, or only passes it on.", claims=tuple(s.label for s in asserting)
            )
        )
    members = [s for s in asserting if any(_one_of(claims[s.claim], claims[o.claim]) for o in asserting if o is not s)]
    if members:
        text = "One of the sources belongs to a group that is counted here too: two claims, not two witnesses."
        out.append(Sentence(text=text, claims=tuple(s.label for s in members)))
    hedged = [s.label for s in asserting if claims[s.claim].hedged]
    if hedged:
        out.append(Sentence(text="The text itself hedges: the doubt is the reporter's.", claims=tuple(hedged)))
    for card in cards[:1]:
        for text in card.exceptions:
            out.append(Sentence(text=f"The law leaves open: {text}", measures=(card.measure,)))
    return tuple(out)


UNNAMED = ("unnamed-person", "unnamed-group", "unstated", "outlet")


def _one_of(claim: object, group: object) -> bool:
    """Say whether a source is "one of" a group of sources that stands earlier in the text."""
    one = " ".join(s.text for s in claim.source).casefold()  # type: ignore[attr-defined]
    many = " ".join(s.text for s in group.source).casefold()  # type: ignore[attr-defined]
    return one.startswith(("one of the ", "one of them", "another of the ")) and bool(
        set(one.replace(",", " ").split()[2:5]) & set(many.split()[-1:])
    )


def _denials(stand: Sequence[Standing]) -> Sentence:
    denying = [s for s in stand if s.stance == "denies"]
    if not denying:
        return Sentence(text="Nobody here denies it; that nobody is asked is no admission.")
    general = [s for s in denying if s.general]
    who = listed(list(dict.fromkeys(s.who for s in denying)))
    labels = tuple(s.label for s in denying)
    if len(general) == len(denying):
        return Sentence(
            text=f"Denied in general terms by {who}; no words name this act.",
            claims=labels,
        )
    return Sentence(text=f"Denied by {who}.", claims=labels)


def _notes(group: Sequence[PlacedEvent], found: Sequence[Relation]) -> tuple[Sentence, ...]:
    """Return which events of the group are alike without being known to be the same."""
    ids = {e.id for e in group}
    out = [
        Sentence(text=f"Similar, not the same: {r.why.text}.", passages=r.why.passages)
        for r in found
        if r.kind == "similar" and r.a in ids and r.b in ids
    ]
    unique = {s.text: s for s in out}
    return tuple(unique.values())


def _missing(head: PlacedEvent, shown: Sequence[str], base: LawBase) -> tuple[Question, ...]:
    """Return the questions whose answers would turn a measure shown, each once, then what opens lists and tracks."""
    out: dict[str, Question] = {}
    answers = [a for v in head.verdicts for a in v.answers if base.orders[a.order].always]
    for measure in (m for id_ in shown for a in answers for m in a.direct.measures if m.id == id_):
        for m in measure.missing:
            out.setdefault(m.question, Question(text=m.question, decides=m.decides, findings=(head.id,), fact=m.fact))
    c = head.conduct
    if c and not c.vessels and "a ship" in _unnamed(head):
        text = "Which ships, on which days?"
        out.setdefault(text, Question(text=text, decides="opens lists and tracks", findings=(head.id,)))
    return tuple(out.values())
