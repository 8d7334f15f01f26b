"""Small random networks for properties, and the dense matrices that brute force reads."""

from __future__ import annotations

import networkx as nx
import numpy as np
from hypothesis import strategies as st

from graph.measures.sparse import Sparse

NODES = 8


@st.composite
def networks(draw, directed=None, weighted=False) -> Sparse:
    """Networks of at most `NODES` nodes, with loops and arcs that stand twice among what they are made of."""
    n = draw(st.integers(1, NODES))
    ends = draw(st.lists(st.tuples(st.integers(0, n - 1), st.integers(0, n - 1)), max_size=24))
    weight = [draw(st.sampled_from([0.5, 1.0, 2.0, 3.0])) for _ in ends] if weighted else None
    columns = np.array(ends, np.int64).reshape(-1, 2)
    way = draw(st.booleans()) if directed is None else directed
    strength = None if weight is None else np.array(weight, float)
    return Sparse.of(n, columns[:, 0], columns[:, 1], strength, directed=way)


def matrix(graph: Sparse) -> np.ndarray:
    """Which arcs there are, shape (n, n)."""
    found = np.zeros((graph.n, graph.n), bool)
    found[graph.tail, graph.to] = True
    return found


def weights(graph: Sparse) -> np.ndarray:
    found = np.zeros((graph.n, graph.n))
    found[graph.tail, graph.to] = graph.weight
    return found


def as_networkx(graph: Sparse) -> nx.Graph[int]:
    """The same network for networkx, with `weight`."""
    found: nx.Graph[int] = nx.DiGraph() if graph.directed else nx.Graph()
    found.add_nodes_from(range(graph.n))
    arcs = zip(graph.tail.tolist(), graph.to.tolist(), graph.weight.tolist(), strict=True)
    found.add_weighted_edges_from(arcs)
    return found
