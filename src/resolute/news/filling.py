"""The phrases around a trigger, read into what it tells: object, ends, people, places, each as far as words say."""

from __future__ import annotations

from dataclasses import replace

from resolute.ground.conduct import Party
from resolute.ground.goods import GoodsMention, find_goods
from resolute.ground.quantity import QuantityMention
from resolute.news.clause import Segment, Stretch, View, is_verb
from resolute.news.frames import Frame
from resolute.news.hanging import Hang
from resolute.news.language import TAG
from resolute.news.phrases import PhraseReader, Who, money_of
from resolute.news.told import Filled, Told

__all__ = [
    "inner",
    "mode_of",
    "needs_met",
    "placed",
    "with_ends",
    "with_goods",
    "with_object",
    "with_people",
    "with_self",
    "words_of",
]

_VOTES = frozenset({"resolution-adopted", "mandate-renewed"})
_PEOPLE_CLASSES = ("workers", "nationals", "number", "it-workers", "diplomats", "troops")
_ON_PEOPLE = frozenset({"employ", "remote-work", "admit", "deploy-troops", "train-military", "teach", "host-training"})
_SIDES = frozenset({"between", "with", "of"})
_WHERE = frozenset({"in", "at", "near", "off"})
_NEAR = 4  # words from "helped" to "refuel"


def mode_of(hang: Hang, frame: Frame) -> str:
    """Return the mode of a conduct: that of its frame, else what the verb hangs on makes of it."""
    if frame.mode != "does":
        return frame.mode
    if hang.kind == "refused":
        return "refuses"
    if hang.kind == "omitted":
        return "omits"
    return "plans" if hang.kind in ("planned", "conditional") else "does"


# --- the object --------------------------------------------------------------------------------------------------


def with_object(told: Told, obj: Stretch | None, phrases: PhraseReader, *, role: bool = True) -> Told:
    """Read goods, amounts, ships and those given something out of the object; `role` False leaves parties out."""
    if obj is None:
        return told
    frame = told.frame
    if any(w.startswith(("goods", "cargo")) for w in frame.object):
        told = with_goods(told, phrases.goods(obj), phrases)
    told = _with_amount(told, phrases.amount(obj))
    money = phrases.money(obj)
    if money is not None:
        told = replace(told, value=money_of(money.quantity), quantity_at=told.quantity_at or (money.start, money.end))
    if role:
        told = _with_parties_of_object(told, obj, phrases)
    told = _with_ship(told, obj, phrases)
    if "sanctions" in frame.object or frame.object == ("any",):
        aimed_at = dict.fromkeys(m.code for m in phrases.states(obj) if m.code not in told.actors)
        told = replace(told, parties=(*told.parties, *(Party(state=s) for s in aimed_at)))
    return told


def with_goods(told: Told, found: list[GoodsMention], phrases: PhraseReader) -> Told:
    """Add goods as written, and the State whose adjective stands before one of them as their origin."""
    if not found:
        return told
    origin = next((o for m in found if (o := phrases.origin(m))), None)
    return replace(
        told,
        goods=(*told.goods, *(phrases.good(m) for m in found)),
        goods_ids=(*told.goods_ids, *(m.goods.id for m in found)),
        origin=told.origin or origin,
    )


def _with_amount(told: Told, found: QuantityMention | None) -> Told:
    if found is None or told.quantity is not None:
        return told
    return replace(told, quantity=found.quantity, quantity_at=(found.start, found.end))


def _with_parties_of_object(told: Told, obj: Stretch, phrases: PhraseReader) -> Told:
    frame = told.frame
    if frame.party.get("to") and (taker := phrases.indirect(obj)) is not None:
        told = replace(
            told,
            to=told.to or (taker.states[0] if taker.kind == "state" else None),
            parties=(*told.parties, *taker.parties(_role(frame.party["to"]))),
        )
    if "object" in frame.party:
        parties = phrases.who(obj).parties(_role(frame.party["object"]))
        told = replace(told, parties=(*told.parties, *parties))
    return told


def _role(word: str) -> str | None:
    return None if word == "none" else word


def _with_ship(told: Told, obj: Stretch, phrases: PhraseReader) -> Told:
    """Read the ship that is bought, seized, let in; "a North Korean freighter" without a flag has an owner there."""
    ship = phrases.vessel(obj)
    if ship is None or not {"vessel", "aircraft"} & set(told.frame.object):
        return told
    owners = phrases.who(obj).states if not ship.flag and told.frame.act is not None else ()
    parties = tuple(Party(role="owner", state=s) for s in owners)
    return replace(told, vessels=(*told.vessels, ship), parties=(*told.parties, *parties))


# --- behind prepositions -----------------------------------------------------------------------------------------


def with_ends(told: Told, filled: Filled, phrases: PhraseReader, used: list[Stretch]) -> Told:
    """Read from, to, via, parties and goods behind their prepositions; `used` grows by the phrases that were read."""
    frame = told.frame
    if frame.place.get("object") and filled.object is not None:
        told = placed(told, frame.place["object"], phrases.place(filled.object))
    if frame.implies:
        told = replace(told, goods_ids=(*told.goods_ids, *(m.goods.id for m in find_goods(frame.implies))))
    for seg in filled.ends:
        stretch = (seg.start, seg.end)
        before = told
        if seg.prep == "by" and filled.group.passive:
            used.append(stretch)
        elif seg.prep and seg.prep != "by":
            told = _with_end(told, filled, seg, phrases)
            if told is not before:
                used.append(stretch)
    return told


def _with_end(told: Told, filled: Filled, seg: Segment, phrases: PhraseReader) -> Told:
    frame, stretch = told.frame, (seg.start, seg.end)
    if seg.prep in frame.goods:
        told = with_goods(told, phrases.goods(stretch), phrases)
    if seg.prep in frame.place and (places := _places_at(filled.ends, seg, phrases)):
        told = placed(told, frame.place[seg.prep], places)
    if seg.prep in frame.party:
        who = phrases.who(stretch)
        if who.states and (phrases.recipient(stretch) or seg.prep in _SIDES):
            told = replace(told, parties=(*told.parties, *who.parties(_role(frame.party[seg.prep]))))
    if seg.prep in ("on", "for", "in", "at"):
        amount = phrases.amount(stretch)
        if amount is not None and amount.quantity.unit == "occasion":
            told = _with_amount(told, amount)
    if frame.home is not None and seg.prep == "in" and told.from_ is None and (places := phrases.place(stretch)):
        told = replace(told, from_=places[0])
    return told


def _places_at(ends: tuple[Segment, ...], seg: Segment, phrases: PhraseReader) -> tuple[str, ...]:
    """Return the places of a phrase, or of the one that says where it is: "to a buyer in China"."""
    found = phrases.place((seg.start, seg.end))
    if found:
        return found
    after = next((s for s in ends if s.start == seg.end + 1 and s.prep in _WHERE), None)
    return phrases.place((after.start, after.end)) if after is not None else ()


def placed(told: Told, end: str, places: tuple[str, ...]) -> Told:
    """Set one end of a conduct to the first of the places; further ones to which goods go are parties that receive."""
    if not places:
        return told
    if end == "at":
        return replace(told, actor=replace(told.actor, place=told.actor.place or places[0]))
    if end == "via":
        return replace(told, via=tuple(dict.fromkeys((*told.via, *places))))
    if end == "from":
        return replace(told, from_=told.from_ or places[0])
    rest = tuple(Party(role="consignee", state=p[:2], place=p) for p in places[1:] if p[:2] != "XZ")
    return replace(told, to=told.to or places[0], parties=(*told.parties, *rest))


def inner(view: View, stretch: Stretch | None, prep: str) -> Stretch | None:
    """Return the phrase behind a preposition inside another: "workers in Russia"."""
    if stretch is None:
        return None
    at = next((j for j in range(stretch[0], stretch[1] - 1) if view.words[j] == prep), None)
    return None if at is None else (at + 1, stretch[1])


# --- people and the State itself ----------------------------------------------------------------------------------


def with_people(told: Told, filled: Filled, phrases: PhraseReader) -> Told:
    """Read whose people are hired, sent home or expelled, and where home is."""
    frame = told.frame
    if not frame.home and frame.act not in _ON_PEOPLE:
        return told
    both = [s for s in (filled.object, filled.subject) if s is not None]
    known = [found[0] for s in both if (found := phrases.people(s)) and not _leaves(found[0], s, told, phrases)]
    known = known or [
        code for s in both if phrases.fits(s, _PEOPLE_CLASSES) and (code := phrases.people_before(s)) is not None
    ]
    if not known and frame.act == "employ":  # "permits for North Koreans", "gave the North Korean loggers permits"
        near = [*both, *((s.start, s.end) for s in filled.ends if s.prep in ("to", "for"))]
        known = [code for s in near if (code := phrases.people_within(s)) is not None]
    if known:
        told = replace(told, people=known[0])
    if frame.act == "deploy-troops" and known and not told.actors:  # "North Korean soldiers were sent"
        told = replace(told, actor=replace(told.actor, kind="state", state=known[0]), actors=(known[0],))
    told = _from_the_country(told, filled, phrases)
    if frame.home == "to" and told.people and told.to is None:
        told = replace(told, to=told.people)
    if frame.actor != "subject" and filled.subject is not None:
        told = _with_amount(told, phrases.amount(filled.subject))
        told = _with_amount(told, phrases.amount(filled.object) if filled.object else None)
    if filled.group.passive and told.from_ is None and frame.home:
        there = inner(phrases.view, filled.object, "in")
        places = phrases.place(there) if there else ()
        told = replace(told, from_=places[0]) if places else told
    return told


def _leaves(code: str, stretch: Stretch, told: Told, phrases: PhraseReader) -> bool:
    """Say whether "workers from Russia" are sent from there: Russia is the one that sends them."""
    own = any(m.code == code for m in phrases.states(stretch))
    return not own and code in told.actors and told.frame.home is not None


def _from_the_country(told: Told, filled: Filled, phrases: PhraseReader) -> Told:
    """Read "left the country", "removed from the country"; "workers from the North" are not taken from there."""
    if told.frame.home is None:
        return told
    if told.from_ is not None and told.from_ == told.people:
        told = replace(told, from_=None)
    stretches = [(s.start, s.end) for s in filled.ends if s.prep in ("from", "in", "")]
    there = next((s for s in stretches if phrases.class_in(s, "country")), None)
    if told.from_ is not None or there is None:
        return told
    code = phrases.country_before(phrases.view.offsets(there)[0], told.people)
    if code and told.frame.actor != "subject" and not told.actors:
        told = replace(told, actor=replace(told.actor, state=code), actors=(code,))
    return replace(told, from_=code)


def with_self(told: Told, who: Who) -> Told:
    """A State that sells sells from itself; one that buys buys to itself; one that is a hub is passed through."""
    end, own = told.frame.self_end, who.states[0] if who.states else ""
    if not own or (who.kind != "state" and end != "via" and not told.frame.home):
        return told
    if end == "from" and told.from_ is None:
        return replace(told, from_=own)
    if end == "to" and told.to is None:
        return replace(told, to=own)
    if end == "via" and not told.via:
        return replace(told, via=(who.place or own,))
    return told


# --- what it amounts to ------------------------------------------------------------------------------------------


def words_of(view: View, filled: Filled, used: list[Stretch]) -> tuple[tuple[int, int], ...]:
    """Return the words that tell it: from the subject, where it stands before this verb, to the last phrase used."""
    first, last = filled.group.first, filled.group.last
    before = [s[0] for s in used if s[1] <= first and not _another_verb(view, (s[1], first), filled.hang)]
    after = [s[1] for s in used if s[0] >= last]
    start = min([first, *before])
    end = max([last, *after, *(s.end for s in filled.ends[:1] if not s.prep)])
    return (view.offsets((start, end)),)


def _another_verb(view: View, gap: Stretch, hang: Hang) -> bool:
    """Say whether a verb stands between a subject and this verb that the verb does not hang on directly."""
    near = [j for j in hang.chain if gap[1] - j <= _NEAR]
    return any(is_verb(view, j) and j not in near and not view.tags[j] & TAG["AUX"] for j in range(*gap))


def needs_met(told: Told, filled: Filled) -> bool:
    """Say whether what the frame needs is there; an act in which no State takes part is none of ours."""
    frame = told.frame
    checks = {
        "from": told.from_ is not None,
        "to": told.to is not None,
        "via": bool(told.via),
        "place": bool(told.from_ or told.to or told.via or told.actor.place),
        "state": bool(told.states),
        "two-states": len(told.states) >= 2,
        "goods": bool(told.goods_ids),
        "funds": told.value is not None or told.quantity_at is not None,
        "past": filled.hang.past or filled.group.past or filled.hang.kind in ("planned", "presupposed"),
    }
    if (frame.act and not told.states) or not all(checks[need] for need in frame.needs):
        return False
    wants_goods = any(w.startswith("goods") for w in frame.object) and not told.goods_ids
    if wants_goods and not filled.pointing and not _may_lack_goods(told):
        return False
    return not (told.hang.negated and frame.act is None and frame.happening not in _VOTES)


def _may_lack_goods(told: Told) -> bool:
    """Say whether an act may be told without its goods: "a shipment", and "items" where both ends are named."""
    allowed = {"cargo", "cargo-of", "vessel", "funds", "any"} & set(told.frame.object)
    return bool(allowed) and ("things" not in told.frame.object or (told.from_ is not None and told.to is not None))
