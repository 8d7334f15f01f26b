"""A Neo4j server with 1 GB of heap beside SQLite in the same run, and beside a bare `UNWIND` of the same rows."""

from __future__ import annotations

import os
import tempfile
from collections.abc import Iterable
from pathlib import Path
from typing import Any

from benchmarks.made_up import made_up_sources
from benchmarks.measuring import Row, median, once, row, show
from graph.adapters import open_store
from graph.adapters.bolt import Server, Session, read_address
from graph.bulk import many_objects
from graph.bundle import Bundle
from graph.desk import Desk
from graph.knowledge import Knowledge
from graph.local import local_file
from graph.network import read_network
from graph.network_file import kept_network
from graph.store import Store
from graph.testing.neo4j_server import Neo4jServer
from graph.words import load_words
from ingest.binckhorst import shipped
from ingest.loader import load_files

STATEMENTS = 100_000
SOURCES = 100
TIES = 100_000
BATCH = 10_000
WORDS = load_words()


def main() -> None:
    with tempfile.TemporaryDirectory() as folder:
        server = Neo4jServer(Path(folder) / "neo4j")
        server.start()
        os.environ |= {"NEO4J_PASSWORD": server.password, "XDG_CACHE_HOME": folder}
        try:
            _measure(Path(folder), server.url)
        finally:
            server.stop()


def _measure(folder: Path, url: str) -> None:
    bolt = Server(read_address(url, os.environ))
    with bolt.session() as session:
        rows = [*_binckhorst(folder, url, session), *_statements(folder, url, session), *_network(folder, url, session)]
    bolt.close()
    show("A Neo4j server beside SQLite", rows)


def _binckhorst(folder: Path, url: str, session: Session) -> Iterable[Row]:
    """The five documents, on a server that did it before."""

    def load(store: Store) -> float:
        return once(lambda: load_files(Knowledge(store, WORDS), list(shipped().values())))

    for _ in range(3):
        _wipe(session)
        ours = load(open_store(url))
    sqlite = load(open_store(f"sqlite:///{folder}/binckhorst.db"))
    yield row("the five documents, warm", ours, "SQLite", sqlite, "under 15 s")
    asked = {"from": "education", "to": "entrepreneurs"}
    desks = [Desk(open_store(one), WORDS) for one in (url, f"sqlite:///{folder}/binckhorst.db")]
    ask, peer = (median(lambda desk=desk: desk.ask("connects", asked, "nl"), 20) for desk in desks)
    yield row("connects education entrepreneurs", ask, "SQLite", peer, "the same but for a look at the version")


def _statements(folder: Path, url: str, session: Session) -> Iterable[Row]:
    bundles = list(made_up_sources(STATEMENTS, SOURCES))
    said = sum(len(bundle.statements) for bundle in bundles)
    sqlite = once(lambda: _load(open_store(f"sqlite:///{folder}/statements.db"), bundles))
    _wipe(session)
    ours = once(lambda: _load(open_store(url), bundles))
    name = f"{said:,} statements in {SOURCES} sources"
    yield row(name, ours, "SQLite", sqlite, "")
    yield Row("statements a second", f"{said / ours:,.0f}", f"SQLite {said / sqlite:,.0f}", "–", "1,200 or more")
    commands = _commands(session)
    _wipe(session)
    bare = once(lambda: [_run(session, text, rows) for text, rows in commands])
    count = sum(len(rows) for _, rows in commands)
    yield row(name, ours, f"bare UNWIND of the same {count:,} nodes and relationships", bare, "4 or less")


def _network(folder: Path, url: str, session: Session) -> Iterable[Row]:
    bundles = list(made_up_sources(TIES * 5 // 2, SOURCES))
    _wipe(session)
    stores = open_store(url), open_store(f"sqlite:///{folder}/network.db")
    for store in stores:
        _load(store, bundles)

    def read(store: Store) -> int:
        with many_objects(), store.reading() as view:
            return len(read_network(view, WORDS).tie_ids)

    def kept() -> None:
        with many_objects(), stores[0].reading() as view:
            kept_network(view, WORDS, local_file(url, "network"))

    ties = read(stores[0])
    ours, sqlite = (median(lambda store=store: read(store), 3) for store in stores)
    yield row(f"read a network of {ties:,} ties", ours, "SQLite", sqlite, "under 6 s")
    yield row("the same from the local file", median(kept, 3), "SQLite", sqlite, "under 0.5 s")


def _load(store: Store, bundles: list[Bundle]) -> None:
    knowledge = Knowledge(store, WORDS)
    for bundle in bundles:
        knowledge.load(bundle)


def _wipe(session: Session) -> None:
    session.schema("MATCH (n) CALL (n) { DETACH DELETE n } IN TRANSACTIONS OF 10000 ROWS")


def _commands(session: Session) -> list[tuple[str, list[Any]]]:
    """What makes the database again, row for row: the least that any client of the driver has to send."""
    commands = []
    for (labels,) in session.read("MATCH (n) RETURN DISTINCT labels(n)"):
        name = ":".join(labels)
        found = session.read(f"MATCH (n:{name}) WHERE size(labels(n)) = $many RETURN properties(n)", many=len(labels))
        commands.append((f"UNWIND $rows AS row CREATE (n:{name}) SET n = row", [row for (row,) in found]))
    ends = "MATCH (a)-[r]->(b) RETURN DISTINCT labels(a)[0], type(r), labels(b)[0]"
    for a, kind, b in session.read(ends):
        found = session.read(f"MATCH (a:{a})-[r:{kind}]->(b:{b}) RETURN a.id, b.id, properties(r)")
        match = f"MATCH (a:{a} {{id: row[0]}}) MATCH (b:{b} {{id: row[1]}})"
        commands.append((f"UNWIND $rows AS row {match} CREATE (a)-[r:{kind}]->(b) SET r = row[2]", found))
    return commands


def _run(session: Session, text: str, rows: list[Any]) -> None:
    for first in range(0, len(rows), BATCH):
        batch = rows[first : first + BATCH]
        session.write(lambda run, batch=batch: run(text, rows=batch))


if __name__ == "__main__":
    main()
