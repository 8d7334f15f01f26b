"""Cypher as a user would type it, past the store; for tests to prepare and to look."""

from __future__ import annotations

import os
from typing import Any

from graph.adapters.bolt import Server, read_address


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
