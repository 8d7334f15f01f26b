"""Communities are the same each time, and as good as the modularity says."""

from __future__ import annotations

import networkx as nx
import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st

from graph.measures.communities import communities, modularity
from graph.measures.sparse import Sparse
from tests.graph.measures.classics import NAMES, SYMMETRISED, classic, same
from tests.graph.measures.made_up import NODES, as_networkx, networks

NO_ENDS = np.zeros(0, int)


@pytest.mark.parametrize("name", NAMES)
def test_they_are_the_same_each_time_and_no_worse_than_those_of_networkx(name):
    graph = classic(name).network(SYMMETRISED)
    found = communities(graph)
    assert all(communities(graph).of.tolist() == found.of.tolist() for _ in range(3))
    peer = as_networkx(graph)
    best = max(nx.community.modularity(peer, nx.community.louvain_communities(peer, seed=s)) for s in range(10))
    assert found.modularity >= best - 1e-9


def test_the_karate_club_has_the_four_that_are_known_to_be_best():
    found = communities(classic("zachary_karate").network())
    assert (np.bincount(found.of).tolist(), round(found.modularity, 4)) == ([12, 11, 6, 5], 0.4198)


@given(networks(weighted=True), st.lists(st.integers(0, 2), min_size=NODES, max_size=NODES))
def test_modularity_is_that_of_networkx(graph, names):
    of = np.array(names[: graph.n], np.int32)
    if len(graph.to):
        groups = [set(np.flatnonzero(of == g).tolist()) for g in range(3) if (of == g).any()]
        same(modularity(graph, of), nx.community.modularity(as_networkx(graph), groups, weight="weight"))
    else:
        assert np.isnan(modularity(graph, of))


def test_the_largest_stands_first_and_who_has_no_tie_is_alone():
    """An isolate, a tie, and a triangle."""
    found = communities(Sparse.of(6, np.array([1, 3, 3, 4]), np.array([2, 4, 5, 5])))
    assert found.of.tolist() == [2, 1, 1, 0, 0, 0]


def test_a_tie_without_weight_joins_nobody_and_no_ties_leave_all_alone():
    net = Sparse.of(3, np.array([0, 1]), np.array([1, 2]), np.array([1.0, 0.0]))
    assert communities(net).of.tolist() == [0, 0, 1]
    none = communities(Sparse.of(2, NO_ENDS, NO_ENDS))
    assert (none.of.tolist(), np.isnan(none.modularity)) == ([0, 1], True)


def test_directed_both_arcs_of_a_pair_count():
    net = Sparse.of(4, np.array([0, 1, 2, 3, 1]), np.array([1, 0, 3, 2, 2]), directed=True)
    assert communities(net).of.tolist() == [0, 0, 1, 1]
