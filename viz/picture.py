"""A picture ready to be drawn: what is in it and where it stands."""

from __future__ import annotations

from dataclasses import dataclass, replace

from graph.network import Network
from viz import layout
from viz.layout import Places
from viz.positions import Positions
from viz.scene import Scene, scene
from viz.wanted import USUAL, Wanted


@dataclass(frozen=True, slots=True)
class Picture:
    scene: Scene
    places: Places


def whole_picture(network: Network, wanted: Wanted, positions: Positions, *, only: bool = False) -> Picture:
    """A map of the whole network, each thing where it always stands.

    What is not wanted is there and not drawn, so that a page can still show it; with `only` it
    is not there at all, as for a file that is given away.
    """
    known = positions.whole(network)
    chosen = scene(wanted.of(network) if only and wanted.narrows else network, wanted, total=len(network.ids))
    return Picture(chosen, layout.beside(chosen, known))


def part_picture(part: Network, wanted: Wanted = USUAL, centre: int | None = None) -> Picture:
    """A picture of a part of the network by itself: what an answer is about, or what is around somebody.

    All of it is drawn as far as there is room, details too, unless kinds are named.
    """
    chosen = scene(part, replace(wanted, details=True), centre)
    return Picture(chosen, layout.places(chosen))


def around_picture(network: Network, wanted: Wanted, row: int, steps: int = 1) -> Picture:
    """A picture of what is at most so many ties from somebody, as far as it is wanted."""
    near = network.around(row, steps)
    return part_picture(near, wanted, row)
