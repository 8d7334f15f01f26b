"""A network for measures: who has a tie to whom, in arrays."""

from __future__ import annotations

from dataclasses import dataclass
from functools import cached_property
from itertools import pairwise
from typing import Any

import numpy as np

from graph.compiled import Kernel
from graph.network import Bools, Ints
from graph.openpaths import Floats, Longs


@dataclass(frozen=True, eq=False)
class Sparse:
    """Arcs in CSR form: those from node `i` are the places `first[i]` to `first[i + 1]` of `to` and `weight`.

    Shapes: `first` (n + 1,), `to` and `weight` (m,). Within a node the arcs stand in the order of
    their ends. Nobody has an arc to itself and no arc stands twice. An undirected network holds
    each tie as two arcs of the same weight, so that m is twice the number of ties.
    """

    n: int
    first: Longs
    to: Ints
    weight: Floats
    directed: bool

    @classmethod
    def of(
        cls,
        n: int,
        tail: Ints | Longs,
        head: Ints | Longs,
        weight: Floats | None = None,
        *,
        directed: bool = False,
    ) -> Sparse:
        """The network of `n` nodes with these arcs, in any order.

        Ties of a node with itself are left out. Arcs that stand twice are one arc, and undirected
        an arc either way is one tie; their weights are added. Without weights all are 1, however
        often they stand. A weight of 0 is a tie all the same, one without strength.

        >>> net = Sparse.of(3, np.array([0, 1, 1, 2]), np.array([1, 0, 2, 2]))
        >>> net.first.tolist(), net.to.tolist(), net.weight.tolist()
        ([0, 1, 3, 4], [1, 0, 2, 1], [1.0, 1.0, 1.0, 1.0])
        """
        proper = tail != head
        tail, head = tail[proper].astype(np.int64), head[proper].astype(np.int64)
        if not directed:
            tail, head = np.minimum(tail, head), np.maximum(tail, head)
        key = tail * n + head
        if weight is None:
            key = np.unique(key)
            strength = np.ones(len(key))
        else:
            key, place = np.unique(key, return_inverse=True)
            strength = summed(place, weight[proper], len(key))
        if not directed:
            mirrored = np.concatenate([key, key % n * n + key // n])
            order = np.argsort(mirrored)
            key, strength = mirrored[order], np.concatenate([strength, strength])[order]
        tail = key // n if n else key
        return cls(n, rows(n, tail), (key - tail * n).astype(np.int32), strength, directed)

    @property
    def ties(self) -> int:
        """Arcs when directed, else ties."""
        return len(self.to) if self.directed else len(self.to) // 2

    @property
    def work(self) -> int:
        """Turns of inner loops in a measure that looks at each arc a few times: whether to compile it."""
        return 6 * len(self.to)

    @cached_property
    def tail(self) -> Ints:
        """Where each arc begins; shape (m,)."""
        return np.repeat(np.arange(self.n, dtype=np.int32), self.degree)

    @cached_property
    def degree(self) -> Longs:
        """Arcs from each node; shape (n,)."""
        return np.diff(self.first)

    @cached_property
    def neighbours(self) -> list[list[int]]:
        """For each node those that it has an arc to, in order: for walks in plain Python."""
        to = self.to.tolist()
        return [to[begin:end] for begin, end in pairwise(self.first.tolist())]

    @cached_property
    def mate(self) -> Longs:
        """Undirected, the place of the other arc of each tie; directed, of each arc in `reverse`. Shape (m,)."""
        found = np.zeros(len(self.to), np.int64)
        starts = rows(self.n, self.to)[:-1].copy()
        _mates(self.work, (self.to,), (starts, found))
        return found

    @cached_property
    def reverse(self) -> Sparse:
        """Every arc the other way; an undirected network is its own reverse."""
        if not self.directed:
            return self
        to, weight = np.zeros_like(self.to), np.zeros_like(self.weight)
        to[self.mate], weight[self.mate] = self.tail, self.weight
        return Sparse(self.n, rows(self.n, self.to), to, weight, directed=True)

    def breadth_first(self) -> Ints:
        """All nodes, those of most ties first, each followed by whom it leads to: near ones stand near. Shape (n,)."""
        order, seen = np.zeros(self.n, np.int32), np.zeros(self.n, np.int8)
        _breadth_first(self.work, (self.first, self.to, np.argsort(-self.degree, kind="stable")), (order, seen))
        return order

    def component(self, node: int) -> Bools:
        """Which nodes some way leads to from this one, arcs taken either way; itself among them. Shape (n,)."""
        found = np.zeros(self.n, bool)
        found[node] = True
        known = 0
        while known < (known := int(np.count_nonzero(found))):
            found[self.to[found[self.tail]]] = True
            found[self.tail[found[self.to]]] = True
        return found

    def part(self, kept: Bools) -> Sparse:
        """These nodes alone, numbered anew in their order, with the arcs between them; `kept` has shape (n,)."""
        number = np.cumsum(kept, dtype=np.int32) - np.int32(1)
        on = kept[self.tail] & kept[self.to]
        n = int(kept.sum())
        return Sparse(n, rows(n, number[self.tail[on]]), number[self.to[on]], self.weight[on], self.directed)

    def renumbered(self, order: Ints) -> Sparse:
        """The same network with its nodes in this order; shape (n,)."""
        number = np.empty(self.n, np.int32)
        number[order] = np.arange(self.n, dtype=np.int32)
        tail, to = number[self.tail], number[self.to]
        sorted_ = np.argsort(tail.astype(np.int64) * self.n + to)
        return Sparse(self.n, rows(self.n, tail), to[sorted_], self.weight[sorted_], self.directed)

    def among(self, kept: Bools) -> Sparse:
        """The same nodes with the arcs only whose ends are both kept; `kept` has shape (n,)."""
        return self.only(kept[self.tail] & kept[self.to])

    def only(self, on: Bools) -> Sparse:
        """The same nodes with these arcs only; `on` has shape (m,), and is one for both arcs of a tie."""
        return Sparse(self.n, rows(self.n, self.tail[on]), self.to[on], self.weight[on], self.directed)


def rows(n: int, ends: Ints | Longs) -> Longs:
    """Where the arcs of each of `n` nodes begin once they are sorted by these ends; shape (n + 1,)."""
    first = np.zeros(n + 1, np.int64)
    np.cumsum(np.bincount(ends, minlength=n), out=first[1:])
    return first


def spread(begin: Longs, end: Longs) -> tuple[Longs, Longs]:
    """All places of several stretches, one after the other, with the number of the stretch that each is of.

    >>> [part.tolist() for part in spread(np.array([2, 7]), np.array([4, 8]))]
    [[0, 0, 1], [2, 3, 7]]
    """
    many = end - begin
    of = np.repeat(np.arange(len(many)), many)
    places = np.arange(int(many.sum())) + np.repeat(begin - (np.cumsum(many) - many), many)
    return of, places


def by_row(how: np.ufunc, values: Floats, first: Longs) -> Floats:
    """The values of each node's arcs put together, such as by `np.add`; 0 for who has none. Shape (n,)."""
    found = np.zeros(len(first) - 1)
    some = np.flatnonzero(np.diff(first))
    if len(some):
        found[some] = how.reduceat(values, first[some])
    return found


def summed(places: Ints | Longs, values: Floats, n: int) -> Floats:
    """The sum of the values at each of `n` places; shape (n,).

    >>> summed(np.array([1, 1]), np.array([0.5, 2]), 3).tolist()
    [0.0, 2.5, 0.0]
    """
    return np.bincount(places, weights=values, minlength=n).astype(np.float64)


def _mates_loops(to: Any, at: Any, mate: Any) -> None:
    """`at[i]` is where the arcs to `i` begin; arcs come in order, so those to `i` do in the order of their tails."""
    for k in range(len(to)):
        mate[k] = at[to[k]]
        at[to[k]] += 1


_mates = Kernel(_mates_loops)


def _breadth_first_loops(first: Any, to: Any, begin: Any, order: Any, seen: Any) -> None:
    known = done = 0
    for node in begin:
        if seen[node] == 0:
            seen[node] = 1
            order[known] = node
            known += 1
        while done < known:
            v = order[done]
            done += 1
            for k in range(first[v], first[v + 1]):
                if seen[to[k]] == 0:
                    seen[to[k]] = 1
                    order[known] = to[k]
                    known += 1


_breadth_first = Kernel(_breadth_first_loops)
