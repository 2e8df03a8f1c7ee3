"""The first screen of a brief, for page and terminal: a line an allegation, what was counted, what was not searched."""

from __future__ import annotations

from collections.abc import Iterable
from typing import NamedTuple

from resolute.cases.terms import Brief, Finding, Standing
from resolute.doors.web import words
from resolute.doors.web.links import cite, excerpt
from resolute.ground.prose import states_named, when

__all__ = ["Line", "Teaser", "Voice", "facts", "lines", "not_searched", "teasers"]

SAYS = ("accuses", "asserts", "admits", "reports")
SAYS_WILL = ("commits", "refuses", "urges")
DENIES = ("denies", "questions")
SHOWN = 2  # voices of one allegation in the summary; the rest is counted
LAW_SHOWN = 1  # measures: the first card, which is the strongest of the order that always answers


class Voice(NamedTuple):
    """Somebody and his stance, in a few words."""

    stance: str
    who: str
    note: str


class Line(NamedTuple):
    """One allegation on one line."""

    number: int
    title: str
    said: tuple[Voice, ...]
    said_more: int
    denied: tuple[Voice, ...]
    denied_more: int
    law: tuple[tuple[str, str], ...]  # short citation, since when
    law_more: int
    verdict: str  # of the first card
    missing: int


class Teaser(NamedTuple):
    """A section in two sentences, the first of which leads there."""

    title: str
    target: str
    first: str
    then: str


def lines(brief: Brief) -> tuple[Line, ...]:
    """Return the allegations in the order of their numbers."""
    return tuple(_line(f) for f in sorted(brief.findings, key=lambda f: f.number))


def _line(f: Finding) -> Line:
    said = _voices(f.standings, SAYS) or _voices(f.standings, SAYS_WILL)
    denied = _voices(f.standings, DENIES)
    law = tuple(dict.fromkeys((cite(c.citation), words.shortened(c.in_force)) for c in f.cards))
    return Line(
        number=f.number,
        title=f.title,
        said=said[:SHOWN],
        said_more=max(0, len(said) - SHOWN),
        denied=denied[:SHOWN],
        denied_more=max(0, len(denied) - SHOWN),
        law=law[:LAW_SHOWN],
        law_more=max(0, len(law) - LAW_SHOWN),
        verdict=f.cards[0].verdict if f.cards else "no-measure",
        missing=len(f.missing),
    )


def _voices(standings: Iterable[Standing], stances: Iterable[str]) -> tuple[Voice, ...]:
    wanted = tuple(stances)
    found: dict[tuple[str, str], Voice] = {}
    for s in standings:
        if s.stance in wanted:
            found.setdefault((s.stance, s.who), Voice(s.stance, excerpt(s.who, 60), _note(s)))
    return tuple(found.values())


def _note(s: Standing) -> str:
    if s.general:
        return "in general terms"
    whom = states_named(s.on_behalf_of)
    return f"for {whom}" if whom and whom.removeprefix("the ") != s.who.removeprefix("The ") else ""


def facts(brief: Brief) -> tuple[tuple[str, str], ...]:
    """Return what was counted and by which law, for the line under the title."""
    cited = [m.cited.verdict for a in brief.articles for m in a.citations]
    wrong, open_ = cited.count("wrong"), cited.count("unresolved")
    doubts = [f"{n} {what}" for n, what in ((wrong, "wrong"), (open_, "not resolved")) if n]
    found = len(brief.hits) + len(brief.sea_events)
    rows = [
        ("Articles", words.number(len(brief.articles))),
        ("Claims", words.number(sum(len(a.claims) for a in brief.articles))),
        ("Events", words.number(sum(len(a.events) for a in brief.articles))),
        ("References to law", ", ".join([words.number(len(cited)), *doubts])),
        ("Law of", when(brief.known.isoformat(), short=True)),
        ("Names and ships", f"{found} found" if found else "not searched" if not_searched(brief) else "nothing found"),
    ]
    if brief.refused:
        rows.append(("Files refused", words.number(len(brief.refused))))
    return tuple(rows)


def not_searched(brief: Brief) -> tuple[str, ...]:
    """Say what no answer of this brief rests on: lists that were not screened, tracks that were not read."""
    out = []
    if not brief.counts.get("lists screened", 0) and not brief.hits:
        out.append("No list was screened: whether anybody named here is listed is not said.")
    if not brief.counts.get("tracks read", 0) and not brief.sea_events:
        out.append("No track was read: what any ship did is not said.")
    return tuple(out)


def teasers(brief: Brief) -> tuple[Teaser, ...]:
    """Return corrections, contradictions and questions, each in two sentences."""
    return _corrections(brief), _contradictions(brief), _questions(brief)


def _corrections(brief: Brief) -> Teaser:
    n = len(brief.corrections)
    if not n:
        return Teaser("Corrections", "corr", "None.", "No reference to law was found that does not fit.")
    c = brief.corrections[0]
    first = f"“{excerpt(c.as_written, 60)}” fits {c.fits}."
    return Teaser("Corrections", "corr", first, f"{words.spelled(n - 1).capitalize()} more." if n > 1 else "")


def _contradictions(brief: Brief) -> Teaser:
    real = sum(c.real for c in brief.contradictions)
    apparent = len(brief.contradictions) - real
    if not brief.contradictions:
        return Teaser("Contradictions", "contra", "None found.", "No two claims of these articles clash, or seem to.")
    first = f"{words.spelled(real).capitalize() if real else 'None'} real,"
    seeming = words.spelled(apparent) if apparent else "none"
    then = f"and {seeming} that only {'look' if apparent > 1 else 'looks'} like it."
    return Teaser("Contradictions", "contra", first, then)


def _questions(brief: Brief) -> Teaser:
    n = len(brief.questions)
    if not n:
        return Teaser("Open questions", "open", "None.", "Nothing that was asked is missing.")
    first = f"{words.spelled(n).capitalize()} {'question' if n == 1 else 'questions'}"
    return Teaser(
        "Open questions",
        "open",
        first,
        f"{'is' if n == 1 else 'are'} open. First: {excerpt(brief.questions[0].text, 110)}",
    )
