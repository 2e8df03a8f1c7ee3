"""Files and pasted text, kept with name and hash, and the text in them.

What is not read is refused with the reason; the rest of a folder is read all the same.
"""

from __future__ import annotations

import codecs
import re
import sys
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

from resolute.ground.errors import InputRefused, WrongCall
from resolute.ground.origin import Origin, sha256_of

__all__ = ["LARGEST", "Taken", "take", "take_all", "take_bytes"]

LARGEST = 20_000_000  # bytes of one text; the longest report of the Panel holds about 2 MB of text
EXTRACTOR = "plain@1"
SUFFIXES = ("", ".txt", ".text", ".md")

_CONTROL = re.compile(r"[\x00-\x08\x0e-\x1f]")
_MARKS = ((codecs.BOM_UTF8, "utf-8"), (codecs.BOM_UTF16_LE, "utf-16-le"), (codecs.BOM_UTF16_BE, "utf-16-be"))


@dataclass(frozen=True, slots=True)
class Taken:
    """A file as taken in: where it came from, and its text as extracted. A byte order mark counts as no character."""

    origin: Origin
    text: str
    text_id: str
    extractor: str = EXTRACTOR


def take_all(path: str) -> Iterator[Taken | InputRefused]:
    """Yield every file of a folder and its folders, or the one file, or standard input for `-`, in order of name.

    Raises: WrongCall when there is no such file or folder, or nothing in the folder.
    """
    if path == "-":
        places: list[Path | None] = [None]
    else:
        places = list(_places(Path(path)))
    for place in places:
        try:
            yield take(place, _name(place, path)) if place else _pasted()
        except InputRefused as e:
            yield e


def _pasted() -> Taken:
    return take_bytes(sys.stdin.buffer.read(LARGEST + 1), "standard input")


def _places(path: Path) -> list[Path]:
    if path.is_file():
        return [path]
    if not path.exists():
        raise WrongCall(f"{path}: no such file or folder. Name a text file, a folder of them, or - for pasted text.")
    inside = sorted(p for p in path.rglob("*") if p.is_file() and _wanted(p.relative_to(path)))
    if not inside:
        raise WrongCall(f"{path}: no files in this folder. Put the articles there as .txt files.")
    return inside


def _wanted(inside: Path) -> bool:
    """Leave out what is hidden, and the note that says what a folder holds."""
    return inside.name != "README.md" and not any(part.startswith(".") for part in inside.parts)


def _name(place: Path, path: str) -> str:
    """Return the name of a file inside the folder that was asked for; folders on the way to it are not told."""
    return place.relative_to(path).as_posix() if Path(path).is_dir() else place.name


def take(path: Path, name: str | None = None) -> Taken:
    """Return one text file under a name, its own by default. Raises InputRefused where it is no text."""
    suffix = path.suffix.lower()
    if suffix not in SUFFIXES:
        raise InputRefused(str(path), f"a {suffix} file", "a .txt file", "Save the article as plain text.")
    size = path.stat().st_size
    if size > LARGEST:
        raise InputRefused(str(path), f"{size:,} bytes", f"at most {LARGEST:,}", "Split it.")
    return take_bytes(path.read_bytes(), str(path), name=name or path.name)


def take_bytes(data: bytes, where: str, *, name: str | None = None) -> Taken:
    """Return bytes as a text with their hash. `where` is named in refusals, `name` in outputs."""
    if len(data) > LARGEST:
        raise InputRefused(where, f"more than {LARGEST:,} bytes", f"at most {LARGEST:,}", "Split it.")
    text = decoded(data, where)
    if not text.strip():
        raise InputRefused(where, "no words", "a text with at least one word")
    origin = Origin(name=name or where, sha256=sha256_of(data), bytes=len(data))
    return Taken(origin, text, sha256_of(text.encode("utf-8")))


def decoded(data: bytes, where: str) -> str:
    """Return the text of bytes, newlines untouched."""
    encoding, start = next(((name, len(mark)) for mark, name in _MARKS if data.startswith(mark)), ("utf-8", 0))
    try:
        text = data[start:].decode(encoding)
    except UnicodeDecodeError as e:
        found = f"byte {start + e.start} (0x{data[start + e.start]:02x}) is not {encoding.upper()}"
        raise InputRefused(where, found, "a text in UTF-8 or UTF-16", "Save it again as UTF-8.") from e
    control = _CONTROL.search(text)
    if control:
        found = f"control character 0x{ord(control[0]):02x} at character {control.start()}"
        raise InputRefused(
            where, found, "a text", "This is a binary file, or a text in an encoding that it does not say."
        )
    return text
