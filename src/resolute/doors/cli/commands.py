"""What the commands `read`, `check` and `verify` do: ask the workbench, print, and return the exit code."""

from __future__ import annotations

import sys
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from resolute.doors.cli.asked import Flags, conduct_of
from resolute.doors.cli.dialogue import asked_conduct
from resolute.doors.cli.ending import say
from resolute.doors.cli.options import REFUSED, day
from resolute.doors.cli.output import Progress, chosen, console, print_json, print_lines, table
from resolute.doors.cli.verdict_text import verdict_text
from resolute.ground.conduct import Conduct
from resolute.ground.errors import InputRefused, WrongCall
from resolute.ground.forms import to_json
from resolute.intake.columns import named_columns
from resolute.intake.tables import is_table, table_conducts
from resolute.workbench import Workbench

__all__ = ["Flags", "check", "read", "verify"]


@dataclass(slots=True)
class _Refusals:
    """Counts what was refused, and says each."""

    count: int = 0

    def __call__(self, refusal: InputRefused) -> None:
        self.count += 1
        say(str(refusal))

    @property
    def code(self) -> int:
        return REFUSED if self.count else 0


def read(path: str, form: str | None) -> int:
    """Print the reading of every text at a path."""
    bench, progress, refuse = Workbench.opened(), Progress(), _Refusals()
    shape = chosen(form, piped="jsonl")

    def rows() -> Iterator[dict[str, Any]]:
        for item in bench.read(path, progress):
            if isinstance(item, InputRefused):
                refuse(item)
            else:
                yield bench.as_read(item[1])
        progress.done()

    if shape == "jsonl":
        print_lines(rows())
    elif shape == "json":
        print_json(list(rows()))
    else:
        for row in rows():
            _print_reading(row)
    return refuse.code


def _print_reading(row: dict[str, Any]) -> None:
    document, where = row["document"], console()
    published = document["published"]["edtf"] or f"no date: {document['published']['how']}"
    where.print(f"[bold]{document['name']}[/bold] · {document['publisher'] or 'no publisher stated'} · {published}")
    if not row["claims"]:
        where.print(f"No one is quoted or reported in this text. {len(row['set_aside'])} passages were set aside.")
    claims = [
        (str(n), _who(c["speaker"]), c["stance"], _short(" ".join(s["text"] for s in c["content"])), _chain(c["chain"]))
        for n, c in enumerate(row["claims"], 1)
    ]
    if claims:
        where.print(table("", ("", "who", "says how", "what", "through"), claims))
    cited = [
        (_short(c["span"]["text"]), c["verdict"], c["fits"] or c["resolves_to"] or "-", c["why"])
        for c in row["citations"]
    ]
    if cited:
        where.print(table("", ("law cited", "", "means", "why"), cited))
    where.print("")


def _who(speaker: dict[str, Any]) -> str:
    if speaker["kind"] == "unstated":
        return "nobody named"
    return speaker["name"] or speaker["role"] or " or ".join(speaker["candidates"]) or speaker["kind"]


def _short(text: str, longest: int = 110) -> str:
    text = " ".join(text.split())
    return text if len(text) <= longest else text[: text.rfind(" ", 0, longest)] + " ..."


def _chain(hops: Sequence[dict[str, Any]]) -> str:
    return " > ".join(h["outlet"] for h in hops) or "-"


def check(
    file: str | None, flags: Flags, orders: str | None, known: str | None, form: str | None,
    columns: Sequence[str] = (), *, ask: bool = False,
) -> int:  # fmt: skip
    """Print the verdict on every conduct of a file, or on the one that options say, and answers where `ask` is set."""
    bench, refuse = Workbench.opened(), _Refusals()
    wanted = _orders(bench, orders)
    if ask and file is not None:
        raise WrongCall("--ask asks about one conduct; say what is known of it with options, not with a file")
    if ask:
        rows_asked: Iterator[Conduct | InputRefused] = iter(
            (asked_conduct(flags, bench.base, orders=wanted, known=day(known)),)
        )
    else:
        rows_asked = _asked(bench, file, flags, columns)
    answers = bench.check(rows_asked, orders=wanted, known=day(known))
    shape = chosen(form, piped="jsonl")

    def rows() -> Iterator[Any]:
        for answer in answers:
            if isinstance(answer, InputRefused):
                refuse(answer)
            else:
                yield answer

    if shape == "jsonl":
        print_lines(to_json(v) for v in rows())
    elif shape == "json":
        print_json([to_json(v) for v in rows()])
    else:
        where = console()
        for verdict in rows():
            where.print(verdict_text(verdict, bench.base))
    return refuse.code


def _orders(bench: Workbench, orders: str | None) -> tuple[str, ...] | None:
    if orders is None:
        return None
    wanted = tuple(o.strip().lower() for o in orders.split(",") if o.strip())
    unknown = [o for o in wanted if o not in bench.base.orders]
    if unknown:
        raise WrongCall(
            f"{unknown[0]} is no legal order of this law base; wanted some of {', '.join(bench.base.orders)}."
        )
    return wanted


def _asked(
    bench: Workbench, file: str | None, flags: Flags, columns: Sequence[str]
) -> Iterator[Conduct | InputRefused]:
    told = named_columns(columns)
    if file is not None and is_table(file) and not flags.given:
        return table_conducts(Path(file), told, say)
    if told:
        raise WrongCall("--column names the columns of a table; wanted a CSV, XLSX or Parquet file")
    if file is None:
        return iter((conduct_of(flags),))
    if flags.given:
        raise WrongCall("give a file or options that say one conduct, not both")
    if file == "-":
        return bench.conducts(sys.stdin.read(), "standard input")
    try:
        return bench.conducts(Path(file).read_text(encoding="utf-8-sig"), file)
    except OSError as e:
        raise WrongCall(f"{file}: {e.strerror}.") from e
    except UnicodeDecodeError as e:
        raise InputRefused(file, f"byte {e.start} is not UTF-8", "a file in UTF-8") from e


def verify(file: str) -> int:
    """Say whether a brief holds; every fault on a line."""
    try:
        text = Path(file).read_text(encoding="utf-8")
    except OSError as e:
        raise WrongCall(f"{file}: {e.strerror}.") from e
    except UnicodeDecodeError as e:
        raise InputRefused(file, f"byte {e.start} is not UTF-8", "a brief.json as written") from e
    faults = Workbench.verify(text)
    for fault in faults:
        say(f"{file}: {fault}")
    if faults:
        say(f"{file}: does not hold, {len(faults)} fault{'s' if len(faults) > 1 else ''}. Ask its sender for it again.")
        return REFUSED
    sys.stdout.write(f"{file}: holds. Every text has its hash, every span its words, and nothing was changed.\n")
    return 0
