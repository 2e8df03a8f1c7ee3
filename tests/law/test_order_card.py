"""A legal order on one card."""

from __future__ import annotations

import pytest

from resolute.ground.errors import UnknownWord
from resolute.law.order_card import order_card
from resolute.law.read import load_base


def test_the_united_states_command_by_six_reasons_and_by_no_currency():
    card = order_card(load_base(), "us")
    assert [b.hook for b in card.binds] == ["nationality", "us-person", "flag", "branch", "territory", "residence"]
    assert not any("currency" in b.why or "parent" in b.why or "dollar" in b.why for b in card.binds)
    assert (card.share, "together" in card.ownership) == (0.5, True)


def test_what_may_be_used_later_is_no_prohibition():
    base = load_base()
    for id_, _ in order_card(base, "us").exposes:
        assert base.measures[id_].effect == "exposure"


@pytest.mark.parametrize("order", ["un", "us", "ru", "cn"])
def test_counts_and_texts_account_for_every_measure(order):
    base = load_base()
    card, own = order_card(base, order), base.measures_of(order)
    assert sum(c.measures for c in card.counts) == len(own) == sum(c.measures for c in card.confirmed)
    assert sum(i.measures for i in card.instruments) == len(own)
    assert all(c.in_force <= c.measures for c in card.counts)
    assert [i.adopted for i in card.instruments] == sorted(i.adopted for i in card.instruments)
    assert all(g.order == order for g in card.gaps)


def test_only_the_councils_answer_is_always_there():
    base = load_base()
    assert [o for o in base.orders if order_card(base, o).always] == ["un"]


def test_an_unknown_order_is_refused():
    with pytest.raises(UnknownWord):
        order_card(load_base(), "zz")
