"""The nouns of the law room, and the form of a YAML file of the law base. Law is data: no order is known by name here."""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import Annotated, Any, ClassVar

from resolute.ground.origin import Citation
from resolute.ground.time import Day, Interval
from resolute.ground.vocabulary import Word

__all__ = [
    "Advice", "Answer", "Cap", "Cited", "Direct", "Exception_", "Exposure", "Fact", "Instrument", "LegalOrder",
    "Measure", "MeasureAnswer", "Missing", "TestResult", "Unsettled", "Verdict", "Via", "Window",
]  # fmt: skip

Confidence = Annotated[str, Word("confidence")]


@dataclass(frozen=True, slots=True, kw_only=True)
class LegalOrder:
    """A body of law that binds its own. `clock` is the time zone in which its days are counted (IANA name)."""

    id: str
    title: str
    speaker: str  # who speaks when it speaks: "the Security Council", "the United States"
    clock: str
    known_until: Day
    states: tuple[str, ...] = ()  # whose own order it is; empty for the Council's
    binds: tuple[dict[str, Any], ...] = ()  # hooks: each a condition on the actor, with the reason in words
    ownership: dict[str, Any] | None = None
    gaps: tuple[str, ...] = ()
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
    status: str = "in force"  # "in force", "expired", "not adopted", "replaced"
    ended: Day | None = None
    address: str | None = None
    sources: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True, kw_only=True)
class Fact:
    """A question that a measure turns on, declared once."""

    key: str
    question: str
    type: str = "yes-no"  # yes-no, day, number, word
    of: str = "conduct"  # conduct, actor, party, vessel
    yes: str = ""
    no: str = ""
    words: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True, kw_only=True)
class Cap:
    """How much is allowed in which period, counted over whom."""

    SPARSE: ClassVar[bool] = True
    unit: str
    amount: float
    alternative: tuple[dict[str, Any], ...] = ()  # the same cap in another unit; the lower binds where `lower` is set
    period: str = "calendar-year"  # calendar-year, interval, year-from:MM-DD
    counted: str = "all States"
    warn_at: tuple[float, ...] = ()


@dataclass(frozen=True, slots=True, kw_only=True)
class Window:
    """A wind-down: what was still possible, until when, on which conditions."""

    SPARSE: ClassVar[bool] = True
    what: str
    until: Day
    when: dict[str, Any] | None = None
    confidence: Confidence = "M"


@dataclass(frozen=True, slots=True, kw_only=True)
class Exception_:
    """What is taken out of a measure. `effect`: `permitted` by the text itself, or `conditional` on steps beforehand."""

    SPARSE: ClassVar[bool] = True
    id: str
    text: str
    when: dict[str, Any]
    effect: Annotated[str, Word("verdict")] = "permitted"
    in_force: Interval = Interval()
    confidence: Confidence = "M"


@dataclass(frozen=True, slots=True, kw_only=True)
class Measure:
    """One thing that an instrument forbids or orders, to whom, and when. `when` holds the conditions on a conduct."""

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
    when: dict[str, Any] = field(default_factory=dict)
    addressees: tuple[dict[str, Any], ...] = ()
    exceptions: tuple[Exception_, ...] = ()
    windows: tuple[Window, ...] = ()
    cap: Cap | None = None
    due: Day | None = None
    effect: str = "direct"  # direct, exposure
    replaces: tuple[str, ...] = ()
    tightens: tuple[str, ...] = ()
    transposes: tuple[str, ...] = ()
    unsettled: tuple[dict[str, Any], ...] = ()
    via: tuple[dict[str, Any], ...] = ()
    note: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class TestResult:
    """One test of a measure on a conduct: the test in words, what was found, and whether it holds (None = unknown)."""

    test: str
    found: str
    holds: bool | None


@dataclass(frozen=True, slots=True, kw_only=True)
class Missing:
    """A fact that would decide, and the question to ask a person."""

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
    """Whether the order commands this actor, and what it says to the conduct."""

    verdict: Annotated[str, Word("verdict")]
    confidence: Confidence
    measures: tuple[MeasureAnswer, ...] = ()
    conditions: tuple[str, ...] = ()
    missing: tuple[Missing, ...] = ()
    unsettled: tuple[Unsettled, ...] = ()
    would_bind: tuple[str, ...] = ()
    why: str = ""


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
