"""A past of collaboration: who worked together in what, by which weights can be learned and judged.

Organisations of several types take part in activities that begin on a date. What is known at a date is all that
began before; what is foretold is which two of different type, each of which has worked with somebody and never with
the other, work together from then on.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from typing import TypeAlias

import numpy as np
from numpy.typing import NDArray

from graph.network import Bools
from graph.openpaths import Longs

Table: TypeAlias = NDArray[np.float32]
FADES_AFTER = 1.5
"""Years after which what was done counts for 1/e of what is done now."""

FEATURES = ("acquaintance", "topics", "activity")
"""What is looked at of two: how near they are by common partners, how alike their topics are, how active the other is.

`acquaintance`: the sum over common partners of the share of their time, shared activities weighing 1/(n - 1) and
fading; resource allocation by Zhou, Lü and Zhang (2009) with the weights of Newman (2001). `topics`: the cosine of the
topics of their activities, weighted by how rare each is. `activity`: the fading number of activities of the other.
"""


@dataclass(frozen=True, slots=True)
class Past:
    """`types`, shape (n,): the type of each organisation; `starts`, shape (m,): ISO dates of activities.

    `there`, shape (n, m): 1 where an organisation took part. `topics`, shape (m, t): 1 where an activity has a topic.
    """

    ids: list[str]
    types: NDArray[np.str_]
    starts: NDArray[np.str_]
    there: Table
    topics: Table

    def together(self, activities: Bools) -> Table:
        """How many of these activities two share; 0 for one with itself. Shape (n, n)."""
        part = self.there[:, activities]
        shared: Table = part @ part.T
        np.fill_diagonal(shared, 0)
        return shared


@dataclass(frozen=True, slots=True)
class Task:
    """What is known before a date, and what came: `possible` and `new` pairs, shape (n, n); `features` (3, n, n).

    `met`, shape (n, n), tells who worked together; `active`, shape (n,), counts activities.
    """

    met: Bools
    possible: Bools
    new: Bools
    features: Table
    active: Longs
    near: Mapping[str, Table]

    @property
    def asked(self) -> Longs:
        """The organisations that got a new partner of another type."""
        return np.flatnonzero(self.new.any(axis=1))


def task(past: Past, before: str, until: str = "") -> Task:
    """The pairs that are possible at a date, which of them came before `until`, and what is known of each.

    `near` are scores to compare with, `adamic_adar` and `resource_allocation`; none of a period that ends.
    """
    known = (past.starts < before) & (past.starts != "")
    later = past.starts >= before
    if until:
        later &= past.starts < until
    shared = past.together(known)
    met = shared > 0
    has: Bools = np.asarray(met.any(axis=1))
    possible = ~met & has[:, None] & has[None, :] & (past.types[:, None] != past.types[None, :])
    new = possible & (past.together(later) > 0)
    part, age = past.there[:, known], _years(before, past.starts[known])
    size = part.sum(axis=0)
    share: Table = np.divide(1, size - 1, out=np.zeros_like(size), where=size > 1).astype(np.float32)
    fading = np.exp(-age / FADES_AFTER).astype(np.float32)
    recent = (part * fading).sum(axis=1)
    features = np.stack(
        [
            np.log(_allocated(part, share * fading) + np.float32(0.002)),
            np.log(_alike(part @ past.topics[known]) + np.float32(0.05)),
            np.broadcast_to(np.log(recent + np.float32(0.1)), met.shape),
        ]
    )
    partners = met.sum(axis=1)
    log = np.log(np.maximum(partners, 2)).astype(np.float32)
    ties = met.astype(np.float32)
    near = {} if until else {"adamic_adar": (ties / log) @ ties, "resource_allocation": _allocated(part, share)}
    return Task(met, possible, new, features, part.sum(axis=1).astype(np.int64), near)


def _years(before: str, starts: NDArray[np.str_]) -> Table:
    """How many years before a date each of these is."""
    days = np.datetime64(before, "D").astype(np.int64) - starts.astype("datetime64[D]").astype(np.int64)
    years: Table = (days / 365.25).astype(np.float32)
    return years


def _allocated(part: Table, weight: Table) -> Table:
    """For each two the sum over common partners of what they share with one and, of all they do, with the other."""
    busy = np.flatnonzero(part.any(axis=1))
    its = part[busy]
    strength: Table = ((its * weight) @ its.T).astype(np.float32)
    np.fill_diagonal(strength, 0)
    whole = strength.sum(axis=1, keepdims=True)
    found = np.zeros((len(part), len(part)), np.float32)
    found[np.ix_(busy, busy)] = strength @ np.divide(strength, whole, out=np.zeros_like(strength), where=whole > 0)
    return found


def _alike(topics: Table) -> Table:
    """The cosine of the topics of each two, weighted by how rare a topic is."""
    rare = np.log(len(topics) / np.maximum((topics > 0).sum(axis=0), 1)).astype(np.float32)
    weighted = topics * rare
    length = np.linalg.norm(weighted, axis=1, keepdims=True)
    unit = np.divide(weighted, length, out=np.zeros_like(weighted), where=length > 0)
    found: Table = unit @ unit.T
    return found
