"""Warm paths: the cheapest chains of strong ties from one node to another."""

from __future__ import annotations

from collections.abc import Collection
from dataclasses import dataclass
from heapq import heappop, heappush
from itertools import pairwise
from math import inf
from typing import Any

import numpy as np

from graph.compiled import Kernel, compiles
from graph.measures.sparse import Sparse


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
    first = whole.between(one, other, (), ())
    if first is None or one == other:
        return []
    found, seen = [first], {first}
    waiting: list[tuple[float, int, tuple[int, ...]]] = []
    while len(found) < many:
        last = found[-1]
        for place in range(len(last) - 1):
            root = last[: place + 1]
            taken = {chain[place + 1] for chain in found if chain[: place + 1] == root}
            rest = whole.between(root[-1], other, root[:-1], taken)
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
        self._graph, back = graph, graph.reverse
        n, room = graph.n, len(graph.to) + 2
        read = (graph.first, graph.to, graph.weight, back.first, back.to, back.weight)
        write = (
            np.full(2 * n, inf),
            np.zeros(2 * n, np.int32),
            np.full(2 * n, -1, np.int32),
            np.zeros(2 * n, np.int8),
            np.zeros(2 * n, np.int32),
            np.empty(2 * room),
            np.empty(2 * room, np.int32),
            np.empty(2 * room, np.int32),
            np.zeros(n + 1, np.int64),
        )
        shut = np.zeros(n, np.int8)
        # one search looks at a small part of a large network: seldom worth loading the compiler for
        self._work = len(graph.to)
        plain = not compiles(self._work)
        self._read: tuple[Any, ...] = tuple(one.tolist() for one in read) if plain else read
        self._write: tuple[Any, ...] = tuple(one.tolist() for one in write) if plain else write
        self._shut: Any = shut.tolist() if plain else shut

    def step(self, one: int, other: int) -> float:
        """What the step from one node to the next costs; both have a tie."""
        graph = self._graph
        begin, end = graph.first[one], graph.first[one + 1]
        return 1 / float(graph.weight[begin + np.searchsorted(graph.to[begin:end], other)])

    def cost(self, chain: tuple[int, ...]) -> float:
        return sum(self.step(a, b) for a, b in pairwise(chain))

    def between(
        self, one: int, other: int, without: Collection[int], not_to: Collection[int]
    ) -> tuple[int, ...] | None:
        """The cheapest chain that leaves out some nodes, and some as the first step; fewest steps among equal ones."""
        for nodes, kind in ((not_to, 1), (without, 2)):
            for node in nodes:
                self._shut[node] = kind
        _between(self._work, (*self._read, one, other, self._shut), self._write)
        for node in (*not_to, *without):
            self._shut[node] = 0
        many, *chain = (int(node) for node in self._write[-1][: self._write[-1][0] + 1])
        return tuple(chain) if many else None


def _between_loops(  # noqa: PLR0912, PLR0915 - what is compiled together stands together
    first: Any,
    to: Any,
    weight: Any,
    first_back: Any,
    to_back: Any,
    weight_back: Any,
    one: int,
    other: int,
    shut: Any,
    cost: Any,
    steps: Any,
    before: Any,
    done: Any,
    touched: Any,
    heap_cost: Any,
    heap_steps: Any,
    heap_node: Any,
    chain: Any,
) -> None:
    """From both ends at once; of the side from `other` everything stands in the second half.

    `shut` is 2 for who is left out, 1 for who is no first step. Each half has a heap of what waits, by cost and
    then steps. `chain` gets how many nodes and then these; all else is left as it was found.
    """
    n, room = len(first) - 1, len(heap_cost) // 2
    size_0, size_1, marked, middle = 1, 1, 2, -1
    touched[0], touched[1] = one, n + other
    cost[one], cost[n + other] = 0.0, 0.0
    heap_cost[0], heap_steps[0], heap_node[0] = 0.0, 0, one
    heap_cost[room], heap_steps[room], heap_node[room] = 0.0, 0, other
    least, fewest = inf, 0
    if one == other:
        least = 0.0
        middle = one
    while size_0 > 0 and size_1 > 0:
        reach, far = heap_cost[0] + heap_cost[room], heap_steps[0] + heap_steps[room]
        if reach > least or (reach == least and far >= fewest):
            break
        side = 1 if size_1 < size_0 else 0
        here, heap = side * n, side * room
        size = size_1 if side == 1 else size_0
        v = heap_node[heap]
        size -= 1
        # the last of the heap takes the place of the first, and sinks
        last_cost, last_steps, last_node = heap_cost[heap + size], heap_steps[heap + size], heap_node[heap + size]
        hole = 0
        while 2 * hole + 1 < size:
            child = 2 * hole + 1
            a, b = heap + child, heap + child + 1
            if child + 1 < size and (
                heap_cost[b] < heap_cost[a] or (heap_cost[b] == heap_cost[a] and heap_steps[b] < heap_steps[a])
            ):
                child += 1
                a = b
            if last_cost < heap_cost[a] or (last_cost == heap_cost[a] and last_steps <= heap_steps[a]):
                break
            heap_cost[heap + hole], heap_steps[heap + hole] = heap_cost[a], heap_steps[a]
            heap_node[heap + hole] = heap_node[a]
            hole = child
        heap_cost[heap + hole], heap_steps[heap + hole], heap_node[heap + hole] = last_cost, last_steps, last_node
        if done[here + v] == 0:
            done[here + v] = 1
            begin, end = (first[v], first[v + 1]) if side == 0 else (first_back[v], first_back[v + 1])
            for k in range(begin, end):
                near, strength = (to[k], weight[k]) if side == 0 else (to_back[k], weight_back[k])
                if strength == 0 or shut[near] == 2:
                    continue
                if (side == 0 and v == one and shut[near] == 1) or (side == 1 and near == one and shut[v] == 1):
                    continue
                new_cost, new_steps = cost[here + v] + 1 / strength, steps[here + v] + 1
                old = cost[here + near]
                better = new_cost < old
                if new_cost == old:
                    better = new_steps < steps[here + near] or (
                        new_steps == steps[here + near] and v < before[here + near]
                    )
                if not better:
                    continue
                if old == inf:
                    touched[marked] = here + near
                    marked += 1
                cost[here + near], steps[here + near], before[here + near] = new_cost, new_steps, v
                hole = size
                size += 1
                while hole > 0:
                    above = heap + (hole - 1) // 2
                    if heap_cost[above] < new_cost or (heap_cost[above] == new_cost and heap_steps[above] <= new_steps):
                        break
                    heap_cost[heap + hole], heap_steps[heap + hole] = heap_cost[above], heap_steps[above]
                    heap_node[heap + hole] = heap_node[above]
                    hole = (hole - 1) // 2
                heap_cost[heap + hole], heap_steps[heap + hole], heap_node[heap + hole] = new_cost, new_steps, near
                there = (1 - side) * n + near
                if cost[there] < inf:
                    through, so_many = new_cost + cost[there], new_steps + steps[there]
                    if through < least or (through == least and so_many < fewest):
                        least, fewest = through, so_many
                        middle = near
        if side == 1:
            size_1 = size
        else:
            size_0 = size
    many = 0
    if middle >= 0:
        v = middle
        while v >= 0:
            many += 1
            v = before[v]
        v = middle
        for k in range(many, 0, -1):
            chain[k] = v
            v = before[v]
        v = before[n + middle]
        while v >= 0:
            many += 1
            chain[many] = v
            v = before[n + v]
    chain[0] = many
    for k in range(marked):
        i = touched[k]
        cost[i], steps[i], before[i], done[i] = inf, 0, -1, 0


_between = Kernel(_between_loops)
