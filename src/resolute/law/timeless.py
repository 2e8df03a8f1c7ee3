"""Joining the answers of all times for a conduct without a day: where they differ, the day decides and is asked for."""

from __future__ import annotations

from dataclasses import replace

from resolute.law.apply import weakest
from resolute.law.build import LawBase
from resolute.law.judge import OPEN
from resolute.law.terms import Answer, MeasureAnswer, Missing, TestResult

__all__ = ["is_day_test", "timeless"]

ON = "on"


def timeless(answers: list[Answer], law: LawBase) -> Answer:
    """Return one answer for all times. `because` and `citation` of each measure stay as in its own time."""
    first = answers[0]
    if all(a == first for a in answers):
        return first
    question = law.facts[ON].question
    measures: dict[str, MeasureAnswer] = {}
    for answer in answers:
        for m in answer.direct.measures:
            measures[m.id] = m
    joined = tuple(_undated(m, question) for m in measures.values())
    missing = {ON: Missing(fact=ON, question=question, decides=", ".join(measures))}
    for m in joined:
        for one in m.missing:
            missing.setdefault(one.fact, one)
    last = answers[-1]
    verdict = "depends" if len({a.direct.verdict for a in answers}) > 1 else last.direct.verdict
    direct = replace(
        last.direct,
        verdict=verdict,
        confidence=weakest(*(m.confidence for m in joined), "V"),
        measures=joined,
        conditions=(),
        missing=tuple(missing.values()) if verdict in OPEN else (),
        unsettled=tuple(dict.fromkeys(u for a in answers for u in a.direct.unsettled)),
        why=next((a.direct.why for a in reversed(answers) if a.direct.measures), last.direct.why),
    )
    return replace(
        last,
        direct=direct,
        via=tuple(dict.fromkeys(v for a in answers for v in a.via)),
        exposure=tuple(dict.fromkeys(e for a in answers for e in a.exposure)),
        advised=tuple(dict.fromkeys(e for a in answers for e in a.advised)),
    )


def _undated(m: MeasureAnswer, question: str) -> MeasureAnswer:
    """Return the answer of a measure to a conduct without a day: caught only if it was in force that day."""
    because = tuple(replace(t, holds=None) if is_day_test(t) else t for t in m.because)
    if m.verdict == "permitted":
        return replace(m, because=because)
    missing = {ON: Missing(fact=ON, question=question, decides=m.id)}
    missing |= {one.fact: one for one in m.missing}
    return replace(m, verdict="depends", because=because, missing=tuple(missing.values()))


def is_day_test(t: TestResult) -> bool:
    """Say whether a test is the one of the day on which a measure is in force."""
    return t.test.startswith(("On or after ", "At any time"))
