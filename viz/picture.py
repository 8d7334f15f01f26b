"""A picture ready to be drawn: what is in it and where it stands."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, replace

import numpy as np

from graph.network import Network
from viz import layout
from viz.layout import Places
from viz.positions import Positions
from viz.potential import Potential, Proposed, guests_of, potential
from viz.scene import Mark, Scene, scene
from viz.spread import column
from viz.wanted import USUAL, Wanted

_ASIDE, _GUEST_ROOM = 190.0, 60.0
"""How far guests stand to the right of all others, and below each other: enough for names."""


@dataclass(frozen=True, slots=True)
class Picture:
    """`potential` is None where nobody asked for potential ties; whatever it has, the scene is the same."""

    scene: Scene
    places: Places
    potential: Potential | None = None

    @property
    def guests(self) -> tuple[Mark, ...]:
        return self.potential.guests if self.potential else ()

    @property
    def marks(self) -> list[Mark]:
        """Those of the scene, and the guests after them."""
        return [*self.scene.marks, *self.guests]


def whole_picture(
    network: Network,
    wanted: Wanted,
    positions: Positions,
    *,
    only: bool = False,
    proposed: Sequence[Proposed] | None = None,
) -> Picture:
    """A map of the whole network, each thing where it always stands.

    What is not wanted is there and not drawn, so that a page can still show it; with `only` it
    is not there at all, as for a file that is given away. What is `proposed` is drawn between marks that are there.
    """
    network = _of_the_world(network)
    known, total = positions.whole(network), int(network.entity_on.sum())
    chosen = scene(wanted.of(network) if only and wanted.narrows else network, wanted, total=total)
    arcs = None if proposed is None else potential(chosen, proposed, chosen.network.entity_on)
    return Picture(chosen, layout.beside(chosen, known), arcs)


def _of_the_world(network: Network, centre: int = -1) -> Network:
    """The network without what the words call records, of which no tie counts, but for one that a picture is about."""
    records = network.words.records
    if not len(network.rows_of_kind(*records)) or (centre >= 0 and network.kinds[network.kind[centre]] in records):
        return network
    return network.where(kinds=set(network.kinds) - records)


def part_picture(part: Network, wanted: Wanted = USUAL, centre: int | None = None, total: int | None = None) -> Picture:
    """A picture of a part of the network by itself: what an answer is about, or what is around somebody.

    All of it is drawn as far as there is room, details too, unless kinds are named. `total` counts what there was
    before it was cut down.
    """
    chosen = scene(part, replace(wanted, details=True), centre, total)
    return Picture(chosen, layout.places(chosen))


def around_picture(
    network: Network,
    wanted: Wanted,
    row: int,
    steps: int = 1,
    *,
    only: bool = False,
    proposed: Sequence[Proposed] | None = None,
) -> Picture:
    """A picture of what is at most so many ties from somebody, as far as it is wanted.

    Who is `proposed` and farther off stands aside, as a guest. With `only` what is not wanted is not there at all,
    nor spoken of, as for a file that is given away.
    """
    near, wanted = _of_the_world(network, row).around(row, steps), replace(wanted, details=True)
    view, cut = wanted.of(network, row), only and wanted.narrows
    picture = part_picture(wanted.of(near, row) if cut else near, wanted, row, int(near.entity_on.sum()))
    if proposed is None:
        return picture
    guests = guests_of(picture.scene, view, proposed)
    spots = np.array(list(picture.places.values())).reshape(-1, 2)
    aside = column(spots, len(guests), _ASIDE, _GUEST_ROOM).round(1).tolist()
    places = {**picture.places, **{mark.id: (x, y) for mark, (x, y) in zip(guests, aside, strict=True)}}
    speakable = view.entity_on if cut else network.entity_on
    return Picture(picture.scene, places, potential(picture.scene, proposed, speakable, guests))
