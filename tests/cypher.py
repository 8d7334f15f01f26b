"""Cypher as a user would type it, past the store; for tests to prepare and to look."""

from __future__ import annotations

import os
from typing import Any

from graph.adapters.bolt import Server, read_address
from graph.adapters.cypher import edge, label
from graph.adapters.neo4j_rows import entity_node, tie_edge
from graph.statements import SOURCE
from graph.store import Store
from graph.words import Words


def cypher(url: str, text: str, **parameters: Any) -> list[list[Any]]:
    """The rows of a query."""
    server = Server(read_address(url, os.environ))
    try:
        with server.session() as session:
            return session.write(lambda run: run(text, **parameters))
    finally:
        server.close()


def wipe(url: str) -> None:
    """Leave no node, in batches; constraints and indexes stay."""
    server = Server(read_address(url, os.environ))
    try:
        with server.session() as session:
            session.schema("MATCH (n) CALL (n) { DETACH DELETE n } IN TRANSACTIONS OF 10000 ROWS")
    finally:
        server.close()


def agrees(url: str, store: Store, words: Words) -> None:
    """The graph that Cypher shows is the one that the store's rows say, with a node or relationship for each."""
    with store.reading() as view:
        entities, ties, statements = view.entities(), view.ties(), list(view.in_force())
        of = {m.id: m.entity for m in view.mentions_of(e.id for e in entities)}
    found = cypher(url, "MATCH (e:Entity) RETURN e.id, labels(e), properties(e) ORDER BY e.id")
    wanted = [
        [e.id, ["Entity", label(e.kind, words)], entity_node(e, words)] for e in sorted(entities, key=lambda e: e.id)
    ]
    assert [[id_, sorted(labels), row] for id_, labels, row in found] == [[i, sorted(k), row] for i, k, row in wanted]
    found = cypher(
        url, "MATCH (a:Entity)-[t]->(b:Entity) RETURN t.id, type(t), a.id, b.id, properties(t) ORDER BY t.id"
    )
    assert found == [
        [t.id, edge(t.kind, words), t.from_id, t.to_id, tie_edge(t, words)] for t in sorted(ties, key=lambda t: t.id)
    ]
    spoken = {(s.id, of[m]) for s in statements for m in (s.subject, s.object) if s.form != SOURCE and m in of}
    assert {(a, b) for a, b in cypher(url, "MATCH (s:Statement)-[:SPEAKS_OF]->(e) RETURN s.id, e.id")} == spoken
    assert cypher(url, "MATCH (s:Statement)-[o:SPEAKS_OF]->() RETURN count(o)") == [[len(spoken)]]
