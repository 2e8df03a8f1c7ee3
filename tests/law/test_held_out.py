"""Questions of a sanctions lawyer, an insurer, a customs officer: written from the law, and put to the base unseen."""

from __future__ import annotations

from collections import Counter
from pathlib import Path
from typing import Any

import pytest

from resolute.ground.conduct import Conduct
from resolute.ground.forms import from_json
from resolute.ground.rows import read_yaml
from resolute.law.assess import assess
from resolute.law.read import load_base
from resolute.law.terms import Answer

QUESTIONS: list[dict[str, Any]] = read_yaml(Path(__file__).parent / "held_out.yaml").data
KEYS = {
    "name", "order", "conduct", "verdict", "by", "paragraph", "confidence", "not", "missing", "via", "exposure",
    "advised", "unsettled",
}  # fmt: skip


def answered(question: dict[str, Any]) -> Answer:
    """Return the answer of the one order that is asked; a question has one day, and so one answer."""
    order = question.get("order", "un")
    verdict = assess(from_json(Conduct, question["conduct"]), load_base(), orders=(order,))
    (only,) = [a for a in verdict.answers if a.order == order]
    return only


def faults(question: dict[str, Any]) -> list[str]:
    """Return in what the answer differs from what the question wants."""
    answer = answered(question)
    direct = answer.direct
    measures = {m.id: m for m in direct.measures}
    out = []
    if direct.verdict != question["verdict"]:
        out.append(f"says {direct.verdict} {[(m.id, m.verdict) for m in direct.measures]}")
    for wanted in question.get("by", ()):
        if wanted not in measures or measures[wanted].verdict != question["verdict"]:
            out.append(f"{wanted} does not say so")
    if "paragraph" in question and question["by"][0] in measures:
        read = measures[question["by"][0]].citation.paragraph
        out += [f"reads paragraph {read}"] if read != question["paragraph"] else []
    if direct.confidence != question.get("confidence", direct.confidence):
        out.append(f"is of confidence {direct.confidence}")
    told = {
        "missing": {m.fact for m in direct.missing},
        "via": {v.who for v in answer.via},
        "exposure": {e.measure for e in answer.exposure},
        "advised": {a.measure for a in answer.advised},
        "unsettled": {u.measure for u in direct.unsettled},
    }
    for key, found in told.items():
        lacking = set(question.get(key, ())) - found
        out += [f"{key}: lacks {sorted(lacking)}, has {sorted(found)}"] if lacking else []
    named = set(measures) | told["exposure"] | told["advised"]
    out += [f"names {one}" for one in question.get("not", ()) if one in named]
    return out


@pytest.mark.parametrize("question", [pytest.param(q, id=f"{q.get('order', 'un')}: {q['name']}") for q in QUESTIONS])
def test_the_order_answers_as_the_law_is_read(question: dict[str, Any]) -> None:
    assert faults(question) == []


def test_every_question_is_written_with_known_keys_and_no_two_are_alike() -> None:
    assert {k for q in QUESTIONS for k in q} <= KEYS
    assert [n for n, c in Counter(q["name"] for q in QUESTIONS).items() if c > 1] == []
    assert [n for n, c in Counter(str((q.get("order"), q["conduct"])) for q in QUESTIONS).items() if c > 1] == []


def test_the_questions_come_from_every_order_and_want_every_verdict() -> None:
    assert {q.get("order", "un") for q in QUESTIONS} == {"un", "us", "ru", "cn"}
    verdicts = {"prohibited", "conditional", "permitted", "depends", "unsettled", "not-bound", "no-measure"}
    assert {q["verdict"] for q in QUESTIONS} == verdicts
