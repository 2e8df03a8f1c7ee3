"""What must hold of a law base as a whole: what replaces what, what ends when, what is cited, what is used."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping

from resolute.ground.errors import FieldRefused, UnknownWord
from resolute.ground.goods import all_goods
from resolute.ground.time import Interval
from resolute.law.build import LawText
from resolute.law.terms import Instrument, LawLine, LegalOrder, Measure, Source

__all__ = ["check_dates", "check_whole"]

Problem = tuple[str, str, FieldRefused]


def check_whole(text: LawText, used: set[str] | None) -> Iterator[Problem]:
    """Yield what does not hold together, each with what it concerns.

    Args:
        text: what was read.
        used: what its conditions refer to; None where only a part of the base was read.
    """
    for o in text.orders.values():
        yield from _order(o, text.sources)
    for i in text.instruments.values():
        yield from _instrument(i, text.sources, text.lines)
    for m in text.measures.values():
        yield from _cited(m, text.instruments[m.instrument], text.sources)
        yield from _formed(m, text.lines)
        yield from _referred(m, text.measures, text.lines)
        yield from check_dates(m)
        yield from _replaced(m, text.measures)
    if used is not None:
        yield from _unused(text, used)


def _unused(text: LawText, used: set[str]) -> Iterator[Problem]:
    """Yield facts, named goods and named conditions that no measure uses."""
    for o in text.orders.values():
        for part in ("terms", "goods"):
            for name in getattr(o, part):
                if f"{o.id}:{part}:{name}" not in used:
                    e = FieldRefused((part, name), f"`{name}` is used by no measure", "a measure that uses it, or none")
                    yield "order", o.id, e
    for f in text.facts.values():
        if f.key not in used and f.of != "field":
            e = FieldRefused((), f"fact `{f.key}` is used by no measure", "a measure that asks it, or no fact")
            yield "fact", f.key, e


_HEADING = re.compile(r"(?!00|77|9[89])\d{2}(?:\d{2}){0,4}")
"""Two to ten digits, in pairs. Chapter 77 is empty, 98 and 99 are national."""


def _order(o: LegalOrder, sources: Mapping[str, Source]) -> Iterator[Problem]:
    for n, tag in enumerate(o.sources):
        if tag not in sources:
            yield "order", o.id, UnknownWord(("sources", n), tag, sources, "a source of this base")
    kinds = {k.id for k in all_goods()}
    for name, goods in o.goods.items():
        for field in ("hs", "partly", "besides"):
            for n, heading in enumerate(getattr(goods, field)):
                if not _HEADING.fullmatch(heading):
                    at = ("goods", name, field, n)
                    yield "order", o.id, FieldRefused(at, f'is "{heading}"', "a heading of the Harmonized System")
        for field in ("kinds", "maybe", "unlike"):
            for n, kind in enumerate(getattr(goods, field)):
                if kind not in kinds:
                    yield "order", o.id, UnknownWord(("goods", name, field, n), kind, kinds, "goods of the ground")
        if (goods.partly or goods.maybe) and not goods.fact:
            yield (
                "order",
                o.id,
                FieldRefused(("goods", name), "may be meant or not, and no fact decides", "`fact` beside it"),
            )


def _instrument(i: Instrument, sources: Mapping[str, Source], lines: Mapping[str, LawLine]) -> Iterator[Problem]:
    for n, tag in enumerate(i.sources):
        if tag not in sources:
            yield "instrument", i.id, UnknownWord(("sources", n), tag, sources, "a source of this base")
    for n, line in enumerate(i.subject):
        if line not in lines:
            yield "instrument", i.id, UnknownWord(("subject", n), line, lines, "a line of this base")
    if i.confidence != "M" and not i.sources:
        yield "instrument", i.id, FieldRefused(("confidence",), f"is {i.confidence}", "a source, or confidence M")


def _cited(m: Measure, of: Instrument, sources: Mapping[str, Source]) -> Iterator[Problem]:
    for n, tag in enumerate(m.citation.sources):
        if tag not in sources:
            yield "measure", m.id, UnknownWord(("sources", n), tag, sources, "a source of this base")
    if m.confidence != "M" and not m.citation.sources:
        yield "measure", m.id, FieldRefused(("confidence",), f"is {m.confidence}", "a source, or confidence M")
    if of.status == "not adopted":
        yield "measure", m.id, FieldRefused((), "stands in a text that was not adopted", "no measure: it is no law")


def _formed(m: Measure, lines: Mapping[str, LawLine]) -> Iterator[Problem]:
    """Hold a measure to the form of its kind."""
    if m.line not in lines:
        yield "measure", m.id, UnknownWord(("line",), m.line, lines, "a line of this base")
    if (m.kind == "exemption") != bool(m.lifts):
        wanted = "what the exemption lifts" if m.kind == "exemption" else "`lifts` in an exemption only"
        yield "measure", m.id, FieldRefused(("lifts",), "does not go with the kind " + m.kind, wanted)
    if m.effect not in ("direct", "exposure"):
        yield "measure", m.id, FieldRefused(("effect",), f'is "{m.effect}"', "direct or exposure")
    if m.cap_joins not in ("lower", "unit"):
        yield "measure", m.id, FieldRefused(("cap_joins",), f'is "{m.cap_joins}"', "lower or unit")
    if m.caps and not m.within:
        yield "measure", m.id, FieldRefused(("within",), "is empty", "what makes an amount within the cap lawful")
    ids = [c.id for c in m.exceptions] + [w.id for w in m.windows]
    for one in sorted({i for i in ids if ids.count(i) > 1}):
        yield "measure", m.id, FieldRefused(("exceptions",), f"name `{one}` twice", "each exception under its own id")


def _referred(m: Measure, measures: Mapping[str, Measure], lines: Mapping[str, LawLine]) -> Iterator[Problem]:
    for name in ("replaces", "tightens", "transposes"):
        for n, other in enumerate(getattr(m, name)):
            if other not in measures:
                yield "measure", m.id, UnknownWord((name, n), other, measures, "a measure of this base")
    for n, target in enumerate(m.lifts):
        if target.startswith("line:"):
            if target[5:] not in lines:
                yield "measure", m.id, UnknownWord(("lifts", n), target[5:], lines, "a line of this base")
        elif target != "all" and target not in measures:
            yield "measure", m.id, UnknownWord(("lifts", n), target, measures, "a measure of this base")


def check_dates(m: Measure) -> Iterator[Problem]:
    """Yield where the dates of a measure's parts do not lie within its own, or meet where they may not."""
    for i, c in enumerate(m.exceptions):
        if c.in_force != Interval() and not c.in_force.within(m.in_force):
            yield (
                "measure",
                m.id,
                FieldRefused(("exceptions", i, "in_force"), "reaches beyond the measure", _days(m.in_force)),
            )
    for i, w in enumerate(m.windows):
        if w.until not in m.in_force or (w.start is not None and w.start > w.until):
            yield (
                "measure",
                m.id,
                FieldRefused(("windows", i, "until"), f"is {w.until}", f"a day in {_days(m.in_force)}"),
            )
    for i, cap in enumerate(m.caps):
        if cap.in_force.start is not None and cap.in_force.start not in m.in_force:
            yield (
                "measure",
                m.id,
                FieldRefused(("caps", i, "in_force"), "reaches beyond the measure", _days(m.in_force)),
            )
        for other in m.caps[:i]:
            if other.unit == cap.unit and other.in_force.meets(cap.in_force):
                yield "measure", m.id, FieldRefused(("caps", i), f"overlaps another cap in {cap.unit}", "one at a time")
    if m.due is not None and m.due not in m.in_force:
        yield "measure", m.id, FieldRefused(("due",), f"is {m.due}", f"a day in {_days(m.in_force)}")


def _days(interval: Interval) -> str:
    return f"days from {interval.start} to {interval.end or 'today'}"


def _replaced(m: Measure, measures: Mapping[str, Measure]) -> Iterator[Problem]:
    """A measure that is replaced ends, and ends before the one that replaces it; so do all before it."""
    start = m.in_force.start
    todo, seen = list(m.replaces), set()
    while todo:
        one = todo.pop()
        if one in seen or one not in measures:
            continue
        seen.add(one)
        if one == m.id:
            yield "measure", m.id, FieldRefused(("replaces",), "comes back to the measure itself", "no circle")
            return
        end = measures[one].in_force.end
        if end is None:
            e = FieldRefused(("in_force",), f"has no end, and {m.id} replaces it", f"end: the day before {start}")
            yield "measure", one, e
        elif start is not None and end >= start:
            yield (
                "measure",
                one,
                FieldRefused(
                    ("in_force", "end"), f"is {end}, and {m.id} of the same rule begins on {start}", "an earlier day"
                ),
            )
        todo += measures[one].replaces
