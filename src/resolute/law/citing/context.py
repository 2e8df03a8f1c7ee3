"""What a sentence says about the law it means, held piece by piece against a text of law."""

from __future__ import annotations

from collections.abc import Iterable

from resolute.ground.prose import day_words, listed
from resolute.ground.states import state_name
from resolute.ground.time import Day
from resolute.law.citing.dates import Dating, dating, spoken
from resolute.law.citing.shelf import ACTED, Shelf
from resolute.law.citing.tables import named, topics, words
from resolute.law.citing.terms import Known, Piece, Quoted

__all__ = ["asked_subjects", "contradicted", "fits", "name_of", "other_target", "pieces", "subject_words"]


def pieces(known: Known, query: Quoted, shelf: Shelf) -> tuple[Piece, ...]:
    """Hold date, year, target, subject and fate of the sentence against a text of law; the unsaid is left out."""
    made = (_date(known, query, shelf), _year(known, query), _target(known, query, shelf),
            _subject(known, query, shelf), _fate(known, query))  # fmt: skip
    return tuple(p for p in made if p is not None)


def contradicted(held: Iterable[Piece]) -> list[Piece]:
    """Return the pieces that do not agree."""
    return [p for p in held if p.agrees is False]


def fits(held: tuple[Piece, ...]) -> bool:
    """Say whether something agrees and nothing does not."""
    return any(p.agrees for p in held) and not contradicted(held)


def days_of(known: Known) -> list[Day]:
    """Return the days by which a text may date an instrument: adopted, and those on which its measures took effect."""
    starts = {m.in_force.start for m in known.measures if m.in_force.start is not None}
    if known.instrument is not None and known.instrument.in_force_from is not None:
        starts.add(known.instrument.in_force_from)
    return [known.adopted, *sorted(starts - {known.adopted})]


def when(known: Known, query: Quoted, shelf: Shelf) -> Dating | None:
    """Say how the date of the sentence stands to a text of law; None where the sentence bounds no day."""
    if query.dated is None or query.dated.edtf.strip("X-~?%/.") == "":
        return None
    days = days_of(known)
    exact = next((d for d in (dating(query.dated, day) for day in days) if d.agrees), None)
    return exact or dating(query.dated, days[0], ahead=shelf.ahead(known.order))


def _date(known: Known, query: Quoted, shelf: Shelf) -> Piece | None:
    found = when(known, query, shelf)
    if found is None or query.dated is None:
        return None
    return Piece(
        name="date", agrees=found.agrees, said=spoken(query.dated), is_=day_words(known.adopted),
        next_day=found.next_day, yearless=found.yearless,
    )  # fmt: skip


def _year(known: Known, query: Quoted) -> Piece | None:
    if query.year is None:
        return None
    year = known.adopted.year
    return Piece(name="year", agrees=query.year == year, said=str(query.year), is_=str(year))


def _target(known: Known, query: Quoted, shelf: Shelf) -> Piece | None:
    if not query.targets:
        return None
    shared = [s for s in query.targets if s in known.states]
    family = shelf.family(known.order)
    if shared:
        return Piece(name="target", agrees=True, said=_states(shared), is_=known.about)
    if family is not None and family.target in query.targets:
        return Piece(name="target", agrees=False, said=_states([family.target]), is_=known.about)
    return Piece(name="target", agrees=None, said=_states(query.targets), is_=known.about)


def asked_subjects(query: Quoted, shelf: Shelf) -> tuple[str, ...]:
    """Return the subjects of the sentence of which the base knows a measure."""
    return tuple(a for a in query.about if shelf.lines_of(a))


def _subject(known: Known, query: Quoted, shelf: Shelf) -> Piece | None:
    asked = asked_subjects(query, shelf)
    if not asked:
        return None
    agrees = _touches(known, query, asked, shelf)
    return Piece(name="subject", agrees=agrees, said=subject_words(asked), is_=known.about)


def _touches(known: Known, query: Quoted, asked: tuple[str, ...], shelf: Shelf) -> bool:
    """Say whether a text of law is on a subject; where the words say "ban" or "cap", an exemption is not enough."""
    on = shelf.on_subject(known, asked)
    if on:
        return any(m.kind in ACTED for m in on) or not named(words().kinds, query.words)
    subjects = known.instrument.subject if known.instrument else ()
    return any(s in shelf.lines_of(a) for a in asked for s in subjects)


def _fate(known: Known, query: Quoted) -> Piece | None:
    if query.outcome not in ("vetoed", "adopted"):
        return None
    fate = "adopted" if known.enacted else "not adopted"
    return Piece(name="fate", agrees=(query.outcome == "adopted") == known.enacted, said=query.outcome, is_=fate)


def other_target(query: Quoted, shelf: Shelf, order: str) -> str | None:
    """Return the State under another regime of the Council that the sentence names instead; None where it does not."""
    family = shelf.family(order)
    if not query.targets or (family is not None and family.target in query.targets):
        return None
    under = {s for t in topics().values() if t.regime for s in t.states}
    return next((s for s in query.targets if s in under), None)


def name_of(known: Known) -> str:
    """Return the name of a text of law in a sentence: `resolution 2379 of 21 September 2017`."""
    if known.order == "un" and known.number is not None:
        return f"resolution {known.number} of {day_words(known.adopted)}"
    title = known.instrument.title if known.instrument else known.id
    return f"{title} of {day_words(known.adopted)}"


def subject_words(about: Iterable[str]) -> str:
    """Return subjects as words of a sentence."""
    return listed([a.replace("-", " ") if a != "ship-to-ship" else "ship-to-ship transfers" for a in about])


def _states(codes: Iterable[str]) -> str:
    return listed([state_name(c) for c in codes])
