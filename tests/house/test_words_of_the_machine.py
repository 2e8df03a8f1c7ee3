"""Nothing in the checkout names the machine it was written on, or an address from which packages come."""

from __future__ import annotations

import re
from pathlib import Path

import pytest

from house.tree import REPO

SUFFIXES = {".py", ".md", ".toml", ".txt", ".yaml", ".yml", ".csv", ".html", ".css", ".js", ".json", ""}
FOREIGN = [  # written in two pieces, so that this file does not name them either
    re.compile("/ro" + r"ot/"),
    re.compile("/wo" + r"rk/(?:main|shared|\.)"),
    re.compile("py" + r"pi\.org|python" + r"hosted\.org"),
    re.compile(r"(?<!no-emit-)(?:extra-)?index" + r"-url|(?<!no-emit-)find" + r"-links|(?<!no-emit-)trusted" + "-host"),
]


def files() -> list[Path]:
    """Return every text of the checkout that is not made by a command."""
    made = {"out", "dist", "node_modules", "__pycache__"}
    return sorted(
        path
        for path in REPO.rglob("*")
        if path.is_file()
        and path.suffix in SUFFIXES
        and not made & set(path.relative_to(REPO).parts)
        and not any(p.startswith(".") and p != ".ci" for p in path.relative_to(REPO).parts[:-1])
    )


def named(text: str) -> list[str]:
    return [m.group() for pattern in FOREIGN for m in pattern.finditer(text)]


def test_no_file_names_the_machine_or_an_address_of_packages():
    found = {p.relative_to(REPO).as_posix(): named(p.read_text(encoding="utf-8", errors="replace")) for p in files()}
    assert {path: words for path, words in found.items() if words} == {}


@pytest.mark.parametrize("line", ["--index" + "-url x", "see /ro" + "ot/x", "https://py" + "pi.org/simple"])
def test_such_a_word_is_noticed(line: str):
    assert named(line) != []
