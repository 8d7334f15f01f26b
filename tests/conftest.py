"""How to choose a fixture.

1. What the test is about is said in the test: `Source` of `graph.testing.source`, three or four lines.
2. A world that several tests of a file need is a function in `tests/worlds.py`; take the smallest that
   shows the point. Nothing in it is real: Ann, Bob, a bakery. The Binckhorst data set is for its own tests.
3. `knowledge` is an empty store in memory with everything that may be done to it; take it unless the
   store itself is the point. Then make a `SqliteStore` in `tmp_path`.
4. `words` are the shipped words. A test of other words writes them into `tmp_path`.
5. `neo4j_url` names an empty database on a real Neo4j server, its password in the environment. Mark what
   takes it with `xdist_group("neo4j")`: then one process starts one server.
No mocks: the store in memory is a real one, and so is the server.
"""

from __future__ import annotations

import os
from collections.abc import Iterator

import pytest
from hypothesis import settings

from graph.adapters import MemoryStore
from graph.knowledge import Knowledge
from graph.testing.neo4j_server import BRIEF, Neo4jServer, missing
from graph.words import Words
from tests.cypher import wipe
from tests.worlds import WORDS

settings.register_profile("calm", deadline=None, max_examples=60)
settings.register_profile("thorough", deadline=None, max_examples=1_000)
settings.load_profile(os.environ.get("HYPOTHESIS_PROFILE", "calm"))


@pytest.fixture(scope="session")
def words() -> Words:
    return WORDS


@pytest.fixture
def knowledge(words: Words) -> Knowledge:
    return Knowledge(MemoryStore(), words, by="Zoë")


@pytest.fixture(scope="session")
def neo4j_server(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Neo4jServer]:
    """A server of this process, with whatever the last test left in it."""
    if (sentence := missing()) != "":
        (pytest.fail if os.environ.get("BINCK_REQUIRE") else pytest.skip)(sentence)
    server = Neo4jServer(tmp_path_factory.mktemp("neo4j") / "home", options=BRIEF)
    server.start()
    yield server
    server.stop()


@pytest.fixture
def neo4j_url(neo4j_server: Neo4jServer, monkeypatch: pytest.MonkeyPatch) -> str:
    monkeypatch.setenv("NEO4J_PASSWORD", neo4j_server.password)
    wipe(neo4j_server.url)
    return neo4j_server.url
