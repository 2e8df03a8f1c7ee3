"""Who is on the scene when a source is read: the persons of the document, and those who have spoken so far."""

from __future__ import annotations

from bisect import bisect_left, bisect_right
from dataclasses import dataclass, field

from resolute.ground.origin import Span
from resolute.news.described import Described
from resolute.news.draft import Draft, Entity, Found
from resolute.news.roles import hypernyms, role, word_list
from resolute.news.terms import Speaker

__all__ = ["Scene", "content_state", "person", "scene_of"]

_NEAR = 30  # characters of a content in which the State stands for which an official speaks
_REACH = 70  # characters of a content that are looked at


@dataclass(slots=True)
class Scene:
    """The document's persons by name and by mention, and the speakers so far with the offsets of their sources."""

    draft: Draft
    by_name: dict[str, list[Entity]]
    places: dict[int, list[int]]
    persons: list[tuple[int, Speaker]] = field(default_factory=list)
    groups: list[tuple[int, Speaker]] = field(default_factory=list)
    bodies: list[tuple[int, Speaker]] = field(default_factory=list)
    states: dict[str, tuple[str, ...]] = field(default_factory=dict)
    learned: dict[str, frozenset[str]] = field(default_factory=dict)

    def remember(self, at: int, speaker: Speaker) -> None:
        """Keep a speaker for the pronouns and roles that follow."""
        if speaker.kind in ("person", "unnamed-person"):
            self.persons.append((at, speaker))
        elif speaker.kind in ("unnamed-group", "states", "office"):
            self.groups.append((at, speaker))
        elif speaker.kind in ("state", "organisation", "outlet"):
            self.bodies.append((at, speaker))

    def learn(self, name: str, said: Described) -> None:
        """Keep what a source says of a person, for the roles that take him up later."""
        roles = hypernyms([r.role.name for r in said.roles])
        if any(body in said.text.lower() for body in word_list("diplomatic_bodies")):
            roles |= {"diplomat", "official"}
        if roles:
            self.learned[name] = self.learned.get(name, frozenset()) | roles

    def with_role(self, phrases: frozenset[str]) -> list[Entity]:
        """Return the persons whom one of the words may take up."""
        none: frozenset[str] = frozenset()
        known = [e for e in self.draft.entities if e.hypernyms or e.name in self.learned]
        return [e for e in known if phrases & (e.hypernyms | self.learned.get(e.name, none))]

    def last_person(self, at: int) -> tuple[int, Speaker] | None:
        """Return the last person who spoke before an offset, and where."""
        return next(((p, s) for p, s in reversed(self.persons) if p < at), None)

    def last_mention(self, entity: Entity, at: int) -> int | None:
        """Return where an entity was last named before an offset."""
        places = self.places.get(entity.id, [])
        i = bisect_right(places, at) - 1
        return places[i] if i >= 0 else None

    def nearest(self, at: int) -> Entity | None:
        """Return the person named last before an offset."""
        i = bisect_left(self.draft.mentioned, at, key=lambda m: m.start) - 1
        return self.draft.entities[self.draft.mentioned[i].entity] if i >= 0 else None

    def named(self, name: str) -> Entity | None:
        """Return the one person whose name is, or ends with, the words."""
        found = self.by_name.get(name.lower(), [])
        return found[0] if len(found) == 1 else None

    def word_at(self, at: int) -> Span:
        """Return the word at an offset, as evidence."""
        tokens = self.draft.tokens
        i = tokens.at(at)
        return self.draft.span(tokens.starts[i], tokens.ends[i])


def scene_of(draft: Draft) -> Scene:
    """Return the scene before anybody has spoken."""
    by_name: dict[str, list[Entity]] = {}
    for entity in draft.entities:
        for name in {n.lower() for n in entity.names} | {n.lower().split()[-1] for n in entity.names}:
            by_name.setdefault(name, []).append(entity)
    places: dict[int, list[int]] = {}
    for m in draft.mentioned:
        places.setdefault(m.entity, []).append(m.start)
    return Scene(draft, by_name, places)


def person(draft: Draft, f: Found, said: Described, entity: Entity | None) -> Speaker:
    """Return a named person; his role and State from the source, else from what the text says of him elsewhere."""
    name = entity.name if entity else said.name
    states = said.states[:1] if said.roles or not entity else ()
    how, evidence = "the span itself", None
    if entity is not None:
        own = draft.span(*f.source[0])
        if entity.first is not None and not own.holds(entity.first):
            earlier = entity.first.start < own.start
            how = f"the text names {entity.name} {'before' if earlier else 'later'}"
            evidence = entity.first
    if not states and entity is not None and entity.state:
        states = entity.state
    if not states and _speaks_for_state(said, entity):
        inferred = content_state(draft, f)
        if inferred:
            states, how = inferred, how + "; the State is the one his words speak for"
    text_role = said.role_text or (entity.roles[0] if entity and entity.roles else None)
    return Speaker(kind="person", name=name, role=text_role, state=states, resolved_by=how, evidence=evidence)


def _speaks_for_state(said: Described, entity: Entity | None) -> bool:
    names = [r.role.speaks for r in said.roles]
    if not names and entity is not None:
        names = [found.speaks for word in entity.roles if (found := role(word)) is not None]
    return bool(names) and names[0] == "state"


def content_state(draft: Draft, f: Found) -> tuple[str, ...]:
    """Return the State whose capital or seat is the subject of an official's words: "the minister said Moscow ..."."""
    if not f.content:
        return ()
    start, end = f.content[0]
    first = draft.states_in(start, min(end, start + _REACH))[:1]
    return tuple(m.code for m in first if m.start - start <= _NEAR and m.form in ("capital", "seat"))
