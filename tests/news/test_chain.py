"""The media through which words came: innermost first, the publisher last, and what the text leaves to be inferred."""

from __future__ import annotations

import pytest

from news.heard import claims, only


def hops(claim):
    return [(h.outlet, h.relation, h.stated) for h in claim.chain]


@pytest.mark.parametrize(
    ("text", "chain"),
    [
        pytest.param("Ana Sato told Sputnik that it was so.", [("Sputnik", "told", True)], id="told"),
        pytest.param(
            "Russian news agency RIA quoted Mr Holm as saying: “It is so.”", [("RIA", "quoted", True)], id="as"
        ),
        pytest.param(
            "In comments made to the Interfax news agency, Ana Sato said it was so.",
            [("Interfax", "told", True)],
            id="comments made to",
        ),
        pytest.param(
            "A trader, who spoke to Reuters in May, said it was so.", [("Reuters", "told", True)], id="spoke to"
        ),
        pytest.param("“It is so,” reported CNN.", [("CNN", "reported", True)], id="an outlet's own words"),
        pytest.param("“It is so,” Ana Sato said, reports Reuters.", [("Reuters", "reported", True)], id="passed on"),
        pytest.param(
            "In comments made to Interfax, Ana Sato said, “It is so,” reports Reuters.",
            [("Interfax", "told", True), ("Reuters", "reported", True)],
            id="two hops, the inner first",
        ),
        pytest.param(
            "According to the Moscow Times, a governor has urged Oslo to wait.",
            [("The Moscow Times", "according-to", True)],
            id="according to an outlet that passes a claim on",
        ),
    ],
)
def test_a_chain_is_told_from_the_speaker_outwards(text, chain):
    assert hops(only(text)) == chain


def test_what_only_passes_on_is_a_hop_and_no_claim():
    claim = only("“It is so,” Ana Sato said, reports Reuters.")
    assert claim.source[0].text == "Ana Sato"
    assert claim.chain[0].span.text == "Reuters"


def test_an_outlet_that_nobody_speaks_through_is_the_speaker():
    claim = only("The ship sailed on Monday, Yonhap reported.")
    assert (claim.speaker.name, claim.speaker.kind, claim.stance) == ("Yonhap", "outlet", "reports")


def test_remarks_that_go_on_came_through_the_same_medium_unsaid():
    text = "Envoy Ana Sato told Sputnik that it was so.\n“It is,” Sato said.\nTrader Jon Berg said no."
    assert [hops(c) for c in claims(text)] == [[("Sputnik", "told", True)], [("Sputnik", "told", False)], []]


def test_the_publisher_ends_the_chain():
    text = "Oslo, Dec 17 (UNI) It is so, envoy Ana Sato told Sputnik."
    assert hops(only(text)) == [("Sputnik", "told", True), ("UNI", "carried", True)]


def test_words_inside_anothers_words_came_the_same_way():
    text = "“Their refusal to talk ends it,” Ana Sato told Sputnik."
    inner = [c for c in claims(text, nested=True) if c.nested_in]
    assert [hops(c) for c in inner] == [[("Sputnik", "told", False)]]
