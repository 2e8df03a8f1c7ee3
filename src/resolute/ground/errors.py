"""The tree of errors: each says where, what was found, what was wanted, what to do."""

from __future__ import annotations

from collections.abc import Iterable
from difflib import get_close_matches
from typing import Any

__all__ = [
    "FieldRefused", "InputRefused", "ResoluteError", "UnknownCode", "UnknownWord", "Unreachable", "WrongCall",
    "nearest",
]  # fmt: skip


def _again(kind: type[Exception], args: tuple[Any, ...], state: dict[str, Any]) -> Exception:
    """Build an error anew from its parts, for one that comes back from another process."""
    error = kind.__new__(kind, *args)
    error.__dict__.update(state)
    return error


class ResoluteError(Exception):
    """Any error that Resolute raises on purpose; `exit_code` is what a terminal door ends with."""

    exit_code = 1


class WrongCall(ResoluteError):
    """The call itself is wrong: an unknown option, a missing folder."""

    exit_code = 2


class Unreachable(ResoluteError):
    """A store, an engine or a server could not be reached."""

    exit_code = 4


class InputRefused(ResoluteError):
    """An input that is not read rather than guessed at."""

    exit_code = 3

    def __init__(self, where: str, found: str, wanted: str, do: str = "") -> None:
        """Build the one line a person reads: `where: found; wanted ... do`."""
        self.where, self.found, self.wanted, self.do = where, found, wanted, do
        super().__init__(f"{where}: {found}; wanted {wanted}." + (f" {do}" if do else ""))

    def __reduce__(self) -> tuple[Any, ...]:
        """Say how it is pickled: by its parts, not by the arguments of its making."""
        return _again, (type(self), self.args, self.__dict__)


class FieldRefused(ValueError):
    """A value at a path inside a form; the reader of the form adds file and line and raises `InputRefused`."""

    def __init__(self, path: tuple[str | int, ...], found: str, wanted: str, do: str = "") -> None:
        """Keep the path apart from the words, so that a loader can find the line it stands on."""
        self.path, self.found, self.wanted, self.do = path, found, wanted, do
        where = f"{dotted(path)}: " if path else ""
        super().__init__(f"{where}{found}; wanted {wanted}." + (f" {do}" if do else ""))

    def __reduce__(self) -> tuple[Any, ...]:
        """Say how it is pickled: by its parts, not by the arguments of its making."""
        return _again, (type(self), self.args, self.__dict__)

    def at(self, where: str) -> InputRefused:
        """Return the same refusal with the place where the form came from."""
        name = dotted(self.path)
        return InputRefused(where, f"{name} {self.found}" if name else self.found, self.wanted, self.do)


class UnknownWord(FieldRefused):
    """A word outside a closed vocabulary or an unknown field; the nearest known ones are named."""

    def __init__(self, path: tuple[str | int, ...], word: str, known: Iterable[str], what: str) -> None:
        """Name the nearest known words; where none is near, all of a short list."""
        words = sorted(known)
        near = nearest(word, words)
        wanted = f"nearest: {', '.join(f'`{n}`' for n in near)}" if near else f"one of: {', '.join(words[:24])}"
        super().__init__(path, f"`{word}` is not {what}", wanted)


class UnknownCode(UnknownWord, KeyError):
    """A code or an id that stands in no row of a table; the nearest known ones are named."""

    __str__ = Exception.__str__  # KeyError would show the message in quotation marks


def nearest(word: str, known: Iterable[str], *, limit: int = 3) -> list[str]:
    """Return the known words most like `word`, best first; none when nothing is near."""
    return get_close_matches(word, list(known), n=limit, cutoff=0.55)


def dotted(path: tuple[str | int, ...]) -> str:
    """Return `parties[0].role` for ("parties", 0, "role")."""
    out = ""
    for part in path:
        out += f"[{part}]" if isinstance(part, int) else f".{part}" if out else str(part)
    return out
