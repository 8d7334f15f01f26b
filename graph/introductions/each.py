"""For each person and organisation whom to meet first: the ranking alone, for all at once."""

from __future__ import annotations

from dataclasses import dataclass
from functools import partial
from typing import Any

import numpy as np

from graph.compiled import Kernel, at_once
from graph.introductions.gain import gains
from graph.introductions.pairs import Pairing, Pairs
from graph.introductions.ranked import pairing_of, scores
from graph.introductions.scene import Scene, scene_of
from graph.introductions.weights import BY_HAND, Weights, of_boosts, of_grounds
from graph.network import Network
from graph.openpaths import Floats, Longs

_ROOM = 2_000_000
"""So many pairs are looked at together."""

_BINS = 512


@dataclass(frozen=True, slots=True)
class Ranking:
    """The best others of each row, in the order of the rows and the best first; shape (k,) each.

    `proposals(network, top, who=row)` has the same pairs with their reasons, in the same order but for what the same
    occasion brings together again and again, which comes after others there.
    """

    row: Longs
    other: Longs
    score: Floats
    gain: Longs


def best_of_each(network: Network, top: int = 1, *, weights: Weights = BY_HAND, today: str = "") -> Ranking:
    """The `top` best others of each person and organisation, people also an activity; as in `proposals`."""
    scene = scene_of(network, today)
    pairing, points = pairing_of(scene), of_grounds(weights)
    _, name = np.unique(np.array(network.names), return_inverse=True)
    parts_of_rows = list(pairing.in_parts(_ROOM)) or [np.zeros(0, np.int64)]
    jobs = [partial(_best, scene, pairing, rows, points, name, top, weights) for rows in parts_of_rows]
    scores(scene, pairing.of_each(np.zeros(0, np.int64), points), weights)  # what all parts look at is made once
    found = at_once(jobs)
    return Ranking(*(np.concatenate(columns) for columns in zip(*found, strict=True)))


def _best(
    scene: Scene, pairing: Pairing, rows: Longs, points: Floats, name: Longs, top: int, weights: Weights
) -> tuple[Longs, Longs, Floats, Longs]:
    """The best of each of these rows, by score, then by what joins most, then by name."""
    pairs, n = pairing.of_each(rows, points), len(scene.sort)
    first, second = np.minimum(pairs.one, pairs.other), np.maximum(pairs.one, pairs.other)
    kept = np.flatnonzero(scene.able[pairs.one] & ~np.isin(first * n + second, scene.settled))
    pairs = _hopeful(pairs.only(kept), top, weights)
    score = scores(scene, pairs, weights)
    order = np.lexsort((-score, pairs.one))
    begin, end = _stretches(pairs.one[order])
    # what is equal to the last that has a place may take it by what it joins
    last = np.minimum(begin + top, end) - 1
    order = order[score[order] >= score[order][last]]
    one, other = pairs.one[order], pairs.other[order]
    gain = gains(scene, one, other)
    first, second = np.minimum(one, other), np.maximum(one, other)
    best = np.lexsort((second, first, name[second], name[first], -gain, -score[order], one))
    best = best[np.arange(len(best)) - _stretches(one[best])[0] < top]
    return one[best], other[best], score[order][best], gain[best]


def _stretches(row: Longs) -> tuple[Longs, Longs]:
    """Where the stretch of equal rows that each is in begins and ends; rows in order."""
    begins = np.flatnonzero(np.diff(row, prepend=-1))
    ends = np.append(begins, len(row))[1:]
    return np.repeat(begins, ends - begins), np.repeat(ends, ends - begins)


def _hopeful(pairs: Pairs, top: int, weights: Weights) -> Pairs:
    """Without the pairs that cannot be among the best of their row, whatever is added to them."""
    most, added = float(of_grounds(weights).sum()), float(of_boosts(weights).sum())
    kept = np.zeros(len(pairs.one), np.int8)
    read = (pairs.one, pairs.points, top, added, (_BINS - 1) / max(most, 1e-9))
    _keep(3 * len(pairs.one), read, (np.zeros(_BINS, np.int64), kept))
    return pairs.only(np.flatnonzero(kept))


def _keep_loops(one: Any, points: Any, top: Any, added: Any, scale: Any, bins: Any, kept: Any) -> None:
    """Row by row: as many as have a place have at least so many points, so what cannot reach these is left out.

    What is added to a pair counts for no more than its points.
    """
    begin = 0
    while begin < len(one):
        end = begin
        for b in range(len(bins)):
            bins[b] = 0
        while end < len(one) and one[end] == one[begin]:
            bins[int(points[end] * scale)] += 1
            end += 1
        b = len(bins) - 1
        above = bins[b]
        while b > 0 and above < top:
            b -= 1
            above += bins[b]
        for k in range(begin, end):
            if points[k] + min(points[k], added) >= b / scale:
                kept[k] = 1
        begin = end


_keep = Kernel(_keep_loops)
