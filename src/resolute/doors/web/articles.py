"""An article as the page shows it: every paragraph with its marks, and beside it the claims and citations it holds."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from typing import TypeVar

from markupsafe import Markup

from resolute.cases.terms import Article, Brief, CitedMention, Correction
from resolute.doors.web.links import Links, excerpt, speaker
from resolute.doors.web.marks import Mark, Piece, marked, pieces
from resolute.doors.web.paragraphs import Paragraph
from resolute.ground.prose import states_named as states
from resolute.ground.prose import when
from resolute.ground.time import VagueDate
from resolute.news.terms import Claim, SetAside

__all__ = ["ArticleView", "Beside", "ClaimCard", "ParagraphView", "articles"]

T = TypeVar("T")


@dataclass(frozen=True, slots=True)
class ClaimCard:
    """A claim beside its paragraph. `way` holds the media it came through and whether the text states each."""

    label: str
    who: str
    stance: str
    also: tuple[str, ...]
    inside: str | None
    way: tuple[tuple[str, bool], ...]
    notes: tuple[str, ...]
    allegations: tuple[int, ...]


@dataclass(frozen=True, slots=True)
class Beside:
    """Something else beside a paragraph: law cited, words that do not fit, a passage set aside; and where it leads."""

    sign: str
    target: str
    head: str
    measure: str | None
    text: str


@dataclass(frozen=True, slots=True)
class ParagraphView:
    """One paragraph: its number, its marked words, why it was set aside if all of it was, and what stands beside it."""

    number: int
    html: Markup
    heading: bool
    set_aside: str
    claims: tuple[ClaimCard, ...]
    beside: tuple[Beside, ...]


@dataclass(frozen=True, slots=True)
class ArticleView:
    """An article and its paragraphs. The text of all paragraphs, one after the other, is the document's."""

    article: Article
    paragraphs: tuple[ParagraphView, ...]
    unplaced: tuple[ClaimCard, ...]  # claims without a word of their own


def articles(brief: Brief, links: Links) -> tuple[ArticleView, ...]:
    """Return the articles in the order of their letters.

    Raises: ValueError for a span that does not lie in its document.
    """
    by_article: dict[str, list[tuple[int, Correction]]] = defaultdict(list)
    for n, c in enumerate(brief.corrections, 1):
        by_article[c.article].append((n, c))
    return tuple(_view(a, by_article.get(a.letter, []), links) for a in brief.articles)


def _view(a: Article, corrections: list[tuple[int, Correction]], links: Links) -> ArticleView:
    rows = links.paragraphs[a.letter]
    anchors = links.anchors[a.letter]
    cuts = [p.start for p in rows] + list(anchors)
    labels = {c.id: a.labels[c.id] for c in a.claims}
    placed = {c.id: start for c in a.claims if (start := _start(c)) is not None}
    cut = pieces(a.document.text, _marks(a, corrections, labels), [*cuts, *placed.values()])
    numbers = _numbers(placed, labels)
    cards = _at((placed[c.id], _card(c, a, links)) for c in a.claims if c.id in placed)
    beside = _at(_beside(a, corrections))
    return ArticleView(
        article=a,
        paragraphs=tuple(_paragraphs(a, rows, cut, numbers, cards, beside, anchors)),
        unplaced=tuple(_card(c, a, links) for c in a.claims if c.id not in placed),
    )


def _start(c: Claim) -> int | None:
    """Return where a claim's number stands: at its content, else at its cue, else at its source."""
    return next((min(s.start for s in spans) for spans in (c.content, c.cue, c.source) if spans), None)


def _marks(a: Article, corrections: list[tuple[int, Correction]], labels: Mapping[str, str]) -> list[Mark]:
    out = []
    for c in a.claims:
        for kind, spans in (("con", c.content), ("src", c.source), ("cue", c.cue)):
            out += [Mark(s.start, s.end, kind, labels[c.id]) for s in spans]
    wrong = {(c.span.start, c.span.end) for _, c in corrections}
    out += [Mark(start, end, "err") for start, end in sorted(wrong)]
    cited = {(m.span.start, m.span.end) for m in a.citations} - wrong
    out += [Mark(start, end, "ref") for start, end in sorted(cited)]
    return out + [Mark(s.span.start, s.span.end, "furn") for s in a.set_aside]


def _numbers(placed: Mapping[str, int], labels: Mapping[str, str]) -> dict[int, Markup]:
    """Return the numbers to draw before offsets. They hold no text of their own: the text stays the document's."""
    at: dict[int, Markup] = {}
    tag = Markup('<a class="tag" id="p-{0}" href="#c-{0}" data-n="{0}" aria-label="claim {0}"></a>')
    for claim, start in placed.items():
        at[start] = at.get(start, Markup()) + tag.format(labels[claim])
    return at


def _at(items: Iterable[tuple[int, T]]) -> dict[int, list[T]]:
    out: dict[int, list[T]] = {}
    for start, item in items:
        out.setdefault(start, []).append(item)
    return out


def _paragraphs(
    a: Article,
    rows: Iterable[Paragraph],
    cut: list[Piece],
    numbers: Mapping[int, Markup],
    cards: Mapping[int, list[ClaimCard]],
    beside: Mapping[int, list[Beside]],
    anchors: Mapping[int, str],
) -> Iterable[ParagraphView]:
    title, i = a.document.title_span, 0
    for p in rows:
        first = i
        while i < len(cut) and cut[i].start < p.end:
            i += 1
        row = cut[first:i]
        whole = _set_aside(row, a.set_aside)
        aside = [] if whole else [_partly(s) for s in a.set_aside if p.start <= s.span.start < p.end]
        starts = [piece.start for piece in row]
        yield ParagraphView(
            number=p.number,
            html=marked(row, numbers, anchors),
            heading=title is not None and p.start <= title.start < p.end,
            set_aside=whole,
            claims=tuple(card for s in starts for card in cards.get(s, ())),
            beside=tuple(b for s in starts for b in beside.get(s, ())) + tuple(aside),
        )


def _set_aside(row: list[Piece], all_: Iterable[SetAside]) -> str:
    """Return why a whole paragraph was set aside; empty where some of its words were not."""
    if not row or any("furn" not in p.kinds and p.text.strip() for p in row):
        return ""
    start, end = row[0].start, row[-1].end
    reasons = [s.why for s in all_ if s.span.start < end and start < s.span.end]
    return "; ".join(dict.fromkeys(reasons))


def _card(c: Claim, a: Article, links: Links) -> ClaimCard:
    label = a.labels[c.id]
    return ClaimCard(
        label=label,
        who=speaker(c.speaker),
        stance=c.stance,
        also=c.also,
        inside=a.labels.get(c.nested_in, c.nested_in) if c.nested_in else None,
        way=_way(c, a.document.publisher),
        notes=_notes(c, a.document.published.edtf),
        allegations=links.allegations.get(label, ()),
    )


def _way(c: Claim, publisher: str | None) -> tuple[tuple[str, bool], ...]:
    """Return the media a claim came through, down to this article, which a chain may name by its publisher."""
    hops = [(h.outlet, h.stated) for h in c.chain]
    if hops and hops[-1][0] == publisher:
        hops.pop()
    return (*hops, ("this article", True)) if hops else ()


def _notes(c: Claim, published: VagueDate | None) -> tuple[str, ...]:
    """Return what a reader must know of a claim beside its words."""
    out = []
    if c.speaker.kind in ("unnamed-person", "unnamed-group"):
        out.append("unnamed")
    if c.on_behalf_of:
        out.append(f"for {states(c.on_behalf_of)}")
    elif c.speaker.state and c.speaker.kind in ("person", "office"):
        out.append(f"not for {states(c.speaker.state)}")
    if c.channel != "body":
        out.append(c.channel)
    if c.hedged:
        out.append("hedged by the text")
    if c.said.edtf is not None and c.said.edtf != published:
        out.append(f"said {when(c.said.edtf)}" + (f" ({c.said.how})" if c.said.how else ""))
    return tuple(out)


def _beside(a: Article, corrections: list[tuple[int, Correction]]) -> Iterable[tuple[int, Beside]]:
    corrected = {(c.span.start, c.span.end) for _, c in corrections}
    for m in a.citations:
        if (m.span.start, m.span.end) not in corrected:
            yield m.span.start, _citation(a.letter, m)
    for n, c in corrections:
        yield (
            c.span.start,
            Beside("✎", f"corr-{n}", "Loosely put" if c.loose else "Does not fit", None, f"fits {c.fits}"),
        )


_CITED = {
    "right": "Law cited, and it fits",
    "wrong": "Law cited, and it does not fit",
    "unresolved": "Law cited, not resolved",
}


def _citation(letter: str, m: CitedMention) -> Beside:
    measure = m.cited.measure or m.cited.resolves_to
    return Beside("¶", f"w-{letter}-{m.span.start}", _CITED[m.cited.verdict], measure, m.cited.why)


def _partly(s: SetAside) -> Beside:
    return Beside("–", "", "Set aside", None, f"“{excerpt(s.span.text, 60)}”: {s.why}")
