"""What the words of a source say of him: name, role, State, organisation, outlet; before anybody is looked up."""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Sequence
from dataclasses import dataclass

from resolute.ground.states import StateMention
from resolute.news.draft import Draft
from resolute.news.language import word_set
from resolute.news.outlets import outlet_at, outlet_named
from resolute.news.roles import RoleAt, no_name, pronouns, roles_in, word_list
from resolute.news.tags import ADV, AUX, CAP, CO, COMMA, DASH, DET, MARK, MODAL, OPEN, POSS, PREP, REL, STATE, SUB, SUBJ

__all__ = ["Described", "describe", "name_run", "outlet_of"]

_FUNCTION = PREP | SUB | CO | SUBJ | ADV | MODAL | AUX
_LONGEST = 5  # tokens of a name


@dataclass(frozen=True, slots=True)
class Described:
    """What the words of a source say. `head` is the phrase before the first comma or "who"."""

    text: str
    name: str | None = None
    roles: tuple[RoleAt, ...] = ()
    role_text: str | None = None
    states: tuple[str, ...] = ()
    forms: tuple[str, ...] = ()
    whole_state: str | None = None
    organisation: str | None = None
    outlet: str | None = None
    pronoun: str | None = None
    definite: bool = False
    plural: bool = False
    one_of: bool = False
    bloc: bool = False
    possessive: str | None = None


def name_run(words: Sequence[str], tags: Sequence[int], first: int, last: int) -> tuple[int, int] | None:
    """Return the tokens of the last personal name in a run, None without one: capitals that are nothing else."""
    known = no_name()
    end = last
    while end > first:
        at = end - 1
        if _is_name_part(words, tags, at, known):
            start = at
            while (
                start > first
                and end - start < _LONGEST + 2
                and (
                    _is_name_part(words, tags, start - 1, known)
                    or (words[start - 1] == "." and len(words[start - 2]) == 1)
                )
            ):
                start -= 1
            while start < end and (words[start] == "." or (tags[start] & (_FUNCTION | DET) and start == first)):
                start += 1
            if start < end and end - start <= _LONGEST + 1:
                return start, end
            return None
        end -= 1
    return None


def _is_name_part(words: Sequence[str], tags: Sequence[int], at: int, known: frozenset[str]) -> bool:
    """Say whether a word may be part of a name: a capital, and nothing else that has one."""
    word, tag = words[at], tags[at]
    if not tag & CAP or tag & (STATE | DET) or word in known or not word[0].isalpha():
        return False
    return not tag & (_FUNCTION | POSS) or (bool(tag & ADV) and at > 0 and len(word) > 2)


def _names_another(words: Sequence[str], tags: Sequence[int], first: int, run: tuple[int, int]) -> bool:
    """Say whether capitals in a phrase name an owner or a place: "Smith's lawyer", "a governor in the Far East"."""
    if words[run[1] - 1].endswith(("'s", "s'")):
        return True
    at = run[0]
    before = at - 2 if at - 1 > first and words[at - 1] == "the" else at - 1
    return before > first and bool(tags[before] & PREP)


def describe(draft: Draft, spans: Sequence[tuple[int, int]]) -> Described:
    """Return what the words of a source say."""
    start, end = spans[0]
    tokens = draft.tokens
    first, last = tokens.at(start), bisect_left(tokens.starts, end)
    words, tags = tokens.words, tokens.tags
    text = draft.text[start:end]
    if last <= first:
        return Described(text)
    if last - first == 1 and words[first] in pronouns() and not (text.isupper() and len(text) > 1):
        return Described(text, pronoun=words[first])
    head = _head(words, tags, first, last)
    outlet = _outlet(words, first, head)
    run = name_run(words, tags, first, head)
    if run is not None and _names_another(words, tags, first, run):
        run = None
    elif run is None and head + 1 < last and tags[head] & COMMA and not tags[head + 1] & REL:
        run = name_run(words, tags, head, last)  # "the chairman, Jon Berg"
    roles = roles_in(words, first, head) or (roles_in(words, head, last) if head < last and run is not None else [])
    if not roles and head < last:
        roles = roles_in(words, head, last)
    mentions = draft.states_in(start, end)
    own, forms = _own_states(draft, mentions, roles)
    name = None
    if run is not None:
        name = _clean(draft.text[tokens.starts[run[0]] : tokens.ends[run[1] - 1]])
    head_text = draft.text[tokens.starts[first] : tokens.ends[head - 1]]
    plain = _without_the(head_text)
    group = words[head - 1] in word_list("groups") or any(r.plural for r in roles)
    return Described(
        text,
        name=name,
        roles=tuple(roles),
        role_text=_role_text(draft, roles, run),
        states=own,
        forms=forms,
        whole_state=_whole(draft, mentions, first, head),
        organisation=plain if _is_organisation(words, tags, first, head) else None,
        outlet=outlet,
        definite=words[first] in ("the", "this", "that"),
        plural=group or _is_list(words, first, head, own),
        one_of=words[first] in ("one", "a", "an", "another") and not run,
        bloc=plain.lower() in word_list("blocs") or " ".join(words[first:head]) in word_list("blocs"),
        possessive=words[first]
        if (tags[first] & POSS and not tags[first] & CAP) or words[first] in pronouns()
        else None,
    )


def _head(words: Sequence[str], tags: Sequence[int], first: int, last: int) -> int:
    """Return where the phrase ends and what is added to it begins: a comma outside a list, "who", a bracket."""
    for i in range(first + 1, last):
        tag = tags[i]
        if tag & (OPEN | DASH) or (tag & REL and not tag & DET) or words[i] in ("who", "whose", "which"):
            return i
        if tag & COMMA:
            rest = words[i + 1 : last]
            listed = "and" in rest[:8] and "," not in rest and not any(t & DET for t in tags[i + 1 : last])
            if not listed or not tags[i + 1] & CAP:
                return i
    return last


def _outlet(words: Sequence[str], first: int, head: int) -> str | None:
    """Return the outlet that is itself the source: the whole head, or "the newspaper Izvestia"."""
    at = first + 1 if words[first] == "the" else first
    found = outlet_at(tuple(words[at:head]), 0, head - at) if at < head else None
    if found and at + found[1] == head:
        return found[0]
    if words[first] == "the":
        whole = outlet_named(" ".join(words[first:head]))
        if whole:
            return whole
    for i in range(at, head):
        if words[i] in ("agency", "newspaper", "daily", "broadcaster", "outlet", "channel") and i + 1 < head:
            named = outlet_at(tuple(words[i + 1 : head]), 0, head - i - 1)
            if named and i + 1 + named[1] == head:
                return named[0]
    return None


def outlet_of(draft: Draft, span: tuple[int, int]) -> str | None:
    """Return the outlet that a source is, None where it is no outlet or more than one."""
    tokens = draft.tokens
    first, last = tokens.at(span[0]), bisect_left(tokens.starts, span[1])
    if last <= first or last - first > 12:
        return None
    return _outlet(tokens.words, first, _head(tokens.words, tokens.tags, first, last))


def _own_states(
    draft: Draft, mentions: Sequence[StateMention], roles: Sequence[RoleAt]
) -> tuple[tuple[str, ...], tuple[str, ...]]:
    """Return the States whose office or group the words name; those behind "to" or "for" are somebody else's."""
    codes: list[str] = []
    forms: list[str] = []
    words = draft.tokens.words
    for m in mentions:
        at = draft.tokens.at(m.start)
        before = words[at - 1] if at else ""
        if before == "the" and at > 1:
            before = words[at - 2]
        behind = any(r.last <= at for r in roles)
        if (behind and before in word_set("away")) or before == "than":
            continue
        if m.code not in codes:
            codes.append(m.code)
            forms.append(m.form)
    if len(codes) > 1 and "UN" in codes:  # "the Russian ambassador to the UN", "US official at the Security Council"
        at = codes.index("UN")
        del codes[at], forms[at]
    return tuple(codes), tuple(forms)


def _whole(draft: Draft, mentions: Sequence[StateMention], first: int, head: int) -> str | None:
    """Return the form by which the whole phrase is one State ("Moscow", "the Kremlin"), None where it is more."""
    if len(mentions) != 1:
        return None
    m, begin, end = mentions[0], draft.tokens.starts[first], draft.tokens.ends[head - 1]
    if draft.tokens.words[first] == "the" and m.start > begin:
        begin = draft.tokens.starts[first + 1] if head > first + 1 else begin
    return m.form if m.start <= begin and m.end >= end else None


def _is_organisation(words: Sequence[str], tags: Sequence[int], first: int, head: int) -> bool:
    """Say whether the head word is one of an organisation: "the Foreign Ministry", "Sea Trade Co"."""
    last = head - 1
    while last > first and (words[last] == "." or tags[last] & MARK):
        last -= 1
    if words[last] in word_list("organisations"):
        return True
    for i in range(first, head - 1):
        if words[i] in word_list("organisations") and words[i + 1] in ("of", "for", "on", "in"):
            return not any(
                tags[j] & _FUNCTION and words[j] not in ("of", "for", "on", "in", "and") for j in range(first, i)
            )
    return False


def _is_list(words: Sequence[str], first: int, head: int, own: tuple[str, ...]) -> bool:
    return len(own) > 1 and "and" in words[first:head]


def _role_text(draft: Draft, roles: Sequence[RoleAt], run: tuple[int, int] | None) -> str | None:
    if not roles:
        return None
    tokens = draft.tokens
    first, last = roles[0].first, max(r.last for r in roles)
    if run is not None and first < run[0] < last:
        last = roles[0].last
    return _clean(draft.text[tokens.starts[first] : tokens.ends[last - 1]])


def _without_the(text: str) -> str:
    low = text.lower()
    return text[4:] if low.startswith("the ") else text


def _clean(text: str) -> str:
    """Return words with single blanks, and a name without a genitive."""
    out = " ".join(text.replace("\u00a0", " ").split())
    for ending in ("’s", "'s"):
        out = out.removesuffix(ending)
    return out
