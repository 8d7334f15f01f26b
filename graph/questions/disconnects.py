"""Between which sectors or themes there are fewer ties than one would expect, or none."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from typing import ClassVar

import numpy as np

from graph.bonds import bond_ties, bonds
from graph.jsontext import Json
from graph.measures.mixing import mixing_overlapping
from graph.measures.sparse import Sparse
from graph.naming import Named
from graph.network import Bools, Network
from graph.questions.base import Answer, Column, Notes, some
from graph.questions.parameters import CHOICE, Parameter
from graph.questions.structure_text import BONDS, shown_of
from graph.sides import members
from graph.texts import Lang, Text, counted, number

MOST = 40
MOST_SHOWN = 4
"""Bonds between two groups whose ties are evidence of a row."""
SMALLEST = 3
"""Members of the smallest theme that is compared with others."""

_BY = {"sector": Text("sector", "sector"), "theme": Text("thema", "theme")}
_SECTORS = (Text("sector", "sector"), Text("sectoren", "sectors"))
_THEMES = (Text("thema", "theme"), Text("thema’s", "themes"))


@dataclass(frozen=True, slots=True)
class Gap:
    """Two groups: the bonds between them, how many one would expect, and who is in both."""

    one: int
    other: int
    ties: int
    expected: float
    both: int

    @property
    def apart(self) -> bool:
        """Whether nothing and nobody joins them."""
        return not self.ties and not self.both

    @property
    def missing(self) -> float:
        return self.expected - self.ties


class Disconnects:
    """Between which sectors, or themes, there are few bonds or none, next to what one would expect.

    A bond is a tie that brings two people or organisations together, or having been at one activity of
    fewer than 20. To a sector belong those who have it, people through where they work; to a theme who
    brings, offers, needs or is about it, and who took part in something that is about it; only themes
    with three members or more are compared. Who has several belongs to each of them: `both` counts who
    is in the two groups at once, since they join them by themselves. A bond between two groups counts
    once.

    `expected` is the number of bonds if all bonds among these people and organisations were spread
    evenly over all their pairs; `missing` is what is short of that, below 0 when there are more.
    Rows are pairs of groups: first those that nothing and nobody joins, then by what is missing; 40 at
    most.
    """

    name = "disconnects"
    label = Text("Waar ontbreken banden", "Where ties are missing")
    asks = Text("Tussen welke groepen naar {by} ontbreken banden?", "Between which groups by {by} are ties missing?")
    parameters = (
        Parameter("by", Text("groepen naar", "groups by"), (CHOICE,), required=False, choices=_BY, default="sector"),
    )
    example: ClassVar[Mapping[str, str]] = {"by": "sector"}

    def answer(self, network: Network, given: Mapping[str, Named], lang: Lang) -> Answer:
        notes, graph, by = Notes(network), bonds(network), given["by"].id
        groups = _groups(network, by)
        names = [network.words.choice("sector", one.id, lang) if by == "sector" else one.name for one in groups]
        inside = np.array([members(network, one) for one in groups]).reshape(len(groups), len(network.ids))
        gaps = _gaps(graph, inside)
        gaps.sort(key=lambda gap: (not gap.apart, -round(gap.missing, 9), names[gap.one], names[gap.other]))
        answer = Answer(
            self.name,
            {"by": by},
            "",
            (
                Column("name", Text("de ene", "the one")),
                Column("to_name", Text("de andere", "the other")),
                Column("ties", Text("banden", "bonds")),
                Column(
                    "expected", Text("te verwachten", "expected"), Text("bij gelijke spreiding", "if spread evenly")
                ),
                Column("missing", Text("tekort", "missing")),
                Column("both", Text("in beide", "in both")),
            ),
            network.version,
        )
        for gap in gaps[:MOST]:
            one, other = groups[gap.one], groups[gap.other]
            answer.rows.append(
                {
                    "from": one.id,
                    "name": names[gap.one],
                    "to": other.id,
                    "to_name": names[gap.other],
                    "ties": gap.ties,
                    "expected": round(gap.expected, 1),
                    "missing": round(gap.missing, 1),
                    "both": gap.both,
                    "evidence": _evidence(network, notes, graph, inside[gap.one], inside[gap.other], (one, other)),
                }
            )
        answer.sentence = _sentence(gaps, names, _SECTORS if by == "sector" else _THEMES, lang)
        answer.caveats = [BONDS.say(lang), *shown_of(MOST, len(gaps), lang)]
        return notes.finish(answer, lang)


def _groups(network: Network, by: str) -> list[Named]:
    if by == "sector":
        return [Named("sector", sector, sector, -1) for sector in network.sectors]
    rows = network.rows_of_kind("theme").tolist()
    themes = [Named("theme", network.ids[row], network.names[row], row) for row in rows]
    return [theme for theme in themes if members(network, theme).sum() >= SMALLEST]


def _gaps(graph: Sparse, inside: Bools) -> list[Gap]:
    somewhere: Bools = np.logical_or.reduce(inside, axis=0)
    n = int(somewhere.sum())
    density = graph.among(somewhere).ties / (n * (n - 1) / 2) if n > 1 else 0.0
    ties, possible = mixing_overlapping(graph, inside)
    both = inside.astype(np.int64) @ inside.T.astype(np.int64)
    return [
        Gap(i, j, int(ties[i, j]), float(possible[i, j] * density), int(both[i, j]))
        for i in range(len(inside))
        for j in range(i + 1, len(inside))
        if possible[i, j]
    ]


def _evidence(
    network: Network, notes: Notes, graph: Sparse, one: Bools, other: Bools, sides: tuple[Named, Named]
) -> list[Json]:
    """The ties of the first bonds between the two; of none, why there are such groups."""
    across = one[graph.tail] & other[graph.to]
    low, high = np.minimum(graph.tail, graph.to)[across], np.maximum(graph.tail, graph.to)[across]
    pairs = np.unique(np.stack([low, high], axis=1), axis=0)[:MOST_SHOWN].tolist()
    ties = [tie for a, b in pairs for tie in bond_ties(network, a, b)]
    keys = notes.note_ties(network.tie(tie) for tie in ties)
    if keys:
        return keys
    for side, inside in zip(sides, (one, other), strict=True):
        if side.row >= 0:
            keys += notes.note_known(network.entity(side.row))
        else:
            keys += notes.note_sector(int(np.flatnonzero(inside)[0]), side.id)[:1]
    return list(dict.fromkeys(keys))


def _sentence(gaps: list[Gap], names: list[str], words: tuple[Text, Text], lang: Lang) -> str:
    en = lang == "en"
    if not gaps:
        many = words[1].say(lang)
        return (
            f"The sources name no two {many} that could be compared."
            if en
            else f"De bronnen noemen geen twee {many} die te vergelijken zijn."
        )
    pairs = counted(len(gaps), Text("paar", "pair"), Text("paren", "pairs"), lang)
    none = [f"{names[gap.one]} {'and' if en else 'en'} {names[gap.other]}" for gap in gaps if gap.apart]
    told = f"Of {pairs} of {words[1].say(lang)} " if en else f"Van {pairs} {words[1].say(lang)} "
    if none:
        n = number(len(none), lang)
        told += (
            f"{n} {'has' if len(none) == 1 else 'have'} no bond at all: {some(none, lang, 4)}."
            if en
            else f"{'heeft' if len(none) == 1 else 'hebben'} {n} geen enkele band: {some(none, lang, 4)}."
        )
    else:
        told += "none is without bonds." if en else "is er geen zonder banden."
    short = max((gap for gap in gaps if gap.ties), key=lambda gap: gap.missing, default=None)
    if short is not None and short.missing > 0:
        one, other, expected = names[short.one], names[short.other], number(short.expected, lang, 1)
        bonds_ = counted(short.ties, Text("band", "bond"), Text("banden", "bonds"), lang)
        told += (
            f" Elsewhere most is missing between {one} and {other}: {bonds_} where {expected} would be expected."
            if en
            else f" Verder ontbreekt het meest tussen {one} en {other}: {bonds_} waar {expected} te verwachten was."
        )
    return told
