"""Weights learned from a past: a logistic regression none of whose weights is negative."""

from __future__ import annotations

from dataclasses import dataclass

import numpy as np

from graph.introductions.past import FEATURES, Table, Task
from graph.openpaths import Floats

_RIDGE = 1e-3
_ROUNDS = 40


@dataclass(frozen=True, slots=True)
class Learned:
    """The weight of each of `FEATURES`."""

    weights: Floats

    def score(self, of: Task, activity: float = 1.0) -> Table:
        """The score of each pair of one that is asked about and another, shape (asked, n).

        `activity` is how much of the weight of activity counts: with less of it fewer are named because everybody
        works with them.
        """
        weights = self.weights * np.array([1, 1, activity])
        found: Table = np.tensordot(weights.astype(np.float32), of.features[:, of.asked], 1)
        return found

    def json(self) -> dict[str, float]:
        return {name: round(float(weight), 4) for name, weight in zip(FEATURES, self.weights, strict=True)}


def learn(known: Task) -> Learned:
    """Fit the weights on the pairs that were possible: which of them came.

    Newton's method, a weight that would become negative staying 0; deterministic.
    """
    at = known.features[:, known.possible].T.astype(np.float64)
    came = known.new[known.possible].astype(np.float64)
    if not 0 < came.sum() < len(came):
        return Learned(np.ones(len(FEATURES)))
    mean, spread = at.mean(axis=0), at.std(axis=0)
    spread[spread == 0] = 1
    z = np.column_stack([(at - mean) / spread, np.ones(len(at))])
    weights = np.zeros(z.shape[1])
    weights[-1] = np.log(came.mean() / (1 - came.mean()))
    ridge = np.full(len(weights), _RIDGE)
    ridge[-1] = 0
    for _ in range(_ROUNDS):
        chance = 1 / (1 + np.exp(-z @ weights))
        slope = z.T @ (chance - came) / len(came) + ridge * weights
        bend = (z * (chance * (1 - chance))[:, None]).T @ z / len(came) + np.diag(ridge)
        step = np.linalg.solve(bend, slope)
        weights = weights - step
        weights[:-1] = np.maximum(weights[:-1], 0)
    return Learned(weights[:-1] / spread)
