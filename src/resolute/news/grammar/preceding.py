"""What stands before a reporting clause: "Q," S said; C, S said."""

from __future__ import annotations

from resolute.news.draft import CueAt, Line
from resolute.news.grammar.behind import phrase_end
from resolute.news.grammar.following import After, strip
from resolute.news.grammar.handed import Stretch
from resolute.news.grammar.verbs import SIGN, finite_at, is_clause
from resolute.news.tags import (
    ADV,
    CAP,
    COLON,
    COMMA,
    DASH,
    DET,
    ING,
    MARK,
    OBJ,
    OPEN,
    PREP,
    QUOTED,
    REL,
    STOP,
    SUB,
    SUBJ,
    TIME,
    TO,
)

__all__ = ["clause_begin", "content_before", "passed_on", "skip_occasion"]


def content_before(line: Line, cue: CueAt, after: After | None, used: set[int]) -> tuple[Stretch, ...]:
    """Return the statement that stands before its reporting clause, with what goes on behind it."""
    tags = line.tags
    first = cue.subject[0] if cue.subject and not cue.inverted else cue.start
    last = cue.subject[1] if cue.subject and cue.inverted else cue.end
    if first == 0 or cue.entry is None or cue.form not in ("finite",):
        return ()
    end = first
    if end > 1 and line.words[end - 1] == "as":  # "Q," as S put it; C, as S noted
        end -= 1
    while end > 0 and tags[end - 1] & (COMMA | DASH | MARK):
        end -= 1
    parted = end < first and bool(tags[end] & (COMMA | DASH | MARK))
    if end == 0:
        return ()
    quoted = bool(tags[end - 1] & QUOTED)
    if tags[first] & REL and not tags[first] & SUBJ:
        return ()
    if quoted and (end - 1 in used or not {"quote", "tail"} & cue.entry.frames):
        return ()
    if not quoted and not (parted and "tail" in cue.entry.frames):
        return ()
    if not quoted and (tags[first] & REL or (after is not None and after.kind not in ("clause", "object"))):
        return ()
    rest = skip_occasion(line, last)
    closes = rest >= len(tags) or bool(tags[rest] & (STOP | QUOTED | COLON))
    if not quoted and not closes and not tags[rest] & (COMMA | DASH):
        return ()
    if not quoted and after is not None and rest > after.begin:
        told = cue.entry is not None and after.kind == "object" and "np-that" in cue.entry.frames
        if not (told and closes):
            return ()
    if quoted and after is not None and after.kind in ("that",) and not cue.inverted:
        return ()
    begin = end - 1 if quoted else clause_begin(line, end - 1)
    if not quoted and (begin >= end or not is_clause(line, begin, end)) and not _goes_on(line, rest):
        return ()
    content = [(begin, end)]
    content += _resumed(line, rest, quoted, used)
    return tuple(content)


def passed_on(line: Line, cue: CueAt, used: set[int]) -> tuple[Stretch, ...]:
    """Return a quotation that another cue has handed over and this one passes on: "Q," S said, reports the daily."""
    at = cue.start - 1
    while at > 0 and not line.tags[at] & (QUOTED | STOP | COLON):
        at -= 1
    if any(not line.tags[i] & (COMMA | DASH) for i in range(at + 1, cue.start)) and not any(
        at < c.start < cue.start and c.form == "finite" for c in line.cues
    ):
        return ()
    if cue.form == "finite" and cue.inverted and at >= 0 and line.tags[at] & QUOTED and at in used:
        return ((at, at + 1),)
    return ()


def _goes_on(line: Line, rest: int) -> bool:
    """Say whether a statement broken by its reporting clause goes on: "The plan, he said, would fail"."""
    return (
        rest + 2 < len(line.tags)
        and bool(line.tags[rest] & (COMMA | DASH))
        and any(finite_at(line, i) for i in range(rest + 1, len(line.tags)))
    )


def clause_begin(line: Line, last: int) -> int:
    """Return where the clause that ends at a position begins: after a quotation, a wall, or at the start."""
    for i in range(last, -1, -1):
        if line.tags[i] & (QUOTED | COLON):
            return i + 1
    return 0


def _resumed(line: Line, rest: int, quoted: bool, used: set[int]) -> list[Stretch]:
    """Return what goes on behind the reporting clause: the other half of a quotation, or of a broken sentence."""
    tags = line.tags
    if quoted:
        at = rest
        while at < len(tags) and tags[at] & (COMMA | DASH | COLON | MARK):
            at += 1
        if at < len(tags) and tags[at] & QUOTED and at not in used:
            return [(at, at + 1)]
        return []
    if rest < len(tags) and tags[rest] & (COMMA | DASH):
        begin = rest + 1
        if begin < len(tags) and not tags[begin] & (ING | QUOTED) and line.words[begin] not in ("but", "and", "while"):
            end = strip(line, begin, len(tags))
            if end > begin:
                return [(begin, end)]
    return []


def skip_occasion(line: Line, at: int) -> int:
    """Return the position after words that tell when, where and to whom something was said."""
    tags, words = line.tags, line.words
    end = at
    while end < len(tags):
        tag, word = tags[end], words[end]
        if tag & (SIGN | QUOTED) and not tag & OPEN:
            break
        if finite_at(line, end) and not tag & CAP and end > at and not tags[end - 1] & REL:
            break
        if word == "that" and end > at and not tags[end - 1] & PREP:
            break
        if end == at and not (tag & (PREP | TIME | ADV | OPEN | SUB) or tag & TO or word in ("last", "this", "next")):
            return at if not (tag & (OBJ | CAP | DET) or word.endswith("s")) else phrase_end(line, at)
        end += 1
    return end
