"""What if: which pairs lose their way, or get a longer one, when somebody leaves; and the reverse when two meet."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Any

import numpy as np

from graph.compiled import Kernel, compiles
from graph.measures.sparse import Sparse

_LANES = 62


@dataclass(frozen=True, slots=True)
class Change:
    """Pairs with a way in one network and none in the other, `parted`, and with a longer one there, `farther`."""

    parted: int
    farther: int


def leaves(graph: Sparse, node: int) -> Change:
    """The pairs of others that have no way left, and those with a longer way, without this node.

    Directed, a pair counts each way round, and ways go along the arcs; undirected once. Ways are
    counted in steps, whatever the weights. Time goes with n m / 62 times the longest distance, for the n
    and m of the component.

    >>> ring = Sparse.of(6, np.array([0, 1, 2, 3, 4, 0]), np.array([1, 2, 3, 4, 0, 5]))
    >>> leaves(ring, 0)
    Change(parted=4, farther=1)
    """
    near = graph.component(node)
    whole, node = graph.part(near), int(near[:node].sum())
    others = np.arange(whole.n) != node
    return _compare(whole.among(others), whole, node)


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
    near = more.component(one)
    return _compare(graph.part(near), more.part(near), -1)


def _compare(less: Sparse, more: Sparse, without: int) -> Change:
    """How the ways among all but one node differ between a network and one with more arcs."""
    n, found = more.n, np.zeros(2, np.int64)
    # both are walked as one network: node i of the lesser is node n + i of it
    first = np.concatenate([more.first, less.first[1:] + len(more.to)])
    to = np.concatenate([more.to, less.to + np.int32(n)])
    work = (n // _LANES + 1) * 2 * (more.work + 6 * n)
    # the numbers of Python have as many bits as are wanted, those of the machine 64
    lanes, bits = (_LANES, np.int64) if compiles(work) else (n, object)
    words = tuple(np.zeros(2 * n, bits) for _ in range(3))
    _walk(work, (first, to, without, lanes), (*words, found))
    parted, later = found.tolist()
    each = 1 if more.directed else 2
    return Change(parted // each, (later - parted) // each)


def _walk_loops(first: Any, to: Any, without: int, lanes: int, seen: Any, front: Any, ahead: Any, found: Any) -> None:
    """Both networks in step, from some nodes at a time, a bit each; pairs met later, or never, in the second half."""
    both = len(first) - 1
    n = both // 2
    for begin in range(0, n, lanes):
        for v in range(both):
            node = v % n
            own = begin <= node < begin + lanes and node != without
            seen[v] = 1 << (node - begin) if own else 0
            front[v] = seen[v]
        going = True
        while going:
            going = False
            for v in range(both):
                ahead[v] = 0
            for v in range(both):
                if front[v] != 0:
                    for k in range(first[v], first[v + 1]):
                        ahead[to[k]] |= front[v]
            for v in range(both):
                front[v] = ahead[v] & ~seen[v]
                seen[v] |= front[v]
                going = going or front[v] != 0
            for v in range(n):
                later = front[v] & ~seen[v + n] if v != without else 0
                while later != 0:
                    later &= later - 1
                    found[1] += 1
        for v in range(n):
            never = seen[v] & ~seen[v + n] if v != without else 0
            while never != 0:
                never &= never - 1
                found[0] += 1


_walk = Kernel(_walk_loops)
