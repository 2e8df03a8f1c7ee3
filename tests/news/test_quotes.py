"""Quotations: what opens, what closes, and how the one ended whose closing mark is missing."""

from __future__ import annotations

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from news.heard import claims, draft, heard, only


def quoted(text):
    return [(text[q.start : q.end], q.closed, q.full) for q in draft(text, "quotes").quotations]


@pytest.mark.parametrize(
    ("text", "words"),
    [
        pytest.param("He said: “The port is shut.”", "“The port is shut.”", id="curly marks"),
        pytest.param('He said: "The port is shut."', '"The port is shut."', id="straight marks"),
        pytest.param("He said: ”The port is shut.”", "”The port is shut.”", id="two closing marks"),
        pytest.param("He said: \"The port is shut.''", "\"The port is shut.''", id="closed by two apostrophes"),
        pytest.param("He said: ''The port is shut.''", "''The port is shut.''", id="two apostrophes on both sides"),
        pytest.param("He said: «The port is shut.»", "«The port is shut.»", id="angle marks"),
        pytest.param("He said: „The port is shut.”", "„The port is shut.”", id="low and high marks"),
    ],
)
def test_a_quotation_is_found_in_any_dress(text, words):
    assert quoted(text) == [(words, "mark", True)]


def test_words_woven_into_a_sentence_do_not_stand_on_their_own():
    assert quoted("He called the cap “a sieve” and left.") == [("“a sieve”", "mark", False)]


def test_an_apostrophe_opens_nothing():
    assert quoted("The sailors' wages and the port's gate weren't paid for.") == []


def test_a_stray_mark_before_a_comma_opens_nothing():
    assert quoted("The talks ended. “, The envoy left.") == []


def test_a_quotation_goes_on_in_the_next_paragraph():
    text = "Envoy Ana Sato said: “We wait.\n\n“We have waited long.”\n"
    assert [c for _, c, _ in quoted(text)] == ["continued", "mark"]
    assert heard(text) == [("Envoy Ana Sato", "said", "“We wait. | “We have waited long.”")]


def test_an_unclosed_quotation_ends_with_its_paragraph():
    text = "Envoy Ana Sato said: “We wait.\n\nThe port is shut.\n"
    assert quoted(text) == [("“We wait.", "paragraph", True)]


def test_a_missing_mark_is_mended_before_the_reporting_clause_and_the_words_resume():
    text = (
        "The comments of spokesman Ola Brandt came late. “I will not go into detail. We have listed ships of Orlan "
        "Ola Brandt said at a briefing, “in every port. We will go on.”\n"
    )
    assert [c for _, c, _ in quoted(text)] == ["repaired", "mark"]
    claim = only(text)
    assert [s.text for s in claim.content] == [
        "“I will not go into detail. We have listed ships of Orlan",
        "“in every port. We will go on.”",
    ]
    assert (claim.source[0].text, claim.mode) == ("Ola Brandt", "direct")


def test_a_headline_may_open_with_somebodys_words_in_single_marks():
    text = "‘We will not pay’ Tokyo refuses to settle the bill\n\nThe bill came in May.\n"
    assert heard(text) == [("Tokyo", "refuses", "‘We will not pay’ | to settle the bill")]
    assert claims(text)[0].channel == "headline"


MARKS = st.text(alphabet="“”\"'‘’«» .,aA\n", max_size=200)


@settings(max_examples=150, deadline=None)
@given(MARKS)
def test_no_disorder_of_marks_makes_a_span_that_is_not_in_the_text(text):
    for q in draft(text, "quotes").quotations:
        assert 0 <= q.start < q.inner_start <= q.inner_end <= q.end <= len(text)
