"""What `law caps`, `calendar`, `diff` and `order` do: ask the law base, print, and return the exit code."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any

from rich.console import Group, RenderableType
from rich.text import Text

from resolute.doors.cli.calendar_text import calendar_text
from resolute.doors.cli.caps_text import caps_text
from resolute.doors.cli.options import day
from resolute.doors.cli.output import chosen, console, print_json, print_lines, table
from resolute.ground.errors import WrongCall
from resolute.ground.forms import to_json
from resolute.ground.prose import day_words
from resolute.ground.time import Day
from resolute.law.calendar import calendar
from resolute.law.differences import Difference, differences
from resolute.law.ledgers import cap_rows
from resolute.law.order_card import Count, OrderCard, order_card
from resolute.law.read import load_base

__all__ = ["calendar_of", "caps", "diff", "order"]


def _print(found: Any, text: RenderableType, form: str | None) -> int:
    """Print what was found in the form asked for: rows as JSON lines or a list, one thing as itself."""
    shape = chosen(form, piped="text")
    if shape == "jsonl":
        print_lines(to_json(r) for r in (found if isinstance(found, tuple) else (found,)))
    elif shape == "json":
        print_json(to_json(found))
    else:
        console().print(text)
    return 0


def _day(text: str) -> Day:
    found = day(text)
    if found is None:
        raise WrongCall("name a day, YYYY-MM-DD")
    return found


def caps(line: str | None, on: str | None, form: str | None) -> int:
    """Print what is told of deliveries against each cap, in its own counting year."""
    rows = cap_rows(load_base(), line=line, on=day(on))
    return _print(rows, caps_text(rows, each=on is not None), form)


def calendar_of(state: str, on: str | None, line: str | None, form: str | None) -> int:
    """Print what a State owed when, what it says it did, and what is open."""
    base = load_base()
    found = calendar(base, state.upper(), on=day(on), line=line)
    return _print(found, calendar_text(found, {o.id: o.title for o in base.orders.values()}), form)


def diff(first: str, second: str, order_: str | None, line: str | None, form: str | None) -> int:
    """Print what is otherwise in the law on the second day than on the first."""
    rows = differences(load_base(), _day(first), _day(second), order=order_, line=line)
    return _print(rows, _differences(rows, _day(first), _day(second)), form)


def _differences(rows: tuple[Difference, ...], first: Day, second: Day) -> RenderableType:
    head = f"From {day_words(first)} to {day_words(second)}"
    if not rows:
        return Text(f"{head}: no change in this law base.")
    cells = [(d.day.isoformat(), d.kind, d.id, d.line, _what(d), _follows(d)) for d in rows]
    count = "1 change" if len(rows) == 1 else f"{len(rows)} changes"
    return table(f"{head}: {count}", ("from", "", "id", "line", "what", "in place of, or followed by"), cells)


def _what(d: Difference) -> str:
    return f"{d.what}: {d.rule}" if d.kind == "came and went" else d.what or d.rule


def _follows(d: Difference) -> str:
    if d.by:
        return f"followed by {', '.join(d.by)}"
    return f"in place of {', '.join(d.replaces)}" if d.replaces and d.kind == "began" else ""


def order(id_: str, form: str | None) -> int:
    """Print a legal order: whom it commands and why, how it counts owners, its texts, its counts and its gaps."""
    found = order_card(load_base(), id_.lower())
    return _print(found, Group(*_order(found)), form)


def _order(card: OrderCard) -> Iterator[RenderableType]:
    known = f"known until {day_words(card.known_until)}; its days are counted by the clock of {card.clock}"
    yield Text.assemble((card.title, "bold"), f"  order {card.id}, {known}")
    if card.note:
        yield Text(card.note.strip())
    yield Text("")
    rows = [(b.hook, b.why, b.would or "-") for b in card.binds]
    yield table("Whom it commands: one reason is enough", ("by", "because", "what would bind another"), rows)
    yield Text("")
    yield Text.assemble(
        ("Owned by listed ones\n", "bold"), card.ownership.strip() or "no rule of this order is encoded"
    )
    yield Text("")
    if card.refusers:
        yield table("Who else must refuse", ("who", "why"), [(r.who, r.why) for r in card.refusers])
        yield Text("")
    if card.exposes:
        title = "What may be used later against those whom it does not command; no prohibition"
        yield table(title, ("measure", "rule"), card.exposes)
        yield Text("")
    yield table(
        f"Texts: {len(card.instruments)}",
        ("id", "kind", "title", "adopted", "status", "measures", "conf."),
        [
            (i.id, i.kind, i.title, i.adopted.isoformat(), i.status, str(i.measures), i.confidence)
            for i in card.instruments
        ],
    )
    yield Text("")
    yield table("Measures", ("", "encoded", "in force at the end"), _counts((*card.counts, *card.confirmed)))
    yield Text("")
    stated = [g for g in card.gaps if g.kind == "order"]
    if stated:
        yield table("Open points of this order", ("what",), [(g.what,) for g in stated])
    others = len(card.gaps) - len(stated)
    yield Text(f"{others} more gaps of single measures: resolute law gaps --order {card.id}", style="dim")


MARKS = {
    "V": "confirmed on a page",
    "V/M": "substance confirmed, number or detail from memory",
    "M": "from memory",
}


def _counts(counts: tuple[Count, ...]) -> list[tuple[str, str, str]]:
    return [(MARKS.get(c.what, c.what), str(c.measures), str(c.in_force)) for c in counts]
