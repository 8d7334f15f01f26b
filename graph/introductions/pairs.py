"""Pairs that occasions bring together, and how much: for one entity, or for all."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, replace
from functools import cached_property
from typing import Any

import numpy as np

from graph.compiled import Kernel
from graph.introductions.occasions import Occasions
from graph.measures.sparse import Sparse, rows, spread
from graph.network import Ints
from graph.openpaths import Floats, Longs

_BINS = 4096
_LOOKS = 6
"""A turn of the inner loop looks at so many arrays that it counts for several."""


@dataclass(frozen=True, slots=True)
class Pairs:
    """Pairs of rows, each once, and the points that occasions give them; shape (p,) each.

    `left` is less than what any pair that is not among these has; 0 where these are all.
    """

    one: Longs
    other: Longs
    points: Floats
    left: float = 0.0

    def only(self, kept: Longs) -> Pairs:
        return Pairs(self.one[kept], self.other[kept], self.points[kept], self.left)


@dataclass(frozen=True, eq=False)
class Pairing:
    """Occasions of several rules, with what it takes to pair those who have a part in them.

    `rule`, shape (o,), tells of which rule each occasion is; `sort` and `closed` are those of a `Scene`.
    """

    occasions: Occasions
    rule: Longs
    sort: Longs
    closed: Sparse
    at_first: Longs
    at: Longs

    @classmethod
    def of(cls, occasions: Occasions, rule: Longs, sort: Longs, closed: Sparse) -> Pairing:
        return cls(occasions, rule, sort, closed, *occasions.by_row(len(sort)))

    def places(self, row: int) -> Longs:
        """The places of the parts that somebody has in occasions."""
        return self.at[self.at_first[row] : self.at_first[row + 1]]

    def around(self, row: int, weights: Floats) -> Pairs:
        """All pairs of one row. `weights`, shape (rules,): the points that each rule gives when it holds fully."""
        mine = np.unique(self.occasions.occasion[self.places(row)])
        part = self.occasions.taken(mine)
        known = np.union1d(part.row, [row])
        here = int(np.searchsorted(known, row))
        n = len(known)
        part = replace(part, row=np.searchsorted(known, part.row))
        bound = self.closed.to[self.closed.first[row] : self.closed.first[row + 1]]
        near = np.flatnonzero(np.isin(known, bound))
        closed = Sparse(n, rows(n, np.full(len(near), here)), near.astype(np.int32), np.ones(len(near)), directed=True)
        found = Pairing.of(part, self.rule[mine], self.sort[known], closed).of_each(np.array([here]), weights)
        one, other = known[found.one], known[found.other]
        return Pairs(np.minimum(one, other), np.maximum(one, other), found.points)

    def among(self, rows: Longs, weights: Floats) -> Pairs:
        """All pairs of which both are among these rows."""
        return self._pairs(weights, rows, 0.0, int(self._turns(rows).sum()))

    def of_each(self, rows: Longs, weights: Floats) -> Pairs:
        """All pairs of each of these rows, `one` being that row: in the order of the rows."""
        return self._pairs(weights, rows, 0.0, int(self._turns(rows).sum()), every=False)

    def in_parts(self, room: int) -> Iterator[Longs]:
        """All rows in parts, the pairs of each of which are no more than `room`, but where one row has more."""
        turns = np.cumsum(self._turns(np.arange(len(self.sort))))
        begin = 0
        while begin < len(turns):
            done = int(turns[begin - 1]) if begin else 0
            end = max(begin + 1, int(np.searchsorted(turns, done + room, side="right")))
            yield np.arange(begin, end)
            begin = end

    def by_rule(self, rules: int) -> tuple[Longs, Longs, Floats]:
        """All pairs with how far each of so many rules holds of them: both rows, shape (p,), and shape (p, rules)."""
        n, everybody = len(self.sort), np.arange(len(self.sort))
        found = [self.among(everybody, np.eye(rules)[rule]) for rule in range(rules)]
        keys = np.unique(np.concatenate([pairs.one * n + pairs.other for pairs in found]))
        strengths = np.zeros((len(keys), rules))
        for rule, pairs in enumerate(found):
            strengths[np.searchsorted(keys, pairs.one * n + pairs.other), rule] = pairs.points
        return keys // n, keys % n, strengths

    def resting_on(self, tail: Ints, head: Ints, subject: int) -> Longs:
        """The pairs that share an occasion shown by a tie with the subject, as the smaller row times n plus the other.

        `tail` and `head`, shape (m,), are the ends of the ties.
        """
        its = self.occasions
        touches = np.zeros(len(its.row), bool)
        for tie in (its.tie, its.by):
            touches |= (tie >= 0) & ((tail[tie] == subject) | (head[tie] == subject))
        part = np.flatnonzero(touches)
        of, place = spread(its.first[its.occasion[part]], its.first[its.occasion[part] + 1])
        mine = part[of]
        on = its.meet(mine, place) & (its.row[mine] != its.row[place])
        one, other = its.row[mine[on]], its.row[place[on]]
        return np.unique(np.minimum(one, other) * len(self.sort) + np.maximum(one, other))

    def best(self, weights: Floats, many: int) -> Pairs:
        """At least so many of the pairs with most points, or all where there are fewer."""
        everybody, most = np.arange(len(self.sort)), float(weights.sum())
        histogram = self._run(weights, everybody, 0.0, 0, every=True)[1]
        above = np.cumsum(histogram[::-1])[::-1]
        enough = np.flatnonzero(above >= many)
        least = float(enough[-1]) * most / _BINS if len(enough) else 0.0
        return self._pairs(weights, everybody, least, int(above[enough[-1]] if len(enough) else above[0]))

    def _pairs(self, weights: Floats, asked: Longs, least: float, room: int, *, every: bool = True) -> Pairs:
        (one, other, points, used), _ = self._run(weights, asked, least, room, every=every)
        k = int(used[0])
        return Pairs(one[:k], other[:k], points[:k], least)

    def _turns(self, rows: Longs) -> Longs:
        """How many parts there are in the occasions of each row, those that come back counted again."""
        found: Longs = self._before[self.at_first[rows + 1]] - self._before[self.at_first[rows]]
        return found

    @cached_property
    def _before(self) -> Longs:
        """The same, added up before each place of `at`; one longer than that."""
        many = np.diff(self.occasions.first)[self.occasions.occasion[self.at]]
        return np.concatenate([[0], np.cumsum(many)])

    def _run(
        self, weights: Floats, asked: Longs, least: float, room: int, *, every: bool
    ) -> tuple[tuple[Any, ...], Longs]:
        """The kernel on new arrays: pairs with at least `least` points where there is room, and a histogram of all.

        With `every` a pair is told once, by its smaller row.
        """
        its, n = self.occasions, len(self.sort)
        out = (np.zeros(room, np.int64), np.zeros(room, np.int64), np.zeros(room), np.zeros(1, np.int64))
        histogram = np.zeros(_BINS + 1, np.int64)
        scratch = (np.zeros(n), np.zeros(n), np.zeros(n, np.int64), np.zeros(n, np.int64), np.zeros(n, np.int64))
        read = (
            asked.astype(np.int64),
            int(every),
            least,
            _BINS / max(float(weights.sum()), 1e-9),
            self.at_first,
            self.at,
            its.occasion,
            its.first,
            its.row,
            its.weight,
            its.side,
            its.apart,
            its.share,
            self.rule,
            weights,
            self.sort,
            self.closed.first,
            self.closed.to,
        )
        _pair(_LOOKS * int(self._turns(asked).sum()), read, (*scratch, histogram, *out))
        return out, histogram


def _pair_loops(
    asked: Any,
    every: Any,
    least: Any,
    scale: Any,
    at_first: Any,
    at: Any,
    occasion: Any,
    first: Any,
    row: Any,
    weight: Any,
    side: Any,
    apart: Any,
    share: Any,
    rule: Any,
    weights: Any,
    sort: Any,
    closed_first: Any,
    closed: Any,
    total: Any,
    part: Any,
    stamp: Any,
    touched: Any,
    lately: Any,
    histogram: Any,
    one: Any,
    other: Any,
    points: Any,
    used: Any,
) -> None:
    """Row by row the others with a part in the same occasions, rule by rule, no rule giving more than its weight.

    Parts of a row stand in the order of their rules.
    """
    room = len(one)
    k = 0
    for i in asked:
        stamp[i] = i + 1
        for c in range(closed_first[i], closed_first[i + 1]):
            stamp[closed[c]] = i + 1
        many = 0
        m = at_first[i]
        end = at_first[i + 1]
        while m < end:
            r = rule[occasion[at[m]]]
            few = 0
            while m < end and rule[occasion[at[m]]] == r:
                p = at[m]
                o = occasion[p]
                m += 1
                mine = weight[p] * share[o]
                for q in range(first[o], first[o + 1] if weights[r] > 0 else first[o]):
                    j = row[q]
                    if stamp[j] == i + 1 or (every and j < i) or sort[i] + sort[j] > 2 or side[p] + side[q] != 0:
                        continue
                    if apart[p] >= 0 and apart[p] == apart[q]:
                        continue
                    if part[j] == 0:
                        lately[few] = j
                        few += 1
                    part[j] += mine * weight[q]
            for t in range(few):
                j = lately[t]
                if total[j] == 0:
                    touched[many] = j
                    many += 1
                total[j] += weights[r] * min(part[j], 1.0)
                part[j] = 0.0
        for t in range(many):
            j = touched[t]
            histogram[int(total[j] * scale)] += 1
            if k < room and total[j] >= least:
                one[k] = i
                other[k] = j
                points[k] = total[j]
                k += 1
            total[j] = 0.0
    used[0] = k


_pair = Kernel(_pair_loops)
