"""A network from two files of comma-separated values: its nodes, and the edges between them."""

from __future__ import annotations

import csv
import io
import math
from dataclasses import dataclass
from pathlib import Path

import numpy as np

from graph.bulk import many_objects
from graph.openpaths import Floats, Longs
from ingest.unreadable import Unreadable

UNKNOWN = ("", "NA")
"""How files, among them those that R writes, say that a value is not known."""


@dataclass(frozen=True, slots=True)
class Nodes:
    """Nodes in the order of their file, and its other columns by heading; what is not known is an empty text."""

    ids: list[str]
    columns: dict[str, list[str]]


@dataclass(frozen=True, slots=True)
class Edges:
    """Edges in the order of their file, by the place of their ends among the nodes; `weight` where it was asked for."""

    tail: Longs
    head: Longs
    weight: Floats | None


def read_nodes(path: Path) -> Nodes:
    """The nodes of a file with the column `id`, each id once. Raises `Unreadable` with the line."""
    table = _Table(path)
    where = table.column("id")
    ids = [row[where].strip() for row in table.rows]
    if "" in ids:
        raise table.wrong(
            ids.index(""), "een knoop zonder id; vul de kolom in", "a node without id; fill the column in"
        )
    if len(set(ids)) < len(ids):
        seen: set[str] = set()
        twice = next(place for place, id_ in enumerate(ids) if id_ in seen or seen.add(id_))  # type: ignore[func-returns-value]
        first = table.lines()[ids.index(ids[twice])]
        raise table.wrong(
            twice,
            f"knoop {ids[twice]!r} staat al op regel {first}; elke id staat er één keer",
            f"node {ids[twice]!r} stands on line {first} already; every id stands once",
        )
    others = {heading: place for place, heading in enumerate(table.headings) if place != where}
    columns = {heading: [_known(row[place].strip()) for row in table.rows] for heading, place in others.items()}
    return Nodes(ids, columns)


def read_edges(path: Path, nodes: Nodes, weight: str = "") -> Edges:
    """The edges of a file with the columns `from` and `to`, and that named by `weight`.

    Raises `Unreadable` with the line for an end that is no node, and for a weight that is no
    number from 0.
    """
    table = _Table(path)
    place = {id_: i for i, id_ in enumerate(nodes.ids)}
    ends = []
    for heading in ("from", "to"):
        where = table.column(heading)
        column = [row[where] for row in table.rows]
        try:
            found = [place[id_] for id_ in column]
        except KeyError:
            found = [place.get(id_.strip(), -1) for id_ in column]
        if -1 in found:
            row = found.index(-1)
            raise table.wrong(
                row,
                f"{column[row].strip()!r} in kolom {heading} is geen knoop; zet die id in het bestand met knopen",
                f"{column[row].strip()!r} in column {heading} is no node; put that id in the file of nodes",
            )
        ends.append(np.array(found, np.int64))
    if not weight:
        return Edges(ends[0], ends[1], None)
    where = table.column(weight)
    texts = [row[where].strip() for row in table.rows]
    if table.delimiter == ";":
        texts = [text.replace(",", ".") for text in texts]
    weights = [_number(text) for text in texts]
    for row, value in enumerate(weights):
        if not 0 <= value < math.inf:
            raise table.wrong(
                row,
                f"gewicht {texts[row]!r} in kolom {weight} is geen getal van 0 of meer",
                f"weight {texts[row]!r} in column {weight} is no number from 0",
            )
    return Edges(ends[0], ends[1], np.array(weights, np.float64))


def _known(text: str) -> str:
    return "" if text in UNKNOWN else text


def _number(text: str) -> float:
    try:
        return float(text)
    except ValueError:
        return math.nan


class _Table:
    """The rows below one row of headings, without blank lines; comma, semicolon or tab, as the headings have it."""

    def __init__(self, path: Path) -> None:
        self.path = path
        try:
            self._text = path.read_text(encoding="utf-8-sig")
        except UnicodeDecodeError as error:
            line = error.object.count(b"\n", 0, error.start) + 1
            raise Unreadable(
                path,
                "dit is geen UTF-8; bewaar het als CSV UTF-8",
                "this is no UTF-8; save it as CSV UTF-8",
                line,
            ) from error
        except OSError as error:
            raise Unreadable(path, f"niet te lezen: {error.strerror}", f"cannot be read: {error.strerror}") from error
        first = self._text.lstrip("\r\n").partition("\n")[0]
        self.delimiter = max(",;\t", key=first.count)
        reader = csv.reader(io.StringIO(self._text, newline=""), delimiter=self.delimiter, strict=True)
        try:
            with many_objects():
                rows = [row for row in reader if row]
        except csv.Error as error:
            raise Unreadable(path, f"geen CSV: {error}", f"no CSV: {error}", reader.line_num) from error
        self.headings = [heading.strip() for heading in rows[0]] if rows else []
        self.rows = rows[1:]
        wide = len(self.headings)
        for place, row in enumerate(self.rows):
            if len(row) != wide:
                raise self.wrong(
                    place,
                    f"{len(row)} velden, en de kopregel heeft er {wide}",
                    f"{len(row)} fields, and the headings are {wide}",
                )

    def column(self, heading: str) -> int:
        """The place of a column; upper or lower case does not matter where only one fits."""
        for known in (self.headings, [one.casefold() for one in self.headings]):
            wanted = heading if known is self.headings else heading.casefold()
            if known.count(wanted) == 1:
                return known.index(wanted)
        have = ", ".join(self.headings)
        raise Unreadable(
            self.path,
            f"er moet één kolom {heading!r} zijn; wat er is: {have or 'niets'}",
            f"there must be one column {heading!r}; there is: {have or 'nothing'}",
            1,
        )

    def lines(self) -> list[int]:
        """The line on which each row ends."""
        reader = csv.reader(io.StringIO(self._text, newline=""), delimiter=self.delimiter, strict=True)
        return [reader.line_num for row in reader if row][1:]

    def wrong(self, place: int, nl: str, en: str) -> Unreadable:
        """What to raise about a row."""
        return Unreadable(self.path, nl, en, self.lines()[place])
