"""Cells and answers as people write them: read for what they say, or refused."""

from __future__ import annotations

from datetime import date, datetime

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from resolute.ground.errors import FieldRefused
from resolute.ground.states import states
from resolute.intake.cells import (
    act_of,
    amount_of,
    as_field,
    location_of,
    money_of,
    number_of,
    state_of_words,
    unit_of,
)


@pytest.mark.parametrize(
    ("written", "code"),
    [("KP", "KP"), ("kp", "KP"), ("North Korea", "KP"), ("DPRK", "KP"), ("CHINA", "CN"), ("china", "CN"),
     ("Panamanian", "PA"), ("NO", "NO"), ("Singapore", "SG")],
)  # fmt: skip
def test_a_state_stands_by_code_or_by_name(written, code):
    assert state_of_words(written) == code


@pytest.mark.parametrize("written", ["Norland", "QQ", "Korea", "Moscow", "North Korea and China", "", "the West"])
def test_what_is_no_state_is_refused_for_it_would_bind_nobody(written):
    with pytest.raises(FieldRefused, match="wanted a State"):
        state_of_words(written)


@pytest.mark.parametrize(
    ("written", "code"),
    [("RUNJK", "RUNJK"), ("Rajin", "KPRJN"), ("BUSAN", "KRPUS"), ("Russia", "RU"), ("XZ", "XZ"), ("CN SHG", "CNSHG")],
)
def test_a_place_stands_by_code_or_by_name(written, code):
    assert location_of(written) == code


@pytest.mark.parametrize("written", ["LAGOS", "PARIS", "Paris", "somewhere", "CNSHG", "QQ SHG"])
def test_five_letters_that_no_table_knows_are_not_read_as_a_port_of_a_state(written):
    with pytest.raises(FieldRefused, match="CN SHG"):
        location_of(written)


@pytest.mark.parametrize(
    ("written", "unit", "amount"),
    [
        (5000, "t", {"min": 5000, "max": 5000, "unit": "t"}),
        ("5,000", None, {"min": 5000, "max": 5000}),
        ("5,000 t", None, {"min": 5000.0, "max": 5000.0, "unit": "t"}),
        ("at least 300 bbl", "t", {"min": 300.0, "unit": "bbl"}),
        ("about 40 tonnes", None, {"min": 40.0, "max": 40.0, "unit": "t", "approximate": True}),
        (0.5, "kg", {"min": 0.5, "max": 0.5, "unit": "kg"}),
    ],
)
def test_an_amount_is_a_number_with_its_unit_beside_it_or_words(written, unit, amount):
    assert amount_of(written, unit) == amount


@pytest.mark.parametrize("written", ["some", "1.000 t", "5 to", ""])
def test_what_is_no_amount_is_refused(written):
    with pytest.raises(FieldRefused):
        amount_of(written)


@pytest.mark.parametrize(
    ("written", "currency", "money"),
    [
        ("USD 325,000", None, {"amount": 325000, "currency": "USD"}),
        ("325000.50 cny", None, {"amount": 325000.5, "currency": "CNY"}),
        (325000, "EUR", {"amount": 325000, "currency": "EUR"}),
        ("€ 10", None, {"amount": 10, "currency": "EUR"}),
    ],
)
def test_money_has_a_currency(written, currency, money):
    assert money_of(written, currency) == money


@pytest.mark.parametrize("written", ["325000", "$ 10", "USD", "ten dollars", "£5", "-"])
def test_money_whose_currency_is_not_plain_is_refused(written):
    with pytest.raises(FieldRefused):
        money_of(written)


@pytest.mark.parametrize(
    ("written", "act"), [("procure", "procure"), ("Ship to ship", "ship-to-ship"), ("PORT_ENTRY", "port-entry")]
)
def test_an_act_is_a_word_of_the_vocabulary(written, act):
    assert act_of(written) == act


@pytest.mark.parametrize(
    ("written", "hint"),
    [("import", "`procure` (buy, import or receive goods)"), ("sell", "`supply`"), ("xyz", "one of:")],
)
def test_another_word_for_an_act_is_refused_with_what_it_may_mean(written, hint):
    with pytest.raises(FieldRefused) as e:
        act_of(written)
    assert hint in str(e.value)


@pytest.mark.parametrize(
    ("path", "cell", "field"),
    [
        (("on",), datetime(2017, 9, 1, 13, 20), "2017-09-01"),
        (("on",), date(2017, 9, 1), "2017-09-01"),
        (("on",), "2017-09", "2017-09"),
        (("goods", 0, "hs"), 303, "0303"),
        (("goods", 0, "hs"), 2701.0, "2701"),
        (("goods", 0, "hs"), "2701.12", "270112"),
        (("vessels", 0, "imo"), 9074729.0, "9074729"),
        (("id",), 7.0, "7"),
        (("facts", "livelihood"), "No", False),
        (("facts", "livelihood"), True, True),
        (("facts", "contract_date"), date(2017, 8, 1), "2017-08-01"),
        (("facts", "refined_bbl_before"), 499000.0, 499000),
        (("via",), "KR, JP", ["KR", "JP"]),
        (("parties", 0, "designated_by"), "UN and us", ["un", "us"]),
        (("parties", 0, "designated_by"), "none", []),
        (("from",), "NO", "NO"),
        (("actor", "us_person"), "yes", True),
        (("mode",), "Does", "does"),
    ],
)
def test_a_cell_is_read_by_what_its_field_holds(path, cell, field):
    assert as_field(path, cell) == field


@pytest.mark.parametrize(
    ("path", "cell"),
    [(("on",), "1/9/2017"), (("on",), 42), (("value", "amount"), "many"), (("actor", "us_person"), "perhaps"),
     (("quantity", "min"), float("inf"))],
)  # fmt: skip
def test_a_cell_that_cannot_stand_there_is_refused_with_its_path(path, cell):
    with pytest.raises(FieldRefused) as e:
        as_field(path, cell)
    assert e.value.path == path


def test_words_for_a_unit_are_its_code():
    assert [unit_of(u) for u in ("tonnes", "MT", "barrels", "kg")] == ["t", "t", "bbl", "kg"]
    with pytest.raises(FieldRefused):
        unit_of("bushel")


def test_every_state_is_read_back_from_its_code_and_its_name():
    assert [s.code for s in states() if state_of_words(s.code) != s.code or state_of_words(s.name) != s.code] == []


@given(st.text(max_size=40))
@settings(max_examples=150, deadline=None)
def test_any_words_are_read_or_refused(text):
    for read in (state_of_words, location_of, number_of, amount_of, money_of, unit_of, act_of):
        try:
            read(text)
        except FieldRefused as e:
            assert e.wanted  # noqa: PT017
