"""Files that belong to a store: beside an SQLite file, in the cache folder for a server, nowhere for memory.

And a file is written whole or not at all.
"""

from __future__ import annotations

from pathlib import Path

import pytest

from graph.errors import Refused
from graph.local import local_file, write_whole


def test_beside_an_sqlite_file_under_its_name(tmp_path: Path) -> None:
    file = tmp_path / "town.db"

    assert local_file(f"sqlite:///{file.as_posix()}", "map.json") == tmp_path / "town.db-map.json"


def test_for_a_server_in_the_cache_folder_without_its_name(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("XDG_CACHE_HOME", str(tmp_path))

    one, other = (local_file(f"neo4j://ann:secret@127.0.0.1:{port}", "map.json") for port in (7687, 7688))

    assert one is not None
    assert one.parent == tmp_path / "binck"
    assert one.name.endswith("-map.json")
    assert "secret" not in one.name
    assert one != other


def test_a_store_in_memory_has_none() -> None:
    assert local_file("memory:", "map.json") is None


def test_what_cannot_be_written_leaves_nothing_behind(tmp_path: Path) -> None:
    (tmp_path / "network.json").mkdir()

    with pytest.raises(Refused):
        write_whole(tmp_path / "network.json", b"{}")

    assert [path.name for path in tmp_path.iterdir()] == ["network.json"]
