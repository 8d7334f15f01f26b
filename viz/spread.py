"""Room for marks: none over another, parts that do not hang together side by side, late comers beside their own."""

from __future__ import annotations

from typing import TypeAlias

import numpy as np
from numpy.typing import NDArray

Points: TypeAlias = NDArray[np.float64]
"""One row of x and y for each mark."""

_ROUNDS = 400
_STEP = 0.6
"""The share of an overlap that two marks give way in one round; all at once would make a crowd swing."""
_SLIGHT = 0.5
_GOLDEN = 2.399963229728653
"""An angle whose multiples never come close to each other."""


def separate(points: Points, radii: Points) -> Points:
    """The points moved apart as little as it takes for no two discs of these radii to overlap by much."""
    points = points.copy()
    wanted = np.triu(radii[:, None] + radii[None], 1)
    for _ in range(_ROUNDS):
        x, y = points.T
        distance = np.hypot(np.subtract.outer(x, x), np.subtract.outer(y, y))
        one, other = np.nonzero(distance < wanted - _SLIGHT)
        if not len(one):
            break
        away = points[one] - points[other]
        # what lies on one spot parts in all directions, by its number
        same = distance[one, other] < 1e-6
        turn = _GOLDEN * (one + other)[same]
        away[same] = 1e-6 * np.stack([np.cos(turn), np.sin(turn)], axis=1)
        push = (wanted[one, other] / np.maximum(distance[one, other], 1e-6) - 1)[:, None] * away * (_STEP / 2)
        np.add.at(points, one, push)
        np.add.at(points, other, -push)
    return points


def shelves(groups: list[Points], radii: list[Points], width: float, gap: float) -> list[Points]:
    """The groups in rows of at most `width` from the left, the first on top, each in a frame of its own."""
    left = top = height = 0.0
    placed = []
    for points, discs in zip(groups, radii, strict=True):
        low, high = (points - discs[:, None]).min(axis=0), (points + discs[:, None]).max(axis=0)
        wide, high_ = high - low
        if left > 0 and left + wide > width:
            left, top, height = 0.0, top + height + gap, 0.0
        placed.append(points - low + [left, top])
        left, height = left + wide + gap, max(height, high_)
    return placed


def free_spot(anchor: Points, taken: Points, radii: Points, radius: float) -> Points:
    """The free spot nearest to an anchor for a disc of this radius: on ever wider rings, clockwise from the top."""
    far = np.hypot(*(taken - anchor).T)
    ring = 0
    while True:
        around = max(1, round(2 * np.pi * ring))
        turn = np.arange(around) / around * 2 * np.pi
        spots = anchor + ring * radius * np.stack([np.sin(turn), -np.cos(turn)], axis=1)
        # only what lies about as far from the anchor can be in the way
        near = np.abs(far - ring * radius) < radii + radius
        distance = np.hypot(*np.moveaxis(spots[:, None] - taken[None, near], -1, 0))
        free = np.flatnonzero((distance >= radii[None, near] + radius).all(axis=1))
        if len(free):
            spot: Points = spots[free[0]]
            return spot
        ring += 1


def column(points: Points, number: int, away: float, gap: float) -> Points:
    """So many spots in a column to the right of all points, `away` from the last, in the middle of their height."""
    if not len(points):
        return np.array([(0.0, place * gap) for place in range(number)]).reshape(-1, 2)
    right, middle = points[:, 0].max() + away, (points[:, 1].min() + points[:, 1].max()) / 2
    return np.array([(right, middle + (place - (number - 1) / 2) * gap) for place in range(number)]).reshape(-1, 2)
