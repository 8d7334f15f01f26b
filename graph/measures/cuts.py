"""Cut nodes: for everybody at once, what would fall apart without them."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Any

import numpy as np

from graph.compiled import Kernel
from graph.measures.pairs import Pairs
from graph.measures.sparse import Sparse
from graph.openpaths import Longs


@dataclass(frozen=True, slots=True)
class Cuts:
    """Shape (n,) each: `lost`, the pairs of others that only this node joins; `parts` that its component falls into."""

    lost: Longs
    parts: Longs


def cuts(graph: Sparse) -> Cuts:
    """For every node at once, the pairs of others that would have no way left without it.

    A tie is an arc either way, also in a directed network. A node whose leaving parts nobody has
    `parts` 1, an isolate 0. One depth-first walk, in time with the ties.

    >>> star = Sparse.of(4, np.array([0, 0, 0]), np.array([1, 2, 3]))
    >>> cuts(star).lost.tolist(), cuts(star).parts.tolist()
    ([3, 0, 0, 0], [3, 1, 1, 1])

    Hopcroft and Tarjan (1973), Efficient algorithms for graph manipulation, CACM 16.
    """
    pairs = Pairs.of(graph)
    n = graph.n
    lost, parts = np.zeros(n, np.int64), np.zeros(n, np.int64)
    whole = tuple(np.zeros(n, np.int64) for _ in range(7))
    _cut(graph.work, (pairs.first, pairs.to), (*whole, lost, parts))
    return Cuts(lost, parts)


def _cut_loops(
    first: Any,
    to: Any,
    number: Any,
    low: Any,
    size: Any,
    parent: Any,
    at: Any,
    order: Any,
    cut_off: Any,
    lost: Any,
    parts: Any,
) -> None:
    """`size` of the tree below a node, `cut_off` of those trees below it that reach no higher than it."""
    count = 0
    for root in range(len(first) - 1):
        if number[root] != 0:
            continue
        begin = count
        count += 1
        number[root] = count
        low[root] = count
        size[root] = 1
        parent[root] = -1
        at[root] = first[root]
        order[begin] = root
        v = root
        while v >= 0:
            if at[v] < first[v + 1]:
                w = to[at[v]]
                at[v] += 1
                if number[w] == 0:
                    order[count] = w
                    count += 1
                    number[w] = count
                    low[w] = count
                    size[w] = 1
                    parent[w] = v
                    at[w] = first[w]
                    v = w
                elif number[w] < low[v]:
                    low[v] = number[w]
            else:
                up = parent[v]
                if up >= 0:
                    size[up] += size[v]
                    low[up] = min(low[up], low[v])
                    if low[v] >= number[up]:
                        # the tree below v loses everybody that was cut off before it, and later the rest
                        lost[up] += size[v] * cut_off[up]
                        cut_off[up] += size[v]
                        parts[up] += 1
                v = up
        for i in range(begin, count):
            v = order[i]
            rest = size[root] - 1 - cut_off[v]
            if rest > 0:
                lost[v] += cut_off[v] * rest
                parts[v] += 1


_cut = Kernel(_cut_loops)
