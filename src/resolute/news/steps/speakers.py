"""Who each source is: a name, a role taken up again, a pronoun, a State behind its capital; and for whom he speaks.

Every answer says by which rule it was found and, where other words of the text decided, which. Where two persons fit
equally well nobody is chosen: the kind is `unresolved` and both are named.
"""

from __future__ import annotations

from bisect import bisect_left
from dataclasses import replace

from resolute.ground.states import state_name
from resolute.news.anaphora import pronoun, taken_up
from resolute.news.described import Described, describe
from resolute.news.draft import Draft, Entity, Found
from resolute.news.language import Language, word_set
from resolute.news.roles import role, word_list
from resolute.news.scene import Scene, content_state, person, scene_of
from resolute.news.terms import Speaker

__all__ = ["ADDS", "NEEDS", "mark_speakers"]

NEEDS, ADDS = {"joined", "states", "entities", "mentioned"}, {"speakers", "on_behalf"}

_UNSTATED = Speaker(kind="unstated", resolved_by="nobody is named")
_ITSELF = "the span itself"


def mark_speakers(draft: Draft, _: Language) -> Draft:
    """Add to each claim its speaker and the State for which he speaks."""
    scene, found = scene_of(draft), draft.found
    order = sorted(range(len(found)), key=lambda i: (found[i].source or found[i].cue or found[i].content)[0])
    speakers: list[Speaker | None] = [None] * len(found)
    behalf: list[tuple[str, ...]] = [()] * len(found)
    for i in order:
        outer = found[i].nested_in  # "we" inside somebody's words needs him first, though his name may follow them
        for n in (outer, i) if outer is not None else (i,):
            if speakers[n] is None:
                within = found[n].nested_in
                above = speakers[within] if within is not None else None
                speakers[n], behalf[n] = _resolve(scene, found[n], above)
    return replace(draft, speakers=tuple([s or _UNSTATED for s in speakers]), on_behalf=tuple(behalf))


def _resolve(scene: Scene, f: Found, outer: Speaker | None) -> tuple[Speaker, tuple[str, ...]]:
    """Return the speaker of a claim and for whom he speaks, and remember him."""
    if not f.source:
        return _UNSTATED, ()
    said = describe(scene.draft, f.source)
    speaker = _speaker(scene, f, said, outer)
    if speaker.kind == "person" and speaker.name:
        if speaker.state:
            scene.states.setdefault(speaker.name, speaker.state)
        elif speaker.name in scene.states:
            speaker = replace(speaker, state=scene.states[speaker.name])
    if speaker.kind == "person" and speaker.name and said.name:
        scene.learn(speaker.name, said)
    if f.nested_in is None:
        scene.remember(f.source[0][0], speaker)
    return speaker, _on_behalf(speaker, said)


def _speaker(scene: Scene, f: Found, said: Described, outer: Speaker | None) -> Speaker:
    """Return the speaker, the surest reading first."""
    if said.pronoun:
        return pronoun(scene, f, said.pronoun, outer)
    if said.outlet:
        return Speaker(kind="outlet", name=said.outlet, role="outlet", resolved_by=_ITSELF)
    entity = _named(scene.draft, f.source[0])
    if entity is None and said.name and not said.organisation:
        entity = scene.named(said.name)
    if entity is not None:
        return person(scene.draft, f, said, entity)
    if said.whole_state and len(said.states) == 1:
        return _state(said)
    if said.bloc:
        return Speaker(kind="unnamed-group", role=said.text, resolved_by="several States that are not named")
    if said.plural:
        return _group(said)
    if said.organisation and not (said.roles and said.name):
        name = said.organisation
        return Speaker(kind="organisation", name=name, organisation=name, state=said.states[:1], resolved_by=_ITSELF)
    if said.name:
        return person(scene.draft, f, said, None)
    if said.roles and not said.one_of and (said.definite or said.possessive or "'s " in said.text.replace("’", "'")):
        return taken_up(scene, f.source[0][0], said)
    return _unnamed(scene.draft, f, said)


def _named(draft: Draft, span: tuple[int, int]) -> Entity | None:
    """Return the entity that the source names: in its head, or in the aside behind "the chairman, ..."."""
    i = bisect_left(draft.mentioned, span[0], key=lambda m: m.start)
    comma = draft.shadow.find(",", span[0], span[1])
    limit = comma if comma > 0 else span[1]
    for m in draft.mentioned[i : i + 4]:
        if m.start >= span[1]:
            break
        if m.end <= limit + 1 and not _belongs(draft, m.start, m.end):
            return draft.entities[m.entity]
        if comma > 0 and m.start > comma and m.end <= span[1]:
            unnamed_head = draft.shadow[span[0]].islower() or draft.shadow.startswith("The ", span[0])
            return draft.entities[m.entity] if unnamed_head else None
    return None


def _belongs(draft: Draft, start: int, end: int) -> bool:
    """Say whether a name only says whose somebody is: "Smith's lawyer", "an aide to Smith"."""
    owner = draft.shadow.endswith(("'s", "s'"), start, end) or draft.shadow.startswith(("'s", "s'"), end)
    return owner or draft.shadow[max(0, start - 3) : start].strip() in ("of", "to")


def _state(said: Described) -> Speaker:
    """Return a State named by itself, its capital or its seat; a seat that is an office is an organisation."""
    code, form = said.states[0], said.whole_state
    plain = said.text[4:] if said.text.lower().startswith("the ") else said.text
    if form == "seat" and plain.lower() not in word_list("whole_state_seats"):
        return Speaker(kind="organisation", name=plain, organisation=plain, state=(code,), resolved_by=_ITSELF)
    how = _ITSELF if form == "name" else f"{form} for the State"
    return Speaker(kind="state", name=state_name(code), state=(code,), resolved_by=how)


def _group(said: Described) -> Speaker:
    """Return several at once: States by name, an office that several hold, or people without names."""
    codes = said.states
    if len(codes) > 1 and not said.roles:
        names = [state_name(c) for c in codes]
        name = " and ".join(names) if len(names) == 2 else ", ".join(names)
        return Speaker(kind="states", name=name, state=codes, resolved_by=_ITSELF)
    if len(codes) > 1:
        return Speaker(kind="office", role=said.role_text, state=codes, resolved_by=_ITSELF)
    if len(codes) == 1 and any(r.role.name in ("partner", "colleague", "counterpart") for r in said.roles):
        return Speaker(kind="state", name=state_name(codes[0]), state=codes, resolved_by="the State of the partners")
    kind = "unnamed-person" if said.one_of else "unnamed-group"
    return Speaker(kind=kind, role=said.role_text or said.text, state=codes[:1], resolved_by=_ITSELF)


def _unnamed(draft: Draft, f: Found, said: Described) -> Speaker:
    """Return somebody without a name: by his role, by his State, by the words."""
    if said.roles:
        speaks = any(r.role.speaks == "state" for r in said.roles)
        states = said.states[:1] or (content_state(draft, f) if speaks else ())
        return Speaker(kind="unnamed-person", role=said.role_text, state=states, resolved_by=_ITSELF)
    if len(said.states) == 1:
        return Speaker(kind="unnamed-group", role=said.text, state=said.states, resolved_by=_ITSELF)
    return Speaker(kind="unnamed-person", role=said.text, resolved_by=_ITSELF)


def _on_behalf(speaker: Speaker, said: Described) -> tuple[str, ...]:
    """Return the States for which somebody speaks by his office; none for media, experts, sources, governors."""
    if speaker.kind in ("state", "states"):
        return speaker.state
    if speaker.kind == "organisation":
        words = (speaker.name or "").lower().split()
        return () if word_set("private").intersection(words) else speaker.state
    text = (speaker.role or "").lower()
    if not text or "former" in text or "ex-" in text or not speaker.state:
        return ()
    roles = [r.role for r in said.roles]
    if not roles:
        roles = [found for w in (text, text.split()[-1]) if (found := role(w)) is not None]
    return speaker.state if roles and roles[0].speaks == "state" else ()
