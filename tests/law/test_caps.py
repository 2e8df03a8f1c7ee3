"""Ledgers of caps: claims of deliveries, in whose unit, for which period, and what they leave open."""

from __future__ import annotations

from dataclasses import replace
from datetime import date

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from resolute.ground.quantity import Quantity
from resolute.ground.time import Interval
from resolute.law.caps import barrels, deliveries, factors, ledger, period_of
from resolute.law.read import load_base

REFINED, REFINED_2017, CRUDE = "UNSCR-2397-5", "UNSCR-2375-14", "UNSCR-2397-4"


def of(measure, on):
    return ledger(load_base().measures[measure], on)


@pytest.mark.parametrize(
    ("year", "low", "high"),
    [
        (2018, 338_975, 403_480),
        (2019, 370_370, 468_204),
        (2020, 125_139, 149_000),
        (2021, 91_909, 91_909),
        (2022, 108_548, None),
        (2023, 325_267, 362_706),
        (2024, 296_207, None),
    ],
)
def test_what_the_reports_of_a_year_make_in_barrels(year, low, high):
    found = of(REFINED, date(year, 7, 1))
    assert found.period == Interval(date(year, 1, 1), date(year, 12, 31))
    assert round(found.reported.min) == low
    assert (None if found.reported.max is None else round(found.reported.max)) == high


def test_the_choice_of_a_factor_decides_whether_2019_came_near_its_cap():
    steps = {n.share: n.reached for n in of(REFINED, date(2019, 12, 31)).notices}
    assert steps == {0.75: None, 0.9: None, 0.95: False}


def test_a_year_far_below_its_cap_reached_no_step():
    assert [n.reached for n in of(REFINED, date(2021, 1, 1)).notices] == [False, False, False]


def test_what_is_left_is_a_range_and_open_below_where_a_supplier_fell_silent():
    found = of(REFINED, date(2024, 3, 1))
    assert found.left.min is None
    assert round(found.left.max) == 203_793


def test_the_last_quarter_of_2017_is_a_period_of_its_own():
    found = of(REFINED_2017, date(2017, 10, 1))
    assert found.period == Interval(date(2017, 10, 1), date(2017, 12, 31))
    assert of(REFINED_2017, date(2017, 9, 30)) is None
    assert of(REFINED, date(2017, 12, 31)) is None


def test_the_year_of_crude_runs_from_22_december_and_nobody_reported_any():
    found = of(CRUDE, date(2019, 12, 21))
    assert found.period == Interval(date(2018, 12, 22), date(2019, 12, 21))
    assert of(CRUDE, date(2019, 12, 22)).period.start == date(2019, 12, 22)
    assert found.reports == ()
    assert found.reported == Quantity(min=0.0, max=None, unit="bbl")


def test_estimates_stand_beside_the_reports_and_change_nothing():
    found = of(REFINED, date(2023, 1, 1))
    assert {d.by for d in found.estimates} == {"the Panel of Experts", "a Member State, in the Panel's report"}
    assert found.reported.max < max(d.amount.max for d in found.estimates)
    assert all(d.kind == "report" for d in found.reports)


def test_a_measure_without_a_cap_has_no_ledger():
    assert of("UNSCR-2371-8", date(2019, 1, 1)) is None


def test_every_delivery_names_who_claims_it_and_where():
    for delivery in deliveries():
        assert delivery.by
        assert delivery.sources
        assert delivery.mark in ("V", "V/M")
        assert delivery.period.start <= delivery.period.end
    assert len(deliveries()) == 118


def test_no_report_speaks_of_crude():
    assert {d.line for d in deliveries()} == {"petroleum-refined"}


@pytest.mark.parametrize(
    ("tonnes", "product", "low", "high"),
    [(1410, "unspecified", 9870, 11745.3), (100, "diesel", 723, 746), (0, "petrol", 0, 0)],
)
def test_tonnes_become_barrels_as_wide_as_those_who_count_differ(tonnes, product, low, high):
    found = barrels(Quantity(min=tonnes, max=tonnes, unit="t"), product)
    assert (round(found.min, 1), round(found.max, 1), found.unit) == (low, high, "bbl")


def test_barrels_stay_barrels_and_other_units_are_refused():
    assert barrels(Quantity(min=5, max=5, unit="bbl")) == Quantity(min=5, max=5, unit="bbl")
    with pytest.raises(ValueError, match="wanted bbl or t"):
        barrels(Quantity(min=5, max=5, unit="person"))
    with pytest.raises(KeyError):
        barrels(Quantity(min=5, max=5, unit="t"), "honey")


def test_every_factor_is_plausible_and_sourced_or_from_memory():
    for factor in factors():
        assert 5 < factor.barrels_per_tonne < 12
        assert factor.sources
        assert (factor.mark == "M") == (factor.sources == ("memory",))


@given(st.dates(min_value=date(2017, 1, 1), max_value=date(2040, 12, 31)))
@settings(max_examples=150, deadline=None)
def test_every_day_lies_in_exactly_one_period_of_a_cap(day):
    for measure in (REFINED, CRUDE):
        for cap in load_base().measures[measure].caps:
            open_cap = replace(cap, in_force=Interval())
            period = period_of(open_cap, day)
            assert day in period
            assert period_of(open_cap, period.start) == period_of(open_cap, period.end) == period
            assert 364 <= (period.end - period.start).days <= 365


@given(st.integers(2018, 2025))
@settings(max_examples=20, deadline=None)
def test_what_is_reported_and_what_is_left_make_the_cap(year):
    found = of(REFINED, date(year, 6, 1))
    assert found.left.max == max(0.0, found.cap.amount - found.reported.min)
    if found.reported.max is not None:
        assert found.reported.min <= found.reported.max
        assert found.left.min == max(0.0, found.cap.amount - found.reported.max)
