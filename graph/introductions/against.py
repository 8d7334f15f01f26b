"""Who can bring two together, and what speaks against it."""

from __future__ import annotations

from itertools import pairwise

from graph.bonds import bond_aloud, warmth
from graph.copresence import BIG, presence
from graph.dates import Date
from graph.introductions.lives import BUSY, declined, put_off, running
from graph.introductions.proposals import Proposal
from graph.introductions.scene import ACTIVITY
from graph.measures.warm_path import warm_paths
from graph.network import Network
from graph.texts import Lang, Text


def chain(network: Network, proposal: Proposal) -> list[int]:
    """Who can introduce them: the warmest chain of bonds from the one to the other, both in it; empty for none.

    To an activity it goes by somebody who takes part in it.
    """
    scene, (one, other) = proposal.scene, (proposal.one, proposal.other)
    if ACTIVITY not in (scene.sort[one], scene.sort[other]):
        found = warm_paths(warmth(network), one, other)
        return list(found[0].nodes) if found else []
    who, activity = (other, one) if scene.sort[one] == ACTIVITY else (one, other)
    there = scene.joined.to[scene.joined.first[activity] : scene.joined.first[activity + 1]].tolist()
    chains = [way for end in there for way in warm_paths(warmth(network), who, end)]
    return [*min(chains, key=lambda way: (way.cost, way.nodes)).nodes, activity] if chains else []


def against(network: Network, proposal: Proposal) -> list[Text]:
    """What speaks against bringing them together, or should be looked at first."""
    present, said = presence(network), []
    at = [set(present.where[present.who == row].tolist()) for row in (proposal.one, proposal.other)]
    for row in sorted(at[0] & at[1]):
        name = network.names[row]
        if present.size[row] >= BIG:
            said.append(Text(f"zij kennen elkaar misschien al van {name}", f"they may know each other from {name}"))
    types = [set(network.entity(row).all("type")) for row in (proposal.one, proposal.other)]
    sectors = [set(network.sectors_of(row)) for row in (proposal.one, proposal.other)]
    if types[0] & types[1] and sectors[0] & sectors[1]:
        said.append(
            Text("zij doen misschien hetzelfde, en kunnen elkaars concurrent zijn", "they may do the same, and compete")
        )
    until = put_off(network, proposal.one, proposal.other)
    if until:
        day = Date.parse(until)
        said.append(Text(f"dit was uitgesteld tot {day.say('nl')}", f"this was put off until {day.say('en')}"))
    for row in (proposal.one, proposal.other):
        n, name = declined(network)[row], network.names[row]
        if n:
            said.append(
                Text(
                    f"van {name} is eerder een introductie afgewezen",
                    f"an introduction of {name} was declined before",
                )
            )
        n = running(network)[row]
        if n >= BUSY:
            said.append(
                Text(f"{name} zit al in {n} introducties die lopen", f"{name} is in {n} introductions that run already")
            )
    return said


def steps_aloud(network: Network, nodes: list[int], lang: Lang) -> list[str]:
    return [bond_aloud(network, a, b, lang) for a, b in pairwise(nodes)]
