"""Rankings: whom a score names to each organisation, and how many of these came."""

from __future__ import annotations

from dataclasses import dataclass

import numpy as np

from graph.introductions.past import Table, Task
from graph.network import Bools
from graph.openpaths import Longs

FIRST = 5
"""How many are named to each organisation."""


@dataclass(frozen=True, slots=True)
class Point:
    """A way to rank, and how it did.

    `hits_at_5` is the share of the organisations asked about that found a new partner among the first five,
    `precision_at_5` the share of right names, `distinct` how many different organisations were named in all.
    """

    name: str
    hits_at_5: float
    precision_at_5: float
    distinct: int


@dataclass(frozen=True, slots=True)
class Judged:
    """A point, and of each organisation asked about whether it found a new partner among the first five."""

    point: Point
    hits: Bools


def judged(name: str, score: Table, known: Task) -> Judged:
    """How a score, shape (asked, n), does; of equal scores who stands first in the file goes first."""
    asked = known.asked
    if not len(asked):
        return Judged(Point(name, 0.0, 0.0, 0), np.zeros(0, np.bool_))
    possible, new = known.possible[asked], known.new[asked]
    order = highest(np.where(possible, score, -np.inf), FIRST)
    there = np.take_along_axis(possible, order, axis=1)
    right = np.take_along_axis(new, order, axis=1) & there
    hits: Bools = np.asarray(right.any(axis=1))
    return Judged(Point(name, float(hits.mean()), float(right.mean()), len(np.unique(order[there]))), hits)


def highest(scores: Table, many: int) -> Longs:
    """The places of the highest of each row, the highest first, of equal ones the first; shape (rows, up to many)."""
    many = min(many, scores.shape[1])
    found = np.zeros((len(scores), many), np.int64)
    least = -np.partition(-scores, many - 1, axis=1)[:, many - 1]
    for row, (its, at_least) in enumerate(zip(scores, least, strict=True)):
        high = np.flatnonzero(its >= at_least)
        found[row] = high[np.argsort(-its[high], kind="stable")[:many]]
    return found
