"""Calendars: what a State owed when, what it says it did, what is open; a claim stays a claim."""

from __future__ import annotations

from datetime import date

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from resolute.ground.errors import InputRefused, UnknownCode, UnknownWord
from resolute.ground.states import states
from resolute.law import calendar as module
from resolute.law.calendar import KINDS, all_said, calendar
from resolute.law.read import load_base

CODES = [s.code for s in states()]
REPATRIATION, INTERIM, FINAL = "UNSCR-2397-8", "UNSCR-2397-8r-interim", "UNSCR-2397-8r"


def entries(state, **asked):
    return {e.measure: e for e in calendar(load_base(), state, **asked).dated}


def test_workers_were_to_be_home_by_22_december_2019_and_reports_due_before_and_after():
    found = entries("RU", line="workers")
    assert [(m, found[m].day, found[m].kind) for m in (INTERIM, REPATRIATION, FINAL)] == [
        (INTERIM, date(2019, 3, 22), "report"),
        (REPATRIATION, date(2019, 12, 22), "done"),
        (FINAL, date(2020, 3, 22), "report"),
    ]


@pytest.mark.parametrize(
    ("state", "measure", "open_"),
    [
        ("RU", REPATRIATION, "511 workers there on 10 March 2020, by its own word, after the last day"),
        ("RU", INTERIM, ""),
        ("RU", FINAL, ""),
        ("CN", INTERIM, "what it reports is not told in figures"),
        ("CN", REPATRIATION, "how many are left is not told"),
        ("PL", REPATRIATION, ""),
        ("KW", REPATRIATION, "how many are left is not told"),
        ("QA", REPATRIATION, "150 workers there on 30 June 2018, by its own word"),
        ("KW", FINAL, "figures of its own are told; whether and when this report was sent is not"),
        ("MT", REPATRIATION, "nothing of what it did was found"),
        ("MT", FINAL, "no report was found"),
        ("RU", "UNSCR-2371-18", "which States reported on this is not in this base"),
        ("RU", "UNSCR-2321-31", "what States did on this is not in this base"),
    ],
)
def test_what_is_open_is_told_by_the_states_own_words_alone(state, measure, open_):
    assert entries(state)[measure].open == open_


def test_estimates_of_others_stand_apart_and_settle_nothing():
    found = calendar(load_base(), "CN", line="workers")
    assert {s.by for s in found.own} == {"China"}
    assert any(s.amount == 100_000 for s in found.others)
    assert all(not s.own for s in found.others)


def test_a_state_outside_the_united_nations_owes_the_council_nothing_here():
    found = calendar(load_base(), "TW")
    assert (found.orders, found.dated, found.standing) == ((), (), ())


def test_a_states_own_order_stands_beside_the_councils():
    assert calendar(load_base(), "CN").orders == ("un", "cn")
    assert entries("CN")["CN-55-2017-JV"].day == date(2018, 1, 9)
    assert "CN-55-2017-JV" not in entries("RU")


def test_what_only_north_korea_owes_is_in_no_other_calendar():
    owed = {e.measure for e in calendar(load_base(), "KP").standing}
    assert "UNSCR-1718-2" in owed
    assert owed - {e.measure for e in calendar(load_base(), "RU").standing} >= {"UNSCR-1718-2", "UNSCR-1874-2"}


def test_expulsions_are_owed_whenever_they_arise():
    found = {e.measure: e for e in calendar(load_base(), "MY", line="expulsion").standing}
    assert found["UNSCR-2270-13"].since == date(2016, 3, 2)
    assert found["UNSCR-2270-13"].day is None


def test_on_an_earlier_day_later_law_and_later_words_are_not_known():
    early = calendar(load_base(), "RU", on=date(2019, 6, 1), line="workers")
    assert {e.measure for e in early.dated if e.passed} == {INTERIM}
    assert max(s.about.bounds.end for s in early.own if s.about) < date(2019, 6, 1)
    assert calendar(load_base(), "RU", on=date(2017, 8, 1), line="workers").dated == ()


def test_the_end_of_a_wind_down_is_its_last_day():
    assert entries("CN")["UNSCR-2375-16"].day == date(2017, 12, 10)
    assert entries("CN")["UNSCR-2375-16"].kind == "last day"


def test_unknown_states_and_lines_are_refused():
    with pytest.raises(UnknownCode):
        calendar(load_base(), "QQ")
    with pytest.raises(UnknownWord):
        calendar(load_base(), "RU", line="honey")


def test_every_claim_names_who_says_it_where_and_of_what_kind():
    base = load_base()
    for s in all_said():
        assert s.by
        assert all(s.sources)
        assert s.kind in KINDS
        assert s.line in base.lines
        assert s.measure is None or s.measure in base.measures
        assert (s.kind == "nothing-found") == (s.by == "this base")
        assert not (s.own and s.state is None)
    assert len(all_said()) == 77


@pytest.mark.parametrize(
    ("changed", "message"),
    [
        ({"kind": "rumour"}, 'kind "rumour"; wanted one of: report, workers'),
        ({"sources": "w-99"}, 'sources "w-99"; wanted one of: w-0'),
        ({"sources": ""}, "nobody who says it, or no source"),
        ({"amount": ""}, 'how "exactly", amount ""; wanted both, or neither'),
        ({"about": "soon"}, '"soon" is not a date'),
        ({"state": "QQ"}, "`QQ` is not the code of a State"),
        ({"mark": "X"}, 'mark "X"'),
    ],
)
def test_a_row_that_does_not_fit_stops_with_file_and_line(tmp_path, monkeypatch, changed, message):
    row = dict.fromkeys(module.COLUMNS, "") | {
        "state": "RU", "line": "workers", "about": "2017", "kind": "permits", "how": "exactly", "amount": "5",
        "by": "Russia", "own": "yes", "mark": "V", "sources": "w-1",
    }  # fmt: skip
    cells = ",".join((row | changed)[c] for c in module.COLUMNS)
    (tmp_path / "said.csv").write_text(",".join(module.COLUMNS) + "\n" + cells + "\n", encoding="utf-8")
    (tmp_path / "said_sources.csv").write_text("tag,source\nw-0,x\nw-1,y\n", encoding="utf-8")
    monkeypatch.setattr(module, "UN", tmp_path)
    with pytest.raises(InputRefused) as e:
        module.all_said.__wrapped__()
    assert f"said.csv:2: {message}" in str(e.value)


@given(st.sampled_from(CODES), st.dates(date(2006, 1, 1), date(2026, 11, 21)), st.integers(0, 4000))
@settings(max_examples=40, deadline=None)
def test_a_later_calendar_holds_all_that_an_earlier_one_held_of_words(state, day, later):
    base, then = load_base(), date.fromordinal(min(day.toordinal() + later, date(2026, 11, 21).toordinal()))
    early, late = calendar(base, state, on=day), calendar(base, state, on=then)
    assert set(early.own) <= set(late.own)
    assert set(early.others) <= set(late.others)
    assert {(e.measure, e.day) for e in early.dated} <= {(e.measure, e.day) for e in late.dated}
    assert [e.day for e in late.dated] == sorted(e.day for e in late.dated)
    assert all(e.passed == (e.day < then) for e in late.dated)
