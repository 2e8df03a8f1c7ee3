"""Examples of measures as a lawyer writes them: `examples/*.yaml` says how. Read by the tests of the Council's law."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import timedelta
from functools import cache
from pathlib import Path
from typing import Any

from resolute.ground.conduct import Conduct
from resolute.ground.forms import from_json
from resolute.ground.rows import read_yaml
from resolute.ground.time import day_of
from resolute.law.assess import assess
from resolute.law.read import LawBase
from resolute.law.terms import Answer

HERE = Path(__file__).parent / "examples"
ONE = timedelta(days=1)


@dataclass(frozen=True)
class Example:
    """One thing that a measure says to one conduct on one day."""

    measure: str
    why: str
    conduct: Conduct
    verdict: str
    missing: tuple[str, ...] | None = None

    def __str__(self) -> str:
        return f"{self.measure}: {self.why}"


def merged(base: dict[str, Any], changes: dict[str, Any]) -> dict[str, Any]:
    """Put keys in their place; facts and actor are added to, null takes a key away."""
    out = dict(base)
    for key, value in changes.items():
        if value is None:
            out.pop(key, None)
        elif key in ("facts", "actor"):
            joined = {**out.get(key, {}), **value}
            out[key] = {k: v for k, v in joined.items() if v is not None}
        else:
            out[key] = value
    return out


def _examples(measure: str, row: dict[str, Any], templates: dict[str, Any]) -> Iterator[Example]:
    _strict(measure, row)
    conduct = merged(templates[row["like"]] if "like" in row else {}, row.get("with", {}))
    caught = row.get("verdict", "prohibited")
    first, usual = row["first"], row.get("on", row["first"])

    def one(why: str, on: str, verdict: str, changes: dict[str, Any] | None = None, missing: Any = None) -> Example:
        data = {**merged(conduct, changes or {}), "on": on}
        return Example(measure, why, from_json(Conduct, data), verdict, tuple(missing) if missing else None)

    due = row.get("due")
    yield one("on its first day", first, "permitted" if due else caught)
    before = row.get("before", (day_of(first) - ONE).isoformat())
    yield one("the day before", before, row.get("before_verdict", "none"))
    if due:
        yield one("on the last day for it", due, "permitted")
        yield one("the day after that", (day_of(due) + ONE).isoformat(), caught)
    if "last" in row:
        yield one("on its last day", row["last"], caught)
        yield one("the day after its last", (day_of(row["last"]) + ONE).isoformat(), row.get("after_verdict", "none"))
    for near in row.get("near", []):
        yield one(f"not: {near['why']}", near.get("on", usual), near.get("verdict", "none"), near["with"])
    for way in row.get("ways", []):
        on = way.get("on", usual)
        yield one(way["why"], on, way["verdict"], way.get("with"), way.get("missing"))


ROW = {
    "like",
    "with",
    "verdict",
    "first",
    "last",
    "on",
    "due",
    "before",
    "before_verdict",
    "after_verdict",
    "near",
    "ways",
}
CASE = {"why", "with", "verdict", "on", "missing"}


def _strict(measure: str, row: dict[str, Any]) -> None:
    """Stop at a key that no example has: a comma in words without quotation marks makes one."""
    for case, known in [(row, ROW), *((c, CASE) for c in (*row.get("near", []), *row.get("ways", [])))]:
        if odd := set(case) - known:
            raise ValueError(f"{measure}: {sorted(odd)} in {case}")


@cache
def examples() -> dict[str, tuple[Example, ...]]:
    """Return the examples by measure."""
    out: dict[str, tuple[Example, ...]] = {}
    for path in sorted(HERE.glob("*.yaml")):
        data = read_yaml(path).data
        for measure, row in data["measures"].items():
            out[measure] = tuple(_examples(measure, row, data.get("templates", {})))
    return out


def said(example: Example, base: LawBase) -> tuple[str, tuple[str, ...]]:
    """Return what the measure of an example says, and what it asks."""
    verdict = assess(example.conduct, base, orders=("un",))
    (answer,) = [a for a in verdict.answers if a.order == "un"]
    return _said_by(answer, example.measure)


def _said_by(answer: Answer, measure: str) -> tuple[str, tuple[str, ...]]:
    for m in answer.direct.measures:
        if m.id == measure:
            return m.verdict, tuple(x.fact for x in m.missing)
    if any(a.measure == measure for a in answer.advised):
        return "advised", ()
    if any(e.measure == measure for e in answer.exposure):
        return "exposure", ()
    return "none", ()


def holds(example: Example, base: LawBase) -> bool:
    """Say whether the base says what the example wants."""
    verdict, missing = said(example, base)
    return verdict == example.verdict and (example.missing is None or missing == example.missing)
