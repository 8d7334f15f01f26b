"""Proposals: whom to bring together, why, who can do it, and what speaks against."""

from __future__ import annotations

from collections import Counter
from collections.abc import Collection
from dataclasses import dataclass
from itertools import pairwise

from graph.bonds import bond_aloud, bond_ties, warmth
from graph.copresence import BIG, presence
from graph.introductions.rules import RULES, Found, Rule
from graph.introductions.scene import scene_of
from graph.measures.warm_path import warm_paths
from graph.network import Network
from graph.texts import Lang, Text

SAID = 2
"""So much of what one rule found is said."""

CAP = 2
"""How often one is proposed at most in a list for everybody."""


@dataclass(frozen=True, slots=True)
class Reason:
    """A rule that holds of a pair: all that it found, and the points it gives."""

    rule: Rule
    found: tuple[Found, ...]

    def ties(self, network: Network) -> list[int]:
        """The ties that it rests on, each once."""
        found: dict[int, None] = {}
        for one in self.found:
            found |= dict.fromkeys(one.ties)
            if one.middle >= 0:
                for end in (one.one, one.other):
                    found |= dict.fromkeys(bond_ties(network, one.middle, end))
        return list(found)

    @property
    def strength(self) -> float:
        return min(1.0, sum(found.strength for found in self.found))

    @property
    def points(self) -> float:
        return self.rule.weight * self.strength

    def say(self, lang: Lang) -> str:
        """The strongest of what it found in words, and how much more there is."""
        strongest = sorted(self.found, key=lambda found: -found.strength)
        said = list(dict.fromkeys(found.says.say(lang) for found in strongest))
        more = [f"{'and' if lang == 'en' else 'en'} {len(said) - SAID} {'more' if lang == 'en' else 'meer'}"]
        return "; ".join(said if len(said) <= SAID else said[:SAID] + more)


@dataclass(frozen=True, slots=True)
class Proposal:
    """Two rows of the network without a bond, and why to bring them together, the weightiest reason first.

    `gain` counts the pairs that the new tie would join: contacts of the one that have no bond with the other.
    """

    one: int
    other: int
    reasons: tuple[Reason, ...]
    gain: int

    @property
    def score(self) -> float:
        """The points of all reasons, what only adds to others counting no more than these."""
        grounds = sum(reason.points for reason in self.reasons if reason.rule.ground)
        return grounds + min(grounds, sum(reason.points for reason in self.reasons if reason.rule.boost))


def proposals(
    network: Network,
    top: int = 10,
    *,
    who: int | None = None,
    subject: int | None = None,
    across: Collection[str] = (),
) -> list[Proposal]:
    """The best proposals, the best first; of equal score what joins most pairs, then by name.

    `who` asks for one person or organisation alone; without it nobody is in more than `CAP` of them. `subject` is
    a theme, core value or kind of knowledge that a reason must rest on; `across` two sectors that it must join.
    """
    scene = scene_of(network)
    by_pair: dict[tuple[int, int], dict[str, list[Found]]] = {}
    for rule in RULES:
        for found in rule.ground(scene, who) if rule.ground else ():
            pair = (min(found.one, found.other), max(found.one, found.other))
            if found.other not in scene.near[found.one]:
                by_pair.setdefault(pair, {}).setdefault(rule.name, []).append(found)
    made = []
    for (one, other), grounds in by_pair.items():
        if across and not _joins(network, one, other, across):
            continue
        reasons = [Reason(rule, tuple(grounds[rule.name])) for rule in RULES if rule.name in grounds]
        if subject is not None and not any(_rests_on(network, found, subject) for r in reasons for found in r.found):
            continue
        boosts = ((rule, rule.boost(scene, one, other)) for rule in RULES if rule.boost)
        reasons += [Reason(rule, (found,)) for rule, found in boosts if found]
        reasons.sort(key=lambda reason: (reason.rule.boost is not None, -reason.points))
        near, far = scene.near[one], scene.near[other]
        gain = len(near - far - {other}) + len(far - near - {one})
        made.append(Proposal(one, other, tuple(reasons), gain))
    made.sort(key=lambda p: (-round(p.score, 9), -p.gain, network.names[p.one], network.names[p.other], p.one, p.other))
    return made[:top] if who is not None else _spread(made, top)


def _spread(made: list[Proposal], top: int) -> list[Proposal]:
    """The best of them in which nobody comes back too often."""
    times: Counter[int] = Counter()
    found: list[Proposal] = []
    for proposal in made:
        if len(found) == top:
            break
        if max(times[proposal.one], times[proposal.other]) < CAP:
            found.append(proposal)
            times.update((proposal.one, proposal.other))
    return found


def _joins(network: Network, one: int, other: int, across: Collection[str]) -> bool:
    mine, theirs = set(network.sectors_of(one)), set(network.sectors_of(other))
    a, b = across
    return (a in mine and b in theirs) or (b in mine and a in theirs)


def _rests_on(network: Network, found: Found, subject: int) -> bool:
    return any(subject in (int(network.tail[tie]), int(network.head[tie])) for tie in found.ties)


def chain(network: Network, proposal: Proposal) -> list[int]:
    """Who can introduce them: the warmest chain of bonds from the one to the other, both in it; empty for none."""
    found = warm_paths(warmth(network), proposal.one, proposal.other)
    return list(found[0].nodes) if found else []


def against(network: Network, proposal: Proposal) -> list[Text]:
    """What speaks against bringing them together, or should be looked at first."""
    present, said = presence(network), []
    at = [set(present.where[present.who == row].tolist()) for row in (proposal.one, proposal.other)]
    for row in sorted(at[0] & at[1]):
        n, name = int(present.size[row]), network.names[row]
        if n >= BIG or network.kinds[network.kind[row]] == "project":
            said.append(Text(f"zij kennen elkaar misschien al van {name}", f"they may know each other from {name}"))
    types = [set(network.entity(row).all("type")) for row in (proposal.one, proposal.other)]
    sectors = [set(network.sectors_of(row)) for row in (proposal.one, proposal.other)]
    if types[0] & types[1] and sectors[0] & sectors[1]:
        said.append(
            Text("zij doen misschien hetzelfde, en kunnen elkaars concurrent zijn", "they may do the same, and compete")
        )
    return said


def steps_aloud(network: Network, nodes: list[int], lang: Lang) -> list[str]:
    return [bond_aloud(network, a, b, lang) for a, b in pairwise(nodes)]
