"""The one place where pages and maps ask for proposals."""

from __future__ import annotations

from api.introducing import today
from graph.desk import Desk
from graph.introductions import Proposal, proposals
from graph.introductions.kept_weights import weights_in_use
from graph.network import ACTORS, Network

SAID = 2
"""So many reasons are said of each where there is little room, the weightiest first; the cards have all."""


def proposed(desk: Desk, network: Network, top: int, who: int | None = None) -> list[Proposal]:
    """The best proposals for everybody, or for the person or organisation in row `who`; none for another kind.

    By the weights that are in use for the store of the desk.
    """
    if who is not None and not introducible(network, who):
        return []
    weights = weights_in_use(desk.store.url).weights
    return proposals(network, top, who=who, weights=weights, today=today())


def introducible(network: Network, row: int) -> bool:
    """Whether it is somebody: a person or an organisation."""
    return network.kinds[network.kind[row]] in ACTORS
