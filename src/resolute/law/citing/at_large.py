"""Words that cite law at large: "UN sanctions", "American sanctions"; and what became of it: lifted, imposed anew."""

from __future__ import annotations

from resolute.ground.prose import listed
from resolute.law.citing.context import asked_subjects, name_of, other_target, subject_words
from resolute.law.citing.shelf import ACTED, Shelf
from resolute.law.citing.terms import Known, Quoted
from resolute.law.terms import Cited, Measure

__all__ = ["at_large", "by_ending"]

_NAMED_AT_MOST = 4


def at_large(query: Quoted, shelf: Shelf) -> Cited:
    """Resolve to the family of an order, never to one measure.

    The Council's family is one chain of resolutions: right. Those of a State are many instruments of many kinds, so
    that such words stay unresolved to any of them.
    """
    order = query.order or "un"
    family = shelf.family(order)
    if family is None or other_target(query, shelf, order) is not None:
        why = "The sentence names a regime whose measures are not encoded."
        return Cited(as_written=query.words, verdict="unresolved", why=why)
    founded = shelf.get(family.founded_by) if family.founded_by else None
    if founded is None:
        why = f"The words mean {family.title}, and no one instrument of them."
        return Cited(as_written=query.words, verdict="unresolved", why=why, resolves_to=family.id)
    last = _last(shelf, order) or founded
    why = f"The words mean {family.title}: from {name_of(founded)} to {name_of(last)}."
    why += _in_force(query, shelf, order)
    return Cited(as_written=query.words, verdict="right", why=why, resolves_to=family.id)


def _last(shelf: Shelf, order: str) -> Known | None:
    """Return the last text that ordered something new."""
    acted = [k for k in shelf.encoded(order) if k.enacted and any(m.kind in ACTED for m in k.measures)]
    return acted[-1] if acted else None


def _open_measures(query: Quoted, shelf: Shelf, order: str) -> list[Measure]:
    """Return the measures on the subjects of the sentence, or all, whose end nobody has decided."""
    asked = asked_subjects(query, shelf)
    of = [m for k in shelf.encoded(order) if k.enacted for m in (shelf.on_subject(k, asked) if asked else k.measures)]
    return [m for m in of if m.kind in ACTED and m.kind != "reporting" and m.in_force.end is None]


def _in_force(query: Quoted, shelf: Shelf, order: str) -> str:
    asked = asked_subjects(query, shelf)
    measures = _open_measures(query, shelf, order) if asked else []
    if not measures or len(measures) > _NAMED_AT_MOST:
        return ""
    return f" On {subject_words(asked)} in force: {listed(m.id for m in measures)}."


def by_ending(query: Quoted, outcome: str, shelf: Shelf) -> Cited:
    """Hold "lifted", "lapsed" or "imposed anew" against the base: wrong where the measures stand open to this day."""
    order = query.order or "un"
    if other_target(query, shelf, order) is not None or not shelf.encoded(order):
        return at_large(query, shelf)
    measures = _open_measures(query, shelf, order)
    about = f" on {subject_words(asked_subjects(query, shelf))}" if asked_subjects(query, shelf) else ""
    family = shelf.family(order)
    if not measures:
        why = f"No measure{about} of the base is open; which of them the words mean is not said."
        return Cited(as_written=query.words, verdict="unresolved", why=why)
    last = measures[-1]
    known = shelf.get(last.instrument)
    by = name_of(known) if known else last.id
    standing = f"{len(measures)} measures{about} stand, the last of them by {by}"
    if len(measures) == 1:
        standing = f"one measure{about} stands, by {by}"
    told = "so there was nothing to impose anew" if outcome == "reimposed" else "and the base knows of no end to them"
    return Cited(
        as_written=query.words, verdict="wrong", why=f"{_capital(standing)}, {told}.",
        resolves_to=family.id if family else None, fits=last.instrument,
        fits_measure=last.id if len(measures) == 1 else None,
    )  # fmt: skip


def _capital(text: str) -> str:
    return text[:1].upper() + text[1:]
