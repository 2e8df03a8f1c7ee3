"""What a person writes into a cell or answers to a question, as the JSON of a field of a Conduct. Nothing is guessed.

A State may stand by code or by name, a place by code or by a name of the table; what is neither is refused, for a State
nobody knows would bind nobody.
"""

from __future__ import annotations

import math
import re
from collections.abc import Callable
from datetime import date, datetime
from decimal import Decimal
from functools import lru_cache
from typing import Any

from resolute.ground.errors import FieldRefused, UnknownCode, UnknownWord
from resolute.ground.place import find_places, places, state_of
from resolute.ground.quantity import find_quantities
from resolute.ground.states import HIGH_SEAS, find_states, states
from resolute.ground.time import VagueDate
from resolute.ground.vocabulary import groups, meaning, words

__all__ = [
    "act_of",
    "amount_of",
    "as_field",
    "location_of",
    "money_of",
    "number_of",
    "state_of_words",
    "unit_of",
    "yes_or_no",
]

Path = tuple[str | int, ...]

STATES = frozenset({"state", "residence", "flag", "branch_of", "parent", "acting_for"})
LOCATIONS = frozenset({"from", "to", "via", "origin", "place"})
WORDS = frozenset({"mode", "kind", "role"})
NUMBERS = frozenset({"min", "max", "amount", "share"})
YES_OR_NO = frozenset({"approximate", "us_person", "controls"})
LISTS = frozenset({"designated_by", "controlled_by", "via"})
YES, NO = frozenset({"yes", "y", "true"}), frozenset({"no", "n", "false"})
NONE = frozenset({"none", "nobody", "no one", "no list", "-"})

_NUMBER = re.compile(r"-?(?:\d{1,3}(?:[,  ]\d{3})+|\d+)(?:\.\d+)?")
_MONEY = re.compile(r"(?P<before>[A-Za-z]{3}|[$€£¥])?\s*(?P<amount>-?[\d][\d,.  ]*)\s*(?P<after>[A-Za-z]{3})?")
SIGNS = {"€": "EUR"}
"""Signs of one currency alone; a dollar, a pound, a yen sign may be of several."""


def as_field(path: Path, value: Any) -> Any:
    """Return a value for the field at a path, by what the field holds.

    Args:
        path: as ("vessels", 0, "flag"); below `facts` any answer.
        value: text, a number, a day, a truth value, or a list or group that already has its form.

    Raises: FieldRefused with the path for a value that cannot stand there.
    """
    if isinstance(value, (dict, list)):
        return value
    name = next((p for p in reversed(path) if isinstance(p, str)), "")
    if name in LISTS:
        return (
            [_single(path, one) for one in _several(value)] if not isinstance(path[-1], int) else _single(path, value)
        )
    if path[0] == "facts":
        return _answer(value, path)
    return _single(path, value)


def _single(path: Path, value: Any) -> Any:
    name = next((p for p in reversed(path) if isinstance(p, str)), "")
    if name in NUMBERS:
        return number_of(value, path)
    if name in YES_OR_NO:
        return yes_or_no(value, path)
    text = text_of(value)
    if name == "on":
        return _date(text, path)
    if name == "hs":
        return _heading(value, text)
    if name in STATES:
        return state_of_words(text, path)
    if name in LOCATIONS:
        return location_of(text, path)
    if name == "act":
        return act_of(text, path)
    if name in WORDS:
        return re.sub(r"[\s_]+", "-", text.casefold())
    if name == "designated_by":
        return text.casefold()
    return text


def _several(value: Any) -> list[str]:
    text = text_of(value)
    return [] if text.casefold() in NONE else [p.strip() for p in re.split(r"[,;/]|\band\b", text) if p.strip()]


def text_of(value: Any) -> str:
    """Return a cell as text: days in ISO, whole numbers without a point."""
    if isinstance(value, datetime):
        return value.date().isoformat()
    if isinstance(value, date):
        return value.isoformat()
    if isinstance(value, bool):
        return "yes" if value else "no"
    if isinstance(value, (float, Decimal)) and math.isfinite(value) and value == int(value):
        return str(int(value))
    return " ".join(str(value).split())


def number_of(value: Any, path: Path = ()) -> int | float:
    """Return a number: of a number itself, or of text as `5000`, `5,000`, `0.5`. Raises FieldRefused."""
    if isinstance(value, (int, float, Decimal)) and not isinstance(value, bool):
        number = float(value)
        if math.isfinite(number):
            return int(number) if number.is_integer() else number
    text = text_of(value)
    if not _NUMBER.fullmatch(text):
        raise FieldRefused(path, f'is "{text[:60]}"', "a number, as 5000 or 5,000")
    plain = re.sub(r"[,  ]", "", text)
    return float(plain) if "." in plain else int(plain)


def yes_or_no(value: Any, path: Path = ()) -> bool:
    """Return yes or no. Raises FieldRefused."""
    text = text_of(value).casefold()
    if text not in YES and text not in NO:
        raise FieldRefused(path, f'is "{text[:60]}"', "yes or no")
    return text in YES


def _answer(value: Any, path: Path) -> Any:
    """Return the answer to a question as it stands: yes, no, a number, a day or a word."""
    text = text_of(value)
    if text.casefold() in YES | NO:
        return yes_or_no(value, path)
    if isinstance(value, (int, float, Decimal)):
        return number_of(value, path)
    return number_of(text, path) if re.fullmatch(r"-?\d+(?:\.\d+)?", text) else text


def _date(text: str, path: Path) -> str:
    try:
        return VagueDate(text).edtf
    except ValueError as e:
        found, _, wanted = str(e).partition("; wanted ")
        raise FieldRefused(path, found, wanted or "a date of the calendar, YYYY-MM-DD") from e


def _heading(value: Any, text: str) -> str:
    """Return the digits of a tariff heading. A number of odd length has lost the nought before it: 303 is 0303."""
    digits = re.sub(r"[.\s]", "", text)
    return f"0{digits}" if isinstance(value, (int, float)) and len(digits) % 2 else digits


def state_of_words(text: str, path: Path = ()) -> str:
    """Return the code of a State, given by code or by name. Raises FieldRefused where it is none."""
    code = _state(text)
    if code is None:
        raise FieldRefused(path, f'is "{text[:60]}"', "a State, by its code (KP) or its name (North Korea)")
    return code


@lru_cache(maxsize=4096)
def _state(text: str) -> str | None:
    if len(text) == 2 and any(s.code == text.upper() for s in states()):
        return text.upper()
    for spelled in (text, text.title()):
        found = [m for m in find_states(spelled) if m.form in ("name", "adjective", "demonym")]
        if len(found) == 1 and (found[0].start, found[0].end) == (0, len(spelled)):
            return found[0].code
    return None


def location_of(text: str, path: Path = ()) -> str:
    """Return the code of a State or a place, given by code or by name. Raises FieldRefused where it is none."""
    code = _location(text)
    if code is None:
        wanted = "a State or a port, by code (RU, RUNJK) or by name (Russia, Nakhodka)"
        do = "Write the code of a port that is not in the table with a space: CN SHG."
        raise FieldRefused(path, f'is "{text[:60]}"', wanted, do)
    return code


@lru_cache(maxsize=4096)
def _location(text: str) -> str | None:
    """Return the code of a place of the table or of a State. Five letters of no table may be a name: `LAGOS`."""
    for spelled in (text, text.title()):
        found = find_places(spelled)
        if len(found) == 1 and (found[0].start, found[0].end) == (0, len(spelled)):
            return found[0].place.code
    code = _state(text)
    if code is not None:
        return code
    known = {p.code for p in places()}
    if text.upper() in known or text.upper() == HIGH_SEAS:
        return text.upper()
    if not re.fullmatch(r"[A-Z]{2} [A-Z2-9]{3}|[A-Z]{2}-[A-Z0-9-]+", text):
        return None
    code = text.replace(" ", "")
    try:
        state_of(code)
    except UnknownCode:
        return None
    return code


def act_of(text: str, path: Path = ("act",)) -> str:
    """Return the word of the vocabulary for an act. Raises FieldRefused, naming the acts whose meaning has the word."""
    word = re.sub(r"[\s_]+", "-", text.casefold())
    if word in words("act"):
        return word
    own = set(re.findall(r"\w+", text.casefold()))
    meant = [a for group in groups("act").values() for a in group if own & set(re.findall(r"\w+", meaning("act", a)))]
    if not meant:
        raise UnknownWord(path, text[:60], words("act"), "an act")
    wanted = " or ".join(f"`{a}` ({meaning('act', a)})" for a in meant[:3])
    raise FieldRefused(path, f"`{text[:60]}` is not an act", wanted)


def unit_of(text: str, path: Path = ()) -> str:
    """Return the code of a unit from the words for it: "tonnes" is `t`. Raises FieldRefused."""
    found = find_quantities(f"1 {text}")
    if len(found) != 1 or found[0].quantity.unit is None or found[0].end != len(f"1 {text}"):
        raise FieldRefused(path, f'is "{text[:60]}"', "a unit, as t, bbl or kg")
    return found[0].quantity.unit


def amount_of(value: Any, unit: str | None = None, path: Path = ("quantity",)) -> dict[str, Any]:
    """Return a Quantity's JSON: of a number with a unit told apart, or of words as "at least 300 bbl"."""
    text = text_of(value)
    if not isinstance(value, str) or _NUMBER.fullmatch(text):
        number = number_of(value, path)
        return {"min": number, "max": number, **({"unit": unit} if unit else {})}
    found = find_quantities(text)
    if len(found) != 1:
        raise FieldRefused(path, f'is "{text[:60]}"', 'one amount, as 5000, "5000 t" or "at least 300 bbl"')
    q = found[0].quantity
    told = {"min": q.min, "max": q.max, "unit": q.unit or unit, "approximate": q.approximate or None}
    return {k: v for k, v in told.items() if v is not None}


def money_of(value: Any, currency: str | None = None, path: Path = ("value",)) -> dict[str, Any]:
    """Return a Money's JSON: of a number with a currency told apart, or of text as "USD 325,000"."""
    text = text_of(value)
    m = _MONEY.fullmatch(text)
    told = ((m["before"] or m["after"]) if m else None) or currency
    if m is None or not told:
        raise FieldRefused(path, f'is "{text[:60]}"', 'an amount with its currency, as "USD 325000"')
    code = SIGNS.get(told, told).upper()
    if not re.fullmatch(r"[A-Z]{3}", code):
        raise FieldRefused(path, f'is "{text[:60]}"', "the three letters of a currency: the sign may be of several")
    return {"amount": number_of(m["amount"].strip(), path), "currency": code}


Reader = Callable[[Any, Path], Any]
