"""What a new tie would join: whom either comes nearer to by way of the other."""

from __future__ import annotations

from graph.introductions.scene import ACTIVITY, Scene


def nearer(scene: Scene, by: int, to: int) -> frozenset[int]:
    """Those who have a bond with `by` and none with `to`; of an activity those who take part in it."""
    if scene.sort[to] == ACTIVITY:
        return frozenset()
    there = scene.near[by]
    if scene.sort[by] == ACTIVITY:
        there = frozenset(scene.joined.to[scene.joined.first[by] : scene.joined.first[by + 1]].tolist())
    return there - scene.near[to] - {to}


def gain(scene: Scene, one: int, other: int) -> int:
    """The number of open pairs that a tie between two would join."""
    return len(nearer(scene, one, other)) + len(nearer(scene, other, one))
