"""Open two-paths of a bare network: who joins two groups whose members have no tie."""

from __future__ import annotations

import numpy as np

from graph.measures.sparse import Sparse, spread
from graph.network import Bools
from graph.openpaths import Near, OpenPaths, Steps, open_paths


def two_paths(graph: Sparse, left: Bools, right: Bools) -> OpenPaths:
    """For each node the pairs of one of `left` and one of `right` that it joins and that have no tie.

    Directed, the way is from left by the node to right, and the pair is closed by an arc from left
    to right. Who is in both groups is in no pair, and may join others. Counts as in `open_paths`:
    `pairs`, `only` (no other node joins the pair), `weight` (the weaker of the two steps), and
    with how many of each side the node has a tie.

    >>> net = Sparse.of(4, np.array([0, 1, 1]), np.array([1, 2, 3]))
    >>> at = lambda *nodes: np.isin(np.arange(4), nodes)
    >>> two_paths(net, at(0), at(2, 3)).only.tolist()
    [0, 2, 0, 0]
    """
    steps = Steps(graph.first, graph.to, graph.weight)
    if graph.directed:
        # who is in left alone gives, who is in right alone takes: each has steps of one kind
        gives, takes, back = left & ~right, right & ~left, graph.reverse
        begin = np.where(gives, graph.first[:-1], back.first[:-1] + len(graph.to))
        many = np.where(gives, graph.degree, np.where(takes, back.degree, 0))
        first = np.concatenate([[0], np.cumsum(many)])
        _, places = spread(begin, begin + many)
        to, weight = np.concatenate([graph.to, back.to]), np.concatenate([graph.weight, back.weight])
        steps = Steps(first, to[places], weight[places])
    none = Near(np.zeros(graph.n + 1, np.int64), np.zeros(0, np.int32))
    tied = Near(graph.first, graph.to)
    return open_paths(graph.n, steps, tied, none, left, right, np.zeros(graph.n, bool))
