import pytest
from hypothesis import given
from hypothesis import strategies as st

from resolute.doors.web.swap import swap


@pytest.mark.parametrize(
    ("written", "fits", "said"),
    [
        ("2379", "UNSCR-2397-8", "differ by one swap of digits"),
        ("the resolution received the number 2379", "resolution 2397 (2017)", "differ by one swap of digits"),
        ("resolution 2270", "UNSCR-2271", "differ in one digit"),
        ("2345", "5432", "differ in 4 digits"),
        ("1728", "7182", "differ by 2 swaps of digits"),
    ],
)
def test_two_numbers_are_compared_digit_by_digit(written, fits, said):
    found = swap(written, fits)
    assert found is not None
    assert found.in_words == said


@pytest.mark.parametrize(
    ("written", "fits"),
    [
        ("by the end of 2019", "22 December 2019"),  # the same number: nothing to see
        ("the Sanctions Committees", "one committee"),
        ("2379", "nothing in the law base"),
        ("2379", "UNSCR-22397"),
        ("8", "9"),
    ],
)
def test_no_picture_where_it_would_say_nothing(written, fits):
    assert swap(written, fits) is None


@given(st.text(max_size=30), st.text(max_size=30))
def test_crossed_places_hold_each_others_digits(written, fits):
    found = swap(written, fits)
    if found:
        assert found.same == tuple(a == b for a, b in zip(found.written, found.fits, strict=True))
        for a, b in found.crossed:
            assert (found.written[a], found.written[b]) == (found.fits[b], found.fits[a])
