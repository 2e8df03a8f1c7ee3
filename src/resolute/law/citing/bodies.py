"""Bodies that texts name: the Sanctions Committee, the Panel of Experts, the monitoring team outside the UN."""

from __future__ import annotations

from resolute.ground.prose import day_words
from resolute.law.citing.context import other_target
from resolute.law.citing.shelf import Shelf
from resolute.law.citing.tables import Body, bodies, says
from resolute.law.citing.terms import Quoted
from resolute.law.terms import Cited

__all__ = ["by_body"]


def by_body(query: Quoted, shelf: Shelf) -> Cited:
    """Find the body, and say where the words do not fit it: several for one, ended since, outside the UN."""
    body = _named(query)
    if body is None or other_target(query, shelf, "un") is not None:
        return Cited(as_written=query.words, verdict="unresolved", why="The tables hold no body of that name.")
    founded = shelf.get(body.instrument) if body.instrument else None
    measure = body.measure if founded and any(m.id == body.measure for m in founded.measures) else None
    off, loose = _off(body, query)
    right = f"That is {body.title}{_days(body)}."
    return Cited(
        as_written=query.words, verdict="wrong" if off else "right", why=off or right, loose=loose,
        resolves_to=body.instrument, measure=measure, fits=body.instrument if off else None,
        fits_measure=measure if off else None,
    )  # fmt: skip


def _named(query: Quoted) -> Body | None:
    """Return the body whose name the words hold, the longest name first."""
    phrases = sorted(((p, b) for b in bodies() for p in (*b.names, *b.several)), key=lambda x: (-len(x[0]), x[0]))
    return next((b for p, b in phrases if says((p,), query.words)), None)


def _off(body: Body, query: Quoted) -> tuple[str, bool]:
    """Return what in the words does not fit the body, and whether that is only loose."""
    if query.number is not None and body.numbers and query.number not in body.numbers:
        return f"{_capital(body.title)} rests on resolution {body.numbers[0]}, not on {query.number}.", False
    if body.outside is not None and query.order == body.outside:
        return f"{_capital(body.title)} is outside the United Nations, and lists nobody.", False
    spoken_of = query.dated or query.said
    if body.until is not None and spoken_of is not None and spoken_of.on_or_before(body.until) is False:
        return f"{_capital(body.title)} ended on {day_words(body.until)}: {body.ended}.", False
    if says(body.several, query.words) and not says(body.names, query.words):
        return f"There is {body.count}: {body.title}.", True
    return "", False


def _days(body: Body) -> str:
    since = f", since {day_words(body.since)}" if body.since else ""
    return f"{since}, until {day_words(body.until)}" if body.until else since


def _capital(text: str) -> str:
    return text[:1].upper() + text[1:]
