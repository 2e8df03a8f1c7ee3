from collections import Counter
from dataclasses import replace
from itertools import pairwise

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from doors.web.fixture import empty, large, small
from resolute.doors.web.links import links_of
from resolute.doors.web.timeline import LEFT, MOST_ROWS, RIGHT, WIDTH, Item, dashes, draw, items, listing, text_width
from resolute.doors.web.words import LANES, STANCES
from resolute.ground.time import VagueDate

LAST = 3_652_059  # 31 December 9999


def drawn_of(brief):
    return draw(items(brief, links_of(brief)))


@st.composite
def things(draw_):
    lane = draw_(st.sampled_from(list(LANES)))
    lo = draw_(st.none() | st.integers(1, LAST))
    hi = draw_(st.none() | st.integers(lo or 1, min((lo or 1) + 40_000, LAST))) if draw_(st.booleans()) else lo
    if lo is None and hi is None:
        lo = hi = draw_(st.integers(1, LAST))
    shape = {"law": "bar", "alleged": "bar", "published": "square"}.get(lane, draw_(st.sampled_from(["glyph", "tick"])))
    label = draw_(st.text(alphabet="abW iM가 x", max_size=120))
    glyph = draw_(st.sampled_from([s.glyph for s in STANCES.values()])) if shape == "glyph" else ""
    row = draw_(st.sampled_from(["", "coal", "workers"])) if lane == "law" else ""
    stated = (lo is not None, hi is not None)
    return Item(
        lane, lo, hi, label, shape, row=row, glyph=glyph, weight=draw_(st.integers(1, 4)), stated=stated, short="7"
    )


def boxes(picture):
    for d in picture.drawn:
        width = text_width(d.label)
        left = d.label_x - width if d.at_end else d.label_x
        yield left, left + width, d.label_y - 11, d.label_y + 1, d


def overlapping(picture):
    """Pairs of labels that lie on each other; a hair of rounding is none."""
    rows = sorted((b for b in boxes(picture) if b[4].label), key=lambda b: (b[2], b[0]))
    found = []
    for i, a in enumerate(rows):
        for b in rows[i + 1 :]:
            if b[2] >= a[3]:
                break
            if a[0] < b[1] - 0.01 and b[0] < a[1] - 0.01:
                found.append((a[4].label, b[4].label))
    return found


@settings(max_examples=150, deadline=None)
@given(st.lists(things(), min_size=1, max_size=60))
def test_no_label_lies_on_another_and_none_leaves_the_picture(all_):
    picture = draw(all_)
    assert picture is not None
    assert overlapping(picture) == []
    for left, right, top, bottom, d in boxes(picture):
        assert left >= -0.01
        assert right <= WIDTH + 0.01
        assert top > 0
        assert bottom <= picture.height
        assert d.x <= d.x2
        assert d.x >= -8
        assert d.x2 <= WIDTH + 8


@settings(max_examples=60, deadline=None)
@given(st.lists(things(), min_size=1, max_size=40))
def test_lanes_follow_each_other_and_the_years_stand_apart(all_):
    picture = draw(all_)
    tops = [lane.y for lane in picture.lanes]
    assert tops == sorted(tops)
    assert [lane.id for lane in picture.lanes] == [
        name for name in LANES if name in {d.item.lane for d in picture.drawn}
    ]
    for (x, name), (x2, _) in pairwise(picture.ticks):
        assert x2 - x >= min(text_width(name), 44) - 8
    assert all(LEFT <= x <= RIGHT + 0.01 for x, _ in picture.ticks)


@pytest.mark.parametrize("years", [(2017, 2017), (2000, 2026), (1900, 2026), (1, 9999)])
def test_any_range_of_years_has_names_on_its_axis(years):
    day = [VagueDate(f"{y:04}-06-15").bounds.start.toordinal() for y in years]
    picture = draw([Item("said", d, d, "x", "tick") for d in day])
    assert 2 <= len(picture.ticks) <= 30


def test_what_is_earlier_stands_further_left():
    picture = drawn_of(small())
    said = [d for d in picture.drawn if d.item.lane == "said"]
    by_day = sorted(said, key=lambda d: d.item.lo)
    assert [d.x for d in by_day] == sorted(d.x for d in said)


def test_bars_of_one_line_of_law_follow_each_other_on_one_height():
    coal = [d for d in drawn_of(small()).drawn if d.item.row == "coal"]
    assert [d.item.label for d in coal] == ["yearly cap on coal, 30 Nov 2016", "total ban on coal, 5 Aug 2017"]
    assert coal[0].y == coal[1].y
    assert coal[0].x2 == coal[1].x


def test_law_that_ended_long_before_stands_in_the_list_only():
    brief = small()
    assert not [d for d in drawn_of(brief).drawn if "older measure" in d.label]
    assert [e for e in listing(brief) if "older measure" in e.label]


def test_law_older_than_the_axis_starts_at_its_left_edge_and_says_since_when():
    arms = next(d for d in drawn_of(small()).drawn if d.item.row == "arms")
    assert arms.x == LEFT
    assert arms.label.endswith("12 Jun 2009")


def test_an_end_that_nobody_stated_fades():
    fades = {d.item.label.split(" ")[0]: d.fade for d in drawn_of(small()).drawn if d.item.lane == "alleged"}
    assert fades == {"1": "end", "2": "end"}
    brief = small()
    asked = {
        "2018": "both",
        "../2018-03-01": "start",
        "2018-01-02/2018-03-01": "",
        "2018-01-05": "",
        "2018-01-05/2018~": "both",
    }
    for edtf, fade in asked.items():
        entry = replace(brief.timeline[6], edtf=edtf)
        (d,) = draw(items(replace(brief, timeline=(entry,)), links_of(brief))).drawn
        assert d.fade == fade, edtf
        assert max(faint for *_, faint in dashes(d)) == (3 if fade else 0)


def test_what_has_no_date_is_counted_and_listed_last():
    brief = small()
    picture = drawn_of(brief)
    assert len(brief.timeline) - picture.shown == 4  # two without a date, an October without a year, law of long ago
    assert [e.edtf for e in listing(brief)][-3:] == [None, "XXXX-10", None]
    assert Counter(listing(brief)) == Counter(brief.timeline)
    assert drawn_of(empty()) is None


def test_a_crowd_of_words_is_counted_by_period_and_nobody_is_lost():
    brief = large(60, 4)
    picture = drawn_of(brief)
    said = [d for d in picture.drawn if d.item.lane == "said"]
    told = sum(int(d.item.label.split()[0]) if d.item.shape == "count" else 1 for d in said)
    assert told == len([e for e in brief.timeline if e.lane == "said"])
    assert len({d.y for d in said}) <= MOST_ROWS
    assert all(d.item.href == "when-list" for d in said if d.item.shape == "count")


def test_many_allegations_show_their_numbers_alone():
    brief = large(10, 90)
    labels = {d.label for d in drawn_of(brief).drawn if d.item.lane == "alleged"}
    assert labels == {str(n) for n in range(1, 91)}
    assert overlapping(drawn_of(brief)) == []
