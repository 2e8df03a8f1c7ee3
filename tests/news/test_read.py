"""A text read whole: what holds for every text, and small articles in the voices of the genre."""

from __future__ import annotations

from dataclasses import replace

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from news.heard import draft, heard, words
from resolute.ground.errors import ResoluteError
from resolute.news.read import STEPS, StepsOutOfOrder, lay, read_text

AGENCY = """Oslo, Dec 17 (UNI) Norway has kept the cap on fuel and does not violate any resolution, head of the treaty \
section of the Norwegian Foreign Ministry Leif Holm told Sputnik.
“All states were ordered to send home by May 1, 2030 those workers who earned income. Most of them then left [the \
port],” Holm said.
The diplomat clarified that some had to stay for a while, but since they earn nothing, Oslo assumes that its duty was \
met.
In October, White House spokesperson Mary Quill said that North Korea allegedly sent fuel to Norway. Oslo has rejected \
the allegations.
"""

TABLOID = """‘We will NOT pay’ Norway refuses to settle bill set by Chile

Deputy Trade Minister Leif Holm said today Oslo did not recognise “one-sided bills”.

Norwegian news agency Interfax quoted Mr Holm as saying: “We will pay only bills that the court has seen.

“We don’t recognise one-sided bills.”

He added officials would not expel sailors from the port.

And now the Blue House stands accused of hiding coal from the hermit state.

But Western European intelligence sources say the secretive state has since shipped coal to Norwegian ports.

One of the sources, who spoke to Reuters on the condition of anonymity, said: ”The port of Orlan is a hub for coal.”
"""

PORTAL = """Norway Opposes New Ban on Ships, FM Lund

© Sputnik . Ivan Berg/POOL / Go to the mediabankFlags at the quay
Flags at the quay - Sputnik Africa, 1920, 13.09.2031
Subscribe
Norwegian Foreign Minister Eva Lund said that both Norway and Chile have firmly stated their opposition to a new ban.
"Since the last ban was agreed, we have firmly said that there will be no more bans," the minister noted.
Features
Against All Odds: Why Are Ships So Slow?
The top diplomat attributed the shift to false promises by Western countries.
"This was another lie," Lund remarked.
Newsfeed
0
"""

ARTICLES = [AGENCY, TABLOID, PORTAL]


def test_an_agency_story_in_the_past_tense_of_an_interview():
    assert heard(AGENCY) == [
        (
            "head of the treaty section of the Norwegian Foreign Ministry Leif Holm",
            "told",
            "Norway has kept the cap on fuel and does not violate any resolution",
        ),
        (
            "Holm",
            "said",
            "“All states were ordered to send home by May 1, 2030 those workers who earned income. Most of them then "
            "left [the port],”",
        ),
        (
            "The diplomat",
            "clarified",
            "some had to stay for a while, but since they earn nothing, Oslo assumes that its duty was met",
        ),
        ("White House spokesperson Mary Quill", "said", "North Korea allegedly sent fuel to Norway"),
        ("Oslo", "has rejected", "the allegations"),
    ]
    assert [(c.speaker.name, c.stance) for c in draft(AGENCY).claims if c.nested_in is None] == [
        ("Leif Holm", "denies"),
        ("Leif Holm", "asserts"),
        ("Leif Holm", "admits"),
        ("Mary Quill", "accuses"),
        ("Norway", "denies"),
    ]


def test_a_tabloid_story_with_a_quotation_over_two_paragraphs():
    found = [(c.speaker.name or c.speaker.kind, c.stance, c.mode) for c in draft(TABLOID).claims if not c.nested_in]
    assert found == [
        ("Norway", "refuses", "mixed"),
        ("Leif Holm", "refuses", "mixed"),
        ("Leif Holm", "commits", "direct"),
        ("Leif Holm", "refuses", "indirect"),
        ("unstated", "accuses", "indirect"),
        ("unnamed-group", "accuses", "indirect"),
        ("unnamed-person", "asserts", "direct"),
    ]


def test_a_portal_story_between_its_furniture():
    claims = [c for c in draft(PORTAL).claims if c.nested_in is None]
    assert {c.speaker.name for c in claims} == {"Eva Lund"}
    assert [c.channel for c in claims] == ["headline", "body", "body", "body", "body"]
    assert [c.stance for c in claims] == ["opposes", "opposes", "opposes", "accuses", "accuses"]
    inner = [(words(c.source), c.speaker.name) for c in draft(PORTAL).claims if c.nested_in]
    assert ("both Norway and Chile", "Norway and Chile") in inner
    assert ("we", "Norway") in inner


def plain(claim):
    """Return a claim without its offsets."""
    return (
        claim.id, words(claim.source), words(claim.cue), words(claim.content), claim.nested_in, claim.channel,
        replace(claim.speaker, evidence=None), claim.on_behalf_of, claim.mode, claim.stance, claim.also, claim.hedged,
        tuple((h.outlet, h.relation, h.stated) for h in claim.chain), claim.said.edtf, claim.topics, claim.rule,
    )  # fmt: skip


def every_span(found):
    for claim in found.claims:
        yield from (*claim.source, *claim.cue, *claim.content)
        yield from (h.span for h in claim.chain if h.span)
        yield from (s for s in (claim.speaker.evidence, claim.said.span) if s)
    yield from (a.span for a in found.set_aside)


@pytest.mark.parametrize("text", ARTICLES)
@pytest.mark.parametrize("before", ["\n\n\n", "Subscribe\nNewsfeed\n\n", "Photo: Ivan Berg\n0\n"])
def test_blank_lines_and_furniture_before_a_text_shift_offsets_and_change_nothing_else(text, before):
    alone, shifted = draft(text), draft(before + text)
    assert [plain(c) for c in shifted.claims] == [plain(c) for c in alone.claims]
    assert [s.start - len(before) for c in shifted.claims for s in c.content] == [
        s.start for c in alone.claims for s in c.content
    ]


@pytest.mark.parametrize("text", ARTICLES)
def test_spaces_and_dashes_of_another_dress_give_the_same_reading(text):
    dressed = text.replace(" ", "\u00a0").replace(" - ", " \u2014 ")
    other = [tuple(w.replace("\u00a0", " ") for w in claim) for claim in heard(dressed, nested=True)]
    assert other == heard(text, nested=True)


def test_marks_of_another_dress_give_the_same_reading():
    straight = AGENCY.replace("“", '"').replace("”", '"').replace("’", "'")
    assert [c.speaker.name for c in draft(straight).claims] == [c.speaker.name for c in draft(AGENCY).claims]
    assert [c.stance for c in draft(straight).claims] == [c.stance for c in draft(AGENCY).claims]


def test_one_text_leaves_no_trace_in_the_reading_of_another():
    alone = [[plain(c) for c in draft(t).claims] for t in ARTICLES]
    again = [[plain(c) for c in draft(t).claims] for t in reversed(ARTICLES)][::-1]
    assert again == alone


def test_an_id_is_made_of_the_claims_own_words():
    twice = "Ana Sato said the port was shut.\nAna Sato said the port was shut.\nAna Sato said it was open.\n"
    first, second, third = (c.id for c in draft(twice).claims)
    assert second == f"{first}-2"
    assert third != first
    assert [c.id for c in draft("Ana Sato said the port was shut.").claims] == [first]


def test_a_text_in_another_language_is_said_so_and_not_misread():
    text = "Der Minister sagte, dass der Hafen nicht geschlossen ist und die Schiffe nach dem Krieg wieder fahren."
    found = read_text(text, name="a.txt", document_id="sha256:0")
    assert (found.document.language, found.claims) == ("de", ())
    assert "another language" in found.notes[0]


@pytest.mark.parametrize("text", ["", "\n", " ", "said", "“", "\x00", "\ud800 said it was so", "A" * 5000])
def test_odd_texts_are_read_without_a_fault(text):
    assert draft(text).claims is not None


def test_an_order_of_steps_that_cannot_work_is_refused_before_anything_is_read():
    late = (*STEPS[:-4], STEPS[-3])
    with pytest.raises(StepsOutOfOrder, match="needs claims"):
        lay(late if "claims" in STEPS[-3].needs else (STEPS[-1],))
    with pytest.raises(ResoluteError, match="news step `cues` needs periods, tokens"):
        lay(s for s in STEPS if s.name == "cues")


PIECES = st.lists(
    st.sampled_from(
        [
            "“", "”", '"', "‘", "’", "''", " said ", " told reporters ", "Ana Sato", "the envoy", ", ", ". ", "\n",
            "\n\n", "(", ")", " – ", ": ", "that ", "according to ", "Reuters", "We will not", "is accused of ",
            "\u00a0", "Oslo",
            "he ", " reportedly ", "who ", "and ", "0", "©", "as saying ", "quoted ", "İ", "ß", "\u2028",
        ]
    ),
    max_size=60,
).map("".join)  # fmt: skip


@settings(max_examples=250, deadline=None)
@given(PIECES)
def test_whatever_is_read_every_span_is_the_text_at_its_offsets(text):
    found = draft(text)
    for span in every_span(found):
        assert text[span.start : span.end] == span.text
    ids = [c.id for c in found.claims]
    assert len(ids) == len(set(ids))
    assert all(c.nested_in is None or c.nested_in in ids for c in found.claims)
    assert [plain(c) for c in draft(text).claims] == [plain(c) for c in found.claims]


@settings(max_examples=100, deadline=None)
@given(st.text(max_size=300))
def test_any_characters_at_all_are_read(text):
    for span in every_span(draft(text)):
        assert text[span.start : span.end] == span.text


@pytest.mark.parametrize("unit", ['"', '" ', "said ", "“a ", "the man said, ", "'a b ", "Russia ", "A B said that "])
def test_a_text_of_nothing_but_traps_is_read_in_the_end(unit):
    assert draft(unit * (60_000 // len(unit))).tokens.words
