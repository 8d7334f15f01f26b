"""Where each mark stands: the same for the same network, and little moved when the network changes a little.

What hangs together is laid out by ForceAtlas2 (Jacomy et al. 2014) and then given room for its
names. When a place is known from last time it is where the layout starts: a few rounds, turned
back to how it lay, and no mark further from its place than a share of the map.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from typing import TypeAlias

import networkx as nx
import numpy as np

from viz.forces import SEED, force, turned
from viz.scene import Scene
from viz.spread import Points, free_spot, separate, shelves

Places: TypeAlias = Mapping[str, tuple[float, float]]
"""Where each entity stands, by its id, in units that are pixels on a wide screen."""

STRETCH = 1.5
"""A map is wider than high, as are screens and names."""

FURTHEST = 0.15
"""The share of the radius of the map that a mark moves at most between two versions."""

_MANY = 100
_COLD, _COLD_SMALL, _WARM = 150, 120, 15
"""Rounds of ForceAtlas2 from nothing, for many marks and for fewer, and from known places."""
_EVENING = 0.7
"""Distances from the middle are raised to this power: far parts come nearer, the thick of it gets room."""
_ROOM, _ROOM_FOR_TIE = 17.0, 2.2
_ROOMIEST, _FEW = 2.2, 80.0
"""A picture of few marks gives each so many times the room, so that every name fits."""
_LITTLE_ROOM = 11.0
_GAP = 24.0


def places(scene: Scene, known: Places | None = None) -> dict[str, tuple[float, float]]:
    """A place for every mark; those not drawn at first stand where there is room near what they hang on."""
    core = [place for place, mark in enumerate(scene.marks) if mark.drawn]
    spots = [(known or {}).get(mark.id, (np.nan, np.nan)) for mark in scene.marks]
    start = np.array(spots).reshape(-1, 2) / [STRETCH, 1]
    found = np.full_like(start, np.nan)
    if core:
        found[core] = _core(scene, core, start[core])
    _late(found, start, [(line.a, line.b) for line in scene.lines], [mark.ties for mark in scene.marks])
    return _named(scene, found)


def beside(scene: Scene, known: Places) -> dict[str, tuple[float, float]]:
    """The known places as they are, and near them places for what has none."""
    spots = np.array([known.get(mark.id, (np.nan, np.nan)) for mark in scene.marks]).reshape(-1, 2) / [STRETCH, 1]
    _late(spots, spots, [(line.a, line.b) for line in scene.lines], [mark.ties for mark in scene.marks])
    return _named(scene, spots)


def _named(scene: Scene, points: Points) -> dict[str, tuple[float, float]]:
    """Places by id, in pixels and rounded, so that what is kept is what was drawn."""
    spots = (points * [STRETCH, 1]).round(1).tolist()
    return {mark.id: (x, y) for mark, (x, y) in zip(scene.marks, spots, strict=True)}


def _core(scene: Scene, core: Sequence[int], start: Points) -> Points:
    """Places of what is drawn at first: the largest part as it likes, smaller ones on shelves below it."""
    graph: nx.Graph[int] = nx.Graph()
    graph.add_nodes_from(range(len(core)))
    number = {place: i for i, place in enumerate(core)}
    graph.add_edges_from((number[line.a], number[line.b]) for line in scene.drawn_lines)
    room = _ROOM * min(max(_ROOMIEST - len(core) / _FEW, 1.0), _ROOMIEST)
    radii = np.array([room + _ROOM_FOR_TIE * graph.degree(i) ** 0.5 for i in range(len(core))])
    parts = sorted((sorted(part) for part in nx.connected_components(graph)), key=lambda part: (-len(part), part))
    found = np.full_like(start, np.nan)
    main = parts[0]
    kept = ~np.isnan(start[:, 0])
    warm = kept[main].sum() * 2 > len(main)
    laid = _warm(graph, main, start) if warm else _cold(graph, main, radii[main], start[main])
    found[main] = separate(laid, radii[main])
    rest = [part for part in parts[1:] if not (warm and kept[part].any())]
    for part in parts[1:]:
        if warm and kept[part].any():
            found[part] = _filled(graph, part, start, _ROOM)[part]
    _shelve(found, rest, [_cold(graph, part, radii[part], None) for part in rest], radii)
    return separate(found, radii)


def _cold(graph: nx.Graph[int], part: list[int], radii: Points, before: Points | None) -> Points:
    """A part laid out from nothing, its longest side across, or turned to how as much as is known lay before."""
    points = force(graph, part, None, _COLD if len(part) > _MANY else _COLD_SMALL)
    points -= points.mean(axis=0)
    if len(part) > 2:
        points = points @ np.linalg.svd(points, full_matrices=False)[2].T
    far = np.hypot(points[:, 0], points[:, 1])
    points *= (np.maximum(far, 1e-9) ** (_EVENING - 1))[:, None]
    reach = np.percentile(np.hypot(points[:, 0], points[:, 1]), 90)
    # as much room as its discs need, and half as much again
    points *= (radii.sum() * radii.mean() * 1.5) ** 0.5 / max(reach, 1e-9)
    points = separate(points, radii)
    wide, high = np.subtract(*np.percentile(points, [95, 5], axis=0))
    if len(part) > _MANY and wide > high:
        # as high as wide, so that it fills a page whichever way that lies
        points = separate(points * [(high / wide) ** 0.5, (wide / high) ** 0.5], radii)
    if before is not None and (~np.isnan(before[:, 0])).sum() > 2:
        points = turned(points, before)
    return points


def _warm(graph: nx.Graph[int], part: list[int], start: Points) -> Points:
    """A part that is mostly known: new marks beside what they hang on, then a few rounds, and nobody moves far."""
    known = [i for i in part if not np.isnan(start[i, 0])]
    middle = start[known].mean(axis=0)
    radius = float(np.percentile(np.hypot(*(start[known] - middle).T), 90))
    points = _filled(graph, part, start, radius / 50)
    moved = turned(force(graph, part, points, _WARM), start[part])
    place = {i: n for n, i in enumerate(part)}
    for i in known:
        step = moved[place[i]] - start[i]
        length = float(np.hypot(*step))
        if length > FURTHEST * radius:
            moved[place[i]] = start[i] + step * (FURTHEST * radius / length)
    return moved


def _filled(graph: nx.Graph[int], part: list[int], start: Points, noise: float) -> Points:
    """The known places of a part, and for new marks the mean of their neighbours with a little noise."""
    points = start.copy()
    aside = np.random.default_rng(SEED).normal(0, noise, points.shape)
    new = [i for i in part if np.isnan(points[i, 0])]
    while new:
        near = {i: [j for j in graph[i] if not np.isnan(points[j, 0])] for i in new}
        for i in new:
            if near[i]:
                points[i] = points[near[i]].mean(axis=0) + aside[i]
        new = [i for i in new if not near[i]]
    return points


def _shelve(found: Points, parts: list[list[int]], laid: list[Points], radii: Points) -> None:
    """Put parts below everything that has a place."""
    if not parts:
        return
    there = found[~np.isnan(found[:, 0])]
    low, high = there.min(axis=0), there.max(axis=0)
    discs = [radii[part] for part in parts]
    # about as high as wide, all together
    areas = [(np.ptp(points, axis=0) + 2 * disc.max() + _GAP).prod() for points, disc in zip(laid, discs, strict=True)]
    width = max(float(high[0] - low[0]), float((high - low).prod() + sum(areas)) ** 0.5)
    for part, points in zip(parts, shelves(laid, discs, width, _GAP), strict=True):
        found[part] = points + np.array([low[0], high[1] + _ROOM + _GAP])


def _late(found: Points, start: Points, lines: list[tuple[int, int]], ties: list[int]) -> None:
    """Places for the marks that have none yet: where they stood, else beside those that they hang on."""
    near: dict[int, list[int]] = {}
    for a, b in lines:
        near.setdefault(a, []).append(b)
        near.setdefault(b, []).append(a)
    while True:
        there = ~np.isnan(found[:, 0])
        left = np.flatnonzero(~there)
        if not len(left):
            return
        hanging = [int(i) for i in left if any(there[j] for j in near.get(int(i), ()))]
        now = sorted(hanging or left.tolist()[:1], key=lambda i: (-ties[i], i))
        for i in now:
            taken = np.flatnonzero(~np.isnan(found[:, 0]))
            spots = [found[j] for j in near.get(i, ()) if there[j]]
            if not np.isnan(start[i, 0]):
                anchor = start[i]
            elif spots:
                anchor = np.mean(spots, axis=0)
            else:
                anchor = _below(found[taken])
            radii = np.full(len(taken), _LITTLE_ROOM)
            found[i] = free_spot(anchor, found[taken], radii, _LITTLE_ROOM)


def _below(found: Points) -> Points:
    """The lower left of what has a place."""
    if not len(found):
        return np.zeros(2)
    return np.array([found[:, 0].min(), found[:, 1].max() + _GAP])
