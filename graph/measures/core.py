"""The k-core: how deep in the thick of the network a node is."""

from __future__ import annotations

from typing import Any

import numpy as np

from graph.compiled import Kernel
from graph.measures.pairs import Pairs
from graph.measures.sparse import Sparse
from graph.openpaths import Longs


def core_number(graph: Sparse) -> Longs:
    """The largest k such that the node is among nodes that each have ties with k of them; shape (n,).

    A tie is an arc either way. An isolate has 0. Weights do not matter.

    >>> core_number(Sparse.of(4, np.array([0, 0, 1, 2]), np.array([1, 2, 2, 3]))).tolist()
    [2, 2, 2, 1]

    Seidman (1983), Network structure and minimum degree, Social Networks 5. Batagelj and
    Zaversnik (2003), An O(m) algorithm for cores decomposition of networks.
    """
    pairs = Pairs.of(graph)
    left = pairs.degree.copy()
    order = np.argsort(left, kind="stable")
    place = np.empty(graph.n, np.int64)
    place[order] = np.arange(graph.n)
    begin = np.searchsorted(left[order], np.arange((left.max() if graph.n else 0) + 2))
    _peel(graph.work, (pairs.first, pairs.to), (left, order, place, begin))
    return left


def _peel_loops(first: Any, to: Any, left: Any, order: Any, place: Any, begin: Any) -> None:
    """Take away the node with the fewest ties left; `begin[k]` is where in the order those with k stand."""
    for i in range(len(order)):
        v = order[i]
        for k in range(first[v], first[v + 1]):
            w = to[k]
            if left[w] > left[v]:
                # change places with the first of its number of ties, which then begin one later
                at, head = place[w], begin[left[w]]
                other = order[head]
                order[head] = w
                order[at] = other
                place[w] = head
                place[other] = at
                begin[left[w]] += 1
                left[w] -= 1


_peel = Kernel(_peel_loops)
