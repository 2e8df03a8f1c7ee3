"""Conducts from files: every row answered or refused with its line, none lost."""

import json

import pytest
from hypothesis import given
from hypothesis import strategies as st

from resolute.ground.conduct import Conduct
from resolute.ground.errors import InputRefused
from resolute.ground.forms import to_json
from resolute.intake.conducts import conducts

COAL = {"act": "procure", "goods": [{"text": "coal", "hs": "2701"}], "origin": "KP", "actor": {"state": "RU"}}


@pytest.mark.parametrize(
    ("name", "text"),
    [
        pytest.param("a.json", json.dumps(COAL), id="one object"),
        pytest.param("a.json", json.dumps([COAL]), id="a list"),
        pytest.param("a.jsonl", json.dumps(COAL) + "\n", id="lines"),
        pytest.param(
            "a.yaml", "act: procure\ngoods: [{text: coal, hs: '2701'}]\norigin: KP\nactor: {state: RU}\n", id="yaml"
        ),
        pytest.param("a.csv", "act,goods.0.text,goods.0.hs,origin,actor.state\nprocure,coal,2701,KP,RU\n", id="csv"),
    ],
)
def test_the_same_conduct_in_every_form(name, text):
    (found,) = conducts(text, name)
    assert isinstance(found, Conduct)
    assert to_json(found) == COAL


def test_norway_is_no_answer_no():
    (found,) = conducts("act,from\nsupply,NO\n", "a.csv")
    assert isinstance(found, Conduct)
    assert found.from_ == "NO"


@pytest.mark.parametrize(
    ("name", "text", "line"),
    [
        pytest.param("a.csv", "act,on\nsupply,2017-02-30\n", "a.csv:2: on ", id="a day no calendar has"),
        pytest.param("a.csv", "act,cargo\nsupply,coal\n", "a.csv:2: `cargo` is not a field", id="an unknown column"),
        pytest.param("a.csv", "act\nsupply,coal\n", "a.csv:2: more cells than columns", id="a cell too many"),
        pytest.param("a.jsonl", '{"act":"supply"}\n{"act":\n', "a.jsonl:2: ", id="a broken line"),
        pytest.param("a.yaml", "act: procur\n", "a.yaml:1: act `procur` is not a word", id="a word slightly off"),
        pytest.param("a.yaml", "act: supply\nact: procure\n", "a.yaml:2: `act` stands here a second time", id="twice"),
        pytest.param("a.json", "[{]", "a.json:1: ", id="no JSON"),
    ],
)
def test_a_refusal_names_file_and_line(name, text, line):
    refused = [str(x) for x in conducts(text, name) if isinstance(x, InputRefused)]
    assert len(refused) == 1
    assert refused[0].startswith(line)


def test_a_refused_row_stops_no_other():
    found = list(conducts("act,on\nsupply,2017-09-01\nsupply,soon\nprocure,2018\n", "a.csv"))
    assert [type(x) for x in found] == [Conduct, InputRefused, Conduct]


@given(st.text(max_size=80), st.sampled_from(["a.json", "a.jsonl", "a.yaml", "a.csv", "x"]))
def test_any_text_is_answered_or_refused(text, name):
    for row in conducts(text, name):
        assert isinstance(row, (Conduct, InputRefused))
