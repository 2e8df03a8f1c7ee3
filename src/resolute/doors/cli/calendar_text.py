"""The calendar of a State on the terminal: what was due when, what it says of it, what is open, what others say."""

from __future__ import annotations

from collections.abc import Iterator
from itertools import groupby

from rich.console import Group, RenderableType
from rich.text import Text

from resolute.doors.cli.output import table
from resolute.ground.prose import day_words, listed, states_named, when
from resolute.law.calendar import KINDS, Calendar, Entry, Said

__all__ = ["calendar_text"]

SHOWN = ("report", "sent-home", "workers", "permits")
DUE = {"report": "a report", "done": "to be done by", "last day": "wind-down ends"}
CLAIMS = (
    "Each figure is a claim of the one named. Permits, visas, entries, workers there and workers sent home are "
    "different counts and are not compared. Nothing found is no finding that nothing was done."
)


def calendar_text(found: Calendar, titles: dict[str, str]) -> RenderableType:
    """Return the calendar as tables; `titles` are the legal orders in words."""
    name = states_named([found.state])
    if not found.orders:
        return Text(
            f"No legal order of this base commands {name} as a State, so that nothing is owed in this calendar."
        )
    whose = listed([titles[o] for o in found.orders])
    head = f"What {name} owed, as of {day_words(found.on)}, by the law of: {whose}"
    columns = ("day", "what", "measure", f"{name} says", "open")
    parts: list[RenderableType] = [table(head, columns, [_dated(own) for own in _grouped(found.dated)])]
    if found.standing:
        rows = [(e.since.isoformat() if e.since else "always", e.title, e.binds, e.measure) for e in found.standing]
        parts += [
            Text(""),
            table("Owed whenever it arises, with no last day", ("since", "what", "of whom", "id"), rows),
        ]
    for title, several in (
        (f"{name[:1].upper()}{name[1:]} says", found.own),
        (f"Others say of {name}", found.others),
        ("Of all States together", found.all_states),
    ):
        if several:
            heads = ("about", "figure", "of what", "by", "conf.", "where")
            parts += [Text(""), table(title, heads, [_said(s) for s in sorted(several, key=_order)])]
    return Group(*parts, Text(""), Text(CLAIMS, style="dim"))


def _grouped(dated: tuple[Entry, ...]) -> Iterator[list[Entry]]:
    """Yield entries of one day and one text together: ends of wind-downs come by the dozen."""
    key = lambda e: (e.day, e.kind, e.what, e.open)  # noqa: E731 - the same for both
    for _, group in groupby(sorted(dated, key=lambda e: (str(e.day), e.kind, e.what, e.open, e.measure)), key=key):
        yield list(group)


def _dated(own: list[Entry]) -> tuple[str, ...]:
    first = own[0]
    what = f"{DUE[first.kind]}: {first.what}" if first.kind != "report" else first.title
    says = "; ".join(dict.fromkeys(_short(s) for e in own for s in e.own if s.kind in SHOWN))
    left = first.open if first.passed or not first.open else "not yet due"
    return (first.day.isoformat() if first.day else "", what, ", ".join(e.measure for e in own), says, left)


def _short(s: Said) -> str:
    figure = " ".join(x for x in (s.figure, KINDS[s.kind] if s.figure else s.what or KINDS[s.kind]) if x)
    return f"{figure} ({when(s.about, short=True)})" if s.about else figure


def _order(s: Said) -> tuple[str, str, str]:
    told = s.about or s.said
    end = told.bounds.end or told.bounds.start if told else None
    return (end.isoformat() if end else "", s.kind, s.by)


def _said(s: Said) -> tuple[str, ...]:
    about = when(s.about, short=True) if s.about else "no day told"
    what = ": ".join(x for x in (KINDS[s.kind], s.what) if x)
    by = f"{s.by}, {when(s.said, short=True)}" if s.said else f"{s.by}, day not told"
    return (about, s.figure or "no figure", f"{what}; {s.note}" if s.note else what, by, s.mark, "; ".join(s.sources))
