"""Why two are proposed: what each rule finds of them, in words and with the ties that it rests on."""

from __future__ import annotations

from dataclasses import dataclass, field

import numpy as np

from graph.aloud import ties_aloud
from graph.bonds import bond_ties
from graph.introductions.ranked import pairing_of
from graph.introductions.rules import Rule
from graph.introductions.scene import ACTIVITY, Scene
from graph.introductions.weights import BOOSTS, GROUNDS, Weights, of_grounds
from graph.texts import Lang, Text

SAID = 2
"""So much of what one rule found is said."""


@dataclass(frozen=True, slots=True)
class Found:
    """That a rule holds of two: how much, from 0 to 1, and the ties it rests on.

    `middle` is who has a bond with both, where it rests on that; -1 elsewhere. `occasion` tells what it is one of:
    what rests on the same occasion has the same number; -1 for what rests on none.
    """

    one: int
    other: int
    strength: float
    ties: tuple[int, ...] = ()
    middle: int = -1
    occasion: int = -1
    words: Text | None = None

    def says(self, scene: Scene) -> Text:
        """What was found in words: as the rule has it, by whom it goes, or the ties that it rests on."""
        if self.words:
            return self.words
        names = scene.network.names
        if self.middle < 0:
            return ties_aloud(scene.network, self.ties)
        middle = names[self.middle]
        for activity, who in ((self.one, self.other), (self.other, self.one)):
            if scene.sort[activity] == ACTIVITY:
                return Text(
                    f"{middle} heeft een band met {names[who]}, en met {names[activity]} te maken",
                    f"{middle} has a bond with {names[who]}, and to do with {names[activity]}",
                )
        return Text(f"beiden hebben een band met {middle}", f"both have a bond with {middle}")


@dataclass(frozen=True, slots=True)
class Reason:
    """A rule that holds of a pair: all that it found, the strongest first, and the points it gives."""

    rule: Rule
    weight: float
    found: tuple[Found, ...]
    scene: Scene = field(repr=False, compare=False)

    def ties(self) -> list[int]:
        """The ties that it rests on, each once."""
        found: dict[int, None] = {}
        for one in self.found:
            found |= dict.fromkeys(one.ties)
            if one.middle >= 0:
                for end in (one.one, one.other):
                    found |= dict.fromkeys(bond_ties(self.scene.network, one.middle, end))
        return list(found)

    @property
    def strength(self) -> float:
        return min(1.0, sum(found.strength for found in self.found))

    @property
    def points(self) -> float:
        return self.weight * self.strength

    def say(self, lang: Lang) -> str:
        """The strongest of what it found in words, and how much more there is."""
        said = list(dict.fromkeys(found.says(self.scene).say(lang) for found in self.found))
        more = [f"{'and' if lang == 'en' else 'en'} {len(said) - SAID} {'more' if lang == 'en' else 'meer'}"]
        return "; ".join(said if len(said) <= SAID else said[:SAID] + more)


def grounds_of(scene: Scene, weights: Weights, one: int, other: int) -> list[Reason]:
    """The grounds on which two are proposed, the smaller row first; the weightiest comes first."""
    pairing, points = pairing_of(scene), of_grounds(weights)
    its = pairing.occasions
    theirs: dict[int, list[int]] = {}
    for place in pairing.places(other).tolist():
        theirs.setdefault(int(its.occasion[place]), []).append(place)
    shared = [(p, q) for p in pairing.places(one).tolist() for q in theirs.get(int(its.occasion[p]), ())]
    mine, place = np.array(shared, np.int64).reshape(-1, 2).T
    meet = its.meet(mine, place)
    found: dict[int, list[Found]] = {}
    for p, q in zip(mine[meet].tolist(), place[meet].tolist(), strict=True):
        occasion = int(its.occasion[p])
        first, second = (p, q) if its.side[p] >= its.side[q] else (q, p)
        ties = [int(part[end]) for end in (first, second) for part in (its.tie, its.by)]
        found.setdefault(int(pairing.rule[occasion]), []).append(
            Found(
                int(its.row[first]),
                int(its.row[second]),
                float(its.weight[p] * its.weight[q] * its.share[occasion]),
                tuple(tie for tie in ties if tie >= 0),
                int(its.middle[occasion]),
                occasion,
            )
        )
    reasons = [
        Reason(GROUNDS[rule], float(points[rule]), tuple(sorted(some, key=lambda one: -one.strength)), scene)
        for rule, some in sorted(found.items())
        if points[rule] > 0
    ]
    return sorted(reasons, key=lambda reason: -reason.points)


def boosts_of(scene: Scene, weights: Weights, one: int, other: int) -> list[Reason]:
    """What only adds to a pair, what adds most first."""
    pair = np.array([one]), np.array([other])
    reasons = []
    for rule in BOOSTS:
        if rule.boost and rule.words and weights[rule.name] > 0 and (strength := float(rule.boost(scene, *pair)[0])):
            words, ties = rule.words(scene, one, other)
            found = Found(one, other, strength, ties, words=words)
            reasons.append(Reason(rule, weights[rule.name], (found,), scene))
    return sorted(reasons, key=lambda reason: -reason.points)
