"""Who belongs to a side of the network: to a sector, a theme, an organisation or a kind of knowledge."""

from __future__ import annotations

import numpy as np

from graph.copresence import HAPPENINGS, of_kinds
from graph.naming import SECTOR, Named
from graph.network import ACTORS, Bools, Ints, Network


def members(network: Network, side: Named) -> Bools:
    """Which entities are members of a side; only people and organisations are. Shape (n,)."""
    inside = np.zeros(len(network.ids), bool)
    if side.kind == SECTOR:
        inside[:] = (network.sector_bits >> network.sectors.index(side.id)) & 1
    elif side.kind == "organisation":
        inside[side.row] = True
        rows = network.ties_of_kind(("works_for", "member_of", "part_of"))
        inside[network.tail[rows[network.head[rows] == side.row]]] = True
    else:
        direct = _at(network, side.row, ("brings", "offers", "needs", "about", "draws_on"))
        inside[direct] = True
        happening = np.zeros(len(network.ids), bool)
        happening[direct] = True
        happening &= of_kinds(network, HAPPENINGS)
        rows = network.ties_of_kind(("took_part_in", "partner_of"))
        inside[network.tail[rows[happening[network.head[rows]]]]] = True
    return inside & of_kinds(network, ACTORS)


def _at(network: Network, row: int, kinds: tuple[str, ...]) -> Ints:
    rows = network.ties_of_kind(kinds)
    found: Ints = network.tail[rows[network.head[rows] == row]]
    return found
