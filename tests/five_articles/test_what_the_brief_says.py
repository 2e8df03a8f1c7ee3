"""The five articles that lie beside the project, read whole: what the brief says of each, and of them together.

The articles are no part of the project; where the folder is absent, so is this test.
"""

from pathlib import Path

import pytest

from resolute.cases.brief import build
from resolute.ground.forms import to_json
from resolute.workbench import Workbench

SEEDS = Path(__file__).resolve().parents[3] / "shared" / "seeds"
pytestmark = pytest.mark.skipif(not SEEDS.is_dir(), reason="the five articles do not lie beside this checkout")


@pytest.fixture(scope="module")
def brief():
    return Workbench.opened().brief(str(SEEDS))


@pytest.fixture(scope="module")
def articles(brief):
    return {a.document.name[:3]: a for a in brief.articles}


def claims_of(article, *words):
    return [c for c in article.claims if all(w in " ".join(s.text for s in c.content) for w in words)]


def the_claim(article, *words):
    found = [c for c in claims_of(article, *words) if c.nested_in is None]
    assert len(found) == 1, [c.content for c in found]
    return found[0]


def findings_with(brief, measure):
    return [f for f in brief.findings if any(c.measure == measure for c in f.cards)]


def the_finding(brief, article, words):
    """Return the finding that rests on an event of the article whose words hold these."""
    found = [
        f
        for f in brief.findings
        for e in article.events
        if f"{article.letter}.{e.id}" in f.events and any(words in s.text for s in e.spans)
    ]
    assert len(found) == 1, [f.title for f in found]
    return found[0]


def answer(finding, order):
    return next(a for v in finding.verdicts for a in v.answers if a.order == order)


def citation(article, words):
    found = [m for m in article.citations if words in m.span.text]
    assert found, [m.span.text for m in article.citations]
    return min(found, key=lambda m: len(m.span.text)).cited


def relation(brief, a, b):
    """Return the kinds of relation between events of two articles."""
    return {r.kind: r.why.text for r in brief.relations if {r.a[0], r.b[0]} == {a, b}}


# --- 000


def test_morgulov_quoted_by_ria_refuses_one_order_and_undertakes_the_other(articles):
    c = the_claim(articles["000"], "We will carry out only sanctions")
    assert (c.speaker.name, c.on_behalf_of) == ("Igor Morgulov", ("RU",))
    assert [(h.outlet, h.relation) for h in c.chain] == [("RIA", "quoted")]
    assert {"refuses", "commits"} <= {c.stance, *c.also}


def test_the_refused_expulsion_is_not_bound_by_the_us_and_open_under_the_council(brief, articles):
    f = the_finding(brief, articles["000"], "would not expel")
    assert answer(f, "us").direct.verdict == "not-bound"
    council = answer(f, "un").direct
    assert council.verdict == "depends"
    assert {"UNSCR-2094-10", "UNSCR-2270-13", "UNSCR-2321-33"} <= {m.id for m in council.measures}
    assert {"works_for_listed", "works_for_dprk_bank"} <= {m.fact for m in council.missing}


def test_coal_three_times_the_hub_and_the_onward_shipping_each_under_2371_8(brief, articles):
    a = articles["000"]
    shipped = the_claim(a, "at least three occasions")
    hub = the_claim(a, "transhipping hub")
    onward = the_claim(a, "then shipping it to South Korea and Japan")
    assert "intelligence sources" in shipped.source[0].text
    assert ([h.outlet for h in hub.chain], hub.speaker.kind, hub.speaker.name) == (["Reuters"], "unnamed-person", None)
    assert onward.speaker.kind == "unstated"
    for words in ("at least three occasions", "transhipping hub", "purchasing coal", "shipping it to South Korea"):
        f = the_finding(brief, a, words)
        assert any(c.measure == "UNSCR-2371-8" for c in f.cards), (words, f.title)
    three = next(e for e in a.events if e.conduct and e.conduct.quantity)
    assert (three.conduct.quantity.min, three.conduct.quantity.max) == (3, None)


def test_coal_since_the_ban_is_prohibited_if_true(brief, articles):
    f = the_finding(brief, articles["000"], "at least three occasions")
    assert (f.on.edtf, f.cards[0].measure, f.cards[0].verdict) == ("2017-08-05/..", "UNSCR-2371-8", "prohibited")


def test_peskov_speaks_for_russia_and_the_state_department_for_the_united_states(articles):
    a = articles["000"]
    peskov, state = the_claim(a, "abided by international law"), the_claim(a, "needs to do more")
    assert (peskov.speaker.name, peskov.on_behalf_of, "denies" in (peskov.stance, *peskov.also)) == (
        "Dmitry Peskov",
        ("RU",),
        True,
    )
    assert state.on_behalf_of == ("US",)


@pytest.mark.parametrize("name", ["000", "003", "004"])
def test_an_article_that_gives_no_date_gets_none(articles, name):
    published = articles[name].document.published
    assert published.edtf is None
    assert published.how


# --- 001


def test_2379_is_wrong_in_its_context_and_2397_fits_and_the_text_stays(articles):
    a = articles["001"]
    cited = citation(a, "2379")
    assert (cited.resolves_to, cited.verdict, cited.fits) == ("UNSCR-2379", "wrong", "UNSCR-2397")
    assert "ISIL" in cited.why
    assert "The resolution received the number 2379." in a.document.text


def test_the_deadline_of_22_december_2019_is_right(articles):
    cited = citation(articles["001"], "December 22, 2019")
    assert (cited.verdict, cited.measure) == ("right", "UNSCR-2397-8")


def test_some_had_to_stay_is_an_admission_that_turns_on_income(brief, articles):
    a = articles["001"]
    c = the_claim(a, "some North Koreans had to stay")
    assert c.stance == "admits"
    f = the_finding(brief, a, "had to stay")
    assert "earns_income" in {q.fact for q in f.missing}
    assert any(card.measure == "UNSCR-2397-8" for card in f.cards)


def test_the_arms_allegation_of_october_and_its_rejection(brief, articles):
    a = articles["001"]
    kirby = the_claim(a, "provided military equipment")
    assert (kirby.speaker.name, kirby.stance, kirby.said.edtf.edtf) == ("John Kirby", "accuses", "XXXX-10")
    f = the_finding(brief, a, "provided military equipment")
    assert any(s.stance == "denies" and s.on_behalf_of == ("RU",) and not s.general for s in f.standings)


# --- 002


def test_no_new_sanctions_is_opposition_and_no_denial_of_breach(articles):
    for c in claims_of(articles["002"], "Further Imposition of Sanctions"):
        assert "denies" not in (c.stance, *c.also)
        assert c.stance == "opposes"
    assert the_claim(articles["002"], "there will be no more sanctions").stance in ("opposes", "refuses")


def test_refrained_from_passing_is_tied_to_the_vote_of_26_may_2022(articles):
    cited = citation(articles["002"], "another sanctions' resolution")
    assert "S/2022/431" in (cited.fits or "")
    assert "26 May 2022" in cited.why


def test_one_man_under_four_descriptions_is_one_speaker(articles):
    a = articles["002"]
    described = {" ".join(s.text for s in c.source) for c in a.claims if c.speaker.name == "Sergey Lavrov"}
    assert {"the minister", "The top diplomat", "the head of Russian diplomacy"} <= described


def test_arms_for_other_states_of_the_region_engage_no_measure(brief, articles):
    a = articles["002"]
    ids = {f"{a.letter}.{e.id}" for e in a.events if e.conduct and any("weapons" in s.text for s in e.spans)}
    assert ids
    assert all(not f.engaged for f in brief.findings if ids & set(f.events))


def test_captions_and_buttons_are_no_claims(articles):
    a = articles["002"]
    aside = [s.span.text for s in a.set_aside]
    assert {"Subscribe", "Features", "Newsfeed"} <= set(aside)
    for c in a.claims:
        for span in c.content:
            assert not any(s.span.touches(span) for s in a.set_aside)


# --- 003


def test_three_dates_for_one_promise_are_kept_apart(brief, articles):
    a = articles["003"]
    written = {m.span.text: m.cited for m in a.citations}
    assert written["by 2019"].loose or written["by 2019"].verdict == "wrong"
    assert written["by the end of 2019"].loose or written["by the end of 2019"].verdict == "wrong"
    assert {written[k].fits_measure for k in ("by 2019", "by the end of 2019")} == {"UNSCR-2397-8"}
    days = [e.conduct.on.edtf for e in a.events if e.conduct and e.conduct.act == "repatriate" and e.conduct.on]
    assert days == ["../2019-12-31"]  # what the envoy said, more exactly than the headline


def test_both_numbers_are_kept_with_who_said_which(brief, articles):
    a = articles["003"]
    clash = [c for c in brief.contradictions if c.clash == "number"]
    assert len(clash) == 1
    assert "10K" in clash[0].why.text or "10,000" in clash[0].why.text
    assert "tens of thousands" in clash[0].why.text
    assert a.labels[the_claim(a, "tens of thousands").id] in clash[0].claims


def test_the_chain_runs_from_the_ambassador_through_interfax_and_reuters(articles):
    c = the_claim(articles["003"], "send all workers from Russia")
    assert c.speaker.name == "Alexander Matsegora"
    assert [(h.outlet, h.relation) for h in c.chain] == [("Interfax", "told"), ("Reuters", "reported")]


def test_the_tanker_allegation_stands_beside_the_denial(brief, articles):
    f = the_finding(brief, articles["003"], "tankers have helped refuel")
    assert "UNSCR-2375-11" in {c.measure for c in f.cards}
    assert any(s.who == "Igor Morgulov" and s.stance == "denies" for s in f.standings)


def test_the_governor_does_not_speak_for_russia(brief, articles):
    c = the_claim(articles["003"], "allow the North Korean migrants to remain")
    assert c.on_behalf_of == ()
    assert any(x.clash == "actor" and not x.real for x in brief.contradictions)


def test_rejected_permits_fit_2375_17(brief, articles):
    a = articles["003"]
    refused = next(e for e in a.events if e.conduct and (e.conduct.act, e.conduct.mode) == ("employ", "refuses"))
    (f,) = [f for f in brief.findings if f"{a.letter}.{refused.id}" in f.events]
    assert "UNSCR-2375-17" in {c.measure for c in f.cards}
    assert answer(f, "un").direct.verdict != "prohibited"


# --- 004


def test_the_words_of_the_broken_quotation_are_given_to_the_right_man(articles):
    c = the_claim(articles["004"], "not going to go into more detail")
    assert (c.speaker.name, c.mode) == ("Matthew Miller", "direct")
    assert len(c.content) == 2


def test_monday_and_last_week_are_left_open_with_the_reason(articles):
    c = the_claim(articles["004"], "would not hesitate to impose sanctions on North Korea and Russia")
    assert c.said.edtf is None
    assert c.said.how
    visit = next(e for e in articles["004"].events if e.kind == "visit")
    assert visit.happening.on is None
    assert visit.dated.how


def test_visit_arms_allegation_and_us_statements_are_there(brief, articles):
    a = articles["004"]
    assert {"visit", "conduct", "sanctions-imposed"} <= {e.kind for e in a.events}
    assert the_finding(brief, a, "provided weapons to Moscow").engaged
    assert "unilateral-measure" in the_claim(a, "imposed several sanctions").topics


# --- across


def test_the_promise_and_the_claim_of_fulfilment_are_related_as_such(brief):
    assert "fulfils" in relation(brief, "B", "D")


def test_the_arms_allegations_are_similar_and_not_the_same(brief, articles):
    b, e = articles["001"], articles["004"]
    arms = {f"{a.letter}.{x.id}" for a in (b, e) for x in a.events if x.conduct and x.conduct.act == "supply"}
    found = [r for r in brief.relations if {r.a, r.b} <= arms and r.a[0] != r.b[0]]
    assert [r.kind for r in found] == ["similar"]


def test_coal_out_and_fuel_in_are_unrelated_with_the_reason(brief):
    found = relation(brief, "A", "D")
    assert "unrelated" in found
    assert "opposite ways" in found["unrelated"] or "different goods" in found["unrelated"]
    assert set(found) == {"unrelated"}


def test_russias_position_is_told_measure_by_measure_over_the_years(brief):
    held = {(p.measure or p.line) for p in brief.positions if p.state == "RU"}
    assert {"UNSCR-2371-8", "UNSCR-2397-8"} <= held
    assert len(held) >= 5


def test_every_span_of_the_brief_is_grounded_and_the_bytes_do_not_depend_on_the_order(brief):
    bench = Workbench.opened()
    sealed = bench.sealed(brief)
    assert bench.verify(sealed) == []
    assert bench.verify(sealed.replace("Nakhodka", "Nakhodkb", 1))
    assert to_json(brief) == to_json(Workbench.opened().brief(str(SEEDS)))


def test_the_order_in_which_the_files_come_changes_no_byte(brief):
    bench = Workbench.opened()
    origins, readings = zip(*bench.read(str(SEEDS)), strict=True)
    turned = build(readings[::-1], origins[::-1], bench.base, bench.last_known)
    assert bench.sealed(turned) == bench.sealed(brief)
