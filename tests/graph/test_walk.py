"""A random walk: a real store and the plain one in memory take the same steps and are compared after each."""

from __future__ import annotations

import tempfile
from pathlib import Path

import pytest
from hypothesis import HealthCheck, settings
from hypothesis.stateful import invariant, run_state_machine_as_test

from graph.adapters import MemoryStore, SqliteStore, open_store
from graph.store import Store
from graph.testing.walk import StoreWalk
from tests.cypher import agrees, wipe

CALM = settings(deadline=None, suppress_health_check=[HealthCheck.too_slow, HealthCheck.filter_too_much])


class SqliteWalk(StoreWalk):
    def make_store(self) -> Store:
        self.folder = tempfile.TemporaryDirectory()
        return SqliteStore(Path(self.folder.name) / "binck.db")

    def teardown(self) -> None:
        super().teardown()
        self.folder.cleanup()


class Neo4jWalk(StoreWalk):
    url: str

    def make_store(self) -> Store:
        wipe(self.url)
        return open_store(self.url)

    @invariant()
    def cypher_shows_what_is_kept(self) -> None:
        agrees(self.url, self.both[0].store, self.words)


class MemoryWalk(StoreWalk):
    """Two in memory: nothing to compare, and many more steps on which the laws hold."""

    def make_store(self) -> Store:
        return MemoryStore()


@pytest.mark.slow
def test_sqlite_and_memory_agree_after_every_step():
    run_state_machine_as_test(SqliteWalk, settings=settings(CALM, max_examples=60, stateful_step_count=15))


@pytest.mark.slow
def test_the_laws_hold_after_every_step():
    run_state_machine_as_test(MemoryWalk, settings=settings(CALM, max_examples=150, stateful_step_count=20))


@pytest.mark.slow
@pytest.mark.neo4j
@pytest.mark.xdist_group("neo4j")
def test_neo4j_and_memory_agree_after_every_step(neo4j_url):
    Neo4jWalk.url = neo4j_url
    run_state_machine_as_test(Neo4jWalk, settings=settings(CALM, max_examples=10, stateful_step_count=10))
