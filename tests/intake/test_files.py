"""Bytes from outside: read with their hash, or refused with the reason."""

import hashlib

import pytest
from hypothesis import given
from hypothesis import strategies as st

from resolute.ground.errors import InputRefused, WrongCall
from resolute.intake.files import Taken, decoded, take, take_all, take_bytes


def test_a_text_keeps_its_newlines_and_non_breaking_spaces():
    taken = take_bytes("Moscow\xa0said\r\nno.".encode(), "a.txt")
    assert taken.text == "Moscow\xa0said\r\nno."
    assert taken.origin.sha256 == "sha256:" + hashlib.sha256("Moscow\xa0said\r\nno.".encode()).hexdigest()


@pytest.mark.parametrize(
    ("data", "text"),
    [
        pytest.param(b"\xef\xbb\xbfMoscow", "Moscow", id="a byte order mark counts as no character"),
        pytest.param("Москва".encode("utf-16-le"), None, id="UTF-16 without its mark is not guessed"),
        pytest.param(b"\xff\xfe" + "Москва".encode("utf-16-le"), "Москва", id="UTF-16 with its mark"),
    ],
)
def test_the_mark_at_the_start_tells_the_encoding(data, text):
    if text is None:
        with pytest.raises(InputRefused):
            decoded(data, "a.txt")
    else:
        assert decoded(data, "a.txt") == text


@pytest.mark.parametrize(
    ("data", "said"),
    [
        pytest.param(b"", "no words", id="an empty file"),
        pytest.param(b" \n\t ", "no words", id="blanks only"),
        pytest.param(b"abc\xe9def", "byte 3 (0xe9) is not UTF-8", id="half UTF-8"),
        pytest.param(b"MZ\x00\x01", "control character 0x00 at character 2", id="a binary under another name"),
    ],
)
def test_what_is_no_text_is_refused_with_the_place(data, said):
    with pytest.raises(InputRefused, match=r"^a\.txt: ") as e:
        take_bytes(data, "a.txt")
    assert said in str(e.value)


def test_a_folder_is_read_in_order_of_name_and_what_is_refused_stops_nothing(tmp_path):
    (tmp_path / "b.txt").write_text("Second.", encoding="utf-8")
    (tmp_path / "a.txt").write_text("First.", encoding="utf-8")
    (tmp_path / "c.xlsx").write_bytes(b"PK")
    (tmp_path / ".hidden").write_text("never", encoding="utf-8")
    found = list(take_all(str(tmp_path)))
    assert [x.text if isinstance(x, Taken) else type(x) for x in found] == ["First.", "Second.", InputRefused]
    assert "a .xlsx file; wanted a .txt file" in str(found[2])


def test_no_such_folder_and_an_empty_one_are_wrong_calls(tmp_path):
    for path in (tmp_path / "nothing", tmp_path):
        with pytest.raises(WrongCall):
            list(take_all(str(path)))


def test_a_renamed_file_is_the_same_origin_under_another_name(tmp_path):
    for name in ("a.txt", "b.txt"):
        (tmp_path / name).write_text("The same words.", encoding="utf-8")
    a, b = take(tmp_path / "a.txt"), take(tmp_path / "b.txt")
    assert (a.origin.sha256, a.text_id) == (b.origin.sha256, b.text_id)
    assert a.origin.name != b.origin.name


@given(st.binary(max_size=200))
def test_any_bytes_are_read_or_refused(data):
    try:
        assert take_bytes(data, "x").text.strip()
    except InputRefused as e:
        assert str(e).startswith("x: ")  # noqa: PT017
