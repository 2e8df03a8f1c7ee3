"""What the law reads in a conduct, as a key: two conducts with the same key on days of the same law get one answer."""

from __future__ import annotations

from collections.abc import Hashable
from dataclasses import fields
from operator import attrgetter
from typing import Any

from resolute.ground.conduct import Actor, Conduct, Party, Vessel
from resolute.law.seen import Seen

__all__ = ["Features"]


def _reader(kind: type, *besides: str) -> attrgetter[Any]:
    """Return what reads the fields of a type, those left out that hold facts or parts of their own."""
    return attrgetter(*(f.name for f in fields(kind) if f.name not in besides))


_OF_CONDUCT = _reader(Conduct, "id", "on", "actor", "parties", "vessels", "facts")
_OF_ACTOR, _OF_PARTY, _OF_VESSEL = (_reader(kind, "facts") for kind in (Actor, Party, Vessel))


def _facts(of: Conduct | Actor | Party | Vessel) -> Hashable:
    return frozenset((k, type(v), v) for k, v in of.facts.items()) if of.facts else None


class Features:
    """A conduct, without its id and its day, as a key."""

    __slots__ = ("_hash", "_seen", "conduct", "key")

    def __init__(self, conduct: Conduct) -> None:
        """Read every field that a condition may read."""
        self.conduct = conduct
        self.key = (
            _OF_CONDUCT(conduct),
            _OF_ACTOR(conduct.actor),
            tuple([(_OF_PARTY(p), _facts(p)) for p in conduct.parties]),
            tuple([(_OF_VESSEL(v), _facts(v)) for v in conduct.vessels]),
            _facts(conduct),
            _facts(conduct.actor),
        )
        self._hash = hash(self.key)
        self._seen: Seen | None = None

    @property
    def seen(self) -> Seen:
        """The conduct as the law looks at it; made when first asked for."""
        if self._seen is None:
            self._seen = Seen(self.conduct)
        return self._seen

    def __hash__(self) -> int:
        """Return the hash of the key."""
        return self._hash

    def __eq__(self, other: object) -> bool:
        """Say whether the law reads the same in both."""
        return isinstance(other, Features) and self.key == other.key
