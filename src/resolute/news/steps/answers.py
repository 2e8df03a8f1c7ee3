"""Who answers what he is accused of: "rejected the allegations", "in response ... abides by international law".

Such words name no act. They deny the events of the claims they point back to: those of a speaker they name, else the
accusations told last before them in which the answering State has a part.
"""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import replace

from resolute.news.draft import Draft
from resolute.news.frames import answer_words
from resolute.news.language import Language
from resolute.news.terms import Claim, Event

__all__ = ["ADDS", "NEEDS", "mark_answers"]

NEEDS, ADDS = {"claims", "events", "sentences"}, {"answers"}

_ACCUSING = frozenset({"accuses", "reports", "asserts"})
_SHORT = 90  # characters of a content that only points back
_FAR = 5  # lines of text between an accusation and its answer


def mark_answers(draft: Draft, _: Language) -> Draft:
    """Add to events the claims that answer them, and to claims the events they assert or deny."""
    events = list(draft.events)
    claims = sorted(draft.claims, key=_start)
    before: tuple[Claim, frozenset[str]] | None = None
    for n, claim in enumerate(claims):
        denied = _denied(draft, claim, claims[:n], events)
        if not denied and before is not None and _goes_on(draft, before[0], claim):
            denied = before[1]
        if denied:
            events = [_with_denial(e, claim) if e.id in denied else e for e in events]
            before = (claim, denied)
    return replace(draft, events=tuple(events), claims=tuple(_with_events(c, events) for c in draft.claims))


def _start(claim: Claim) -> int:
    return min(s.start for s in (*claim.cue, *claim.content))


def _with_denial(event: Event, claim: Claim) -> Event:
    if claim.id in event.denied_by or claim.id in event.asserted_by:
        return event
    return replace(event, denied_by=(*event.denied_by, claim.id))


def _with_events(claim: Claim, events: Iterable[Event]) -> Claim:
    return replace(claim, events=tuple(e.id for e in events if claim.id in (*e.asserted_by, *e.denied_by)))


def _denied(draft: Draft, claim: Claim, before: Sequence[Claim], events: Sequence[Event]) -> frozenset[str]:
    """Return the events that a claim denies without naming them."""
    if _points_back(claim):
        return _of_claims(_accusers(draft, claim, before), claim, events)
    if claim.stance in ("denies", "asserts") and _keeps_rules(claim) and _answers(draft, claim):
        return _of_claims(_accusers(draft, claim, before), claim, events)
    return frozenset()


def _points_back(claim: Claim) -> bool:
    """Say whether a denial holds no act of its own: "the allegations", "his accusations as unfounded"."""
    text = " ".join(s.text for s in claim.content)
    return claim.stance == "denies" and len(text) <= _SHORT and any(answer_words().allegations.find(text))


def _keeps_rules(claim: Claim) -> bool:
    return any(any(answer_words().keeping.find(s.text)) for s in claim.content)


def _answers(draft: Draft, claim: Claim) -> bool:
    """Say whether the sentence of a claim opens as an answer."""
    sentence = draft.sentence_at(claim.cue[0].start if claim.cue else _start(claim))
    if sentence is None:
        return False
    opening = draft.text[sentence.start : sentence.end].lower().lstrip("“\"'‘ ")
    return opening.startswith(answer_words().openers)


def _goes_on(draft: Draft, last: Claim, claim: Claim) -> bool:
    """Say whether the one who just answered goes on in the next line, and again in general words."""
    same = last.speaker.name is not None and last.speaker.name == claim.speaker.name
    near = 0 < _block(draft, claim) - _block(draft, last) <= 1 or _block(draft, claim) == _block(draft, last)
    return same and near and claim.stance in ("denies", "asserts") and _keeps_rules(claim)


def _block(draft: Draft, claim: Claim) -> int:
    sentence = draft.sentence_at(_start(claim))
    return sentence.block if sentence else -9


def _accusers(draft: Draft, claim: Claim, before: Sequence[Claim]) -> list[Claim]:
    """Return the claims that an answer points back to: those of the one it names, else the nearest accusations."""
    text = " ".join(s.text for s in claim.content)
    own = set(claim.on_behalf_of or claim.speaker.state)
    accusing = [
        c
        for c in before
        if c.stance in _ACCUSING
        and not own & set(c.on_behalf_of or c.speaker.state)
        and (c.speaker.name is None or c.speaker.name != claim.speaker.name)
    ]
    named = [c for c in accusing if c.speaker.name and _surname(c.speaker.name) in text]
    if named:
        return named
    here = _block(draft, claim)
    return [c for c in accusing if here - _block(draft, c) <= _FAR]


def _surname(name: str) -> str:
    return name.split()[-1]


def _of_claims(accusers: Sequence[Claim], answer: Claim, events: Sequence[Event]) -> frozenset[str]:
    """Return the events that accusers assert and in which the answering State takes part."""
    ids = {c.id for c in accusers}
    own = set(answer.on_behalf_of or answer.speaker.state)
    return frozenset(
        e.id for e in events if ids & set(e.asserted_by) and e.kind == "conduct" and (not own or own & _states(e))
    )


def _states(event: Event) -> set[str]:
    c = event.conduct
    if c is None:
        return set()
    places = [p[:2] for p in (c.from_, c.to, *c.via) if p]
    return {s for s in (c.actor.state, *places, *(p.state for p in c.parties)) if s}
