"""Who was where with whom: presence at meetings, and the ties that meeting makes."""

from __future__ import annotations

from dataclasses import dataclass
from functools import lru_cache

import numpy as np

from graph.measures.projection import newman, projection
from graph.network import ACTORS, Bools, Ints, Network
from graph.openpaths import Floats, Longs

BIG = 20
"""From this number on a meeting is big: being there is no longer having met."""

HAPPENINGS = ("activity", "project")


@dataclass(frozen=True, slots=True)
class Presence:
    """Who was at which activity or in which project.

    `who` and `where`, shape (k,): each pair of actor and happening once. `size`, shape (n,):
    how many were there, for happenings; those named or the attendance, whichever is more.
    """

    who: Longs
    where: Longs
    size: Ints


@lru_cache(maxsize=2)
def presence(network: Network) -> Presence:
    """Presence by every tie that brings an actor and an activity or project together, but for what was not held."""
    n = len(network.ids)
    ties = joining(network)
    tail, head = network.tail[ties], network.head[ties]
    actor, happening = of_kinds(network, ACTORS), of_kinds(network, HAPPENINGS) & network.happened
    forward, back = actor[tail] & happening[head], actor[head] & happening[tail]
    who = np.concatenate([tail[forward], head[back]]).astype(np.int64)
    where = np.concatenate([head[forward], tail[back]])
    keys = np.unique(where * np.int64(n) + who)
    size = np.bincount(keys // n, minlength=n).astype(np.int32)
    np.maximum(size, network.attendance, out=size)
    return Presence(keys % n, keys // n, size)


def meetings(network: Network, present: Presence, kinds: tuple[str, ...] = ("activity",)) -> tuple[Ints, Ints, Floats]:
    """Pairs of actors that met at an activity of fewer than `BIG`, with the sum of 1/(n-1).

    The weights are those of `newman`. Projects are no meetings: who shares one is told only where `kinds` names them.
    """
    n = len(network.ids)
    small = of_kinds(network, kinds) & (present.size < BIG) & (present.size > 1)
    keep = small[present.where]
    found = projection(n, present.who[keep], present.where[keep], newman(present.size))
    return found.us, found.vs, found.weight


def with_parts(network: Network, top: int) -> list[int]:
    """An activity or project with all its parts, and the parts of those, each once."""
    rows = [top]
    for row in rows:
        for tie in network.ties_at(row, "part_of"):
            part = int(network.tail[tie])
            happening = network.kinds[network.kind[part]] in HAPPENINGS
            if int(network.head[tie]) == row and part not in rows and happening:
                rows.append(part)
    return rows


def joining(network: Network) -> Ints:
    """Ties of the kinds that bring their ends together."""
    return network.ties_of_kind([name for name, kind in network.words.ties.items() if kind.joins])


def of_kinds(network: Network, kinds: tuple[str, ...]) -> Bools:
    """Which entities are of these kinds, and left by the filters. Shape (n,)."""
    return np.isin(network.kind, [network.kinds.index(kind) for kind in kinds]) & network.entity_on
