"""A sheet as rows of text, whatever file it came from."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, field
from pathlib import Path

from graph.texts import Text
from ingest.unreadable import Unreadable

LARGEST = 20_000_000
MOST_ROWS = 100_000


@dataclass(frozen=True, slots=True)
class Row:
    """One row by its number in the file; `wrong` says of a cell, by its place, why it cannot be read."""

    number: int
    cells: tuple[str, ...]
    wrong: Mapping[int, Text] = field(default_factory=dict)


@dataclass(frozen=True, slots=True)
class Table:
    """The first row that is not empty, and the rows below it that are not; `name` is that of the sheet."""

    headings: tuple[str, ...]
    rows: tuple[Row, ...]
    name: str = ""
    delimiter: str = ","


def table_of(path: Path, rows: Iterable[Row], name: str = "", delimiter: str = ",") -> Table | None:
    """The table that these rows are; None when all are empty. Raises `Unreadable` when there are too many."""
    filled: list[Row] = []
    for row in rows:
        if any(cell.strip() for cell in row.cells) or row.wrong:
            filled.append(row)
            if len(filled) > MOST_ROWS:
                raise Unreadable(
                    path,
                    f"meer dan {MOST_ROWS} rijen; deel het bestand op",
                    f"more than {MOST_ROWS} rows; split the file",
                )
    if not filled:
        return None
    return Table(_trimmed(filled[0].cells), tuple(filled[1:]), name, delimiter)


def _trimmed(cells: Sequence[str]) -> tuple[str, ...]:
    """The cells without the empty ones at the end."""
    last = max((place for place, cell in enumerate(cells) if cell.strip()), default=-1)
    return tuple(cells[: last + 1])


def read_bytes(path: Path) -> bytes:
    """What is in a file; raises `Unreadable` when that is too much."""
    size = path.stat().st_size
    if size > LARGEST:
        raise Unreadable(
            path,
            f"{size // 1_000_000} MB is te groot; ten hoogste {LARGEST // 1_000_000} MB, deel het bestand op",
            f"{size // 1_000_000} MB is too large; at most {LARGEST // 1_000_000} MB, split the file",
        )
    return path.read_bytes()
