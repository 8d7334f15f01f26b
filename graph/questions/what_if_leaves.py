"""What would come apart if somebody or something left."""

from __future__ import annotations

from collections.abc import Mapping
from typing import ClassVar

from graph.bonds import joined
from graph.jsontext import Json
from graph.measures.parts import parts_without
from graph.measures.what_if import leaves
from graph.naming import Named
from graph.network import Network
from graph.questions.base import Answer, Column, Notes
from graph.questions.parameters import Parameter
from graph.questions.structure_text import nameless, shown_of
from graph.records import ties_beside_records
from graph.telling import counted_kinds, kind_label, sector_labels
from graph.texts import Lang, Text, agreeing, counted, listed

MOST = 50


class WhatIfLeaves:
    """What the network would lose without one person, organisation, activity or project.

    The network is people, organisations, activities and projects with the ties that bring them
    together; nobody comes together at what was not held. Without the one asked about, pairs of
    others may lose every way to each other (`parted`), or keep only a longer one (`farther`); both are
    counted in steps. Rows are those who would come apart from the largest part that stays, by part,
    the largest part first; `parts` numbers it. `how` is the tie by which the part hangs on.

    That somebody leaves is a thought: the question changes nothing.
    """

    name = "what-if-leaves"
    label = Text("Wat als … wegvalt", "What if … leaves")
    asks = Text("Wat valt er weg als {who} wegvalt?", "What is lost if {who} leaves?")
    parameters = (
        Parameter(
            "who",
            Text("persoon, organisatie, activiteit of project", "person, organisation, activity or project"),
            ("person", "organisation", "activity", "project"),
        ),
    )
    example: ClassVar[Mapping[str, str]] = {"who": "Gert-Joost Peek"}

    def answer(self, network: Network, given: Mapping[str, Named], lang: Lang) -> Answer:
        notes, who, graph = Notes(network), given["who"], joined(network)
        change = leaves(graph, who.row)
        _, *small = parts_without(graph, who.row) or [[]]
        apart = [(place, row) for place, part in enumerate(small, start=1) for row in part]
        answer = Answer(
            self.name,
            {"who": who.id},
            "",
            (
                Column("parts", Text("deel", "part")),
                Column("name", Text("wie of wat los zou raken", "who or what would come apart")),
                Column("kind_label", Text("soort", "kind")),
                Column("sector_labels", Text("sector", "sector")),
                Column("note", Text("hangt eraan", "hangs on it")),
            ),
            network.version,
        )
        held = {network.other(tie, who.row): tie for tie in reversed(network.ties_at(who.row))}
        for place, row in apart[:MOST]:
            ties = [t for t in network.ties_at(who.row) if network.other(t, who.row) == row]
            evidence = notes.note_ties(network.tie(t) for t in ties) or notes.note_known(network.entity(row))
            answer.rows.append(
                {
                    "parts": place,
                    "id": network.ids[row],
                    "name": network.names[row],
                    "kind": network.kinds[network.kind[row]],
                    "kind_label": kind_label(network, row, lang),
                    "sectors": list[Json](network.sectors_of(row)),
                    "sector_labels": sector_labels(network, row, lang),
                    "note": _DIRECTLY.say(lang) if row in held else _FURTHER.say(lang),
                    "evidence": evidence,
                }
            )
        notes.draw([who.id])
        near = [network.tie(tie) for tie in ties_beside_records(network, who.row)]
        answer.sentence_evidence = notes.note(tie.evidence[0] for tie in near) or notes.note_known(
            network.entity(who.row)
        )
        rows = [row for _, row in apart]
        answer.sentence = _sentence(who.name, change.parted, change.farther, counted_kinds(network, rows, lang), lang)
        answer.caveats = [_TOLD.say(lang), *shown_of(MOST, len(apart), lang), *nameless(network, rows, lang)]
        return notes.finish(answer, lang)


_DIRECTLY, _FURTHER = Text("rechtstreeks", "directly"), Text("verderop", "further on")
_TOLD = Text(
    "Geteld is wat de bronnen vertellen; in het echt kunnen er andere wegen zijn.",
    "Counted is what the sources tell; in life there may be other ways.",
)


def _sentence(name: str, parted: int, farther: int, apart: str, lang: Lang) -> str:
    """How many pairs lose their way, how many get a longer one, and who would come apart."""
    en = lang == "en"
    if not parted and not farther:
        return (
            f"Without {name} no pair loses its way, and none gets a longer one."
            if en
            else f"Zonder {name} verliest geen paar zijn weg, en geen krijgt er een langere."
        )
    parts = []
    for n, what in ((parted, _LOSE), (farther, _LONGER)):
        if n:
            pairs = counted(n, Text("paar", "pair"), Text("paren", "pairs"), lang)
            parts.append(agreeing(what.say(lang), n > 1).format(pairs=pairs))
    told = f"{'Without' if en else 'Zonder'} {name} {listed(parts, lang)}."
    if parted:
        told += f" {apart} would come apart from the rest." if en else f" Los van de rest zouden raken: {apart}."
    return told


_LOSE = Text("(verliest|verliezen) {pairs} elke weg", "{pairs} (loses|lose) every way")
_LONGER = Text("(krijgt|krijgen) {pairs} een langere weg", "{pairs} (gets|get) a longer way")
