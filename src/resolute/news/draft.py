"""The working record of one document while it is read: each step gets one and returns a fuller one.

Nothing in it changes: a step answers with `dataclasses.replace(draft, ...)`. A step is a function
`(Draft, Language) -> Draft` in a file of its own, headed by `NEEDS, ADDS = {...}, {...}`: names of the fields
below. `read.py` refuses an order of steps in which a need is not yet met.

All offsets are offsets into `Draft.text`. `shadow` has the same length: spaces, dashes and quotation marks of every
dress are unified in it, so that a rule is written once; a span is always cut from `text`.
"""

from __future__ import annotations

from bisect import bisect_left, bisect_right
from collections.abc import Callable
from dataclasses import dataclass, field, fields

from resolute.ground.origin import Span, span_of
from resolute.ground.states import StateMention
from resolute.news.language import Cue, Language
from resolute.news.terms import Claim, Dated, Event, Hop, LawMention, SetAside, Speaker

__all__ = [
    "Block",
    "CueAt",
    "Draft",
    "Entity",
    "Found",
    "Heading",
    "Line",
    "Mention",
    "Period",
    "Quotation",
    "Sentence",
    "Stance",
    "Step",
    "Tokens",
]


@dataclass(frozen=True, slots=True)
class Block:
    """A line of text without the blanks around it, or a part of a line that was glued to another.

    `kind`: `title`, `dateline`, `body`, `aside` (no part of the running text; `why` says what it is).
    """

    start: int
    end: int
    kind: str = "body"
    why: str = ""


@dataclass(frozen=True, slots=True)
class Tokens:
    """Words and marks in order, as columns: token `i` is `text[starts[i]:ends[i]]`.

    `words` are in small letters and plain dress ("don't" with a straight apostrophe). `tags` are word classes: bits of
    `language.TAGS`. Tokens of every block are here, those set aside too.
    """

    starts: tuple[int, ...] = ()
    ends: tuple[int, ...] = ()
    words: tuple[str, ...] = ()
    tags: tuple[int, ...] = ()

    def at(self, offset: int) -> int:
        """Return the first token that ends after the offset (the count of tokens when none does)."""
        return bisect_right(self.ends, offset)


@dataclass(frozen=True, slots=True)
class Sentence:
    """A sentence of a block that is not set aside; it never crosses a line. Tokens `first` up to, not with, `last`."""

    start: int
    end: int
    block: int
    first: int
    last: int


@dataclass(frozen=True, slots=True)
class Quotation:
    """Words between quotation marks, marks included.

    `closed` says how it ended: `mark` (a closing mark), `paragraph` (the end of its paragraph), `continued` (its
    paragraph ends and the next opens with a mark: the same words go on), `repaired` (a closing mark is missing before
    a reporting clause). `inner_start`, `inner_end` leave the marks out. `single`: ‘...’. `full`: the words stand on
    their own ("We comply," he said); not full are words woven into a sentence (he called it "a sham").
    """

    start: int
    end: int
    inner_start: int
    inner_end: int
    block: int
    closed: str = "mark"
    single: bool = False
    full: bool = True


@dataclass(frozen=True, slots=True)
class Period:
    """A sentence as its reader hears it: running words, with each full quotation as one item.

    `items` are token numbers; a full quotation `q` stands as `-1 - q` (`q` counts `Draft.quotations`). Sentences cut
    a long quotation into its own sentences; a period keeps it whole beside its reporting clause. `quotation`: the
    period lies inside that quotation, whose words it reads again for what the speaker says that others said.
    """

    items: tuple[int, ...]
    block: int
    quotation: int | None = None


@dataclass(frozen=True, slots=True)
class CueAt:
    """A cue word in a period, with the verb group around it. Positions count the items of the line.

    `start` to `end` is the verb group with its particles; `head` the cue word itself. `form`: `finite`, `participle`
    (", saying"), `as` ("as saying"), `reduced` ("a letter saying"), `passive`, `infinitive`, `noun`, `hedge`,
    `according`. `subject` is the stretch that names who speaks, None where another clause must lend it; `inverted`:
    it follows the cue ("said the envoy").
    """

    entry: Cue | None
    form: str
    start: int
    head: int
    end: int
    negated: bool = False
    modal: str = ""
    hedged: bool = False
    subject: tuple[int, int] | None = None
    inverted: bool = False


@dataclass(frozen=True, slots=True)
class Line:
    """A period that holds a cue, as columns: the words and classes of its items; a full quotation is one item."""

    period: int
    words: tuple[str, ...]
    tags: tuple[int, ...]
    cues: tuple[CueAt, ...]


@dataclass(frozen=True, slots=True)
class Heading:
    """What stands above the running text, and what a document says about itself."""

    title: Span | None = None
    dateline: Span | None = None
    place: str | None = None
    month_day: str | None = None
    wire: str | None = None
    publisher: str | None = None
    publisher_span: Span | None = None


@dataclass(frozen=True, slots=True)
class Entity:
    """Somebody the document names: one entry of its table, however often mentioned. `id` counts from 0.

    `roles` are the words of the text for what he is ("deputy foreign minister"); `hypernyms` the plainer words that
    may stand for them ("minister", "diplomat"), by `lexicon/roles.yaml`.
    """

    id: int
    kind: str
    name: str
    names: tuple[str, ...] = ()
    roles: tuple[str, ...] = ()
    hypernyms: frozenset[str] = frozenset()
    organisation: str | None = None
    state: tuple[str, ...] = ()
    first: Span | None = None


@dataclass(frozen=True, slots=True)
class Mention:
    """A stretch of text that names an entity of the table."""

    start: int
    end: int
    entity: int


@dataclass(frozen=True, slots=True, kw_only=True)
class Found:
    """A claim in the making: its words, and the rule that found it.

    What later steps say of it stands beside it, in columns of the draft with one entry for each: `speakers`,
    `on_behalf`, `chains`, `stances`, `topics`, `said`. Offsets are pairs (start, end). `period` is the period of the
    cue. `nested_in` is the number of the claim in whose content this one stands. `wraps` is the number of the claim
    that this one only passes on ("..., reports Reuters"): it becomes a hop of that claim's chain and no claim of its
    own. `pending`: a colon at the end of a paragraph promises a quotation that the next one holds.
    """

    source: tuple[tuple[int, int], ...]
    cue: tuple[tuple[int, int], ...]
    content: tuple[tuple[int, int], ...]
    rule: str
    period: int
    entry: Cue | None = None
    nested_in: int | None = None
    wraps: int | None = None
    pending: bool = False
    channel: str = "body"
    negated: bool = False
    modal: str = ""
    hedged: bool = False
    addressee: tuple[int, int] | None = None


@dataclass(frozen=True, slots=True)
class Stance:
    """What a speaker does with a statement, the second readings, and whether the writer stands back from it."""

    does: str
    also: tuple[str, ...] = ()
    hedged: bool = False


@dataclass(frozen=True, slots=True, kw_only=True)
class Draft:
    """A document on its way to a Reading. What a step has not added yet is empty."""

    name: str
    document_id: str
    extractor: str
    text: str
    shadow: str = ""
    language: str | None = None
    blocks: tuple[Block, ...] = ()
    set_aside: tuple[SetAside, ...] = ()
    tokens: Tokens = Tokens()
    quotations: tuple[Quotation, ...] = ()
    sentences: tuple[Sentence, ...] = ()
    periods: tuple[Period, ...] = ()
    lines: tuple[Line, ...] = ()
    heading: Heading = Heading()
    states: tuple[StateMention, ...] = ()
    published: Dated = Dated()
    entities: tuple[Entity, ...] = ()
    mentioned: tuple[Mention, ...] = ()
    found: tuple[Found, ...] = ()
    speakers: tuple[Speaker, ...] = ()
    on_behalf: tuple[tuple[str, ...], ...] = ()
    chains: tuple[tuple[Hop, ...], ...] = ()
    stances: tuple[Stance, ...] = ()
    topics: tuple[tuple[str, ...], ...] = ()
    said: tuple[Dated, ...] = ()
    claims: tuple[Claim, ...] = ()
    dates: tuple[Dated, ...] = ()
    events: tuple[Event, ...] = ()
    mentions: tuple[LawMention, ...] = ()
    notes: tuple[str, ...] = ()
    dropped: dict[str, int] = field(default_factory=dict)

    def span(self, start: int, end: int) -> Span:
        """Return the span of the document's own text."""
        return span_of(self.text, start, end)

    def states_in(self, start: int, end: int) -> tuple[StateMention, ...]:
        """Return the mentions of States that lie wholly between two offsets."""
        first = bisect_left(self.states, start, key=lambda m: m.start)
        last = bisect_left(self.states, end, lo=first, key=lambda m: m.start)
        while last > first and self.states[last - 1].end > end:
            last -= 1
        return self.states[first:last]

    def sentence_at(self, offset: int) -> Sentence | None:
        """Return the sentence that holds the offset, or None between sentences and in what is set aside."""
        i = bisect_right(self.sentences, offset, key=lambda s: s.start) - 1
        return self.sentences[i] if i >= 0 and offset < self.sentences[i].end else None

    def quotation_at(self, offset: int) -> Quotation | None:
        """Return the outermost quotation that holds the offset, or None."""
        i = bisect_right(self.quotations, offset, key=lambda q: q.start) - 1
        return self.quotations[i] if i >= 0 and offset < self.quotations[i].end else None


Step = Callable[[Draft, Language], Draft]
FIELDS = frozenset(f.name for f in fields(Draft))
