"""Redundancy in two-mode networks equals networkx."""

from __future__ import annotations

import networkx as nx
import numpy as np
from hypothesis import given
from hypothesis import strategies as st

from graph.measures.sparse import Sparse
from graph.measures.two_mode import redundancy
from tests.graph.measures.classics import classic, same
from tests.graph.measures.made_up import as_networkx

presence = st.lists(st.tuples(st.integers(0, 5), st.integers(6, 9)), max_size=20)


def wanted(graph: Sparse) -> list[float]:
    peer = as_networkx(graph)
    several = [i for i in range(graph.n) if graph.degree[i] > 1]
    found = nx.bipartite.node_redundancy(peer, several) if several else {}
    return [found.get(i, np.nan) for i in range(graph.n)]


@given(presence)
def test_it_is_that_of_networkx_for_whoever_it_defines(there):
    columns = np.array(there, np.int64).reshape(-1, 2)
    graph = Sparse.of(10, columns[:, 0], columns[:, 1])
    same(redundancy(graph), wanted(graph))


def test_that_of_the_women_of_davis_too_and_compiled(monkeypatch):
    graph = classic("davis_southern_women_two_mode").network()
    same(redundancy(graph), wanted(graph))
    monkeypatch.setattr("graph.compiled.COMPILE_ABOVE", -1)
    same(redundancy(graph), wanted(graph))
