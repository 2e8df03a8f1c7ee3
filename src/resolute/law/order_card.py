"""A legal order on one card: whom it commands and why, how it counts owners, its texts, its counts, its gaps."""

from __future__ import annotations

from dataclasses import dataclass

from resolute.ground.errors import UnknownWord
from resolute.ground.time import Day
from resolute.law.read import LawBase
from resolute.law.show import Gap, gaps
from resolute.law.terms import Measure

__all__ = ["Binding", "Count", "OrderCard", "Refuser", "TextRow", "order_card"]


@dataclass(frozen=True, slots=True, kw_only=True)
class Binding:
    """One hook by which the order commands somebody: its name, the reason in words, and what would bind without it."""

    hook: str
    why: str
    would: str


@dataclass(frozen=True, slots=True, kw_only=True)
class Refuser:
    """Somebody who must refuse although the order may not command who asks: an insurer, a bank."""

    who: str
    why: str


@dataclass(frozen=True, slots=True, kw_only=True)
class TextRow:
    """An instrument of the order. `measures` counts what this base takes from it; none for drafts and for history."""

    id: str
    kind: str
    title: str
    adopted: Day
    status: str
    measures: int
    confidence: str


@dataclass(frozen=True, slots=True, kw_only=True)
class Count:
    """How many measures of a kind the order holds in this base, and how many of them are in force on its last day."""

    what: str
    measures: int
    in_force: int


@dataclass(frozen=True, slots=True, kw_only=True)
class OrderCard:
    """A legal order whole. `exposes` are measures that may be used later against those whom it does not command."""

    id: str
    title: str
    speaker: str
    clock: str
    known_until: Day
    always: bool
    binds: tuple[Binding, ...]
    ownership: str
    share: float | None
    refusers: tuple[Refuser, ...]
    instruments: tuple[TextRow, ...]
    counts: tuple[Count, ...]
    confirmed: tuple[Count, ...]
    exposes: tuple[tuple[str, str], ...]
    gaps: tuple[Gap, ...]
    note: str
    sources: tuple[str, ...]


def order_card(base: LawBase, order: str) -> OrderCard:
    """Return the card of a legal order. Raises UnknownWord with the orders there are."""
    if order not in base.orders:
        raise UnknownWord((), order, base.orders, "a legal order of the base")
    o = base.orders[order]
    own = base.measures_of(order)
    texts = sorted((i for i in base.instruments.values() if i.order == order), key=lambda i: (i.adopted, i.id))
    return OrderCard(
        id=o.id,
        title=o.title,
        speaker=o.speaker,
        clock=o.clock,
        known_until=o.known_until,
        always=o.always,
        binds=tuple(Binding(hook=h.hook, why=h.why, would=h.would) for h in o.binds),
        ownership=o.ownership.text if o.ownership else "",
        share=o.ownership.share if o.ownership else None,
        refusers=tuple(Refuser(who=v.who, why=v.why) for v in o.via),
        instruments=tuple(
            TextRow(
                id=i.id, kind=i.kind, title=i.title, adopted=i.adopted, status=i.status, confidence=i.confidence,
                measures=sum(m.instrument == i.id for m in own),
            )
            for i in texts
        ),
        counts=_counts(own, o.known_until, "kind"),
        confirmed=_counts(own, o.known_until, "confidence"),
        exposes=tuple((m.id, m.rule) for m in own if m.effect == "exposure"),
        gaps=gaps(base, order=order),
        note=o.note,
        sources=tuple(base.sources[t].page for t in o.sources),
    )  # fmt: skip


def _counts(measures: tuple[Measure, ...], last: Day, of: str) -> tuple[Count, ...]:
    """Count measures by one of their words, in the order in which the words first appear."""
    words = dict.fromkeys(str(getattr(m, of)) for m in measures)
    return tuple(
        Count(
            what=word,
            measures=sum(getattr(m, of) == word for m in measures),
            in_force=sum(getattr(m, of) == word and last in m.in_force for m in measures),
        )
        for word in words
    )
