"""Findings on small invented articles, read and joined whole."""

import pytest

from resolute.workbench import Workbench


@pytest.fixture(scope="module")
def bench():
    return Workbench.opened()


def brief_of(bench, tmp_path, **articles):
    for name, text in articles.items():
        (tmp_path / f"{name}.txt").write_text(text, encoding="utf-8")
    return bench.brief(str(tmp_path))


def test_arms_for_somebody_else_engage_nothing(bench, tmp_path):
    brief = brief_of(bench, tmp_path, a="The minister said that Norway had supplied weapons to Chile.\n")
    assert not any(f.engaged for f in brief.findings)


def test_a_denial_that_names_the_charge_is_not_general(bench, tmp_path):
    text = (
        "A U.S. State Department spokesman said North Korea had shipped munitions to Russia.\n\n"
        "Moscow has rejected the allegations.\n"
    )
    (finding,) = [f for f in brief_of(bench, tmp_path, a=text).findings if f.engaged]
    assert [(s.stance, s.on_behalf_of, s.general) for s in finding.standings if s.stance == "denies"] == [
        ("denies", ("RU",), False)
    ]


def test_what_an_article_tells_as_fact_names_nobody(bench, tmp_path):
    brief = brief_of(bench, tmp_path, a="North Korea tested a nuclear device on 3 September 2017.\n")
    (finding,) = brief.findings
    assert finding.standings == ()
    assert "nobody named for it, in article A" in " ".join(s.text for s in finding.against)


def test_a_refused_permit_stands_apart_from_workers_who_stay(bench, tmp_path):
    text = (
        "The envoy said that some North Korean workers had to stay in Russia.\n\n"
        "The ministry in Moscow refused work permits for North Korean builders.\n"
    )
    titles = {f.title for f in brief_of(bench, tmp_path, a=text).findings}
    assert "Russia refuses to employ or permit North Korean workers" in titles
    assert all("employed or permitted" not in t for t in titles)


def test_an_article_on_another_subject_yields_no_finding(bench, tmp_path):
    text = (
        "The mayor of Oslo said on Monday that the port would launch a new website and ship more jobs to the north.\n"
    )
    brief = brief_of(bench, tmp_path, a=text)
    assert (brief.findings, brief.corrections, brief.contradictions) == ((), (), ())


def test_the_same_file_twice_is_read_once(bench, tmp_path):
    text = "North Korea tested a nuclear device on 3 September 2017.\n"
    brief = brief_of(bench, tmp_path, a=text, b=text)
    assert (len(brief.articles), len(brief.origins)) == (1, 2)
