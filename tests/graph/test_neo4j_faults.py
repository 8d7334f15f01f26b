"""Faults on a real Neo4j server: cut connections, kills, a wrong password, a database that refuses. Nothing by half."""

from __future__ import annotations

import os
import signal
import threading
import time
from collections.abc import Callable, Iterator

import pytest

from graph.adapters import neo4j, neo4j_view, open_store
from graph.adapters.bolt import read_address
from graph.adapters.neo4j import Neo4jStore
from graph.adapters.neo4j_schema import SCHEMA_VERSION
from graph.errors import StoreBusy, StoreError, StoreForeign, StoreNewer
from graph.knowledge import Knowledge
from graph.store import Delta
from graph.testing.neo4j_server import Neo4jServer
from graph.verify import verify
from tests.cypher import agrees, cypher
from tests.graph.child import village
from tests.graph.proxy import Moment, Proxy
from tests.graph.test_faults import check_whole, child, line, lines
from tests.worlds import WORDS, bakery, contents, two_anns

pytestmark = [pytest.mark.neo4j, pytest.mark.xdist_group("neo4j"), pytest.mark.faults, pytest.mark.slow]


@pytest.fixture
def store(neo4j_url: str) -> Neo4jStore:
    """The server itself, past any proxy; one source is in it."""
    store = open_store(neo4j_url)
    assert isinstance(store, Neo4jStore)
    Knowledge(store, WORDS, by="Zoë").load(bakery().bundle())
    return store


@pytest.fixture
def proxy(neo4j_server: Neo4jServer) -> Iterator[Proxy]:
    with Proxy(neo4j_server.port) as proxy:
        yield proxy


def through(proxy: Proxy, retry_for: float = 20.0) -> Knowledge:
    store = Neo4jStore(read_address(proxy.url, os.environ), WORDS, retry_for=retry_for)
    return Knowledge(store, WORDS, by="Zoë")


def whole(store: Neo4jStore) -> int:
    """The version of a store in which nothing is there by half."""
    with store.reading() as view:
        assert verify(view, WORDS).differences == ()
        version = view.version
    agrees(store.url, store, WORDS)
    return version


# --------------------------------------------------------------------------------------- the connection or server gone


def test_a_server_that_is_gone_before_a_writing_is_named_and_nothing_is_stored(store, proxy):
    proxy.down = True
    with pytest.raises(StoreError) as refused:
        through(proxy, retry_for=0.5).load(two_anns()[0].bundle())
    assert refused.value.say("en").startswith(f"{proxy.url}: no Neo4j server answers there; start it")
    assert refused.value.say("nl").startswith(f"{proxy.url}: daar antwoordt geen Neo4j-server; start hem")
    assert whole(store) == 1


@pytest.mark.parametrize("moment", ["during", "after commit"])
def test_a_writing_that_is_cut_lands_once_when_the_server_is_there_again(store, proxy, moment: Moment):
    proxy.cut_at = moment
    load = through(proxy).load(two_anns()[0].bundle())
    assert (proxy.cuts, load.version, whole(store)) == (1, 2, 2)
    with store.reading() as view:
        assert load.change is not None
        assert view.last_change == load.change.id


def test_a_writing_that_is_cut_before_it_is_durable_says_that_nothing_was_stored(store, proxy):
    proxy.cut_at = "before commit"
    before = contents(store)
    with pytest.raises(StoreError) as refused:
        through(proxy).load(two_anns()[0].bundle())
    assert refused.value.say("en") == (
        f"{proxy.url}: the connection was lost while storing; nothing was stored, try again"
    )
    assert proxy.cuts == 1
    assert (whole(store), contents(store)) == (1, before)
    assert through(proxy).load(two_anns()[0].bundle()).version == 2


def stay_down(proxy: Proxy) -> Callable[[], None]:
    return lambda: setattr(proxy, "down", True)


def test_a_server_that_stays_away_during_a_writing_has_stored_nothing(store, proxy):
    proxy.cut_at, proxy.then = "during", stay_down(proxy)
    with pytest.raises(StoreError, match="no Neo4j server answers there"):
        through(proxy, retry_for=1.0).load(two_anns()[0].bundle())
    assert whole(store) == 1


@pytest.mark.parametrize(("moment", "version"), [("before commit", 1), ("after commit", 2)])
def test_when_nobody_can_know_the_change_to_look_for_is_named(store, proxy, moment: Moment, version: int):
    proxy.cut_at, proxy.then = moment, stay_down(proxy)
    with pytest.raises(StoreError) as refused:
        through(proxy, retry_for=1.0).load(two_anns()[0].bundle())
    said = refused.value.say("en")
    assert said.startswith(f"{proxy.url}: the connection was lost while storing and the server answers no more; ")
    assert said.endswith("was stored is shown by binck history once it is back")
    assert whole(store) == version
    with store.reading() as view:
        assert (view.last_change in said) == (version == 2)


def test_a_reading_goes_on_when_the_connection_is_cut_between_two_questions(store, proxy):
    with through(proxy).store.reading() as view:
        assert len(view.entities()) == 3
        proxy.cut()
        assert len(view.ties()) == len(list(view.tie_rows())) == 2


def test_a_kill_of_the_server_loses_nothing_that_was_reported_and_leaves_nothing_half(store, neo4j_server, words):
    with child("load", store.url, "v", 8) as process:
        done = {line(process), line(process)}
        neo4j_server.kill()
        neo4j_server.start()
        said = lines(process)
    done |= {name for name in said if name.startswith("v")}
    unsure = [name for name in said if not name.startswith(("v", "waiting"))]
    assert len(unsure) <= 1  # the child stops at the first error
    assert len(done) == 8 or unsure
    with store.reading() as view:
        assert verify(view, WORDS).differences == ()
        there = set(view.sources()) - {"news"}
    # one that was cut at the moment of storing may have landed unheard
    assert done <= there
    assert len(there - done) <= len(unsure)
    agrees(store.url, store, WORDS)


def test_a_writer_that_is_killed_lets_go_and_leaves_nothing(store, words):
    with child("hold", store.url) as holder:
        assert line(holder) == "holding"
        holder.send_signal(signal.SIGKILL)
    assert Knowledge(store, words).load(two_anns()[0].bundle()).version == 2
    assert whole(store) == 2


def test_a_copy_that_is_killed_leaves_nothing_and_can_be_begun_again(neo4j_url, tmp_path, words):
    source = open_store(f"sqlite:///{tmp_path}/source.db")
    for n in range(3):
        Knowledge(source, words).load(village(f"v{n}", 400).bundle())
    for wait in (0.3, 1.0):
        with child("copy", source.url, neo4j_url) as process:
            assert line(process) == "copying"
            time.sleep(wait)
            process.send_signal(signal.SIGKILL)
        if process.returncode == -signal.SIGKILL:
            deadline = time.monotonic() + 30  # the server may be at it still, to undo it or to end it
            while open_transactions(neo4j_url) and time.monotonic() < deadline:
                time.sleep(0.1)
    with open_store(neo4j_url).reading() as view:
        assert view.version in (0, 3)
        done = view.version == 3
    if not done:
        assert cypher(neo4j_url, "MATCH (n:Statement) RETURN count(n)") == [[0]]
        with child("copy", source.url, neo4j_url) as process:
            assert lines(process) == ["copying", "copied"]
    assert contents(open_store(neo4j_url)) == contents(source)


def open_transactions(url: str) -> bool:
    asked = "SHOW TRANSACTIONS YIELD currentQuery WHERE NOT currentQuery STARTS WITH 'SHOW' RETURN currentQuery"
    return bool(cypher(url, asked))


# ------------------------------------------------------------------------------------------------- two writers at once


def test_two_processes_writing_at_once_both_land(neo4j_url, words):
    with child("load", neo4j_url, "left", 4) as left, child("load", neo4j_url, "right", 4) as right:
        reported = {*lines(left), *lines(right)}
    assert {name for name in reported if not name.startswith("waiting")} == {
        f"{side}{n}" for side in ("left", "right") for n in range(4)
    }
    store = open_store(neo4j_url)
    assert len(check_whole(store, words)) == whole(store) == 8


def test_a_writer_that_waits_more_than_five_seconds_says_so_and_lands(store, words):
    with child("hold", store.url) as holder:
        assert line(holder) == "holding"
        with child("load", store.url, "late", 1) as late:
            assert line(late) == f"waiting: {store.url}: another process is writing, waiting …"
            holder.communicate("go on\n")
            assert lines(late) == ["late0"]
    assert whole(store) == 2


def test_a_writer_gives_up_in_the_end_and_the_other_goes_on(store, monkeypatch):
    monkeypatch.setattr(neo4j, "GIVE_UP_AFTER", 0.5)
    other = Knowledge(open_store(store.url), WORDS)
    with store.writing() as writer:
        with pytest.raises(StoreBusy) as refused:
            other.load(two_anns()[0].bundle())
        assert writer.version == 1
    assert "with another process; try again later" in refused.value.say("en")
    assert other.load(two_anns()[0].bundle()).version == 2


def test_a_writer_whose_lock_was_lost_stores_nothing_over_what_another_stored(store):
    """As when the connection that holds the lock is cut: what was worked out is about a version of the past."""

    def write() -> None:
        with store.writing() as writer:
            cypher(store.url, "MATCH (s:BinckStore) SET s.version = 2")
            writer.append(change, [], [], empty)

    with store.reading() as view:
        change = view.changes()[0]
    empty = Delta()
    with pytest.raises(StoreBusy) as refused:
        write()
    assert "another wrote meanwhile; nothing was stored, try again" in refused.value.say("en")


def test_what_readings_of_the_past_need_is_kept_for_them_and_then_cleared(store, monkeypatch):
    knowledge = Knowledge(store, WORDS)
    with store.reading() as view:
        knowledge.withdraw("news")
        assert len(view.entities()) == 3
    assert cypher(store.url, "MATCH (p:Past) RETURN count(p)") == [[8]]
    monkeypatch.setattr("graph.adapters.neo4j_writer.KEPT_FOR", 0.0)
    time.sleep(0.01)
    knowledge.load(two_anns()[0].bundle())
    assert cypher(store.url, "MATCH (p:Past) RETURN count(p)") == [[0]]
    assert whole(store) == 3


def test_a_reading_that_outlasts_what_is_kept_for_it_says_so(store, monkeypatch):
    with store.reading() as view:
        assert len(view.entities()) == 3
        monkeypatch.setattr(neo4j_view, "KEPT_FOR", 0.0)
        assert len(view.entities()) == 3
        Knowledge(store, WORDS).withdraw("news")
        with pytest.raises(StoreBusy, match="Reading took so long that others changed the store meanwhile"):
            view.entities()


# ---------------------------------------------------------------------------------------------------- what is not ours


@pytest.mark.parametrize("how", ["reading", "writing"])
def test_a_database_of_another_program_is_refused_and_not_touched(neo4j_url, how):
    cypher(neo4j_url, "CREATE (:Recipe {name: 'bread'})-[:NEEDS]->(:Flour)")
    store = open_store(neo4j_url)
    with pytest.raises(StoreForeign) as refused, getattr(store, how)():
        pass
    assert refused.value.say("en") == (
        f"{neo4j_url}: this database holds something of another program; name an empty one (nothing was touched)"
    )
    everything = "MATCH (n) OPTIONAL MATCH (n)-[r]->() RETURN labels(n), properties(n), type(r) ORDER BY labels(n)"
    assert cypher(neo4j_url, everything) == [[["Flour"], {}, None], [["Recipe"], {"name": "bread"}, "NEEDS"]]


@pytest.mark.parametrize("how", ["reading", "writing"])
def test_a_store_of_another_form_is_refused_and_not_touched(store, how):
    cypher(store.url, "MATCH (s:BinckStore) SET s.schema = $form", form=SCHEMA_VERSION + 1)
    with pytest.raises(StoreNewer) as refused, getattr(store, how)():
        pass
    assert refused.value.say("nl") == (
        f"{store.url} heeft vorm 2 en deze binck kent 1; gebruik de binck die hem schreef"
    )


def test_reading_an_empty_database_finds_nothing_and_makes_nothing(neo4j_url):
    with open_store(neo4j_url).reading() as view:
        assert (view.version, view.identity, view.entities()) == (0, "", [])
    assert cypher(neo4j_url, "MATCH (n) RETURN count(n)") == [[0]]


def test_a_database_that_is_not_there_is_named(neo4j_url):
    with pytest.raises(StoreError) as refused, open_store(f"{neo4j_url}?database=elsewhere").reading():
        pass
    assert refused.value.say("en") == (
        f"{neo4j_url}?database=elsewhere: there is no such database on this server; name another with ?database="
    )


def test_a_wrong_password_is_refused_and_neither_password_is_said(neo4j_url, neo4j_server, monkeypatch):
    monkeypatch.setenv("NEO4J_PASSWORD", "not-this-one")
    with pytest.raises(StoreError) as refused, open_store(neo4j_url).reading():
        pass
    assert refused.value.say("en") == (
        f"{neo4j_url}: the server refuses this user or password; give them in NEO4J_USERNAME and NEO4J_PASSWORD"
    )
    error: BaseException | None = refused.value
    while error is not None:
        assert "not-this-one" not in f"{error!r} {error}"
        error = error.__cause__ or error.__context__


# ------------------------------------------------------------------------------------------ a server that is restarted


def test_a_database_that_refuses_writes_can_be_read_and_says_so(store, neo4j_server):
    before = contents(store)
    cypher(store.url, "DROP INDEX binck_KeptTie_from")
    neo4j_server.stop()
    neo4j_server.settings["server.databases.default_to_read_only"] = "true"
    try:
        neo4j_server.start()
        with pytest.raises(StoreError) as refused:
            Knowledge(store, WORDS).load(two_anns()[0].bundle())
        assert contents(store) == before
        told: list[str] = []
        assert contents(Neo4jStore(store.address, WORDS, lambda text: told.append(text.en))) == before
    finally:
        neo4j_server.stop()
        del neo4j_server.settings["server.databases.default_to_read_only"]
        neo4j_server.start()
    assert refused.value.say("en") == (
        f"{store.url}: this database can only be read, by the settings of the server; nothing was stored"
    )
    assert [text.partition(". ")[0] for text in told] == ["Indexes lack that cannot be made, so reading may be slow"]
    assert whole(store) == 1


def test_a_server_that_is_still_starting_is_waited_for_with_a_word(store, neo4j_server):
    told: list[str] = []
    patient = Neo4jStore(read_address(store.url, os.environ), WORDS, lambda text: told.append(text.en), retry_for=120.0)
    neo4j_server.stop()
    done: list[int] = []
    load = threading.Thread(target=lambda: done.append(Knowledge(patient, WORDS).load(two_anns()[0].bundle()).version))
    load.start()
    while not told:
        time.sleep(0.05)
    neo4j_server.start()
    load.join()
    assert done == [2]
    assert told[0] == f"{store.url}: the server does not answer yet, waiting …"
    assert whole(store) == 2
