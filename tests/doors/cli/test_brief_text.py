import re
import unicodedata

import pytest
from rich.console import Console

from doors.web.fixture import empty, large, small
from resolute.cases.terms import Brief
from resolute.doors.cli.brief_text import plain, summary


def test_a_narrow_terminal_shows_each_allegation_as_a_block():
    assert plain(small(), 72).split("\n\n")[1] == (
        "1  North Korea supplied coal to Russia\n"
        "   Said by        ◆ accuses: Two European security officials\n"
        "                  ◆ accuses: One of the officials\n"
        "   Denied by      ⊘ denies: Ilya Orlan, for Russia\n"
        "                  ⊘ denies: The ministry, in general terms\n"
        "   Law            2371 ¶8, 5 Aug 2017 to today\n"
        "                  and 2 more\n"
        "   If true        ■ prohibited\n"
        "   Facts missing  2"
    )


def test_it_says_what_it_is_not_before_it_says_anything():
    text = plain(small(), 200)
    assert text.index("finds no one guilty") < text.index("supplied coal")


@pytest.mark.parametrize("width", [40, 72, 100, 160, 300])
@pytest.mark.parametrize("brief", [small(), empty(), large(30, 40)], ids=["small", "empty", "large"])
def test_no_line_is_wider_than_the_terminal_and_none_holds_a_control_character(brief: Brief, width: int):
    text = plain(brief, width)
    assert text.endswith("\n")
    for line in text.splitlines():
        assert sum(2 if unicodedata.east_asian_width(c) in "WF" else 1 for c in line) <= width
        assert all(c.isprintable() for c in line), repr(line)


@pytest.mark.parametrize("width", [72, 110])
def test_every_sign_stands_beside_its_word(width):
    text = plain(small(), width)
    assert re.search("◆ accuses", text)
    assert re.search("■ prohibited", text)
    assert "nobody, here" in text
    assert "no measure" in text


def test_what_was_not_searched_and_what_was_refused_is_said():
    text = plain(small(), 100)
    assert "No list was screened" in text
    assert "004.bin:1: byte 0 is not UTF-8" in text


def test_an_empty_brief_says_so():
    text = plain(empty(), 80)
    assert "No act told in these articles may fall under a measure of this law" in text
    assert "None" not in text


def test_long_lists_are_cut_with_a_count_of_the_rest():
    text = plain(large(30, 40), 100)
    assert re.search(r"and \d+ more on the page", text)


def test_a_terminal_gets_colour_and_a_pipe_does_not():
    console = Console(width=110, force_terminal=True, color_system="truecolor", highlight=False)
    with console.capture() as held:
        console.print(summary(small(), 110))
    assert "\x1b[" in held.get()
    assert "\x1b[" not in plain(small(), 110)
    assert re.sub(r"\x1b\[[\d;]*m", "", held.get()).split() == plain(small(), 110).split()


def test_words_of_an_article_cannot_command_the_terminal():
    brief = small()
    hostile = Brief(**{f: getattr(brief, f) for f in brief.__slots__} | {"title": "A\x1b[2Jtitle\x07 [bold]x[/bold]"})
    assert plain(hostile, 100).splitlines()[0] == "A�[2Jtitle� [bold]x[/bold]"


def test_the_same_brief_gives_the_same_text():
    assert plain(small(), 100) == plain(small(), 100)
