"""Rows of YAML and CSV tables: the values of the core schema, and the line on which each part stands."""

import contextlib
import re
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from resolute.ground.errors import FieldRefused, InputRefused
from resolute.ground.rows import parse_yaml, read_csv, read_yaml, table

HERE = Path("law.yaml")
bounded = settings(max_examples=150, deadline=None)


@pytest.mark.parametrize(
    ("written", "meant"),
    [
        pytest.param("NO", "NO", id="Norway"),
        pytest.param("no", "no", id="the word no"),
        pytest.param("yes", "yes", id="the word yes"),
        pytest.param("on", "on", id="the word on"),
        pytest.param("2017-08-05", "2017-08-05", id="a day stays text"),
        pytest.param("none later than", "none later than", id="words that begin with n"),
        pytest.param("nuclear", "nuclear", id="a word that begins with nu"),
        pytest.param("null and void", "null and void", id="words that begin with null"),
        pytest.param("true to the text", "true to the text", id="words that begin with true"),
        pytest.param("7.62 bbl", "7.62 bbl", id="words that begin with a number"),
        pytest.param("12 tankers", "12 tankers", id="words that begin with digits"),
        pytest.param("0801", "0801", id="a heading keeps its zero"),
        pytest.param("12:30", "12:30", id="no number to the base of 60"),
        pytest.param("1_000", "1_000", id="no digits with underscores"),
        pytest.param("123456789012345678901234567890", "123456789012345678901234567890", id="a name of digits"),
        pytest.param("2701", 2701, id="a whole number"),
        pytest.param("-3", -3, id="a number below zero"),
        pytest.param("7.62", 7.62, id="a number with a fraction"),
        pytest.param("true", True, id="true"),
        pytest.param("false", False, id="false"),
        pytest.param("null", None, id="null"),
        pytest.param("~", None, id="a tilde"),
        pytest.param("", None, id="nothing"),
        pytest.param('"2701"', "2701", id="digits in quotation marks"),
    ],
)
def test_a_plain_value_is_read_by_the_core_schema(written, meant):
    data = parse_yaml(f"value: {written}", HERE).data
    assert data == {"value": meant}
    assert type(data["value"]) is type(meant)


def test_a_key_that_stands_twice_is_refused_with_its_line():
    with pytest.raises(InputRefused, match=r"law\.yaml:3: `kind` stands here a second time; wanted each key once"):
        parse_yaml("kind: cap\nunit: t\nkind: duty\n", HERE)


@pytest.mark.parametrize(
    ("text", "said"),
    [
        pytest.param("a: [1, 2", r"law\.yaml:\d+: ", id="a bracket left open"),
        pytest.param("a: !!python/object:os.system x", r"law\.yaml:1: tag tag:yaml\.org,2002:python", id="a tag"),
        pytest.param("a: !!int x", r'law\.yaml:1: "x"; wanted a number', id="a number that is none"),
        pytest.param("a: &x {b: 1}\nc: *x", r"law\.yaml:1: `\*` repeats", id="an alias"),
        pytest.param("a: &x [*x]", r"law\.yaml:1: `\*` repeats", id="an alias to itself"),
        pytest.param("? [a, b]\n: c", r"law\.yaml:1: a key of several parts", id="a key of several parts"),
        pytest.param("a: 1\n---\nb: 2", r"law\.yaml:2: ", id="two documents"),
        pytest.param("a: \x07", r"law\.yaml:1: ", id="a bell"),
        pytest.param("a: \ud800", r"law\.yaml:1: ", id="half a character"),
        pytest.param("[" * 100_000 + "]" * 100_000, "more than 100 parts within parts", id="brackets without end"),
        pytest.param("a:\n" + "- " * 100_000, r"law\.yaml:2: more than 100 parts", id="dashes without end"),
    ],
)
def test_what_is_not_plain_is_refused_with_its_line(text, said):
    with pytest.raises(InputRefused, match=said):
        parse_yaml(text, HERE)


@bounded
@given(st.text(max_size=80))
def test_any_text_is_read_or_refused(text):
    with contextlib.suppress(InputRefused):
        parse_yaml(text, HERE)


@bounded
@given(
    st.lists(
        st.tuples(st.integers(0, 3), st.sampled_from(["NO", "coal", "[a, b]", "{x: 1}", "'it''s'", "7", ""])),
        min_size=1,
        max_size=12,
    )
)
def test_every_part_knows_the_line_on_which_it_stands(rows):
    lines, where = [], {}
    for n, (blanks, value) in enumerate(rows):
        lines += ["# a remark"] * blanks
        where[f"key{n}"] = len(lines) + 1
        lines.append(f"key{n}: {value}")
    tree = parse_yaml("\n".join(lines), HERE)
    assert {key: tree.where((key,)) for key in where} == {key: f"law.yaml:{line}" for key, line in where.items()}
    assert tree.where(("key0", "deeper", 3)) == f"law.yaml:{where['key0']}"


def test_a_refusal_names_the_line_of_the_part_it_is_about():
    tree = parse_yaml("measures:\n  - id: UNSCR-2371-8\n    in_force:\n      start: 05.08.2017\n", HERE)
    refused = FieldRefused(("in_force", "start"), 'is "05.08.2017"', "a date, YYYY-MM-DD")
    assert str(tree.refused(refused, ("measures", 0))) == (
        'law.yaml:4: in_force.start is "05.08.2017"; wanted a date, YYYY-MM-DD.'
    )


def test_a_block_of_text_that_holds_a_key_is_on_the_line_of_its_key():
    tree = parse_yaml("rule: |\n  no coal\n  no iron\nnote: x\n", HERE)
    assert (tree.where(("rule",)), tree.where(("note",))) == ("law.yaml:1", "law.yaml:4")


def test_a_yaml_file_is_utf_8(tmp_path):
    bad = tmp_path / "a.yaml"
    bad.write_bytes(b"name: \xff")
    with pytest.raises(InputRefused, match="byte 6 is not UTF-8"):
        read_yaml(bad)
    bad.write_bytes(b"\xef\xbb\xbfname: Rajin")
    assert read_yaml(bad).data == {"name": "Rajin"}


def written(path, text):
    path.write_bytes(text.encode())
    return path


def test_a_row_of_a_csv_table_knows_the_line_on_which_it_begins(tmp_path):
    path = written(tmp_path / "ports.csv", 'code,name\nKPNAM,Nampo\nKPRJN,"Rajin\nRason"\nRUNJK,Nakhodka\n')
    rows = read_csv(path, ("code", "name"))
    assert [(r["code"], r["name"], r.line) for r in rows] == [
        ("KPNAM", "Nampo", 2),
        ("KPRJN", "Rajin\nRason", 3),
        ("RUNJK", "Nakhodka", 5),
    ]
    assert rows[2].where == f"{path}:5"


@pytest.mark.parametrize(
    ("text", "said"),
    [
        pytest.param("code,port\nKPNAM,Nampo\n", ":1: columns code, port; wanted code, name", id="another column"),
        pytest.param("", ":1: columns ; wanted code, name", id="an empty file"),
        pytest.param("code,name\nKPNAM\n", ":2: 1 cells; wanted 2 cells", id="a cell too few"),
        pytest.param('code,name\n"a\nb",c\nx\n', ":4: 1 cells", id="a cell too few after a line break in a cell"),
        pytest.param('code,name\nKPNAM,"Nampo\n', ":2: ", id="a quotation left open"),
    ],
)
def test_a_csv_table_has_exactly_its_columns(tmp_path, text, said):
    with pytest.raises(InputRefused, match=re.escape(said)):
        read_csv(written(tmp_path / "ports.csv", text), ("code", "name"))


def test_a_csv_table_is_utf_8(tmp_path):
    path = tmp_path / "ports.csv"
    path.write_bytes(b"code,name\nKPNAM,\xff\n")
    with pytest.raises(InputRefused, match="not UTF-8"):
        read_csv(path, ("code", "name"))
    path.write_bytes(b"\xef\xbb\xbfcode,name\nKPNAM,Nampo\n")
    assert read_csv(path, ("code", "name"))[0]["code"] == "KPNAM"


@pytest.mark.parametrize("name", ["vocabulary.yaml", "states.yaml", "goods.yaml", "units.yaml"])
def test_the_tables_of_the_ground_are_read(name):
    assert read_yaml(table(name)).data
