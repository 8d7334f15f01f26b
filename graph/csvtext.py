"""Rows as CSV that a spreadsheet opens as it is meant, and never as formulas."""

from __future__ import annotations

import csv
import io
from collections.abc import Iterable, Sequence

BOM = "\ufeff"
"""In front of a file, it tells Excel that the text is UTF-8; without it Excel takes the machine's code page."""

_FORMULA = ("=", "+", "-", "@", "\t", "\r", "\n")


def csv_text(rows: Iterable[Sequence[str]], delimiter: str = ",") -> str:
    r"""Rows of cells as CSV (RFC 4180, lines end in CRLF), the headings first if there are any.

    A cell that a spreadsheet might take for a formula gets an apostrophe in front: one that
    begins with `=`, `+`, `-`, `@`, a tab or a line break (OWASP, CSV Injection). Quoting is no
    help against that, for a spreadsheet reads a quoted formula too.

    >>> csv_text([["naam", "som"], ["Ann, Bob", "=1+1"], ['de "Aar" is', "-"]])
    'naam,som\r\n"Ann, Bob",\'=1+1\r\n"de ""Aar"" is",\'-\r\n'
    >>> csv_text([["a;b", "c"]], ";")
    '"a;b";c\r\n'
    """
    text = io.StringIO()
    writer = csv.writer(text, delimiter=delimiter)
    writer.writerows([_harmless(cell) for cell in row] for row in rows)
    return text.getvalue()


def _harmless(cell: str) -> str:
    return f"'{cell}" if cell.startswith(_FORMULA) else cell
