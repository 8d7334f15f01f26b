"""Warm paths: the cheapest chains, held against all simple chains there are."""

from __future__ import annotations

import networkx as nx
import numpy as np
from hypothesis import given
from hypothesis import strategies as st

from graph.measures.sparse import Sparse
from graph.measures.warm_path import warm_paths
from tests.graph.measures.classics import classic, same
from tests.graph.measures.made_up import NODES, as_networkx, networks


@given(networks(weighted=True), st.integers(0, NODES - 1), st.integers(0, NODES - 1), st.integers(1, 6))
def test_they_are_the_cheapest_of_all_chains(graph, one, other, many):
    one, other = one % graph.n, other % graph.n
    peer = as_networkx(graph)
    chains = [] if one == other else list(nx.all_simple_paths(peer, one, other))
    costs = sorted(sum(1 / peer[a][b]["weight"] for a, b in nx.utils.pairwise(chain)) for chain in chains)
    found = warm_paths(graph, one, other, many)
    same([chain.cost for chain in found], costs[:many])
    assert len({chain.nodes for chain in found}) == len(found)
    assert {chain.nodes for chain in found} <= {tuple(chain) for chain in chains}
    for chain in found:
        same(chain.steps, [1 / peer[a][b]["weight"] for a, b in nx.utils.pairwise(chain.nodes)])


def test_of_two_as_cheap_the_one_with_fewer_steps_comes():
    """Ann to Cat at a strength of a half, or by Bob with a strength of one twice."""
    net = Sparse.of(3, np.array([0, 0, 1]), np.array([2, 1, 2]), np.array([0.5, 1.0, 1.0]))
    assert [chain.nodes for chain in warm_paths(net, 0, 2, 2)] == [(0, 2), (0, 1, 2)]


def test_a_tie_without_strength_is_no_step():
    net = Sparse.of(2, np.array([0]), np.array([1]), np.array([0.0]))
    assert warm_paths(net, 0, 1) == []


def test_a_larger_network_agrees_with_dijkstra():
    one = classic("emon_MtStHelens")
    graph = one.network(weight="frequency")
    peer = as_networkx(graph)
    for a, b, weight in list(peer.edges(data="weight")):
        peer[a][b]["cost"] = 1 / weight
    costs = dict(nx.all_pairs_dijkstra_path_length(peer, weight="cost"))
    for a in range(graph.n):
        for b in set(range(graph.n)) - {a}:
            found = warm_paths(graph, a, b)
            assert (len(found) == 1) == (b in costs[a])
            if found:
                same(found[0].cost, costs[a][b])
