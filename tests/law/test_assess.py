"""Verdicts on whole conducts, and what must hold of all of them: nothing guessed, nothing out of its days."""

from __future__ import annotations

from dataclasses import replace
from datetime import date, timedelta
from itertools import pairwise
from typing import Any

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from resolute.ground.conduct import Conduct
from resolute.ground.errors import UnknownWord
from resolute.ground.forms import from_json, to_json
from resolute.ground.time import VagueDate
from resolute.law.answering import with_answer
from resolute.law.assess import NO_MEASURE, assess
from resolute.law.read import load_base
from resolute.law.terms import Answer, Verdict

BASE = load_base()


def conduct(**fields: Any) -> Conduct:
    return from_json(Conduct, {k.rstrip("_"): v for k, v in fields.items()})


def un(c: Conduct, **how: Any) -> Answer:
    (only,) = parts(c, **how)
    return only


def parts(c: Conduct, **how: Any) -> list[Answer]:
    return [a for a in assess(c, BASE, orders=("un",), **how).answers if a.order == "un"]


def because(a: Answer, measure: str) -> list[tuple[str, str, bool | None]]:
    (m,) = [m for m in a.direct.measures if m.id == measure]
    return [(t.test, t.found, t.holds) for t in m.because]


COAL = {"act": "procure", "actor": {"kind": "company", "state": "RU"}, "goods": [{"text": "coal", "hs": "2701"}]}
BOUND = "every member State forbids it to its nationals and companies, in its territory and under its flag"


def test_coal_from_north_korea_to_russia_since_august_2017_with_every_test_behind_it():
    found = un(conduct(**COAL, from_="KP", to="RU", origin="KP", on="2017-08-05/.."))
    assert found.direct.verdict == "prohibited"
    assert found.direct.confidence == "V"
    assert [(m.id, m.verdict) for m in found.direct.measures] == [("UNSCR-2371-8", "prohibited")]
    assert found.direct.measures[0].citation.paragraph == "8"
    assert found.direct.missing == ()
    assert found.on == "2017-08-05/.."
    rajin = "coal of a third country through Rajin, origin confirmed and notified beforehand by the exporting State"
    assert because(found, "UNSCR-2371-8") == [
        ("They come from North Korea", "from North Korea", True),
        ("The goods are coal", "coal HS 2701", True),
        ("On or after 5 August 2017", "2017-08-05/..", True),
        (f"Not excepted: {rajin}, with no revenue for the programmes", "of origin in North Korea", True),
        ("The order binds the actor", BOUND, True),
    ]
    assert [v.who for v in found.via] == ["every other member State"]


def test_the_supplier_s_side_is_a_conduct_of_its_own():
    found = un(conduct(act="supply", actor={"kind": "state", "state": "KP"}, goods=[{"text": "coal"}], from_="KP",
                       to="RU", on="2017-08-05/.."))  # fmt: skip
    assert found.direct.verdict == "prohibited"
    assert found.direct.why == "North Korea is itself bound"


def test_coal_from_russia_of_unknown_origin_depends_on_where_it_was_mined():
    found = un(conduct(**COAL, from_="RU", to="CN", on="2018-03-02"))
    assert found.direct.verdict == "depends"
    assert [(m.fact, m.question) for m in found.direct.missing] == [
        ("origin", "Where were the goods made or mined?")
    ]  # fmt: skip


def test_russian_coal_is_caught_by_no_measure_and_that_is_not_called_permitted():
    found = un(conduct(**COAL, from_="RU", to="CN", origin="RU", on="2018-03-02"))
    assert (found.direct.verdict, found.direct.why, found.direct.measures) == ("no-measure", NO_MEASURE, ())


def test_coal_that_left_north_korea_is_caught_though_nobody_says_where_it_was_mined():
    found = un(conduct(**COAL, from_="KP", to="RU", on="2018-03-02"))
    assert found.direct.verdict == "prohibited"
    assert [m.fact for m in found.direct.also] == ["origin", "via_rajin"]


def test_a_transfer_at_sea_depends_on_the_flag_of_the_other_ship_and_on_the_day():
    found = un(conduct(act="ship-to-ship", actor={"state": "RU"}, to="KP", vessels=[{"flag": "RU"}],
                       goods=[{"text": "diesel"}]))  # fmt: skip
    assert found.direct.verdict == "depends"
    missing = [m.fact for m in found.direct.missing]
    assert {"on", "vessels.flag"} <= set(missing)
    assert because(found, "UNSCR-2375-11") == [
        ("The goods were handed over from ship to ship at sea", "as described", True),
        ("They go to or come from North Korea", "to North Korea", True),
        ("The other ship flew North Korea's flag", "nobody says", None),
        ("On or after 11 September 2017", "nobody says", None),
        ("The order binds the actor", BOUND, True),
    ]
    (flag,) = [m for m in found.direct.missing if m.fact == "vessels.flag"]
    assert flag.question == "Under which flag was the other ship?"


def test_workers_kept_after_the_deadline_depend_on_income_and_on_the_bars_of_the_law():
    c = conduct(act="employ", actor={"kind": "state", "state": "RU"}, parties=[{"role": "worker", "state": "KP"}],
                facts={"new_permit": False}, on="2019-12-23/..")  # fmt: skip
    found = un(c)
    assert (found.direct.verdict, [m.id for m in found.direct.measures]) == ("depends", ["UNSCR-2397-8"])
    assert [m.fact for m in found.direct.missing] == ["earns_income", "own_national", "return_barred"]
    assert [a.measure for a in found.advised] == ["UNSCR-2321-34"]


def test_the_deadline_itself_is_the_last_day():
    c = conduct(act="repatriate", mode="omits", actor={"kind": "state", "state": "RU"},
                parties=[{"role": "worker", "state": "KP"}], on="2019",
                facts={"earns_income": True, "own_national": False, "return_barred": False})  # fmt: skip
    assert [(a.on, a.direct.verdict) for a in parts(c)] == [
        ("2019-01-01/2019-12-22", "permitted"),
        ("2019-12-23/2019-12-31", "prohibited"),
    ]


def test_arms_from_north_korea_to_russia_are_prohibited_for_both_sides():
    buyer = conduct(act="procure", actor={"kind": "state", "state": "RU"}, from_="KP", to="RU", on="2023",
                    goods=[{"text": "military equipment and munitions"}])  # fmt: skip
    seller = replace(buyer, act="supply", actor=from_json(type(buyer.actor), {"kind": "state", "state": "KP"}))
    for side in (buyer, seller):
        found = un(side)
        assert (found.direct.verdict, found.direct.confidence) == ("prohibited", "V/M")
        assert [m.id for m in found.direct.measures] == ["UNSCR-1874-9"]


def test_arms_to_north_korea_s_neighbours_engage_no_measure():
    c = conduct(act="supply", actor={"kind": "state", "state": "US"}, to="KR", goods=[{"text": "weapons"}], on="2023")
    assert un(c).direct.verdict == "no-measure"


def test_refusing_to_expel_persons_whom_only_the_united_states_list():
    c = conduct(act="expel", mode="refuses", actor={"kind": "state", "state": "RU"}, on="2020-01-26",
                parties=[{"kind": "individual", "state": "KP", "designated_by": ["us"]}])  # fmt: skip
    found = un(c)
    assert found.direct.verdict == "depends"
    assert [m.id for m in found.direct.measures] == [
        "UNSCR-2094-10", "UNSCR-2270-13", "UNSCR-2270-14", "UNSCR-2321-33", "UNSCR-2397-8",
    ]  # fmt: skip
    asked = {m.fact for m in found.direct.missing}
    assert {"works_for_listed", "helps_evasion", "works_for_dprk_bank", "earns_income"} <= asked


def test_a_state_that_issues_no_new_permits_keeps_the_measure():
    c = conduct(act="employ", mode="refuses", actor={"kind": "state", "state": "RU"}, on="2018-02",
                parties=[{"role": "worker", "state": "KP"}])  # fmt: skip
    found = un(c)
    assert found.direct.verdict == "permitted"
    assert "UNSCR-2375-17" in [m.id for m in found.direct.measures]
    assert found.direct.missing == ()


def test_the_gaps_of_the_refined_caps_are_unsettled_and_named():
    c = conduct(act="supply", actor={"kind": "company", "state": "CN"}, to="KP", goods=[{"text": "diesel"}],
                on="2017-08-01/2018-02-01", quantity={"min": 100, "max": 100, "unit": "bbl"},
                facts={"refined_bbl_before": 0, "livelihood": True, "listed_party_involved": False})  # fmt: skip
    assert [(a.on, a.direct.verdict) for a in parts(c)] == [
        ("2017-08-01/2017-09-10", "no-measure"),
        ("2017-09-11/2017-09-30", "unsettled"),
        ("2017-10-01/2017-12-21", "conditional"),
        ("2017-12-22/2017-12-31", "unsettled"),
        ("2018-01-01/2018-02-01", "conditional"),
    ]
    (first, *_) = [a for a in parts(c) if a.direct.verdict == "unsettled"]
    assert [u.measure for u in first.direct.unsettled] == ["UNSCR-2375-14"]


def test_a_company_of_taiwan_is_not_bound_and_is_told_what_would_bind():
    c = conduct(
        act="supply", actor={"kind": "company", "state": "TW"}, to="KP", goods=[{"hs": "8413"}], on="2019-05-01"
    )
    found = un(c)
    assert found.direct.verdict == "not-bound"
    assert "an act in or through the territory of a member State" in found.direct.would_bind
    assert [v.who for v in found.via] == ["every other member State"]


def test_a_ship_of_taiwan_s_company_under_a_member_s_flag_is_bound_by_the_flag():
    c = conduct(act="carry", actor={"kind": "vessel", "state": "TW", "flag": "PA"}, to="KP", goods=[{"hs": "7208"}],
                on="2019-05-01")  # fmt: skip
    found = un(c)
    assert (found.direct.verdict, found.direct.why) == ("prohibited", "it flies the flag of a member State")


def test_a_question_beforehand_is_told_what_would_be_needed():
    c = conduct(act="supply", mode="asks", actor={"kind": "ngo", "state": "CH"}, to="KP", goods=[{"hs": "8413"}],
                on="2023-02-01",
                facts={"humanitarian": True, "is_wmd_item": False, "is_dual_use_item": False})  # fmt: skip
    found = un(c)
    assert found.direct.verdict == "conditional"
    assert found.direct.conditions == ("lawful only if the Committee approves it beforehand, case by case",)


def test_the_weakest_mark_travels_with_an_open_verdict_and_the_best_with_a_prohibition():
    arms = conduct(act="procure", actor={"state": "RU"}, from_="KP", goods=[{"text": "missiles"}], on="2010-01-04")
    found = un(arms)
    assert {m.id: m.confidence for m in found.direct.measures} == {"UNSCR-1718-8b": "M", "UNSCR-1874-9": "V/M"}
    assert found.direct.confidence == "V/M"
    textiles = conduct(act="procure", actor={"state": "CN"}, from_="KP", goods=[{"hs": "6201"}], on="2017-10-02")
    assert un(textiles).direct.confidence == "V/M"  # the wind-down, which decides, is from memory in part


def test_a_day_after_the_law_is_known_says_so():
    c = conduct(**COAL, from_="KP", origin="KP", on="2027-01-01")
    assert "known until 21 November 2026" in un(c).note
    assert un(replace(c, on=VagueDate("2018-01-05"))).note == ""


def test_the_day_of_adoption_is_counted_in_new_york():
    c = conduct(**COAL, from_="KP", origin="KP", on="2017-08-05")
    assert un(c).note == (
        "Days are counted by the clock of America/New_York: UNSCR-2371-8 is in force from 5 August 2017 there."
    )


def test_what_was_known_on_a_day_leaves_later_law_out():
    c = conduct(**COAL, from_="KP", origin="KP", on="2018-03-02", facts={"livelihood": False})
    found = un(c, known=date(2017, 6, 1))
    assert [(m.id, m.verdict) for m in found.direct.measures] == [("UNSCR-2321-26b", "prohibited")]
    assert assess(c, BASE, orders=("un",), known=date(2017, 6, 1)).known == date(2017, 6, 1)
    assert un(c).direct.measures[0].id == "UNSCR-2371-8"


def test_the_council_answers_though_only_another_order_is_asked():
    answers = assess(conduct(**COAL, from_="KP", on="2018-03-02"), BASE, orders=("us",)).answers
    assert next(a.order for a in answers) == "un"
    assert {a.order for a in answers} == {"un", "us"}


def test_an_unknown_order_is_refused_with_the_nearest():
    with pytest.raises(UnknownWord, match="`uss` is not a legal order of the base"):
        assess(conduct(**COAL), BASE, orders=("uss",))


def test_the_form_of_an_answer_is_the_contract():
    data = to_json(assess(conduct(id="7", **COAL, from_="KP", origin="KP", on="2018-03-02"), BASE, orders=("un",)))
    assert list(data) == ["id", "on", "known", "law", "answers"]
    assert (data["id"], data["on"], data["known"]) == ("7", "2018-03-02", "2026-11-21")
    (answer,) = data["answers"]
    assert {"order", "direct", "via", "exposure", "advised", "known_until"} <= set(answer)
    assert {"verdict", "confidence", "measures", "conditions", "missing", "unsettled"} <= set(answer["direct"])
    (measure,) = answer["direct"]["measures"]
    assert list(measure) == ["id", "verdict", "confidence", "citation", "because", "conditions", "missing"]
    assert measure["because"][0] == {"test": "They come from North Korea", "found": "from North Korea", "holds": True}
    assert from_json(Verdict, data) == assess(
        conduct(id="7", **COAL, from_="KP", origin="KP", on="2018-03-02"), BASE, orders=("un",)
    )


MOVING = BASE.orders["un"].act_groups["goods"]


@pytest.mark.parametrize("act", MOVING)
def test_every_way_of_moving_goods_is_caught(act: str):
    assert un(conduct(**{**COAL, "act": act}, from_="KP", origin="KP", on="2018-03-02")).direct.verdict == "prohibited"


# What holds of every conduct

DAYS = st.dates(date(2006, 1, 1), date(2026, 6, 1))
STATES = st.sampled_from(["RU", "CN", "KP", "US", "KR", "VN", "TW"])
MAYBE_STATE = st.one_of(st.none(), STATES)
GOODS = st.one_of(
    st.just([]),
    st.sampled_from(["2701", "2601", "2710", "2709", "0307", "6201", "9301", "8413", "8901", "1006", "71", "9306"]).map(
        lambda hs: [{"hs": hs}]
    ),
    st.sampled_from(["coal", "weapons", "fuel", "seafood", "machinery", "something"]).map(lambda t: [{"text": t}]),
)
ACTS = st.sampled_from(
    ["procure", "supply", "carry", "ship-to-ship", "employ", "expel", "repatriate", "pay", "insure", "charter",
     "joint-venture", "port-entry", "inspect", "report", "admit", "teach", "register", "branch"]
)  # fmt: skip
MODES = st.sampled_from(["does", "omits", "allows", "asks", "plans", "refuses"])
YES_NO = sorted(k for k, f in BASE.facts.items() if f.type == "yes-no" and f.of != "field")


@st.composite
def conducts(draw: st.DrawFn) -> Conduct:
    data: dict[str, Any] = {"act": draw(ACTS), "mode": draw(MODES), "goods": draw(GOODS)}
    data["actor"] = {
        k: v
        for k, v in {"state": draw(MAYBE_STATE), "kind": draw(st.sampled_from(["state", "company", "bank"]))}.items()
        if v
    }
    for key in ("from", "to", "origin"):
        place = draw(st.one_of(MAYBE_STATE, st.just("KPRJN")))
        if place:
            data[key] = place
    listed = st.one_of(st.none(), st.just([]), st.just(["un"]), st.just(["us"]))
    party = st.builds(
        lambda *of: {k: v for k, v in zip(("role", "state", "designated_by"), of, strict=True) if v is not None},
        st.sampled_from(["seller", "buyer", "worker", "payee"]), MAYBE_STATE, listed,
    )  # fmt: skip
    data["parties"] = draw(st.lists(party, max_size=2))
    flag = MAYBE_STATE.map(lambda f: {"flag": f} if f else {})
    data["vessels"] = draw(st.lists(flag, max_size=2))
    data["facts"] = draw(st.dictionaries(st.sampled_from(YES_NO), st.booleans(), max_size=6))
    return from_json(Conduct, data)


MANY = settings(max_examples=150, deadline=None, suppress_health_check=[HealthCheck.too_slow])


@MANY
@given(conducts(), DAYS, st.integers(0, 900))
def test_an_interval_agrees_with_its_days_one_by_one(c: Conduct, start: date, length: int):
    end = start + timedelta(days=length)
    whole = parts(replace(c, on=VagueDate.between(start, end)))
    for part in whole:
        inside = VagueDate(part.on or "").bounds
        assert inside.start is not None
        assert inside.end is not None
        days = {inside.start, inside.end, inside.start + (inside.end - inside.start) // 2}
        for day in days:
            alone = un(replace(c, on=VagueDate.on(day)))
            assert alone.direct.verdict == part.direct.verdict
            assert [(m.id, m.verdict) for m in alone.direct.measures] == [
                (m.id, m.verdict) for m in part.direct.measures
            ]
    bounds = [VagueDate(p.on or "").bounds for p in whole]
    assert (bounds[0].start, bounds[-1].end) == (start, end)
    assert all(b.start == a.end + timedelta(days=1) for a, b in pairwise(bounds) if a.end)


@MANY
@given(conducts(), DAYS)
def test_no_answer_cites_a_measure_outside_its_days(c: Conduct, day: date):
    found = un(replace(c, on=VagueDate.on(day)))
    cited = [m.id for m in found.direct.measures] + [a.measure for a in found.advised + found.exposure]
    assert all(day in BASE.measures[m].in_force for m in cited)


FIELD_ANSWERS: dict[str, Any] = {
    **dict.fromkeys(("origin", "from", "vessels.flag", "parties.state", "parties.place", "parties.branch_of"), "CN"),
    **dict.fromkeys(("actor.state", "actor.place"), "CN"),
    **dict.fromkeys(("parties.kind", "actor.kind"), "company"),
    **{key: [] for key in ("vessels.listed", "parties.listed", "actor.listed")},
    "to": "VN", "via": ["CN"], "on": "2018-03-02", "goods": [{"hs": "270111"}],
    "quantity": {"min": 5, "max": 5, "unit": "bbl"}, "value": {"amount": 5, "currency": "USD"},
}  # fmt: skip


def answer_for(key: str, yes: bool) -> Any:
    fact = BASE.facts[key]
    if fact.of == "field":
        return FIELD_ANSWERS[key]
    return {"yes-no": yes, "number": 5, "day": "2016-01-04", "word": (fact.words or ("",))[-1]}[fact.type]


@MANY
@given(conducts(), DAYS, st.data())
def test_what_depends_is_decided_once_the_questions_are_answered(c: Conduct, day: date, data: st.DataObject):
    c = replace(c, on=VagueDate.on(day))
    for _ in range(12):
        found = un(c).direct
        if found.verdict != "depends":
            return
        assert found.missing
        for one in found.missing:
            c = with_answer(c, BASE, one.fact, answer_for(one.fact, data.draw(st.booleans(), label=one.fact)))
    raise AssertionError(f"still open: {[m.fact for m in un(c).direct.missing]}")


@MANY
@given(conducts(), DAYS, st.sampled_from(YES_NO), st.booleans())
def test_a_fact_that_nothing_asks_for_changes_no_verdict(c: Conduct, day: date, key: str, yes: bool):
    c = replace(c, on=VagueDate.on(day), facts={k: v for k, v in c.facts.items() if k != key})
    found = un(c)
    asked = {m.fact for m in found.direct.missing + found.direct.also}
    asked |= {m.fact for x in found.direct.measures for m in x.missing}
    mentioned = facts_in_play(c, day)
    if key in asked or key in mentioned:
        return
    told = un(replace(c, facts={**c.facts, key: yes}))
    assert told.direct.verdict == found.direct.verdict
    assert [(m.id, m.verdict) for m in told.direct.measures] == [(m.id, m.verdict) for m in found.direct.measures]


def facts_in_play(c: Conduct, day: date) -> set[str]:
    """Return the facts that some measure on this act reads on this day; only others are sure to be irrelevant."""
    from_measures = (m for m in BASE.measures_of("un") if c.act in (*m.acts, *m.omitting) and day in m.in_force)
    lifting = (m for m in BASE.measures_of("un") if m.lifts and day in m.in_force)
    return {k for m in (*from_measures, *lifting) for k in keys_of(m)}


def keys_of(m: Any) -> set[str]:
    text = repr(to_json(m)) + repr([BASE.orders["un"].terms, BASE.orders["un"].goods])
    return {k for k in YES_NO if f"'{k}'" in text}


@MANY
@given(conducts(), DAYS)
def test_the_same_conduct_gets_the_same_answer_however_often_and_under_whatever_id(c: Conduct, day: date):
    c = replace(c, on=VagueDate.on(day))
    again = replace(c, id="other")
    assert to_json(un(c)) == to_json(un(again))


@MANY
@given(conducts(), DAYS, DAYS)
def test_the_day_in_the_tests_is_the_day_of_the_conduct(c: Conduct, day: date, other: date):
    un(replace(c, on=VagueDate.on(other)))
    for m in un(replace(c, on=VagueDate.on(day))).direct.measures:
        assert [t.found for t in m.because if t.test.startswith("On or after")] == [day.isoformat()]


@MANY
@given(conducts())
def test_without_a_day_nothing_is_decided_that_the_day_decides(c: Conduct):
    found = un(c)
    over_time = {a.direct.verdict for a in parts(replace(c, on=VagueDate("2000-01-01/2026-01-01")))}
    if len(over_time) > 1:
        assert found.direct.verdict == "depends"
        assert "on" in [m.fact for m in found.direct.missing]


@MANY
@given(conducts(), DAYS)
def test_a_call_is_never_a_verdict(c: Conduct, day: date):
    cited = [m.id for m in un(replace(c, on=VagueDate.on(day))).direct.measures]
    assert not [m for m in cited if BASE.measures[m].kind == "call"]
