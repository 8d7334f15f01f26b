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
    to_b, strength_b = place_b[steps.member[theirs]].astype(np.int32), steps.strength[theirs]
    count_b = np.bincount(steps.middle[theirs], minlength=n)
    first_b = np.concatenate([[0], np.cumsum(count_b)])[:-1]

    def pairs_of(ends: tuple[Ints, Ints]) -> Longs:
        keys = [place_a[u[a[u] & b[v]]] * width + place_b[v[a[u] & b[v]]] for u, v in (ends, ends[::-1])]
        return np.sort(np.concatenate(keys))

    closed, closed_if = pairs_of(tied), pairs_of(met)
    found: list[tuple[Ints, Bools, Floats]] = []
    rows = max(_TABLE // width, 1)
    for low in range(0, many_a, rows):
        begin, end = np.searchsorted(from_a, (low, low + rows))
        times = count_b[x_a[begin:end]]
        total = int(times.sum())
        if not total:
            continue
        which_a = np.repeat(np.arange(begin, end), times)
        which_b = np.arange(total) - np.repeat(np.cumsum(times) - times - first_b[x_a[begin:end]], times)
        middle = x_a[which_a]
        pair = (from_a[which_a] - low) * width + to_b[which_b]
        shut = _table(closed, low * width, rows * width)[pair]
        shut |= _table(closed_if, low * width, rows * width)[pair] & not_if_met[middle]
        open_ = np.flatnonzero(~shut)
        middle, pair = middle[open_], pair[open_]
        alone = np.bincount(pair, minlength=1)[pair] == 1
        found.append((middle, alone, np.minimum(strength_a[which_a[open_]], strength_b[which_b[open_]])))

    middles = np.concatenate([part[0] for part in found]) if found else np.zeros(0, np.int32)
    alones = np.concatenate([part[1] for part in found]) if found else np.zeros(0, bool)
    weights = np.concatenate([part[2] for part in found]) if found else np.zeros(0)
    return OpenPaths(
        np.bincount(middles, minlength=n),
        np.bincount(middles[alones], minlength=n),
        np.bincount(middles, weights=weights, minlength=n).astype(np.float64),
        np.bincount(x_a, minlength=n),
        count_b,
    )


def _table(pairs: Longs, low: int, size: int) -> Bools:
    """Which of the pairs from `low` on are among these sorted ones."""
    begin, end = np.searchsorted(pairs, (low, low + size))
    table = np.zeros(size, bool)
    table[pairs[begin:end] - low] = True
    return table
