"""Potential ties: proposals that are drawn over a picture, and that nothing in the picture counts."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from graph.network import Bools, Network
from viz.scene import Mark, Scene


@dataclass(frozen=True, slots=True)
class Why:
    """A reason in words, and the rows of all that it speaks of."""

    says: str
    names: frozenset[int]


@dataclass(frozen=True, slots=True)
class Proposed:
    """A proposal as a door gives it: the rows of two without a bond, and why to bring them together."""

    one: int
    other: int
    why: tuple[Why, ...]


@dataclass(frozen=True, slots=True)
class Arc:
    """A potential tie between two marks, which are places in the list of marks with the guests after them.

    `drawn` tells whether both are seen at first.
    """

    a: int
    b: int
    why: tuple[str, ...]
    drawn: bool


@dataclass(frozen=True, slots=True)
class Potential:
    """The potential ties of a picture, and the guests: marks that are there for their sake alone, without ties."""

    arcs: tuple[Arc, ...]
    guests: tuple[Mark, ...] = ()

    @property
    def drawn(self) -> list[Arc]:
        return [arc for arc in self.arcs if arc.drawn]


def potential(scene: Scene, proposed: Sequence[Proposed], speakable: Bools, guests: Sequence[Mark] = ()) -> Potential:
    """What of the proposals lies between marks of a scene and its guests.

    A reason that speaks of what is not `speakable` (by row) is not given, and a proposal without a reason goes: a
    file that is given away names nobody who was left out of it.
    """
    marks = [*scene.marks, *guests]
    place = {mark.row: number for number, mark in enumerate(marks)}
    arcs = []
    for one in proposed:
        why = tuple(reason.says for reason in one.why if all(speakable[row] for row in reason.names))
        if why and one.one in place and one.other in place:
            a, b = place[one.one], place[one.other]
            arcs.append(Arc(a, b, why, marks[a].drawn and marks[b].drawn))
    return Potential(tuple(arcs), tuple(guests))


def guests_of(scene: Scene, view: Network, proposed: Sequence[Proposed]) -> list[Mark]:
    """A mark for each end of a proposal that a scene does not have, as far as the view shows it.

    It has no ties here: those it has are no part of the picture.
    """
    there = {mark.row for mark in scene.marks}
    rows = dict.fromkeys(row for one in proposed for row in (one.one, one.other))
    return [
        Mark(row, view.ids[row], view.names[row], view.kinds[view.kind[row]], tuple(view.sectors_of(row)), 0, True)
        for row in rows
        if row not in there and view.entity_on[row]
    ]
