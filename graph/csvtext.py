"""Rows as CSV that a spreadsheet opens as it is meant, never as formulas; and the undoing of what makes it so."""

from __future__ import annotations

import csv
import io
import re
from collections.abc import Iterable, Sequence

BOM = "\ufeff"
"""In front of a file, it tells Excel that the text is UTF-8; without it Excel takes the machine's code page."""

_FORMULA = re.compile(r"'*[=+\-@\t\r\n]")


def csv_text(rows: Iterable[Sequence[str]], delimiter: str = ",") -> str:
    r"""Rows of cells as CSV (RFC 4180, lines end in CRLF), the headings first if there are any.

    A cell that a spreadsheet might take for a formula gets an apostrophe in front (OWASP, CSV Injection). Quoting is no
    help against that, for a spreadsheet reads a quoted formula too.

    >>> csv_text([["naam", "som"], ["Ann, Bob", "=1+1"], ['de "Aar" is', "-"]])
    'naam,som\r\n"Ann, Bob",\'=1+1\r\n"de ""Aar"" is",\'-\r\n'
    >>> csv_text([["a;b", "c"]], ";")
    '"a;b";c\r\n'
    """
    text = io.StringIO()
    writer = csv.writer(text, delimiter=delimiter)
    writer.writerows([guarded(cell) for cell in row] for row in rows)
    return text.getvalue()


def guarded(cell: str) -> str:
    """A cell with `'` before it where it begins with `=`, `+`, `-`, `@`, a tab or a line break.

    A cell that begins so behind apostrophes of its own gets one more, so that it can be read back.

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
