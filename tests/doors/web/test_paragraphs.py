from hypothesis import given, settings
from hypothesis import strategies as st

from doors.web.invented import COAL, WORKERS
from resolute.doors.web.paragraphs import Paragraph, paragraphs


def shown(text):
    return [text[p.start : p.end].strip() for p in paragraphs(text)]


def test_a_line_is_a_paragraph_in_a_text_of_long_lines():
    assert len(paragraphs(COAL)) == 9
    assert shown(COAL)[-2:] == ["Photo: A crane at dusk / Harbour Post library", "Subscribe to our newsletter"]


def test_lines_broken_at_a_margin_are_one_paragraph():
    found = shown(WORKERS)
    assert len(found) == 4
    assert found[1] == "An aide to the governor, Pavel Drost, urged Moscow to let the workers\nremain."


def test_short_lines_and_lines_of_scripts_without_small_letters_stand_alone():
    assert shown("Features\nSubscribe\n") == ["Features", "Subscribe"]
    hangul = "무기를 보냈다고 대변인이 말했다 " * 3
    assert shown(f"{hangul}\n{hangul}") == [hangul.strip(), hangul.strip()]


def test_numbers_count_the_paragraphs_that_hold_words():
    assert paragraphs("\n\nA\r\n\r\nB") == (Paragraph(0, 7, 1), Paragraph(7, 8, 2))
    assert paragraphs(" \n ") == (Paragraph(0, 3, 0),)
    assert paragraphs("") == ()


@settings(max_examples=200, deadline=None)
@given(st.text(alphabet="ab .\r\n\t가", max_size=120))
def test_paragraphs_are_the_whole_text_without_gap_or_overlap(text):
    found = paragraphs(text)
    assert "".join(text[p.start : p.end] for p in found) == text
    if text.strip():
        assert [p.number for p in found] == list(range(1, len(found) + 1))
        assert all(text[p.start : p.end].strip() for p in found)
