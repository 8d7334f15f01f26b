"""Who stands most between whom, over the whole network."""

from __future__ import annotations

from collections.abc import Mapping
from typing import ClassVar

import numpy as np

from graph.bonds import bonds
from graph.copresence import of_kinds
from graph.errors import Misasked, Unknown
from graph.groupings import GROUPINGS, SECTOR, grouping
from graph.jsontext import Json
from graph.measures.betweenness import betweenness_between
from graph.measures.brokerage import brokerage
from graph.measures.groups import Groups
from graph.measures.sparse import Sparse
from graph.names import normalised
from graph.naming import WORD, Named
from graph.network import Network
from graph.questions.base import Answer, Column, Notes, some
from graph.questions.brokers_text import caveats, told, told_between
from graph.questions.parameters import CHOICE, Parameter
from graph.questions.structure_text import BONDS, shown_of
from graph.telling import kind_label
from graph.texts import Lang, Text

MOST = 25

_W_I, _W_O, _B_IO, _B_OI, _B_O, _T = range(6)


class Brokers:
    """Who stands most between others that have no bond, in the five roles of Gould and Fernandez.

    A bond is a tie that brings together, or having been at one activity of fewer than 20. Groups are
    by sector unless another is chosen; who has several sectors is in a group of its own with those
    who have the same, and who has none is left out with all its bonds.

    Without a pair of groups, rows are the first 25 by the pairs that they join across groups:
    `coordinator` counts pairs within the own group, `gatekeeper` those of one of the own group and
    one of another (one way a gatekeeper, the other way a representative), `itinerant` two of one
    other group, `liaison` three groups. `between` is their sum without the coordinator, which decides
    the order. `z` is how many standard deviations all of them together lie from what would be
    expected if bonds were spread by chance over who has a group (as R's `sna::brokerage`); with few
    people it says little, and a caveat says so.

    With `from` and `to`, two of those groups, `share` counts for each the pairs of one of either
    group whose shortest ways pass by it, in part where there are several: betweenness between two
    groups. Rows are the first 25 by it.

    Gould and Fernandez (1989), Structures of mediation, Sociological Methodology 19; Freeman (1977),
    A set of measures of centrality based on betweenness, Sociometry 40.
    """

    name = "brokers"
    label = Text("Wie verbindt het meest", "Who connects most")
    asks = Text("Wie staat het meest tussen groepen naar {by}?", "Who stands most between groups by {by}?")
    parameters = (
        Parameter(
            "by", Text("groepen naar", "groups by"), (CHOICE,), required=False, choices=GROUPINGS, default=SECTOR
        ),
        Parameter("from", Text("alleen tussen deze groep", "only between this group"), (WORD,), required=False),
        Parameter("to", Text("en deze", "and this one"), (WORD,), required=False),
    )
    example: ClassVar[Mapping[str, str]] = {"by": "sector"}

    def answer(self, network: Network, given: Mapping[str, Named], lang: Lang) -> Answer:
        by = given["by"].id
        found, graph = grouping(network, by, lang), bonds(network)
        if ("from" in given) != ("to" in given):
            raise Misasked(
                "Een paar groepen heeft er twee: geef van en naar allebei, of geen van beide",
                "A pair of groups has two: give both from and to, or neither",
            )
        if "from" in given:
            return _between(network, graph, found, by, (given["from"], given["to"]), lang)
        return _all(network, graph, found, by, lang)


def _all(network: Network, graph: Sparse, found: Groups, by: str, lang: Lang) -> Answer:
    notes = Notes(network)
    result = brokerage(graph, found)
    pairs = np.nan_to_num(result.raw / [2, 2, 1, 1, 2, 2]).astype(int)
    pairs[:, _T] = pairs[:, _W_O] + pairs[:, _B_IO] + pairs[:, _B_O]
    joins = np.flatnonzero(pairs[:, _T] > 0).astype(np.int32)
    order = sorted(joins.tolist(), key=lambda r: (-pairs[r, _T], -pairs[r, _W_I], network.names[r], network.ids[r]))
    answer = Answer(
        "brokers",
        {"by": by, "from": None, "to": None},
        "",
        (
            Column("name", Text("wie", "who")),
            Column("kind_label", Text("soort", "kind")),
            Column("group", Text("groep", "group")),
            Column("between", Text("paren over groepen heen", "pairs across groups")),
            Column("gatekeeper", Text("poortwachter", "gatekeeper")),
            Column("itinerant", Text("rondreizend", "itinerant")),
            Column("liaison", Text("liaison", "liaison")),
            Column(
                "coordinator", Text("coördinator", "coordinator"), Text("binnen de eigen groep", "within the own group")
            ),
            Column(
                "z", Text("z", "z"), Text("afstand tot toeval, in standaardafwijkingen", "distance from chance, in sd")
            ),
        ),
        network.version,
    )
    for row in order[:MOST]:
        z = float(result.z[row, _T])
        answer.rows.append(
            _row(network, notes, graph, row, found, lang)
            | {
                "between": int(pairs[row, _T]),
                "gatekeeper": int(pairs[row, _B_IO]),
                "itinerant": int(pairs[row, _W_O]),
                "liaison": int(pairs[row, _B_O]),
                "coordinator": int(pairs[row, _W_I]),
                "z": None if np.isnan(z) else round(z, 2),
            }
        )
    answer.sentence = told(answer, GROUPINGS[by], lang)
    answer.caveats = caveats(network, found, order, lang) + shown_of(MOST, len(order), lang)
    return notes.finish(answer, lang)


def _between(network: Network, graph: Sparse, found: Groups, by: str, sides: tuple[Named, Named], lang: Lang) -> Answer:
    notes = Notes(network)
    one, other = (_group(found, side, lang) for side in sides)
    if one == other:
        raise Misasked(
            f"{one!r} staat aan beide kanten; noem twee groepen", f"{one!r} is on both sides; name two groups"
        )
    left, right = found.members(one), found.members(other)
    score = betweenness_between(graph, left, right).score
    rows = np.flatnonzero(score > 1e-9).tolist()
    order = sorted(rows, key=lambda r: (-round(float(score[r]), 9), network.names[r], network.ids[r]))
    answer = Answer(
        "brokers",
        {"by": by, "from": one, "to": other},
        "",
        (
            Column("name", Text("wie", "who")),
            Column("kind_label", Text("soort", "kind")),
            Column("group", Text("groep", "group")),
            Column(
                "share",
                Text("paren", "pairs"),
                Text(
                    "paren van beide groepen waarvan de kortste weg hierlangs gaat",
                    "pairs of the two groups whose shortest way passes by",
                ),
            ),
        ),
        network.version,
    )
    for row in order[:MOST]:
        answer.rows.append(_row(network, notes, graph, row, found, lang) | {"share": round(float(score[row]), 2)})
    answer.sentence = told_between(answer, len(order), (one, other), lang)
    answer.caveats = [BONDS.say(lang), *shown_of(MOST, len(order), lang)]
    return notes.finish(answer, lang)


def _group(found: Groups, side: Named, lang: Lang) -> str:
    """The group of that name; raises `Unknown` with those there are."""
    for name in found.names:
        if normalised(name) == normalised(side.name):
            return name
    names = some(sorted(found.names), lang, 12)
    raise Unknown(
        f"Er is geen groep {side.name!r}; er zijn: {names}", f"There is no group {side.name!r}; there are: {names}"
    )


def _row(network: Network, notes: Notes, graph: Sparse, row: int, found: Groups, lang: Lang) -> dict[str, Json]:
    """Who it is, and what it rests on: its ties, or those with the meetings that it was at."""
    kinds = [name for name, kind in network.words.ties.items() if kind.joins]
    near = {row, *graph.to[graph.first[row] : graph.first[row + 1]].tolist()}
    happens = of_kinds(network, ("activity",))
    ties = [t for t in network.ties_at(row, *kinds) if network.other(t, row) in near or happens[network.other(t, row)]]
    place = int(found.of[row])
    return {
        "id": network.ids[row],
        "name": network.names[row],
        "kind": network.kinds[network.kind[row]],
        "kind_label": kind_label(network, row, lang),
        "group": found.names[place] if place >= 0 else "",
        "evidence": notes.note_ties(network.tie(tie) for tie in ties),
    }
