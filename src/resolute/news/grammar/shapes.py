"""Other shapes: according to S, O quoted S as saying, S is accused of, reports that, reportedly."""

from __future__ import annotations

from collections.abc import Sequence

from resolute.news.draft import CueAt, Line
from resolute.news.grammar.behind import phrase_end
from resolute.news.grammar.following import After, content_after, is_that, strip, that_after
from resolute.news.grammar.handed import Handed, Stretch
from resolute.news.grammar.preceding import clause_begin
from resolute.news.grammar.subjects import left_subject
from resolute.news.grammar.verbs import SIGN, finite_at
from resolute.news.tags import ADV, CAP, CO, COMMA, DET, GENITIVE, ING, OPEN, PART, PLAIN, POSS, PREP, QUOTED, REL, SUB

__all__ = ["according", "held_by_noun", "passive", "quoted_as", "reportedly"]


def according(line: Line, cue: CueAt, cuts: Sequence[int]) -> Handed | None:
    """Read "according to S, C", "C, according to S" and "C, according to S, C"."""
    if cue.subject is None:
        return None
    tags = line.tags
    words = ((cue.start, cue.end),)
    rest = cue.subject[1]
    first = cue.start
    while first > 0 and line.words[first - 1] in ("as", "first"):
        first -= 1
    begin = clause_begin(line, first - 1) if first else 0
    if first and tags[first - 1] & QUOTED:
        return Handed((cue.subject,), words, ((first - 1, first),), "according to")
    if begin and any(begin <= c.start < first and c.form == "finite" for c in line.cues):
        begin -= 1  # "Q," S said, according to the daily: the quotation and its clause are passed on
    end = strip(line, begin, first) if first else 0
    leading = end - begin <= 1 and (end <= begin or bool(tags[begin] & (CO | ADV | SUB | OPEN)))
    if leading:
        while rest < len(tags) and tags[rest] & COMMA:
            rest += 1
        if rest < len(tags) and tags[rest] & QUOTED:
            return Handed((cue.subject,), words, ((rest, rest + 1),), "according to")
        limit = next((c for c in cuts if c > rest), len(tags))
        stop = strip(line, rest, limit)
        return Handed((cue.subject,), words, ((rest, stop),), "according to") if stop > rest else None
    content = [(begin, end)]
    if rest + 2 < len(tags) and tags[rest] & COMMA and not tags[rest + 1] & (ING | REL | QUOTED):
        stop = strip(line, rest + 1, next((c for c in cuts if c > rest + 1), len(tags)))
        if stop > rest + 1 and line.words[rest + 1] not in ("but", "while"):
            content.append((rest + 1, stop))
    return Handed((cue.subject,), words, tuple(content), "according to")


def reportedly(line: Line, n: int, cuts: Sequence[int]) -> Handed | None:
    """Read "the ship reportedly sailed": the writer passes on what nobody is named for."""
    cue, tags = line.cues[n], line.tags
    if line.words[cue.head] != "reportedly" or any(
        c.start <= cue.head < c.end and c.form != "passive" for i, c in enumerate(line.cues) if i != n
    ):
        return None
    near = [c for c in line.cues if c.form in ("finite", "participle") and cue.head < c.head <= cue.head + 3]
    if near:
        return None
    begin = clause_begin(line, cue.start - 1) if cue.start else 0
    while begin < cue.start and tags[begin] & (CO | COMMA):
        begin += 1
    end = strip(line, cue.end, next((c for c in cuts if c > cue.end), len(tags)))
    pieces = [(begin, cue.start)] if begin < cue.start else []
    if end <= cue.end or any(tags[i] & QUOTED for i in range(begin, end)):
        return None
    return Handed((), ((cue.start, cue.end),), (*pieces, (cue.end, end)), "hedge")


def quoted_as(line: Line, n: int, after: After | None, cuts: Sequence[int]) -> Handed | None:
    """Read "O quoted S as saying C" and "S was quoted as saying C"."""
    cue = line.cues[n]
    quoting = next((c for c in reversed(line.cues[:n]) if c.form in ("finite", "passive") and c.entry), None)
    if quoting is None or after is None:
        return None
    content = content_after(line, after, cuts, set())
    if not content:
        return None
    if quoting.form == "passive":
        source = left_subject(line, quoting.start)
    else:
        source = (quoting.end, cue.start - 1) if cue.start - 1 > quoting.end else None
    if source is None:
        return None
    words = ((quoting.start, quoting.end), (cue.start - 1, cue.end))
    return Handed((source,), words, content, "quoted as saying")


def passive(line: Line, cue: CueAt, cuts: Sequence[int]) -> Handed | None:
    """Read "X is accused of C", "it was announced that C", "X is said to C", each with or without "by S"."""
    entry, tags, words = cue.entry, line.tags, line.words
    if entry is None:
        return None
    at = cue.end
    source: tuple[Stretch, ...] = ()
    if at < len(tags) and words[at] == "by":
        end = phrase_end(line, at + 1)
        source = ((at + 1, end),) if end > at + 1 else ()
        at = end
    limit = next((c for c in cuts if c > at), len(tags))
    stop = strip(line, at, limit)
    subject = left_subject(line, cue.start)
    group = ((cue.start, cue.end),)
    if at < stop:
        that = that_after(line, at)
        if that == at and subject is not None and words[subject[0]] == "it" and "that" in entry.frames:
            return Handed(source, group, ((at + 1, stop),), "passive that")
        takes = (
            ("np-of" in entry.frames and words[at] == "of")
            or ("np-as" in entry.frames and words[at] == "as")
            or ("np-for" in entry.frames and words[at] == "for")
            or (words[at] == "to" and entry.rate == "high" and "that" in entry.frames)
        )
        if takes and subject is not None:
            return Handed(source, group, (subject, (at, stop)), "passive")
    if source and subject is not None and "np" in entry.frames:
        return Handed(source, group, (subject,), "passive by")
    return None


def held_by_noun(line: Line, cue: CueAt, cuts: Sequence[int]) -> Handed | None:
    """Read "allegations from S that C", "S's refusal to C", "reports that C"."""
    entry, tags, words = cue.entry, line.tags, line.words
    if entry is None:
        return None
    at = cue.end
    source: tuple[Stretch, ...] = ()
    owner = cue.start - 1
    if owner > 0 and not tags[owner] & (POSS | GENITIVE | DET | PREP | SIGN) and tags[owner - 1] & (POSS | GENITIVE):
        owner -= 1  # "their flat refusal"
    if owner > 1 and words[owner] == "'" and words[owner - 1].endswith("s"):
        owner -= 1
    if cue.start and (tags[owner] & (POSS | GENITIVE) or owner < cue.start - 1):
        begin = owner
        while begin > 0 and tags[begin] & (GENITIVE | CAP) and tags[begin - 1] & (CAP | DET) and begin > cue.start - 6:
            begin -= 1
        source = ((begin, owner + 1),)
    if at < len(tags) and words[at] in ("from", "by"):
        end = phrase_end(line, at + 1)
        source, at = ((at + 1, end),), end
    if at >= len(tags):
        return None
    begin = -1
    if words[at] == "that" and "that" in entry.frames and is_that(line, at, noun=True):
        begin = at + 1
    elif (
        words[at] == "to" and "to" in entry.frames and at + 1 < len(tags) and (tags[at + 1] & PLAIN or not tags[at + 1])
    ):
        begin = at
    elif source and words[at] in entry.frames & {"of", "for", "about"}:
        begin = at + 1
    if begin < 0:
        return None
    limit = next((c for c in cuts if c > begin), len(tags))
    for i in range(begin, limit):
        verb = words[begin] == "to" and i > begin + 1 and finite_at(line, i) and not tags[i] & CAP
        if tags[i] & (QUOTED | COMMA) or (verb and not tags[i] & PART):
            limit = i
            break
    end = strip(line, begin, limit)
    return Handed(source, ((cue.start, cue.end),), ((begin, end),), "noun") if end > begin else None
