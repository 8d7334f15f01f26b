"""The plain store in memory, held to the contract of every store."""

from __future__ import annotations

from pathlib import Path

from graph.adapters import MemoryStore, open_store
from graph.store import Store
from graph.testing.contract import StoreContract


class TestMemoryStore(StoreContract):
    def make_store(self, folder: Path) -> Store:
        return MemoryStore()

    def reopened(self, store: Store, folder: Path) -> Store:
        return store


def test_memory_is_the_url_of_a_new_store_in_memory():
    store = open_store("memory:")
    assert isinstance(store, MemoryStore)
    assert store.url == "memory:"
