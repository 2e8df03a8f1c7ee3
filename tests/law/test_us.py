"""The United States' own law: whom it commands, whom it may list, and whom neither."""

from __future__ import annotations

from datetime import date

import pytest

from law.asked import answer, cases, told
from resolute.ground.conduct import Conduct
from resolute.ground.forms import from_json
from resolute.law.assess import assess
from resolute.law.read import load_base


@pytest.mark.parametrize("case", [pytest.param(c, id=c["name"]) for c in cases("examples_us.yaml")])
def test_the_united_states_say(case):
    assert told(answer("us", case["conduct"])) == case["answer"]


def test_every_american_measure_that_only_exposes_forbids_nothing():
    for measure in load_base().measures_of("us"):
        exposes = measure.effect == "exposure"
        assert exposes == (measure.kind == "designation"), measure.id
        assert not exposes or measure.binds.startswith("nobody"), measure.id


def test_a_state_is_told_what_would_bind_in_its_stead():
    said = answer("us", {"act": "pay", "on": "2020-01-01", "actor": {"kind": "state", "state": "RU"}})
    assert said.direct.verdict == "not-bound"
    assert "an act in the United States" in said.direct.would_bind


def test_by_the_knowledge_of_june_2017_the_export_ban_was_there_and_the_order_of_september_was_not():
    sale = {"act": "supply", "on": "2017-10-02", "goods": [{"text": "pumps", "hs": "8413"}], "to": "KP"}
    american = from_json(Conduct, sale | {"actor": {"kind": "company", "state": "US"}})
    chinese = from_json(Conduct, sale | {"actor": {"kind": "company", "state": "CN"}})
    then, now = date(2017, 6, 1), date(2026, 3, 1)

    def said(conduct, known):
        verdict = assess(conduct, load_base(), orders=("us",), known=known)
        return next(a for a in verdict.answers if a.order == "us")

    assert said(american, then).direct.verdict == said(american, now).direct.verdict == "prohibited"
    assert said(chinese, then).exposure == ()
    assert [e.measure for e in said(chinese, now).exposure] == ["US-13810-CRIT"]


def test_neither_currency_nor_parent_is_a_hook_of_the_united_states():
    for order in (load_base().orders["us"],):
        for hook in order.binds:
            assert "currency" not in str(hook.when)
            assert "parent" not in str(hook.when)
