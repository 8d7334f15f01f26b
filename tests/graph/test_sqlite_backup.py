"""Copying an SQLite store: one whole file, under its name only when it is checked and on the disk."""

from __future__ import annotations

import os
import time
from pathlib import Path

import pytest

from graph.adapters import SqliteStore
from graph.errors import Refused, StoreDamaged, StoreError
from graph.knowledge import Knowledge
from tests.graph.test_backup import all_of, names, spoil
from tests.worlds import WORDS, bakery


@pytest.fixture
def store(tmp_path: Path) -> SqliteStore:
    """A store with the bakery in it."""
    store = SqliteStore(tmp_path / "town.db")
    Knowledge(store, WORDS, by="Zoë").load(bakery().bundle())
    return store


def test_it_is_one_file_with_nothing_beside_it(store: SqliteStore, tmp_path: Path):
    folder = tmp_path / "elsewhere"
    folder.mkdir()
    store.save(folder / "kept.db")
    assert names(folder) == ["kept.db"]
    all_of(SqliteStore(folder / "kept.db"))
    assert names(folder) == ["kept.db"]


def test_who_may_read_the_store_may_read_the_backup_and_nobody_else(store: SqliteStore, tmp_path: Path):
    store.path.chmod(0o640)
    store.save(tmp_path / "kept.db")
    assert (tmp_path / "kept.db").stat().st_mode & 0o777 == 0o640


def test_a_file_that_comes_there_meanwhile_is_not_written_over(store: SqliteStore, tmp_path: Path, monkeypatch):
    file = tmp_path / "kept.db"
    sync = os.fsync

    def somebody_else(handle: int) -> None:
        file.write_text("dear diary")
        sync(handle)

    monkeypatch.setattr(os, "fsync", somebody_else)
    with pytest.raises(Refused, match="is there already"):
        store.save(file)
    assert (file.read_text(), names(tmp_path)) == ("dear diary", ["kept.db", "town.db"])


def test_where_the_disk_knows_no_links_a_backup_is_made_all_the_same(store: SqliteStore, tmp_path: Path, monkeypatch):
    def no_links(*_: object) -> None:
        raise PermissionError(1, "Operation not permitted")

    monkeypatch.setattr(os, "link", no_links)
    store.save(tmp_path / "kept.db")
    assert (all_of(SqliteStore(tmp_path / "kept.db")), names(tmp_path)) == (all_of(store), ["kept.db", "town.db"])


def test_a_folder_that_is_not_there_is_named(store: SqliteStore, tmp_path: Path):
    with pytest.raises(StoreError, match=r"kept.db"):
        store.save(tmp_path / "nowhere" / "kept.db")


def test_a_damaged_store_gives_no_backup(store: SqliteStore, tmp_path: Path):
    spoil(store.path)
    with pytest.raises(StoreDamaged):
        store.save(tmp_path / "kept.db")
    assert names(tmp_path) == ["town.db"]


def test_what_a_killed_backup_left_is_swept_up_by_a_later_one(store: SqliteStore, tmp_path: Path):
    for name, age in ((".kept.db.old.part", 7200), (".kept.db.new.part", 0), (".other.db.old.part", 7200)):
        (tmp_path / name).touch()
        os.utime(tmp_path / name, (time.time() - age,) * 2)
    store.save(tmp_path / "kept.db")
    assert names(tmp_path) == [".kept.db.new.part", ".other.db.old.part", "kept.db", "town.db"]
