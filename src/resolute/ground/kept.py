"""Values made from shipped files, kept beside the program as Python keeps its compiled modules.

A kept value is used only where it was made from the same bytes by the same program under the same Python; else it is
made anew. A folder that cannot be written costs time and nothing else. Nothing a user gives is ever kept here.
"""

from __future__ import annotations

import hashlib
import os
import pickle
import sys
from collections.abc import Callable, Iterable
from contextlib import suppress
from functools import cache
from pathlib import Path
from typing import TypeVar, cast

__all__ = ["PACKAGE", "kept"]

T = TypeVar("T")

PACKAGE = Path(__file__).parents[1]
FOLDER = PACKAGE / "__pycache__"
DIGEST = hashlib.sha256().digest_size


def kept(name: str, sources: Iterable[bytes], make: Callable[[], T], *, folder: Path = FOLDER) -> T:
    """Return the value of `make`, from its kept copy where one stands for the same sources.

    Args:
        name: what it is called in the folder; one copy a name is kept.
        sources: the bytes it is made from, in order.
        make: makes it; pure, and of these sources alone.
        folder: where copies lie.
    """
    key = _key(sources)
    path = folder / f"{name}.{sys.implementation.cache_tag}.kept"
    try:
        held = path.read_bytes()
    except OSError:
        held = b""
    body = held[2 * DIGEST :]
    if held[:DIGEST] == key and held[DIGEST : 2 * DIGEST] == hashlib.sha256(body).digest():
        return cast("T", pickle.loads(body))
    value = make()
    if not sys.dont_write_bytecode:
        _keep(path, key, pickle.dumps(value, protocol=pickle.HIGHEST_PROTOCOL))
    return value


def _key(sources: Iterable[bytes]) -> bytes:
    total = hashlib.sha256(_program())
    for source in sources:
        total.update(hashlib.sha256(source).digest())
    return total.digest()


@cache
def _program() -> bytes:
    """Return what tells one state of the program from another: its modules, their sizes and times, and the Python."""
    modules = sorted(p for p in PACKAGE.rglob("*.py"))
    marks = [sys.version, *(f"{p.relative_to(PACKAGE)} {(s := p.stat()).st_size} {s.st_mtime_ns}" for p in modules)]
    return "\n".join(marks).encode()


def _keep(path: Path, key: bytes, body: bytes) -> None:
    """Write a copy aside and move it into place, so that nobody ever reads half of one."""
    beside = path.with_name(f"{path.name}.{os.getpid()}")
    try:
        path.parent.mkdir(exist_ok=True)
        beside.write_bytes(key + hashlib.sha256(body).digest() + body)
        beside.replace(path)
    except OSError:
        with suppress(OSError):
            beside.unlink()
