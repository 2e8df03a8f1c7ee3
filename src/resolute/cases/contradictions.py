"""Claims that clash, and claims that only seem to, each with what they clash on."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from itertools import combinations

from resolute.cases.placed import PlacedEvent
from resolute.cases.stand import named
from resolute.cases.terms import Article, Contradiction, Finding, Sentence
from resolute.ground.origin import Passage
from resolute.ground.prose import states_named
from resolute.news.terms import Claim

__all__ = ["contradictions"]

FOR = ("asserts", "accuses", "admits")
AGAINST = ("denies",)


def contradictions(
    found: Sequence[Finding], events: Sequence[PlacedEvent], articles: Sequence[Article]
) -> tuple[Contradiction, ...]:
    """Return the real contradictions first, then the apparent ones, each in the order of the case."""
    by_id = {e.id: e for e in events}
    out = [c for f in found if (c := _polarity(f))]
    out += [c for f in found for c in _numbers(f, by_id, articles)]
    out += [c for a in articles for c in _two_orders(a)]
    out += [c for f in found if (c := _not_for_the_state(f, articles))]
    out += list(_new_and_existing(articles))
    unique = {(c.real, c.clash, frozenset(c.claims)): c for c in out}
    return tuple(sorted(unique.values(), key=lambda c: not c.real))


def _polarity(f: Finding) -> Contradiction | None:
    pro = [s for s in f.standings if s.stance in FOR and not s.general]
    con = [s for s in f.standings if s.stance in AGAINST]
    if not pro or not con:
        return None
    general = all(s.general for s in con)
    why = (
        "One side names the act, the other denies any breach in general: the denial does not name it"
        if general
        else "One side says it is so, the other that it is not"
    )
    claims = tuple(s.label for s in (*pro, *con))
    passages = (pro[0].quote, con[0].quote)
    reason = Sentence(text=why, claims=claims, passages=passages)
    return Contradiction(real=True, subject=f.title, clash="polarity", claims=claims, why=reason)


def _numbers(f: Finding, by_id: dict[str, PlacedEvent], articles: Sequence[Article]) -> Iterator[Contradiction]:
    """Yield pairs of events of one finding and one article that give different numbers for the same thing."""
    labels = {a.letter: a.labels for a in articles}
    told = [e for i in f.events if (e := by_id[i]).conduct and e.conduct.quantity and e.event.quantity_span]
    for a, b in combinations(told, 2):
        if a.letter != b.letter or a.conduct is None or b.conduct is None or a.conduct.act != b.conduct.act:
            continue
        qa, qb = a.conduct.quantity, b.conduct.quantity
        if (
            qa is None
            or qb is None
            or (qa.min, qa.max) == (qb.min, qb.max)
            or (None not in (qa.unit, qb.unit) and qa.unit != qb.unit)
        ):
            continue
        sa, sb = a.event.quantity_span, b.event.quantity_span
        if sa is None or sb is None:
            continue
        told_by = [labels[e.letter][c] for e in (a, b) for c in e.event.asserted_by if c in labels[e.letter]]
        text = f"“{sa.text.strip('“”')}” and “{sb.text.strip('“”')}” for the same thing, in one article"
        passages = (Passage(a.document, sa), Passage(b.document, sb))
        claims, reason = tuple(dict.fromkeys(told_by)), Sentence(text=text, passages=passages)
        yield Contradiction(real=True, subject=f.title, clash="number", claims=claims, why=reason)


def _two_orders(article: Article) -> Iterator[Contradiction]:
    """Yield for each State that refuses one order's measures and undertakes another's: two orders, no contradiction."""
    for state in _spoken_for(article):
        own = [c for c in article.claims if state in c.on_behalf_of and c.nested_in is None]
        refuses = [c for c in own if "unilateral-measure" in c.topics and "refuses" in (c.stance, *c.also)]
        keeps = [c for c in own if "un-measure" in c.topics and {"commits", "denies", "asserts"} & {c.stance, *c.also}]
        if not refuses or not keeps:
            continue
        claims = _labels(article, (*refuses, *keeps))
        name = states_named([state])
        text = (
            f"Two legal orders. {name} says it is not bound by the measures of another State, and undertakes those "
            "of the Security Council; the one is no answer about the other"
        )
        passages = (_first(article, refuses[0]), _first(article, keeps[0]))
        yield Contradiction(
            real=False,
            subject=f"{name}: refusing one order, keeping another",
            clash="order",
            claims=claims,
            why=Sentence(text=text, claims=claims, passages=passages),
        )


def _spoken_for(article: Article) -> list[str]:
    return sorted({s for c in article.claims for s in c.on_behalf_of})


def _labels(article: Article, claims: Sequence[Claim]) -> tuple[str, ...]:
    return tuple(dict.fromkeys(article.labels[c.id] for c in claims))


def _first(article: Article, claim: Claim) -> Passage:
    return Passage(article.document.id, claim.content[0])


def _not_for_the_state(f: Finding, articles: Sequence[Article]) -> Contradiction | None:
    """Return the case of an official who asks for what his State has promised not to do, and does not speak for it."""
    claims = {a.labels[c.id]: c for a in articles for c in a.claims}
    promised = [s for s in f.standings if s.stance == "commits" and s.on_behalf_of]
    states = {x for s in promised for x in s.on_behalf_of}
    topics = {t for s in promised for t in claims[s.label].topics} - {"un-measure", "other"}
    against = [
        (label, c)
        for label, c in claims.items()
        if c.stance in ("urges", "opposes")
        and not c.on_behalf_of
        and set(c.speaker.state) & states
        and set(c.topics) & topics
    ]
    if not promised or not against:
        return None
    label, claim = against[0]
    state = states_named(sorted(set(claim.speaker.state) & states)[:1])
    labels = (*(s.label for s in promised), label)
    article = next(a for a in articles if label in a.labels.values())
    text = f"{named(claim)} does not speak for {state}: what is urged at home is no position of the State"
    return Contradiction(
        real=False,
        subject=f.title,
        clash="actor",
        claims=labels,
        why=Sentence(text=text, claims=labels, passages=(promised[0].quote, _first(article, claim))),
    )


def _new_and_existing(articles: Sequence[Article]) -> Iterator[Contradiction]:
    """Yield for each State that opposes new measures and says it keeps the existing ones: no contradiction."""
    for state in sorted({s for a in articles for s in _spoken_for(a)}):
        opposed, kept = [], []
        for a in articles:
            for c in a.claims:
                if state not in c.on_behalf_of or c.nested_in or "un-measure" not in c.topics:
                    continue
                if "resolution-vote" in c.topics and {"opposes", "refuses"} & {c.stance, *c.also}:
                    opposed.append((a, c))
                elif "resolution-vote" not in c.topics and {"denies", "commits"} & {c.stance, *c.also}:
                    kept.append((a, c))
        if opposed and kept:
            claims = tuple(dict.fromkeys(a.labels[c.id] for a, c in (*opposed, *kept)))
            text = (
                "No new measures is not no measures: opposing a further resolution denies no breach and refuses "
                "no duty in force"
            )
            yield Contradiction(
                real=False,
                subject=f"{states_named([state])}: no new measures, existing ones kept",
                clash="measure",
                claims=claims,
                why=Sentence(text=text, claims=claims, passages=(_first(*opposed[0]), _first(*kept[0]))),
            )
