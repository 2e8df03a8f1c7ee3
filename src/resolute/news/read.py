"""A document to its claims and events: lays the steps in order, and refuses an order that cannot work."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from types import ModuleType

from resolute.ground.errors import ResoluteError
from resolute.ground.origin import sha256_of
from resolute.news.draft import Draft, Step
from resolute.news.language import Language, load_language
from resolute.news.steps import (
    answers,
    assemble,
    blocks,
    chain,
    claims,
    clauses,
    cues,
    dates,
    document_date,
    entities,
    events,
    furniture,
    heading,
    headlines,
    law_mentions,
    quotes,
    said,
    sentences,
    sources,
    speakers,
    stance,
    states,
    tokens,
    tongue,
    topics,
)
from resolute.news.terms import Document, Reading

__all__ = ["StepsOutOfOrder", "draft_of", "lay", "read_text"]


class StepsOutOfOrder(ResoluteError):
    """A step needs what no step before it adds."""


@dataclass(frozen=True, slots=True)
class Laid:
    """A step in its place: its name, what it needs, what it adds, and itself."""

    name: str
    needs: frozenset[str]
    adds: frozenset[str]
    run: Step


def _laid(module: ModuleType, run: Step) -> Laid:
    return Laid(module.__name__.rpartition(".")[2], frozenset(module.NEEDS), frozenset(module.ADDS), run)


def lay(steps: Iterable[Laid], given: frozenset[str] = frozenset({"text"})) -> tuple[Laid, ...]:
    """Return the steps in the order given. Raises StepsOutOfOrder when one needs what none before it adds."""
    have, out = set(given), []
    for step in steps:
        if missing := sorted(step.needs - have):
            raise StepsOutOfOrder(f"news step `{step.name}` needs {', '.join(missing)}; no step before it adds that")
        have |= step.adds
        out.append(step)
    return tuple(out)


STEPS = lay(
    (
        _laid(blocks, blocks.mark_blocks),
        _laid(tongue, tongue.mark_language),
        _laid(furniture, furniture.mark_furniture),
        _laid(heading, heading.mark_heading),
        _laid(document_date, document_date.mark_document_date),
        _laid(tokens, tokens.mark_tokens),
        _laid(states, states.mark_states),
        _laid(quotes, quotes.mark_quotations),
        _laid(sentences, sentences.mark_sentences),
        _laid(entities, entities.mark_entities),
        _laid(cues, cues.mark_cues),
        _laid(sources, sources.mark_sources),
        _laid(clauses, clauses.mark_clauses),
        _laid(headlines, headlines.mark_headlines),
        _laid(claims, claims.join_claims),
        _laid(speakers, speakers.mark_speakers),
        _laid(chain, chain.mark_chains),
        _laid(stance, stance.mark_stances),
        _laid(topics, topics.mark_topics),
        _laid(dates, dates.mark_dates),
        _laid(said, said.mark_said),
        _laid(assemble, assemble.assemble_claims),
        _laid(law_mentions, law_mentions.mark_law_mentions),
        _laid(events, events.mark_events),
        _laid(answers, answers.mark_answers),
    )
)
_BEFORE_LANGUAGE = 2  # steps that a text in any language passes


def draft_of(
    text: str,
    *,
    name: str,
    document_id: str,
    extractor: str = "plain@1",
    language: Language | None = None,
    until: str | None = None,
) -> Draft:
    """Return the working record, for those who look at a step's work: after every step, or after the one named."""
    tables = language or load_language("en")
    draft = Draft(name=name, document_id=document_id, extractor=extractor, text=text)
    for place, step in enumerate(STEPS):
        if place == _BEFORE_LANGUAGE and draft.language not in (None, tables.code):
            break
        draft = step.run(draft, tables)
        if step.name == until:
            break
    return draft


def read_text(
    text: str, *, name: str, document_id: str, extractor: str = "plain@1", language: Language | None = None
) -> Reading:
    """Return what a text says that somebody said, what it tells, and the law it cites.

    A claim is what a passage reports; whether it is so, is not said here. A text in a language without tables gives
    an empty reading with a note, never a misreading. Same text, same reading; nothing is looked up outside it.

    Args:
        text: the extracted text; all spans are offsets into it.
        name: what the document is called, for people.
        document_id: hash of its bytes (`sha256_of`).
        extractor: what made the text of the bytes, with its version.
        language: tables of a language; English where nothing is given.
    """
    draft = draft_of(text, name=name, document_id=document_id, extractor=extractor, language=language)
    heading, notes = draft.heading, draft.notes
    if draft.language not in (None, (language or load_language("en")).code):
        notes = (*notes, f"the text is in another language ({draft.language}); it was not read")
    document = Document(
        id=document_id,
        name=name,
        text_id=sha256_of(text.encode("utf-8", "surrogatepass")),
        text=text,
        title=heading.title.text if heading.title else None,
        title_span=heading.title,
        publisher=heading.publisher,
        published=draft.published,
        language=draft.language,
        extractor=extractor,
    )
    return Reading(
        document=document,
        claims=draft.claims,
        events=draft.events,
        mentions=draft.mentions,
        set_aside=draft.set_aside,
        dropped=dict(draft.dropped),
        notes=notes,
    )
