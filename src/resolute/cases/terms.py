"""The nouns of the cases room: what several documents amount to. A finding holds what would be so, if true."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Annotated, Any

from resolute.ground.origin import Citation, Origin, Passage, Span
from resolute.ground.time import Day, VagueDate
from resolute.ground.vocabulary import Word
from resolute.law.terms import Cited, Verdict
from resolute.news.terms import Claim, Document, Event, SetAside

__all__ = [
    "Article", "Brief", "CitedMention", "Contradiction", "Correction", "Finding", "LawCard", "MatrixCell",
    "MatrixColumn", "MatrixRow", "Position", "Question", "Relation", "Sentence", "Standing", "TimelineEntry",
]  # fmt: skip


@dataclass(frozen=True, slots=True, kw_only=True)
class Sentence:
    """A sentence of an output and what it rests on. `outside`: it says something that no article says."""

    text: str
    claims: tuple[str, ...] = ()
    passages: tuple[Passage, ...] = ()
    measures: tuple[str, ...] = ()
    outside: bool = False


@dataclass(frozen=True, slots=True, kw_only=True)
class CitedMention:
    """Words of a text that cite law, and whether they are right."""

    id: str
    span: Span
    cited: Cited
    claim: str | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class Article:
    """One document of a case under its letter, with everything read in it. Labels are the letter and a number."""

    letter: str
    document: Document
    claims: tuple[Claim, ...]
    events: tuple[Event, ...]
    citations: tuple[CitedMention, ...]
    set_aside: tuple[SetAside, ...]
    labels: dict[str, str]  # claim id -> "A7"
    notes: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True, kw_only=True)
class Relation:
    """How two events stand to each other, and why."""

    kind: Annotated[str, Word("relation")]
    a: str
    b: str
    why: Sentence


@dataclass(frozen=True, slots=True, kw_only=True)
class Standing:
    """Where somebody stands on an allegation: the stance, for whom he speaks, the shortest exact quotation."""

    claim: str
    label: str
    stance: Annotated[str, Word("stance")]
    who: str
    state: tuple[str, ...]
    on_behalf_of: tuple[str, ...]
    quote: Passage
    note: str = ""
    general: bool = False  # the words do not name this act


@dataclass(frozen=True, slots=True, kw_only=True)
class LawCard:
    """A measure as a card: the rule in our words, since when, for whom, except, what it says if true, and why."""

    measure: str
    heading: str
    rule: str
    in_force: str
    binds: str
    exceptions: tuple[str, ...]
    verdict: Annotated[str, Word("verdict")]
    if_true: str
    because: tuple[dict[str, Any], ...]  # {"holds", "test", "found"}
    citation: Citation
    confidence: Annotated[str, Word("confidence")]
    note: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class Question:
    """A question to ask a person, and what the answer would decide."""

    text: str
    decides: str
    findings: tuple[str, ...] = ()
    fact: str | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class Finding:
    """An alleged act under the measures it engages: the verdict if true, who stands where, what speaks against it.

    `events` are the events of one or several articles that are the same act or parts of it. `verdict` answers for the
    conduct `conduct_of` reads out of them. `engaged` is False where no measure of the base catches the act.
    """

    id: str
    number: int
    title: str
    line: str
    lead: tuple[Sentence, ...]
    events: tuple[str, ...]
    on: VagueDate | None
    on_how: str
    standings: tuple[Standing, ...]
    against: tuple[Sentence, ...]
    verdicts: tuple[Verdict, ...]
    cards: tuple[LawCard, ...]
    notes: tuple[Sentence, ...]
    missing: tuple[Question, ...]
    engaged: bool = True


@dataclass(frozen=True, slots=True, kw_only=True)
class Contradiction:
    """Two claims that clash, or only seem to; `clash` says on what: polarity, number, date, actor."""

    real: bool
    subject: str
    clash: str
    claims: tuple[str, ...]
    why: Sentence


@dataclass(frozen=True, slots=True, kw_only=True)
class Correction:
    """Words of a text that do not fit the law they cite, and what fits. The text stays as it is."""

    article: str
    span: Span
    as_written: str
    fits: str
    why: Sentence
    claim: str | None = None
    kind: str = "number"  # number, deadline, date, vote, body, wording
    resolves_to: str | None = None
    loose: bool = False


@dataclass(frozen=True, slots=True, kw_only=True)
class MatrixColumn:
    """A subject on which speakers take a stand."""

    id: str
    title: str
    finding: str | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class MatrixCell:
    """Stances of one speaker on one subject."""

    column: str
    stances: tuple[tuple[str, str], ...]  # (stance, claim id)


@dataclass(frozen=True, slots=True, kw_only=True)
class MatrixRow:
    """A speaker, for whom he speaks, and where he stands."""

    group: str  # "For Russia", "For no state"
    who: str
    role: str
    cells: tuple[MatrixCell, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class Position:
    """What a State said on a measure, article by article: its position over the years."""

    state: str
    line: str
    measure: str | None
    said: str | None  # EDTF
    said_how: str
    stance: Annotated[str, Word("stance")]
    claim: str
    label: str
    quote: Passage


@dataclass(frozen=True, slots=True, kw_only=True)
class TimelineEntry:
    """One mark of the timeline. `lane`: law, alleged, said, published, told. `outside`: no text says it."""

    lane: str
    edtf: str | None
    label: str
    claims: tuple[str, ...] = ()
    finding: str | None = None
    measure: str | None = None
    article: str | None = None
    weight: int = 1
    outside: bool = False
    row: str = ""  # what it belongs to inside its lane: the line of a measure ("coal"); entries of a row share it


@dataclass(frozen=True, slots=True, kw_only=True)
class Brief:
    """A case as it is printed: `brief.json` is this, whole; the page and the summary are made from it alone."""

    form: str
    title: str
    lead: str
    law_version: str
    known: Day
    articles: tuple[Article, ...]
    findings: tuple[Finding, ...]
    relations: tuple[Relation, ...]
    matrix_columns: tuple[MatrixColumn, ...]
    matrix: tuple[MatrixRow, ...]
    positions: tuple[Position, ...]
    timeline: tuple[TimelineEntry, ...]
    corrections: tuple[Correction, ...]
    contradictions: tuple[Contradiction, ...]
    questions: tuple[Question, ...]
    hits: tuple[dict[str, Any], ...]
    sea_events: tuple[dict[str, Any], ...]
    origins: tuple[Origin, ...]
    counts: dict[str, int]
    refused: tuple[str, ...] = ()
    people: dict[str, str] | None = None
    orders: dict[str, str] | None = None  # the legal orders that answered: id -> title, as the law base names them
