"""How a potential tie looks, so that nobody takes it for a tie: bowed, in long dashes, in a colour of its own."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass

from viz.layout import Places
from viz.marks import FRAME
from viz.potential import Potential
from viz.scene import Mark
from viz.xmltext import xml_text

COLOUR = "#9a55ff"
"""Of potential ties alone, and of the ring around who stands on a picture for their sake."""

DASH = "10 5"
RING_DASH = "3 3"
RING_AWAY = 3.0
WIDTH = 2.0
BOW = 0.2
"""How far the middle of an arc stands from the straight line, as a share of its length."""


@dataclass(frozen=True, slots=True)
class Entry:
    """What a legend shows of them: a path in a frame of this width, and the key of its text."""

    path: str
    width: int
    dash: str
    text: str


ARC = Entry("M1 18Q18 0 35 18", 36, DASH, "no_tie")
RING = Entry("M1.5 12a10.5 10.5 0 1 0 21 0a10.5 10.5 0 1 0 -21 0Z", FRAME, RING_DASH, "guest")


def explained(potential: Potential | None) -> list[Entry]:
    """What the legend of a picture must explain: only what is drawn."""
    if potential is None:
        return []
    return [entry for entry, there in ((ARC, potential.drawn), (RING, potential.guests)) if there]


def arcs(potential: Potential, marks: Sequence[Mark], places: Places, title: str) -> Iterable[str]:
    """Each potential tie that is drawn as an SVG path, which says who and why when it is pointed at.

    `marks` are those of the scene with the guests after them; `title` is the word for a proposal.
    """
    for arc in potential.drawn:
        one, other = marks[arc.a], marks[arc.b]
        (x, y), (u, v) = places[one.id], places[other.id]
        bend = f"{(x + u) / 2 - (v - y) * BOW:.1f} {(y + v) / 2 + (u - x) * BOW:.1f}"
        said = xml_text(f"{title}: {one.name} – {other.name}. {'. '.join(arc.why)}")
        yield (
            f'<path class="potential" d="M{x:g} {y:g}Q{bend} {u:g} {v:g}" fill="none" stroke="{COLOUR}"'
            f' stroke-width="{WIDTH:g}" stroke-dasharray="{DASH}"><title>{said}</title></path>'
        )


def ring(x: float, y: float, radius: float) -> str:
    """The ring around a guest, as an SVG circle."""
    return (
        f'<circle class="guest" cx="{x:.1f}" cy="{y:.1f}" r="{radius + RING_AWAY:.1f}" fill="none" stroke="{COLOUR}"'
        f' stroke-width="1.5" stroke-dasharray="{RING_DASH}"/>'
    )
