"""Kept values: made once, made anew when a source changes, and never trusted when damaged."""

import sys

import pytest

from resolute.ground.kept import kept


@pytest.fixture(autouse=True)
def writing_allowed(monkeypatch):
    monkeypatch.setattr(sys, "dont_write_bytecode", False)


def counted(value):
    calls = []

    def make():
        calls.append(1)
        return value

    return make, calls


def test_a_value_is_made_once_for_the_same_sources(tmp_path):
    make, calls = counted({"coal": ("2701", "2702")})
    assert [kept("a", [b"x"], make, folder=tmp_path) for _ in range(3)] == [{"coal": ("2701", "2702")}] * 3
    assert len(calls) == 1


def test_a_changed_source_makes_it_anew(tmp_path):
    make, calls = counted(1)
    for sources in ([b"x"], [b"y"], [b"x", b"y"], [b"xy"]):
        kept("a", sources, make, folder=tmp_path)
    assert len(calls) == 4


def test_a_damaged_copy_is_never_read(tmp_path):
    make, calls = counted([1, 2, 3])
    kept("a", [b"x"], make, folder=tmp_path)
    (copy,) = tmp_path.iterdir()
    whole = copy.read_bytes()
    for place in range(0, len(whole), 7):
        copy.write_bytes(whole[:place] + bytes([whole[place] ^ 1]) + whole[place + 1 :])
        assert kept("a", [b"x"], make, folder=tmp_path) == [1, 2, 3]
    copy.write_bytes(whole[:40])
    assert kept("a", [b"x"], make, folder=tmp_path) == [1, 2, 3]
    assert len(calls) > 2


def test_a_folder_that_cannot_be_written_costs_time_only(tmp_path):
    (tmp_path / "file").write_text("not a folder")
    make, calls = counted("made")
    assert [kept("a", [b"x"], make, folder=tmp_path / "file") for _ in range(2)] == ["made", "made"]
    assert len(calls) == 2


def test_who_asks_python_to_write_nothing_gets_nothing_written(tmp_path, monkeypatch):
    monkeypatch.setattr(sys, "dont_write_bytecode", True)
    make, calls = counted(1)
    assert [kept("a", [b"x"], make, folder=tmp_path) for _ in range(2)] == [1, 1]
    assert len(calls) == 2
    assert list(tmp_path.iterdir()) == []
