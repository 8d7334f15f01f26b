"""Whose database it is, when another process begins the store between two looks."""

from __future__ import annotations

from typing import Any, cast

import pytest

from graph.adapters import cypher
from graph.adapters.bolt import Session
from graph.adapters.neo4j_schema import SCHEMA_VERSION, Mark, read_mark
from graph.errors import StoreForeign


class Begun:
    """A server at which each look at the mark finds the next of these rows, and nodes at every count."""

    def __init__(self, *marks: list[list[object]]) -> None:
        self._marks = iter(marks)

    def read(self, query: str) -> list[Any]:
        return next(self._marks) if query == cypher.MARK else [[1]]


def test_a_store_that_was_begun_meanwhile_is_ours():
    session = Begun([], [[SCHEMA_VERSION, 0, "id", ""]])
    assert read_mark(cast(Session, session), "neo4j://made.up") == Mark(0, "id", "")


def test_nodes_without_a_mark_are_of_another_program():
    with pytest.raises(StoreForeign):
        read_mark(cast(Session, Begun([], [])), "neo4j://made.up")
