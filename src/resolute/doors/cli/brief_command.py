"""What the command `brief` does: have the workbench join a folder, write the page and the data, print the summary."""

from __future__ import annotations

import json
import sys
from pathlib import Path

from resolute.doors.cli.brief_text import summary
from resolute.doors.cli.ending import say
from resolute.doors.cli.options import REFUSED, day
from resolute.doors.cli.output import Progress, chosen, console
from resolute.doors.web.brief import render
from resolute.ground.errors import WrongCall
from resolute.workbench import Workbench

__all__ = ["brief"]


def brief(folder: str, out: str | None, known: str | None, form: str | None) -> int:
    """Write brief.html and brief.json where asked, and print the summary."""
    bench, progress = Workbench.opened(), Progress()
    made = bench.brief(folder, known=day(known), progress=progress)
    progress.done()
    for line in made.refused:
        say(line)
    sealed = bench.sealed(made)
    if out is not None:
        _write(Path(out), {"brief.html": render(made), "brief.json": sealed})
        say(f"written: {Path(out) / 'brief.html'} and {Path(out) / 'brief.json'}")
    shape = chosen(form, piped="text")
    if shape in ("json", "jsonl"):
        sys.stdout.write(sealed if shape == "json" else json.dumps(json.loads(sealed), ensure_ascii=False) + "\n")
    else:
        where = console()
        where.print(summary(made, where.width))
    return REFUSED if made.refused else 0


def _write(folder: Path, files: dict[str, str]) -> None:
    """Write whole files: each beside its place first, then moved there, so that no half file is ever seen."""
    try:
        folder.mkdir(parents=True, exist_ok=True)
        for name, text in files.items():
            beside = folder / f".{name}.part"
            beside.write_text(text, encoding="utf-8", newline="\n", errors="surrogatepass")
            beside.replace(folder / name)
    except OSError as e:
        raise WrongCall(f"{folder}: {e.strerror}. Name a folder that can be written with -o.") from e
