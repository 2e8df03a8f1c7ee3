"""What the commands below `law` do: ask the law base, print, and return the exit code."""

from __future__ import annotations

import sys
from collections.abc import Iterable, Iterator, Sequence
from typing import Any

from rich.console import Group, RenderableType
from rich.text import Text

from resolute.doors.cli.lineage_text import lineage_picture
from resolute.doors.cli.options import day
from resolute.doors.cli.output import chosen, console, print_json, print_lines, table
from resolute.ground.errors import WrongCall
from resolute.ground.forms import to_json
from resolute.ground.time import Day
from resolute.law.read import load_base
from resolute.law.show import InstrumentCard, MeasureCard, facts_of, gaps, in_force_on, lineage, show
from resolute.workbench import Workbench

__all__ = ["cite", "facts", "gaps_of", "lineages", "on", "shown"]

MARKS = {"V": "confirmed on a page", "V/M": "substance confirmed, number or detail from memory", "M": "from memory"}


def _print(rows: Sequence[Any], text: RenderableType, form: str | None) -> int:
    """Print rows in the form asked for; text for people is the rule for law, piped or not."""
    shape = chosen(form, piped="text")
    if shape == "jsonl":
        print_lines(to_json(r) for r in rows)
    elif shape == "json":
        print_json(to_json(rows[0] if len(rows) == 1 else rows))
    else:
        console().print(text)
    return 0


def shown(id_: str, form: str | None) -> int:
    """Print one measure or instrument."""
    card = show(load_base(), id_)
    return _print([card], _measure(card) if isinstance(card, MeasureCard) else _instrument(card), form)


def _measure(c: MeasureCard) -> RenderableType:
    rows = [
        ("in force", f"{_day(c.start)} to {_day(c.end) if c.end else 'today'}, adopted {_day(c.adopted)}"),
        ("binds", c.binds),
        ("due by", _day(c.due) if c.due else ""),
        *(("cap", f"{cap.amount:,.0f} {cap.unit}, {cap.period}, {cap.counted}") for cap in c.caps),
        *(("except", x.text) for x in c.exceptions),
        *(("wind-down", f"{w.text}, until {_day(w.until)}") for w in c.windows),
        ("may be lifted by", ", ".join(c.lifted_by)),
        ("replaces", ", ".join(c.replaces)),
        ("replaced by", ", ".join(c.replaced_by)),
        ("tightens", ", ".join(c.tightens)),
        ("tightened by", ", ".join(c.tightened_by)),
        ("transposes", ", ".join(c.transposes)),
        ("transposed by", ", ".join(c.transposed_by)),
        *(("not settled", point) for point in c.unsettled),
        ("read it in", _citation(c)),
        ("sources", "; ".join(c.sources)),
        ("confidence", f"{c.confidence}: {MARKS[c.confidence]}"),
        ("note", c.note or c.fate),
    ]
    head = Text.assemble((c.id, "bold"), f"  {c.kind}, {c.line_title}\n", (c.rule, "italic"))
    return Group(head, _pairs(rows))


def _citation(c: MeasureCard) -> str:
    paragraph = f", paragraph {c.citation.paragraph}" if c.citation.paragraph else ""
    return f"{c.citation.symbol or c.instrument_title}{paragraph}"


def _instrument(c: InstrumentCard) -> RenderableType:
    i = c.instrument
    rows = [
        ("adopted", _day(i.adopted)),
        ("symbol", i.symbol or ""),
        ("vote", i.vote or ""),
        ("status", i.status),
        ("about", i.about),
        ("confidence", f"{i.confidence}: {MARKS[i.confidence]}"),
        ("sources", "; ".join(c.sources)),
    ]
    head = Text.assemble((i.id, "bold"), f"  {i.kind}: {i.title}")
    return Group(head, _pairs(rows), table("", ("measure", ""), c.measures) if c.measures else Text("no measures"))


def _pairs(rows: Iterable[tuple[str, str]]) -> RenderableType:
    return table("", ("", ""), [(name, value) for name, value in rows if value])


def _day(on: Day | None) -> str:
    return on.isoformat() if on else "always"


def on(text: str, line: str | None, order: str | None, actor: str | None, form: str | None) -> int:
    """Print the measures in force on a day."""
    asked = day(text)
    if asked is None:
        raise WrongCall("name a day, YYYY-MM-DD")
    rows = in_force_on(load_base(), asked, line=line, order=order, actor_state=actor)
    cells = [(r.id, r.line, r.kind, r.rule, _day(r.since), _day(r.until) if r.until else "open") for r in rows]
    head = f"In force on {asked.isoformat()}: {len(rows)} measures"
    return _print(rows, table(head, ("id", "line", "kind", "rule", "since", "until"), cells), form)


def lineages(line: str | None, form: str | None) -> int:
    """Print what replaced what along a line; without one, the lines there are."""
    base = load_base()
    if line is None:
        count = {name: len(base.line(name)) for name in base.lines}
        cells = [(name, base.lines[name].title, str(n)) for name, n in count.items() if n]
        return _print(
            [base.lines[n] for n in count if count[n]], table("Lines of law", ("line", "", "steps"), cells), form
        )
    found = lineage(base, line)
    last = max(order.known_until for order in base.orders.values())
    return _print([found], lineage_picture(found, last), form)


def cite(words: str, form: str | None) -> int:
    """Print which instrument the words of a text mean, and whether what they say of it fits."""
    text = sys.stdin.read() if words == "-" else words
    found = Workbench.opened().cited(text)
    if not found:
        return _print([], Text("These words cite no law that is known here."), form)
    cells = [
        (m.span.text, m.cited.verdict, m.cited.measure or m.cited.resolves_to or "-", _fits(m.cited), m.cited.why)
        for m in found
    ]
    columns = ("as written", "", "names", "fits", "why")
    return _print([{"span": m.span, "cited": m.cited} for m in found], table("", columns, cells), form)


def _fits(cited: Any) -> str:
    return cited.fits_measure or cited.fits or "-"


def facts(id_: str | None, form: str | None) -> int:
    """Print the questions that a measure asks; without one, every question of the base."""
    base = load_base()
    if id_ is not None:
        rows = facts_of(base, id_)
        return _print(rows, table(id_, ("ask", "for", "key"), [(r.question, r.asked_for, r.key) for r in rows]), form)
    every = list(base.facts.values())
    cells = [(f.question, f.type, f.key) for f in every]
    return _print(every, table(f"{len(every)} questions", ("ask", "answer", "key"), cells), form)


def gaps_of(order: str | None, form: str | None) -> int:
    """Print what is uncertain, unsettled or not encoded."""
    base = load_base()
    if order is not None and order not in base.orders:
        raise WrongCall(f"{order} is no legal order of this law base; wanted one of {', '.join(base.orders)}.")
    rows = gaps(base, order=order)
    return _print(rows, Group(*_gap_tables(rows)), form)


GAPS = {
    "order": "Open points of an order",
    "unsettled": "Not settled by the law itself",
    "not encoded": "Not encoded here",
    "from memory": "Not yet confirmed on a page, whole or in part",
}


def _gap_tables(rows: Sequence[Any]) -> Iterator[RenderableType]:
    for kind, title in GAPS.items():
        own = [r for r in rows if r.kind == kind]
        if own:
            cells = [(r.order, r.measure or "-", r.what, r.why) for r in own]
            yield table(f"{title}: {len(own)}", ("order", "measure", "what", "why"), cells)
            yield Text("")
