"""The one place where pages and maps ask for proposals."""

from __future__ import annotations

from api.introducing import today
from graph.introductions import Proposal, proposals
from graph.network import ACTORS, Network

SAID = 2
"""So many reasons are said of each where there is little room, the weightiest first; the cards have all."""


def proposed(network: Network, top: int, who: int | None = None) -> list[Proposal]:
    """The best proposals for everybody, or for the person or organisation in row `who`; none for another kind."""
    if who is not None and not introducible(network, who):
        return []
    return proposals(network, top, who=who, today=today())


def introducible(network: Network, row: int) -> bool:
    """Whether it is somebody: a person or an organisation."""
    return network.kinds[network.kind[row]] in ACTORS
