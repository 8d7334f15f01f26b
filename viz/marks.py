"""The mark of a kind of entity: its colour and shape as a small picture."""

from __future__ import annotations

import math
from xml.sax.saxutils import quoteattr

from graph.words import EntityKind

CENTRE = 12.0
RADIUS = 10.0


def mark(kind: EntityKind, size: int = 16) -> str:
    """An SVG element that screen readers skip: the name of the kind always stands beside it.

    Made from the shape and the colour of the words alone, so that a new kind has its mark too.
    """
    return (
        f'<svg class="mark" width="{size}" height="{size}" viewBox="0 0 24 24" aria-hidden="true" focusable="false">'
        f"{_SHAPES[kind.shape]} fill={quoteattr(kind.colour)}/></svg>"
    )


def _regular(corners: int, turn: float = 0.0, inner: float = 1.0) -> str:
    """A polygon with a corner on top, turned by `turn` of a full circle; `inner` < 1 makes it a star."""
    points = []
    steps = corners if inner == 1.0 else corners * 2
    for step in range(steps):
        radius = RADIUS * (inner if inner != 1.0 and step % 2 else 1.0)
        angle = 2 * math.pi * (step / steps + turn) - math.pi / 2
        points.append(f"{CENTRE + radius * math.cos(angle):.1f},{CENTRE + radius * math.sin(angle):.1f}")
    return f'<polygon points="{" ".join(points)}"'


_SHAPES = {
    "circle": '<circle cx="12" cy="12" r="9"',
    "square": '<rect x="4" y="4" width="16" height="16"',
    "diamond": _regular(4),
    "triangle": _regular(3),
    "triangle_down": _regular(3, turn=0.5),
    "hexagon": _regular(6),
    "pentagon": _regular(5),
    "star": _regular(5, inner=0.45),
    "ellipse": '<ellipse cx="12" cy="12" rx="11" ry="7"',
    "box": '<rect x="1" y="6" width="22" height="12" rx="2"',
}
