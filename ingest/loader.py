"""Files go into the store: one change each, with progress and a report."""

from __future__ import annotations

import errno
import re
from collections.abc import Sequence
from pathlib import Path

from graph.bundle import Bundle, Loaded, Refusal
from graph.errors import Unknown
from graph.knowledge import HAND, Knowledge
from graph.progress import Progress, silent
from graph.statements import CORRECTIONS
from ingest.binckhorst import shipped
from ingest.datafile import read_datafile
from ingest.yaml_file import Unreadable

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
        if _is_file(path):
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


def _is_file(path: Path) -> bool:
    """Whether there is such a file; one that may not be looked at counts, so that reading it says why."""
    try:
        return path.is_file()
    except OSError as error:
        return error.errno != errno.ENAMETOOLONG


def load_files(
    knowledge: Knowledge,
    paths: Sequence[Path],
    *,
    named: bool = True,
    strict: bool = False,
    progress: Progress = silent,
) -> list[Loaded]:
    """Load files one after the other; `progress` is told each file's name, its place and how many there are.

    A file that cannot be read at all is reported with one refusal, and the others still go in. So is a second
    file for one source, and a file that says nothing for a source that the store has: only `withdraw` takes all away.
    """
    reports = []
    read: dict[str, Path] = {}
    for place, path in enumerate(paths):
        progress(path.name, place, len(paths))
        refused: list[Refusal] = []
        try:
            bundle = read_file(path, knowledge)
            refused = bundle.refused
            _refuse_second(path, read.setdefault(bundle.origin, path))
            _refuse_nothing(path, bundle, knowledge)
        except Unreadable as error:
            reports.append(Loaded(path.stem, refused=[*refused, Refusal(str(path), error.line, error.reason)]))
            continue
        reports += knowledge.load(bundle, named=named, strict=strict).sources
    progress("", len(paths), len(paths))
    return reports


def _refuse_second(path: Path, first: Path) -> None:
    if path.absolute() != first.absolute():
        raise Unreadable(
            path,
            f"{first} is al geladen als bron {path.stem}; geef een van de twee een andere naam",
            f"{first} was loaded as source {path.stem} already; give one of the two another name",
        )


def _refuse_nothing(path: Path, bundle: Bundle, knowledge: Knowledge) -> None:
    if bundle.statements or bundle.judgements:
        return
    with knowledge.store.reading() as view:
        held = view.held(bundle.origin)
    if held:
        raise Unreadable(
            path,
            f"hierin staat niets, dus blijft {path.stem} zoals het was; intrekken: binck withdraw {path.stem}",
            f"this says nothing, so {path.stem} stays as it was; to withdraw it: binck withdraw {path.stem}",
        )


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
