"""Into which groups people and organisations fall: by sector, by where they work, by what they share, by their ties."""

from __future__ import annotations

from collections.abc import Mapping

import numpy as np

from graph.bonds import bonds
from graph.copresence import of_kinds
from graph.measures.communities import communities
from graph.measures.groups import Groups
from graph.network import ACTORS, Network
from graph.texts import Lang, Text

SECTOR, ORGANISATION, COMMUNITY = "sector", "organisation", "community"
CORE_VALUE, KNOWLEDGE_TYPE = "core_value", "knowledge_type"
GROUPINGS: Mapping[str, Text] = {
    SECTOR: Text("sector", "sector"),
    ORGANISATION: Text("organisatie", "organisation"),
    CORE_VALUE: Text("kernwaarde", "core value"),
    KNOWLEDGE_TYPE: Text("kennistype", "kind of knowledge"),
    COMMUNITY: Text("groep in het netwerk", "community"),
}
SMALLEST = 3
"""Members of the smallest group of ties that is called one."""


def grouping(network: Network, by: str, lang: Lang) -> Groups:
    """The group of every person and organisation by its name; others, and who falls in none, have no group.

    By sector, who has several is in a group of its own with who has the same ones, so that a person
    of both education and business is no member of either. By organisation, a person is in that of
    which it is said that she works there or is a member, and an organisation in its own, with its
    parts. By core value or kind of knowledge, in that to which there is a tie. Who belongs to
    several organisations, values or kinds of knowledge is in a group with who has the same ones. By
    community, in the groups that their bonds make (`graph.measures.communities`), of `SMALLEST` or
    more.
    """
    actor = of_kinds(network, ACTORS)
    rows = np.flatnonzero(actor).tolist()
    names = [""] * len(network.ids)
    if by == COMMUNITY:
        found = communities(bonds(network))
        size = np.bincount(found.of[actor], minlength=len(network.ids))
        return Groups.named(
            [
                str(place + 1) if actor[row] and size[place] >= SMALLEST else ""
                for row, place in enumerate(found.of.tolist())
            ]
        )
    for row in rows:
        if by == SECTOR:
            labels = [network.words.choice(SECTOR, sector, lang) for sector in network.sectors_of(row)]
        elif by == ORGANISATION:
            labels = _organisations(network, row)
        else:
            labels = sorted({network.names[o] for o in _others(network, row) if network.kinds[network.kind[o]] == by})
        names[row] = " + ".join(labels)
    return Groups.named(names)


def _organisations(network: Network, row: int) -> list[str]:
    """Where a person works or is a member; of an organisation itself, or what it is part of."""
    kinds = ("works_for", "member_of") if network.kinds[network.kind[row]] == "person" else ("part_of",)
    organisation = network.kinds.index("organisation")
    at = {int(network.head[t]) for t in network.ties_at(row, *kinds) if int(network.tail[t]) == row}
    found = sorted({network.names[o] for o in at if network.kind[o] == organisation})
    return found or ([] if network.kind[row] != organisation else [network.names[row]])


def _others(network: Network, row: int) -> list[int]:
    return [int(network.head[tie]) for tie in network.ties_at(row) if int(network.tail[tie]) == row]
