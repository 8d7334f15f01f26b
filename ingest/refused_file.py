"""Refused rows are given back as a file: as they were, with the reason in a last column, to be mended and loaded.

The file is a source of its own when it is loaded. For a source holds what its file says and nothing else: were the
mended rows to be part of the source that they were refused from, loading the first file again would withdraw them,
and loading them would withdraw all the rest. So the file never has the name of a source that is there.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Sequence
from itertools import count
from pathlib import Path
from typing import TypeAlias

from graph.bundle import Refusal
from graph.changes import WITHDRAWN
from graph.csvtext import BOM, csv_text
from graph.errors import Refused
from graph.knowledge import Knowledge
from graph.texts import Lang, Text
from ingest.columns import REASON
from ingest.keys import slug
from ingest.lines import RefusedRow
from ingest.table import Table
from ingest.unreadable import Unreadable

GivenBack: TypeAlias = "tuple[Table, list[list[str]]]"
"""A table that rows came from, and what is given back of it: headings and refused rows, with the reason."""

_ENDING = Text("-geweigerd", "-refused")
_OWN_ENDING = re.compile(rf"({_ENDING.nl}|{_ENDING.en})(-\d+)?$")
_CSV, _XLSX = ".csv", ".xlsx"


def must_be_free(file: Path, knowledge: Knowledge) -> None:
    """Raises `Refused` unless refused rows may be written to this file."""
    if file.suffix.lower() not in (_CSV, _XLSX):
        raise Refused(
            f"{file}: geweigerde rijen schrijf ik als {_CSV} of {_XLSX}",
            f"{file}: refused rows can be written as {_CSV} or {_XLSX}",
        )
    if file.exists():
        raise Refused(f"{file} bestaat al; kies een andere naam", f"{file} is there already; choose another name")
    if slug(file.stem) in _sources(knowledge):
        raise Refused(
            f"{slug(file.stem)} is al een bron, en het laden van {file} zou die vervangen; kies een andere naam",
            f"{slug(file.stem)} is a source already, and loading {file} would replace it; choose another name",
        )


def give_back(
    path: Path, refused: Iterable[Refusal], knowledge: Knowledge, lang: Lang, file: Path | None
) -> Path | None:
    """Write the rows of `path` that were refused, and say where; None when no row was.

    Without a `file` it is beside `path`, under a name that is free; the same rows are not written twice. Raises
    `Refused` when the file cannot be written or is there already.
    """
    rows = [refusal for refusal in refused if isinstance(refusal, RefusedRow)]
    if not rows:
        return None
    sheets = list(_sheets(rows, lang))
    if file is not None:
        must_be_free(file, knowledge)
        _write(file, sheets)
        return file
    suffix = _XLSX if path.suffix.lower() == _XLSX else _CSV
    stem = f"{_OWN_ENDING.sub('', path.stem)}{_ENDING.say(lang)}"
    sources = _sources(knowledge)
    for number in count(1):
        free = path.with_name(f"{stem}{f'-{number}' if number > 1 else ''}{suffix}")
        if free.exists():
            if _holds(free, sheets):
                return free
        elif slug(free.stem) not in sources:
            _write(free, sheets)
            return free
    return None


def _sources(knowledge: Knowledge) -> set[str]:
    """The sources that the store has, withdrawn ones as well."""
    with knowledge.store.reading() as view:
        return set(view.sources()) | {id_ for what, id_, _ in view.held("") if what == WITHDRAWN}


def _sheets(refused: Sequence[RefusedRow], lang: Lang) -> Iterator[GivenBack]:
    """Each table with its refused rows under its headings, the reason in a last column."""
    tables: dict[int, list[RefusedRow]] = {}
    for row in refused:
        tables.setdefault(id(row.table), []).append(row)
    for its in tables.values():
        table = its[0].table
        place = len(table.headings) - 1
        before = table.headings[place].strip().casefold() in (REASON.nl, REASON.en)
        rows = [
            _without(cells, place) if before else list(cells) for cells in (table.headings, *(r.row.cells for r in its))
        ]
        wide = max(map(len, rows))
        reasons = [REASON.say(lang), *(one.reason.say(lang) for one in its)]
        yield table, [[*row, *[""] * (wide - len(row)), reason] for row, reason in zip(rows, reasons, strict=True)]


def _without(cells: Sequence[str], place: int) -> list[str]:
    return [*cells[:place], *cells[place + 1 :]]


def _holds(file: Path, sheets: Sequence[GivenBack]) -> bool:
    """Whether a file has these rows already."""
    if file.suffix.lower() == _CSV:
        return file.read_bytes() == _csv(file, sheets)
    try:
        tables = _read_xlsx(file)
    except Unreadable:
        return False
    there = [[list(table.headings), *(list(row.cells) for row in table.rows)] for table in tables]
    return there == [rows for _, rows in sheets]


def _write(file: Path, sheets: Sequence[GivenBack]) -> None:
    data = _xlsx(sheets) if file.suffix.lower() == _XLSX else _csv(file, sheets)
    try:
        with file.open("xb") as new:
            new.write(data)
    except OSError as error:
        raise Refused(
            f"{file} is niet te schrijven: {error.strerror}", f"{file} cannot be written: {error.strerror}"
        ) from error


def _csv(file: Path, sheets: Sequence[GivenBack]) -> bytes:
    """The rows of one sheet, with the mark by which a spreadsheet knows UTF-8."""
    if len(sheets) > 1:
        raise Refused(
            f"{file}: de geweigerde rijen komen van {len(sheets)} bladen; geef een naam op {_XLSX}",
            f"{file}: the refused rows are of {len(sheets)} sheets; give a name in {_XLSX}",
        )
    ((table, rows),) = sheets
    return f"{BOM}{csv_text(rows, table.delimiter)}".encode()


def _xlsx(sheets: Sequence[GivenBack]) -> bytes:
    from ingest.xlsx_file import Sheet, xlsx_bytes  # noqa: PLC0415 - openpyxl takes a seventh of a second to import

    return xlsx_bytes([Sheet(table.name or REASON.nl, rows) for table, rows in sheets])


def _read_xlsx(file: Path) -> list[Table]:
    from ingest.xlsx_file import read_xlsx  # noqa: PLC0415 - openpyxl takes a seventh of a second to import

    return read_xlsx(file)
