"""Conduct: who does what to whom with what, when. Law checks one; news and sea propose one.

It says what is alleged or asked, never what is proven. What is not known is None or empty, and stays so.
"""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import Annotated, ClassVar

from resolute.ground.quantity import Quantity
from resolute.ground.time import VagueDate
from resolute.ground.vocabulary import Word

__all__ = ["Actor", "Conduct", "FactValue", "Good", "Money", "Owner", "Party", "Vessel"]

FactValue = bool | int | float | str | None
"""The answer to a declared question: yes or no, a number, a day or a word as text; None where it was asked in vain."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Actor:
    """Who acts, and by what a legal order may hold him: nationality or incorporation, residence, flag, branch, place.

    `parent` and the currency of a deal are recorded because people ask; they are no hook of any order.
    """

    SPARSE: ClassVar[bool] = True
    kind: Annotated[str | None, Word("actor-kind")] = None
    name: str | None = None
    state: str | None = None
    residence: str | None = None
    flag: str | None = None
    branch_of: str | None = None
    parent: str | None = None
    controlled_by: tuple[str, ...] = ()
    acting_for: str | None = None
    us_person: bool | None = None
    place: str | None = None
    designated_by: tuple[str, ...] | None = None
    facts: dict[str, FactValue] = field(default_factory=dict)


@dataclass(frozen=True, slots=True, kw_only=True)
class Good:
    """A good: the words used for it and, where they settle it, a heading of the Harmonized System (2 to 10 digits)."""

    SPARSE: ClassVar[bool] = True
    text: str | None = None
    hs: str | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class Money:
    """An amount in a currency (ISO 4217). The currency binds nobody."""

    amount: float
    currency: str


@dataclass(frozen=True, slots=True, kw_only=True)
class Owner:
    """Who holds a share of a party, and who holds shares of him. `share` is a fraction; None where unknown."""

    SPARSE: ClassVar[bool] = True
    name: str | None = None
    state: str | None = None
    share: float | None = None
    designated_by: tuple[str, ...] | None = None
    owned_by: tuple[Owner, ...] = ()
    controls: bool | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class Party:
    """Somebody who takes part. `designated_by`: the orders that list him; None: nobody looked; empty: none."""

    SPARSE: ClassVar[bool] = True
    role: Annotated[str | None, Word("party-role")] = None
    kind: Annotated[str | None, Word("actor-kind")] = None
    name: str | None = None
    state: str | None = None
    place: str | None = None
    branch_of: str | None = None
    designated_by: tuple[str, ...] | None = None
    owned_by: tuple[Owner, ...] = ()
    facts: dict[str, FactValue] = field(default_factory=dict)


@dataclass(frozen=True, slots=True, kw_only=True)
class Vessel:
    """A ship or an aircraft that takes part; `flag` is a State, IMO and MMSI carry their own checks."""

    SPARSE: ClassVar[bool] = True
    name: str | None = None
    kind: Annotated[str | None, Word("actor-kind")] = None
    imo: str | None = None
    mmsi: str | None = None
    flag: str | None = None
    designated_by: tuple[str, ...] | None = None
    facts: dict[str, FactValue] = field(default_factory=dict)


@dataclass(frozen=True, slots=True, kw_only=True)
class Conduct:
    """An act with its circumstances.

    The actor's side decides the act: coal from the DPRK into Russia is `procure` by Russia and `supply` by the DPRK,
    two conducts. `from_`, `to`, `via` hold a State (`RU`) or a UN/LOCODE whose first two letters are its State
    (`RUNJK`); `XZ` is the high seas. `origin` is where the goods were made or mined, which is not where they left.
    """

    SPARSE: ClassVar[bool] = True
    act: Annotated[str, Word("act")]
    mode: Annotated[str, Word("mode")] = "does"
    actor: Actor = Actor()
    id: str | None = None
    on: VagueDate | None = None
    goods: tuple[Good, ...] = ()
    quantity: Quantity | None = None
    value: Money | None = None
    from_: str | None = None
    to: str | None = None
    via: tuple[str, ...] = ()
    origin: str | None = None
    parties: tuple[Party, ...] = ()
    vessels: tuple[Vessel, ...] = ()
    facts: dict[str, FactValue] = field(default_factory=dict)

    def party(self, *roles: str) -> Party | None:
        """Return the first party in one of the roles, or None."""
        return next((p for p in self.parties if p.role in roles), None)
