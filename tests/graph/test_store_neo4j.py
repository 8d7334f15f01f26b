"""The store on a Neo4j server, held to the contract of every store."""

from __future__ import annotations

from pathlib import Path

import pytest

from graph.adapters import open_store
from graph.store import Store
from graph.testing.contract import StoreContract

pytestmark = [pytest.mark.neo4j, pytest.mark.xdist_group("neo4j")]


class TestNeo4jStore(StoreContract):
    @pytest.fixture(autouse=True)
    def _empty_database(self, neo4j_url: str) -> None:
        self.url = neo4j_url

    def make_store(self, folder: Path) -> Store:
        return open_store(self.url)
