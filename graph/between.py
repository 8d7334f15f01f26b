"""Who and what stands between two groups: presence, meetings and open two-paths put together."""

from __future__ import annotations

from dataclasses import dataclass
from functools import lru_cache

import numpy as np

from graph.copresence import BIG, Presence, joining, meetings, of_kinds, presence
from graph.network import ACTORS, Bools, Ints, Network
from graph.openpaths import Near, OpenPaths, Steps, open_paths

MOST_REACHED = 6
"""Names on either side that an answer gives for one that stands between, with their evidence."""

BETWEEN = ("person", "organisation", "activity", "project")


@dataclass(frozen=True, slots=True)
class Between:
    """One that stands between: the pairs it joins, those only it joins, how strongly, how many were there.

    `side` is the side that it stands for itself: `from`, `to`, `both`, or empty. `reached` are
    the numbers of members that it reaches on either side.
    """

    row: int
    pairs: int
    only: int
    weight: float
    present: int
    side: str
    reached: tuple[int, int]


@dataclass(frozen=True, slots=True)
class Standing:
    """All that stand between two groups, in columns over the entities; `apart` are rows that are a side themselves."""

    network: Network
    in_a: Bools
    in_b: Bools
    present: Presence
    found: OpenPaths
    apart: frozenset[int] = frozenset()

    @property
    def rows(self) -> Ints:
        """Rows of those that join a pair or belong to both groups."""
        joins = (self.found.pairs > 0) | (self.in_a & self.in_b)
        return np.flatnonzero(self._of(*BETWEEN) & joins).astype(np.int32)

    def _of(self, *kinds: str) -> Bools:
        """Those of these kinds, but for the sides themselves."""
        found = of_kinds(self.network, kinds)
        found[list(self.apart)] = False
        return found

    def count(self, kind: str) -> int:
        """How many of a kind join at least one pair."""
        return int((self._of(kind) & (self.found.pairs > 0)).sum())

    def first(self, most: int) -> list[Between]:
        """The first `most`: by weight, then pairs, then name."""
        rows = self.rows
        weight = np.round(self.found.weight[rows], 9)
        order = np.lexsort((-self.found.pairs[rows], -weight))
        if len(order) > most:
            last = order[most - 1]
            tied = (weight == weight[last]) & (self.found.pairs[rows] == self.found.pairs[rows[last]])
            order = np.concatenate([order[: most - 1], np.setdiff1d(np.flatnonzero(tied), order[: most - 1])])
        found = [self._one(row) for row in rows[order].tolist()]
        names, ids = self.network.names, self.network.ids
        found.sort(key=lambda x: (-round(x.weight, 9), -x.pairs, names[x.row], ids[x.row]))
        return found[:most]

    def _one(self, row: int) -> Between:
        a, b = bool(self.in_a[row]), bool(self.in_b[row])
        side = "both" if a and b else "from" if a else "to" if b else ""
        size = int(self.present.size[row])
        found = self.found
        pairs, only, weight = int(found.pairs[row]), int(found.only[row]), float(found.weight[row])
        return Between(row, pairs, only, weight, size, side, (int(found.left[row]), int(found.right[row])))


def stand_between(network: Network, in_a: Bools, in_b: Bools, apart: frozenset[int] = frozenset()) -> Standing:
    """Find all that stand between two groups of actors, each of shape (n,).

    Steps to a middle: a tie between actors counts 1; actors that met at an activity of fewer
    than `BIG` reach each other with the sum of 1/(n-1); being at an activity or in a project
    of n is a step to it that counts 1/(n-1). A pair that is tied is closed; one that met needs
    no actor in between.
    """
    ways = _ways(network)
    actor = of_kinds(network, ACTORS)
    found = open_paths(len(network.ids), ways.steps, ways.tied, ways.met, in_a, in_b, actor)
    return Standing(network, in_a, in_b, ways.present, found, apart)


@dataclass(frozen=True, slots=True)
class _Ways:
    """How one gets from node to node in a network, whatever the groups."""

    present: Presence
    steps: Steps
    tied: Near
    met: Near


@lru_cache(maxsize=2)
def _ways(network: Network) -> _Ways:
    present = presence(network)
    actor = of_kinds(network, ACTORS)
    ties = joining(network)
    ties = ties[actor[network.tail[ties]] & actor[network.head[ties]]]
    tail, head = network.tail[ties], network.head[ties]
    u, v, strength = meetings(network, present)
    shared = 1.0 / np.maximum(present.size[present.where] - 1, 1)
    n = len(network.ids)
    steps = Steps.of(
        n,
        np.concatenate([tail, head, u, v, present.who]).astype(np.int32),
        np.concatenate([head, tail, v, u, present.where]).astype(np.int32),
        np.concatenate([np.ones(2 * len(tail)), strength, strength, shared]),
    )
    return _Ways(present, steps, Near.both_ways(n, tail, head), Near.both_ways(n, u, v))


class Reach:
    """Whom one that stands between reaches in each group, and the ties that show it."""

    def __init__(self, standing: Standing) -> None:
        self._network, self._size = standing.network, standing.present.size
        self._in = {"from": standing.in_a, "to": standing.in_b}
        self._joins = [name for name, kind in standing.network.words.ties.items() if kind.joins]

    def of(self, it: Between) -> tuple[dict[str, list[tuple[str, str]]], list[int]]:
        """The first `MOST_REACHED` reached by side, as sorted names with ids, and the ties on the way, each once."""
        network = self._network
        names: dict[str, dict[tuple[str, str], None]] = {"from": {}, "to": {}}
        ties: dict[int, None] = {}
        actor = network.kinds[network.kind[it.row]] in ACTORS
        for tie in network.ties_at(it.row, *self._joins):
            far = network.other(tie, it.row)
            if self._take(far, it, names):
                ties[tie] = None
            elif actor and self._meeting(far):
                for other_tie in network.ties_at(far, *self._joins):
                    other = network.other(other_tie, far)
                    if other != it.row and self._take(other, it, names):
                        ties[tie] = ties[other_tie] = None
            if all(len(found) >= MOST_REACHED for found in names.values()):
                break
        return {side: sorted(found) for side, found in names.items()}, list(ties)

    def _take(self, row: int, it: Between, names: dict[str, dict[tuple[str, str], None]]) -> bool:
        """Note a member; who belongs to both sides counts only for somebody who does too."""
        sides = [side for side, inside in self._in.items() if inside[row]]
        if not sides or (len(sides) == 2 and it.side != "both"):
            return False
        new = [side for side in sides if len(names[side]) < MOST_REACHED]
        for side in new:
            names[side][self._network.names[row], self._network.ids[row]] = None
        return bool(new)

    def _meeting(self, row: int) -> bool:
        activity = self._network.kinds[self._network.kind[row]] == "activity"
        return activity and 1 < int(self._size[row]) < BIG
