"""Records, such as introductions: that one was made of somebody is no tie that she has."""

from __future__ import annotations

from graph.copresence import of_kinds
from graph.network import Bools, Network


def records(network: Network) -> Bools:
    """Which entities are of the kinds that the words call records. Shape (n,)."""
    return of_kinds(network, tuple(network.words.records))


def ties_beside_records(network: Network, row: int, *kinds: str) -> list[int]:
    """The ties of an entity, of these kinds or of all, without those to records."""
    words = network.words
    return [
        tie
        for tie in network.ties_at(row, *kinds)
        if network.kinds[network.kind[network.other(tie, row)]] not in words.records
    ]
