"""The grammar of headlines: "X: Y", "Y: X", "Y, FM Smith", and a quotation set before its sentence.

A headline that is a plain sentence ("Tokyo refuses to vote") has been read as one; its claims get their channel here.
"""

from __future__ import annotations

from bisect import bisect_left
from dataclasses import replace

from resolute.news.described import outlet_of
from resolute.news.draft import Draft, Found
from resolute.news.language import Language
from resolute.news.roles import roles_in
from resolute.news.tags import AUX, CUE, MODAL, PAST, PLAIN, S

__all__ = ["ADDS", "NEEDS", "mark_headlines"]

NEEDS, ADDS = {"tokens", "periods", "heading", "found", "entities"}, {"headlines"}

_VERBAL = MODAL | AUX | PAST | S | PLAIN
_FEW = 6  # words of a speaker in a headline


def mark_headlines(draft: Draft, _: Language) -> Draft:
    """Add the claims that only the form of a headline shows, and the channel of all that stand in it."""
    title = draft.heading.title
    if title is None:
        return draft
    found = [
        replace(f, channel="headline") if title.start <= (f.cue or f.content)[0][0] < title.end else f
        for f in draft.found
    ]
    number = next((n for n, p in enumerate(draft.periods) if draft.blocks[p.block].kind == "title"), 0)
    extra = _colon(draft, title.start, title.end, number) or _comma(draft, title.start, title.end, number)
    if extra is not None:
        # what was read of the speaker's words as if they went on behind the comma ends before it
        found = [_cut(f, extra) for f in found if f.source != extra.source]
        found.append(extra)
    return replace(draft, found=tuple(found))


def _cut(f: Found, extra: Found) -> Found:
    """Return a claim of the headline whose content does not reach over the speaker set behind the headline."""
    at = extra.source[0][0]
    limit = extra.content[0][1]
    content = tuple([(s, min(e, limit)) if s < limit <= at < e else (s, e) for s, e in f.content])
    return replace(f, content=content) if f.channel == "headline" else f


def _colon(draft: Draft, start: int, end: int, period: int) -> Found | None:
    """Read "Tokyo: the ban holds" and "The ban holds: Tokyo"."""
    at = draft.shadow.find(":", start, end)
    if at < 0 or at + 2 >= end or draft.shadow.find(":", at + 1, end) >= 0:
        return None
    before, after = (start, at), (at + 2, end)
    for source, content in ((after, before), (before, after)):
        if _is_speaker(draft, *source) and _says_something(draft, *content):
            return Found(
                source=(source,), cue=((at, at + 1),), content=(_stripped(draft, content),), rule="headline colon",
                period=period, channel="headline",
            )  # fmt: skip
    return None


def _comma(draft: Draft, start: int, end: int, period: int) -> Found | None:
    """Read "Tokyo opposes new ban, FM Sato": a role and a name behind the last comma, without a verb."""
    at = draft.shadow.rfind(",", start, end)
    if at < 0 or at + 2 >= end:
        return None
    source = (at + 2, end)
    tokens = draft.tokens
    first, last = tokens.at(source[0]), bisect_left(tokens.starts, end)
    if last - first > _FEW or not roles_in(tokens.words, first, last):
        return None
    if any(tokens.tags[i] & (MODAL | AUX) or _is_cue(draft, i) for i in range(first, last)):
        return None
    if not _says_something(draft, start, at):
        return None
    return Found(
        source=(source,), cue=(), content=((start, at),), rule="headline comma", period=period, channel="headline"
    )


def _is_cue(draft: Draft, at: int) -> bool:
    return bool(draft.tokens.tags[at] & CUE and draft.tokens.tags[at] & _VERBAL)


def _is_speaker(draft: Draft, start: int, end: int) -> bool:
    """Say whether a few words name somebody who can speak: a State, an outlet, a role, a person of the text."""
    tokens = draft.tokens
    first, last = tokens.at(start), bisect_left(tokens.starts, end)
    if not 0 < last - first <= _FEW:
        return False
    if outlet_of(draft, (start, end)) or roles_in(tokens.words, first, last):
        return True
    words = draft.shadow[start:end]
    states = draft.states_in(start, end)
    if (
        len(states) == 1
        and states[0].end - states[0].start >= len(words) - 5
        and states[0].form in ("name", "capital", "seat")
    ):
        return True
    names = {e.name.lower().split()[-1] for e in draft.entities} | {e.name.lower() for e in draft.entities}
    return words.lower() in names or tokens.words[last - 1] in (
        "poll",
        "report",
        "study",
        "survey",
        "sources",
        "officials",
    )


def _says_something(draft: Draft, start: int, end: int) -> bool:
    """Say whether words hold a verb."""
    tokens = draft.tokens
    first, last = tokens.at(start), bisect_left(tokens.starts, end)
    return last - first >= 2 and any(tokens.tags[i] & _VERBAL for i in range(first, last))


def _stripped(draft: Draft, span: tuple[int, int]) -> tuple[int, int]:
    start, end = span
    while end > start and draft.shadow[end - 1] in " .":
        end -= 1
    return start, end
