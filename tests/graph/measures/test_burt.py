"""Burt's measures equal igraph and networkx on the classics, and the definition written out on random networks."""

from __future__ import annotations

import networkx as nx
import numpy as np
import pytest
from hypothesis import given

from graph.measures.burt import structural_holes
from graph.measures.sparse import Sparse
from tests.graph.measures.classics import NAMES, SYMMETRISED, classic, same
from tests.graph.measures.made_up import as_networkx, networks, weights


@pytest.mark.parametrize("name", NAMES)
def test_constraint_is_that_of_igraph_directed_and_symmetrised(name):
    one = classic(name)
    for suffix in ("", SYMMETRISED):
        found = structural_holes(one.network(suffix)).constraint
        same(found, one.column("centrality_R", f"constraint_igraph{suffix}"))


@pytest.mark.parametrize("name", NAMES)
def test_constraint_and_sizes_are_those_of_networkx(name):
    one = classic(name)
    found = structural_holes(one.network(SYMMETRISED))
    same(found.constraint, one.column("centrality_networkx", "constraint_symmetrised"))
    same(found.effective_size, one.column("centrality_networkx", "effective_size_symmetrised"))
    same(found.efficiency, one.column("centrality_networkx", "efficiency_symmetrised"))


@pytest.mark.parametrize("name", [name for name in NAMES if classic(name).directed])
def test_directed_constraint_is_that_of_networkx_for_whoever_it_defines(name):
    """Without scipy networkx leaves out who has no arc from them; igraph, in the test above, does not."""
    one = classic(name)
    graph, wanted = one.network(), one.column("centrality_networkx", "constraint")
    assert np.isnan(wanted).tolist() == (graph.degree == 0).tolist()
    defined = ~np.isnan(wanted)
    same(structural_holes(graph).constraint[defined], wanted[defined])


@given(networks(weighted=True))
def test_all_are_the_definition_written_out(graph):
    strength = weights(graph) + weights(graph).T
    n, constraint, effective, hierarchy = graph.n, *np.full((3, graph.n), np.nan)
    with np.errstate(invalid="ignore", divide="ignore"):
        share, part = strength / strength.sum(axis=1)[:, None], strength / strength.max(axis=1)[:, None]
    for i in range(n):
        contacts = [j for j in range(n) if strength[i, j]]
        if contacts:
            local = [(share[i, j] + sum(share[i, q] * share[q, j] for q in contacts if q != j)) ** 2 for j in contacts]
            constraint[i] = sum(local)
            effective[i] = sum(1 - sum(share[i, q] * part[j, q] for q in contacts) for j in contacts)
            r = np.array(local) / (sum(local) / len(contacts))
            hierarchy[i] = (r * np.log(r)).sum() / (len(r) * np.log(len(r))) if len(r) > 1 else 1
    found = structural_holes(graph)
    same(found.constraint, constraint)
    same(found.effective_size, effective)
    same(found.efficiency, effective / [max((row > 0).sum(), 1) for row in strength])
    same(found.hierarchy, hierarchy)


@given(networks(weighted=True, directed=True))
def test_weighted_and_directed_they_are_those_of_networkx_node_by_node(graph):
    peer, found = as_networkx(graph), structural_holes(graph)
    defined = graph.degree > 0
    nodes = list(range(graph.n))
    constraint = nx.constraint(peer, nodes=nodes, weight="weight")
    sizes = nx.effective_size(peer, nodes=nodes, weight="weight")
    same(found.constraint[defined], [constraint[i] for i in np.flatnonzero(defined)])
    same(found.effective_size[defined], [sizes[i] for i in np.flatnonzero(defined)])


def test_the_three_nodes_that_all_node_weighted_networkx_gets_wrong():
    """Weights 1, 4 and 2: 1.1 and not 1.4."""
    net = Sparse.of(3, np.array([0, 1, 0]), np.array([1, 2, 2]), np.array([1.0, 4.0, 2.0]))
    by_node = nx.effective_size(as_networkx(net), nodes=[0, 1, 2], weight="weight")
    same(structural_holes(net).effective_size, [by_node[i] for i in range(3)])


def test_a_tie_without_strength_is_no_contact_and_an_isolate_is_undefined():
    net = Sparse.of(3, np.array([0, 0]), np.array([1, 2]), np.array([2.0, 0.0]))
    found = structural_holes(net)
    assert found.constraint[:2].tolist() == found.effective_size[:2].tolist() == [1, 1]
    assert np.isnan([found.constraint[2], found.efficiency[2], found.hierarchy[2]]).all()


def test_compiled_they_are_the_same(monkeypatch):
    one = classic("emon_MtStHelens").network(weight="frequency")
    plain = structural_holes(one)
    monkeypatch.setattr("graph.compiled.COMPILE_ABOVE", -1)
    compiled = structural_holes(one)
    same(compiled.constraint, plain.constraint)
    same(compiled.effective_size, plain.effective_size)
