"""Forms: every frozen type is written to JSON and read back; what does not fit is refused with its path."""

import dataclasses
import json
import types
from datetime import UTC, date, datetime
from typing import Annotated, Any, Union, get_args, get_origin, get_type_hints

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from jsonschema import Draft202012Validator

from resolute.cases import terms as cases_terms
from resolute.ground import conduct as conduct_terms
from resolute.ground import goods as goods_terms
from resolute.ground import origin as origin_terms
from resolute.ground import states as states_terms
from resolute.ground.conduct import Actor, Conduct, Good, Money, Owner, Party, Vessel
from resolute.ground.errors import FieldRefused, UnknownWord
from resolute.ground.forms import from_json, schema, to_json
from resolute.ground.origin import Origin
from resolute.ground.quantity import Quantity
from resolute.ground.time import Interval, VagueDate
from resolute.ground.vocabulary import Word, words
from resolute.law import terms as law_terms
from resolute.news import terms as news_terms

bounded = settings(max_examples=60, deadline=None)
MODULES = (conduct_terms, origin_terms, law_terms, news_terms, cases_terms, states_terms, goods_terms)
KINDS = [Quantity, Interval] + [
    kind
    for module in MODULES
    for name in module.__all__
    if dataclasses.is_dataclass(kind := getattr(module, name)) and isinstance(kind, type)
]
LEAVES = {
    str: st.text(max_size=8),
    int: st.integers(-(10**9), 10**9),
    float: st.floats(allow_nan=False, allow_infinity=False, width=32),
    bool: st.booleans(),
    date: st.dates(),
    datetime: st.datetimes(timezones=st.just(UTC)),
    VagueDate: st.sampled_from([VagueDate(e) for e in ("2017-08-05", "2017-08", "../2019-12-22", "XXXX-10", "2018~")]),
    Any: st.none() | st.booleans() | st.integers() | st.text(max_size=5) | st.lists(st.integers(), max_size=2),
    type(None): st.none(),
}


def values(kind, depth=2):
    """Make values of a type from its own annotations."""
    origin, args = get_origin(kind), get_args(kind)
    if kind in LEAVES:
        return LEAVES[kind]
    if origin is Annotated:
        word = next((m for m in args[1:] if isinstance(m, Word)), None)
        if word is None:
            return values(args[0], depth)
        known = st.sampled_from(sorted(words(word.vocabulary)))
        return known | st.none() if type(None) in get_args(args[0]) else known
    if origin in (Union, types.UnionType):
        return st.one_of(*[values(a, depth) for a in args])
    if origin is tuple and args[-1] is not Ellipsis:
        return st.tuples(*[values(a, depth) for a in args])
    if origin in (tuple, list, frozenset):
        make = st.lists(values(args[0], depth - 1), max_size=2 if depth > 0 else 0)
        return make.map(origin)
    if origin is dict:
        return st.dictionaries(st.text(max_size=5), values(args[1], depth - 1), max_size=2)
    return built(kind, depth)


def built(kind, depth):
    hints = get_type_hints(kind, include_extras=True)

    @st.composite
    def one(draw):
        chosen = {}
        for f in dataclasses.fields(kind):
            required = f.default is dataclasses.MISSING and f.default_factory is dataclasses.MISSING
            if required or (depth > 0 and draw(st.booleans())):
                chosen[f.name] = draw(values(hints[f.name], depth - 1))
        try:
            return kind(**chosen)
        except ValueError:
            return None

    return one().filter(lambda v: v is not None)


@pytest.mark.parametrize("kind", KINDS, ids=lambda k: f"{k.__module__.split('.')[-2]}.{k.__name__}")
@settings(max_examples=12, deadline=None)
@given(data=st.data())
def test_every_noun_is_written_and_read_back(kind, data):
    value = data.draw(values(kind))
    written = json.loads(json.dumps(to_json(value), allow_nan=False))
    assert from_json(kind, written) == value
    Draft202012Validator(schema(kind)).validate(written)


@bounded
@given(values(Conduct, 4))
def test_any_conduct_is_written_and_read_back(conduct):
    written = json.loads(json.dumps(to_json(conduct), allow_nan=False))
    assert from_json(Conduct, written) == conduct
    assert to_json(from_json(Conduct, written)) == written
    Draft202012Validator(schema(Conduct)).validate(written)


VALIDATORS = {kind: Draft202012Validator(schema(kind)) for kind in (Conduct, Party, Quantity, Vessel)}
JSON = st.recursive(
    st.none() | st.booleans() | st.integers(-5, 5) | st.floats(allow_nan=True) | st.sampled_from(["", "RU", "supply"]),
    lambda inner: (
        st.lists(inner, max_size=2)
        | st.dictionaries(
            st.sampled_from(["act", "actor", "role", "min", "max", "unit", "facts", "from", "vessels", "name", "x"]),
            inner,
            max_size=3,
        )
    ),
    max_leaves=8,
)


@settings(max_examples=300, deadline=None)
@given(st.sampled_from(sorted(VALIDATORS, key=lambda k: k.__name__)), JSON)
def test_what_a_form_accepts_its_schema_accepts_and_the_rest_is_refused_by_name(kind, data):
    try:
        value = from_json(kind, data)
    except FieldRefused as e:
        refused = e
    else:
        VALIDATORS[kind].validate(to_json(value))
        VALIDATORS[kind].validate(data)
        return
    assert refused.found
    assert refused.wanted


COAL = {
    "id": "rajin-1",
    "on": "2018-03-02",
    "act": "procure",
    "actor": {"kind": "company", "state": "CN", "residence": "CN"},
    "goods": [{"text": "anthracite", "hs": "2701"}],
    "quantity": {"min": 5000, "max": 5000, "unit": "t"},
    "value": {"amount": 325000, "currency": "USD"},
    "from": "RU",
    "to": "CN",
    "origin": "KP",
    "parties": [
        {
            "role": "seller",
            "state": "RU",
            "designated_by": ["us"],
            "owned_by": [{"name": "A", "share": 0.5, "owned_by": [{"name": "B"}]}],
        }
    ],
    "vessels": [{"name": "ORLAN", "imo": "9074729", "flag": "PA", "facts": {"ais_off": True}}],
    "facts": {"committee_approval": False, "notified_on": None},
}


def test_the_form_of_a_check_is_read_whole():
    assert from_json(Conduct, COAL) == Conduct(
        id="rajin-1",
        on=VagueDate("2018-03-02"),
        act="procure",
        actor=Actor(kind="company", state="CN", residence="CN"),
        goods=(Good(text="anthracite", hs="2701"),),
        quantity=Quantity(min=5000, max=5000, unit="t"),
        value=Money(amount=325000, currency="USD"),
        from_="RU",
        to="CN",
        origin="KP",
        parties=(
            Party(
                role="seller",
                state="RU",
                designated_by=("us",),
                owned_by=(Owner(name="A", share=0.5, owned_by=(Owner(name="B"),)),),
            ),
        ),
        vessels=(Vessel(name="ORLAN", imo="9074729", flag="PA", facts={"ais_off": True}),),
        facts={"committee_approval": False, "notified_on": None},
    )
    assert to_json(from_json(Conduct, COAL)) == {
        "act": "procure",
        "actor": COAL["actor"],
        **{k: COAL[k] for k in ("id", "on", "goods", "quantity", "value", "from", "to", "origin")},
        **{k: COAL[k] for k in ("parties", "vessels", "facts")},
    }


def changed(**fields):
    return {**COAL, **fields}


REFUSALS = [
    ("a field", changed(acter={}), "`acter` is not a field of Conduct", "nearest: `actor`, `act`, `facts`"),
    ("from", changed(from_="RU"), "`from_` is not a field of Conduct", "nearest: `from`"),
    (
        "a word",
        changed(act="procured"),
        "act: `procured` is not a word of the vocabulary `act`",
        "nearest: `procure`, `process`",
    ),
    (
        "a field within",
        changed(parties=[{"rôle": "seller"}]),
        "parties[0]: `rôle` is not a field of Party",
        "nearest: `role`",
    ),
    ("a number for text", changed(vessels=[{"flag": 7}]), 'vessels[0].flag: is "7"', "text"),
    (
        "bounds that cross",
        changed(quantity={"min": 7, "max": 5}),
        "quantity: at most 5.0 is less than at least 7.0",
        "a Quantity that holds together",
    ),
    ("infinity", changed(quantity={"min": float("inf")}), 'quantity.min: is "inf"', "a finite number"),
    (
        "a number without end",
        changed(quantity={"min": 10**400}),
        'quantity.min: is "a number of more than 60 digits"',
        "a finite number",
    ),
    ("true for a number", changed(quantity={"min": True}), 'quantity.min: is "True"', "a number"),
    (
        "a date",
        changed(on="05.08.2017"),
        'on: "05.08.2017" is not a date',
        "EDTF, as 2017-08-05, 2017-08 or ../2019-12-31",
    ),
    ("a missing field", changed(value={"amount": 5}), "value.currency: is missing", "text"),
    ("no act", {"actor": {}}, "act: is missing", "a word of `act`"),
    ("fields for a list", changed(goods={"hs": "27"}), "goods: is a group of fields", "a list"),
    ("nothing for fields", changed(actor=None), "actor: is empty", "the fields of Actor"),
    (
        "a list for a fact",
        changed(facts={"a": [1]}),
        "facts.a: is a list",
        "true or false or a whole number or a number or text",
    ),
    ("a list for a conduct", [], "is a list", "the fields of Conduct"),
]


@pytest.mark.parametrize(("data", "found", "wanted"), [pytest.param(*rest, id=name) for name, *rest in REFUSALS])
def test_what_does_not_fit_is_refused_with_its_path(data, found, wanted):
    with pytest.raises(FieldRefused) as caught:
        from_json(Conduct, data)
    assert str(caught.value) == f"{found}; wanted {wanted}."


@bounded
@given(st.sampled_from([f.name.rstrip("_") for f in dataclasses.fields(Conduct)]), st.data())
def test_a_slip_in_a_field_names_the_field(name, data):
    at = data.draw(st.integers(0, len(name) - 1))
    slip = name[:at] + "~" + name[at + 1 :]
    with pytest.raises(UnknownWord) as caught:
        from_json(Conduct, {"act": "supply", slip: None})
    if len(name) > 4:
        assert f"`{name}`" in caught.value.wanted


def test_a_schema_says_what_may_be_empty():
    party = schema(Party)["$defs"]["Party"]["properties"]
    assert party["role"]["enum"] == [*sorted(words("party-role")), None]
    assert schema(Conduct)["$defs"]["Conduct"]["required"] == ["act"]
    assert schema(Conduct)["$defs"]["Conduct"]["additionalProperties"] is False


def test_an_hour_is_written_in_utc():
    fetched = Origin(name="a", sha256="sha256:0", bytes=3, retrieved=datetime(2024, 3, 28, 15, 0, tzinfo=UTC))
    assert to_json(fetched)["retrieved"] == "2024-03-28T15:00:00Z"
    assert from_json(Origin, to_json(fetched)) == fetched


def test_a_sparse_form_leaves_out_what_nobody_said():
    assert to_json(Conduct(act="employ")) == {"act": "employ"}
    assert to_json(Conduct(act="employ", mode="omits", actor=Actor(us_person=False))) == {
        "act": "employ",
        "mode": "omits",
        "actor": {"us_person": False},
    }
    nobody_looked, none_found = Party(), Party(designated_by=())
    assert (to_json(nobody_looked), to_json(none_found)) == ({}, {"designated_by": []})
