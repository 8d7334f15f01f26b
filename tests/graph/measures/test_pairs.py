"""Pairs that have a tie whichever way, and triangles each met once."""

from __future__ import annotations

from itertools import combinations

import numpy as np
from hypothesis import given

from graph.measures.pairs import Pairs
from tests.graph.measures.made_up import matrix, networks, weights


@given(networks(directed=True, weighted=True))
def test_a_pair_knows_its_arcs_from_either_end_and_adds_their_weights(graph):
    pairs, arcs, strength = Pairs.of(graph), matrix(graph), weights(graph)
    way, weight = np.zeros(arcs.shape, int), np.zeros(arcs.shape)
    way[pairs.tail, pairs.to], weight[pairs.tail, pairs.to] = pairs.way, pairs.weight
    assert np.array_equal(way, arcs + 2 * arcs.T)
    assert np.array_equal(weight, strength + strength.T)


@given(networks(directed=False, weighted=True))
def test_an_undirected_tie_goes_both_ways_with_its_own_weight(graph):
    pairs = Pairs.of(graph)
    assert (pairs.to.tolist(), set(pairs.way.tolist()) <= {3}) == (graph.to.tolist(), True)
    assert pairs.weight.tolist() == graph.weight.tolist()


@given(networks())
def test_going_up_twice_meets_every_triangle_once(graph):
    pairs, arcs = Pairs.of(graph), matrix(graph) | matrix(graph).T
    up = pairs.upward
    ahead = [set(up.to[up.first[i] : up.first[i + 1]].tolist()) for i in range(graph.n)]
    found = [tuple(sorted((a, b, c))) for a in range(graph.n) for b in ahead[a] for c in ahead[b] & ahead[a]]
    wanted = [(a, b, c) for a, b, c in combinations(range(graph.n), 3) if arcs[a, b] and arcs[b, c] and arcs[a, c]]
    assert sorted(found) == wanted
    assert pairs.to[up.place].tolist() == up.to.tolist()
