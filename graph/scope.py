"""What a theme, a place, an activity or a programme takes in: the activities and projects that belong to it."""

from __future__ import annotations

from graph.copresence import HAPPENINGS, with_parts
from graph.naming import Named
from graph.network import Network

SUBJECT = ("theme", "core_value", "knowledge_type", "place", "organisation")
_TO = {"theme": ("about",), "place": ("about", "held_at", "located_at"), "organisation": ("about", "held_at")}


def happenings(network: Network, of: Named | None) -> list[int]:
    """Rows of the activities and projects of one, all of them for None.

    Of an activity or project itself with its parts. Of a theme, place, organisation, core value or kind of
    knowledge those that are about it, draw on it, embody it or were held there, and the parts of
    those; those of its own parts too.
    """
    if of is None:
        return network.rows_of_kind(*HAPPENINGS).tolist()  # type: ignore[no-any-return]
    if of.kind in HAPPENINGS:
        return with_parts(network, of.row)
    found: dict[int, None] = {}
    for subject in _with_own_parts(network, of.row):
        for tie in network.ties_at(subject, *_TO.get(of.kind, ("about", "draws_on", "embodies"))):
            one = int(network.tail[tie])
            if int(network.head[tie]) == subject and network.kinds[network.kind[one]] in HAPPENINGS:
                found |= dict.fromkeys(with_parts(network, one))
    return list(found)


def _with_own_parts(network: Network, top: int) -> list[int]:
    """A theme or place with the themes or places that are part of it."""
    rows = [top]
    for row in rows:
        for tie in network.ties_at(row, "part_of"):
            part = int(network.tail[tie])
            if int(network.head[tie]) == row and part not in rows and network.kind[part] == network.kind[top]:
                rows.append(part)
    return rows
