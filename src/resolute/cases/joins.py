"""Events of several articles related by the vocabulary's relations, each with its reason.

Two events are the same only where something ties them: a day, a place with a number, a ship. Alike is not the same.
Events are compared inside blocks (family of acts, States that take part), so that cost grows with the events.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Sequence
from functools import cache
from itertools import combinations
from pathlib import Path

from resolute.cases.placed import PlacedEvent
from resolute.cases.terms import Relation, Sentence
from resolute.ground.conduct import Conduct
from resolute.ground.goods import covers
from resolute.ground.place import location_name, state_of
from resolute.ground.quantity import Quantity
from resolute.ground.rows import read_yaml
from resolute.ground.states import state_name

__all__ = ["family", "groups", "relations"]

DONE = ("narrated", "claimed", "admitted")


@cache
def _families() -> dict[str, str]:
    data = read_yaml(Path(__file__).parent / "tables" / "families.yaml").data
    return {act: name for name, row in data.items() for act in row["acts"]}


def family(event: PlacedEvent) -> str:
    """Return the family of acts an event belongs to; a happening is its own kind."""
    if event.conduct is None:
        return event.event.kind
    return _families().get(event.conduct.act, event.conduct.act)


def relations(events: Sequence[PlacedEvent]) -> tuple[Relation, ...]:
    """Return how the events stand to each other, in their order; pairs with nothing in common are left out."""
    order = {id(e): n for n, e in enumerate(events)}
    found: dict[tuple[int, int], Relation] = {}
    for block in _blocks(events):
        for a, b in combinations(sorted(block, key=lambda e: order[id(e)]), 2):
            key = (order[id(a)], order[id(b)])
            if key not in found and (relation := _relate(a, b)):
                found[key] = relation
    said: set[tuple[str, str, str]] = set()
    out = []
    for r in (found[k] for k in sorted(found)):
        once = (r.a.partition(".")[0], r.b.partition(".")[0], r.why.text)
        if r.kind != "unrelated" or once not in said:  # what is unrelated is said once for two articles
            out.append(r)
            said.add(once)
    return tuple(out)


def _blocks(events: Iterable[PlacedEvent]) -> list[list[PlacedEvent]]:
    blocks: dict[tuple[str, str], list[PlacedEvent]] = defaultdict(list)
    for e in events:
        if e.event.status == "presupposed":
            continue
        for state in e.states:
            blocks[family(e), state].append(e)
    return [blocks[k] for k in sorted(blocks)]


def _relate(a: PlacedEvent, b: PlacedEvent) -> Relation | None:
    if a.conduct is None or b.conduct is None:
        return _happenings(a, b)
    if _pair(a) != _pair(b) and not (_pair(a) <= _pair(b) or _pair(b) <= _pair(a)):
        return None
    ca, cb = a.conduct, b.conduct
    if (apart := _goods_apart(ca, cb)) is not None:
        return _said("unrelated", a, b, apart) if a.letter != b.letter else None
    if (promise := _promise(a, b)) is not None:
        return promise
    if not _comparable(ca, cb, within=a.letter == b.letter):
        return None
    if (days := _days_apart(a, b)) is not None:
        return _said("similar", a, b, days)
    if (same := _tie(a, b)) is not None:
        return _said("same", a, b, same)
    if bool(ca.goods) != bool(cb.goods) and a.letter != b.letter:
        return None  # one of the two names no goods: alike in nothing that matters
    if a.letter == b.letter:
        kind, why = _within_one_article(ca, cb)
        return _said(kind, a, b, why)
    return _said(
        "similar", a, b, "the same kind of act between the same States; no day, ship, place or number ties them"
    )


def _happenings(a: PlacedEvent, b: PlacedEvent) -> Relation | None:
    if a.conduct is not None or b.conduct is not None or a.event.kind != b.event.kind:
        return None
    if (a.event.status in DONE) != (b.event.status in DONE):
        return None  # what would be is not what was
    if a.instrument is not None and a.instrument == b.instrument:
        return _said("same", a, b, f"both tell how {a.instrument} came about")
    if _pair(a) != _pair(b):
        return None
    if (days := _days_apart(a, b)) is not None:
        return _said("similar", a, b, days)
    if a.on and b.on and a.on.day and a.on.day == b.on.day:
        return _said("same", a, b, f"both on {a.on.day.isoformat()}, between the same States")
    if a.letter == b.letter:
        return _said("same", a, b, "told twice in one article, with nothing that sets them apart")
    return _said("similar", a, b, "the same kind of event between the same States; no day ties them")


def _said(kind: str, a: PlacedEvent, b: PlacedEvent, why: str) -> Relation:
    return Relation(kind=kind, a=a.id, b=b.id, why=Sentence(text=why, passages=a.passages[:1] + b.passages[:1]))


def _pair(e: PlacedEvent) -> frozenset[str]:
    return frozenset(e.states)


def _actor(c: Conduct) -> str | None:
    return c.actor.state


def _comparable(a: Conduct, b: Conduct, *, within: bool) -> bool:
    """Say whether two acts of one family can tell one deed: one act by one actor, or a flow told from its sides.

    Inside one article two acts of a family by one State are one account (most left, some stayed).
    """
    families = _families()
    if families.get(a.act, a.act) != families.get(b.act, b.act):
        return False
    same_actor = _actor(a) == _actor(b) or None in (_actor(a), _actor(b))
    return (a.act == b.act and same_actor) or families.get(a.act) == "flow" or (within and same_actor)


def _goods_apart(a: Conduct, b: Conduct) -> str | None:
    """Return why two flows cannot be one: other goods, or the other way round; None where they may be."""
    ga, gb = _goods(a), _goods(b)
    other_goods = bool(ga and gb) and not any(
        covers(x, y) is not False or covers(y, x) is not False for x, y in _pairs(ga, gb)
    )
    ends_a, ends_b = _ends(a), _ends(b)
    opposite = ends_a is not None and ends_b is not None and ends_a == ends_b[::-1]
    if not other_goods and not opposite:
        return None
    parts = []
    if opposite and ends_a and ends_b:
        parts.append(f"opposite ways: {_way(ends_a)}, and {_way(ends_b)}")
    if other_goods:
        parts.append(f"different goods: {_named_goods(a)}, and {_named_goods(b)}")
    return "; ".join(parts)


def _goods(c: Conduct) -> tuple[str, ...]:
    return tuple(g.hs for g in c.goods if g.hs)


def _pairs(a: tuple[str, ...], b: tuple[str, ...]) -> list[tuple[str, str]]:
    return [(x, y) for x in a for y in b]


def _ends(c: Conduct) -> tuple[str, str] | None:
    """Return the States a flow leaves and reaches, as far as the text names both."""
    giver, taker = c.party("seller", "consignor"), c.party("buyer", "consignee")
    gives, takes = giver.state if giver else None, taker.state if taker else None
    if c.act == "supply" or (c.act == "ship-to-ship" and takes):
        gives = gives or c.actor.state
    elif c.act == "procure" or (c.act == "ship-to-ship" and gives):
        takes = takes or c.actor.state
    start = (state_of(c.from_) if c.from_ else None) or gives or c.origin
    end = (state_of(c.to) if c.to else None) or takes
    return (start, end) if start and end and start != end else None


def _way(ends: tuple[str, str]) -> str:
    return f"from {state_name(ends[0])} to {state_name(ends[1])}"


def _named_goods(c: Conduct) -> str:
    return ", ".join(g.text or g.hs or "goods" for g in c.goods) or "goods"


def _promise(a: PlacedEvent, b: PlacedEvent) -> Relation | None:
    """Relate a promise to a later claim that it was kept."""
    for x, y in ((a, b), (b, a)):
        ca, cb = x.conduct, y.conduct
        if ca is None or cb is None or x.letter == y.letter or ca.act != cb.act or _actor(ca) != _actor(cb):
            continue
        done = y.event.status in DONE and cb.mode == "does" and not y.event.negated
        if done and x.event.status == "planned" and ca.mode == "plans":
            end = x.on.bounds.end if x.on else None
            by = f", by {end.isoformat()}," if end else ""
            why = (
                f"{x.letter} tells a promise{by} and {y.letter} a claim that it was kept; whether it was, neither shows"
            )
            return _said("fulfils", y, x, why)
    return None


def _days_apart(a: PlacedEvent, b: PlacedEvent) -> str | None:
    if a.on and b.on and a.on.dated and b.on.dated and not a.on.bounds.meets(b.on.bounds):
        return f"their days do not meet: {a.on} and {b.on}"
    return None


def _tie(a: PlacedEvent, b: PlacedEvent) -> str | None:
    """Return what ties two events to one: the same day, the same ship, the same number at the same place."""
    ca, cb = a.conduct, b.conduct
    if ca is None or cb is None or ca.act != cb.act:
        return None
    ships = {v.imo or v.name for v in ca.vessels} & {v.imo or v.name for v in cb.vessels} - {None}
    if ships and a.on and b.on and a.on.dated and b.on.dated:
        return f"the same ship, {sorted(s for s in ships if s)[0]}, on days that meet"
    if a.on and b.on and a.on.day and a.on.day == b.on.day:
        return f"both on {a.on.day.isoformat()}"
    if _equal(ca.quantity, cb.quantity) and (ca.from_, ca.to) == (cb.from_, cb.to) and ca.to:
        return f"the same number, and to {location_name(ca.to)} in both"
    return None


def _equal(a: Quantity | None, b: Quantity | None) -> bool:
    return a is not None and b is not None and a == b and (a.min is not None or a.max is not None)


def _within_one_article(a: Conduct, b: Conduct) -> tuple[str, str]:
    ends = (_ends(a), _ends(b))
    apart = None not in ends and ends[0] != ends[1]
    if a.act == b.act and a.mode == b.mode and not apart and _actor(a) in (_actor(b), None):
        return "same", "told twice in one article, with no day or place that sets them apart"
    return "part-of", "two parts of one account in one article"


def groups(
    events: Sequence[PlacedEvent], found: Sequence[Relation], kinds: Iterable[str]
) -> tuple[tuple[PlacedEvent, ...], ...]:
    """Return the events in groups joined by relations of the kinds, in the order of the events."""
    parent = {e.id: e.id for e in events}

    def root(x: str) -> str:
        while parent[x] != x:
            parent[x] = parent[parent[x]]
            x = parent[x]
        return x

    wanted = frozenset(kinds)
    for r in found:
        if r.kind in wanted and r.a in parent and r.b in parent:
            parent[max(root(r.a), root(r.b))] = min(root(r.a), root(r.b))
    out: dict[str, list[PlacedEvent]] = {}
    for e in events:
        out.setdefault(root(e.id), []).append(e)
    return tuple(tuple(g) for g in out.values())
