"""Backups: whole, checked and never over anything; put back without losing what was there."""

from __future__ import annotations

import os
import sqlite3
from pathlib import Path

import pytest

from graph.adapters import MemoryStore, SqliteStore
from graph.backup import back_up, restore
from graph.desk import Desk
from graph.errors import BinckError, Refused, StoreDamaged, StoreForeign, StoreNewer
from graph.knowledge import Knowledge
from graph.testing.source import Source
from graph.verify import verify
from tests.worlds import WORDS, bakery, contents, two_anns


@pytest.fixture
def store(tmp_path: Path) -> SqliteStore:
    """A store with the bakery in it."""
    return told(SqliteStore(tmp_path / "town.db"), bakery())


def told(store: SqliteStore, *sources: Source) -> SqliteStore:
    for source in sources:
        Knowledge(store, WORDS, by="Zoë").load(source.bundle())
    return store


def all_of(store: SqliteStore) -> object:
    """Everything, the history too."""
    with store.reading() as view:
        assert verify(view, WORDS).differences == ()
        return contents(store), view.changes(), {s.id for s in view.in_force()}


def names(folder: Path) -> list[str]:
    return sorted(path.name for path in folder.iterdir())


# ----------------------------------------------------------------------------------------------------------- keeping


def test_a_backup_is_a_store_of_its_own_that_holds_the_same(store: SqliteStore, tmp_path: Path):
    Knowledge(store, WORDS).withdraw("news")
    saved = back_up(store, tmp_path / "kept.db")
    assert all_of(SqliteStore(tmp_path / "kept.db")) == all_of(store)
    assert (saved.version, saved.statements, saved.size) == (2, 0, (tmp_path / "kept.db").stat().st_size)


def test_nothing_is_written_over_unless_asked(store: SqliteStore, tmp_path: Path):
    file = tmp_path / "kept.db"
    file.write_text("dear diary")
    with pytest.raises(Refused, match=r"kept.db is there already; take another name, or --force to replace it"):
        back_up(store, file)
    assert file.read_text() == "dear diary"
    back_up(store, file, over=True)
    assert all_of(SqliteStore(file)) == all_of(store)


@pytest.mark.parametrize("ending", ["", "-wal", "-shm", "-journal"])
def test_the_store_itself_is_no_place_for_its_backup(store: SqliteStore, ending):
    before = all_of(store)
    with pytest.raises(Refused, match="is of the store itself; name another"):
        back_up(store, store.path.with_name(f"town.db{ending}"), over=True)
    assert all_of(store) == before


def test_an_empty_store_has_nothing_to_keep(tmp_path: Path):
    with pytest.raises(Refused, match="is empty: there is nothing to back up"):
        back_up(SqliteStore(tmp_path / "town.db"), tmp_path / "kept.db")
    assert names(tmp_path) == []


def test_a_store_of_another_kind_says_what_to_use(tmp_path: Path):
    for act in (lambda: back_up(MemoryStore(), tmp_path / "a"), lambda: restore(MemoryStore(), tmp_path / "a", WORDS)):
        with pytest.raises(Refused, match=r"copy memory: with binck copy memory: sqlite:///copy.db"):
            act()


# ------------------------------------------------------------------------------------------------------ putting back


@pytest.fixture
def kept(store: SqliteStore, tmp_path: Path) -> Path:
    """A backup of the bakery."""
    return back_up(store, tmp_path / "kept.db").file


def test_a_backup_is_put_back_into_an_empty_store(kept: Path, tmp_path: Path):
    new = SqliteStore(tmp_path / "new.db")
    done = restore(new, kept, WORDS)
    assert all_of(new) == all_of(SqliteStore(kept))
    assert (done.kept, done.before, done.now.version) == (None, None, 1)


def test_what_is_put_back_goes_on_as_before(kept: Path, tmp_path: Path):
    new = SqliteStore(tmp_path / "new.db")
    restore(new, kept, WORDS)
    told(new, *two_anns())
    all_of(new)


def test_a_store_that_holds_something_is_left_as_it_is(store: SqliteStore, kept: Path):
    told(store, *two_anns())
    before = all_of(store)
    with pytest.raises(Refused, match=r"town.db is not empty \(version 3\); with --replace"):
        restore(store, kept, WORDS)
    assert all_of(store) == before


def test_with_replace_what_was_there_is_kept_beside_it(store: SqliteStore, kept: Path):
    told(store, *two_anns())
    before = all_of(store)
    done = restore(store, kept, WORDS, replace=True)
    assert all_of(store) == all_of(SqliteStore(kept))
    assert done.kept is not None
    assert done.before is not None
    assert done.kept.name.startswith("town.db-before-restore-")
    assert (all_of(SqliteStore(done.kept)), done.before.version) == (before, 3)
    restore(store, done.kept, WORDS, replace=True)
    assert all_of(store) == before


def test_a_desk_that_is_open_sees_it_even_when_the_number_of_changes_is_the_same(store: SqliteStore, tmp_path: Path):
    other = told(SqliteStore(tmp_path / "other.db"), two_anns()[0])
    kept = back_up(other, tmp_path / "kept.db").file
    desk = Desk(store, WORDS)
    assert desk.resolve("Bakery De Aar").id == "news:shop"
    restore(store, kept, WORDS, replace=True)
    assert (desk.network().version, desk.resolve("School").id) == (1, "one:school")


def spoil(path: Path) -> None:
    """Zeros in the middle of a file whose log was written back."""
    connection = sqlite3.connect(path)
    connection.execute("PRAGMA wal_checkpoint(TRUNCATE)")
    connection.close()
    with path.open("r+b") as file:
        file.seek(3 * 4096)
        file.write(bytes(4096 * 6))


def foreign(path: Path) -> None:
    connection = sqlite3.connect(path)
    connection.execute("CREATE TABLE shopping (what TEXT)")
    connection.close()


def newer(path: Path) -> None:
    connection = sqlite3.connect(path)
    connection.execute("PRAGMA user_version = 99")
    connection.close()


def altered(path: Path) -> None:
    """A store that SQLite finds sound, in which somebody changed a name by hand."""
    connection = sqlite3.connect(path)
    connection.execute("UPDATE entity SET name = 'Anna' WHERE name = 'Ann'")
    connection.commit()
    connection.close()


WRONG = {
    "not there": (lambda path: path.unlink(), Refused, "is not there"),
    "a folder": (lambda path: (path.unlink(), path.mkdir()), Refused, "is not there"),
    "no bytes": (lambda path: path.write_bytes(b""), Refused, "is empty: there is nothing to put back"),
    "a letter": (lambda path: path.write_text("dear diary " * 100), StoreForeign, "is not a file of binck"),
    "of another program": (lambda path: (path.unlink(), foreign(path)), StoreForeign, "of another program"),
    "cut short": (lambda path: os.truncate(path, path.stat().st_size // 2), StoreDamaged, "cut short"),
    "spoilt in the middle": (spoil, StoreDamaged, "is damaged"),
    "of a later release": (newer, StoreNewer, "written by a later binck"),
    "a sum that is not right": (altered, StoreDamaged, "is not right: .*; use another backup"),
}


@pytest.mark.parametrize(("change", "error", "told_"), WRONG.values(), ids=WRONG)
def test_what_is_no_sound_backup_is_refused_and_the_store_untouched(
    store: SqliteStore, kept: Path, change, error, told_
):
    told(store, *two_anns())
    before = all_of(store)
    change(kept)
    with pytest.raises(error, match=told_):
        restore(store, kept, WORDS, replace=True)
    assert all_of(store) == before
    assert not [name for name in names(kept.parent) if "before-restore" in name]


def test_the_store_is_no_backup_of_itself(store: SqliteStore):
    with pytest.raises(Refused, match="is of the store itself; name another"):
        restore(store, store.path, WORDS, replace=True)


@pytest.mark.parametrize("damage", [spoil, lambda path: os.truncate(path, 5000)], ids=["spoilt", "cut short"])
def test_a_damaged_store_is_set_aside_as_it_is_and_the_backup_takes_its_place(store: SqliteStore, kept: Path, damage):
    damage(store.path)
    spoilt = store.path.read_bytes()
    with pytest.raises(BinckError, match=r"is damaged; with --replace|is not empty"):
        restore(store, kept, WORDS)
    done = restore(store, kept, WORDS, replace=True)
    assert done.kept is not None
    assert (done.before, done.kept.read_bytes()) == (None, spoilt)
    assert all_of(store) == all_of(SqliteStore(kept))


def test_a_file_of_another_program_is_never_replaced(kept: Path, tmp_path: Path):
    foreign(tmp_path / "shopping.db")
    before = (tmp_path / "shopping.db").read_bytes()
    with pytest.raises(StoreForeign):
        restore(SqliteStore(tmp_path / "shopping.db"), kept, WORDS, replace=True)
    assert (tmp_path / "shopping.db").read_bytes() == before
