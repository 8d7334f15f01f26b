"""Whether as many came as was said: probabilities beside what came of them."""

from __future__ import annotations

from dataclasses import dataclass

import numpy as np

from graph.network import Bools
from graph.openpaths import Floats

BOUNDS = (0.0003, 0.001, 0.003, 0.01, 0.03, 0.1)
"""Between these probabilities lie the bins: most pairs are very unlikely, and those that are proposed are not."""


@dataclass(frozen=True, slots=True)
class Bin:
    """Pairs of about the same probability: its mean, the share that came, and how many they are."""

    predicted: float
    came: float
    pairs: int


@dataclass(frozen=True, slots=True)
class Calibration:
    """All pairs as one bin, and the bins, the least likely first, none of them empty.

    `error` is the expected calibration error: the mean over pairs of how far the two shares of a bin lie apart.
    `ratio` is how many were foretold for each that came; None if none came.
    """

    every: Bin
    error: float
    ratio: float | None
    bins: list[Bin]


def calibration(chance: Floats, came: Bools) -> Calibration | None:
    """The probability of each of some pairs beside whether it came, shape (pairs,) each; None without pairs."""
    if not len(chance):
        return None
    place = np.digitize(chance, BOUNDS)
    number = np.bincount(place)
    foretold, real = np.bincount(place, chance), np.bincount(place, came)
    bins = [Bin(float(p / n), float(c / n), int(n)) for p, c, n in zip(foretold, real, number, strict=True) if n]
    error = float(np.abs(foretold - real).sum() / len(chance))
    every = Bin(float(chance.mean()), float(came.mean()), len(chance))
    return Calibration(every, error, every.predicted / every.came if every.came else None, bins)
