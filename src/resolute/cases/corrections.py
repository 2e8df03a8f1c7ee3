"""Words that do not fit the law they cite, with what fits. The text is left as it is printed."""

from __future__ import annotations

from collections.abc import Sequence

from resolute.cases.terms import Article, CitedMention, Correction, Sentence
from resolute.ground.origin import Passage

__all__ = ["corrections"]


def corrections(articles: Sequence[Article]) -> tuple[Correction, ...]:
    """Return every citation that is wrong or loose, numbers first, then in the order of the case."""
    out = [_correction(a, m) for a in articles for m in a.citations if m.cited.verdict == "wrong" or m.cited.loose]
    return tuple(sorted(out, key=lambda c: (c.loose, c.kind != "number")))


def _correction(article: Article, m: CitedMention) -> Correction:
    cited = m.cited
    fits = cited.fits_measure or cited.fits or "nothing in the law base"
    return Correction(
        article=article.letter,
        span=m.span,
        as_written=m.span.text,
        fits=fits,
        why=Sentence(text=cited.why, passages=(Passage(article.document.id, m.span),), outside=True),
        claim=article.labels.get(m.claim) if m.claim else None,
        kind="number" if cited.resolves_to and cited.fits and m.span.text.strip().isdigit() else "wording",
        resolves_to=cited.resolves_to,
        loose=cited.loose,
    )
