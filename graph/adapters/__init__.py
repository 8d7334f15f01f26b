"""The real stores behind the port, and the one function that picks one by its URL."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

from graph.adapters.memory import MemoryStore
from graph.adapters.sqlite import SqliteStore
from graph.errors import StoreError
from graph.store import Store
from graph.texts import Text

__all__ = ["MemoryStore", "SqliteStore", "open_store"]


def open_store(url: str, notify: Callable[[Text], None] = lambda _: None) -> Store:
    """The store that a URL names: `sqlite:///file.db`, `sqlite:////folder/file.db`, or `memory:`.

    Nothing is made or read yet. Raises `StoreError` for a URL of another form.
    """
    if url == MemoryStore.url:
        return MemoryStore()
    path = url.removeprefix("sqlite:///")
    if path == url or not path:
        scheme = url.partition(":")[0]
        raise StoreError(
            f"Een opslag heet sqlite:///bestand.db; {scheme}: ken ik niet",
            f"A store is named sqlite:///file.db; {scheme}: is not known here",
        )
    return SqliteStore(Path(path), notify)
