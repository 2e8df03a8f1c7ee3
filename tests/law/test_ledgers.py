"""Caps, period by period: what is told in each, in whose unit, and where."""

from __future__ import annotations

from datetime import date

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from resolute.ground.errors import UnknownWord
from resolute.ground.time import Interval
from resolute.law.ledgers import cap_rows
from resolute.law.read import load_base

REFINED = "UNSCR-2397-5"


def rows(**asked):
    return cap_rows(load_base(), **asked)


def test_refined_petroleum_has_a_row_for_each_year_of_which_something_is_told():
    found = [r for r in rows(line="petroleum-refined") if r.measure == REFINED]
    assert [r.period.start.year for r in found] == list(range(2018, 2026))
    assert all(r.counting == "calendar-year" and r.amount == 500_000 for r in found)


def test_the_share_of_2019_is_a_range_because_tonnes_become_barrels_by_several_factors():
    (found,) = [r for r in rows(on=date(2019, 6, 1)) if r.measure == REFINED]
    assert [round(s, 2) for s in found.shares] == [0.74, 0.94]
    assert dict(found.steps) == {0.75: None, 0.9: None, 0.95: False}


def test_a_cap_of_which_nothing_is_told_is_shown_once_with_all_its_days():
    crude = list(rows(line="petroleum-crude"))
    assert [(r.unit, r.period, r.reported, r.reports) for r in crude] == [
        ("bbl", Interval(date(2017, 12, 22)), None, ()),
        ("t", Interval(date(2017, 12, 22)), None, ()),
    ]


def test_the_year_of_crude_begins_on_22_december():
    assert {r.period for r in rows(line="petroleum-crude", on=date(2020, 1, 1))} == {
        Interval(date(2019, 12, 22), date(2020, 12, 21))
    }


def test_the_ban_of_5_august_2017_cut_the_year_of_coal_short():
    found = list(rows(line="coal", on=date(2017, 3, 1)))
    assert {(r.unit, r.period.end, r.whole) for r in found} == {
        ("t", date(2017, 8, 4), False),
        ("USD", date(2017, 8, 4), False),
    }
    assert rows(line="coal", on=date(2017, 8, 5)) == ()


def test_estimates_stand_beside_the_reports_with_their_own_name_and_page():
    (found,) = [r for r in rows(on=date(2023, 6, 1)) if r.measure == REFINED]
    panel = [t for t in found.estimates if t.by == "the Panel of Experts"]
    assert {t.in_unit.min for t in panel} == {1_015_588, 1_523_381}
    assert {p for t in panel for p in t.pages} == {"hankyung 202403216000Y"}
    assert found.reported.max < 500_000


def test_the_same_calls_at_two_shares_laden_stand_as_the_shares_do():
    (found,) = [r for r in rows(on=date(2023, 6, 1)) if r.measure == REFINED]
    sixty, ninety = sorted(t.in_unit.min for t in found.estimates if "87 calls" in t.note)
    assert ninety / sixty == pytest.approx(0.9 / 0.6, abs=1e-4)


def test_an_unknown_line_is_refused():
    with pytest.raises(UnknownWord):
        rows(line="honey")


@given(st.dates(date(2016, 1, 1), date(2026, 11, 21)))
@settings(max_examples=40, deadline=None)
def test_every_row_of_a_day_holds_that_day_and_names_each_teller(day):
    for row in rows(on=day):
        assert day in row.period
        assert row.reported is None or row.reports
        for told in (*row.reports, *row.estimates):
            assert told.by
            assert all(told.pages)
            assert told.in_unit.unit == row.unit
