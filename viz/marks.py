"""The mark of a kind of entity: its shape and its colour, as a small picture and as a look on the map."""

from __future__ import annotations

import math
from collections import Counter
from dataclasses import dataclass
from xml.sax.saxutils import quoteattr

from graph.naming import SECTOR
from graph.words import EntityKind, Words
from graph.words.model import Shape
from viz.colours import on_any_paper

CENTRE = 12.0
RADIUS = 10.0
FRAME = 24
"""Every path is drawn in a square frame of so many units."""


def mark(kind: EntityKind, size: int = 16) -> str:
    """An SVG element that screen readers skip: the name of the kind always stands beside it.

    Made from the shape and the colour of the words alone, so that a new kind has its mark too.
    """
    return framed(f"<path d={quoteattr(PATHS[kind.shape])} fill={quoteattr(kind.colour)}/>", size)


def framed(figure: str, size: int = 16, width: int = FRAME) -> str:
    """A figure of SVG as a small picture that screen readers skip."""
    return (
        f'<svg class="mark" width="{round(size * width / FRAME)}" height="{size}" viewBox="0 0 {width} {FRAME}"'
        f' aria-hidden="true" focusable="false">{figure}</svg>'
    )


@dataclass(frozen=True, slots=True)
class Look:
    """How a kind looks on the map, where colour is kept for sectors.

    `path` is its shape; `outline` its own colour, empty for ink; `dash` tells its outline from
    that of another kind of the same shape; `filled` says whether its things have a sector to
    be filled with.
    """

    path: str
    outline: str
    dash: str
    filled: bool


def looks(words: Words) -> dict[str, Look]:
    """The look of every kind; no two are the same as long as no more than four share a shape and a way of filling."""
    found: dict[str, Look] = {}
    used: dict[tuple[Shape, bool], int] = {}
    # the kind that most ties may end at is the plainest
    ends = Counter(kind for tie in words.ties.values() for kind in {kind for pair in tie.pairs for kind in pair})
    for name, kind in sorted(words.entities.items(), key=lambda one: (-ends[one[0]], one[0])):
        filled = SECTOR in kind.properties
        place = used[kind.shape, filled] = used.get((kind.shape, filled), -1) + 1
        outline = "" if filled else on_any_paper(kind.colour)
        found[name] = Look(PATHS[kind.shape], outline, DASHES[place % len(DASHES)], filled)
    return found


DASHES = ("", "3 2", "1 2", "6 2 1 2")
"""Outlines of kinds that share a shape, in units of the frame."""


def _regular(corners: int, turn: float = 0.0, inner: float = 1.0) -> str:
    """A polygon with a corner on top, turned by `turn` of a full circle; `inner` < 1 makes it a star."""
    points = []
    steps = corners if inner == 1.0 else corners * 2
    for step in range(steps):
        radius = RADIUS * (inner if inner != 1.0 and step % 2 else 1.0)
        angle = 2 * math.pi * (step / steps + turn) - math.pi / 2
        points.append(f"{CENTRE + radius * math.cos(angle):.1f} {CENTRE + radius * math.sin(angle):.1f}")
    return f"M{'L'.join(points)}Z"


def _ellipse(width: float, height: float) -> str:
    arc = f"a{width:g} {height:g} 0 1 0"
    return f"M{CENTRE - width:g} {CENTRE:g}{arc} {2 * width:g} 0{arc} {-2 * width:g} 0Z"


PATHS: dict[Shape, str] = {
    "circle": _ellipse(9, 9),
    "square": "M4 4H20V20H4Z",
    "diamond": _regular(4),
    "triangle": _regular(3),
    "triangle_down": _regular(3, turn=0.5),
    "hexagon": _regular(6),
    "pentagon": _regular(5),
    "star": _regular(5, inner=0.45),
    "ellipse": _ellipse(11, 7),
    "box": "M1 6H23V18H1Z",
}
"""The shapes as paths of SVG, which a canvas understands too."""
