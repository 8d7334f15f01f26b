"""What a measure is asked on: the network of an analyst's files, and what she wishes to know of it."""

from __future__ import annotations

from dataclasses import dataclass, field

import numpy as np

from graph.errors import Misasked, Refused, Unknown
from graph.measures.groups import Groups
from graph.measures.links import RANKED_BY
from graph.measures.sparse import Sparse
from graph.network import Bools, Ints
from graph.openpaths import Longs


@dataclass(frozen=True, slots=True)
class Given:
    """`ids` of the nodes in order; `columns` of what else is known of each; `group`, the column of the groups.

    `tail` and `head` are the ends of the edges as they stood, which tell the two sides of a two-mode network.
    """

    ids: list[str]
    graph: Sparse
    tail: Longs
    head: Longs
    weighted: bool = False
    columns: dict[str, list[str]] = field(default_factory=dict)
    group: str = ""

    @property
    def groups(self) -> Groups:
        """Raises `Misasked` when no column was named and `Refused` when there is none of that name."""
        have = ", ".join(self.columns) or "–"
        if not self.group:
            raise Misasked(
                f"deze maat vergelijkt groepen; noem met --group een kolom van de knopen: {have}",
                f"this measure compares groups; name a column of the nodes with --group: {have}",
            )
        if self.group not in self.columns:
            raise Refused(
                f"de knopen hebben geen kolom {self.group!r}; er zijn: {have}",
                f"the nodes have no column {self.group!r}; there are: {have}",
            )
        return Groups.named(self.columns[self.group])

    def named(self, places: Ints) -> list[str]:
        """The ids of nodes."""
        return [self.ids[place] for place in places]

    def place(self, id_: str) -> int:
        """Where a node stands; raises `Unknown`."""
        if id_ not in self.ids:
            raise Unknown(
                f"er is geen knoop {id_!r}; zie de kolom id van de knopen",
                f"there is no node {id_!r}; see the column id of the nodes",
            )
        return self.ids.index(id_)

    @property
    def sides(self) -> tuple[Bools, Bools]:
        """Who stands in `from` and what stands in `to`, shape (n,) each; raises `Refused` when one stands in both."""
        who, where = np.zeros(len(self.ids), bool), np.zeros(len(self.ids), bool)
        who[self.tail], where[self.head] = True, True
        both = np.flatnonzero(who & where)
        if len(both):
            one = self.ids[both[0]]
            raise Refused(
                f"{one!r} staat in from en in to; bij deze maat staan mensen in from en activiteiten in to",
                f"{one!r} stands in from and in to; for this measure people stand in from and activities in to",
            )
        return who, where

    def members(self, name: str, option: str) -> Bools:
        """Who is in the group that this option named; raises `Misasked` or `Refused` with the groups there are."""
        groups = self.groups
        have = ", ".join(groups.names) or "–"
        if not name:
            raise Misasked(
                f"noem met {option} een groep uit kolom {self.group}: {have}",
                f"name a group of column {self.group} with {option}: {have}",
            )
        if name not in groups.names:
            raise Refused(
                f"{option}: geen groep heet {name!r}; er zijn: {have}",
                f"{option}: no group is called {name!r}; there are: {have}",
            )
        return groups.members(name)


@dataclass(frozen=True, slots=True)
class Wish:
    """How a measure is wished; each uses what concerns it. `level` is nodes, groups, total or triads."""

    level: str = "nodes"
    partial: bool = False
    from_: str = ""
    to: str = ""
    sample: int = 0
    seed: int = 1
    top: int = 0
    by: str = RANKED_BY[0]
    leaves: str = ""
    meet: tuple[str, str] | None = None
