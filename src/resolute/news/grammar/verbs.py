"""Finite verbs, told by their form and their neighbour; clauses, told by a finite verb."""

from __future__ import annotations

from resolute.news.draft import Line
from resolute.news.language import word_set
from resolute.news.tags import (
    ADV,
    AUX,
    CAP,
    CO,
    COLON,
    COMMA,
    CONTRACTED,
    DASH,
    DET,
    GENITIVE,
    ING,
    MARK,
    MODAL,
    NOUN,
    NUM,
    OPEN,
    PART,
    PAST,
    PLAIN,
    POSS,
    PREP,
    QUOTED,
    REL,
    STOP,
    SUB,
    SUBJ,
    TO,
    S,
)

__all__ = ["SIGN", "WALL", "finite_at", "is_clause"]

WALL = QUOTED | STOP | COLON | DASH


SIGN = COMMA | MARK | DASH | STOP | COLON


def finite_at(line: Line, at: int) -> bool:
    """Say whether the word at a position is a finite verb, as far as its form and its neighbour tell."""
    tag = line.tags[at]
    if tag & (MODAL | CONTRACTED):
        return True
    before = line.tags[at - 1] if at else 0
    if tag & AUX:
        return not tag & (ING | PART) or line.words[at] not in ("be", "been", "being", "having")
    if tag & PAST:
        return not before & (DET | POSS | PREP | GENITIVE | AUX) and not (tag & CAP and before & CAP)
    if tag & S:
        return (
            bool(before)
            and not before & (DET | POSS | PREP | GENITIVE | NUM | TO | CO)
            and not (tag & NOUN or (tag & CAP and before & CAP))
        )
    if tag & PLAIN:
        return bool(before & SUBJ) and line.words[at - 1] in word_set("pronouns_alone")
    return False


def is_clause(line: Line, begin: int, end: int, *, strict: bool = False) -> bool:
    """Say whether a subject and a finite verb follow: what a cue without "that" needs to hand over a clause."""
    tags = line.tags
    tag = tags[begin]
    if (tag & (SIGN | QUOTED) and not tag & (MARK | OPEN)) or line.words[begin] in ("of", "to", "as", "about", "for"):
        return False
    stop = min(end, begin + 45)
    for i in range(begin + 1, stop):
        t = tags[i]
        if t & STOP and i + 1 < end:
            continue
        if (strict and t & (SUB | REL | COMMA) and not t & (PREP | DET)) or t & QUOTED:
            return False
        if finite_at(line, i) and not (t & CAP and tags[i - 1] & CAP):
            return True
        if t & PLAIN and line.words[i - 1].endswith("s") and not t & (CAP | PREP | ADV) and not tags[i - 1] & GENITIVE:
            return True
    return bool(tag & SUBJ and tags[min(begin + 1, len(tags) - 1)] & (AUX | MODAL))
