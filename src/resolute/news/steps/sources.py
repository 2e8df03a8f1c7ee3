"""The words that name who speaks: the subject of a cue, before it or behind it."""

from __future__ import annotations

from dataclasses import replace

from resolute.news.draft import CueAt, Draft, Line
from resolute.news.grammar.behind import may_invert, right_end
from resolute.news.grammar.subjects import left_subject
from resolute.news.language import Language

__all__ = ["ADDS", "NEEDS", "mark_sources"]

NEEDS, ADDS = {"lines"}, {"subjects"}


def mark_sources(draft: Draft, _: Language) -> Draft:
    """Add to each cue of each line the stretch that names its speaker."""
    lines = [
        Line(line.period, line.words, line.tags, tuple([_with_subject(line, cue) for cue in line.cues]))
        for line in draft.lines
    ]
    return replace(draft, lines=tuple(lines))


def _with_subject(line: Line, cue: CueAt) -> CueAt:
    """Return the cue with its subject: behind it where it may be inverted, else before it."""
    if cue.form in ("hedge", "noun", "passive", "participle", "as"):
        return cue
    if cue.form in ("according", "reported by"):
        begin = cue.end if cue.form == "according" else cue.end + 1
        end = right_end(line, begin)
        return _cue_of(cue, (begin, end) if end > begin else None, inverted=True)
    if cue.form == "finite" and may_invert(line, cue):
        end = right_end(line, cue.end)
        if end > cue.end:
            return _cue_of(cue, (cue.end, end), inverted=True)
    return _cue_of(cue, left_subject(line, cue.start), inverted=False)


def _cue_of(cue: CueAt, subject: tuple[int, int] | None, *, inverted: bool) -> CueAt:
    return CueAt(
        cue.entry, cue.form, cue.start, cue.head, cue.end, cue.negated, cue.modal, cue.hedged, subject, inverted
    )
