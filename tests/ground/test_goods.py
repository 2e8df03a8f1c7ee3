"""Goods: from the words of news to the headings of the Harmonized System."""

import csv
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from resolute.ground.errors import FieldRefused, UnknownCode
from resolute.ground.goods import Goods, all_goods, covers, find_goods, goods
from resolute.ground.vocabulary import known

bounded = settings(max_examples=150, deadline=None)
HEADINGS = Path(__file__).parents[3] / "shared" / "data" / "hs" / "headings.csv"


def named(text):
    return [(text[m.start : m.end], m.goods.id) for m in find_goods(text)]


@pytest.mark.parametrize("g", all_goods(), ids=lambda g: g.id)
def test_every_word_finds_its_goods(g):
    assert known("topic", g.topic)
    assert all(goods(wider) for wider in g.also)
    for words in g.words:
        text = f"{words} were seen"
        assert find_goods(text)[0].goods == g, words
        assert find_goods(text)[0].start == 0
    for name in g.names:
        assert [m.goods for m in find_goods(name)] == [g]


def test_no_word_names_two_goods():
    owners = {}
    for g in all_goods():
        for words in (*g.words, *g.names):
            assert owners.setdefault(words.casefold(), g.id) == g.id, words


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        pytest.param("5,000 tonnes of anthracite", [("anthracite", "coal")], id="a kind of coal"),
        pytest.param(
            "diesel oil and gasoline prices", [("diesel oil", "diesel"), ("gasoline", "petrol")], id="refined"
        ),
        pytest.param(
            "jet fuel, fuel oil, crude",
            [("jet fuel", "aviation-fuel"), ("fuel oil", "fuel-oil"), ("crude", "crude")],
            id="three fuels",
        ),
        pytest.param(
            "military equipment and munitions", [("military equipment", "arms"), ("munitions", "arms")], id="arms"
        ),
        pytest.param(
            "artillery shells, ballistic missiles",
            [("artillery shells", "shells"), ("ballistic missiles", "missiles")],
            id="kinds of arms",
        ),
        pytest.param(
            "iron ore, seafood, textiles, statues",
            [("iron ore", "iron-ore"), ("seafood", "seafood"), ("textiles", "textiles"), ("statues", "statues")],
            id="exports",
        ),
        pytest.param(
            "luxury cars and helicopters",
            [("luxury cars", "luxury-cars"), ("helicopters", "helicopters")],
            id="imports",
        ),
        pytest.param(
            "natural gas liquids and condensates",
            [("natural gas liquids", "natural-gas-liquids"), ("condensates", "condensate")],
            id="gas",
        ),
        pytest.param(
            "COAL BAN; Coal and coal", [("COAL", "coal"), ("Coal", "coal"), ("coal", "coal")], id="every case"
        ),
        pytest.param("a gold medal, olive oil, up in arms, charcoal", [], id="other things"),
        pytest.param("talks will lead to nothing; a ship left", [], id="words that are no goods in running text"),
        pytest.param("nuclear weapons are a threat", [], id="no cargo"),
    ],
)
def test_a_text_names_goods(text, expected):
    assert named(text) == expected


@pytest.mark.parametrize(
    ("field", "goods_id"), [("lead", "lead"), (" Ship ", "vessels"), ("tankers", "vessels"), ("LPG", "lpg")]
)
def test_a_field_of_a_form_may_hold_a_bare_name(field, goods_id):
    assert [(field[m.start : m.end], m.goods.id) for m in find_goods(field)] == [(field.strip(), goods_id)]


@pytest.mark.parametrize(
    ("prefix", "hs", "answer"),
    [
        pytest.param("27", "2701", True, id="the chapter covers the heading"),
        pytest.param("2701", "2701", True, id="itself"),
        pytest.param("2701", "27.01.11", True, id="points"),
        pytest.param("270112", "2701", None, id="the heading may be the subheading"),
        pytest.param("2701", "27", None, id="the chapter may be the heading"),
        pytest.param("2701", "2702", False, id="another heading"),
        pytest.param("72", "2702", False, id="another chapter"),
    ],
)
def test_a_heading_covers_what_begins_with_it(prefix, hs, answer):
    assert covers(prefix, hs) is answer


@bounded
@given(st.text("0123456789", min_size=2, max_size=10), st.text("0123456789", min_size=2, max_size=10))
def test_covering_is_three_valued(a, b):
    assert covers(a, a) is True
    if covers(a, b) is True and a != b:
        assert covers(b, a) is None
    if covers(a, b) is False:
        assert covers(b, a) is False


@pytest.mark.parametrize("hs", ["", "2", "coal", "27-01", "27010000000", "２７０１"])
def test_what_is_no_heading_is_refused(hs):
    with pytest.raises(FieldRefused, match="wanted a heading of the Harmonized System"):
        covers("27", hs)


@pytest.mark.parametrize("heading", ["270", "2", "27011", "2701122", "coal"])
def test_goods_have_headings_of_two_four_or_six_digits(heading):
    with pytest.raises(FieldRefused, match="wanted 2, 4 or 6 digits"):
        Goods(id="x", topic="coal", words=("x",), headings=(heading,))


def test_an_unknown_id_is_refused_with_the_nearest():
    with pytest.raises(UnknownCode, match="`coals` is not the id of goods; wanted nearest: `coal`"):
        goods("coals")


def test_arms_and_luxury_say_that_lists_define_them():
    assert goods("arms").headings == ("93",)
    assert "not by the Harmonized System" in goods("arms").note
    assert goods("luxury").headings == ()


def test_the_headings_exist():
    if not HEADINGS.exists():
        pytest.skip("the table of headings does not lie beside this checkout")
    with HEADINGS.open(encoding="utf-8", newline="") as f:
        exist = {row["hscode"] for row in csv.DictReader(f)}
    assert sorted({h for g in all_goods() for h in g.headings if h[:4] not in exist}) == []


@bounded
@given(st.text(max_size=60), st.sampled_from(["coal", "fuel oil", "artillery shells"]))
def test_words_before_only_move_what_is_found(before, words):
    text = f"{before}. It carried {words}"
    last = find_goods(text)[-1]
    assert (text[last.start : last.end], last.end) == (words, len(text))


@bounded
@given(st.text(max_size=200))
def test_any_text_is_searched(text):
    for m in find_goods(text):
        assert text[m.start : m.end].strip()
