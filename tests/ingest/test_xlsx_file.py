"""Spreadsheets: every cell as the text that it shows of its value; what is broken or huge is refused."""

from __future__ import annotations

import datetime
import io
import zipfile

import openpyxl
import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from ingest import xlsx_file
from ingest.unreadable import Unreadable
from ingest.xlsx_file import Sheet, read_xlsx, xlsx_bytes


@pytest.fixture
def book(tmp_path):
    """Reads what a workbook says once a function has filled its first sheet."""

    def read(fill):
        made = openpyxl.Workbook()
        fill(made.active)
        made.save(tmp_path / "people.xlsx")
        return read_xlsx(tmp_path / "people.xlsx")

    return read


def cells(table):
    return [row.cells for row in table.rows]


def put(value, number_format="General"):
    """Fills A2 below a heading."""

    def fill(sheet):
        sheet["A1"], sheet["A2"] = "naam", value
        sheet["A2"].number_format = number_format

    return fill


DAY = datetime.datetime(2021, 9, 3, 14, 30)
VALUES = [
    ("Ann", "General", "Ann"),
    (25, "General", "25"),
    (25.0, "0.00", "25"),
    (12.5, "General", "12.5"),
    (True, "General", "TRUE"),
    (DAY, "dd/mm/yyyy", "2021-09-03"),
    (DAY, "d mmmm yyyy", "2021-09-03"),
    (DAY, "yyyy-mm-dd h:mm", "2021-09-03"),
    (DAY, "mmm-yy", "2021-09"),
    (DAY, "[$-413]mmmm yyyy", "2021-09"),
    (DAY, 'yyyy "jaar der dm"', "2021"),
    (DAY, "d-mmm", "2021-09-03"),
]


@pytest.mark.parametrize(("value", "number_format", "text"), VALUES)
def test_a_cell_is_the_text_that_it_shows_and_no_more_precise(book, value, number_format, text):
    (table,) = book(put(value, number_format))
    assert cells(table) == [(text,)]


def test_rows_keep_their_number(book):
    def fill(sheet):
        sheet["B3"], sheet["B7"] = "naam", "Ann"

    (table,) = book(fill)
    assert (table.headings, [(row.number, row.cells) for row in table.rows]) == (("", "naam"), [(7, ("", "Ann"))])


def test_a_formula_counts_as_its_outcome_and_without_one_its_cell_is_wrong(book, tmp_path):
    def fill(sheet):
        sheet.append(["naam", "size"])
        sheet.append(["Ann", "=1+1"])

    (table,) = book(fill)
    assert table.rows[0].wrong[1].nl == (
        "cel B2 heeft een formule zonder uitkomst; open het bestand in Excel en bewaar het"
    )
    path = tmp_path / "people.xlsx"
    worked_out = _with(
        path,
        "xl/worksheets/sheet1.xml",
        lambda xml: xml.replace(b"<v></v>", b"<v>2</v>").replace(b"<v />", b"<v>2</v>"),
    )
    path.write_bytes(worked_out)
    (table,) = read_xlsx(path)
    assert (table.rows[0].cells, table.rows[0].wrong) == (("Ann", "2"), {})


def _with(path, part, change):
    """The bytes of a workbook in which one part is changed."""
    made = io.BytesIO()
    with zipfile.ZipFile(path) as old, zipfile.ZipFile(made, "w") as new:
        for name in old.namelist():
            data = old.read(name)
            new.writestr(name, change(data) if name == part else data)
    return made.getvalue()


def test_an_error_in_a_cell_makes_that_cell_wrong(book):
    def fill(sheet):
        put("#N/A")(sheet)
        sheet["A2"].data_type = "e"

    (table,) = book(fill)
    assert table.rows[0].wrong[0].en == "cell A2 gives #N/A"


def test_every_sheet_is_read_hidden_or_not_but_those_in_brackets(tmp_path):
    made = openpyxl.Workbook()
    made.active.title = "Mensen"
    made.active["A1"] = "naam"
    for name in ("Bedrijven", "(uitleg)", "leeg"):
        made.create_sheet(name)
    made["Bedrijven"]["A1"] = made["(uitleg)"]["A1"] = "name"
    made["Bedrijven"].sheet_state = "hidden"
    made.save(tmp_path / "town.xlsx")
    assert [table.name for table in read_xlsx(tmp_path / "town.xlsx")] == ["Mensen", "Bedrijven"]


def test_hidden_rows_and_columns_are_read_like_others(book):
    def fill(sheet):
        sheet.append(["naam", "kent"])
        sheet.append(["Ann", "Bob"])
        sheet.row_dimensions[2].hidden = True
        sheet.column_dimensions["B"].hidden = True

    (table,) = book(fill)
    assert cells(table) == [("Ann", "Bob")]


OLE = b"\xd0\xcf\x11\xe0" + b"\0" * 100
BROKEN = {
    "nothing": (b"", "geen Excel-bestand; bewaar het als .xlsx, of als CSV UTF-8"),
    "text": (b"naam,kent", "geen Excel-bestand; bewaar het als .xlsx, of als CSV UTF-8"),
    "half of a zip": (xlsx_bytes([Sheet("a", [["naam"]])])[:900], "geen Excel-bestand; bewaar het als .xlsx, of"),
    "an old or protected file": (OLE, "een oud of beveiligd Excel-bestand; bewaar het als .xlsx zonder wachtwoord"),
}


@pytest.mark.parametrize(("data", "nl"), BROKEN.values(), ids=BROKEN)
def test_what_is_no_spreadsheet_is_refused(write, data, nl):
    with pytest.raises(Unreadable) as error:
        read_xlsx(write(data, "people.xlsx"))
    assert error.value.reason.nl.startswith(nl)


def test_a_zip_of_something_else_is_refused(write):
    stream = io.BytesIO()
    with zipfile.ZipFile(stream, "w") as archive:
        archive.writestr("holiday.jpg", b"")
    with pytest.raises(Unreadable) as error:
        read_xlsx(write(stream.getvalue(), "people.xlsx"))
    assert error.value.reason.nl.startswith("geen leesbaar Excel-bestand (")


def test_a_file_that_would_unpack_to_something_huge_is_refused_before_it_is_unpacked(write):
    stream = io.BytesIO()
    with (
        zipfile.ZipFile(stream, "w", zipfile.ZIP_DEFLATED) as archive,
        archive.open("xl/worksheets/a.xml", "w") as part,
    ):
        for _ in range(160):
            part.write(b" " * 1_000_000)
    with pytest.raises(Unreadable) as error:
        read_xlsx(write(stream.getvalue(), "people.xlsx"))
    assert error.value.reason.nl == "uitgepakt 160 MB; ten hoogste 150 MB"


def test_a_row_that_says_it_is_far_down_ends_the_reading(book, tmp_path):
    book(put("Ann"))
    path = tmp_path / "people.xlsx"
    path.write_bytes(
        _with(
            path,
            "xl/worksheets/sheet1.xml",
            lambda xml: xml.replace(b'"2"', b'"999999999"').replace(b'"A2"', b'"A999999999"'),
        )
    )
    (table,) = read_xlsx(path)
    assert table.rows == ()


@settings(suppress_health_check=[HealthCheck.function_scoped_fixture], max_examples=30)
@given(st.data())
def test_any_damage_to_a_spreadsheet_is_read_or_refused(write, data):
    part = data.draw(
        st.sampled_from(["xl/worksheets/sheet1.xml", "xl/workbook.xml", "xl/styles.xml", "[Content_Types].xml"])
    )
    whole = write(xlsx_bytes([Sheet("a", [["naam", "kent"], ["Ann", "Bob"]], {1: ["Bob"]})]), "people.xlsx")

    def damage(xml):
        place = data.draw(st.integers(0, len(xml)))
        return xml[:place] + data.draw(st.binary(max_size=8)) + xml[place + data.draw(st.integers(0, 30)) :]

    whole.write_bytes(_with(whole, part, damage))
    try:
        tables = read_xlsx(whole)
    except Unreadable:
        return
    assert isinstance(tables, list)


texts = st.text(st.characters(exclude_categories=["Cs", "Cc"]), max_size=20).map(str.strip)


@settings(suppress_health_check=[HealthCheck.function_scoped_fixture], max_examples=30)
@given(st.lists(st.lists(texts, min_size=2, max_size=2).filter(any), min_size=1, max_size=4))
def test_what_is_written_is_read_back_as_text(write, rows):
    wanted = [["naam", "kent"], *rows]
    (table,) = read_xlsx(write(xlsx_bytes([Sheet("Mensen", wanted)]), "people.xlsx"))
    found = [list(row.cells) + [""] * (2 - len(row.cells)) for row in table.rows]
    assert found == rows


def test_what_is_written_has_text_in_every_cell_and_lists_that_suggest(tmp_path):
    path = tmp_path / "town.xlsx"
    path.write_bytes(xlsx_bytes([Sheet("Mensen", [["naam", "rol"], ["=1+1", "x\x07y"]], {1: ["eigenaar", "lid"]})]))
    made = openpyxl.load_workbook(path)
    sheet = made["Mensen"]
    assert (sheet["A2"].value, sheet["A2"].data_type, sheet["B2"].value) == ("=1+1", "s", "x\N{REPLACEMENT CHARACTER}y")
    assert {sheet.column_dimensions[letter].number_format for letter in "AB"} == {xlsx_file.TEXT}
    (suggested,) = sheet.data_validations.dataValidation
    assert (suggested.formula1, suggested.showErrorMessage) == ("'(keuzes)'!$A$1:$A$2", False)
    assert [cell.value for cell in made["(keuzes)"]["A"]] == ["eigenaar", "lid"]
    assert made["(keuzes)"].sheet_state == "hidden"
