"""What one file or one hand brings: statements and judgements, with the place each came from."""

from __future__ import annotations

from collections.abc import Collection, Mapping, Sequence
from dataclasses import dataclass, field

from graph.judgements import Judgement
from graph.statements import Statement
from graph.texts import Lang, Text

LINE = Text("regel", "line")
ROW = Text("rij", "row")


@dataclass(frozen=True, slots=True)
class Refusal:
    """Something that did not go in: where it stands and why. `line` is 0 where there is none, a row in a sheet."""

    file: str
    line: int
    reason: Text
    unit: Text = LINE

    def say(self, lang: Lang) -> str:
        place = self.file if not self.line else f"{self.file}, {self.unit.say(lang)} {self.line}"
        return f"{place}: {self.reason.say(lang)}"


@dataclass(slots=True)
class Bundle:
    """Everything that the file called `origin` says now.

    `lines` gives the line (of a sheet: the row) of a statement or judgement by its id;
    `refused` what could not even be read as a statement. Statements and judgements whose id is `untouched`
    stay held by this origin, if they are, though the bundle does not say them.
    """

    origin: str
    statements: Sequence[Statement] = ()
    judgements: Sequence[Judgement] = ()
    file: str = ""
    lines: Mapping[str, int] = field(default_factory=dict)
    refused: list[Refusal] = field(default_factory=list)
    unit: Text = LINE
    untouched: Collection[str] = ()

    def refuse(self, id_: str, reason: Text) -> Refusal:
        return Refusal(self.file or self.origin, self.lines.get(id_, 0), reason, self.unit)


@dataclass(slots=True)
class Loaded:
    """What loading one file did, in numbers of statements and judgements."""

    id: str
    added: int = 0
    withdrawn: int = 0
    unchanged: int = 0
    set_aside: int = 0
    refused: list[Refusal] = field(default_factory=list)
