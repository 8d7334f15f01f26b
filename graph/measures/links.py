"""Link scores: which ties that are not there one would expect, by the contacts that two have in common."""

from __future__ import annotations

from dataclasses import dataclass
from functools import partial
from itertools import pairwise
from typing import Any

import numpy as np

from graph.compiled import Kernel, at_once, cores
from graph.measures.groups import Groups
from graph.measures.pairs import Pairs
from graph.measures.sparse import Sparse, summed
from graph.network import Ints
from graph.openpaths import Floats, Longs

SCORES = ("common_neighbours", "jaccard", "adamic_adar", "resource_allocation", "preferential_attachment")
RANKED_BY = ("adamic_adar", "resource_allocation", "common_neighbours")
_TURNS = 8
"""For how many nodes there is room for all their pairs, beside the best, before the others are dropped."""


@dataclass(frozen=True, slots=True)
class Links:
    """Pairs without a tie, the best first; `scores` has shape (k,) under each of `SCORES`."""

    us: Ints
    vs: Ints
    scores: dict[str, Floats]


def link_scores(
    graph: Sparse, top: int = 0, by: str = "adamic_adar", groups: Groups | None = None, *, weighted: bool = False
) -> Links:
    """The pairs without a tie, in either direction, that have most contacts in common.

    With z over the common contacts of u and v and k the number of contacts: `common_neighbours`
    counts z; `jaccard` divides that by the contacts of either; `adamic_adar` is sum 1 / ln k_z;
    `resource_allocation` is sum 1 / k_z; `preferential_attachment` is k_u k_v.

    Parameters
    ----------
    graph : Sparse
        Directed, a contact is whoever has an arc to or from the node.
    top : int
        How many pairs; 0 is all that have a contact in common.
    by : str
        One of `RANKED_BY`. Of equal scores the pair that stands first in the network goes first.
    groups : Groups, optional
        Only pairs of different groups; who has no group is in no pair.
    weighted : bool
        The weighted forms of Lü and Zhou: with s_z the sum of the weights of z, `common_neighbours`
        is sum (w_uz + w_zv), `adamic_adar` divides each by ln(1 + s_z), `resource_allocation` by
        s_z. `jaccard` and `preferential_attachment` go without weights.

    Notes
    -----
    Goes over the two-paths of one node after the other, and now and then drops all but the best so
    far; the pairs are never all there at once.

    Examples
    --------
    >>> found = link_scores(Sparse.of(4, np.array([0, 0, 1, 2]), np.array([1, 2, 3, 3])))
    >>> list(zip(found.us.tolist(), found.vs.tolist(), found.scores["resource_allocation"].tolist()))
    [(0, 3, 1.0), (1, 2, 1.0)]

    References
    ----------
    Liben-Nowell and Kleinberg (2007), The link-prediction problem for social networks. Adamic and
    Adar (2003), Friends and neighbors on the web, Social Networks 25. Zhou, Lü and Zhang (2009),
    Predicting missing links via local information. Lü and Zhou (2010), Link prediction in weighted
    networks: the role of weak ties, Europhysics Letters 89.
    """
    pairs = Pairs.of(graph)
    n, degree = graph.n, pairs.degree
    of = np.arange(n, dtype=np.int32) if groups is None else groups.of
    values = _values(pairs, weighted=weighted)
    # a step weighs a half on either side, so that a common contact counts once
    weight = pairs.weight if weighted else np.full(len(pairs.to), 0.5)
    steps = np.concatenate([[0], np.cumsum(degree[pairs.to])])[pairs.first]
    work = int(steps[-1]) + graph.work
    ends = np.searchsorted(steps, np.linspace(0, steps[-1], cores(work) + 1)[1:-1]).tolist()
    found = at_once(
        [
            partial(_best, pairs, weight, values[by], of, top, (begin, end), int(steps[end] - steps[begin]))
            for begin, end in pairwise([0, *ends, n])
        ]
    )
    us, vs, score = (np.concatenate(parts) for parts in zip(*found, strict=True))
    best = np.lexsort((vs, us, -score))[: top or len(us)]
    return Links(us[best], vs[best], _scores(pairs, us[best], vs[best], weight, values))


def _best(
    pairs: Pairs, weight: Floats, value: Floats, of: Ints, top: int, nodes: tuple[int, int], two_paths: int
) -> tuple[Ints, Ints, Floats]:
    """The best pairs of some nodes with later ones, all that have a contact in common for a `top` of 0."""
    n, (begin, end) = pairs.n, nodes
    room = top or two_paths
    size = (2 if top else 1) * room + _TURNS * n
    us, vs, score = np.zeros(size, np.int32), np.zeros(size, np.int32), np.zeros(size)
    done, used, least = np.full(1, begin, np.int64), np.zeros(1, np.int64), -np.inf
    scratch = (np.zeros(n), np.zeros(n, np.int32), np.full(n, -1, np.int64))
    while done[0] < end:
        # soon to drop all but the best leaves few to look at later
        full = min(size - n, int(used[0]) + 4 * room + _TURNS) if top else size - n
        read = (pairs.first, pairs.to, weight, value, of, least, full, end)
        _collect(two_paths + 6 * len(pairs.to), read, (*scratch, us, vs, score, done, used))
        best = np.lexsort((vs[: used[0]], us[: used[0]], -score[: used[0]]))[:room]
        used[0] = len(best)
        us[: len(best)], vs[: len(best)], score[: len(best)] = us[best], vs[best], score[best]
        if len(best) == room:
            least = float(score[room - 1])
    return us[: used[0]], vs[: used[0]], score[: used[0]]


def _values(pairs: Pairs, *, weighted: bool) -> dict[str, Floats]:
    """What a common contact counts for in each score that is a sum over them; 0 for who can be none."""
    size = summed(pairs.tail, pairs.weight, pairs.n) if weighted else pairs.degree.astype(np.float64)
    able = (pairs.degree > 1) & (size > 0)
    log = np.log(1 + size) if weighted else np.log(np.maximum(size, 1))
    adamic, resource = np.zeros(pairs.n), np.zeros(pairs.n)
    np.divide(1.0, log, out=adamic, where=able)
    np.divide(1.0, size, out=resource, where=able)
    return {"common_neighbours": np.ones(pairs.n), "adamic_adar": adamic, "resource_allocation": resource}


def _scores(pairs: Pairs, us: Ints, vs: Ints, weight: Floats, values: dict[str, Floats]) -> dict[str, Floats]:
    """Every score of these pairs."""
    common = np.zeros(len(us))
    sums = {name: np.zeros(len(us)) for name in values}
    for row, (u, v) in enumerate(zip(us.tolist(), vs.tolist(), strict=True)):
        at_u, at_v = (slice(pairs.first[end], pairs.first[end + 1]) for end in (u, v))
        shared, i, j = np.intersect1d(pairs.to[at_u], pairs.to[at_v], assume_unique=True, return_indices=True)
        both = weight[at_u][i] + weight[at_v][j]
        common[row] = len(shared)
        for name, value in values.items():
            sums[name][row] = both @ value[shared]
    degree = pairs.degree
    either = degree[us] + degree[vs] - common
    jaccard = np.divide(common, either, out=np.zeros(len(us)), where=either > 0)
    product: Longs = degree[us] * degree[vs]
    found = {**sums, "jaccard": jaccard, "preferential_attachment": product.astype(np.float64)}
    return {name: found[name] for name in SCORES}


def _collect_loops(
    first: Any,
    to: Any,
    weight: Any,
    value: Any,
    of: Any,
    least: float,
    full: int,
    end: int,
    sum_: Any,
    touched: Any,
    met: Any,
    us: Any,
    vs: Any,
    score: Any,
    done: Any,
    used: Any,
) -> None:
    """The pairs two steps apart that have at least a score, node by node from `done` until there is no more room."""
    n = len(first) - 1
    u, many = done[0], used[0]
    while u < end and many <= full:
        # met: u for itself and its contacts, u + n for who is two steps away
        met[u] = u
        for i in range(first[u], first[u + 1]):
            met[to[i]] = u
        found = 0
        for i in range(first[u], first[u + 1]):
            z = to[i]
            for j in range(first[z], first[z + 1]):
                v = to[j]
                if v > u and met[v] != u:  # those before u had their turn
                    if met[v] != u + n:
                        met[v] = u + n
                        touched[found] = v
                        found += 1
                    sum_[v] += (weight[i] + weight[j]) * value[z]
        for t in range(found):
            v = touched[t]
            if sum_[v] >= least and of[u] != of[v] and of[u] >= 0 and of[v] >= 0:
                us[many] = u
                vs[many] = v
                score[many] = sum_[v]
                many += 1
            sum_[v] = 0
        u += 1
    done[0] = u
    used[0] = many


_collect = Kernel(_collect_loops)
