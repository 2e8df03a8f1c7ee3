"""Drafts: texts that were vetoed, or never put to a vote, and the words that call them something else."""

from __future__ import annotations

from resolute.ground.prose import day_words
from resolute.law.citing.context import contradicted, pieces
from resolute.law.citing.dates import spoken
from resolute.law.citing.shelf import Shelf
from resolute.law.citing.tables import says, words
from resolute.law.citing.terms import Known, Quoted
from resolute.law.terms import Cited

__all__ = ["by_draft", "drafts_fitting"]


def drafts_fitting(query: Quoted, shelf: Shelf) -> list[Known]:
    """Return the texts that never became law and fit the day of the sentence, and its subject where one of them does.

    What a draft would have changed is told in few words; a subject that none of them names rules none out.
    """
    drafts = [k for k in shelf.encoded(query.order or "un") if not k.enacted]
    of_day = [k for k in drafts if not _off(k, query, shelf) & {"date", "year", "target"}]
    return _on_subject(of_day, query, shelf) or of_day


def _off(known: Known, query: Quoted, shelf: Shelf) -> set[str]:
    return {p.name for p in contradicted(pieces(known, query, shelf))}


def _on_subject(drafts: list[Known], query: Quoted, shelf: Shelf) -> list[Known]:
    return [k for k in drafts if any(p.name == "subject" and p.agrees for p in pieces(k, query, shelf))]


def by_draft(query: Quoted, outcome: str, shelf: Shelf) -> Cited:
    """Find the draft that the words speak of: put to a vote (`vetoed`, `withheld`), or only circulated (`drafted`).

    "Vetoed" said of a vetoed draft is right. Words that tell a veto as a choice not to pass, or a draft as a
    resolution, are wrong in their wording; the draft fits.
    """
    voted = outcome in ("vetoed", "withheld")
    found = [k for k in drafts_fitting(query, shelf) if _vote(k)] if voted else _drafted(query, shelf)
    if not found:
        why = f"The base holds no draft that was {'put to a vote' if voted else 'circulated'} and fits the sentence."
        return Cited(as_written=query.words, verdict="unresolved", why=why)
    if outcome == "withheld" or (outcome == "drafted" and _called_law(query)):
        return _worded(query, found, outcome, shelf)
    if len(found) == 1:
        why = f"{_told(found[0])}; the sentence says so."
        return Cited(as_written=query.words, verdict="right", why=why, resolves_to=found[0].id)
    why = f"Several drafts fit: {'; '.join(_told(k) for k in found)}. The sentence does not say which."
    return Cited(as_written=query.words, verdict="unresolved", why=why)


def _drafted(query: Quoted, shelf: Shelf) -> list[Known]:
    """Return the drafts that fit day and subject, those never voted on first; else those of whatever day.

    Who drafts a text may see it voted down: a draft of the very day is meant, voted on or not.
    """
    drafts = [k for k in shelf.encoded(query.order or "un") if not k.enacted]
    unvoted = [k for k in drafts if not _vote(k)]
    fitting = [k for k in drafts if not _off(k, query, shelf) - {"fate"}]
    if query.dated is not None or query.year is not None:
        return [k for k in fitting if not _vote(k)] or fitting or _on_subject(unvoted, query, shelf) or unvoted
    return _on_subject(unvoted, query, shelf) or unvoted


def _worded(query: Quoted, found: list[Known], outcome: str, shelf: Shelf) -> Cited:
    """The draft is there, the words for it are not right."""
    if outcome == "withheld":
        story = (
            "It was put to the vote and stopped by a veto: nobody refrained"
            if len(found) == 1
            else "The sentence does not say which"
        )
    else:
        story = "No resolution came of it" if len(found) == 1 else "No resolution came of either"
    off = _days_off(query, found, shelf)
    why = f"{'; '.join(_told(k) for k in found)}. {story}.{off}"
    one = found[0].id if len(found) == 1 else None
    fitting = found[-1].id if outcome == "drafted" else one  # a later draft of the same authors revises the earlier
    return Cited(as_written=query.words, verdict="wrong", why=why, resolves_to=one, fits=fitting)


def _days_off(query: Quoted, found: list[Known], shelf: Shelf) -> str:
    wrong = [p for k in found for p in contradicted(pieces(k, query, shelf)) if p.name in ("date", "year")]
    if not wrong or query.dated is None:
        return ""
    return f' The sentence puts it at "{spoken(query.dated)}", which is another time.'


def _vote(known: Known) -> str | None:
    return known.instrument.vote if known.instrument else None


def _told(known: Known) -> str:
    """Return what became of a draft: "Draft S/2022/431 failed on 26 May 2022 by 13-2-0 ..."."""
    title = known.instrument.title if known.instrument else known.id
    if _vote(known):
        return f"{title}, failed on {day_words(known.adopted)} by {_vote(known)} (for, against, abstaining)"
    return f"{title}, was never put to a vote"


def _called_law(query: Quoted) -> bool:
    """Say whether the words call it a resolution and not a draft of one."""
    return says(words().called_law, query.words) and not says(words().called_draft, query.words)
