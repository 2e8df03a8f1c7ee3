"""Event frames and the words around them, read strictly from `lexicon/frames.yaml`.

A frame tells by which verbs and nouns news tells an act, and where those who take part stand. Nothing here looks at a
text: `clause.py` finds who stands where, `steps/events.py` lays the two together.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from functools import cache, reduce
from operator import or_
from typing import Any

from resolute.ground.errors import FieldRefused, UnknownWord
from resolute.ground.goods import Goods, all_goods
from resolute.ground.rows import Tree, read_yaml
from resolute.ground.text import Phrase, Phrases
from resolute.ground.vocabulary import Word
from resolute.news.language import LEXICON, TAG, grow

__all__ = [
    "AnswerWords",
    "Frame",
    "Frames",
    "Trigger",
    "answer_words",
    "conjugation",
    "goods_of_class",
    "grammar",
    "load_frames",
]

PLAIN_CLASSES = frozenset({"goods", "state", "nationals-of", "number", "named", "any", "none"})
NEEDS = frozenset({"from", "to", "via", "place", "state", "two-states", "goods", "funds", "past"})
ENDS = frozenset({"from", "to", "via", "at"})


@dataclass(frozen=True, slots=True, kw_only=True)
class Frame:
    """How one kind of act or happening is told; the fields are those of the head of `frames.yaml`."""

    name: str
    act: str | None = None
    happening: str | None = None
    verbs: tuple[str, ...] = ()
    nouns: tuple[str, ...] = ()
    object: tuple[str, ...] = ()
    subject: tuple[str, ...] = ()
    actor: str = "subject"
    place: Mapping[str, str]
    party: Mapping[str, str]
    self_end: str | None = None
    home: str | None = None
    goods: tuple[str, ...] = ()
    implies: str | None = None
    words: frozenset[str] = frozenset()
    not_words: frozenset[str] = frozenset()
    needs: frozenset[str] = frozenset()
    mode: str = "does"
    under: str | None = None
    existential: bool = False
    within: str | None = None
    example: str = ""
    counter: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Trigger:
    """A form of a verb, the particle that must follow, the class of the form, and the frames it opens."""

    lemma: str
    particle: tuple[str, ...]
    tag: int
    frames: tuple[Frame, ...]


@dataclass(frozen=True, slots=True)
class Frames:
    """All frames, by the forms of their verbs and by their nouns; classes of nouns; governors by form."""

    every: tuple[Frame, ...]
    verbs: Mapping[str, tuple[Trigger, ...]]
    forms: Mapping[str, int]
    nouns: Phrases[tuple[Frame, ...]]
    classes: Phrases[tuple[str, ...]]
    governing_verbs: Mapping[str, tuple[str, ...]]
    governing_nouns: Mapping[str, str]
    governing_adjectives: Mapping[str, str]
    before_ing: Mapping[str, str]
    dealing: frozenset[str]
    words: Mapping[str, frozenset[str]]


@dataclass(frozen=True, slots=True)
class Grammar:
    """Words by which clauses and phrases are told apart; see `grammar` in `frames.yaml`."""

    openers: frozenset[str]
    plural: frozenset[str]
    quantifiers: frozenset[str]
    measures: frozenset[str]
    dealt: frozenset[str]
    second_objects: frozenset[str]
    parting: frozenset[str]


@dataclass(frozen=True, slots=True)
class AnswerWords:
    """Words by which a text says that somebody answers an accusation; see `answers` in `frames.yaml`."""

    allegations: Phrases[bool]
    openers: tuple[str, ...]
    keeping: Phrases[bool]


@cache
def answer_words() -> AnswerWords:
    """Return the words of answers."""
    lists: dict[str, list[str]] = _tree().data["answers"]
    allegations = Phrases(Phrase(w, True, any_case=True) for w in lists["allegations"])
    keeping = Phrases(Phrase(w, True, any_case=True) for w in lists["keeping"])
    return AnswerWords(allegations, tuple(lists["openers"]), keeping)


_WORD_LISTS = (
    "conditional", "doubt", "evidence", "generic", "hearsay_adverbs", "future", "would", "maybe", "duty", "denying",
    "habit",
)  # fmt: skip


@cache
def _tree() -> Tree:
    return read_yaml(LEXICON / "frames.yaml")


@cache
def grammar() -> Grammar:
    """Return the words that part clauses and phrases."""
    lists: dict[str, list[str]] = _tree().data["grammar"]
    first = ("clause_openers", "plural_determiners", "quantifiers", "measures", "dealt")
    names = (*first, "second_objects", "parting_particles")
    return Grammar(*(frozenset(lists[name]) for name in names))


def goods_of_class(name: str, found: Goods) -> bool:
    """Say whether goods belong to a class of a frame: `goods` is any, `goods:arms` an id, a wider good or a topic."""
    if name == "goods":
        return True
    key = name.removeprefix("goods:")
    return name.startswith("goods:") and key in (found.id, found.topic, *found.also)


@cache
def load_frames() -> Frames:
    """Read the frames. Raises InputRefused with file and line for what the table should not hold."""
    tree = _tree()
    data: dict[str, Any] = tree.data
    irregular = conjugation()
    every = tuple(_frame(tree, name, row) for name, row in data["frames"].items())
    gov = data["governors"]
    triggers = _triggers(every, irregular)
    verbs: dict[str, tuple[str, ...]] = {}
    for kind, lemmas in gov["verbs"].items():
        for lemma in lemmas:
            for form in _grown(lemma, irregular):
                verbs[form] = tuple(dict.fromkeys((*verbs.get(form, ()), kind)))
    return Frames(
        every=every,
        verbs=triggers,
        forms=_forms(triggers, gov["verbs"], irregular),
        nouns=_nouns(every),
        classes=_classes(data["classes"]),
        governing_verbs=verbs,
        governing_nouns={word: kind for kind, words in gov["nouns"].items() for word in words},
        governing_adjectives={word: kind for kind, words in gov["adjectives"].items() for word in words},
        before_ing={word: kind for kind, words in gov["before_ing"].items() for word in words},
        dealing=frozenset(form for lemma in gov["dealing"] for form in _grown(lemma.split()[0], irregular)),
        words={key: frozenset(gov[key]) for key in _WORD_LISTS},
    )


@cache
def conjugation() -> Mapping[str, Any]:
    """Return irregular verbs and those that double a consonant: the language's table and the frames' own."""
    own = _tree().data["grammar"]
    words = read_yaml(LEXICON / "words.yaml").data
    return {
        "irregular": {**words["irregular"], **own["irregular"]},
        "doubling": frozenset([*words["doubling"], *own["doubling"]]),
    }


def _forms(
    triggers: Mapping[str, tuple[Trigger, ...]], governors: Mapping[str, list[str]], words: Mapping[str, Any]
) -> dict[str, int]:
    """Return the word classes of every form of a verb of the table."""
    forms = {form: _any(t.tag for t in found) for form, found in triggers.items()}
    for lemmas in governors.values():
        for lemma in lemmas:
            for form, tag in _grown(lemma, words).items():
                forms[form] = forms.get(form, 0) | tag
    return forms


def _any(tags: Iterable[int]) -> int:
    return reduce(or_, tags, 0)


def _grown(lemma: str, words: Mapping[str, Any]) -> dict[str, int]:
    """Return the forms of a verb. Those of "be" are more than the rules of English grow."""
    if lemma == "be":
        return dict.fromkeys(("is", "are", "was", "were", "been", "be"), TAG["PAST"])
    forms = grow(lemma, words["irregular"].get(lemma), doubles=lemma in words["doubling"])
    if lemma.endswith("fuel"):  # both spellings stand in news: refueled, refuelled
        forms |= {lemma + "led": TAG["PAST"] | TAG["PART"], lemma + "ling": TAG["ING"]}
    return forms


def _triggers(every: tuple[Frame, ...], words: Mapping[str, Any]) -> dict[str, tuple[Trigger, ...]]:
    by_form: dict[tuple[str, str, tuple[str, ...], int], list[Frame]] = {}
    for frame in every:
        for verb in frame.verbs:
            lemma, *rest = verb.split()
            for form, tag in _grown(lemma, words).items():
                by_form.setdefault((form, lemma, tuple(rest), tag), []).append(frame)
    out: dict[str, list[Trigger]] = {}
    for (form, lemma, particle, tag), frames in by_form.items():
        out.setdefault(form, []).append(Trigger(lemma, particle, tag, tuple(frames)))
    return {form: tuple(sorted(found, key=lambda t: -len(t.particle))) for form, found in out.items()}


def _nouns(every: tuple[Frame, ...]) -> Phrases[tuple[Frame, ...]]:
    by_noun: dict[str, list[Frame]] = {}
    for frame in every:
        for noun in frame.nouns:
            by_noun.setdefault(noun, []).append(frame)
    return Phrases(Phrase(noun, tuple(frames), any_case=True) for noun, frames in by_noun.items())


def _classes(classes: Mapping[str, list[str]]) -> Phrases[tuple[str, ...]]:
    by_noun: dict[str, list[str]] = {}
    for name, nouns in classes.items():
        for noun in nouns:
            by_noun.setdefault(noun, []).append(name)
    for noun, names in by_noun.items():  # a plural that stands in one class keeps the classes of its singular
        names += [n for n in by_noun.get(noun.removesuffix("s"), ()) if n not in names]
    return Phrases(
        Phrase(noun, tuple(names), any_case=not noun.isupper()) for noun, names in by_noun.items() if noun[0].isalnum()
    )


def _frame(tree: Tree, name: str, row: Mapping[str, Any]) -> Frame:
    """Return one frame, every field of it used or refused."""
    fields = {
        "act", "happening", "verbs", "nouns", "object", "subject", "actor", "place", "party", "self", "home", "goods",
        "implies", "words", "not", "needs", "mode", "under", "existential", "within", "example", "counter",
    }  # fmt: skip
    try:
        for key in row:
            if key not in fields:
                raise UnknownWord((key,), key, fields, "a field of a frame")
        return _checked(tree, name, row)
    except FieldRefused as e:
        raise tree.refused(e, ("frames", name)) from e


def _checked(tree: Tree, name: str, row: Mapping[str, Any]) -> Frame:
    lists: Mapping[str, list[str]] = tree.data["word_lists"]
    known = PLAIN_CLASSES | frozenset(tree.data["classes"])
    for key, vocabulary in (("act", "act"), ("happening", "event-kind"), ("mode", "mode")):
        if key in row:
            Word(vocabulary).check(row[key], (key,))
    if not ("act" in row or "happening" in row):
        raise FieldRefused(("act",), "is missing", "an act or a happening")
    if not row.get("example"):
        raise FieldRefused(("example",), "is missing", "an invented sentence that tells it")
    for key in ("object", "subject"):
        for i, word in enumerate(row.get(key, ())):
            _check_class(word, known, (key, i))
    for prep, end in row.get("place", {}).items():
        _check_among(end, ENDS, ("place", prep), "an end")
    for i, need in enumerate(row.get("needs", ())):
        _check_among(need, NEEDS, ("needs", i), "a need")
    for prep, role in row.get("party", {}).items():
        if role != "none":
            Word("party-role").check(role, ("party", prep))
    words, without = row.get("words", ()), row.get("not", ())
    return Frame(
        name=name,
        act=row.get("act"),
        happening=row.get("happening"),
        verbs=tuple(row.get("verbs", ())),
        nouns=tuple(row.get("nouns", ())),
        object=tuple(row.get("object", ())),
        subject=tuple(row.get("subject", ())),
        actor=row.get("actor", "subject"),
        place=row.get("place", {}),
        party=row.get("party", {}),
        self_end=row.get("self"),
        home=row.get("home"),
        goods=tuple(row.get("goods", ())),
        implies=row.get("implies"),
        words=frozenset(lists[words] if isinstance(words, str) else words),
        not_words=frozenset(lists[without] if isinstance(without, str) else without),
        needs=frozenset(row.get("needs", ())),
        mode=row.get("mode", "does"),
        under=row.get("under"),
        existential=row.get("existential", False),
        within=row.get("within"),
        example=row["example"],
        counter=tuple(row.get("counter", ())),
    )


def _check_class(word: str, known: frozenset[str], path: tuple[str | int, ...]) -> None:
    if word.startswith("goods:"):
        key = word.removeprefix("goods:")
        if not any(key in (g.id, g.topic, *g.also) for g in all_goods()):
            raise FieldRefused(path, f"is `{word}`", "goods: and an id, a wider good or a topic of the table of goods")
    elif word not in known:
        raise UnknownWord(path, word, known, "a class of nouns")


def _check_among(word: str, known: frozenset[str], path: tuple[str | int, ...], what: str) -> None:
    if word not in known:
        raise UnknownWord(path, word, known, what)
