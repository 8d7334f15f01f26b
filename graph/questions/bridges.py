"""Who and what is the only link between two parts of the network."""

from __future__ import annotations

from collections.abc import Mapping
from typing import ClassVar

import numpy as np

from graph.bonds import joined
from graph.copresence import joining
from graph.measures.cuts import cuts
from graph.measures.parts import parts_without
from graph.measures.sparse import Sparse
from graph.naming import Named
from graph.network import Network
from graph.questions.base import Answer, Column, Notes, some
from graph.questions.structure_text import nameless, shown_of
from graph.telling import counted_kinds, kind_label
from graph.texts import Lang, Text, counted

MOST = 25


class Bridges:
    """Who and what is the only link between two parts of the network, and what would come apart without it.

    The network here is people, organisations, activities and projects with the ties that bring them
    together; nobody comes together at what was not held. A bridge is one of them without which some
    others would have no way to each other left at all, however long (a cut vertex). `lost` counts
    the pairs of others that would lose their last way; `apart` are those who would come apart from
    the largest part that stays, named from the largest group on. A single one that hangs on by one
    tie comes apart too: `parts` says in how many the rest would fall.

    Rows are the first 25, by pairs lost. What hangs on one link in the sources may have others in
    life; the more a source tells of a subject, the more hangs on who it is about.

    Hopcroft and Tarjan (1973), Efficient algorithms for graph manipulation, CACM 16.
    """

    name = "bridges"
    label = Text("Enige schakels", "Only links")
    asks = Text("Wie of wat is de enige schakel tussen delen?", "Who or what is the only link between parts?")
    parameters = ()
    example: ClassVar[Mapping[str, str]] = {}

    def answer(self, network: Network, given: Mapping[str, Named], lang: Lang) -> Answer:
        notes, graph = Notes(network), joined(network)
        found = cuts(graph)
        rows = np.flatnonzero(found.lost > 0).tolist()
        order = sorted(rows, key=lambda row: (-int(found.lost[row]), network.names[row], network.ids[row]))
        answer = Answer(
            self.name,
            {},
            "",
            (
                Column("name", Text("wie of wat", "who or what")),
                Column("kind_label", Text("soort", "kind")),
                Column(
                    "lost",
                    Text("paren zonder weg", "pairs without a way"),
                    Text("paren die zonder deze geen enkele weg meer hebben", "pairs that would have no way left"),
                ),
                Column("parts", Text("delen", "parts")),
                Column("apart_names", Text("los zouden raken", "would come apart")),
            ),
            network.version,
        )
        for row in order[:MOST]:
            _, *small = parts_without(graph, row)
            apart = [one for part in small for one in part]
            answer.rows.append(
                {
                    "id": network.ids[row],
                    "name": network.names[row],
                    "kind": network.kinds[network.kind[row]],
                    "kind_label": kind_label(network, row, lang),
                    "lost": int(found.lost[row]),
                    "parts": int(found.parts[row]),
                    "apart": [network.ids[one] for one in apart],
                    "apart_names": some([network.names[one] for one in apart], lang, 4),
                    "evidence": notes.note_ties(network.tie(tie) for tie in _ties_with(network, graph, row, small)),
                }
            )
        answer.sentence = _sentence(network, answer, order, graph, lang)
        answer.caveats = [_SINGLE.say(lang), *shown_of(MOST, len(order), lang), *nameless(network, order, lang)]
        return notes.finish(answer, lang)


_SINGLE = Text(
    "Wat in de bronnen aan één schakel hangt, kan in het echt ook anders verbonden zijn.",
    "What hangs on one link in the sources may be connected otherwise in life.",
)


def _ties_with(network: Network, graph: Sparse, row: int, parts: list[list[int]]) -> list[int]:
    """The ties of a bridge with those it alone holds."""
    cut_off = {one for part in parts for one in part}
    kinds = {network.tie_kinds[kind] for kind in np.unique(network.tie_kind[joining(network)]).tolist()}
    return [tie for tie in network.ties_at(row, *sorted(kinds)) if network.other(tie, row) in cut_off]


def _sentence(network: Network, answer: Answer, order: list[int], graph: Sparse, lang: Lang) -> str:
    en = lang == "en"
    if not order:
        return (
            "Nobody and nothing in the sources is the only link between parts."
            if en
            else "Niemand en niets in de bronnen is de enige schakel tussen delen."
        )
    first = answer.rows[0]
    many = counted_kinds(network, order, lang)
    _, *small = parts_without(graph, order[0])
    apart = counted_kinds(network, [one for part in small for one in part], lang)
    pairs = counted(int(str(first["lost"])), Text("paar", "pair"), Text("paren", "pairs"), lang)
    verb = ("is" if len(order) == 1 else "are") if en else ("is" if len(order) == 1 else "zijn")
    if en:
        return (
            f"{many} {verb} the only link between parts. Most hangs on {first['name']}: without it {pairs} would have"
            f" no way left, and {apart} would come apart."
        )
    return (
        f"{many} {verb} de enige schakel tussen delen. Het meest hangt aan {first['name']}: zonder deze hebben {pairs}"
        f" geen weg meer en raken {apart} los."
    )
