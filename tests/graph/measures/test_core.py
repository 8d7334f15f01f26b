"""Core numbers equal networkx."""

from __future__ import annotations

import networkx as nx
import numpy as np
from hypothesis import given

from graph.measures.core import core_number
from graph.measures.sparse import Sparse
from tests.graph.measures.made_up import as_networkx, networks


@given(networks())
def test_they_are_those_of_networkx_with_an_arc_either_way_as_one_tie(graph):
    peer = as_networkx(graph).to_undirected()
    assert core_number(graph).tolist() == [nx.core_number(peer)[i] for i in range(graph.n)]


def test_a_larger_network_too():
    rnd = np.random.default_rng(3)
    graph = Sparse.of(200, rnd.integers(0, 200, 900), rnd.integers(0, 200, 900))
    peer = nx.core_number(as_networkx(graph))
    assert core_number(graph).tolist() == [peer[i] for i in range(200)]


def test_nobody_has_none():
    assert core_number(Sparse.of(0, np.zeros(0, int), np.zeros(0, int))).tolist() == []
