"""A conduct as the law looks at it: its facts in one place, the headings of its goods, the days it may mean."""

from __future__ import annotations

from collections.abc import Iterable

from resolute.ground.conduct import Actor, Conduct, FactValue, Party, Vessel

__all__ = ["SHIPS", "Seen", "heading"]

SHIPS = ("vessel", "aircraft")


class Seen:
    """What the conditions read, computed once for a conduct. It guesses nothing: what is not said is None."""

    __slots__ = ("act", "actor", "conduct", "facts", "memo", "parties", "ships")

    def __init__(self, conduct: Conduct) -> None:
        """Gather the facts that hang on the conduct, its actor, parties and ships."""
        self.conduct = conduct
        self.act = conduct.act
        self.actor = conduct.actor
        self.parties: tuple[Party, ...] = conduct.parties
        self.ships = _ships(conduct)
        self.memo: dict[int, bool | None] = {}
        bearers: tuple[Actor | Party | Vessel, ...] = (conduct.actor, *conduct.parties, *conduct.vessels)
        others = [of.facts for of in bearers if of.facts]
        self.facts: dict[str, FactValue] = _merged([conduct.facts, *others]) if others else conduct.facts


def _ships(conduct: Conduct) -> tuple[Vessel, ...]:
    """Return the ships and aircraft that take part; an actor that is a ship is one of them, unless it is listed too."""
    actor = conduct.actor
    if actor.kind not in SHIPS or any(v.name and v.name == actor.name for v in conduct.vessels):
        return conduct.vessels
    own = Vessel(name=actor.name, kind=actor.kind, flag=actor.flag, designated_by=actor.designated_by)
    return (own, *conduct.vessels)


def _merged(several: Iterable[dict[str, FactValue]]) -> dict[str, FactValue]:
    """Join answers about one key: a yes of anybody is a yes, a no stands only where nobody says yes."""
    out: dict[str, FactValue] = {}
    for facts in several:
        for key, value in facts.items():
            held = out.get(key)
            if held is None or (held is False and value is not None):
                out[key] = value
    return out


def heading(hs: str | None) -> str | None:
    """Return the digits of a tariff heading, or None where nobody gave one."""
    return hs.replace(".", "").replace(" ", "") if hs else None
