"""Communities: who hangs together, found from the ties alone."""

from __future__ import annotations

from dataclasses import dataclass

import graspologic_native
import numpy as np

from graph.measures.pairs import Pairs
from graph.measures.sparse import Sparse, summed
from graph.network import Ints


@dataclass(frozen=True, slots=True)
class Communities:
    """`of` has shape (n,): the community of each node, from 0, the largest first; `modularity` of them together."""

    of: Ints
    modularity: float


def communities(graph: Sparse, seed: int = 1, resolution: float = 1.0, attempts: int = 0) -> Communities:
    """The Leiden method: groups with more ties within than the numbers of ties of their members would give.

    Parameters
    ----------
    graph : Sparse
        Directed, the arcs of a pair count together. Weights count; a tie of weight 0 joins nobody.
    seed : int
        The same seed gives the same communities.
    resolution : float
        Above 1 gives more and smaller communities, below 1 fewer and larger ones.
    attempts : int
        The best of so many is taken; of up to 200 for 0, fewer on a large network.

    Returns
    -------
    Communities
        Of equal size the one whose first member stands first goes first. Who has no tie is a
        community of one.

    Notes
    -----
    Another seed may give others that are as good: a finding should hold under several.

    Examples
    --------
    Two triangles, joined by one tie.

    >>> found = communities(Sparse.of(6, np.array([0, 0, 1, 2, 3, 3, 4]), np.array([1, 2, 2, 3, 4, 5, 5])))
    >>> found.of.tolist(), round(found.modularity, 4)
    ([0, 0, 0, 1, 1, 1], 0.3571)

    References
    ----------
    Traag, Waltman and Van Eck (2019), From Louvain to Leiden: guaranteeing well-connected
    communities, Scientific Reports 9.
    """
    strong = graph if graph.weight.all() else graph.only(graph.weight > 0)
    pairs = Pairs.of(strong)
    of = np.arange(graph.n, dtype=np.int32)
    if len(pairs.to):
        _, found = graspologic_native.leiden_csr(
            pairs.first,
            pairs.to,
            pairs.weight,
            graph.n,
            resolution=resolution,
            iterations=_ROUNDS,
            use_modularity=True,
            seed=seed,
            trials=attempts or max(1, min(_ATTEMPTS, _WORK // len(pairs.to))),
        )
        held = np.flatnonzero(pairs.degree)
        of[held] = [found[node] + graph.n for node in held.tolist()]
    _, first, place, size = np.unique(of, return_index=True, return_inverse=True, return_counts=True)
    rank = np.empty(len(size), np.int32)
    rank[np.lexsort((first, -size))] = np.arange(len(size))
    numbered = rank[place]
    return Communities(numbered, modularity(strong, numbered))


_ATTEMPTS, _WORK = 200, 1_000_000
"""Attempts on a small network, and how many times they may look at an arc on a large one."""

_ROUNDS = 2


def modularity(graph: Sparse, of: Ints) -> float:
    """The share of the weight within groups, less what it would be by the strengths of their members.

    `of` has shape (n,), the group of each node. Directed, the strengths are those of arcs from and
    to a node (Leicht and Newman 2008). NaN without weight. Equal to networkx.

    >>> net = Sparse.of(4, np.array([0, 2]), np.array([1, 3]))
    >>> modularity(net, np.array([0, 0, 1, 1], np.int32))
    0.5

    Newman (2006), Modularity and community structure in networks, PNAS 103.
    """
    whole = float(graph.weight.sum())
    if not whole:
        return float("nan")
    many = int(of.max()) + 1
    within = float(graph.weight[of[graph.tail] == of[graph.to]].sum())
    from_, to = summed(of[graph.tail], graph.weight, many), summed(of[graph.to], graph.weight, many)
    return within / whole - float(from_ @ to) / whole**2
