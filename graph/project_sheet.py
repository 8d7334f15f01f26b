"""What a project sheet asks for, and what the network has of it: a table of checks, one for each wish."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import dataclass

from graph.copresence import HAPPENINGS
from graph.network import ACTORS, Network

_CONTACTS = ("contact", "lead", "project_leader", "coordinator", "programme_manager")


@dataclass(frozen=True, slots=True)
class Found:
    """What meets a wish: ties by row, or properties by key."""

    ties: tuple[int, ...] = ()
    properties: tuple[str, ...] = ()

    def __bool__(self) -> bool:
        return bool(self.ties or self.properties)


Check = Callable[[Network, int], Found]


def _ties(kind: str, other: tuple[str, ...], *, out: bool) -> Check:
    """Ties of one kind from (`out`) or to the project, with one of these kinds at the other end."""

    def check(network: Network, row: int) -> Found:
        here = network.tail if out else network.head
        return Found(
            tuple(
                tie
                for tie in network.ties_at(row, kind)
                if here[tie] == row and network.kinds[network.kind[network.other(tie, row)]] in other
            )
        )

    return check


def _properties(*keys: str) -> Check:
    def check(network: Network, row: int) -> Found:
        said = network.raw_properties(row)
        return Found(properties=tuple(key for key in keys if said.get(key)))

    return check


def _partners(network: Network, row: int) -> Found:
    """People and organisations that joined in it."""
    kinds = [name for name, kind in network.words.ties.items() if kind.joins]
    return Found(
        tuple(
            tie
            for tie in network.ties_at(row, *kinds)
            if network.kinds[network.kind[network.other(tie, row)]] in ACTORS
        )
    )


def _contact(network: Network, row: int) -> Found:
    """Who joined in it in a role of somebody to turn to."""
    return Found(
        tuple(
            tie
            for tie in _partners(network, row).ties
            if any(value[0] in _CONTACTS for value in network.raw_properties(tie, tie=True).get("role", []))
        )
    )


def _costs(network: Network, row: int) -> Found:
    found = _ties("part_of", ("budget_line",), out=False)(network, row)
    return found or _properties("target")(network, row)


CHECKS: Mapping[str, Check] = {
    "programme": _ties("part_of", HAPPENINGS, out=True),
    "question": _ties("raised", ("knowledge_question",), out=True),
    "earlier_project": _ties("follows_from", (*HAPPENINGS, "organisation"), out=True),
    "outline": _properties("description", "goal"),
    "partners": _partners,
    "planning": _properties("start", "end"),
    "costs": _costs,
    "contact": _contact,
}
"""By what the sheet asks for (`sheet_want` in the words). A wish without a check is one that the network
has no place for, such as what people want to learn."""
