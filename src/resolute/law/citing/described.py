"""Words that describe law: "the resolution prohibiting the hiring of workers", "the Council banned coal in August"."""

from __future__ import annotations

from dataclasses import dataclass, replace
from datetime import timedelta

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
from resolute.law.citing.dates import spoken
from resolute.law.citing.drafts import drafts_fitting
from resolute.law.citing.picking import narrowed
from resolute.law.citing.shelf import ACTED, Shelf
from resolute.law.citing.tables import named, says, words
from resolute.law.citing.terms import Known, Piece, Quoted
from resolute.law.terms import Cited, Measure

__all__ = ["by_description", "describes"]

_NAMED_AT_MOST = 4  # candidates named in a reason; more are no help to a reader
_YEARLESS_DAYS = 400  # a month without a year is the last such month, give or take the days since


@dataclass(frozen=True, slots=True)
class Found:
    """A text of law that fits, and the measures of it that fit."""

    known: Known
    measures: tuple[Measure, ...]


def describes(query: Quoted, shelf: Shelf) -> bool:
    """Say whether the words give anything by which one text of law could be told from another."""
    given = (query.year, query.dated, named(words().acts, query.words))
    return any(given) or bool(asked_subjects(query, shelf)) or _ordinal(query) is not None


def by_description(query: Quoted, shelf: Shelf) -> Cited:
    """Find the text of law and the measure by day, subject, kind of act and order in time.

    Right where one text fits. Wrong where the day and the subject each fit a text, but never the same one, or where
    only a draft fits. Unresolved, with the candidates, where several fit or none does. A year that the text does not
    name and the law does is said to come from the law.
    """
    order = query.order or "un"
    elsewhere = other_target(query, shelf, order)
    if elsewhere is not None:
        return _of_another_regime(query, shelf)
    if not shelf.encoded(order):
        return _open(query, f"The base holds no text of the order `{order}`.")
    dated = [k for k in shelf.encoded(order) if k.enacted and not contradicted(pieces(k, query, shelf))]
    dated = [k for k in dated if _recent(k, query)]
    if not dated:
        return _nothing_fits(query, shelf, order)
    found = _ordered(_narrowed(dated, query, shelf), query, shelf, order)
    if len(found) > 1:
        found = _in_force(found, query) or found
    if len(found) == 1:
        return _resolved(query, found[0], shelf, order)
    these = listed((_listed(f) for f in found[:_NAMED_AT_MOST]), "or")
    more = f" and {len(found) - _NAMED_AT_MOST} more" if len(found) > _NAMED_AT_MOST else ""
    return _open(query, f"Several fit: {these}{more}. The sentence does not say which.")


def _ordinal(query: Quoted) -> str | None:
    return next((w for w in ("first", "last") if says(getattr(words(), w), query.words)), None)


def _recent(known: Known, query: Quoted) -> bool:
    """Say whether a day without a year can be this one: not after the words were said, and not long before."""
    last = query.said.bounds.end if query.said else None
    if last is None:
        return True
    if query.dated is None or "XXXX" not in query.dated.edtf:
        return known.adopted <= last
    return known.adopted <= last <= known.adopted + timedelta(days=_YEARLESS_DAYS)


def _narrowed(candidates: list[Known], query: Quoted, shelf: Shelf) -> list[Found]:
    """Return the candidates with the measures that fit best over all of them, so that one ban outdoes two caps."""
    asked = asked_subjects(query, shelf)
    of = {m.id: k for k in candidates for m in (shelf.on_subject(k, asked) if asked else k.measures)}
    measures = [m for k in candidates for m in k.measures if m.id in of]
    if not asked and not named(words().acts, query.words):
        return [Found(k, ()) for k in _with_measures(candidates)]
    best = narrowed(measures, query)
    fitting = [Found(k, tuple(m for m in best if m.instrument == k.id)) for k in candidates]
    return [f for f in fitting if f.measures] or [Found(k, ()) for k in candidates]


def _with_measures(candidates: list[Known]) -> list[Known]:
    """Return those that order something new; all where none does. Renewals of a mandate are no sanctions."""
    return [k for k in candidates if any(m.kind in ACTED for m in k.measures)] or candidates


def _ordered(found: list[Found], query: Quoted, shelf: Shelf, order: str) -> list[Found]:
    """Return the first or the last of them where the words say so; else all."""
    ordinal, family = _ordinal(query), shelf.family(order)
    if ordinal == "last" and found:
        return [found[-1]]
    if ordinal != "first" or not found:
        return found
    begun = [f for f in found if family is None or f.known.id not in family.forerunners]
    return [(begun or found)[0]]


def _in_force(found: list[Found], query: Quoted) -> list[Found]:
    """Return those with a measure in force on every day on which the words may have been said."""
    if query.said is None or query.dated is not None or query.year is not None:
        return []
    said = query.said.bounds
    left = [Found(f.known, tuple(m for m in f.measures if said.within(m.in_force))) for f in found]
    return [f for f in left if f.measures]


def _resolved(query: Quoted, found: Found, shelf: Shelf, order: str) -> Cited:
    held = pieces(found.known, query, shelf)
    measure = found.measures[0] if len(found.measures) == 1 else None
    kinds = named(words().kinds, query.words)
    off = bool(measure and kinds and measure.kind not in kinds)
    why = f"{_capital(_listed(found))} fits what the sentence says: {_ground(query, held)}."
    why += _year_note(found.known, held) + _others(query, found, shelf, order)
    if off and measure is not None:
        why += f" The sentence speaks of a {kinds[0].replace('-', ' ')}; the measure is a {measure.kind}."
    loose = off or any(p.next_day for p in held)
    fitting = found.known.id if off else None
    return Cited(
        as_written=query.words, verdict="wrong" if off else "right", why=why, resolves_to=found.known.id,
        measure=measure.id if measure else None, fits=fitting, fits_measure=measure.id if off and measure else None,
        loose=loose,
    )  # fmt: skip


def _ground(query: Quoted, held: tuple[Piece, ...]) -> str:
    """Return what agreed, in words."""
    said = [p.said for p in held if p.agrees]
    acts = [words().act_words[a] for a in named(words().acts, query.words)]
    ordinal = _ordinal(query)
    return listed([*said, *acts, *([f"the {ordinal} one"] if ordinal else [])]) or "the target named"


def _year_note(known: Known, held: tuple[Piece, ...]) -> str:
    if any(p.yearless and p.agrees for p in held):
        return f" The text names no year; {known.adopted.year} comes from the law base."
    if any(p.next_day for p in held):
        return f" The text counts the day by a clock ahead of New York, where it was {day_words(known.adopted)}."
    return ""


def _others(query: Quoted, found: Found, shelf: Shelf, order: str) -> str:
    """Name what else is in force on the subject, for one who asks what binds today."""
    asked = asked_subjects(query, shelf)
    if not asked or not found.measures:
        return ""
    others = [k for k in shelf.encoded(order) if k.enacted and k.id != found.known.id]
    on = [m for k in others for m in shelf.on_subject(k, asked) if m.in_force.end is None]
    lines = {m.line for m in found.measures}
    also = [m.id for m in on if m.kind in ACTED and m.kind != "reporting" and m.line in lines]
    return f" See also {listed(also[:3])}." if also else ""


def _of_another_regime(query: Quoted, shelf: Shelf) -> Cited:
    """Find a resolution on another State in the table by its day; the base holds no measure of it."""
    given = query.dated is not None or query.year is not None
    found = [k for k in shelf.texts if k.order == "un" and fits(pieces(k, query, shelf))] if given else []
    found = [k for k in found if any(s in k.states for s in query.targets)]
    if len(found) == 1:
        why = f"Only {name_of(found[0])}, on {found[0].about}, fits; the base holds none of its measures."
        return Cited(as_written=query.words, verdict="right", why=why, resolves_to=found[0].id)
    these = listed((str(k.number) for k in found[:_NAMED_AT_MOST]), "or")
    few = f" By day and State it may be {these}." if 0 < len(found) <= _NAMED_AT_MOST else ""
    return _open(query, f"The sentence names a State under another regime, whose measures are not encoded.{few}")


def _nothing_fits(query: Quoted, shelf: Shelf, order: str) -> Cited:
    """Say why no text of law fits: a draft does, or the day and the subject fit different ones."""
    drafts = drafts_fitting(query, shelf) if query.dated or query.year else []
    if len(drafts) == 1 and not asked_subjects(query, shelf):
        why = f"No text of law of that day is known; {name_of(drafts[0])} was never adopted."
        return Cited(as_written=query.words, verdict="wrong", why=why, fits=drafts[0].id)
    undated = replace(query, dated=None, year=None)
    on = [k for k in shelf.encoded(order) if k.enacted and not contradicted(pieces(k, undated, shelf))]
    found = _narrowed(on, undated, shelf) if asked_subjects(query, shelf) else []
    these = listed((_listed(f) for f in found[:_NAMED_AT_MOST]), "or")
    day = spoken(query.dated) if query.dated else str(query.year) if query.year else "that day"
    if not found:
        return _open(query, f"No text of the order `{order}` that the base holds fits {day}.")
    about = subject_words(asked_subjects(query, shelf))
    if any(not contradicted(pieces(f.known, query, shelf)) for f in found):
        return _open(query, f"On {about} the base holds {these}, but not within a year before the words were said.")
    why = f"No measure on {about} fits {day}. On {about} the base holds {these}."
    one = found[0] if len(found) == 1 else None
    measure = one.measures[0].id if one and len(one.measures) == 1 else None
    return Cited(
        as_written=query.words, verdict="wrong", why=why, fits=one.known.id if one else None, fits_measure=measure,
    )  # fmt: skip


def _listed(found: Found) -> str:
    """Return a candidate in a list: its measure where there is one, and its day."""
    if len(found.measures) == 1:
        return f"{found.measures[0].id} ({day_words(found.known.adopted)})"
    return name_of(found.known)


def _open(query: Quoted, why: str) -> Cited:
    return Cited(as_written=query.words, verdict="unresolved", why=why)


def _capital(text: str) -> str:
    return text[:1].upper() + text[1:]
