"""`resolute`: the commands, their options and their help. What a command does stands in `commands` and is loaded late.

The commands' modules are imported when a command runs, so that `--help` answers at once.
"""

from __future__ import annotations

import gc
import os
import sys
from typing import Annotated

import typer

from resolute import __version__

__all__ = ["app", "main"]

app = typer.Typer(
    name="resolute",
    no_args_is_help=True,
    add_completion=False,
    rich_markup_mode=None,
    pretty_exceptions_enable=False,
    help="From a news report to the paragraph it breaks. A record of claims: no one is found guilty, no fact proven.",
)
law = typer.Typer(no_args_is_help=True, help="The law on a day: for whom, what replaced what, what is not encoded.")
app.add_typer(law, name="law")

Form = Annotated[
    str | None, typer.Option("--form", "-f", help="table, json, jsonl or text; a table on a terminal, data when piped.")
]
Known = Annotated[
    str | None, typer.Option(help="The day of our knowledge, YYYY-MM-DD; by default that of the law base.")
]


def _example(*lines: str) -> str:
    return "Example:\n\n" + "\n\n".join(lines)


@app.callback(invoke_without_command=True)
def start(
    version: Annotated[bool, typer.Option("--version", help="Print the version and stop.")] = False,
) -> None:
    """Answer for the program itself."""
    if version:
        sys.stdout.write(f"resolute {__version__}\n")
        raise typer.Exit


@app.command(short_help="What a folder of articles amounts to.", epilog=_example("resolute brief articles -o out"))
def brief(
    folder: Annotated[str, typer.Argument(help="A folder of articles (.txt), one file, or - for pasted text.")],
    out: Annotated[str | None, typer.Option("--out", "-o", help="Where brief.html and brief.json go.")] = None,
    known: Known = None,
    form: Form = None,
) -> None:
    """Say what a folder of articles amounts to: allegations, who stands where, law, corrections, open questions."""
    from resolute.doors.cli import brief_command

    raise typer.Exit(brief_command.brief(folder, out, known, form))


@app.command(
    short_help="Who says what in an article, and which law is cited.",
    epilog=_example("resolute read article.txt", "resolute read - < article.txt"),
)
def read(
    path: Annotated[str, typer.Argument(help="A text file, a folder of them, or - for pasted text.")],
    form: Form = None,
) -> None:
    """Read who says, denies, admits, refuses, promises what, and which law is cited, rightly or wrongly."""
    from resolute.doors.cli import commands

    raise typer.Exit(commands.read(path, form))


@app.command(
    short_help="What each legal order says to a conduct.",
    epilog=_example(
        "resolute check --act procure --goods coal --origin KP --actor-state RU --on 2017-09-01",
        "resolute check deals.xlsx --column Flag=vessels.0.flag -f jsonl",
        "resolute check --ask --act procure --goods coal --actor-state RU",
    ),
)
def check(
    file: Annotated[
        str | None, typer.Argument(help="Conducts as JSON, JSON lines, YAML, CSV, XLSX or Parquet; - for pasted.")
    ] = None,
    act: Annotated[str | None, typer.Option(help="What is done: procure, supply, employ, ship-to-ship ...")] = None,
    mode: Annotated[str, typer.Option(help="does, omits, allows, asks, plans or refuses.")] = "does",
    actor_state: Annotated[str | None, typer.Option(help="The State of who acts: its nationality, RU.")] = None,
    actor_kind: Annotated[
        str | None, typer.Option(help="state, company, bank, insurer, individual, vessel ...")
    ] = None,
    goods: Annotated[list[str] | None, typer.Option(help="Goods in words, or a tariff heading such as 2701.")] = None,
    quantity: Annotated[str | None, typer.Option(help='How much: "5000 t", "at least 300 bbl".')] = None,
    origin: Annotated[str | None, typer.Option(help="Where the goods were made or mined.")] = None,
    from_: Annotated[str | None, typer.Option("--from", help="Where they leave: RU, or a port, RUNJK.")] = None,
    to: Annotated[str | None, typer.Option(help="Where they arrive.")] = None,
    party: Annotated[
        list[str] | None, typer.Option(help="role:state[:listed-by], as seller:KP or buyer:CN:us.")
    ] = None,
    vessel: Annotated[list[str] | None, typer.Option(help="flag[:name], as KP or PA:ORLAN.")] = None,
    on: Annotated[str | None, typer.Option(help="The day: 2017-09-01, 2017-09, 2017-08-05/2018-01-31.")] = None,
    fact: Annotated[list[str] | None, typer.Option(help="An answer: key=yes, key=no, key=500.")] = None,
    orders: Annotated[str | None, typer.Option(help="un,us,ru ...; the Council's answer is always there.")] = None,
    column: Annotated[
        list[str] | None,
        typer.Option(help="A table's column and its field, Flag=vessels.0.flag; NAME=- leaves it out."),
    ] = None,
    ask: Annotated[bool, typer.Option("--ask", help="Ask what still matters, until the verdict is decided.")] = False,
    known: Known = None,
    form: Form = None,
) -> None:
    """Say what each legal order says to a conduct, by this actor, on this day: on these facts, with what is missing."""
    from resolute.doors.cli import commands

    flags = commands.Flags(
        act=act, mode=mode, actor_state=actor_state, actor_kind=actor_kind, goods=tuple(goods or ()),
        quantity=quantity, origin=origin, from_=from_, to=to, party=tuple(party or ()), vessel=tuple(vessel or ()),
        on=on, fact=tuple(fact or ()),
    )  # fmt: skip
    raise typer.Exit(commands.check(file, flags, orders, known, form, tuple(column or ()), ask=ask))


@app.command(short_help="Check a brief.json again.", epilog=_example("resolute verify out/brief.json"))
def verify(file: Annotated[str, typer.Argument(help="A brief.json.")]) -> None:
    """Check the seal, every hash and every span of a brief again, on anybody's machine."""
    from resolute.doors.cli import commands

    raise typer.Exit(commands.verify(file))


@law.command("show", short_help="One measure or instrument.", epilog=_example("resolute law show UNSCR-2371-8"))
def law_show(
    id_: Annotated[str, typer.Argument(metavar="ID", help="A measure or an instrument.")], form: Form = None
) -> None:
    """Show one measure or instrument: the rule in our words, since when, for whom, except, where a lawyer reads it."""
    from resolute.doors.cli import law_commands

    raise typer.Exit(law_commands.shown(id_, form))


@law.command(
    "on", short_help="The measures in force on a day.", epilog=_example("resolute law on 2017-09-01 --line coal")
)
def law_on(
    day: Annotated[str, typer.Argument(help="A day, YYYY-MM-DD.")],
    line: Annotated[str | None, typer.Option(help="One line of law: coal, workers, arms-to ...")] = None,
    order: Annotated[str | None, typer.Option(help="One legal order: un, us, ru, cn.")] = None,
    actor: Annotated[str | None, typer.Option(help="Only the orders that bind this State: RU.")] = None,
    form: Form = None,
) -> None:
    """List the measures in force on a day."""
    from resolute.doors.cli import law_commands

    raise typer.Exit(law_commands.on(day, line, order, actor, form))


@law.command("lineage", short_help="What replaced what.", epilog=_example("resolute law lineage coal"))
def law_lineage(
    line: Annotated[str | None, typer.Argument(help="A line of law; without one, all of them.")] = None,
    form: Form = None,
) -> None:
    """Show what replaced what along one line of law."""
    from resolute.doors.cli import law_commands

    raise typer.Exit(law_commands.lineages(line, form))


@law.command(
    "cite",
    short_help="Which instrument words mean.",
    epilog=_example('resolute law cite "In December 2017 the Council adopted resolution 2379 on North Korea."'),
)
def law_cite(
    words: Annotated[str, typer.Argument(help="A sentence that cites law; - for pasted text.")], form: Form = None
) -> None:
    """Say which instrument words mean, and whether number, date and subject fit; the words are never changed."""
    from resolute.doors.cli import law_commands

    raise typer.Exit(law_commands.cite(words, form))


@law.command("facts", short_help="The questions measures turn on.", epilog=_example("resolute law facts UNSCR-2397-8"))
def law_facts(
    id_: Annotated[str | None, typer.Argument(metavar="ID", help="A measure; without one, every fact.")] = None,
    form: Form = None,
) -> None:
    """List the facts that measures turn on, as questions a person can ask."""
    from resolute.doors.cli import law_commands

    raise typer.Exit(law_commands.facts(id_, form))


@law.command("gaps", short_help="What is uncertain or not encoded.", epilog=_example("resolute law gaps"))
def law_gaps(
    order: Annotated[str | None, typer.Option(help="One legal order: un, us, ru, cn.")] = None, form: Form = None
) -> None:
    """List what is uncertain, unsettled or not encoded."""
    from resolute.doors.cli import law_commands

    raise typer.Exit(law_commands.gaps_of(order, form))


@law.command(
    "caps",
    short_help="What is told of deliveries against each cap.",
    epilog=_example("resolute law caps", "resolute law caps petroleum-refined --on 2019-06-01"),
)
def law_caps(
    line: Annotated[str | None, typer.Argument(help="One line of law: petroleum-refined, coal ...")] = None,
    on: Annotated[str | None, typer.Option(help="Only the period of this day, with every figure told of it.")] = None,
    form: Form = None,
) -> None:
    """Show what is told of deliveries against each cap, in its own counting year; estimates stand beside, unadded."""
    from resolute.doors.cli import law_more

    raise typer.Exit(law_more.caps(line, on, form))


@law.command(
    "calendar",
    short_help="What a State owed when, and what it says it did.",
    epilog=_example("resolute law calendar RU"),
)
def law_calendar(
    state: Annotated[str, typer.Argument(help="A State by its code: RU.")],
    on: Annotated[str | None, typer.Option(help="As it stood on a day, YYYY-MM-DD.")] = None,
    line: Annotated[str | None, typer.Option(help="One line of law: workers, reporting ...")] = None,
    form: Form = None,
) -> None:
    """Show what a State owed by which day, what it says it did, what others say, and what is open."""
    from resolute.doors.cli import law_more

    raise typer.Exit(law_more.calendar_of(state, on, line, form))


@law.command(
    "diff",
    short_help="What changed between two days.",
    epilog=_example("resolute law diff 2017-08-01 2018-01-31 --order un --line coal"),
)
def law_diff(
    first: Annotated[str, typer.Argument(metavar="D1", help="The earlier day, YYYY-MM-DD.")],
    second: Annotated[str, typer.Argument(metavar="D2", help="The later day.")],
    order: Annotated[str | None, typer.Option(help="One legal order: un, us, ru, cn.")] = None,
    line: Annotated[str | None, typer.Option(help="One line of law: coal, workers, arms-to ...")] = None,
    form: Form = None,
) -> None:
    """Show which measures began, ended, were replaced between two days, and which of their parts changed."""
    from resolute.doors.cli import law_more

    raise typer.Exit(law_more.diff(first, second, order, line, form))


@law.command("order", short_help="One legal order: whom it commands.", epilog=_example("resolute law order us"))
def law_order(
    id_: Annotated[str, typer.Argument(metavar="ORDER", help="A legal order: un, us, ru, cn.")], form: Form = None
) -> None:
    """Show a legal order: whom it commands and why, how it counts owners, its texts, counts, gaps, until when known."""
    from resolute.doors.cli import law_more

    raise typer.Exit(law_more.order(id_, form))


@law.command("book", short_help="The law as a book of pages.", epilog=_example("resolute law book -o law-book"))
def law_book(
    out: Annotated[str, typer.Option("--out", "-o", help="The folder for the pages; index.html is the first.")],
    form: Form = None,
) -> None:
    """Write the book of the law: an index, a page for each measure, line and order. Each opens anywhere, offline."""
    from resolute.doors.cli import law_book as pages

    raise typer.Exit(pages.book(out, form))


def main() -> None:
    """Run a command; say in one line what was refused, and end with the code of the contract."""
    from resolute.doors.cli.ending import ended

    # A command builds large frozen tables once and ends: looking through them for circles, and taking them down one by
    # one at the end, costs a fifth of its time and gives nothing back.
    gc.set_threshold(100_000, 20, 50)
    code = ended(app)
    sys.stdout.flush()
    sys.stderr.flush()
    os._exit(code)
