"""The brief on the terminal: one line an allegation, then corrections, contradictions and what is not known.

It says what the page's first screen says, in the same words. A sign never stands without its word.
"""

from __future__ import annotations

from rich.console import Console, Group, RenderableType
from rich.padding import Padding
from rich.table import Table
from rich.text import Text

from resolute.cases.terms import Brief, Contradiction, Correction
from resolute.doors.web import words
from resolute.doors.web.links import excerpt
from resolute.doors.web.summary import Line, Voice, facts, lines, not_searched

__all__ = ["plain", "summary"]

STYLES = {"stop": "bold red", "ask": "bold yellow", "go": "bold green", "warm": "dark_orange3", "cool": "blue", "": ""}
NARROW = 90  # columns below which the table would break words: then each allegation is a block
NOT = "A record of claims. It finds no one guilty and no fact proven. Every verdict reads “if true”."
SHOWN = 8  # corrections, contradictions, questions on the terminal; the page has all


def summary(brief: Brief, console_width: int = 100) -> RenderableType:
    """Return the summary for a console of so many columns. Everything in it stands in the brief; the page has all."""
    parts: list[RenderableType] = [Text(_flat(brief.title), style="bold"), Text(_flat(brief.lead)), Text(NOT)]
    parts += [_facts(brief), Text()]
    found = lines(brief)
    if not found:
        parts.append(Text("No act told in these articles may fall under a measure of this law base."))
    elif console_width < NARROW:
        parts += [_block(line) for line in found]
    else:
        parts.append(_table(found))
    for title, rows in _sections(brief):
        parts += [Text(), Text(title, style="bold"), *(Padding(row, (0, 0, 0, 2)) for row in rows)]
    return Group(*parts)


def plain(brief: Brief, width: int = 100) -> str:
    """Return the summary as text without colour or control characters, for a pipe or a file; lines end at `width`."""
    console = Console(width=width, color_system=None, force_terminal=False, highlight=False, emoji=False, markup=False)
    with console.capture() as held:
        console.print(summary(brief, width))
    return "\n".join(line.rstrip() for line in held.get().splitlines()) + "\n"


def _flat(text: str) -> str:
    """Return text of others on one line, without characters that a terminal would obey."""
    return " ".join("".join(c if c.isprintable() or c.isspace() else "�" for c in text).split())


def _facts(brief: Brief) -> Text:
    rows = [*facts(brief), ("Law version", brief.law_version)]
    return Text(" · ".join(f"{label} {value}" for label, value in rows), style="dim")


def _table(found: tuple[Line, ...]) -> Table:
    table = Table(box=None, padding=(0, 2, 1, 0), show_edge=False, header_style="bold", pad_edge=False)
    table.add_column("", justify="right")
    for head, ratio in (("What is alleged", 6), ("Said by", 5), ("Denied by", 4), ("Law engaged", 4), ("If true", 4)):
        table.add_column(head, ratio=ratio, overflow="fold")
    table.add_column("Facts missing", justify="right")
    table.expand = True
    for line in found:
        missing = str(line.missing) if line.missing else "none"
        table.add_row(str(line.number), Text(_flat(line.title), style="bold"), *_cells(line), missing)
    return table


def _block(line: Line) -> RenderableType:
    rows = Table.grid(padding=(0, 2, 0, 0))
    rows.add_column(no_wrap=True)
    rows.add_column(overflow="fold")
    names = ("Said by", "Denied by", "Law", "If true")
    for name, cell in zip(names, _cells(line), strict=True):
        rows.add_row(f"   {name}", cell)
    rows.add_row("   Facts missing", str(line.missing) if line.missing else "none")
    return Group(Text(f"{line.number}  {_flat(line.title)}", style="bold"), rows, Text())


def _cells(line: Line) -> tuple[Text, Text, Text, Text]:
    law = [Text(f"{c}, {_flat(since)}" if since else c) for c, since in line.law]
    law += [Text(f"and {line.law_more} more")] if line.law_more else []
    return (
        _voices(line.said, line.said_more),
        _voices(line.denied, line.denied_more),
        Text("\n").join(law) if law else Text("none here"),
        _verdict(line.verdict),
    )


def _voices(voices: tuple[Voice, ...], more: int) -> Text:
    if not voices:
        return Text("nobody, here")
    out = []
    for v in voices:
        sign = words.stance(v.stance)
        said = Text(f"{sign.char} ", style=STYLES[sign.tone]).append(f"{sign.word}: {_flat(v.who)}", style="default")
        out.append(said.append(f", {v.note}" if v.note else ""))
    return Text("\n").join([*out, *([Text(f"and {more} more")] if more else [])])


def _verdict(word: str) -> Text:
    sign = words.verdict(word)
    return Text(f"{sign.char} {sign.word}", style=STYLES[sign.tone])


def _sections(brief: Brief) -> list[tuple[str, list[Text]]]:
    """Return what stands below the table: title and lines, the longest lists cut with a count of the rest."""
    corrections = _cut([_correction(c) for c in brief.corrections])
    clashes = _cut([_clash(c) for c in brief.contradictions])
    questions = _cut([Text(_flat(q.text)) for q in brief.questions])
    out = [
        ("Corrections", corrections or [Text("none: no reference was found wrong")]),
        ("Contradictions", clashes or [Text("none found between these articles")]),
        ("Open questions", questions or [Text("none")]),
    ]
    if brief.refused:
        out.append(("Files refused", [Text(_flat(r)) for r in brief.refused]))
    if searched := not_searched(brief):
        out.append(("Not searched", [Text(t) for t in searched]))
    return out


def _cut(rows: list[Text]) -> list[Text]:
    more = len(rows) - SHOWN
    return [*rows[:SHOWN], *([Text(f"and {more} more on the page", style="dim")] if more > 0 else [])]


def _correction(c: Correction) -> Text:
    why = excerpt(_flat(c.why.text), 200)
    return Text(f"{c.article}: “{excerpt(_flat(c.as_written), 60)}” fits {_flat(c.fits)}. {why}")


def _clash(c: Contradiction) -> Text:
    kind = "real" if c.real else "only apparent"
    return Text(f"{kind}: {_flat(c.subject)} ({', '.join(c.claims)}): {_flat(c.why.text)}")
