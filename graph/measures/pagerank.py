"""PageRank: where somebody who follows arcs at random is found."""

from __future__ import annotations

import numpy as np

from graph.measures.sparse import Sparse, summed
from graph.openpaths import Floats

_PRECISE = 1e-15
_MOST = 1000


def pagerank(graph: Sparse, damping: float = 0.85) -> Floats:
    """The chance to be at each node, the sum being 1; shape (n,).

    With the chance `damping` one follows an arc, in proportion to its weight, else one begins
    anew anywhere. Who has no arcs, or none with weight, lets one begin anew at once. As in igraph
    and networkx.

    >>> pagerank(Sparse.of(3, np.array([0, 1]), np.array([1, 2]))).round(4).tolist()
    [0.2568, 0.4865, 0.2568]

    Brin and Page (1998), The anatomy of a large-scale hypertextual web search engine.
    """
    n = graph.n
    if not n:
        return np.zeros(0)
    strength = summed(graph.tail, graph.weight, n)
    stuck = strength == 0
    chance = np.divide(graph.weight, strength[graph.tail], out=np.zeros(len(graph.to)), where=~stuck[graph.tail])
    rank = np.full(n, 1 / n)
    for _ in range(_MOST):
        followed = summed(graph.to, chance * rank[graph.tail], n)
        after = damping * (followed + rank[stuck].sum() / n) + (1 - damping) / n
        moved, rank = np.abs(after - rank).sum(), after
        if moved < _PRECISE:
            break
    found: Floats = rank / rank.sum()
    return found
