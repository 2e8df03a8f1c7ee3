"""Assertions of one act, laid together, and written down as one event.

Two assertions are of one act only where no detail of the one speaks against the other. What the text tells itself is
never laid together with what somebody claims. The details of the event are those of its fullest assertion: nothing
is joined that no single sentence joins.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, replace

from resolute.ground.conduct import Actor, Conduct, Party
from resolute.ground.goods import goods
from resolute.news.draft import Draft
from resolute.news.steps.assemble import id_of
from resolute.news.terms import Claim, Dated, Event, Happening
from resolute.news.told import Told

__all__ = ["Assertion", "events_of"]

# Statuses that two assertions of one act may have side by side.
_SORT = {"claimed": "said", "admitted": "said", "narrated": "told", "presupposed": "told"}
_WORK = frozenset({"employ", "repatriate", "remote-work"})


@dataclass(frozen=True, slots=True, kw_only=True)
class Assertion:
    """What one sentence tells, how the text puts it, and whose words it is.

    `title`: it stands in the headline; `hedged`: the text hands it to nobody by "reportedly"; `denied_by`: the claim
    around the one that says it, where that denies it ("rejected the report that ...").
    """

    told: Told
    status: str
    negated: bool
    claim: Claim | None
    dated: Dated
    title: bool
    hedged: bool = False
    denied_by: Claim | None = None

    @property
    def summary(self) -> bool:
        """Whether it is a headline that no claim covers: it sums up the body and adds nothing."""
        return self.title and self.claim is None

    @property
    def own(self) -> bool:
        """Whether the text itself tells it."""
        return self.claim is None and not self.hedged

    @property
    def reported(self) -> bool:
        """Whether a medium reports it, as it would report the weather: a visit, a vote; no act of anybody accused."""
        told_by_outlet = self.claim is not None and self.claim.speaker.kind == "outlet"
        return told_by_outlet and self.claim is not None and self.claim.stance == "reports"


def events_of(draft: Draft, found: Sequence[Assertion]) -> tuple[Event, ...]:
    """Return the events of a text, in the order of its words, each with an id made of its own words."""
    joints: list[list[Assertion]] = []
    for a in sorted(found, key=lambda a: a.summary):
        mate = next((j for j in joints if _of_one_act(j, a)), None)
        if mate is None:
            joints.append([a])
        else:
            mate.append(a)
    seen: dict[str, int] = {}
    out = []
    for joint in joints:
        event = _event(draft, joint)
        seen[event.id] = n = seen.get(event.id, -1) + 1
        out.append(replace(event, id=id_of("event", event.id, n)))
    return tuple(sorted(out, key=lambda e: (e.spans[0].start, e.spans[0].end, e.id)))


# --- one act or two ----------------------------------------------------------------------------------------------


def _of_one_act(joint: Sequence[Assertion], b: Assertion) -> bool:
    a = joint[0]
    frame = a.told.frame
    if (frame.act or frame.happening) != (b.told.frame.act or b.told.frame.happening) or a.negated != b.negated:
        return False
    if a.told.mode != b.told.mode and {a.told.mode, b.told.mode} != {"does", "plans"}:
        return False
    passed_on = frame.act is None and (a.reported or b.reported)
    alike = a.own == b.own and _SORT.get(a.status, a.status) == _SORT.get(b.status, b.status)
    if not (b.summary or passed_on or alike):
        return False
    return all(_agree(p.told, b.told) for p in joint)


def _agree(a: Told, b: Told) -> bool:
    """Say whether nothing in two tellings of an act speaks against their being one."""
    if a.actors and b.actors and a.actors[0] != b.actors[0] and not (a.by_noun or b.by_noun):
        return False
    if not set(a.states) & set(b.states):
        return False
    for x, y in ((a.from_, b.from_), (a.to, b.to), (a.people, b.people)):
        if x and y and x[:2] != y[:2]:
            return False
    if a.goods_ids and b.goods_ids and not set(a.goods_ids) & set(b.goods_ids) and not _wider(a, b):
        return False
    if a.quantity is not None and b.quantity is not None and a.quantity != b.quantity:
        return False
    ours, theirs = ({v.name for v in t.vessels if v.name} for t in (a, b))
    return not (ours and theirs and not ours & theirs)


def _wider(a: Told, b: Told) -> bool:
    """Say whether the goods of one are those of the other in wider words: arms for shells, oil for diesel."""
    topics = [{goods(g).topic for g in t.goods_ids} for t in (a, b)]
    wide = {"arms", "oil"} & {*a.goods_ids, *b.goods_ids}
    return bool(wide) and topics[0] == topics[1] and len(topics[0]) == 1


# --- writing down ------------------------------------------------------------------------------------------------


def _fullness(a: Assertion) -> tuple[bool, int]:
    t = a.told
    filled = [t.from_, t.to, t.goods_ids, t.quantity, t.value, a.dated.edtf, t.actors, t.vessels, t.parties, t.via]
    return not a.summary, sum(bool(x) for x in filled)


def _exactness(dated: Dated) -> int:
    """Return how exactly a date is told: "by the end of 2019" tells more than "by 2019"."""
    return sum(c.isdigit() for c in dated.edtf.edtf) if dated.edtf else 0


def _event(draft: Draft, joint: Sequence[Assertion]) -> Event:
    """Return the event with its words where its id will stand."""
    best = max(joint, key=_fullness)
    told, frame = best.told, best.told.frame
    spans = sorted({draft.span(*w) for a in joint for w in a.told.words})
    claims = tuple(dict.fromkeys(a.claim.id for a in joint if a.claim is not None))
    denied = frame.act is not None and (best.negated or best.status == "refused")
    dated = max((best.dated, *(a.dated for a in joint)), key=_exactness)
    conduct = _conduct(told, dated) if _is_conduct(told) else None
    kind = "conduct" if conduct is not None else frame.happening or "other"
    return Event(
        id=f"{kind} {frame.act or ''} {' / '.join(' '.join(s.text.split()) for s in spans)}",
        kind=kind,
        status=best.status,
        spans=tuple(spans),
        conduct=conduct,
        happening=None if conduct is not None else _happening(told, dated),
        dated=dated,
        quantity_span=draft.span(*told.quantity_at) if told.quantity_at else None,
        negated=best.negated,
        asserted_by=() if denied else claims,
        denied_by=claims if denied else tuple(dict.fromkeys(a.denied_by.id for a in joint if a.denied_by is not None)),
        rule=frame.name,
    )


def _is_conduct(told: Told) -> bool:
    """Say whether it is a conduct: an act that somebody is named for, or one that is no happening."""
    frame = told.frame
    if frame.act is None:
        return False
    return frame.happening is None or told.actor != Actor(place=told.actor.place)


def _conduct(told: Told, dated: Dated) -> Conduct:
    return Conduct(
        act=told.frame.act or "",
        mode=told.mode,
        actor=told.actor,
        on=dated.edtf,
        goods=told.goods,
        quantity=told.quantity,
        value=told.value,
        from_=told.from_,
        to=told.to,
        via=told.via,
        origin=told.origin,
        parties=_parties(told),
        vessels=tuple(v for i, v in enumerate(told.vessels) if v not in told.vessels[:i]),
    )


def _parties(told: Told) -> tuple[Party, ...]:
    """Return the parties, each once; one without a name or a role says no more than another of its State."""
    out: list[Party] = []
    for p in told.parties:
        bare = p.name is None and p.role is None
        if p not in out and not (bare and any(o.state == p.state for o in out)):
            out.append(p)
    if told.people and told.frame.act in _WORK:
        out.append(Party(role="worker", kind="individual", state=told.people))
    elif told.people and told.people not in told.actors:
        out.append(Party(kind="individual", state=told.people))
    return tuple(out)


def _happening(told: Told, dated: Dated) -> Happening:
    actor = told.actor
    own: tuple[Party, ...] = ()
    if actor.state or actor.name:
        own = (Party(kind=actor.kind, name=actor.name, state=actor.state),)
    others = tuple(p for p in _parties(told) if not own or p.state != actor.state or p.role is not None or p.name)
    return Happening(
        parties=own + others, on=dated.edtf, from_=told.from_, to=told.to, via=told.via, quantity=told.quantity
    )
