"""Amounts with bounds and units, and the English phrases for them. What the words leave open stays open."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, replace
from functools import cache
from typing import Any, ClassVar

from resolute.ground.errors import FieldRefused, UnknownCode
from resolute.ground.numerals import (
    Amount,
    Sequences,
    Token,
    glued,
    is_year,
    number_starts,
    range_at,
    tokens_of,
    units_table,
    word_set,
)
from resolute.ground.states import states

__all__ = [
    "Quantity", "QuantityMention", "UnlikeUnits", "at_least", "at_most", "compare", "convert", "exceeds",
    "find_quantities", "unit_kind", "units",
]  # fmt: skip


@dataclass(frozen=True, slots=True, kw_only=True)
class Quantity:
    """At least `min` and at most `max` of a unit, both included; None where the words leave a side open.

    `unit` is a code of `tables/units.yaml` (`t`, `bbl`, `person`, `vessel`, `occasion`, `TEU`). "About 10,000" has
    both bounds at 10,000 and is `approximate`; "at least three" has no `max`.
    """

    SPARSE: ClassVar[bool] = True
    min: float | None = None
    max: float | None = None
    unit: str | None = None
    approximate: bool = False

    def __post_init__(self) -> None:
        """Refuse bounds that cross."""
        if self.min is not None and self.max is not None and self.max < self.min:
            raise ValueError(f"at most {self.max} is less than at least {self.min}")


@dataclass(frozen=True, slots=True)
class QuantityMention:
    """Characters `start` to `end` are the phrase: hedge, number and, where it stands beside it, the unit."""

    start: int
    end: int
    quantity: Quantity


class UnlikeUnits(FieldRefused):
    """Two units that cannot be turned into each other."""


# Units


def units() -> tuple[str, ...]:
    """Return the codes of all units, in the order of the table."""
    return tuple(units_table()["units"])


def unit_kind(unit: str) -> str:
    """Return what a unit measures: `mass`, `volume`, `person`. Raises UnknownCode with the nearest known units."""
    return str(_row(unit)["kind"])


def _row(unit: str) -> dict[str, Any]:
    known: dict[str, dict[str, Any]] = units_table()["units"]
    if unit not in known:
        raise UnknownCode((), unit, known, "a unit")
    return known[unit]


def convert(q: Quantity, unit: str, *, bbl_per_t: float | None = None) -> Quantity:
    """Return the quantity in another unit of its kind.

    Volume and mass are of different kinds. The law gives no factor between barrels and tonnes, and each product has
    its own; a caller who knows the product passes `bbl_per_t`, and says so where the answer is shown.
    Raises UnlikeUnits where the units have no common kind, UnknownCode for a unit that does not exist.
    """
    if q.unit is None:
        raise UnlikeUnits((), "a quantity without a unit", f"one that can be turned into {unit}")
    have, want = _row(q.unit), _row(unit)
    factor = float(have["factor"]) / float(want["factor"])
    if have["kind"] != want["kind"]:
        if bbl_per_t is None or {have["kind"], want["kind"]} != {"mass", "volume"}:
            raise UnlikeUnits(
                (), f"{q.unit} cannot be turned into {unit}", "units of one kind, or bbl and t with a factor"
            )
        litres_per_kg = bbl_per_t * float(_row("bbl")["factor"]) / float(_row("t")["factor"])
        factor *= litres_per_kg if have["kind"] == "mass" else 1 / litres_per_kg
    scaled = [None if bound is None else bound * factor for bound in (q.min, q.max)]
    return replace(q, min=scaled[0], max=scaled[1], unit=unit)


def _reach(q: Quantity) -> tuple[float | None, float | None]:
    """Return the bounds as wide as "about" makes them."""
    about = float(units_table()["about"]) if q.approximate else 0.0
    low = None if q.min is None else q.min - abs(q.min) * about
    high = None if q.max is None else q.max + abs(q.max) * about
    return low, high


def at_least(q: Quantity, amount: float) -> bool | None:
    """Say whether it is at least the amount, in its own unit: True, False, or None where it may be either."""
    low, high = _reach(q)
    if low is not None and low >= amount:
        return True
    return False if high is not None and high < amount else None


def exceeds(q: Quantity, amount: float) -> bool | None:
    """Say whether it is more than the amount, in its own unit: True, False, or None where it may be either."""
    low, high = _reach(q)
    if low is not None and low > amount:
        return True
    return False if high is not None and high <= amount else None


def at_most(q: Quantity, amount: float) -> bool | None:
    """Say whether it is at most the amount, in its own unit: True, False, or None where it may be either."""
    more = exceeds(q, amount)
    return None if more is None else not more


def compare(q: Quantity, bound: Quantity) -> bool | None:
    """Say whether the quantity lies within the bounds of the other: True, False, or None where it may or may not.

    Raises UnlikeUnits where the units are of different kinds.
    """
    if bound.unit is None and q.unit is not None:
        raise UnlikeUnits((), "bounds without a unit", f"bounds in {q.unit}")
    own = q if bound.unit is None or q.unit == bound.unit else convert(q, bound.unit)
    sides = [
        True if bound.min is None else at_least(own, bound.min),
        True if bound.max is None else at_most(own, bound.max),
    ]
    return False if False in sides else None if None in sides else True


# Phrases


@cache
def _unit_words() -> Sequences:
    """Return the nouns that name units; the people of a State are persons."""
    rows: dict[str, dict[str, Any]] = units_table()["units"]
    peoples = [(words, "person") for s in states() for words in s.demonyms]
    return Sequences([(w, code) for code, row in rows.items() for w in row["words"]] + peoples)


@cache
def _bound_words(place: str) -> Sequences:
    """Return the words before (`hedges`) or after (`after`) a number that make it `near`, `low` or `high`."""
    return Sequences((w, kind) for kind, group in units_table()[place].items() for w in group)


def find_quantities(text: str) -> list[QuantityMention]:
    """Return where the text names an amount, in the order of the text, none overlapping another.

    Years, dates, hours, ages, ordinals, numbers of resolutions and of telephones are none. A number without a unit is
    given only where a hedge, a magnitude or a separator marks it as an amount. Where other words stand between number
    and noun, the unit is still found and the span ends at the number.
    """
    tokens, out, i = tokens_of(text), [], 0
    starts = number_starts() | _bound_words("hedges").first_words
    while i < len(tokens):
        found = _phrase(tokens, i) if tokens[i].is_number or tokens[i].low in starts else None
        if found is None:
            i += 1
            continue
        end, mention = found
        if mention is not None:
            out.append(mention)
        i = max(end, i + 1)
    return out


def _phrase(tokens: Sequence[Token], i: int) -> tuple[int, QuantityMention | None] | None:
    """Read the phrase that starts at `i`: the token after it, and the mention where it is an amount at all."""
    at, said = _hedges(tokens, i)
    amount = range_at(tokens, at)
    if amount is None:
        return None
    if (amount.plain or _is_spaced(tokens, amount.end)) and _is_named(tokens, at, amount.end):
        return amount.end, None
    end, said = _after(tokens, amount.end, said)
    last, unit = (end, amount.unit) if amount.unit else _unit(tokens, end, amount)
    if last > end:
        last, said = _after(tokens, last, said)
    if unit == NOT_COUNTED or not _is_amount(amount, unit, bool(said), last > end):
        return amount.end, None
    return last, QuantityMention(tokens[i].start, tokens[last - 1].end, _quantity(amount, said, unit))


def _hedges(tokens: Sequence[Token], i: int) -> tuple[int, frozenset[str]]:
    """Return the token after the hedges that start at `i`, and what they say; "up to around" says two things."""
    said: frozenset[str] = frozenset()
    for _ in range(2):
        found = _bound_words("hedges").at(tokens, i)
        if not found:
            break
        i, said = found[0], said | {found[1]}
    return i, said


def _after(tokens: Sequence[Token], i: int, said: frozenset[str]) -> tuple[int, frozenset[str]]:
    """Return the token after "or more" and the like, and what is said with it."""
    found = _bound_words("after").at(tokens, i)
    return (found[0], said | {found[1]}) if found else (i, said)


NOT_COUNTED = "not counted"
"""Stands for a unit of time, an age, a calibre: the number is no amount."""


def _unit(tokens: Sequence[Token], end: int, amount: Amount) -> tuple[int, str | None]:
    """Return the token where the phrase ends, and the unit of the noun that follows."""
    start = end
    if glued(tokens, end) and tokens[end].text == "-" and glued(tokens, end + 1):  # "a 500,000-barrel cap"
        found = _unit_words().at(tokens, end + 1)
        return found if found else (end, NOT_COUNTED)
    if start < len(tokens) and tokens[start].low == "of":
        start += 1
        if start < len(tokens) and tokens[start].low in ("the", "its", "their", "these", "those"):
            start += 1
    beside, unit = _noun(tokens, start)
    return (beside, unit) if beside is not None and (start == end or amount.vague) else (end, unit)


def _noun(tokens: Sequence[Token], i: int) -> tuple[int | None, str | None]:
    """Return the token after a unit that stands at `i`, else None, and the unit of the noun phrase from `i` on.

    Of nouns in a row the last decides: "30 tanker visits" are occasions.
    """
    for at in range(i, min(i + 8, len(tokens))):
        found = _unit_at(tokens, at)
        if found:
            end, unit = found
            while more := _unit_at(tokens, end):
                end, unit = more
            if end < len(tokens) and tokens[end].low in units_table()["not_before"].get(tokens[end - 1].low, ()):
                return None, NOT_COUNTED
            return (end if at == i else None), unit
        if tokens[at].low in word_set("not_counted"):
            return None, NOT_COUNTED
        if not _goes_on(tokens, at):
            break
    return None, None


def _unit_at(tokens: Sequence[Token], i: int) -> tuple[int, str] | None:
    """Return the unit that starts at a token; the letter of a name is none: "10 T-72 tanks"."""
    found = _unit_words().at(tokens, i)
    end = found[0] if found else 0
    named = glued(tokens, end) and tokens[end].text == "-" and glued(tokens, end + 1) and tokens[end + 1].is_number
    return None if named else found


def _is_spaced(tokens: Sequence[Token], end: int) -> bool:
    """Say whether a number is written with spaces: after a month its first digits are a day, "on 5 May 12 500 left"."""
    return any(c.isspace() for c in tokens[end - 1].text)


def _goes_on(tokens: Sequence[Token], i: int) -> bool:
    """Say whether the noun phrase of a number may go on beyond this token."""
    token = tokens[i]
    if token.text in "-’”\"'":  # a compound, or the end of a quotation that holds the number
        return True
    if token.low == "and" and 0 < i < len(tokens) - 1:  # "10,000 Chinese and North Korean workers"
        return tokens[i - 1].text[0].isupper() and tokens[i + 1].text[0].isupper()
    capitals = token.text.isupper() and len(token.text) > 1  # "IT workers" are not "it"
    return token.is_word and (capitals or token.low not in word_set("ends"))


def _is_named(tokens: Sequence[Token], i: int, end: int) -> bool:
    """Say whether the digits at `i` are a name: after "resolution" or "No.", beside a month."""
    before = tokens[i - 1].low if i else ""
    if before in (".", ",") and i > 1:
        before = tokens[i - 2].low
    elif before in ("in", "of") and i > 1 and (tokens[i - 2].is_number or tokens[i - 2].low in word_set("numbers")):
        return True  # "1 in 4 residents", "eight of 10 voters"
    after = tokens[end].low if end < len(tokens) else ""
    return before in word_set("labels") or before in word_set("months") or after in word_set("months")


def _is_amount(amount: Amount, unit: str | None, hedged: bool, beside: bool) -> bool:
    """Say whether the number is an amount rather than a year, a name or a pronoun."""
    if is_year(amount) and not hedged:
        return False
    if amount.one and not hedged:
        return beside
    if unit is not None or amount.sure:
        return True
    return hedged and not amount.vague and not (amount.plain and amount.low >= 1000)


def _quantity(amount: Amount, said: frozenset[str], unit: str | None) -> Quantity:
    low: float | None = amount.low
    high = amount.high
    if "high" in said:
        low, high = None, amount.low if high is None else high
    elif "low" in said:
        high = None
    return Quantity(min=low, max=high, unit=unit, approximate=amount.vague or "near" in said)
