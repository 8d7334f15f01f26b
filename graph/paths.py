"""The best different chains between two things: what lies between weighs by how many it holds together."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from functools import lru_cache
from heapq import heappop, heappush

import numpy as np

from graph.copresence import HAPPENINGS, of_kinds, presence
from graph.network import Network
from graph.records import records

APART = ("missed",)
"""Kinds of tie that are no step: who was missed somewhere was not there."""

ON_PAPER = ("phase", "sheet_item", "budget_line")
"""Kinds that stand in a plan or on a sheet and bring nobody together; nor do those that the words call records."""

_FAR = 1 << 62


@dataclass(frozen=True, slots=True)
class Chain:
    """Entities from one end to the other, and what the chain costs: 1 a step, and n - 1 for all that lies between."""

    rows: tuple[int, ...]
    cost: int

    @property
    def between(self) -> tuple[int, ...]:
        return self.rows[1:-1]

    @property
    def order(self) -> tuple[int, int, tuple[int, ...]]:
        """The cheapest first, then the shortest."""
        return (self.cost, len(self.rows), self.rows)

    def detours(self, other: Chain) -> bool:
        """Whether it goes by all that lies between in the other, and perhaps by more."""
        return bool(other.between) and set(other.between) <= set(self.between)


@dataclass(frozen=True, slots=True)
class Ground:
    """All steps of a network in CSR form, and what passing through each entity costs (-1: nobody can).

    A person costs nothing: who knows two people can bring them together, however many she
    knows. Anything else holds n together, all its neighbours but records or, at a happening, all who
    were there, and costs n - 1. Newman (2001), Scientific collaboration networks II, Physical
    Review E 64, 016132: among n each has n - 1 others to share attention with, so a tie of two
    has strength 1/(n-1), and a distance is the inverse of a strength. So an umbrella
    organisation, a large programme or the district itself brings nobody near, while a meeting
    of three does.
    """

    start: list[int]
    near: list[int]
    through: list[int]


@lru_cache(maxsize=2)
def ground(network: Network) -> Ground:
    """The steps of all ties that the filters left, each pair once.

    Nobody passes through what was not held or stands on paper only, nor where there is one neighbour.
    """
    n = len(network.ids)
    ties = network.ties_of_kind([kind for kind in network.tie_kinds if kind not in APART])
    tail, head = network.tail[ties].astype(np.int64), network.head[ties].astype(np.int64)
    keys = np.unique(np.concatenate([tail * n + head, head * n + tail]))
    one, other = keys // max(n, 1), keys % max(n, 1)
    degree = np.bincount(one, minlength=n)
    record = records(network)
    holds = np.bincount(one[~record[other]], minlength=n)
    through = np.maximum(holds, presence(network).size) - 1
    through[of_kinds(network, ("person",))] = 0
    paper = of_kinds(network, ON_PAPER) | record
    through[(degree < 2) | paper | (of_kinds(network, HAPPENINGS) & ~network.happened)] = -1
    return Ground([0, *np.cumsum(degree).tolist()], other.tolist(), through.tolist())


def best_chains(network: Network, one: int, other: int, most: int = 3) -> list[Chain]:
    """The cheapest chain, and then the cheapest that are different, at most `most`.

    A chain is different when it leaves out something that lies between in each chain before
    it; so one with a detour added is not. After a direct tie every chain with something
    between is different. Found by branching (Lawler 1972, A procedure for computing the k best
    solutions, Management Science 18): each branch forbids some entities, and gives the cheapest
    chain without them; what it gives is then forbidden in all ways. The k shortest paths of
    Yen (1971) would mostly be detours of the first.
    """
    search = _Search(ground(network), one, other)
    found: list[Chain] = []
    open_: dict[frozenset[int], Chain] = {}
    nothing: set[frozenset[int]] = set()
    branches = [(frozenset[int](), True)]
    while len(found) < most:
        for shut, step in branches:
            # a branch that forbids less has what this one could give, at no higher cost
            if not any(branch <= shut for branch in (*open_, *nothing)):
                chain = search.cheapest(shut, step, _needed(open_.values(), found, most))
                if chain:
                    open_[shut] = chain
                else:
                    nothing.add(shut)
        if not open_:
            break
        shut, chain = min(open_.items(), key=lambda branch: branch[1].order)
        del open_[shut]
        same = next((known for known in found if chain.detours(known)), None)
        if same is None:
            found.append(chain)
            same = chain
        direct = any(not known.between for known in found)
        branches = [(shut | {row}, not direct) for row in same.between] or [(shut, False)]
    return found


def _needed(chains: Iterable[Chain], found: list[Chain], most: int) -> int:
    """A cost from which no further chain is needed, since there are enough that cost less."""
    new = {chain.rows: chain.cost for chain in chains if not any(chain.detours(known) for known in found)}
    missing = most - len(found)
    return sorted(new.values())[missing - 1] if len(new) >= missing else _FAR


def reached(network: Network, row: int) -> list[int]:
    """All to which some chain leads from here, but records."""
    steps, record = ground(network), records(network)
    seen = {row}
    rows = [row]
    for one in rows:
        if one == row or steps.through[one] >= 0:
            new = [
                to for to in steps.near[steps.start[one] : steps.start[one + 1]] if to not in seen and not record[to]
            ]
            seen.update(new)
            rows += new
    return rows[1:]


class _Search:
    """Looks for chains between two ends by going from both at once (Dijkstra 1959; Nicholson 1966).

    Costs are doubled, so that half of a passage falls on either side of it.
    """

    def __init__(self, ground: Ground, one: int, other: int) -> None:
        self._ends = (one, other)
        self._start, self._near, self._through = ground.start, ground.near, ground.through.copy()
        self._through[one] = self._through[other] = 0

    def cheapest(self, shut: frozenset[int], step: bool, below: int) -> Chain | None:
        """The cheapest chain clear of `shut`, without a direct step unless `step`, and of a cost `below` that."""
        near, start, through, n = self._near, self._start, self._through, len(self._through)
        costs: list[dict[int, int]] = [{end: 0} for end in self._ends]
        before: list[dict[int, int]] = [{end: -1} for end in self._ends]
        heaps = [[end] for end in self._ends]  # cost * n + row: one number compares faster than two
        settled = [set(shut), set(shut)]
        best, meet = 2 * below, -1
        while heaps[0] and heaps[1] and heaps[0][0] // n + heaps[1][0] // n < best:
            side = 0 if len(heaps[0]) <= len(heaps[1]) else 1
            mine, theirs, done, heap, back = costs[side], costs[1 - side], settled[side], heaps[side], before[side]
            cost, row = divmod(heappop(heap), n)
            if row in done:
                continue
            done.add(row)
            here = cost + 2 + through[row]
            for to in near[start[row] : start[row + 1]]:
                passage = through[to]
                if passage < 0 or to in done:
                    continue
                further = here + passage
                if further < mine.get(to, best) and (step or cost or to != self._ends[1 - side]):
                    mine[to] = further
                    back[to] = row
                    heappush(heap, further * n + to)
                    if to in theirs and further + theirs[to] < best:
                        best, meet = further + theirs[to], to
        if meet < 0:
            return None
        return Chain((*[*_back(before[0], meet)][::-1], *[*_back(before[1], meet)][1:]), best // 2)


def _back(before: dict[int, int], row: int) -> Iterator[int]:
    """From where the two searches met back to an end."""
    while row >= 0:
        yield row
        row = before[row]
