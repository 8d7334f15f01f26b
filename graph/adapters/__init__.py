"""The real stores behind the port, and the one function that picks one by its URL."""

from __future__ import annotations

import os
from collections.abc import Callable
from pathlib import Path

from graph.adapters.memory import MemoryStore
from graph.adapters.sqlite import SqliteStore
from graph.errors import StoreError
from graph.progress import Progress, silent
from graph.store import Store
from graph.texts import Text
from graph.words import Words, load_words

__all__ = ["MemoryStore", "SqliteStore", "open_store"]
_SERVERS = ("neo4j", "bolt")


def open_store(
    url: str,
    notify: Callable[[Text], None] = lambda _: None,
    progress: Progress = silent,
    words: Words | None = None,
) -> Store:
    """The store that a URL names: `sqlite:///file.db`, `sqlite:////folder/file.db`, `neo4j://host:7687` or `memory:`.

    Nothing is made or read yet. `words` are those that a Neo4j server gets its labels from; the
    shipped ones when none are given. Raises `StoreError` for a URL of another form.
    """
    if url == MemoryStore.url:
        return MemoryStore()
    scheme = url.partition(":")[0]
    if scheme.partition("+")[0] in _SERVERS:
        from graph.adapters.bolt import read_address  # noqa: PLC0415 - a tenth of a second that SQLite does without
        from graph.adapters.neo4j import Neo4jStore  # noqa: PLC0415

        return Neo4jStore(read_address(url, os.environ), words or load_words(), notify, progress)
    path = url.removeprefix("sqlite:///")
    if path == url or not path:
        raise StoreError(
            f"Een opslag heet sqlite:///bestand.db of neo4j://computer:7687; {scheme}: ken ik niet",
            f"A store is named sqlite:///file.db or neo4j://host:7687; {scheme}: is not known here",
        )
    return SqliteStore(Path(path), notify)
