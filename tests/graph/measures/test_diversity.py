"""How mixed the groups around a node are."""

from __future__ import annotations

import numpy as np
from hypothesis import given
from hypothesis import strategies as st

from graph.measures.diversity import diversity
from graph.measures.groups import Groups
from graph.measures.sparse import Sparse
from tests.graph.measures.classics import same
from tests.graph.measures.made_up import NODES, matrix, networks


@given(networks(), st.lists(st.sampled_from(["a", "b", "c", ""]), min_size=NODES, max_size=NODES))
def test_it_is_the_chance_that_two_around_a_node_differ(graph, names):
    groups, found = Groups.named(names[: graph.n]), diversity(graph, Groups.named(names[: graph.n]))
    most = 1 - 1 / len(groups.names) if groups.names else 0
    for i in range(graph.n):
        near = [groups.of[j] for j in np.flatnonzero(matrix(graph)[i]) if groups.of[j] >= 0]
        blau = np.mean([a != b for a in near for b in near]) if near else np.nan
        same(found.blau[i], blau)
        same(found.iqv[i], blau / most if most else np.nan)


def test_one_group_is_no_measure_of_diversity():
    net = Sparse.of(2, np.array([0]), np.array([1]))
    found = diversity(net, Groups.named(["a", "a"]))
    assert (found.blau.tolist(), np.isnan(found.iqv).all()) == ([0, 0], True)
