"""What a claim is about, by its words; one that only points back is about what it answers."""

from __future__ import annotations

import pytest

from news.heard import claims, only


@pytest.mark.parametrize(
    ("text", "topics"),
    [
        pytest.param("Sato said coal left the port.", ("coal",), id="coal"),
        pytest.param("Sato said tankers met at sea.", ("petroleum", "ship-to-ship"), id="tankers at sea"),
        pytest.param("Sato said all workers must go home.", ("workers",), id="workers"),
        pytest.param("Sato said UN sanctions bind all.", ("un-measure",), id="sanctions of the Council"),
        pytest.param("Sato said American sanctions bind nobody.", ("unilateral-measure",), id="sanctions of one State"),
        pytest.param(
            "U.S. envoy Sam Hale said we imposed sanctions on several ships.", ("unilateral-measure",), id="by his side"
        ),
        pytest.param("Sato said the weather was fine.", ("other",), id="nothing of all this"),
    ],
)
def test_topics_are_read_from_the_words(text, topics):
    assert only(text).topics == topics


def test_a_rejection_is_about_what_it_rejects():
    text = "Envoy Sam Hale said coal left the port. Moscow has rejected the allegations."
    assert [c.topics for c in claims(text)] == [("coal",), ("coal",)]
