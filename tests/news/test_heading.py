"""What stands above the running text: title, dateline, wire, publisher, date; and the grammar of headlines."""

from __future__ import annotations

import pytest

from news.heard import claims, draft, heard

BODY = "\n\nThe port was shut in May. Envoy Ana Sato said nothing.\n"


def heading(text):
    return draft(text, "document_date").heading


def published(text):
    return draft(text, "document_date").published


def test_the_first_line_without_a_final_stop_is_the_title():
    assert heading("Oslo shuts its port" + BODY).title.text == "Oslo shuts its port"
    assert heading("The port was shut on Monday." + BODY).title is None


@pytest.mark.parametrize(
    ("opening", "dateline", "wire", "date"),
    [
        ("Oslo, Dec 17 (UNI) ", "Oslo, Dec 17 (UNI)", "UNI", "XXXX-12-17"),
        ("OSLO, Jan. 3 (Yonhap) -- ", "OSLO, Jan. 3 (Yonhap) --", "Yonhap", "XXXX-01-03"),
        ("OSLO, 5 March 2021 (TASS) - ", "OSLO, 5 March 2021 (TASS) -", "TASS", "2021-03-05"),
        ("OSLO (Reuters) - ", "OSLO (Reuters) -", "Reuters", None),
    ],
)
def test_a_dateline_is_cut_off_and_gives_wire_and_day(opening, dateline, wire, date):
    text = opening + "The port was shut, envoy Ana Sato said."
    h = heading(text)
    assert (h.dateline.text, h.wire, h.publisher) == (dateline, wire, wire)
    edtf = published(text).edtf
    assert (edtf.edtf if edtf else None) == date
    assert heard(text) == [("envoy Ana Sato", "said", "The port was shut")]


def test_words_in_brackets_are_no_dateline():
    assert heading("Two states (Norway and Chile) shut their ports in May." + BODY).dateline is None


def test_a_caption_names_publisher_and_day_of_the_picture():
    text = "Oslo shuts its port\nFlags - Sputnik Africa, 1920, 13.09.2023" + BODY
    assert heading(text).publisher == "Sputnik Africa"
    assert published(text).edtf.edtf == "2023-09-13"
    assert "picture" in published(text).how


def test_a_text_that_gives_no_date_gets_none_and_the_reason():
    found = published("Oslo shuts its port" + BODY)
    assert found.edtf is None
    assert found.how


def test_a_day_that_no_calendar_has_dates_nothing():
    assert published("Oslo, Feb 31 (UNI) The port was shut.").edtf is None


@pytest.mark.parametrize(
    ("title", "claim"),
    [
        pytest.param("Oslo: the port will stay shut", ("Oslo", ":", "the port will stay shut"), id="speaker first"),
        pytest.param("Ban stays; won't be lifted soon: US", ("US", ":", "Ban stays; won't be lifted soon"), id="last"),
        pytest.param(
            "Oslo Opposes New Ban on Ships, FM Sato", ("FM Sato", "", "Oslo Opposes New Ban on Ships"), id="comma, role"
        ),
        pytest.param(
            "Oslo Claims It Will Shut Port by May", ("Oslo", "Claims", "It Will Shut Port by May"), id="a sentence"
        ),
    ],
)
def test_a_headline_speaks_by_its_own_grammar(title, claim):
    found = [c for c in claims(title + "\n\nThe port was shut in May.\n") if c.channel == "headline"]
    assert claim in heard(title + "\n\nThe port was shut in May.\n")
    assert found


def test_a_topic_before_a_colon_is_no_speaker():
    assert heard("Winter fuel: prices will rise" + "\n\nThe port was shut in May.\n") == []


def test_the_headline_behind_which_a_minister_stands_does_what_its_own_verb_does():
    text = "Oslo Opposes New Ban on Ships, FM Lund\n\nForeign Minister Eva Lund of Norway spoke in May.\n"
    claim = claims(text)[0]
    assert (claim.speaker.name, claim.speaker.role, claim.stance) == ("Eva Lund", "FM", "opposes")
