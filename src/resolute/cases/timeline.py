"""What was the law on that day, and who spoke when: one axis, a lane each for law, allegations, words and articles."""

from __future__ import annotations

from collections.abc import Sequence

from resolute.cases.placed import PlacedEvent
from resolute.cases.stand import named
from resolute.cases.terms import Article, Finding, TimelineEntry
from resolute.law.read import LawBase

__all__ = ["timeline"]

WEIGHTS = {"call": 1, "cap": 2, "duty": 2, "prohibition": 3}


def timeline(
    found: Sequence[Finding], events: Sequence[PlacedEvent], articles: Sequence[Article], base: LawBase
) -> tuple[TimelineEntry, ...]:
    """Return the entries in the order of lanes and days; what has no day stands last in its lane."""
    out = [*_law(found, base), *_alleged(found), *_told(events), *_said(found, articles), *_published(articles)]
    lanes = ("law", "alleged", "told", "said", "published")
    return tuple(sorted(out, key=lambda e: (lanes.index(e.lane), e.edtf is None, e.edtf or "", e.label)))


def _law(found: Sequence[Finding], base: LawBase) -> list[TimelineEntry]:
    """Return the measures engaged, and the earlier ones of the same lines that they replaced."""
    ids = {c.measure for f in found for c in f.cards}
    lines = {base.measures[i].line for i in ids}
    kept = [m for m in base.measures.values() if m.id in ids or (m.line in lines and m.replaces)]
    kept += [base.measures[r] for m in list(kept) for r in m.replaces if r in base.measures]
    out = []
    for m in {m.id: m for m in kept}.values():
        start, end = m.in_force.start, m.in_force.end
        edtf = f"{start.isoformat() if start else '..'}/{end.isoformat() if end else '..'}"
        weight = WEIGHTS.get(m.kind, 1)
        entry = TimelineEntry(
            lane="law", edtf=edtf, label=m.title, measure=m.id, weight=weight, outside=True, row=f"{m.order} {m.line}"
        )
        out.append(entry)
        if m.due and m.id in ids:
            label = f"due: {m.title}"
            out.append(TimelineEntry(lane="law", edtf=m.due.isoformat(), label=label, measure=m.id, outside=True))
    return out


def _alleged(found: Sequence[Finding]) -> list[TimelineEntry]:
    return [
        TimelineEntry(
            lane="alleged",
            edtf=f.on.edtf if f.on and f.on.dated else None,
            label=f"{f.number} {f.title}",
            claims=tuple(s.label for s in f.standings),
            finding=f.id,
            outside=any(s.outside for s in f.lead),
        )
        for f in found
    ]


def _told(events: Sequence[PlacedEvent]) -> list[TimelineEntry]:
    return [
        TimelineEntry(lane="told", edtf=e.on.edtf, label=e.event.kind.replace("-", " "), article=e.letter)
        for e in events
        if e.conduct is None and e.on is not None and e.on.dated
    ]


def _said(found: Sequence[Finding], articles: Sequence[Article]) -> list[TimelineEntry]:
    wanted = {s.label for f in found for s in f.standings}
    out = []
    for a in articles:
        for c in a.claims:
            label = a.labels[c.id]
            if label in wanted and c.nested_in is None:
                said = c.said.edtf or a.document.published.edtf
                edtf = said.edtf if said and said.dated else None
                out.append(
                    TimelineEntry(
                        lane="said",
                        edtf=edtf,
                        label=f"{named(c)} {c.stance}",
                        claims=(label,),
                        article=a.letter,
                    )
                )
    return out


def _published(articles: Sequence[Article]) -> list[TimelineEntry]:
    out = []
    for a in articles:
        on = a.document.published.edtf
        edtf = on.edtf if on and on.dated else None
        out.append(TimelineEntry(lane="published", edtf=edtf, label=f"article {a.letter}", article=a.letter))
    return out
