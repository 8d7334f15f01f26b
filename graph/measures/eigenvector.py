"""Eigenvector centrality: a node is central when those that point to it are."""

from __future__ import annotations

import numpy as np

from graph.measures.sparse import Sparse, summed
from graph.openpaths import Floats

_BASIS = 24
_RESTARTS = 500
_PRECISE, _NEAR = 1e-15, 1e-12
"""Residuals, as parts of the eigenvalue: at which to stop, and from which to stop when it no longer halves."""


def eigenvector(graph: Sparse) -> Floats:
    """The leading eigenvector of the weights, the largest value being 1; shape (n,).

    The centrality of a node is in proportion to the sum of that of those with an arc to it, times
    the weight. In a network of several parts, the part with the largest eigenvalue has it all; of
    equal parts each has its share. As in igraph, everybody has 1 when there are no ties at all,
    and 0 in a directed network without a cycle, where nothing but 0 satisfies the definition.

    Notes
    -----
    Arnoldi's method, begun with the weights of each node and begun again with the best found,
    until the residual is at the precision of the numbers.

    Examples
    --------
    >>> eigenvector(Sparse.of(3, np.array([0, 1]), np.array([1, 2]))).round(4).tolist()
    [0.7071, 1.0, 0.7071]

    References
    ----------
    Bonacich (1987), Power and centrality: a family of measures, American Journal of Sociology 92.
    """
    if not graph.weight.any():
        return np.ones(graph.n)
    if graph.directed and _acyclic(graph):
        return np.zeros(graph.n)
    tail, to, weight = graph.tail, graph.to, graph.weight
    start = summed(to, weight, graph.n)
    start /= np.linalg.norm(start)
    best, nearest = start, np.inf
    basis, small = np.zeros((_BASIS + 1, graph.n)), np.zeros((_BASIS + 1, _BASIS))
    for _ in range(_RESTARTS):
        basis[0] = best
        small[:] = 0
        for j in range(_BASIS):
            ahead = summed(to, weight * basis[j][tail], graph.n)
            for _again in range(2):  # once more against rounding
                part = basis[: j + 1] @ ahead
                ahead = ahead - part @ basis[: j + 1]
                small[: j + 1, j] += part
            small[j + 1, j] = np.linalg.norm(ahead)
            if small[j + 1, j] <= _PRECISE * np.abs(small).max():
                break
            basis[j + 1] = ahead / small[j + 1, j]
        size = j + 1
        values, vectors = np.linalg.eig(small[:size, :size])
        top = int(np.argmax(values.real))
        found = np.real(vectors[:, top] / vectors[np.argmax(np.abs(vectors[:, top])), top]) @ basis[:size]
        best = np.abs(found) / np.linalg.norm(found)
        leading = float(abs(values[top]))
        residual = float(np.linalg.norm(summed(to, weight * best[tail], graph.n) - leading * best))
        if residual <= _PRECISE * leading or (residual <= _NEAR * leading and residual > nearest / 2):
            break
        nearest = min(nearest, residual)
    centrality: Floats = best / best.max()
    return centrality


def _acyclic(graph: Sparse) -> bool:
    """Whether taking away whoever nothing points to, again and again, takes away all."""
    left = np.ones(graph.n, bool)
    strong = graph.weight > 0
    tail, to = graph.tail[strong], graph.to[strong]
    while left.any():
        inside = left[tail] & left[to]
        tail, to = tail[inside], to[inside]
        first = left & (np.bincount(to, minlength=graph.n) == 0)
        if not first.any():
            return False
        left &= ~first
    return True
