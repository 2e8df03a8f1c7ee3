"""Places and distances: degrees, metres, the date line."""

import math

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from resolute.ground.errors import InputRefused, UnknownCode, UnknownWord
from resolute.ground.place import COLUMNS, distance_m, find_places, location_name, place, places, state_of
from resolute.ground.place import _read as read_row
from resolute.ground.rows import Row, table
from resolute.ground.states import state

bounded = settings(max_examples=150, deadline=None)
latitudes, longitudes = st.floats(-90, 90), st.floats(-180, 180)


@pytest.mark.parametrize(
    ("a", "b", "metres"),
    [
        pytest.param((0, 0), (0, 1), 111_195, id="a degree of the equator"),
        pytest.param((0, 179.9), (0, -179.9), 22_239, id="over the date line"),
        pytest.param((90, 0), (90, 120), 0, id="the pole is one point"),
        pytest.param((0, 0), (0, 180), 20_015_115, id="half around"),
        pytest.param((38.72, 125.40), (42.80, 132.88), 780_000, id="Nampo to Nakhodka"),
    ],
)
def test_a_distance_is_that_over_the_sphere(a, b, metres):
    assert distance_m(*a, *b) == pytest.approx(metres, rel=0.01, abs=1)


@bounded
@given(latitudes, longitudes, latitudes, longitudes)
def test_a_distance_is_the_same_both_ways_and_never_more_than_half_around(a_lat, a_lon, b_lat, b_lon):
    there = distance_m(a_lat, a_lon, b_lat, b_lon)
    assert there == pytest.approx(distance_m(b_lat, b_lon, a_lat, a_lon), abs=1e-3)
    assert 0 <= there <= math.pi * 6_371_009
    assert there == pytest.approx(distance_m(a_lat, a_lon + 360, b_lat, b_lon), abs=1e-3)


@pytest.mark.parametrize("p", places(), ids=lambda p: p.code)
def test_a_place_has_a_position_an_origin_and_finds_itself(p):
    assert -90 <= p.lat <= 90
    assert -180 <= p.lon <= 180
    assert p.origin
    assert p.confidence in ("V", "V/M", "M")
    assert state_of(p.code) == p.state
    assert p.state == "XZ" or state(p.state)
    for name in (p.name, *p.aliases):
        assert [(m.start, m.end, m.place) for m in find_places(f"at {name}.")] == [(3, 3 + len(name), p)]


def test_no_code_and_no_name_stands_twice():
    codes = [p.code for p in places()]
    names = [name for p in places() for name in (p.name, *p.aliases)]
    assert len(codes) == len(set(codes))
    assert sorted({n for n in names if names.count(n) > 1}) == []


@pytest.mark.parametrize(
    ("location", "of", "name"),
    [
        ("RU", "RU", "Russia"),
        ("RUNJK", "RU", "Nakhodka, Russia"),
        ("KP-SINPO", "KP", "Sinpo, North Korea"),
        ("KPNAM", "KP", "Nampo, North Korea"),
        ("XZ", "XZ", "the high seas"),
        ("XZ-EAST-CHINA-SEA", "XZ", "East China Sea"),
        ("RUXYZ", "RU", "RUXYZ, Russia"),
        ("HKHKG", "HK", "Port of Hong Kong, Hong Kong"),
    ],
)
def test_a_location_has_a_state_and_a_name(location, of, name):
    assert (state_of(location), location_name(location)) == (of, name)


@pytest.mark.parametrize(
    "location", ["", "R", "ru", "RUN", "RUNJ", "RUNJKX", "RU-", "RU--A", "QQNAM", "Russia", "RU NJK"]
)
def test_what_is_no_location_is_refused(location):
    with pytest.raises(UnknownWord):
        state_of(location)
    with pytest.raises(UnknownWord):
        location_name(location)


def test_an_unknown_place_is_refused_with_the_nearest():
    with pytest.raises(UnknownCode, match="`RUNJX` is not the code of a place; wanted nearest: `RUNJK`"):
        place("RUNJX")


@pytest.mark.parametrize(
    ("text", "codes"),
    [
        pytest.param("Russia’s port of Nakhodka is becoming a hub", ["RUNJK"], id="a port"),
        pytest.param("flags at the Vostochny Spaceport site", ["RU-VOSTOCHNY-COSMODROME"], id="no port"),
        pytest.param("loaded at Vostochny Port, then Najin (Rason)", ["RUVYP", "KPRJN", "KPRJN"], id="other names"),
        pytest.param("in the East China Sea off Shanghai", ["XZ-EAST-CHINA-SEA", "CNSHA"], id="a sea"),
        pytest.param("NAMPO COAL TERMINAL", ["KP-NAMPO-COAL-BERTHS"], id="capitals"),
        pytest.param("the nampo of the poem", [], id="no capitals"),
    ],
)
def test_a_text_names_places(text, codes):
    assert [m.place.code for m in find_places(text)] == codes


@bounded
@given(st.text(max_size=60), st.sampled_from(["Nakhodka", "Nampo", "Chongjin West", "Yellow Sea"]))
def test_words_before_only_move_what_is_found(before, name):
    text = f"{before}. {name}"
    last = find_places(text)[-1]
    assert (text[last.start : last.end], last.end) == (name, len(text))


@pytest.mark.parametrize(
    ("changes", "found"),
    [
        ({"lat": "north"}, 'position "north, 132.88"; wanted degrees'),
        ({"lat": "91"}, "position 91.0, 132.88; wanted degrees, at most 90 and 180"),
        ({"kind": "harbour"}, 'kind "harbour"; wanted one of: port'),
        ({"state": "CN"}, 'code "RUNJK"; wanted a code that starts with its State, "CN"'),
    ],
)
def test_a_row_that_does_not_fit_is_refused_with_its_line(changes, found):
    cells = dict.fromkeys(COLUMNS, "") | {
        "code": "RUNJK", "name": "Nakhodka", "state": "RU", "kind": "port", "lat": "42.8", "lon": "132.88",
    }  # fmt: skip
    assert read_row(Row(table("places.csv"), 7, cells)).name == "Nakhodka"
    with pytest.raises(InputRefused, match=r"places\.csv:7: ") as caught:
        read_row(Row(table("places.csv"), 7, cells | changes))
    assert found in str(caught.value)
