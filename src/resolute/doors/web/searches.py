"""What screening and tracks add to a brief, in words. Hits and sea events come in the forms of the doors, as JSON."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from typing import Any

from resolute.cases.terms import Brief
from resolute.ground.prose import listed

__all__ = ["HitRow", "SeaRow", "hits", "sea_events"]

CLASSES = {
    "identifier": "an identifier agrees",
    "corroborated": "name and something else agree",
    "name": "the name only; nothing else to compare",
    "conflict": "the name agrees, something decisive does not",
}


@dataclass(frozen=True, slots=True)
class HitRow:
    """An entry of a list that looks like somebody looked for, and why."""

    query: str
    entity: str
    list: str
    edition: str
    kind: str
    reasons: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class SeaRow:
    """A sea event with the rule that computed it, and what speaks for and against the pattern."""

    kind: str
    rule: str
    vessels: str
    when: str
    for_: tuple[str, ...]
    against: tuple[str, ...]


def hits(brief: Brief) -> tuple[HitRow, ...]:
    """Return one row per hit; a query without a hit says that nothing was found."""
    return tuple(row for run in brief.hits for row in _run(run))


def _run(run: Mapping[str, Any]) -> list[HitRow]:
    query = _named(run.get("query"))
    found = run.get("hits", [run] if "entity" in run else [])
    rows = [
        HitRow(
            query=query,
            entity=_named(h.get("entity")),
            list=str(h.get("list") or "list not stated"),
            edition=str(h.get("edition") or "edition not stated"),
            kind=CLASSES.get(str(h.get("class")), "not stated"),
            reasons=tuple(str(r.get("text") or r.get("feature") or "") for r in h.get("reasons", ())),
        )
        for h in found
    ]
    return rows or [HitRow(query, "nothing found", "lists screened", "", "nothing found", ("no entry is near",))]


def _named(thing: Any) -> str:
    """Return the name of a query or of an entity in the form of FollowTheMoney."""
    if isinstance(thing, Mapping):
        names = thing.get("properties", {}).get("name") or ()
        return str(thing.get("caption") or thing.get("name") or (names[0] if names else thing.get("id") or "no name"))
    return str(thing) if thing else "no name"


def sea_events(brief: Brief) -> tuple[SeaRow, ...]:
    """Return one row per sea event."""
    return tuple(
        SeaRow(
            kind=str(e.get("kind", "")).replace("-", " "),
            rule=str(e.get("rule") or "rule not stated"),
            vessels=listed([_vessel(v) for v in e.get("vessels", ())]) or "not stated",
            when=" to ".join(str(e[k]) for k in ("start", "end") if e.get(k)) or "not stated",
            for_=tuple(str(t) for t in e.get("for", ())),
            against=tuple(str(t) for t in e.get("against", ())),
        )
        for e in brief.sea_events
    )


def _vessel(v: Mapping[str, Any]) -> str:
    ids = [f"{key.upper()} {v[key]}" for key in ("imo", "mmsi") if v.get(key)]
    return f"{v.get('name') or 'no name'}" + (f" ({', '.join(ids)})" if ids else "")
