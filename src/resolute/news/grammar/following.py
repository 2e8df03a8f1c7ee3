"""What follows a cue: a quotation, "that ...", to do, somebody to do, somebody of, a thing."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from resolute.news.draft import CueAt, Line
from resolute.news.grammar.behind import phrase_end
from resolute.news.grammar.handed import Stretch
from resolute.news.grammar.verbs import SIGN, finite_at, is_clause
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
    ING,
    MARK,
    MODAL,
    NOUN,
    NUM,
    OBJ,
    PAST,
    PLAIN,
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

__all__ = ["After", "after_cue", "content_after", "cuts_of", "is_that", "strip", "that_after"]

_NEAR = 25  # items after a cue in which its "that" or its quotation is looked for


@dataclass(frozen=True, slots=True)
class After:
    """What follows a cue: the kind of frame, where the statement begins, and who is addressed."""

    kind: str
    begin: int
    addressee: Stretch | None = None


def after_cue(line: Line, cue: CueAt) -> After | None:
    """Say what follows a cue, without yet saying where it ends."""
    entry = cue.entry
    if entry is None or cue.form in ("noun", "hedge", "according", "reported by") or cue.inverted:
        return None
    tags, words, frames = line.tags, line.words, entry.frames
    at = cue.end
    while at < len(tags) and tags[at] & ADV and not tags[at] & (DET | SUBJ | PREP | SUB | CO | CAP):
        if words[at] in word_set("before_nouns"):
            break
        at += 1
    while at + 1 < len(tags) and tags[at] & TIME and not tags[at + 1] & (AUX | MODAL | SIGN | QUOTED | PREP):
        at += 1
    if at >= len(tags) or tags[at] & STOP:
        return None
    if line.words[at] == ":" and at + 1 == len(tags):
        return After("colon", at + 1)
    quoted = _quotation_after(line, at, cue)
    if quoted is not None and quoted >= len(tags):
        return After("colon", len(tags)) if frames & {"quote", "that", "np-that"} else None
    if quoted is not None and frames & {"quote", "that", "np-that"}:
        return After("quotation after", quoted, (at, quoted) if tags[at] & (OBJ | CAP) else None)
    that = that_after(line, at)
    if that is not None and that > at and "np-that" not in frames and not tags[at] & (PREP | TIME | ADV | COMMA | TO):
        that = None
    if that is not None and frames & {"that", "np-that", "wh", "np-wh"}:
        return After("that", that + 1, (at, that) if that > at and "np-that" in frames else None)
    if words[at] in word_set("wh") and frames & {"wh", "np-wh", "that"}:
        return After("wh", at)
    if "to" in frames and words[at] == "to" and at + 1 < len(tags) and _is_infinitive(tags[at + 1]):
        return After("to", at)
    if words[at] in entry.prepositions:
        return After("preposition", at + 1)
    return _object_after(line, cue, at) or _clause_after(line, cue, at)


def _is_infinitive(tag: int) -> bool:
    """Say whether a word behind "to" may be a verb: a plain form, or a word that no table holds."""
    return bool(tag & (PLAIN | ADV | AUX | MARK)) or not tag


def _quotation_after(line: Line, at: int, cue: CueAt) -> int | None:
    """Return a full quotation that follows the cue with no clause between, or what stands behind a colon."""
    tags = line.tags
    others = [c.start for c in line.cues if c.start > cue.start and c.form not in ("noun", "hedge")]
    for i in range(at, min(len(tags), at + _NEAR + 15)):
        tag = tags[i]
        if tag & QUOTED:
            return i
        if line.words[i] == ":":
            return i + 1
        if tag & STOP or i in others or (line.words[i] == "that" and is_that(line, i, first=i == at)):
            return None
        if finite_at(line, i) and not tag & CAP and not any(tags[j] & (REL | SUB) for j in range(at, i)):
            return None
    return None


def that_after(line: Line, at: int) -> int | None:
    """Return the "that" of the cue: no verb of another clause may stand before it."""
    heads = {c.head for c in line.cues if c.form in ("finite", "participle", "passive", "as", "according")}
    for i in range(at, min(len(line.tags), at + _NEAR)):
        if line.words[i] == "that" and is_that(line, i, first=i == at):
            return i
        if i in heads:
            return None
        if line.tags[i] & (STOP | QUOTED | COLON | MODAL | CONTRACTED) or (
            finite_at(line, i) and not line.tags[i] & CAP and not any(line.tags[j] & REL for j in range(at, i))
        ):
            return None
    return None


def is_that(line: Line, at: int, *, noun: bool = False, first: bool = False) -> bool:
    """Say whether "that" opens a clause: no preposition before it, no verb behind it ("a rule that binds")."""
    before = line.tags[at - 1] if at else 0
    if (before & (PREP | CO) and not before & CAP and not first) or at + 1 >= len(line.tags):
        return False
    if at + 2 < len(line.tags) and _is_noun_before_verb(line, at + 1):
        return True  # "that wages were late": the word behind it looks like a verb and is the subject
    if noun and line.tags[at + 1] & PLAIN and not line.tags[at + 1] & (CAP | DET | SUBJ | NOUN | PREP):
        return False
    return not line.tags[at + 1] & (AUX | MODAL) and not (
        line.tags[at + 1] & (PAST | S) and not line.tags[at + 1] & (CAP | ADV | DET)
    )


def _is_noun_before_verb(line: Line, at: int) -> bool:
    """Say whether what looks like a verb is a noun, since an auxiliary that fits it follows: "wages were"."""
    if line.tags[at] & (AUX | MODAL):
        return False
    after = line.tags[at + 1]
    if line.tags[at] & S:
        return bool(after & MODAL) or line.words[at + 1] in word_set("be_plural")
    return bool(line.tags[at] & PLAIN and after & (AUX | MODAL))


def _object_after(line: Line, cue: CueAt, at: int) -> After | None:
    """Return a frame with an object: somebody to do, somebody of, something as, somebody that."""
    entry, tags, words = cue.entry, line.tags, line.words
    if entry is None or (tags[at] & (PREP | SUB | SIGN | TO) and not tags[at] & (DET | OBJ | POSS | CAP)):
        return None
    frames = entry.frames
    end = phrase_end(line, at)
    if end <= at:
        return None
    if frames & {"np-that", "np-wh"}:
        if end < len(tags) and words[end] in word_set("wh"):
            return After("wh", end, (at, end))
        if end < len(tags) and is_clause(line, end, len(tags)) and (tags[at] & (OBJ | CAP) or words[at].endswith("s")):
            return After("clause", end, (at, end))
        if end < len(tags) and tags[end] & (PREP | TIME | ADV):
            rest = _past_occasion(line, end)
            if rest < len(tags) and is_clause(line, rest, len(tags)):
                return After("clause", rest, (at, end))
    far = _to_after(line, at)
    if "np-to" in frames and far is not None:
        return After("somebody to", at)
    for frame, word in (("np-of", "of"), ("np-for", "for"), ("np-as", "as")):
        if frame in frames and _word_after(line, at, word):
            return After("object", at)
    if any(_word_after(line, at, p) for p in entry.object_prepositions):
        return After("object", at)
    return None


def _to_after(line: Line, at: int) -> int | None:
    for i in range(at, min(len(line.tags) - 1, at + _NEAR)):
        if line.words[i] == "to" and line.tags[i + 1] & (PLAIN | ADV | MARK):
            return i
        if line.tags[i] & (STOP | COLON | QUOTED | MODAL) or (finite_at(line, i) and not line.tags[i] & CAP):
            return None
    return None


def _word_after(line: Line, at: int, word: str) -> bool:
    for i in range(at + 1, min(len(line.tags), at + _NEAR)):
        if line.words[i] == word:
            return True
        if line.tags[i] & (STOP | COLON | QUOTED):
            return False
    return False


def _clause_after(line: Line, cue: CueAt, at: int) -> After | None:
    """Return a bare clause, or a plain object where the cue takes one."""
    entry, tags = cue.entry, line.tags
    if entry is None:
        return None
    if "that" in entry.frames or "np-that" in entry.frames:
        if is_clause(line, at, len(tags), strict="np" in entry.frames):
            return After("clause", at)
        rest = _past_occasion(line, at)
        if rest > at and rest < len(tags) and is_clause(line, rest, len(tags)):
            return After("clause", rest)
    if (
        entry.frames & {"np", "np-np"}
        and not tags[at] & (SIGN | SUB | TO | QUOTED)
        and (not tags[at] & PREP or tags[at] & (DET | OBJ | POSS))
        and not _only_time(line, at)
    ):
        return After("object", at)
    if entry.frames & {"np", "np-np", "quote"} and tags[at] & MARK and line.words[at] in ("“", '"', "''", "”"):
        return After("fragment", at)
    return None


def _only_time(line: Line, at: int) -> bool:
    """Say whether what follows only tells when: "reported Friday", "reported last week"."""
    if line.words[at] in ("last", "this", "next", "late", "early", "earlier"):
        at += 1
    while at < len(line.tags) and line.tags[at] & (TIME | NUM):
        at += 1
    return at >= len(line.tags) or (bool(line.tags[at] & SIGN) and bool(line.tags[at - 1] & (TIME | NUM)))


def _past_occasion(line: Line, at: int) -> int:
    """Return where a clause may begin behind "in a statement", "on Monday", "to reporters"."""
    tags = line.tags
    while at < len(tags):
        tag, word = tags[at], line.words[at]
        if tag & TIME or (tag & ADV and not tag & (DET | SUBJ | PREP | SUB | CO)) or word in ("last", "this"):
            at += 1
        elif tag & PREP and at + 1 < len(tags) and not tags[at + 1] & (SUBJ & ~DET):
            end = at + 2 if tags[at + 1] & TIME else phrase_end(line, at + 1)
            if end <= at + 1:
                return at
            at = end
        elif tag & COMMA:
            at += 1
        else:
            return at
    return at


def content_after(line: Line, after: After, cuts: Sequence[int], used: set[int]) -> tuple[Stretch, ...]:
    """Return the statement behind its cue, up to where another cue takes over."""
    tags = line.tags
    begin = after.begin
    while begin < len(tags) and tags[begin] & COMMA:
        begin += 1
    if begin >= len(tags):
        return ()
    if tags[begin] & QUOTED:
        return ((begin, begin + 1),) if begin not in used else ()
    limit = next((c for c in cuts if c > begin), len(tags))
    plain = after.kind in ("object", "preposition", "fragment", "to")
    for i in range(begin, limit):
        if tags[i] & QUOTED or (plain and i > begin and _ends_object(line, i)):
            limit = i
            break
    end = strip(line, begin, limit)
    return ((begin, end),) if end > begin else ()


def _ends_object(line: Line, at: int) -> bool:
    """Say whether a thing that somebody rejects or names ends here: before a clause that tells when or why."""
    tag, word = line.tags[at], line.words[at]
    if tag & COMMA and at + 1 < len(line.tags):
        after = line.tags[at + 1]
        return (bool(after & (ING | REL | SUB)) and not after & (DET | CAP)) or line.words[at + 1] in ("but", "and")
    if tag & CO and at + 1 < len(line.tags):  # "the count and promised more": another verb of the same subject
        after = line.tags[at + 1]
        return bool(after & (PAST | S | ING)) and not after & (CAP | NOUN | PREP | ADV)
    return word in word_set("object_ends")


def strip(line: Line, begin: int, end: int) -> int:
    """Return the end without the stop, comma or dash that closes the words."""
    while end > begin and line.tags[end - 1] & (STOP | COMMA | DASH | COLON):
        end -= 1
    return end


def cuts_of(line: Line, afters: Sequence[After | None]) -> list[int]:
    """Return where a statement must end because another cue begins: ", adding", ", but S said", ", according to"."""
    cuts = []
    tags, words = line.tags, line.words
    for cue, after in zip(line.cues, afters, strict=True):
        if cue.form in ("noun", "hedge", "infinitive", "passive", "as"):
            continue
        first = cue.subject[0] if cue.subject and not cue.inverted else cue.start
        if cue.subject and not cue.inverted and tags[cue.start - 1] & COMMA and cue.subject[1] == cue.start - 1:
            cuts.append(cue.start - 1)  # an aside ends here: "Smith, who said it was over, left"
        at = first - 1
        if at <= 0:
            continue
        if cue.form == "participle" and cue.entry is not None and cue.entry.lemma in word_set("evidence"):
            continue
        if cue.form in ("participle", "according", "reported by"):
            first = cue.start
            at = first - 1
            while at > 0 and (
                (tags[at] & CO and cue.form == "participle")
                or words[at] in ("as", "while", "by", "before", "after", "when")
            ):
                first, at = at, at - 1
            cuts.append(at if tags[at] & (COMMA | DASH) else first)
            continue
        if cue.form != "finite":
            continue
        tail = cue.entry is not None and "tail" in cue.entry.frames
        if tags[at] & COMMA and ((after is None and tail) or cue.inverted):
            cuts.append(at)
        elif words[at] in ("but", "and", "while", "though", "although") and tags[at - 1] & COMMA and after is not None:
            cuts.append(at - 1)
        elif cue.subject is None and words[at] in ("and", "but") and after is not None and not cue.modal:
            cuts.append(at)
    return sorted(cuts)
