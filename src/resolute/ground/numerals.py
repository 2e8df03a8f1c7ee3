"""Numbers as English running text writes them: digits, words, magnitudes, vague plurals, two that bound a range.

The words stand in `tables/units.yaml`. A number here is not yet an amount: `quantity.py` asks what it counts.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence
from functools import cache
from typing import Any, NamedTuple

from resolute.ground.rows import read_yaml, table

__all__ = [
    "Amount",
    "Sequences",
    "Token",
    "is_year",
    "number_at",
    "number_starts",
    "range_at",
    "tokens_of",
    "units_table",
    "word_set",
]


class Token(NamedTuple):
    """A number, a word, a sign; `low` is its text in lower case with plain apostrophes."""

    start: int
    end: int
    text: str
    low: str

    @property
    def is_number(self) -> bool:
        """Whether it begins with a digit."""
        return "0" <= self.text[0] <= "9"

    @property
    def is_word(self) -> bool:
        """Whether it begins with a letter."""
        return self.text[0].isalpha()


_TOKEN = re.compile(
    r"[0-9]{1,3}(?:,[0-9]{3})+(?![0-9])(?:\.[0-9]+)?"
    r"|[0-9]{1,3}(?:[ \u00a0\u2009\u202f][0-9]{3})+(?![0-9])(?:\.[0-9]+)?"
    r"|[0-9]+(?:\.[0-9]+)?"
    r"|(?:US|HK|S|A)\$"
    r"|(?:[A-Za-z]\.){2,}"
    r"|[^\W\d_]+(?:['’][^\W\d_]+)*"
    r"|\S"
)


def tokens_of(text: str) -> list[Token]:
    """Return the numbers, words and signs of a text with their offsets; a hyphen is a sign of its own."""
    return [Token(m.start(), m.end(), m.group(), m.group().lower().replace("’", "'")) for m in _TOKEN.finditer(text)]


@cache
def units_table() -> dict[str, Any]:
    """Return the data of `tables/units.yaml`."""
    data: dict[str, Any] = read_yaml(table("units.yaml")).data
    return data


@cache
def word_set(name: str) -> frozenset[str]:
    """Return one of the plain word lists of the table."""
    return frozenset(units_table()[name])


class Sequences:
    """Sequences of words and what each stands for, found at a token, the longest first."""

    def __init__(self, pairs: Iterable[tuple[str, str]]) -> None:
        """Index the sequences by their first word."""
        self._by_first: dict[str, list[tuple[tuple[str, ...], str]]] = {}
        for words, meaning in pairs:
            split = tuple(t.low for t in tokens_of(words))
            self._by_first.setdefault(split[0], []).append((split, meaning))
        for same_start in self._by_first.values():
            same_start.sort(key=lambda s: -len(s[0]))

    @property
    def first_words(self) -> frozenset[str]:
        """The words with which a sequence may start."""
        return frozenset(self._by_first)

    def at(self, tokens: Sequence[Token], i: int) -> tuple[int, str] | None:
        """Return the token after the longest sequence that starts at `i`, and what it stands for."""
        if i >= len(tokens):
            return None
        for words, meaning in self._by_first.get(tokens[i].low, ()):
            if len(words) == 1 or all(i + n < len(tokens) and tokens[i + n].low == w for n, w in enumerate(words)):
                return i + len(words), meaning
        return None


@cache
def _money() -> Sequences:
    return Sequences((w, code) for code, row in units_table()["units"].items() for w in row.get("before", ()))


@cache
def _vague() -> Sequences:
    return Sequences((w, w) for w in units_table()["vague"])


@cache
def number_starts() -> frozenset[str]:
    """Return the words with which a number in words may start; digits aside."""
    return _money().first_words | _vague().first_words | word_set("numbers") | {"a", "an", "half", "between", "from"}


class Amount(NamedTuple):
    """A number as written. `end` is the token after it; `high` is None where the words have no upper end."""

    end: int
    low: float
    high: float | None
    unit: str | None = None
    sure: bool = False  # a separator, a magnitude or a sign of money marks it as an amount
    plain: bool = False  # digits only, which may be a year or a name
    one: bool = False  # "one", which is mostly no number
    vague: bool = False  # a plural that only has a lower end
    scale: float = 1.0  # what its digits were multiplied by


def glued(tokens: Sequence[Token], i: int) -> bool:
    """Say whether the token follows the one before it without a space."""
    return 0 < i < len(tokens) and tokens[i - 1].end == tokens[i].start


def number_at(tokens: Sequence[Token], i: int, *, second: bool = False) -> Amount | None:
    """Return the number that starts at a token; `second` where it ends a range and a dash may stand before it."""
    if i >= len(tokens):
        return None
    if tokens[i].is_word and not second and glued(tokens, i) and tokens[i - 1].text in "-–":
        return None  # "the two-and-twenty" apart, the second half of a compound
    return _digits(tokens, i, second) or _vaguely(tokens, i) or _in_words(tokens, i)


def _digits(tokens: Sequence[Token], i: int, second: bool) -> Amount | None:
    """Read digits, with a sign of money before and a magnitude after: `$1.5 million`, `10K`, `7,500,000`."""
    money = _money().at(tokens, i)
    at = money[0] if money else i
    if at >= len(tokens) or not tokens[at].is_number:
        return None
    if _follows_a_name(tokens, at, second) or _is_cut(tokens, at, money is not None):
        return None
    digits = re.sub(r"[,\s]", "", tokens[at].text)
    if len(digits) > 15 or (digits[0] == "0" and len(digits) > 1 and digits[1] != "."):
        return None
    times, end = _magnitude(tokens, at + 1)
    half, end, times = _and_a_half(tokens, end, times)
    if times == 1.0 and money is None and _EITHER.fullmatch(digits):
        return None
    value = (float(digits) + half) * times
    sure = digits != tokens[at].text or times > 1 or money is not None or half > 0
    return Amount(end, value, value, money[1] if money else None, sure, plain=not sure, scale=times)


_EITHER = re.compile(r"[1-9][0-9]{0,2}\.[0-9]{3}")
"""`10.000` is ten thousand where it is written so on the Continent, and ten elsewhere: neither is taken."""


def _follows_a_name(tokens: Sequence[Token], i: int, second: bool) -> bool:
    """Say whether digits go on from what stands before them: `KN-23`, `13.09`, `+7`, `No.5`, `2 1234`."""
    if i == 0:
        return False
    before = tokens[i - 1]
    if not glued(tokens, i):
        return before.is_number or (before.text == "+" and i > 1 and not tokens[i - 2].is_number)
    if before.text in "-–":
        return not second and (glued(tokens, i - 1) or before.text == "-")
    if before.text == ",":  # "1,5 million", as is written elsewhere: not five million
        return glued(tokens, i - 1) and tokens[i - 2].is_number
    return before.is_word or before.is_number or before.text in "+/:.#№@_\\*=&"


def _is_cut(tokens: Sequence[Token], i: int, money: bool) -> bool:
    """Say whether digits are the beginning of something else: `10:30`, `70th`, `13.09.2023`, `495 12`, `152mm`."""
    if i + 1 >= len(tokens):
        return False
    after = tokens[i + 1]
    if not glued(tokens, i + 1):
        return after.is_number
    if after.text in ",/:._\\*=@" and glued(tokens, i + 2):
        return tokens[i + 2].is_number or (tokens[i + 2].is_word and after.text != ",")
    if after.text in "-–" and glued(tokens, i + 2) and tokens[i + 2].is_number:  # 13-2-0, 2017-01-05, 010-1234-5678
        return glued(tokens, i + 3) and tokens[i + 3].text in "-–" and glued(tokens, i + 4) and tokens[i + 4].is_number
    if after.low in ("m", "b"):  # "$2m" and "2m barrels" are millions, "a 2m fence" is none
        return not (money or (i + 2 < len(tokens) and tokens[i + 2].low in _unit_starts()))
    return after.is_word and not any(
        after.low in known for known in (units_table()["suffixes"], units_table()["magnitudes"], _joined_units())
    )


@cache
def _unit_starts() -> frozenset[str]:
    """Return the words with which a unit may start."""
    return frozenset(w.split()[0].lower() for row in units_table()["units"].values() for w in row["words"])


@cache
def _joined_units() -> frozenset[str]:
    """Return the units that are written without a space: `5,000t`."""
    return frozenset(w for row in units_table()["units"].values() for w in row["words"] if len(w) <= 3)


def _magnitude(tokens: Sequence[Token], i: int) -> tuple[float, int]:
    """Return what the digits before `i` are multiplied by, and the token after it."""
    if i >= len(tokens):
        return 1.0, i
    low, joined = tokens[i].low, glued(tokens, i)
    if joined and low in units_table()["suffixes"]:
        return float(units_table()["suffixes"][low]), i + 1
    hyphen = joined and tokens[i].text == "-" and glued(tokens, i + 1)  # "a 4-million-barrel cap"
    at = i + 1 if hyphen else i
    if tokens[at].low in units_table()["magnitudes"]:
        return float(units_table()["magnitudes"][tokens[at].low]), at + 1
    return 1.0, i


def _and_a_half(tokens: Sequence[Token], i: int, times: float) -> tuple[float, int, float]:
    """Read the half of `seven and a half million`: what is added, the token after, what all is multiplied by."""
    if times == 1.0 and [t.low for t in tokens[i : i + 3]] == ["and", "a", "half"]:
        times, end = _magnitude(tokens, i + 3)
        return 0.5, end, times
    return 0.0, i, times


def _small(tokens: Sequence[Token], i: int) -> tuple[float, int] | None:
    """Read `five`, `twenty`, `twenty-five`, `twenty five`."""
    numbers = units_table()["numbers"]
    if i >= len(tokens) or tokens[i].low not in numbers:
        return None
    value = numbers[tokens[i].low]
    if value in range(20, 100, 10):
        at = i + 2 if glued(tokens, i + 1) and tokens[i + 1].text in "-‐‑" and glued(tokens, i + 2) else i + 1
        if at < len(tokens) and numbers.get(tokens[at].low, 0) in range(1, 10):
            return float(value + numbers[tokens[at].low]), at + 1
    return float(value), i + 1


def _group(tokens: Sequence[Token], i: int) -> tuple[float, int] | None:
    """Read what stands before a thousand or a million: `two hundred and fifty`, `a hundred`, `two dozen`."""
    magnitudes = units_table()["magnitudes"]
    of_a = i + 1 < len(tokens) and tokens[i].low in ("a", "an") and tokens[i + 1].low in magnitudes
    head = (1.0, i + 1) if of_a else _small(tokens, i)
    if head is None:
        return None
    value, end = head
    if end < len(tokens) and magnitudes.get(tokens[end].low, 1000) < 1000:
        value, end = value * magnitudes[tokens[end].low], end + 1
        more = _small(tokens, end + 1 if end < len(tokens) and tokens[end].low == "and" else end)
        if more and more[0] < 100:
            value, end = value + more[0], more[1]
    return value, end


def _in_words(tokens: Sequence[Token], i: int) -> Amount | None:
    """Read a number in words: `three`, `twenty-five`, `one million two hundred thousand`, `half a million`."""
    magnitudes, total, at, last = units_table()["magnitudes"], 0.0, i, float("inf")
    half = tokens[i].low == "half" and i + 1 < len(tokens) and tokens[i + 1].low in ("a", "an")
    group = _group(tokens, i + 1 if half else i)
    if group is None:
        return None
    while group is not None:
        value, end = group
        size = float(magnitudes.get(tokens[end].low, 1)) if end < len(tokens) else 1.0
        size = size if 1000 <= size < last else 1.0
        total, at = total + value * size, end + 1 if size > 1 else end
        if size == 1.0:
            break
        last = size
        follows = at + 1 if at < len(tokens) and tokens[at].low == "and" else at
        group = None if _names_one(tokens, follows) else _group(tokens, follows)
    more, at, times = _and_a_half(tokens, at, 1.0)
    total = (total + more) * times * (0.5 if half else 1.0)
    sure = any(t.low in magnitudes for t in tokens[i:at])
    return Amount(at, total, total, sure=sure, one=total <= 1)


def _names_one(tokens: Sequence[Token], i: int) -> bool:
    """Say whether an article opens a noun phrase of its own: "a million barrels and a ship"."""
    return i < len(tokens) and tokens[i].low in ("a", "an")


MOST = 1e12
"""Where "millions of millions of millions" is no number any more."""


def _vaguely(tokens: Sequence[Token], i: int) -> Amount | None:
    """Read an amount that only has a lower end: `dozens`, `tens of thousands`, `several hundred`."""
    found, rows = _vague().at(tokens, i), units_table()["vague"]
    if not found:
        return None
    end, row = found[0], rows[found[1]]
    low, sure = float(row["min"]), not row.get("needs_unit", False)
    while end + 1 < len(tokens) and tokens[end].low == "of" and tokens[end + 1].low in rows and low < MOST:
        low, end = low * float(rows[tokens[end + 1].low]["min"]), end + 2
    while end < len(tokens) and tokens[end].low in units_table()["magnitudes"] and low < MOST:
        low, sure, end = low * float(units_table()["magnitudes"][tokens[end].low]), True, end + 1
    return Amount(end, low, None, sure=sure, vague=True)


_JOINERS = ("-", "–", "—", "to", "or")


def range_at(tokens: Sequence[Token], i: int) -> Amount | None:
    """Read one number, or two that bound it: `between 20 and 30`, `20 to 30`, `20-30`, `two or three`."""
    if i >= len(tokens):
        return None
    opener = tokens[i].low if tokens[i].low in ("between", "from") else ""
    first = number_at(tokens, i + 1 if opener else i)
    if first is None:
        return None
    joiners = {"between": ("and",), "from": ("to",)}.get(opener, _JOINERS)
    if not first.vague and first.end < len(tokens) and tokens[first.end].low in joiners:
        both = _second(tokens, first)
        if both is not None:
            return both
    return None if opener else first


def _second(tokens: Sequence[Token], first: Amount) -> Amount | None:
    """Read the upper end of a range; the lower takes its magnitude from it, as in `2 to 3 million`."""
    high = number_at(tokens, first.end + 1, second=True)
    if high is None or high.vague or (first.unit and high.unit and first.unit != high.unit):
        return None
    low = first.low
    if first.scale == 1.0 and high.scale > 1.0 and low * high.scale <= high.low:
        low *= high.scale
    if high.low <= low or (is_year(first) and is_year(high)):
        return None
    return Amount(high.end, low, high.low, first.unit or high.unit, first.sure or high.sure, first.plain and high.plain)


def is_year(amount: Amount) -> bool:
    """Say whether plain digits look like a year."""
    return amount.plain and 1900 <= amount.low <= 2099
