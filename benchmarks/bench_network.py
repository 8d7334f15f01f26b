"""The network of 100 000 ties and `connects` on it, beside networkx on the same ties."""

from __future__ import annotations

import tempfile
from pathlib import Path

import networkx as nx

from benchmarks.made_up import made_up
from benchmarks.measuring import median, row, show
from graph.adapters import SqliteStore
from graph.bulk import many_objects
from graph.knowledge import Knowledge
from graph.naming import Naming
from graph.network import Network, read_network
from graph.questions import ask, question_named
from graph.words import load_words

TIES = 100_000


def main() -> None:
    words = load_words()
    with tempfile.TemporaryDirectory() as folder:
        store = SqliteStore(Path(folder) / "network.db")
        Knowledge(store, words).load(made_up(TIES, ties=TIES))

        def read() -> Network:
            with many_objects(), store.reading() as view:
                return read_network(view, words)

        network = read()
        naming = Naming(network)
        question = question_named("connects")
        given = {"from": "education", "to": "entrepreneurs"}
        naming.resolve("education", ("sector",))
        build = median(read, 3)
        edges = list(zip(network.tail.tolist(), network.head.tolist(), strict=True))
        peer_build = median(lambda: nx.Graph(edges), 3)
        graph = nx.Graph(edges)
        found = median(lambda: ask(question, network, naming, given, "nl"))
        peer = median(lambda: open_pairs(graph, network), 3)
        paths = sum(int(str(row["pairs"])) for row in ask(question, network, naming, given, "nl").rows)
        print(f"\nThose shown join {paths:,} pairs.")
        show(
            f"The network of {len(network.tie_ids):,} ties",
            [
                row("read from the store", build, "nx.Graph of the bare ends", peer_build, "under 1.5 s"),
                row("connects education entrepreneurs", found, "networkx loops, counts only", peer, "under 50 ms"),
            ],
        )


def open_pairs(graph: nx.Graph[int], network: Network) -> int:
    """Open pairs counted the plain way, without meetings, `only` or evidence."""
    bit = {sector: 1 << i for i, sector in enumerate(network.sectors)}
    a = {i for i, bits in enumerate(network.sector_bits) if bits & bit["education"]}
    b = {i for i, bits in enumerate(network.sector_bits) if bits & bit["entrepreneurs"]}
    total = 0
    for node in graph:
        near = set(graph[node])
        for one in near & (a - b):
            total += len((near & (b - a)) - set(graph[one]))
    return total


if __name__ == "__main__":
    main()
