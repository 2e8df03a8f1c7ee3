"""Who a source is, and for whom he speaks; ties are left open."""

from __future__ import annotations

import pytest

from news.heard import claims, only


def who(text):
    return [(c.speaker.name, c.speaker.kind, c.speaker.state, c.on_behalf_of) for c in claims(text)]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        pytest.param(
            "Norwegian Foreign Minister Eva Lund said it was so.", ("Eva Lund", "person", ("NO",), ("NO",)), id="office"
        ),
        pytest.param(
            "Jon Berg, the Norwegian ambassador to North Korea, said it was so.",
            ("Jon Berg", "person", ("NO",), ("NO",)),
            id="the State he is sent to is not his own",
        ),
        pytest.param("Moscow said it was so.", ("Russia", "state", ("RU",), ("RU",)), id="a capital for its State"),
        pytest.param("The Kremlin said it was so.", ("Russia", "state", ("RU",), ("RU",)), id="a seat for its State"),
        pytest.param(
            "The US State Department said it was so.",
            ("US State Department", "organisation", ("US",), ("US",)),
            id="a ministry",
        ),
        pytest.param("Reuters said it was so.", ("Reuters", "outlet", (), ()), id="an outlet speaks for no State"),
        pytest.param(
            "Norway and Chile said it was so.", ("Norway and Chile", "states", ("NO", "CL"), ("NO", "CL")), id="two"
        ),
        pytest.param(
            "The foreign ministers of Norway and Chile said it was so.",
            (None, "office", ("NO", "CL"), ("NO", "CL")),
            id="an office that several hold",
        ),
        pytest.param("U.S. officials said it was so.", (None, "unnamed-group", ("US",), ("US",)), id="officials"),
        pytest.param(
            "A Norwegian governor said it was so.",
            (None, "unnamed-person", ("NO",), ()),
            id="a governor speaks for a region",
        ),
        pytest.param(
            "Western European intelligence sources said it was so.",
            (None, "unnamed-group", (), ()),
            id="sources speak for nobody",
        ),
        pytest.param("Western countries said it was so.", (None, "unnamed-group", (), ()), id="a bloc is no State"),
        pytest.param(
            "Deputy Foreign Minister Leif Holm said Oslo did not recognise the list.",
            ("Leif Holm", "person", ("NO",), ("NO",)),
            id="the State an official's words speak for",
        ),
        pytest.param(
            "The ministry's former envoy Leif Holm said it was so.", ("Leif Holm", "person", (), ()), id="former"
        ),
    ],
)
def test_a_source_is_resolved_by_its_own_words(text, expected):
    assert who(text) == [expected]


def test_one_man_under_four_descriptions_is_one_speaker():
    text = (
        "Norwegian Foreign Minister Eva Lund said the ban was wrong.\n"
        "The minister noted that it was old. Lund added that it was costly.\n"
        "“It must end,” the top diplomat said.\n"
        "“It will end,” the head of Norwegian diplomacy concluded.\n"
    )
    assert [name for name, *_ in who(text)] == ["Eva Lund"] * 5


def test_where_somebody_is_is_not_his_name():
    (found,) = claims("A governor in the Far East has urged Oslo to let the workers stay.\n")
    assert (found.speaker.name, found.speaker.role, found.speaker.kind) == (None, "governor", "unnamed-person")


def test_an_ambassador_may_be_taken_up_as_envoy_and_diplomat():
    text = (
        "Jon Berg, the Norwegian ambassador, said no.\n\n"
        "Oslo's envoy claimed it was so. The diplomat added that it was late."
    )
    found = claims(text)
    assert [c.speaker.name for c in found] == ["Jon Berg"] * len(found)
    assert "role" in found[1].speaker.resolved_by
    assert found[1].speaker.evidence.text == "Jon Berg"


def test_a_role_looks_for_its_own_state():
    text = (
        "Russian President Igor Volkov met U.S. President Sam Hale. "
        "Volkov said it was late. The American president said it was early."
    )
    assert [c.speaker.name for c in claims(text)] == ["Igor Volkov", "Sam Hale"]


def test_where_two_fit_equally_nobody_is_chosen():
    text = "Envoy Ana Sato of Japan met envoy Jon Berg of Norway.\n\nThe envoy said the talks were over."
    speaker = only(text).speaker
    assert (speaker.kind, speaker.name) == ("unresolved", None)
    assert set(speaker.candidates) == {"Ana Sato", "Jon Berg"}


def test_he_is_the_last_who_spoke():
    text = "Kremlin spokesman Oleg Petrov insisted it was so.\n\nHe told reporters: “It is so.”"
    found = claims(text)
    assert [c.speaker.name for c in found] == ["Oleg Petrov", "Oleg Petrov"]
    assert found[1].speaker.resolved_by.startswith("pronoun")


def test_he_is_another_who_opens_a_sentence_since():
    text = "Spokesman Oleg Petrov insisted it was so. Envoy Jon Berg left in May. He said it was not."
    assert [c.speaker.name for c in claims(text)] == ["Oleg Petrov", "Jon Berg"]


def test_we_inside_an_officials_words_is_his_side():
    text = "“We have firmly said that there will be no talks,” Norwegian envoy Jon Berg noted."
    inner = [c for c in claims(text, nested=True) if c.nested_in]
    assert [(c.speaker.name, c.speaker.kind) for c in inner] == [("Norway", "state")]


def test_a_surname_finds_its_full_name_before_and_behind():
    text = "Mr Lund said it was so. Foreign Minister Eva Lund left. Lund added more."
    assert {c.speaker.name for c in claims(text)} == {"Eva Lund"}


def test_a_name_that_only_owns_somebody_is_not_he():
    assert only("Eva Lund's lawyer said it was so.").speaker.name is None


def test_an_accusation_by_nobody_has_no_speaker():
    assert who("Oslo stands accused of hiding fuel.") == [(None, "unstated", (), ())]
