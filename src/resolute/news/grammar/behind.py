"""The speaker behind the verb: "said the envoy", "according to the envoy"."""

from __future__ import annotations

from resolute.news.draft import CueAt, Line
from resolute.news.grammar.subjects import left_subject, participle_inside
from resolute.news.grammar.verbs import WALL, finite_at
from resolute.news.language import word_set
from resolute.news.tags import (
    ADV,
    AUX,
    CAP,
    CLOSE,
    CO,
    COLON,
    COMMA,
    DASH,
    DET,
    MARK,
    MODAL,
    NUM,
    OBJ,
    OPEN,
    PAST,
    POSS,
    PREP,
    QUOTED,
    REL,
    STOP,
    SUB,
    SUBJ,
    TIME,
    TO,
    S,
)

__all__ = ["may_invert", "phrase_end", "right_end"]


def may_invert(line: Line, cue: CueAt) -> bool:
    """Say whether the speaker may follow: after a quotation or a comma, "said the envoy"."""
    tags = line.tags
    if cue.start != cue.head or not tags[cue.head] & (PAST | S) or cue.end >= len(tags):
        return False
    before = tags[cue.start - 1] if cue.start else 0
    if cue.start and not before & (QUOTED | COMMA | MARK | DASH):
        return False
    after = tags[cue.end]
    if cue.entry is None or not ({"quote", "tail"} & cue.entry.frames):
        return False
    if "np-that" in cue.entry.frames and "that" not in cue.entry.frames:  # "told" needs somebody it is told to
        return False
    if line.words[cue.end] == "that" or after & (PREP | SUB | QUOTED | STOP | COMMA | COLON | TO | MARK):
        return False
    if before & COMMA and not after & (CAP | DET | SUBJ | POSS):
        return False
    if before & (COMMA | DASH) and "tail" not in cue.entry.frames:
        return False
    if cue.start and before & COMMA and left_subject(line, cue.start) is not None:
        # "the envoy, who arrived on Monday, said the talks": a clause with a verb of its own follows
        return right_end(line, cue.end) >= len(tags) - 1 and not any(
            finite_at(line, i) for i in range(cue.end, min(len(tags), cue.end + 25))
        )
    return True


def right_end(line: Line, begin: int) -> int:
    """Return where the speaker behind a cue ends: before a quotation, a stop, or words that tell the occasion."""
    tags = line.tags
    at = begin
    while at < len(tags) and not (at > begin and _speaker_ends(line, begin, at)):
        if tags[at] & (WALL & ~DASH) or (tags[at] & COMMA and not _aside_follows(line, at)):
            break
        at += 1
    while at > begin and tags[at - 1] & (ADV | PREP | COMMA | DASH | MARK) and not tags[at - 1] & CAP:
        at -= 1
    return at


def _speaker_ends(line: Line, begin: int, at: int) -> bool:
    """Say whether a word tells the occasion, or is the verb of another clause."""
    tags, words = line.tags, line.words
    tag, word = tags[at], words[at]
    if (tag & TIME and not (tag & CAP and tags[at - 1] & CAP)) or word in word_set("after_a_speaker"):
        return True
    if word in word_set("occasion") and at + 1 < len(tags):
        return words[at + 1] in word_set("occasion_nouns") or bool(tags[at + 1] & (TIME | NUM | POSS))
    return (
        bool(tag & (PAST | AUX | MODAL))
        and not tag & CAP
        and finite_at(line, at)
        and not any(tags[i] & REL for i in range(begin, at))
        and not participle_inside(line, at)
    )


def _aside_follows(line: Line, comma: int) -> bool:
    """Say whether a comma after a speaker opens an aside on him: ", who ...", ", the chair", ", a broker"."""
    nxt = comma + 1
    if nxt >= len(line.tags):
        return False
    tag, word = line.tags[nxt], line.words[nxt]
    if tag & REL:
        return True
    if tag & (DET | POSS) or (tag & CAP and not tag & (SUBJ | SUB | PREP | TIME | CO | ADV)):
        return not any(finite_at(line, i) for i in range(nxt, min(len(line.tags), nxt + 12)))
    return word in word_set("aside_heads")


def phrase_end(line: Line, begin: int) -> int:
    """Return where the noun phrase that begins at a position ends, without the phrases tied to it.

    "reporters the ship had left" gives "reporters": a determiner, a pronoun, or a name after a plain noun opens the
    next phrase.
    """
    tags, words = line.tags, line.words
    at, noun = begin, False
    while at < len(tags):
        tag = tags[at]
        if tag & (WALL | COMMA | OPEN | CLOSE | REL) and not (tag & DET and at == begin):
            break
        if words[at] in word_set("pronouns_alone") or (tag & OBJ and not tag & POSS):
            return at + 1 if at == begin else at
        if at > begin:
            if tag & (PREP | SUB | AUX | MODAL | TIME | TO) and not tag & CAP:
                break
            if tag & CO and not (at + 1 < len(tags) and words[at] in ("and", "or", "&") and noun):
                break
            if noun and (tag & (DET | POSS) and not tags[at - 1] & CO):
                break
            if noun and tag & CAP and not tags[at - 1] & (CAP | CO | DET):
                break
            if noun and finite_at(line, at) and not tag & CAP:
                break
        noun = noun or not tag & (DET | POSS | CO)
        at += 1
    return at
