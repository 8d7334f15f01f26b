"""A random walk: SQLite and the plain store in memory take the same steps and are compared after each."""

from __future__ import annotations

import tempfile
from pathlib import Path

import pytest
from hypothesis import HealthCheck, settings
from hypothesis.stateful import run_state_machine_as_test

from graph.adapters import MemoryStore, SqliteStore
from graph.store import Store
from graph.testing.walk import StoreWalk

CALM = settings(deadline=None, suppress_health_check=[HealthCheck.too_slow, HealthCheck.filter_too_much])


class SqliteWalk(StoreWalk):
    def make_store(self) -> Store:
        self.folder = tempfile.TemporaryDirectory()
        return SqliteStore(Path(self.folder.name) / "binck.db")

    def teardown(self) -> None:
        super().teardown()
        self.folder.cleanup()


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
