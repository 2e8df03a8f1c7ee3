"""The closed words: one word for one thing, each with its meaning."""

import pytest

from resolute.ground.errors import UnknownWord, nearest
from resolute.ground.rows import read_yaml, table
from resolute.ground.vocabulary import Word, groups, known, meaning, words

VOCABULARIES = sorted(read_yaml(table("vocabulary.yaml")).data)


@pytest.mark.parametrize("vocabulary", VOCABULARIES)
def test_every_word_stands_once_and_means_something(vocabulary):
    listed = [word for group in groups(vocabulary).values() for word in group]
    assert len(listed) == len(set(listed)) == len(words(vocabulary))
    assert all(meaning(vocabulary, word).strip() for word in listed)
    assert all(known(vocabulary, word) for word in listed)


@pytest.mark.parametrize(
    ("vocabulary", "word", "near"),
    [
        ("act", "procured", "procure"),
        ("act", "ship to ship", "ship-to-ship"),
        ("act", "jointventure", "joint-venture"),
        ("verdict", "forbidden", None),
        ("party-role", "consigner", "consignor"),
        ("event-status", "claim", "claimed"),
    ],
)
def test_an_unknown_word_is_refused_with_the_nearest(vocabulary, word, near):
    with pytest.raises(UnknownWord) as caught:
        Word(vocabulary).check(word, ("act",))
    assert f"`{word}` is not a word of the vocabulary `{vocabulary}`" in str(caught.value)
    assert (f"`{near}`" if near else "one of: ") in caught.value.wanted


def test_nothing_near_is_nothing():
    assert nearest("zzzz", ["supply", "procure"]) == []


def test_a_word_and_a_vocabulary_that_do_not_exist_are_faults_of_the_caller():
    with pytest.raises(KeyError):
        meaning("act", "smuggle")
    with pytest.raises(KeyError):
        words("acts")
