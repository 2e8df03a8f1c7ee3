"""Words that cite law by number: "resolution 2379", "Executive Order 13810", "Announcement No. 40 of 2017"."""

from __future__ import annotations

import re
from dataclasses import replace

from resolute.ground.prose import day_words, listed
from resolute.law.citing.context import (
    asked_subjects,
    contradicted,
    fits,
    name_of,
    other_target,
    pieces,
    subject_words,
)
from resolute.law.citing.numbers import cited_number_slips, one_slip_off
from resolute.law.citing.picking import by_paragraph, narrowed, picked
from resolute.law.citing.shelf import Shelf
from resolute.law.citing.terms import Known, Piece, Quoted
from resolute.law.terms import Cited, Measure

__all__ = ["by_number"]


def by_number(query: Quoted, shelf: Shelf) -> Cited:
    """Hold a number against date, year, target and subject of its sentence.

    Right where nothing disagrees and the number is encoded, or something agrees. Wrong where something disagrees;
    `fits` is then the one text of law a slip away that agrees in everything, or the same text where only its date is
    off. A number the tables do not hold is unresolved, or wrong where its own year rules it out.
    """
    order = query.order or _order_of(query, shelf)
    known = _of_year(shelf.numbered(order, query.number or 0), query)
    if known is None:
        return _not_held(query, order, shelf)
    held = pieces(known, query, shelf)
    wrong = contradicted(held)
    if wrong:
        return _wrong(known, query, held, shelf)
    if query.paragraph is not None:
        return _paragraph(known, query, held, shelf)
    return _agreeing(known, query, held, shelf)


def _order_of(query: Quoted, shelf: Shelf) -> str:
    """Return the order that has the number; the Council where none or several have."""
    having = sorted({k.order for k in shelf.texts if k.number == query.number})
    return having[0] if len(having) == 1 else "un"


def _of_year(known: list[Known], query: Quoted) -> Known | None:
    """Return the text of the year that the sentence names, else the first: announcements begin again each year."""
    dated = query.dated.edtf if query.dated is not None else ""
    of_year = [k for k in known if query.year == k.adopted.year or dated.startswith(str(k.adopted.year))]
    return next(iter(of_year or known), None)


def _agreeing(known: Known, query: Quoted, held: tuple[Piece, ...], shelf: Shelf) -> Cited:
    measure = picked(known, query, shelf)
    resolved = Cited(as_written=query.words, verdict="right", why="", resolves_to=known.id,
                     measure=measure.id if measure else None)  # fmt: skip
    if any(p.agrees for p in held):
        loose = any(p.next_day for p in held)
        return replace(resolved, why=_agrees(known, held), loose=loose)
    elsewhere = _fits_elsewhere(known, query, shelf)
    if elsewhere:
        why = f"{_capital(name_of(known))} is about {known.about}; {_named_instead(query, elsewhere, shelf)}."
        one = elsewhere[0].id if len(elsewhere) == 1 else None
        return replace(resolved, verdict="unresolved", why=why, fits=one)
    if known.instrument is None:
        why = f"{_capital(name_of(known))} is about {known.about}; the sentence says nothing by which to test it."
        return replace(resolved, verdict="unresolved", why=why)
    return replace(resolved, why=f"{_capital(name_of(known))} is known, and nothing in the sentence speaks against it.")


def _fits_elsewhere(known: Known, query: Quoted, shelf: Shelf) -> list[Known]:
    """Return the texts a slip away that are about the State the sentence names, where this one is not."""
    if other_target(query, shelf, known.order) is None:
        return []
    return _near(known.number or 0, known.order, query, shelf)


def _named_instead(query: Quoted, near: list[Known], shelf: Shelf) -> str:
    held = [p.said for p in pieces(near[0], query, shelf) if p.agrees]
    these = listed((str(k.number) for k in near), "or")
    return f"the sentence speaks of {listed(held)}, and one slip away stands {these}, which is about that"


def _agrees(known: Known, held: tuple[Piece, ...]) -> str:
    agreed = [p for p in held if p.agrees]
    said = f"{_capital(name_of(known))} agrees with what the sentence says: {listed(p.said for p in agreed)}."
    if any(p.next_day for p in agreed):
        return f"{said} The day is counted by a clock ahead of New York, where it was {day_words(known.adopted)}."
    return f"{said} The year comes from the law, not from the text." if any(p.yearless for p in agreed) else said


def _wrong(known: Known, query: Quoted, held: tuple[Piece, ...], shelf: Shelf) -> Cited:
    near = _near(query.number or 0, known.order, query, shelf)
    resolved = Cited(as_written=query.words, verdict="wrong", why="", resolves_to=known.id)
    differs = _differs(known, held)
    if len(near) == 1:
        return _fitting(resolved, near[0], query, shelf, f"{differs} {_that_is(near[0], query)}")
    if near:
        these = listed((f"{k.number} ({day_words(k.adopted)})" for k in near), "and")
        return replace(resolved, why=f"{differs} One slip away and fitting: {these}; the sentence does not say which.")
    if _only_date_off(held) and not _described_otherwise(known, query, shelf):
        return _fitting(resolved, known, query, shelf, f"{differs} The number agrees with the rest of the sentence.")
    return replace(resolved, why=f"{differs} No text of law one slip away fits.{_described_words(query, shelf, known)}")


def _near(number: int, order: str, query: Quoted, shelf: Shelf) -> list[Known]:
    """Return the texts of the order one slip from the number that fit all that the sentence says."""
    close = [k for n in one_slip_off(number, shelf.numbers(order)) for k in shelf.numbered(order, n)]
    fitting = [k for k in close if fits(pieces(k, query, shelf))]
    if other_target(query, shelf, order) is None:
        return fitting
    return [k for k in fitting if any(s in k.states for s in query.targets)]


def _differs(known: Known, held: tuple[Piece, ...]) -> str:
    """Say what the cited text is and in what the sentence does not agree with it."""
    off = contradicted(held)
    if known.instrument is not None and all(p.name == "subject" for p in off):
        return f"{_capital(name_of(known))} has no measure on {off[0].said}."
    told = f"{_capital(name_of(known))} is about {known.about}"
    if {p.name for p in off} <= {"date", "year"}:
        told = f"{_named(known)} was adopted on {day_words(known.adopted)}"
    return f"{told}; the sentence speaks of {listed(_said(p) for p in off)}."


def _named(known: Known) -> str:
    return _capital(name_of(known).removesuffix(f" of {day_words(known.adopted)}"))


def _said(piece: Piece) -> str:
    return {"fate": f"a text that was {piece.said}"}.get(piece.name, piece.said)


def _that_is(known: Known, query: Quoted) -> str:
    slip = cited_number_slips(query.number or 0, known.number or 0)
    return f"That fits {known.number}, adopted on {day_words(known.adopted)}: {slip}."


def _fitting(resolved: Cited, known: Known, query: Quoted, shelf: Shelf, why: str) -> Cited:
    measure = picked(known, query, shelf)
    return replace(resolved, why=why, fits=known.id, fits_measure=measure.id if measure else None)


def _only_date_off(held: tuple[Piece, ...]) -> bool:
    """Say whether nothing but date or year disagrees, and something else agrees."""
    off = {p.name for p in contradicted(held)}
    return off <= {"date", "year"} and any(p.agrees for p in held if p.name in ("target", "subject"))


def _described_otherwise(known: Known | None, query: Quoted, shelf: Shelf) -> list[Known]:
    """Return the encoded texts other than this one that fit all that the sentence says but its number."""
    order = known.order if known is not None else query.order or "un"
    others = [k for k in shelf.encoded(order) if known is None or k.id != known.id]
    return [k for k in others if k.enacted and fits(pieces(k, query, shelf))]


def _described_words(query: Quoted, shelf: Shelf, known: Known | None) -> str:
    others = _described_otherwise(known, query, shelf)
    if not others or len(others) > 4:
        return ""
    return f" What the sentence describes: {listed((name_of(k) for k in others), 'or')}."


def _paragraph(known: Known, query: Quoted, held: tuple[Piece, ...], shelf: Shelf) -> Cited:
    """Hold a paragraph against the subject of the sentence, where the number itself agrees."""
    cited = _agreeing(known, query, held, shelf)
    named = by_paragraph(known.measures, query.paragraph or "") or _by_section(known, query, shelf)
    if not named:
        lacks = f"The base holds no paragraph {query.paragraph} of {name_of(known)}."
        return replace(cited, verdict="unresolved", measure=None, why=f"{cited.why} {lacks}")
    asked = asked_subjects(query, shelf)
    on = shelf.on_subject(known, asked)
    if not asked or not on or any(m in on for m in named):
        best = narrowed(named, query)
        return replace(cited, measure=best[0].id if len(best) == 1 else None)
    left = narrowed(on, query)
    fitting = left[0].id if len(left) == 1 else None
    why = (f"Paragraph {query.paragraph} of {name_of(known)} is about {subject_words({m.line: None for m in named})}; "
           f"on {subject_words(asked)} it is {listed((m.id for m in left), 'or')}.")  # fmt: skip
    return replace(cited, verdict="wrong", why=why, measure=named[0].id, fits=known.id, fits_measure=fitting)


def _by_section(known: Known, query: Quoted, shelf: Shelf) -> tuple[Measure, ...]:
    """Return the measures of other texts that cite a section of this one: the rule of an order, put in a regulation."""
    section = re.compile(rf"(?<![\d.]){known.number}\.{re.escape(query.paragraph or '')}(?!\d)")
    measures = [m for k in shelf.encoded(known.order) for m in k.measures]
    return tuple(m for m in measures if section.search(m.citation.paragraph or ""))


def _not_held(query: Quoted, order: str, shelf: Shelf) -> Cited:
    number, numbers = query.number or 0, shelf.numbers(order)
    if not numbers:
        why = f"The base holds no numbered text of the order `{order}`."
        return Cited(as_written=query.words, verdict="unresolved", why=why)
    near = _near(number, order, query, shelf)
    verdict, why = "unresolved", f"The base holds no text numbered {number} of the order `{order}`."
    if order == "un":
        verdict, why = _outside(number, numbers, query, shelf)
    if len(near) == 1:
        cited = Cited(as_written=query.words, verdict=verdict, why="")
        return _fitting(cited, near[0], query, shelf, f"{why} {_that_is(near[0], query)}")
    if near:
        why += f" One slip away and fitting: {listed((str(k.number) for k in near), 'and')}."
    elif verdict == "wrong":
        why += _described_words(query, shelf, None)
    return Cited(as_written=query.words, verdict=verdict, why=why)


def _outside(number: int, numbers: list[int], query: Quoted, shelf: Shelf) -> tuple[str, str]:
    """Say why a number is not held; wrong where the resolutions of the year of the sentence have other numbers."""
    of_year = _numbers_of_year(query, shelf)
    if of_year and not of_year[0] <= number <= of_year[-1]:
        year = shelf.numbered("un", of_year[0])[0].adopted.year
        return "wrong", f"The resolutions of {year} have the numbers {of_year[0]} to {of_year[-1]}; {number} is none."
    if number < numbers[0]:
        first = day_words(shelf.numbered("un", numbers[0])[0].adopted)
        return "unresolved", f"The table of resolutions begins with {numbers[0]} of {first}; {number} lies before it."
    if number > numbers[-1]:
        last = day_words(shelf.numbered("un", numbers[-1])[0].adopted)
        return "unresolved", f"The table of resolutions ends with {numbers[-1]} of {last}; {number} lies beyond it."
    return "unresolved", f"The table of resolutions has no row {number}."


def _numbers_of_year(query: Quoted, shelf: Shelf) -> list[int]:
    """Return the numbers of the year the sentence names, where the table holds that year and the next."""
    bounds = query.dated.bounds if query.dated else None
    year = query.year
    if year is None and bounds and bounds.start and bounds.end and bounds.start.year == bounds.end.year:
        year = bounds.start.year
    years = {k.adopted.year for k in shelf.texts if k.order == "un" and k.number is not None}
    if year is None or year + 1 not in years or year - 1 not in years:
        return []
    return sorted(k.number for k in shelf.texts if k.order == "un" and k.number and k.adopted.year == year)


def _capital(text: str) -> str:
    return text[:1].upper() + text[1:]
