"""What the docs say is so: commands run, links lead somewhere, every command is explained with an example."""

from __future__ import annotations

import os
import re
import shutil
import subprocess
import sys
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest
from typer.main import get_command

from house.tree import REPO
from resolute.doors.cli.main import app

SHOWN = ("README.md", "CONTRIBUTING.md")
SKIPPED_FOLDERS = {".git", ".venv", "out", "node_modules"}
FOREIGN = re.compile(r"\b[A-Z]{4,}\b(?!-)")  # FILE, FOLDER: for the reader to fill in
COMMANDS = {
    "read", "check", "brief", "verify",
    "law show", "law on", "law lineage", "law cite", "law gaps", "law facts",
}  # fmt: skip
START = "from resolute.doors.cli.main import main; main()"


def documents() -> list[Path]:
    """Return every Markdown file of the checkout."""
    found = [p for p in REPO.rglob("*.md") if not SKIPPED_FOLDERS & set(p.relative_to(REPO).parts)]
    return sorted(p for p in found if not any(part.startswith(".") for part in p.relative_to(REPO).parts[:-1]))


def shown_commands(text: str) -> Iterator[str]:
    """Yield each command line of a text: in a fence, or between backticks."""
    for fence in re.findall(r"^```\w*\n(.*?)^```", text, flags=re.MULTILINE | re.DOTALL):
        yield from (line.split("  #")[0].strip() for line in fence.splitlines() if line.startswith("resolute "))
    prose = re.sub(r"^```.*?^```", "", text, flags=re.MULTILINE | re.DOTALL)
    yield from re.findall(r"`(resolute [^`]+)`", prose)


def links(text: str) -> Iterator[str]:
    """Yield the targets of all links and pictures of a text."""
    yield from re.findall(r"\]\(([^)\s]+)\)", text)


def anchors(text: str) -> set[str]:
    """Return what a heading can be linked by."""
    headings = re.findall(r"^#+ (.+)$", text, flags=re.MULTILINE)
    return {re.sub(r"[^\w\- ]", "", h.lower()).replace(" ", "-") for h in headings}


@pytest.fixture(scope="module")
def desk(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A folder with the samples in it and `resolute` on the path: where a newcomer stands after `make brief`."""
    desk = tmp_path_factory.mktemp("desk")
    shutil.copytree(REPO / "samples", desk / "samples")
    (desk / "bin").mkdir()
    program = desk / "bin" / "resolute"
    program.write_text(f'#!/bin/sh\nexec "{sys.executable}" -c "{START}" "$@"\n', encoding="utf-8")
    program.chmod(0o755)
    return desk


def run(desk: Path, line: str) -> subprocess.CompletedProcess[str]:
    """Run a command line as typed; the package is the one of this checkout."""
    path = f"{desk / 'bin'}{os.pathsep}{os.environ.get('PATH', '')}"
    env = {**os.environ, "PATH": path, "PYTHONPATH": str(REPO / "src"), "COLUMNS": "200"}
    return subprocess.run(
        ["sh", "-c", line], cwd=desk, env=env, stdin=subprocess.DEVNULL, capture_output=True, text=True, check=False
    )


def test_every_command_shown_runs(desk: Path):
    lines = [line for name in SHOWN for line in shown_commands((REPO / name).read_text(encoding="utf-8"))]
    tried = [line for line in dict.fromkeys(lines) if not FOREIGN.search(re.sub(r'"[^"]*"|UNSCR\S*', "", line))]
    assert len(tried) >= 8
    failed = [(line, r.returncode, r.stderr) for line in tried if (r := run(desk, line)).returncode != 0]
    assert failed == []


def test_a_command_that_does_not_exist_is_noticed(desk: Path):
    assert run(desk, "resolute divine samples").returncode == 2


def leaves(group: Any, path: str = "") -> Iterator[tuple[str, str]]:
    """Yield each command of the program with its help."""
    for name, sub in sorted(group.commands.items()):
        whole = f"{path} {name}".strip()
        if hasattr(sub, "commands"):
            yield from leaves(sub, whole)
        else:
            yield whole, " ".join(filter(None, (sub.help, sub.epilog)))


def test_every_command_has_help_with_an_example(desk: Path):
    found = dict(leaves(get_command(app)))
    assert set(found) >= COMMANDS
    example = r"Example.*\bresolute {}\b"
    assert [name for name, words in found.items() if not re.search(example.format(name), words, re.DOTALL)] == []
    silent = [name for name in found if f"resolute {name}" not in run(desk, f"resolute {name} --help").stdout]
    assert silent == []


def test_the_first_page_names_every_command():
    readme = (REPO / "README.md").read_text(encoding="utf-8")
    assert [name for name, _ in leaves(get_command(app)) if f"resolute {name.split()[0]} " not in readme] == []


@pytest.mark.parametrize("document", documents(), ids=lambda p: p.relative_to(REPO).as_posix())
def test_links_lead_somewhere(document: Path):
    broken = []
    for target in links(document.read_text(encoding="utf-8")):
        place, _, anchor = target.partition("#")
        if re.match(r"https?:|mailto:", target):
            continue
        other = (document.parent / place) if place else document
        if not other.exists() or (anchor and anchor not in anchors(other.read_text(encoding="utf-8"))):
            broken.append(target)
    assert broken == []


def test_the_first_page_fits_a_screen_and_the_second_a_page():
    lines = {name: (REPO / name).read_text(encoding="utf-8").count("\n") for name in SHOWN}
    assert lines["README.md"] <= 50
    assert lines["CONTRIBUTING.md"] <= 65


def test_decisions_say_question_choice_and_price():
    files = sorted((REPO / "docs" / "decisions").glob("*.md"))
    numbers = [int(f.name[:4]) for f in files]
    assert numbers == list(range(1, len(files) + 1))
    lacking = [
        (f.name, word)
        for f in files
        for word in ("**Question.**", "**Choice.**", "**Price.**")
        if word not in f.read_text(encoding="utf-8")
    ]
    assert lacking == []
