"""A copy is the whole store: history and all. It is there whole or not at all."""

from __future__ import annotations

import signal
import subprocess
import sys
import time
from pathlib import Path

import pytest
from hypothesis import HealthCheck, given, settings

from graph.adapters import MemoryStore, SqliteStore, open_store
from graph.copying import Copied, copy_store
from graph.errors import Refused
from graph.knowledge import Knowledge
from graph.store import Store
from graph.testing.source import Source
from graph.testing.worlds import worlds
from graph.verify import verify
from tests.cypher import agrees
from tests.graph.child import village
from tests.worlds import WORDS, bakery, two_anns

ROOT = Path(__file__).parents[2]


def everything(store: Store) -> list[object]:
    """All that a store knows, past and present."""
    with store.reading() as view:
        changes = view.changes()
        ids = {part.id for change in changes for part in change.parts}
        entities = list(view.entity_rows())
        return [
            changes,
            view.held(),
            sorted(s.content() for s in view.statements(ids)),
            sorted(j.content() for j in view.judgements_by_id(ids)),
            sorted(view.mentions_of(row[0] for row in entities), key=lambda m: m.id),
            sorted(question.id for question in view.questions()),
            entities,
            list(view.tie_rows()),
        ]


def lived(store: Store) -> Knowledge:
    """A store with a past: a source that was mended, one that was withdrawn, a judgement taken back."""
    knowledge = Knowledge(store, WORDS, by="Zoë")
    for source in (bakery(), *two_anns()):
        knowledge.load(source.bundle())
    mended = Source("news", published="2022")
    mended.correct(mended.mention("ann", "person", "An"), "name", "Ann")
    knowledge.load(mended.bundle())
    knowledge.withdraw("two", "not ours to keep")
    _, change = knowledge.judge("different", "one:ann", "news:ann", "another Ann")
    assert change is not None
    knowledge.undo(change.id)
    return knowledge


def test_there_and_back_is_the_same_with_all_that_went_before(tmp_path):
    first = lived(MemoryStore()).store
    there, back = SqliteStore(tmp_path / "there.db"), MemoryStore()
    assert copy_store(first, there) == Copied(changes=7, statements=15, judgements=1)
    copy_store(there, back)
    assert everything(there) == everything(back) == everything(first)
    with there.reading() as view:
        assert verify(view, WORDS).ok


@pytest.mark.neo4j
@pytest.mark.xdist_group("neo4j")
def test_to_neo4j_and_back_is_the_same_with_all_that_went_before(neo4j_url):
    first, there, back = lived(MemoryStore()).store, open_store(neo4j_url), MemoryStore()
    copy_store(first, there)
    copy_store(there, back)
    assert everything(there) == everything(back) == everything(first)
    agrees(neo4j_url, there, WORDS)


@settings(suppress_health_check=[HealthCheck.too_slow], max_examples=30)
@given(worlds())
def test_any_world_is_copied_whole(world: list[Source]):
    knowledge = Knowledge(MemoryStore(), WORDS)
    for source in world:
        knowledge.load(source.bundle())
    copy = MemoryStore()
    copy_store(knowledge.store, copy)
    assert everything(copy) == everything(knowledge.store)


def test_one_may_go_on_with_a_copy_as_with_the_store_it_came_from():
    first, copy = lived(MemoryStore()), MemoryStore()
    copy_store(first.store, copy)
    other = Knowledge(copy, WORDS, by="Zoë")
    for knowledge in (first, other):
        knowledge.bring_back("two")
        knowledge.load(village("v").bundle())
    assert everything(copy)[1:] == everything(first.store)[1:]
    with copy.reading() as view:
        assert verify(view, WORDS).ok


def test_a_target_that_holds_something_is_refused_and_stays_as_it_is(tmp_path):
    target = SqliteStore(tmp_path / "target.db")
    Knowledge(target, WORDS).load(bakery().bundle())
    before = everything(target)
    with pytest.raises(Refused) as refused:
        copy_store(lived(MemoryStore()).store, target)
    assert refused.value.say("en") == f"{target.url} holds something already (version 1); name an empty store"
    assert everything(target) == before


def test_a_store_is_not_copied_onto_itself(tmp_path):
    store = lived(SqliteStore(tmp_path / "one.db")).store
    with pytest.raises(Refused):
        copy_store(store, SqliteStore(tmp_path / "one.db"))


def test_an_empty_store_copies_nothing_and_makes_nothing(tmp_path):
    target = SqliteStore(tmp_path / "target.db")
    assert copy_store(MemoryStore(), target) == Copied(0, 0, 0)
    assert not target.path.exists()


def test_progress_is_told_by_change():
    told: list[tuple[str, int, int]] = []
    first = Knowledge(MemoryStore(), WORDS)
    first.load(bakery().bundle())
    first.withdraw("news")
    copy_store(first.store, MemoryStore(), lambda *step: told.append(step))
    assert told == [("load news", 0, 2), ("withdraw news", 1, 2), ("", 2, 2)]


@pytest.mark.faults
@pytest.mark.slow
def test_a_copy_that_is_killed_leaves_nothing_and_can_be_begun_again(tmp_path):
    source, target = SqliteStore(tmp_path / "source.db"), SqliteStore(tmp_path / "target.db")
    knowledge = Knowledge(source, WORDS)
    for n in range(4):
        knowledge.load(village(f"v{n}", 1000).bundle())
    command = [sys.executable, "-m", "api.cli", "copy", source.url, target.url]
    cut_short = 0
    for wait in (0.0, 0.05, 0.1, 0.2, 0.3):
        with subprocess.Popen(command, cwd=ROOT, stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL) as process:
            while not target.path.exists() and process.poll() is None:
                time.sleep(0.005)
            time.sleep(wait)
            process.send_signal(signal.SIGKILL)
        if process.returncode == -signal.SIGKILL:
            cut_short += 1
            with target.reading() as view:
                assert view.version == 0
        else:
            break
    assert cut_short
    if not everything(target)[0]:
        copy_store(source, target)
    assert everything(target) == everything(source)
