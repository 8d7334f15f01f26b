"""The list twin: everything that the picture says, in words, with where each tie stands."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import dataclass
from typing import Any, cast

from graph.dates import say_period
from graph.export import named_tie_json
from graph.names import normalised
from graph.naming import SECTOR
from graph.sentences import evidence_line, source_titles, tie_evidence, tie_pieces
from graph.texts import Lang, listed
from graph.words import Words
from viz.picture import Picture
from viz.scene import Mark, Scene

Address = Callable[[str], str]
"""The page of an entity, by its id."""


@dataclass(frozen=True, slots=True)
class SaidTie:
    """A tie read aloud at one of its ends, `other` being the place of the other.

    `pieces` are words with the place of the mark that they name, or none. Where a tie stands
    is written once, at the end that it goes from: `proofs` there, and none at the other.
    """

    number: int
    other: int
    pieces: list[tuple[str, int | None]]
    proofs: list[str]


@dataclass(frozen=True, slots=True)
class Row:
    """One mark in words; `hidden` when it is not drawn at first because of what was asked for."""

    place: int
    name: str
    url: str
    sectors: str
    when: str
    ties: list[SaidTie]
    hidden: bool


@dataclass(frozen=True, slots=True)
class Group:
    """All marks of a kind."""

    kind: str
    label: str
    rows: list[Row]

    @property
    def hidden(self) -> int:
        return sum(row.hidden for row in self.rows)


@dataclass(frozen=True, slots=True)
class Proposal:
    """A potential tie in words: the places and names of both, and why; `hidden` when they are not both drawn."""

    ends: list[tuple[int, str]]
    why: tuple[str, ...]
    hidden: bool


def groups(scene: Scene, lang: Lang, address: Address | None = None) -> list[Group]:
    """The marks by kind in the order of the words, by name within a kind."""
    words = scene.network.words
    said = _ties(scene, lang)
    view = scene.wanted.of(scene.network) if scene.wanted.narrows else scene.network
    found = []
    for name, kind in words.entities.items():
        marks = sorted(
            ((place, mark) for place, mark in enumerate(scene.marks) if mark.kind == name),
            key=lambda one: (normalised(one[1].name), one[1].id),
        )
        rows = [
            _row(
                scene,
                place,
                mark,
                said.get(place, []),
                not (view.entity_on[mark.row] or mark.drawn),
                lang,
                address,
            )
            for place, mark in marks
        ]
        if rows:
            found.append(Group(name, kind.plural.say(lang), rows))
    return found


def guest_rows(picture: Picture, lang: Lang, address: Address | None = None) -> list[Row]:
    """The guests of a picture, whose ties are no part of it."""
    scene, first = picture.scene, len(picture.scene.marks)
    return [_row(scene, first + number, mark, [], False, lang, address) for number, mark in enumerate(picture.guests)]


def proposal_rows(picture: Picture) -> list[Proposal]:
    """The potential ties of a picture, the best first."""
    marks, found = picture.marks, picture.potential
    return [
        Proposal([(arc.a, marks[arc.a].name), (arc.b, marks[arc.b].name)], arc.why, not arc.drawn)
        for arc in (found.arcs if found else ())
    ]


def _row(
    scene: Scene, place: int, mark: Mark, ties: list[SaidTie], hidden: bool, lang: Lang, address: Address | None
) -> Row:
    words = scene.network.words
    return Row(
        place,
        mark.name,
        address(mark.id) if address else "",
        listed([words.choice(SECTOR, sector, lang) for sector in mark.sectors], lang),
        _when(scene, mark, lang),
        ties,
        hidden,
    )


def _when(scene: Scene, mark: Mark, lang: Lang) -> str:
    entity = scene.network.entity(mark.row)
    return say_period(str(entity.first("start") or ""), str(entity.first("end") or ""), lang)


def _ties(scene: Scene, lang: Lang) -> dict[int, list[SaidTie]]:
    """The ties of each mark, in the order of the marks at their other ends."""
    network = scene.network
    titles = source_titles(network.sources, lang)
    order = list(network.words.ties)
    found: dict[int, list[tuple[tuple[int, int, int], SaidTie]]] = {}
    for line in scene.lines:
        for number in line.ties:
            tie = cast(dict[str, Any], named_tie_json(network, number))
            ends = {"from": scene.place[tie["from"]], "to": scene.place[tie["to"]]}
            pieces = _pieces(network.words, tie, ends, lang)
            proofs = list(dict.fromkeys(_proof(piece, titles, lang) for piece in tie_evidence(tie)))
            key = order.index(tie["kind"])
            for here, other, own in ((ends["from"], ends["to"], proofs), (ends["to"], ends["from"], [])):
                found.setdefault(here, []).append(((key, other, number), SaidTie(number, other, pieces, own)))
    return {place: [said for _, said in sorted(ties, key=lambda one: one[0])] for place, ties in found.items()}


def _pieces(words: Words, tie: dict[str, Any], ends: dict[str, int], lang: Lang) -> list[tuple[str, int | None]]:
    return [(piece, ends.get(end)) for piece, end in tie_pieces(words, tie, lang)]


def _proof(piece: Mapping[str, Any], titles: dict[str, str], lang: Lang) -> str:
    return evidence_line({**piece, "source": titles.get(piece["source"], piece["source"])}, lang)
