"""Columns: by their own names, as somebody says, or by what people call them; a guess is always told."""

from __future__ import annotations

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from resolute.ground.errors import WrongCall
from resolute.ground.rows import read_yaml
from resolute.ground.vocabulary import words
from resolute.intake.columns import TABLE, columns_of, is_field, named_columns, refuse_unknown, said_of


def read_as(*heads, **told):
    return {c.head: c.field for c in columns_of(heads, told)}


def told_of(*heads):
    lines: list[str] = []
    said_of(columns_of(heads, {}), lines.append)
    return lines


@pytest.mark.parametrize(
    ("head", "field"),
    [
        ("act", "act"), ("actor.state", "actor.state"), ("parties.2.role", "parties.2.role"),
        ("facts.livelihood", "facts.livelihood"), ("Flag", "vessels.0.flag"), ("HS Code", "goods.0.hs"),
        ("Port of Loading", "from"), ("Seller", "party.seller.name"), ("Buyer country", "party.buyer.state"),
        ("Country of exporter", "party.seller.state"), ("Tonnes", "quantity"), ("vessel_name", "vessels.0.name"),
        ("B/L date", None), ("Remarks", None), ("goods.0.hs", "goods.0.hs"), ("Actor.State", "actor.state"),
        ("via.0", "via.0"),
    ],
)  # fmt: skip
def test_a_column_is_read_as_a_field_or_not_at_all(head, field):
    assert read_as(head) == {head: field}


@pytest.mark.parametrize(
    ("head", "unit"), [("Weight (kg)", "kg"), ("Quantity, t", "t"), ("Barrels", "bbl"), ("Value (USD)", "USD")]
)
def test_a_head_that_names_a_unit_gives_it_to_its_cells(head, unit):
    (column,) = columns_of([head], {})
    assert column.unit == unit


def test_what_somebody_says_goes_before_every_name_and_guess():
    assert read_as("Flag", "act", Flag="actor.flag", act="-") == {"Flag": "actor.flag", "act": None}


def test_a_guess_is_told_and_a_name_is_not():
    assert told_of("act", "Flag", "Weight (kg)", "Remarks", "") == [
        "column `Flag` read as vessels.0.flag",
        "column `Weight (kg)` read as quantity, in kg",
        "column `Remarks` is not read; name its field with --column Remarks=FIELD",
    ]


@pytest.mark.parametrize(
    ("heads", "said"),
    [
        (["Flag", "Vessel flag"], "both read as vessels.0.flag"),
        (["Date", "Date"], "two columns are called `Date`"),
        (["goods", "Cargo"], "both read as goods"),
    ],
)
def test_two_columns_for_one_thing_are_a_wrong_call(heads, said):
    with pytest.raises(WrongCall, match=said):
        columns_of(heads, {})


@pytest.mark.parametrize(
    ("option", "said"),
    [
        ("Flag", "wanted NAME=FIELD"),
        ("=act", "wanted NAME=FIELD"),
        ("Flag=vessels.0.flga", "nearest: vessels.0.flag"),
        ("Flag=party.pirate.name", "is not a field"),
    ],
)
def test_a_column_told_wrongly_is_a_wrong_call(option, said):
    with pytest.raises(WrongCall, match=said):
        named_columns([option])


def test_a_head_may_hold_an_equals_sign():
    assert named_columns(["a=b=act"]) == {"a=b": "act"}


def test_a_told_column_that_is_not_there_is_a_wrong_call():
    with pytest.raises(WrongCall, match="nearest: `Flag`"):
        refuse_unknown({"Falg": "act"}, ["Flag", "Act"])


def test_every_guess_of_the_table_is_a_field_and_every_role_a_role():
    data = read_yaml(TABLE).data
    assert [f for f in data["fields"] if not is_field(f)] == []
    assert set(data["roles"]) <= words("party-role")
    assert [f"party.seller.{e}" for e in data["endings"] if not is_field(f"party.seller.{e}")] == []


def test_no_heading_stands_for_two_fields():
    data = read_yaml(TABLE).data
    heads = [h for several in data["fields"].values() for h in several]
    heads += [h for several in data["roles"].values() for h in several]
    assert sorted({h for h in heads if heads.count(h) > 1}) == []


@given(st.lists(st.text(max_size=20), max_size=6))
@settings(max_examples=150, deadline=None)
def test_any_heads_are_read_told_or_refused(heads):
    try:
        columns = columns_of(heads, {})
    except WrongCall:
        return
    assert [c.head for c in columns] == [h.strip() for h in heads]
    lines: list[str] = []
    said_of(columns, lines.append)
    assert len(lines) == sum(1 for c in columns if c.head and c.how == "guessed")
