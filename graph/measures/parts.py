"""Parts: what a node's surroundings fall into when it leaves."""

from __future__ import annotations

from graph.measures.sparse import Sparse


def parts_without(graph: Sparse, node: int) -> list[list[int]]:
    """The parts into which those that some way leads to from a node fall without it, the largest first.

    Each part is sorted; of equal size the one with the first node comes first. A tie is an arc either
    way. One part: nobody is parted; none: an isolate. Time goes with the ties of the component.

    >>> import numpy as np
    >>> parts_without(Sparse.of(5, np.array([0, 0, 2]), np.array([1, 2, 3])), 0)
    [[2, 3], [1]]
    """
    sides = (graph,) if not graph.directed else (graph, graph.reverse)
    seen, found = {node}, []
    for begin in _near(sides, node):
        if begin in seen:
            continue
        part = [begin]
        seen.add(begin)
        for one in part:
            new = [other for other in _near(sides, one) if other not in seen]
            seen.update(new)
            part += new
        found.append(sorted(part))
    return sorted(found, key=lambda part: (-len(part), part[0]))


def _near(sides: tuple[Sparse, ...], node: int) -> list[int]:
    if len(sides) == 1:
        return sides[0].neighbours[node]
    return sorted({other for side in sides for other in side.neighbours[node]})
