"""Acts and happenings that a text alleges or tells: who did what, and whose words that is.

An event stands as the text puts it: told by the text itself, claimed by a speaker, planned, refused, denied. What law
forbids, what somebody asks for, what is only a purpose or a habit of speech is no event.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, replace

from resolute.ground.origin import Span
from resolute.news.assertions import Assertion, events_of
from resolute.news.clause import View, is_verb, subject_of, view_of
from resolute.news.draft import Draft, Sentence
from resolute.news.frames import Frames, Trigger, load_frames
from resolute.news.language import TAG, Language
from resolute.news.named import Named, named_in
from resolute.news.nominal import tell_by_noun
from resolute.news.phrases import PhraseReader, Who
from resolute.news.telling import tell_by_verb
from resolute.news.terms import Claim, Dated
from resolute.news.told import Told
from resolute.news.whose import Cited, Whose

__all__ = ["ADDS", "NEEDS", "mark_events"]

NEEDS, ADDS = {"sentences", "tokens", "states", "claims", "dates", "mentions", "entities"}, {"events"}

_PAST_OR_ING = TAG["PAST"] | TAG["PART"] | TAG["ING"]
_END = TAG["STOP"] | TAG["COLON"]
_OPENERS = frozenset({"that", "which", "who", "while", "where", "because", "although", "though", "when"})
_SILENT = frozenset({"urges", "opposes", "questions"})
_TAKEN_UP = 250  # characters back to the goods that "it" takes up
_ANCHORED = 600  # characters back to the law that "since" takes up
_BEFORE = 4  # by how many words a date behind a verb is nearer than one before it


def mark_events(draft: Draft, language: Language) -> Draft:
    """Add the events of title and running text."""
    if language.code != "en":
        return draft
    return replace(draft, events=events_of(draft, _Reader(draft, load_frames()).read()))


@dataclass(frozen=True, slots=True)
class _At:
    """A sentence while it is read: its number, its words, and what the sentence before is about."""

    n: int
    sentence: Sentence
    view: View
    before: Who | None


class _Reader:
    """Reads the sentences of one text; what was told before is at hand for "it" and "then"."""

    __slots__ = ("by_id", "cited", "draft", "frames", "named", "out", "whose")

    def __init__(self, draft: Draft, frames: Frames) -> None:
        """Look up the text once."""
        self.draft, self.frames = draft, frames
        self.named: Named = named_in(draft, frames)
        self.whose, self.cited = Whose(draft.claims), Cited(draft.mentions)
        self.by_id = {c.id: c for c in draft.claims}
        self.out: list[Assertion] = []

    def read(self) -> list[Assertion]:
        """Return what the sentences tell, in order."""
        tokens = self.draft.tokens
        amounts, names = self.named.in_amounts(tokens), self.named.in_names(tokens, self.draft.text)
        last: _At | None = None
        for n, sentence in enumerate(self.draft.sentences):
            view = view_of(self.draft, sentence, self.frames.forms, amounts, names)
            at = _At(n, sentence, view, self._about(last, sentence))
            if len(view):
                self.out += self._sentence(at)
                last = at
        return self.out

    # --- one sentence ------------------------------------------------------------------------------------------

    def _sentence(self, at: _At) -> list[Assertion]:
        told = [*self._verbs(at)]
        taken = [w for a in told for w in a.told.words]
        told += self._nouns(at, taken)
        names = {a.told.frame.name: set(a.told.states) for a in told}
        return [a for a in told if not names.get(a.told.frame.within or "", set()) & set(a.told.states)]

    def _verbs(self, at: _At) -> list[Assertion]:
        found: list[Assertion] = []
        taken: list[tuple[int, int]] = []
        for i, word in enumerate(at.view.words):
            triggers = self.frames.verbs.get(word, ())
            offset = at.view.starts[i]
            if any(a <= offset < b for a, b in taken) and not at.view.tags[i] & _PAST_OR_ING:
                continue  # "a ship-to-ship transfer of diesel": the noun inside what was just told
            made = self._verb(at, i, triggers, found) if triggers else None
            if made is not None:
                found.append(made)
                taken += made.told.words
        return found

    def _verb(self, at: _At, i: int, triggers: Sequence[Trigger], here: Sequence[Assertion]) -> Assertion | None:
        offset = at.view.starts[i]
        law = self.cited.describes(offset)
        claim = self.whose.at(offset)
        phrases, high = self._phrases(at, claim), self._wall(at.view, i)
        for trigger in triggers:
            kinds = tuple(f for f in trigger.frames if f.act is None) if law else trigger.frames
            told = tell_by_verb(i, trigger, kinds, self.frames, phrases, high)
            if told is not None:
                return self._judged(at, self._with_taken_up(told, here), self._behind(at.view, told, claim))
        return None

    def _nouns(self, at: _At, taken: Sequence[tuple[int, int]]) -> list[Assertion]:
        found = []
        low = at.view.starts[0]
        for a, b, kinds in self.frames.nouns.find(self.draft.text[low : at.view.ends[-1]]):
            start, end = low + a, low + b
            if any(s < end and start < e for s, e in taken) or self.cited.describes(start):
                continue
            claim = self.whose.at(start)
            i, last = at.view.at(start), at.view.at(end - 1) + 1
            told = tell_by_noun(i, last, kinds, self.frames, self._phrases(at, claim), self._wall(at.view, i))
            if told is None or any(s < y and x < e for s, e in taken for x, y in told.words):
                continue
            made = self._judged(at, told, claim)
            found += [made] if made is not None else []
        return found

    def _phrases(self, at: _At, claim: Claim | None) -> PhraseReader:
        speaker = (claim.on_behalf_of or claim.speaker.state) if claim is not None else ()
        return PhraseReader(at.view, self.named, self.draft.text, speaker, at.before)

    def _wall(self, view: View, i: int) -> int:
        wall = self.whose.wall(view.starts[i], _SILENT)
        return (
            len(view) if wall is None else next((j for j in range(i, len(view)) if view.starts[j] >= wall), len(view))
        )

    def _about(self, last: _At | None, sentence: Sentence) -> Who | None:
        """Return who the sentence before is about: what "it" and "they" take up at the start of the next."""
        if last is None or last.sentence.block + 2 < sentence.block:
            return None
        view = last.view
        claim = self.whose.at(view.starts[max(0, len(view) - 2)])
        low = min(view.at(claim.content[0].start), len(view) - 1) if claim is not None else 0
        verb = next((j for j in range(low + 1, len(view)) if is_verb(view, j)), None)
        if verb is None:
            return None
        subject = subject_of(view, verb, low)
        who = PhraseReader(view, self.named, self.draft.text).who(subject) if subject is not None else Who()
        return who if who.states else None

    def _with_taken_up(self, told: Told, here: Sequence[Assertion]) -> Told:
        """Read "it" and "them" as the goods of the act told just before.

        Goods that a text has bought from a State and passed on it tells as that State's goods.
        """
        if told.goods_ids or not any(w.startswith("goods") for w in told.frame.object):
            return told
        last = next((a.told for a in reversed([*self.out, *here]) if a.told.goods_ids), None)
        if last is None or last.trigger[1] < told.trigger[0] - _TAKEN_UP:
            return told
        bought = last.from_[:2] if last.from_ and last.frame.act in ("procure", "supply") else None
        return replace(told, goods=last.goods, goods_ids=last.goods_ids, origin=last.origin or bought)

    def _behind(self, view: View, told: Told, claim: Claim | None) -> Claim | None:
        """Return whose words an act is that hangs on a verb outside its claim: "rejected requests to give"."""
        if claim is None or claim.stance not in _SILENT or told.hang.kind != "refused":
            return claim
        return self.whose.at(view.starts[told.hang.root.head])

    # --- how the text puts it ----------------------------------------------------------------------------------

    def _judged(self, at: _At, told: Told, claim: Claim | None) -> Assertion | None:
        """Say how the text puts it; None where it puts it as no event at all."""
        status = _status(told, claim) if claim is None or claim.stance not in _SILENT else None
        if status is None:
            return None
        if told.frame.act is None and (status in ("refused", "hypothetical") or _is_habit(at.view, told)):
            return None
        if status in ("conditional", "hypothetical") and (not told.actors or self.cited.touches(at.sentence)):
            return None  # what law allows, and what would be if nobody named did it
        told, status, negated = _with_refusal(_with_own_side(told, claim), status, claim)
        dated = self._dated(at, told, claim)
        if told.frame.act is None and told.reduced and (dated.edtf is None or not told.actors):
            return None  # "sanctions imposed on X" takes for granted, and dates nothing
        block = self.draft.blocks[at.sentence.block] if at.sentence.block < len(self.draft.blocks) else None
        return Assertion(
            told=told,
            status=status,
            negated=negated,
            claim=claim,
            dated=dated,
            title=block is not None and block.kind == "title",
            denied_by=self._denier(claim),
            hedged=told.hang.hedged,
        )

    def _denier(self, claim: Claim | None) -> Claim | None:
        """Return the claim that denies what another says inside it: "rejected the report that ..."."""
        if claim is None or claim.nested_in is None:
            return None
        outer = self.by_id.get(claim.nested_in)
        return outer if outer is not None and outer.stance == "denies" and _cue_denies(outer) else None

    # --- when --------------------------------------------------------------------------------------------------

    def _dated(self, at: _At, told: Told, claim: Claim | None) -> Dated:
        """Return the date in the clause of the trigger, nearest first; else what "since" and "then" point back to."""
        view, i = at.view, at.view.at(told.trigger[0])
        near: list[tuple[int, int, Dated]] = []
        for d in self.draft.dates:
            if d.span is None or not at.sentence.start <= d.span.start < at.sentence.end:
                continue
            if not self._same_words(d.span, claim):
                continue
            a, b = view.at(d.span.start), view.at(d.span.end - 1)
            gap = (b + 1, i) if b < i else (i + 1, a)
            if not _parted(view, gap, told):
                near.append((gap[1] - gap[0] + (_BEFORE if b < i else 0), a, d))
        if near:
            return min(near, key=lambda x: x[:2])[2]
        law = self.cited.counted_from(at.sentence, self.draft.shadow)
        if law is not None and law.span.start > told.trigger[1]:
            return Dated(how=f'"since" counts from "{law.span.text}"', anchor=law.id)
        if {"since", "then"} & set(told.adverbs):
            return self._pointing_back("since" if "since" in told.adverbs else "then", told.trigger[0])
        return Dated(how="the sentence gives no day")

    def _same_words(self, span: Span, claim: Claim | None) -> bool:
        """Say whether a date and a trigger stand in the words of one speaker."""
        other = self.whose.at(span.start)
        return (other.id if other else None) == (claim.id if claim else None)

    def _pointing_back(self, word: str, offset: int) -> Dated:
        """Read "has since shipped": counted from the law told in the sentences before."""
        law = self.cited.before(offset)
        if law is None or offset - law.span.end > _ANCHORED:
            return Dated(how=f'"{word}" points back to something that this text does not date')
        return Dated(how=f'"{word}" points back to "{law.span.text}"', anchor=law.id)


def _parted(view: View, gap: tuple[int, int], told: Told) -> bool:
    """Say whether another clause stands between a date and the trigger."""
    return any(
        view.tags[j] & _END
        or view.words[j] in _OPENERS
        or (j not in told.hang.chain and is_verb(view, j) and not view.tags[j] & TAG["AUX"])
        for j in range(*gap)
    )


def _is_habit(view: View, told: Told) -> bool:
    """Say whether a sentence tells of every time and of none: "with each test, it tightened sanctions"."""
    habit = load_frames().words["habit"]
    return any(view.words[j] in habit for j in range(view.at(told.trigger[0])))


def _with_own_side(told: Told, claim: Claim | None) -> Told:
    """Read "officials would not expel them", said for a State of its own, as that State's officials."""
    if claim is None or told.actors or told.actor.kind != "state" or len(claim.on_behalf_of) != 1:
        return told
    own = claim.on_behalf_of[0]
    told = replace(told, actor=replace(told.actor, state=own), actors=(own,))
    return replace(told, from_=own) if told.frame.self_end == "from" and told.from_ is None else told


def _with_refusal(told: Told, status: str, claim: Claim | None) -> tuple[Told, str, bool]:
    """Return mode, status and polarity fitted to each other.

    A refusal in the past ("had rejected requests") is itself what happened; one for the future is a stance.
    """
    hang, negated = told.hang, told.hang.negated
    if status == "refused":
        told = replace(told, mode="refuses" if told.frame.mode == "does" else told.mode)
        if hang.kind == "refused" and hang.past:
            status = "narrated" if claim is None else "claimed"
        negated = False
    elif status == "planned" and told.mode == "does":
        told = replace(told, mode="plans")
    if hang.kind == "denied" or (claim is not None and claim.stance == "denies" and _cue_denies(claim)):
        negated = True
    return told, status, negated and not (told.mode == "omits" and hang.kind == "omitted")


def _cue_denies(claim: Claim) -> bool:
    """Say whether the cue itself denies what follows: "denied supplying", not "said it does not supply"."""
    denying = tuple(load_frames().words["denying"])
    return any(w.startswith(denying) for s in claim.cue for w in s.text.lower().split())


def _status(told: Told, claim: Claim | None) -> str | None:
    """Return how the text puts it, or None where it only says what should be."""
    kind, modal, words = told.hang.kind, told.hang.modal, load_frames().words
    if modal in words["duty"]:
        return None
    if kind == "conditional":
        return "conditional"
    if kind == "hypothetical" or modal in words["maybe"]:
        return "hypothetical"
    ahead = kind == "planned" or modal in words["future"] | words["would"]
    act = told.frame.act is not None
    if kind == "refused" or (told.hang.negated and ahead and act):
        return "refused"
    if claim is not None and claim.stance == "refuses" and (ahead or not told.hang.past) and act:
        return "planned" if modal else "refused"
    if ahead:
        return "planned"
    if kind in ("presupposed", "ended"):
        return "presupposed"
    if claim is None:
        return "claimed" if kind == "hearsay" else "narrated"
    return "admitted" if claim.stance == "admits" else "claimed"
