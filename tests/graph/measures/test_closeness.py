"""Closeness equals igraph on the classics, and breadth-first search on random networks."""

from __future__ import annotations

import networkx as nx
import numpy as np
import pytest
from hypothesis import given

from graph.measures.closeness import closeness
from graph.measures.sparse import Sparse
from tests.graph.measures.classics import NAMES, SYMMETRISED, classic, same
from tests.graph.measures.made_up import as_networkx, networks


@pytest.mark.parametrize("name", NAMES)
def test_closeness_is_that_of_igraph(name):
    one = classic(name)
    wanted = one.column("centrality_R", "closeness_igraph_symmetrised")
    same(closeness(one.network(SYMMETRISED)).closeness, wanted)


@given(networks())
def test_sums_go_over_whom_one_can_reach(graph):
    peer, found = as_networkx(graph), closeness(graph)
    for i in range(graph.n):
        away = [d for d in nx.single_source_shortest_path_length(peer, i).values() if d]
        assert found.reached[i] == len(away)
        same(found.harmonic[i], sum(1 / d for d in away))
        same(found.closeness[i], 1 / sum(away) if away else np.nan)


def test_more_nodes_than_walk_at_once_make_no_difference(monkeypatch):
    """A ring of 150: everybody has the same; compiled as well."""
    ring = Sparse.of(150, np.arange(150), (np.arange(150) + 1) % 150)
    far = 2 * sum(range(1, 75)) + 75
    assert closeness(ring).closeness.tolist() == [1 / far] * 150
    monkeypatch.setattr("graph.compiled.COMPILE_ABOVE", -1)
    assert closeness(ring).closeness.tolist() == [1 / far] * 150
