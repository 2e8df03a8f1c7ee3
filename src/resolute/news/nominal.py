"""One noun in one sentence against its frames: "coal exports to China", "the Russian minister's visit to Pyongyang".

A noun must say whose dealing it is and in what; "the shipments" alone point back and tell nothing.
"""

from __future__ import annotations

from dataclasses import replace

from resolute.news.clause import Group, Segment, Stretch, View, complements, group_at, is_verb
from resolute.news.filling import mode_of, needs_met, with_ends, with_object, with_self, words_of
from resolute.news.frames import Frame, Frames
from resolute.news.hanging import DROPPED, Hang, hanging
from resolute.news.language import TAG
from resolute.news.phrases import PhraseReader
from resolute.news.telling import object_fits
from resolute.news.told import Filled, Told

__all__ = ["tell_by_noun"]

_DET, _CAP = TAG["DET"], TAG["CAP"]
_SMALL = TAG["PREP"] | TAG["SUB"] | TAG["CO"] | TAG["AUX"] | TAG["MODAL"]
_STOP = _SMALL | TAG["COMMA"] | TAG["STOP"] | TAG["COLON"] | TAG["DASH"]
_PREMODIFIERS = 10  # words before a noun that may belong to it
_NEAR = 4  # words before these in which a ban, a call or "alleged" is looked for
# Acts whose nouns need no object: "a nuclear test" says what was tested.
_SAY_IT_ALL = frozenset({"test-nuclear", "launch-missile"})


def tell_by_noun(
    start: int, end: int, kinds: tuple[Frame, ...], every: Frames, phrases: PhraseReader, high: int
) -> Told | None:
    """Return what the noun at positions `start` to `end` tells by the first frame that it fills; None where by none."""
    view = phrases.view
    before = _phrase_before(view, start)
    if any(view.words[j] in every.words["generic"] for j in range(before, start)) or _barred(view, before, every):
        return None
    group = Group(first=start, head=start, last=end, form="noun", past=True)
    hang = _dealer(view, before, every) or Hang(
        kind=_kind(view, (before, start), every), subject=None, root=group, past=True
    )
    ends = tuple(complements(view, end, high))
    filled = Filled(
        subject=(before, start) if before < start else None,
        object=_of(view, end, ends),
        ends=ends,
        group=group,
        hang=hang,
    )
    return next((told for frame in kinds if (told := _fill(filled, frame, phrases)) is not None), None)


def _phrase_before(view: View, start: int) -> int:
    """Return where the words before a noun that belong to it begin."""
    j = start
    while j > 0 and start - j < _PREMODIFIERS:
        tag = view.tags[j - 1]
        if (tag & _STOP and not tag & _DET) or (is_verb(view, j - 1) and not tag & _CAP):
            break
        j -= 1
    return j


def _barred(view: View, before: int, every: Frames) -> bool:
    """Say whether the noun stands under a ban, a call or a cap: "a ban on coal exports"."""
    for j in range(before - 1, max(-1, before - _NEAR), -1):
        word = view.words[j]
        if every.governing_nouns.get(word) in ("barred", "asked", "tried"):
            return True
        if {"barred", "asked", "planned", "ended"} & set(every.governing_verbs.get(word, ())):
            return True
    return False


def _dealer(view: View, before: int, every: Frames) -> Hang | None:
    """Return how the verb is told whose object the noun is, and who its subject: "traders resumed shipments"."""
    at = before - 1
    if at < 0 or view.words[at] not in every.dealing:
        return None
    group = group_at(view, at, view.tags[at])
    hang = hanging(view, group, every) if group is not None and group.form in ("finite", "participle") else None
    if group is not None and group.form == "participle":
        hang = hanging(view, replace(group, form="finite"), every)
    if hang is None or hang.kind in DROPPED or hang.subject is None:
        return None
    ended = "ended" in every.governing_verbs.get(view.words[at], ())
    return replace(hang, kind="presupposed" if ended and hang.kind == "told" else hang.kind)


def _kind(view: View, stretch: Stretch, every: Frames) -> str:
    near = range(max(0, stretch[0] - _NEAR), stretch[1])
    return "hearsay" if any(view.words[j] in every.words["hearsay_adverbs"] for j in near) else "told"


def _of(view: View, end: int, ends: tuple[Segment, ...]) -> Stretch | None:
    """Return the phrase behind "of" that follows a noun directly."""
    if end >= len(view) or view.words[end] != "of" or not ends or ends[0].prep or end + 1 >= ends[0].end:
        return None
    return end + 1, ends[0].end


def _fill(filled: Filled, frame: Frame, phrases: PhraseReader) -> Told | None:
    view, own, obj = phrases.view, filled.subject, filled.object
    told = Told(
        frame=frame,
        trigger=view.offsets((filled.group.first, filled.group.last)),
        words=(),
        hang=filled.hang,
        mode=mode_of(filled.hang, frame),
        by_noun=True,
    )
    for stretch in (obj, own):
        if stretch is not None and not told.goods_ids and object_fits(phrases, stretch, frame):
            told = with_object(told, stretch, phrases, role=False)
    used = [s for s in (own, obj) if s]
    doer = filled.hang.subject or own
    if doer is not None:
        who = phrases.who(doer)
        told = replace(told, actor=who.actor(), actors=who.states, parties=(*told.parties, *who.others(None)))
    told = with_ends(told, filled, phrases, used)
    told = with_self(told, phrases.who(doer)) if doer is not None else told
    return replace(told, words=words_of(view, filled, used)) if _says_enough(told, filled, phrases) else None


def _says_enough(told: Told, filled: Filled, phrases: PhraseReader) -> bool:
    frame, own = told.frame, filled.subject
    if frame.subject and own is not None and not phrases.fits(own, frame.subject) and "between" not in frame.party:
        return False
    if frame.act and not told.goods_ids and frame.act not in _SAY_IT_ALL:
        wanted = tuple(w for w in frame.object if w not in ("none", "any"))
        if not any(s is not None and phrases.fits(s, wanted) for s in (filled.object, own)):
            return False
    if frame.act and len(told.states) < 2 and not told.actors:
        return False
    return needs_met(told, filled)
