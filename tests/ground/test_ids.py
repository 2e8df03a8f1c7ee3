"""Identifiers: true ones pass, slips are named with the digit that should stand there."""

import re

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from resolute.ground.ids import (
    NotAnIdentifier,
    bic,
    container,
    find_identifiers,
    iban,
    imo,
    lei,
    mmsi,
    mmsi_state,
)  # fmt: skip

bounded = settings(max_examples=150, deadline=None)
digits = st.text(alphabet="0123456789", min_size=1, max_size=30)

KNOWN = [
    pytest.param(imo, "9074729", id="a ship of the reference example"),
    pytest.param(imo, "8773263", id="a ship of the Council's list"),
    pytest.param(lei, "5493001KJTIIGC8Y1R12", id="an LEI"),
    pytest.param(container, "CSQU3054383", id="the container of ISO 6346"),
    pytest.param(iban, "GB82WEST12345698765432", id="the British IBAN of the standard"),
    pytest.param(iban, "DE89370400440532013000", id="a German IBAN"),
]


@pytest.mark.parametrize(("read", "value"), KNOWN)
def test_a_true_identifier_passes_and_stays_as_it_is(read, value):
    assert read(value) == value
    assert read(f"  {value.lower()} ") == value
    assert read(read(value)) == value


@pytest.mark.parametrize(
    ("read", "written", "value"),
    [
        (imo, "IMO 9074729", "9074729"),
        (imo, "IMO9074729", "9074729"),
        (imo, "imo: 9074729", "9074729"),
        (mmsi, "MMSI 445 123 000", "445123000"),
        (iban, "IBAN GB82 WEST 1234 5698 7654 32", "GB82WEST12345698765432"),
        (container, "CSQU 305438-3", "CSQU3054383"),
        (bic, "SWIFT: DEUTDEFF500", "DEUTDEFF500"),
        (bic, "deutdeff", "DEUTDEFF"),
    ],
)
def test_labels_and_spaces_fall_away(read, written, value):
    assert read(written) == value


def test_a_slip_is_named_with_the_digit_that_should_be():
    said = "IMO 1234568: check digit is 8, should be 7. Likely a typing slip; the number was not stored."
    with pytest.raises(NotAnIdentifier, match=f"^{re.escape(said)}$"):
        imo("1234568")
    with pytest.raises(NotAnIdentifier, match=re.escape("check digits are 83, should be 82")):
        iban("GB83WEST12345698765432")
    with pytest.raises(NotAnIdentifier, match="check digit is 4, should be 3"):
        container("CSQU3054384")
    with pytest.raises(NotAnIdentifier, match="check digits are 13, should be 12"):
        lei("5493001KJTIIGC8Y1R13")


@pytest.mark.parametrize(
    ("read", "text"),
    [
        (imo, ""), (imo, "907472"), (imo, "90747290"), (imo, "0000000"), (imo, "９０７４７２９"), (imo, "IMO"),
        (mmsi, "44512300"), (mmsi, "000000000"), (mmsi, "123456789"), (mmsi, "111111111"), (mmsi, "200123456"),
        (mmsi, "776123456"), (lei, "5493001KJTIIGC8Y1R"), (container, "CSQA3054383"), (container, "CSU3054383"),
        (iban, "GB82"), (iban, "1282WEST12345698765432"), (bic, "DEUT1EFF"), (bic, "DEUTDEFF5"), (bic, ""),
    ],
)  # fmt: skip
def test_a_wrong_form_is_refused(read, text):
    with pytest.raises(NotAnIdentifier, match="was not stored"):
        read(text)


@bounded
@given(st.integers(1, 999_999), st.integers(0, 9))
def test_one_check_digit_of_ten_fits_an_imo_number(number, last):
    text = f"{number:06}"
    weights = (7, 6, 5, 4, 3, 2)
    right = sum(w * int(d) for w, d in zip(weights, text, strict=True)) % 10
    if last == right:
        assert imo(text + str(last)) == text + str(last)
    else:
        with pytest.raises(NotAnIdentifier, match=f"check digit is {last}, should be {right}"):
            imo(text + str(last))


@bounded
@given(st.sampled_from(["9074729", "8773263"]), st.integers(0, 6), st.integers(1, 9))
def test_a_wrong_digit_of_an_imo_number_is_refused_unless_its_weight_hides_it(value, at, off):
    digit = (int(value[at]) + off) % 10
    wrong = value[:at] + str(digit) + value[at + 1 :]
    weight = (7, 6, 5, 4, 3, 2, -1)[at]
    hidden = weight * (digit - int(value[at])) % 10 == 0
    if hidden:
        assert imo(wrong) == wrong
    else:
        with pytest.raises(NotAnIdentifier):
            imo(wrong)


@bounded
@given(st.sampled_from([(lei, "5493001KJTIIGC8Y1R12"), (iban, "DE89370400440532013000")]), st.data())
def test_any_single_wrong_character_of_an_lei_or_iban_is_refused(case, data):
    read, value = case
    at = data.draw(st.integers(4 if read is iban else 0, len(value) - 1))
    pool = "0123456789" if value[at].isdigit() else "ABCDEFGHIJKLMNOPQRSTUVWXYZ"
    other = data.draw(st.sampled_from([c for c in pool if c != value[at]]))
    with pytest.raises(NotAnIdentifier):
        read(value[:at] + other + value[at + 1 :])


@bounded
@given(st.integers(0, 9), st.integers(1, 9))
def test_a_single_wrong_digit_of_a_container_is_refused_unless_the_remainder_is_ten(at, off):
    value = "CSQU3054383"
    at = 4 + at % 7
    wrong = value[:at] + str((int(value[at]) + off) % 10) + value[at + 1 :]
    with pytest.raises(NotAnIdentifier):
        container(wrong)


@bounded
@given(st.text(max_size=40) | digits)
def test_any_text_is_an_identifier_or_refused(text):
    for read in (imo, mmsi, lei, container, iban, bic, mmsi_state):
        try:
            value = read(text)
        except NotAnIdentifier:
            continue
        if read is not mmsi_state:
            assert read(value) == value


@pytest.mark.parametrize(
    ("number", "of"),
    [
        pytest.param("445123000", "KP", id="a ship"),
        pytest.param("273123456", "RU", id="a Russian ship"),
        pytest.param("477995000", "HK", id="a ship of Hong Kong"),
        pytest.param("671123000", "TG", id="a ship of Togo"),
        pytest.param("004451234", "KP", id="a coast station"),
        pytest.param("044512345", "KP", id="a group of ships"),
        pytest.param("111273001", "RU", id="an aircraft"),
        pytest.param("982731234", "RU", id="a craft of a ship"),
        pytest.param("994451234", "KP", id="an aid to navigation"),
        pytest.param("844512345", "KP", id="a handheld radio"),
        pytest.param("970123456", None, id="a rescue transmitter bears no State"),
        pytest.param("222123456", None, id="digits that belong to nobody"),
    ],
)
def test_the_digits_of_a_station_bear_a_state(number, of):
    assert mmsi_state(number) == of


def test_identifiers_are_found_with_their_label_only():
    text = (
        "The tanker (IMO number 9074729, MMSI: 445123000) took on cargo; bare 8773263 says nothing. "
        "Company IMO 1790183 is its manager's. IMO 9074720 is a slip. LEI 5493001KJTIIGC8Y1R12, "
        "container CSQU3054383, IBAN GB82 WEST 1234 5698 7654 32."
    )
    assert [(kind, text[s:e]) for s, e, kind, value in find_identifiers(text)] == [
        ("imo", "9074729"),
        ("mmsi", "445123000"),
        ("lei", "5493001KJTIIGC8Y1R12"),
        ("container", "CSQU3054383"),
        ("iban", "GB82 WEST 1234 5698 7654 32"),
    ]


@bounded
@given(st.text(max_size=60), st.sampled_from(["IMO 9074729", "MMSI 445123000", "IMO: 8773263"]))
def test_words_before_an_identifier_only_move_it(before, identifier):
    text = f"{before}. The {identifier}."
    last = find_identifiers(text)[-1]
    assert text[last.start : last.end] == last.value
    assert last.end == len(text) - 1
