"""Proposals on a network of 100 000 ties: for one entity, and for all, beside networkx' resource allocation."""

from __future__ import annotations

import random
import statistics

import networkx as nx

from benchmarks.made_up import made_up
from benchmarks.measuring import Row, once, row, seconds, show
from graph.adapters import MemoryStore
from graph.bonds import bonds
from graph.introductions import proposals
from graph.introductions.each import best_of_each
from graph.introductions.ranked import pairing_of
from graph.introductions.scene import scene_of
from graph.knowledge import Knowledge
from graph.network import Network, read_network
from graph.words import load_words

TIES = 100_000
THEMES = 500
ASKED = 100
TOP = 20


def main() -> None:
    words = load_words()
    store = MemoryStore()
    Knowledge(store, words).load(made_up(0, ties=TIES, themes=THEMES))
    with store.reading() as view:
        network = read_network(view, words)
    ready = once(lambda: pairing_of(scene_of(network)))
    every = once(lambda: proposals(network, TOP))
    again = statistics.median(once(lambda: proposals(network, TOP)) for _ in range(3))
    of_each = statistics.median(once(lambda: best_of_each(network, TOP)) for _ in range(3))
    people = network.rows_of_kind("person").tolist()
    asked = random.Random(1).sample(people, ASKED)
    busiest = sorted(people, key=lambda row: -int(scene_of(network).bonds.degree[row]))[:ASKED]
    graph = nx.Graph(zip(bonds(network).tail.tolist(), bonds(network).to.tolist(), strict=True))
    peer = statistics.median(once(lambda row=row: nearest(graph, row)) for row in asked)
    peer_busiest = statistics.median(once(lambda row=row: nearest(graph, row)) for row in busiest[:10])
    show(
        f"Proposals, {len(network.ids):,} entities and {len(network.tie_ids):,} ties",
        [
            row(f"top {TOP} for one, median of {ASKED}", median_of(network, asked), "networkx", peer, "20 ms"),
            row(f"the {ASKED} busiest", median_of(network, busiest), "networkx", peer_busiest, "20 ms"),
            Row(f"the {TOP} best for everybody together", seconds(again), "-", "-", "5 s"),
            Row(f"top {TOP} of each, for all", seconds(of_each), "-", "-", "5 s"),
            Row("the same the first time in a process", seconds(every), "-", "-", "-"),
            Row("made ready once for a version", seconds(ready), "-", "-", "-"),
        ],
    )
    found = [proposals(network, TOP, who=row) for row in asked[:10]]
    said = once(lambda: [reason.say("nl") for some in found for one in some for reason in one.reasons])
    print(f"\nIn words, in one language: {seconds(said / 10)} for each list of {TOP}.")
    slowest = max(once(lambda row=row: proposals(network, TOP, who=row)) for row in busiest)
    print(f"The slowest of the busiest: {seconds(slowest)}.")


def median_of(network: Network, some: list[int]) -> float:
    return statistics.median(once(lambda row=row: proposals(network, TOP, who=row)) for row in some)


def nearest(graph: nx.Graph[int], row: int) -> list[tuple[float, int]]:
    """The others with the highest resource allocation index, among those two steps away."""
    if row not in graph:
        return []
    near = set(graph[row])
    far = {other for one in near for other in graph[one]} - near - {row}
    index = nx.resource_allocation_index(graph, [(row, other) for other in far])
    return sorted(((score, other) for _, other, score in index), reverse=True)[:TOP]


if __name__ == "__main__":
    main()
