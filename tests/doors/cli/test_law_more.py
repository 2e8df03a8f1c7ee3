"""`resolute law caps`, `calendar`, `diff`, `order`, `book` and `check` of a table, as they are typed."""

from __future__ import annotations

import json
import re
from pathlib import Path

import pytest

from resolute.doors.cli.caps_text import CAP_AT, WIDTH, bar
from resolute.doors.cli.ending import ended
from resolute.doors.cli.main import app
from resolute.ground.quantity import Quantity

RUN = 100_000


@pytest.fixture
def run(monkeypatch, capsys):
    """Return a function that runs a command line: its exit code, what it printed, what it said."""

    def typed(*words: str) -> tuple[int, str, str]:
        monkeypatch.setattr("sys.argv", ["resolute", *words])
        code = ended(app)
        printed, said = capsys.readouterr()
        return code, printed, said

    return typed


def bbl(low, high):
    return Quantity(min=low, max=high, unit="bbl")


@pytest.mark.parametrize(
    ("amount", "cells"),
    [
        pytest.param(bbl(0, 0), "·" * 30 + "|" + " " * 15, id="nothing"),
        pytest.param(bbl(50_000, 50_000), "█" * 15 + "·" * 15 + "|" + " " * 15, id="half of it"),
        pytest.param(bbl(50_000, 80_000), "█" * 15 + "▒" * 9 + "·" * 6 + "|" + " " * 15, id="half to four fifths"),
        pytest.param(bbl(50_000, None), "█" * 15 + "?" + "·" * 14 + "|" + " " * 15, id="at least half"),
        pytest.param(bbl(None, 50_000), "▒" * 15 + "·" * 15 + "|" + " " * 15, id="at most half"),
        pytest.param(bbl(100_000, 100_000), "█" * 30 + "|" + " " * 15, id="all of it"),
        pytest.param(bbl(900_000, 900_000), "█" * 30 + "|" + "█" * 14 + "»", id="nine times as much"),
        pytest.param(bbl(1, 1), "█" + "·" * 29 + "|" + " " * 15, id="hardly anything"),
    ],
)
def test_a_bar_says_how_much_of_the_cap_without_any_colour(amount, cells):
    assert bar(RUN, amount, "█") == cells
    assert len(cells) == WIDTH + 1
    assert cells[CAP_AT] == "|"


def test_caps_name_who_reports_and_keep_estimates_apart(run):
    code, printed, _ = run("law", "caps", "petroleum-refined")
    assert code == 0
    (line,) = [x for x in printed.splitlines() if x.startswith("2023 ")]
    assert "65 to 73 %  325,267 to 362,706 bbl" in line
    assert "by the Panel of Experts: 87 calls at 90 per cent laden" in printed
    assert "never added" in printed
    assert "\x1b[" not in printed


def test_caps_of_one_day_show_every_figure_with_its_page(run):
    _, printed, _ = run("law", "caps", "--on", "2021-05-01", "-f", "json")
    (refined,) = [r for r in json.loads(printed) if r["measure"] == "UNSCR-2397-5"]
    assert {t["by"] for t in refined["reports"]} == {"China", "Russia"}
    assert all(t["pages"] and t["mark"] == "V" for t in refined["reports"])
    assert [r["unit"] for r in json.loads(printed)] == ["bbl", "t", "bbl"]


def test_a_calendar_says_what_was_due_what_is_said_and_what_is_open(run):
    code, printed, _ = run("law", "calendar", "ru", "--line", "workers")
    flat = " ".join(re.sub(r"\s+", " ", printed).split())
    assert code == 0
    assert "What Russia owed" in flat
    assert "2019-12-22" in flat
    assert "Each figure is a claim of the one named." in flat


def test_a_calendar_in_json_keeps_own_words_and_those_of_others_apart(run):
    _, printed, _ = run("law", "calendar", "CN", "-f", "json")
    found = json.loads(printed)
    assert [s["by"] for s in found["own"]] == ["China"]
    assert not any(s["own"] for s in found["others"])


def test_a_state_that_no_order_commands_is_told_so(run):
    assert "commands Taiwan as a State" in run("law", "calendar", "TW")[1]


def test_a_difference_is_a_row_of_json_each(run):
    _, printed, _ = run("law", "diff", "2017-08-04", "2017-08-05", "--order", "un", "--line", "coal", "-f", "jsonl")
    assert [json.loads(line)["kind"] for line in printed.splitlines()] == ["began", "replaced", "replaced"]


def test_no_difference_is_said_in_words(run):
    assert "no change in this law base" in run("law", "diff", "2012-01-01", "2012-01-02")[1]


def test_an_order_says_whom_it_commands_and_until_when_it_is_known(run):
    code, printed, _ = run("law", "order", "US")
    assert code == 0
    assert "order us, known until " in printed
    assert "it flies the flag of the United States" in printed
    assert "Owned 50 per cent or more" in printed


def test_the_book_is_written_page_by_page_and_leaves_other_files_alone(run, tmp_path):
    (tmp_path / "mine.txt").write_text("kept", encoding="utf-8")
    code, _, said = run("law", "book", "-o", str(tmp_path))
    assert (code, "begin with" in said) == (0, True)
    assert (tmp_path / "UNSCR-2371-8.html").read_text(encoding="utf-8").startswith("<!doctype html>")
    assert (tmp_path / "mine.txt").read_text(encoding="utf-8") == "kept"
    assert not list(tmp_path.glob(".*"))
    first = {p.name: p.read_bytes() for p in tmp_path.glob("*.html")}
    run("law", "book", "-o", str(tmp_path))
    assert {p.name: p.read_bytes() for p in tmp_path.glob("*.html")} == first


@pytest.mark.parametrize(
    ("words", "code", "said"),
    [
        (("law", "caps", "honey"), 2, "`honey` is not a line of the base"),
        (("law", "caps", "--on", "soon"), 2, '"soon" is not a day'),
        (("law", "calendar", "QQ"), 2, "`QQ` is not the code of a State"),
        (("law", "diff", "2018-01-01", "2017-01-01"), 2, "wanted the earlier day first"),
        (("law", "order", "zz"), 2, "`zz` is not a legal order"),
        (("check", "--ask", "deals.csv"), 2, "--ask asks about one conduct"),
        (("check", "--act", "supply", "--column", "A=act"), 2, "--column names the columns of a table"),
        (("check", "deals.xls"), 3, "wanted an .xlsx or a .csv file"),
    ],
)
def test_a_wrong_call_ends_in_one_line_that_says_what_was_wanted(run, words, code, said):
    ended_with, printed, line = run(*words)
    assert (ended_with, printed) == (code, "")
    assert said in line
    assert line.count("\n") == 1


def test_a_book_cannot_be_written_into_a_file(run, tmp_path):
    place = tmp_path / "taken"
    place.write_text("", encoding="utf-8")
    code, _, said = run("law", "book", "-o", str(place))
    assert code == 2
    assert "Name a folder that can be written with -o." in said


def deals(folder: Path) -> str:
    rows = ["Act,Date,Cargo,Origin,Actor country,Flag", "procure,2017-09-01,coal,DPRK,Russia,PA",
            "procure,2017-09-01,coal,Norland,Russia,PA", "procure,2016-01-01,coal,KP,RU,"]  # fmt: skip
    (folder / "deals.csv").write_text("\n".join(rows) + "\n", encoding="utf-8")
    return str(folder / "deals.csv")


def test_every_row_of_a_table_is_answered_or_refused_and_the_guess_is_shown(run, tmp_path):
    code, printed, said = run("check", deals(tmp_path), "--orders", "un")
    verdicts = [json.loads(line)["answers"][0]["direct"]["verdict"] for line in printed.splitlines()]
    assert (code, verdicts) == (3, ["prohibited", "no-measure"])
    assert "column `Flag` read as vessels.0.flag\n" in said
    assert 'deals.csv:3: origin is "Norland"; wanted a State' in said


def test_a_guess_is_changed_by_the_call(run, tmp_path):
    _, _, said = run("check", deals(tmp_path), "--orders", "un", "--column", "Flag=-")
    assert "Flag" not in said


def test_the_talk_ends_in_the_verdict(run, monkeypatch):
    lines = iter(["KP\n"])
    monkeypatch.setattr("sys.stdin.readline", lambda: next(lines, ""), raising=False)
    words = ("check", "--ask", "--act", "procure", "--goods", "coal", "--actor-state", "RU", "--on", "2017-09-01")
    code, printed, said = run(*words, "--orders", "un")
    assert code == 0
    assert json.loads(printed)["answers"][0]["direct"]["verdict"] == "prohibited"
    assert said.startswith("1. From which State or port did it leave?")
    assert "Decided: nothing more to ask." in said
