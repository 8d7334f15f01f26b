"""Warm paths: the cheapest chains of strong ties from one node to another."""

from __future__ import annotations

from dataclasses import dataclass
from heapq import heappop, heappush
from itertools import pairwise
from math import inf
from typing import TypeAlias

import numpy as np

from graph.measures.sparse import Sparse

_Label: TypeAlias = tuple[float, int, int]


@dataclass(frozen=True, slots=True)
class Chain:
    """`nodes` from one end to the other, the cost of each step between them, and their sum."""

    nodes: tuple[int, ...]
    steps: tuple[float, ...]
    cost: float


def warm_paths(graph: Sparse, one: int, other: int, many: int = 1) -> list[Chain]:
    """The cheapest chains from one node to another, none of which visits a node twice, the cheapest first.

    A step costs 1 / the weight of its tie, so that a strong tie is near; a tie of weight 0 is no
    step. Of chains of equal cost one with fewest steps comes, the same each time. None when there
    is no way, or when both are the same node. Directed, steps go along the arcs.

    >>> net = Sparse.of(4, np.array([0, 1, 0, 2]), np.array([1, 3, 2, 3]), np.array([4.0, 4.0, 1.0, 1.0]))
    >>> [(chain.nodes, chain.cost) for chain in warm_paths(net, 0, 3, many=3)]
    [((0, 1, 3), 0.5), ((0, 2, 3), 2.0)]

    One chain is searched from both ends at once, the further ones by leaving out what the ones
    before have in common: Yen (1971), Finding the k shortest loopless paths in a network,
    Management Science 17.
    """
    whole = _Search(graph)
    first = whole.between(one, other, frozenset(), frozenset())
    if first is None or one == other:
        return []
    found, seen = [first], {first}
    waiting: list[tuple[float, int, tuple[int, ...]]] = []
    while len(found) < many:
        last = found[-1]
        for place in range(len(last) - 1):
            root = last[: place + 1]
            taken = frozenset((chain[place], chain[place + 1]) for chain in found if chain[: place + 1] == root)
            rest = whole.between(root[-1], other, frozenset(root[:-1]), taken)
            chain = None if rest is None else root[:-1] + rest
            if chain is not None and chain not in seen:
                seen.add(chain)
                heappush(waiting, (whole.cost(chain), len(chain), chain))
        if not waiting:
            break
        found.append(heappop(waiting)[2])
    return [Chain(chain, tuple(whole.step(a, b) for a, b in pairwise(chain)), whole.cost(chain)) for chain in found]


class _Search:
    """Dijkstra from both ends of one network, forth along the arcs and back against them."""

    def __init__(self, graph: Sparse) -> None:
        self._graph, self._sides = graph, (graph, graph.reverse)
        self._known: tuple[dict[int, list[tuple[int, float]]], ...] = ({}, {})

    def step(self, one: int, other: int) -> float:
        """What the step from one node to the next costs; both have a tie."""
        graph = self._graph
        begin, end = graph.first[one], graph.first[one + 1]
        return 1 / float(graph.weight[begin + np.searchsorted(graph.to[begin:end], other)])

    def cost(self, chain: tuple[int, ...]) -> float:
        return sum(self.step(a, b) for a, b in pairwise(chain))

    def between(
        self, one: int, other: int, without: frozenset[int], taken: frozenset[tuple[int, int]]
    ) -> tuple[int, ...] | None:
        """The cheapest chain that leaves out some nodes and some arcs; fewest steps among equal ones."""
        # of each side: cost and steps to a node, the node before it, and what waits
        best: tuple[dict[int, _Label], ...] = ({one: (0.0, 0, -1)}, {other: (0.0, 0, -1)})
        done: tuple[set[int], ...] = (set(), set())
        waiting: tuple[list[tuple[float, int, int]], ...] = ([(0.0, 0, one)], [(0.0, 0, other)])
        cheapest, middle = (inf, 0), -1 if one != other else one
        if one == other:
            cheapest = (0.0, 0)
        while waiting[0] and waiting[1]:
            if (waiting[0][0][0] + waiting[1][0][0], waiting[0][0][1] + waiting[1][0][1]) >= cheapest:
                break
            side = int(len(waiting[1]) < len(waiting[0]))
            cost, steps, node = heappop(waiting[side])
            if node in done[side]:
                continue
            done[side].add(node)
            for near, weight in self._near(side, node):
                arc = (node, near) if side == 0 else (near, node)
                if weight == 0 or near in without or arc in taken:
                    continue
                label = (cost + 1 / weight, steps + 1, node)
                if near not in best[side] or label < best[side][near]:
                    best[side][near] = label
                    heappush(waiting[side], (label[0], label[1], near))
                    if near in best[1 - side]:
                        across = best[1 - side][near]
                        through = (label[0] + across[0], label[1] + across[1])
                        if through < cheapest:
                            cheapest, middle = through, near
        return None if middle < 0 else self._chain(best, middle)

    def _near(self, side: int, node: int) -> list[tuple[int, float]]:
        known = self._known[side]
        if node not in known:
            graph = self._sides[side]
            at = slice(graph.first[node], graph.first[node + 1])
            known[node] = list(zip(graph.to[at].tolist(), graph.weight[at].tolist(), strict=True))
        return known[node]

    @staticmethod
    def _chain(best: tuple[dict[int, _Label], ...], middle: int) -> tuple[int, ...]:
        chain = [middle]
        while best[0][chain[0]][2] >= 0:
            chain.insert(0, best[0][chain[0]][2])
        while best[1][chain[-1]][2] >= 0:
            chain.append(best[1][chain[-1]][2])
        return tuple(chain)
