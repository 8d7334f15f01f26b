"""Holds statements against the documents they cite: the fingerprint, and the printed words in their lines."""

from __future__ import annotations

import hashlib
import re
import unicodedata
from collections.abc import Collection, Iterable
from dataclasses import dataclass, field
from pathlib import Path

from graph.statements import SOURCE, Statement
from graph.texts import Text

SUFFIXES = (".txt", ".md")
_PERSONAL = Text(
    "de gedrukte woorden staan daar niet; zij zijn persoonlijk en worden niet getoond",
    "the printed words do not stand there; they are personal and not shown",
)
_LINES = re.compile(r"lines? (\d+)(?:-(\d+))?", re.ASCII)


@dataclass(frozen=True, slots=True)
class Failure:
    """A statement whose printed words do not stand in the lines it names; no statement when no document can be read."""

    statement: str
    locator: str
    printed: str
    reason: Text


@dataclass(slots=True)
class Checked:
    """One source held against its document; `statements` counts those whose words were looked up."""

    id: str
    present: bool = False
    fingerprint_equal: bool | None = None
    statements: int = 0
    failed: list[Failure] = field(default_factory=list)

    @property
    def ok(self) -> bool:
        return not self.present or (self.fingerprint_equal is not False and not self.failed)


def check_sources(statements: Iterable[Statement], folder: Path, personal: Collection[str] = ()) -> list[Checked]:
    """Each source with the document `folder/<id>.txt` or `.md`; one that is not there is listed as absent.

    Of a property that is `personal` the printed words are not repeated.
    """
    by_source: dict[str, list[Statement]] = {}
    for statement in statements:
        by_source.setdefault(statement.source, []).append(statement)
    return [_check(source, found, folder, personal) for source, found in sorted(by_source.items())]


def _check(source: str, statements: list[Statement], folder: Path, personal: Collection[str]) -> Checked:
    checked = Checked(source)
    try:
        path = next((p for suffix in SUFFIXES if (p := folder / f"{source}{suffix}").is_file()), None)
        if path is None:
            return checked
        checked.present = True
        data = path.read_bytes()
    except OSError as error:
        checked.present = True
        reason = Text(
            f"het document is niet te lezen: {error.strerror}", f"the document cannot be read: {error.strerror}"
        )
        checked.failed.append(Failure("", "", "", reason))
        return checked
    said = {str(s.value) for s in statements if s.form == SOURCE and s.word == "fingerprint"}
    checked.fingerprint_equal = f"sha256:{hashlib.sha256(data).hexdigest()}" in said if said else None
    lines = data.decode("utf-8", errors="replace").split("\n")
    for statement in sorted(statements, key=lambda s: (_first(s.locator), s.id)):
        if statement.locator or statement.printed:
            checked.statements += 1
            wrong = _wrong(statement, lines)
            if wrong is not None and statement.word in personal:
                checked.failed.append(Failure(statement.id, statement.locator, "", _PERSONAL))
            elif wrong is not None:
                checked.failed.append(Failure(statement.id, statement.locator, statement.printed, wrong))
    return checked


def _first(locator: str) -> int:
    match = _LINES.fullmatch(locator)
    return int(match[1]) if match else 0


def _wrong(statement: Statement, lines: list[str]) -> Text | None:
    match = _LINES.fullmatch(statement.locator)
    if match is None:
        return None if statement.locator else Text("noemt geen regels", "names no lines")
    first, last = int(match[1]), int(match[2] or match[1])
    if last > len(lines):
        return Text(f"de bron heeft {len(lines)} regels", f"the source has {len(lines)} lines")
    printed = _folded(statement.printed)
    if any(printed in text for text in _joined(lines[first - 1 : last])):
        return None
    return Text(f"{statement.printed!r} staat daar niet", f"{statement.printed!r} does not stand there")


def _joined(lines: list[str]) -> tuple[str, str, str]:
    """Lines as one text: a hyphen at a line's end dropped, kept without the blank, and kept with it."""
    text = "\n".join(line.strip() for line in lines)
    return (
        _folded(re.sub(r"(?<=\w)-\n+(?=\w)", "", text)),
        _folded(re.sub(r"(?<=\w)-\n+(?=\w)", "-", text)),
        _folded(text),
    )


def _folded(text: str) -> str:
    return " ".join(unicodedata.normalize("NFC", text).split())
