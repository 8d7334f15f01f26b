"""Files go into the store: one change each, with progress and a report."""

from __future__ import annotations

import errno
import re
from collections.abc import Callable, Iterator, Sequence
from pathlib import Path

from graph.bundle import Bundle, Loaded, Refusal
from graph.errors import Unknown
from graph.knowledge import HAND, Knowledge
from graph.preview import Preview
from graph.progress import Progress, silent
from graph.statements import CORRECTIONS
from ingest.binckhorst import shipped
from ingest.csv_file import read_csv
from ingest.datafile import read_datafile
from ingest.known_kinds import KnownKinds
from ingest.rows import read_rows
from ingest.unreadable import Unreadable

_SOURCE_ID = re.compile(r"[a-z0-9][a-z0-9._-]{0,99}", re.ASCII)
_SHEETS = {".xls": ".xlsx", ".xlsm": ".xlsx", ".ods": ".xlsx", ".numbers": ".xlsx"}
"""What other spreadsheets save can be saved as."""


def _datafile(path: Path, knowledge: Knowledge, _: str) -> Bundle:
    if not _SOURCE_ID.fullmatch(path.stem):
        raise Unreadable(
            path,
            "de naam van het bestand is de id van de bron: kleine letters, cijfers, . _ en -",
            "the file's name is the id of the source: lower case letters, digits, . _ and -",
        )
    return read_datafile(path, knowledge.words)


def _csv(path: Path, knowledge: Knowledge, kind: str) -> Bundle:
    table = read_csv(path, knowledge.words)
    return read_rows(path, [table] if table else [], knowledge.words, KnownKinds(knowledge), kind)


def _xlsx(path: Path, knowledge: Knowledge, kind: str) -> Bundle:
    from ingest.xlsx_file import read_xlsx  # noqa: PLC0415 - openpyxl takes a seventh of a second to import

    return read_rows(path, read_xlsx(path), knowledge.words, KnownKinds(knowledge), kind)


READERS: dict[str, Callable[[Path, Knowledge, str], Bundle]] = {
    ".yaml": _datafile,
    ".yml": _datafile,
    ".csv": _csv,
    ".tsv": _csv,
    ".txt": _csv,
    ".xlsx": _xlsx,
}
"""The reader of each sort of file; the last argument is what the rows of a sheet are about, where somebody said so."""


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
    kind: str = "",
    progress: Progress = silent,
) -> list[Loaded]:
    """Load files one after the other; `progress` is told each file's name, its place and how many there are.

    A file that cannot be read at all is reported with one refusal, and the others still go in. So is a second
    file for one source, and a file that says nothing for a source that the store has: only `withdraw` takes all away.
    """
    reports = []
    for bundle in _bundles(knowledge, paths, kind, progress):
        if isinstance(bundle, Loaded):
            reports.append(bundle)
        else:
            reports += knowledge.load(bundle, named=named, strict=strict).sources
    return reports


def preview_files(
    knowledge: Knowledge,
    paths: Sequence[Path],
    *,
    named: bool = True,
    strict: bool = False,
    kind: str = "",
    progress: Progress = lambda *_: None,
) -> list[Preview]:
    """What `load_files` would do, each file held against the store as it is now; nothing is written."""
    return [
        Preview(bundle) if isinstance(bundle, Loaded) else knowledge.preview(bundle, named=named, strict=strict)
        for bundle in _bundles(knowledge, paths, kind, progress)
    ]


def _bundles(knowledge: Knowledge, paths: Sequence[Path], kind: str, progress: Progress) -> Iterator[Bundle | Loaded]:
    """What each file says, or the report of one that cannot be taken."""
    read: dict[str, Path] = {}
    for place, path in enumerate(paths):
        progress(path.name, place, len(paths))
        refused: list[Refusal] = []
        try:
            bundle = read_file(path, knowledge, kind)
            refused = bundle.refused
            _refuse_second(path, bundle, read.setdefault(bundle.origin, path))
            _refuse_nothing(path, bundle, knowledge)
        except Unreadable as error:
            yield Loaded(path.stem, refused=[*refused, Refusal(str(path), error.line, error.reason)])
        else:
            yield bundle
    progress("", len(paths), len(paths))


def _refuse_second(path: Path, bundle: Bundle, first: Path) -> None:
    if path.absolute() != first.absolute():
        raise Unreadable(
            path,
            f"{first} is al geladen als bron {bundle.origin}; geef een van de twee een andere naam",
            f"{first} was loaded as source {bundle.origin} already; give one of the two another name",
        )


def _refuse_nothing(path: Path, bundle: Bundle, knowledge: Knowledge) -> None:
    if bundle.statements or bundle.judgements:
        return
    with knowledge.store.reading() as view:
        held = view.held(bundle.origin)
    if held:
        raise Unreadable(
            path,
            f"hierin staat niets, dus blijft {bundle.origin} zoals het was; intrekken: binck withdraw {bundle.origin}",
            f"this says nothing, so {bundle.origin} stays as it was; to withdraw it: binck withdraw {bundle.origin}",
        )


def read_file(path: Path, knowledge: Knowledge, kind: str = "") -> Bundle:
    """What one file says; raises `Unreadable` when it cannot be read, or cannot be a source by its name.

    `kind` is what the rows of a sheet are about, where its headings leave that open.
    """
    suffix = path.suffix.lower()
    reader = READERS.get(suffix)
    if reader is None:
        kinds, better = ", ".join(READERS), _SHEETS.get(suffix, "")
        raise Unreadable(
            path,
            f"van dit soort bestand lees ik {kinds}{f'; bewaar het als {better}' if better else ''}",
            f"of this sort of file {kinds} can be read{f'; save it as {better}' if better else ''}",
        )
    try:
        bundle = reader(path, knowledge, kind)
    except OSError as error:
        raise Unreadable(path, f"niet te lezen: {error.strerror}", f"cannot be read: {error.strerror}") from error
    if bundle.origin in (CORRECTIONS, HAND):
        raise Unreadable(
            path, f"{bundle.origin} is geen naam voor een bron", f"{bundle.origin} is no name for a source"
        )
    return bundle
