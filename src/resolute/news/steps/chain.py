"""The media through which words came, the innermost first: whom the speaker told, who quoted him, who carried it."""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Iterator, Sequence
from dataclasses import replace

from resolute.news.described import outlet_of
from resolute.news.draft import Draft, Found
from resolute.news.language import Language, word_set
from resolute.news.outlets import is_wire, outlet_at
from resolute.news.terms import Hop, Speaker

__all__ = ["ADDS", "NEEDS", "mark_chains"]

NEEDS, ADDS = {"speakers", "heading"}, {"chains"}


def mark_chains(draft: Draft, _: Language) -> Draft:
    """Add to each claim the media it came through."""
    found = draft.found
    wraps: dict[int, list[Found]] = {}
    for f in found:
        if f.wraps is not None:
            wraps.setdefault(f.wraps, []).append(f)
    last: dict[str, tuple[Hop, ...]] = {}
    chains: list[tuple[Hop, ...]] = [()] * len(found)
    for i, f in enumerate(found):
        if f.nested_in is not None:
            continue
        speaker = draft.speakers[i]
        own = (*_told(draft, f), *_own_medium(draft, f, speaker), *_passed(draft, wraps.get(i, ())))
        who = speaker.name or "" if speaker.kind == "person" else ""
        hops = own
        if not own and who in last:  # his remarks go on: the medium is the same, but the text does not say so again
            hops = tuple([replace(h, stated=False, span=None) for h in last[who]])
        elif own and who:
            last[who] = own
        chains[i] = (*hops, *_publisher(draft, hops))
    for i, f in enumerate(found):
        if f.nested_in is not None:
            chains[i] = tuple([replace(h, stated=False) for h in chains[_outermost(found, i)]])
    return replace(draft, chains=tuple(chains))


def _outermost(found: Sequence[Found], at: int) -> int:
    """Return the claim in whose content all the others stand."""
    for _ in range(len(found)):
        outer = found[at].nested_in
        if outer is None:
            break
        at = outer
    return at


def _told(draft: Draft, f: Found) -> Iterator[Hop]:
    """Yield the medium that the speaker spoke to: "told O", "in comments made to O", "who spoke to O"."""
    tokens, words = draft.tokens, draft.tokens.words
    items = [i for i in draft.periods[f.period].items if i >= 0]
    if not items:
        return
    last = items[-1] + 1
    for before in items:
        if words[before] not in word_set("told") or (before and words[before - 1] == "according"):
            continue
        at = before + 1
        while at < last and at - before <= 5:
            named = outlet_at(words, at, last)
            start = tokens.starts[at]
            if named is not None and not draft.shadow[start].islower():
                if not any(s <= start < e for s, e in f.content):
                    yield Hop(outlet=named[0], relation="told", span=draft.span(start, tokens.ends[named[1] - 1]))
                    return
                break
            if words[at] not in word_set("outlet_adjectives"):
                break
            at += 1


def _own_medium(draft: Draft, f: Found, speaker: Speaker) -> Iterator[Hop]:
    """Yield the medium that quotes the speaker ("O quoted S as saying") or that is itself the speaker."""
    if f.rule == "quoted as saying":
        quoting = f.cue[0][0]
        sentence = draft.sentence_at(quoting)
        named = _outlet_before(draft, sentence.start if sentence else quoting, quoting)
        if named is not None:
            yield named
    elif speaker.kind == "outlet" and speaker.name and f.source:
        yield Hop(outlet=speaker.name, relation=_relation(f), span=draft.span(*f.source[0]))


def _outlet_before(draft: Draft, start: int, end: int) -> Hop | None:
    tokens = draft.tokens
    first, last = tokens.at(start), bisect_left(tokens.starts, end)
    for at in range(last - 1, first - 1, -1):
        named = outlet_at(tokens.words, at, last)
        if named is not None and draft.shadow[tokens.starts[at]].isupper():
            return Hop(
                outlet=named[0], relation="quoted", span=draft.span(tokens.starts[at], tokens.ends[named[1] - 1])
            )
    return None


def _relation(f: Found) -> str:
    return "according-to" if f.rule == "according to" and f.entry is None else "reported"


def _passed(draft: Draft, wraps: list[Found] | tuple[Found, ...]) -> Iterator[Hop]:
    """Yield those who pass the claim on: "..., reports O", "according to O"."""
    for w in wraps:
        outlet = outlet_of(draft, w.source[0])
        if outlet is not None:
            yield Hop(outlet=outlet, relation=_relation(w), span=draft.span(*w.source[0]))


def _publisher(draft: Draft, hops: tuple[Hop, ...]) -> Iterator[Hop]:
    """Yield the document's own publisher, which ends every chain."""
    heading = draft.heading
    if heading.publisher and heading.publisher not in [h.outlet for h in hops]:
        relation = "carried" if is_wire(heading.publisher) and heading.dateline else "published"
        yield Hop(outlet=heading.publisher, relation=relation, span=heading.publisher_span)
