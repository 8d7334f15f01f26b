"""Sheets of a broker's own become a bundle: each row goes in whole, or is refused whole with all its reasons."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from itertools import combinations
from pathlib import Path
from typing import Any

from graph.bundle import ROW, Bundle, Refusal
from graph.dates import Date
from graph.errors import Refused
from graph.jsontext import Json
from graph.judgements import Judgement
from graph.statements import MENTION, PROPERTY, SOURCE, Statement
from graph.values import line as one_line
from graph.words import Words
from ingest.cell import Cells
from ingest.far_ends import FarEnd, FarEnds, KindsOf
from ingest.headings import Headings, read_headings, recognisable
from ingest.keys import slug
from ingest.lines import Line, by_name, read_lines, told_apart
from ingest.row import RowReader, printed
from ingest.table import Table
from ingest.unreadable import Unreadable

_KIND = "sheet"


def read_rows(path: Path, tables: Sequence[Table], words: Words, known: KindsOf, kind: str = "") -> Bundle:
    """What the sheets of one file say; the source is the file's name as a slug.

    `known` gives the kinds of what the store has under a name, `kind` what a sheet is about whose heading leaves that
    open. Raises `Unreadable` when there is no sheet, or none with a heading that can be understood.
    """
    source = slug(path.stem)
    refused: list[Refusal] = []
    lines: list[Line] = []
    for table, headings in _understood(path, tables, words, kind, refused):
        more, wrong = read_lines(path, source, table, headings)
        lines += more
        refused += wrong
    lines, wrong = told_apart(lines)
    refused += wrong
    ends, values = FarEnds(source, lines, words, known), Cells(words)
    rows = [RowReader(line, source, words, ends, values).read() for line in lines]
    refused += [row.line.refuse(row.reasons) for row in rows if row.reasons]
    refused.sort(key=lambda refusal: (refusal.file, refusal.line))
    return _bundle(path, source, [row for row in rows if not row.reasons], refused, words)


def _understood(
    path: Path, tables: Sequence[Table], words: Words, kind: str, refused: list[Refusal]
) -> Iterator[tuple[Table, Headings]]:
    """Each table with its headings; of several, one that cannot be understood is refused and the others are read."""
    if not tables:
        raise Unreadable(path, "hier staat niets in", "there is nothing in this")
    found = 0
    for table in tables:
        try:
            if len(tables) > 1 and not recognisable(table.headings, words):
                raise Refused(
                    "niet gelezen: geen kop heet naam; zet de naam van het blad tussen haakjes als dat zo hoort",
                    "not read: no heading is name; put the sheet's name in brackets if that is as it should be",
                )
            headings = _headings(table, words, kind, alone=len(tables) == 1)
        except Refused as error:
            if len(tables) == 1:
                raise Unreadable(path, error.message.nl, error.message.en) from error
            refused.append(Refusal(f"{path} ({table.name})", 0, error.message, ROW))
        else:
            found += 1
            yield table, headings
    if not found:
        first = refused[0].reason
        raise Unreadable(path, first.nl, first.en)


def _headings(table: Table, words: Words, kind: str, *, alone: bool) -> Headings:
    """With several sheets a kind that was named is for those whose own headings leave it open."""
    if alone or not kind:
        return read_headings(table.headings, words, kind)
    try:
        return read_headings(table.headings, words)
    except Refused:
        return read_headings(table.headings, words, kind)


def _bundle(path: Path, source: str, rows: Sequence[RowReader], refused: list[Refusal], words: Words) -> Bundle:
    """All that the rows say, with what they call others, and what tells namesakes apart."""
    numbers: dict[str, int] = {}
    statements: dict[str, Statement] = {}
    said = [(row.line, statement) for row in rows for statement in row.statements]
    for line, statement in (*said, *_named(source, rows, words)):
        statements.setdefault(statement.id, statement)
        numbers.setdefault(statement.id, line.row.number)
    statements |= {statement.id: statement for statement in _of_source(path, source, rows, words)}
    apart = list(_namesakes(source, [row.line for row in rows], words))
    numbers |= {judgement.id: line.row.number for line, judgement in apart}
    judgements = [judgement for _, judgement in apart]
    return Bundle(source, list(statements.values()), judgements, str(path), numbers, refused, ROW)


def _named(source: str, rows: Sequence[RowReader], words: Words) -> Iterator[tuple[Line, Statement]]:
    """What rows call others that have no row of their own here: each once, by the first row that is sure."""
    own = {row.line.mention for row in rows}
    first: dict[str, tuple[Line, FarEnd, Mapping[str, Any]]] = {}
    for row in rows:
        for far, evidence in row.others:
            if far.mention not in own:
                before = first.get(far.mention)
                if before is None or ("certainty" in before[2] and "certainty" not in evidence):
                    first[far.mention] = (row.line, far, evidence)
    for line, far, evidence in first.values():
        yield line, Statement(MENTION, source, far.mention, far.kind, value=one_line(far.name), **evidence)
        rule = words.entities[far.kind].same_name
        if far.date and not isinstance(rule, str) and rule.equal:
            yield line, Statement(PROPERTY, source, far.mention, rule.equal, value=far.date, **evidence)


def _of_source(path: Path, source: str, rows: Sequence[RowReader], words: Words) -> Iterator[Statement]:
    """What is known of the file itself; it is as old as the newest of its rows, and says nothing without any."""
    if rows:
        dates = [row.as_of for row in rows if row.as_of]
        newest = max(dates, key=lambda iso: (Date.parse(iso).last, iso), default="")
        about = {"title": printed(path.stem) or source, "kind": _KIND, "language": rows[0].line.headings.lang}
        for word, value in (about | {"published": newest} if newest else about).items():
            if word in words.source.properties:
                yield Statement(SOURCE, source, source, word, value=value)


def _namesakes(source: str, lines: Sequence[Line], words: Words) -> Iterator[tuple[Line, Judgement]]:
    """That rows of one name are about different things, since each has a key of its own."""
    why: Json = {
        "nl": f"twee rijen van {source} met elk een eigen sleutel",
        "en": f"two rows of {source}, each with a key of its own",
    }
    for (kind, _), its in by_name(lines).items():
        if words.entities[kind].same_name != "never":
            for one, other in combinations(its, 2):
                yield other, Judgement("different", one.mention, other.mention, why)
