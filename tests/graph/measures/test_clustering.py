"""Clustering and triangles equal networkx."""

from __future__ import annotations

import networkx as nx
import pytest
from hypothesis import given

from graph.measures.clustering import clustering, triangles
from graph.measures.pairs import Pairs
from tests.graph.measures.classics import NAMES, SYMMETRISED, classic, same
from tests.graph.measures.made_up import as_networkx, networks


@pytest.mark.parametrize("name", NAMES)
def test_clustering_is_that_of_networkx_and_the_same_directed(name):
    one = classic(name)
    for suffix in ("", SYMMETRISED):
        same(clustering(one.network(suffix)), one.column("centrality_networkx", "clustering_symmetrised"))


@given(networks(directed=False))
def test_triangles_are_those_of_networkx(graph):
    assert triangles(Pairs.of(graph)).tolist() == list(nx.triangles(as_networkx(graph)).values())
