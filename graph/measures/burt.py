"""Burt's structural holes: constraint, effective size, efficiency and hierarchy of each node's contacts."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Any

import numpy as np

from graph.compiled import Kernel, cores
from graph.measures.pairs import Pairs
from graph.measures.sparse import Sparse, by_row
from graph.openpaths import Floats


@dataclass(frozen=True, slots=True)
class Holes:
    """Shape (n,) each; NaN for a node without contacts."""

    constraint: Floats
    effective_size: Floats
    efficiency: Floats
    hierarchy: Floats


def structural_holes(graph: Sparse) -> Holes:
    """How far the contacts of a node are each other's contacts too.

    A contact is whoever has an arc to or from the node; its strength s is the sum of the weights
    of both. p_ij = s_ij / sum_k s_ik is the share of j in the strength of i, m_jk = s_jk /
    max_l s_jl the strength of a tie as a part of the strongest of j.

    constraint: sum over contacts j of (p_ij + sum_q p_iq p_qj)^2, q over the contacts of both.
    effective_size: sum over contacts j of (1 - sum_q p_iq m_jq). efficiency: that, divided by the
    number of contacts. hierarchy: how unevenly the constraint c_j is spread over the N contacts,
    sum of r ln r / (N ln N) with r = c_j N / constraint: 0 when even, 1 for who has one contact.

    Parameters
    ----------
    graph : Sparse
        Directed or not, weighted or not. A tie of weight 0 is no contact.

    Returns
    -------
    Holes
        NaN for who has no contacts, as in igraph. networkx, where scipy is not installed, gives
        NaN in directed networks to all without an arc *from* them; igraph does not, nor does this.

    Notes
    -----
    One pass over the triangles. The effective size of all nodes at once with weights is wrong in
    networkx 3.6 (its row maximum is taken by column); `nodes=list(G)` there is right, and equal.

    Examples
    --------
    Ann knows Bob and Cat, who know each other; and Dirk, whom they do not know.

    >>> found = structural_holes(Sparse.of(4, np.array([0, 0, 0, 1]), np.array([1, 2, 3, 2])))
    >>> found.constraint.round(4).tolist(), found.effective_size.round(4).tolist()
    ([0.6111, 1.0069, 1.0069, 1.0], [2.3333, 1.0, 1.0, 1.0])

    References
    ----------
    Burt (1992), Structural Holes, chapter 2. Borgatti (1997), Structural holes: unpacking Burt's
    redundancy measures, Connections 20, 35-38.
    """
    strong = graph.weight > 0
    if not strong.all():
        graph = graph.only(strong)
    pairs = Pairs.of(graph)
    n, degree = graph.n, pairs.degree
    contacts = degree.astype(np.float64)
    total, most = by_row(np.add, pairs.weight, pairs.first), by_row(np.maximum, pairs.weight, pairs.first)
    with np.errstate(divide="ignore"):
        of_total, of_most = 1 / total, 1 / most
    up = pairs.upward
    work, weight = max(up.work, graph.work), pairs.weight[up.place]
    parts = [
        (
            (up.first, up.to, weight, of_total, of_most, begin, end),
            (np.zeros(n, np.int64), np.zeros_like(weight), np.zeros_like(weight), np.zeros(n)),
        )
        for begin, end in up.shares(cores(work))
    ]
    _triangles.in_parts(work, parts)
    through, redundant = pairs.weight * np.repeat(of_total, degree), np.zeros(n)
    for _, (_, forth, back, repeated) in parts:
        through[up.place] += forth
        through[pairs.mate[up.place]] += back
        redundant += repeated
    local = through * through
    constraint = by_row(np.add, local, pairs.first)
    constraint[contacts == 0] = np.nan
    effective = np.where(contacts > 0, contacts - redundant, np.nan)
    ratio = local * np.repeat(contacts / constraint, degree)
    spread = by_row(np.add, ratio * np.log(ratio), pairs.first)
    hierarchy = np.where(contacts > 0, 1.0, np.nan)
    many = contacts > 1
    hierarchy[many] = spread[many] / (contacts[many] * np.log(contacts[many]))
    efficiency = np.full(n, np.nan)
    np.divide(effective, contacts, out=efficiency, where=contacts > 0)
    return Holes(constraint, effective, efficiency, hierarchy)


def _triangles_loops(
    first: Any,
    to: Any,
    weight: Any,
    of_total: Any,
    of_most: Any,
    begin: int,
    end: int,
    mark: Any,
    forth: Any,
    back: Any,
    redundant: Any,
) -> None:
    """Each triangle once: what each invests in each other by way of the third, and what ties of contacts repeat.

    `forth` and `back` are of the pairs from the end with fewer ties and to it. What i invests in j is the weight
    of the pair by `of_total` of i, how strong a tie of j is that weight by `of_most` of j.
    """
    for a in range(begin, end):
        total_a, most_a = of_total[a], of_most[a]
        repeated_a = 0.0
        for i in range(first[a], first[a + 1]):
            mark[to[i]] = i + 1
        for i in range(first[a], first[a + 1]):
            b = to[i]
            ab = weight[i]
            total_b, most_b = of_total[b], of_most[b]
            forth_ab, back_ab, repeated_b = 0.0, 0.0, 0.0
            for j in range(first[b], first[b + 1]):
                c = to[j]
                if mark[c] == 0:
                    continue
                k = mark[c] - 1
                ac, bc = weight[k], weight[j]
                total_c, most_c = of_total[c], of_most[c]
                forth_ab += ac * total_a * bc * total_c
                back_ab += bc * total_b * ac * total_c
                forth[k] += ab * total_a * bc * total_b
                back[k] += bc * total_c * ab * total_b
                forth[j] += ab * total_b * ac * total_a
                back[j] += ac * total_c * ab * total_a
                repeated_a += ac * total_a * bc * most_b + ab * total_a * bc * most_c
                repeated_b += bc * total_b * ac * most_a + ab * total_b * ac * most_c
                redundant[c] += bc * total_c * ab * most_a + ac * total_c * ab * most_b
            forth[i] += forth_ab
            back[i] += back_ab
            redundant[b] += repeated_b
        redundant[a] += repeated_a
        for i in range(first[a], first[a + 1]):
            mark[to[i]] = 0


_triangles = Kernel(_triangles_loops)
