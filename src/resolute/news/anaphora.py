"""Whom a pronoun or a role takes up. Deterministic: the same text gives the same answer, and a tie gives none."""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Sequence
from dataclasses import replace

from resolute.ground.states import state_name
from resolute.news.described import Described
from resolute.news.draft import Entity, Found, Mention
from resolute.news.language import word_set
from resolute.news.roles import pronouns
from resolute.news.scene import Scene, person
from resolute.news.terms import Speaker

__all__ = ["pronoun", "taken_up"]

_OPENING = 60  # characters before a name that still opens its sentence
_BARE = Described("")


def pronoun(scene: Scene, f: Found, word: str, outer: Speaker | None) -> Speaker:
    """Return whom a pronoun takes up; `outer` is the one in whose words it stands."""
    at, kind = f.source[0][0], pronouns()[word]
    if kind in ("we", "i"):
        return _first_person(kind, outer)
    if kind == "relative":
        entity = scene.nearest(at)
        if entity is not None and word == "who":
            return replace(person(scene.draft, f, _BARE, entity), resolved_by="relative pronoun: the name before it")
        return Speaker(kind="unresolved", resolved_by="relative pronoun")
    if kind == "person":
        return _he(scene, f, at)
    pool = scene.bodies if kind == "body" else scene.groups
    before = next((s for p, s in reversed(pool) if p < at), None)
    if before is None:
        return Speaker(kind="unresolved", resolved_by=f"pronoun: no {kind} speaks before")
    return replace(before, resolved_by=f"pronoun: the last {kind} that spoke")


def _first_person(kind: str, outer: Speaker | None) -> Speaker:
    if outer is None:
        return Speaker(kind="unresolved", resolved_by="a first person outside anybody's words")
    if kind == "we" and outer.state:
        name = " and ".join(state_name(c) for c in outer.state)
        return Speaker(kind="state", name=name, state=outer.state, resolved_by="we: the side of the speaker")
    return replace(outer, resolved_by="first person: the speaker")


def _he(scene: Scene, f: Found, at: int) -> Speaker:
    """Return whom "he" takes up: the last who spoke, unless another person opens a sentence since."""
    before = scene.last_person(at)
    subject = _subject_since(scene, before[0] if before else 0, at)
    if subject is not None and (before is None or subject.name != before[1].name):
        found = person(scene.draft, f, _BARE, subject)
        return replace(found, resolved_by=f"pronoun: {subject.name} opens a sentence before")
    if before is not None:
        p, speaker = before
        how = f"pronoun: {speaker.name or speaker.role}, who spoke before"
        return replace(speaker, resolved_by=how, evidence=scene.word_at(p))
    entity = scene.nearest(at)
    if entity is not None:
        return replace(person(scene.draft, f, _BARE, entity), resolved_by=f"pronoun: {entity.name}, named before")
    return Speaker(kind="unresolved", resolved_by="pronoun: nobody is named before")


def _subject_since(scene: Scene, since: int, at: int) -> Entity | None:
    """Return the last person named at the opening of a sentence behind `since`, up to the pronoun's own."""
    draft = scene.draft
    here = draft.sentence_at(at)
    first = bisect_right(draft.mentioned, since, key=lambda m: m.start)
    last = bisect_right(draft.mentioned, at - 1, key=lambda m: m.start)
    for m in reversed(draft.mentioned[first:last]):
        sentence, quoted = draft.sentence_at(m.start), draft.quotation_at(m.start)
        if sentence is None or sentence.start <= since or (quoted is not None and quoted.full):
            continue
        if here is not None and sentence.start > here.start:
            continue
        if _opens(scene, m, sentence.start):
            return draft.entities[m.entity]
    return None


def _opens(scene: Scene, m: Mention, start: int) -> bool:
    """Say whether a name is the subject with which its sentence opens, and not an object or an owner in it."""
    shadow = scene.draft.shadow
    opening = shadow[start : m.start]
    if len(opening) > _OPENING or " said " in opening or " that " in opening:
        return False
    if shadow.startswith("'s", m.end) or shadow.endswith("'s", m.start, m.end):
        return False
    words = opening.split()
    return not words or words[-1].lower() not in word_set("not_subject_after")


def taken_up(scene: Scene, at: int, said: Described) -> Speaker:
    """Return the person whom a role takes up: "the diplomat", "Tokyo's envoy", "the head of Russian diplomacy"."""
    phrases = _phrases(said)
    fitting: list[tuple[int, Entity]] = []
    for entity in scene.with_role(phrases):
        if said.states and entity.state and said.states[0] not in entity.state:
            continue
        place = scene.last_mention(entity, at)
        if place is not None:
            fitting.append((place, entity))
    fitting.sort(key=lambda pair: -pair[0])
    chosen = _choose(scene, fitting, at)
    if chosen is not None:
        how = f"role: {chosen.name} is the {said.role_text or 'one'} named before"
        return Speaker(
            kind="person", name=chosen.name, role=chosen.roles[0] if chosen.roles else said.role_text,
            state=said.states[:1] or chosen.state, resolved_by=how, evidence=chosen.first,
        )  # fmt: skip
    if fitting:
        return Speaker(
            kind="unresolved", role=said.role_text, state=said.states[:1],
            resolved_by="role: several persons fit", candidates=tuple(e.name for _, e in fitting),
        )  # fmt: skip
    for p, speaker in reversed(scene.persons):
        if p < at and speaker.kind == "unnamed-person" and any(w in (speaker.role or "").lower() for w in phrases):
            return replace(speaker, resolved_by="role: the unnamed one who spoke before")
    return Speaker(kind="unnamed-person", role=said.role_text, state=said.states[:1], resolved_by="the span itself")


def _phrases(said: Described) -> frozenset[str]:
    """Return the role as the text writes it, without State and article, and its head."""
    out = {" ".join((said.role_text or "").lower().split())}
    out.update(r.role.name for r in said.roles)
    words = [w for w in said.text.lower().split() if w not in ("the", "this", "that")]
    if words[:2] == ["head", "of"]:
        out.discard("head")
        out.add("head of " + words[-1])
    return frozenset(w for w in out if w)


def _choose(scene: Scene, fitting: Sequence[tuple[int, Entity]], at: int) -> Entity | None:
    """Return the one that is meant: the only one, the last who spoke, or the one named in a later sentence."""
    if len(fitting) < 2:
        return fitting[0][1] if fitting else None
    last = scene.last_person(at)
    for _, entity in fitting:
        if last is not None and entity.name == last[1].name:
            return entity
    a, b = scene.draft.sentence_at(fitting[0][0]), scene.draft.sentence_at(fitting[1][0])
    if a is not None and b is not None and a.start == b.start:
        return None
    return fitting[0][1]
