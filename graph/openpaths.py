"""Open two-paths A-x-B: who joins members of one group with members of another that have no tie."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TypeAlias

import numpy as np
from numpy.typing import NDArray

from graph.network import Bools, Ints

Longs: TypeAlias = NDArray[np.int64]
Floats: TypeAlias = NDArray[np.float64]
_TABLE = 1 << 20
"""Pairs looked at in one go, so that their table stays in the processor's cache."""


@dataclass(frozen=True, slots=True)
class OpenPaths:
    """Per node, shape (n,) each.

    `pairs` counts the pairs (a, b) that the node joins, `only` those among them that no other
    node joins, `weight` sums over its pairs the weaker of the two steps. `left` and `right`
    count the members of A and of B that have a step to it.
    """

    pairs: Longs
    only: Longs
    weight: Floats
    left: Longs
    right: Longs


@dataclass(frozen=True, slots=True)
class Steps:
    """Ways from a node to one that may stand in the middle, shape (m,) each, sorted by member, each way once."""

    member: Ints
    middle: Ints
    strength: Floats

    @classmethod
    def of(cls, n: int, member: Ints, middle: Ints, strength: Floats) -> Steps:
        """Steps among `n` nodes in any order; loops are left out, of several equal ones the strongest counts."""
        key = member.astype(np.int64) * n + middle
        order = np.argsort(key)
        key, strength = key[order], strength[order]
        first = np.flatnonzero(np.concatenate([[True], key[1:] != key[:-1]])) if len(key) else np.zeros(0, np.int64)
        strongest = np.maximum.reduceat(strength, first) if len(key) else strength
        member, middle = (key[first] // n).astype(np.int32), (key[first] % n).astype(np.int32)
        proper = member != middle
        return cls(member[proper], middle[proper], strongest[proper])


def open_paths(
    n: int, steps: Steps, tied: tuple[Ints, Ints], met: tuple[Ints, Ints], in_a: Bools, in_b: Bools, not_if_met: Bools
) -> OpenPaths:
    """Count open two-paths between two groups.

    Parameters: `n` nodes; `steps`, the ways to a middle; `tied`, the ends of ties, either way
    round, that close a pair; `met`, pairs that close only where `not_if_met` (n,) holds of the
    middle; `in_a`, `in_b` of shape (n,). A node in both groups is in no pair, and a node never
    joins a pair that it is part of. Time goes with the number of two-paths, memory with that
    of a part of them.

    >>> ends = lambda *rows: np.array(rows, np.int32)
    >>> none, a, b = (ends(), ends()), np.array([1, 0, 0, 0], bool), np.array([0, 1, 0, 0], bool)
    >>> steps = Steps.of(4, ends(0, 1, 0, 1), ends(2, 2, 3, 3), np.array([1, 0.5, 1, 1]))
    >>> found = open_paths(4, steps, none, none, a, b, np.zeros(4, bool))
    >>> found.pairs.tolist(), found.only.tolist(), found.weight.tolist()
    ([0, 0, 1, 1], [0, 0, 0, 0], [0.0, 0.0, 0.5, 1.0])

    The pattern is the brokerage triad of Gould and Fernandez (1989), Structures of mediation,
    Sociological Methodology 19, for two given groups.
    """
    a, b = in_a & ~in_b, in_b & ~in_a
    place_a, place_b = np.cumsum(a, dtype=np.int64) - 1, np.cumsum(b, dtype=np.int64) - 1
    many_a, width = int(a.sum()), max(int(b.sum()), 1)

    mine = a[steps.member]
    from_a, x_a, strength_a = place_a[steps.member[mine]], steps.middle[mine], steps.strength[mine]
    theirs = np.flatnonzero(b[steps.member])
    theirs = theirs[np.argsort(steps.middle[theirs], kind="stable")]
    to_b, strength_b = place_b[steps.member[theirs]], steps.strength[theirs]
    count_b = np.bincount(steps.middle[theirs], minlength=n)
    times_a = count_b[x_a]
    # the place in `to_b` of the first two-path of each step from A, less the two-paths before it
    skip = (np.cumsum(count_b) - count_b)[x_a] - (np.cumsum(times_a) - times_a)
    before = np.concatenate([[0], np.cumsum(times_a)])

    def pairs_of(ends: tuple[Ints, Ints]) -> Longs:
        keys = [place_a[u[a[u] & b[v]]] * width + place_b[v[a[u] & b[v]]] for u, v in (ends, ends[::-1])]
        return np.sort(np.concatenate(keys))

    closed, closed_if = pairs_of(tied), pairs_of(met)
    pairs, only, weight = np.zeros(n, np.int64), np.zeros(n, np.int64), np.zeros(n)
    rows = max(_TABLE // width, 1)
    state = np.zeros(rows * width, np.int8)
    for low in range(0, many_a, rows):
        begin, end = np.searchsorted(from_a, (low, low + rows))
        times = times_a[begin:end]
        total = int(before[end] - before[begin])
        if not total:
            continue
        step_b = np.arange(before[begin], before[end]) + np.repeat(skip[begin:end], times)
        pair = np.repeat((from_a[begin:end] - low) * width, times) + to_b[step_b]
        middle = np.repeat(x_a[begin:end], times)
        # 0 open, 1 closed where they met, 2 closed
        state[:] = 0
        state[_within(closed_if, low * width, rows * width)] = 1
        state[_within(closed, low * width, rows * width)] = 2
        shut = state[pair]
        found = np.flatnonzero((shut == 0) | ((shut == 1) & ~np.repeat(not_if_met[x_a[begin:end]], times)))
        pair, middle = pair[found], middle[found]
        weaker = np.minimum(np.repeat(strength_a[begin:end], times)[found], strength_b[step_b[found]])
        alone = np.bincount(pair, minlength=1)[pair] == 1
        pairs += np.bincount(middle, minlength=n)
        only += np.bincount(middle[alone], minlength=n)
        weight += np.bincount(middle, weights=weaker, minlength=n)
    return OpenPaths(pairs, only, weight, np.bincount(x_a, minlength=n), count_b)


def _within(pairs: Longs, low: int, size: int) -> Longs:
    """Those of the sorted pairs that lie in a block, counted from its beginning."""
    begin, end = np.searchsorted(pairs, (low, low + size))
    return pairs[begin:end] - low
