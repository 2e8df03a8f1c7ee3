"""Claims in the making joined up: quotations that go on, statements inside statements, statements passed on."""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Sequence
from dataclasses import replace

from resolute.news.described import outlet_of
from resolute.news.draft import Draft, Found
from resolute.news.language import Language

__all__ = ["ADDS", "NEEDS", "join_claims"]

NEEDS, ADDS = {"periods", "quotations", "blocks", "found"}, {"joined"}


def join_claims(draft: Draft, _: Language) -> Draft:
    """Join quotations without a cue of their own to the statement they continue, and say what stands inside what."""
    found = sorted(draft.found, key=lambda f: (f.cue or f.content or f.source)[0])
    found = _continued(draft, found)
    found = [f for f in found if f.content]
    found = _nested(found)
    found = _wrapped(draft, found)
    return replace(draft, found=tuple(found))


# ---- quotations that go on ------------------------------------------------------------------------------------------


def _continued(draft: Draft, found: list[Found]) -> list[Found]:
    """Give each full quotation without a cue to the claim it continues: in its paragraph, or over an unclosed one.

    A cue that ends its paragraph with a colon takes the quotation that opens the next.
    """
    by_period: dict[int, list[int]] = {}
    for i, f in enumerate(found):
        by_period.setdefault(f.period, []).append(i)
    taken = {s for f in found for s, _ in f.content}
    spans = sorted((s, e) for f in found for s, e in f.content)
    more: dict[int, list[tuple[int, int]]] = {}
    current: int | None = None
    block = -1
    for number, period in enumerate(draft.periods):
        if period.quotation is not None:
            continue
        here = by_period.get(number, [])
        if here:
            current = _leading(draft, found, here, current if block == period.block else None)
            block = period.block
        for item in period.items:
            if item >= 0:
                continue
            n = -1 - item
            q = draft.quotations[n]
            if current is None or q.start in taken or _covered(spans, q.start):
                continue
            last = more[current][-1] if current in more else (found[current].content or ((-1, -1),))[-1]
            if block == period.block or _continues(draft, found[current], last, n):
                more.setdefault(current, []).append((q.start, q.end))
                block = period.block
    return [replace(f, content=(*f.content, *more[i]), pending=False) if i in more else f for i, f in enumerate(found)]


def _covered(spans: Sequence[tuple[int, int]], at: int) -> bool:
    """Say whether a content that begins near before the offset reaches over it."""
    i = bisect_right(spans, (at, 1 << 60)) - 1
    return any(spans[j][1] > at for j in range(max(0, i - 3), i + 1))


def _leading(draft: Draft, found: Sequence[Found], here: Sequence[int], current: int | None) -> int:
    """Return the claim that a lone quotation behind these would continue: the last that holds a quotation."""
    for i in reversed(here):
        if found[i].pending or _is_quoted(draft, found[i]):
            return i
    if current is not None and _is_quoted(draft, found[current]):
        return current
    return here[-1]


def _is_quoted(draft: Draft, found: Found) -> bool:
    return any((q := draft.quotation_at(s)) is not None and q.full for s, _ in found.content)


def _continues(draft: Draft, claim: Found, last: tuple[int, int], n: int) -> bool:
    """Say whether a quotation in another paragraph goes on with the claim, whose words so far end with `last`."""
    q = draft.quotations[n]
    if claim.pending and last[0] < 0:
        return q.start == draft.blocks[q.block].start
    before = draft.quotations[n - 1] if n else None
    return before is not None and before.closed == "continued" and last[0] <= before.start < last[1]


# ---- what stands inside what ----------------------------------------------------------------------------------------


def _nested(found: list[Found]) -> list[Found]:
    """Number, for each claim, the smallest other claim in whose content its cue and its content stand."""
    pieces = sorted((s, e, i) for i, f in enumerate(found) for s, e in f.content)
    out = []
    for i, f in enumerate(found):
        best: tuple[int, int] | None = None
        if f.cue:
            at = bisect_right(pieces, (f.cue[0][0], 1 << 60, 0))
            for s, e, j in pieces[max(0, at - 12) : at]:
                inside = s <= f.cue[0][0] and f.cue[-1][1] <= e and all(s <= a and b <= e for a, b in f.content)
                if j != i and inside and (best is None or e - s < best[0]):
                    best = (e - s, j)
        out.append(replace(f, nested_in=best[1]) if best else f)
    return out


def _wrapped(draft: Draft, found: list[Found]) -> list[Found]:
    """Mark claims of an outlet that only pass on another claim: "..., he said, reports the daily"."""
    out = list(found)
    for i, f in enumerate(out):
        if not f.source or f.rule not in ("according to", "quotation before", "clause before", "passed on"):
            continue
        if outlet_of(draft, f.source[0]) is None:
            continue
        inner = _passed_on(out, i)
        if inner is not None and f.rule != "passed on" and _is_quoted(draft, f) and _in_quotation(draft, out[inner]):
            inner = None  # the quoted words are the outlet's own; what they report stands inside them
        if inner is not None:
            nested = None if out[inner].nested_in == i else out[inner].nested_in
            out[i] = replace(f, wraps=inner)
            out[inner] = replace(out[inner], nested_in=nested)
    return out


def _in_quotation(draft: Draft, f: Found) -> bool:
    q = draft.quotation_at(f.cue[0][0]) if f.cue else None
    return q is not None and q.full


def _passed_on(found: Sequence[Found], at: int) -> int | None:
    """Return the claim that fills most of another's content, or shares its quotation."""
    f = found[at]
    size = sum(e - s for s, e in f.content)
    for j in range(max(0, at - 6), min(len(found), at + 7)):
        other = found[j]
        if j == at or not other.content:
            continue
        whole = [*other.source, *other.cue, *other.content]
        inside = all(any(s <= a and b <= e for s, e in f.content) for a, b in whole)
        if f.rule == "passed on":
            if set(f.content) & set(other.content):
                return j
        elif inside and 2 * sum(b - a for a, b in other.content) >= size:
            return j
    return None
