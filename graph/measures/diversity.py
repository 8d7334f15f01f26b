"""Diversity: how mixed the groups are of those around a node, such as the people at an activity."""

from __future__ import annotations

from dataclasses import dataclass

import numpy as np

from graph.measures.groups import Groups
from graph.measures.sparse import Sparse
from graph.openpaths import Floats


@dataclass(frozen=True, slots=True)
class Diversity:
    """Shape (n,) each: `blau` and `iqv`, NaN without neighbours of a known group."""

    blau: Floats
    iqv: Floats


def diversity(graph: Sparse, groups: Groups) -> Diversity:
    """Blau's index of the groups of each node's neighbours: 1 - sum p_g^2, p_g the share of a group.

    The chance that two drawn at random, with putting back, are of different groups. `iqv` divides
    it by the most it can be with the k groups of the network, (k - 1) / k: from 0, all of one
    group, to 1, all groups alike; NaN when there is one group only. Neighbours without a group are
    left out. Directed, neighbours are those with an arc to them. Weights do not matter.

    >>> net = Sparse.of(3, np.array([0, 1]), np.array([2, 2]))
    >>> diversity(net, Groups.named(["a", "b", ""])).iqv.tolist()
    [nan, nan, 1.0]

    Blau (1977), Inequality and Heterogeneity. Agresti and Agresti (1978), Statistical analysis of
    qualitative variation, Sociological Methodology 9.
    """
    near, k = groups.of[graph.to], len(groups.names)
    known = near >= 0
    key, many = np.unique(graph.tail[known].astype(np.int64) * max(k, 1) + near[known], return_counts=True)
    node = key // max(k, 1)
    total = np.bincount(node, weights=many, minlength=graph.n)
    alike = np.bincount(node, weights=many * many, minlength=graph.n)
    blau = np.full(graph.n, np.nan)
    np.divide(alike, total * total, out=blau, where=total > 0)
    blau = 1 - blau
    return Diversity(blau, blau * k / (k - 1) if k > 1 else np.full(graph.n, np.nan))
