"""States: what news calls them, and what it does not mean by the same words."""

import collections

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from resolute.ground.errors import UnknownCode
from resolute.ground.states import adjective, find_states, state, state_name, states, states_by_mid

bounded = settings(max_examples=150, deadline=None)


def named(text):
    return [(text[m.start : m.end], m.code, m.form) for m in find_states(text)]


def test_the_members_of_the_united_nations_and_the_others_are_all_there():
    kinds = collections.Counter(s.kind for s in states())
    assert kinds["body"] == 2
    assert kinds["state"] == 193 + len(["TW", "PS", "VA", "XK"])
    assert {"HK", "MO", "KY", "CK"} <= {s.code for s in states() if s.kind == "territory"}
    assert all(len(s.code) == 2 and s.code.isupper() and s.name for s in states())


def test_no_form_of_words_names_two_states():
    owners = collections.defaultdict(set)
    for s in states():
        for words in (s.name, s.short, *s.names, *s.adjectives, *s.demonyms, *s.capitals, *s.seats, *s.epithets):
            owners[words.casefold()].add(s.code)
    assert {words: sorted(codes) for words, codes in owners.items() if len(codes) > 1} == {}


@pytest.mark.parametrize("s", states(), ids=lambda s: s.code)
def test_every_form_finds_its_state(s):
    for form, all_words in [
        ("name", (s.name, s.short, *s.names)), ("adjective", s.adjectives), ("demonym", s.demonyms),
        ("capital", s.capitals), ("seat", s.seats), ("epithet", s.epithets),
    ]:  # fmt: skip
        for words in all_words:
            text = f"as {words}, they say"
            assert named(text)[:1] == [(words, s.code, form)], words


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        pytest.param(
            "coal from the hermit state to South Korea",
            [("hermit state", "KP", "epithet"), ("South Korea", "KR", "name")],
            id="epithet",
        ),
        pytest.param(
            "South Korean and North Korean officials",
            [("South Korean", "KR", "adjective"), ("North Korean", "KP", "adjective")],
            id="the longer form",
        ),
        pytest.param(
            "the Democratic People's Republic of Korea",
            [("Democratic People's Republic of Korea", "KP", "name")],
            id="the long name of the North",
        ),
        pytest.param("the Republic of Korea", [("Republic of Korea", "KR", "name")], id="the long name of the South"),
        pytest.param(
            "N. Korea and the North", [("N. Korea", "KP", "name"), ("the North", "KP", "name")], id="short names"
        ),
        pytest.param("the North Koreans told us", [("North Koreans", "KP", "demonym")], id="not the North, not us"),
        pytest.param("the North’s Victory Day", [("the North", "KP", "name")], id="a typographic apostrophe"),
        pytest.param(
            "the North Sea, the South Pacific, the north of Syria", [("Syria", "SY", "name")], id="directions"
        ),
        pytest.param("Korea, the two Koreas, the Korean Peninsula", [], id="which Korea is not said"),
        pytest.param(
            "the Kremlin’s envoy; the US State Department",
            [("Kremlin", "RU", "seat"), ("US", "US", "name"), ("State Department", "US", "seat")],
            id="seats of power",
        ),
        pytest.param("U.N. Security Council", [("U.N. Security Council", "UN", "seat")], id="an organ of a body"),
        pytest.param(
            "the UN and the U.S., say the U.S.-led forces",
            [("UN", "UN", "name"), ("U.S.", "US", "name"), ("U.S.", "US", "name")],
            id="points",
        ),
        pytest.param(
            "NORTH KOREA FIRES; TURKEY TALKS", [("NORTH KOREA", "KP", "name"), ("TURKEY", "TR", "name")], id="headlines"
        ),
        pytest.param("The Moscow Times and the South China Morning Post wrote", [], id="outlets"),
        pytest.param("in the South China Sea and the Sea of Japan", [], id="seas"),
        pytest.param("Latin America, the Gulf of Mexico, New Mexico", [], id="regions"),
        pytest.param("paid US$ 5 million", [], id="a currency"),
        pytest.param("roast turkey, a guinea pig, a polish", [], id="no capitals"),
        pytest.param(
            "Chad and Jordan abstained; Mr. Jordan did not",
            [("Chad", "TD", "name"), ("Jordan", "JO", "name")],
            id="names of persons",
        ),
        pytest.param(
            "Niger is not Nigeria, Guinea not Guinea-Bissau",
            [
                ("Niger", "NE", "name"),
                ("Nigeria", "NG", "name"),
                ("Guinea", "GN", "name"),
                ("Guinea-Bissau", "GW", "name"),
            ],
            id="the longest name",
        ),
        pytest.param("rogue states and Western countries", [], id="several States"),
        pytest.param(
            "the Russian-North Korean border",
            [("Russian", "RU", "adjective"), ("North Korean", "KP", "adjective")],
            id="two adjectives",
        ),
        pytest.param(
            "North\nKorea and United  States",
            [("North\nKorea", "KP", "name"), ("United  States", "US", "name")],
            id="over a line break",
        ),
    ],
)
def test_a_text_names_states(text, expected):
    assert named(text) == expected


@bounded
@given(st.text(max_size=60), st.sampled_from(["North Korea", "Moscow", "the hermit kingdom", "Chinese", "the U.S."]))
def test_words_before_only_move_what_is_found(before, words):
    sentence = f"{words} said no."
    text = f"{before}.\n{sentence}"
    shift = len(text) - len(sentence)
    moved = [(m.start + shift, m.end + shift, m.code, m.form) for m in find_states(sentence)]
    assert [(m.start, m.end, m.code, m.form) for m in find_states(text) if m.start >= shift] == moved


@bounded
@given(st.text(max_size=200))
def test_any_text_is_searched(text):
    for m in find_states(text):
        assert text[m.start : m.end].strip() == text[m.start : m.end] != ""


def test_a_state_has_a_name_and_an_adjective():
    assert [state_name(c) for c in ("RU", "KP", "US", "XZ")] == [
        "Russia",
        "North Korea",
        "United States",
        "the high seas",
    ]
    assert [adjective(c) for c in ("RU", "KP", "GB", "UN", "CD")] == [
        "Russian", "North Korean", "British", "United Nations", "Democratic Republic of the Congo",
    ]  # fmt: skip
    assert (state("US").short, state("RU").short) == ("US", "Russia")


@pytest.mark.parametrize("code", ["", "KQ", "RUS", "ru", "XZ"])
def test_an_unknown_code_is_refused(code):
    with pytest.raises(UnknownCode, match="is not the code of a State"):
        state(code)
    with pytest.raises(KeyError):
        adjective(code)


MIDS = [
    "445",
    "KP",
    "273",
    "RU",
    "412",
    "CN",
    "414",
    "CN",
    "477",
    "HK",
    "416",
    "TW",
    "440",
    "KR",
    "441",
    "KR",
    "431",
    "JP",
    "432",
    "JP",
    "457",
    "MN",
    "515",
    "KH",
    "351",
    "PA",
    "357",
    "PA",
    "371",
    "PA",
    "312",
    "BZ",
    "511",
    "PW",
    "518",
    "CK",
    "520",
    "FJ",
    "538",
    "MH",
    "572",
    "TV",
    "613",
    "CM",
    "616",
    "KM",
    "636",
    "LR",
    "667",
    "SL",
    "671",
    "TG",
    "341",
    "KN",
    "455",
    "MV",
    "533",
    "MY",
    "574",
    "VN",
    "674",
    "TZ",
    "677",
    "TZ",
]


@pytest.mark.parametrize(("mid", "code"), list(zip(map(int, MIDS[::2]), MIDS[1::2], strict=True)))
def test_maritime_digits_belong_to_a_state(mid, code):
    assert states_by_mid()[mid] == code


def test_maritime_digits_belong_to_one_state():
    every = [mid for s in states() for mid in s.mid]
    assert len(every) == len(set(every))
    assert all(201 <= mid <= 775 for mid in every)
