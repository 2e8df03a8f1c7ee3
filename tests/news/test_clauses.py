"""What is said: the frames of the cues, and where a statement ends."""

from __future__ import annotations

import pytest

from news.heard import heard


@pytest.mark.parametrize(
    ("text", "claim"),
    [
        pytest.param("Sato said that the port was shut.", ("Sato", "said", "the port was shut"), id="that"),
        pytest.param("Sato said the port was shut.", ("Sato", "said", "the port was shut"), id="a bare clause"),
        pytest.param("Sato said today the port was shut.", ("Sato", "said", "the port was shut"), id="today set aside"),
        pytest.param(
            "Sato said in a statement on Monday that the port was shut.",
            ("Sato", "said", "the port was shut"),
            id="an occasion before that",
        ),
        pytest.param("Sato told reporters the port was shut.", ("Sato", "told", "the port was shut"), id="addressee"),
        pytest.param("Sato asked whether it was shut.", ("Sato", "asked", "whether it was shut"), id="whether"),
        pytest.param("Sato refused to sign the text.", ("Sato", "refused", "to sign the text"), id="to do"),
        pytest.param("Oslo urged the council to meet.", ("Oslo", "urged", "the council to meet"), id="somebody to do"),
        pytest.param(
            "Oslo accused the firm of fraud.", ("Oslo", "accused", "the firm of fraud"), id="somebody of something"
        ),
        pytest.param(
            "Oslo dismissed the report as “a fairy tale.”",
            ("Oslo", "dismissed", "the report as “a fairy tale.”"),
            id="something as",
        ),
        pytest.param("Moscow has rejected the charge.", ("Moscow", "has rejected", "the charge"), id="a thing"),
        pytest.param(
            "Sato attributed the rise to a bad harvest.",
            ("Sato", "attributed", "the rise to a bad harvest"),
            id="something to something",
        ),
        pytest.param("Oslo called for a new count.", ("Oslo", "called for", "a new count"), id="called for"),
        pytest.param("The port was shut, Sato said.", ("Sato", "said", "The port was shut"), id="behind its statement"),
        pytest.param(
            "The port, Sato said on Monday, would be shut.",
            ("Sato", "said", "The port | would be shut"),
            id="in the middle",
        ),
        pytest.param(
            "“The port is shut,” Sato told the Oslo court. “It stays shut.”",
            ("Sato", "told", "“The port is shut,” | “It stays shut.”"),
            id="the quotation goes on behind its clause",
        ),
        pytest.param(
            "“The port,” Sato said, “is shut.”", ("Sato", "said", "“The port,” | “is shut.”"), id="a broken quotation"
        ),
        pytest.param(
            "The daily quoted Mr Sato as saying: “The port is shut.”",
            ("Mr Sato", "quoted | as saying", "“The port is shut.”"),
            id="quoted as saying",
        ),
        pytest.param(
            "And now Oslo stands accused of hiding the fuel.",
            ("", "stands accused", "Oslo | of hiding the fuel"),
            id="an accusation by nobody",
        ),
        pytest.param(
            "The firm was accused by Oslo of fraud.", ("Oslo", "was accused", "The firm | of fraud"), id="passive by"
        ),
        pytest.param(
            "It was announced that the port was shut.", ("", "was announced", "the port was shut"), id="passive that"
        ),
        pytest.param(
            "The ship reportedly sailed for Oslo.", ("", "reportedly", "The ship | sailed for Oslo"), id="reportedly"
        ),
        pytest.param(
            "Oslo reportedly claimed the port was shut.",
            ("Oslo", "reportedly claimed", "the port was shut"),
            id="a hedge inside the verb group",
        ),
        pytest.param(
            "Allegations from Norwegian officials that the seal was broken spread.",
            ("Norwegian officials", "Allegations", "the seal was broken spread"),
            id="a noun with its speaker",
        ),
    ],
)
def test_a_cue_hands_over_what_its_frame_says(text, claim):
    assert claim in heard(text)


@pytest.mark.parametrize(
    "text",
    [
        pytest.param("The States signed the treaty in the State Department.", id="names of offices"),
        pytest.param("The firm won pledged cargo in both states.", id="participles and nouns"),
        pytest.param("A firm called Orlan runs the dock.", id="a name is no statement"),
        pytest.param("The envoy arrived in Oslo on Monday.", id="nobody says anything"),
        pytest.param("Relations have soured, despite the mayor's wish to mend them.", id="a wish is no statement"),
    ],
)
def test_what_looks_like_a_cue_and_hands_nothing_over_is_left_alone(text):
    assert heard(text) == []


def test_a_contrast_with_while_stays_inside_the_statement():
    text = "She added that Oslo keeps its word, while rumors are spread by unfriendly ports."
    assert heard(text)[0][2] == "Oslo keeps its word, while rumors are spread by unfriendly ports"


def test_a_paragraph_that_ends_in_a_colon_takes_the_quotation_that_opens_the_next():
    assert heard("Ana Sato told the crowd:\n\n“The port is shut.”\n") == [("Ana Sato", "told", "“The port is shut.”")]


def test_a_statement_inside_a_statement_knows_in_whose_words_it_stands():
    outer, inner = heard("Ana Sato said that Oslo has firmly stated its opposition.", nested=True)
    assert outer == ("Ana Sato", "said", "Oslo has firmly stated its opposition")
    assert inner == ("Oslo", "has firmly stated", "its opposition")
    assert len(heard("Ana Sato said that Oslo has firmly stated its opposition.")) == 1


def test_a_sentence_with_more_cues_than_prose_has_is_read_as_noise():
    assert heard("said " * 60 + ".") == []
