"""`mixing_overlapping` against a brute force, and against `mixing` where groups do not overlap."""

from __future__ import annotations

from itertools import combinations

import numpy as np
from hypothesis import given
from hypothesis import strategies as st

from graph.measures.groups import Groups
from graph.measures.mixing import mixing, mixing_overlapping
from graph.measures.sparse import Sparse

N, K = 6, 3
arcs = st.lists(st.tuples(st.integers(0, N - 1), st.integers(0, N - 1)), max_size=15)


def net(pairs, directed: bool) -> Sparse:
    tail, head = (np.array([pair[end] for pair in pairs], np.int64) for end in (0, 1))
    return Sparse.of(N, tail, head, directed=directed)


@given(arcs, st.lists(st.lists(st.booleans(), min_size=N, max_size=N), min_size=K, max_size=K), st.booleans())
def test_each_pair_counts_once_between_two_groups(pairs, inside, directed):
    tied = {frozenset(pair) for pair in pairs if pair[0] != pair[1]}
    ties, possible = mixing_overlapping(net(pairs, directed), np.array(inside))
    for g in range(K):
        for h in range(K):
            between = [
                {i, j}
                for i, j in combinations(range(N), 2)
                if (inside[g][i] and inside[h][j]) or (inside[g][j] and inside[h][i])
            ]
            assert possible[g, h] == len(between)
            assert ties[g, h] == sum(frozenset(pair) in tied for pair in between)


@given(arcs, st.lists(st.sampled_from(["a", "b", "c"]), min_size=N, max_size=N))
def test_without_overlap_it_is_mixing(pairs, names):
    graph, groups = net(pairs, directed=False), Groups.named(names)
    inside = np.array([groups.of == place for place in range(len(groups.names))])
    ties, possible = mixing_overlapping(graph, inside)
    found = mixing(graph, groups)
    assert np.array_equal(ties, found.ties)
    assert np.array_equal(possible, found.possible)
