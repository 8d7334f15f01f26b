"""Gould-Fernandez brokerage: in which of five roles a node stands between two that have no tie."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Any

import numpy as np

from graph.compiled import Kernel, cores
from graph.measures.expectation import Expectation, expectation
from graph.measures.groups import Groups
from graph.measures.pairs import Pairs
from graph.measures.sparse import Sparse
from graph.openpaths import Floats

ROLES = ("w_I", "w_O", "b_IO", "b_OI", "b_O", "t")
"""Coordinator, itinerant broker, representative, gatekeeper, liaison, and the total."""

_ROLE = np.array([4, 2, 3, 4, 1, 4, 4, 0])
"""The role by who share a group: 1 giver and broker, 2 broker and taker, 4 giver and taker."""


@dataclass(frozen=True, slots=True)
class Brokerage:
    """`raw`, `mean`, `sd` and `z` of each node in the columns of `ROLES`, shape (n, 6); `expected` has the
    moments by group and of the whole, `whole` and `whole_z`, shape (6,), the sums."""

    raw: Floats
    mean: Floats
    sd: Floats
    z: Floats
    whole: Floats
    whole_z: Floats
    expected: Expectation


def brokerage(graph: Sparse, groups: Groups, *, partial: bool = False) -> Brokerage:
    """Count the open triads a -> x -> b, without an arc a -> b, by the role that x has in them.

    Coordinator `w_I`: all three in one group. Itinerant broker `w_O`: a and b in one group, x in
    another. Representative `b_IO`: a and x in one, b in another. Gatekeeper `b_OI`: x and b in
    one, a in another. Liaison `b_O`: three groups. `t` is their sum.

    Parameters
    ----------
    graph : Sparse
        Of n nodes. Undirected, each open pair counts as a -> x -> b and as b -> x -> a, as in R's
        `sna::brokerage`: twice in `w_I`, `w_O` and `b_O`, once in each of `b_IO` and `b_OI`.
    groups : Groups
        A node without a group is as if it were not there: its own row is NaN, and it is nobody's
        giver or taker.
    partial : bool
        Give 1/k for an open pair that has k brokers, instead of 1 to each (UCINET's partial
        credit). The expectation is one of whole counts, so mean, sd and z are then NaN.

    Returns
    -------
    Brokerage
        Mean, sd and z by `expectation`, for the density of this network. z is NaN where sd is 0.
        An isolate has counts of 0. Weights do not matter.

    Notes
    -----
    All pairs are counted in closed form, and the closed ones taken off in one pass over the
    triangles. Partial credit goes over all two-paths.

    Examples
    --------
    Ann and Bob of one bakery both know Cat of the town; Ann and Bob do not know each other.

    >>> net = Sparse.of(3, np.array([0, 1]), np.array([2, 2]))
    >>> found = brokerage(net, Groups.named(["bakery", "bakery", "town"]))
    >>> found.raw.astype(int).tolist()
    [[0, 0, 0, 0, 0, 0], [0, 0, 0, 0, 0, 0], [0, 2, 0, 0, 0, 2]]

    References
    ----------
    Gould and Fernandez (1989), Structures of mediation: a formal approach to brokerage in
    transaction networks, Sociological Methodology 19, 89-126.
    """
    known = groups.known
    if not known.all():
        graph = graph.among(known)
    raw = np.zeros((graph.n, 6))
    if partial:
        _share(graph, groups, raw)
    else:
        _count(graph, groups, raw)
    raw[:, 5] = raw.sum(axis=1)
    whole = raw.sum(axis=0)
    expected = expectation(groups.sizes.tolist(), len(graph.to))
    if partial:
        expected = Expectation(*(np.full_like(one, np.nan) for one in _fields(expected)))
    raw[~known] = np.nan
    mean, sd = _of_groups(expected.mean, groups), _of_groups(expected.sd, groups)
    whole_z = standardised(whole, expected.whole_mean, expected.whole_sd)
    return Brokerage(raw, mean, sd, standardised(raw, mean, sd), whole, whole_z, expected)


def _of_groups(rows: Floats, groups: Groups) -> Floats:
    """The row of the group of each node; NaN for who has none."""
    found: Floats = np.concatenate([rows, np.full((1, 6), np.nan)])[groups.of]
    return found


def standardised(raw: Floats, mean: Floats, sd: Floats) -> Floats:
    """How many standard deviations from the mean; NaN where there is no deviation."""
    found = np.full(raw.shape, np.nan)
    np.divide(raw - mean, sd, out=found, where=sd > 0)
    return found


def _fields(one: Expectation) -> tuple[Floats, Floats, Floats, Floats]:
    return one.mean, one.sd, one.whole_mean, one.whole_sd


def _count(graph: Sparse, groups: Groups, raw: Floats) -> None:
    pairs = Pairs.of(graph)
    of, many = groups.of, len(groups.names)
    _all(graph.work, (pairs.first, pairs.to, pairs.way, of, many), (raw,))
    up = pairs.upward
    work, way = max(up.work, graph.work), pairs.way[up.place]
    parts = [
        ((up.first, up.to, way, of, _ROLE, begin, end), (np.zeros(graph.n, np.int64), np.zeros_like(raw)))
        for begin, end in up.shares(cores(work))
    ]
    _closed.in_parts(work, parts)
    for _, (_, closed) in parts:
        raw += closed


def _all_loops(first: Any, to: Any, way: Any, of: Any, many: int, raw: Any) -> None:
    """Pairs of a giver and another taker of each node by role, tied or not."""
    gives = [0] * many
    takes = [0] * many
    both = [0] * many
    for x in range(len(first) - 1):
        own = of[x]
        if own < 0:
            continue
        givers, takers, mutual = 0, 0, 0
        for k in range(first[x], first[x + 1]):
            group = of[to[k]]
            if way[k] & 2:
                gives[group] += 1
                givers += 1
            if way[k] & 1:
                takes[group] += 1
                takers += 1
            if way[k] == 3:
                both[group] += 1
                mutual += 1
        inside = gives[own] * takes[own] - both[own]
        representative = gives[own] * (takers - takes[own])
        gatekeeper = (givers - gives[own]) * takes[own]
        alike = 0
        for k in range(first[x], first[x + 1]):
            group = of[to[k]]
            alike += gives[group] * takes[group] - both[group]
            gives[group] = 0
            takes[group] = 0
            both[group] = 0
        raw[x, 0] = inside
        raw[x, 1] = alike - inside
        raw[x, 2] = representative
        raw[x, 3] = gatekeeper
        raw[x, 4] = givers * takers - mutual - alike - representative - gatekeeper


_all = Kernel(_all_loops)


def _closed_loops(first: Any, to: Any, way: Any, of: Any, role: Any, begin: int, end: int, mark: Any, raw: Any) -> None:
    """Take off the triads whose giver has an arc to the taker: six ways round each triangle."""
    for a in range(begin, end):
        for i in range(first[a], first[a + 1]):
            mark[to[i]] = i + 1
        for i in range(first[a], first[a + 1]):
            b = to[i]
            ab = way[i]
            for j in range(first[b], first[b + 1]):
                c = to[j]
                if mark[c] == 0:
                    continue
                ac, bc = way[mark[c] - 1], way[j]
                same_ab, same_ac, same_bc = of[a] == of[b], of[a] == of[c], of[b] == of[c]
                if ab & 1 and bc & 1 and ac & 1:
                    raw[b, role[same_ab + 2 * same_bc + 4 * same_ac]] -= 1
                if bc & 2 and ab & 2 and ac & 2:
                    raw[b, role[same_bc + 2 * same_ab + 4 * same_ac]] -= 1
                if ab & 2 and ac & 1 and bc & 1:
                    raw[a, role[same_ab + 2 * same_ac + 4 * same_bc]] -= 1
                if ac & 2 and ab & 1 and bc & 2:
                    raw[a, role[same_ac + 2 * same_ab + 4 * same_bc]] -= 1
                if ac & 1 and bc & 2 and ab & 1:
                    raw[c, role[same_ac + 2 * same_bc + 4 * same_ab]] -= 1
                if bc & 1 and ac & 2 and ab & 2:
                    raw[c, role[same_bc + 2 * same_ac + 4 * same_ab]] -= 1
        for i in range(first[a], first[a + 1]):
            mark[to[i]] = 0


_closed = Kernel(_closed_loops)


def _share(graph: Sparse, groups: Groups, raw: Floats) -> None:
    work = graph.work + 2 * int(graph.degree[graph.to].sum())
    between, shut = np.zeros(graph.n, np.int64), np.zeros(graph.n, np.int8)
    _shared(work, (graph.first, graph.to, groups.of, _ROLE), (between, shut, raw))


def _shared_loops(first: Any, to: Any, of: Any, role: Any, between: Any, shut: Any, raw: Any) -> None:
    """Giver by giver: how many stand between it and each taker, then to each its share."""
    for a in range(len(first) - 1):
        shut[a] = 1
        for i in range(first[a], first[a + 1]):
            shut[to[i]] = 1
        for i in range(first[a], first[a + 1]):
            x = to[i]
            for j in range(first[x], first[x + 1]):
                between[to[j]] += 1
        for i in range(first[a], first[a + 1]):
            x = to[i]
            for j in range(first[x], first[x + 1]):
                b = to[j]
                if shut[b] == 0:
                    same = (of[a] == of[x]) + 2 * (of[x] == of[b]) + 4 * (of[a] == of[b])
                    raw[x, role[same]] += 1 / between[b]
        shut[a] = 0
        for i in range(first[a], first[a + 1]):
            x = to[i]
            shut[x] = 0
            for j in range(first[x], first[x + 1]):
                between[to[j]] = 0


_shared = Kernel(_shared_loops)


@dataclass(frozen=True, slots=True)
class Triads:
    """Open triads giver -> broker -> taker, shape (k,) each; `role` is the place in `ROLES`."""

    giver: Any
    broker: Any
    taker: Any
    role: Any


def open_triads(graph: Sparse, groups: Groups, broker: int) -> Triads:
    """The open triads that a broker is counted for, in the order of giver and taker: the proof of its row.

    `broker` is a node; the counts of its roles are those of `brokerage`. One without a group has none.

    >>> net = Sparse.of(3, np.array([0, 1]), np.array([1, 2]), directed=True)
    >>> found = open_triads(net, Groups.named(["a", "a", "b"]), 1)
    >>> found.giver.tolist(), found.taker.tolist(), [ROLES[role] for role in found.role]
    ([0], [2], ['b_IO'])
    """
    of = groups.of
    back = graph.reverse
    givers = back.to[back.first[broker] : back.first[broker + 1]]
    takers = graph.to[graph.first[broker] : graph.first[broker + 1]]
    if of[broker] < 0:
        givers = givers[:0]
    givers, takers = givers[of[givers] >= 0], takers[of[takers] >= 0]
    giver, taker = np.repeat(givers, len(takers)), np.tile(takers, len(givers))
    held = graph.tail.astype(np.int64) * graph.n + graph.to
    tied = np.isin(giver.astype(np.int64) * graph.n + taker, held)
    open_ = ~tied & (giver != taker)
    giver, taker = giver[open_], taker[open_]
    own = of[broker]
    same = (of[giver] == own) + 2 * (of[taker] == own) + 4 * (of[giver] == of[taker])
    return Triads(giver, np.full(len(giver), broker), taker, _ROLE[same])
