"""Identifiers and their check digits: IMO, MMSI, LEI, containers, IBAN, BIC.

A number that passes is well formed. That it was ever given, and to whom, only a register says.
"""

from __future__ import annotations

import re
from collections.abc import Callable
from typing import NamedTuple

from resolute.ground.states import states_by_mid

__all__ = [
    "IdentifierMention", "NotAnIdentifier", "bic", "container", "find_identifiers", "iban", "imo", "lei", "mmsi",
    "mmsi_state",
]  # fmt: skip


class NotAnIdentifier(ValueError):
    """A text that is no identifier of its kind; the message says what stands there and what should."""


def _refuse_form(kind: str, text: str, wanted: str) -> NotAnIdentifier:
    shown = text if len(text) <= 60 else text[:57] + "..."
    return NotAnIdentifier(f'{kind} "{shown}": wanted {wanted}. The identifier was not stored.')


def _refuse_check(kind: str, value: str, found: str, wanted: str) -> NotAnIdentifier:
    which = "check digit is" if len(found) == 1 else "check digits are"
    return NotAnIdentifier(
        f"{kind} {value}: {which} {found}, should be {wanted}. Likely a typing slip; the number was not stored."
    )


def _bare(text: str, label: str) -> str:
    """Return the text in capitals, without its label, spaces, hyphens and dots between."""
    bare = re.sub(rf"^\s*{label}\b[\s.:#]*|^\s*{label}(?=[0-9])", "", text, flags=re.IGNORECASE)
    return re.sub(r"[\s\-–.]", "", bare).upper()


def imo(text: str) -> str:
    """Return the seven digits of a ship's IMO number. Raises NotAnIdentifier.

    The last digit is that of the sum of the others times 7, 6, 5, 4, 3, 2. It does not show every slip: a digit that
    is off by 5 under an even weight, or by an even number under weight 5, leaves it as it was. A company's IMO number
    has seven digits, too, and passes by chance.
    """
    digits = _bare(text, "IMO")
    if not re.fullmatch(r"[0-9]{7}", digits) or digits == "0000000":
        raise _refuse_form("IMO", text, "7 digits")
    wanted = str(sum(int(d) * w for d, w in zip(digits, range(7, 1, -1), strict=False)) % 10)
    if digits[6] != wanted:
        raise _refuse_check("IMO", digits, digits[6], wanted)
    return digits


_NO_STATION = frozenset({"123456789", "987654321", *(d * 9 for d in "0123456789")})


def mmsi(text: str) -> str:
    """Return the nine digits of an MMSI. Raises NotAnIdentifier.

    It has no check digit: only its form is looked at, and digits that stations send when nobody set them are refused.
    """
    digits = _bare(text, "MMSI")
    if not re.fullmatch(r"[0-9]{9}", digits):
        raise _refuse_form("MMSI", text, "9 digits")
    if digits in _NO_STATION:
        raise _refuse_form("MMSI", text, "a number that a State gave out")
    if digits[0] in "234567" and not 201 <= int(digits[:3]) <= 775:
        raise _refuse_form("MMSI", text, "a ship's number that begins with 201 to 775")
    return digits


_MID_AT = (("00", 2), ("111", 3), ("98", 2), ("99", 2), ("0", 1), ("8", 1))
"""Where the digits of the State stand in numbers of other stations than ships: coast, aircraft, aids (ITU-R M.585)."""


def mmsi_state(text: str) -> str | None:
    """Return the State whose digits an MMSI bears, None where they belong to none that the table knows.

    The digits are set by hand on board. They are not the flag: they may be old, wrong or false.
    Raises NotAnIdentifier.
    """
    digits = mmsi(text)
    at = 0 if digits[0] in "234567" else next((n for start, n in _MID_AT if digits.startswith(start)), None)
    return None if at is None else states_by_mid().get(int(digits[at : at + 3]))


def _as_number(text: str) -> int:
    """Return the number that ISO 7064 computes with: A is 10, Z is 35."""
    return int("".join(str(int(c, 36)) for c in text))


def lei(text: str) -> str:
    """Return the twenty characters of an LEI (ISO 17442). Raises NotAnIdentifier."""
    code = _bare(text, "LEI")
    if not re.fullmatch(r"[0-9A-Z]{18}[0-9]{2}", code):
        raise _refuse_form("LEI", text, "18 letters or digits and 2 digits")
    wanted = f"{98 - _as_number(code[:18] + '00') % 97:02}"
    if code[18:] != wanted:
        raise _refuse_check("LEI", code, code[18:], wanted)
    return code


_LETTERS = dict(zip("ABCDEFGHIJKLMNOPQRSTUVWXYZ", (n for n in range(10, 39) if n % 11), strict=True))


def container(text: str) -> str:
    """Return the eleven characters of a container number (ISO 6346). Raises NotAnIdentifier.

    A remainder of 10 is written 0, so that a few pairs of numbers share a check digit.
    """
    code = _bare(text, "container")
    if not re.fullmatch(r"[A-Z]{3}[UJZ][0-9]{7}", code):
        raise _refuse_form("container", text, "3 letters, one of U, J, Z, and 7 digits")
    total = sum((_LETTERS[c] if c.isalpha() else int(c)) * 2**n for n, c in enumerate(code[:10]))
    wanted = str(total % 11 % 10)
    if code[10] != wanted:
        raise _refuse_check("container", code, code[10], wanted)
    return code


def iban(text: str) -> str:
    """Return an IBAN without spaces (ISO 13616). The length that its country prescribes is not looked at.

    Raises NotAnIdentifier.
    """
    code = _bare(text, "IBAN")
    if not re.fullmatch(r"[A-Z]{2}[0-9]{2}[0-9A-Z]{11,30}", code):
        raise _refuse_form("IBAN", text, "2 letters, 2 digits and 11 to 30 letters or digits")
    wanted = f"{98 - _as_number(code[4:] + code[:2] + '00') % 97:02}"
    if code[2:4] != wanted:
        raise _refuse_check("IBAN", code, code[2:4], wanted)
    return code


def bic(text: str) -> str:
    """Return a BIC in capitals (ISO 9362). Raises NotAnIdentifier. It has no check digit: only the form counts."""
    code = _bare(text, "(?:BIC|SWIFT(?:[ -]?BIC)?)")
    if not re.fullmatch(r"[A-Z]{6}[A-Z0-9]{2}(?:[A-Z0-9]{3})?", code):
        raise _refuse_form("BIC", text, "6 letters and 2 or 5 letters or digits")
    return code


class IdentifierMention(NamedTuple):
    """Characters `start` to `end` are an identifier, its label left out; `value` is its canonical form."""

    start: int
    end: int
    kind: str
    value: str


_GAP = r"(?:[\s:#.]|\b(?:number|no|code|is)\b){0,4}"
_LABELLED: tuple[tuple[str, Callable[[str], str], re.Pattern[str]], ...] = (
    ("imo", imo, re.compile(rf"(?<!\w)IMO{_GAP}([0-9]{{7}})(?!\w)", re.IGNORECASE)),
    ("mmsi", mmsi, re.compile(rf"(?<!\w)MMSI{_GAP}([0-9]{{9}})(?!\w)", re.IGNORECASE)),
    ("lei", lei, re.compile(rf"(?<!\w)LEI{_GAP}([0-9A-Z]{{18}}[0-9]{{2}})(?!\w)")),
    ("container", container, re.compile(rf"(?<!\w)[Cc]ontainer{_GAP}([A-Z]{{4}}[ -]?[0-9]{{6}}[ -]?[0-9])(?!\w)")),
    ("iban", iban, re.compile(rf"(?<!\w)IBAN{_GAP}([A-Z]{{2}}[0-9]{{2}}(?: ?[0-9A-Z]){{11,30}})(?!\w)")),
    ("bic", bic, re.compile(rf"(?<!\w)(?:BIC|SWIFT){_GAP}([A-Z]{{6}}[A-Z0-9]{{2}}(?:[A-Z0-9]{{3}})?)(?!\w)")),
)
_OF_A_COMPANY = re.compile(r"(?:company|owner|manager|operator)(?:['’]s)?\s*$", re.IGNORECASE)


def find_identifiers(text: str) -> list[IdentifierMention]:
    """Return the identifiers that stand in the text with their label and are well formed, in the order of the text.

    Bare digits are never taken for an identifier. A number labelled as that of a company ("company IMO 1790183") is
    no ship's and is left out.
    """
    found = []
    for kind, read, labelled in _LABELLED:
        for m in labelled.finditer(text):
            if kind == "imo" and _OF_A_COMPANY.search(text, 0, m.start()):
                continue
            try:
                found.append(IdentifierMention(m.start(1), m.end(1), kind, read(m[1])))
            except NotAnIdentifier:
                continue
    return sorted(found)
