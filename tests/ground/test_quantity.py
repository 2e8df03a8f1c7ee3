"""Quantities: what an English phrase says of an amount, and what it leaves open."""

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from resolute.ground.errors import UnknownCode
from resolute.ground.quantity import (
    Quantity,
    UnlikeUnits,
    at_least,
    at_most,
    compare,
    convert,
    exceeds,
    find_quantities,
    unit_kind,
    units,
)
from resolute.ground.rows import read_yaml, table

bounded = settings(max_examples=200, deadline=None)
INF = float("inf")


def read(text):
    """The phrases of a text, as `words = bounds unit`; "~" for about, an open side left empty."""
    out = []
    for m in find_quantities(text):
        q = m.quantity
        low, high = (("" if b is None else f"{b:g}" if b < 1e6 else f"{b:.12g}") for b in (q.min, q.max))
        size = low if low == high else f"{low}..{high}"
        out.append(f"{text[m.start : m.end]} = {'~' if q.approximate else ''}{size} {q.unit or ''}".rstrip())
    return out


CASES = {
    "bounds": [
        ("at least three occasions", ["at least three occasions = 3.. occasion"]),
        ("no fewer than 12 ships", ["no fewer than 12 ships = 12.. vessel"]),
        ("more than 10,000 workers", ["more than 10,000 workers = 10000.. person"]),
        ("over 30 tankers", ["over 30 tankers = 30.. vessel"]),
        ("up to 12,000 troops", ["up to 12,000 troops = ..12000 person"]),
        ("at most 500,000 barrels", ["at most 500,000 barrels = ..500000 bbl"]),
        ("fewer than 50 North Koreans", ["fewer than 50 North Koreans = ..50 person"]),
        ("less than 2 per cent", ["less than 2 per cent = ..2 percent"]),
        ("as many as 20 deliveries", ["as many as 20 deliveries = ..20 occasion"]),
        ("10,000+ people", ["10,000+ people = 10000.. person"]),
        ("a million barrels or more", ["a million barrels or more = 1000000.. bbl"]),
        ("200 tonnes or less", ["200 tonnes or less = ..200 t"]),
    ],
    "about": [
        ("about 10,000 soldiers", ["about 10,000 soldiers = ~10000 person"]),
        ("some 300 containers", ["some 300 containers = ~300 container"]),
        ("nearly half a million shells", ["nearly half a million shells = ~500000 item"]),
        ("roughly 8.3 barrels", ["roughly 8.3 barrels = ~8.3 bbl"]),
        ("300 tons or so", ["300 tons or so = ~300 t"]),
        ("up to around 12,000 troops", ["up to around 12,000 troops = ~..12000 person"]),
        ("Deport ‘About 10K’ North Korean Migrant Workers", ["About 10K = ~10000 person"]),
    ],
    "ranges": [
        ("between 20,000 and 30,000 workers", ["between 20,000 and 30,000 workers = 20000..30000 person"]),
        ("5,000 to 7,000 tonnes", ["5,000 to 7,000 tonnes = 5000..7000 t"]),
        ("from 5 to 7 voyages", ["from 5 to 7 voyages = 5..7 occasion"]),
        ("10-15 ships", ["10-15 ships = 10..15 vessel"]),
        ("10–15 ships", ["10–15 ships = 10..15 vessel"]),
        ("two or three tankers", ["two or three tankers = 2..3 vessel"]),
        ("2 to 3 million barrels", ["2 to 3 million barrels = 2000000..3000000 bbl"]),
        ("$500 to $2,000", ["$500 to $2,000 = 500..2000 USD"]),
        ("9 to 5 ships", ["5 ships = 5 vessel"]),
    ],
    "numbers": [
        ("twenty-five ships", ["twenty-five ships = 25 vessel"]),
        ("two hundred and fifty soldiers", ["two hundred and fifty soldiers = 250 person"]),
        ("one million two hundred thousand tonnes", ["one million two hundred thousand tonnes = 1200000 t"]),
        ("seven and a half million tons", ["seven and a half million tons = 7500000 t"]),
        ("1.5 million barrels", ["1.5 million barrels = 1500000 bbl"]),
        ("a dozen vessels, two dozen men", ["a dozen vessels = 12 vessel", "two dozen men = 24 person"]),
        ("10 000 tonnes and 10\u00a0000 tonnes", ["10 000 tonnes = 10000 t", "10\u00a0000 tonnes = 10000 t"]),
        ("5,000t, 600kg", ["5,000t = 5000 t", "600kg = 600 kg"]),
        (
            "nearly 2m barrels, $2m and 3bn won",
            ["nearly 2m barrels = ~2000000 bbl", "$2m = 2000000 USD", "3bn won = 3000000000 KRW"],
        ),
        ("a 500,000-barrel cap", ["500,000-barrel = 500000 bbl"]),
        ("a 4-million-barrel cap", ["4-million-barrel = 4000000 bbl"]),
        ("one delivery, one of the sources, no one", ["one delivery = 1 occasion"]),
    ],
    "vague": [
        ("tens of thousands of workers", ["tens of thousands of workers = ~10000.. person"]),
        ("“tens of thousands” are expected", ["tens of thousands = ~10000.."]),
        ("hundreds of containers", ["hundreds of containers = ~100.. container"]),
        ("hundreds of thousands of shells", ["hundreds of thousands of shells = ~100000.. item"]),
        ("dozens of ships", ["dozens of ships = ~24.. vessel"]),
        ("scores of people", ["scores of people = ~40.. person"]),
        ("several hundred workers", ["several hundred workers = ~300.. person"]),
        ("several shipments", ["several shipments = ~3.. occasion"]),
        ("a couple of tankers", ["a couple of tankers = ~2.. vessel"]),
        ("a couple of reasons; several sanctions; scores of goals", []),
    ],
    "money": [
        ("$1.5 million; US$ 400,870,018", ["$1.5 million = 1500000 USD", "US$ 400,870,018 = 400870018 USD"]),
        ("USD 53,495,894; €3bn; $5m", ["USD 53,495,894 = 53495894 USD", "€3bn = 3000000000 EUR", "$5m = 5000000 USD"]),
        ("more than $38million", ["more than $38million = 38000000.. USD"]),
        ("200 million yuan, 5 million won", ["200 million yuan = 200000000 CNY", "5 million won = 5000000 KRW"]),
        ("8,000 North Korean won", ["8,000 North Korean won = 8000 KPW"]),
        ("3 billion rubles", ["3 billion rubles = 3000000000 RUB"]),
    ],
    "nouns": [
        ("about 10,000 allegedly legal North Korean migrant workers", ["about 10,000 = ~10000 person"]),
        ("10,000 Chinese and North Korean workers", ["10,000 = 10000 person"]),
        ("43 tanker visits", ["43 tanker visits = 43 occasion"]),
        ("89 ship-to-ship transfers", ["89 ship-to-ship transfers = 89 occasion"]),
        ("three ships and 10 workers", ["three ships = 3 vessel", "10 workers = 10 person"]),
        ("some two dozen North Korean IT workers", ["some two dozen = ~24 person"]),
        ("2,500-3,000 workers", ["2,500-3,000 workers = 2500..3000 person"]),
        ("2,000 of the workers", ["2,000 = 2000 person"]),
        ("more than 20 states", ["more than 20 = 20.."]),
        ("1,920 pixels wide, 1,920 wide", ["1,920 = 1920"]),
        ("two bank accounts, 34 work permits", ["two bank accounts = 2 account", "34 work permits = 34 permit"]),
        (
            "at 75 per cent, 90% or 95 percent",
            ["75 per cent = 75 percent", "90% = 90 percent", "95 percent = 95 percent"],
        ),
        ("1,200 TEU", ["1,200 TEU = 1200 TEU"]),
        ("three times the cap, 10 times as much, three times", ["three times = 3 occasion"]),
    ],
    "no amounts": [
        ("resolution 2397, resolutions 2371, 2375 and 2397; under 2371", []),
        ("paragraph 8, Article 41, No. 5, HS 2701, IMO 9074729", []),
        ("in 2019 workers left; since 2017 ships sail; 2017-2018; by 2019 North Korean workers", []),
        ("December 22, 2019; 22 December 2019; Dec 17; 13.09.2023; 2017-08-05; 22/12/2017", []),
        ("at 10:30, at 5 pm, 5 p.m., the 70th anniversary, the 1990s", []),
        ("more than 20 years, 34-year-old worker, aged 34, 24 months, a three-day visit", []),
        ("+82 2 1234 5678, 010-1234-5678, +7 495 123 45 67", []),
        ("KN-23, Il-62M, F-16, COVID-19, G7, 152mm shells, 13-2-0", []),
        ("one-sided, two-thirds, no one, someone", []),
        ("1 in 4 residents; eight of 10 workers", []),
        ("1,5 million barrels; 10.000 workers; 1,234,5678 ships", []),
        ("10 T-72 tanks", []),
        ("a 2m fence, 3b or not", []),
        ("on May 5 200 workers left", []),
    ],
}


@pytest.mark.parametrize(
    ("text", "expected"),
    [pytest.param(*case, id=f"{group}: {case[0][:40]}") for group, cases in CASES.items() for case in cases],
)
def test_a_phrase_says_what_it_says_and_no_more(text, expected):
    assert read(text) == expected


def test_a_year_with_a_hedge_and_a_noun_is_an_amount():
    assert read("about 2000 workers") == ["about 2000 workers = ~2000 person"]
    assert read("in 2000 workers") == []


HEDGES = read_yaml(table("units.yaml")).data["hedges"]
hedges = st.sampled_from([(w, kind) for kind, group in HEDGES.items() for w in group if w[0].isalpha()])
NOUNS = [("tonnes", "t"), ("barrels", "bbl"), ("workers", "person"), ("ships", "vessel"), ("deliveries", "occasion")]


@bounded
@given(hedges, st.integers(1, 10**9), st.sampled_from(NOUNS))
def test_every_hedge_says_its_side(hedge, number, noun):
    words, kind = hedge
    text = f"It took {words} {number:,} {noun[0]} there."
    (m,) = find_quantities(text)
    assert text[m.start : m.end] == f"{words} {number:,} {noun[0]}"
    assert m.quantity == Quantity(
        min=None if kind == "high" else number,
        max=None if kind == "low" else number,
        unit=noun[1],
        approximate=kind == "near",
    )


ONES = ["", "one", "two", "three", "four", "five", "six", "seven", "eight", "nine", "ten", "eleven", "twelve"]
ONES += [f"{stem}teen" for stem in ("thir", "four", "fif", "six", "seven", "eigh", "nine")]
TENS = ["", "", "twenty", "thirty", "forty", "fifty", "sixty", "seventy", "eighty", "ninety"]


def in_words(n):
    if n < 20:
        return ONES[n]
    if n < 100:
        return TENS[n // 10] + (f"-{ONES[n % 10]}" if n % 10 else "")
    if n < 1000:
        rest = n % 100
        return f"{ONES[n // 100]} hundred" + (f" and {in_words(rest)}" if rest else "")
    size, name = next((s, w) for s, w in ((10**9, "billion"), (10**6, "million"), (1000, "thousand")) if n >= s)
    rest = n % size
    joint = " and " if 0 < rest < 100 else " "
    return f"{in_words(n // size)} {name}" + (f"{joint}{in_words(rest)}" if rest else "")


@bounded
@given(st.integers(1, 999_999_999))
def test_a_number_in_words_is_the_number(number):
    text = f"It sent {in_words(number)} workers."
    (m,) = find_quantities(text)
    assert (m.quantity.min, m.quantity.max, m.quantity.unit) == (number, number, "person")
    assert text[m.start : m.end] == f"{in_words(number)} workers"


@bounded
@given(st.text(max_size=150) | st.text("0123456789,.-–$% KMabtonsof’\n", max_size=60))
def test_any_text_is_searched_and_bounds_do_not_cross(text):
    last = 0
    for m in find_quantities(text):
        assert last <= m.start < m.end <= len(text)
        assert text[m.start : m.end].strip() == text[m.start : m.end]
        assert m.quantity.min is None or m.quantity.max is None or m.quantity.min <= m.quantity.max
        assert m.quantity.min is not None or m.quantity.max is not None
        assert m.quantity.unit is None or m.quantity.unit in units()
        last = m.end


@bounded
@given(
    st.lists(
        st.sampled_from(["coal", "the", "of", "and", "a", "ten", "5", "about", "-", ",", "million", "ships", "May"])
    )
)
def test_any_row_of_words_is_searched(words):
    text = " ".join(words)
    for m in find_quantities(text):
        assert text[m.start : m.end]


@bounded
@given(st.text(max_size=60), st.sampled_from(["about 10,000 workers", "at least three occasions", "$5 million"]))
def test_words_before_only_move_what_is_found(before, phrase):
    text = f"{before}. Reports say: {phrase}"
    last = find_quantities(text)[-1]
    assert (text[last.start : last.end], last.end) == (phrase, len(text))
    assert last.quantity == find_quantities(phrase)[0].quantity


def test_a_tower_of_millions_stays_a_number_that_json_can_write():
    for tower in ("several " + "million " * 200, "tens" + " of millions" * 200):
        assert all(m.quantity.min < 1e19 for m in find_quantities(f"{tower} of workers"))


def test_bounds_that_cross_are_refused():
    with pytest.raises(ValueError, match="at most 5 is less than at least 7"):
        Quantity(min=7, max=5)


sides = st.none() | st.integers(-20, 20)


@bounded
@given(sides, sides, st.integers(-20, 20))
def test_comparing_is_three_valued_as_all_the_amounts_it_may_be(low, high, amount):
    if low is not None and high is not None and high < low:
        low, high = high, low
    q = Quantity(min=low, max=high)
    possible = [n for n in range(-45, 46) if (low is None or n >= low) and (high is None or n <= high)]

    def over_all(test):
        answers = {test(n) for n in possible}
        return answers.pop() if len(answers) == 1 else None

    assert at_least(q, amount) == over_all(lambda n: n >= amount)
    assert at_most(q, amount) == over_all(lambda n: n <= amount)
    assert exceeds(q, amount) == over_all(lambda n: n > amount)


@bounded
@given(sides, sides, sides, sides)
def test_within_bounds_is_three_valued(a, b, c, d):
    q = Quantity(min=min(a, b) if None not in (a, b) else a, max=max(a, b) if None not in (a, b) else b)
    bound = Quantity(min=min(c, d) if None not in (c, d) else c, max=max(c, d) if None not in (c, d) else d)
    answer = compare(q, bound)
    inside = [bound.min is None or at_least(q, bound.min), bound.max is None or at_most(q, bound.max)]
    assert answer is (False if False in inside else None if None in inside else True)


def test_about_an_amount_decides_nothing_near_it():
    about = Quantity(min=500_000, max=500_000, unit="bbl", approximate=True)
    assert [exceeds(about, n) for n in (400_000, 470_000, 500_000, 540_000, 600_000)] == [True, None, None, None, False]
    assert [at_least(Quantity(min=10_000, approximate=True), n) for n in (9_000, 9_001, 10_000)] == [True, None, None]


@pytest.mark.parametrize(
    ("q", "unit", "expected"),
    [
        (Quantity(min=2, max=3, unit="t"), "kg", Quantity(min=2000, max=3000, unit="kg")),
        (Quantity(max=42, unit="gal"), "bbl", Quantity(max=1, unit="bbl")),
        (Quantity(min=1, unit="nmi", approximate=True), "m", Quantity(min=1852, unit="m", approximate=True)),
        (Quantity(min=5, max=5, unit="vessel"), "vessel", Quantity(min=5, max=5, unit="vessel")),
    ],
)
def test_units_of_one_kind_are_converted(q, unit, expected):
    got = convert(q, unit)
    assert (got.unit, got.approximate) == (expected.unit, expected.approximate)
    for bound, wanted in ((got.min, expected.min), (got.max, expected.max)):
        assert (bound is None) == (wanted is None)
        assert bound is None or bound == pytest.approx(wanted)


@bounded
@given(st.floats(0.001, 1e9), st.sampled_from([("t", "kg"), ("bbl", "l"), ("km", "mi"), ("gal", "m3")]))
def test_converting_there_and_back_is_nothing(amount, pair):
    there, back = pair
    q = Quantity(min=amount, max=amount, unit=there)
    assert convert(convert(q, back), there).min == pytest.approx(amount)


def test_barrels_become_tonnes_only_with_a_factor():
    cap = Quantity(max=4_000_000, unit="bbl")
    with pytest.raises(UnlikeUnits, match="bbl cannot be turned into t; wanted units of one kind, or bbl and t with"):
        convert(cap, "t")
    assert convert(cap, "t", bbl_per_t=4_000_000 / 525_000).max == pytest.approx(525_000)
    assert convert(Quantity(min=1410, unit="t"), "bbl", bbl_per_t=8.33).min == pytest.approx(11_745, rel=1e-4)
    assert convert(Quantity(min=1, unit="t"), "l", bbl_per_t=1).min == pytest.approx(158.987294928)


def test_unlike_units_are_not_compared():
    with pytest.raises(UnlikeUnits, match="person cannot be turned into vessel"):
        convert(Quantity(min=1, unit="person"), "vessel")
    with pytest.raises(UnlikeUnits, match="without a unit"):
        convert(Quantity(min=1), "t")
    with pytest.raises(UnlikeUnits, match="bounds without a unit; wanted bounds in t"):
        compare(Quantity(min=1, unit="t"), Quantity(max=5))
    with pytest.raises(UnlikeUnits):
        compare(Quantity(min=1), Quantity(max=5, unit="t"))
    assert compare(Quantity(min=1, max=1, unit="t"), Quantity(min=500, max=2000, unit="kg")) is True
    with pytest.raises(UnknownCode, match="`tons` is not a unit"):
        convert(Quantity(min=1, unit="t"), "tons")


def test_every_unit_has_a_kind_and_words():
    rows = read_yaml(table("units.yaml")).data["units"]
    assert tuple(rows) == units()
    assert all(unit_kind(code) and rows[code]["words"] and rows[code]["factor"] > 0 for code in units())
    owners = {}
    for code, row in rows.items():
        for words in row["words"]:
            assert owners.setdefault(words.lower(), code) == code, words


def test_every_vague_word_says_why():
    rows = read_yaml(table("units.yaml")).data["vague"]
    assert all(row["min"] >= 2 and row["why"] for row in rows.values())
