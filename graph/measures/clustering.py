"""Clustering: how many of a node's contacts have a tie themselves."""

from __future__ import annotations

from typing import Any

import numpy as np

from graph.compiled import Kernel
from graph.measures.pairs import Pairs
from graph.measures.sparse import Sparse
from graph.openpaths import Floats, Longs


def clustering(graph: Sparse) -> Floats:
    """The share of the pairs of contacts of each node that have a tie; shape (n,).

    A contact is whoever has an arc to or from the node, so a directed network gives what it gives
    symmetrised. 0 with fewer than two contacts, as in networkx. Weights do not matter.

    >>> clustering(Sparse.of(4, np.array([0, 0, 0, 1]), np.array([1, 2, 3, 2]))).round(4).tolist()
    [0.3333, 1.0, 1.0, 0.0]

    Watts and Strogatz (1998), Collective dynamics of small-world networks, Nature 393, 440-442.
    """
    pairs = Pairs.of(graph)
    possible = pairs.degree * (pairs.degree - 1) / 2
    found = np.zeros(graph.n)
    np.divide(triangles(pairs), possible, out=found, where=possible > 0)
    return found


def triangles(pairs: Pairs) -> Longs:
    """In how many triangles each node is; shape (n,).

    >>> triangles(Pairs.of(Sparse.of(3, np.array([0, 0, 1]), np.array([1, 2, 2])))).tolist()
    [1, 1, 1]
    """
    up, found = pairs.upward, np.zeros(pairs.n, np.int64)
    _count(up.work, (up.first, up.to), (np.zeros(pairs.n, np.int8), found))
    return found


def _count_loops(first: Any, to: Any, mark: Any, found: Any) -> None:
    for a in range(len(first) - 1):
        for i in range(first[a], first[a + 1]):
            mark[to[i]] = 1
        for i in range(first[a], first[a + 1]):
            b = to[i]
            for j in range(first[b], first[b + 1]):
                c = to[j]
                if mark[c]:
                    found[a] += 1
                    found[b] += 1
                    found[c] += 1
        for i in range(first[a], first[a + 1]):
            mark[to[i]] = 0


_count = Kernel(_count_loops)
