"""The network that measures read: what counts as one tie, and what is left out."""

from __future__ import annotations

import numpy as np
from hypothesis import given

from graph.measures.sparse import Sparse
from tests.graph.measures.made_up import matrix, networks, weights


def net(ends, weight=None, n=3, directed=False):
    columns = np.array(ends, np.int64).reshape(-1, 2)
    strength = None if weight is None else np.array(weight, float)
    return Sparse.of(n, columns[:, 0], columns[:, 1], strength, directed=directed)


def test_an_arc_either_way_is_one_tie_unless_the_network_is_directed():
    assert net([(0, 1), (1, 0)]).ties == 1
    assert net([(0, 1), (1, 0)], directed=True).ties == 2


def test_a_tie_with_itself_is_left_out():
    assert net([(1, 1), (0, 1)]).to.tolist() == [1, 0]


def test_weights_of_what_stands_twice_are_added_and_without_weights_it_is_one():
    assert net([(0, 1), (0, 1)]).weight.tolist() == [1, 1]
    assert net([(0, 1), (0, 1)], [2, 3], directed=True).weight.tolist() == [5]
    assert net([(0, 1), (1, 0)], [2, 3]).weight.tolist() == [5, 5]


def test_a_weight_of_nought_is_a_tie():
    assert net([(0, 1)], [0]).ties == 1


def test_a_network_may_have_no_ties_or_no_nodes():
    assert net([], n=2).first.tolist() == [0, 0, 0]
    assert net([], n=0).first.tolist() == [0]


def test_among_keeps_the_nodes_and_drops_ties_that_lose_an_end():
    left = net([(0, 1), (1, 2)]).among(np.array([True, True, False]))
    assert (left.n, left.tail.tolist(), left.to.tolist()) == (3, [0, 1], [1, 0])


@given(networks(weighted=True))
def test_the_reverse_has_every_arc_the_other_way_with_its_weight(graph):
    assert np.array_equal(weights(graph.reverse), weights(graph).T)
    assert np.array_equal(matrix(graph.reverse), matrix(graph).T)


@given(networks(directed=False))
def test_the_mate_of_an_arc_is_that_of_the_same_tie(graph):
    assert graph.tail[graph.mate].tolist() == graph.to.tolist()
    assert graph.to[graph.mate].tolist() == graph.tail.tolist()
