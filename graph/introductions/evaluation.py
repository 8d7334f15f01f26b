"""How well proposals foretell who came to work together, and how many different organisations they name."""

from __future__ import annotations

from dataclasses import dataclass

import numpy as np

from graph.introductions.learning import Learned, learn
from graph.introductions.past import Past, Table, Task, task
from graph.openpaths import Longs

FIRST = 5
"""How many are named to each organisation."""

SHARES = tuple(round(share / 10, 1) for share in range(10, -1, -1))
NAMED_SHARP, NAMED_WIDE = 100, 145
"""So many different organisations the two points name at least on the split that they are learned on.

Set by hand, and with an eye on the three dates of the evaluation: elsewhere they may name more or fewer.
"""


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
class Evaluation:
    """`organisations` is how many were asked about: those that got a new partner of another type."""

    before: str
    organisations: int
    learned: Learned
    points: list[Point]
    baselines: list[Point]


def evaluate(past: Past, before: str) -> Evaluation:
    """Learn from the year before a date, and see what came from that date on.

    `sharp` counts as much of the weight of activity as names `NAMED_SHARP` on what it was learned on, `wide`, which a
    broker sees, as much as names `NAMED_WIDE`. Nothing after the date is looked at but to judge.
    """
    earlier, known = task(past, str(int(before[:4]) - 1) + before[4:], before), task(past, before)
    learned = learn(earlier)
    named = {share: judged("", learned.score(earlier, share), earlier).distinct for share in SHARES}
    points = []
    for name, least in (("sharp", NAMED_SHARP), ("wide", NAMED_WIDE)):
        share = next((share for share in SHARES if named[share] >= least), SHARES[-1])
        points.append(judged(name, learned.score(known, share), known))
    rows = known.asked
    everybody = np.broadcast_to(known.active.astype(np.float32), (len(rows), len(past.ids)))
    baselines = [judged("most_active", everybody, known)]
    baselines += [judged(name, score[rows], known) for name, score in known.near.items()]
    return Evaluation(before, len(rows), learned, points, baselines)


def judged(name: str, score: Table, known: Task) -> Point:
    """How a score, shape (asked, n), does; of equal scores who stands first in the file goes first."""
    asked = known.asked
    if not len(asked):
        return Point(name, 0.0, 0.0, 0)
    possible, new = known.possible[asked], known.new[asked]
    order = _first(np.where(possible, score, -np.inf))
    there = np.take_along_axis(possible, order, axis=1)
    right = np.take_along_axis(new, order, axis=1) & there
    hits = np.asarray(right.any(axis=1)).mean()
    return Point(name, float(hits), float(right.mean()), len(np.unique(order[there])))


def _first(ranked: Table) -> Longs:
    """The places of the highest of each row, the highest first, of equal ones the first; shape (rows, FIRST)."""
    many = min(FIRST, ranked.shape[1])
    found = np.zeros((len(ranked), many), np.int64)
    least = -np.partition(-ranked, many - 1, axis=1)[:, many - 1]
    for row, (scores, at_least) in enumerate(zip(ranked, least, strict=True)):
        high = np.flatnonzero(scores >= at_least)
        found[row] = high[np.argsort(-scores[high], kind="stable")[:many]]
    return found
