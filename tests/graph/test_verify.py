"""`verify` folds everything from nothing: whatever was done to a store behind its back is found out and named."""

from __future__ import annotations

import sqlite3
from contextlib import closing
from pathlib import Path

import pytest

from graph.adapters import SqliteStore
from graph.knowledge import Knowledge
from graph.testing.source import Source
from graph.texts import Text
from graph.verify import Verdict, verify
from graph.words import Words
from tests.worlds import bakery


@pytest.fixture
def file(tmp_path: Path, words: Words) -> Path:
    """A store with a bakery, a question, a judgement, a withdrawn source and its history."""
    store = SqliteStore(tmp_path / "binck.db")
    knowledge = Knowledge(store, words, by="Zoë")
    knowledge.load(bakery().bundle())
    almanac = Source("almanac")
    almanac.mention("ann1", "person", "Ann")
    almanac.mention("ann2", "person", "Ann")
    almanac.judge("different", "almanac:ann1", "almanac:ann2")
    knowledge.load(almanac.bundle())
    gone = Source("gone")
    gone.mention("carl", "person", "Carl")
    knowledge.load(gone.bundle())
    knowledge.withdraw("gone")
    return store.path


def altered(table: str, old: str, new: str) -> str:
    return f"UPDATE {table} SET body = CAST(replace(CAST(body AS TEXT), '{old}', '{new}') AS BLOB)"


def verdict(file: Path, words: Words) -> Verdict:
    with SqliteStore(file).reading() as view:
        return verify(view, words)


def test_a_store_that_nobody_touched_agrees_with_itself(file: Path, words: Words):
    assert verdict(file, words) == Verdict(4, ())
    assert verdict(file, words).ok


def test_an_empty_store_agrees_with_itself(knowledge: Knowledge, words: Words):
    with knowledge.store.reading() as view:
        assert verify(view, words) == Verdict(0, ())


@pytest.mark.parametrize(
    ("tampering", "says"),
    [
        ("UPDATE entity SET kind = 'place' WHERE id = 'news:bob'", "entity news:bob: kept otherwise"),
        ("UPDATE entity SET name = 'Rob' WHERE id = 'news:bob'", "entity news:bob: kept under another name"),
        (altered("entity", "Bob", "Rob"), "entity news:bob: kept otherwise"),
        ("DELETE FROM entity WHERE id = 'news:bob'", "entity news:bob: given by the statements, and not kept"),
        (
            "INSERT INTO entity SELECT 'x:y', kind, name, body FROM entity LIMIT 1",
            "entity x:y: kept, and the statements",
        ),
        ("DELETE FROM tie WHERE kind = 'knows'", ": given by the statements, and not kept"),
        ("UPDATE tie SET to_id = 'news:shop' WHERE kind = 'knows'", ": kept otherwise than the statements give it"),
        ("INSERT INTO tie SELECT 'x', kind, from_id, to_id, body FROM tie LIMIT 1", "tie x: kept, and the statements"),
        ("UPDATE mention SET entity = 'news:shop' WHERE id = 'news:bob'", "mention news:bob: kept otherwise"),
        ("DELETE FROM mention_key WHERE mention = 'news:bob'", "mention news:bob: kept otherwise"),
        ("INSERT INTO mention VALUES ('x:y', 'x', 'person', 'news:bob')", "mention x:y: kept, and the statements"),
        ("DELETE FROM question", ": given by the statements, and not kept"),
        ("INSERT INTO question VALUES ('same/x/y', 'same', 'x', 'y')", "question same/x/y: kept, and the statements"),
        ("DELETE FROM held WHERE origin = 'news'", "held by 'news', not as its history says"),
        ("INSERT INTO held VALUES ('s', 'statement', 'me')", "statement s: held by 'me', not as its history says"),
        ("DELETE FROM statement WHERE subject = 'news:bob'", "its content is missing or altered"),
        (altered("statement", "Bob", "Rob"), "its content is missing or altered"),
        (altered("statement", "Carl", "Karl"), "its content is missing or altered"),
        (altered("judgement", "seen", "unseen"), "its content is missing or altered"),
        ("DELETE FROM judgement", "its content is missing or altered"),
        ("UPDATE change SET why = 'nothing' WHERE seq = 2", ": its id is not that of its content"),
        ("UPDATE change SET by = 'somebody else' WHERE seq = 1", ": its id is not that of its content"),
        ("UPDATE change SET parts = x'5b5d' WHERE seq = 3", ": its id is not that of its content"),
    ],
)
def test_what_was_done_behind_its_back_is_found_out_and_named(file: Path, words: Words, tampering: str, says: str):
    with closing(sqlite3.connect(file)) as connection, connection:
        connection.execute(tampering)
    found = verdict(file, words)
    assert not found.ok
    assert any(says in difference.en for difference in found.differences), found.differences


def test_a_difference_is_said_in_both_languages(file: Path, words: Words):
    with closing(sqlite3.connect(file)) as connection, connection:
        connection.execute("UPDATE entity SET kind = 'place' WHERE id = 'news:bob'")
    assert verdict(file, words).differences == (
        Text(
            "ding news:bob: anders bewaard dan de uitspraken het geven",
            "entity news:bob: kept otherwise than the statements give it",
        ),
    )
