"""A lineage as a picture on the terminal: a bar for each measure on one axis of years, and what followed on what."""

from __future__ import annotations

from rich.console import Group, RenderableType
from rich.text import Text

from resolute.doors.cli.output import table
from resolute.ground.time import Day
from resolute.law.show import Lineage, Step

__all__ = ["lineage_picture"]

WIDTH = 40  # characters of the axis
BARS = {"prohibition": "█", "freeze": "█", "travel-ban": "█", "port-ban": "█", "cap": "▓", "duty": "▓", "call": "·"}


def lineage_picture(found: Lineage, last: Day) -> RenderableType:
    """Return the steps as bars up to `last`, the last day the law is known, and a table that says the same in words.

    A full bar bars the act, a half one limits it to an amount or a day, dots only call upon States.
    """
    starts = [s.start for s in found.steps if s.start]
    if not starts:
        return Text(f"{found.title}: no measure of this line in the base")
    first, years = min(starts).year, last.year - min(starts).year + 1
    axis = Text(f"{'':24}{first}{'':{max(WIDTH - 8, 1)}}{last.year}", style="dim")
    bars = [_bar(s, first, years, last) for s in found.steps]
    rows = [
        (s.id, s.title, _from_to(s), ", ".join(s.replaces) or "-", ", ".join(s.tightens) or "-", s.confidence)
        for s in found.steps
    ]
    columns = ("id", "", "in force", "replaces", "tightens", "conf.")
    return Group(Text(found.title, style="bold"), axis, *bars, Text(""), table("", columns, rows))


def _bar(step: Step, first: int, years: int, last: Day) -> Text:
    def at(on: Day) -> int:
        share = (on.year - first + (on.timetuple().tm_yday - 1) / 366) / years
        return min(WIDTH - 1, max(0, int(share * WIDTH)))

    start, end = at(step.start or Day(first, 1, 1)), at(step.end or last)
    sign = BARS.get(step.kind, "░")
    open_end = "" if step.end else ">"
    return Text(f"{step.id[:23]:24}{' ' * start}{sign * (end - start + 1)}{open_end}")


def _from_to(step: Step) -> str:
    end = step.end.isoformat() if step.end else "open"
    due = f", due {step.due.isoformat()}" if step.due else ""
    down = f", wind-down to {step.wind_down.isoformat()}" if step.wind_down else ""
    return f"{step.start.isoformat() if step.start else 'always'} to {end}{due}{down}"
