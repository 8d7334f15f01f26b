"""Open two-paths A-x-B: who joins members of one group with members of another that have no tie."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Any, TypeAlias

import numpy as np
from numpy.typing import NDArray

from graph.compiled import Kernel, cores
from graph.network import Bools, Ints

Longs: TypeAlias = NDArray[np.int64]
Floats: TypeAlias = NDArray[np.float64]


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
class Near:
    """Who is near whom, in CSR form: those of node `i` are `to[first[i]:first[i + 1]]`."""

    first: Longs
    to: Ints

    @classmethod
    def both_ways(cls, n: int, us: Ints, vs: Ints) -> Near:
        """Pairs among `n` nodes, each pair under both its ends."""
        from_, to = np.concatenate([us, vs]), np.concatenate([vs, us])
        return cls(_first(n, from_), to[np.argsort(from_, kind="stable")])


@dataclass(frozen=True, slots=True)
class Steps:
    """Ways from a node to one that may stand in the middle, in CSR form by the node, each way once.

    Those of node `i` are the places `first[i]` to `first[i + 1]` of `middle` and `strength`.
    """

    first: Longs
    middle: Ints
    strength: Floats

    @classmethod
    def of(cls, n: int, member: Ints, middle: Ints, strength: Floats) -> Steps:
        """Steps among `n` nodes in any order; loops are left out, of several equal ones the strongest counts."""
        proper = member != middle
        key, strength = member[proper].astype(np.int64) * n + middle[proper], strength[proper]
        order = np.argsort(key)
        key, strength = key[order], strength[order]
        once = np.flatnonzero(np.concatenate([[True], key[1:] != key[:-1]])) if len(key) else np.zeros(0, np.int64)
        strongest = np.maximum.reduceat(strength, once) if len(key) else strength
        return cls(_first(n, key[once] // n), (key[once] % n).astype(np.int32), strongest)


def dealt(nodes: Longs, parts: int) -> list[Longs]:
    """The nodes dealt like cards, so that parts are about as much work whatever order they stand in."""
    return [np.ascontiguousarray(nodes[part::parts]) for part in range(parts)]


def _first(n: int, ends: Ints | Longs) -> Longs:
    """Where the rows of each of `n` nodes begin once they are sorted by their ends; shape (n + 1,)."""
    return np.concatenate([[0], np.cumsum(np.bincount(ends, minlength=n))])


def open_paths(n: int, steps: Steps, tied: Near, met: Near, in_a: Bools, in_b: Bools, not_if_met: Bools) -> OpenPaths:
    """Count open two-paths between two groups.

    Parameters: `n` nodes; `steps`, the ways to a middle; `tied`, the pairs that are closed;
    `met`, pairs that are closed only where `not_if_met` (n,) holds of the middle; `in_a`,
    `in_b` of shape (n,). A node in both groups is in no pair, and a node never joins a pair
    that it is part of. Time goes with the number of two-paths, memory with the ties.

    >>> ends = lambda *rows: np.array(rows, np.int32)
    >>> none, a, b = Near.both_ways(4, ends(), ends()), np.array([1, 0, 0, 0], bool), np.array([0, 1, 0, 0], bool)
    >>> steps = Steps.of(4, ends(0, 1, 0, 1), ends(2, 2, 3, 3), np.array([1, 0.5, 1, 1]))
    >>> found = open_paths(4, steps, none, none, a, b, np.zeros(4, bool))
    >>> found.pairs.tolist(), found.only.tolist(), found.weight.tolist()
    ([0, 0, 1, 1], [0, 0, 0, 0], [0.0, 0.0, 0.5, 1.0])

    The pattern is the brokerage triad of Gould and Fernandez (1989), Structures of mediation,
    Sociological Methodology 19, for two given groups.
    """
    of_a, of_b = np.flatnonzero(in_a & ~in_b), np.flatnonzero(in_b & ~in_a)
    left, right, turned = np.zeros(n, np.int64), np.zeros(n, np.int64), np.zeros(1, np.int64)
    _tally(3 * len(steps.middle), (of_a, of_b, steps.first, steps.middle), (left, right, turned))
    turns = int(turned[0])
    first_b = np.concatenate([[0], np.cumsum(right)])
    to_b, strength_b = np.zeros(first_b[-1], np.int32), np.zeros(first_b[-1])
    ways = (steps.first, steps.middle, steps.strength)
    _by_middle(turns, (of_b, *ways), (first_b[:-1].copy(), to_b, strength_b))
    closed = (tied.first, tied.to, met.first, met.to, not_if_met)
    parts = [
        (
            (some, *ways, first_b, to_b, strength_b, *closed, n),
            (np.zeros(n, np.int64), np.zeros(n, np.int64), np.zeros(n)),
        )
        for some in dealt(of_a, cores(turns))
    ]
    _count.in_parts(turns, parts)
    pairs, only, weight = (sum(found[1:], found[0]) for found in zip(*(write for _, write in parts), strict=True))
    return OpenPaths(pairs, only, weight, left, right)


def _tally_loops(of_a: Any, of_b: Any, first: Any, middle: Any, left: Any, right: Any, turns: Any) -> None:
    """How many of each side have a step to each middle, and how many two-paths there are."""
    for b in of_b:
        for k in range(first[b], first[b + 1]):
            right[middle[k]] += 1
    for a in of_a:
        for k in range(first[a], first[a + 1]):
            left[middle[k]] += 1
            turns[0] += right[middle[k]]


_tally = Kernel(_tally_loops)


def _by_middle_loops(of_b: Any, first: Any, middle: Any, strength: Any, at: Any, to_b: Any, strength_b: Any) -> None:
    """The steps of the members of B, sorted by middle; `at[x]` is where those to `x` begin."""
    for b in of_b:
        for k in range(first[b], first[b + 1]):
            place = at[middle[k]]
            to_b[place] = b
            strength_b[place] = strength[k]
            at[middle[k]] = place + 1


_by_middle = Kernel(_by_middle_loops)


def _count_loops(
    of_a: Any,
    first: Any,
    middle: Any,
    strength: Any,
    first_b: Any,
    to_b: Any,
    strength_b: Any,
    first_tied: Any,
    tied: Any,
    first_met: Any,
    met: Any,
    not_if_met: Any,
    n: int,
    pairs: Any,
    only: Any,
    weight: Any,
) -> None:
    """Every two-path once, member of A by member of A.

    `first_b[x]` to `first_b[x + 1]` are the members of B that have a step to `x`.
    """
    shut = np.zeros(n, np.int8)
    # of each member of B: 0 not joined with `a` yet, x + 1 joined by x alone, -1 joined by several
    joined = np.zeros(n, np.int32)
    touched = np.zeros(n, np.int32)
    for a in of_a:
        for k in range(first_met[a], first_met[a + 1]):
            shut[met[k]] = 1
        for k in range(first_tied[a], first_tied[a + 1]):
            shut[tied[k]] = 2
        many = 0
        for i in range(first[a], first[a + 1]):
            x = middle[i]
            most = 0 if not_if_met[x] else 1
            here, heavy = 0, 0.0
            for j in range(first_b[x], first_b[x + 1]):
                b = to_b[j]
                if shut[b] <= most:
                    here += 1
                    heavy += min(strength[i], strength_b[j])
                    if joined[b] == 0:
                        joined[b] = x + 1
                        touched[many] = b
                        many += 1
                    else:
                        joined[b] = -1
            pairs[x] += here
            weight[x] += heavy
        for k in range(many):
            b = touched[k]
            if joined[b] > 0:
                only[joined[b] - 1] += 1
            joined[b] = 0
        for k in range(first_met[a], first_met[a + 1]):
            shut[met[k]] = 0
        for k in range(first_tied[a], first_tied[a + 1]):
            shut[tied[k]] = 0


_count = Kernel(_count_loops)
