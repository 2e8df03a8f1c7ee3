"""Days, instants, intervals, vague dates: compared with brute force over days."""

from datetime import UTC, date, datetime, timedelta, timezone

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from resolute.ground.time import InstantInterval, Interval, VagueDate, day_of, instant_of

FIRST = date(2017, 7, 25)
WINDOW = [FIRST + timedelta(days=n) for n in range(24)]
bounded = settings(max_examples=150, deadline=None)
window_days = st.sampled_from(WINDOW)


@st.composite
def intervals(draw):
    start, end = draw(st.none() | window_days), draw(st.none() | window_days)
    if start and end and end < start:
        start, end = end, start
    return Interval(start, end)


def days_of(interval):
    return {d for d in WINDOW if d in interval}


@bounded
@given(intervals(), intervals())
def test_two_intervals_meet_where_they_share_a_day(a, b):
    wide = {FIRST - timedelta(days=1), WINDOW[-1] + timedelta(days=1)}  # open sides reach beyond the window
    share = any(d in a and d in b for d in [*WINDOW, *wide])
    assert a.meets(b) == b.meets(a) == share


@bounded
@given(intervals(), intervals())
def test_the_common_part_holds_the_days_of_both(a, b):
    common = a.common(b)
    assert (common is None) == (not a.meets(b))
    assert (days_of(common) if common else set()) == days_of(a) & days_of(b)


@bounded
@given(intervals(), intervals())
def test_within_means_every_day(a, b):
    wide = [FIRST - timedelta(days=400), *WINDOW, WINDOW[-1] + timedelta(days=400)]
    assert a.within(b) == all(d in b for d in wide if d in a)


def test_the_bounds_of_an_interval_lie_inside():
    cap = Interval(date(2016, 11, 30), date(2016, 12, 31))
    inside = [d in cap for d in (date(2016, 11, 29), date(2016, 11, 30), date(2016, 12, 31), date(2017, 1, 1))]
    assert inside == [False, True, True, False]


def test_an_interval_does_not_run_backwards():
    with pytest.raises(ValueError, match="ends on 2017-08-04, before it starts on 2017-08-05"):
        Interval(date(2017, 8, 5), date(2017, 8, 4))


@pytest.mark.parametrize("text", ["05.08.2017", "2017-8-5", "2017-08-05T00:00", "2017-02-30", "", "２０１７-08-05"])
def test_a_day_is_year_month_day_and_nothing_else(text):
    with pytest.raises(ValueError, match="wanted YYYY-MM-DD"):
        day_of(text)


def test_an_instant_is_kept_in_utc():
    assert instant_of("2017-12-23T01:30:00+09:00") == datetime(2017, 12, 22, 16, 30, tzinfo=UTC)
    assert instant_of("2017-12-22T16:30:00Z").isoformat() == "2017-12-22T16:30:00+00:00"


@pytest.mark.parametrize(
    "text", ["2017-12-22T16:30:00", "2017-12-22", "yesterday", "0001-01-01T00:00:00+14:00", "9999-12-31T23:00:00-05:00"]
)
def test_an_instant_names_its_offset_and_lies_in_the_calendar(text):
    with pytest.raises(ValueError, match="wanted YYYY-MM-DDTHH:MM:SSZ"):
        instant_of(text)


def test_an_interval_of_instants_ends_before_its_end():
    noon = datetime(2018, 1, 1, 12, tzinfo=UTC)
    hour = InstantInterval(noon, noon + timedelta(hours=1))
    assert [noon in hour, noon + timedelta(minutes=59) in hour, noon + timedelta(hours=1) in hour] == [
        True,
        True,
        False,
    ]
    with pytest.raises(ValueError, match="offset"):
        InstantInterval(datetime(2018, 1, 1))
    with pytest.raises(ValueError, match="before it starts"):
        InstantInterval(noon, noon - timedelta(seconds=1))
    assert datetime(2018, 1, 1, 21, 30, tzinfo=timezone(timedelta(hours=9))) in hour


@pytest.mark.parametrize(
    ("edtf", "start", "end"),
    [
        pytest.param("2017-08-05", date(2017, 8, 5), date(2017, 8, 5), id="a day"),
        pytest.param("2016-02", date(2016, 2, 1), date(2016, 2, 29), id="a month of a leap year"),
        pytest.param("2017", date(2017, 1, 1), date(2017, 12, 31), id="a year"),
        pytest.param("201X", date(2010, 1, 1), date(2019, 12, 31), id="a decade"),
        pytest.param("20XX", date(2000, 1, 1), date(2099, 12, 31), id="a century"),
        pytest.param("2017-XX", date(2017, 1, 1), date(2017, 12, 31), id="some month"),
        pytest.param("2017-12-XX", date(2017, 12, 1), date(2017, 12, 31), id="some day of December"),
        pytest.param("../2019-12-22", None, date(2019, 12, 22), id="by the deadline"),
        pytest.param("2017-12-22/..", date(2017, 12, 22), None, id="since the adoption"),
        pytest.param("2017-12-22/2019-12", date(2017, 12, 22), date(2019, 12, 31), id="between"),
        pytest.param("XXXX-10", None, None, id="an October"),
        pytest.param("2018~", date(2018, 1, 1), date(2018, 12, 31), id="about 2018"),
    ],
)
def test_a_vague_date_bounds_the_days_it_may_mean(edtf, start, end):
    vague = VagueDate(edtf)
    assert (vague.bounds, str(vague)) == (Interval(start, end), edtf)
    assert vague.dated == (start is not None or end is not None)


@pytest.mark.parametrize(
    "text",
    ["", "/", "..", "../..", "2017-13", "2017-00", "2017-02-29", "2017-XX-32", "0000", "17", "2017-8", "August 2017",
     "2018/2017", "2017/2018/2019", "XXXX-13", "XXXX-02-30", "201X-00", "2017-12-22T10:00", "2017--05", "２０１７"],
)  # fmt: skip
def test_what_is_no_date_is_refused(text):
    with pytest.raises(ValueError, match=r"date|calendar|ends before"):
        VagueDate(text)


@st.composite
def vague_dates(draw):
    def side():
        d = draw(st.dates(date(2016, 1, 1), date(2019, 12, 31)))
        form = draw(st.sampled_from(["%Y-%m-%d", "%Y-%m", "%Y", "%Y-%m-XX", "%Y-XX"]))
        return d.strftime(form)

    shape = draw(st.sampled_from(["one", "between", "until", "since"]))
    if shape == "between":
        a, b = sorted((side(), side()), key=lambda e: VagueDate(e).bounds.start)
        if VagueDate(b).bounds.end < VagueDate(a).bounds.start:
            a, b = b, a
        return f"{a}/{b}"
    return {"one": "{}", "until": "../{}", "since": "{}/.."}[shape].format(side())


@bounded
@given(vague_dates(), st.dates(date(2015, 6, 1), date(2020, 6, 1)))
def test_a_vague_date_is_compared_as_all_the_days_it_may_mean(edtf, day):
    vague = VagueDate(edtf)
    b = vague.bounds
    first, last = b.start or date(2000, 1, 1), b.end or date(2040, 1, 1)
    possible = [first + timedelta(days=n) for n in range((last - first).days + 1)]

    def over_all(test):
        answers = {test(d) for d in possible}
        return answers.pop() if len(answers) == 1 else None

    assert vague.on_or_after(day) == over_all(lambda d: d >= day)
    assert vague.on_or_before(day) == over_all(lambda d: d <= day)


@bounded
@given(vague_dates())
def test_a_vague_date_is_written_as_it_was_read(edtf):
    assert VagueDate(VagueDate(edtf).edtf) == VagueDate(edtf)
    b = VagueDate(edtf).bounds
    assert VagueDate(edtf).day == (b.start if b.start == b.end else None)


@bounded
@given(st.text(alphabet="0123456789X-/.~?%", max_size=24))
def test_any_text_is_a_date_or_refused(text):
    try:
        vague = VagueDate(text)
    except ValueError:
        return
    assert vague.bounds.start is None or vague.bounds.end is None or vague.bounds.start <= vague.bounds.end


@bounded
@given(st.dates(min_value=date(2, 1, 1), max_value=date(9998, 12, 31)))
def test_a_day_has_a_before_and_an_after(day):
    assert VagueDate.on(day).day == day
    assert VagueDate.between(day, day) == VagueDate.on(day)
    assert VagueDate.before(day).on_or_after(day) is False
    assert VagueDate.by(day).on_or_before(day) is True
    assert VagueDate.after(day).on_or_before(day) is False
    assert VagueDate.since(day).on_or_after(day) is True
    assert VagueDate.on(day).on_or_before(date.max) is True


def test_about_a_day_leaves_a_month_on_either_side_open():
    adopted = date(2017, 8, 5)
    assert VagueDate("2017-08-20~").on_or_after(adopted) is None
    assert VagueDate("2017-09-20~").on_or_after(adopted) is True
    assert VagueDate("2017-07-20~").on_or_after(adopted) is None
    assert VagueDate("2017-06-20~").on_or_after(adopted) is False
    assert VagueDate("2017-08-20~").day is None


def test_an_october_of_no_year_decides_nothing():
    october = VagueDate("XXXX-10")
    assert (october.dated, october.on_or_after(date(2017, 8, 5)), october.on_or_before(date(2017, 8, 5))) == (
        False,
        None,
        None,
    )
