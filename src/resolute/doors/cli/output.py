"""How answers are printed: a table or text for people, JSON for programs; progress goes to the other stream."""

from __future__ import annotations

import json
import sys
import time
from collections.abc import Callable, Iterable
from typing import Any

from rich.console import Console
from rich.table import Table
from rich.text import Text

from resolute.ground.errors import UnknownWord, WrongCall

__all__ = ["FORMS", "Progress", "chosen", "console", "print_json", "print_lines", "table"]

FORMS = ("table", "json", "jsonl", "text")
SHOWN_AFTER = 1.0  # seconds; work that is done sooner says nothing


def chosen(form: str | None, *, piped: str) -> str:
    """Return the form asked for; else a table on a terminal and `piped` when piped. Raises WrongCall."""
    if form is None:
        return "table" if sys.stdout.isatty() else piped
    if form not in FORMS:
        raise WrongCall(str(UnknownWord((), form, FORMS, "a form")))
    return form


def console() -> Console:
    """Return where people read; no colours and no width of a terminal when piped."""
    piped = not sys.stdout.isatty()
    return Console(file=sys.stdout, width=110 if piped else None, no_color=piped, highlight=False, soft_wrap=False)


def print_json(data: Any) -> None:
    """Print one JSON document."""
    sys.stdout.write(json.dumps(data, ensure_ascii=False, indent=1) + "\n")


def print_lines(rows: Iterable[Any]) -> None:
    """Print JSON lines, each as soon as it is there."""
    for row in rows:
        sys.stdout.write(json.dumps(row, ensure_ascii=False) + "\n")


def table(title: str, columns: Iterable[str], rows: Iterable[Iterable[str | Text]]) -> Table:
    """Return a table with horizontal rules only; every cell says something, a dash where there is nothing."""
    out = Table(title=title, title_justify="left", box=None, padding=(0, 2, 0, 0), header_style="bold", show_edge=False)
    for column in columns:
        out.add_column(column, overflow="fold")
    for row in rows:
        out.add_row(*[cell if isinstance(cell, Text) and cell else Text(str(cell) or "-") for cell in row])
    return out


class Progress:
    """Says what is being done once the work has taken longer than a second; one line, on the other stream."""

    __slots__ = ("_begun", "_clock", "_last", "_shown")

    def __init__(self, clock: Callable[[], float] = time.monotonic) -> None:
        """Begin to count; `clock` gives seconds."""
        self._clock, self._begun, self._last, self._shown = clock, clock(), clock(), False

    def __call__(self, doing: str) -> None:
        """Say what is being done, at most four times a second."""
        now = self._clock()
        if sys.stderr.isatty() and now - self._begun > SHOWN_AFTER and now - self._last > 0.25:
            sys.stderr.write(f"\r\x1b[K{doing}")
            self._last, self._shown = now, True

    def done(self) -> None:
        """Clear the line."""
        if self._shown:
            sys.stderr.write("\r\x1b[K")
