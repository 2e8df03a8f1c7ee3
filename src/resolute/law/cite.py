"""Words that cite law, and whether they are right: a number, a description, a deadline, a body, sanctions at large.

Nothing is mended: the words of the text stay as they are, and what fits stands beside them with the reason.
"""

from __future__ import annotations

from dataclasses import replace

from resolute.law.citing.at_large import at_large, by_ending
from resolute.law.citing.bodies import by_body
from resolute.law.citing.deadlines import by_deadline
from resolute.law.citing.described import by_description, describes
from resolute.law.citing.drafts import by_draft
from resolute.law.citing.numbered import by_number
from resolute.law.citing.numbers import cited_number_slips
from resolute.law.citing.shelf import Shelf, shelf_of
from resolute.law.citing.tables import named, number_written, words
from resolute.law.citing.terms import Quoted
from resolute.law.terms import Cited

__all__ = ["Quoted", "Shelf", "cite", "cited_number_slips", "shelf_of"]


def cite(query: Quoted, shelf: Shelf) -> Cited:
    """Say which text of law the words mean, and whether what they say of it is right.

    Args:
        query: the words, and what the sentence around them says.
        shelf: the texts of law, from `shelf_of`.

    Returns: `resolves_to` is what the words name, `fits` what their sentence describes where that is another, or where
    the words are off; `verdict` is right, wrong or unresolved; `loose` marks words that are off by a habit of speech
    (the end of a year for a day in it, a clock in Asia). "Right" means that nothing the sentence says speaks against
    it: not that the sentence is true in all else. Source: docs/methods/citations.md.
    """
    if query.kind == "body":
        return by_body(query, shelf)
    if query.kind == "number" and query.number is None:
        query = _read_number(query)
    if query.number is not None and query.due is None:
        return by_number(query, shelf)
    if query.due is not None:
        found = by_deadline(query, shelf)
        if found is not None:
            return _with_number(found, query, shelf)
    outcome = _outcome(query)
    if outcome in ("vetoed", "withheld", "drafted"):
        return by_draft(query, outcome, shelf)
    if outcome in ("lifted", "reimposed"):
        return by_ending(query, outcome, shelf)
    if query.kind == "generic":
        return at_large(query, shelf)
    if describes(query, shelf):
        return by_description(query, shelf)
    return at_large(query, shelf) if query.kind == "description" else _says_nothing(query)


def _outcome(query: Quoted) -> str | None:
    """Return what the sentence says became of the text, in the words of this room."""
    if query.outcome is not None:
        known = words().outcomes
        return next((key for key, said in known.items() if query.outcome == key or query.outcome in said), None)
    found = named(words().outcome_words, query.words) if query.kind == "description" else ()
    return found[0] if found else None


def _with_number(found: Cited, query: Quoted, shelf: Shelf) -> Cited:
    """A deadline beside a number: where the number itself is wrong, that is told first."""
    if query.number is None:
        return found
    by_itself = by_number(query, shelf)
    return by_itself if by_itself.verdict != "right" or found.verdict == "unresolved" else found


def _read_number(query: Quoted) -> Quoted:
    """Take the number from the words themselves, where the reader has not."""
    written = number_written(query.words)
    if written is None:
        return query
    order, number, paragraph = written
    return replace(query, order=query.order or order, number=number, paragraph=query.paragraph or paragraph)


_NOTHING = {
    "anaphor": "The words point back to law named elsewhere, and say nothing of it themselves.",
    "deadline": "The words give no day, and nothing else by which to tell whose deadline it is.",
    "number": "The words give no number that the tables read, and nothing else by which to tell the law.",
}


def _says_nothing(query: Quoted) -> Cited:
    return Cited(as_written=query.words, verdict="unresolved", why=_NOTHING[query.kind])
