"""Compiles every measure before somebody waits for it: `python -m graph.measures.warming`.

What is compiled is kept on disk beside the code, so that this takes some ten seconds once and one afterwards.
"""

from __future__ import annotations

import sys
import time
from collections.abc import Iterator

import numpy as np

from graph import compiled
from graph.adapters import MemoryStore
from graph.introductions import proposals
from graph.introductions.each import best_of_each
from graph.measures.catalogue import MEASURES
from graph.measures.given import Given, Wish
from graph.measures.sparse import Sparse
from graph.measures.warm_path import warm_paths
from graph.network import read_network
from graph.words import load_words

_WISHES = (
    Wish(from_="a", to="b", top=2),
    Wish(from_="b", to="a", partial=True),
    Wish(from_="a", to="b", leaves="0", sample=1),
    Wish(from_="a", to="b", meet=("0", "5")),
)


def warm() -> Iterator[str]:
    """Run every measure, and what proposals need, compiled on a tiny network; the name of each that is done."""
    tail, head = np.array([0, 0, 1, 1, 2, 3, 3]), np.array([4, 5, 4, 6, 5, 6, 4])
    columns = {"group": ["a", "b", "a", "b", "a", "b", "a"]}
    for name, measure in MEASURES.items():
        for directed in (False, True):
            for weight in (None, np.arange(1.0, len(tail) + 1)):
                graph = Sparse.of(7, tail, head, weight, directed=directed)
                given = Given([str(i) for i in range(7)], graph, tail, head, weight is not None, columns, "group")
                for wish in _WISHES:
                    measure.run(given, wish)
        yield name
    for directed in (False, True):
        warm_paths(Sparse.of(7, tail, head, directed=directed), 0, 5)
    yield "warm-path"
    with MemoryStore().reading() as view:
        nobody = read_network(view, load_words())
    proposals(nobody)
    best_of_each(nobody)
    yield "proposals"


def main() -> None:
    compiled.COMPILE_ABOVE = -1
    say = sys.stdout.write
    say("Compiling the measures for this computer; the first time ten seconds ")
    began = time.perf_counter()
    for _ in warm():
        say(".")
        sys.stdout.flush()
    say(f" done in {time.perf_counter() - began:.0f} s.\n")


if __name__ == "__main__":
    main()
