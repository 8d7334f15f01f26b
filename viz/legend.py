"""What the shapes, colours and lines of a picture stand for: only those that it has."""

from __future__ import annotations

from collections import Counter
from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from graph.naming import SECTOR
from graph.statements import CERTAINTIES
from graph.texts import Lang, Text
from graph.words import Words
from viz.colours import OTHER, in_order
from viz.marks import Look, looks
from viz.scene import Mark, Scene

DASHED: Mapping[str, str] = {"stated": "", "inferred": "6 4", "hearsay": "1.5 4"}
"""How a line is drawn that is no surer than this."""

_SURE: Mapping[str, Text] = {
    "stated": Text("genoemd in een bron", "stated by a source"),
    "inferred": Text("afgeleid, met reden", "inferred, with a reason"),
    "hearsay": Text("van horen zeggen", "hearsay"),
}
NO_SECTOR = Text("sector niet bekend", "sector not known")


@dataclass(frozen=True, slots=True)
class KindEntry:
    """A kind with its look; `total` is how many the picture has of it, drawn or not."""

    name: str
    label: str
    look: Look
    total: int
    drawn: bool
    detail: bool


@dataclass(frozen=True, slots=True)
class SectorEntry:
    """A sector with its colour; without a name it is what has none."""

    name: str
    label: str
    colour: str
    drawn: bool


@dataclass(frozen=True, slots=True)
class LineEntry:
    name: str
    label: str
    dash: str
    drawn: bool


@dataclass(frozen=True, slots=True)
class Legend:
    kinds: list[KindEntry]
    sectors: list[SectorEntry]
    lines: list[LineEntry]


def sector_colours(words: Words) -> dict[str, str]:
    return in_order(list(words.choices[SECTOR].choices))


def legend(scene: Scene, lang: Lang, guests: Sequence[Mark] = ()) -> Legend:
    """Entries for all that the picture has, drawn or not, in the order of the words.

    Guests are explained and not counted.
    """
    words = scene.network.words
    how, colours = looks(words), sector_colours(words)
    totals = Counter(mark.kind for mark in scene.marks)
    shown = {mark.kind for mark in (*scene.drawn, *guests)}
    kinds = [
        KindEntry(name, kind.plural.say(lang), how[name], totals[name], name in shown, kind.detail)
        for name, kind in words.entities.items()
        if totals[name] or name in shown
    ]
    filled = [mark for mark in (*scene.marks, *guests) if how[mark.kind].filled]
    has = {sector for mark in filled for sector in mark.sectors}
    seen = {sector for mark in filled if mark.drawn for sector in mark.sectors}
    sectors = [
        SectorEntry(name, words.choice(SECTOR, name, lang), colour, name in seen)
        for name, colour in colours.items()
        if name in has
    ]
    bare = [mark for mark in filled if not mark.sectors]
    if bare:
        sectors.append(SectorEntry("", NO_SECTOR.say(lang), OTHER, any(mark.drawn for mark in bare)))
    there = {line.certainty for line in scene.lines}
    drawn = {line.certainty for line in scene.drawn_lines}
    lines = [
        LineEntry(name, _SURE[name].say(lang), DASHED[name], name in drawn) for name in CERTAINTIES if name in there
    ]
    return Legend(kinds, sectors, lines)
