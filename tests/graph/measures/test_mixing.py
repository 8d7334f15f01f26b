"""How groups mix, counted by hand and by brute force."""

from __future__ import annotations

import numpy as np
from hypothesis import given
from hypothesis import strategies as st

from graph.measures.groups import Groups
from graph.measures.mixing import e_i_whole, mixing, openness
from tests.graph.measures.classics import classic, same
from tests.graph.measures.made_up import NODES, matrix, networks

letters = st.lists(st.sampled_from(["a", "b", "c", ""]), min_size=NODES, max_size=NODES)


@given(networks(), letters)
def test_every_cell_counts_ties_and_pairs_and_they_add_up(graph, names):
    groups, arcs = Groups.named(names[: graph.n]), matrix(graph)
    found, k = mixing(graph, groups), len(groups.names)
    members = [np.flatnonzero(groups.of == g) for g in range(k)]
    known = groups.known
    m = arcs[np.ix_(known, known)].sum()
    for g in range(k):
        for h in range(k):
            ends = np.ix_(members[g], members[h])
            half = 1 if graph.directed or g != h else 2
            assert found.ties[g, h] == arcs[ends].sum() / half
            assert found.possible[g, h] == sum(i != j for i in members[g] for j in members[h]) / half
            if m:
                out, in_ = arcs[members[g]][:, known].sum(), arcs[known][:, members[h]].sum()
                same(found.by_degree[g, h], out * in_ / m / half)
    once = slice(None) if graph.directed else np.triu_indices(k)
    if known.sum() > 1:
        same(found.expected[once].sum(), found.ties[once].sum())
        if m:
            same(found.by_degree[once].sum(), found.ties[once].sum())


@given(networks(), letters)
def test_the_e_i_index_sets_ties_outside_against_those_inside(graph, names):
    groups, arcs = Groups.named(names[: graph.n]), matrix(graph)
    found = mixing(graph, groups)
    open_ = openness(found, directed=graph.directed)
    ties = [(i, j) for i, j in zip(*np.nonzero(arcs), strict=True) if graph.directed or i < j]
    ties = [(groups.of[i], groups.of[j]) for i, j in ties if groups.of[i] >= 0 and groups.of[j] >= 0]
    for g in range(len(groups.names)):
        inside, outside = sum(a == b == g for a, b in ties), sum((a == g) != (b == g) for a, b in ties)
        assert (open_.inside[g], open_.outside[g]) == (inside, outside)
        same(open_.e_i[g], (outside - inside) / (outside + inside) if inside + outside else np.nan)
    apart = sum(a != b for a, b in ties)
    same(e_i_whole(found, directed=graph.directed), (2 * apart - len(ties)) / len(ties) if ties else np.nan)


def test_the_karate_club_has_ten_or_eleven_ties_between_its_halves():
    one = classic("zachary_karate")
    found = mixing(one.network(), one.groups)
    assert found.ties.tolist() == [[35, 11], [11, 32]]
