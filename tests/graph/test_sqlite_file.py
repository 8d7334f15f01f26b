"""A file that is not ours, or not whole, is refused with a sentence and stays byte for byte as it is."""

from __future__ import annotations

import sqlite3
from collections.abc import Callable
from contextlib import closing
from pathlib import Path

import pytest

from graph.adapters import SqliteStore
from graph.adapters.sqlite_file import SCHEMA_VERSION, mode_to_read, translated
from graph.errors import StoreDamaged, StoreError, StoreForeign, StoreNewer
from graph.knowledge import Knowledge
from graph.verify import verify
from graph.words import Words
from tests.worlds import WORDS, bakery, contents


@pytest.fixture
def path(tmp_path: Path) -> Path:
    return tmp_path / "binck.db"


@pytest.fixture
def knowledge(path: Path, words: Words) -> Knowledge:
    """Over the file at `path`, which is not there yet."""
    return Knowledge(SqliteStore(path), words, by="Zoë")


def foreign_text(path: Path) -> None:
    path.write_text("name,shop\nAnn,De Aar\n" * 20)


def foreign_few_bytes(path: Path) -> None:
    path.write_bytes(b"PK")


def foreign_sqlite(path: Path) -> None:
    with closing(sqlite3.connect(path)) as connection:
        connection.execute("CREATE TABLE recipe (name TEXT)")


def ours(path: Path) -> None:
    Knowledge(SqliteStore(path), WORDS, by="Zoë").load(bakery().bundle())


def newer(path: Path) -> None:
    ours(path)
    with closing(sqlite3.connect(path)) as connection:
        connection.execute(f"PRAGMA user_version = {SCHEMA_VERSION + 1}")


def truncated(path: Path) -> None:
    ours(path)
    path.write_bytes(path.read_bytes()[: path.stat().st_size // 2])


def only_its_head(path: Path) -> None:
    ours(path)
    path.write_bytes(path.read_bytes()[:60])


WRONG: list[tuple[Callable[[Path], None], type[StoreError], str, str]] = [
    (foreign_text, StoreForeign, "geen bestand van binck", "not a file of binck; name another with --store"),
    (foreign_few_bytes, StoreForeign, "geen bestand van binck", "not a file of binck"),
    (foreign_sqlite, StoreForeign, "SQLite-bestand van een ander programma", "a SQLite file of another program"),
    (Path.mkdir, StoreForeign, "is een map", "is a folder, not a file"),
    (newer, StoreNewer, "latere binck (vorm 2, deze kent 1)", "a later binck (form 2, this one knows 1)"),
    (truncated, StoreDamaged, "is afgebroken", "is cut short"),
    (only_its_head, StoreDamaged, "is afgebroken", "is cut short"),
]


@pytest.mark.parametrize(("make", "error", "nl", "en"), WRONG, ids=[case[0].__name__ for case in WRONG])
@pytest.mark.parametrize("how", ["reading", "writing"])
def test_it_is_refused_with_its_name_and_not_touched(path: Path, knowledge: Knowledge, how: str, make, error, nl, en):
    make(path)
    before = path.read_bytes() if path.is_file() else None
    files = sorted(path.parent.iterdir())
    with pytest.raises(error) as refused, getattr(knowledge.store, how)() as view:
        view.count()
    assert str(path) in refused.value.say("nl")
    assert nl in refused.value.say("nl")
    assert en in refused.value.say("en")
    assert before is None or path.read_bytes() == before
    assert sorted(path.parent.iterdir()) == files


@pytest.mark.parametrize("how", ["reading", "writing"])
def test_damage_that_only_sqlite_sees_is_told_apart_and_not_touched(path: Path, knowledge: Knowledge, how: str):
    ours(path)
    whole = path.read_bytes()
    scrambled = whole[:100] + bytes(len(whole) - 100)
    path.write_bytes(scrambled)
    with pytest.raises(StoreDamaged) as refused, getattr(knowledge.store, how)() as view:
        view.count()
    assert refused.value.say("nl").startswith(f"{path} is beschadigd (")
    assert refused.value.say("en").endswith("put a backup in its place")
    assert path.read_bytes() == scrambled


def test_reading_a_store_that_is_not_there_finds_nothing_and_makes_no_file(
    path: Path, knowledge: Knowledge, words: Words
):
    with knowledge.store.reading() as view:
        assert (view.version, view.entities(), verify(view, words).ok) == (0, [], True)
    assert list(path.parent.iterdir()) == []


def test_a_file_of_no_bytes_is_an_empty_store_and_stays_one_when_read(path: Path, knowledge: Knowledge):
    path.touch()
    with knowledge.store.reading() as view:
        assert view.version == 0
    assert path.read_bytes() == b""
    knowledge.load(bakery().bundle())
    with knowledge.store.reading() as view:
        assert view.version == 1


def test_a_writer_that_changes_its_mind_leaves_an_empty_store(path: Path, knowledge: Knowledge):
    with pytest.raises(ZeroDivisionError), knowledge.store.writing():
        raise ZeroDivisionError
    with knowledge.store.reading() as view:
        assert view.version == 0


def test_a_folder_that_is_not_there_is_named(tmp_path: Path, words: Words):
    knowledge = Knowledge(SqliteStore(tmp_path / "nowhere" / "binck.db"), words)
    with pytest.raises(StoreError) as refused:
        knowledge.load(bakery().bundle())
    assert "nowhere" in refused.value.say("nl")


@pytest.mark.parametrize("how", ["reading", "writing"])
def test_a_name_that_is_too_long_is_refused_with_a_sentence(tmp_path: Path, how: str):
    path = tmp_path / ("b" * 300)
    with pytest.raises(StoreError) as refused, getattr(SqliteStore(path), how)():
        pass
    assert refused.value.say("nl").startswith(f"{path} is niet te lezen: File name too long; ")
    assert refused.value.say("en").endswith("or name another with --store")


def test_an_error_of_the_file_system_names_the_file_and_what_to_do(path: Path):
    with pytest.raises(StoreError) as refused, translated(path):
        raise PermissionError(13, "Permission denied", str(path))
    assert refused.value.say("nl").startswith(f"{path} is niet te lezen: Permission denied; geef uzelf rechten")


@pytest.mark.parametrize(
    ("folder", "file", "log", "mode"),
    [
        (True, True, False, "rw"),
        (True, False, False, "rw"),
        (False, True, False, "rw"),
        (False, False, True, "rw"),
        (False, False, False, "ro&immutable=1"),
    ],
)
def test_a_file_is_taken_as_unchanging_where_nothing_can_be_written_and_no_log_waits(folder, file, log, mode):
    assert mode_to_read(folder, file, log) == mode


def test_a_path_may_hold_blanks_and_marks(tmp_path: Path, words: Words):
    store = SqliteStore(tmp_path / "mijn netwerk? 100% #1.db")
    Knowledge(store, words).load(bakery().bundle())
    assert store.path.is_file()
    with store.reading() as view:
        assert view.version == 1


def test_the_file_is_one_file_when_nobody_has_it_open(path: Path, knowledge: Knowledge):
    knowledge.load(bakery().bundle())
    contents(knowledge.store)
    assert list(path.parent.iterdir()) == [path]


def test_the_file_keeps_foreign_keys_and_checks_out(path: Path, knowledge: Knowledge):
    knowledge.load(bakery().bundle())
    with closing(sqlite3.connect(path)) as connection:
        assert connection.execute("PRAGMA integrity_check").fetchone() == ("ok",)
        assert connection.execute("PRAGMA foreign_key_check").fetchall() == []
        assert connection.execute("PRAGMA journal_mode").fetchone() == ("wal",)
