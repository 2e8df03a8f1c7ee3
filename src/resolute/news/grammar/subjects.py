"""The subject before a verb, found without a parser: a walk from the verb to the left."""

from __future__ import annotations

from resolute.news.draft import Line
from resolute.news.grammar.handed import Stretch
from resolute.news.grammar.verbs import WALL, finite_at
from resolute.news.language import word_set
from resolute.news.tags import (
    ADV,
    AUX,
    CAP,
    CLOSE,
    CO,
    COMMA,
    CONTRACTED,
    DASH,
    DET,
    ING,
    MODAL,
    NUM,
    OBJ,
    OPEN,
    PART,
    PAST,
    POSS,
    PREP,
    REL,
    SUB,
    SUBJ,
    TIME,
    TO,
    S,
)

__all__ = ["left_subject", "main_subject", "participle_inside"]


def left_subject(line: Line, group: int) -> tuple[int, int] | None:
    """Return the subject before a verb group, or None where the clause has none of its own."""
    words, tags = line.words, line.tags
    last = _past_time(line, group - 1)
    if tags[group] & CONTRACTED:
        return group, group + 1
    if last >= 0 and tags[last] & CONTRACTED:
        return last, last + 1
    if last < 0:
        return None
    tag = tags[last]
    if tag & (COMMA | DASH) or tag & CLOSE:
        return _with_aside(line, last)
    if words[last] in word_set("pronouns_alone"):
        return last, last + 1
    if tag & (REL | WALL) and not tag & DET:
        return (last, last + 1) if tag & REL else None
    if words[last] in ("that", "which"):
        return last, last + 1
    if tag & CO or tag & (AUX | MODAL) or (tag & PAST and finite_at(line, last) and not tag & CAP):
        return _after_relative(line, last, last + 1) if not tag & CO else None
    start = _walk(line, last)
    return (_before_open_relative(line, start, last), last + 1) if start <= last else None


def _before_open_relative(line: Line, start: int, last: int) -> int:
    """Return the start moved before a "who" whose clause runs up to the cue: "a man who works as a cook said"."""
    for i in range(start - 1, max(0, start - 14), -1):
        tag = line.tags[i]
        if tag & (WALL | COMMA):
            return start
        if line.words[i] in ("who", "which") or (line.words[i] == "that" and tag & REL):
            own = bool(line.tags[i + 1] & (S | PAST))  # right behind "who" even "works" is a verb
            verbs = own + sum(finite_at(line, j) and not line.tags[j] & CAP for j in range(i + 1 + own, last + 1))
            before = _walk(line, i - 1)
            return before if verbs == 1 and before < i else start
    return start


def _past_time(line: Line, last: int) -> int:
    """Return the last position before words of time that stand between subject and verb: "officials on Monday said"."""
    tags, words = line.tags, line.words
    at = last
    while at > 0 and tags[at] & (TIME | NUM) and not (tags[at] & CAP and tags[at - 1] & CAP):
        at -= 1
    if at == last:
        return last
    if words[at] in ("on", "in", "at", "last", "this", "next", "late", "early", "later", "earlier", "since", "of"):
        at -= 1
        if at >= 0 and words[at] in ("on", "in", "late", "early"):
            at -= 1
    if at < 0 or tags[at] & (COMMA | WALL | CO):
        return last if at < 0 or not tags[last] & TIME or tags[at] & (COMMA | WALL) else at
    return at


def _walk(line: Line, last: int) -> int:
    """Return where the noun phrase that ends at `last` begins, its ties and lists included."""
    words, tags = line.words, line.tags
    at, start, listed, after_and = last, last + 1, False, 0
    while at >= 0:
        tag, word = tags[at], words[at]
        if tag & (CLOSE) and word in (")", "]"):
            opening = _opening(line, at)
            if opening is None:
                break
            at = opening - 1
            continue
        if tag & WALL or (word in word_set("pronouns_alone") and start <= last):
            break
        if word in word_set("pronouns_alone"):
            return at
        if tag & COMMA:
            if not listed or at == 0 or not _listable(line, at):
                break
        elif tag & CO:
            if at == 0 or word not in ("and", "or", "&") or not _listable(line, at):
                break
            listed, after_and = True, after_and or start
        elif (tag & (SUB | REL) and not (tag & PREP and word in word_set("ties"))) or word in word_set("opens_clause"):
            if not (tag & DET and not tag & SUB and start <= last):
                break
        elif tag & PREP and not tag & (DET | CAP):
            if word not in word_set("ties") or at == 0 or tags[at - 1] & (WALL | COMMA | CO | SUB | OPEN):
                break
            if tags[at - 1] & ADV and not tags[at - 1] & (DET | CAP):
                break
            if word != "of" and tags[at - 1] & (PAST | ING) and not tags[at - 1] & CAP and not _based(line, at - 1):
                return after_and or start
        elif (
            tag & TIME and start <= last and not (tag & CAP and at and tags[at - 1] & CAP and not tags[at - 1] & PREP)
        ) or (tag & ADV and not tag & (DET | CAP) and start <= last and not _inside_phrase(line, at)):
            break
        elif finite_at(line, at) and not (tag & CAP and at) and not participle_inside(line, at):
            relative = _relative_before(line, at)
            if relative is None:
                return after_and or start
            at = relative - 1
            if at >= 0 and tags[at] & COMMA:
                at -= 1
            continue
        else:
            start = at
            if tag & (DET | POSS) and at and not _goes_on(line, at):
                break
        at -= 1
    return start


def _based(line: Line, at: int) -> bool:
    """Say whether a past form follows a noun that it describes: "men based in Seoul"."""
    if not at or not line.tags[at] & (PART | ING):
        return False
    before = line.tags[at - 1]
    if before & CAP and (at > 1 or not line.words[0].endswith("s")) and line.words[at - 1] != "people":
        return False
    return not before & (AUX | SUBJ | COMMA | ADV | PREP)


def _goes_on(line: Line, at: int) -> bool:
    """Say whether words before a determiner still belong: "one of the", "all the", "Japan and the"."""
    tag, word = line.tags[at - 1], line.words[at - 1]
    return bool(tag & (CO | COMMA)) or word in word_set("ties") or word in ("all", "both", "half")


def _listable(line: Line, at: int) -> bool:
    """Say whether a comma or "and" joins names of one list and not two clauses."""
    tag = line.tags[at - 1]
    if tag & COMMA:  # ", and S said" opens a clause, unless the list has more commas: "A, B, and C said"
        if at < 2 or not any(line.tags[i] & COMMA for i in range(max(0, at - 7), at - 1)):
            return False
        tag = line.tags[at - 2]
    if (tag & (WALL | SUB | PREP | TIME | AUX | MODAL | ADV) and not tag & (CAP | DET)) or (
        tag & OBJ and not tag & POSS
    ):
        return False
    return not finite_at(line, at - 1) or bool(tag & CAP)


def _inside_phrase(line: Line, at: int) -> bool:
    """Say whether an adverb stands inside a noun phrase: "the highly placed source"."""
    return at > 0 and bool(line.tags[at - 1] & (DET | POSS))


def participle_inside(line: Line, at: int) -> bool:
    """Say whether a past form describes a noun inside a phrase: "men based in Seoul"."""
    after = line.tags[at + 1] if at + 1 < len(line.tags) else 0
    if not line.tags[at] & PART:
        return False
    return line.words[at].endswith("ed") and bool(after & (PREP & ~SUB) and not after & TO)


def _relative_before(line: Line, at: int) -> int | None:
    """Return the "who" whose clause the verb at a position belongs to, when it is near and nothing else parts them."""
    for i in range(at - 1, max(-1, at - 14), -1):
        tag = line.tags[i]
        if tag & REL or (line.words[i] == "that" and i and not line.tags[i - 1] & (COMMA | WALL)):
            return i
        if tag & WALL:
            return None
    return None


def _opening(line: Line, closing: int) -> int | None:
    for i in range(closing - 1, max(-1, closing - 40), -1):
        if line.tags[i] & OPEN:
            return i
    return None


def _after_relative(line: Line, last: int, group: int) -> tuple[int, int] | None:
    """Return the subject where its relative clause ends right before the cue: "those who attended said"."""
    relative = _relative_before(line, last)
    if relative is None or relative == 0:
        return None
    start = _walk(line, relative - 1 - bool(line.tags[relative - 1] & COMMA))
    return (start, group) if start < relative else None


def _with_aside(line: Line, last: int) -> tuple[int, int] | None:
    """Return the subject where an aside closes before the cue: "The envoy, a chemist by training, said"."""
    tags, words = line.tags, line.words
    if tags[last] & COMMA:
        relative = _aside_of_who(line, last)
        if relative is not None:
            start = _walk(line, relative - 2)
            return (start, last) if start < relative - 1 else None
    wall = _clause_start(line, last)
    if tags[last] & CLOSE:
        opening = _opening(line, last)
        if opening is None or opening == 0:
            return None
        start = _walk(line, opening - 1)
        return (start, last + 1) if start < opening else None
    sign = tags[last] & (COMMA | DASH)
    commas = [i for i in range(wall, last) if tags[i] & sign]
    begin = wall
    for comma in commas:
        if _is_leading(line, begin, comma):
            begin = comma + 1
        else:
            break
    if begin >= last:
        return None
    first_end = next((c for c in commas if c >= begin), None)
    if first_end is None:
        return None  # nothing is enclosed: ", he left, said" has no subject here
    start = _walk(line, first_end - 1)
    if start >= first_end or any(finite_at(line, i) and not tags[i] & CAP for i in range(start, first_end)):
        return None
    if words[start] in word_set("pronouns_alone") and first_end - start > 1:
        return None
    return start, last


def _aside_of_who(line: Line, last: int) -> int | None:
    """Return the "who" of the aside that a comma closes: "Smith, who arrived on Monday, said"."""
    for i in range(last - 2, max(1, last - 45), -1):
        if line.tags[i] & (WALL & ~DASH):
            return None
        if line.words[i] in ("who", "which", "whose") and line.tags[i - 1] & COMMA:
            return i
    return None


def _clause_start(line: Line, last: int) -> int:
    """Return where the clause of a verb begins: after a wall, a "that", or an "and" that follows a finished clause."""
    tags, words = line.tags, line.words
    for i in range(last - 1, -1, -1):
        tag = tags[i]
        if tag & (WALL & ~DASH) or (words[i] == "that" and not tags[i - 1] & (COMMA | CAP | PREP)):
            return i + 1
        if (
            words[i] in ("but", "because", "while", "although", "though")
            and 0 < i < last - 1
            and not tags[i - 1] & WALL
        ):
            return i + 1
        if (
            words[i] == "and"
            and i
            and tags[i - 1] & COMMA
            and any(finite_at(line, j) for j in range(max(0, i - 20), i))
        ):
            return i + 1
    return 0


def _is_leading(line: Line, begin: int, end: int) -> bool:
    """Say whether words up to a comma are an opening of the sentence and not its subject: "On Monday," "Asked why,"."""
    while begin < end and line.tags[begin] & CO:
        begin += 1
    if begin >= end:
        return True
    tag, word = line.tags[begin], line.words[begin]
    if tag & (SUBJ | DET | POSS) and word not in ("this", "that", "last", "next", "all", "both"):
        return any(finite_at(line, i) for i in range(begin, end)) and not any(
            line.tags[i] & REL for i in range(begin, end)
        )
    if tag & (PREP | SUB | TIME | CO | ING) or word in ("last", "next", "this"):
        return True
    if tag & ADV and not tag & DET:
        return True
    return bool(tag & PART and not tag & CAP) or word in ("asked", "pressed", "speaking", "writing")


def main_subject(line: Line, before: int, since: int = 0) -> Stretch | None:
    """Return the subject of the main clause that stands before a position, or of the one that follows an opening."""
    begin = since
    if since:
        begin = next((i + 1 for i in range(since, before) if line.tags[i] & COMMA), before)
    while begin < before and line.tags[begin] & ADV and not line.tags[begin] & (DET | SUBJ | CAP):
        begin += 1
    if begin < before and line.tags[begin] & (SUB | PREP | TIME | ING) and not line.tags[begin] & (DET | SUBJ):
        begin = next((i + 1 for i in range(before) if line.tags[i] & COMMA), 0)
    for i in range(begin + 1, before):
        if finite_at(line, i) and not line.tags[i - 1] & REL:
            start = i
            while start > begin and line.tags[start - 1] & (AUX | MODAL | ADV) and not line.tags[start - 1] & SUBJ:
                start -= 1
            subject = left_subject(line, start)
            if subject is not None and subject[0] >= begin:
                return subject
    return None
