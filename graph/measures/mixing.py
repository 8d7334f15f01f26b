"""Mixing: how many ties groups have with each other and among themselves, and how many one would expect."""

from __future__ import annotations

from dataclasses import dataclass

import numpy as np

from graph.measures.groups import Groups
from graph.measures.sparse import Sparse
from graph.network import Bools
from graph.openpaths import Floats, Longs


@dataclass(frozen=True, slots=True)
class Mixing:
    """Groups by groups, shape (k, k) each: a row gives, a column takes; undirected they are symmetric.

    `ties` there are, `possible` pairs, `expected` when the ties were spread evenly over all pairs,
    `by_degree` when each node kept its number of ties.
    """

    ties: Longs
    possible: Longs
    expected: Floats
    by_degree: Floats


def mixing(graph: Sparse, groups: Groups) -> Mixing:
    """Count the ties between every two groups; undirected, within a group each tie once.

    Parameters
    ----------
    graph : Sparse
        Of n nodes. Weights do not matter.
    groups : Groups
        Who has no group is left out, with its ties.

    Returns
    -------
    Mixing
        `expected` is possible * ties / pairs of the whole; `by_degree` is d_g d_h / 2m, within a
        group half of that (directed: out_g in_h / m), m the number of ties, as in modularity. NaN
        where there are no pairs, or no ties.

    Examples
    --------
    >>> found = mixing(Sparse.of(3, np.array([0, 1]), np.array([1, 2])), Groups.named(["a", "a", "b"]))
    >>> found.ties.tolist(), found.possible.tolist(), found.expected.round(2).tolist()
    ([[1, 1], [1, 0]], [[1, 2], [2, 0]], [[0.67, 1.33], [1.33, 0.0]])

    References
    ----------
    Newman (2003), Mixing patterns in networks, Physical Review E 67.
    """
    graph = graph.among(groups.known)
    of, k, size = groups.of, len(groups.names), groups.sizes
    place = of[graph.tail].astype(np.int64) * k + of[graph.to]
    arcs = np.bincount(place, minlength=k * k).reshape(k, k)
    possible = np.outer(size, size) - np.diag(size)
    n, m = int(size.sum()), len(graph.to)
    even, degrees = np.full((k, k), np.nan), np.full((k, k), np.nan)
    if n > 1:
        even[:] = possible * (m / (n * (n - 1)))
    if m:
        degrees[:] = np.outer(arcs.sum(axis=1), arcs.sum(axis=0)) / m
    if graph.directed:
        return Mixing(arcs, possible, even, degrees)
    half = np.where(np.eye(k, dtype=bool), 2, 1)  # within a group each tie is two arcs of one cell
    return Mixing(arcs // half, possible // half, even / half, degrees / half)


def mixing_overlapping(graph: Sparse, inside: Bools) -> tuple[Longs, Longs]:
    """`ties` there are and `possible` pairs between every two groups that may overlap; shape (k, k) each.

    `inside` has shape (k, n): who is in which group. A tie counts between two groups when one of its ends
    is in the one and the other in the other, once however often that is so; within a group when
    both are. An arc either way is a tie. Where groups do not overlap it is `mixing`.

    >>> net = Sparse.of(3, np.array([0, 1]), np.array([1, 2]))
    >>> ties, possible = mixing_overlapping(net, np.array([[True, True, False], [False, True, True]]))
    >>> ties.tolist(), possible.tolist()
    ([[1, 2], [2, 1]], [[1, 3], [3, 1]])
    """
    arc = graph.tail < graph.to if not graph.directed else np.ones(len(graph.to), bool)
    if graph.directed:
        low, high = np.minimum(graph.tail, graph.to), np.maximum(graph.tail, graph.to)
        _, first = np.unique(low.astype(np.int64) * graph.n + high, return_index=True)
        arc = np.zeros(len(graph.to), bool)
        arc[first] = True
    one = inside[:, graph.tail[arc]].astype(np.int64)
    other = inside[:, graph.to[arc]].astype(np.int64)
    there, back = one @ other.T, other @ one.T
    ties = there + back - (one * other) @ (one * other).T
    member = inside.astype(np.int64)
    size, common = member.sum(axis=1), member @ member.T
    possible = np.outer(size, size) - common - common * (common - 1) // 2
    return ties, possible


@dataclass(frozen=True, slots=True)
class Openness:
    """Ties of each group, shape (k,): `inside`, `outside`, and `e_i`, from -1 all inside to 1 all outside."""

    inside: Longs
    outside: Longs
    e_i: Floats


def openness(found: Mixing, *, directed: bool) -> Openness:
    """The E-I index of each group: (external - internal) / (external + internal) ties; NaN without ties.

    Directed, external are the arcs from and to the group. That of the whole network is `e_i_whole`.

    >>> found = mixing(Sparse.of(3, np.array([0, 1]), np.array([1, 2])), Groups.named(["a", "a", "b"]))
    >>> openness(found, directed=False).e_i.tolist()
    [0.0, 1.0]

    Krackhardt and Stern (1988), Informal networks and organizational crises, Social Psychology
    Quarterly 51.
    """
    inside = np.diag(found.ties)
    outside = found.ties.sum(axis=1) - inside
    if directed:
        outside = outside + found.ties.sum(axis=0) - inside
    return Openness(inside, outside, _index(inside.astype(np.float64), outside.astype(np.float64)))


def e_i_whole(found: Mixing, *, directed: bool) -> float:
    """The E-I index of the whole network; NaN without ties.

    >>> found = mixing(Sparse.of(3, np.array([0, 1]), np.array([1, 2])), Groups.named(["a", "a", "b"]))
    >>> e_i_whole(found, directed=False)
    0.0
    """
    inside = float(np.trace(found.ties))
    outside = float(found.ties.sum() - inside) / (1 if directed else 2)
    return float(_index(np.array([inside]), np.array([outside]))[0])


def _index(inside: Floats, outside: Floats) -> Floats:
    found = np.full(len(inside), np.nan)
    np.divide(outside - inside, outside + inside, out=found, where=inside + outside > 0)
    return found
