"""The Council's law, measure by measure: what each catches, what it just does not, the day before, each way out."""

from __future__ import annotations

import pytest

from law.example import Example, examples, holds, said
from resolute.ground.goods import all_goods
from resolute.law.read import load_base

ALL = [e for several in examples().values() for e in several]


@pytest.mark.parametrize("example", ALL, ids=str)
def test_a_measure_says_what_a_lawyer_reads_in_it(example: Example):
    verdict, missing = said(example, load_base())
    assert verdict == example.verdict
    if example.missing is not None:
        assert missing == example.missing


def test_every_measure_that_can_answer_has_an_example():
    able = {m.id for m in load_base().measures_of("un") if (m.acts or m.omitting) and m.kind != "exemption"}
    assert able - set(examples()) == set()


def test_every_example_names_a_measure_of_the_base():
    assert set(examples()) <= set(load_base().measures)


def test_every_measure_with_acts_is_shown_once_not_catching():
    for measure, several in examples().items():
        assert any(e.verdict == "none" for e in several), measure


ROWS = [
    "1695-2",
    "1695-3",
    "1695-4",
    "1718-2",
    "1718-8a-i",
    "1718-8a-ii",
    "1718-8a-iii",
    "1718-8b",
    "1718-8c",
    "1718-8d",
    "1718-8e",
    "1718-8f",
    "1718-9",
    "1718-10",
    "1718-11",
    "1718-12",
    "1874-2",
    "1874-9",
    "1874-10",
    "1874-11",
    "1874-12",
    "1874-14",
    "1874-15",
    "1874-17",
    "1874-18",
    "1874-19",
    "1874-22",
    "1874-26",
    "1874-28",
    "2087-5a",
    "2087-5b",
    "2087-6",
    "2087-8",
    "2094-8",
    "2094-10",
    "2094-11",
    "2094-12",
    "2094-14",
    "2094-15",
    "2094-16",
    "2094-17",
    "2094-18",
    "2094-20",
    "2094-23",
    "2094-24",
    "2094-25",
    "2270-5",
    "2270-6",
    "2270-7",
    "2270-8",
    "2270-9",
    "2270-10",
    "2270-13",
    "2270-15",
    "2270-17",
    "2270-18",
    "2270-19",
    "2270-20",
    "2270-21",
    "2270-22",
    "2270-23",
    "2270-24",
    "2270-27",
    "2270-29",
    "2270-30",
    "2270-31",
    "2270-32",
    "2270-33",
    "2270-34",
    "2270-36",
    "2270-37",
    "2270-39",
    "2270-40",
    "2270-48",
    "2321-3",
    "2321-4",
    "2321-5",
    "2321-8",
    "2321-9",
    "2321-10",
    "2321-11",
    "2321-12",
    "2321-13",
    "2321-14",
    "2321-15",
    "2321-16",
    "2321-17",
    "2321-18",
    "2321-20",
    "2321-21",
    "2321-22",
    "2321-23",
    "2321-24",
    "2321-26a",
    "2321-26b",
    "2321-26c",
    "2321-28",
    "2321-29",
    "2321-30",
    "2321-31",
    "2321-32",
    "2321-33",
    "2321-34",
    "2321-36",
    "2321-40",
    "2321-46",
    "2356-3",
    "2371-3",
    "2371-4",
    "2371-6",
    "2371-7",
    "2371-8",
    "2371-9",
    "2371-10",
    "2371-11",
    "2371-12",
    "2371-13",
    "2371-15",
    "2371-18",
    "2371-26",
    "2375-3",
    "2375-4",
    "2375-6",
    "2375-7",
    "2375-8",
    "2375-9",
    "2375-11",
    "2375-13",
    "2375-14",
    "2375-15",
    "2375-16",
    "2375-17",
    "2375-18",
    "2375-19",
    "2375-26",
    "2397-3",
    "2397-4",
    "2397-5",
    "2397-6",
    "2397-7",
    "2397-8",
    "2397-8r",
    "2397-9",
    "2397-10",
    "2397-11",
    "2397-12",
    "2397-13",
    "2397-14",
    "2397-15",
    "2397-16",
    "2397-17",
    "2397-20",
    "2397-22",
    "2397-25",
    "2397-28",
    "2664-1",
]


@pytest.mark.parametrize("row", ROWS)
def test_every_paragraph_from_1695_to_2664_stands_in_the_base(row: str):
    ids = load_base().measures
    stem = f"UNSCR-{row}"
    assert any(i == stem or i.startswith((f"{stem}-", f"{stem}a", f"{stem}b")) for i in ids), stem


def test_the_council_s_measures_cite_a_paragraph_of_their_own_resolution():
    base = load_base()
    for m in base.measures_of("un"):
        number = m.id.split("-")[1]
        assert base.instruments[m.instrument].number == int(number)
        assert m.citation.paragraph
        assert m.citation.symbol == f"S/RES/{number} ({base.instruments[m.instrument].adopted.year})"


ADOPTED = {
    1695: "2006-07-15", 1718: "2006-10-14", 1874: "2009-06-12", 1928: "2010-06-07", 1985: "2011-06-10",
    2050: "2012-06-12", 2087: "2013-01-22", 2094: "2013-03-07", 2141: "2014-03-05", 2207: "2015-03-04",
    2270: "2016-03-02", 2276: "2016-03-24", 2321: "2016-11-30", 2345: "2017-03-23", 2356: "2017-06-02",
    2371: "2017-08-05", 2375: "2017-09-11", 2397: "2017-12-22", 2407: "2018-03-21", 2464: "2019-04-10",
    2515: "2020-03-30", 2569: "2021-03-26", 2627: "2022-03-25", 2664: "2022-12-09", 2680: "2023-03-23",
}  # fmt: skip


def test_the_resolutions_bear_the_days_on_which_new_york_adopted_them():
    found = {i.number: i.adopted.isoformat() for i in load_base().instruments.values() if i.kind == "resolution"}
    assert {n: d for n, d in found.items() if n in ADOPTED} == ADOPTED


def test_drafts_that_were_not_adopted_carry_no_measure():
    base = load_base()
    drafts = {i.id for i in base.instruments.values() if i.status == "not adopted"}
    assert {"UN-S/2022/431", "UN-S/2024/255"} <= drafts
    assert not [m.id for m in base.measures.values() if m.instrument in drafts]


def test_a_renewal_of_the_panel_ends_before_or_on_the_day_it_ran_out():
    base = load_base()
    panel = [i for i in base.instruments.values() if i.order == "un" and i.subject == ("panel",) and i.ended]
    assert max(str(i.ended) for i in panel) == "2024-04-30"
    assert len(panel) == 13


def test_measures_from_memory_say_so():
    base = load_base()
    assert base.measures["UNSCR-2094-10"].confidence == "M"
    assert base.measures["UNSCR-2371-8"].confidence == "V"
    assert base.measures["UNSCR-1874-9"].confidence == "V/M"


def test_goods_named_by_an_order_are_goods_of_the_ground():
    known = {g.id for g in all_goods()}
    for order in load_base().orders.values():
        for goods in order.goods.values():
            assert set(goods.kinds) | set(goods.maybe) | set(goods.unlike) <= known


def test_no_example_is_kept_twice():
    assert len({str(e) for e in ALL}) == len(ALL)


def test_the_examples_can_fail():
    base = load_base()
    wrong = [Example(e.measure, e.why, e.conduct, "conditional") for e in ALL if e.verdict == "prohibited"]
    assert wrong
    assert not any(holds(e, base) for e in wrong[:50])
