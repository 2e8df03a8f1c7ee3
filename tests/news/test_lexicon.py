"""The cue lexicon: every entry works in the sentence that shows it, and a table with an odd word is refused."""

from __future__ import annotations

import pytest

from news.heard import draft
from resolute.ground.errors import InputRefused, UnknownWord
from resolute.ground.rows import Tree, read_yaml
from resolute.news.language import LEXICON, _cue, grow, load_language
from resolute.news.tags import ING, PART, PAST, PLAIN, S

TABLE = read_yaml(LEXICON / "en.yaml").data
ENTRIES = [(lemma, row) for group in ("verbs", "nouns") for lemma, row in TABLE[group].items()]


@pytest.mark.parametrize(("lemma", "row"), ENTRIES, ids=[f"{lemma}-{'plural' in row}" for lemma, row in ENTRIES])
def test_every_entry_hands_over_the_statement_of_its_own_example(lemma, row):
    found = draft(row["example"], "claims").found
    lemmas = {f.entry.lemma for f in found if f.entry}
    if any(f.rule == "quoted as saying" for f in found):
        lemmas.add("quote")
    assert lemma in lemmas


def test_no_form_is_claimed_twice_by_the_same_particles():
    for form, entries in load_language().verb_cues.items():
        particles = [e.particles for e in entries]
        assert len(particles) == len(set(particles)), form


@pytest.mark.parametrize(
    ("lemma", "forms"),
    [
        ("deny", {"deny": PLAIN, "denies": S, "denied": PAST | PART, "denying": ING}),
        ("urge", {"urge": PLAIN, "urges": S, "urged": PAST | PART, "urging": ING}),
        ("stress", {"stress": PLAIN, "stresses": S, "stressed": PAST | PART, "stressing": ING}),
    ],
)
def test_forms_of_a_verb_are_grown_by_the_rules_of_english(lemma, forms):
    assert grow(lemma) == forms


@pytest.mark.parametrize(
    "row",
    [
        pytest.param({"frames": ["thta"], "stance": "asserts", "example": "x"}, id="a frame that is none"),
        pytest.param({"frames": ["that"], "stance": "assertz", "example": "x"}, id="a stance that is none"),
        pytest.param({"frames": ["that"], "stance": "asserts", "rate": "hi", "example": "x"}, id="a rate that is none"),
        pytest.param({"frames": ["that"], "stance": "asserts"}, id="no example"),
        pytest.param({"frames": ["that"], "stance": "asserts", "example": "x", "exmaple": "y"}, id="a field unknown"),
    ],
)
def test_an_odd_entry_is_refused_with_file_and_line(tmp_path, row):
    tree = Tree(tmp_path / "xx.yaml", {}, {("verbs", "mumble"): 7})
    with pytest.raises((InputRefused, UnknownWord), match=r"xx\.yaml:7"):
        _cue(tree, "verbs", "mumble", row)
