"""Who can be introduced to whom, whatever reason there is for it."""

from __future__ import annotations

from graph.errors import Refused
from graph.introductions.scene import Scene
from graph.network import ACTORS, Network


def refuse_unmeetable(scene: Scene, one: int, other: int) -> None:
    """Raises `Refused` unless both are people or organisations with a name, or one a person and the other an activity.

    Other than a proposal, what is recorded may be about an activity that is over.
    """
    network = scene.network
    for row in (one, other):
        if _kind(network, row) in ACTORS and not scene.able[row]:
            name = network.names[row]
            raise Refused(
                f"{name} is een groep zonder namen; kies een persoon of organisatie daaruit",
                f"{name} is a group without names; choose a person or organisation of it",
            )
    kinds = {_kind(network, one), _kind(network, other)}
    if not kinds <= set(ACTORS) and kinds != {"person", "activity"}:
        names = f"{network.names[one]}, {network.names[other]}"
        raise Refused(
            f"{names}: een introductie is van twee personen of organisaties, of van een persoon en een activiteit",
            f"{names}: an introduction is of two people or organisations, or of a person and an activity",
        )


def _kind(network: Network, row: int) -> str:
    return str(network.kinds[network.kind[row]])
