"""CSV from outside: whichever delimiter and encoding a spreadsheet saves."""

from __future__ import annotations

import codecs
import csv
import io
import re
from collections.abc import Iterator
from pathlib import Path
from typing import TYPE_CHECKING

from graph.csvtext import unguarded
from graph.words import Words
from ingest.headings import recognisable
from ingest.table import Row, Table, read_bytes, table_of
from ingest.unreadable import Unreadable

if TYPE_CHECKING:
    from _csv import Reader

DELIMITERS = (";", ",", "\t")
_BOMS = ((codecs.BOM_UTF8, "utf-8"), (codecs.BOM_UTF16_LE, "utf-16-le"), (codecs.BOM_UTF16_BE, "utf-16-be"))
_NOT_TEXT = {
    b"PK\x03\x04": ("een Excel-bestand; geef het de naam .xlsx", "an Excel file; give it the name .xlsx"),
    b"\xd0\xcf\x11\xe0": (
        "een oud of beveiligd Excel-bestand; bewaar het als .xlsx zonder wachtwoord",
        "an old or protected Excel file; save it as .xlsx without a password",
    ),
}
_SEP = re.compile(r"\"?sep=([;,\t])\"?\r?\n", re.IGNORECASE)


def read_csv(path: Path, words: Words) -> Table | None:
    """The table in a CSV file; None when it is empty.

    UTF-8 with or without its mark, UTF-16 with it, else Windows-1252. The delimiter is the one that finds a heading
    `naam` or `name` and most headings beside it. Raises `Unreadable`.
    """
    text = _text(path, read_bytes(path))
    named = _SEP.match(text)
    if named:
        text = text[named.end() :]
    delimiter = named[1] if named else _delimiter(text, words)
    return table_of(path, _rows(path, text, delimiter), delimiter=delimiter)


def _text(path: Path, data: bytes) -> str:
    for start, (nl, en) in _NOT_TEXT.items():
        if data.startswith(start):
            raise Unreadable(path, f"dit is {nl}", f"this is {en}")
    bom, encoding = next(((bom, name) for bom, name in _BOMS if data.startswith(bom)), (b"", "utf-8"))
    try:
        try:
            text = data[len(bom) :].decode(encoding)
        except UnicodeDecodeError:
            if bom:
                raise
            text = data.decode("cp1252")
    except UnicodeDecodeError as error:
        raise Unreadable(
            path,
            f"geen tekst die ik ken (byte {error.start}); bewaar het als CSV UTF-8",
            f"no text that can be read (byte {error.start}); save it as CSV UTF-8",
        ) from error
    if "\0" in text:
        line = text[: text.index("\0")].count("\n") + 1
        raise Unreadable(
            path,
            "een NUL-byte, dus geen gewone tekst; bewaar het als CSV UTF-8",
            "a NUL byte, so no plain text; save it as CSV UTF-8",
            line,
        )
    return text


def _delimiter(text: str, words: Words) -> str:
    def fits(delimiter: str) -> tuple[bool, int]:
        try:
            first: list[str] = next(filter(any, _reader(text, delimiter, strict=False)), [])
        except csv.Error:
            return False, 0
        return recognisable(first, words), len(first)

    return max(DELIMITERS, key=fits)


def _rows(path: Path, text: str, delimiter: str) -> Iterator[Row]:
    reader = _reader(text, delimiter, strict=True)
    number = 0
    while True:
        number += 1
        begin = reader.line_num + 1
        try:
            cells = next(reader, None)
        except csv.Error as error:
            raise Unreadable(
                path,
                "een aanhalingsteken dat niet klopt: een cel die ermee begint eindigt er ook mee, en een"
                f' aanhalingsteken erin staat dubbel ("") ({error})',
                "a quotation mark that is wrong: a cell that begins with one ends with one, and one inside it stands"
                f' double ("") ({error})',
                begin,
            ) from error
        if cells is None:
            return
        yield Row(number, tuple(unguarded(cell) for cell in cells))


def _reader(text: str, delimiter: str, *, strict: bool) -> Reader:
    return csv.reader(io.StringIO(text, newline=""), delimiter=delimiter, strict=strict)
