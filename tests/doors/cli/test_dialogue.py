"""The talk of `resolute check --ask`: only what still matters is asked, and what is not known stays so."""

from __future__ import annotations

from collections.abc import Iterable

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from resolute.doors.cli.asked import Flags, conduct_of
from resolute.doors.cli.dialogue import answer_of, asked_conduct, talk
from resolute.ground.conduct import Conduct
from resolute.ground.errors import FieldRefused, WrongCall
from resolute.ground.forms import from_json
from resolute.law.assess import assess
from resolute.law.read import load_base

COAL = Flags(act="procure", goods=("coal",), actor_state="RU", on="2017-09-01")


def lines_of(answers: Iterable[str]):
    left = iter(answers)
    return lambda: next(left, None)


def spoken(flags: Flags, *answers: str, orders=("un",)):
    """Return the questions that were asked, and the Council's verdict."""
    told: list[str] = []
    _, verdict = talk(conduct_of(flags), load_base(), orders=orders, hear=lines_of(answers), tell=told.append)
    (council,) = [a for a in verdict.answers if a.order == "un"]
    return [line for line in told if line[0].isdigit()], council.direct.verdict


def test_one_answer_decides_and_nothing_more_is_asked():
    asked, verdict = spoken(COAL, "KP", "never read", "never read")
    assert asked == ["1. From which State or port did it leave? It decides UNSCR-2371-8."]
    assert verdict == "prohibited"


def test_what_is_settled_already_is_not_asked():
    asked, verdict = spoken(Flags(act="procure", goods=("coal",), actor_state="RU", on="2017-09-01", origin="KP"))
    assert (asked, verdict) == ([], "prohibited")


def test_not_known_stays_so_and_the_next_question_follows():
    asked, verdict = spoken(COAL, "", "")
    assert [a[:30] for a in asked] == ["1. From which State or port di", "2. Where were the goods made o"]
    assert verdict == "depends"


def test_an_answer_that_says_nothing_is_asked_again():
    told: list[str] = []
    hear = lines_of(["yonder", "?", "North Korea"])
    conduct, _ = talk(conduct_of(COAL), load_base(), orders=("un",), hear=hear, tell=told.append)
    assert conduct.from_ == "KP"
    assert any('is "yonder"; wanted a State or a port' in line for line in told)


def test_the_end_of_the_lines_ends_the_talk():
    asked, verdict = spoken(COAL)
    assert (len(asked), verdict) == (1, "depends")


@pytest.mark.parametrize(
    ("notified", "verdict"), [pytest.param("y", "permitted", id="notified"), pytest.param("n", "prohibited", id="not")]
)
def test_the_answers_decide_what_a_cap_allows(notified, verdict):
    base, told = load_base(), []
    answers = {"refined_bbl_before": "100,000", "livelihood": "y", "listed_party_involved": "n",
               "parties.listed": "none", "refined_notified": notified}  # fmt: skip

    def hear() -> str:
        return next((a for key, a in answers.items() if base.facts[key].question in told[-2]), "")

    refined = Flags(act="supply", goods=("diesel",), actor_state="RU", to="KP", quantity="100 bbl", on="2019-03-01")
    _, found = talk(conduct_of(refined), base, orders=("un",), hear=hear, tell=told.append)
    assert {m.id: m.verdict for m in found.answers[0].direct.measures}["UNSCR-2397-5"] == verdict


@pytest.mark.parametrize(
    ("key", "text", "answer"),
    [
        ("on", "2017-09", "2017-09"),
        ("origin", "North Korea", "KP"),
        ("goods", "2701", [{"hs": "2701"}]),
        ("goods", "crude oil", [{"text": "crude oil"}]),
        ("quantity", "5,000 t", {"min": 5000.0, "max": 5000.0, "unit": "t"}),
        ("value", "USD 10", {"amount": 10, "currency": "USD"}),
        ("parties.listed", "UN, us", ["un", "us"]),
        ("parties.listed", "none", []),
        ("actor.kind", "Bank", "bank"),
        ("actor.us_person", "n", False),
        ("via", "KR", ["KR"]),
        ("vessels.flag", "Panama", "PA"),
        ("livelihood", "Y", True),
        ("contract_date", "2017-08-01", "2017-08-01"),
        ("refined_bbl_before", "499,000 bbl", 499000),
        ("teaching_field", "advanced physics", "advanced-physics"),
    ],
)
def test_answers_are_read_as_their_question_wants(key, text, answer):
    base = load_base()
    assert answer_of(base.facts[key], text, tuple(base.orders)) == answer


@pytest.mark.parametrize(
    ("key", "text"),
    [
        ("on", "soon"), ("origin", "Norland"), ("quantity", "5000"), ("value", "10"), ("parties.listed", "zz"),
        ("actor.kind", "pirate"), ("livelihood", "perhaps"), ("contract_date", "August"),
        ("refined_bbl_before", "many"),
        ("teaching_field", "dance"),
    ],
)  # fmt: skip
def test_what_no_question_wants_is_refused(key, text):
    base = load_base()
    with pytest.raises((FieldRefused, ValueError)):
        answer_of(base.facts[key], text, tuple(base.orders))


def test_the_act_is_asked_first_where_nobody_said_it(capsys):
    hear = lines_of(["?", "import", "procure", "coal", "2017-09-01", "KP"])
    conduct = asked_conduct(Flags(actor_state="RU"), load_base(), orders=("un",), known=None, hear=hear)
    said = capsys.readouterr().err
    assert conduct.act == "procure"
    assert "`import` is not an act; wanted `procure` (buy, import or receive goods)" in said
    assert "The conduct, to check again: {" in said


def test_without_any_act_there_is_nothing_to_ask_about():
    for lines in ([], [""]):
        with pytest.raises(WrongCall, match="nothing to check"):
            asked_conduct(Flags(), load_base(), orders=("un",), known=None, hear=lines_of(lines))


ANSWERS = st.lists(
    st.sampled_from(["", "y", "n", "KP", "RU", "2017-09-01", "5000 t", "100", "none", "un", "2701", "?", "what"]),
    max_size=25,
)
CONDUCTS = st.fixed_dictionaries(
    {"act": st.sampled_from(["procure", "supply", "employ", "port-entry", "pay", "ship-to-ship", "report", "teach"])},
    optional={
        "on": st.sampled_from(["2016-12-15", "2017-09-01", "2019-03-01", "2017"]),
        "actor": st.sampled_from(
            [{"state": "RU"}, {"state": "US"}, {"kind": "bank", "state": "CN"}, {"kind": "state"}]
        ),
        "goods": st.sampled_from([[{"text": "coal"}], [{"hs": "2710"}], [{"text": "machinery"}]]),
        "to": st.sampled_from(["KP", "RU"]),
    },
)


@given(CONDUCTS, ANSWERS)
@settings(max_examples=60, deadline=None)
def test_any_talk_ends_with_the_verdict_on_what_was_answered(data, answers):
    base, told = load_base(), []
    conduct, verdict = talk(from_json(Conduct, data), base, hear=lines_of(answers), tell=told.append)
    assert verdict == assess(conduct, base)
    numbers = [line for line in told if line[0].isdigit()]
    assert len(numbers) <= len(answers) + 1


@given(CONDUCTS)
@settings(max_examples=40, deadline=None)
def test_where_nothing_is_known_the_talk_ends_and_changes_nothing(data):
    base, told = load_base(), []
    conduct = from_json(Conduct, data)
    after, verdict = talk(conduct, base, hear=lambda: "", tell=told.append)
    assert after == conduct
    asked = [line for line in told if line[0].isdigit()]
    assert len(asked) == len({m.fact for a in verdict.answers for m in a.direct.missing})
