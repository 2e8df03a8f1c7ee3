"""Who says what on which subject, and what each State has said on each measure over the years."""

from __future__ import annotations

from collections.abc import Sequence

from resolute.cases.stand import named, quotation
from resolute.cases.terms import Article, Finding, MatrixCell, MatrixColumn, MatrixRow, Position
from resolute.ground.origin import Passage
from resolute.ground.prose import states_named
from resolute.news.terms import Claim

__all__ = ["matrix", "positions"]

# Subjects of their own, beside the findings: a claim stands in the first column that holds its topic.
GENERAL = (
    ("unilateral", "Measures of a State alone", "unilateral-measure"),
    ("new", "New measures of the Council", "resolution-vote"),
    ("council", "Measures of the Council, in general", "un-measure"),
)


def matrix(
    found: Sequence[Finding], articles: Sequence[Article]
) -> tuple[tuple[MatrixColumn, ...], tuple[MatrixRow, ...]]:
    """Return the columns, findings first, and one row per speaker, grouped by the State he speaks for."""
    columns = [MatrixColumn(id=f.id, title=f.title, finding=f.id) for f in found]
    columns += [MatrixColumn(id=i, title=title) for i, title, _ in GENERAL]
    stands = {s.label: f.id for f in reversed(found) for s in f.standings if not s.general}
    rows: dict[tuple[str, str], dict[str, list[tuple[str, str]]]] = {}
    roles: dict[tuple[str, str], str] = {}
    for article in articles:
        for claim in article.claims:
            label = article.labels[claim.id]
            column = stands.get(label) or _general(claim)
            if column is None:
                continue
            key = (_group(claim), named(claim))
            roles.setdefault(key, claim.speaker.role or claim.speaker.organisation or "")
            rows.setdefault(key, {}).setdefault(column, []).append((claim.stance, label))
    used = {c for cells in rows.values() for c in cells}
    kept = tuple(c for c in columns if c.id in used)
    out = [
        MatrixRow(
            group=group,
            who=who,
            role=roles[group, who],
            cells=tuple(MatrixCell(column=c.id, stances=tuple(cells[c.id])) for c in kept if c.id in cells),
        )
        for (group, who), cells in sorted(rows.items(), key=lambda r: _row_order(r[0]))
    ]
    return kept, tuple(out)


def _general(claim: Claim) -> str | None:
    return next((i for i, _, topic in GENERAL if topic in claim.topics), None)


def _group(claim: Claim) -> str:
    states = claim.on_behalf_of
    if not states:
        return "For no state"
    return f"For {states_named(states)}" if len(states) == 1 else "For several states"


def _row_order(key: tuple[str, str]) -> tuple[int, str, str]:
    last = {"For several states": 1, "For no state": 2}
    return last.get(key[0], 0), key[0], key[1]


def positions(found: Sequence[Finding], articles: Sequence[Article]) -> tuple[Position, ...]:
    """Return what is said on behalf of each State on each line of law, by State, line and day.

    A position is what somebody said for the State in one article; that it is still held is not said.
    """
    line_of = {s.label: f for f in reversed(found) if f.engaged for s in f.standings}
    out = []
    for article in articles:
        for claim in article.claims:
            if claim.nested_in is not None:
                continue
            label = article.labels[claim.id]
            finding = line_of.get(label)
            general = _general(claim)
            if finding is None and general is None:
                continue
            line = finding.line if finding else next(t for i, t, _ in GENERAL if i == general)
            measure = finding.cards[0].measure if finding and finding.cards else None
            for state in claim.on_behalf_of:
                out.append(_position(article, claim, label, state, line, measure))
    return tuple(sorted(out, key=lambda p: (p.state, p.line, p.said or "9999", p.label)))


def _position(article: Article, claim: Claim, label: str, state: str, line: str, measure: str | None) -> Position:
    said = claim.said.edtf or article.document.published.edtf
    how = claim.said.how or article.document.published.how
    return Position(
        state=state,
        line=line,
        measure=measure,
        said=said.edtf if said else None,
        said_how=how,
        stance=claim.stance,
        claim=claim.id,
        label=label,
        quote=Passage(article.document.id, quotation(claim, article.document.text)),
    )


def states_of(articles: Sequence[Article]) -> str:
    """Return the States spoken for, most claims first, in words."""
    count: dict[str, int] = {}
    for a in articles:
        for c in a.claims:
            for s in c.on_behalf_of:
                count[s] = count.get(s, 0) + 1
    top = sorted(count, key=lambda s: (-count[s], s))[:2]
    return states_named(top)
