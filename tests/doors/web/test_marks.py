import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from markupsafe import Markup

from doors.web.page import read_page
from resolute.doors.web.marks import KINDS, Mark, Piece, marked, pieces, safe

SAMPLES = st.text(
    alphabet=st.one_of(
        st.sampled_from("<>&\"'\r\n\t a-b석탄قال“”\x85\x0c"), st.characters(codec="utf-8", exclude_characters="\0")
    ),
    min_size=1,
    max_size=80,
)


@st.composite
def texts_with_marks(draw):
    text = draw(SAMPLES)
    spans = (
        st.tuples(st.integers(0, len(text) - 1), st.integers(1, len(text))).map(sorted).filter(lambda s: s[0] < s[1])
    )
    found = draw(
        st.lists(st.tuples(spans, st.sampled_from(KINDS), st.sampled_from(["", "A1", "A2", "B7"])), max_size=12)
    )
    cuts = draw(st.lists(st.integers(-3, len(text) + 3), max_size=4))
    return text, [Mark(s[0], s[1], kind, owner) for s, kind, owner in found], cuts


@settings(max_examples=200, deadline=None)
@given(texts_with_marks())
def test_the_text_of_the_marked_words_is_the_text_of_the_document(sample):
    text, marks, cuts = sample
    row = pieces(text, marks, cuts)
    numbers = {m.start: Markup('<a class="tag" id="p" data-n="1"></a>') for m in marks}
    html = marked(row, numbers, {m.start: f"w-{m.start}" for m in marks})
    assert "".join(p.text for p in row) == text
    assert read_page(str(html)).text == text


@settings(max_examples=200, deadline=None)
@given(texts_with_marks())
def test_every_character_carries_the_marks_that_cover_it_and_no_other(sample):
    text, marks, cuts = sample
    for p in pieces(text, marks, cuts):
        for i in range(p.start, p.end):
            here = [m for m in marks if m.start <= i < m.end]
            assert set(p.kinds) == {m.kind for m in here}
            assert set(p.contents) == {m.owner for m in here if m.kind == "con"}
            assert set(p.tellers) == {m.owner for m in here if m.kind in ("src", "cue")}
        contents = [m for m in marks if m.kind == "con"]
        assert p.first == any(m.start == p.start for m in contents)
        assert p.last == any(m.end == p.end for m in contents)


@settings(max_examples=100, deadline=None)
@given(texts_with_marks(), st.randoms())
def test_the_order_in_which_marks_come_does_not_matter(sample, random):
    text, marks, cuts = sample
    shuffled = list(marks)
    random.shuffle(shuffled)
    assert pieces(text, shuffled, cuts) == pieces(text, marks, cuts)


def test_a_claim_inside_a_claim_is_cut_out_of_it():
    text = "He says they sent it."
    row = pieces(
        text, [Mark(3, 20, "con", "A1"), Mark(8, 20, "con", "A2"), Mark(3, 7, "cue", "A2"), Mark(0, 2, "src", "A1")]
    )
    assert row == [
        Piece(0, 2, "He", ("src",), tellers=("A1",)),
        Piece(2, 3, " "),
        Piece(3, 7, "says", ("con", "cue"), ("A1",), ("A2",), first=True),
        Piece(7, 8, " ", ("con",), ("A1",)),
        Piece(8, 20, "they sent it", ("con",), ("A1", "A2"), first=True, last=True),
        Piece(20, 21, "."),
    ]


def test_the_outermost_claim_is_named_first_whatever_its_number():
    row = pieces("abcdef", [Mark(2, 4, "con", "A1"), Mark(0, 6, "con", "A9")])
    assert row[1].contents == ("A9", "A1")
    same_start = pieces("abcdef", [Mark(0, 2, "con", "A1"), Mark(0, 6, "con", "A9")])
    assert same_start[0].contents == ("A9", "A1")


@pytest.mark.parametrize(("start", "end"), [(-1, 2), (0, 0), (2, 1), (0, 4), (3, 4)])
def test_a_mark_outside_the_text_is_refused(start, end):
    with pytest.raises(ValueError, match="does not lie in a text of 3 characters"):
        pieces("abc", [Mark(start, end, "con")])


def test_a_text_without_words_has_no_pieces():
    assert pieces("", []) == []


def test_markup_in_a_text_stays_text():
    html = marked(pieces('<script>alert("x")</script>&amp;', [Mark(0, 8, "con", "A1")]), {}, {})
    assert "<script>" not in html
    assert str(html).startswith('<span class="m con first last" data-c="A1">&lt;script&gt;</span>')


def test_what_no_page_can_hold_is_replaced_and_line_ends_are_kept():
    assert str(safe("a\0b\ud800c\r\nd")) == "a�b�c&#13;\nd"
