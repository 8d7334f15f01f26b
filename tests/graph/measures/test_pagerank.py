"""PageRank equals igraph on the classics, and solves its equations everywhere."""

from __future__ import annotations

import numpy as np
import pytest
from hypothesis import given

from graph.measures.pagerank import pagerank
from graph.measures.sparse import Sparse
from tests.graph.measures.classics import NAMES, classic, same
from tests.graph.measures.made_up import networks, weights


@pytest.mark.parametrize("name", NAMES)
def test_it_is_that_of_igraph(name):
    one = classic(name)
    same(pagerank(one.network()), one.column("centrality_R", "pagerank_igraph"))


@given(networks(weighted=True))
def test_it_solves_its_equations(graph):
    strength = weights(graph)
    sums = strength.sum(axis=1, keepdims=True)
    chance = np.where(sums > 0, strength / np.where(sums > 0, sums, 1), 1 / graph.n)
    wanted = np.linalg.solve(np.eye(graph.n) - 0.85 * chance.T, np.full(graph.n, 0.15 / graph.n))
    same(pagerank(graph), wanted)


def test_a_network_of_nobody_has_no_ranks():
    assert pagerank(Sparse.of(0, np.zeros(0, int), np.zeros(0, int))).tolist() == []
