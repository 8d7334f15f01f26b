"""What a measure is asked on: the network of an analyst's files, and what she wishes to know of it."""

from __future__ import annotations

from dataclasses import dataclass, field

from graph.errors import Misasked, Refused
from graph.measures.groups import Groups
from graph.measures.sparse import Sparse
from graph.network import Bools


@dataclass(frozen=True, slots=True)
class Given:
    """`ids` of the nodes in order; `columns` of what else is known of each; `group`, the column of the groups."""

    ids: list[str]
    graph: Sparse
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
