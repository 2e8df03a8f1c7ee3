"""One verb in one sentence against its frames: who stands where, and whether a frame is filled.

The answer is what the words of this one sentence tell; `steps/events.py` says whose words they are.
"""

from __future__ import annotations

from dataclasses import replace

from resolute.ground.conduct import Party
from resolute.news.clause import Group, Segment, Stretch, View, complements, group_at, is_verb
from resolute.news.filling import (
    inner,
    mode_of,
    needs_met,
    placed,
    with_ends,
    with_goods,
    with_object,
    with_people,
    with_self,
    words_of,
)
from resolute.news.frames import Frame, Frames, Trigger
from resolute.news.hanging import DROPPED, Hang, hanging
from resolute.news.language import TAG
from resolute.news.named import inside
from resolute.news.phrases import PhraseReader, Who
from resolute.news.told import Filled, Told

__all__ = ["object_fits", "tell_by_verb"]

_STOP, _COLON, _COMMA, _PART, _ING, _TO = (TAG[n] for n in ("STOP", "COLON", "COMMA", "PART", "ING", "TO"))
_SEAS = ("sea", "anchorage", "transfer-area", "choke-point")
# The role of those who act beside the first: "the United States and Japan supplied ...".
_BESIDE = {"supply": "consignor", "procure": "consignee", "employ": "employer", "carry": "carrier"}


def tell_by_verb(
    at: int, trigger: Trigger, kinds: tuple[Frame, ...], every: Frames, phrases: PhraseReader, high: int
) -> Told | None:
    """Return what the verb at a position tells by the first of its frames that it fills; None where by none.

    Args:
        at: position of the verb in `phrases.view`.
        trigger: the form of the verb, and the particle that must follow.
        kinds: the frames to try, in order.
        every: all frames and governors.
        phrases: reads the phrases of the sentence.
        high: position beyond which the words are somebody else's.
    """
    view = phrases.view
    group = group_at(view, at, trigger.tag, trigger.particle)
    if group is None or not kinds:
        return None
    ends = tuple(complements(view, group.last, high))
    obj = _object_of(ends)
    reduced = group.form == "participle" and obj is None
    if group.passive or reduced:
        return _passive(group, ends, kinds, every, phrases, reduced=reduced)
    return _active(group, ends, obj, kinds, every, phrases)


def _object_of(ends: tuple[Segment, ...]) -> Stretch | None:
    return (ends[0].start, ends[0].end) if ends and not ends[0].prep else None


def _active(
    group: Group,
    ends: tuple[Segment, ...],
    obj: Stretch | None,
    kinds: tuple[Frame, ...],
    every: Frames,
    phrases: PhraseReader,
) -> Told | None:
    plain = replace(group, form="finite") if group.form == "participle" else group
    hang = hanging(phrases.view, plain, every) if kinds else None
    if hang is None or hang.kind in DROPPED:
        return None
    pointing = obj is not None and phrases.is_pronoun(obj)
    filled = Filled(subject=hang.subject, object=obj, ends=ends, group=group, hang=hang, pointing=pointing)
    return _first(filled, kinds, phrases)


def _passive(
    group: Group,
    ends: tuple[Segment, ...],
    kinds: tuple[Frame, ...],
    every: Frames,
    phrases: PhraseReader,
    *,
    reduced: bool,
) -> Told | None:
    """Read "coal was shipped by X", "coal shipped by X": the object stands before, who acts behind "by"."""
    if reduced:  # "The delegation arrived": a bare past of a verb that takes no object
        told = _active(group, ends, None, tuple(f for f in kinds if "none" in f.object), every, phrases)
        if told is not None:
            return told
    hang = hanging(phrases.view, replace(group, form="ing") if reduced else group, every)
    if hang is None or hang.kind in DROPPED or hang.subject is None:
        return None
    by = next(((s.start, s.end) for s in ends if s.prep == "by"), None)
    pointing = phrases.is_pronoun(hang.subject)
    passive = replace(group, passive=True)
    filled = Filled(subject=by, object=hang.subject, ends=ends, group=passive, hang=hang, pointing=pointing)
    told = _first(filled, tuple(f for f in kinds if f.object != ("none",)), phrases)
    return replace(told, reduced=reduced) if told is not None else None


def _first(filled: Filled, kinds: tuple[Frame, ...], phrases: PhraseReader) -> Told | None:
    return next((told for frame in kinds if (told := _fill(filled, frame, phrases)) is not None), None)


# --- one frame ---------------------------------------------------------------------------------------------------


def _fill(filled: Filled, frame: Frame, phrases: PhraseReader) -> Told | None:
    if not _fits(filled, frame, phrases):
        return None
    told = _read(filled, frame, phrases)
    if told.hang.kind in ("told", "planned") and _if_follows(phrases.view, filled.group.last):
        told = replace(told, hang=replace(told.hang, kind="conditional"))
    return told if needs_met(told, filled) else None


def _fits(filled: Filled, frame: Frame, phrases: PhraseReader) -> bool:
    """Say whether subject, object and the words of the clause are those of the frame."""
    hang, view = filled.hang, phrases.view
    if frame.under == "help" and hang.helped is None and hang.kind != "help":
        return False
    if frame.subject and (filled.subject is None or not phrases.fits(filled.subject, frame.subject)):
        return False
    if not object_fits(phrases, filled.object, frame):
        return False
    if frame.existential and "there" not in view.words[max(0, filled.group.first - 1) : filled.group.first + 1]:
        return False
    return _words_fit(filled, frame, phrases)


def object_fits(phrases: PhraseReader, stretch: Stretch | None, frame: Frame) -> bool:
    """Say whether the object is what a frame asks for; "it" may be any good, ship or worker."""
    wanted = frame.object
    if stretch is None or phrases.is_time(stretch):
        return "none" in wanted or not wanted
    if phrases.is_pronoun(stretch) and {"goods", "cargo", "cargo-of", "workers", "vessel"} & set(wanted):
        return True
    return phrases.fits(stretch, tuple(w for w in wanted if w != "none"))


def _words_fit(filled: Filled, frame: Frame, phrases: PhraseReader) -> bool:
    view, group = phrases.view, filled.group
    first = min([group.first, *(s[0] for s in (filled.subject, filled.object) if s)])
    last = max([group.last, *(s.end for s in filled.ends)])
    if any(f" {w.lower()} " in _joined(view, group.head, last) for w in frame.not_words):
        return False
    end = max(_clause_end(view, last), first + 1)
    if not frame.words or any(f" {w.lower()} " in _joined(view, first, end) for w in frame.words):
        return True
    return "<sea>" in frame.words and any(
        m.place.kind in _SEAS for m in inside(phrases.named.places, *view.offsets((first, end)))
    )


def _joined(view: View, start: int, end: int) -> str:
    return " " + " ".join(view.words[start:end]) + " "


def _clause_end(view: View, at: int) -> int:
    """Return where the clause with its infinitives and asides ends."""
    for j in range(at, len(view)):
        finite = is_verb(view, j) and not view.tags[j] & (_PART | _ING) and not view.tags[j - 1] & _TO
        if view.tags[j] & (_STOP | _COLON) or view.words[j] == "that" or (finite and j > at + 1):
            return j
    return len(view)


def _if_follows(view: View, at: int) -> bool:
    """Say whether "if" follows in the same clause: "impose sanctions if necessary"."""
    for j in range(at, len(view)):
        if view.words[j] in ("if", "unless"):
            return True
        if view.tags[j] & (_STOP | _COLON | _COMMA) or (is_verb(view, j) and not view.tags[j] & _PART):
            return False
    return False


def _read(filled: Filled, frame: Frame, phrases: PhraseReader) -> Told:
    """Return what the phrases say, each in its place."""
    hang, obj, view = filled.hang, filled.object, phrases.view
    who, there = _actor(filled, frame, phrases)
    used = [s for s in (filled.subject, obj, there) if s]
    told = Told(
        frame=frame,
        trigger=view.offsets((filled.group.head, filled.group.last)),
        words=(),
        hang=_with_no(hang, view, obj),
        mode=mode_of(hang, frame),
        actor=replace(who.actor(), place=None) if there is not None else who.actor(),
        actors=who.states,
        adverbs=filled.group.adverbs,
        vessels=(who.vessel,) if who.vessel else (),
    )
    if there is not None and who.place and (end := frame.place.get(frame.actor)) and (end, len(who.place)) != ("at", 2):
        told = placed(told, end, (who.place,))
    told = with_object(told, obj, phrases)
    if "goods" in frame.needs and not frame.goods and filled.subject is not None:
        told = with_goods(told, inside(phrases.named.goods, *view.offsets(filled.subject)), phrases)
    told = with_ends(told, filled, phrases, used)
    told = with_people(told, filled, phrases)
    told = with_self(told, who)
    told = _with_others(told, filled, who, phrases)
    return replace(told, words=words_of(view, filled, used))


def _with_no(hang: Hang, view: View, obj: Stretch | None) -> Hang:
    """Count "no" before the object as a "not": "issued no permits", "there are no workers"."""
    no = obj is not None and view.words[obj[0]] in ("no", "neither")
    return replace(hang, negated=not hang.negated) if no else hang


def _actor(filled: Filled, frame: Frame, phrases: PhraseReader) -> tuple[Who, Stretch | None]:
    """Return who acts, and the phrase that says so where that is not the subject: "work in Kuwait"."""
    if frame.actor == "subject":
        return (phrases.who(filled.subject), None) if filled.subject else (Who(), None)
    seg = next((s for s in filled.ends if s.prep == frame.actor), None)
    there = (seg.start, seg.end) if seg else inner(phrases.view, filled.subject or filled.object, frame.actor)
    if there is None:
        return Who(), None
    places = phrases.place(there)
    states = [m.code for m in phrases.states(there)] or [p[:2] for p in places]
    return Who(states=tuple(dict.fromkeys(states)), place=places[0] if places else None), there


def _with_others(told: Told, filled: Filled, who: Who, phrases: PhraseReader) -> Told:
    """Add those who act beside the first, who is helped, and who lets it happen."""
    frame, hang = told.frame, filled.hang
    parties = [*told.parties, *who.others(_BESIDE.get(frame.act or ""))]
    if filled.subject is not None and "subject" in frame.party:
        parties += phrases.who(filled.subject).parties(frame.party["subject"])
    if hang.helped is not None and frame.party.get("helped"):
        parties += phrases.who(hang.helped).parties(frame.party["helped"])
    told = replace(told, parties=tuple(parties))
    return _let(told, phrases.who(hang.letter)) if hang.letter is not None and frame.act is not None else told


def _let(told: Told, letter: Who) -> Told:
    """Read "China let the ship dock": China acts, by allowing it; who does it takes part."""
    was = told.actor
    inside_it = (Party(kind=was.kind, name=was.name, state=was.state),) if was.state or was.name else ()
    parties = (*told.parties, *inside_it)
    return replace(told, actor=letter.actor(), actors=letter.states, mode="allows", parties=parties)
