"""What changed in the law between two days, and that nothing else did."""

from __future__ import annotations

from datetime import date

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from resolute.ground.errors import UnknownWord, WrongCall
from resolute.law.differences import differences
from resolute.law.read import load_base
from resolute.law.show import in_force_on

DAYS = st.dates(min_value=date(2006, 1, 1), max_value=date(2026, 11, 21))


def told(first, second, **only):
    found = differences(load_base(), date.fromisoformat(first), date.fromisoformat(second), **only)
    return [(d.day.isoformat(), d.kind, d.id) for d in found]


def test_on_5_august_2017_the_ban_on_coal_takes_the_place_of_the_cap():
    assert told("2017-08-04", "2017-08-05", order="un", line="coal") == [
        ("2017-08-05", "began", "UNSCR-2371-8"),
        ("2017-08-05", "replaced", "UNSCR-2321-26a"),
        ("2017-08-05", "replaced", "UNSCR-2321-26b"),
    ]


def test_what_began_on_the_first_day_is_no_change():
    assert told("2017-08-05", "2017-08-06", order="un", line="coal") == []


def test_what_took_the_place_is_named_on_both_sides():
    began, _, capped = differences(load_base(), date(2017, 8, 4), date(2017, 8, 5), order="un", line="coal")
    assert set(began.replaces) == {"UNSCR-2321-26a", "UNSCR-2321-26b"}
    assert capped.by == ("UNSCR-2371-8",)


def test_a_rule_that_both_days_miss_came_and_went():
    (short,) = [d for d in differences(load_base(), date(2017, 1, 1), date(2018, 6, 1), order="un")
                if d.id == "UNSCR-2375-14"]  # fmt: skip
    assert (short.kind, short.day, short.by) == ("came and went", date(2017, 9, 11), ("UNSCR-2397-5",))
    assert short.what == "in force 11 September 2017 to 31 December 2017"


def test_the_end_of_a_wind_down_and_of_a_last_day_are_changes_of_what_stays():
    found = differences(load_base(), date(2019, 12, 22), date(2019, 12, 23), order="un", line="workers")
    assert [(d.kind, d.id, d.day, d.what) for d in found] == [
        ("changed", "UNSCR-2397-8", date(2019, 12, 23), "the last day, 22 December 2019, is over")
    ]
    textiles = differences(load_base(), date(2017, 12, 1), date(2017, 12, 31), order="un", line="textiles")
    assert [(d.kind, d.day) for d in textiles] == [("changed", date(2017, 12, 11))]


def test_days_in_the_wrong_order_and_unknown_words_are_refused():
    base = load_base()
    with pytest.raises(WrongCall, match="wanted the earlier day first"):
        differences(base, date(2018, 1, 1), date(2017, 1, 1))
    with pytest.raises(UnknownWord):
        differences(base, date(2017, 1, 1), date(2018, 1, 1), order="zz")
    with pytest.raises(UnknownWord):
        differences(base, date(2017, 1, 1), date(2018, 1, 1), line="honey")


@given(DAYS, DAYS)
@settings(max_examples=60, deadline=None)
def test_the_law_of_the_second_day_is_that_of_the_first_with_the_changes(one, other):
    first, second = sorted((one, other))
    base = load_base()
    changes = differences(base, first, second)
    before, after = ({r.id for r in in_force_on(base, day)} for day in (first, second))
    began = {d.id for d in changes if d.kind == "began"}
    over = {d.id for d in changes if d.kind in ("ended", "replaced")}
    assert after == (before | began) - over
    assert began.isdisjoint(before)
    assert over <= before
    assert {d.id for d in changes if d.kind == "came and went"}.isdisjoint(before | after)
    assert {d.id for d in changes if d.kind == "changed"} <= before & after
    assert all(first < d.day <= second for d in changes)
    assert [d.day for d in changes] == sorted(d.day for d in changes)


@given(DAYS)
@settings(max_examples=20, deadline=None)
def test_between_a_day_and_itself_nothing_changes(day):
    assert differences(load_base(), day, day) == ()
