"""Cases a lawyer can write: a conduct, and what one legal order says to it. Read by the tests of the orders."""

from __future__ import annotations

from pathlib import Path
from typing import Any

from resolute.ground.conduct import Conduct
from resolute.ground.forms import from_json
from resolute.ground.rows import read_yaml
from resolute.law.assess import assess
from resolute.law.read import load_base
from resolute.law.terms import Answer

HERE = Path(__file__).parent


def cases(file: str) -> list[dict[str, Any]]:
    """Return the cases of a file."""
    read: list[dict[str, Any]] = read_yaml(HERE / file).data
    return read


def answer(order: str, conduct: dict[str, Any]) -> Answer:
    """Return what one order says to a conduct on its day."""
    verdict = assess(from_json(Conduct, conduct), load_base(), orders=(order,))
    (only,) = [a for a in verdict.answers if a.order == order]
    return only


def told(found: Answer) -> dict[str, Any]:
    """Return an answer as a case writes it: empty parts left out."""
    whole = {
        "verdict": found.direct.verdict,
        "measures": {m.id: m.verdict for m in found.direct.measures},
        "missing": [m.fact for m in found.direct.missing],
        "via": [v.who for v in found.via],
        "exposure": sorted(e.measure for e in found.exposure),
        "unsettled": [u.measure for u in found.direct.unsettled],
    }
    return {k: v for k, v in whole.items() if v}
