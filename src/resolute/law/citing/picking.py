"""Which measure of a text of law the words mean: by subject, paragraph, act and kind, each only where it leaves one."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable, Sequence

from resolute.law.citing.context import asked_subjects
from resolute.law.citing.shelf import ACTED, Shelf
from resolute.law.citing.tables import named, words
from resolute.law.citing.terms import Known, Quoted
from resolute.law.terms import Measure

__all__ = ["by_paragraph", "narrowed", "on_paragraph", "picked"]


def narrowed(measures: Iterable[Measure], query: Quoted) -> tuple[Measure, ...]:
    """Return the measures that the words fit best: those that order something, then by act, then by kind.

    Each test is applied only where it leaves something: "restrictions" names no kind, and drops nothing.
    """
    acts, kinds = set(named(words().acts, query.words)), set(named(words().kinds, query.words))
    tests: list[Callable[[Measure], bool]] = [lambda m: m.kind in ACTED]
    if "report" not in acts:
        tests.append(lambda m: m.kind != "reporting")
    if acts:
        tests.append(lambda m: bool(acts & {*m.acts, *m.omitting}))
    if kinds:
        tests.append(lambda m: m.kind in kinds)
    left = tuple(measures)
    for test in tests:
        left = tuple(m for m in left if test(m)) or left
    return left


def picked(known: Known, query: Quoted, shelf: Shelf) -> Measure | None:
    """Return the one measure of a text of law that the sentence speaks of; None where it names none, or several fit."""
    asked = asked_subjects(query, shelf)
    measures: Sequence[Measure] = shelf.on_subject(known, asked) if asked else known.measures
    if query.paragraph is not None:
        measures = by_paragraph(measures, query.paragraph)
    elif not asked and not named(words().acts, query.words):
        return None
    left = narrowed(measures, query)
    return left[0] if len(left) == 1 else None


def by_paragraph(measures: Sequence[Measure], paragraph: str) -> tuple[Measure, ...]:
    """Return the measures of a paragraph: of exactly this one, else of its sub-paragraphs."""
    asked = _plain(paragraph)
    exact = tuple(m for m in measures if asked in _parts(m))
    if exact or not asked:
        return exact
    inside = re.compile(rf"{re.escape(asked)}(?!\d)")
    return tuple(m for m in measures if any(inside.match(p) for p in _parts(m)))


def on_paragraph(known: Known, query: Quoted) -> tuple[Measure, ...]:
    """Return the measures of the paragraph that the words name; all where they name none."""
    return known.measures if query.paragraph is None else by_paragraph(known.measures, query.paragraph)


def _parts(measure: Measure) -> frozenset[str]:
    """Return the ways of writing the paragraph of a measure: whole, after the number of its part, as its id has it."""
    written = measure.citation.paragraph or ""
    after = written.partition(".")[2]
    own = measure.id.removeprefix(measure.instrument) if measure.id.startswith(measure.instrument) else ""
    return frozenset(_plain(p) for p in (written, after, own) if _plain(p))


def _plain(paragraph: str) -> str:
    """Return a paragraph without its dress: `8ai` for "OP 8(a)(i)"."""
    bare = re.sub(r"^\s*(?:op|operative|paragraph|para|art|article|§)\W*", "", paragraph.lower())
    return re.sub(r"[^0-9a-z]", "", bare)
