"""Lines, and the shadow in which spaces, dashes and quotation marks wear one dress."""

from __future__ import annotations

from hypothesis import given, settings
from hypothesis import strategies as st

from news.heard import draft
from resolute.news.steps.blocks import shadow_of


def lines(text):
    return [text[b.start : b.end] for b in draft(text, "blocks").blocks]


def test_a_block_is_a_line_without_the_blanks_around_it():
    assert lines("  One \n\n\u00a0\nTwo\r\nThree\u2028Four") == ["One", "Two", "Three", "Four"]


def test_the_dress_of_spaces_dashes_and_marks_is_unified_and_openings_stay_apart():
    assert shadow_of("a\u00a0b \u2014 c\u2011d „x” «y» don’t ‘z") == "a b – c-d “x” “y” don't ‘z"


@settings(max_examples=200, deadline=None)
@given(st.text(max_size=200))
def test_the_shadow_is_as_long_as_the_text(text):
    assert len(shadow_of(text)) == len(text)
