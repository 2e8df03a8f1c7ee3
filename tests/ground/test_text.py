"""Fixed phrases in running text: whole words, leftmost, longest."""

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from resolute.ground.text import Phrase, Phrases

bounded = settings(max_examples=200, deadline=None)
WORDS = ["south", "korea", "korean", "sea", "the"]
FORMS = [
    Phrase(form, form, any_case=True) for form in ("south korea", "korea", "korea sea", "sea", "the south korea sea")
]


def found(phrases, text):
    return [(text[s:e], value) for s, e, value in phrases.find(text)]


@bounded
@given(st.lists(st.sampled_from(WORDS), max_size=10), st.sampled_from([" ", "  ", "\n", " \t", "\u00a0"]))
def test_of_phrases_that_start_together_the_longest_is_taken(words, space):
    expected, i = [], 0
    split = {p.form: p.form.split() for p in FORMS}
    while i < len(words):
        fits = [f for f, ws in split.items() if words[i : i + len(ws)] == ws]
        best = max(fits, key=lambda f: len(split[f]), default=None)
        expected += [best] if best else []
        i += len(split[best]) if best else 1
    assert [value for _, value in found(Phrases(FORMS), space.join(words))] == expected


@bounded
@given(st.text(max_size=60))
def test_any_text_is_searched_and_offsets_lie_in_it(text):
    last = 0
    for start, end, _ in Phrases(FORMS).find(text):
        assert last <= start < end <= len(text)
        last = end


@pytest.mark.parametrize(
    ("phrase", "text", "there"),
    [
        pytest.param(Phrase("US", 1), "the US says", True, id="as written"),
        pytest.param(Phrase("US", 1), "they told us", False, id="the pronoun"),
        pytest.param(Phrase("Turkey", 1), "TURKEY SAYS", True, id="a headline in capitals"),
        pytest.param(Phrase("Turkey", 1), "roast turkey", False, id="a bird"),
        pytest.param(Phrase("Oman", 1), "a woman", False, id="within a word"),
        pytest.param(Phrase("the North", 1), "The North's envoy", True, id="a capital at the start"),
        pytest.param(Phrase("U.S.", 1), "the U.S.-led force", True, id="a point at the end"),
        pytest.param(Phrase("Workers' Party", 1), "the Workers’ Party", True, id="a typographic apostrophe"),
        pytest.param(Phrase("Guinea-Bissau", 1), "Guinea\u2011Bissau", True, id="a hyphen that does not break"),
        pytest.param(Phrase("the North", 1, alone=True), "the North Atlantic", False, id="before a capital"),
        pytest.param(Phrase("the North", 1, alone=True), "the North fired", True, id="alone"),
        pytest.param(
            Phrase("the States", 1, not_before=("concerned",)), "the States concerned", False, id="not before"
        ),
        pytest.param(Phrase("coal", 1, any_case=True), "COAL and Coals", True, id="every case"),
        pytest.param(Phrase("coal", 1, any_case=True), "charcoal", False, id="not within a word"),
        pytest.param(Phrase("Jordan", 1, beside=frozenset({"In"})), "Mr Jordan said", False, id="a surname"),
        pytest.param(Phrase("Jordan", 1, beside=frozenset({"In"})), "In Jordan, officials", True, id="no surname"),
        pytest.param(Phrase("Chad", 1, beside=frozenset()), "Chad Brown said", False, id="a first name"),
    ],
)
def test_capitals_and_neighbours_decide(phrase, text, there):
    assert bool(list(Phrases([phrase]).find(text))) == there


def test_a_plural_is_found_where_every_case_is():
    coal = Phrases([Phrase("shell", 1, any_case=True), Phrase("watch", 2, any_case=True)])
    assert [text for text, _ in found(coal, "Shells, a shell, watches and SHELLING")] == ["Shells", "shell", "watches"]


def test_a_phrase_that_stands_for_nothing_keeps_its_words():
    phrases = Phrases([Phrase("Moscow", "RU"), Phrase("Moscow Times", None)])
    assert found(phrases, "Moscow told the Moscow Times") == [("Moscow", "RU")]


def test_a_phrase_begins_with_a_letter_or_a_digit():
    with pytest.raises(ValueError, match="does not start with a letter"):
        Phrases([Phrase("’s-Hertogenbosch", 1)])
