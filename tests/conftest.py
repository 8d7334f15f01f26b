"""How to choose a fixture.

1. What the test is about is said in the test: `Source` of `graph.testing.source`, three or four lines.
2. A world that several tests of a file need is a function in `tests/worlds.py`; take the smallest that
   shows the point. Nothing in it is real: Ann, Bob, a bakery. The Binckhorst data set is for its own tests.
3. `knowledge` is an empty store in memory with everything that may be done to it; take it unless the
   store itself is the point. Then make a `SqliteStore` in `tmp_path`.
4. `words` are the shipped words. A test of other words writes them into `tmp_path`.
No mocks: the store in memory is a real one.
"""

from __future__ import annotations

import os

import pytest
from hypothesis import settings

from graph.adapters import MemoryStore
from graph.knowledge import Knowledge
from graph.words import Words
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
