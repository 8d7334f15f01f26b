"""Betweenness equals sna, igraph and networkx on the classics; between groups, networkx on random networks."""

from __future__ import annotations

import networkx as nx
import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st

from graph.measures.betweenness import betweenness, betweenness_between
from graph.measures.sparse import Sparse
from tests.graph.measures.classics import NAMES, SYMMETRISED, classic, same
from tests.graph.measures.made_up import NODES, as_networkx, networks

flags = st.lists(st.booleans(), min_size=NODES, max_size=NODES)


@pytest.mark.parametrize("name", NAMES)
def test_the_raw_count_is_that_of_sna_igraph_and_networkx(name):
    one = classic(name)
    found, symmetrised = betweenness(one.network()), betweenness(one.network(SYMMETRISED))
    same(found, one.column("centrality_R", "betweenness_igraph"))
    same(found, one.column("centrality_R", "betweenness_sna"))
    same(found, one.column("centrality_networkx", "betweenness_raw"))
    same(symmetrised, one.column("centrality_R", "betweenness_igraph_symmetrised"))
    same(symmetrised, one.column("centrality_networkx", "betweenness_symmetrised_raw"))


@given(networks(directed=True), flags, flags)
def test_directed_it_is_the_subset_betweenness_of_networkx(graph, left, right):
    a, b = np.array(left[: graph.n]), np.array(right[: graph.n])
    sources, targets = np.flatnonzero(a).tolist(), np.flatnonzero(b).tolist()
    peer = nx.betweenness_centrality_subset(as_networkx(graph), sources, targets)
    same(betweenness_between(graph, a, b).score, list(peer.values()))


@given(networks(directed=False), flags, flags)
def test_undirected_each_pair_counts_once_however_the_groups_overlap(graph, left, right):
    a, b = np.array(left[: graph.n]), np.array(right[: graph.n])
    peer, wanted = as_networkx(graph), np.zeros(graph.n)
    for s in range(graph.n):
        for t in range(s):
            if ((a[s] and b[t]) or (a[t] and b[s])) and nx.has_path(peer, s, t):
                ways = list(nx.all_shortest_paths(peer, s, t))
                for way in ways:
                    wanted[way[1:-1]] += 1 / len(ways)
    same(betweenness_between(graph, a, b).score, wanted)


def test_a_sample_of_all_is_exact_and_a_smaller_one_tells_its_error():
    one = classic("zachary_karate")
    graph, everybody = one.network(), np.ones(len(one.ids), bool)
    exact = betweenness(graph)
    assert betweenness_between(graph, everybody, everybody, sample=34).score.tolist() == exact.tolist()
    found = betweenness_between(graph, everybody, everybody, sample=17)
    assert found.error[0] > 0
    assert np.array_equal(found.score, betweenness_between(graph, everybody, everybody, sample=17).score)


def test_over_many_samples_the_mean_is_exact_and_the_error_is_their_spread():
    one = classic("zachary_karate")
    graph, everybody = one.network(), np.ones(len(one.ids), bool)
    found = [betweenness_between(graph, everybody, everybody, sample=12, seed=seed) for seed in range(400)]
    scores = np.array([one.score for one in found])
    top = np.argsort(betweenness(graph))[-5:]
    assert np.allclose(scores.mean(axis=0)[top], betweenness(graph)[top], rtol=0.05)
    errors = np.sqrt(np.mean([one.error[top] ** 2 for one in found], axis=0))
    assert np.allclose(scores.std(axis=0)[top], errors, rtol=0.15)


def test_no_sources_and_no_ties_give_noughts():
    nobody, net = np.zeros(3, bool), Sparse.of(3, np.array([0]), np.array([1]))
    assert betweenness_between(net, nobody, ~nobody).score.tolist() == [0, 0, 0]
    assert betweenness(Sparse.of(2, np.zeros(0, int), np.zeros(0, int))).tolist() == [0, 0]


def test_compiled_it_is_the_same(monkeypatch):
    one = classic("krackhardt_ht_friends").network()
    plain = betweenness(one)
    monkeypatch.setattr("graph.compiled.COMPILE_ABOVE", -1)
    same(betweenness(one), plain)
