"""Deadlines: the last day a text gives, held against the day on which a duty or a wind-down of the law runs out."""

from __future__ import annotations

import calendar
from collections.abc import Iterator
from dataclasses import dataclass
from datetime import timedelta

from resolute.ground.prose import day_words, listed
from resolute.ground.time import Day, VagueDate
from resolute.law.citing.context import asked_subjects, contradicted, pieces, subject_words
from resolute.law.citing.dates import spoken
from resolute.law.citing.picking import by_paragraph, narrowed
from resolute.law.citing.shelf import Shelf
from resolute.law.citing.tables import named, words
from resolute.law.citing.terms import Known, Quoted
from resolute.law.terms import Cited, Measure

__all__ = ["by_deadline"]

_LOOSE_DAYS = 366  # a text that speaks of a year may be a year early and mean the same deadline


@dataclass(frozen=True, slots=True)
class Due:
    """A day on which something of a measure runs out: the duty itself, or a window of an older contract."""

    known: Known
    measure: Measure
    day: Day
    window: bool


def by_deadline(query: Quoted, shelf: Shelf) -> Cited | None:
    """Hold the deadline of a text against those of the law; None where the words give no deadline to compare.

    Equal is right. Another day is wrong; it is loose where the text speaks of a year's or a month's end and the law of
    a day in it. The day of the law stands in the reason and is never put in the place of the text's.
    """
    given = _last_day(query.due)
    if query.due is None or given is None:
        return None
    found = list(_deadlines(query, shelf))
    exact = _best([d for d in found if d.day == given], query)
    if exact is not None and not _coarse(query.due):
        return _cited(query, exact, "right", f"The deadline of {exact.measure.id} is {day_words(exact.day)}.")
    meant = exact or _best(found, query) if asked_subjects(query, shelf) or query.number is not None else exact
    if meant is None:
        return _unresolved(query, found, given)
    return _compared(query, meant, given, shelf)


def _last_day(due: VagueDate | None) -> Day | None:
    """Return the last day that a deadline may mean; None for one that has no end."""
    return due.bounds.end if due is not None else None


def _deadlines(query: Quoted, shelf: Shelf) -> Iterator[Due]:
    """Yield the deadlines of the texts that the sentence does not rule out, on the subjects it names."""
    order, asked = query.order or "un", asked_subjects(query, shelf)
    for known in shelf.encoded(order):
        if not known.enacted or (query.number is not None and known.number != query.number):
            continue
        if query.number is None and contradicted(pieces(known, query, shelf)):
            continue
        measures = shelf.on_subject(known, asked) if asked else known.measures
        for measure in by_paragraph(measures, query.paragraph) if query.paragraph else measures:
            if measure.due is not None:
                yield Due(known, measure, measure.due, False)
            for window in measure.windows:
                yield Due(known, measure, window.until, True)


def _best(found: list[Due], query: Quoted) -> Due | None:
    """Return the one deadline the words mean: duties before windows, then by act and kind; None where several stay."""
    for left in ([d for d in found if not d.window], found):
        fitting = narrowed([d.measure for d in left], query)
        days = {(d.known.id, d.day): d for d in reversed(left) if d.measure in fitting}
        if len(days) == 1:
            return next(iter(days.values()))
        if days:
            return None
    return None


def _compared(query: Quoted, meant: Due, given: Day, shelf: Shelf) -> Cited:
    due = query.due or VagueDate.on(given)
    if shelf.ahead(meant.known.order) and given == meant.day + timedelta(days=1) and not _coarse(due):
        why = f"The deadline of {meant.measure.id} is {day_words(meant.day)} in New York; the text counts a day ahead."
        return _cited(query, meant, "right", why, loose=True)
    days = (given - meant.day).days
    loose = _coarse(due) and abs(days) <= _LOOSE_DAYS
    how = f"{abs(days)} day{'' if abs(days) == 1 else 's'} {'later' if days > 0 else 'earlier'}" if days else "the same"
    why = f'The deadline of {meant.measure.id} is {day_words(meant.day)}; "{spoken(due)}" ends {how}.'
    if not days:
        why = f'The deadline of {meant.measure.id} is {day_words(meant.day)}; "{spoken(due)}" is less exact.'
    return _cited(query, meant, "wrong", why, loose=loose, fitting=True)


def _coarse(due: VagueDate) -> bool:
    """Say whether a deadline names a month or a year, or the first or last day of one, rather than a day within."""
    part = due.edtf.rpartition("/")[2]
    if len(part.strip("~?%")) < len("2019-12-22"):
        return True
    day = _last_day(due)
    return day is not None and (day.day == 1 or day.day == calendar.monthrange(day.year, day.month)[1])


def _cited(query: Quoted, meant: Due, verdict: str, why: str, *, loose: bool = False, fitting: bool = False) -> Cited:
    return Cited(
        as_written=query.words, verdict=verdict, why=why, resolves_to=meant.known.id, measure=meant.measure.id,
        fits=meant.known.id if fitting else None, fits_measure=meant.measure.id if fitting else None, loose=loose,
    )  # fmt: skip


def _unresolved(query: Quoted, found: list[Due], given: Day) -> Cited:
    wanted = subject_words(query.about) or listed(named(words().acts, query.words)) or "this subject"
    near = sorted({(d.day, d.measure.id) for d in found if abs((d.day - given).days) <= _LOOSE_DAYS})
    these = listed((f"{day_words(day)} ({id_})" for day, id_ in near[:4]), "or")
    why = f"No one deadline of the law base on {wanted} fits {day_words(given)}."
    return Cited(as_written=query.words, verdict="unresolved", why=f"{why} Near it: {these}." if near else why)
