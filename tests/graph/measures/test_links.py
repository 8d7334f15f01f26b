"""Link scores equal networkx on the classics and the definition everywhere; top-k is the head of all."""

from __future__ import annotations

from itertools import combinations
from math import log

import networkx as nx
import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st

from graph.measures.groups import Groups
from graph.measures.links import RANKED_BY, SCORES, link_scores
from graph.measures.sparse import Sparse
from tests.graph.measures.classics import DATA, NAMES, SYMMETRISED, classic, same
from tests.graph.measures.made_up import as_networkx, matrix, networks, weights

FILE = "linkprediction_networkx_nonedges"


@pytest.mark.parametrize("name", [name for name in NAMES if (DATA / name / f"{FILE}.csv").exists()])
def test_every_score_is_that_of_networkx_and_pairs_with_nothing_in_common_are_left_out(name):
    one = classic(name)
    found = link_scores(one.network(SYMMETRISED))
    place = {id_: i for i, id_ in enumerate(one.ids)}
    wanted = {tuple(sorted((place[row["u"]], place[row["v"]]))): row for row in one.reference(FILE)}
    ours = list(zip(found.us.tolist(), found.vs.tolist(), strict=True))
    assert set(ours) == {pair for pair, row in wanted.items() if row["common_neighbours"] != "0"}
    for score in SCORES:
        same(found.scores[score], [float(wanted[pair][score]) for pair in ours])


@given(networks(weighted=True), st.booleans(), st.sampled_from(RANKED_BY), st.integers(0, 5), st.booleans())
def test_they_are_the_definition_written_out_the_best_first(graph, weighted, by, top, grouped):
    tied, strength = matrix(graph) | matrix(graph).T, weights(graph) + weights(graph).T
    if not graph.directed:
        strength = weights(graph)
    names = [["a", "b", ""][i % 3] for i in range(graph.n)] if grouped else [str(i) for i in range(graph.n)]
    wanted = []
    for u, v in combinations(range(graph.n), 2):
        common = np.flatnonzero(tied[u] & tied[v])
        if tied[u, v] or not len(common) or names[u] == names[v] or "" in (names[u], names[v]):
            continue
        size = strength.sum(axis=1) if weighted else tied.sum(axis=1)
        both = [strength[u, z] + strength[v, z] if weighted else 1 for z in common]
        scores = {
            "common_neighbours": sum(both),
            "jaccard": len(common) / (tied[u] | tied[v]).sum(),
            "adamic_adar": sum(w / log(size[z] + weighted) for w, z in zip(both, common, strict=True)),
            "resource_allocation": sum(w / size[z] for w, z in zip(both, common, strict=True)),
            "preferential_attachment": tied[u].sum() * tied[v].sum(),
        }
        wanted.append((scores, u, v))
    wanted.sort(key=lambda row: (-round(row[0][by], 9), row[1:]))
    wanted = wanted[: top or None]
    found = link_scores(graph, top, by, Groups.named(names), weighted=weighted)
    for score in SCORES:
        same(
            np.sort(found.scores[score]) if top == 0 else found.scores[by],
            np.sort([row[0][score] for row in wanted]) if top == 0 else [row[0][by] for row in wanted],
        )


def test_equal_scores_stand_in_the_order_of_the_network_and_the_first_are_kept():
    """A star of six: every pair of its points has the one contact."""
    star = Sparse.of(6, np.zeros(5, int), np.arange(1, 6))
    found = link_scores(star, 4)
    assert list(zip(found.us.tolist(), found.vs.tolist(), strict=True)) == [(1, 2), (1, 3), (1, 4), (1, 5)]


def test_the_best_of_many_are_the_head_of_all_also_when_room_runs_out_and_compiled(monkeypatch):
    rnd = np.random.default_rng(5)
    graph = Sparse.of(120, rnd.integers(0, 120, 700), rnd.integers(0, 120, 700))
    everything = link_scores(graph)
    monkeypatch.setattr("graph.measures.links._TURNS", 1)
    few = link_scores(graph, 20)
    assert (few.us.tolist(), few.vs.tolist()) == (everything.us[:20].tolist(), everything.vs[:20].tolist())
    monkeypatch.setattr("graph.compiled.COMPILE_ABOVE", -1)
    compiled = link_scores(graph, 20)
    assert (few.us.tolist(), few.vs.tolist()) == (compiled.us.tolist(), compiled.vs.tolist())
    peer = [score for _, _, score in nx.adamic_adar_index(as_networkx(graph))]
    same(compiled.scores["adamic_adar"], sorted(peer, reverse=True)[:20])


def test_ties_without_strength_count_for_nothing():
    net = Sparse.of(3, np.array([0, 1]), np.array([1, 2]), np.array([0.0, 0.0]))
    found = link_scores(net, weighted=True)
    assert (found.us.tolist(), found.scores["adamic_adar"].tolist()) == ([0], [0])


def test_no_ties_give_no_pairs():
    assert link_scores(Sparse.of(3, np.zeros(0, int), np.zeros(0, int)), 5).us.tolist() == []
