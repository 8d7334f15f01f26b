"""The network as plain marks and lines: every decision about what is drawn, and nothing about where or how."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from functools import cached_property

import numpy as np

from graph.network import ACTORS, Ints, Network
from graph.statements import CERTAINTIES
from viz.wanted import LISTED, USUAL, Wanted


@dataclass(frozen=True, slots=True)
class Mark:
    """One entity; `ties` is how many it has in the picture, `drawn` whether it is seen at first."""

    row: int
    id: str
    name: str
    kind: str
    sectors: tuple[str, ...]
    ties: int
    drawn: bool


@dataclass(frozen=True, slots=True)
class Line:
    """All ties between two marks, which are places in the list of marks.

    Those of `seen` are drawn at first. `certainty` is the best of them: a line is dashed only
    when all that it stands for is inferred.
    """

    a: int
    b: int
    ties: tuple[int, ...]
    seen: tuple[int, ...]
    certainty: str


@dataclass(frozen=True)
class Scene:
    """What a picture has; `total` is how many entities there were to choose from."""

    network: Network
    wanted: Wanted
    marks: list[Mark]
    lines: list[Line]
    total: int
    centre: str = ""

    @cached_property
    def drawn(self) -> list[Mark]:
        return [mark for mark in self.marks if mark.drawn]

    @cached_property
    def drawn_lines(self) -> list[Line]:
        return [line for line in self.lines if line.seen]

    @property
    def drawn_ties(self) -> int:
        return sum(len(line.seen) for line in self.drawn_lines)

    @property
    def left_out(self) -> int:
        return self.total - len(self.drawn)

    @cached_property
    def place(self) -> dict[str, int]:
        """The place of each mark by the id of its entity."""
        return {mark.id: place for place, mark in enumerate(self.marks)}


def scene(network: Network, wanted: Wanted = USUAL, centre: int | None = None, total: int | None = None) -> Scene:
    """The marks and lines of what a network has switched on, and which of them are drawn at first.

    Where there are more than can be drawn, those stay that `_first` puts first. `centre` is the
    row of an entity that the picture is about, which is always wanted; `total` counts what there
    was before it was cut down.
    """
    rows = np.flatnonzero(network.entity_on).tolist()
    listed = sorted(_first(network, rows, LISTED, centre)) if len(rows) > LISTED else rows
    view = wanted.of(network, centre)
    choice = [row for row in listed if view.entity_on[row]]
    most = LISTED if wanted.everything else wanted.most
    drawn = set(_first(view, choice, most, centre))
    ties = _ties(network)
    marks = [
        Mark(
            row,
            network.ids[row],
            network.names[row],
            network.kinds[network.kind[row]],
            tuple(network.sectors_of(row)),
            int(ties[row]),
            row in drawn,
        )
        for row in listed
    ]
    return Scene(
        network,
        wanted,
        marks,
        _lines(network, view, marks),
        len(rows) if total is None else total,
        network.ids[centre] if centre is not None else "",
    )


def _ties(network: Network) -> Ints:
    """How many ties each entity has that the filters left."""
    on = network.tie_on
    ends = np.concatenate([network.tail[on], network.head[on]])
    return np.bincount(ends, minlength=len(network.ids)).astype(np.int32)


def _first(view: Network, rows: Iterable[int], most: int, centre: int | None) -> list[int]:
    """The `most` rows that a picture of too much keeps.

    People and their ties are what it is about: up to half of the places go to those with the
    most ties, among kinds that the words call personal. The rest goes to whatever has the most
    ties, people and organisations before others. The centre comes first of all.
    """
    ties = _ties(view)
    personal = {i for i, name in enumerate(view.kinds) if view.words.entities[name].personal}
    actors = {i for i, name in enumerate(view.kinds) if name in ACTORS}
    order = sorted(
        rows, key=lambda row: (row != centre, -int(ties[row]), int(view.kind[row]) not in actors, view.ids[row])
    )
    if len(order) <= most:
        return order
    people = [row for row in order if row == centre or int(view.kind[row]) in personal][: (most + 1) // 2]
    kept = dict.fromkeys(people)
    others = [row for row in order if row not in kept]
    return [*people, *others[: most - len(people)]]


def _lines(network: Network, view: Network, marks: list[Mark]) -> list[Line]:
    """Ties between the same two marks as one line, in the order of the marks."""
    place = {mark.row: number for number, mark in enumerate(marks)}
    between: dict[tuple[int, int], list[int]] = {}
    for tie in np.flatnonzero(network.tie_on).tolist():
        ends = place.get(int(network.tail[tie])), place.get(int(network.head[tie]))
        if None not in ends:
            a, b = sorted(end for end in ends if end is not None)
            between.setdefault((a, b), []).append(tie)
    lines = []
    for (a, b), ties in sorted(between.items()):
        both = marks[a].drawn and marks[b].drawn
        # of a line that is drawn, only what the view leaves says how sure it is
        seen = [tie for tie in ties if view.tie_on[tie]] if both else []
        best = min(int(network.certainty[tie]) for tie in seen or ties)
        lines.append(Line(a, b, tuple(ties), tuple(seen), CERTAINTIES[best]))
    return lines
