"""Betweenness: on how many shortest ways a node stands, between all or between two groups."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Any

import numpy as np

from graph.compiled import Kernel
from graph.measures.sparse import Sparse
from graph.network import Bools
from graph.openpaths import Floats

EXACT_UP_TO = 20_000_000_000
"""Sources times arcs up to which betweenness between groups is exact unless a sample is asked for."""

PIVOTS = 1024
"""Sources of a sample when how many is not said."""


@dataclass(frozen=True, slots=True)
class Between:
    """Shape (n,) each: `score`, and the standard error of it, 0 when every source was taken."""

    score: Floats
    error: Floats


def betweenness(graph: Sparse) -> Floats:
    """The raw count: for each pair of others, the part of its shortest ways that pass the node; shape (n,).

    In steps, whatever the weights. In a directed network a pair counts each way round, in an
    undirected one once. Not normalised: divide by (n - 1)(n - 2), undirected by half of that.

    >>> betweenness(Sparse.of(4, np.array([0, 1, 2]), np.array([1, 2, 3]))).tolist()
    [0.0, 2.0, 2.0, 0.0]

    Freeman (1977), A set of measures of centrality based on betweenness, Sociometry 40. Brandes
    (2001), A faster algorithm for betweenness centrality, Journal of Mathematical Sociology 25.
    """
    everybody = np.ones(graph.n, bool)
    return betweenness_between(graph, everybody, everybody).score


def betweenness_between(graph: Sparse, left: Bools, right: Bools, sample: int = 0, seed: int = 1) -> Between:
    """For each pair of one of `left` and one of `right`, the part of its shortest ways that pass a node.

    Parameters
    ----------
    graph : Sparse
        Of n nodes. Undirected, each pair counts once; directed, ways go from left to right.
    left, right : array of bool, shape (n,)
        Who the ends are; they may overlap.
    sample : int
        Take so many of `left`, drawn without putting back, and scale up; 0 takes all, unless that
        is more work than `EXACT_UP_TO`: then `PIVOTS`.
    seed : int
        The same seed draws the same sample.

    Returns
    -------
    Between
        `error` is the standard error over the sources drawn, with the correction for a finite
        population.

    Notes
    -----
    networkx (`betweenness_centrality_subset`) and igraph give half of this in an undirected
    network whose groups do not overlap: they count a pair only half from each end.

    Examples
    --------
    >>> net = Sparse.of(4, np.array([0, 1, 2]), np.array([1, 2, 3]))
    >>> at = lambda *nodes: np.isin(np.arange(4), nodes)
    >>> betweenness_between(net, at(0), at(2, 3)).score.tolist()
    [0.0, 2.0, 1.0, 0.0]

    References
    ----------
    Brandes (2008), On variants of shortest-path betweenness centrality, Social Networks 30.
    Brandes and Pich (2007), Centrality estimation in large networks, Bifurcation and Chaos 17.
    """
    sources = np.flatnonzero(left)
    population = len(sources)
    if not sample and population * len(graph.to) > EXACT_UP_TO:
        sample = PIVOTS
    if 0 < sample < population:
        sources = np.sort(np.random.default_rng(seed).choice(sources, sample, replace=False))
    n, taken = graph.n, len(sources)
    # an undirected pair with both ends in both groups is met from each of them
    twice = left & right if not graph.directed else np.zeros(n, bool)
    score, square = np.zeros(n), np.zeros(n)
    scratch = (np.full(n, -1, np.int32), np.zeros(n), np.zeros(n), np.zeros(n, np.int32))
    read = (graph.first, graph.to, sources, right.astype(np.int8), twice.astype(np.int8))
    _walk(max(taken * len(graph.to), graph.work), read, (*scratch, score, square))
    if taken == population:
        return Between(score, np.zeros(n))
    spread = np.full(n, np.nan)
    if taken > 1:
        variance = np.maximum(square - score * score / taken, 0) / (taken - 1)
        spread = population * np.sqrt((1 - taken / population) * variance / taken)
    return Between(score * (population / taken), spread)


def _walk_loops(
    first: Any,
    to: Any,
    sources: Any,
    right: Any,
    twice: Any,
    distance: Any,
    ways: Any,
    passing: Any,
    order: Any,
    score: Any,
    square: Any,
) -> None:
    """From each source out, counting ways, and back again, counting what passes."""
    for source in sources:
        distance[source] = 0
        ways[source] = 1
        order[0] = source
        done, known = 0, 1
        while done < known:
            v = order[done]
            done += 1
            for k in range(first[v], first[v + 1]):
                w = to[k]
                if distance[w] < 0:
                    distance[w] = distance[v] + 1
                    order[known] = w
                    known += 1
                if distance[w] == distance[v] + 1:
                    ways[w] += ways[v]
        for i in range(known - 1, 0, -1):
            w = order[i]
            passing_here = 0.0
            for k in range(first[w], first[w + 1]):
                u = to[k]
                if distance[u] == distance[w] + 1:
                    passing_here += passing[u]
            passing_here *= ways[w]
            score[w] += passing_here
            square[w] += passing_here * passing_here
            ends = 0.0
            if right[w]:
                ends = 0.5 if twice[w] and twice[source] else 1.0
            passing[w] = (passing_here + ends) / ways[w]
        for i in range(known):
            w = order[i]
            distance[w] = -1
            ways[w] = 0
            passing[w] = 0


_walk = Kernel(_walk_loops)
