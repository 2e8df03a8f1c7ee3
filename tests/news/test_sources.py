"""Who speaks: the words that name him, found before or behind the verb."""

from __future__ import annotations

import pytest

from news.heard import heard, only


def source(text):
    return only(text).source[0].text


@pytest.mark.parametrize(
    ("text", "words"),
    [
        pytest.param("Ana Sato said the port was shut.", "Ana Sato", id="a name"),
        pytest.param("The harbour master said the port was shut.", "The harbour master", id="a noun phrase"),
        pytest.param(
            "Ana Sato, the envoy to Tokyo, said the port was shut.", "Ana Sato, the envoy to Tokyo", id="an aside"
        ),
        pytest.param(
            "One of the sailors, who spoke to the court in May, said the port was shut.",
            "One of the sailors, who spoke to the court in May",
            id="a relative clause",
        ),
        pytest.param(
            "The foreign ministers of Japan, Norway and Chile said the port was shut.",
            "The foreign ministers of Japan, Norway and Chile",
            id="a list inside a phrase",
        ),
        pytest.param("On Monday, in Oslo, Ana Sato said the port was shut.", "Ana Sato", id="openings set aside"),
        pytest.param("Ana Sato on Monday said the port was shut.", "Ana Sato", id="time between subject and verb"),
        pytest.param("But Mr. Lund also said the port was shut.", "Mr. Lund", id="an abbreviation parts nothing"),
        pytest.param(
            "A man who works as a cook on the ship said the port was shut.",
            "A man who works as a cook on the ship",
            id="a clause that runs up to the verb",
        ),
        pytest.param("Asked about the fuel, a trader said the port was shut.", "a trader", id="a fronted participle"),
        pytest.param(
            "“The port is shut,” said Ana Sato of the Oslo court.", "Ana Sato of the Oslo court", id="inverted"
        ),
        pytest.param("“The port is shut,” said Ana Sato in a statement.", "Ana Sato", id="inverted, the occasion cut"),
        pytest.param("The port was shut, according to two brokers.", "two brokers", id="according to"),
        pytest.param(
            "Oslo and Tokyo both condemned the launch.", "Oslo and Tokyo", id="a floating quantifier belongs to no name"
        ),
    ],
)
def test_the_source_is_the_subject_with_its_asides(text, words):
    assert source(text) == words


def test_and_between_clauses_joins_no_names():
    assert heard("The dock burned, and sailors say the pumps failed.") == [("sailors", "say", "the pumps failed")]


def test_a_second_verb_takes_the_subject_of_the_first():
    assert heard("Ana Sato said the port was shut and warned that fuel was short.") == [
        ("Ana Sato", "said", "the port was shut"),
        ("Ana Sato", "warned", "fuel was short"),
    ]


def test_a_participle_takes_the_subject_of_its_clause():
    assert heard("Ana Sato said the port was shut, adding that fuel was short.") == [
        ("Ana Sato", "said", "the port was shut"),
        ("Ana Sato", "adding", "fuel was short"),
    ]


def test_a_relative_pronoun_is_a_source_of_its_own():
    assert heard("The firm paid Ana Sato, who said the port was shut.") == [("who", "said", "the port was shut")]
