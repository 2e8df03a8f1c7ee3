"""Tables: every row a conduct or a refusal with its place; none is lost, whatever the form of the file."""

from __future__ import annotations

import datetime
import sys
from pathlib import Path

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from resolute.ground.conduct import Conduct
from resolute.ground.errors import InputRefused, ResoluteError, Unreachable, WrongCall
from resolute.ground.forms import to_json
from resolute.intake.tables import is_table, table_conducts

HEADS = ["Ref", "Act", "Date", "Cargo", "HS code", "Weight (t)", "Origin", "Actor country", "Flag"]
COAL = {
    "id": "1", "act": "procure", "on": "2017-09-01", "goods": [{"text": "anthracite", "hs": "2701"}], "origin": "KP",
    "quantity": {"min": 5000, "max": 5000, "unit": "t"}, "actor": {"state": "RU"}, "vessels": [{"flag": "PA"}],
}  # fmt: skip


def read(path: Path, **told: str) -> tuple[list[Conduct | InputRefused], list[str]]:
    said: list[str] = []
    return list(table_conducts(path, told, said.append)), said


def rows(path: Path, **told: str) -> list[object]:
    """Return each row as JSON, or as the line of its refusal with the folder left out."""
    found, _ = read(path, **told)
    return [to_json(f) if isinstance(f, Conduct) else str(f).replace(f"{path.parent}/", "") for f in found]


def csv_of(folder: Path, text: str, name: str = "deals.csv") -> Path:
    path = folder / name
    path.write_text(text, encoding="utf-8", newline="")
    return path


@pytest.fixture
def workbook(tmp_path):
    """Return a maker of workbooks: sheets by title, each a list of rows."""
    openpyxl = pytest.importorskip("openpyxl", reason="needs the extra `tables`")

    def make(name: str = "deals.xlsx", **sheets: list[list[object]]) -> Path:
        book = openpyxl.Workbook()
        book.remove(book.active)
        for title, several in sheets.items():
            sheet = book.create_sheet(title)
            for row in several:
                sheet.append(row)
        book.save(tmp_path / name)
        return tmp_path / name

    return make


ROW = [1, "procure", datetime.datetime(2017, 9, 1), "anthracite", 2701, 5000, "North Korea", "Russia", "Panama"]


def test_a_spreadsheet_of_a_trader_becomes_conducts(workbook):
    path = workbook(Deals=[HEADS, ROW])
    assert rows(path) == [COAL]


def test_the_guess_is_told_before_any_answer(workbook):
    _, said = read(workbook(Deals=[HEADS, ROW]))
    assert "column `Flag` read as vessels.0.flag" in said
    assert "column `Weight (t)` read as quantity, in t" in said


def test_a_guess_can_be_changed(workbook):
    path = workbook(Deals=[HEADS, ROW])
    (found,) = rows(path, Flag="actor.flag", Cargo="-")
    assert found["actor"] == {"state": "RU", "flag": "PA"}
    assert found["goods"] == [{"hs": "2701"}]


def test_heads_may_stand_below_a_title_and_empty_rows_are_no_rows(workbook):
    path = workbook(Deals=[["Deals of 2017"], [], HEADS, ROW, [], ROW])
    found, said = read(path)
    assert len(found) == 2
    assert any("the heads stand in row 3" in line for line in said)


def test_a_sheet_that_is_no_list_of_deals_is_named_and_not_read(workbook):
    found, said = read(workbook(Notes=[["by", "hand"], ["a", "b"]], Deals=[HEADS, ROW], More=[HEADS, ROW, ROW]))
    assert len(found) == 3
    assert "sheet `Notes` is not read: no column of it says what is done" in said


def test_each_bad_row_is_refused_with_its_place_and_the_others_are_answered(workbook):
    def but(column: str, cell: object) -> list[object]:
        return [cell if head == column else value for head, value in zip(HEADS, ROW, strict=True)]

    path = workbook(
        Deals=[
            HEADS, but("Origin", "Norland"), ROW, but("Cargo", "#N/A"), but("Date", "=TODAY()"), [*ROW, "stray"],
            but("Act", "import"), but("Date", "1/9/2017"),
        ]
    )  # fmt: skip
    found = rows(path)
    assert found[1] == COAL
    assert [line for line in found if line != COAL] == [
        'deals.xlsx, sheet Deals, row 2: origin is "Norland"; wanted a State or a port, by code (RU, RUNJK) or by name '
        "(Russia, Nakhodka). Write the code of a port that is not in the table with a space: CN SHG.",
        "deals.xlsx, sheet Deals, row 4: cell D holds #N/A; wanted a value.",
        "deals.xlsx, sheet Deals, row 5: cell C holds a formula without a result; wanted a value. Open and save it "
        "once in the program that made it.",
        "deals.xlsx, sheet Deals, row 6: a cell without a head above it; wanted 9 cells, one under each head.",
        "deals.xlsx, sheet Deals, row 7: act `import` is not an act; wanted `procure` (buy, import or receive goods).",
        'deals.xlsx, sheet Deals, row 8: on "1/9/2017" is not a date; wanted EDTF, as 2017-08-05, 2017-08 or '
        "../2019-12-31.",
    ]


def test_a_file_that_lies_about_its_size_loses_no_row(workbook, tmp_path):
    import zipfile

    path, lying = workbook(Deals=[HEADS, *[ROW] * 20]), tmp_path / "lying.xlsx"
    with zipfile.ZipFile(path) as old, zipfile.ZipFile(lying, "w") as new:
        for name in old.namelist():
            data = old.read(name)
            new.writestr(name, data.replace(b'<dimension ref="A1:I21"', b'<dimension ref="A1:I3"'))
    assert b'ref="A1:I3"' in zipfile.ZipFile(lying).read("xl/worksheets/sheet1.xml")
    assert len(rows(lying)) == 20


def test_parquet_holds_conducts_as_plain_columns_or_as_groups_of_fields(tmp_path):
    pa = pytest.importorskip("pyarrow", reason="needs the extra `tables`")
    pq = pytest.importorskip("pyarrow.parquet", reason="needs the extra `tables`")
    path = tmp_path / "deals.parquet"
    table = pa.table(
        {
            "id": ["1", "2"],
            "act": ["procure", "procure"],
            "on": [datetime.date(2017, 9, 1), None],
            "goods": [[{"text": "anthracite", "hs": "2701"}], None],
            "actor": [{"state": "RU", "kind": None}, None],
            "origin": ["KP", None],
            "Weight (t)": [5000.0, None],
            "Flag": ["PA", None],
            "facts": pa.array([[("livelihood", True)], None], pa.map_(pa.string(), pa.bool_())),
        }
    )
    pq.write_table(table, path)
    assert rows(path) == [{**COAL, "facts": {"livelihood": True}}, {"id": "2", "act": "procure"}]


def test_the_same_deal_reads_the_same_from_csv_and_from_a_spreadsheet(workbook, tmp_path):
    line = "1,procure,2017-09-01,anthracite,2701,5000,North Korea,Russia,Panama"
    path = csv_of(tmp_path, ",".join(HEADS) + "\n" + line + "\n")
    assert rows(path) == rows(workbook(Deals=[HEADS, ROW])) == [COAL]


@pytest.mark.parametrize(("name", "between"), [("a.csv", ","), ("a.csv", ";"), ("a.csv", "\t"), ("a.tsv", "\t")])
def test_csv_may_have_another_sign_between_its_cells(tmp_path, name, between):
    path = csv_of(tmp_path, between.join(["act", "on"]) + "\r\n" + between.join(["supply", "2017"]) + "\r\n", name)
    assert rows(path) == [{"act": "supply", "on": "2017"}]


def test_a_row_of_csv_with_too_many_or_too_few_cells_is_refused_with_its_line(tmp_path):
    path = csv_of(tmp_path, 'act,on,id\nsupply,2017,"a\nb"\nsupply\nsupply,2017,c,d\n\nprocure,2018,e\n')
    assert rows(path) == [
        {"act": "supply", "id": "a b", "on": "2017"},
        "deals.csv:4: 1 cells; wanted 3, one under each head.",
        "deals.csv:5: a cell without a head above it; wanted 3 cells, one under each head.",
        {"act": "procure", "id": "e", "on": "2018"},
    ]


def test_norway_is_no_answer_no(tmp_path):
    path = csv_of(tmp_path, "act,from,facts.livelihood\nsupply,NO,no\n")
    assert rows(path) == [{"act": "supply", "from": "NO", "facts": {"livelihood": False}}]


def test_parties_stand_by_their_role(tmp_path):
    text = 'Act,Seller,Seller country,Buyer,Buyer listed by\nsupply,ORLAN,DPRK,Zarya,"UN, us"\n'
    (found,) = rows(csv_of(tmp_path, text))
    assert found["parties"] == [
        {"role": "seller", "name": "ORLAN", "state": "KP"},
        {"role": "buyer", "name": "Zarya", "designated_by": ["un", "us"]},
    ]


def test_unit_and_currency_may_stand_in_columns_of_their_own(tmp_path):
    text = "Act,Qty,Unit,Price,Currency\nsupply,5,tonnes,10,usd\n"
    (found,) = rows(csv_of(tmp_path, text))
    assert found["quantity"] == {"min": 5, "max": 5, "unit": "t"}
    assert found["value"] == {"amount": 10, "currency": "USD"}


@pytest.mark.parametrize(
    ("text", "said"),
    [
        ("Date,Cargo\n2017,coal\n", "no column says what is done; columns: `Date`, `Cargo`"),
        ("", "no heads"),
    ],
)
def test_a_table_without_an_act_or_without_heads_is_refused_once(tmp_path, text, said):
    path = csv_of(tmp_path, text)
    try:
        (found,) = rows(path)
    except InputRefused as e:
        found = str(e)
    assert said in found


@pytest.mark.parametrize("name", ["deals.xls", "deals.ods"])
def test_other_forms_of_spreadsheets_are_refused_with_the_mend(tmp_path, name):
    assert is_table(name)
    with pytest.raises(InputRefused, match=r"wanted an \.xlsx or a \.csv file"):
        read(tmp_path / name)


@pytest.mark.parametrize(("name", "library"), [("a.xlsx", "openpyxl"), ("a.parquet", "pyarrow.parquet")])
def test_without_the_library_one_line_says_what_to_install(tmp_path, monkeypatch, name, library):
    (tmp_path / name).write_bytes(b"PK")
    monkeypatch.setitem(sys.modules, library, None)
    with pytest.raises(Unreachable, match=r"pip install 'resolute\[tables\]'") as e:
        read(tmp_path / name)
    assert "\n" not in str(e.value)


def test_a_file_that_is_not_there_is_a_wrong_call(tmp_path):
    for name in ("a.csv", "a.xlsx", "a.parquet"):
        with pytest.raises(WrongCall, match="no such file"):
            read(tmp_path / name)


def test_an_empty_workbook_is_refused(workbook):
    with pytest.raises(InputRefused, match="no rows"):
        read(workbook(Deals=[]))


TEXTS = st.text(alphabet=st.sampled_from("act,on;\n\"' 2017KPcoalé\t="), max_size=80)


@given(text=TEXTS, rows_of=st.lists(TEXTS, max_size=4))
@settings(max_examples=120, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture])
def test_any_text_is_answered_or_refused(tmp_path, text, rows_of):
    path = csv_of(tmp_path, "act,on,Cargo,Qty\n" + text + "\n" + "\n".join(rows_of))
    for found in read(path)[0]:
        assert isinstance(found, (Conduct, InputRefused))


@given(
    cells=st.lists(st.text(alphabet=st.characters(blacklist_categories=("Cs",)), max_size=12), min_size=4, max_size=4)
)
@settings(max_examples=120, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture])
def test_no_row_is_lost(tmp_path, cells):
    quoted = ",".join('"' + c.replace('"', '""') + '"' for c in cells)
    path = csv_of(tmp_path, f"act,on,Cargo,Qty\nsupply,2017,coal,5 t\n{quoted}\nprocure,2018,coal,5 t\n")
    try:
        found, _ = read(path)
    except ResoluteError:
        return
    assert len(found) == (3 if any(c.strip() for c in cells) else 2)
    assert [isinstance(f, Conduct) for f in (found[0], found[-1])] == [True, True]


@given(at=st.integers(0, 10**6), to=st.binary(min_size=1, max_size=4))
@settings(max_examples=60, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture])
def test_a_damaged_workbook_is_read_or_refused(whole, tmp_path, at, to):
    data = bytearray(whole)
    data[at % len(data) : at % len(data) + len(to)] = to
    damaged = tmp_path / "damaged.xlsx"
    damaged.write_bytes(bytes(data))
    try:
        found, _ = read(damaged)
    except ResoluteError:
        return
    assert all(isinstance(f, (Conduct, InputRefused)) for f in found)


@pytest.fixture
def whole(workbook):
    """The bytes of a workbook that is whole."""
    return workbook(Deals=[HEADS, ROW]).read_bytes()
