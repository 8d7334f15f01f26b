"""What if: which pairs lose their way, or get a longer one, when somebody leaves; and the reverse when two meet."""

from __future__ import annotations

from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

from graph.measures.sparse import Sparse

_LANES = 1024
"""Nodes from which ways are walked at a time."""


@dataclass(frozen=True, slots=True)
class Change:
    """Pairs with a way in one network and none in the other, `parted`, and with a longer one there, `farther`."""

    parted: int
    farther: int


def leaves(graph: Sparse, node: int) -> Change:
    """The pairs of others that have no way left, and those with a longer way, without this node.

    Directed, a pair counts each way round, and ways go along the arcs; undirected once. Ways are
    counted in steps, whatever the weights. Time goes with n m / 64 times the longest distance.

    >>> ring = Sparse.of(6, np.array([0, 1, 2, 3, 4, 0]), np.array([1, 2, 3, 4, 0, 5]))
    >>> leaves(ring, 0)
    Change(parted=4, farther=1)
    """
    others = np.arange(graph.n) != node
    return _compare(graph.among(others), graph, node)


def meet(graph: Sparse, one: int, other: int) -> Change:
    """The pairs that would get a way, `parted` without it, and those with a shorter one, if these two had a tie.

    The two themselves are among the pairs. Directed, the tie goes both ways. Nothing changes when
    they have one already, or are the same. Otherwise as `leaves`.

    >>> chain = Sparse.of(5, np.array([0, 1, 2]), np.array([1, 2, 3]))
    >>> meet(chain, 0, 3), meet(chain, 3, 4)
    (Change(parted=0, farther=1), Change(parted=4, farther=0))
    """
    tail, head = np.array([one, other]), np.array([other, one])
    more = Sparse.of(
        graph.n, np.concatenate([graph.tail, tail]), np.concatenate([graph.to, head]), directed=graph.directed
    )
    return _compare(graph, more, -1)


def _compare(less: Sparse, more: Sparse, without: int) -> Change:
    """How the ways among all but one node differ between a network and one with more arcs.

    Both are walked in step from some nodes at a time, a bit each. Who can reach a node is found rather
    than whom it can reach, which counts the same pairs.
    """
    n = more.n
    counted = np.arange(n) != without
    parted = later = 0
    for begin in range(0, n, _LANES):
        own = np.arange(begin, min(begin + _LANES, n))
        seen = np.zeros((n, (len(own) + 63) // 64), np.uint64)
        seen[own, (own - begin) // 64] = np.uint64(1) << ((own - begin) % 64).astype(np.uint64)
        seen[~counted] = 0
        here = (seen, seen.copy())
        fronts = [seen.copy(), seen.copy()]
        while fronts[0].any() or fronts[1].any():
            for side, graph in enumerate((more, less)):
                fronts[side] = _ahead(graph, fronts[side]) & ~here[side]
                np.bitwise_or(here[side], fronts[side], out=here[side])
            later += int(np.bitwise_count(fronts[0][counted] & ~here[1][counted]).sum())
        parted += int(np.bitwise_count(here[0][counted] & ~here[1][counted]).sum())
    each = 1 if more.directed else 2
    return Change(parted // each, (later - parted) // each)


def _ahead(graph: Sparse, front: NDArray[np.uint64]) -> NDArray[np.uint64]:
    """The bits of all to which each node has an arc."""
    found = np.zeros_like(front)
    some = graph.degree > 0
    if some.any():
        found[some] = np.bitwise_or.reduceat(front[graph.to], graph.first[:-1][some], axis=0)
    return found
