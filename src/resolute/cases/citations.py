"""Words of a text that cite law, held against the law base: right, wrong, or unresolved, with the reason."""

from __future__ import annotations

from resolute.cases.terms import CitedMention
from resolute.law.cite import Quoted, Shelf, cite
from resolute.news.terms import LawMention, Reading

__all__ = ["cited_mentions"]


def cited_mentions(reading: Reading, shelf: Shelf) -> tuple[CitedMention, ...]:
    """Return every mention of law in a reading, with what it names and what its context fits, in order."""
    return tuple(
        CitedMention(id=m.id, span=m.span, cited=cite(_quoted(m, reading), shelf), claim=m.claim)
        for m in sorted(reading.mentions, key=lambda m: (m.span, m.id))
    )


def _quoted(mention: LawMention, reading: Reading) -> Quoted:
    """Hand a mention of news over to law, which does not know news."""
    said = next((c.said.edtf for c in reading.claims if c.id == mention.claim), None)
    return Quoted(
        words=mention.span.text,
        kind=mention.kind,
        order=mention.order,
        number=mention.number,
        year=mention.year,
        paragraph=mention.paragraph,
        dated=mention.dated.edtf,
        due=mention.due,
        about=mention.about,
        targets=mention.targets,
        outcome=mention.outcome,
        said=said or reading.document.published.edtf,
    )
