"""Who has to do with whom: the ties of people and organisations that questions about structure count."""

from __future__ import annotations

from dataclasses import dataclass
from functools import lru_cache

import numpy as np

from graph.aloud import tie_aloud
from graph.copresence import BIG, HAPPENINGS, joining, meetings, of_kinds, presence
from graph.groups import is_group
from graph.measures.sparse import Sparse
from graph.network import ACTORS, Bools, Network
from graph.texts import Lang, number


@dataclass(frozen=True, slots=True)
class Bond:
    """What ties two actors: `ties` between them, and small `meetings` that both were at."""

    ties: tuple[int, ...]
    meetings: tuple[int, ...]


@lru_cache(maxsize=2)
def bonds(network: Network) -> Sparse:
    """People and organisations with their bonds, over all rows of the network; others have none.

    Two have a bond when a tie brings them together (`joins` in the words), which weighs 1, or when
    they met at an activity of fewer than `BIG`, which weighs 1/(n-1) for the n who were there
    (Newman 2001); weights are added.
    """
    actor = of_kinds(network, ACTORS)
    ties = joining(network)
    ties = ties[actor[network.tail[ties]] & actor[network.head[ties]]]
    us, vs, strength = meetings(network, presence(network))
    return Sparse.of(
        len(network.ids),
        np.concatenate([network.tail[ties], us]),
        np.concatenate([network.head[ties], vs]),
        np.concatenate([np.ones(len(ties)), strength]),
    )


@lru_cache(maxsize=2)
def warmth(network: Network) -> Sparse:
    """The bonds by which one can introduce another, weighing 1 / what the step costs.

    A step costs 1 / the weight of its bond, and for an organisation at either end half of n - 1 more,
    for the n that have a bond with it: to go by way of it costs n - 1, as it does by a meeting of n, so
    that an umbrella organisation brings nobody near. A person costs nothing more: who knows two people
    can introduce them, however many she knows. Groups without names introduce nobody.
    """
    graph = bonds(network)
    actor = ~groups(network)
    kept = graph.among(actor)
    holds = np.where(of_kinds(network, ("organisation",)), np.maximum(kept.degree - 1, 0) / 2, 0)
    cost = 1 / kept.weight + holds[kept.tail] + holds[kept.to]
    return Sparse(kept.n, kept.first, kept.to, 1 / cost, directed=False)


@lru_cache(maxsize=2)
def joined(network: Network) -> Sparse:
    """People, organisations, activities and projects with what brings them together, each tie alike.

    Nobody comes together at what was not held.
    """
    there = of_kinds(network, ACTORS) | (of_kinds(network, HAPPENINGS) & network.happened)
    ties = joining(network)
    ties = ties[there[network.tail[ties]] & there[network.head[ties]]]
    return Sparse.of(len(network.ids), network.tail[ties], network.head[ties])


@lru_cache(maxsize=2)
def groups(network: Network) -> Bools:
    """Which entities are groups without names. Shape (n,)."""
    found = np.zeros(len(network.ids), bool)
    for row in network.rows_of_kind("organisation").tolist():
        types = network.raw_properties(row).get("type", [])
        found[row] = any(value[0] == "group" for value in types) and is_group(network.entity(row))
    return found


def bond(network: Network, one: int, other: int) -> Bond:
    """What ties two actors, the surest tie first, the smallest meeting first."""
    kinds = [name for name, kind in network.words.ties.items() if kind.joins]
    at = network.ties_at(one, *kinds)
    ties = sorted((t for t in at if network.other(t, one) == other), key=lambda t: (network.certainty[t], t))
    small = [network.other(tie, one) for tie in at]
    theirs = {network.other(tie, other) for tie in network.ties_at(other, *kinds)}
    size = presence(network).size
    activity = of_kinds(network, ("activity",)) & network.happened
    met = sorted({row for row in small if row in theirs and activity[row] and size[row] < BIG}, key=lambda r: size[r])
    return Bond(tuple(ties), tuple(met))


def bond_ties(network: Network, one: int, other: int) -> list[int]:
    """The ties that show a bond: those between the two, and those of both with the meetings."""
    found = bond(network, one, other)
    kinds = [name for name, kind in network.words.ties.items() if kind.joins]
    at = [
        t
        for row in found.meetings
        for who in (one, other)
        for t in network.ties_at(who, *kinds)
        if network.other(t, who) == row
    ]
    return [*found.ties, *at]


def bond_aloud(network: Network, one: int, other: int, lang: Lang) -> str:
    """A bond in words: its surest tie, else the smallest meeting at which both were."""
    found = bond(network, one, other)
    if found.ties:
        return tie_aloud(network, found.ties[0], network.tie(found.ties[0]), lang)
    (first, *more) = found.meetings
    n = number(int(presence(network).size[first]), lang)
    both = f"{network.names[one]} {'and' if lang == 'en' else 'en'} {network.names[other]}"
    at = network.names[first]
    said = f"{both} were both at {at} ({n} there)" if lang == "en" else f"{both} waren beiden bij {at} ({n} aanwezigen)"
    if more:
        said += f" and at {len(more)} more" if lang == "en" else f" en bij nog {len(more)}"
    return said
