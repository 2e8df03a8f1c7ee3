"""How long a person waits: cold `resolute --help` and `resolute brief FOLDER`, each in a fresh process.

Beside them the bare limit, a Python that does nothing. Best and median of the runs, in seconds; the processes are cold,
the disk is not. Usage: cold_start.py [FOLDER] [RUNS]
"""

from __future__ import annotations

import subprocess
import sys
import tempfile
import time
from pathlib import Path
from statistics import median

SAMPLES = Path(__file__).resolve().parents[1] / "samples"
RESOLUTE = "from resolute.doors.cli.main import main; main()"


def main() -> None:
    folder = sys.argv[1] if len(sys.argv) > 1 else str(SAMPLES)
    runs = int(sys.argv[2]) if len(sys.argv) > 2 else 7
    with tempfile.TemporaryDirectory() as out:
        bare = timed(["pass"], runs)
        rows = [
            ("python -c pass", bare, None),
            ("resolute --help", timed([RESOLUTE, "--help"], runs), 0.25),
            (f"resolute brief {Path(folder).name}", timed([RESOLUTE, "brief", folder, "-o", out], runs), 2.0),
        ]
    print(f"{'what':<28}{'best':>8}{'median':>8}{'over bare':>11}{'target':>8}")
    for name, times, target in rows:
        over = f"{min(times) / min(bare):.1f}x"
        met = "" if target is None else f"{target:>8.2f}  {'met' if min(times) <= target else 'not met'}"
        print(f"{name:<28}{min(times):>8.3f}{median(times):>8.3f}{over:>11}{met}")


def timed(arguments: list[str], runs: int) -> list[float]:
    """Return the seconds of each run of `python -c`, after one run that is not counted: it compiles the modules."""
    times = []
    for _ in range(runs + 1):
        start = time.perf_counter()
        run = subprocess.run([sys.executable, "-c", *arguments], capture_output=True, text=True, check=False)
        times.append(time.perf_counter() - start)
        if run.returncode:
            sys.exit(f"{' '.join(arguments[1:])} ended with {run.returncode}:\n{run.stderr}")
    return times[1:]


if __name__ == "__main__":
    main()
