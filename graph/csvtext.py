"""Rows as CSV text in which no cell can be taken for a formula, and the undoing of what makes it so."""

from __future__ import annotations

import csv
import io
import re
from collections.abc import Iterable, Sequence

_FORMULA = re.compile(r"'*[=+\-@\t\r]")
_RETURN = "\r\n"


def csv_text(rows: Iterable[Sequence[str]], delimiter: str = ",") -> str:
    """Rows as CSV, each on a line that ends in a line feed, cells quoted where they must be.

    >>> print(csv_text([["naam", "telefoon"], ["Ann, Bob", "+31 6"]]), end="")
    naam,telefoon
    "Ann, Bob",'+31 6
    """
    return "".join(_line(row, delimiter) for row in rows)


def _line(row: Sequence[str], delimiter: str) -> str:
    text = io.StringIO()
    # a return in a cell is quoted only by a writer whose lines end in one
    csv.writer(text, delimiter=delimiter, lineterminator=_RETURN).writerow([guarded(cell) for cell in row])
    return f"{text.getvalue().removesuffix(_RETURN)}\n"


def guarded(cell: str) -> str:
    """A cell with `'` before it where a spreadsheet would work it out: before `=`, `+`, `-`, `@`, a tab or a return.

    >>> [guarded(cell) for cell in ("=1+1", "-", "'=1", "'s Gravenhage", "")]
    ["'=1+1", "'-", "''=1", "'s Gravenhage", '']
    """
    return f"'{cell}" if _FORMULA.match(cell) else cell


def unguarded(cell: str) -> str:
    """The cell that `guarded` was given.

    >>> [unguarded(cell) for cell in ("'=1+1", "''=1", "'s Gravenhage", "=1+1")]
    ['=1+1', "'=1", "'s Gravenhage", '=1+1']
    """
    return cell[1:] if cell.startswith("'") and _FORMULA.match(cell) else cell
