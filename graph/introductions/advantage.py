"""How much better a ranking does than the best baseline that names as many, and how sure that is."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

import numpy as np

from graph.introductions.ranking import Judged

RESAMPLES = 1000
SURE = 0.95
_SEED = 20260101


@dataclass(frozen=True, slots=True)
class Advantage:
    """`difference` in `hits_at_5` of a point and a baseline; `low` and `high` bound it with 95 % confidence."""

    name: str
    baseline: str
    difference: float
    low: float
    high: float


def advantage(one: Judged, baselines: Sequence[Judged]) -> Advantage:
    """A point beside the baseline with most hits of those that name at least as many different organisations.

    If none names as many it is the one that names most; of equal ones the first. The bounds are percentiles of a
    paired bootstrap (Efron, 1979): the organisations asked about are drawn anew with replacement, for both rankings
    the same. It takes organisations as independent, while partners in one activity are hits of each other, so the
    true interval is rather wider; nor does it cover that the baseline was the best by these same hits.
    """
    as_many = [other for other in baselines if other.point.distinct >= one.point.distinct]
    beside = (
        max(as_many, key=lambda other: other.point.hits_at_5)
        if as_many
        else max(baselines, key=lambda other: other.point.distinct)
    )
    names = one.point.name, beside.point.name
    ahead = one.hits.astype(np.float64) - beside.hits
    if not len(ahead):
        return Advantage(*names, 0.0, 0.0, 0.0)
    drawn = np.random.default_rng(_SEED).integers(0, len(ahead), (RESAMPLES, len(ahead)))
    low, high = np.quantile(ahead[drawn].mean(axis=1), ((1 - SURE) / 2, (1 + SURE) / 2))
    return Advantage(*names, float(ahead.mean()), float(low), float(high))
