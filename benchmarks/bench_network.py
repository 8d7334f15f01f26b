"""The network of 100 000 ties and questions about it, beside networkx on the same ties."""

from __future__ import annotations

import random
import statistics
import tempfile
from contextlib import ExitStack
from itertools import islice
from pathlib import Path

import networkx as nx

from benchmarks.made_up import made_up
from benchmarks.measuring import median, once, row, show
from graph.adapters import SqliteStore
from graph.bulk import many_objects
from graph.knowledge import Knowledge
from graph.naming import Naming
from graph.network import Network, read_network
from graph.paths import best_chains, ground
from graph.questions import ask, question_named
from graph.words import load_words

TIES = 100_000
THEMES = 200
PAIRS = 40


def main() -> None:
    words = load_words()
    with tempfile.TemporaryDirectory() as folder, ExitStack() as open_:
        store = SqliteStore(Path(folder) / "network.db")
        Knowledge(store, words).load(made_up(TIES, ties=TIES, themes=THEMES))

        def read() -> Network:
            with many_objects(), store.reading() as view:
                return read_network(view, words)

        network = read()
        view = open_.enter_context(store.reading())
        naming = Naming(network)
        question = question_named("connects")
        given = {"from": "education", "to": "entrepreneurs"}
        naming.resolve("education", ("sector",))
        build = median(read, 3)
        edges = list(zip(network.tail.tolist(), network.head.tolist(), strict=True))
        peer_build = median(lambda: nx.Graph(edges), 3)
        graph = nx.Graph(edges)
        found = median(lambda: ask(question, view, network, naming, given, "nl"))
        peer = median(lambda: open_pairs(graph, network), 3)
        paths = sum(int(str(row["pairs"])) for row in ask(question, view, network, naming, given, "nl").rows)
        ends = pairs(network)
        ground(network)
        path = statistics.median(once(lambda a=a, b=b: best_chains(network, a, b)) for a, b in ends)
        weighed = weighed_graph(network)
        shortest = statistics.median(once(lambda a=a, b=b: shortest_three(weighed, a, b)) for a, b in ends[:10])
        knows = question_named("knows-about")

        def known(topic: str) -> float:
            return median(lambda: ask(knows, view, network, naming, {"topic": topic}, "nl"))

        around = median(lambda: two_steps(graph, network))
        print(f"\nThose shown join {paths:,} pairs.")
        show(
            f"The network of {len(network.tie_ids):,} ties",
            [
                row("read from the store", build, "nx.Graph of the bare ends", peer_build, "under 1.5 s"),
                row("connects education entrepreneurs", found, "networkx loops, counts only", peer, "under 50 ms"),
                row("path: 3 different chains", path, "networkx, 3 shortest simple paths", shortest, "under 50 ms"),
                row("knows-about a theme", known("Onderwerp 7"), "networkx, two steps away", around, ""),
                row(
                    "knows-about a word that one theme has",
                    known("word:onderwerp 7"),
                    "networkx, two steps away",
                    around,
                    "",
                ),
            ],
        )


def pairs(network: Network) -> list[tuple[int, int]]:
    """People at random, the same in every run."""
    people = network.rows_of_kind("person").tolist()
    rnd = random.Random(2)
    return [tuple(rnd.sample(people, 2)) for _ in range(PAIRS)]  # type: ignore[misc]


def weighed_graph(network: Network) -> nx.Graph[int]:
    """The steps of `path` with half of each passage on either side."""
    steps = ground(network)
    graph: nx.Graph[int] = nx.Graph()
    for one in range(len(network.ids)):
        for to in steps.near[steps.start[one] : steps.start[one + 1]]:
            if steps.through[one] >= 0 and steps.through[to] >= 0:
                graph.add_edge(one, to, weight=1 + (steps.through[one] + steps.through[to]) / 2)
    return graph


def shortest_three(graph: nx.Graph[int], one: int, other: int) -> list[list[int]]:
    """What a plain user of networkx does: the next path may be a detour of the one before."""
    try:
        return list(islice(nx.shortest_simple_paths(graph, one, other, "weight"), 3))
    except (nx.NetworkXNoPath, nx.NodeNotFound):
        return []


def two_steps(graph: nx.Graph[int], network: Network) -> set[int]:
    """Who is two steps from a theme."""
    return set(nx.single_source_shortest_path_length(graph, network.names.index("Onderwerp 7"), 2))


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
