"""Who stands where on an allegation: who asserts, admits, denies, promises, refuses, and in which words."""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence
from functools import cache
from pathlib import Path

from resolute.cases.placed import PlacedEvent
from resolute.cases.terms import Article, Standing
from resolute.cases.wording import shortened
from resolute.ground.origin import Passage, Span
from resolute.ground.prose import listed, states_named
from resolute.ground.rows import read_yaml
from resolute.news.terms import Claim

__all__ = ["general_denials", "named", "quotation", "standing", "standings"]


def named(claim: Claim) -> str:
    """Return who speaks, as a reader is told it: the name, else the text's own description, else nobody."""
    speaker = claim.speaker
    if speaker.kind == "unstated":
        return "Nobody named"
    if speaker.name:
        return speaker.name
    if speaker.kind == "unresolved" and speaker.candidates:
        return f"Left open: {listed(speaker.candidates, 'or')}"
    described = re.split(r",|\bwho\b", claim.source[0].text, maxsplit=1)[0].strip() if claim.source else ""
    words = described or speaker.role or speaker.organisation or states_named(speaker.state) or "unnamed"
    return words[0].upper() + words[1:]


def quotation(claim: Claim, text: str, events: Iterable[PlacedEvent] = ()) -> Span:
    """Return the shortest exact words of a claim that say what the events say; else its first words."""
    inside = [s for e in events for s in e.event.spans if any(c.holds(s) for c in claim.content)]
    best = min(inside, key=lambda s: (s.end - s.start, s.start), default=claim.content[0])
    return shortened(text, best)


def standing(article: Article, claim: Claim, events: Sequence[PlacedEvent] = (), *, general: bool = False) -> Standing:
    """Return where the speaker of a claim stands."""
    document = article.document
    return Standing(
        claim=claim.id,
        label=article.labels[claim.id],
        stance=claim.stance,
        who=named(claim),
        state=claim.speaker.state,
        on_behalf_of=claim.on_behalf_of,
        quote=Passage(document.id, quotation(claim, document.text, events)),
        note=_note(claim, general),
        general=general,
    )


def _note(claim: Claim, general: bool) -> str:
    notes = []
    if claim.speaker.kind in ("unnamed-person", "unnamed-group"):
        notes.append("unnamed")
    outlets = [h.outlet for h in claim.chain if h.outlet != claim.speaker.name]
    if outlets:
        notes.append(f"through {listed(outlets)}")
    if claim.channel == "headline":
        notes.append("headline")
    if claim.hedged:
        notes.append("hedged by the text")
    if general:
        notes.append("in general terms")
    return ", ".join(notes)


def standings(group: Sequence[PlacedEvent], articles: dict[str, Article]) -> tuple[Standing, ...]:
    """Return everybody who says, denies, admits or passes on what a group tells, in the order of the text."""
    out: dict[str, Standing] = {}
    for e in group:
        article = articles[e.letter]
        for claim_id in (*e.event.asserted_by, *e.event.denied_by):
            claim = e.claims.get(claim_id)
            while claim is not None:
                about = [x for x in group if x.letter == e.letter and _tells(claim, x)]
                general = not about and claim.id in e.event.denied_by and not _points_back(claim)
                out.setdefault(article.labels[claim.id], standing(article, claim, about, general=general))
                claim = e.claims.get(claim.nested_in) if claim.nested_in else None
    for e in group:
        article = articles[e.letter]
        for claim in general_denials(e, article):
            out.setdefault(article.labels[claim.id], standing(article, claim, general=True))
    return tuple(sorted(out.values(), key=lambda s: _order(s.label)))


def _tells(claim: Claim, e: PlacedEvent) -> bool:
    """Say whether the claim's own words tell the event, to assert or to refuse it."""
    return claim.id in e.event.asserted_by or any(c.holds(s) for c in claim.content for s in e.event.spans)


@cache
def _nouns() -> frozenset[str]:
    return frozenset(read_yaml(Path(__file__).parent / "tables" / "denials.yaml").data["nouns"])


def _points_back(claim: Claim) -> bool:
    """Say whether a denial names the charge it answers ("the allegations"), if not the act."""
    return any(word in _nouns() for c in claim.content for word in re.findall(r"\w+", c.text.casefold()))


def _order(label: str) -> tuple[int, str, int]:
    letters = label.rstrip("0123456789")
    return len(letters), letters, int(label[len(letters) :] or 0)


def general_denials(event: PlacedEvent, article: Article) -> list[Claim]:
    """Return what the States accused say in the same article, after the accusation, to deny any breach at all.

    A general denial is shown beside the accusation, marked as general: it does not name the act.
    """
    accused = {s for s in event.states if s}
    accusations = [c for c in article.claims if c.id in event.event.asserted_by and _accuses(c)]
    if not accusations:
        return []
    after = min(c.content[0].start for c in accusations)
    return [
        c
        for c in article.claims
        if "denies" in (c.stance, *c.also)
        and "un-measure" in c.topics
        and set(c.on_behalf_of) & accused
        and c.content[0].start > after
        and c.nested_in is None
    ]


def _accuses(claim: Claim) -> bool:
    return "accuses" in (claim.stance, *claim.also)
