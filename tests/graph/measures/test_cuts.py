"""Cut nodes, held against each one leaving in turn."""

from __future__ import annotations

import networkx as nx
import numpy as np
import pytest
from hypothesis import given

from graph.measures.cuts import cuts
from graph.measures.sparse import Sparse
from graph.measures.what_if import leaves
from tests.graph.measures.classics import NAMES, SYMMETRISED, classic
from tests.graph.measures.made_up import as_networkx, networks


@given(networks(directed=False))
def test_for_all_at_once_it_is_what_each_one_who_leaves_parts(graph):
    found = cuts(graph)
    assert found.lost.tolist() == [leaves(graph, node).parted for node in range(graph.n)]
    peer = as_networkx(graph)
    for node in range(graph.n):
        component = nx.node_connected_component(peer, node)
        left = peer.subgraph(component - {node})
        assert found.parts[node] == nx.number_connected_components(left)


@pytest.mark.parametrize("name", NAMES)
def test_those_of_the_classics_are_the_articulation_points_of_networkx(name):
    graph = classic(name).network(SYMMETRISED)
    wanted = set(nx.articulation_points(as_networkx(graph)))
    assert set(np.flatnonzero(cuts(graph).parts > 1).tolist()) == wanted


def test_a_long_chain_is_no_deep_recursion_and_compiled_it_is_the_same(monkeypatch):
    n = 3000
    chain = Sparse.of(n, np.arange(n - 1), np.arange(1, n))
    wanted = [i * (n - 1 - i) for i in range(n)]
    assert cuts(chain).lost.tolist() == wanted
    monkeypatch.setattr("graph.compiled.COMPILE_ABOVE", -1)
    assert cuts(chain).lost.tolist() == wanted
