"""A brief that was changed is found out, wherever the change is."""

import copy
import json

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from resolute.cases.verify import faults, sealed
from resolute.ground.origin import sha256_of

TEXT = "The envoy said: “No coal was sold.”"
BRIEF = {
    "form": "resolute-brief@1",
    "articles": [
        {
            "document": {"id": "sha256:1", "text": TEXT, "text_id": sha256_of(TEXT.encode())},
            "claims": [{"id": "c1", "content": [{"start": 16, "end": 35, "text": TEXT[16:35]}]}],
        }
    ],
    "findings": [{"standings": [{"quote": {"document": "sha256:1", "span": {"start": 4, "end": 9, "text": "envoy"}}}]}],
}


def test_a_brief_as_written_holds():
    assert faults(json.loads(sealed(BRIEF))) == []


@pytest.mark.parametrize(
    ("change", "said"),
    [
        pytest.param(lambda b: b["articles"][0]["document"].update(text=TEXT[:-1]), "hash is", id="a text"),
        pytest.param(
            lambda b: b["articles"][0]["claims"][0]["content"][0].update(text="“No coal was told.”"),
            "the text at 16-35 is not",
            id="a span's words",
        ),
        pytest.param(
            lambda b: b["findings"][0]["standings"][0]["quote"]["span"].update(end=10), "at 4-10 is not", id="an offset"
        ),
        pytest.param(
            lambda b: b["findings"][0]["standings"][0]["quote"].update(document="sha256:2"),
            "which is not in the brief",
            id="a passage without its document",
        ),
        pytest.param(lambda b: b["findings"].clear(), "seal: is", id="a finding left out"),
        pytest.param(lambda b: b["articles"][0]["document"].pop("text"), "the form is broken", id="a text left out"),
    ],
)
def test_every_change_is_named(change, said):
    brief = json.loads(sealed(BRIEF))
    change(brief)
    found = faults(brief)
    assert any(said in line for line in found)
    assert any("seal" in line for line in found)


@given(st.integers(min_value=0, max_value=10_000), st.characters(codec="utf-8"))
@settings(deadline=None)
def test_one_changed_character_of_the_file_is_always_found(place, other):
    text = sealed(BRIEF)
    place %= len(text)
    changed = text[:place] + other + text[place + 1 :]
    try:
        data = json.loads(changed)
    except json.JSONDecodeError:
        return
    if data != json.loads(text):
        assert faults(data)


def test_what_is_no_brief_is_said_to_be_none():
    assert faults([]) == faults({"a": 1}) == ["this is no brief.json: it holds no `articles`"]


def test_the_same_brief_gives_the_same_bytes():
    assert sealed(BRIEF) == sealed(copy.deepcopy(BRIEF))
