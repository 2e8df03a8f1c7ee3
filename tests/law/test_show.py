"""Rows for the doors: a measure, the law of a day, a lineage, the gaps, the questions."""

from __future__ import annotations

from datetime import date

import pytest

from resolute.ground.errors import UnknownWord
from resolute.law.read import load_base
from resolute.law.show import InstrumentCard, MeasureCard, facts_of, gaps, in_force_on, lineage, show

BASE = load_base()


def test_a_measure_is_shown_with_what_it_replaced_and_who_transposed_it():
    card = show(BASE, "UNSCR-2371-8")
    assert isinstance(card, MeasureCard)
    assert (card.rule, card.start, card.end) == (
        "Nobody may buy, take or carry coal from North Korea, and North Korea may not supply it.",
        date(2017, 8, 5),
        None,
    )  # fmt: skip
    assert card.replaces == ("UNSCR-2321-26b", "UNSCR-2321-26a")
    assert [e.id for e in card.exceptions] == ["rajin"]
    assert card.lifted_by == ("UNSCR-2371-26", "UNSCR-2375-26", "UNSCR-2397-22", "UNSCR-2397-25")
    assert "CN-40-2017-COAL" in card.transposed_by
    assert card.citation.symbol == "S/RES/2371 (2017)"
    assert card.sources[0] == "asil.org blog on 5 Aug 2017"


def test_the_measure_that_was_replaced_names_its_heir():
    card = show(BASE, "UNSCR-2321-26b")
    assert isinstance(card, MeasureCard)
    assert (card.end, card.replaced_by) == (date(2017, 8, 4), ("UNSCR-2371-8",))
    assert [(c.amount, c.unit) for c in card.caps] == [
        (1000866, "t"), (53495894, "USD"), (7500000, "t"), (400870018, "USD"),
    ]  # fmt: skip


def test_an_instrument_is_shown_with_its_measures():
    card = show(BASE, "UNSCR-2356")
    assert isinstance(card, InstrumentCard)
    assert card.measures == (("UNSCR-2356-3", "14 persons and 4 entities"),)
    assert card.instrument.adopted == date(2017, 6, 2)


def test_an_unknown_id_is_refused_with_the_nearest():
    with pytest.raises(UnknownWord, match="`UNSCR-2371-8`"):
        show(BASE, "UNSCR-2371-88")


def test_the_law_of_a_day_changes_on_the_day_itself():
    before = {r.id for r in in_force_on(BASE, date(2017, 8, 4), line="coal", order="un")}
    after = {r.id for r in in_force_on(BASE, date(2017, 8, 5), line="coal", order="un")}
    assert before == {"UNSCR-2321-26a", "UNSCR-2321-26b"}
    assert after == {"UNSCR-2371-8"}


def test_the_law_for_a_state_leaves_out_orders_that_do_not_command_it():
    rows = in_force_on(BASE, date(2018, 3, 2), actor_state="RU")
    assert {"un"} <= {r.order for r in rows}
    assert "us" not in {r.order for r in rows}
    assert rows[0].order == "un"
    assert rows[0].bound == "every member State is bound (Charter, article 25)"
    assert in_force_on(BASE, date(2018, 3, 2), actor_state="TW", order="un") == ()


def test_the_day_before_the_first_resolution_nothing_is_in_force():
    assert in_force_on(BASE, date(2006, 7, 14), order="un") == ()


def test_the_lineage_of_coal_tells_what_replaced_what_and_when():
    steps = [(s.id, s.start, s.end, s.replaces) for s in lineage(BASE, "coal", order="un").steps]
    assert steps == [
        ("UNSCR-2270-29", date(2016, 3, 2), date(2016, 11, 29), ()),
        ("UNSCR-2321-26a", date(2016, 11, 30), date(2017, 8, 4), ()),
        ("UNSCR-2321-26b", date(2016, 11, 30), date(2017, 8, 4), ("UNSCR-2270-29",)),
        ("UNSCR-2371-8", date(2017, 8, 5), None, ("UNSCR-2321-26b", "UNSCR-2321-26a")),
    ]


def test_a_lineage_names_wind_downs_and_last_days():
    steps = {s.id: s for s in lineage(BASE, "workers").steps}
    assert steps["UNSCR-2397-8"].due == date(2019, 12, 22)
    textiles = {s.id: s for s in lineage(BASE, "textiles", order="un").steps}
    assert textiles["UNSCR-2375-16"].wind_down == date(2017, 12, 10)


def test_every_lineage_of_the_base_can_be_told():
    for line in BASE.lines:
        told = lineage(BASE, line)
        starts = [s.start for s in told.steps if s.start]
        assert starts == sorted(starts)


def test_an_unknown_lineage_is_refused_with_the_nearest():
    with pytest.raises(UnknownWord, match="`coal`"):
        lineage(BASE, "cole")


def test_the_gaps_name_what_the_law_leaves_open_and_what_is_from_memory():
    found = gaps(BASE, order="un")
    assert {"order", "unsettled", "from memory", "not encoded"} == {g.kind for g in found}
    unsettled = [g.measure for g in found if g.kind == "unsettled"]
    assert unsettled.count("UNSCR-2375-14") == 2
    assert "UNSCR-2375-13" in unsettled
    memory = {(g.measure, g.why) for g in found if g.kind == "from memory"}
    assert ("UNSCR-2094-10", "confidence M") in memory
    assert ("UNSCR-2371-9", "confidence M") in memory  # the wind-down, the rule itself is confirmed


def test_the_questions_of_a_measure_say_which_part_asks():
    rows = {r.key: r for r in facts_of(BASE, "UNSCR-2371-8")}
    assert rows["goods"].asked_for == "the rule"
    assert rows["rajin_notified_by_exporter"].step
    assert rows["contract_date"].asked_for == "an open point"
    assert "livelihood" not in rows
    assert "refined_bbl_before" in {r.key for r in facts_of(BASE, "UNSCR-2397-5")}


def test_every_question_of_the_base_is_asked_by_some_measure():
    asked = {r.key for m in BASE.measures for r in facts_of(BASE, m)}
    lifting = {k for m in BASE.measures.values() for k in m.steps}
    plain = {f.key for f in BASE.facts.values() if f.of != "field"}
    hooks = repr([(o.binds, o.via, o.terms) for o in BASE.orders.values()])
    derived = repr([f.derived for f in BASE.facts.values()])
    assert {k for k in plain - asked - lifting if f"'{k}'" not in hooks + derived} == set()
