"""Finished claims, with ids that depend on their own words alone.

An id is a hash of source, cue and content, with a count among claims of the very same words. Neither offsets nor the
document enter it: lines put before a text change no id, and two copies of one report give the same ids. A claim is
therefore named by its document and its id together.
"""

from __future__ import annotations

import hashlib
from bisect import bisect_left
from collections.abc import Sequence
from dataclasses import replace

from resolute.ground.origin import Span
from resolute.news.draft import Draft, Found, Tokens
from resolute.news.language import Language
from resolute.news.terms import Claim

__all__ = ["ADDS", "NEEDS", "assemble_claims", "id_of"]

NEEDS, ADDS = {"speakers", "on_behalf", "chains", "stances", "topics", "said"}, {"claims"}


def assemble_claims(draft: Draft, _: Language) -> Draft:
    """Add the claims; what only passes another on has become a hop of its chain."""
    kept = [i for i, f in enumerate(draft.found) if f.wraps is None]
    spans = {i: _spans(draft, draft.found[i]) for i in kept}
    ids: dict[int, str] = {}
    seen: dict[str, int] = {}
    for i in kept:
        words = "\x1f".join("\x1e".join(_plain(s.text) for s in part) for part in spans[i])
        seen[words] = seen.get(words, -1) + 1
        ids[i] = id_of("claim", words, seen[words])
    claims = tuple([_claim(draft, i, spans[i], ids) for i in kept])
    return replace(draft, claims=claims)


def id_of(kind: str, words: str, ordinal: int) -> str:
    """Return the id of something by its own words: 16 hexadecimal digits, `-2` and so on for the same words again."""
    digest = hashlib.sha256(f"{kind}\x1d{words}".encode("utf-8", "surrogatepass")).hexdigest()[:16]
    return f"{digest}-{ordinal + 1}" if ordinal else digest


def _plain(text: str) -> str:
    return " ".join(text.split())


def _spans(draft: Draft, f: Found) -> tuple[tuple[Span, ...], tuple[Span, ...], tuple[Span, ...]]:
    source, cue, content = (tuple([draft.span(s, e) for s, e in part]) for part in (f.source, f.cue, f.content))
    return source, cue, content


def _claim(draft: Draft, number: int, spans: tuple[tuple[Span, ...], ...], ids: dict[int, str]) -> Claim:
    f, stance = draft.found[number], draft.stances[number]
    return Claim(
        id=ids[number],
        source=spans[0],
        cue=spans[1],
        content=spans[2],
        nested_in=ids.get(f.nested_in) if f.nested_in is not None else None,
        channel=f.channel,
        speaker=draft.speakers[number],
        on_behalf_of=draft.on_behalf[number],
        mode=_mode(draft, f.content),
        stance=stance.does,
        also=stance.also,
        hedged=stance.hedged,
        chain=draft.chains[number],
        said=draft.said[number],
        topics=draft.topics[number],
        rule=f.rule,
    )


def _mode(draft: Draft, content: Sequence[tuple[int, int]]) -> str:
    """Say how many of the words stand in quotation marks of their own: all, some or none."""
    tokens, quotations = draft.tokens, draft.quotations
    inside = outside = False
    for start, end in content:
        at = bisect_left(quotations, start, key=lambda q: q.start)
        free = start  # up to here the words are counted
        while at < len(quotations) and quotations[at].start < end:
            q = quotations[at]
            outside |= _holds_words(tokens, free, q.start)
            inside |= _holds_words(tokens, q.inner_start, min(q.inner_end, end))
            free, at = q.end, at + 1
        outside |= _holds_words(tokens, free, end)
    if not inside:
        return "indirect"
    return "mixed" if outside else "direct"


def _holds_words(tokens: Tokens, start: int, end: int) -> bool:
    """Say whether a word, and not only marks, stands between two offsets."""
    if end <= start:
        return False
    return any(tokens.words[i][0].isalnum() for i in range(tokens.at(start), bisect_left(tokens.starts, end)))
