"""Open two-paths A-x-B: who joins members of one group with members of another that have no tie."""

from __future__ import annotations

from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

from graph.network import Bools, Ints

Longs = NDArray[np.int64]
Floats = NDArray[np.float64]
_TABLE = 50_000_000


@dataclass(frozen=True, slots=True)
class OpenPaths:
    """Per node, shape (n,) each.

    `pairs` counts the pairs (a, b) that the node joins, `only` those among them that no other
    node joins, `weight` sums over its pairs the weaker of the two steps.
    """

    pairs: Longs
    only: Longs
    weight: Floats


@dataclass(frozen=True, slots=True)
class Steps:
    """Ways from a member to a node that may stand in the middle, shape (m,) each; a way given twice counts once."""

    member: Ints
    middle: Ints
    strength: Floats


def open_paths(
    n: int, steps: Steps, tied: tuple[Ints, Ints], met: tuple[Ints, Ints], in_a: Bools, in_b: Bools, not_if_met: Bools
) -> OpenPaths:
    """Count open two-paths between two groups.

    Parameters: `n` nodes; `steps`, the ways to a middle; `tied`, the ends of ties, either way
    round, that close a pair; `met`, pairs that close only where `not_if_met` (n,) holds of the
    middle; `in_a`, `in_b` of shape (n,). A node in both groups is in no pair, and a node never
    joins a pair that it is part of. Takes memory for every two-path.

    >>> ends = lambda *rows: np.array(rows, np.int32)
    >>> none, a, b = (ends(), ends()), np.array([1, 0, 0, 0], bool), np.array([0, 1, 0, 0], bool)
    >>> steps = Steps(ends(0, 1, 0, 1), ends(2, 2, 3, 3), np.array([1, 0.5, 1, 1]))
    >>> found = open_paths(4, steps, none, none, a, b, np.zeros(4, bool))
    >>> found.pairs.tolist(), found.only.tolist(), found.weight.tolist()
    ([0, 0, 1, 1], [0, 0, 0, 0], [0.0, 0.0, 0.5, 1.0])

    The pattern is the brokerage triad of Gould and Fernandez (1989), Structures of mediation,
    Sociological Methodology 19, for two given groups.
    """
    a, b = in_a & ~in_b, in_b & ~in_a
    size = int(a.sum()) * int(b.sum())
    place_a, place_b, width = np.cumsum(a) - 1, np.cumsum(b) - 1, max(int(b.sum()), 1)
    x_a, from_a, strength_a = _incident(n, steps, a)
    x_b, to_b, strength_b = _incident(n, steps, b)
    count_b = np.bincount(x_b, minlength=n)
    first_b = np.concatenate([[0], np.cumsum(count_b)])
    times = count_b[x_a]
    middle = np.repeat(x_a, times)
    which_b = np.repeat(first_b[x_a] - (np.cumsum(times) - times), times) + np.arange(int(times.sum()))
    pair = np.repeat(place_a[from_a] * width, times) + place_b[to_b[which_b]]
    weight = np.minimum(np.repeat(strength_a, times), strength_b[which_b])

    def pairs_of(ends: tuple[Ints, Ints]) -> Longs:
        return np.concatenate(
            [place_a[u[a[u] & b[v]]] * width + place_b[v[a[u] & b[v]]] for u, v in (ends, ends[::-1])]
        )

    closed = _among(pair, pairs_of(tied), size) | (not_if_met[middle] & _among(pair, pairs_of(met), size))
    middle, pair, weight = middle[~closed], pair[~closed], weight[~closed]
    return OpenPaths(
        np.bincount(middle, minlength=n),
        np.bincount(middle[_alone(pair, size)], minlength=n),
        np.bincount(middle, weights=weight, minlength=n).astype(np.float64),
    )


def _incident(n: int, steps: Steps, group: Bools) -> tuple[Longs, Longs, Floats]:
    """The steps from a group, by middle; of several equal ones the strongest."""
    mine = group[steps.member] & (steps.member != steps.middle)
    key = steps.middle[mine].astype(np.int64) * n + steps.member[mine]
    order = np.lexsort((-steps.strength[mine], key))
    key, strength = key[order], steps.strength[mine][order]
    first = np.ones(len(key), bool)
    first[1:] = key[1:] != key[:-1]
    return key[first] // n, key[first] % n, strength[first]


def _among(pair: Longs, closed: Longs, size: int) -> Bools:
    if size > _TABLE:
        return np.isin(pair, closed)
    table = np.zeros(size, bool)
    table[closed] = True
    return table[pair]


def _alone(pair: Longs, size: int) -> Bools:
    """Which entries stand once."""
    if size > _TABLE:
        _, where, counts = np.unique(pair, return_inverse=True, return_counts=True)
        return np.asarray(counts[where] == 1, bool)
    return np.asarray(np.bincount(pair, minlength=size)[pair] == 1, bool)
