"""What would change when somebody leaves or two meet, held against the ways before and after."""

from __future__ import annotations

import networkx as nx
import numpy as np
from hypothesis import given
from hypothesis import strategies as st

from graph.measures.sparse import Sparse
from graph.measures.what_if import leaves, meet
from tests.graph.measures.classics import classic
from tests.graph.measures.made_up import NODES, as_networkx, networks


def change(less: nx.Graph, more: nx.Graph, nodes) -> tuple[int, int]:
    """Pairs of these nodes without a way in the one, and with a longer one, that have one in the other."""
    before, after = dict(nx.all_pairs_shortest_path_length(more)), dict(nx.all_pairs_shortest_path_length(less))
    pairs = [(i, j) for i in nodes for j in nodes if (i != j if more.is_directed() else i < j) and j in before[i]]
    parted = sum(j not in after[i] for i, j in pairs)
    return parted, sum(j in after[i] and after[i][j] > before[i][j] for i, j in pairs)


@given(networks(), st.integers(0, NODES - 1))
def test_who_leaves_takes_ways_along(graph, node):
    node %= graph.n
    more = as_networkx(graph)
    less = more.copy()
    less.remove_node(node)
    found = leaves(graph, node)
    assert (found.parted, found.farther) == change(less, more, list(less))


@given(networks(), st.integers(0, NODES - 1), st.integers(0, NODES - 1))
def test_who_meet_bring_ways(graph, one, other):
    one, other = one % graph.n, other % graph.n
    less = as_networkx(graph)
    more = less.copy()
    if one != other:
        more.add_edges_from([(one, other), (other, one)])
    found = meet(graph, one, other)
    assert (found.parted, found.farther) == change(less, more, range(graph.n))


def test_a_classic_too_and_compiled(monkeypatch):
    graph = classic("emon_MtStHelens").network("_symmetrised")
    before = leaves(graph, 0)
    monkeypatch.setattr("graph.compiled.COMPILE_ABOVE", -1)
    assert leaves(graph, 0) == before


def test_more_nodes_than_walk_at_once_make_no_difference():
    """A chain of 130 from which the middle goes."""
    chain = Sparse.of(130, np.arange(129), np.arange(1, 130))
    assert leaves(chain, 65).parted == 65 * 64
