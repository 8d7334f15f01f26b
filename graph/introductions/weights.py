"""Weights of the rules: those set by hand, and how they are put in arrays."""

from __future__ import annotations

from collections.abc import Mapping
from typing import TypeAlias

import numpy as np

from graph.introductions.rules import RULES
from graph.openpaths import Floats

Weights: TypeAlias = Mapping[str, float]
"""What each rule counts for when it holds fully, by its name; 0 for a rule that does not count."""

BY_HAND: Weights = {rule.name: rule.weight for rule in RULES}
GROUNDS = tuple(rule for rule in RULES if rule.ground)
BOOSTS = tuple(rule for rule in RULES if rule.boost)


def total(grounds: Floats, boosts: Floats) -> Floats:
    """The score of pairs by the points of both: what only adds counts for no more than what found the pair."""
    return grounds + np.minimum(grounds, boosts)


def of_grounds(weights: Weights) -> Floats:
    return np.array([weights[rule.name] for rule in GROUNDS], np.float64)


def of_boosts(weights: Weights) -> Floats:
    return np.array([weights[rule.name] for rule in BOOSTS], np.float64)
