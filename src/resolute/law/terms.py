"""The nouns of the law room, and the form of a YAML file of the law base. Law is data; no order is known by name."""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import Annotated, Any, ClassVar

from resolute.ground.errors import FieldRefused, UnknownWord
from resolute.ground.origin import Citation
from resolute.ground.time import Day, Interval
from resolute.ground.vocabulary import Word
from resolute.law.ownership import OwnershipRule

__all__ = [
    "Advice", "Answer", "Cap", "Carveout", "Cited", "Direct", "Exposure", "Fact", "Goods", "Hook", "Instrument",
    "LawLine", "LeftOut", "LegalOrder", "Measure", "MeasureAnswer", "Missing", "OpenPoint", "Proviso", "Source",
    "TestResult", "Unsettled", "Verdict", "Via", "ViaRule", "Window",
]  # fmt: skip

Confidence = Annotated[str, Word("confidence")]
Condition = dict[str, Any]
"""A condition as written; `conditions.py` compiles it. Empty means: always."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Hook:
    """What makes an order command somebody: a condition, the reason in words, and what would hook where it fails."""

    SPARSE: ClassVar[bool] = True
    hook: str  # territory, nationality, incorporation, branch, flag, goods, clearing, residence, state ...
    when: Condition = field(default_factory=dict)
    why: str  # "it is organised under the law of the United States"
    would: str = ""  # "a company organised in the United States"; empty: not worth naming


@dataclass(frozen=True, slots=True, kw_only=True)
class Goods:
    """Goods that measures name: the words of the text, and the tariff headings by which they are known.

    `partly` are headings of which only some goods are meant: there `fact` decides. `fact` said yes is enough alone,
    whatever the heading. `kinds` are ids of the ground's goods that are meant by their words alone, `maybe` those
    that may be meant, `unlike` those that are not although they share a heading. The headings are mostly practice,
    not text: `confidence` marks them, never the law itself.
    """

    SPARSE: ClassVar[bool] = True
    say: str  # "coal": the test reads "The goods are coal"
    hs: tuple[str, ...] = ()
    partly: tuple[str, ...] = ()
    besides: tuple[str, ...] = ()  # headings taken out of `hs`
    kinds: tuple[str, ...] = ()
    maybe: tuple[str, ...] = ()
    unlike: tuple[str, ...] = ()
    fact: str | None = None
    confidence: Confidence = "M"
    sources: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True, kw_only=True)
class ViaRule:
    """Who else must refuse, when, and why."""

    SPARSE: ClassVar[bool] = True
    who: str
    why: str
    when: Condition = field(default_factory=dict)


@dataclass(frozen=True, slots=True, kw_only=True)
class LegalOrder:
    """A body of law that binds its own. `clock` is the time zone in which its days are counted (IANA name).

    `binds` are its hooks: one that holds is enough. `terms` are named conditions, `goods` named goods, `act_groups`
    named lists of acts, which its measures use. `via` applies to every prohibition of the order that is engaged.
    `always`: its answer stands in every verdict, asked for or not.
    """

    id: str
    title: str
    speaker: str  # who speaks when it speaks: "the Security Council", "the United States"
    clock: str
    known_until: Day
    states: tuple[str, ...] = ()  # whose own order it is; empty for the Council's
    binds: tuple[Hook, ...] = ()
    terms: dict[str, Condition] = field(default_factory=dict)
    goods: dict[str, Goods] = field(default_factory=dict)
    act_groups: dict[str, tuple[Annotated[str, Word("act")], ...]] = field(default_factory=dict)
    via: tuple[ViaRule, ...] = ()
    ownership: OwnershipRule | None = None
    gaps: tuple[str, ...] = ()
    note: str = ""
    always: bool = False
    sources: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True, kw_only=True)
class Instrument:
    """The text that carries measures."""

    id: str
    order: str
    kind: str  # resolution, executive-order, regulation, statute, decree, announcement, draft, treaty
    title: str
    adopted: Day
    confidence: Confidence
    number: int | None = None
    symbol: str | None = None
    subject: tuple[str, ...] = ()
    about: str = ""
    vote: str | None = None
    in_force_from: Day | None = None  # where that is another day than the day of adoption
    status: str = "in force"  # "in force", "expired", "not adopted", "replaced"
    ended: Day | None = None
    address: str | None = None
    note: str = ""
    sources: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True, kw_only=True)
class Source:
    """A page or text on which something was read: the tag used in the data, and where it stands."""

    tag: str
    page: str


@dataclass(frozen=True, slots=True, kw_only=True)
class LawLine:
    """A lineage: measures on one subject, of which later ones replace or tighten earlier ones."""

    id: str
    title: str


@dataclass(frozen=True, slots=True, kw_only=True)
class LeftOut:
    """What a source holds and this base does not encode, and why."""

    row: str
    order: str
    what: str
    why: str


FACT_TYPES = ("yes-no", "day", "number", "word")
FACT_OF = ("conduct", "actor", "party", "vessel", "field")


@dataclass(frozen=True, slots=True, kw_only=True)
class Fact:
    """A question that a measure turns on, declared once.

    `type` is `yes-no`, `day`, `number` or `word`. `of` says what it is asked of: `conduct`, `actor`, `party`,
    `vessel`; `field` names a field of the conduct itself (`origin`, `vessels.flag`). `step` is set where a yes is
    something to be done beforehand. `derived` is a condition that answers where nobody has.
    """

    key: str
    question: str
    type: str = "yes-no"
    of: str = "conduct"
    yes: str = ""
    no: str = ""
    step: str = ""
    words: tuple[str, ...] = ()
    unit: str = ""
    derived: Condition = field(default_factory=dict)

    def __post_init__(self) -> None:
        """Refuse a type or a bearer that no measure can ask for, and a question without words."""
        for name, value, known in (("type", self.type, FACT_TYPES), ("of", self.of, FACT_OF)):
            if value not in known:
                raise UnknownWord((name,), value, known, f"a word for the `{name}` of a fact")
        if not self.question:
            raise FieldRefused(("question",), "is empty", "a question that a person can ask another")
        if (self.type == "word") != bool(self.words) and self.of != "field":
            raise FieldRefused(("words",), "do not go with the type " + self.type, "words for a fact of type word")


@dataclass(frozen=True, slots=True, kw_only=True)
class Cap:
    """How much is allowed in which period, counted over whom; `before` is the fact that says how much was used up."""

    SPARSE: ClassVar[bool] = True
    unit: str
    amount: float
    before: str
    in_force: Interval = Interval()
    period: str = "calendar-year"  # calendar-year, interval, year-from:MM-DD
    counted: str = "all States"
    warn_at: tuple[float, ...] = ()
    confidence: Confidence = "M"


@dataclass(frozen=True, slots=True, kw_only=True)
class Carveout:
    """What is taken out of a measure.

    `by` says how: `text` (by the text itself, where `when` holds), `notice` (the same, after the `steps`, which the
    State takes alone), `approval` (after a decision of somebody else). An approval must be shown: silence is none.
    """

    SPARSE: ClassVar[bool] = True
    id: str
    text: str
    by: str = "text"
    when: Condition = field(default_factory=dict)
    steps: tuple[str, ...] = ()  # facts, each a step to be taken
    in_force: Interval = Interval()
    paragraph: str | None = None
    confidence: Confidence = "M"


@dataclass(frozen=True, slots=True, kw_only=True)
class Window:
    """A wind-down: what was still possible, until when (the last day on which it was), on which conditions."""

    SPARSE: ClassVar[bool] = True
    id: str
    text: str
    until: Day
    start: Day | None = None
    when: Condition = field(default_factory=dict)
    steps: tuple[str, ...] = ()
    confidence: Confidence = "M"


@dataclass(frozen=True, slots=True, kw_only=True)
class Proviso:
    """What else must be so for an amount within a cap to be lawful."""

    SPARSE: ClassVar[bool] = True
    text: str
    when: Condition = field(default_factory=dict)
    steps: tuple[str, ...] = ()
    confidence: Confidence = "M"


@dataclass(frozen=True, slots=True, kw_only=True)
class OpenPoint:
    """What the law itself leaves open: where `when` holds and the measure would catch, the answer is `unsettled`."""

    SPARSE: ClassVar[bool] = True
    point: str
    when: Condition = field(default_factory=dict)
    in_force: Interval = Interval()


@dataclass(frozen=True, slots=True, kw_only=True)
class Measure:
    """One thing that an instrument forbids or orders, to whom, and when.

    It catches a conduct that does one of `acts`, or leaves one of `omitting` undone, where `when` holds. `addressees`
    narrows or widens whom the order's own hooks reach. An exemption `lifts` other measures: ids, lines as
    `line:coal`, or `all`.
    """

    id: str
    order: str
    instrument: str
    kind: Annotated[str, Word("measure-kind")]
    line: str  # the lineage it belongs to: coal, petroleum-refined, workers ...
    title: str
    rule: str  # in our words, for a person
    binds: str  # in our words
    in_force: Interval
    citation: Citation
    confidence: Confidence
    acts: tuple[str, ...] = ()
    omitting: tuple[Annotated[str, Word("act")], ...] = ()
    when: Condition = field(default_factory=dict)
    addressees: tuple[Hook, ...] = ()
    exceptions: tuple[Carveout, ...] = ()
    windows: tuple[Window, ...] = ()
    caps: tuple[Cap, ...] = ()
    cap_joins: str = "lower"  # several caps at once: `lower` (each binds) or `unit` (the one of the quantity's unit)
    within: Proviso | None = None
    due: Day | None = None  # the last day on which a duty may still be open
    effect: str = "direct"  # direct, exposure
    lifts: tuple[str, ...] = ()
    by: str = "text"  # of an exemption: text, notice, approval
    steps: tuple[str, ...] = ()
    replaces: tuple[str, ...] = ()
    tightens: tuple[str, ...] = ()
    transposes: tuple[str, ...] = ()
    unsettled: tuple[OpenPoint, ...] = ()
    via: tuple[ViaRule, ...] = ()
    fate: str = ""  # what became of it, where no other measure of the base says so
    note: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class TestResult:
    """One test of a measure on a conduct: the test in words, what was found, and whether it holds (None = unknown)."""

    test: str
    found: str
    holds: bool | None


@dataclass(frozen=True, slots=True, kw_only=True)
class Missing:
    """A fact that would decide, and the question to ask a person. `decides` names the measure that turns on it."""

    fact: str
    question: str
    decides: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class Unsettled:
    """What the law itself leaves open, or the base does not hold."""

    measure: str
    point: str


@dataclass(frozen=True, slots=True, kw_only=True)
class MeasureAnswer:
    """What one measure says to a conduct."""

    id: str
    verdict: Annotated[str, Word("verdict")]
    confidence: Confidence
    citation: Citation
    because: tuple[TestResult, ...] = ()
    conditions: tuple[str, ...] = ()
    missing: tuple[Missing, ...] = ()


@dataclass(frozen=True, slots=True, kw_only=True)
class Direct:
    """Whether the order commands this actor, and what it says to the conduct.

    `missing` are the facts that decide. `also` are questions nobody has raised: on what was said they change nothing;
    a yes would open an exception or a measure that needs a ground.
    """

    verdict: Annotated[str, Word("verdict")]
    confidence: Confidence
    measures: tuple[MeasureAnswer, ...] = ()
    conditions: tuple[str, ...] = ()
    missing: tuple[Missing, ...] = ()
    unsettled: tuple[Unsettled, ...] = ()
    would_bind: tuple[str, ...] = ()
    why: str = ""
    also: tuple[Missing, ...] = ()


@dataclass(frozen=True, slots=True, kw_only=True)
class Via:
    """Who else must refuse: somebody whom the order does command."""

    who: str
    measure: str
    why: str


@dataclass(frozen=True, slots=True, kw_only=True)
class Exposure:
    """A measure that may be used later against an actor whom the order does not bind. Never a prohibition."""

    measure: str
    why: str


@dataclass(frozen=True, slots=True, kw_only=True)
class Advice:
    """A call or recommendation that is engaged. Never a verdict."""

    measure: str
    why: str


@dataclass(frozen=True, slots=True, kw_only=True)
class Answer:
    """What one legal order says. `on` is the part of the asked interval for which this answer holds."""

    order: str
    direct: Direct
    via: tuple[Via, ...] = ()
    exposure: tuple[Exposure, ...] = ()
    advised: tuple[Advice, ...] = ()
    known_until: Day | None = None
    on: str | None = None
    note: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class Verdict:
    """The answers of all the orders asked to one conduct; the Council's is always among them."""

    id: str | None
    on: str | None
    known: Day
    law: str
    answers: tuple[Answer, ...] = ()


@dataclass(frozen=True, slots=True, kw_only=True)
class Cited:
    """Whether words that cite law are right. `resolves_to` is what they name, `fits` what their context describes.

    `verdict`: `right`, `wrong` or `unresolved`. The words of the text are never changed.
    """

    as_written: str
    verdict: str
    why: str
    resolves_to: str | None = None
    measure: str | None = None
    fits: str | None = None
    fits_measure: str | None = None
    loose: bool = False
