"""Two-mode networks: people and the activities that they were at."""

from __future__ import annotations

from typing import Any

import numpy as np

from graph.compiled import Kernel
from graph.measures.sparse import Sparse
from graph.openpaths import Floats


def redundancy(graph: Sparse) -> Floats:
    """Of the pairs that a node brings together, the share that others bring together too; shape (n,).

    Of a person the pairs are of activities, of an activity they are of people. NaN with fewer than
    two neighbours, where networkx (`bipartite.node_redundancy`) refuses the network. `graph` is
    undirected; weights do not matter. Time goes with the paths of three steps.

    >>> redundancy(Sparse.of(4, np.array([0, 0, 1, 1]), np.array([2, 3, 2, 3]))).tolist()
    [1.0, 1.0, 1.0, 1.0]

    Latapy, Magnien and Del Vecchio (2008), Basic notions for the analysis of large two-mode
    networks, Social Networks 30.
    """
    n = graph.n
    repeated, mark = np.zeros(n), np.full(n, -1, np.int64)
    around = np.bincount(graph.tail, weights=graph.degree[graph.to], minlength=n)
    _count(graph.work + int(around[graph.to].sum()), (graph.first, graph.to), (mark, repeated))
    found = np.full(n, np.nan)
    possible = graph.degree * (graph.degree - 1)
    np.divide(repeated, possible, out=found, where=possible > 0)
    return found


def _count_loops(first: Any, to: Any, mark: Any, repeated: Any) -> None:
    """For each node and each neighbour u of it: the other neighbours that u reaches by somebody else."""
    n = len(first) - 1
    for v in range(n):
        for i in range(first[v], first[v + 1]):
            u = to[i]
            # whoever is two steps from u, not by way of v, is marked with this turn
            turn = v * n + u
            for j in range(first[u], first[u + 1]):
                w = to[j]
                if w != v:
                    for k in range(first[w], first[w + 1]):
                        mark[to[k]] = turn
            for j in range(first[v], first[v + 1]):
                if to[j] != u and mark[to[j]] == turn:
                    repeated[v] += 1


_count = Kernel(_count_loops)
