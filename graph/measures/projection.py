"""Projection: who was with whom at how many activities, and how much of their attention that is."""

from __future__ import annotations

from dataclasses import dataclass

import numpy as np

from graph.measures.sparse import summed
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
    Activities of one size at a time, all their pairs at once; memory goes with the pairs.

    Examples
    --------
    Ann, Bob and Cat at one activity, Ann and Bob at another.

    >>> who, where = np.array([0, 1, 2, 0, 1]), np.array([3, 3, 3, 4, 4])
    >>> found = projection(5, who, where, newman(np.bincount(where, minlength=5)))
    >>> list(zip(found.us.tolist(), found.vs.tolist(), found.shared.tolist(), found.weight.tolist()))
    [(0, 1, 2, 1.5), (0, 2, 1, 0.5), (1, 2, 1, 0.5)]
    """
    order = np.argsort(where.astype(np.int64) * n + who)
    who, where = who[order], where[order]
    there = np.bincount(where, minlength=n)
    keys: list[Longs] = []
    weights: list[Floats] = []
    for k in np.unique(there[there > 1]).tolist():
        activities = np.flatnonzero(there == k)
        groups = who[there[where] == k].reshape(len(activities), k)
        i, j = np.triu_indices(k, 1)
        keys.append((groups[:, i] * np.int64(n) + groups[:, j]).ravel())
        weights.append(np.repeat(weight[activities], len(i)))
    if not keys:
        empty = np.zeros(0, np.int32)
        return Projection(empty, empty, np.zeros(0, np.int64), np.zeros(0))
    pairs, place, shared = np.unique(np.concatenate(keys), return_inverse=True, return_counts=True)
    total = summed(place, np.concatenate(weights), len(pairs))
    return Projection((pairs // n).astype(np.int32), (pairs % n).astype(np.int32), shared, total)


def newman(size: Ints | Longs) -> Floats:
    """What an activity of each size gives to a pair that was there: at one of n everybody has n - 1 others.

    >>> newman(np.array([0, 1, 2, 5])).tolist()
    [0.0, 0.0, 1.0, 0.25]

    Newman (2001), Scientific collaboration networks II, Physical Review E 64, 016132.
    """
    found: Floats = np.divide(1.0, size - 1, out=np.zeros(len(size)), where=size > 1)
    return found
