"""How a command ends: 0 done · 1 a fault in Resolute · 2 wrong call · 3 some input refused · 4 not reachable."""

from __future__ import annotations

import os
import sys
import traceback
from collections.abc import Callable
from typing import Any

from resolute.ground.errors import FieldRefused, ResoluteError

__all__ = ["ended", "say"]


def say(line: str) -> None:
    """Print a message for a person; results go to the other stream."""
    sys.stderr.write(line.replace("\n", " ") + "\n")


def ended(run: Callable[[], Any]) -> int:
    """Run a command and return its exit code. A fault in Resolute is shown whole, so that it can be reported."""
    try:
        code = run()
        sys.stdout.flush()
    except SystemExit as e:  # the command line's own end: help shown, an option misspelt, a command's code
        return e.code if isinstance(e.code, int) else 2
    except KeyboardInterrupt:
        say("stopped by hand; nothing was changed")
        return 1
    except ResoluteError as e:
        say(str(e))
        return e.exit_code
    except FieldRefused as e:  # a word of the call that no vocabulary or base holds
        say(str(e).removeprefix(": "))
        return 2
    except BrokenPipeError:
        os.dup2(os.open(os.devnull, os.O_WRONLY), sys.stdout.fileno())
        return 0
    except Exception:  # noqa: BLE001 - the door: here stands a person
        say("a fault in Resolute, not in what you gave it; please report the lines below")
        traceback.print_exc()
        return 1
    return code if isinstance(code, int) else 0
