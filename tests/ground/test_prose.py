"""How days, dates and States read in English."""

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from resolute.ground import prose
from resolute.ground.time import VagueDate


@pytest.mark.parametrize(
    ("edtf", "read", "short"),
    [
        (None, "no date in the text", "no date in the text"),
        ("2017-08-05", "5 August 2017", "5 Aug 2017"),
        ("2017-08", "August 2017", "Aug 2017"),
        ("2017", "2017", "2017"),
        ("2017~", "about 2017", "about 2017"),
        ("2017-08~", "about August 2017", "about Aug 2017"),
        ("2017?", "perhaps 2017", "perhaps 2017"),
        ("2017%", "perhaps about 2017", "perhaps about 2017"),
        ("../2019-12-31", "by 31 December 2019", "by 31 Dec 2019"),
        ("/2019", "by 2019", "by 2019"),
        ("../2019~", "by about 2019", "by about 2019"),
        ("2017-08-05/..", "since 5 August 2017", "since 5 Aug 2017"),
        ("2017-08-05/2017-08-09", "5 to 9 August 2017", "5 to 9 Aug 2017"),
        ("2017-08-05/2017-09-03", "5 August to 3 September 2017", "5 Aug to 3 Sep 2017"),
        ("2017-12-30/2018-01-02", "30 December 2017 to 2 January 2018", "30 Dec 2017 to 2 Jan 2018"),
        ("2017-08/2017-09", "August to September 2017", "Aug to Sep 2017"),
        ("2016/2018", "2016 to 2018", "2016 to 2018"),
        ("XXXX-10", "October, no year", "Oct, no year"),
        ("XXXX-10-05", "5 October, no year", "5 Oct, no year"),
        ("XXXX-XX-05", "day 5 of a month not stated, no year", "day 5 of a month not stated, no year"),
        ("XXXX", "no date", "no date"),
        ("201X", "the 2010s", "the 2010s"),
        ("20XX", "a year from 2000 to 2099", "a year from 2000 to 2099"),
        ("2017-XX", "2017, month not stated", "2017, month not stated"),
        ("2017-08-XX", "August 2017, day not stated", "Aug 2017, day not stated"),
    ],
)
def test_a_vague_date_reads_as_exactly_as_it_is_known(edtf, read, short):
    assert prose.when(edtf) == read
    assert prose.when(edtf, short=True) == short


def test_what_is_no_date_is_refused():
    with pytest.raises(ValueError, match="wanted EDTF"):
        prose.when("last Tuesday")


@given(st.dates())
def test_every_day_of_the_calendar_reads_with_its_day_month_and_year(day):
    said = prose.when(VagueDate.on(day)).split()
    assert (int(said[0]), prose.MONTHS.index(said[1]) + 1, int(said[2])) == (day.day, day.month, day.year)
    assert prose.when(VagueDate.by(day)) == f"by {' '.join(said)}"


@given(st.dates(), st.dates())
def test_an_interval_reads_from_its_first_day_to_its_last(a, b):
    first, last = sorted((a, b))
    said = prose.when(VagueDate.between(first, last))
    assert said.endswith(prose.when(VagueDate.on(last)))
    assert said.startswith(str(first.day))


def test_states_read_by_name_and_with_their_article():
    assert prose.states_named(["RU"]) == "Russia"
    assert prose.states_named(["US", "JP", "KR"]) == "the United States, Japan and South Korea"
    assert prose.states_named(["CF"]) == "the Central African Republic"
    assert prose.states_named(["ZZ"]) == "ZZ"
    assert prose.states_named([]) == ""


PARTS = st.from_regex(r"(\d{4}|\d{3}X|\d{2}XX|XXXX)(-(\d{2}|XX)(-(\d{2}|XX))?)?[~?%]?", fullmatch=True)
SIDES = st.one_of(PARTS, st.sampled_from(["", ".."]))


@settings(max_examples=300, deadline=None)
@given(st.one_of(PARTS, st.tuples(SIDES, SIDES).map("/".join)), st.booleans())
def test_every_vague_date_has_words_and_none_shows_its_notation(edtf, short):
    try:
        date = VagueDate(edtf)
    except ValueError:
        return
    said = prose.when(date, short=short)
    assert said == said.strip()
    assert not set("X~?%/.") & set(said)
