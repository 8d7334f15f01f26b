"""What one row says: statements about its mention, and what it calls others; or all that is wrong with it."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from typing import Any

from graph.errors import Refused
from graph.jsontext import Json
from graph.rules import MOST_PRINTED_WORDS, check_period
from graph.statements import MENTION, PROPERTY, TIE, TIE_PROPERTY, Statement
from graph.texts import Text
from graph.values import line as one_line
from graph.words import Words
from ingest.cell import BETWEEN, Cells, parts_of
from ingest.columns import Column
from ingest.far_ends import FarEnd, FarEnds
from ingest.likeness import begins_with_an_initial
from ingest.lines import Line
from ingest.written_date import written_date

_YES = frozenset("ja j yes y x 1 true waar".split())
_NO = frozenset("nee n no 0 false onwaar".split())
_PERIOD = ("start", "end")
_INITIAL: Json = {"nl": "een voorletter staat voor een naam", "en": "an initial stands for a name"}


class RowReader:
    """Reads one row; `others` are the far ends that it names, with the evidence of that, `reasons` what is wrong.

    What it makes keeps the rules of `graph.rules`: a row is refused here, since there a statement alone would be.
    """

    def __init__(self, line: Line, source: str, words: Words, ends: FarEnds, values: Cells) -> None:
        self.line = line
        self.statements: list[Statement] = []
        self.others: list[tuple[FarEnd, Mapping[str, Any]]] = []
        self.reasons: list[Text] = []
        self.as_of = ""
        self._source = source
        self._words = words
        self._ends = ends
        self._values = values
        self._lang = line.headings.lang
        self._evidence: dict[str, Any] = {"locator": f"row {line.row.number}"}
        self._period: dict[str, str] = {}
        self._reading: dict[str, Callable[[Column, str], None]] = {
            "as_of": self._read_as_of,
            "hearsay": self._read_hearsay,
            "name": self._mention,
            "property": self._property,
            "tie": self._ties,
            "tie_property": self._beside_a_name,
        }

    def read(self) -> RowReader:
        """Take all cells, those first that say something of the others."""
        for role, read in self._reading.items():
            for column, text in self.line.cells.items():
                if column.role == role:
                    try:
                        read(column, text)
                    except Refused as error:
                        heading = self.line.heading(column)
                        self.reasons.append(Text(f"{heading}: {error.message.nl}", f"{heading}: {error.message.en}"))
        return self

    def _read_as_of(self, _: Column, text: str) -> None:
        self.as_of = written_date(text)

    def _read_hearsay(self, _: Column, text: str) -> None:
        if text.casefold() in _YES:
            self._evidence["certainty"] = "hearsay"
        elif text.casefold() not in _NO:
            raise Refused(f"{text!r}: schrijf ja of nee", f"{text!r}: write yes or no")

    def _mention(self, _: Column, __: str) -> None:
        name, mention, kind = one_line(self.line.name), self.line.mention, self.line.kind
        evidence = {**self._evidence, "printed": printed(name)}
        if self._words.entities[kind].personal and begins_with_an_initial(name):
            # so that the name written out is the one shown, where another source has it
            evidence = {"certainty": "inferred", "reason": _INITIAL, **evidence}
        self.statements.append(Statement(MENTION, self._source, mention, kind, value=name, **evidence))

    def _property(self, column: Column, text: str) -> None:
        if column.property is not None:
            parts = parts_of(text, column.property) if column.property.many else [text]
            for part in filter(None, parts):
                value = self._values.value(part, column.property, self._lang)
                if column.word in _PERIOD:
                    self._period[column.word] = str(value)
                    check_period(self._period)
                evidence = {**self._evidence, "as_of": self.as_of, "printed": _printed_of(part, column)}
                said = Statement(PROPERTY, self._source, self.line.mention, column.word, value=value, **evidence)
                self.statements.append(said)

    def _ties(self, column: Column, text: str) -> None:
        names = parts_of(text)
        beside = {
            other: self._parts_beside(other, cell, names)
            for other, cell in self.line.cells.items()
            if other.role == "tie_property" and other.tie == column.tie
        }
        for place, name in enumerate(names):
            its = {other: parts[place] for other, parts in beside.items() if parts[place]}
            if name:
                self._tie(column, name, its)
            elif its:
                raise _no_name()

    def _parts_beside(self, column: Column, cell: str, names: list[str]) -> list[str]:
        """What stands beside each of the names of a tie, in the cell of one of its properties."""
        parts = parts_of(cell, column.property)
        if len(parts) != len(names):
            heading, one, n = self.line.heading(column), len(names) == 1, len(parts)
            raise Refused(
                f"{len(names)} {'naam' if one else 'namen'} en {n} in {heading!r}; zet er evenveel,"
                f" met {BETWEEN} ertussen (tussen twee strepen mag niets staan)",
                f"{len(names)} {'name' if one else 'names'} and {n} in {heading!r}; put as many,"
                f" with {BETWEEN} between them (nothing may stand between two bars)",
            )
        return parts

    def _beside_a_name(self, column: Column, _: str) -> None:
        if not any(other.role == "tie" and other.tie == column.tie for other in self.line.cells):
            raise _no_name()

    def _tie(self, column: Column, written: str, beside: Mapping[Column, str]) -> None:
        tie = self._words.ties[column.tie]
        far = self._ends.find(written, column.kinds, self._lang)
        values: dict[str, Json] = {}
        for other, text in beside.items():
            if other.property is not None:
                values[other.word] = self._values.value(text, other.property, self._lang)
        own = {key: value for key, value in sorted(values.items()) if key in tie.on_the_tie}
        check_period({key: str(own[key]) for key in _PERIOD if key in own})
        if far.mention == self.line.mention:
            raise Refused(f"{written!r} is de rij zelf", f"{written!r} is the row itself")
        forward = any(self.line.kind in end.from_ and far.kind in end.to for end in tie.ends)
        ends = (self.line.mention, far.mention) if forward else (far.mention, self.line.mention)
        evidence = {**self._evidence, "printed": printed(written)}
        held = self.as_of if tie.lasting and not {"start", "end"} & own.keys() else ""
        properties = tuple(own.items())
        said = Statement(TIE, self._source, ends[0], tie.name, ends[1], properties=properties, **evidence, as_of=held)
        self.statements.append(said)
        self.others.append((far, evidence))
        for other, text in beside.items():
            if other.word not in own:
                evidence = {**self._evidence, "printed": _printed_of(text, other)}
                value = values[other.word]
                more = Statement(TIE_PROPERTY, self._source, ends[0], other.word, ends[1], said.id, value, **evidence)
                self.statements.append(more)


def printed(text: str) -> str:
    """The words of a cell where they are few enough to keep as printed."""
    words = text.split()
    if not words or len(words) > MOST_PRINTED_WORDS:
        return ""
    try:
        return one_line(text)
    except Refused:
        return ""


def _printed_of(text: str, column: Column) -> str:
    """The words of a cell, but for what is personal: printed words are shown with every value."""
    return "" if column.property is not None and column.property.personal else printed(text)


def _no_name() -> Refused:
    return Refused("hier hoort een naam bij, in de kolom van de band", "a name belongs to this, in the tie's column")
