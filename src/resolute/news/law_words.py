"""The words by which news speaks of law, read from `lexicon/law_words.yaml`."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from functools import cache
from typing import Any

from resolute.ground.rows import read_yaml
from resolute.ground.text import Phrase, Phrases
from resolute.news.frames import conjugation, load_frames
from resolute.news.language import LEXICON, grow

__all__ = ["LawVerb", "LawWords", "law_forms", "law_words"]


@dataclass(frozen=True, slots=True)
class LawVerb:
    """A form of a verb of law: its lemma, the particle that must follow, the class of the form, what it does."""

    lemma: str
    particle: tuple[str, ...]
    tag: int
    does: tuple[str, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class LawWords:
    """The tables of `law_words.yaml`, as phrases to be found and as sets of words."""

    bodies: Phrases[str]
    orders: Mapping[str, str]
    instruments: Phrases[str]
    plain: frozenset[str]
    qualifiers: frozenset[str]
    ordinal: frozenset[str]
    unilateral: frozenset[str]
    verbs: Mapping[str, tuple[LawVerb, ...]]
    forms: Mapping[str, int]
    adopting: frozenset[str]
    endings: Mapping[str, str]
    bans: frozenset[str]
    addressees: Phrases[str]
    watchers: Phrases[str]
    before_watchers: frozenset[str]
    statutes: Phrases[str]
    pointing: Phrases[str]
    goes_on: tuple[str, ...]
    duty_told: frozenset[str]
    subjects: Phrases[str]


@cache
def law_words() -> LawWords:
    """Read the table. Raises InputRefused with file and line for broken YAML."""
    data: dict[str, Any] = read_yaml(LEXICON / "law_words.yaml").data
    verbs = _verbs(data["verbs"])
    return LawWords(
        bodies=Phrases(Phrase(name, order) for order, names in data["bodies"].items() for name in names),
        orders=data["orders"],
        instruments=Phrases(Phrase(w, w, any_case=True) for w in data["instruments"]),
        plain=frozenset(data["plain"]),
        qualifiers=frozenset(data["qualifiers"]),
        ordinal=frozenset(data["ordinal"]),
        unilateral=frozenset(data["unilateral"]),
        verbs=verbs,
        forms={form: _united(v.tag for v in found) for form, found in verbs.items()},
        adopting=frozenset(data["adopting"]),
        endings={noun: outcome for outcome, nouns in data["endings"].items() for noun in nouns},
        bans=frozenset(form for w in data["bans"] for form in (w, w + "s", w + "es")),
        addressees=_plainly(data["addressees"]),
        watchers=Phrases(
            Phrase(w, "" if order == "none" else order, any_case=not w.isupper())
            for order, names in data["watchers"].items()
            for w in names
        ),
        before_watchers=frozenset(data["before_watchers"]),
        statutes=Phrases(Phrase(name, order) for order, names in data["statutes"].items() for name in names),
        pointing=Phrases(Phrase(w, w) for w in data["pointing"]),
        goes_on=tuple(data["goes_on"]),
        duty_told=frozenset(data["duty_told"]),
        subjects=Phrases(Phrase(w, line, any_case=True) for line, words in data["subjects"].items() for w in words),
    )


@cache
def law_forms() -> Mapping[str, int]:
    """Return the word classes of the verbs of law and of the event frames together."""
    return {**load_frames().forms, **law_words().forms}


def _plainly(words: Iterable[str]) -> Phrases[str]:
    return Phrases(Phrase(w, w, any_case=True) for w in words)


def _united(tags: Iterable[int]) -> int:
    out = 0
    for tag in tags:
        out |= tag
    return out


def _verbs(groups: Mapping[str, list[str]]) -> dict[str, tuple[LawVerb, ...]]:
    """Return the verbs of law by form; one lemma may do several things."""
    words = conjugation()
    does: dict[tuple[str, tuple[str, ...]], list[str]] = {}
    for group, lemmas in groups.items():
        for verb in lemmas:
            lemma, *rest = verb.split()
            does.setdefault((lemma, tuple(rest)), []).append(group)
    out: dict[str, list[LawVerb]] = {}
    for (lemma, particle), groups_of in does.items():
        grown = grow(lemma, words["irregular"].get(lemma), doubles=lemma in words["doubling"])
        for form, tag in grown.items():
            out.setdefault(form, []).append(LawVerb(lemma, particle, tag, tuple(groups_of)))
    return {form: tuple(sorted(found, key=lambda v: -len(v.particle))) for form, found in out.items()}
