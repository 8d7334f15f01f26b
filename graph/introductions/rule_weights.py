"""Weights of the rules learned from a network's own past, and how they were made."""

from __future__ import annotations

from dataclasses import dataclass

import numpy as np

from graph.errors import Refused
from graph.introductions.learning import fitted
from graph.introductions.own_past import OwnPast, own_past
from graph.introductions.weights import BOOSTS, BY_HAND, GROUNDS, Weights, total
from graph.network import Network
from graph.openpaths import Floats

ENOUGH = 20
"""From fewer pairs that came nothing is learned."""

_DECIMALS = 2


@dataclass(frozen=True, slots=True)
class RuleWeights:
    """Learned `weights` by the name of each rule, the largest as large as the largest set by hand.

    A rule that held of no pair keeps its weight by hand: the past says nothing of it.

    How they were made: on what was known before the day `before`, from `pairs` of which `came` came to have a bond
    by `version` of the store; `undated` ties have no begin and were taken as known. `held` counts for each rule the
    pairs of which it held, `held_came` those among them that came. `order` and `order_by_hand` are the probability
    that a pair that came scores above one that did not (the area under the ROC curve) with these weights and with
    those by hand: of the first on the very pairs that they were learned from.
    """

    weights: Weights
    before: str
    version: int
    pairs: int
    came: int
    undated: int
    held: dict[str, int]
    held_came: dict[str, int]
    order: float
    order_by_hand: float


def learn_rules(network: Network, before: str) -> RuleWeights:
    """Fit the weights on what was known before a day, by what came from then on.

    A logistic regression none of whose weights is negative (`graph.introductions.learning`); deterministic. Raises
    `Refused` when fewer than `ENOUGH` pairs came, or when no rule tells which.
    """
    past = own_past(network, before)
    came = int(past.came.sum())
    if came < ENOUGH or came == len(past.came):
        raise Refused(
            f"vanaf {before} kregen {came} van de {len(past.came)} paren die de regels vonden een band; om van te leren"
            f" zijn er ten minste {ENOUGH} nodig. Kies een andere dag, of houd de gewichten die met de hand zijn gezet",
            f"from {before} on {came} of the {len(past.came)} pairs that the rules found came to have a bond; to learn"
            f" there must be at least {ENOUGH}. Choose another day, or keep the weights set by hand",
        )
    found, _ = fitted(past.strengths, past.came)
    if not found.max() > 0:
        raise Refused(
            "geen regel zegt iets over welke paren kwamen; houd de gewichten die met de hand zijn gezet",
            "no rule tells anything of which pairs came; keep the weights set by hand",
        )
    names = [rule.name for rule in (*GROUNDS, *BOOSTS)]
    scaled = np.round(found / found.max() * max(BY_HAND.values()), _DECIMALS)
    held = past.strengths > 0
    times, times_came = (part.sum(axis=0).tolist() for part in (held, held[past.came]))
    weights = {name: w if many else BY_HAND[name] for name, w, many in zip(names, scaled.tolist(), times, strict=True)}
    return RuleWeights(
        weights,
        before,
        network.version,
        len(past.came),
        came,
        past.undated,
        dict(zip(names, times, strict=True)),
        dict(zip(names, times_came, strict=True)),
        *(round(above(score_of(past, some), past), 4) for some in (weights, BY_HAND)),
    )


def score_of(past: OwnPast, weights: Weights) -> Floats:
    """The score of each pair of a past, as proposals have it. Shape (p,)."""
    points = past.strengths * np.array([weights[rule.name] for rule in (*GROUNDS, *BOOSTS)])
    return total(points[:, : len(GROUNDS)].sum(axis=1), points[:, len(GROUNDS) :].sum(axis=1))


def above(score: Floats, past: OwnPast) -> float:
    """The probability that a pair that came scores above one that did not, equal ones counting half."""
    _, place, many = np.unique(score, return_inverse=True, return_counts=True)
    middle = np.cumsum(many) - (many - 1) / 2
    came, others = int(past.came.sum()), int((~past.came).sum())
    return float((middle[place][past.came].sum() - came * (came + 1) / 2) / (came * others))
