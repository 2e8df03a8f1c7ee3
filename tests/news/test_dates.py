"""Dates in prose: as exactly as words and calendar allow, counted from the day of publication, never guessed."""

from __future__ import annotations

from datetime import date
from itertools import pairwise

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from resolute.ground.time import VagueDate
from resolute.news.steps.dates import DateExpression, date_expressions

SUNDAY = "2023-12-17"


def dates(text: str, anchor: str | None = SUNDAY, quoted: tuple[tuple[int, int], ...] = ()) -> list[DateExpression]:
    return date_expressions(text, 0, len(text), VagueDate(anchor) if anchor else None, quoted)


def read(text: str, anchor: str | None = SUNDAY) -> list[tuple[str, str | None, str]]:
    return [(d.span.text, d.edtf.edtf if d.edtf else None, d.relation) for d in dates(text, anchor)]


@pytest.mark.parametrize(
    ("text", "found"),
    [
        ("repatriate by December 22, 2019 all of them", ("by December 22, 2019", "../2019-12-22", "by")),
        ("on 22 December 2019 they left", ("on 22 December 2019", "2019-12-22", "in")),
        ("on Dec. 22, 2019, they left", ("on Dec. 22, 2019", "2019-12-22", "in")),
        ("meet on 25 April, 2019", ("on 25 April, 2019", "2019-04-25", "in")),
        ("on the 25th of April 2019", ("on the 25th of April 2019", "2019-04-25", "in")),
        ("on Monday, December 23, 2019", ("on Monday, December 23, 2019", "2019-12-23", "in")),
        ("In December 2017, the Council met", ("In December 2017", "2017-12", "in")),
        ("early December 2019", ("early December 2019", "2019-12", "in")),
        ("by the end of 2019", ("by the end of 2019", "../2019-12-31", "by")),
        ("deported by 2019", ("by 2019", "../2019", "by")),
        ("closed since 2020", ("since 2020", "2020/..", "since")),
        ("before October 2019", ("before October 2019", "../2019-09-30", "before")),
        ("after 2017", ("after 2017", "2018-01-01/..", "after")),
        ("no later than 9 January 2018", ("no later than 9 January 2018", "../2018-01-09", "by")),
        ("in the first quarter of 2018", ("in the first quarter of 2018", "2018-01/2018-03", "in")),
        ("June 22-24, 2019", ("June 22-24, 2019", "2019-06-22/2019-06-24", "in")),
        ("from January to March 2020", ("from January to March 2020", "2020-01/2020-03", "between")),
        ("from November to March 2020", ("from November to March 2020", "2019-11/2020-03", "between")),
        ("the 1950-53 war", ("1950-53", "1950/1953", "in")),
        ("in the 1990s", ("in the 1990s", "199X", "in")),
        ("Photo, 13.09.2023", ("13.09.2023", "2023-09-13", "in")),
        ("on 2019-12-22", ("on 2019-12-22", "2019-12-22", "in")),
        ("a report from October 2019", ("from October 2019", "2019-10", "in")),
    ],
)
def test_a_date_with_its_year_is_read_as_written(text, found):
    assert read(text, None) == [found]
    assert read(text) == [found]


@pytest.mark.parametrize(
    ("text", "edtf"),
    [
        ("banned in August", "2023-08"),
        ("on December 22", "2022-12-22"),
        ("on December 17", "2023-12-17"),
        ("it will meet on March 3", "2024-03-03"),
        ("on Monday", "2023-12-11"),
        ("on Sunday", "2023-12-17"),
        ("last Sunday", "2023-12-10"),
        ("it will arrive on Monday", "2023-12-18"),
        ("on Tuesday last week", "2023-12-05"),
        ("today", "2023-12-17"),
        ("yesterday", "2023-12-16"),
        ("last week", "2023-12-04/2023-12-10"),
        ("earlier this week", "2023-12-11/2023-12-17"),
        ("last month", "2023-11"),
        ("last year", "2022"),
        ("in the last month", "2023-11-17/2023-12-17"),
        ("three days ago", "2023-12-14"),
        ("two years ago", "2021~"),
        ("by the end of the year", "../2023-12-31"),
        ("over the weekend", "2023-12-09/2023-12-10"),
        ("since October", "2023-10/.."),
    ],
)
def test_a_date_without_its_year_is_counted_from_the_day_of_publication(text, edtf):
    (found,) = dates(text)
    assert found.edtf == VagueDate(edtf)
    assert SUNDAY in found.how


@pytest.mark.parametrize(
    ("text", "anchor", "edtf"),
    [
        ("on December 22", None, "XXXX-12-22"),
        ("In October", None, "XXXX-10"),
        ("before October", None, "../XXXX-09-30"),
        ("In October", "XXXX-12-17", "XXXX-10"),
        ("last month", "XXXX-12-17", "XXXX-11"),
        ("yesterday", "XXXX-12-17", "XXXX-12-16"),
        ("on Monday", "XXXX-12-17", None),
        ("last year", "XXXX-12-17", None),
        ("on Monday", None, None),
        ("today", None, None),
        ("last week", None, None),
        ("on Monday", "2023-09-13/2023-09-17", "2023-09-11"),
        ("today", "2023-09-13/2023-09-17", "2023-09-13/2023-09-17"),
        ("on December 22", "2017-12-22/2018-12-21", "2017-12-22"),
        ("In October", "2017-12-22/2018-12-21", "XXXX-10"),
    ],
)
def test_without_a_day_of_publication_nothing_is_guessed(text, anchor, edtf):
    (found,) = dates(text, anchor)
    assert found.edtf == (VagueDate(edtf) if edtf else None)
    assert found.how


def test_a_deadline_without_its_year_may_lie_before_or_behind():
    (found,) = dates("were told to leave by December 22")
    assert found.edtf == VagueDate("../XXXX-12-22")
    assert "leave open" in found.how


def test_by_a_year_says_that_it_can_be_read_in_two_ways():
    (found,) = dates("deported by 2019")
    assert "before that year begins or before it ends" in found.how


def test_day_and_month_in_figures_stay_open_where_either_order_fits():
    (found,) = dates("on 05/06/2019")
    assert found.edtf is None
    assert dates("on 13/06/2019")[0].edtf == VagueDate("2019-06-13")
    assert dates("on 05/05/2019")[0].edtf == VagueDate("2019-05-05")


def test_a_length_of_time_runs_from_the_date_before_it():
    text = "Adopted on December 22, 2017, it gives them two years; within 24 months all must go"
    found = {d.relation: d.edtf for d in dates(text, None)}
    assert found == {"in": VagueDate("2017-12-22"), "within": VagueDate("../2019-12-22")}


def test_a_length_of_time_without_a_dated_beginning_has_no_end():
    found = dates("imposed on December 22, they must go within two years", None)
    assert [d.edtf for d in found] == [VagueDate("XXXX-12-22"), None]
    assert "whose year the text does not give" in found[1].how
    assert dates("They must go within two years", None)[0].edtf is None


def test_words_in_a_quotation_are_counted_from_the_day_they_were_said():
    text = "“rejected all requests last month,” it reported last week"
    found = dates(text, SUNDAY, ((1, 32),))
    assert [(d.span.text, d.edtf) for d in found] == [
        ("last month", None),
        ("last week", VagueDate("2023-12-04/2023-12-10")),
    ]
    assert "said" in found[0].how


@pytest.mark.parametrize(
    "text",
    [
        "the resolution received the number 2379",
        "Resolution 2019 and resolution 1718",
        "Picture, 1920 wide",
        "in 2000 tonnes of coal",
        "It may march on",
        "of 2019 ships",
        "He said so in May's office",
        "no dates here, and a second thought",
        "the week-long talks",
        "31 February 2019 does not exist",
    ],
)
def test_what_only_looks_like_a_date_is_none(text):
    assert [d for d in read(text) if d[0] != "in May"] == []


def test_a_day_that_no_calendar_has_is_left_out():
    assert read("on February 30, 2019") == []
    assert read("on 29 February 2020") == [("on 29 February 2020", "2020-02-29", "in")]


@given(st.text(alphabet=st.sampled_from("aMDby 0123456789,.-/()[]\n“”'–") | st.characters(), max_size=60))
@settings(max_examples=150, deadline=None)
def test_any_text_gives_dates_that_stand_in_it_and_do_not_touch(text):
    for anchor in (None, SUNDAY, "XXXX-02-29"):
        found = dates(text, anchor)
        assert all(text[d.span.start : d.span.end] == d.span.text for d in found)
        assert all(a.span.end <= b.span.start for a, b in pairwise(found))


@given(
    st.dates(date(1950, 1, 1), date(2090, 12, 31)),
    st.sampled_from(["{d:%B} {d.day}, {d.year}", "{d.day} {d:%B} {d.year}"]),
)
@settings(max_examples=80, deadline=None)
def test_every_day_of_the_calendar_is_read_back(day, form):
    (found,) = dates(f"it met on {form.format(d=day)}.", None)
    assert found.edtf == VagueDate.on(day)


@given(
    st.dates(date(1990, 1, 1), date(2080, 12, 31)),
    st.sampled_from(["on March 3", "in October", "on Friday", "last week", "last month", "since May", "yesterday"]),
)
@settings(max_examples=120, deadline=None)
def test_what_is_told_in_the_past_never_begins_after_publication(day, words):
    (found,) = dates(words, day.isoformat())
    assert found.edtf is not None
    start = found.edtf.bounds.start
    assert start is not None
    assert start <= day


def test_text_put_before_moves_offsets_and_nothing_else():
    text, before = "They left by December 22, 2019.", "Some words. "
    moved = date_expressions(before + text, len(before), len(before + text), None)
    assert [(d.span.start - len(before), d.edtf) for d in moved] == [(d.span.start, d.edtf) for d in dates(text, None)]
