"""To which group each node belongs, for measures that compare groups."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

import numpy as np

from graph.network import Bools, Ints
from graph.openpaths import Longs

NONE = -1


@dataclass(frozen=True, slots=True)
class Groups:
    """`of` has shape (n,): the place in `names` of the group of each node, `NONE` where it has none."""

    names: list[str]
    of: Ints

    @classmethod
    def named(cls, names: Sequence[str]) -> Groups:
        """Groups by name, in the order in which they first occur; an empty name is no group.

        >>> Groups.named(["b", "a", "", "b"])
        Groups(names=['b', 'a'], of=array([ 0,  1, -1,  0], dtype=int32))
        """
        places = {name: place for place, name in enumerate(dict.fromkeys(name for name in names if name))}
        return cls(list(places), np.array([places.get(name, NONE) for name in names], np.int32))

    @property
    def known(self) -> Bools:
        known: Bools = self.of != NONE
        return known

    @property
    def sizes(self) -> Longs:
        """How many nodes each group has; shape (k,)."""
        return np.bincount(self.of[self.known], minlength=len(self.names))

    def members(self, name: str) -> Bools:
        """Who is in this group; shape (n,). Raises `ValueError` when there is no such group."""
        inside: Bools = self.of == self.names.index(name)
        return inside
