"""CSV from whichever spreadsheet: delimiter and encoding are found, and what is no table is refused."""

from __future__ import annotations

import codecs

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from graph.csvtext import csv_text
from ingest.csv_file import read_csv
from ingest.table import LARGEST, MOST_ROWS
from ingest.unreadable import Unreadable
from tests.worlds import WORDS


@pytest.fixture
def read(write):
    """The table in a file with this text or these bytes."""
    return lambda text: read_csv(write(text, "people.csv"), WORDS)


def rows(table):
    return [(row.number, *row.cells) for row in table.rows]


@pytest.mark.parametrize("delimiter", [",", ";", "\t"])
def test_the_delimiter_is_the_one_that_finds_the_headings(read, delimiter):
    table = read(f"naam{delimiter}werkt voor, of zo\nAnn{delimiter}'t Hart; Bob\n".replace(", of zo", ""))
    assert (table.delimiter, table.headings, rows(table)) == (
        delimiter,
        ("naam", "werkt voor"),
        [(2, "Ann", "'t Hart; Bob")] if delimiter != ";" else [(2, "Ann", "'t Hart", " Bob")],
    )


def test_a_delimiter_that_the_file_names_is_taken(read):
    table = read("sep=;\r\nnaam;kent\r\nAnn;Bob, Cor\r\n")
    assert (table.headings, rows(table)) == (("naam", "kent"), [(2, "Ann", "Bob, Cor")])


@pytest.mark.parametrize(
    ("bom", "encoding"),
    [
        (b"", "utf-8"),
        (codecs.BOM_UTF8, "utf-8"),
        (b"", "cp1252"),
        (codecs.BOM_UTF16_LE, "utf-16-le"),
        (codecs.BOM_UTF16_BE, "utf-16-be"),
    ],
)
def test_the_encodings_that_spreadsheets_save_are_read(read, bom, encoding):
    table = read(bom + "naam;omschrijving\nZoë;€ 1 – ‘koffie’\n".encode(encoding))
    assert (table.headings, rows(table)) == (("naam", "omschrijving"), [(2, "Zoë", "€ 1 – ‘koffie’")])


def test_rows_have_the_number_that_a_spreadsheet_shows_and_empty_ones_are_passed_over(read):
    table = read('\nnaam,omschrijving\n\nAnn,"twee\nregels"\n,\nBob,\n')
    assert (table.headings, rows(table)) == (
        ("naam", "omschrijving"),
        [(4, "Ann", "twee\nregels"), (6, "Bob", "")],
    )


def test_what_made_a_cell_safe_against_formulas_is_undone(read):
    table = read(csv_text([["naam", "telefoonnummer"], ["=Ann", "+31 6"], ["'=Bob", "-"]]))
    assert rows(table) == [(2, "=Ann", "+31 6"), (3, "'=Bob", "-")]


@pytest.mark.parametrize("text", ["", "\n\n", "  \n", codecs.BOM_UTF8])
def test_a_file_without_anything_has_no_table(read, text):
    assert read(text) is None


UNREADABLE = {
    "a spreadsheet": (b"PK\x03\x04 and more", 0, "dit is een Excel-bestand; geef het de naam .xlsx"),
    "an old one": (
        b"\xd0\xcf\x11\xe0 and more",
        0,
        "dit is een oud of beveiligd Excel-bestand; bewaar het als .xlsx zonder wachtwoord",
    ),
    "a NUL": (b"naam\nAnn\0", 2, "een NUL-byte, dus geen gewone tekst; bewaar het als CSV UTF-8"),
    "UTF-16 without its mark": ("naam".encode("utf-16-le"), 1, "een NUL-byte, dus geen gewone tekst;"),
    "half of UTF-16": (codecs.BOM_UTF16_LE + b"a", 0, "geen tekst die ik ken (byte 0); bewaar het als CSV UTF-8"),
    "no encoding at all": (b"naam\n\x81\xff", 0, "geen tekst die ik ken (byte 5); bewaar het als CSV UTF-8"),
    "a quotation mark that never closes": (
        b'naam,kent\nAnn,Bob\nCor,"Dee\nEva\n',
        3,
        "een aanhalingsteken dat niet klopt: een cel die ermee begint eindigt er ook mee, en een aanhalingsteken erin"
        ' staat dubbel ("") (unexpected end of data)',
    ),
    "a quotation mark inside": (b'naam,kent\n"Ann" x,Bob\n', 2, "een aanhalingsteken dat niet klopt"),
}


@pytest.mark.parametrize(("data", "line", "nl"), UNREADABLE.values(), ids=UNREADABLE)
def test_what_is_no_table_is_refused_with_its_line(read, data, line, nl):
    with pytest.raises(Unreadable) as error:
        read(data)
    assert error.value.line == line
    assert error.value.reason.nl.startswith(nl)
    assert error.value.reason.en


def test_too_many_rows_are_refused(read):
    with pytest.raises(Unreadable) as error:
        read("naam\n" + "a\n" * (MOST_ROWS + 1))
    assert error.value.reason.nl == "meer dan 100000 rijen; deel het bestand op"


def test_too_many_bytes_are_refused(write):
    path = write("naam\n", "people.csv")
    with path.open("r+b") as file:
        file.truncate(LARGEST + 1)
    with pytest.raises(Unreadable) as error:
        read_csv(path, WORDS)
    assert error.value.reason.en == "20 MB is too large; at most 20 MB, split the file"


@settings(suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(st.binary(max_size=200) | st.text(alphabet='naam,;"\n\r\t\0 x=', max_size=60).map(str.encode))
def test_any_bytes_are_a_table_or_refused(read, data):
    try:
        table = read(data)
    except Unreadable:
        return
    assert table is None or table.headings
