"""Words that cite law, with what the sentences around them say; whether that is right, law says."""

from __future__ import annotations

from itertools import pairwise

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from news.heard import draft, reading
from resolute.ground.time import VagueDate


def mentions(text):
    return draft(text, until="law_mentions").mentions


def told(text):
    return [(m.kind, m.order, m.span.text) for m in mentions(text)]


def only(text):
    found = mentions(text)
    assert len(found) == 1, told(text)
    return found[0]


@pytest.mark.parametrize(
    ("text", "found"),
    [
        ("It broke resolution 2397.", [("un", 2397, None, None)]),
        ("It broke Resolutions 2371 and 2375.", [("un", 2371, None, None), ("un", 2375, None, None)]),
        ("UNSCR 2397 says so.", [("un", 2397, None, None)]),
        ("See S/RES/2397 (2017).", [("un", 2397, 2017, None)]),
        ("Resolution 2094 of 2013 says so.", [("un", 2094, 2013, None)]),
        ("It broke paragraph 8 of resolution 2397.", [("un", 2397, None, "8")]),
        (
            "Resolutions 1718 (2006), 1874 (2009) and 2270.",
            [("un", 1718, 2006, None), ("un", 1874, 2009, None), ("un", 2270, None, None)],
        ),
        ("The resolution of the UN Security Council 2397 is in force.", [("un", 2397, None, None)]),
        ("Assets are blocked under Executive Order 13810.", [("us", 13810, None, None)]),
        ("It follows from 31 CFR 510.210.", [("us", None, None, "510.210")]),
        ("It follows from Council Regulation (EU) 2017/1509.", [("eu", None, None, "2017/1509")]),
    ],
)  # fmt: skip
def test_a_number_is_found_with_year_and_paragraph(text, found):
    assert [(m.order, m.number, m.year, m.paragraph) for m in mentions(text) if m.kind == "number"] == found


def test_the_sentences_around_a_number_say_which_law_is_meant():
    text = (
        "In December 2017, the UN Security Council introduced new sanctions against North Korea. "
        "The resolution received the number 2379. "
        "In particular, the sanctions require third countries to abandon North Korean labor."
    )
    number = next(m for m in mentions(text) if m.kind == "number")
    assert number.span.text == "2379"
    assert number.dated.edtf == VagueDate("2017-12")
    assert (number.about, number.targets) == (("workers",), ("KP",))
    assert number.context.text == text


@pytest.mark.parametrize(
    ("text", "order", "words", "edtf", "about"),
    [
        pytest.param(
            "The Security Council banned all exports of coal from the North in August 2017.",
            "un", "The Security Council banned all exports of coal from the North in August 2017", "2017-08", ("coal",),
            id="a ban told as an act",
        ),
        pytest.param(
            "Oslo obeys the resolution prohibiting the hiring of North Korean workers.",
            "un", "the resolution prohibiting the hiring of North Korean workers", None, ("workers",),
            id="a resolution by what it forbids",
        ),
        pytest.param(
            "UN sanctions against North Korea were first imposed in 2006.",
            "un", "UN sanctions against North Korea were first imposed in 2006", "2006", (),
            id="the passive, with a year",
        ),
        pytest.param(
            "It keeps the restrictions imposed by the U.N. on December 22, 2017.",
            "un", "the restrictions imposed by the U.N. on December 22, 2017", "2017-12-22", (),
            id="a participle, with a day",
        ),
        pytest.param(
            "The ban on coal exports is strict.",
            None, "The ban on coal exports", None, ("coal",),
            id="a ban on a good",
        ),
        pytest.param(
            "The European Union imposed new sanctions on Pyongyang in May 2018.",
            "eu", "The European Union imposed new sanctions on Pyongyang in May 2018", "2018-05", (),
            id="another order",
        ),
    ],
)  # fmt: skip
def test_law_is_found_by_its_description(text, order, words, edtf, about):
    m = only(text)
    assert (m.kind, m.order, m.span.text) == ("description", order, words)
    assert m.dated.edtf == (VagueDate(edtf) if edtf else None)
    assert m.about == about


@pytest.mark.parametrize(
    ("text", "due"),
    [
        ("All states were ordered to repatriate North Korean workers by December 22, 2019.", "../2019-12-22"),
        (
            "Adopted on December 22, 2017, it requires all states to send workers home within two years.",
            "../2019-12-22",
        ),
        ("Nations are required to send all North Korean workers home within two years.", None),
    ],
)
def test_a_duty_has_its_last_day_where_the_text_gives_one(text, due):
    duty = next(m for m in mentions(text) if "workers" in m.about and m.kind == "description")
    assert duty.due == (VagueDate(due) if due else None)


def test_a_last_day_for_workers_is_a_deadline_of_the_law():
    m = next(m for m in mentions("They will send all workers from Oslo by the end of 2019.") if m.kind == "deadline")
    assert (m.span.text, m.due) == ("by the end of 2019", VagueDate("../2019-12-31"))


@pytest.mark.parametrize(
    ("text", "outcome", "words"),
    [
        ("China vetoed a draft resolution in May 2022.", "vetoed", "a draft resolution in May 2022"),
        (
            "Moscow refrained from passing another sanctions resolution in May 2022.",
            "withheld",
            "another sanctions resolution in May 2022",
        ),
        (
            "China circulated a resolution that addresses humanitarian concerns.",
            "drafted",
            "a resolution that addresses humanitarian concerns",
        ),
        ("They oppose any re-imposition of sanctions.", "reimposed", "re-imposition of sanctions"),
    ],
)
def test_what_became_of_a_text_stands_beside_it(text, outcome, words):
    m = only(text)
    assert (m.outcome, m.span.text, m.kind) == (outcome, words, "description")


def test_sanctions_at_large_are_generic_and_told_once_for_the_council():
    text = "The UN sanctions are there. China keeps the UN sanctions. It fears the American sanctions."
    assert told(text) == [("generic", "un", "The UN sanctions"), ("generic", "us", "the American sanctions")]


def test_sanctions_on_a_state_are_not_sanctions_of_that_state():
    assert told("It eases North Korea sanctions.") == []


def test_words_that_point_back_take_what_the_last_law_says_of_itself():
    found = mentions("The Council adopted resolution 2397 on December 22, 2017. We obey the Security Council decision.")
    assert [(m.kind, m.number) for m in found if m.kind == "anaphor"] == [("anaphor", 2397)]


@pytest.mark.parametrize(
    ("text", "words", "order"),
    [
        ("It told the relevant U.N. Sanctions Committees.", "the relevant U.N. Sanctions Committees", "un"),
        ("The Panel of Experts saw it.", "The Panel of Experts", "un"),
        ("The 1718 Committee met.", "The 1718 Committee", "un"),
        ("The Multilateral Sanctions Monitoring Team met.", "The Multilateral Sanctions Monitoring Team", None),
    ],
)
def test_bodies_that_watch_are_found(text, words, order):
    m = only(text)
    assert (m.kind, m.span.text, m.order) == ("body", words, order)


@pytest.mark.parametrize(
    "text",
    [
        "The council adopted a tone of calm.",
        "The school imposed restrictions on phones.",
        "He scored a resolution of 1080 lines.",
        "Her resolution did not weaken.",
        "The minister said he would impose order at home.",
        "They sold 2397 tickets.",
    ],
)
def test_words_that_only_sound_like_law_are_none(text):
    assert [m for m in mentions(text) if m.order is not None and m.kind != "anaphor"] == []


def test_a_mention_belongs_to_the_claim_it_stands_in():
    text = "Ana Sato said Oslo broke resolution 2397. Resolution 2375 stands."
    read = reading(text)
    claim = read.claims[0].id
    assert [(m.number, m.claim) for m in read.mentions if m.number] == [(2397, claim), (2375, None)]


def test_ids_do_not_change_when_text_is_put_before():
    text = "The Security Council banned coal exports in August 2017. It passed resolution 2371."
    before = "Some other words stand here first. "
    assert [m.id for m in mentions(text)] == [m.id for m in mentions(before + text)]


TEXT = (
    "the UN Security Council banned resolution 2397 sanctions on coal North Korea in August 2017 were imposed by "
    "require states to repatriate workers within two years vetoed a draft , . “ ” US re-imposition of that"
)
_WORDS = st.sampled_from(TEXT.split())


@given(st.lists(_WORDS, max_size=30))
@settings(max_examples=60, deadline=None)
def test_any_run_of_such_words_gives_mentions_that_stand_in_the_text(words):
    text = " ".join(words)
    found = mentions(text)
    assert all(text[m.span.start : m.span.end] == m.span.text for m in found)
    assert all(m.context.start <= m.span.start and m.span.end <= m.context.end for m in found)
    assert all(a.span.end <= b.span.start for a, b in pairwise(found))
