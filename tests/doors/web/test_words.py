import pytest

from doors.web.page import read_page
from resolute.doors.web import words
from resolute.doors.web.brief import HERE
from resolute.ground.vocabulary import words as vocabulary


def test_counts_read_as_people_say_them():
    assert words.number(2108) == "2,108"
    assert words.counted(1, "claim") == "1 claim"
    assert words.counted(0, "entry", "entries") == "0 entries"
    assert [words.spelled(n) for n in (0, 4, 12, 13, 1300)] == ["no", "four", "twelve", "13", "1,300"]


def test_the_months_of_a_text_are_shortened_in_dates_only():
    assert words.shortened("22 December 2017; by May; March on") == "22 Dec 2017; by May; March on"


def test_every_word_of_the_vocabularies_has_words_on_the_page():
    assert set(words.STANCES) == vocabulary("stance")
    assert set(words.VERDICTS) == vocabulary("verdict") | {"exposure", "no-measure"}
    assert set(words.RELATIONS) == vocabulary("relation")
    with pytest.raises(KeyError):
        words.stance("shouts")


def test_every_sign_has_a_glyph_and_a_character_of_its_own():
    symbols = {e.attrs["id"] for e in read_page((HERE / "templates" / "glyphs.html").read_text()).all("symbol")}
    signs = [*words.STANCES.values(), *words.VERDICTS.values()]
    assert {f"g-{s.glyph}" for s in signs} == symbols
    assert len({s.glyph for s in signs}) == len(signs)
    assert len({s.char for s in words.STANCES.values()}) == len(words.STANCES)
    assert len({s.char for s in words.VERDICTS.values()}) == len(words.VERDICTS)


@pytest.mark.parametrize(
    ("text", "own"),
    [
        ("carried coal", (False, False)),
        ("“absolutely not”", (True, True)),
        ('"absolutely not"', (True, True)),
        ("“We will not say more", (True, False)),
        ("we will not say more.”", (False, True)),
        ("the goal of “exposing”", (False, False)),
        ("“exposing” it", (False, False)),
        ("”opened the wrong way round.”", (True, True)),
        ("“One.” And “two.”", (False, False)),
        ("‘Nothing crosses’", (False, False)),
        ("", (False, False)),
    ],
)
def test_a_quotation_gets_no_second_marks_and_never_one_too_few(text, own):
    assert words.own_marks(text) == own


def test_a_line_of_law_reads_in_words():
    assert words.line("unilateral-measure") == "measures of a State alone"
    assert words.line("petroleum-refined") == "petroleum refined"
