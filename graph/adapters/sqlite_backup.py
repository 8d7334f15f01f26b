"""An SQLite store copied into a file, and taken over from one, while others read and write."""

from __future__ import annotations

import glob
import os
import sqlite3
import tempfile
import time
from collections.abc import Iterator
from contextlib import contextmanager, suppress
from pathlib import Path

from graph.adapters.sqlite_file import connect_to_read, translated
from graph.errors import Refused, StoreDamaged

BESIDE = ("-wal", "-shm", "-journal")
"""Endings of the files that SQLite keeps beside a store."""

_LEFT_BEHIND = 3600.0
"""Seconds after which a half-written copy is of a process that was killed."""


def save(path: Path, file: Path, *, over: bool = False) -> None:
    """Copy the store at `path`, as it is at this moment, into `file`: whole, checked, or not at all.

    Readers and writers go on: SQLite's online backup reads one snapshot. The copy is made
    under another name in the same folder, checked page by page, put on the disk, and only then
    given its name. Raises `Refused` when `file` is there already, unless it may be written
    `over`; `StoreDamaged` when the store cannot be copied soundly.
    """
    with _written_whole(file, over) as part:
        with translated(path):
            source = connect_to_read(path)
        try:
            with translated(file):
                _copy(source, part)
            with translated(part):
                target = connect_to_read(part)
                try:
                    check_pages(target, path)
                finally:
                    target.close()
            with suppress(OSError):  # a stick may know no rights
                part.chmod(path.stat().st_mode & 0o777)
        finally:
            source.close()


def _copy(source: sqlite3.Connection, part: Path) -> None:
    target = sqlite3.connect(part, isolation_level=None)
    try:
        source.backup(target)
        # one file without a log beside it: what is copied elsewhere is all there
        target.execute("PRAGMA journal_mode = DELETE")
    finally:
        target.close()


def check_pages(connection: sqlite3.Connection, path: Path) -> None:
    """Raises `StoreDamaged`, naming `path`, when SQLite finds anything wrong in the file."""
    found = connection.execute("PRAGMA integrity_check(1)").fetchone()[0]
    if found != "ok":
        raise StoreDamaged(
            f"{path} is beschadigd ({found}); zet een andere reservekopie terug",
            f"{path} is damaged ({found}); put another backup back",
        )


def take_rows(connection: sqlite3.Connection, file: Path) -> None:
    """Put the rows of the store in `file` in the place of those here, in the transaction that is open.

    SQLite's backup would be no help here: it cannot write into a file that somebody holds the
    write lock of, and without the lock a change could come in between and be lost.
    """
    with translated(file):
        source = connect_to_read(file)
    try:
        # in the order in which the schema makes them, so that what others refer to is there first
        tables = [
            row[0] for row in connection.execute("SELECT name FROM sqlite_master WHERE type = 'table' ORDER BY rowid")
        ]
        for table in reversed(tables):
            connection.execute(f"DELETE FROM {table}")
        for table in tables:
            rows = source.execute(f"SELECT * FROM {table}")
            marks = ", ".join("?" * len(rows.description))
            connection.executemany(f"INSERT INTO {table} VALUES ({marks})", rows)
    finally:
        source.close()


@contextmanager
def _written_whole(file: Path, over: bool) -> Iterator[Path]:
    """A file to write beside `file`, which takes its name when all went well and is gone when not."""
    if file.exists() and not over:
        raise _there_already(file)
    with translated(file):
        _sweep(file)
        handle, name = tempfile.mkstemp(prefix=f".{file.name}.", suffix=".part", dir=file.absolute().parent)
        os.close(handle)
    part = Path(name)
    try:
        yield part
        with translated(file):
            _on_disk(part)
            _take_name(part, file, over)
            _on_disk(file.absolute().parent)
    finally:
        part.unlink(missing_ok=True)


def _take_name(part: Path, file: Path, over: bool) -> None:
    if over:
        part.replace(file)
        return
    try:
        os.link(part, file)  # unlike a rename, never over what another process put there meanwhile
    except FileExistsError:
        raise _there_already(file) from None
    except OSError:
        part.rename(file)  # a stick may know no links


def _there_already(file: Path) -> Refused:
    return Refused(
        f"{file} is er al; neem een andere naam, of --force om het te vervangen",
        f"{file} is there already; take another name, or --force to replace it",
    )


def _on_disk(path: Path) -> None:
    """Wait until a file, or the names in a folder, are on the disk; only POSIX can open a folder for that."""
    if os.name == "posix" or path.is_file():
        handle = os.open(path, os.O_RDONLY)
        try:
            os.fsync(handle)
        finally:
            os.close(handle)


def _sweep(file: Path) -> None:
    """Remove copies that were cut off by a kill, with what SQLite left beside them."""
    for left in file.absolute().parent.glob(f".{glob.escape(file.name)}.*.part*"):
        if time.time() - left.stat().st_mtime > _LEFT_BEHIND:
            left.unlink(missing_ok=True)
