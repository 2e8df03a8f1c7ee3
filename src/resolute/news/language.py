"""One language as the steps need it: its cues and its word classes, read strictly from `lexicon/`.

Everything a linguist may correct stands in the tables; this file only reads them and grows the forms of the verbs.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from functools import cache
from pathlib import Path
from typing import Any

from resolute.ground.errors import FieldRefused, UnknownWord
from resolute.ground.rows import Tree, read_yaml
from resolute.ground.vocabulary import Word
from resolute.news.tags import TAG

__all__ = ["LEXICON", "TAG", "Cue", "Language", "grow", "load_language", "word_set", "words_table"]

LEXICON = Path(__file__).parent / "lexicon"

FRAMES = frozenset(
    [
        "that",
        "wh",
        "quote",
        "tail",
        "to",
        "np",
        "np-that",
        "np-to",
        "np-of",
        "np-for",
        "np-as",
        "np-np",
        "np-wh",
        "so",
        "of",
        "from",
        "for",
        "about",
        "to-np",
    ]
)
RATES = ("high", "frame", "quote")


@dataclass(frozen=True, slots=True)
class Cue:
    """An entry of the cue lexicon. `rate`: how surely the word marks a statement; `frames`: what may surround it."""

    lemma: str
    particles: tuple[str, ...]
    frames: frozenset[str]
    prepositions: tuple[str, ...]
    object_prepositions: tuple[str, ...]
    stance: str
    rate: str
    noun: bool = False


@dataclass(frozen=True, slots=True)
class Language:
    """Tables of one language. `verb_cues` go from each form to its entries, those with particles first."""

    code: str
    verb_cues: Mapping[str, tuple[Cue, ...]]
    noun_cues: Mapping[str, Cue]
    hedges: frozenset[str]
    tags: Mapping[str, int]
    abbreviations: frozenset[str]
    soft_abbreviations: frozenset[str]
    lists: Mapping[str, frozenset[str]]


@cache
def words_table() -> Mapping[str, Any]:
    """Return `words.yaml`, read once."""
    data: Mapping[str, Any] = read_yaml(LEXICON / "words.yaml").data
    return data


@cache
def word_set(name: str) -> frozenset[str]:
    """Return one of the small closed sets of English words under `sets` in `words.yaml`."""
    return frozenset(words_table()["sets"][name])


@cache
def load_language(code: str = "en") -> Language:
    """Read the tables of a language. Raises InputRefused with file and line for what a table should not hold."""
    cues = read_yaml(LEXICON / f"{code}.yaml")
    words = words_table()
    verbs: dict[str, list[Cue]] = {}
    tags = _word_tags(words)
    for lemma, row in cues.data["verbs"].items():
        entry = _cue(cues, "verbs", lemma, row)
        for form, tag in _forms(lemma.split()[0], row.get("forms"), words).items():
            verbs.setdefault(form, []).append(entry)
            tags[form] = tags.get(form, 0) | tag
    nouns = {}
    for lemma, row in cues.data["nouns"].items():
        entry = _cue(cues, "nouns", lemma, row, noun=True)
        for form in (lemma, row.get("plural")):
            if form:
                nouns[form] = entry
    hedges = frozenset(cues.data["hedges"])
    for word in [*verbs, *nouns, *hedges, "according"]:
        tags[word] = tags.get(word, 0) | TAG["CUE"]
    for word in hedges:
        tags[word] |= TAG["ADV"]
    for word in words["nouns"]:
        tags[word] = tags.get(word, 0) | TAG["NOUN"]
    return Language(
        code,
        {form: tuple(sorted(found, key=lambda c: -len(c.particles))) for form, found in verbs.items()},
        nouns,
        hedges,
        tags,
        frozenset(words["abbreviations"]),
        frozenset(words["abbreviations_of_names"]),
        {
            name: frozenset(words[name])
            for name in ("times", "time_openers", "occasions", "negations", "be", "have", "noun_like")
        },
    )


def _cue(tree: Tree, group: str, lemma: str, row: Mapping[str, Any], *, noun: bool = False) -> Cue:
    """Return one entry, every field of it used or refused."""
    allowed = {"frames", "stance", "example"} | ({"plural"} if noun else {"forms", "rate"})
    try:
        for name in row:
            if name not in allowed:
                raise UnknownWord((name,), name, allowed, "a field of a cue")
        if not row.get("example"):
            raise FieldRefused(("example",), "is missing", "an invented sentence that shows the cue")
        frames, after, object_after = _frames(row["frames"])
        Word("stance").check(row["stance"], ("stance",))
        rate = row.get("rate", "frame")
        if rate not in RATES:
            raise UnknownWord(("rate",), rate, RATES, "a rate")
    except FieldRefused as e:
        raise tree.refused(e, (group, lemma)) from e
    return Cue(lemma, tuple(lemma.split()[1:]), frames, after, object_after, row["stance"], rate, noun)


def _frames(names: Iterable[str]) -> tuple[frozenset[str], tuple[str, ...], tuple[str, ...]]:
    plain, after, object_after = set(), [], []
    for i, name in enumerate(names):
        if name.startswith("p:"):
            after.append(name[2:])
        elif name.startswith("np-p:"):
            object_after.append(name[5:])
        elif name in FRAMES:
            plain.add(name)
        else:
            raise UnknownWord(("frames", i), name, FRAMES, "a frame")
    return frozenset(plain), tuple(after), tuple(object_after)


def _word_tags(words: Mapping[str, Any]) -> dict[str, int]:
    """Return the classes of each word of `words.yaml`, the forms of its verbs grown."""
    tags: dict[str, int] = {}
    for group, name in (
        ("determiners", "DET"), ("possessives", "POSS"), ("subject_pronouns", "SUBJ"), ("object_pronouns", "OBJ"),
        ("prepositions", "PREP"), ("subordinators", "SUB"), ("coordinators", "CO"), ("relatives", "REL"),
        ("auxiliaries", "AUX"), ("be", "BE"), ("have", "HAVE"), ("modals", "MODAL"), ("negations", "NEG"),
        ("adverbs", "ADV"), ("times", "TIME"),
    ):  # fmt: skip
        for word in words[group]:
            tags[word] = tags.get(word, 0) | TAG[name]
    for word in words["contracted_pronouns"]:
        tags[word] = tags.get(word, 0) | TAG["SUBJ"] | TAG["AUX"] | TAG["CONTRACTED"]
    for word in ("do", "does", "did", "don't", "doesn't", "didn't"):
        tags[word] |= TAG["DO"]
    for lemma in [*words["verbs"], *words["irregular"]]:
        for form, tag in _forms(lemma, None, words).items():
            tags[form] = tags.get(form, 0) | tag
    tags["that"] |= TAG["THAT"]
    tags["to"] |= TAG["TO"]
    return tags


def _forms(lemma: str, given: list[str] | None, words: Mapping[str, Any]) -> dict[str, int]:
    """Return the forms of a verb with the class of each; `given` forms are told apart by their endings."""
    if given is None:
        return grow(lemma, words["irregular"].get(lemma), doubles=lemma in words["doubling"])
    forms = {lemma: TAG["PLAIN"]}
    for form in given:
        if form.endswith("ing"):
            tag = TAG["ING"]
        elif form.endswith("s") and form != lemma and form[:2] == lemma[:2]:
            tag = TAG["S"]
        else:
            tag = TAG["PAST"] | TAG["PART"]
        forms[form] = forms.get(form, 0) | tag
    return forms


def grow(lemma: str, irregular: list[str] | None = None, *, doubles: bool = False) -> dict[str, int]:
    """Return the English forms of a verb and the class of each: `plan` gives plans, planned, planning."""
    stem = lemma + lemma[-1] if doubles else lemma
    if lemma.endswith("y") and lemma[-2:-1] not in "aeou":
        third, past = lemma[:-1] + "ies", lemma[:-1] + "ied"
    elif lemma.endswith(("s", "x", "z", "ch", "sh", "o")):
        third, past = lemma + "es", stem + "ed"
    elif lemma.endswith("e"):
        third, past = lemma + "s", lemma + "d"
    else:
        third, past = lemma + "s", stem + "ed"
    if lemma.endswith("ie"):
        present = lemma[:-2] + "ying"
    elif lemma.endswith("e") and not lemma.endswith(("ee", "oe", "ye")):
        present = lemma[:-1] + "ing"
    else:
        present = stem + "ing"
    forms: dict[str, int] = {}
    past, part = irregular or (past, past)
    for form, name in ((lemma, "PLAIN"), (third, "S"), (past, "PAST"), (part, "PART"), (present, "ING")):
        forms[form] = forms.get(form, 0) | TAG[name]
    return forms
