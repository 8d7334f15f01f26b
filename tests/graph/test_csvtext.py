"""CSV that a spreadsheet reads as text: quoted where needed, and never a formula."""

from __future__ import annotations

import csv
import io

import pytest
from hypothesis import given
from hypothesis import strategies as st

from graph.csvtext import csv_text

cells = st.text(st.characters(exclude_categories=["Cs"], exclude_characters="\x00"))


@pytest.mark.parametrize("first", ["=", "+", "-", "@", "\t", "\r", "\n"])
def test_a_cell_that_begins_like_a_formula_gets_an_apostrophe(first):
    (row,) = csv.reader(io.StringIO(csv_text([[f"{first}cmd|' /C calc'!A0", "Ann"]]), newline=""))
    assert row == [f"'{first}cmd|' /C calc'!A0", "Ann"]


@pytest.mark.parametrize("cell", ["Ann", "'t Oventje", "a=b", "1-2", "€ 100,-", "", " =1"])
def test_any_other_cell_stays_as_it_is(cell):
    assert list(csv.reader(io.StringIO(csv_text([[cell, "x"]]), newline=""))) == [[cell, "x"]]


def test_lines_end_as_spreadsheets_want_and_nothing_is_written_for_no_rows():
    assert csv_text([["a", "b"], ["c", "d"]], ";") == "a;b\r\nc;d\r\n"
    assert csv_text([]) == ""


@given(st.lists(st.lists(cells, min_size=2, max_size=4)), st.sampled_from([",", ";", "\t"]))
def test_whatever_the_cells_hold_they_come_back_and_none_is_a_formula(rows, delimiter):
    read = list(csv.reader(io.StringIO(csv_text(rows, delimiter), newline=""), delimiter=delimiter))
    assert [[cell.removeprefix("'") for cell in row] for row in read] == [
        [cell.removeprefix("'") for cell in row] for row in rows
    ]
    assert not any(cell.startswith(("=", "+", "-", "@", "\t", "\r", "\n")) for row in read for cell in row)
