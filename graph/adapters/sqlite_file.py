"""Opening a SQLite file that is ours, and saying what is wrong with one that is not."""

from __future__ import annotations

import os
import sqlite3
import time
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from pathlib import Path

from graph.errors import StoreBusy, StoreDamaged, StoreError, StoreForeign, StoreFull, StoreNewer
from graph.texts import Text

APPLICATION_ID = 0x42494E4B
SCHEMA_VERSION = 1
SAY_WAITING_AFTER = 5.0
GIVE_UP_AFTER = 60.0
_SCHEMA = (Path(__file__).parent / "schema.sql").read_text(encoding="utf-8")
_MAGIC = b"SQLite format 3\x00"


def connect_to_read(path: Path) -> sqlite3.Connection:
    """A connection in a read transaction; an absent or blank file reads as an empty store, and stays as it is."""
    _refuse_folder(path)
    if path.exists() and path.stat().st_size:
        folder = path.resolve().parent
        mode = mode_to_read(os.access(folder, os.W_OK), os.access(path, os.W_OK), _log(path))
        with _explained(path):
            connection = _tuned(_open(path, mode))
            try:
                connection.execute("BEGIN")
                if _check(connection, path):
                    return connection
            except BaseException:
                connection.close()
                raise
            connection.close()
    connection = _tuned(sqlite3.connect(":memory:", isolation_level=None, check_same_thread=False))
    _create(connection)
    return connection


def mode_to_read(folder_writable: bool, file_writable: bool, log: bool) -> str:
    """How to open a file to read it: as one that nobody changes when nothing here can be written and no log waits.

    Elsewhere SQLite keeps the log and the locks beside the file, and needs to write for them even to read.
    """
    return "rw" if folder_writable or file_writable or log else "ro&immutable=1"


def connect_to_write(path: Path, notify: Callable[[Text], None]) -> sqlite3.Connection:
    """A connection that holds the write lock, in a file that is made when it is not there yet."""
    _refuse_folder(path)
    with _explained(path):
        connection = _tuned(_open(path, "rwc"))
        try:
            _check(connection, path)
            _wait(connection, "PRAGMA journal_mode = WAL", path, notify)
            _wait(connection, "BEGIN IMMEDIATE", path, notify)
            if not _check(connection, path):
                _create(connection)
        except BaseException:
            connection.close()
            raise
    return connection


def _open(path: Path, mode: str) -> sqlite3.Connection:
    uri = f"{path.absolute().as_uri()}?mode={mode}"
    return sqlite3.connect(uri, uri=True, isolation_level=None, timeout=SAY_WAITING_AFTER, check_same_thread=False)


def _tuned(connection: sqlite3.Connection) -> sqlite3.Connection:
    try:
        for setting in ("foreign_keys = ON", "synchronous = FULL", "cache_size = -200000", "trusted_schema = OFF"):
            connection.execute(f"PRAGMA {setting}")
    except BaseException:
        connection.close()
        raise
    return connection


def _create(connection: sqlite3.Connection) -> None:
    for command in _SCHEMA.split(";\n"):
        if command.strip():
            connection.execute(command)
    connection.execute(f"PRAGMA application_id = {APPLICATION_ID}")
    connection.execute(f"PRAGMA user_version = {SCHEMA_VERSION}")


def _wait(connection: sqlite3.Connection, command: str, path: Path, notify: Callable[[Text], None]) -> None:
    """Run a command that wants the write lock; after a while say that somebody else has it."""
    started = time.monotonic()
    said = False
    while True:
        try:
            connection.execute(command)
            return
        except sqlite3.OperationalError as error:
            if error.sqlite_errorcode & 0xFF not in (sqlite3.SQLITE_BUSY, sqlite3.SQLITE_LOCKED):
                raise
            waited = time.monotonic() - started
            if waited > GIVE_UP_AFTER:
                raise StoreBusy(
                    f"{path} is al {waited:.0f} seconden bezet door een ander proces; probeer het later opnieuw",
                    f"{path} has been busy for {waited:.0f} seconds with another process; try again later",
                ) from error
            if not said and waited >= SAY_WAITING_AFTER:
                said = True
                notify(
                    Text(
                        f"{path}: een ander proces schrijft, even wachten …",
                        f"{path}: another process is writing, waiting …",
                    )
                )
            time.sleep(0.05)


def _refuse_folder(path: Path) -> None:
    if path.is_dir():
        raise StoreForeign(f"{path} is een map en geen bestand", f"{path} is a folder, not a file")


@contextmanager
def _explained(path: Path) -> Iterator[None]:
    """Where SQLite says that a file is none of its own, or damaged, say what can be seen of it."""
    try:
        yield
    except sqlite3.DatabaseError as error:
        if error.sqlite_errorcode & 0xFF in (sqlite3.SQLITE_CORRUPT, sqlite3.SQLITE_NOTADB):
            _look_at_file(path)
        raise


def _look_at_file(path: Path) -> None:
    """What can be seen without SQLite: a foreign header, or fewer pages than the header promises.

    Only for a file that SQLite cannot use: to close a file is to let go of all locks that this
    process has on it (POSIX), those of SQLite in other threads too, and then another process
    may remove the log that they still read and write.
    """
    with path.open("rb") as file:
        header = file.read(100)
    if not header.startswith(_MAGIC[: len(header)]):
        raise StoreForeign(
            f"{path} is geen bestand van binck; noem een ander met --store",
            f"{path} is not a file of binck; name another with --store",
        )
    page = int.from_bytes(header[16:18], "big")
    size = (65536 if page == 1 else page) * int.from_bytes(header[28:32], "big")
    if len(header) < 100 or (not _log(path) and path.stat().st_size < size):
        found = path.stat().st_size
        raise StoreDamaged(
            f"{path} is afgebroken: {found} van {size} bytes; zet een reservekopie terug (niets is aangeraakt)",
            f"{path} is cut short: {found} of {size} bytes; put a backup in its place (nothing was touched)",
        )


def _log(path: Path) -> bool:
    """Whether beside the file there is a log with something in it."""
    log = path.with_name(path.name + "-wal")
    return log.exists() and log.stat().st_size > 0


def _check(connection: sqlite3.Connection, path: Path) -> bool:
    """Whether there is a store; raises when what is there is not one of ours."""
    # one statement is one reading: another process may be making the schema just now
    application, version, tables = connection.execute(
        "SELECT (SELECT application_id FROM pragma_application_id), (SELECT user_version FROM pragma_user_version),"
        " (SELECT count(*) FROM sqlite_master)"
    ).fetchone()
    if tables and application != APPLICATION_ID:
        raise StoreForeign(
            f"{path} is een SQLite-bestand van een ander programma; noem een ander met --store",
            f"{path} is a SQLite file of another program; name another with --store",
        )
    if version > SCHEMA_VERSION:
        raise StoreNewer(
            f"{path} is geschreven door een latere binck (vorm {version}, deze kent {SCHEMA_VERSION}); gebruik die",
            f"{path} was written by a later binck (form {version}, this one knows {SCHEMA_VERSION}); use that one",
        )
    return bool(tables)


@contextmanager
def translated(path: Path) -> Iterator[None]:
    """SQLite's errors and those of the file itself as ours, naming the file and the way out."""
    try:
        yield
    except sqlite3.Error as error:
        raise _translate(error, path) from error
    except OSError as error:
        if error.filename is None:  # not of a file: what somebody is told could not be said
            raise
        raise StoreError(
            f"{path} is niet te lezen: {error.strerror}; geef uzelf rechten op bestand en map, of noem een ander"
            " met --store",
            f"{path} cannot be read: {error.strerror}; give yourself rights on file and folder, or name another"
            " with --store",
        ) from error


def _translate(error: sqlite3.Error, path: Path) -> StoreError:
    code = getattr(error, "sqlite_errorcode", 0) & 0xFF
    if code in (sqlite3.SQLITE_BUSY, sqlite3.SQLITE_LOCKED):
        return StoreBusy(f"{path} is bezet; probeer het opnieuw", f"{path} is busy; try again")
    if code in (sqlite3.SQLITE_FULL, sqlite3.SQLITE_IOERR):
        return StoreFull(
            f"{path} kon niet worden geschreven ({error}); maak ruimte, er is niets half opgeslagen",
            f"{path} could not be written ({error}); make room, nothing was stored by halves",
        )
    if code in (sqlite3.SQLITE_CORRUPT, sqlite3.SQLITE_NOTADB):
        return StoreDamaged(
            f"{path} is beschadigd ({error}); zet een reservekopie terug",
            f"{path} is damaged ({error}); put a backup in its place",
        )
    if code in (sqlite3.SQLITE_CANTOPEN, sqlite3.SQLITE_READONLY, sqlite3.SQLITE_PERM):
        return StoreError(
            f"{path} is niet te openen ({error}); zorg dat de map er is en dat u in map en bestand mag schrijven,"
            " of kopieer het naar een eigen map en noem dat met --store",
            f"{path} cannot be opened ({error}); make sure that the folder is there and that you may write in folder"
            " and file, or copy it to a folder of your own and name that with --store",
        )
    return StoreError(f"{path} is niet te gebruiken: {error}", f"{path} cannot be used: {error}")
