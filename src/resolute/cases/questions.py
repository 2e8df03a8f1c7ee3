"""Open questions in plain words, in the order of what they would decide."""

from __future__ import annotations

from collections.abc import Sequence

from resolute.cases.terms import Article, Finding, Question
from resolute.ground.prose import listed
from resolute.law.read import LawBase

__all__ = ["questions"]


NAMED = 8  # articles; more are counted, not named


def questions(found: Sequence[Finding], articles: Sequence[Article], base: LawBase) -> tuple[Question, ...]:
    """Return what would turn a verdict, then the days the texts do not give, then the gaps of the law engaged."""
    return (*_facts(found), *_days(articles), *_gaps(found, base))


def _facts(found: Sequence[Finding]) -> list[Question]:
    merged: dict[str, Question] = {}
    for f in found:
        for q in f.missing:
            kept = merged.get(q.text)
            ids = tuple(dict.fromkeys((*(kept.findings if kept else ()), f.id)))
            merged[q.text] = Question(
                text=q.text, decides=kept.decides if kept else q.decides, findings=ids, fact=q.fact
            )
    return list(merged.values())


def _days(articles: Sequence[Article]) -> list[Question]:
    undated = [a.letter for a in articles if a.document.published.edtf is None or a.document.published.edtf.day is None]
    if not undated:
        return []
    some = f"article {undated[0]}" if len(undated) == 1 else f"articles {listed(undated)}"
    if len(undated) > NAMED:
        some = f"{len(undated)} of the {len(articles)} articles"
    return [
        Question(
            text=f"On which day did {some} appear?",
            decides="fixes every “today”, “Monday” and “last month” in them, and the days of what they tell",
        )
    ]


def _gaps(found: Sequence[Finding], base: LawBase) -> list[Question]:
    """Return the gaps of the orders whose own measures a finding engages."""
    orders = {base.measures[c.measure].order for f in found for c in f.cards}
    out = []
    for order in sorted(orders):
        for point in base.orders[order].gaps:
            out.append(Question(text=point, decides=f"a gap in this law base ({order}), not a fact of the case"))
    return out
