"""The book of the law: a page for every measure, line and order; links that lead somewhere; the same bytes."""

from __future__ import annotations

import base64
import hashlib
import re
from functools import cache

import pytest

from doors.web.page import read_page
from resolute.doors.web.law_book import book_pages
from resolute.doors.web.law_picture import LEFT, RIGHT, draw
from resolute.ground.prose import day_words
from resolute.law.read import load_base

MEASURES = sorted(load_base().measures)


@cache
def pages():
    return book_pages(load_base())


@cache
def tree(name):
    return read_page(pages()[name])


def words(element):
    return " ".join(element.text.split())


def test_the_same_base_gives_the_same_bytes():
    assert book_pages(load_base()) == pages()
    assert list(book_pages(load_base())) == list(pages())


def test_there_is_a_page_for_every_measure_line_and_order():
    base = load_base()
    wanted = {f"{m}.html" for m in base.measures} | {f"order-{o}.html" for o in base.orders}
    wanted |= {f"line-{line}.html" for line in base.lines if base.line(line)} | {"index.html", "gaps.html"}
    assert set(pages()) == wanted


def test_every_link_leads_to_a_page_of_the_book():
    ids = {name: set(re.findall(r'\bid="([^"]+)"', text)) for name, text in pages().items()}
    broken = []
    for name, text in pages().items():
        for href in re.findall(r'<a\b[^>]*\bhref="([^"]*)"', text):
            place, _, anchor = href.partition("#")
            if (place and place not in pages()) or (anchor and anchor not in ids[place or name]):
                broken.append((name, href))
    assert broken == []


def test_every_page_is_reached_from_the_index():
    seen, todo = set(), ["index.html"]
    while todo:
        name = todo.pop()
        if name not in seen:
            seen.add(name)
            todo += [h.partition("#")[0] for h in re.findall(r'href="([^"#]+\.html)', pages()[name])]
    assert seen == set(pages())


@pytest.mark.parametrize("measure", MEASURES)
def test_a_page_says_rule_days_reader_and_mark_of_its_measure(measure):
    base = load_base()
    m, page = base.measures[measure], tree(f"{measure}.html")
    card = words(page.one("article", "law"))
    assert m.rule in words(page.one("p", "rule"))
    assert m.citation.paragraph in card
    assert " ".join(m.binds.split()) in card
    for part in (*m.exceptions, *m.windows):
        assert " ".join(part.text.split()) in card
    for point in m.unsettled:
        assert " ".join(point.point.split()) in card
    for cap in m.caps:
        assert f"{cap.amount:,.0f} {cap.unit}" in card
    if m.in_force.start:
        assert day_words(m.in_force.start) in card
    assert next(page.one("article", "law").all(cls="conf")).classes == {
        "V": {"conf"}, "V/M": {"conf", "partly"}, "M": {"conf", "memory"},
    }[m.confidence]  # fmt: skip
    assert "None" not in words(page.one("main"))
    assert page.one("h1").text == m.title


def test_a_page_asks_no_network_and_lets_only_its_own_script_run():
    for text in pages().values():
        assert not re.search(r'(?:src|href|action)="(?:https?:)?//', text)
        assert "url(http" not in text
        policy = re.search(r'content="(default-src[^"]*)"', text).group(1).replace("&#39;", "'")
        for kind in ("script", "style"):
            source = re.search(rf"<{kind}>(.*?)</{kind}>", text, re.DOTALL).group(1)
            assert (
                f"{kind}-src 'sha256-{base64.b64encode(hashlib.sha256(source.encode()).digest()).decode()}'" in policy
            )


def test_a_measure_of_a_later_use_is_never_called_a_prohibition_of_it():
    card = words(tree("US-14024-FFI.html").one("article", "law"))
    assert "never a prohibition" in card


def test_the_line_of_coal_shows_what_took_the_place_of_what():
    page = tree("line-coal.html")
    (row,) = [r for r in page.all("tr") if r.attrs.get("data-from") == "2017-08-05" and "UNSCR-2371-8" in r.text]
    assert "In place of UNSCR-2321-26b, UNSCR-2321-26a." in words(row)
    assert row.attrs["data-to"] == ""
    assert words(page.one("svg", "lin")).startswith("2016")


def test_the_bars_of_a_picture_lie_on_its_axis_in_the_order_of_the_days():
    base = load_base()
    for line in base.lines:
        picture = draw(base, line)
        if picture is None:
            continue
        for bar in picture.bars:
            assert LEFT <= bar.x < bar.x2 <= RIGHT + 3
            assert bar.open == (base.measures[bar.id].in_force.end is None)
        starts = {b.id: b.x for b in picture.bars}
        for bar in picture.bars:
            m = base.measures[bar.id]
            for replaced in m.replaces:
                if replaced in starts:
                    assert starts[replaced] <= bar.x
        assert {b.id for b in picture.bars} == {m.id for m in base.line(line)}


def test_a_line_without_a_measure_has_no_picture():
    assert draw(load_base(), "petroleum-future") is not None
    empty = [line for line in load_base().lines if not load_base().line(line)]
    assert all(draw(load_base(), line) is None for line in empty)


def test_the_index_counts_what_the_base_holds():
    base, page = load_base(), tree("index.html")
    assert f"{len(base.measures)} measures of {len(base.orders)} legal orders" in words(page)
    assert base.version in words(page)
