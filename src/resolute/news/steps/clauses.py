"""What each cue hands over: the words that somebody is said to have said, by the frame of the cue.

Quotations first ("Q," S said; S said: Q), then clauses before the cue (C, S said), then what follows it. Positions
count the items of a line; `_spans` turns them into offsets.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

from resolute.news.draft import CueAt, Draft, Found, Line
from resolute.news.grammar.following import After, after_cue, content_after, cuts_of
from resolute.news.grammar.handed import Handed, Stretch
from resolute.news.grammar.preceding import content_before, passed_on
from resolute.news.grammar.shapes import according, held_by_noun, passive, quoted_as, reportedly
from resolute.news.grammar.subjects import main_subject
from resolute.news.language import Language, word_set
from resolute.news.tags import QUOTED

__all__ = ["ADDS", "NEEDS", "mark_clauses"]

NEEDS, ADDS = {"tokens", "periods", "quotations", "lines", "subjects"}, {"found"}


def mark_clauses(draft: Draft, _: Language) -> Draft:
    """Add a claim in the making for each cue that hands something over."""
    found: list[Found] = []
    for line in draft.lines:
        found += _read_line(draft, line)
    return replace(draft, found=tuple(found))


def _read_line(draft: Draft, line: Line) -> list[Found]:
    afters = [after_cue(line, cue) for cue in line.cues]
    cuts = cuts_of(line, afters)
    out: list[Found] = []
    sources: list[tuple[Stretch, ...]] = []
    used: set[int] = set()
    claims: list[Handed] = []
    for n, cue in enumerate(line.cues):
        claim = _read_cue(line, n, afters, cuts, sources, used)
        nested = claim is not None and any(a <= cue.head < b for c in claims for a, b in c.content)
        sources.append(claim.source if claim and not nested else ())
        if claim:
            claims.append(claim)
        if claim:
            used.update(i for a, b in claim.content for i in range(a, b) if line.tags[i] & QUOTED)
            if draft.periods[line.period].quotation is None or _sure_inside(claim, cue):
                out.append(_spans(draft, line, claim, cue))
    return out


def _sure_inside(claim: Handed, cue: CueAt) -> bool:
    """Say whether a cue inside somebody's quoted words hands over what others said, and is no manner of speaking."""
    if cue.entry is None or (not claim.source and cue.form != "noun"):
        return False
    if cue.modal or cue.negated or cue.form not in ("finite", "noun"):
        return False
    if claim.rule == "object":
        return cue.entry.stance in ("denies", "refuses", "opposes")
    return claim.rule in ("that", "to", "noun", "somebody to") and (cue.entry.rate == "high" or cue.form == "noun")


def _read_cue(
    line: Line,
    n: int,
    afters: Sequence[After | None],
    cuts: Sequence[int],
    sources: Sequence[tuple[Stretch, ...]],
    used: set[int],
) -> Handed | None:
    """Return what one cue hands over, the surest pattern first."""
    cue, after = line.cues[n], afters[n]
    words = ((cue.start, cue.end),)
    if cue.form in ("according", "reported by"):
        return according(line, cue, cuts)
    if cue.form == "hedge":
        return reportedly(line, n, cuts)
    if cue.form == "infinitive" or cue.entry is None:
        return None
    if cue.form == "noun":
        return held_by_noun(line, cue, cuts)
    if cue.form == "passive":
        return passive(line, cue, cuts)
    if cue.form == "as":
        return quoted_as(line, n, after, cuts)
    if cue.entry.lemma in ("quote", "cite") and any(c.form == "as" for c in line.cues[n + 1 : n + 2]):
        return None
    subject = (cue.subject,) if cue.subject else _inherited(line, n, sources)
    if not subject and cue.form == "participle":
        later = main_subject(line, len(line.tags), cue.end)
        subject = (later,) if later else ()
    if cue.subject is None and cue.form != "participle" and cue.form != "finite":
        return None
    passed = passed_on(line, cue, used)
    if passed:
        return Handed(subject, words, passed, "passed on")
    before = content_before(line, cue, after, used)
    if before:
        if after is not None and after.kind == "to" and len(before) == 1:
            before += content_after(line, after, cuts, used)  # "'We wait' Tokyo refuses to vote"
        return Handed(subject, words, before, "quotation before" if _holds_quotation(line, before) else "clause before")
    if after is None or not _is_sure(line, cue, after):
        return None
    if after.kind == "colon":
        return Handed(subject, words, (), "quotation after", after.addressee, pending=True)
    content = content_after(line, after, cuts, used)
    if not content:
        return None
    return Handed(subject, words, content, after.kind, after.addressee)


def _is_sure(line: Line, cue: CueAt, after: After) -> bool:
    """Say whether what follows suffices: a word that seldom hands a statement over needs words in quotation marks."""
    if after.kind in ("quotation after", "colon", "that"):
        return True
    if cue.form == "reduced" and after.kind == "fragment":  # "a final warning": a noun
        return False
    if cue.entry is None or cue.entry.rate != "quote" or after.kind == "fragment":
        return True
    marks = word_set("quotation_marks")
    return after.kind in ("object", "clause") and any(w in marks for w in line.words[after.begin :])


def _holds_quotation(line: Line, content: Sequence[Stretch]) -> bool:
    return any(line.tags[i] & QUOTED for a, b in content for i in range(a, b))


def _inherited(line: Line, n: int, sources: Sequence[tuple[Stretch, ...]]) -> tuple[Stretch, ...]:
    """Return the source of the cue before in the same line, or the subject of its main clause."""
    for source in reversed(sources):
        if source:
            return source
    subject = main_subject(line, line.cues[n].start)
    return (subject,) if subject else ()


def _spans(draft: Draft, line: Line, claim: Handed, cue: CueAt) -> Found:
    """Return the claim with offsets instead of positions."""
    items = draft.periods[line.period].items
    starts, ends = draft.tokens.starts, draft.tokens.ends

    def offsets(stretch: Stretch) -> tuple[int, int]:
        first, last = items[stretch[0]], items[stretch[1] - 1]
        start = starts[first] if first >= 0 else draft.quotations[-1 - first].start
        end = ends[last] if last >= 0 else draft.quotations[-1 - last].end
        return start, end

    return Found(
        source=tuple([offsets(s) for s in claim.source]),
        cue=tuple([offsets(s) for s in claim.cue]),
        content=tuple([offsets(s) for s in claim.content]),
        rule=claim.rule,
        period=line.period,
        pending=claim.pending,
        entry=cue.entry,
        negated=cue.negated,
        modal=cue.modal,
        hedged=cue.hedged,
        addressee=offsets(claim.addressee) if claim.addressee and claim.addressee[1] > claim.addressee[0] else None,
    )
