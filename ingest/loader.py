"""Files go into the store: one change each, with progress and a report."""

from __future__ import annotations

import re
from collections.abc import Callable, Sequence
from pathlib import Path

from graph.bundle import Bundle, Loaded, Refusal
from graph.errors import Unknown
from graph.knowledge import HAND, Knowledge
from graph.statements import CORRECTIONS
from ingest.binckhorst import shipped
from ingest.datafile import read_datafile
from ingest.yaml_file import Unreadable

Progress = Callable[[str, int, int], None]
_SOURCE_ID = re.compile(r"[a-z0-9][a-z0-9._-]{0,99}", re.ASCII)
READERS = {".yaml": read_datafile, ".yml": read_datafile}


def files_named(names: Sequence[str]) -> list[Path]:
    """The files that these names stand for: a path, or the id of a source that ships; none named is all that ship.

    Raises `Unknown` with the ids there are.
    """
    known = shipped()
    if not names:
        return list(known.values())
    found = []
    for name in names:
        path = Path(name)
        if path.is_file():
            found.append(path)
        elif name in known:
            found.append(known[name])
        else:
            ids = ", ".join(known)
            raise Unknown(
                f"{name!r} is geen bestand en geen bron die meekomt; die zijn: {ids}",
                f"{name!r} is no file and no source that ships; those are: {ids}",
            )
    return found


def load_files(
    knowledge: Knowledge,
    paths: Sequence[Path],
    *,
    named: bool = True,
    strict: bool = False,
    progress: Progress = lambda *_: None,
) -> list[Loaded]:
    """Load files one after the other; `progress` is told each file's name, its place and how many there are.

    A file that cannot be read at all is reported with one refusal, and the others still go in.
    """
    reports = []
    for place, path in enumerate(paths):
        progress(path.name, place, len(paths))
        try:
            bundle = read_file(path, knowledge)
        except Unreadable as error:
            reports.append(Loaded(path.stem, refused=[Refusal(str(path), error.line, error.reason)]))
            continue
        reports += knowledge.load(bundle, named=named, strict=strict).sources
    progress("", len(paths), len(paths))
    return reports


def read_file(path: Path, knowledge: Knowledge) -> Bundle:
    """What one file says; raises `Unreadable` when it cannot be read, or cannot be a source by its name."""
    reader = READERS.get(path.suffix.lower())
    if reader is None:
        kinds = ", ".join(READERS)
        raise Unreadable(path, f"van dit soort bestand lees ik {kinds}", f"of this sort of file {kinds} can be read")
    if not _SOURCE_ID.fullmatch(path.stem):
        raise Unreadable(
            path,
            "de naam van het bestand is de id van de bron: kleine letters, cijfers, . _ en -",
            "the file's name is the id of the source: lower case letters, digits, . _ and -",
        )
    if path.stem in (CORRECTIONS, HAND):
        raise Unreadable(path, f"{path.stem} is geen naam voor een bron", f"{path.stem} is no name for a source")
    try:
        return reader(path, knowledge.words)
    except OSError as error:
        raise Unreadable(path, f"niet te lezen: {error.strerror}", f"cannot be read: {error.strerror}") from error
