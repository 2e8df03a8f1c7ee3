import base64
import hashlib
import itertools
import re
from collections import Counter
from dataclasses import replace

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from doors.web.fixture import empty, large, reprint, small
from doors.web.invented import coal_article
from doors.web.page import read_page
from resolute.cases.terms import Sentence
from resolute.doors.web.articles import articles
from resolute.doors.web.brief import HERE, render
from resolute.doors.web.links import cite, links_of
from resolute.ground.origin import Citation, Span, span_of

BRIEFS = {
    "three articles": small,
    "nothing at all": empty,
    "30 documents, 40 allegations": lambda: large(30, 40),
    "one article, no allegation": lambda: large(1, 0),
    "27 letters and more": lambda: large(29, 2),
    "a reprint": reprint,
}


@pytest.fixture(scope="module", params=list(BRIEFS), ids=list(BRIEFS))
def page(request):
    brief = BRIEFS[request.param]()
    html = render(brief)
    return brief, html, read_page(html)


@pytest.fixture(scope="module")
def three():
    return small(), read_page(render(small()))


def test_the_same_brief_gives_the_same_page(page):
    brief, html, _ = page
    assert render(brief) == html


def test_every_article_stands_on_the_page_whole_and_character_by_character(page):
    brief, _, tree = page
    for a in brief.articles:
        article = tree.one("article", id_=f"art-{a.letter}")
        assert "".join(e.text for e in article.all(cls="tx")) == a.document.text


@st.composite
def any_article(draw):
    """An article of any text with claims, citations and furniture on any spans, nested and overlapping at will."""
    text = draw(st.text(alphabet=st.sampled_from("ab<>&“\"'.\n\r 석م"), min_size=1, max_size=90))

    def some(most):
        ends = st.tuples(st.integers(0, len(text) - 1), st.integers(1, len(text))).map(sorted)
        found = draw(st.lists(ends.filter(lambda e: e[0] < e[1]), max_size=most))
        return tuple(span_of(text, a, b) for a, b in found)

    model = coal_article()
    claims = tuple(
        replace(model.claims[n], source=some(1), cue=some(2), content=some(3), nested_in=None) for n in range(4)
    )
    title = some(1)
    return replace(
        model,
        document=replace(model.document, text=text, title_span=title[0] if title else None),
        claims=claims,
        events=(),
        citations=tuple(replace(model.citations[0], span=s) for s in some(3)),
        set_aside=tuple(replace(model.set_aside[0], span=s) for s in some(3)),
    )


@settings(max_examples=100, deadline=None)
@given(any_article(), st.integers(0, 89))
def test_whatever_is_marked_the_article_reads_as_it_was_written(article, start):
    text = article.document.text
    words = span_of(text, min(start, len(text) - 1), len(text))
    wrong = replace(small().corrections[1], article="A", span=words, claim=None)
    brief = replace(empty(), articles=(article,), corrections=(wrong,))
    (view,) = articles(brief, links_of(brief))
    tree = read_page("".join(p.html for p in view.paragraphs))
    assert tree.text == text
    ids = [e.attrs["id"] for e in tree.all() if "id" in e.attrs]
    assert len(set(ids)) == len(ids)
    assert {f"w-A-{words.start}"} | {f"w-A-{m.span.start}" for m in article.citations} <= set(ids)
    labels = [c.label for p in view.paragraphs for c in p.claims] + [c.label for c in view.unplaced]
    assert sorted(labels) == ["A1", "A2", "A3", "A4"]


def test_no_id_stands_twice_and_every_link_leads_somewhere(page):
    _, _, tree = page
    ids = Counter(e.attrs["id"] for e in tree.all() if "id" in e.attrs)
    assert [i for i, n in ids.items() if n > 1] == []
    assert "" not in ids
    targets = [e.attrs["href"] for e in tree.all() if "href" in e.attrs]
    assert targets
    assert {t for t in targets if not (t.startswith("#") and t[1:] in ids)} == set()
    named = {i for e in tree.all() for i in e.attrs.get("aria-labelledby", "").split()}
    assert named - set(ids) == set()


def test_nothing_is_fetched_from_anywhere(page):
    _, html, tree = page
    assert [
        e for e in tree.all() if "src" in e.attrs or e.name in ("link", "img", "iframe", "object", "base", "form")
    ] == []
    own = "".join(e.text for e in tree.all() if e.name in ("style", "script"))
    assert not re.search(r"url\(|@import|https?:|fetch|XMLHttp|import\(|eval", own)
    assert not re.search(r'\b(?:href|src|action|style|on\w+)="(?!#)', html.split("</head>")[1])


def test_the_policy_lets_only_the_pages_own_style_and_script_run(page):
    _, _, tree = page
    policy = next(
        e.attrs["content"] for e in tree.all("meta") if e.attrs.get("http-equiv") == "Content-Security-Policy"
    )
    assert policy.startswith("default-src 'none'; ")
    for name in ("script", "style"):
        digest = base64.b64encode(hashlib.sha256(tree.one(name).text.encode()).digest()).decode()
        assert f"{name}-src 'sha256-{digest}'" in policy
    assert "unsafe" not in policy


def test_headings_and_landmarks_are_in_order(page):
    _, _, tree = page
    assert tree.one("html").attrs["lang"] == "en"
    assert tree.one("main")
    assert len(list(tree.all("h1"))) == 1
    levels = [int(e.name[1]) for e in tree.all() if re.fullmatch("h[1-6]", e.name)]
    assert all(b <= a + 1 for a, b in itertools.pairwise(levels))
    first = next(e for e in tree.one("body").all("a"))
    assert first.attrs == {"class": "skip", "href": "#summary"}


def test_every_table_names_the_heads_of_its_rows_and_columns(page):
    _, _, tree = page
    for table in tree.all("table"):
        assert table.attrs["role"] == "table"
        for head in table.all("th"):
            assert head.attrs.get("scope") in ("col", "row", "rowgroup")
            assert head.text.strip()
        for name, role in (("tr", "row"), ("td", "cell")):
            assert {e.attrs.get("role") for e in table.all(name)} <= {role}
        assert all(cell.text.strip() for cell in table.all("td")), "an empty cell could mean two things"


def test_every_picture_says_what_it_is_and_signs_are_hidden_from_readers(page):
    _, _, tree = page
    for svg in tree.all("svg"):
        inside = svg.parent
        while inside is not None and inside.name not in ("svg",):
            inside = inside.parent
        if inside is None:
            assert svg.attrs.get("aria-hidden") == "true" or svg.attrs.get("role") == "img"
    for glyph in tree.all("svg", cls="g"):
        assert glyph.parent.text.strip(), "a sign never stands without its word"


def test_every_verdict_on_a_claim_stands_under_if_true(three):
    brief, tree = three
    heads = [e.text for e in tree.one("section", id_="summary").all("th")]
    assert "If true" in heads
    for law in tree.all(cls="law"):
        terms = [e.text for e in law.all("dt")]
        assert terms == ["In force", "Binds", "Except", "If true", "Because"]
    for h in (e for e in tree.all() if re.fullmatch("h[1-6]", e.name)):
        assert not list(h.all(cls="v")), "a verdict never stands in a heading"
    assert "If true, it says" in tree.one("table", cls="orders").text
    assert len(brief.findings) == len(list(tree.all(cls="alg")))


def test_the_words_of_an_article_are_no_markup(three):
    brief, tree = three
    assert list(tree.all("never")) == []
    assert len(list(tree.all("script"))) == 1
    assert '<script>alert("x")</script>' in tree.one("article", id_="art-C").text
    assert brief.articles[2].document.title in tree.one("article", id_="art-C").text
    assert "<hostile>" in tree.one("section", id_="sources").text


def test_what_is_missing_is_printed(three):
    _, tree = three
    summary = tree.one("section", id_="summary").text
    assert "nobody, here" in summary
    assert "no measure engaged" in summary
    assert "No outlet stated" in tree.one("article", id_="art-B").text
    assert "no date in the text" in tree.one("section", id_="stands").text
    assert "not stated" in tree.one("section", id_="a2").text
    sources = tree.one("section", id_="sources").text
    assert "No list was screened" in sources
    assert "No track was read" in sources
    assert "004.bin:1: byte 0 is not UTF-8" in sources


def test_an_empty_brief_says_so_in_every_section():
    tree = read_page(render(empty()))
    said = {e.attrs["id"]: " ".join(e.text.split()) for e in tree.one("main").all("section")}
    assert "No act told in these articles may fall under a measure" in said["summary"]
    assert "Nobody takes a stand here." in said["who"]
    assert "Nothing here has a date." in said["time"]
    assert "No reference to law was found that does not fit." in said["corr"]
    assert "None found between the claims of these articles." in said["contra"]
    assert "No document was read." in said["arts"]
    assert "searches" not in said


def test_claim_and_passage_lead_to_each_other(three):
    brief, tree = three
    for a in brief.articles:
        article = tree.one("article", id_=f"art-{a.letter}")
        for c in a.claims:
            label = a.labels[c.id]
            card = article.one("li", id_=f"c-{label}")
            placed = bool(c.content or c.cue or c.source)
            assert bool([e for e in card.all("a") if e.attrs["href"] == f"#p-{label}"]) == placed
            if not placed:
                continue
            tag = article.one("a", id_=f"p-{label}")
            assert tag.attrs["href"] == f"#c-{label}"
            assert tag.text == "", "a number is drawn, not written into the text"
            assert c.content[0].text == "".join(spanned(article, label))


def paragraph_of(e):
    while "tx" not in e.classes:
        e = e.parent
    return e


def spanned(article, label):
    """The words marked as the content of a claim, piece by piece."""
    return [e.text for e in article.all("span", cls="con") if label in e.attrs["data-c"].split()]


def said(e):
    """The text of an element with a space between its parts, on one line."""
    return " ".join(" ".join(i if isinstance(i, str) else said(i) for i in e.inside).split())


def test_nested_words_stand_on_a_double_foot_and_edges_stand_at_true_ends(three):
    _, tree = three
    b = tree.one("article", id_="art-B")
    assert "".join(e.text for e in b.all("span", cls="d2")) == '"some had to stay for a while"'
    assert {e.attrs["data-c"] for e in b.all("span", cls="d2")} == {"B2 B3"}
    a = tree.one("article", id_="art-A")
    broken = [e for e in a.all("span", cls="con") if "A3" in e.attrs["data-c"]]
    assert [n for n, e in enumerate(broken) if "first" in e.classes] == [0]
    assert [n for n, e in enumerate(broken) if "last" in e.classes] == [len(broken) - 1]
    assert len({id(paragraph_of(e)) for e in broken}) == 2


def test_law_that_does_not_fit_is_waved_and_law_that_fits_is_not(three):
    _, tree = three
    b = tree.one("article", id_="art-B")
    assert [e.text for e in b.all("span", cls="err")] == ["by the end of 2019", "2379"]
    assert [e.text for e in b.all("span", cls="ref")] == ["by 22 December 2019"]


def test_furniture_is_dimmed_and_says_why(three):
    _, tree = three
    aside = [" ".join(e.text.split()) for e in tree.one("article", id_="art-A").all("p", cls="aside")]
    assert aside == [
        "Photo: A crane at dusk / Harbour Post library · set aside: photo credit",
        "Subscribe to our newsletter · set aside: button",
    ]
    partly = tree.one("article", id_="art-C")
    assert "page <script>" in partly.text


def test_the_rows_of_orders_say_once_what_both_sides_of_a_deal_get(three):
    _, tree = three
    table = tree.one("section", id_="a1").one("table", cls="orders")
    rows = [[said(c) for c in row.inside if not isinstance(c, str)] for row in table.all("tr")]
    assert rows == [
        [
            "Legal order",
            "If true, it says",
            "Must somebody else refuse?",
            "May it list or cut off later?",
        ],
        [
            "Security Council known until 21 Nov 2026",
            "prohibited UNSCR-2371-8 Calls upon, does not order: States are called upon to inspect UNSCR-2397-9",
            "no one",
            "nothing found",
        ],
        [
            "United States",
            "not bound No hook reaches a Russian company. "
            "What would bind: a payment in dollars or a parent in the United States",
            "yes: a bank in the United States. It must refuse the payment. US-EO13810-4",
            "exposure It may be listed for coal from North Korea. US-EO13810-1",
        ],
        ["Japan", "unsettled Left open: the decree is not encoded", "no one", "nothing found"],
    ]
    silent = " ".join(tree.one("section", id_="a1").one("p", cls="silent").text.split())
    assert silent.startswith("not bound European Union and Britain: these orders do not bind this actor")


def test_a_note_that_the_orders_already_say_is_not_said_twice(three):
    _, tree = three
    assert tree.one("section", id_="a1").text.count("It may be listed for coal from North Korea.") == 1


def test_a_number_that_a_sentence_names_becomes_the_link(three):
    brief, _ = three
    links = links_of(brief)
    told = str(links.sentence(Sentence(text="One source (A5) & more.", claims=("A5", "A4"))))
    assert told == ('One source (<a class="cref" href="#c-A5">A5</a>) &amp; more. <a class="cref" href="#c-A4">A4</a>')
    outside = str(links.sentence(Sentence(text="Known since.", outside=True, measures=("UNSCR-2371-8", "ZZ-1"))))
    assert '<span class="ring" title="known from outside the articles">°</span>' in outside
    assert '<a class="id" href="#law-1-UNSCR-2371-8">' in outside
    assert '<span class="id">ZZ-1</span>' in outside


def test_a_number_that_the_brief_does_not_hold_is_no_link(three):
    links = links_of(three[0])
    assert str(links.ref("Q9")) == '<span class="cref">Q9</span>'
    assert str(links.sentence(Sentence(text="A400M and B52 fly.", claims=("A4",)))).startswith("A400M and B52 fly. ")


@pytest.mark.parametrize(
    ("citation", "said"),
    [
        (Citation(instrument="UNSCR-2371", paragraph="8", symbol="S/RES/2371 (2017)"), "2371 ¶8"),
        (Citation(instrument="UNSCR-2371"), "2371"),
        (Citation(instrument="ZZ-D7", paragraph="point not read"), "ZZ-D7, point not read"),
        (Citation(instrument="ZZ-12-2031", paragraph="4(1)"), "ZZ-12-2031 ¶4(1)"),
    ],
)
def test_a_citation_is_as_short_as_people_say_it(citation, said):
    assert cite(citation) == said


def test_a_span_that_does_not_lie_in_its_document_stops_the_page():
    brief = small()
    a = brief.articles[0]
    broken = replace(a, claims=(replace(a.claims[0], content=(Span(5, 99_999, "x"),)), *a.claims[1:]))
    with pytest.raises(ValueError, match="does not lie in a text of"):
        render(replace(brief, articles=(broken, *brief.articles[1:])))


def test_many_subjects_make_several_tables_and_lose_no_entry():
    brief = large(12, 23)
    tables = list(read_page(render(brief)).one("section", id_="who").all("table"))
    assert len(tables) == 4
    assert sum(len(list(t.all(cls="mcell"))) for t in tables) == 23


def test_hits_and_sea_events_are_shown_with_their_reasons():
    hit = {
        "query": "Orlan Shipping",
        "hits": [
            {
                "entity": {"caption": "ORLAN SHIPPING <CO>"},
                "list": "zz",
                "edition": "2031-03-01",
                "class": "name",
                "reasons": [{"feature": "name", "text": "the names agree"}],
            }
        ],
    }
    none = {"query": {"properties": {"name": ["Vera Sokol"]}}, "hits": []}
    sea = {
        "kind": "lone-encounter",
        "rule": "encounters@1",
        "vessels": [{"name": "ORLAN", "imo": "9074729"}],
        "start": "2031-03-01",
        "for": ["slow"],
        "against": [],
    }
    tree = read_page(render(replace(small(), hits=(hit, none), sea_events=(sea,))))
    text = said(tree.one("section", id_="searches"))
    assert (
        "Orlan Shipping ORLAN SHIPPING <CO> zz 2031-03-01 the name only; nothing else to compare the names agree"
        in text
    )
    assert "Vera Sokol nothing found" in text
    assert "lone encounter encounters@1 ORLAN (IMO 9074729) 2031-03-01 for: slow against: nothing stated" in text
    assert "No list was screened" not in tree.text


def test_the_style_names_no_part_that_no_page_has():
    style = "".join((HERE / "static" / n).read_text() for n in ("tokens.css", "brief.css"))
    made = "".join(
        p.read_text()
        for p in (
            *sorted((HERE / "templates").glob("*.html")),
            *sorted(HERE.glob("*.py")),
            HERE / "static" / "brief.js",
        )
    )
    style = re.sub(r"/\*.*?\*/", "", style, flags=re.S)
    classes = set(re.findall(r"\.(-?[a-zA-Z][\w-]*)", re.sub(r"\{[^{}]*\}", "{}", style)))
    ghosts = {c for c in classes if not re.search(rf"(?<![\w-]){re.escape(c)}(?![\w-])", made)}
    assert ghosts - {"b1", "b2", "b3", "b4", "f1", "f2", "f3"} == set()


def test_the_views_of_articles_hold_every_claim_once(three):
    brief, _ = three
    for view in articles(brief, links_of(brief)):
        labels = [c.label for p in view.paragraphs for c in p.claims] + [c.label for c in view.unplaced]
        assert sorted(labels) == sorted(view.article.labels.values())
