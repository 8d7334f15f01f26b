"""What a measure is asked on: the network of an analyst's files, and what she wishes to know of it."""

from __future__ import annotations

from dataclasses import dataclass, field

from graph.errors import Misasked, Refused
from graph.measures.groups import Groups
from graph.measures.sparse import Sparse


@dataclass(frozen=True, slots=True)
class Given:
    """`ids` of the nodes in order; `columns` of what else is known of each; `group`, the column of the groups.

    `pairs`: the ends of the edges as they stood, `(tail, head)`, for two-mode networks.
    """

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


@dataclass(frozen=True, slots=True)
class Wish:
    """How a measure is wished; each uses what concerns it. `level` is nodes, groups, total or triads."""

    level: str = "nodes"
    partial: bool = False
