"""The tests of which conditions are made: each reads one thing of a conduct, and nothing it was not told."""

from __future__ import annotations

from collections.abc import Callable, Iterable
from functools import lru_cache
from typing import Any

from resolute.ground.conduct import Good, Party, Vessel
from resolute.ground.goods import Goods as Kind
from resolute.ground.goods import find_goods
from resolute.ground.states import state_name
from resolute.ground.time import day_of
from resolute.law.nodes import Leaf, Node
from resolute.law.seen import SHIPS, Seen, heading
from resolute.law.terms import Fact, Goods

__all__ = [
    "act_is", "amount_is", "fact_between", "fact_is", "field_in", "goods_are", "mode_is", "own_fact", "party_is",
    "place_is", "value_is", "vessel_is",
]  # fmt: skip

Questions = dict[str, str]
NOBODY = "nobody says"


def spoken(values: Iterable[str]) -> str:
    """Return States by name and other words as they are, joined by "or"."""
    return " or ".join(state_name(v) if len(v) == 2 and v.isupper() else v for v in values)


def _shown(value: object) -> str:
    if value is None:
        return NOBODY
    if isinstance(value, bool):
        return "yes" if value else "no"
    if isinstance(value, tuple):
        return ", ".join(_shown(v) for v in value) or "none"
    text = str(value)
    return state_name(text) if len(text) == 2 and text.isupper() else text


def act_is(acts: frozenset[str]) -> Node:
    """Test the act, which is always known."""
    return Leaf(
        lambda s: s.act in acts,
        lambda: f"The act is {spoken(sorted(acts))}",
        lambda s: s.act,
        lambda _: {},
        quiet=True,
        acts=acts,
    )


def mode_is(modes: frozenset[str]) -> Node:
    """Test the mode, which is always known."""
    return Leaf(
        lambda s: s.conduct.mode in modes,
        lambda: f"The mode is {spoken(sorted(modes))}",
        lambda s: s.conduct.mode,
        lambda _: {},
        quiet=True,
    )


def place_is(field: str, places: frozenset[str], question: Fact) -> Node:
    """Test where goods come from, go to or were made. A test for a port is open where only its State is known."""
    name = {"from": "from_"}.get(field, field)
    states = frozenset(p for p in places if len(p) == 2)
    ports = places - states
    read: Callable[[Seen], Any] = lambda s: getattr(s.conduct, name)  # noqa: E731 - closed over `name`

    def one(place: str | None) -> bool | None:
        if place is None:
            return None
        if place in ports or place[:2] in states:
            return True
        return None if len(place) == 2 and any(p.startswith(place) for p in ports) else False

    def holds(s: Seen) -> bool | None:
        place = read(s)
        return _any_of([one(p) for p in place]) if isinstance(place, tuple) else one(place)

    verb = {"from": "from", "to": "to", "via": "by way of", "origin": "of origin in"}[field]
    return Leaf(
        holds,
        lambda: f"They are {verb} {spoken(sorted(places))}",
        lambda s: f"{verb} {_shown(read(s))}" if read(s) else NOBODY,
        lambda _: {question.key: question.question},
    )


def _any_of(several: list[bool | None]) -> bool | None:
    """Join by "any"; of nothing at all nothing is known."""
    if not several or (None in several and True not in several):
        return None
    return True in several


def field_in(name: str, wanted: frozenset[Any], question: Fact) -> Node:
    """Test a field of the actor against the values wanted."""

    def holds(s: Seen) -> bool | None:
        value = getattr(s.actor, name)
        if isinstance(value, tuple):
            return _any_of([v in wanted for v in value]) if value else None
        return None if value is None else value in wanted

    words = name.replace("_", " ")
    return Leaf(
        holds,
        lambda: f"The actor's {words} is {_shown(tuple(sorted(wanted, key=str)))}",
        lambda s: _shown(getattr(s.actor, name)) if getattr(s.actor, name) not in (None, ()) else NOBODY,
        lambda _: {question.key: question.question},
    )


def fact_is(fact: Fact, wanted: frozenset[Any], derived: Node | None) -> Node:
    """Test a declared fact; where nobody answered it, its derived answer."""

    def holds(s: Seen) -> bool | None:
        value = s.facts.get(fact.key)
        if value is None:
            return derived.holds(s) if derived is not None else None
        return value in wanted

    return Leaf(
        holds,
        lambda: fact.yes or fact.question,
        lambda s: _fact_found(fact, s, derived),
        lambda _: {fact.key: fact.question},
    )


def _fact_found(fact: Fact, s: Seen, derived: Node | None) -> str:
    value = s.facts.get(fact.key)
    if value is None:
        if derived is not None and derived.holds(s) is not None:
            return "; ".join(derived.found(s))
        return "asked, not known" if fact.key in s.facts else NOBODY
    if value is True or value is False:
        return (fact.yes if value else fact.no) or _shown(value)
    return f"{value} {fact.unit}".strip()


def fact_between(fact: Fact, low: Any, high: Any, *, closed: tuple[bool, bool]) -> Node:
    """Test a day or a number against bounds; `closed` says of each whether it belongs to what is wanted."""

    def holds(s: Seen) -> bool | None:
        value = s.facts.get(fact.key)
        if value is None:
            return None
        at: Any = value if fact.type == "number" else day_of(str(value))
        above = low is None or at > low or (closed[0] and at == low)
        return above and (high is None or at < high or (closed[1] and at == high))

    words = [f"{'from' if closed[0] else 'after'} {low}"] if low is not None else []
    words += [f"{'up to' if closed[1] else 'before'} {high}"] if high is not None else []
    return Leaf(
        holds,
        lambda: f"{fact.yes or fact.question} ({', '.join(words)})",
        lambda s: _fact_found(fact, s, None),
        lambda _: {fact.key: fact.question},
    )


@lru_cache(maxsize=8192)
def kinds_named(text: str) -> tuple[Kind, ...]:
    """Return the goods that the words name, each once."""
    return tuple({m.goods.id: m.goods for m in find_goods(text)}.values())


def goods_are(goods: Goods, fact: Fact | None, question: Fact) -> Node:
    """Test the goods: by the fact where it is said, else by heading, else by the words used for them."""

    @lru_cache(maxsize=4096)
    def by_look(hs: str | None, text: str | None) -> bool | None:
        named = kinds_named(text) if text else ()
        by_words = _any_of([_by_words(k, goods) for k in named])
        if by_words:
            return True
        digits = heading(hs)
        by_code = _by_heading(digits, goods) if digits is not None else None
        if by_code is not None:
            return by_code
        if by_words is False or digits is not None:
            return by_words
        return _any_of([_by_kind(k, goods) for k in named])

    def holds(s: Seen) -> bool | None:
        given = None if fact is None else s.facts.get(fact.key)
        if given is True:
            return True
        several = s.conduct.goods
        if len(several) == 1:
            out = by_look(several[0].hs, several[0].text)
        elif not several:
            return None if given is None else False
        else:
            out = _any_of([by_look(g.hs, g.text) for g in several])
        return False if out is None and given is False else out

    def asks(s: Seen) -> Questions:
        if fact is not None and s.conduct.goods and all(g.hs or g.text for g in s.conduct.goods):
            return {fact.key: fact.question}
        return {question.key: question.question}

    reads = frozenset() if fact is None else frozenset({fact.key})
    found = lambda s: _goods_found(s.conduct.goods)  # noqa: E731 - one line of words
    return Leaf(holds, lambda: f"The goods are {goods.say}", found, asks, goods=reads)


def _goods_found(goods: tuple[Good, ...]) -> str:
    words = [" ".join(w for w in (g.text or "", f"HS {g.hs}" if g.hs else "") if w) for g in goods]
    return ", ".join(w for w in words if w) or NOBODY


def _by_heading(hs: str, goods: Goods) -> bool | None:
    """Return whether a heading is meant; a heading wider than the one meant leaves it open."""
    if any(hs.startswith(h) for h in goods.besides):
        return False
    if any(hs.startswith(h) for h in goods.hs):
        return None if any(h.startswith(hs) for h in goods.besides) else True
    open_ = any(h.startswith(hs) for h in goods.hs)
    partly = any(hs.startswith(h) or h.startswith(hs) for h in goods.partly)
    return None if open_ or partly else False


def _by_words(kind: Kind, goods: Goods) -> bool | None:
    """Return whether goods are meant by their words alone: named themselves, or as a kind of what is named."""
    if kind.id in goods.kinds:
        return True
    if kind.id in goods.maybe:
        return None
    if set(kind.also) & set(goods.kinds):
        return True
    return False if kind.id in goods.unlike else None


def _by_kind(kind: Kind, goods: Goods) -> bool | None:
    """Return whether goods known by their words are meant: all their headings, none of them, or some."""
    by_words = _by_words(kind, goods)
    if by_words is not None or kind.id in goods.maybe:
        return by_words
    several = {_by_heading(h, goods) for h in kind.headings}
    return several.pop() if len(several) == 1 else (None if several else False)


def amount_is(unit: str, low: float | None, high: float | None, question: Fact) -> Node:
    """Test the quantity: at least `low`, less than `high`, in the unit; another unit leaves it open."""

    def holds(s: Seen) -> bool | None:
        q = s.conduct.quantity
        if q is None or q.unit != unit:
            return None
        return _between(q.min, q.max, low, high)

    def found(s: Seen) -> str:
        q = s.conduct.quantity
        if q is None or (q.min is None and q.max is None):
            return NOBODY
        bounds = f"{q.min:g}" if q.min == q.max else f"{_bound(q.min)} to {_bound(q.max)}"
        return f"{'about ' if q.approximate else ''}{bounds} {q.unit or ''}".strip()

    words = [f"at least {low:g}"] if low is not None else []
    words += [f"less than {high:g}"] if high is not None else []
    return Leaf(
        holds,
        lambda: f"The quantity is {' and '.join(words)} {unit}",
        found,
        lambda _: {question.key: question.question},
    )


def _bound(value: float | None) -> str:
    return "?" if value is None else f"{value:g}"


def _between(least: float | None, most: float | None, low: float | None, high: float | None) -> bool | None:
    """Say whether an amount known by its bounds lies in [low, high)."""
    below = low is not None and most is not None and most < low
    above = high is not None and least is not None and least >= high
    if below or above:
        return False
    sure_low = low is None or (least is not None and least >= low)
    sure_high = high is None or (most is not None and most < high)
    return True if sure_low and sure_high else None


def value_is(currency: str, low: float, question: Fact) -> Node:
    """Test the value: more than `low` of the currency; another currency leaves it open."""

    def holds(s: Seen) -> bool | None:
        v = s.conduct.value
        return None if v is None or v.currency != currency else v.amount > low

    return Leaf(
        holds,
        lambda: f"The value is above {currency} {low:g}",
        lambda s: f"{s.conduct.value.currency} {s.conduct.value.amount:g}" if s.conduct.value else NOBODY,
        lambda _: {question.key: question.question},
    )


Test = Callable[[Any, Seen], "bool | None"]
"""A test of one party or one ship, beside what the conduct says of all."""


def own_fact(fact: Fact) -> Test:
    """Test a fact of one party or ship; what is said of the conduct as a whole holds for those of whom nothing is."""

    def test(of: Any, s: Seen) -> bool | None:
        value = of.facts.get(fact.key)
        if value is None:
            value = s.conduct.facts.get(fact.key)
        return None if value is None else value is True

    return test


def _passes(of: Any, tests: dict[str, Test], s: Seen) -> bool | None:
    out: bool | None = True
    for test in tests.values():
        passed = test(of, s)
        if passed is False:
            return False
        if passed is None:
            out = None
    return out


def _open(several: Iterable[Any], tests: dict[str, Test], questions: dict[str, Fact], s: Seen) -> Questions:
    """Return the questions of the tests that are open for those who may yet pass."""
    near = [of for of in several if _passes(of, tests, s) is None]
    open_ = [k for k, test in tests.items() if not near or any(test(of, s) is None for of in near)]
    return {questions[k].key: questions[k].question for k in open_ or tests}


SOMEBODY, SOME_SHIP = Party(), Vessel()
"""Those who take part and are not named."""


def party_is(roles: frozenset[str], tests: dict[str, Test], label: str, questions: dict[str, Fact]) -> Node:
    """Test whether some party in one of the roles (any role, where none is named) passes all the tests."""

    def fitting(s: Seen) -> list[Party]:
        return [p for p in s.parties if not roles or p.role is None or p.role in roles]

    def one(p: Party, s: Seen) -> bool | None:
        out = _passes(p, tests, s)
        return None if out and roles and p.role is None else out

    def holds(s: Seen) -> bool | None:
        several = fitting(s)
        return _any_of([one(p, s) for p in several]) if several else _passes(SOMEBODY, tests, s)

    def found(s: Seen) -> str:
        settled = holds(s)
        who = [_party_shown(p) for p in fitting(s) if one(p, s) is settled and (not roles or p.role)]
        return ", ".join(who) or NOBODY

    def asks(s: Seen) -> Questions:
        return _open(fitting(s) or [SOMEBODY], tests, questions, s)

    return Leaf(holds, lambda: label, found, asks)


def _party_shown(p: Party) -> str:
    parts = [p.role or "a party", p.name or "", f"({state_name(p.state)})" if p.state else ""]
    if p.designated_by is not None:
        parts.append("listed by " + ", ".join(p.designated_by) if p.designated_by else "on no list")
    return " ".join(x for x in parts if x)


def vessel_is(tests: dict[str, Test], label: str, questions: dict[str, Fact], of: int) -> Node:
    """Test whether some ship passes all the tests; `of` ships take part, and one that nobody named may be it."""

    def several(s: Seen) -> tuple[Vessel, ...]:
        return s.ships if len(s.ships) >= of else (*s.ships, SOME_SHIP)

    def holds(s: Seen) -> bool | None:
        return _any_of([_passes(v, tests, s) for v in several(s)])

    def found(s: Seen) -> str:
        settled = holds(s)
        return ", ".join(_ship_shown(v) for v in s.ships if _passes(v, tests, s) is settled) or NOBODY

    def asks(s: Seen) -> Questions:
        return _open(several(s), tests, questions, s)

    return Leaf(holds, lambda: label, found, asks)


def _ship_shown(v: Vessel) -> str:
    kind = v.kind if v.kind in SHIPS else "vessel"
    flag = f"flag of {state_name(v.flag)}" if v.flag else "flag not known"
    return " ".join(x for x in (v.name or f"a {kind}", f"({flag})") if x)
