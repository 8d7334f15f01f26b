"""Projection: who was with whom at how many activities, and how much of their attention that is."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Any

import numpy as np

from graph.compiled import Kernel
from graph.measures.sparse import rows
from graph.network import Ints
from graph.openpaths import Floats, Longs


@dataclass(frozen=True, slots=True)
class Projection:
    """Pairs that shared an activity, each once with `us < vs`, in that order; shape (p,) each."""

    us: Ints
    vs: Ints
    shared: Longs
    weight: Floats


def projection(n: int, who: Longs, where: Ints | Longs, weight: Floats) -> Projection:
    """The pairs of `n` nodes that were at one activity, with how many they shared and the sum of their weights.

    Parameters
    ----------
    n : int
        Nodes, people and activities alike.
    who, where : arrays of int, shape (k,)
        Each pair of person and activity once.
    weight : array of float, shape (n,)
        What an activity gives to each pair that was there; `newman` is the usual one.

    Notes
    -----
    Person by person, by the places that she was at; memory goes with the pairs, counted once for each activity.

    Examples
    --------
    Ann, Bob and Cat at one activity, Ann and Bob at another.

    >>> who, where = np.array([0, 1, 2, 0, 1]), np.array([3, 3, 3, 4, 4])
    >>> found = projection(5, who, where, newman(np.bincount(where, minlength=5)))
    >>> list(zip(found.us.tolist(), found.vs.tolist(), found.shared.tolist(), found.weight.tolist()))
    [(0, 1, 2, 1.5), (0, 2, 1, 0.5), (1, 2, 1, 0.5)]
    """
    first, of = rows(n, where), rows(n, who)
    size = np.diff(first)
    room = int((size * (size - 1) // 2).sum())
    us, vs = np.zeros(room, np.int32), np.zeros(room, np.int32)
    shared, total, used = np.zeros(room, np.int64), np.zeros(room), np.zeros(1, np.int64)
    lists = (np.zeros(len(who), np.int32), np.zeros(len(who), np.int32), of[:-1].copy(), first[:-1].copy())
    scratch = (np.zeros(n, np.int64), np.zeros(n), np.zeros(n, np.int32))
    _together(3 * room + 6 * len(who), (first, of, who, where, weight), (*lists, *scratch, us, vs, shared, total, used))
    k = int(used[0])
    return Projection(us[:k], vs[:k], shared[:k], total[:k])


def _together_loops(
    first: Any,
    of: Any,
    who: Any,
    where: Any,
    weight: Any,
    mine: Any,
    there: Any,
    next_of: Any,
    next_at: Any,
    times: Any,
    sums: Any,
    touched: Any,
    us: Any,
    vs: Any,
    shared: Any,
    total: Any,
    used: Any,
) -> None:
    """Person by person those after her who were where she was.

    `mine[of[u]:of[u + 1]]` becomes where `u` was, `there[first[p]:first[p + 1]]` who was at `p`, in order.
    """
    for i in range(len(who)):
        mine[next_of[who[i]]] = where[i]
        next_of[who[i]] += 1
    for u in range(len(of) - 1):
        for i in range(of[u], of[u + 1]):
            there[next_at[mine[i]]] = u
            next_at[mine[i]] += 1
    for p in range(len(first) - 1):
        next_at[p] = first[p]
    k = 0
    for u in range(len(of) - 1):
        many = 0
        for i in range(of[u], of[u + 1]):
            place = mine[i]
            next_at[place] += 1
            for j in range(next_at[place], first[place + 1]):
                v = there[j]
                if times[v] == 0:
                    touched[many] = v
                    many += 1
                times[v] += 1
                sums[v] += weight[place]
        # few, and nearly in order
        for i in range(1, many):
            v = touched[i]
            j = i
            while j > 0 and touched[j - 1] > v:
                touched[j] = touched[j - 1]
                j -= 1
            touched[j] = v
        for i in range(many):
            v = touched[i]
            us[k] = u
            vs[k] = v
            shared[k] = times[v]
            total[k] = sums[v]
            times[v] = 0
            sums[v] = 0.0
            k += 1
    used[0] = k


_together = Kernel(_together_loops)


def newman(size: Ints | Longs) -> Floats:
    """What an activity of each size gives to a pair that was there: at one of n everybody has n - 1 others.

    >>> newman(np.array([0, 1, 2, 5])).tolist()
    [0.0, 0.0, 1.0, 0.25]

    Newman (2001), Scientific collaboration networks II, Physical Review E 64, 016132.
    """
    found: Floats = np.divide(1.0, size - 1, out=np.zeros(len(size)), where=size > 1)
    return found
