"""Open two-paths of a bare network, held against brute force."""

from __future__ import annotations

import numpy as np
from hypothesis import given
from hypothesis import strategies as st

from graph.measures.two_paths import two_paths
from tests.graph.measures.classics import same
from tests.graph.measures.made_up import NODES, matrix, networks, weights

flags = st.lists(st.booleans(), min_size=NODES, max_size=NODES)


@given(networks(weighted=True), flags, flags)
def test_they_are_counted_as_brute_force_counts_them_directed_and_not(graph, left, right):
    n, arcs, strength = graph.n, matrix(graph), weights(graph)
    a, b = np.array(left[:n]), np.array(right[:n])
    joined = {
        (i, j): [x for x in range(n) if x not in (i, j) and arcs[i, x] and arcs[x, j]]
        for i in np.flatnonzero(a & ~b)
        for j in np.flatnonzero(b & ~a)
        if not arcs[i, j]
    }
    found = two_paths(graph, a, b)
    assert found.pairs.tolist() == [sum(x in middles for middles in joined.values()) for x in range(n)]
    assert found.only.tolist() == [sum(middles == [x] for middles in joined.values()) for x in range(n)]
    weaker = np.zeros(n)
    for (i, j), middles in joined.items():
        for x in middles:
            weaker[x] += min(strength[i, x], strength[x, j])
    same(found.weight, weaker)
