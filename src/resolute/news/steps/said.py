"""When a claim was made: by a date beside its cue, else by the day of publication where the text is that report."""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Sequence
from dataclasses import replace

from resolute.news.draft import Draft
from resolute.news.language import Language
from resolute.news.terms import Dated

__all__ = ["ADDS", "NEEDS", "mark_said"]

NEEDS, ADDS = {"speakers", "chains", "dates", "published"}, {"said"}


def mark_said(draft: Draft, _: Language) -> Draft:
    """Add to each claim the day on which it was made, or the reason why the text does not give it."""
    dates = [d for d in draft.dates if d.span is not None]
    starts = [d.span.start for d in dates if d.span is not None]
    lead = _lead(draft)
    out = [_said(draft, i, dates, starts, lead) for i in range(len(draft.found))]
    for i, f in enumerate(draft.found):
        if f.nested_in is not None:
            outer = out[f.nested_in]
            out[i] = outer if outer.edtf else Dated(how="inside another's words, which do not date it")
    return replace(draft, said=tuple(out))


def _lead(draft: Draft) -> str | None:
    """Return who speaks first in the running text: the report is of his words."""
    for f, speaker in zip(draft.found, draft.speakers, strict=True):
        if f.channel == "body" and f.nested_in is None and speaker.kind == "person":
            return speaker.name
    return None


def _said(draft: Draft, number: int, dates: Sequence[Dated], starts: Sequence[int], lead: str | None) -> Dated:
    f, speaker = draft.found[number], draft.speakers[number]
    sentence = draft.sentence_at((f.cue or f.content)[0][0])
    if sentence is not None and f.cue:
        i = bisect_left(starts, sentence.start)
        best: tuple[int, Dated] | None = None
        while i < len(dates) and starts[i] < sentence.end:
            d = dates[i]
            i += 1
            assert d.span is not None
            if any(s <= d.span.start < e for s, e in (*f.content, *f.source)):
                continue
            distance = min(abs(d.span.start - f.cue[-1][1]), abs(f.cue[0][0] - d.span.end))
            if best is None or distance < best[0]:
                best = distance, d
        if best is not None:
            return best[1]
    if f.channel == "body" and lead is not None and speaker.name == lead and draft.heading.dateline:
        return replace(draft.published, how=f"the report's own day: {draft.published.how}")
    return Dated(how="the text does not say when")
