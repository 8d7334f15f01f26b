"""The rows of a file's sheets, each with who or what it is about; and those that cannot be taken as they stand."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass, field
from pathlib import Path

from graph.bundle import ROW, Refusal
from graph.names import normalised
from graph.statements import mention_id
from graph.texts import LANGS, Text, listed
from ingest.cell import is_name
from ingest.columns import Column
from ingest.headings import Headings
from ingest.keys import key_of_key, key_of_name
from ingest.table import Row, Table

MOST_OF_ONE_NAME = 20


@dataclass(frozen=True, slots=True, kw_only=True)
class RefusedRow(Refusal):
    """A row that did not go in, with the table that it stands in, so that it can be given back as it was."""

    table: Table = field(repr=False)
    row: Row


@dataclass(slots=True, eq=False)
class Line:
    """A row about one thing: its mention, and the cells that are filled by their column."""

    file: str
    table: Table
    row: Row
    headings: Headings
    mention: str
    name: str
    key: str
    cells: dict[Column, str] = field(default_factory=dict)

    @property
    def kind(self) -> str:
        return self.headings.kind

    def heading(self, column: Column) -> str:
        """The heading as the file has it."""
        return self.table.headings[self.headings.columns.index(column)].strip()

    def refuse(self, reasons: Iterable[Text]) -> RefusedRow:
        return refused_row(self.file, self.table, self.row, reasons)


def refused_row(file: str, table: Table, row: Row, reasons: Iterable[Text]) -> RefusedRow:
    reasons = list(dict.fromkeys(reasons))
    said = Text("; ".join(reason.nl for reason in reasons), "; ".join(reason.en for reason in reasons))
    return RefusedRow(file, row.number, said, ROW, table=table, row=row)


def read_lines(path: Path, source: str, table: Table, headings: Headings) -> tuple[list[Line], list[RefusedRow]]:
    """The rows of one sheet; a row without a name, or with what cannot be read, is refused."""
    file = f"{path} ({table.name})" if table.name else str(path)
    lines, refused = [], []
    for row in table.rows:
        cells = {
            column: row.cells[place].strip()
            for place, column in enumerate(headings.columns)
            if column is not None and place < len(row.cells) and row.cells[place].strip()
        }
        name = next((" ".join(text.split()) for column, text in cells.items() if column.role == "name"), "")
        wrong = list(_wrong(table, row, headings, name, filled=bool(cells)))
        if wrong:
            refused.append(refused_row(file, table, row, wrong))
        elif cells:
            key = next((text for column, text in cells.items() if column.role == "key"), "")
            own = key_of_key(headings.kind, key) if key else key_of_name(headings.kind, name)
            lines.append(Line(file, table, row, headings, mention_id(source, own), name, key, cells))
    return lines, refused


def _wrong(table: Table, row: Row, headings: Headings, name: str, *, filled: bool) -> Iterator[Text]:
    for place, reason in row.wrong.items():
        if place >= len(headings.columns) or headings.columns[place] is not None:
            yield reason
    last = max((place for place, cell in enumerate(row.cells) if cell.strip()), default=-1)
    if last >= len(table.headings):
        yield Text(
            f"de rij heeft {last + 1} cellen en de kop {len(table.headings)};"
            " zet een tekst met het scheidingsteken erin tussen aanhalingstekens",
            f"the row has {last + 1} cells and the heading {len(table.headings)};"
            " put a text that holds the delimiter in quotation marks",
        )
    elif any(cell.strip() and not table.headings[place].strip() for place, cell in enumerate(row.cells[: last + 1])):
        yield Text(
            "er staat iets in een kolom zonder kop; geef die kolom een kop, of een tussen haakjes",
            "something stands in a column without a heading; give that column one, or one in brackets",
        )
    if filled and not name:
        yield Text("de naam ontbreekt", "the name is missing")
    elif name and not is_name(name):
        yield Text(f"{name!r} is geen naam", f"{name!r} is no name")


def told_apart(lines: list[Line]) -> tuple[list[Line], list[RefusedRow]]:
    """The rows but for those that are about one thing twice, which are refused, all of them.

    So it does not matter which of them comes first in the file.
    """
    by_mention: dict[str, list[Line]] = {}
    by_name: dict[tuple[str, str], list[Line]] = {}
    for line in lines:
        by_mention.setdefault(line.mention, []).append(line)
        by_name.setdefault(named(line), []).append(line)
    kept, refused = [], []
    for line in lines:
        twice, namesakes = by_mention[line.mention], by_name[named(line)]
        if len(twice) > 1:
            refused.append(line.refuse([_twice(line, twice)]))
        elif len(namesakes) > MOST_OF_ONE_NAME:
            refused.append(line.refuse([_too_many(line, len(namesakes))]))
        else:
            kept.append(line)
    return kept, refused


def named(line: Line) -> tuple[str, str]:
    """The kind and name by which other rows speak of this one."""
    return line.kind, normalised(line.name)


def _twice(line: Line, its: list[Line]) -> Text:
    rows = [str(other.row.number) for other in its if other is not line]
    where = {lang: listed(rows[:3], lang) + (" …" if len(rows) > 3 else "") for lang in LANGS}
    many = len(rows) > 1
    if line.key:
        return Text(
            f"sleutel {line.key!r} staat ook op rij {where['nl']}; geef elke rij een eigen sleutel",
            f"key {line.key!r} stands in {'rows' if many else 'row'} {where['en']} too; give each row a key of its own",
        )
    return Text(
        f"{line.name!r} staat ook op rij {where['nl']}; maak er één rij van, of geef elk een eigen sleutel",
        f"{line.name!r} stands in {'rows' if many else 'row'} {where['en']} too; make one row of them,"
        " or give each a key of its own",
    )


def _too_many(line: Line, n: int) -> Text:
    return Text(
        f"{n} rijen heten {line.name!r}, en ten hoogste {MOST_OF_ONE_NAME} kan; geef ze namen die verschillen",
        f"{n} rows are called {line.name!r}, and at most {MOST_OF_ONE_NAME} may be; give them names that differ",
    )


def by_name(lines: Iterable[Line]) -> Mapping[tuple[str, str], list[Line]]:
    """The rows by kind and name; several where a key tells them apart."""
    found: dict[tuple[str, str], list[Line]] = {}
    for line in lines:
        found.setdefault(named(line), []).append(line)
    return found
