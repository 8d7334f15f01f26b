"""Eigenvector centrality equals igraph on the classics, and satisfies its definition everywhere."""

from __future__ import annotations

import numpy as np
import pytest
from hypothesis import given

from graph.measures.eigenvector import eigenvector
from graph.measures.sparse import Sparse
from tests.graph.measures.classics import NAMES, SYMMETRISED, classic, same
from tests.graph.measures.made_up import networks, weights


@pytest.mark.parametrize("name", NAMES)
def test_it_is_that_of_igraph(name):
    one = classic(name)
    wanted = one.column("centrality_R", "eigenvector_igraph_symmetrised")
    same(eigenvector(one.network(SYMMETRISED)), wanted)


@given(networks(directed=False, weighted=True))
def test_it_is_a_leading_eigenvector_of_the_weights(graph):
    found, all_ = eigenvector(graph), weights(graph)
    if all_.any():
        leading = np.linalg.eigvalsh(all_)[-1]
        same(all_ @ found, leading * found)
        assert (found.max(), found.min() >= 0) == (1, True)


def test_directed_it_counts_what_points_to_a_node():
    """A ring of three, from one of which an arc leads on to a fourth."""
    net = Sparse.of(4, np.array([0, 1, 2, 2]), np.array([1, 2, 0, 3]), directed=True)
    same(eigenvector(net), [1, 1, 1, 1])
    same(eigenvector(net.reverse), [1, 1, 1, 0])


def test_two_equal_parts_have_the_same_and_a_smaller_one_nothing():
    two = Sparse.of(8, np.array([0, 1, 2, 3, 4, 5, 6]), np.array([1, 2, 0, 4, 5, 3, 7]))
    same(eigenvector(two), [1, 1, 1, 1, 1, 1, 0, 0])


def test_a_long_chain_is_found_to_the_last_digit():
    """Of n in a row the k-th has sin(k pi / (n + 1)); its second eigenvalue lies very near."""
    n = 400
    wanted = np.sin(np.arange(1, n + 1) * np.pi / (n + 1))
    chain = Sparse.of(n, np.arange(n - 1), np.arange(1, n))
    same(eigenvector(chain), wanted / wanted.max())


def test_without_ties_all_have_one_and_without_a_cycle_nobody_has_anything():
    assert eigenvector(Sparse.of(2, np.zeros(0, int), np.zeros(0, int))).tolist() == [1, 1]
    assert eigenvector(Sparse.of(3, np.array([0, 1]), np.array([1, 2]), directed=True)).tolist() == [0, 0, 0]
