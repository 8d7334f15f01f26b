"""ForceAtlas2 (Jacomy et al. 2014), as networkx has it, from nothing or from where everything stood."""

from __future__ import annotations

import networkx as nx
import numpy as np

from viz.spread import Points

SEED = 1
_GRAVITY, _REPULSION = 0.5, 2.0


def force(graph: nx.Graph[int], part: list[int], start: Points | None, rounds: int) -> Points:
    """Places for a part of a graph after so many rounds, the same each time.

    From known places the rounds begin at the size at which their forces balance, so that they
    neither blow up nor fall together.
    """
    if len(part) == 1:
        return np.zeros((1, 2))
    inner: nx.Graph[int] = nx.Graph()
    inner.add_nodes_from(part)
    inner.add_edges_from(graph.subgraph(part).edges)
    scale = 1.0
    given = None
    if start is not None:
        scale = _balance(inner, part, start)
        middle = start[part].mean(axis=0)
        given = {i: (start[i] - middle) * scale for i in part}
    made = nx.forceatlas2_layout(inner, given, max_iter=rounds, gravity=_GRAVITY, scaling_ratio=_REPULSION, seed=SEED)
    return np.array([made[i] for i in part]) / scale


def _balance(graph: nx.Graph[int], part: list[int], points: Points) -> float:
    """The factor at which attraction, repulsion and gravity neither blow the part up nor shrink it."""
    middle = points[part].mean(axis=0)
    mass = np.array([graph.degree(i) + 1 for i in part], float)
    attraction = sum(float(((points[a] - points[b]) ** 2).sum()) for a, b in graph.edges)
    repulsion = _REPULSION * (mass.sum() ** 2 - (mass**2).sum()) / 2
    gravity = _GRAVITY * float((mass * np.hypot(*(points[part] - middle).T)).sum())
    return float((-gravity + (gravity**2 + 4 * attraction * repulsion) ** 0.5) / (2 * max(attraction, 1e-9)))


def turned(points: Points, before: Points) -> Points:
    """The points moved, turned, mirrored and scaled to lie as near as can be to where they lay (Procrustes)."""
    kept = ~np.isnan(before[:, 0])
    ours, theirs = points[kept], before[kept]
    a, b = ours - ours.mean(axis=0), theirs - theirs.mean(axis=0)
    u, sizes, v = np.linalg.svd(a.T @ b)
    scale = sizes.sum() / max(float((a**2).sum()), 1e-9)
    turned: Points = (points - ours.mean(axis=0)) @ (u @ v) * scale + theirs.mean(axis=0)
    return turned
