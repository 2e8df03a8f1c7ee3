"""Write the locks: `run.txt` (to run and to install Resolute) and `dev.txt` (that, and what its tests and checks need).

Needs pip-tools. A lock names versions and the hashes of every published file; it names no address. The resolver sees
only the platform it runs on, so what other platforms need stands in `ELSEWHERE` and is locked with its marker.
"""

from __future__ import annotations

import re
import subprocess
import sys
import tomllib
from pathlib import Path

HERE = Path(__file__).parent
ELSEWHERE = {"colorama": 'sys_platform == "win32"'}
HEAD = "# Versions and hashes of what Resolute {}. Written by `make lock`; edit pyproject.toml instead.\n"
OPTIONS = (
    "--quiet", "--generate-hashes", "--strip-extras", "--no-header", "--no-annotate", "--allow-unsafe",
    "--no-emit-index-url", "--no-emit-trusted-host", "--no-emit-find-links", "--no-emit-options",
)  # fmt: skip


def main() -> None:
    """Resolve `dev` first and hold `run` to the same versions, so that the two never disagree."""
    project = tomllib.loads((HERE.parent / "pyproject.toml").read_text(encoding="utf-8"))
    groups = project["dependency-groups"]
    run = [*project["project"]["dependencies"], *groups["build"]]
    dev = [*run, *(d for d in groups["dev"] if isinstance(d, str))]
    locked = resolved([*dev, *ELSEWHERE])
    (HERE / "dev.txt").write_text(HEAD.format("is built and tested with") + marked(locked), encoding="utf-8")
    pins = re.findall(r"^[\w.-]+==\S+", locked, flags=re.MULTILINE)
    held = resolved([*run, *ELSEWHERE], pins)
    (HERE / "run.txt").write_text(HEAD.format("runs with") + marked(held), encoding="utf-8")


def resolved(wanted: list[str], pins: list[str] | None = None) -> str:
    """Return the lock of `wanted`, held to `pins` where given."""
    work = HERE / ".lock"
    work.mkdir(exist_ok=True)
    (work / "pins.txt").write_text("\n".join(pins or []), encoding="utf-8")
    (work / "wanted.in").write_text("\n".join([*wanted, "-c pins.txt"]), encoding="utf-8")
    command = [sys.executable, "-m", "piptools", "compile", *OPTIONS, "wanted.in", "-o", "lock.txt"]
    (work / "lock.txt").unlink(missing_ok=True)
    subprocess.run(command, cwd=work, check=True)
    text = (work / "lock.txt").read_text(encoding="utf-8")
    for file in work.iterdir():
        file.unlink()
    work.rmdir()
    return text


def marked(lock: str) -> str:
    """Give each package that only another platform needs its marker."""
    for name, marker in ELSEWHERE.items():
        lock = re.sub(rf"^({name}==\S+)", rf"\1 ; {marker}", lock, flags=re.MULTILINE)
    return "\n".join(line for line in lock.splitlines() if line and not line.startswith("#")) + "\n"


if __name__ == "__main__":
    main()
