"""The nouns of citing: what a text says about the law it means, and the texts of law it may mean."""

from __future__ import annotations

from dataclasses import dataclass

from resolute.ground.states import state
from resolute.ground.time import Day, VagueDate
from resolute.law.terms import Instrument, Measure

__all__ = ["WAYS", "Known", "Piece", "Quoted"]

WAYS = ("anaphor", "body", "deadline", "description", "generic", "number")


@dataclass(frozen=True, slots=True, kw_only=True)
class Quoted:
    """Words of a text that cite law, with what the sentence around them says about the law they mean.

    `kind` is one of `WAYS`: the words give a number, describe, speak of sanctions at large, point back, name a body,
    or give a deadline. `dated` is the day that the sentence gives for the law, `due` a deadline it gives, `about` the
    subjects it names (as the lines of the law base: coal, workers, arms), `targets` the States it names, `outcome`
    what it says became of the text (adopted, vetoed, withheld, drafted, lifted, reimposed), `said` when the words
    were said, if that is known. What the sentence does not say is None or empty.
    """

    words: str
    kind: str
    order: str | None = None
    number: int | None = None
    year: int | None = None
    paragraph: str | None = None
    dated: VagueDate | None = None
    due: VagueDate | None = None
    about: tuple[str, ...] = ()
    targets: tuple[str, ...] = ()
    outcome: str | None = None
    said: VagueDate | None = None

    def __post_init__(self) -> None:
        """Refuse a way of citing and a State that nobody knows."""
        if self.kind not in WAYS:
            raise ValueError(f'a citation of kind "{self.kind}"; wanted one of {", ".join(WAYS)}')
        for code in self.targets:
            state(code)


@dataclass(frozen=True, slots=True, kw_only=True)
class Known:
    """A text of law that words may mean: an instrument of the base, or a resolution known by number, day and topic.

    `states` are the States it is about; `instrument` is None for a resolution that the base does not encode.
    """

    id: str
    order: str
    adopted: Day
    about: str
    number: int | None = None
    states: tuple[str, ...] = ()
    topics: tuple[str, ...] = ()
    instrument: Instrument | None = None
    measures: tuple[Measure, ...] = ()

    @property
    def enacted(self) -> bool:
        """Whether it became law; a vetoed or unvoted draft did not."""
        return self.instrument is None or self.instrument.status != "not adopted"


@dataclass(frozen=True, slots=True, kw_only=True)
class Piece:
    """One thing that the sentence says, held against a text of law. `agrees` is None where it settles nothing."""

    name: str
    agrees: bool | None
    said: str
    is_: str
    next_day: bool = False
    yearless: bool = False
