"""A verdict for people on a terminal: one row a legal order, then measures with their tests, then what is missing."""

from __future__ import annotations

from collections.abc import Iterator

from rich.console import Group, RenderableType
from rich.text import Text

from resolute.doors.cli.output import table
from resolute.law.read import LawBase
from resolute.law.terms import Answer, MeasureAnswer, Verdict

__all__ = ["SIGNS", "verdict_text"]

# A sign and a word for every verdict: the word carries it where there is no colour.
SIGNS = {
    "prohibited": ("■", "prohibited", "red"),
    "conditional": ("◧", "lawful only if", "yellow"),
    "permitted": ("☐", "permitted", "green"),
    "depends": ("?", "depends", "yellow"),
    "unsettled": ("~", "not settled", "yellow"),
    "not-bound": ("⌜⌟", "not bound", "default"),
    "no-measure": ("-", "no measure engaged", "default"),
}
HOLDS = {True: "✓", False: "✗", None: "?"}
MARKS = {"V": "confirmed on a page", "V/M": "substance confirmed, number or detail from memory", "M": "from memory"}


def _word(verdict: str) -> Text:
    sign, word, colour = SIGNS[verdict]
    return Text(f"{sign} {word}", style=f"bold {colour}" if colour != "default" else "bold")


def verdict_text(verdict: Verdict, base: LawBase) -> RenderableType:
    """Return the verdict as tables and lines. It says what would hold on these facts, never what happened."""
    head = f"On these facts{f' ({verdict.id})' if verdict.id else ''}, {verdict.on or 'no day given'}"
    orders = table(
        head, ("order", "part", "to this actor", "must somebody else refuse", "may it list later"), _rows(verdict, base)
    )
    parts: list[RenderableType] = [orders]
    for answer in verdict.answers:
        parts += _measures(answer, base)
    missing = {m.question: m for a in verdict.answers for m in a.direct.missing}
    if missing:
        rows = [(q, m.decides or "-", m.fact) for q, m in missing.items()]
        parts.append(table("Missing facts", ("ask", "it would turn", "key"), rows))
    parts.append(
        Text(
            f"Law {verdict.law}, knowledge of {verdict.known.isoformat()}. No legal advice, no finding of guilt.",
            style="dim",
        )
    )
    return Group(*[x for part in parts for x in (part, Text(""))][:-1])


def _rows(verdict: Verdict, base: LawBase) -> Iterator[tuple[str | Text, ...]]:
    for a in verdict.answers:
        via = "; ".join(dict.fromkeys(v.who for v in a.via))
        exposure = "; ".join(e.measure for e in a.exposure)
        yield (
            base.orders[a.order].title,
            a.on or "-",
            _word(a.direct.verdict),
            f"yes: {via}" if via else "no one",
            exposure or "no",
        )


def _measures(answer: Answer, base: LawBase) -> list[RenderableType]:
    out: list[RenderableType] = []
    for m in sorted(answer.direct.measures, key=lambda m: _strongest_first(m, base)):
        out.append(_measure(m, base))
    if not answer.direct.measures and answer.direct.why:
        out.append(Text(f"{answer.order.upper()}: {answer.direct.why}"))
    if answer.direct.would_bind:
        out.append(Text(f"{answer.order.upper()}: what would bind: {'; '.join(answer.direct.would_bind)}"))
    for u in answer.direct.unsettled:
        out.append(Text(f"{u.measure}: unsettled. {u.point}"))
    for v in answer.via:
        out.append(Text(f"{v.measure}: {v.who} must refuse: {v.why}"))
    for e in answer.exposure:
        out.append(Text(f"{e.measure}: exposure, no prohibition. {e.why}"))
    for c in answer.advised:
        out.append(Text(f"{c.measure}: called upon, not ordered. {c.why}"))
    if answer.note:
        out.append(Text(answer.note))
    return out


STRENGTH = ("prohibited", "conditional", "unsettled", "depends", "permitted", "not-bound", "no-measure")


def _strongest_first(m: MeasureAnswer, base: LawBase) -> tuple[int, int, str]:
    """Order measures by what they say, then the newest first: older law often asks what newer law has settled."""
    start = base.measures[m.id].in_force.start
    return STRENGTH.index(m.verdict), -start.toordinal() if start else 0, m.id


def _measure(m: MeasureAnswer, base: LawBase) -> Text:
    measure = base.measures[m.id]
    text = Text.assemble((m.id, "bold"), "  ", _word(m.verdict), f"  {measure.rule}\n")
    for t in m.because:
        text.append(f"   {HOLDS[t.holds]} {t.test}: {t.found}\n")
    for c in m.conditions:
        text.append(f"   step beforehand: {c}\n")
    where = measure.citation.symbol or base.instruments[measure.instrument].title
    paragraph = f", paragraph {measure.citation.paragraph}" if measure.citation.paragraph else ""
    text.append(f"   {where}{paragraph}; {MARKS[m.confidence]}", style="dim")
    return text
