"""What is no part of the running text is set aside with the reason, and never heard."""

from __future__ import annotations

import pytest

from news.heard import claims, draft, heard


def aside(text):
    return [(a.span.text, a.why) for a in draft(text, "furniture").set_aside]


BODY = "The envoy said the port was shut. The council meets in May.\n"


@pytest.mark.parametrize(
    ("line", "why"),
    [
        pytest.param("© Sputnik . Ivan Berg/POOL", "photo credit", id="a copyright sign"),
        pytest.param("Ola Holm/AP Photo", "photo credit", id="an agency behind a name"),
        pytest.param("Flags at the quay - Sputnik Africa, 1920, 13.09.2023", "photo caption", id="agency, width, date"),
        pytest.param("Subscribe", "button", id="a button"),
        pytest.param("COMMENTS", "comment box", id="a comment box"),
        pytest.param("Newsfeed", "section tag", id="a section tag"),
        pytest.param("0", "counter", id="a counter"),
        pytest.param("By Ana Sato", "byline", id="a byline"),
        pytest.param(
            "NorwayNorway- Chile sanctionsChileChile sanctions; ports shutOsloOslo Court", "tag line run together",
            id="tags without blanks",
        ),
    ],
)  # fmt: skip
def test_a_line_of_the_page_is_set_aside_with_its_reason(line, why):
    assert aside(f"{BODY}{line}\n{BODY}") == [(line, why)]


def test_a_caption_glued_to_its_credit_is_cut_off():
    glued = "© Sputnik . Ivan Berg/POOL / Go to the mediabankFlags at the quay"
    assert aside(f"{glued}\nFlags at the quay - Sputnik, 1920, 13.09.2023\n{BODY}") == [
        ("© Sputnik . Ivan Berg/POOL / Go to the mediabank", "photo credit"),
        ("Flags at the quay", "photo caption"),
        ("Flags at the quay - Sputnik, 1920, 13.09.2023", "photo caption"),
    ]


def test_a_line_cut_off_before_a_credit_is_a_caption_of_another_story():
    text = f"A Headline About Ports\n\nThe price of fuel has dropped sharply in May,\nHolm/AP Photo\n\n{BODY}"
    assert [why for _, why in aside(text)] == ["photo caption", "photo credit"]


def test_a_headline_under_a_section_tag_is_a_related_link():
    text = f"A Headline About Ports\n{BODY}Features\nWhy Are Ships So Slow in Winter?\n{BODY}"
    assert aside(text) == [("Features", "section tag"), ("Why Are Ships So Slow in Winter?", "related link")]


def test_running_text_is_never_set_aside():
    assert aside("The envoy, who arrived by ship, said: “No.”\n\nNobody answered him\n\n" + BODY) == []


def test_what_is_set_aside_claims_nothing():
    text = f"Envoy Ana Sato said the port was shut - Sputnik, 1920, 13.09.2023\n{BODY}"
    assert heard(text) == [("The envoy", "said", "the port was shut")]
    assert all(c.channel == "body" for c in claims(text))
