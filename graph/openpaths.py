"""Open two-paths A-x-B: who joins members of one group with members of another that have no tie."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Any, TypeAlias

import numpy as np
from numpy.typing import NDArray

from graph.compiled import Kernel
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
class Steps:
    """Ways from a node to one that may stand in the middle, shape (m,) each, sorted by member, each way once.

    `by_middle` is the order that sorts them by middle.
    """

    member: Ints
    middle: Ints
    strength: Floats
    by_middle: Longs

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
        member, middle = member[proper], middle[proper]
        return cls(member, middle, strongest[proper], np.argsort(middle, kind="stable"))


def open_paths(
    n: int, steps: Steps, tied: tuple[Ints, Ints], met: tuple[Ints, Ints], in_a: Bools, in_b: Bools, not_if_met: Bools
) -> OpenPaths:
    """Count open two-paths between two groups.

    Parameters: `n` nodes; `steps`, the ways to a middle; `tied`, the ends of ties, either way
    round, that close a pair; `met`, pairs that close only where `not_if_met` (n,) holds of the
    middle; `in_a`, `in_b` of shape (n,). A node in both groups is in no pair, and a node never
    joins a pair that it is part of. Time goes with the number of two-paths, memory with the ties.

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
    theirs = steps.by_middle[b[steps.member[steps.by_middle]]]
    to_b, strength_b = place_b[steps.member[theirs]], steps.strength[theirs]
    count_b = np.bincount(steps.middle[theirs], minlength=n)
    closed = _by_member(tied, a, b, place_a, place_b)
    closed_if = _by_member(met, a, b, place_a, place_b)
    first_a = np.searchsorted(from_a, np.arange(many_a + 1))
    first_b = np.concatenate([[0], np.cumsum(count_b)])
    pairs, only, weight = np.zeros(n, np.int64), np.zeros(n, np.int64), np.zeros(n)
    _count(
        int(count_b[x_a].sum()),
        (first_a, x_a, strength_a, first_b, to_b, strength_b, *closed, *closed_if, not_if_met, width),
        (pairs, only, weight),
    )
    return OpenPaths(pairs, only, weight, np.bincount(x_a, minlength=n), count_b)


def _by_member(ends: tuple[Ints, Ints], a: Bools, b: Bools, place_a: Longs, place_b: Longs) -> tuple[Longs, Longs]:
    """Pairs of a member of each group, given by their ends either way round, in CSR form by the member of A."""
    us, vs = np.concatenate(ends), np.concatenate(ends[::-1])
    across = a[us] & b[vs]
    from_, to = place_a[us[across]], place_b[vs[across]]
    order = np.argsort(from_, kind="stable")
    return np.searchsorted(from_[order], np.arange(int(a.sum()) + 1)), to[order]


def _count_loops(
    first_a: Any,
    x_a: Any,
    strength_a: Any,
    first_b: Any,
    to_b: Any,
    strength_b: Any,
    first_tied: Any,
    tied_b: Any,
    first_met: Any,
    met_b: Any,
    not_if_met: Any,
    width: int,
    pairs: Any,
    only: Any,
    weight: Any,
) -> None:
    """Every two-path once, member of A by member of A.

    `first_a[a]` to `first_a[a + 1]` are the steps of `a`, `first_b[x]` to `first_b[x + 1]` the
    members of B that have a step to `x`; `tied_b` and `met_b` likewise by `a`.
    """
    shut = np.zeros(width, np.int8)
    # of each member of B: 0 not joined with `a` yet, x + 1 joined by x alone, -1 joined by several
    joined = np.zeros(width, np.int64)
    touched = np.zeros(width, np.int64)
    for a in range(len(first_a) - 1):
        for k in range(first_met[a], first_met[a + 1]):
            shut[met_b[k]] = 1
        for k in range(first_tied[a], first_tied[a + 1]):
            shut[tied_b[k]] = 2
        many = 0
        for i in range(first_a[a], first_a[a + 1]):
            x = x_a[i]
            most = 0 if not_if_met[x] else 1
            strength = strength_a[i]
            here, heavy = 0, 0.0
            for j in range(first_b[x], first_b[x + 1]):
                b = to_b[j]
                if shut[b] <= most:
                    here += 1
                    heavy += min(strength, strength_b[j])
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
            shut[met_b[k]] = 0
        for k in range(first_tied[a], first_tied[a + 1]):
            shut[tied_b[k]] = 0


_count = Kernel(_count_loops)
