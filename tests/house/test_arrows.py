"""The arrows run down: doors, workbench, engines and intake, cases, the rooms, the ground."""

from __future__ import annotations

import os
import shutil
import subprocess
import sys
from pathlib import Path

import pytest

from house.tree import PACKAGE, REPO

LINT = "from importlinter.cli import lint_imports_command; lint_imports_command()"


def linted(source: Path) -> subprocess.CompletedProcess[str]:
    """Run the import contract of pyproject.toml on the package that lies in `source`."""
    command = [sys.executable, "-c", LINT, "--no-cache", "--config", str(REPO / "pyproject.toml")]
    env = {**os.environ, "PYTHONPATH": str(source), "PYTHONIOENCODING": "utf-8"}
    return subprocess.run(command, cwd=source, env=env, capture_output=True, text=True, encoding="utf-8", check=False)


@pytest.fixture(scope="module")
def source(tmp_path_factory: pytest.TempPathFactory) -> Path:
    source = tmp_path_factory.mktemp("arrows")
    shutil.copytree(PACKAGE, source / "resolute", ignore=shutil.ignore_patterns("__pycache__"))
    return source


def test_the_arrows_run_down(source: Path):
    run = linted(source)
    assert (run.returncode, "1 kept, 0 broken" in run.stdout) == (0, True), run.stdout + run.stderr


@pytest.mark.parametrize(
    ("where", "planted"),
    [
        pytest.param("ground/time.py", "import resolute.cases", id="the ground knows no room above it"),
        pytest.param("law/terms.py", "import resolute.news.terms", id="law and news do not meet"),
        pytest.param("news/terms.py", "def late():\n    import resolute.law.terms", id="nor inside a function"),
        pytest.param("cases/terms.py", "import resolute.workbench", id="a case does not know the workbench"),
        pytest.param("intake/__init__.py", "import resolute.doors", id="intake does not know the doors"),
    ],
)
def test_an_import_against_the_arrows_is_refused(source: Path, where: str, planted: str):
    file = source / "resolute" / where
    before = file.read_text(encoding="utf-8")
    file.write_text(f"{before}\n\n{planted}\n", encoding="utf-8")
    try:
        run = linted(source)
    finally:
        file.write_text(before, encoding="utf-8")
    assert (run.returncode, "1 broken" in run.stdout) == (1, True), run.stdout + run.stderr


def test_a_room_that_no_floor_names_is_refused(source: Path):
    room = source / "resolute" / "attic"
    room.mkdir()
    (room / "__init__.py").write_text('"""A room."""\n', encoding="utf-8")
    try:
        run = linted(source)
    finally:
        shutil.rmtree(room)
    assert run.returncode == 1
    assert "attic" in run.stdout
