"""Burt's structural holes: constraint, effective size, efficiency and hierarchy of each node's contacts."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Any

import numpy as np

from graph.compiled import Kernel
from graph.measures.pairs import Pairs
from graph.measures.sparse import Sparse, summed
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
    n, tail = graph.n, pairs.tail
    contacts = pairs.degree.astype(np.float64)
    total = summed(tail, pairs.weight, n)
    most = np.zeros(n)
    held = np.flatnonzero(contacts)
    most[held] = np.maximum.reduceat(pairs.weight, pairs.first[held]) if len(held) else 0
    share, part = pairs.weight / total[tail], pairs.weight / most[tail]
    through, redundant = share.copy(), np.zeros(n)
    up = pairs.upward
    read = (up.first, up.to, up.place, pairs.mate, share, part)
    _triangles(max(up.work, graph.work), read, (np.zeros(n, np.int64), through, redundant))
    local = through * through
    constraint = summed(tail, local, n)
    constraint[contacts == 0] = np.nan
    effective = np.where(contacts > 0, contacts - redundant, np.nan)
    several = contacts[tail] > 1
    ratio = local[several] * contacts[tail[several]] / constraint[tail[several]]
    spread = summed(tail[several], ratio * np.log(ratio), n)
    hierarchy = np.where(contacts > 0, 1.0, np.nan)
    many = contacts > 1
    hierarchy[many] = spread[many] / (contacts[many] * np.log(contacts[many]))
    efficiency = np.full(n, np.nan)
    np.divide(effective, contacts, out=efficiency, where=contacts > 0)
    return Holes(constraint, effective, efficiency, hierarchy)


def _triangles_loops(
    first: Any, to: Any, place: Any, mate: Any, share: Any, part: Any, mark: Any, through: Any, redundant: Any
) -> None:
    """Each triangle once; `through` gets what i invests in j by way of the third, `redundant` what j's ties repeat."""
    for a in range(len(first) - 1):
        for i in range(first[a], first[a + 1]):
            mark[to[i]] = i + 1
        for i in range(first[a], first[a + 1]):
            b = to[i]
            ab = place[i]
            ba = mate[ab]
            for j in range(first[b], first[b + 1]):
                c = to[j]
                if mark[c] == 0:
                    continue
                ac, bc = place[mark[c] - 1], place[j]
                ca, cb = mate[ac], mate[bc]
                through[ab] += share[ac] * share[cb]
                through[ac] += share[ab] * share[bc]
                through[ba] += share[bc] * share[ca]
                through[bc] += share[ba] * share[ac]
                through[ca] += share[cb] * share[ba]
                through[cb] += share[ca] * share[ab]
                redundant[a] += share[ac] * part[bc] + share[ab] * part[cb]
                redundant[b] += share[bc] * part[ac] + share[ba] * part[ca]
                redundant[c] += share[cb] * part[ab] + share[ca] * part[ba]
        for i in range(first[a], first[a + 1]):
            mark[to[i]] = 0


_triangles = Kernel(_triangles_loops)
