"""Putting the answer to a question into a conduct."""

from __future__ import annotations

from typing import Any

import pytest

from resolute.ground.conduct import Conduct
from resolute.ground.errors import FieldRefused, UnknownWord
from resolute.ground.forms import from_json, to_json
from resolute.law.answering import with_answer
from resolute.law.read import load_base

BASE = load_base()
SALE = from_json(Conduct, {"act": "supply", "parties": [{"role": "buyer", "state": "KP"}, {"role": "bank"}]})


@pytest.mark.parametrize(
    ("key", "answer", "field"),
    [
        ("livelihood", True, {"facts": {"livelihood": True}}),
        ("refined_bbl_before", 5, {"facts": {"refined_bbl_before": 5}}),
        ("contract_date", "2017-08-04", {"facts": {"contract_date": "2017-08-04"}}),
        ("teaching_field", "other", {"facts": {"teaching_field": "other"}}),
        ("origin", "RU", {"origin": "RU"}),
        ("on", "2018-03", {"on": "2018-03"}),
        ("goods", [{"hs": "2701"}], {"goods": [{"hs": "2701"}]}),
        ("actor.state", "CN", {"actor": {"state": "CN"}}),
        ("actor.listed", ["un"], {"actor": {"designated_by": ["un"]}}),
        ("vessels.flag", "KP", {"vessels": [{"flag": "KP"}]}),
        ("parties.state", "CN", {"parties": [{"role": "buyer", "state": "KP"}, {"role": "bank", "state": "CN"}]}),
    ],
)
def test_an_answer_goes_where_the_question_came_from(key: str, answer: Any, field: dict[str, Any]):
    assert to_json(with_answer(SALE, BASE, key, answer)) == {**to_json(SALE), **field}


def test_a_second_party_is_added_where_all_are_known():
    sale = from_json(Conduct, {"act": "supply", "parties": [{"role": "buyer", "state": "KP"}]})
    assert [p.state for p in with_answer(sale, BASE, "parties.state", "RU").parties] == ["KP", "RU"]


@pytest.mark.parametrize(
    ("key", "answer"),
    [("livelihood", "yes"), ("refined_bbl_before", True), ("teaching_field", "cooking"), ("contract_date", 2017)],
)
def test_an_answer_of_the_wrong_kind_is_refused(key: str, answer: Any):
    with pytest.raises(FieldRefused, match=key):
        with_answer(SALE, BASE, key, answer)


def test_a_question_that_the_base_does_not_ask_is_refused_with_the_nearest():
    with pytest.raises(UnknownWord, match="`livelihood`"):
        with_answer(SALE, BASE, "livelyhood", True)
