"""Betweenness: on how many shortest ways a node stands, between all or between two groups."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Any

import numpy as np

from graph.compiled import Kernel, cores
from graph.measures.sparse import Sparse
from graph.network import Bools
from graph.openpaths import Floats

EXACT_UP_TO = 20_000_000_000
"""Sources times arcs up to which betweenness between groups is exact unless a sample is asked for."""

LANES = 32
"""Sources that are walked from at a time."""

_PLACE = np.zeros(32, np.int64)
_PLACE[[((1 << bit) * 0x077CB531 & 0xFFFFFFFF) >> 27 for bit in range(32)]] = np.arange(32)
"""Which bit of 32 a power of two is (Leiserson, Prokop and Randall 1998, Using de Bruijn sequences to index a 1)."""

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
    if not sample and right.sum() < left.sum() and left.sum() * len(graph.to) <= EXACT_UP_TO:
        # all ways are the same seen from their ends, and there are fewer of these
        graph, left, right = graph.reverse, right, left
    order = graph.breadth_first()
    graph, left, right = graph.renumbered(order), left[order], right[order]
    sources = np.flatnonzero(left)
    population = len(sources)
    if not sample and population * len(graph.to) > EXACT_UP_TO:
        sample = PIVOTS
    if 0 < sample < population:
        sources = np.sort(np.random.default_rng(seed).choice(sources, sample, replace=False))
    n, taken = graph.n, len(sources)
    # an undirected pair with both ends in both groups is met from each of them
    twice = left & right if not graph.directed else np.zeros(n, bool)
    work = max(taken * len(graph.to), graph.work)
    parts, founds = [], []
    for some in np.array_split(sources, cores(work)):
        lanes = max(1, min(LANES, len(some)))
        masks = tuple(np.zeros(n, np.int64) for _ in range(3))
        lists = (np.zeros(n * lanes, np.int32), np.zeros(n * lanes, np.int64), np.zeros(n + 2, np.int64))
        sums = (np.zeros(n * lanes), np.zeros(n * lanes), np.zeros(lanes))
        read = (graph.first, graph.to, some, right.astype(np.int8), twice.astype(np.int8), lanes, _PLACE)
        found = (np.zeros(n), np.zeros(n))
        founds.append(found)
        parts.append((read, (*masks, *lists, *sums, *found)))
    _walk.in_parts(work, parts)
    score, square = np.zeros(n), np.zeros(n)
    for some_score, some_square in founds:
        score[order] += some_score
        square[order] += some_square
    if taken == population:
        return Between(score, np.zeros(n))
    spread = np.full(n, np.nan)
    if taken > 1:
        variance = np.maximum(square - score * score / taken, 0) / (taken - 1)
        spread = population * np.sqrt((1 - taken / population) * variance / taken)
    return Between(score * (population / taken), spread)


def _walk_loops(  # noqa: PLR0912, PLR0915 - what is compiled together stands together
    first: Any,
    to: Any,
    sources: Any,
    right: Any,
    twice: Any,
    lanes: int,
    place: Any,
    seen: Any,
    front: Any,
    ahead: Any,
    order: Any,
    bits: Any,
    level: Any,
    ways: Any,
    passing: Any,
    sums: Any,
    score: Any,
    square: Any,
) -> None:
    """From some sources at a time out, step by step, counting ways, and back again, counting what passes.

    Each source has a lane: a bit in `seen`, in `front` (who is a step ahead by now), and in `ahead` (who is one
    step further); and a place in the `lanes` numbers that each node has in `ways` and `passing`. `order` holds who
    was reached step by step, `bits` by which sources, `level` where each step begins.
    """
    for begin in range(0, len(sources), lanes):
        many = min(lanes, len(sources) - begin)
        level[0] = 0
        for lane in range(many):
            source = sources[begin + lane]
            seen[source] = 1 << lane
            front[source] = 1 << lane
            ways[source * lanes + lane] = 1.0
            order[lane] = source
            bits[lane] = 1 << lane
        known = many
        level[1] = known
        step = 0
        while level[step] < level[step + 1]:
            for i in range(level[step], level[step + 1]):
                v = order[i]
                for k in range(first[v], first[v + 1]):
                    ahead[to[k]] |= bits[i]
            for i in range(level[step], level[step + 1]):
                v = order[i]
                for k in range(first[v], first[v + 1]):
                    w = to[k]
                    fresh = ahead[w] & ~seen[w]
                    if fresh != 0:
                        order[known] = w
                        bits[known] = fresh
                        known += 1
                        seen[w] |= fresh
                        front[w] = fresh
                    ahead[w] = 0
            for i in range(level[step], level[step + 1]):
                v = order[i]
                for k in range(first[v], first[v + 1]):
                    w = to[k]
                    both = bits[i] & front[w]
                    while both != 0:
                        low = both & -both
                        both ^= low
                        lane = place[(low * 0x077CB531 & 0xFFFFFFFF) >> 27]
                        ways[w * lanes + lane] += ways[v * lanes + lane]
            step += 1
            level[step + 1] = known
            for i in range(level[step], level[step + 1]):
                front[order[i]] = 0
        for at in range(step - 1, -1, -1):
            for i in range(level[at + 1], level[at + 2]):
                ahead[order[i]] = bits[i]
            for i in range(level[at], level[at + 1]):
                v = order[i]
                for k in range(first[v], first[v + 1]):
                    w = to[k]
                    both = bits[i] & ahead[w]
                    while both != 0:
                        low = both & -both
                        both ^= low
                        lane = place[(low * 0x077CB531 & 0xFFFFFFFF) >> 27]
                        sums[lane] += passing[w * lanes + lane]
                mine = bits[i]
                while mine != 0:
                    low = mine & -mine
                    mine ^= low
                    lane = place[(low * 0x077CB531 & 0xFFFFFFFF) >> 27]
                    here = 0.0
                    if at > 0:
                        here = sums[lane] * ways[v * lanes + lane]
                        score[v] += here
                        square[v] += here * here
                    sums[lane] = 0.0
                    ends = 0.0
                    if right[v]:
                        ends = 0.5 if twice[v] and twice[sources[begin + lane]] else 1.0
                    passing[v * lanes + lane] = (here + ends) / ways[v * lanes + lane]
            for i in range(level[at + 1], level[at + 2]):
                ahead[order[i]] = 0
        for i in range(known):
            w = order[i]
            seen[w] = 0
            front[w] = 0
            for lane in range(lanes):
                ways[w * lanes + lane] = 0.0


_walk = Kernel(_walk_loops)
