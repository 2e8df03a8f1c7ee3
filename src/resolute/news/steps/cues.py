"""Cue words in their verb groups: "has firmly stated", "was quoted as saying", "reportedly claimed"."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace

from resolute.news.draft import CueAt, Draft, Line
from resolute.news.language import Cue, Language, word_set
from resolute.news.tags import (
    ADV,
    AUX,
    BE,
    CAP,
    CLOSE,
    CO,
    COLON,
    COMMA,
    CONTRACTED,
    CUE,
    DASH,
    DET,
    DO,
    GENITIVE,
    HAVE,
    ING,
    MARK,
    MODAL,
    NEG,
    NOUN,
    NUM,
    OBJ,
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
    THAT,
    TO,
    S,
)

__all__ = ["ADDS", "NEEDS", "mark_cues"]

NEEDS, ADDS = {"tokens", "periods"}, {"lines"}

_SIGN = COMMA | MARK | DASH | STOP | COLON | OPEN | CLOSE
_MOST = 24  # cues of a sentence; more are no prose
_TAKEN = DET | POSS | SUBJ | OBJ | CAP | NUM | THAT | TO | MARK | SUB | PREP  # what a cue may take
_IN_GROUP = AUX | MODAL | NEG
_NOT_ADVERB = DET | SUBJ | PREP | SUB | CO | REL | AUX | MODAL
# Verbs that carry another on: "went on to say" is saying.
# Words before a participle that leave its subject to the main clause: "by saying", "while noting".


def mark_cues(draft: Draft, language: Language) -> Draft:
    """Add a line for each period that holds a cue word in use as a cue, or a full quotation."""
    words, tags = draft.tokens.words, draft.tokens.tags
    lines = []
    for number, period in enumerate(draft.periods):
        items = period.items
        if not any(i >= 0 and tags[i] & CUE for i in items):
            continue
        line_words = tuple([words[i] if i >= 0 else "“”" for i in items])
        title = draft.blocks[period.block].kind == "title"
        line_tags = _line_tags(items, words, tags)
        if title:
            line_tags = tuple([t & ~CAP if t & ~(CAP | CUE) else t for t in line_tags])
        cues = tuple(_cues(line_words, line_tags, language, title))
        if 0 < len(cues) <= _MOST:
            lines.append(Line(number, line_words, line_tags, cues))
    return replace(draft, lines=tuple(lines))


def _line_tags(items: tuple[int, ...], words: tuple[str, ...], tags: tuple[int, ...]) -> tuple[int, ...]:
    """Return the classes of the items; the stop of an abbreviation inside a sentence ("Mr. Smith") parts nothing."""
    out = [tags[i] if i >= 0 else QUOTED for i in items]
    for at in range(len(out) - 1):
        if out[at] & STOP and words[items[at]] == "." and items[at + 1] >= 0 and not tags[items[at + 1]] & MARK:
            out[at] = CAP
    return tuple(out)


def _is_name(tags: tuple[int, ...], at: int) -> bool:
    """Say whether a capital in running text makes the word a part of a name: "State Department", "United States"."""
    return at > 0 and not tags[at - 1] & (STOP | COLON | DASH)


def _cues(words: tuple[str, ...], tags: tuple[int, ...], language: Language, title: bool) -> Iterator[CueAt]:
    for at, tag in enumerate(tags):
        if not tag & CUE or (tag & CAP and not title and _is_name(tags, at)):
            continue
        word = words[at]
        if word == "according":
            if at + 1 < len(words) and words[at + 1] == "to":
                yield CueAt(None, "according", at, at, at + 2)
        elif word in language.hedges:
            yield CueAt(None, "hedge", at, at, at + 1)
        else:
            cue = _verb(words, tags, language, at)
            if cue is None and word in language.noun_cues and _is_noun(tags, at):
                cue = CueAt(language.noun_cues[word], "noun", at, at, at + 1)
            if cue is not None:
                yield cue


def _entry(words: tuple[str, ...], language: Language, at: int) -> tuple[Cue, int] | None:
    """Return the entry of a form, the longest particles first, and the position after it."""
    for entry in language.verb_cues.get(words[at], ()):
        end = at + 1 + len(entry.particles)
        if words[at + 1 : end] == entry.particles:
            return entry, end
    return None


def _verb(words: tuple[str, ...], tags: tuple[int, ...], language: Language, at: int) -> CueAt | None:
    """Return the verb group around a cue word, or None where the word is no verb here or hands over nothing."""
    found = _entry(words, language, at)
    if found is None:
        return None
    entry, end = found
    start, group, hedged, negated, modal = at, 0, False, False, ""
    while start > 0:
        tag, word = tags[start - 1], words[start - 1]
        if tag & CONTRACTED:
            group |= tag
            negated |= word.endswith("n't")
            break
        if not (tag & _IN_GROUP or (tag & ADV and not tag & (_NOT_ADVERB | CAP)) or _floats(words, tags, start - 1)):
            break
        if tag & ADV and word in language.hedges:
            hedged = True
        if tag & MODAL:
            modal = word
        negated |= bool(tag & NEG)
        group |= tag & (_IN_GROUP | BE | HAVE | DO)
        start -= 1
    form = _form(words, tags, language, (start, at, end), group)
    if form is None:
        return None
    if form == "passive" and start and words[start - 1] in ("stands", "stood", "stand"):
        start -= 1
    if form == "infinitive" and start >= 2:
        carried = start - 2 if words[start - 2] in word_set("carry") else start - 3 if words[start - 2] == "on" else -1
        if carried >= 0 and words[carried] in word_set("carry"):
            start, form = carried, "finite"
    return CueAt(entry, form, start, at, end, negated=negated, modal=modal, hedged=hedged)


def _floats(words: tuple[str, ...], tags: tuple[int, ...], at: int) -> bool:
    """Say whether "both" or "all" stands behind its noun: "Tokyo and Seoul both condemned"."""
    return at > 0 and words[at] in ("both", "all", "each") and not tags[at - 1] & (_SIGN | PREP | CO | SUB | QUOTED)


def _form(
    words: tuple[str, ...], tags: tuple[int, ...], language: Language, group_at: tuple[int, int, int], group: int
) -> str | None:
    """Return how the verb is used here, or None where it is a noun or an adjective."""
    start, at, end = group_at
    tag = tags[at]
    before = tags[start - 1] if start else 0
    if tag & (PAST | PART) and not tag & PLAIN:
        if start and words[start - 1] in ("stands", "stood", "stand") and words[at] == "accused":
            return "passive"
        if group & BE and not (group & HAVE and "been" not in words[start:at]):
            return "passive"
        if group & (HAVE | MODAL):
            return "finite" if tag & PART else None
        if before & (DET | POSS | PREP | GENITIVE | NUM) and not before & (SUBJ | SUB | CO) and start == at:
            return None
        if start == at and before & (PAST | ING) and not before & (CAP | SUBJ | NOUN | S | PLAIN):
            after = tags[end] if end < len(tags) else STOP
            if not after & (_TAKEN | STOP | COMMA | QUOTED):
                return None  # "won pledged votes": what a verb takes is a thing
        if (
            words[at] == "called"
            and start == at
            and at + 1 < len(tags)
            and tags[at + 1] & CAP
            and not before & (CAP | SUBJ)
        ):
            return None  # "a firm called Orlan": a name, and nobody who calls
        if at + 1 < len(words) and words[at + 1] == "by" and before & (COMMA | DASH | SUB | QUOTED):
            return "reported by"
        if not start and words[at] != "said":  # "Asked about it, he said": a participle without a speaker
            return None
        return "finite"
    if tag & ING:
        if group & BE:
            return "finite"
        if start and words[start - 1] == "as":
            return "as"
        if start and words[start - 1] in word_set("doing"):
            return "participle"
        if not start or before & (COMMA | QUOTED | DASH | CO):
            return "participle"
        if before & PREP:
            return None
        return "reduced" if not before & (DET | POSS | GENITIVE | _SIGN) else None
    if group & (MODAL | DO):
        return "finite" if tag & PLAIN else None
    if before & TO and tag & PLAIN:
        return "infinitive"
    return _present(words, tags, language, start, at, end)


def _present(
    words: tuple[str, ...], tags: tuple[int, ...], language: Language, start: int, at: int, end: int
) -> str | None:
    """Tell "the agency reports that" from "the agency reports" (a noun), by what stands before and after."""
    tag = tags[at]
    if not start:
        return "finite" if tag & S and at + 1 < len(tags) and tags[at + 1] & CAP else None
    before = tags[start - 1]
    if before & MARK and start > 1:
        before = tags[start - 2]
    if before & (QUOTED | COMMA | DASH | CLOSE):
        return "finite"
    if before & (SUBJ | REL) and words[start - 1] not in word_set("pointing"):
        return "finite"
    if before & (DET | SUBJ) and start == 1 and tag & S and words[0] in ("this", "that"):
        return "finite"
    if before & NUM and tag & PLAIN and words[at] not in language.lists["noun_like"]:
        return "finite"
    if before & (DET | POSS | PREP | GENITIVE | NUM | MODAL | AUX):
        return None
    if words[at] in language.lists["noun_like"]:
        if before & (ING | PAST) and not before & (CAP | NOUN | PLAIN):
            return None  # "citing reports that": what a verb takes is a noun
        if before & PLAIN and start > 1 and tags[start - 2] & (TO | MODAL):
            return None  # "to reference reports that"
        after = tags[end] if end < len(tags) else 0
        follows = words[end] if end < len(words) else ""
        closes = (not after or after & STOP) and any(t & QUOTED for t in tags[:start])  # "Q," the notice read.
        takes = follows == "that" or follows in word_set("wh") or after & (DET | SUBJ | QUOTED | CAP | POSS | TO | MARK)
        if not takes and not closes:
            return None
        if tag & PLAIN and not tag & PAST and not _plural(words, tags, start - 1):
            return None
    elif tag & PLAIN and not tag & (PAST | S) and not _plural(words, tags, start - 1):
        return None
    return "finite"


def _plural(words: tuple[str, ...], tags: tuple[int, ...], at: int) -> bool:
    """Say whether the word before a plain verb form can be its subject: a plural, or the end of a list."""
    word = words[at]
    if (
        word in word_set("plurals")
        or tags[at] & SUBJ
        or (word.endswith("s") and not word.endswith(("'s", "ss", "us", "is")))
    ):
        return True
    return any(words[i] == "and" for i in range(max(0, at - 4), at)) and not tags[at] & PREP


def _is_noun(tags: tuple[int, ...], at: int) -> bool:
    """Say whether the word stands as a noun: after no pronoun, "to" or auxiliary."""
    if not at:
        return True
    return not tags[at - 1] & (SUBJ & ~DET | MODAL | AUX | TO) or bool(tags[at - 1] & DET)
