"""The timeline as a picture: one linear axis, a lane each for law, deeds, words and articles; no label on another.

What the law was on a day and who spoke when is answered by position alone. Every entry also stands in the list below
the picture, the ones without a date only there. Lengths are units of the picture's own box, `WIDTH` wide.
"""

from __future__ import annotations

import unicodedata
from bisect import bisect_left, insort
from collections import Counter, defaultdict
from collections.abc import Callable, Sequence
from dataclasses import dataclass, replace
from datetime import date

from resolute.cases.terms import Brief, TimelineEntry
from resolute.doors.web.links import Links, excerpt, speaker
from resolute.doors.web.words import LANES, STANCES
from resolute.ground.prose import when
from resolute.ground.time import VagueDate

__all__ = [
    "WIDTH",
    "Drawn",
    "Item",
    "Lane",
    "Picture",
    "dashes",
    "draw",
    "items",
    "listing",
    "text_width",
    "told",
]

WIDTH, LEFT, RIGHT = 1200.0, 132.0, 1184.0
TOP = 26.0  # the years stand above
LINE, ROW = 15.0, 22.0  # a line of text; a row of marks
FADE = 110.0  # length of a bar whose other end nobody stated
MOST_BARS = 24  # alleged acts with their names; more of them show their numbers
MOST_ROWS = 14  # a lane of words or articles with more rows is counted by month, quarter, year ... instead
LONGEST_LABEL = {"law": 460.0, "alleged": 460.0, "told": 320.0, "said": 320.0, "published": 240.0}


@dataclass(frozen=True, slots=True)
class Item:
    """Something to draw. `lo` and `hi` are the first and last day it may mean, as ordinals; None where open.

    `shape`: `bar` lies over its days; `glyph`, `square`, `hollow` and `tick` stand at one. `stated` says of each end
    whether the text states it: a stated end is drawn as an edge, any other fades. `short` is a label for want of room.
    """

    lane: str
    lo: int | None
    hi: int | None
    label: str
    shape: str
    row: str = ""
    glyph: str = ""
    tone: str = ""
    weight: int = 1
    stated: tuple[bool, bool] = (True, True)
    href: str = ""
    title: str = ""
    short: str = ""


@dataclass(frozen=True, slots=True)
class Drawn:
    """An item in its place: from `x` to `x2` at the height `y`, its label at `label_x`, `label_y`."""

    item: Item
    x: float
    x2: float
    y: float
    label: str
    label_x: float
    label_y: float
    at_end: bool  # the label ends at label_x instead of starting there
    fade: str = ""  # start, end, both


@dataclass(frozen=True, slots=True)
class Lane:
    """A lane, its upper edge, and the names of its rows with their heights."""

    id: str
    title: str
    y: float
    rows: tuple[tuple[str, float], ...]


@dataclass(frozen=True, slots=True)
class Picture:
    """The whole drawing. `ticks` are places on the axis and what they are called; `shown` counts the items it holds."""

    shown: int
    height: float
    ticks: tuple[tuple[float, str], ...]
    lanes: tuple[Lane, ...]
    drawn: tuple[Drawn, ...]


Scale = Callable[[int], float]


# --- what there is to draw


def items(brief: Brief, links: Links) -> tuple[Item, ...]:
    """Return the dated entries of a brief as things to draw; an entry that no day bounds is left to the list."""
    out = []
    for e in brief.timeline:
        if e.edtf is not None and VagueDate(e.edtf).dated:
            out.append(_item(e, VagueDate(e.edtf), links))
    return tuple(out)


def _item(e: TimelineEntry, on: VagueDate, links: Links) -> Item:
    days = on.bounds
    lo, hi = (d.toordinal() if d else None for d in (days.start, days.end))
    text, href = told(e, links)
    item = Item(
        lane=e.lane,
        lo=lo,
        hi=hi,
        label=text + ("°" if e.outside and e.lane != "law" else ""),
        shape="tick",
        row=e.row,
        weight=min(max(e.weight, 1), 4),
        stated=_stated(on),
        href=href,
        title=f"{when(on)}{'°' if e.outside and e.lane != 'law' else ''}: {text}",
    )
    return _shaped(item, e, on, links)


def _shaped(item: Item, e: TimelineEntry, on: VagueDate, links: Links) -> Item:
    if e.lane == "law":
        since = f", {when(on.bounds.start.isoformat(), short=True)}" if on.bounds.start else ""
        return replace(item, shape="tick" if on.day else "bar", label=item.label + since)
    if e.lane == "alleged":
        open_ = [end for end, day in (("start", item.lo), ("end", item.hi)) if day is None]
        tail = f"; {open_[0]} not stated" if open_ else ""
        finding = links.findings.get(e.finding or "")
        short = str(finding.number) if finding else ""
        return replace(item, shape="bar", label=item.label + tail, tone="warm", short=short)
    if e.lane == "published":
        return replace(item, shape="square" if on.day else "hollow")
    found = next((links.claims[c][1] for c in e.claims if c in links.claims), None)
    if found is None:
        return replace(item, shape="tick")
    sign = STANCES[found.stance]
    return replace(item, shape="glyph", glyph=sign.glyph, tone=sign.tone)


def _stated(on: VagueDate) -> tuple[bool, bool]:
    """Say of each end whether the words state it; a month or a year alone only bounds an end that nobody stated."""
    if on.approximate:
        return False, False
    first, slash, last = on.edtf.partition("/")
    return (first not in ("", ".."), last not in ("", "..")) if slash else (on.day is not None,) * 2


def told(e: TimelineEntry, links: Links) -> tuple[str, str]:
    """Return what an entry says in a few words, and where it leads."""
    if e.lane == "said" and e.claims and e.claims[0] in links.claims:
        claim = links.claims[e.claims[0]][1]
        label = links.label(e.claims[0])
        return f"{label} {speaker(claim.speaker)} {STANCES[claim.stance].word}", links.words_of(e.claims[0])
    finding = links.findings.get(e.finding or "")
    if finding is not None:
        return f"{finding.number} {finding.title}", f"a{finding.number}"
    article = links.articles.get(e.article or "")
    if e.lane == "published" and article is not None:
        return f"{article.letter} {when(article.document.published.edtf, short=True)}", f"art-{article.letter}"
    if e.measure in links.cards:
        return e.label, links.cards[e.measure]
    if article is not None:
        return f"{article.letter} {e.label}", f"art-{article.letter}"
    return e.label, ""


def dashes(d: Drawn) -> list[tuple[float, float, int]]:
    """Return the parts of an alleged bar: start, end, and how faint from 0 to 3. An end that nobody stated fades."""
    fading = min(60.0, (d.x2 - d.x) / (3 if d.fade == "both" else 1.6))
    start = d.x + (fading if d.fade in ("start", "both") else 0)
    end = d.x2 - (fading if d.fade in ("end", "both") else 0)
    parts = [(start, end, 0)]
    third = fading / 3
    for n in range(3):
        if d.fade in ("start", "both"):
            parts.append((start - (n + 1) * third, start - n * third - 2, n + 1))
        if d.fade in ("end", "both"):
            parts.append((end + n * third + 2, end + (n + 1) * third, n + 1))
    return parts


def listing(brief: Brief) -> tuple[TimelineEntry, ...]:
    """Return all entries in the order of their days, the undated last, each day in the order of the lanes."""
    lanes = list(LANES)

    def order(e: TimelineEntry) -> tuple[bool, date, int, str]:
        days = VagueDate(e.edtf).bounds if e.edtf else None
        day = (days.start or days.end) if days else None
        return day is None, day or date.max, lanes.index(e.lane) if e.lane in lanes else len(lanes), e.label

    return tuple(sorted(brief.timeline, key=order))


# --- where it goes


def draw(things: Sequence[Item]) -> Picture | None:
    """Lay out the items; None where there is nothing to draw.

    No two labels overlap and none leaves the box, whatever the years and however many the items: rows are added, and a
    lane of words or articles that would need more than `MOST_ROWS` is counted by longer and longer periods.
    """
    if not things:
        return None
    first, last = _axis(things)
    things = [t for t in things if (t.hi is None or t.hi >= first) and (t.lo is None or t.lo <= last)]

    def scale(day: int) -> float:
        return LEFT + (RIGHT - LEFT) * min(max((day - first) / (last - first), 0.0), 1.0)

    lanes, drawn, y = [], [], TOP
    for name in LANES:
        here = [t for t in things if t.lane == name]
        if here:
            rows, placed, bottom = _lane(name, here, scale, y)
            lanes.append(Lane(name, LANES[name], y, tuple(rows)))
            drawn += placed
            y = bottom
    return Picture(len(things), y, _ticks(first, last), tuple(lanes), tuple(drawn))


def _axis(things: Sequence[Item]) -> tuple[int, int]:
    """Return first and last day of the axis, as ordinals.

    It spans what was done, said and published. Law reaches beyond that by at most half of the span, or two years: older
    law starts at the left edge, and its label says since when; law that had ended by then stands in the list only.
    """
    deeds = [d for t in things if t.lane != "law" for d in (t.lo, t.hi) if d is not None]
    law = [d for t in things if t.lane == "law" for d in (t.lo, t.hi) if d is not None]
    if deeds and law:
        back = max(730, (max(deeds) - min(deeds)) // 2)
        low = min(min(deeds), max(min(law), min(deeds) - back))
        high = max(max(deeds), min(max(law), max(deeds) + back))
    else:
        low, high = min(deeds or law), max(deeds or law)
    pad = max((high - low) // 25, 20)
    return max(low - pad, 1), min(high + pad, date.max.toordinal())


def _lane(name: str, here: list[Item], scale: Scale, top: float) -> tuple[list[tuple[str, float]], list[Drawn], float]:
    if name == "law":
        return _law(here, scale, top)
    if name == "alleged":
        return [], *_bars(here, scale, top)
    return [], *_marks(name, here, scale, top)


def _law(here: list[Item], scale: Scale, top: float) -> tuple[list[tuple[str, float]], list[Drawn], float]:
    """Draw rows of law: bars that follow each other on one line, their labels above in as many lines as needed."""
    groups: dict[str, list[Item]] = defaultdict(list)
    for n, t in enumerate(here):
        groups[t.row or f"\0{n}"].append(t)
    y, names, drawn = top + 6, [], []
    for row, group in groups.items():
        for track in _tracks(group, scale):
            labels = [_above(t, scale) for t in track]
            lines = _rows([(x, x + text_width(text) + 8) for text, x in labels])
            y += LINE * (max(lines) + 1)
            bar = y + 7
            if not row.startswith("\0"):
                names.append((_fit(row, LEFT - 50), bar + 4))
            for t, (text, x), line in zip(track, labels, lines, strict=True):
                a, b = _ends(t, scale)
                drawn.append(Drawn(t, a, b, bar, text, x, y - line * LINE - 3, at_end=False))
            y = bar + 9
    return names, drawn, y + 8


def _tracks(group: list[Item], scale: Scale) -> list[list[Item]]:
    """Return one row of law on further lines where its bars would lie on each other; days stand on the first."""
    ordered = sorted(group, key=lambda t: (t.lo or 0, t.hi or date.max.toordinal(), t.label))
    bars = [t for t in ordered if t.shape == "bar"]
    rows = _rows([(_ends(t, scale)[0], _ends(t, scale)[1] - 1) for t in bars])
    tracks: list[list[Item]] = [[] for _ in range(max(rows, default=0) + 1)]
    for t, row in zip(bars, rows, strict=True):
        tracks[row].append(t)
    tracks[0] = sorted([*tracks[0], *(t for t in ordered if t.shape != "bar")], key=ordered.index)
    return tracks


def _ends(t: Item, scale: Scale) -> tuple[float, float]:
    """Return where a bar of law starts and ends; open ends run to the edge of the axis."""
    a = scale(t.lo) if t.lo is not None else LEFT
    b = scale(t.hi + 1) if t.hi is not None else RIGHT
    return a, max(b, a + 2)


def _above(t: Item, scale: Scale) -> tuple[str, float]:
    text = _fit(t.label, LONGEST_LABEL["law"])
    return text, min(_ends(t, scale)[0] + 2, WIDTH - text_width(text))


def _bars(here: list[Item], scale: Scale, top: float) -> tuple[list[Drawn], float]:
    """Draw alleged acts, each with its label beside the bar or, where there is no room, above it.

    Where that needs more than `MOST_BARS` rows, the labels are the numbers alone.
    """
    placed = [_beside(t, scale) for t in here]
    rows = _rows([_extent(d) for d in placed])
    if max(rows) >= MOST_BARS:
        placed = [_beside(replace(t, label=t.short or t.label), scale) for t in here]
        rows = _rows([_extent(d) for d in placed])
    tall = {row for d, row in zip(placed, rows, strict=True) if d.label_y}
    tops, y = [], top + 6
    for row in range(max(rows) + 1):
        y += LINE if row in tall else 0
        tops.append(y)
        y += ROW
    moved = [
        replace(d, y=tops[row] + 10, label_y=tops[row] + (0 if d.label_y else 14))
        for d, row in zip(placed, rows, strict=True)
    ]
    return moved, y + 8


def _extent(d: Drawn) -> tuple[float, float]:
    return min(d.x, _left(d)) - 6, max(d.x2, _right(d)) + 6


def _beside(t: Item, scale: Scale) -> Drawn:
    """Place an alleged act on its own; `label_y` is 1 where the label must stand above."""
    x = scale(t.lo) if t.lo is not None else None
    x2 = scale(t.hi + 1) if t.hi is not None else None
    if x is None:
        x = max((x2 or RIGHT) - FADE, LEFT)
    if x2 is None:
        x2 = min(x + FADE, RIGHT)
    x2 = max(x2, x + 4)
    fade = {(True, True): "", (False, True): "start", (True, False): "end", (False, False): "both"}[t.stated]
    text = _fit(t.label, LONGEST_LABEL["alleged"])
    width = text_width(text)
    if x2 + 9 + width <= WIDTH:
        return Drawn(t, x, x2, 0, text, x2 + 9, 0, at_end=False, fade=fade)
    if x - 9 - width >= LEFT:
        return Drawn(t, x, x2, 0, text, x - 9, 0, at_end=True, fade=fade)
    return Drawn(t, x, x2, 0, text, min(x, WIDTH - width), 1, at_end=False, fade=fade)


def _marks(name: str, here: list[Item], scale: Scale, top: float) -> tuple[list[Drawn], float]:
    """Draw words and articles as marks with their label on the side where there is room, stacked in rows."""
    for period in ("", "month", "quarter", "year", "5 years", "decade", "century"):
        counted = _counted(name, here, period) if period else here
        placed = sorted((_mark(name, t, scale) for t in counted), key=lambda d: (min(d.x, _left(d)), d.label))
        extents = [(min(d.x, _left(d)) - 4, max(d.x2, _right(d)) + 8) for d in placed]
        if not _crowded(extents):
            break
    rows = _rows(extents)
    moved = [
        replace(d, y=top + 16 + row * ROW, label_y=top + 20 + row * ROW) for d, row in zip(placed, rows, strict=True)
    ]
    return moved, top + 16 + (max(rows) + 1) * ROW


def _mark(name: str, t: Item, scale: Scale) -> Drawn:
    days = [d for d in (t.lo, t.hi) if d is not None]
    x, x2 = scale(min(days)), scale(max(days))
    middle = (x + x2) / 2
    x, x2 = min(x, middle - 7), max(x2, middle + 7)
    text = _fit(t.label, LONGEST_LABEL[name])
    width = text_width(text)
    if x2 + 5 + width <= WIDTH:
        return Drawn(t, x, x2, 0, text, x2 + 5, 0, at_end=False)
    if x - 5 - width >= 0:
        return Drawn(t, x, x2, 0, text, x - 5, 0, at_end=True)
    return Drawn(t, middle - 7, middle + 7, 0, text, min(middle + 12, WIDTH - width), 0, at_end=False)


_MONTHS_IN = {"month": 1, "quarter": 3, "year": 12, "5 years": 60, "decade": 120, "century": 1200}


def _counted(name: str, here: list[Item], period: str) -> list[Item]:
    """Return one item for all marks of a period, which says how many there are and of which kind."""
    months = _MONTHS_IN[period]
    bins: dict[int, list[Item]] = defaultdict(list)
    for t in here:
        day = date.fromordinal(t.lo if t.lo is not None else t.hi or 1)
        bins[(day.year * 12 + day.month - 1) // months].append(t)
    what = {"said": "statements", "published": "articles"}.get(name, "events")
    out = []
    for _, held in sorted(bins.items()):
        if len(held) == 1:
            out += held
            continue
        kinds = Counter(STANCES_BY_GLYPH[t.glyph] for t in held if t.glyph)
        most = ", ".join(f"{word} {n}" for word, n in sorted(kinds.items(), key=lambda k: (-k[1], k[0]))[:2])
        label = f"{len(held)} {what}" + (f": {most}" if most else "") + (" …" if len(kinds) > 2 else "")
        days = [d for t in held for d in (t.lo, t.hi) if d is not None]
        out.append(
            Item(name, min(days), max(days), label, "count", href="when-list", title=f"{label}; each in the list")
        )
    return out


STANCES_BY_GLYPH = {sign.glyph: sign.word for sign in STANCES.values()}


def _rows(extents: Sequence[tuple[float, float]]) -> list[int]:
    """Return for each extent the first row in which it touches none placed before it."""
    rows: list[list[tuple[float, float]]] = []
    out = []
    for x, x2 in extents:
        at = next((n for n, row in enumerate(rows) if _free(row, x, x2)), len(rows))
        if at == len(rows):
            rows.append([])
        insort(rows[at], (x, x2))
        out.append(at)
    return out


def _free(row: list[tuple[float, float]], x: float, x2: float) -> bool:
    i = bisect_left(row, (x, x2))
    return (i == 0 or row[i - 1][1] <= x) and (i == len(row) or x2 <= row[i][0])


def _crowded(extents: Sequence[tuple[float, float]]) -> bool:
    """Say whether more than `MOST_ROWS` extents lie over one place, so that no stacking could need fewer rows."""
    depth = 0
    for _, step in sorted([(x, 1) for x, _ in extents] + [(x2, -1) for _, x2 in extents]):
        depth += step
        if depth > MOST_ROWS:
            return True
    return False


def _left(d: Drawn) -> float:
    return d.label_x - text_width(d.label) if d.at_end else d.label_x


def _right(d: Drawn) -> float:
    return d.label_x if d.at_end else d.label_x + text_width(d.label)


# --- the axis


def _ticks(first: int, last: int) -> tuple[tuple[float, str], ...]:
    """Return years, or months or days where the axis is short, so that their names do not touch."""
    per_day = (RIGHT - LEFT) / (last - first)
    a, b = date.fromordinal(first), date.fromordinal(last)
    years = next((n for n in (1, 2, 5, 10, 20, 50, 100, 200, 500) if n * 365 * per_day >= 46), 1000)
    if (last - first) / (365 * years) >= 2:
        days = [date(y, 1, 1) for y in range(a.year + (-a.year) % years, b.year + 1, years) if y > 0]
        named = [(d, str(d.year)) for d in days]
    else:
        months = next((n for n in (1, 2, 3, 6) if n * 30 * per_day >= 62), 12)
        span = range(a.year * 12 + a.month - 1, b.year * 12 + b.month)
        firsts = [date(m // 12, m % 12 + 1, 1) for m in span if m % months == 0]
        named = [(d, when(d.isoformat()[:7], short=True)) for d in firsts]
    return tuple(
        (LEFT + (d.toordinal() - first) * per_day, name) for d, name in named if first <= d.toordinal() <= last
    )


# --- text


def text_width(text: str) -> float:
    """Return about how wide a label is, in units of the picture. It errs on the wide side of the fonts in use."""
    return sum(_char_width(c) for c in text)


def _char_width(c: str) -> float:
    if c in "iljtfr.,:;'|! ’‘()[]":
        return 4.6
    if c in "mwMW@%—…":
        return 12.0
    if unicodedata.east_asian_width(c) in "WF":
        return 12.6
    if unicodedata.combining(c):
        return 0.0
    return 8.6 if c.isupper() else 7.3


def _fit(text: str, width: float) -> str:
    """Return the text on one line, cut with "…" where it would be wider than `width`."""
    line = excerpt(text, 400)
    if text_width(line) <= width:
        return line
    used, out = text_width("…"), []
    for c in line:
        used += _char_width(c)
        if used > width:
            break
        out.append(c)
    return "".join(out).rstrip(" ,;:") + "…"
