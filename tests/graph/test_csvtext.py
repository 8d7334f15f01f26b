"""CSV that we write: no cell is a formula to a spreadsheet, and reading it gives back what was written."""

from __future__ import annotations

import csv
import io

import pytest
from hypothesis import given
from hypothesis import strategies as st

from graph.csvtext import csv_text, unguarded

cells = st.text(st.characters(exclude_categories=["Cs"], exclude_characters="\0"))


@pytest.mark.parametrize("start", ["=", "+", "-", "@", "\t", "\r", "\n", "'=", "''@"])
def test_a_cell_that_a_spreadsheet_would_work_out_is_written_as_text(start):
    (row,) = csv.reader(io.StringIO(csv_text([[f"{start}cmd|' /C calc'!A0"]]), newline=""))
    assert row == [f"'{start}cmd|' /C calc'!A0"]


@given(st.lists(st.lists(cells, min_size=1), min_size=1), st.sampled_from(",;\t"))
def test_reading_what_was_written_gives_it_back(rows, delimiter):
    read = csv.reader(io.StringIO(csv_text(rows, delimiter), newline=""), delimiter=delimiter)
    assert [[unguarded(cell) for cell in row] for row in read] == rows


def test_lines_end_as_rfc_4180_has_it_and_plain_cells_stay_bare():
    assert csv_text([["naam", "rol"], ["Ann", "eigenaar"]], ";") == "naam;rol\r\nAnn;eigenaar\r\n"


def test_nothing_is_an_empty_text():
    assert csv_text([]) == ""
