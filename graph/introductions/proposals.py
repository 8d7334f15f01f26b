"""Proposals: whom to bring together, and why."""

from __future__ import annotations

from collections import Counter
from collections.abc import Collection, Iterator
from dataclasses import dataclass
from itertools import islice

import numpy as np

from graph.introductions.pairs import Pairs
from graph.introductions.ranked import across_sectors, best_first, pairing_of, scores
from graph.introductions.reasons import Reason, boosts_of, grounds_of
from graph.introductions.scene import Scene, scene_of
from graph.introductions.weights import BY_HAND, Weights, of_boosts, of_grounds
from graph.network import Network

CAP = 2
"""How often one is proposed at most in a list for everybody, and how often for the same reason before others."""

LOOK = 3
"""In a list for one, so many times as many as are asked for are looked at to find other reasons."""

_FIRST = 5_000
"""So many pairs are looked at first in a list for everybody; ten times as many as long as that was too few."""


@dataclass(frozen=True, slots=True)
class Proposal:
    """Two rows of the network without a bond, and why to bring them together, the weightiest reason first.

    Both are people or organisations, or one is an activity that the other may join. `gain` counts the pairs that
    the new tie would join: contacts of the one that have no bond with the other.
    """

    one: int
    other: int
    reasons: tuple[Reason, ...]
    gain: int

    @property
    def scene(self) -> Scene:
        return self.reasons[0].scene

    @property
    def score(self) -> float:
        """The points of all reasons, what only adds to others counting no more than these."""
        grounds = sum(reason.points for reason in self.reasons if reason.rule.ground)
        return grounds + min(grounds, sum(reason.points for reason in self.reasons if reason.rule.boost))


@dataclass(frozen=True, slots=True)
class _Asked:
    """What was asked for; `keys` are the pairs that rest on the subject, as the smaller row times n and the other."""

    scene: Scene
    weights: Weights
    across: Collection[str]
    keys: np.ndarray | None

    def ordered(self, pairs: Pairs) -> Iterator[tuple[float, int, int, int]]:
        """Those of these pairs that were asked for, the best first: score, gain and both rows."""
        key = pairs.one * len(self.scene.sort) + pairs.other
        kept = ~np.isin(key, self.scene.settled)
        if self.across:
            kept &= across_sectors(self.scene.network, pairs, self.across)
        if self.keys is not None:
            kept &= np.isin(key, self.keys)
        pairs = pairs.only(np.flatnonzero(kept))
        return best_first(self.scene, pairs, scores(self.scene, pairs, self.weights))

    def proposal(self, grounds: list[Reason], gain: int, one: int, other: int) -> Proposal:
        return Proposal(one, other, (*grounds, *boosts_of(self.scene, self.weights, one, other)), gain)

    def grounds(self, one: int, other: int) -> list[Reason]:
        return grounds_of(self.scene, self.weights, one, other)


def proposals(
    network: Network,
    top: int = 10,
    *,
    who: int | None = None,
    subject: int | None = None,
    across: Collection[str] = (),
    weights: Weights = BY_HAND,
    today: str = "",
) -> list[Proposal]:
    """The best proposals, the best first; of equal score what joins most pairs, then by name.

    What the same occasion (a subject, an acquaintance) brings together comes back after others when it had `CAP`
    places. `who` asks for one person or organisation alone; without it nobody is in more than `CAP` of them.
    `subject` is a theme, core value or kind of knowledge that a reason must rest on; `across` two sectors that it
    must join. `today`, a day in ISO 8601, tells which activities are still to come, and which of those put off come
    back; nobody is proposed again to whom an introduction was proposed, made or declined.
    """
    scene = scene_of(network, today)
    pairing, points = pairing_of(scene), of_grounds(weights)
    keys = None if subject is None else pairing.resting_on(network.tail, network.head, subject)
    asked = _Asked(scene, weights, across, keys)
    if who is not None:
        return _spread(asked, islice(asked.ordered(pairing.around(who, points)), LOOK * top), top, who=who) or []
    if keys is not None:
        ends = np.unique(np.concatenate([keys // len(scene.sort), keys % len(scene.sort)]))
        return _spread(asked, asked.ordered(pairing.among(ends, points)), top) or []
    many, made = _FIRST, None
    while made is None:
        pairs = pairing.best(points, many)
        made = _spread(asked, asked.ordered(pairs), top, left=pairs.left)
        many *= 10
    return made


def reasons_of(network: Network, one: int, other: int, *, weights: Weights = BY_HAND, today: str = "") -> list[Reason]:
    """Why two might be proposed, also where they are not: the grounds, and what adds to these."""
    scene = scene_of(network, today)
    one, other = min(one, other), max(one, other)
    grounds = grounds_of(scene, weights, one, other)
    return [*grounds, *boosts_of(scene, weights, one, other)] if grounds else []


def _spread(
    asked: _Asked, ordered: Iterator[tuple[float, int, int, int]], top: int, *, left: float = 0, who: int = -1
) -> list[Proposal] | None:
    """The best of these pairs in which nobody but `who` comes back too often, nor the same occasion before others.

    What is not among them has at most `left` points of grounds; None when one of those may be better.
    """
    unseen = left + min(left, float(of_boosts(asked.weights).sum()))
    times: Counter[int] = Counter()
    occasions: Counter[int] = Counter()
    found: list[Proposal] = []
    aside = []

    def full(one: int, other: int) -> bool:
        return max(times[row] for row in (one, other) if row != who) >= CAP

    def take(grounds: list[Reason], gain: int, one: int, other: int) -> None:
        if len(found) < top and not full(one, other):
            found.append(asked.proposal(grounds, gain, one, other))
            times.update((one, other))
            occasions[grounds[0].found[0].occasion] += 1

    for score, gain, one, other in ordered:
        if len(found) == top:
            return found
        if score < unseen:
            return None
        if not full(one, other):
            grounds = asked.grounds(one, other)
            if occasions[grounds[0].found[0].occasion] < CAP:
                take(grounds, gain, one, other)
            else:
                aside.append((grounds, gain, one, other))
    if left > 0 and len(found) < top:
        return None
    for again in aside:
        take(*again)
    return found
