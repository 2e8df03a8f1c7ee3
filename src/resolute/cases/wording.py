"""Headings and quotations in plain words. No adjective for a State or a person; what is unknown is left out."""

from __future__ import annotations

import re
from functools import cache
from pathlib import Path

from resolute.ground.conduct import Conduct
from resolute.ground.origin import Span, span_of
from resolute.ground.place import location_name
from resolute.ground.prose import day_words, listed, states_named
from resolute.ground.rows import read_yaml
from resolute.ground.states import adjective
from resolute.ground.time import Day

__all__ = ["heading", "shortened", "since"]

LONGEST_QUOTATION = 150  # characters; a quotation longer than that is cut at a clause, never inside a word


@cache
def _acts() -> dict[str, dict[str, str]]:
    data: dict[str, dict[str, str]] = read_yaml(Path(__file__).parent / "tables" / "wording.yaml").data
    return data


def heading(conduct: Conduct) -> str:
    """Return an alleged act as a heading: "North Korea supplied coal to Russia". The page says above it: if true."""
    row = _acts()[conduct.act]
    who = _capital(states_named([conduct.actor.state])) if conduct.actor.state else conduct.actor.name or "Somebody"
    then = row["then"].format(**_parts(conduct)).rstrip()
    verb = {
        "does": row["past"],
        "allows": row["past"],
        "plans": f"will {row['base']}",
        "asks": f"asks to {row['base']}",
        "refuses": f"refuses to {row['base']}",
        "omits": f"did not {row['base']}",
    }[conduct.mode]
    return re.sub(r"\s+", " ", f"{who} {verb} {then}").strip()


def _parts(c: Conduct) -> dict[str, str]:
    other = next((p.state for p in c.parties if p.state and p.state != c.actor.state and p.role not in BESIDE), None)
    flag = next((v.flag for v in c.vessels if v.flag), None)
    of = flag or other
    people = f"{adjective(other)} {_people(c)}" if other else _people(c)
    return {
        "goods": " " + listed([g.text for g in c.goods if g.text] or ["goods"]),
        "people": " " + people,
        "from": _place(" from ", c.from_ or (c.origin if c.act == "procure" else None)),
        "to": _place(" to ", c.to or (other if c.act in ("supply", "ship-to-ship") else None)),
        "via": "".join(_place(" in ", v) for v in c.via[:1]),
        "with": f" with {states_named([other])}" if other else "",
        "of": f" of {states_named([of])}" if of else "",
    }


BESIDE = ("consignor", "seller", "carrier", "broker", "bank", "insurer")  # who stands on the actor's own side of a deal


def _capital(words: str) -> str:
    return words[0].upper() + words[1:]


def _people(c: Conduct) -> str:
    return "workers" if c.act in ("employ", "repatriate") else "nationals"


def _place(preposition: str, location: str | None) -> str:
    if location is None:
        return ""
    return preposition + ("the high seas" if location == "XZ" else location_name(location))


def since(start: Day | None, end: Day | None) -> str:
    """Return an interval of law in words: "5 August 2017 to today"."""
    return f"{day_words(start) if start else 'always'} to {day_words(end) if end else 'today'}"


def shortened(text: str, span: Span) -> Span:
    """Return the span, cut at the end of a clause or a word where it is too long. Always words as written."""
    if span.end - span.start <= LONGEST_QUOTATION:
        return span
    window = text[span.start : span.start + LONGEST_QUOTATION]
    cut = max(window.rfind(mark) for mark in (". ", "; ", ", ", "\n"))
    if cut < LONGEST_QUOTATION // 3:
        cut = window.rfind(" ")
    return span_of(text, span.start, span.start + max(cut, 1))
