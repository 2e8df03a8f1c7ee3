"""Where every number of a brief leads: claims to passages, passages to paragraphs, measures to cards. No dead numbers.

What a brief names and does not hold is printed as it stands, without a link.
"""

from __future__ import annotations

import re
from bisect import bisect_right
from collections.abc import Iterable, Iterator
from dataclasses import dataclass

from markupsafe import Markup, escape

from resolute.cases.terms import Article, Brief, Finding, Sentence
from resolute.doors.web.marks import safe
from resolute.doors.web.paragraphs import Paragraph, paragraphs
from resolute.ground.origin import Citation, Passage
from resolute.ground.prose import listed, states_named
from resolute.news.terms import Claim, Event, Speaker

__all__ = ["Links", "card_id", "cite", "excerpt", "links_of", "speaker"]

LONGEST = 160  # characters of a quotation in a tip or a list; the whole stands in the article

_NUMBER = re.compile(r"\b[A-Z]{1,3}\d{1,4}\b")


@dataclass(frozen=True, slots=True)
class Links:
    """An index of a brief. Claims are known by their number ("A7") and by their id; a number comes first."""

    articles: dict[str, Article]  # by letter and by document id; of two with the same bytes the first
    paragraphs: dict[str, tuple[Paragraph, ...]]  # by letter
    claims: dict[str, tuple[Article, Claim]]
    events: dict[str, tuple[Article, Event]]
    findings: dict[str, Finding]
    allegations: dict[str, tuple[int, ...]]  # number of a claim -> numbers of the allegations it stands in
    cards: dict[str, str]  # measure -> id of its first card on the page
    anchors: dict[str, dict[int, str]]  # letter -> offset -> id of the words that start there

    def label(self, key: str) -> str:
        """Return the number of a claim; the key itself where the brief does not hold the claim."""
        found = self.claims.get(key)
        return found[0].labels.get(found[1].id, key) if found else key

    def ref(self, key: str) -> Markup:
        """Return a claim's number as a link to its card."""
        label = self.label(key)
        if key not in self.claims:
            return Markup('<span class="cref">{}</span>').format(label)
        return Markup('<a class="cref" href="#c-{}">{}</a>').format(label, label)

    def words_of(self, key: str) -> str:
        """Return the id of a claim's passage; of its card where no words of the text carry it."""
        claim = self.claims[key][1]
        return f"{'p' if claim.content or claim.cue or claim.source else 'c'}-{self.label(key)}"

    def refs(self, keys: Iterable[str]) -> Markup:
        """Return the numbers of several claims, each once."""
        return Markup(" ").join(self.ref(label) for label in dict.fromkeys(self.label(k) for k in keys))

    def passage(self, p: Passage) -> Markup:
        """Return a passage as a link to its words: "A, par. 3"."""
        article = self.articles.get(p.document)
        if article is None:
            return Markup('<span class="cref">a text that is not in this brief</span>')
        return self.place(article.letter, p.span.start)

    def paragraph(self, letter: str, offset: int) -> int:
        """Return the number of the paragraph that holds an offset."""
        rows = self.paragraphs[letter]
        return rows[bisect_right(rows, offset, key=lambda p: p.start) - 1].number if rows else 0

    def spot(self, letter: str, offset: int, text: str) -> Markup:
        """Return text as a link to the words that start at an offset of an article."""
        target = self.anchors.get(letter, {}).get(offset)
        return Markup('<a class="cref" href="#{}">{}</a>').format(target, text) if target else escape(text)

    def place(self, letter: str, offset: int) -> Markup:
        """Return where an offset lies as a link: "A, par. 3"."""
        n = self.paragraph(letter, offset) if letter in self.paragraphs else 0
        return self.spot(letter, offset, f"{letter}, par. {n}" if n else letter)

    def measure(self, measure: str, *, finding: Finding | None = None) -> Markup:
        """Return a measure's id as a link to its card, to the one of this allegation where it has one."""
        own = card_id(finding, measure) if finding and any(c.measure == measure for c in finding.cards) else None
        target = own or self.cards.get(measure)
        if target is None:
            return Markup('<span class="id">{}</span>').format(measure)
        return Markup('<a class="id" href="#{}">{}</a>').format(target, measure)

    def decides(self, text: str) -> Markup:
        """Return what an answer would decide; where that is a measure's id alone, it leads to its card."""
        return Markup("turns {}").format(self.measure(text)) if text in self.cards else escape(text)

    def allegation(self, key: str) -> Markup:
        """Return an allegation's number as a link."""
        finding = self.findings.get(key)
        if finding is None:
            return escape(key)
        return Markup('<a href="#a{}" title="{}">{}</a>').format(finding.number, finding.title, finding.number)

    def sentence(self, s: Sentence, *, finding: Finding | None = None) -> Markup:
        """Return a sentence and what it rests on: claims, or passages where no claim carries it, and measures.

        A number that the sentence itself names becomes the link; the others follow. A ring says that no article does.
        """
        labels = list(dict.fromkeys(self.label(k) for k in s.claims))
        out, told, at = Markup(), set(), 0
        for m in _NUMBER.finditer(s.text):
            if m.group() in labels:
                out += safe(s.text[at : m.start()]) + self.ref(m.group())
                told.add(m.group())
                at = m.end()
        out += safe(s.text[at:])
        if s.outside:
            out += Markup('<span class="ring" title="known from outside the articles">°</span>')
        more = [self.ref(label) for label in labels if label not in told]
        if not labels:
            more += list(dict.fromkeys(self.passage(p) for p in s.passages))
        more += [self.measure(m, finding=finding) for m in s.measures if m not in s.text]
        return out + Markup("").join(Markup(" ") + m for m in more)


def links_of(brief: Brief) -> Links:
    """Return the index of a brief."""
    by_letter = {a.letter: a for a in brief.articles}
    claims: dict[str, tuple[Article, Claim]] = {}
    events: dict[str, tuple[Article, Event]] = {}
    for a in brief.articles:
        for c in a.claims:
            for key in (a.labels[c.id], f"{a.letter}.{c.id}", c.id):
                claims.setdefault(key, (a, c))
        for e in a.events:
            for key in (f"{a.letter}.{e.id}", e.id):
                events.setdefault(key, (a, e))
    cards: dict[str, str] = {}
    stands: dict[str, dict[int, None]] = {}
    for f in brief.findings:
        for card in f.cards:
            cards.setdefault(card.measure, card_id(f, card.measure))
        for s in f.standings:
            stands.setdefault(s.label, {})[f.number] = None
    return Links(
        articles=by_letter | {a.document.id: a for a in reversed(brief.articles)},
        paragraphs={a.letter: paragraphs(a.document.text) for a in brief.articles},
        claims=claims,
        events=events,
        findings={f.id: f for f in brief.findings},
        allegations={label: tuple(numbers) for label, numbers in stands.items()},
        cards=cards,
        anchors=_anchors(brief, events),
    )


def _anchors(brief: Brief, events: dict[str, tuple[Article, Event]]) -> dict[str, dict[int, str]]:
    """Give an id to the first of all words that some sentence, correction, citation or relation leads to."""
    letters = {a.document.id: a.letter for a in reversed(brief.articles)}
    out: dict[str, dict[int, str]] = {a.letter: {} for a in brief.articles}

    def keep(letter: str | None, start: int) -> None:
        if letter in out:
            out[letter][start] = f"w-{letter}-{start}"

    for sentence in _sentences(brief):
        for p in sentence.passages:
            keep(letters.get(p.document), p.span.start)
    for p in (*(s.quote for f in brief.findings for s in f.standings), *(p.quote for p in brief.positions)):
        keep(letters.get(p.document), p.span.start)
    for correction in brief.corrections:
        keep(correction.article, correction.span.start)
    for a in brief.articles:
        for mention in a.citations:
            keep(a.letter, mention.span.start)
    for key in {k for r in brief.relations for k in (r.a, r.b)}:
        if key in events and events[key][1].spans:
            keep(events[key][0].letter, events[key][1].spans[0].start)
    return out


def _sentences(brief: Brief) -> Iterator[Sentence]:
    for f in brief.findings:
        yield from (*f.lead, *f.against, *f.notes)
    yield from (r.why for r in brief.relations)
    yield from (c.why for c in brief.contradictions)
    yield from (c.why for c in brief.corrections)


def card_id(finding: Finding, measure: str) -> str:
    """Return the id of a law card on the page."""
    return f"law-{finding.number}-{re.sub(r'[^A-Za-z0-9.-]', '_', measure)}"


def speaker(s: Speaker) -> str:
    """Return who a speaker is, as far as the text says; nobody is named where it names nobody."""
    if s.kind == "unstated":
        return "Nobody named"
    if s.kind == "unresolved":
        return f"Left open: {listed(s.candidates, 'or')}" if s.candidates else "Left open by the text"
    known = s.name or s.role or s.organisation or states_named(s.state) or "Unnamed"
    return known[:1].upper() + known[1:]


def cite(c: Citation) -> str:
    """Return a citation as short as people say it: "2371 ¶8"; the id of the instrument where it has no number."""
    number = re.fullmatch(r"S/RES/(\d+)\b.*", c.symbol or "") or re.fullmatch(r"UNSCR-(\d+)", c.instrument)
    name = number.group(1) if number else c.instrument
    if not c.paragraph:
        return name
    return f"{name} ¶{c.paragraph}" if c.paragraph[0].isdigit() else f"{name}, {c.paragraph}"


def excerpt(text: str, longest: int = LONGEST) -> str:
    """Return words on one line, cut at a space with "…" where they are longer than `longest` characters."""
    line = " ".join(text.split())
    if len(line) <= longest:
        return line
    head = line[:longest]
    space = head.rfind(" ")
    return head[: space if space > longest // 2 else longest].rstrip(" ,;:") + " …"
