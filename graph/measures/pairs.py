"""Pairs that have a tie, whichever way, and each of them once in an order that makes triangles cheap."""

from __future__ import annotations

from dataclasses import dataclass
from functools import cached_property
from itertools import pairwise
from typing import Any, TypeAlias

import numpy as np
from numpy.typing import NDArray

from graph.compiled import Kernel
from graph.measures.sparse import Sparse
from graph.network import Ints
from graph.openpaths import Floats, Longs

Ways: TypeAlias = NDArray[np.int8]
OUT, IN, BOTH = 1, 2, 3
"""Which arcs a pair has, seen from one of its ends."""


@dataclass(frozen=True, eq=False)
class Pairs:
    """Each tied pair under both its ends: those of `i` are the places `first[i]` to `first[i + 1]`.

    `way` says which arcs there are, seen from `i`: `OUT`, `IN` or `BOTH`. `weight` is the sum of
    the two; of an undirected tie it is that of the tie. Shapes: `first` (n + 1,), the others (2p,).
    """

    n: int
    first: Longs
    to: Ints
    weight: Floats
    way: Ways

    @classmethod
    def of(cls, graph: Sparse) -> Pairs:
        """The pairs of a network.

        >>> pairs = Pairs.of(Sparse.of(3, np.array([0, 1, 1]), np.array([1, 0, 2]), directed=True))
        >>> pairs.first.tolist(), pairs.to.tolist(), pairs.way.tolist(), pairs.weight.tolist()
        ([0, 1, 3, 4], [1, 0, 2, 1], [3, 3, 1, 2], [2.0, 2.0, 1.0, 1.0])
        """
        if not graph.directed:
            return cls(graph.n, graph.first, graph.to, graph.weight, np.full(len(graph.to), BOTH, np.int8))
        back, most = graph.reverse, 2 * len(graph.to)
        first, to, weight = np.zeros(graph.n + 1, np.int64), np.zeros(most, np.int32), np.zeros(most)
        way = np.zeros(most, np.int8)
        read = (graph.first, graph.to, graph.weight, back.first, back.to, back.weight)
        _merge(graph.work, read, (first, to, weight, way))
        used = int(first[-1])
        return cls(graph.n, first, to[:used], weight[:used], way[:used])

    @cached_property
    def degree(self) -> Longs:
        """With how many others each node has a tie; shape (n,)."""
        return np.diff(self.first)

    @cached_property
    def tail(self) -> Ints:
        return np.repeat(np.arange(self.n, dtype=np.int32), self.degree)

    @cached_property
    def mate(self) -> Longs:
        """The place of each pair under its other end; shape (2p,)."""
        return Sparse(self.n, self.first, self.to, self.weight, directed=False).mate

    @cached_property
    def upward(self) -> Upward:
        """Each pair once, under the end with fewer ties."""
        first, place = np.zeros(self.n + 1, np.int64), np.zeros(len(self.to) // 2, np.int64)
        to = np.zeros(len(self.to) // 2, np.int32)
        _upward(3 * len(self.to), (self.first, self.to), (first, to, place))
        return Upward(first, to, place, int(np.diff(first)[to].sum()) + 6 * len(to))


@dataclass(frozen=True, slots=True)
class Upward:
    """Pairs from the end with fewer ties, in CSR form; `place` is where each stands in `Pairs`.

    A triangle a-b-c, a having the fewest ties, is met once: from `a` to `b`, and both to `c`.
    `work` is how many steps that takes. Chiba and Nishizeki (1985), Arboricity and subgraph
    listing algorithms, SIAM Journal on Computing 14.
    """

    first: Longs
    to: Ints
    place: Longs
    work: int

    def shares(self, parts: int) -> list[tuple[int, int]]:
        """Nodes from which to which, so many times, with about as much work in each."""
        if parts == 1:
            return [(0, len(self.first) - 1)]
        steps = np.concatenate([[0], np.cumsum(np.diff(self.first)[self.to] + 6)])[self.first]
        ends = np.searchsorted(steps, np.linspace(0, steps[-1], parts + 1)[1:-1]).tolist()
        return list(pairwise([0, *ends, len(self.first) - 1]))


def _merge_loops(
    first_out: Any,
    out: Any,
    weight_out: Any,
    first_in: Any,
    in_: Any,
    weight_in: Any,
    first: Any,
    to: Any,
    weight: Any,
    way: Any,
) -> None:
    """Two sorted lists of each node become one."""
    k = 0
    for i in range(len(first_out) - 1):
        a, b = first_out[i], first_in[i]
        while a < first_out[i + 1] or b < first_in[i + 1]:
            forth = a < first_out[i + 1] and (b == first_in[i + 1] or out[a] <= in_[b])
            back = b < first_in[i + 1] and (a == first_out[i + 1] or in_[b] <= out[a])
            if forth:
                to[k] = out[a]
                weight[k] += weight_out[a]
                way[k] += 1
                a += 1
            if back:
                to[k] = in_[b]
                weight[k] += weight_in[b]
                way[k] += 2
                b += 1
            k += 1
        first[i + 1] = k


_merge = Kernel(_merge_loops)


def _upward_loops(first: Any, to: Any, first_up: Any, to_up: Any, place: Any) -> None:
    """The pairs whose other end has more ties, or as many and a higher number."""
    k = 0
    for a in range(len(first) - 1):
        mine = first[a + 1] - first[a]
        for i in range(first[a], first[a + 1]):
            b = to[i]
            its = first[b + 1] - first[b]
            if mine < its or (mine == its and a < b):
                to_up[k] = b
                place[k] = i
                k += 1
        first_up[a + 1] = k


_upward = Kernel(_upward_loops)
