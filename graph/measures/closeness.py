"""Closeness: how few steps it is from a node to the others."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Any

import numpy as np

from graph.compiled import Kernel
from graph.measures.sparse import Sparse
from graph.openpaths import Floats, Longs

_LANES = 62
"""Sources that walk at once, a bit each of a 64-bit number with its sign left alone."""


@dataclass(frozen=True, slots=True)
class Closeness:
    """Shape (n,) each. `reached` counts the others that there is a way to."""

    closeness: Floats
    harmonic: Floats
    reached: Longs


def closeness(graph: Sparse) -> Closeness:
    """How near the others are, over shortest ways in steps.

    `closeness` is 1 / the sum of the distances to those that can be reached, as igraph defines it
    since 1.3; NaN for who reaches nobody. It is large for a node in a small component, so compare
    it within one. `harmonic` is the sum of 1 / distance over all others, those out of reach
    counting 0. In a directed network ways go along the arcs, from the node. Weights do not matter.

    Notes
    -----
    A breadth-first search from every node, 62 at a time in the bits of a number. Time goes with
    n m / 62 times the longest distance.

    Examples
    --------
    >>> found = closeness(Sparse.of(4, np.array([0, 1]), np.array([1, 2])))
    >>> found.closeness.round(4).tolist(), found.harmonic.tolist()
    ([0.3333, 0.5, 0.3333, nan], [1.5, 2.0, 1.5, 0.0])

    References
    ----------
    Freeman (1979), Centrality in social networks: conceptual clarification, Social Networks 1.
    Rochat (2009), Closeness centrality extended to unconnected graphs, ASNA.
    """
    n, back = graph.n, graph.reverse
    total, harmonic, reached = np.zeros(n, np.int64), np.zeros(n), np.zeros(n, np.int64)
    words = tuple(np.zeros(n, np.int64) for _ in range(3))
    work = (n // _LANES + 1) * (graph.work + 6 * n)
    _walk(work, (back.first, back.to, _LANES), (*words, total, harmonic, reached))
    near = np.full(n, np.nan)
    np.divide(1.0, total, out=near, where=total > 0)
    return Closeness(near, harmonic, reached)


def _walk_loops(
    first: Any, to: Any, lanes: int, seen: Any, front: Any, ahead: Any, total: Any, harmonic: Any, reached: Any
) -> None:
    """Against the arcs from every node, some at a time: each node that is met adds its distance to its own sums."""
    n = len(first) - 1
    for begin in range(0, n, lanes):
        for v in range(n):
            seen[v] = 0
            front[v] = 0
        for s in range(begin, min(begin + lanes, n)):
            seen[s] = 1 << (s - begin)
            front[s] = seen[s]
        steps = 0
        more = True
        while more:
            steps += 1
            more = False
            for v in range(n):
                ahead[v] = 0
            for v in range(n):
                if front[v] != 0:
                    for k in range(first[v], first[v + 1]):
                        ahead[to[k]] |= front[v]
            for v in range(n):
                new = ahead[v] & ~seen[v]
                front[v] = new
                if new != 0:
                    more = True
                    seen[v] |= new
                    many = 0
                    while new != 0:
                        new &= new - 1
                        many += 1
                    total[v] += many * steps
                    harmonic[v] += many / steps
                    reached[v] += many


_walk = Kernel(_walk_loops)
