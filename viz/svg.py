"""The picture as one still SVG: for paper, for a page without scripts, and for whoever reads along."""

from __future__ import annotations

import math
from collections.abc import Iterable, Sequence
from typing import TypeAlias
from xml.sax.saxutils import quoteattr

from graph.texts import Lang, Text
from viz.arcs import COLOUR, arcs, explained, ring
from viz.colours import LIGHT_PAPER, OTHER
from viz.labels import LEADING, SIZES, Label, Named, lines_of, placed, sizes_of, width
from viz.layout import Places
from viz.legend import DASHED, Legend, legend, sector_colours
from viz.marks import CENTRE, RADIUS, Look, looks
from viz.potential import Potential
from viz.scene import Mark, Scene
from viz.sentences import shown_of, with_proposals
from viz.texts import text
from viz.xmltext import xml_text

INK, TIE = "#1d2329", "#7b848d"
FONT = "system-ui, 'Segoe UI', Roboto, Arial, 'Liberation Sans', 'DejaVu Sans', sans-serif"
_MARGIN = 24.0
_ROW = 26.0
_PAPER_OF_A_MARK = 7_000.0
_TITLE = Text("Kaart van het netwerk", "Map of the network")
_SECTIONS = (
    Text("Vorm: soort", "Shape: kind"),
    Text("Kleur: sector", "Colour: sector"),
    Text("Lijn", "Line"),
    Text("Voorstel", "Proposal"),
)


def radius_of(ties: int) -> float:
    """The radius of a mark, which grows slowly with its ties."""
    return round(4.8 + 1.1 * math.sqrt(ties), 1)


def draw(
    scene: Scene,
    places: Places,
    lang: Lang,
    *,
    title: str = "",
    name: str = "map",
    with_legend: bool = True,
    potential: Potential | None = None,
) -> str:
    """What is drawn of a scene, as an SVG element that stands alone or inside a page.

    All colours are attributes, so that it needs no style sheet and a page may still change
    them. `name` begins its ids, which must not be those of another picture on the page.
    """
    marks = sorted(scene.drawn, key=lambda mark: (-mark.ties, mark.id))
    places = _nearer(marks, places)
    guests = potential.guests if potential else ()
    marks += guests
    named = [
        Named(*places[mark.id], radius_of(mark.ties), tuple(lines_of(mark.name)), size)
        for mark, size in zip(marks, sizes_of([mark.ties for mark in marks]), strict=True)
    ]
    labels = placed(named)
    boxes = [(n.x - n.radius, n.y - n.radius, n.x + n.radius, n.y + n.radius) for n in named]
    boxes += [label.box for label in labels]
    left, top, right, bottom = _around(boxes)
    legend_drawn: list[str] = []
    if with_legend:
        right = max(right, left + 720)
        entries = [*_entries(legend(scene, lang, guests)), _potential_entries(potential, lang)]
        legend_drawn, height = _legend(entries, lang, left + _MARGIN, bottom + _ROW, right - left)
        bottom += height
    box = f"{left:.0f} {top:.0f} {right - left:.0f} {bottom - top:.0f}"
    fills, gradients = _fills(marks, looks(scene.network.words), sector_colours(scene.network.words), name)
    return "".join(
        [
            f'<svg xmlns="http://www.w3.org/2000/svg" class="picture" viewBox="{box}" width="{right - left:.0f}"'
            f' height="{bottom - top:.0f}" role="img" aria-labelledby="{name}-title {name}-desc" color="{INK}"'
            f" font-family={quoteattr(FONT)}>",
            f'<title id="{name}-title">{xml_text(title or _TITLE.say(lang))}</title>',
            f'<desc id="{name}-desc">{xml_text(with_proposals(shown_of(scene, lang), potential, lang))}</desc>',
            f"<defs>{''.join(gradients)}</defs>" if gradients else "",
            f'<rect class="paper" x="{left:.0f}" y="{top:.0f}" width="100%" height="100%" fill="{LIGHT_PAPER}"/>',
            *_lines(scene, places),
            *(arcs(potential, [*scene.marks, *guests], places, text("proposal", lang)) if potential else ()),
            *(ring(n.x, n.y, n.radius) for n in named[len(scene.drawn) :]),
            *_marks(scene, marks, named, fills, lang),
            *_labels(labels, name),
            *legend_drawn,
            "</svg>",
        ]
    )


def draw_file(scene: Scene, places: Places, lang: Lang, potential: Potential | None = None) -> str:
    """The same as a file of its own."""
    return f'<?xml version="1.0" encoding="UTF-8"?>\n{draw(scene, places, lang, potential=potential)}\n'


def _nearer(marks: Sequence[Mark], places: Places) -> Places:
    """The places on a smaller scale where the marks leave most of the paper empty, as a choice of a map does."""
    if len(marks) < 2:
        return places
    xs, ys = zip(*(places[mark.id] for mark in marks), strict=True)
    area = (max(xs) - min(xs)) * (max(ys) - min(ys))
    scale = min(1.0, max(0.4, math.sqrt(len(marks) * _PAPER_OF_A_MARK / max(area, 1.0))))
    return {id_: (x * scale, y * scale) for id_, (x, y) in places.items()}


def _around(boxes: Sequence[tuple[float, float, float, float]]) -> tuple[float, float, float, float]:
    if not boxes:
        return 0.0, 0.0, 600.0, 80.0
    left, top, right, bottom = zip(*boxes, strict=True)
    return min(left) - _MARGIN, min(top) - _MARGIN, max(right) + _MARGIN, max(bottom) + _MARGIN


def _lines(scene: Scene, places: Places) -> Iterable[str]:
    for certainty, dash in DASHED.items():
        paths = []
        for line in scene.drawn_lines:
            if line.certainty == certainty:
                (x, y), (u, v) = (places[scene.marks[end].id] for end in (line.a, line.b))
                paths.append(f"M{x:g} {y:g}L{u:g} {v:g}")
        if paths:
            yield f'<path class="tie" d="{"".join(paths)}" fill="none" stroke="{TIE}"{_dash(dash)}/>'


def _dash(dash: str) -> str:
    return f' stroke-dasharray="{dash}"' if dash else ""


def _fills(
    marks: Iterable[Mark], how: dict[str, Look], colours: dict[str, str], name: str
) -> tuple[dict[tuple[str, ...], str], list[str]]:
    """The fill for each set of sectors, with the gradients that show several side by side."""
    fills: dict[tuple[str, ...], str] = {(): OTHER}
    gradients: list[str] = []
    for sectors in sorted({mark.sectors for mark in marks if how[mark.kind].filled and mark.sectors}):
        if len(sectors) == 1:
            fills[sectors] = colours[sectors[0]]
            continue
        stops = [
            f'<stop offset="{(i + end) / len(sectors):.3f}" stop-color="{colours[sector]}"/>'
            for i, sector in enumerate(sectors)
            for end in (0, 1)
        ]
        id_ = f"{name}-mix-{len(gradients)}"
        gradients.append(f'<linearGradient id="{id_}">{"".join(stops)}</linearGradient>')
        fills[sectors] = f"url(#{id_})"
    return fills, gradients


def _marks(
    scene: Scene, marks: Sequence[Mark], named: Sequence[Named], fills: dict[tuple[str, ...], str], lang: Lang
) -> Iterable[str]:
    words = scene.network.words
    how = looks(words)
    groups: dict[str, list[str]] = {}
    for mark, place in zip(marks, named, strict=True):
        look = how[mark.kind]
        fill = f'fill="{fills[mark.sectors]}"' if look.filled else f'class="hollow" fill="{LIGHT_PAPER}"'
        group = f'{fill} stroke="{look.outline or "currentColor"}"{_dash(look.dash)}'
        label = f"{mark.name} – {words.entities[mark.kind].label.say(lang)}"
        figure = f"{_figure(look, place.x, place.y, place.radius)}><title>{xml_text(label)}</title></path>"
        groups.setdefault(group, []).append(figure)
    for group, figures in groups.items():
        yield f"<g {group}>{''.join(figures)}</g>"


def _figure(look: Look, x: float, y: float, radius: float) -> str:
    scale = radius / RADIUS
    move = f"translate({x - CENTRE * scale:.1f} {y - CENTRE * scale:.1f}) scale({scale:.2g})"
    return f'<path d="{look.path}" transform="{move}" stroke-width="{1.5 / scale:.1f}"'


def _labels(labels: Sequence[Label], name: str) -> Iterable[str]:
    """Halo and letters one after the other, for not every program of paper knows `paint-order`."""
    texts = [
        f'<text x="{label.x:.1f}" y="{label.y + i * label.size * LEADING:.1f}" font-size="{label.size}"'
        f' text-anchor="{label.anchor}">{xml_text(line)}</text>'
        for label in labels
        for i, line in enumerate(label.lines)
    ]
    yield f'<defs><g id="{name}-names">{"".join(texts)}</g></defs>'
    yield f'<use class="halo" href="#{name}-names" stroke="{LIGHT_PAPER}" stroke-width="3" fill="none"/>'
    yield f'<use href="#{name}-names" fill="currentColor"/>'


_Entries: TypeAlias = list[tuple[str, str]]
"""A figure and a label for each entry; `{x}` and `{y}` is where the figure goes."""


def _legend(entries: list[_Entries], lang: Lang, left: float, top: float, wide: float) -> tuple[list[str], float]:
    """The legend in rows, and how high it is."""
    made: list[str] = []
    y = top
    for heading, items in zip(_SECTIONS, entries, strict=True):
        if not items:
            continue
        made.append(f'<text x="{left:.0f}" y="{y:.0f}" font-weight="600">{xml_text(heading.say(lang))}</text>')
        x = left + 130
        for figure, label in items:
            step = 34 + width(label) * SIZES[1]
            if x + step > left + wide - 2 * _MARGIN and x > left + 130:
                x, y = left + 130, y + _ROW
            made.append(figure.format(x=x, y=y - 5))
            made.append(f'<text x="{x + 18:.0f}" y="{y:.0f}">{xml_text(label)}</text>')
            x += step
        y += _ROW
    group = f'<g class="legend" font-size="{SIZES[1]}" fill="currentColor">{"".join(made)}</g>'
    return [group], y - top + _ROW


_MOVE = '<g transform="translate({x:.1f} {y:.1f}) scale(.7) translate(-12 -12)">'


def _entries(entries: Legend) -> list[_Entries]:
    """What is drawn of kinds, sectors and lines."""
    kinds = [
        (
            f'{_MOVE}<path d="{entry.look.path}" stroke-width="2" stroke="{entry.look.outline or "currentColor"}"'
            f"{_dash(entry.look.dash)} "
            + (f'fill="{OTHER}"/></g>' if entry.look.filled else f'class="hollow" fill="{LIGHT_PAPER}"/></g>'),
            entry.label,
        )
        for entry in entries.kinds
        if entry.drawn
    ]
    sectors = [
        (
            f'{_MOVE}<path d="M3 3H21V21H3Z" stroke-width="2" stroke="currentColor" fill="{entry.colour}"/></g>',
            entry.label,
        )
        for entry in entries.sectors
        if entry.drawn
    ]
    lines = [
        (
            f'{_MOVE}<path class="tie" d="M-6 12H30" stroke-width="2" stroke="{TIE}"{_dash(entry.dash)}/></g>',
            entry.label,
        )
        for entry in entries.lines
        if entry.drawn
    ]
    return [kinds, sectors, lines]


def _potential_entries(potential: Potential | None, lang: Lang) -> _Entries:
    return [
        (
            f'{_MOVE}<path d="{entry.path}" transform="translate({CENTRE - entry.width / 2:g} 0)" fill="none"'
            f' stroke="{COLOUR}" stroke-width="2"{_dash(entry.dash)}/></g>',
            text(entry.text, lang),
        )
        for entry in explained(potential)
    ]
