"""What one sentence tells by one verb or noun: not yet an event, for it does not say whose words it is."""

from __future__ import annotations

from dataclasses import dataclass

from resolute.ground.conduct import Actor, Good, Money, Party, Vessel
from resolute.ground.quantity import Quantity
from resolute.news.clause import Group, Segment, Stretch
from resolute.news.frames import Frame
from resolute.news.hanging import Hang

__all__ = ["Filled", "Told"]


@dataclass(frozen=True, slots=True, kw_only=True)
class Told:
    """What a sentence tells by one trigger; the fields of a conduct as far as its own words fill them.

    `trigger` and `words` are offsets into the text; `hang` says how it is told. `actors` are the States of those who
    act, the first that of `actor`; `people` the State whose people are hired or sent home. `reduced`: told in passing
    by a participle ("sanctions imposed on ..."); `by_noun`: by a noun.
    """

    frame: Frame
    trigger: tuple[int, int]
    words: tuple[tuple[int, int], ...]
    hang: Hang
    mode: str
    actor: Actor = Actor()
    actors: tuple[str, ...] = ()
    from_: str | None = None
    to: str | None = None
    via: tuple[str, ...] = ()
    goods: tuple[Good, ...] = ()
    goods_ids: tuple[str, ...] = ()
    origin: str | None = None
    quantity: Quantity | None = None
    quantity_at: tuple[int, int] | None = None
    value: Money | None = None
    parties: tuple[Party, ...] = ()
    vessels: tuple[Vessel, ...] = ()
    people: str | None = None
    adverbs: tuple[str, ...] = ()
    by_noun: bool = False
    reduced: bool = False

    @property
    def states(self) -> tuple[str, ...]:
        """Return every State that takes part, each once, in order; the high seas are none."""
        ends = [e[:2] for e in (self.from_, self.to, self.origin, self.people, *self.via) if e]
        flags = [v.flag for v in self.vessels if v.flag]
        found = [*self.actors, *(p.state for p in self.parties if p.state), *ends, *flags]
        return tuple(dict.fromkeys(s for s in found if s != "XZ"))


@dataclass(frozen=True, slots=True, kw_only=True)
class Filled:
    """The phrases around a trigger: who acts, on what, and the prepositional ends behind it.

    `pointing`: the object only points back ("shipped it").
    """

    subject: Stretch | None
    object: Stretch | None
    ends: tuple[Segment, ...]
    group: Group
    hang: Hang
    pointing: bool = False
