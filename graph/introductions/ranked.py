"""Pairs that some ground found, the best first."""

from __future__ import annotations

from collections.abc import Collection, Iterator
from functools import lru_cache
from itertools import pairwise

import numpy as np

from graph.introductions.gain import gains
from graph.introductions.occasions import together
from graph.introductions.pairs import Pairing, Pairs
from graph.introductions.scene import Scene
from graph.introductions.weights import BOOSTS, GROUNDS, Weights, total
from graph.network import Bools, Network
from graph.openpaths import Floats

_EQUAL = 9
"""Scores that are equal to so many decimals are equal."""


@lru_cache(maxsize=2)
def pairing_of(scene: Scene) -> Pairing:
    """The occasions of all grounds, in the order of `GROUNDS`, kept for who asks again."""
    occasions, rule = together([rule.ground(scene) for rule in GROUNDS if rule.ground])
    return Pairing.of(occasions, rule, scene.sort, scene.closed)


def scores(scene: Scene, pairs: Pairs, weights: Weights) -> Floats:
    """The points of all rules, what only adds counting for no more than what found the pair. Shape (p,)."""
    added = np.zeros(len(pairs.points))
    for rule in BOOSTS:
        if rule.boost and weights[rule.name] > 0:
            added += weights[rule.name] * rule.boost(scene, pairs.one, pairs.other)
    return np.round(total(pairs.points, added), _EQUAL)


def best_first(scene: Scene, pairs: Pairs, score: Floats) -> Iterator[tuple[float, int, int, int]]:
    """Score, gain and both rows; of equal score what joins most pairs first, then by name."""
    names = scene.network.names
    order = np.argsort(-score, kind="stable")
    begins = np.flatnonzero(np.diff(score[order], prepend=np.inf)).tolist()
    for begin, end in pairwise([*begins, len(order)]):
        equal = order[begin:end]
        one, other = pairs.one[equal], pairs.other[equal]
        columns = (gains(scene, one, other).tolist(), one.tolist(), other.tolist())
        some = [(-gain, names[a], names[b], a, b) for gain, a, b in zip(*columns, strict=True)]
        for less, _, _, a, b in sorted(some):
            yield float(score[equal[0]]), -less, a, b


def across_sectors(network: Network, pairs: Pairs, across: Collection[str]) -> Bools:
    """Which pairs join two sectors. Shape (p,)."""
    a, b = (1 << network.sectors.index(sector) for sector in across)
    mine, theirs = network.sector_bits[pairs.one], network.sector_bits[pairs.other]
    found: Bools = ((mine & a != 0) & (theirs & b != 0)) | ((mine & b != 0) & (theirs & a != 0))
    return found
