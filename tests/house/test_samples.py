"""The samples are ours, say so, and have the parts that a reader of this genre must cope with."""

from __future__ import annotations

import re
from pathlib import Path

import pytest

from house.tree import REPO

ARTICLES = sorted((REPO / "samples" / "articles").glob("*.txt"))
README = (REPO / "samples" / "README.md").read_text(encoding="utf-8")
SEEDS = REPO.parent / "shared" / "seeds"
NOTE = "Sample text written for Resolute. Outlet, speakers and quotations are invented;"
RUN_OF_WORDS = 8


def words(text: str) -> list[str]:
    return re.findall(r"\w+", text.casefold())


def runs(text: str) -> set[tuple[str, ...]]:
    """Return every run of eight words."""
    w = words(text)
    return set(zip(*(w[n:] for n in range(RUN_OF_WORDS)), strict=False))


def test_there_are_ten_articles():
    assert len(ARTICLES) == 10


@pytest.mark.parametrize("article", ARTICLES, ids=lambda p: p.stem)
def test_an_article_is_short_says_that_it_is_a_sample_and_is_explained(article: Path):
    text = article.read_text(encoding="utf-8")
    assert 200 <= len(words(text)) <= 450
    assert text.rstrip("\n").splitlines()[-1].startswith(NOTE)
    assert f"`{article.stem}`" in README


def test_no_sentence_is_taken_from_the_articles_beside_the_checkout():
    if not SEEDS.is_dir():
        pytest.skip("needs the articles in ../shared/seeds")
    theirs = set().union(*(runs(p.read_text(encoding="utf-8")) for p in SEEDS.glob("*.txt")))
    assert {p.stem: taken for p in ARTICLES if (taken := runs(p.read_text(encoding="utf-8")) & theirs)} == {}


def test_every_person_said_to_be_invented_speaks_or_writes_in_an_article():
    named = re.search(r"^- People: (.*?); every", README, flags=re.MULTILINE | re.DOTALL)
    assert named
    people = [" ".join(name.split()) for name in named[1].split(",")]
    everything = "\n".join(p.read_text(encoding="utf-8") for p in ARTICLES)
    assert len(people) == 13
    assert [name for name in people if name not in everything] == []
