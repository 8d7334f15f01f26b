"""Weights learned from a past: a logistic regression none of whose weights is negative."""

from __future__ import annotations

from dataclasses import dataclass

import numpy as np

from graph.introductions.past import FEATURES, Table, Task
from graph.network import Bools
from graph.openpaths import Floats, Longs

_RIDGE = 1e-3
_ROUNDS = 40
_STILL = 1e-12


@dataclass(frozen=True, slots=True)
class Learned:
    """The weight of each of `FEATURES`, and the log-odds where all are 0: None where nothing could be learned."""

    weights: Floats
    intercept: float | None = None

    def score(self, of: Task, rows: Longs, activity: float = 1.0) -> Table:
        """The score for each of these organisations of each other one, shape (rows, n).

        `activity` is how much of the weight of activity counts: with less of it fewer are named because everybody
        works with them.
        """
        weights = self.weights * np.array([1, 1, activity])
        found: Table = np.tensordot(weights.astype(np.float32), of.features[:, rows], 1)
        return found

    def chance(self, of: Task) -> Floats:
        """The probability that each possible pair comes in a period as long as the one learned from, shape (pairs,).

        The pairs as `of.possible` has them, both ways: it is that of one for the other.
        """
        odds: Floats = self.weights @ of.features[:, of.possible] + (self.intercept or 0)
        return 1 / (1 + np.exp(-odds))

    def json(self) -> dict[str, float]:
        return {name: round(float(weight), 4) for name, weight in zip(FEATURES, self.weights, strict=True)}


def learn(known: Task) -> Learned:
    """Fit the weights on the pairs that were possible: which of them came."""
    came = known.new[known.possible]
    if not 0 < came.sum() < len(came):
        return Learned(np.ones(len(FEATURES)))
    return Learned(*fitted(known.features[:, known.possible].T.astype(np.float64), came))


def fitted(at: Floats, came: Bools) -> tuple[Floats, float]:
    """The weight of each column, shape (k,), and the log-odds where all are 0.

    `at`, shape (p, k), is what is known of each pair, `came`, shape (p,), whether it came: of some and not of all.
    Newton's method, a weight that would become negative staying 0; deterministic.
    """
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
        last, weights = weights, weights - step
        weights[:-1] = np.maximum(weights[:-1], 0)
        if np.abs(weights - last).max() < _STILL:
            break
    found = weights[:-1] / spread
    return found, float(weights[-1] - found @ mean)
