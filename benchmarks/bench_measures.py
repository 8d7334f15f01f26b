"""Measures on made-up networks of collaboration, beside networkx and scipy on the same ties in the same run."""

from __future__ import annotations

import csv
import importlib
import importlib.util
import shutil
import statistics
import subprocess
import sys
import tempfile
from collections.abc import Callable
from pathlib import Path
from typing import Any

import networkx as nx
import numpy as np
import scipy.sparse as sp
import scipy.sparse.linalg

from benchmarks.collaboration import Collaboration, collaboration
from benchmarks.measuring import Row, median, once, row, show
from graph.measures.betweenness import betweenness_between
from graph.measures.brokerage import brokerage
from graph.measures.burt import structural_holes
from graph.measures.closeness import closeness
from graph.measures.clustering import clustering
from graph.measures.communities import communities
from graph.measures.cuts import cuts
from graph.measures.eigenvector import eigenvector
from graph.measures.groups import Groups
from graph.measures.links import link_scores
from graph.measures.pagerank import pagerank
from graph.measures.projection import newman, projection
from graph.measures.sparse import Sparse
from graph.measures.two_paths import two_paths
from graph.measures.warm_path import warm_paths
from graph.measures.what_if import leaves

SIZES = (10_000, 100_000)
_SOURCES = 8


def main() -> None:
    for ties in (int(size) for size in sys.argv[1:] or SIZES):
        made = collaboration(ties)
        show(f"Measures at {len(made.tail):,} ties, {made.people:,} people", measured(made))
        more = others(ties)
        if more:
            show(f"Beside igraph and R at {len(made.tail):,} ties", more)
    show("A million ties", large(1_000_000))
    show("Whole processes", [whole_process(ties) for ties in SIZES])


def measured(made: Collaboration) -> list[Row]:
    n = made.people
    groups = Groups([str(i) for i in range(12)], made.sector.astype(np.int32))
    left, right = groups.of == 1, groups.of == 2

    def net(*, directed: bool = False) -> Sparse:
        return Sparse.of(n, made.tail, made.head, directed=directed)

    def ours(measure: Callable[[Sparse], object], *, directed: bool = False, times: int = 3) -> float:
        """On a network that is built anew each time, so that nothing derived from it is kept; building is taken off."""
        fresh = [net(directed=directed) for _ in range(times + 1)]
        return median(lambda: measure(fresh.pop()), times)

    build = median(net, 3)
    peer = nx.Graph(zip(made.tail.tolist(), made.head.tolist(), strict=True))
    peer_build = once(lambda: nx.Graph(zip(made.tail.tolist(), made.head.tolist(), strict=True)))
    ones = np.ones(len(made.tail))
    one_way = sp.csr_array((ones, (made.tail, made.head)), shape=(n, n))
    both_ways = (one_way + one_way.T).tocsr()
    there = sp.csr_array((np.ones(len(made.who)), (made.who, made.where)))
    size = np.bincount(made.where)
    hub = int(np.argmax(net().degree))
    sources = np.flatnonzero(left)

    def few(run: Callable[[Any], object]) -> float:
        """A peer that is too slow: measured on some sources and scaled."""
        return once(lambda: run(sources[:_SOURCES].tolist())) * len(sources) / min(_SOURCES, len(sources))

    targets = np.flatnonzero(right).tolist()
    strength = np.random.default_rng(1).random(len(made.tail)) + 0.1
    heavy = Sparse.of(n, made.tail, made.head, strength)
    costs = nx.Graph()
    costs.add_weighted_edges_from(zip(made.tail.tolist(), made.head.tolist(), (1 / strength).tolist(), strict=True))
    giant = sorted(max(nx.connected_components(costs), key=len))
    ends = np.random.default_rng(2).choice(giant, (40, 2)).tolist()
    warm_paths(heavy, *ends[0])
    between = few(lambda some: nx.betweenness_centrality_subset(peer, some, targets))
    near = few(lambda some: [nx.single_source_shortest_path_length(peer, one) for one in some]) * n / len(sources)
    return [
        row("arrays to network", build, "nx.Graph", peer_build, "-"),
        row(
            "brokerage",
            ours(lambda graph: brokerage(graph, groups)),
            "scipy, open two-paths only",
            median(lambda: open_by_scipy(both_ways), 1),
            "15 ms",
        ),
        row(
            "brokerage, directed",
            ours(lambda graph: brokerage(graph, groups), directed=True),
            "scipy, open two-paths only",
            median(lambda: open_by_scipy(one_way), 1),
            "40 ms",
        ),
        row(
            "constraint and effective size",
            ours(structural_holes),
            "scipy, constraint only",
            median(lambda: constraint_by_scipy(both_ways), 1),
            "20 ms",
        ),
        row("clustering", ours(clustering), "networkx", once(lambda: nx.clustering(peer)), "-"),
        row(
            "open two-paths A-x-B",
            ours(lambda graph: two_paths(graph, left, right)),
            "scipy, counts only",
            median(lambda: between_by_scipy(both_ways, left, right), 3),
            "2 ms",
        ),
        row(
            "100 best absent ties across groups",
            ours(lambda graph: link_scores(graph, 100, groups=groups)),
            "scipy, all scores",
            median(lambda: adamic_by_scipy(both_ways), 1),
            "30 ms",
        ),
        row(
            "betweenness between two groups",
            ours(lambda graph: betweenness_between(graph, left, right), times=1),
            "networkx (8 sources, scaled)",
            between,
            "1 s",
        ),
        row("closeness of all", ours(closeness, times=1), "networkx (8 sources, scaled)", near, "-"),
        row("eigenvector", ours(eigenvector), "scipy", once(lambda: scipy.sparse.linalg.eigsh(both_ways, 1)), "-"),
        row("PageRank", ours(pagerank), "networkx on scipy", once(lambda: nx.pagerank(peer, tol=1e-15)), "-"),
        row("communities", ours(communities), "networkx", once(lambda: nx.community.louvain_communities(peer)), "-"),
        row(
            "pairs lost, for every node",
            ours(cuts),
            "networkx, cut nodes only",
            once(lambda: list(nx.articulation_points(peer))),
            "-",
        ),
        row("what if the best known leaves", ours(lambda g: leaves(g, hub), times=1), "networkx", 2 * near, "-"),
        row(
            "one warm path",
            statistics.median(once(lambda a=a, b=b: warm_paths(heavy, a, b)) for a, b in ends),
            "networkx",
            statistics.median(once(lambda a=a, b=b: way(costs, a, b)) for a, b in ends),
            "0.2 ms",
        ),
        row(
            "projection",
            median(lambda: projection(len(there.indptr) - 1 + len(size), *_sides(made, len(size)))),
            "scipy",
            median(lambda: there @ sp.diags_array(newman(size)) @ there.T),
            "6 ms",
        ),
    ]


def large(ties: int) -> list[Row]:
    """What must stay quick at any size, beside scipy doing less; networkx would take minutes."""
    made = collaboration(ties)
    n = made.people
    groups = Groups([str(i) for i in range(12)], made.sector.astype(np.int32))
    one_way = sp.csr_array((np.ones(len(made.tail)), (made.tail, made.head)), shape=(n, n))
    both_ways = (one_way + one_way.T).tocsr()

    def ours(measure: Callable[[Sparse], object]) -> float:
        fresh = [Sparse.of(n, made.tail, made.head) for _ in range(4)]
        return median(lambda: measure(fresh.pop()), 3)

    found = [
        row(
            "brokerage",
            ours(lambda graph: brokerage(graph, groups)),
            "scipy, open two-paths only",
            once(lambda: open_by_scipy(both_ways)),
            "250 ms",
        ),
        row(
            "constraint and effective size",
            ours(structural_holes),
            "scipy, constraint only",
            once(lambda: constraint_by_scipy(both_ways)),
            "300 ms",
        ),
        row(
            "100 best absent ties across groups",
            ours(lambda graph: link_scores(graph, 100, groups=groups)),
            "scipy, all scores",
            once(lambda: adamic_by_scipy(both_ways)),
            "500 ms",
        ),
    ]
    return [*found, Row("memory of a process of its own", memory(ties), "-", "-", "1 GB")]


def memory(ties: int) -> str:
    """The most memory of a process that does these three."""
    code = (
        "import resource; import numpy as np; from benchmarks.collaboration import collaboration;"
        "from graph.measures.brokerage import brokerage; from graph.measures.burt import structural_holes;"
        "from graph.measures.groups import Groups; from graph.measures.links import link_scores;"
        f"from graph.measures.sparse import Sparse; made = collaboration({ties});"
        "net = Sparse.of(made.people, made.tail, made.head);"
        "groups = Groups([str(i) for i in range(12)], made.sector.astype(np.int32));"
        "brokerage(net, groups); structural_holes(net); link_scores(net, 100, groups=groups);"
        "print(resource.getrusage(resource.RUSAGE_SELF).ru_maxrss // 1000)"
    )
    done = subprocess.run([sys.executable, "-c", code], check=True, capture_output=True, text=True)
    return f"{int(done.stdout)} MB"


def way(costs: nx.Graph[int], one: int, other: int) -> object:
    return nx.bidirectional_dijkstra(costs, one, other)


def others(ties: int) -> list[Row]:
    """Beside igraph and R's sna, where they are installed: GPL, and for this comparison only."""
    made = collaboration(ties)
    n = made.people
    graph = Sparse.of(n, made.tail, made.head)
    groups = Groups([str(i) for i in range(12)], made.sector.astype(np.int32))
    left, right = groups.of == 1, groups.of == 2
    found = []
    if importlib.util.find_spec("igraph"):
        igraph = importlib.import_module("igraph")
        peer = igraph.Graph(n=n, edges=np.column_stack([made.tail, made.head]).tolist())
        ends = {"sources": np.flatnonzero(left).tolist(), "targets": np.flatnonzero(right).tolist()}
        found += [
            row("constraint", median(lambda: structural_holes(graph)), "igraph", once(peer.constraint), "-"),
            row("closeness of all", once(lambda: closeness(graph)), "igraph", once(peer.closeness), "-"),
            row("PageRank", median(lambda: pagerank(graph)), "igraph", once(peer.pagerank), "-"),
            row(
                "betweenness between two groups",
                once(lambda: betweenness_between(graph, left, right)),
                "igraph",
                once(lambda: peer.betweenness(**ends)),
                "-",
            ),
        ]
    if shutil.which("Rscript") and n <= _DENSE:
        found.append(row("brokerage", median(lambda: brokerage(graph, groups)), "R sna", by_sna(made), "-"))
    return found


_DENSE = 5_000
"""Nodes up to which R's sna is asked: its brokerage works on a whole matrix."""


def by_sna(made: Collaboration) -> float:
    """Seconds that `sna::brokerage` takes by its own clock."""
    with tempfile.TemporaryDirectory() as folder:
        edges, nodes = Path(folder) / "edges.csv", Path(folder) / "nodes.csv"
        _write(nodes, ("id", "sector"), enumerate(made.sector.tolist()))
        _write(edges, ("from", "to"), zip(made.tail.tolist(), made.head.tolist(), strict=True))
        script = (
            "suppressMessages(library(sna));"
            f"e <- as.matrix(read.csv({str(edges)!r})) + 1; g <- read.csv({str(nodes)!r})$sector; n <- length(g);"
            "m <- matrix(0, n, n); m[e] <- 1; m[e[, 2:1]] <- 1; cat(system.time(brokerage(m, g))[['elapsed']])"
        )
        done = subprocess.run(["Rscript", "-e", script], check=True, capture_output=True, text=True)
    return float(done.stdout)


def _sides(made: Collaboration, activities: int) -> tuple[Any, Any, Any]:
    """Who and where in one numbering, with Newman's weights."""
    where = made.where + made.people
    return made.who, where, newman(np.bincount(where, minlength=made.people + activities))


def open_by_scipy(arcs: Any) -> Any:
    """Open two-paths by all pairs, the plain way."""
    through = arcs @ arcs
    return through.sum() - (through * arcs).sum() - through.diagonal().sum()


def constraint_by_scipy(arcs: Any) -> Any:
    share = sp.diags_array(1 / np.maximum(arcs.sum(axis=1), 1)) @ arcs
    local = share + (share @ share) * (arcs > 0)
    return (local * local).sum(axis=1)


def between_by_scipy(arcs: Any, left: Any, right: Any) -> Any:
    one, other = arcs[left], arcs[:, right]
    open_ = (one @ other).sum() - ((one @ other) * arcs[left][:, right]).sum()
    return open_, one.sum(axis=0) * other.sum(axis=1)


def adamic_by_scipy(arcs: Any) -> Any:
    degree = arcs.sum(axis=1)
    value = np.divide(1, np.log(np.maximum(degree, 2)), where=degree > 0, out=np.zeros(len(degree)))
    return arcs @ sp.diags_array(value) @ arcs


def whole_process(ties: int) -> Row:
    """From two files to brokerage of all, beside networkx reading the same edges."""
    made = collaboration(ties)
    with tempfile.TemporaryDirectory() as folder:
        edges, nodes = Path(folder) / "edges.csv", Path(folder) / "nodes.csv"
        _write(nodes, ("id", "sector"), enumerate(made.sector.tolist()))
        _write(edges, ("from", "to"), zip(made.tail.tolist(), made.head.tolist(), strict=True))
        binck = ["-m", "api.cli", "measure", "brokerage", "--edges", str(edges), "--nodes", str(nodes)]
        reading = f"import networkx as nx; nx.read_edgelist({str(edges)!r}, delimiter=',')"

        def run(*arguments: str) -> None:
            subprocess.run([sys.executable, *arguments], check=True, capture_output=True)

        ours = median(lambda: run(*binck, "--group", "sector"), 3)
        peer = median(lambda: run("-c", reading), 3)
    return row(f"files to brokerage, {ties:,} ties", ours, "networkx reads the edges", peer, "1.2 s at 100,000")


def _write(path: Path, headings: tuple[str, ...], rows: Any) -> None:
    with path.open("w", newline="") as file:
        writer = csv.writer(file)
        writer.writerow(headings)
        writer.writerows(rows)


if __name__ == "__main__":
    main()
