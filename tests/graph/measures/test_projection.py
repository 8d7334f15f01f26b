"""Projection of people by activities, with Newman's weights."""

from __future__ import annotations

from itertools import combinations

import networkx as nx
import numpy as np
from hypothesis import given
from hypothesis import strategies as st

from graph.measures.projection import newman, projection
from tests.graph.measures.classics import classic, same

presence = st.sets(st.tuples(st.integers(0, 5), st.integers(6, 9)), max_size=20)


def project(there):
    columns = np.array(sorted(there), np.int64).reshape(-1, 2)
    who, where = columns[:, 0], columns[:, 1]
    return projection(10, who, where, newman(np.bincount(where, minlength=10)))


@given(presence)
def test_a_pair_has_what_each_activity_gives_that_both_were_at(there):
    wanted = {}
    for activity in range(6, 10):
        at = sorted(who for who, where in there if where == activity)
        for pair in combinations(at, 2):
            shared, weight = wanted.get(pair, (0, 0))
            wanted[pair] = (shared + 1, weight + 1 / (len(at) - 1))
    found = project(there)
    pairs = list(zip(found.us.tolist(), found.vs.tolist(), strict=True))
    assert pairs == sorted(wanted)
    assert found.shared.tolist() == [wanted[pair][0] for pair in pairs]
    same(found.weight, [wanted[pair][1] for pair in pairs])


def test_the_women_of_davis_are_tied_as_networkx_ties_them():
    one = classic("davis_southern_women_two_mode")
    peer = nx.Graph(zip(one.tail.tolist(), one.head.tolist(), strict=True))
    women = sorted(set(one.tail.tolist()))
    weighted = nx.bipartite.collaboration_weighted_projected_graph(peer, women)
    n = len(one.ids)
    found = projection(n, one.tail, one.head, newman(np.bincount(one.head, minlength=n)))
    assert len(found.us) == weighted.number_of_edges()
    same(found.weight, [weighted[u][v]["weight"] for u, v in zip(found.us.tolist(), found.vs.tolist(), strict=True)])


def test_who_was_alone_shared_with_nobody():
    assert project({(0, 6)}).us.tolist() == []
