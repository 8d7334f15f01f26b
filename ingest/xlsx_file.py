"""The door to openpyxl: spreadsheets in the form of Excel, read as text and written as text."""

from __future__ import annotations

import datetime
import io
import itertools
import re
import warnings
import zipfile
import zlib
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any

from openpyxl import Workbook, load_workbook
from openpyxl.cell.cell import ILLEGAL_CHARACTERS_RE
from openpyxl.styles import Alignment, Font
from openpyxl.utils import get_column_letter
from openpyxl.worksheet.datavalidation import DataValidation
from openpyxl.worksheet.worksheet import Worksheet

from graph.texts import Text
from ingest.table import Row, Table, read_bytes, table_of
from ingest.unreadable import Unreadable

LARGEST_UNPACKED = 150_000_000
LAST_ROW = 1_048_576
TEXT = "@"
CHOICES = "(keuzes)"
_OLD = b"\xd0\xcf\x11\xe0"
_FORMULA = re.compile(rb"<(?:\w+:)?f[ >/]")
_QUOTED = re.compile(r'"[^"]*"|\[[^\]]*\]|\\.')
_WIDEST = 40


def read_xlsx(path: Path) -> list[Table]:
    """The sheets that are not empty and whose name does not stand in brackets, hidden or not.

    A cell is what it shows of its value: a date at the precision of its format, a formula as its outcome. Raises
    `Unreadable` for what is no spreadsheet, has a password, or would unpack to something huge.
    """
    data = read_bytes(path)
    with_formulas = _look_inside(path, data)
    try:
        with warnings.catch_warnings():
            warnings.simplefilter("ignore")  # openpyxl warns of styles that it leaves out
            values = load_workbook(io.BytesIO(data), read_only=True, data_only=True)
            formulas = load_workbook(io.BytesIO(data), read_only=True) if with_formulas else None
            found = []
            for sheet in values.worksheets:
                if not re.fullmatch(r"\(.*\)", sheet.title.strip()):
                    written = formulas[sheet.title] if formulas else None
                    found.append(table_of(path, _rows(sheet, written), sheet.title))
    except Unreadable:
        raise
    except Exception as error:  # whatever a broken file makes openpyxl stumble over
        reason = f"{type(error).__name__}: {error}"[:200]
        raise Unreadable(
            path,
            f"geen leesbaar Excel-bestand ({reason}); open het en bewaar het opnieuw als .xlsx",
            f"no readable Excel file ({reason}); open it and save it again as .xlsx",
        ) from error
    return [table for table in found if table is not None]


def _look_inside(path: Path, data: bytes) -> bool:
    """Whether a sheet has formulas; refuses what had better not be unpacked."""
    if data.startswith(_OLD):
        raise Unreadable(
            path,
            "een oud of beveiligd Excel-bestand; bewaar het als .xlsx zonder wachtwoord",
            "an old or protected Excel file; save it as .xlsx without a password",
        )
    try:
        with zipfile.ZipFile(io.BytesIO(data)) as archive:
            size = sum(part.file_size for part in archive.infolist())
            if size > LARGEST_UNPACKED:
                raise Unreadable(
                    path,
                    f"uitgepakt {size // 1_000_000} MB; ten hoogste {LARGEST_UNPACKED // 1_000_000} MB",
                    f"{size // 1_000_000} MB when unpacked; at most {LARGEST_UNPACKED // 1_000_000} MB",
                )
            sheets = [name for name in archive.namelist() if "/worksheets/" in name]
            return any(_FORMULA.search(archive.read(name)) for name in sheets)
    except (zipfile.BadZipFile, OSError, EOFError, ValueError, RuntimeError, zlib.error) as error:
        raise Unreadable(
            path,
            "geen Excel-bestand; bewaar het als .xlsx, of als CSV UTF-8",
            "no Excel file; save it as .xlsx, or as CSV UTF-8",
        ) from error


def _rows(sheet: Any, written: Any) -> Iterator[Row]:
    sheet.reset_dimensions()  # what a file says of its own size is not to be trusted
    below = iter(())
    if written is not None:
        written.reset_dimensions()
        below = written.iter_rows()
    for number, cells in enumerate(itertools.islice(sheet.iter_rows(), LAST_ROW), 1):
        formulas = next(below, ())
        texts = tuple(_text(cell) for cell in cells)
        wrong = {place: text for place, cell in enumerate(cells) if (text := _wrong(cell, formulas[place : place + 1]))}
        yield Row(number, texts, wrong)


def _wrong(cell: Any, formula: Sequence[Any]) -> Text | None:
    if cell.data_type == "e":
        return Text(f"cel {cell.coordinate} geeft {cell.value}", f"cell {cell.coordinate} gives {cell.value}")
    if cell.value is None and formula and formula[0].data_type == "f":
        at = formula[0].coordinate
        return Text(
            f"cel {at} heeft een formule zonder uitkomst; open het bestand in Excel en bewaar het",
            f"cell {at} has a formula without an outcome; open the file in Excel and save it",
        )
    return None


def _text(cell: Any) -> str:
    value = cell.value
    match value:
        case None:
            return ""
        case bool():
            return str(value).upper()
        case float() if value.is_integer():
            return str(int(value))
        case datetime.datetime() | datetime.date():
            return _date(value, cell.number_format)
    return str(value)


def _date(value: datetime.date, number_format: str) -> str:
    """A date in ISO 8601, as precise as its format shows it."""
    shown = set(_QUOTED.sub("", number_format).casefold())
    form = "%Y-%m-%d" if "d" in shown or "y" not in shown else "%Y-%m" if "m" in shown else "%Y"
    return f"{value.year:04}{value.strftime(form.removeprefix('%Y'))}"


@dataclass(frozen=True, slots=True)
class Sheet:
    """A sheet to write, all of it text; `choices` gives a place in the row what a cell below the first may be."""

    name: str
    rows: Sequence[Sequence[str]]
    choices: Mapping[int, Sequence[str]] = field(default_factory=dict)


def xlsx_bytes(sheets: Sequence[Sheet]) -> bytes:
    """A workbook with these sheets: text in every cell, the first row in bold, drop-downs that only suggest."""
    book = Workbook()
    book.remove(book.worksheets[0])
    lists: dict[tuple[str, ...], str] = {}
    for sheet in sheets:
        _write(book.create_sheet(sheet.name), sheet, lists)
    if lists:
        hidden = book.create_sheet(CHOICES)
        hidden.sheet_state = "hidden"
        for column, choices in enumerate(lists, 1):
            for row, choice in enumerate(choices, 1):
                _put(hidden, row, column, choice)
    stream = io.BytesIO()
    book.save(stream)
    return stream.getvalue()


def _write(page: Worksheet, sheet: Sheet, lists: dict[tuple[str, ...], str]) -> None:
    for row, cells in enumerate(sheet.rows, 1):
        for column, cell in enumerate(cells, 1):
            _put(page, row, column, cell)
    for column in range(1, max((len(cells) for cells in sheet.rows), default=0) + 1):
        longest = max(len(cells[column - 1]) for cells in sheet.rows if len(cells) >= column)
        below = page.column_dimensions[get_column_letter(column)]
        below.width = min(longest + 3, _WIDEST)
        below.number_format = TEXT
        page.cell(1, column).font = Font(bold=True)
    page.freeze_panes = "B2"
    for place, choices in sheet.choices.items():
        key = tuple(choices)
        letter = get_column_letter(len(lists) + 1)
        where = lists.setdefault(key, f"'{CHOICES}'!${letter}$1:${letter}${len(key)}")
        # several choices may stand in one cell, so the list suggests and does not forbid
        suggest = DataValidation("list", formula1=where, allow_blank=True, showErrorMessage=False)
        column_letter = get_column_letter(place + 1)
        suggest.add(f"{column_letter}2:{column_letter}{LAST_ROW}")
        page.add_data_validation(suggest)


def _put(page: Worksheet, row: int, column: int, text: str) -> None:
    cell = page.cell(row, column, ILLEGAL_CHARACTERS_RE.sub("\N{REPLACEMENT CHARACTER}", text))
    cell.data_type = "s"  # what begins with = is text here, and no formula
    cell.number_format = TEXT
    cell.alignment = Alignment(vertical="top", wrap_text=len(text) > _WIDEST)
