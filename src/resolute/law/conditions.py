"""The condition language of the law base: what a lawyer writes in YAML, compiled to tests (law-format.md).

A condition is a group of keys, all of which must hold. The language is closed: an unknown key, State, act, kind of
goods or fact is refused with its path, so that the loader can name the line.
"""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import dataclass, field, replace
from typing import Any as AnyData

from resolute.ground.errors import FieldRefused, UnknownWord
from resolute.ground.place import state_of
from resolute.ground.states import HIGH_SEAS, state, states
from resolute.ground.time import day_of
from resolute.ground.vocabulary import words
from resolute.law import leaves
from resolute.law.nodes import All, Always, Any, Leaf, Named, Node, Not, Said, Unless, once_each
from resolute.law.ownership import OwnershipRule, listed
from resolute.law.seen import Seen
from resolute.law.terms import Fact, Goods, LegalOrder

__all__ = ["FIELDS", "KEYS", "Lexicon", "compile_condition", "lexicon_of"]

Path = tuple[str | int, ...]

KEYS = (
    "act", "actor", "all", "any", "ask", "fact", "from", "goods", "mode", "not", "origin", "party", "quantity",
    "said", "say", "term", "to", "unless", "value", "vessel", "via",
)  # fmt: skip

ACTOR = {
    "kind": "actor-kind", "state": "state", "residence": "state", "flag": "state", "branch_of": "state",
    "parent": "state", "controlled_by": "state", "acting_for": "state", "place": "place", "us_person": "yes",
    "listed": "order",
}  # fmt: skip
PARTY = {"role": "party-role", "kind": "actor-kind", "state": "state", "place": "place", "branch_of": "state"}
VESSEL = {"flag": "state", "kind": "actor-kind"}

CHEAP = ("act", "mode", "not", "said", "term", "unless")
"""Keys whose tests cost less than to remember what they said."""

FIELDS = (
    "on", "from", "to", "via", "origin", "goods", "quantity", "value",
    *(f"actor.{name}" for name in ACTOR),
    "parties.kind", "parties.state", "parties.place", "parties.branch_of", "parties.listed",
    "vessels.flag", "vessels.kind", "vessels.listed",
)  # fmt: skip
"""The fields of a conduct that may be asked for; each has its question in the facts of the base."""


@dataclass(frozen=True, slots=True)
class Lexicon:
    """What conditions may refer to: facts, named conditions, named goods, owners' rules; and what they did use."""

    order: str
    facts: Mapping[str, Fact]
    terms: Mapping[str, Node]
    goods: Mapping[str, Goods]
    ownership: Mapping[str, OwnershipRule | None]
    used: set[str] = field(default_factory=set)
    made: dict[str, Node] = field(default_factory=dict)

    def fact(self, key: object, path: Path) -> Fact:
        """Return a declared fact and note that it is used."""
        name = str(key)
        if name not in self.facts:
            raise UnknownWord(path, name, self.facts, "a declared fact")
        self.used.add(name)
        return self.facts[name]


def lexicon_of(
    order: LegalOrder,
    facts: Mapping[str, Fact],
    ownership: Mapping[str, OwnershipRule | None],
    used: set[str] | None = None,
) -> Lexicon:
    """Return what the conditions of an order may refer to, its named conditions compiled; a term may use those before.

    Raises: FieldRefused with the path inside the order.
    """
    lexicon = Lexicon(order.id, facts, {}, order.goods, ownership, set() if used is None else used)
    terms: dict[str, Node] = {}
    for name, body in order.terms.items():
        terms[name] = compile_condition(body, replace(lexicon, terms=terms), ("terms", name))
    return replace(lexicon, terms=terms)


def compile_condition(data: AnyData, lexicon: Lexicon, path: Path = ()) -> Node:
    """Compile a condition as written. Raises FieldRefused with the path of the first thing that does not fit.

    What is written alike is one node, so that a conduct is tested once for it.
    """
    key = repr(data)
    if key not in lexicon.made:
        lexicon.made[key] = _compiled(data, lexicon, path)
    return lexicon.made[key]


def _compiled(data: AnyData, lexicon: Lexicon, path: Path) -> Node:
    if not isinstance(data, dict):
        raise FieldRefused(path, "is no group of keys", "a condition, as `from: KP`")
    parts = []
    for key, value in data.items():
        if key in ("say", "ask"):
            continue
        if key not in _MAKERS:
            raise UnknownWord((*path, key), key, KEYS, "a key of a condition")
        name = repr({key: value})
        if name not in lexicon.made:
            node = _MAKERS[key](value, lexicon, (*path, key))
            lexicon.made[name] = node if key in CHEAP else once_each(node)
        parts.append(lexicon.made[name])
    if not parts:
        if data:
            raise FieldRefused(path, "has words and no test", "a test beside `say`")
        return Always()
    whole: Node = parts[0] if len(parts) == 1 else once_each(All(tuple(parts)))
    if "say" in data or "ask" in data:
        say, ask = (_text(data.get(k, ""), (*path, k)) for k in ("say", "ask"))
        whole = Named(whole, say, ask)
    return whole


def _text(value: object, path: Path) -> str:
    if not isinstance(value, str):
        raise FieldRefused(path, "is no text", "words")
    return value


def _list(value: object, path: Path) -> list[AnyData]:
    out = value if isinstance(value, list) else [value]
    if not out or any(isinstance(v, (dict, list)) or v is None for v in out):
        raise FieldRefused(path, "is no word or list of words", "a word, or a list of words")
    return out


def _values(value: object, kind: str, path: Path) -> frozenset[AnyData]:
    """Check values of a kind: States, places, words of a vocabulary, yes or no."""
    out = _list(value, path)
    for i, one in enumerate(out):
        at = (*path, i) if isinstance(value, list) else path
        if kind == "yes":
            if not isinstance(one, bool):
                raise FieldRefused(at, f'is "{one}"', "true or false")
        elif kind == "state" or (kind == "place" and len(str(one)) == 2):
            if one != HIGH_SEAS:
                _state(str(one), at)
        elif kind == "place":
            try:
                state_of(str(one))
            except UnknownWord as e:
                raise FieldRefused(at, e.found, e.wanted) from e
        elif one not in words(kind):
            raise UnknownWord(at, str(one), words(kind), f"a word of the vocabulary `{kind}`")
    return frozenset(out)


def _state(code: str, path: Path) -> None:
    try:
        state(code)
    except UnknownWord:
        raise UnknownWord(path, code, [s.code for s in states()], "the code of a State") from None


def _many(data: AnyData, lexicon: Lexicon, path: Path) -> tuple[Node, ...]:
    if not isinstance(data, list) or not data:
        raise FieldRefused(path, "is no list of conditions", "a list, each a condition")
    return tuple(compile_condition(d, lexicon, (*path, i)) for i, d in enumerate(data))


def _all(data: AnyData, lexicon: Lexicon, path: Path) -> Node:
    return All(_many(data, lexicon, path))


def _any(data: AnyData, lexicon: Lexicon, path: Path) -> Node:
    return Any(_many(data, lexicon, path))


def _not(data: AnyData, lexicon: Lexicon, path: Path) -> Node:
    return Not(compile_condition(data, lexicon, path))


def _said(data: AnyData, lexicon: Lexicon, path: Path) -> Node:
    return Said(compile_condition(data, lexicon, path))


def _unless(data: AnyData, lexicon: Lexicon, path: Path) -> Node:
    return Unless(compile_condition(data, lexicon, path))


def _term(data: AnyData, lexicon: Lexicon, path: Path) -> Node:
    if not isinstance(data, str) or data not in lexicon.terms:
        raise UnknownWord(path, str(data), lexicon.terms, "a term that stands before this in its order")
    lexicon.used.add(f"{lexicon.order}:terms:{data}")
    return lexicon.terms[data]


def _act(data: AnyData, lexicon: Lexicon, path: Path) -> Node:  # noqa: ARG001 - all makers are called alike
    return leaves.act_is(_values(data, "act", path))


def _mode(data: AnyData, lexicon: Lexicon, path: Path) -> Node:  # noqa: ARG001
    return leaves.mode_is(_values(data, "mode", path))


def _place(name: str) -> Callable[[AnyData, Lexicon, Path], Node]:
    def make(data: AnyData, lexicon: Lexicon, path: Path) -> Node:
        return leaves.place_is(name, _values(data, "place", path), lexicon.fact(name, path))

    return make


def _actor(data: AnyData, lexicon: Lexicon, path: Path) -> Node:
    parts: list[Node] = []
    for name, value in _named(data, ACTOR, "the actor", path).items():
        at, question = (*path, name), lexicon.fact(f"actor.{name}", (*path, name))
        if name == "listed":
            parts.append(_actor_listed(str(value), question, at, lexicon))
        else:
            wanted, turned = _turned(value, ACTOR[name], at)
            leaf = leaves.field_in(name, wanted, question)
            parts.append(Not(leaf) if turned else leaf)
    return parts[0] if len(parts) == 1 else All(tuple(parts))


def _actor_listed(order: str, question: Fact, path: Path, lexicon: Lexicon) -> Node:
    _order(order, path, lexicon)

    def holds(s: Seen) -> bool | None:
        by = s.actor.designated_by
        return None if by is None else order in by

    def found(s: Seen) -> str:
        by = s.actor.designated_by
        return leaves.NOBODY if by is None else "listed by " + ", ".join(by) if by else "on no list"

    return Leaf(holds, lambda: f"The actor is listed by `{order}`", found, lambda _: {question.key: question.question})


def _order(order: str, path: Path, lexicon: Lexicon) -> None:
    if order not in lexicon.ownership:
        raise UnknownWord(path, order, lexicon.ownership, "a legal order of the base")


def _named(data: AnyData, known: Mapping[str, str], what: str, path: Path) -> dict[str, AnyData]:
    if not isinstance(data, dict) or not data:
        raise FieldRefused(path, "is no group of fields", f"fields of {what}, as `state: KP`")
    for key in data:
        if key not in known:
            raise UnknownWord((*path, key), str(key), known, f"a field of {what} that can be tested")
    return data


def _fact(data: AnyData, lexicon: Lexicon, path: Path) -> Node:
    if isinstance(data, str):
        return _fact_test(lexicon.fact(data, path), True, lexicon, path)
    if not isinstance(data, dict) or len(data) != 1:
        raise FieldRefused(path, "is no fact", "the key of a fact, or one key with a test")
    ((key, test),) = data.items()
    return _fact_test(lexicon.fact(key, (*path, key)), test, lexicon, (*path, key))


_BOUNDS = {"at-least": (0, True), "above": (0, False), "at-most": (1, True), "below": (1, False)}
_DAYS = {"from": (0, True), "after": (0, False), "until": (1, True), "before": (1, False)}


def _fact_test(fact: Fact, test: AnyData, lexicon: Lexicon, path: Path) -> Node:
    if isinstance(test, dict):
        names = {"number": _BOUNDS, "day": _DAYS}.get(fact.type)
        if names is None:
            raise FieldRefused(path, f"is tested by bounds, and is of type {fact.type}", "a fact of type day or number")
        sides: list[AnyData] = [None, None]
        closed = [False, False]
        for key, value in _named(test, dict.fromkeys(names, ""), f"a {fact.type}", path).items():
            side, inside = names[key]
            sides[side], closed[side] = _bound(value, fact.type, (*path, key)), inside
        return leaves.fact_between(fact, *sides, closed=(closed[0], closed[1]))
    wanted = _list(test, path)
    for one in wanted:
        fits = isinstance(one, bool) if fact.type == "yes-no" else one in fact.words
        if not fits:
            raise FieldRefused(path, f'is "{one}"', "true or false" if fact.type == "yes-no" else ", ".join(fact.words))
    derived = compile_condition(fact.derived, lexicon, path) if fact.derived else None
    return leaves.fact_is(fact, frozenset(wanted), derived)


def _bound(value: AnyData, kind: str, path: Path) -> AnyData:
    if kind == "number":
        if isinstance(value, bool) or not isinstance(value, (int, float)):
            raise FieldRefused(path, f'is "{value}"', "a number")
        return value
    try:
        return day_of(str(value))
    except ValueError as e:
        raise FieldRefused(path, f'is "{value}"', "a day, YYYY-MM-DD") from e


def _goods(data: AnyData, lexicon: Lexicon, path: Path) -> Node:
    nodes = []
    for name in _list(data, path):
        if name not in lexicon.goods:
            raise UnknownWord(path, str(name), lexicon.goods, "goods named by this order")
        goods = lexicon.goods[name]
        lexicon.used.add(f"{lexicon.order}:goods:{name}")
        fact = lexicon.fact(goods.fact, path) if goods.fact else None
        nodes.append(leaves.goods_are(goods, fact, lexicon.fact("goods", path)))
    return nodes[0] if len(nodes) == 1 else Any(tuple(nodes))


def _quantity(data: AnyData, lexicon: Lexicon, path: Path) -> Node:
    known = {"unit": "", "at-least": "", "below": ""}
    given = _named(data, known, "a quantity", path)
    unit = _text(given.get("unit"), (*path, "unit"))
    low, high = (None if k not in given else _bound(given[k], "number", (*path, k)) for k in ("at-least", "below"))
    return leaves.amount_is(unit, low, high, lexicon.fact("quantity", path))


def _value(data: AnyData, lexicon: Lexicon, path: Path) -> Node:
    given = _named(data, {"above": "", "currency": ""}, "a value", path)
    currency = _text(given.get("currency"), (*path, "currency"))
    return leaves.value_is(
        currency, _bound(given.get("above"), "number", (*path, "above")), lexicon.fact("value", path)
    )


def _party(data: AnyData, lexicon: Lexicon, path: Path) -> Node:
    given = dict(_named(data, {**PARTY, "listed": "", "fact": ""}, "a party", path))
    roles = _values(given.pop("role"), "party-role", (*path, "role")) if "role" in given else frozenset()
    tests: dict[str, leaves.Test] = {}
    questions: dict[str, Fact] = {}
    said = []
    for name, value in given.items():
        at = (*path, name)
        if name == "listed":
            order = str(value)
            _order(order, at, lexicon)
            rule = lexicon.ownership[order]
            tests[name] = _party_listed(order, rule)
            said.append(f"is listed by `{order}`")
        elif name == "fact":
            fact = lexicon.fact(value, at)
            tests[name], questions[name] = leaves.own_fact(fact), fact
            said.append(fact.yes or fact.question)
        else:
            wanted, turned = _turned(value, PARTY[name], at)
            tests[name] = _field_test(name, wanted, turned)
            said.append(f"is {'not ' if turned else ''}of {leaves.spoken(sorted(wanted))}")
        if name != "fact":
            questions[name] = lexicon.fact(f"parties.{name}", at)
    if not tests:
        raise FieldRefused(path, "names a role and tests nothing", "a test beside `role`, as `state: KP`")
    label = f"{'A ' + ' or '.join(sorted(roles)) if roles else 'A party'} {' and '.join(said)}"
    return leaves.party_is(roles, tests, label, questions)


def _party_listed(order: str, rule: OwnershipRule | None) -> leaves.Test:
    return lambda p, _: listed(p, order, rule)


def _turned(value: AnyData, kind: str, path: Path) -> tuple[frozenset[AnyData], bool]:
    """Read the values of a field, and whether it must be none of them: `state: {not: KP}`."""
    if isinstance(value, dict):
        inner = _named(value, {"not": ""}, "a field", path)["not"]
        return _values(inner, kind, (*path, "not")), True
    return _values(value, kind, path), False


def _field_test(name: str, wanted: frozenset[AnyData], turned: bool) -> leaves.Test:
    def test(of: AnyData, _: Seen) -> bool | None:
        value = getattr(of, name)
        if value is None:
            return None
        return (value in wanted or (name == "place" and str(value)[:2] in wanted)) is not turned

    return test


def _vessel(data: AnyData, lexicon: Lexicon, path: Path) -> Node:
    given = dict(_named(data, {**VESSEL, "listed": "", "fact": "", "of": ""}, "a ship", path))
    of = given.pop("of", 1)
    if isinstance(of, bool) or not isinstance(of, int) or of < 1:
        raise FieldRefused((*path, "of"), f'is "{of}"', "how many ships take part, a whole number")
    tests: dict[str, leaves.Test] = {}
    questions: dict[str, Fact] = {}
    said = []
    for name, value in given.items():
        at = (*path, name)
        if name == "listed":
            _order(str(value), at, lexicon)
            tests[name] = _vessel_listed(str(value))
            said.append(f"is listed by `{value}`")
        elif name == "fact":
            fact = lexicon.fact(value, at)
            tests[name], questions[name] = leaves.own_fact(fact), fact
            said.append(fact.yes or fact.question)
        else:
            wanted, turned = _turned(value, VESSEL[name], at)
            tests[name] = _field_test(name, wanted, turned)
            said.append(f"has {'not ' if turned else ''}the {name} of {leaves.spoken(sorted(wanted))}")
        if name != "fact":
            questions[name] = lexicon.fact(f"vessels.{name}", at)
    if not tests:
        raise FieldRefused(path, "tests nothing", "a test, as `flag: KP`")
    return leaves.vessel_is(tests, f"A ship {' and '.join(said)}", questions, of)


def _vessel_listed(order: str) -> leaves.Test:
    return lambda v, _: None if v.designated_by is None else order in v.designated_by


_MAKERS: dict[str, Callable[[AnyData, Lexicon, Path], Node]] = {
    "act": _act,
    "actor": _actor,
    "all": _all,
    "any": _any,
    "fact": _fact,
    "from": _place("from"),
    "goods": _goods,
    "mode": _mode,
    "not": _not,
    "origin": _place("origin"),
    "party": _party,
    "quantity": _quantity,
    "said": _said,
    "term": _term,
    "to": _place("to"),
    "unless": _unless,
    "value": _value,
    "vessel": _vessel,
    "via": _place("via"),
}
