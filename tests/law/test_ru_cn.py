"""Russia's decrees and China's announcements: what binds at home, from which day by which clock."""

from __future__ import annotations

import pytest

from law.asked import answer, cases, told
from resolute.law.read import load_base


@pytest.mark.parametrize(
    "case", [pytest.param(c, id=f"{c['order']}: {c['name']}") for c in cases("examples_ru_cn.yaml")]
)
def test_the_order_says(case):
    assert told(answer(case["order"], case["conduct"])) == case["answer"]


def test_what_russia_has_not_signed_is_said_to_leave_the_duty_of_the_state():
    base = load_base()
    unsettled = [m for m in base.measures_of("ru") if m.instrument == "RU-281-FZ"]
    assert len(unsettled) == 12
    for measure in unsettled:
        assert len(measure.unsettled) == 1
        assert "runs from the resolution all the same" in measure.unsettled[0].point
        assert measure.in_force.start >= base.instruments["UNSCR-2371"].adopted


def test_drafts_of_decrees_are_no_law():
    base = load_base()
    drafts = {i.id for i in base.instruments.values() if i.order == "ru" and i.status == "not adopted"}
    assert drafts == {"RU-DRAFT-2017", "RU-DRAFT-2018"}
    assert not [m for m in base.measures.values() if m.instrument in drafts]


@pytest.mark.parametrize(
    ("order", "clock"), [("ru", "Europe/Moscow"), ("cn", "Asia/Shanghai"), ("us", "America/New_York")]
)
def test_each_order_counts_its_days_by_its_own_clock(order, clock):
    assert load_base().orders[order].clock == clock


def test_a_chinese_announcement_never_comes_before_the_resolution_it_carries_out():
    base = load_base()
    carried = [m for m in base.measures.values() if m.order in ("cn", "ru") and m.transposes]
    assert len(carried) > 30
    for measure in carried:
        for resolution in measure.transposes:
            assert measure.in_force.start >= base.measures[resolution].in_force.start, measure.id
