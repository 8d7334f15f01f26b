"""The rows of an answer as a table: words in cells, links to what they name, evidence below."""

from __future__ import annotations

from dataclasses import dataclass

from api.pages.frame import Frame
from api.pages.proof import Proof, proofs
from graph.jsontext import Json
from graph.network import Network
from graph.questions import Answer, Column, evidence_json
from graph.texts import listed, number, say


@dataclass(frozen=True, slots=True)
class Heading:
    label: str
    numeric: bool


@dataclass(frozen=True, slots=True)
class Cell:
    """`url` is the page of what the cell names, `kind` its kind; `indent` the blanks before it."""

    text: str
    numeric: bool = False
    url: str = ""
    kind: str = ""
    indent: str = ""


@dataclass(frozen=True, slots=True)
class Row:
    cells: list[Cell]
    proofs: list[Proof]


def headings(answer: Answer, frame: Frame) -> list[Heading]:
    return [Heading(column.label.say(frame.lang), _numeric(answer, column.key)) for column in _columns(answer)]


def rows(answer: Answer, network: Network, frame: Frame) -> list[Row]:
    """A row of cells for each row of the answer, in the order of the headings."""
    columns = _columns(answer)
    numeric = {column.key: _numeric(answer, column.key) for column in columns}
    made = []
    for row in answer.rows:
        keys = row["evidence"] if isinstance(row["evidence"], list) else []
        evidence = [evidence_json(answer.evidence[str(key)]) for key in keys]
        cells = [_cell(row, column.key, numeric[column.key], network, frame) for column in columns]
        made.append(Row(cells, proofs(evidence, frame)))
    return made


def _columns(answer: Answer) -> list[Column]:
    """The columns in which some row has something to say."""
    return [
        column for column in answer.columns if any(row.get(column.key) not in (None, "", []) for row in answer.rows)
    ]


def _numeric(answer: Answer, key: str) -> bool:
    values = [row.get(key) for row in answer.rows]
    return any(map(_is_number, values)) and all(value is None or _is_number(value) for value in values)


def _is_number(value: Json) -> bool:
    return isinstance(value, (int, float)) and not isinstance(value, bool)


def _cell(row: dict[str, Json], key: str, numeric: bool, network: Network, frame: Frame) -> Cell:
    about = _about(row, key)
    found = network.row_of(about) if about else None
    text = _text(row.get(key), frame)
    depth = row.get("depth") if key == "name" else 0
    indent = "\u2003" * depth if isinstance(depth, int) else ""
    if found is None or not text:
        return Cell(text, numeric, indent=indent)
    return Cell(text, numeric, frame.urls.entity(network.ids[found]), network.kinds[network.kind[found]], indent)


def _about(row: dict[str, Json], key: str) -> str:
    """The id that a cell names: `id` for the name of the row, `x` for `x_name`, `x_id` for `x`."""
    if key == "name":
        return str(row.get("id") or "")
    return str(row.get(key.removesuffix("_name") if key.endswith("_name") else f"{key}_id") or "")


def _text(value: Json, frame: Frame) -> str:
    if isinstance(value, float):
        return number(value, frame.lang, 2)
    if isinstance(value, int) and not isinstance(value, bool):
        return number(value, frame.lang)
    if isinstance(value, list):
        return listed([say(item, frame.lang) for item in value], frame.lang)
    return say(value, frame.lang)
