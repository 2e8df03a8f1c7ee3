"""Spans and hashes: the text of a span is the document's own, always."""

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from resolute.ground.origin import sha256_of, span_of

bounded = settings(max_examples=150, deadline=None)


@bounded
@given(st.text(max_size=40), st.integers(-3, 45), st.integers(-3, 45))
def test_a_span_is_the_text_at_its_offsets_or_none(text, start, end):
    if 0 <= start < end <= len(text):
        span = span_of(text, start, end)
        assert text[span.start : span.end] == span.text
        assert len(span.text) == end - start
    else:
        with pytest.raises(ValueError, match=f"does not lie in a text of {len(text)} characters"):
            span_of(text, start, end)


@bounded
@given(st.lists(st.integers(0, 12), min_size=4, max_size=4))
def test_spans_hold_and_touch_as_sets_of_characters(ends):
    text = "coal via Rajin"
    (a, b), (c, d) = sorted(ends[:2]), sorted(ends[2:])
    one, two = span_of(text, a, b + 1), span_of(text, c, d + 1)
    first, second = set(range(one.start, one.end)), set(range(two.start, two.end))
    assert one.holds(two) == (second <= first)
    assert one.touches(two) == two.touches(one) == bool(first & second)


def test_a_hash_names_its_kind():
    assert sha256_of(b"") == "sha256:e3b0c44298fc1c149afbf4c8996fb92427ae41e4649b934ca495991b7852b855"
