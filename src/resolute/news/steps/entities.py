"""Who the document names: one entry for each person, with every name, role and State that the text gives him."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, field, replace

from resolute.news.described import name_run
from resolute.news.draft import Draft, Entity, Mention
from resolute.news.language import Language, word_set
from resolute.news.roles import family_first, hypernyms, roles_in, word_list
from resolute.news.tags import CAP, COMMA, DET, STOP, TIME

__all__ = ["ADDS", "NEEDS", "mark_entities"]

NEEDS, ADDS = {"text", "shadow", "blocks", "tokens", "states", "sentences"}, {"entities", "mentioned"}

_NAMESAKES = 20  # persons of one family name that are told apart
_REACH = 14  # tokens before a name, or of an aside behind it, in which its role is looked for


@dataclass(slots=True)
class _Person:
    """An entry while it grows."""

    names: list[str]
    roles: list[str] = field(default_factory=list)
    states: list[str] = field(default_factory=list)
    also: set[str] = field(default_factory=set)
    first: tuple[int, int] = (0, 0)


def mark_entities(draft: Draft, _: Language) -> Draft:
    """Add the table of persons and every mention of them."""
    people: list[_Person] = []
    by_surname: dict[str, list[int]] = {}
    mentioned: list[Mention] = []
    late: list[tuple[int, int, int]] = []
    for first, last, low in _runs(draft):
        if last - first >= 2:
            at = _enter(draft, people, by_surname, first, last)
            _add_roles(draft, people[at], first, last, low)
            mentioned.append(Mention(draft.tokens.starts[first], draft.tokens.ends[last - 1], at))
        else:
            late.append((first, last, low))
    for first, last, low in late:
        found = _by_one_name(draft, by_surname, people, first)
        if found is None:
            found = _enter_titled(draft, people, by_surname, first)
        if found is not None:
            _add_roles(draft, people[found], first, last, low)
            mentioned.append(Mention(draft.tokens.starts[first], draft.tokens.ends[last - 1], found))
    mentioned.sort(key=lambda m: m.start)
    entities = tuple([_entity(draft, i, p) for i, p in enumerate(people)])
    return replace(draft, entities=entities, mentioned=tuple(mentioned))


def _runs(draft: Draft) -> Iterator[tuple[int, int, int]]:
    """Yield the tokens of each name, and the first of its sentence: capitals in a row, no role, State, organisation."""
    tags, words = draft.tokens.tags, draft.tokens.words
    organisations = word_list("organisations")
    for sentence in draft.sentences:
        if draft.blocks[sentence.block].kind == "title":
            continue
        i, last = sentence.first, sentence.last
        while i < last:
            if not tags[i] & CAP:
                i += 1
                continue
            j = i + 1
            while j < last and (
                tags[j] & CAP or (words[j] == "." and len(words[j - 1]) <= 5 and j + 1 < last and tags[j + 1] & CAP)
            ):
                j += 1
            if words[j - 1] not in organisations:
                run = name_run(words, tags, i, j)
                if run is not None and run[1] == j and not tags[run[0]] & TIME and not _of_organisation(words, run[0]):
                    yield run[0], run[1], sentence.first
            i = j


def _of_organisation(words: tuple[str, ...], at: int) -> bool:
    """Say whether a name only tells what an organisation is of: "Department of Maritime Affairs"."""
    return at > 1 and words[at - 1] in ("of", "for") and words[at - 2] in word_list("organisations")


def _surname(words: tuple[str, ...] | list[str]) -> str:
    """Return the family name: the last word, or the first where the culture puts it there."""
    plain = [w.removesuffix("'s") for w in words if w != "."]
    return plain[0] if plain[0] in family_first() and len(plain) > 1 else plain[-1]


def _enter(draft: Draft, people: list[_Person], by_surname: dict[str, list[int]], first: int, last: int) -> int:
    """Return the entry of a full name, a new one where the text has not named him before."""
    tokens = draft.tokens
    words = tokens.words[first:last]
    surname = _surname(words)
    plain = _plain(words)
    name = " ".join(draft.text[tokens.starts[first] : tokens.ends[last - 1]].replace("\u00a0", " ").split())
    name = name.removesuffix("’s").removesuffix("'s")
    for at in by_surname.get(surname, [])[-_NAMESAKES:]:
        known = [_plain(n.lower().split()) for n in people[at].names]
        if plain in known or any(_same_person(plain, k) for k in known):
            if name not in people[at].names:
                people[at].names.append(name)
            return at
    people.append(_Person([name], first=(tokens.starts[first], tokens.ends[last - 1])))
    by_surname.setdefault(surname, []).append(len(people) - 1)
    return len(people) - 1


def _plain(words: tuple[str, ...] | list[str]) -> str:
    return "".join(w.removesuffix("'s").removesuffix("’s") for w in words if w not in (".", "-")).replace("-", "")


def _same_person(a: str, b: str) -> bool:
    """Say whether two spellings are one name: Jong-un and Jong Un are told apart by their marks alone."""
    return a == b


def _by_one_name(draft: Draft, by_surname: dict[str, list[int]], people: list[_Person], at: int) -> int | None:
    """Return the one person whom a single name can mean, the nearest named before where two share it."""
    word = draft.tokens.words[at].removesuffix("'s")
    found = by_surname.get(word, [])[-_NAMESAKES:]
    before = [i for i in found if people[i].first[0] <= draft.tokens.starts[at]]
    if len(found) == 1:
        return found[0]
    return before[-1] if before else None


def _enter_titled(draft: Draft, people: list[_Person], by_surname: dict[str, list[int]], at: int) -> int | None:
    """Return a new entry for a single name behind a title or a role: "Mr Brown", "President Park"."""
    words = draft.tokens.words
    before = words[at - 1] if at else ""
    if before == "." and at > 1:
        before = words[at - 2]
    if before not in word_list("titles") and not roles_in(words, max(0, at - 3), at):
        return None
    roles = roles_in(words, max(0, at - 3), at)
    if before not in word_list("titles") and (not roles or roles[-1].last != at or roles[-1].plural):
        return None
    tokens = draft.tokens
    name = draft.text[tokens.starts[at] : tokens.ends[at]].removesuffix("’s").removesuffix("'s")
    people.append(_Person([name], first=(tokens.starts[at], tokens.ends[at])))
    by_surname.setdefault(words[at].removesuffix("'s"), []).append(len(people) - 1)
    return len(people) - 1


def _add_roles(draft: Draft, person: _Person, first: int, last: int, low: int) -> None:
    """Add what stands before the name ("Russian Foreign Minister") and in the aside behind it (", the envoy,")."""
    words, tags = draft.tokens.words, draft.tokens.tags
    modifiers = word_list("modifiers")
    start = first
    while start > low and first - start < _REACH:
        tag, word = tags[start - 1], words[start - 1]
        if not (
            tag & CAP or word in word_set("inside_titles") or word in modifiers or roles_in(words, start - 1, start)
        ):
            break
        if tag & (STOP | COMMA) and word != ".":
            break
        start -= 1
    _note(draft, person, start, first)
    if last + 1 < len(words) and tags[last] & COMMA:
        end = last + 1
        while end < len(words) and end - last < _REACH + 4 and not tags[end] & (COMMA | STOP):
            end += 1
        opener = tags[last + 1]
        if opener & DET or opener & CAP or roles_in(words, last + 1, last + 3):
            _note(draft, person, last + 1, end)


def _note(draft: Draft, person: _Person, first: int, last: int) -> None:
    tokens = draft.tokens
    roles = roles_in(tokens.words, first, last)
    if not roles or any(r.plural for r in roles[-1:]):
        return
    for r in roles:
        name = " ".join(tokens.words[r.first : r.last])
        for word in (name, r.role.name):
            if word not in person.roles:
                person.roles.append(word)
    phrase = " ".join(tokens.words[first:last])
    if any(body in phrase for body in word_list("diplomatic_bodies")):
        person.also |= {"diplomat", "official"}
    for m in draft.states_in(tokens.starts[first], tokens.ends[last - 1]):
        at = tokens.at(m.start)
        before = tokens.words[at - 1] if at else ""
        if before == "the" and at > 1:
            before = tokens.words[at - 2]
        if at >= roles[0].last and before in ("to", "for", "on", "with"):
            continue
        if m.code not in person.states:
            person.states.append(m.code)


def _entity(draft: Draft, number: int, person: _Person) -> Entity:
    """Return the finished entry; its name is the longest the text gives."""
    names = tuple(person.names)
    name = max(names, key=lambda n: (len(n.split()), len(n)))
    return Entity(
        id=number,
        kind="person",
        name=name,
        names=names,
        roles=tuple(person.roles),
        hypernyms=hypernyms(person.roles) | person.also,
        state=tuple(person.states[:1]),
        first=draft.span(*person.first),
    )
