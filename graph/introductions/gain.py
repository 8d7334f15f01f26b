"""What a new tie would join: whom either comes nearer to by way of the other."""

from __future__ import annotations

from typing import Any

import numpy as np

from graph.compiled import Kernel
from graph.introductions.scene import ACTIVITY, Scene
from graph.openpaths import Longs


def nearer(scene: Scene, by: int, to: int) -> list[int]:
    """Those who have a bond with `by` and none with `to`, in order; of an activity those who take part in it."""
    if scene.sort[to] == ACTIVITY:
        return []
    there = set(scene.reach.to[scene.reach.first[by] : scene.reach.first[by + 1]].tolist())
    near = scene.bonds.to[scene.bonds.first[to] : scene.bonds.first[to + 1]].tolist()
    return sorted(there - {to, *near})


def gains(scene: Scene, one: Longs, other: Longs) -> Longs:
    """The number of open pairs that a tie between each two would join: all that `nearer` has, both ways. Shape (p,)."""
    found, n = np.zeros(len(one), np.int64), scene.bonds.n
    looked = scene.reach.degree[one] + scene.reach.degree[other] + scene.bonds.degree[one] + scene.bonds.degree[other]
    blind = (scene.sort == ACTIVITY).astype(np.int8)
    read = (one, other, scene.bonds.first, scene.bonds.to, scene.reach.first, scene.reach.to, blind)
    # run as plain Python all of the network would be made into lists first
    _count(int(looked.sum()) + len(scene.reach.to), read, (np.zeros(n, np.int64), found))
    return found


def _count_loops(
    one: Any, other: Any, near_first: Any, near: Any, reach_first: Any, reach: Any, blind: Any, stamp: Any, found: Any
) -> None:
    """Pair by pair, both ways: those reached from the one who are not near the other, who is marked with them."""
    for k in range(len(one)):
        for way in range(2):
            by = one[k] if way == 0 else other[k]
            to = other[k] if way == 0 else one[k]
            if blind[to]:
                continue
            mark = 2 * k + way + 1
            stamp[to] = mark
            for i in range(near_first[to], near_first[to + 1]):
                stamp[near[i]] = mark
            for i in range(reach_first[by], reach_first[by + 1]):
                if stamp[reach[i]] != mark:
                    found[k] += 1


_count = Kernel(_count_loops)
