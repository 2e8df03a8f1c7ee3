"""The nouns of the news room. Every claim and event is a set of spans of one document; nothing here is a fact."""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import Annotated, ClassVar

from resolute.ground.conduct import Conduct, Party
from resolute.ground.origin import Span
from resolute.ground.quantity import Quantity
from resolute.ground.time import VagueDate
from resolute.ground.vocabulary import Word

__all__ = ["Claim", "Dated", "Document", "Event", "Happening", "Hop", "LawMention", "Reading", "SetAside", "Speaker"]


@dataclass(frozen=True, slots=True, kw_only=True)
class Dated:
    """A date and the reason for it; `edtf` is None where the text gives none, and `how` then says so.

    `anchor` is the id of a law mention whose day, known to law and not to this text, would date it.
    """

    edtf: VagueDate | None = None
    how: str = ""
    span: Span | None = None
    anchor: str | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class Document:
    """A text as extracted, and what it says about itself. `id` is the hash of the bytes, `text_id` of the text."""

    id: str
    name: str
    text_id: str
    text: str
    title: str | None = None
    title_span: Span | None = None
    publisher: str | None = None
    published: Dated = Dated()
    language: str | None = None
    extractor: str = "plain@1"


@dataclass(frozen=True, slots=True, kw_only=True)
class Speaker:
    """Who a source is. `resolved_by` names the rule; on a tie the kind is `unresolved` and `candidates` holds all."""

    kind: Annotated[str, Word("speaker-kind")]
    name: str | None = None
    role: str | None = None
    organisation: str | None = None
    state: tuple[str, ...] = ()
    resolved_by: str = ""
    evidence: Span | None = None
    candidates: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True, kw_only=True)
class Hop:
    """One medium through which words came; `stated` is False where the text leaves it to be inferred."""

    outlet: str
    relation: Annotated[str, Word("chain-relation")]
    stated: bool = True
    span: Span | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class Claim:
    """What a passage reports that a speaker said."""

    id: str
    source: tuple[Span, ...]
    cue: tuple[Span, ...]
    content: tuple[Span, ...]
    nested_in: str | None
    channel: Annotated[str, Word("channel")]
    speaker: Speaker
    on_behalf_of: tuple[str, ...]
    mode: Annotated[str, Word("claim-mode")]
    stance: Annotated[str, Word("stance")]
    also: tuple[Annotated[str, Word("stance")], ...] = ()
    hedged: bool = False
    chain: tuple[Hop, ...] = ()
    said: Dated = Dated()
    topics: tuple[Annotated[str, Word("topic")], ...] = ()
    events: tuple[str, ...] = ()
    rule: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class Happening:
    """What happened, where it is no conduct that law checks: a visit, a vote, a test, a price that moved."""

    SPARSE: ClassVar[bool] = True
    parties: tuple[Party, ...] = ()
    on: VagueDate | None = None
    from_: str | None = None
    to: str | None = None
    via: tuple[str, ...] = ()
    quantity: Quantity | None = None
    instrument: str | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class Event:
    """What a text alleges or tells: a conduct or a happening; who asserts and who denies it stands beside it."""

    id: str
    kind: Annotated[str, Word("event-kind")]
    status: Annotated[str, Word("event-status")]
    spans: tuple[Span, ...]
    conduct: Conduct | None = None
    happening: Happening | None = None
    dated: Dated = Dated()
    quantity_span: Span | None = None
    negated: bool = False
    asserted_by: tuple[str, ...] = ()
    denied_by: tuple[str, ...] = ()
    rule: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class LawMention:
    """Words that cite law, and what the words around them say of it. Whether that is right, law says.

    `kind`: `number` ("resolution 2379"), `description` ("the Security Council banned coal in August"), `generic`
    ("UN sanctions"), `anaphor` ("the resolution"), `body` ("the Sanctions Committee"), `deadline` ("by 22 December
    2019"). `dated` is the day the sentence gives for the law; `due` a deadline the sentence gives; `about` the
    subjects of the law base's lineages that the sentence names (`coal`, `workers`, `arms`).
    """

    id: str
    span: Span
    context: Span
    kind: str
    order: str | None = None
    number: int | None = None
    year: int | None = None
    paragraph: str | None = None
    dated: Dated = Dated()
    due: VagueDate | None = None
    about: tuple[str, ...] = ()
    targets: tuple[str, ...] = ()
    outcome: str | None = None
    claim: str | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class SetAside:
    """A passage that is no part of the running text, and why."""

    span: Span
    why: str


@dataclass(frozen=True, slots=True, kw_only=True)
class Reading:
    """What was read in one document."""

    document: Document
    claims: tuple[Claim, ...] = ()
    events: tuple[Event, ...] = ()
    mentions: tuple[LawMention, ...] = ()
    set_aside: tuple[SetAside, ...] = ()
    dropped: dict[str, int] = field(default_factory=dict)
    notes: tuple[str, ...] = ()
