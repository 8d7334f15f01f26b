"""The little world of the contract, and the fixtures with which its tests prepare."""

from __future__ import annotations

from collections.abc import Collection, Iterator
from pathlib import Path

import pytest

from graph.changes import JUDGEMENT, STATEMENT, WITHDRAWN, Change, Part
from graph.fold import fold
from graph.judgements import Judgement
from graph.model import Graph
from graph.statements import Statement
from graph.store import Delta, Store, View, Writer
from graph.testing.source import Source
from graph.words import Words, load_words

WORDS: Words = load_words()
MANY = [f"id-{n}" for n in range(70_000)]
"""More ids than a database takes as parameters of one command."""


class Town:
    """Ann works for Bakery and knows Bob; the news says so, and corrects itself."""

    def __init__(self) -> None:
        news = Source("news", published="2021")
        self.news = news
        self.ann = news.mention("ann", "person", "Ann", printed="mevr. Ann", locator="lines 3-4")
        self.bob = news.mention("bob", "person", "Bob")
        self.bakery = news.mention("bakery", "organisation", "Bakery “De Één”", certainty="hearsay", as_of="2020-05")
        self.size = news.property(self.bakery, "size", {"min": 2, "about": True})
        self.works = news.tie(self.ann, "works_for", self.bakery, role="owner", start="2019")
        self.knows = news.tie(self.ann, "knows", self.bob)
        self.slip = news.correct(self.bob, "name", "Bobby")
        self.same = Judgement("same", "news:bob", "elsewhere:bob", {"nl": "zelfde"})

    def graph(self) -> Graph:
        return fold(self.news.statements, [self.same], WORDS)


def append(
    writer: Writer,
    statements: Collection[Statement] = (),
    judgements: Collection[Judgement] = (),
    *,
    origin: str = "news",
    gone: Collection[str] = (),
    marks: Collection[str] = (),
    delta: Delta | None = None,
    why: str = "by hand",
) -> Change:
    """One change in which `origin` begins to hold what is given and ceases to hold the statements `gone`."""
    parts = [Part(True, STATEMENT, statement.id, origin) for statement in statements]
    parts += [Part(True, JUDGEMENT, judgement.id, origin) for judgement in judgements]
    parts += [Part(False, STATEMENT, id_, origin) for id_ in gone]
    parts += [Part(True, WITHDRAWN, id_, "") for id_ in marks]
    last = writer.last_change
    change = Change.after(last, "2021-09-03T10:00:00.000Z", "Zoë", why, parts)
    writer.append(change, statements, judgements, delta or Delta())
    return change


class StoreFixtures:
    """What a subclass gives, and what the tests take."""

    def make_store(self, folder: Path) -> Store:
        """An empty store that may use this folder."""
        raise NotImplementedError

    def reopened(self, store: Store, folder: Path) -> Store:
        """The same store as another process would find it; one that lives in memory gives itself."""
        store.close()
        return self.make_store(folder)

    @pytest.fixture
    def store(self, tmp_path: Path) -> Iterator[Store]:
        store = self.make_store(tmp_path)
        yield store
        store.close()

    @pytest.fixture
    def town(self, store: Store) -> Town:
        """The store holds this town."""
        town = Town()
        with store.writing() as writer:
            append(writer, town.news.statements, [town.same], delta=Delta(put=town.graph()))
        return town

    @pytest.fixture
    def view(self, store: Store, town: Town) -> Iterator[View]:
        with store.reading() as view:
            yield view
