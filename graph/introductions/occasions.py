"""Occasions: what may bring two together, such as a subject, a need or an acquaintance, with who has a part in it."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from functools import cached_property

import numpy as np

from graph.measures.sparse import rows, spread
from graph.network import Bools
from graph.openpaths import Floats, Longs

EITHER, ONE, OTHER = 0, 1, -1
"""Sides of a part: who meets those without a side, and who meet each other; the sides of two who meet add up to 0."""


@dataclass(frozen=True, eq=False)
class Occasions:
    """Occasions in columns; the parts of occasion `i` are the places `first[i]` to `first[i + 1]`.

    Of each occasion, shape (o,): `share`, what it gives to two that are fully part of it, and `middle`, by whom
    it goes, -1 for nobody. Of each part, shape (k,): `row`, who it is; `weight`, how far, from 0 to 1; `side`;
    `apart`, two of the same number do not meet, -1 meeting all; `tie` and `by`, the ties that show it, -1 for none.
    An occasion gives two its share times the weights of both.
    """

    first: Longs
    share: Floats
    middle: Longs
    row: Longs
    weight: Floats
    side: Longs
    apart: Longs
    tie: Longs
    by: Longs

    @classmethod
    def of(
        cls,
        key: Longs | Sequence[int],
        row: Longs | Sequence[int],
        *,
        weight: Floats | Sequence[float] | float = 1.0,
        side: Longs | Sequence[int] | int = EITHER,
        apart: Longs | Sequence[int] | int = -1,
        tie: Longs | Sequence[int] | int = -1,
        by: Longs | Sequence[int] | int = -1,
        share: Callable[[Longs], Floats] | None = None,
        middle: bool = False,
    ) -> Occasions:
        """The occasions with these parts, in any order; `key` says of which occasion each is.

        `share` makes the shares of the numbers of parts, 1 without it; of `middle` the keys are by whom they go.
        """
        key = np.asarray(key, np.int64)
        order = np.argsort(key, kind="stable")
        keys, many = np.unique(key, return_counts=True)

        def column(value: Longs | Floats | Sequence[float] | float, kind: type = np.int64) -> Longs:
            return np.broadcast_to(np.asarray(value, kind), len(key))[order]

        return cls(
            np.concatenate([[0], np.cumsum(many)]).astype(np.int64),
            share(many) if share else np.ones(len(keys)),
            keys if middle else np.full(len(keys), -1),
            column(row),
            column(weight, np.float64).astype(np.float64),
            column(side),
            column(apart),
            column(tie),
            column(by),
        )

    @cached_property
    def occasion(self) -> Longs:
        """Of which occasion each part is. Shape (k,)."""
        return np.repeat(np.arange(len(self.share)), np.diff(self.first))

    def taken(self, kept: Longs) -> Occasions:
        """These occasions alone, in this order."""
        of, places = spread(self.first[kept], self.first[kept + 1])
        first = rows(len(kept), of)
        return Occasions(
            first,
            self.share[kept],
            self.middle[kept],
            self.row[places],
            self.weight[places],
            self.side[places],
            self.apart[places],
            self.tie[places],
            self.by[places],
        )

    def meet(self, one: Longs, other: Longs) -> Bools:
        """Whether two parts of one occasion, by their places, meet there: by their sides, and not held apart."""
        apart = self.apart[one]
        found: Bools = (self.side[one] + self.side[other] == 0) & ((apart < 0) | (apart != self.apart[other]))
        return found

    def by_row(self, n: int) -> tuple[Longs, Longs]:
        """The places of the parts of each of `n` rows, in order: those of row `i` at `first[i]:first[i + 1]`."""
        return rows(n, self.row), np.argsort(self.row, kind="stable")


def together(some: Sequence[Occasions]) -> tuple[Occasions, Longs]:
    """The occasions of several as one, and from which each occasion is; shape (o,)."""
    lengths = np.cumsum([0, *(len(one.row) for one in some)])
    first = [one.first[:-1] + begin for one, begin in zip(some, lengths[:-1], strict=True)]
    joined = [
        np.concatenate([getattr(one, name) for one in some])
        for name in ("share", "middle", "row", "weight", "side", "apart", "tie", "by")
    ]
    of = np.repeat(np.arange(len(some)), [len(one.share) for one in some])
    return Occasions(np.concatenate([*first, lengths[-1:]]), *joined), of
