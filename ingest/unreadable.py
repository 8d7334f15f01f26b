"""What is said of a file that cannot be read at all."""

from __future__ import annotations

from pathlib import Path

from graph.errors import Refused
from graph.texts import Text


class Unreadable(Refused):
    """A file that cannot be read; `reason` says why without naming it, `line` is 0 where there is none."""

    def __init__(self, path: Path, nl: str, en: str, line: int = 0) -> None:
        self.line = line
        self.reason = Text(nl, en)
        at_nl, at_en = (f", regel {line}", f", line {line}") if line else ("", "")
        super().__init__(f"{path}{at_nl}: {nl}", f"{path}{at_en}: {en}")
