"""Which activities brought which sectors together, and which mixed best."""

from __future__ import annotations

from collections import Counter
from collections.abc import Mapping
from dataclasses import dataclass
from typing import ClassVar

import numpy as np

from graph.copresence import BIG, HAPPENINGS, joining, of_kinds, presence, with_parts
from graph.groupings import SECTOR, grouping
from graph.jsontext import Json
from graph.measures.diversity import diversity
from graph.measures.groups import Groups
from graph.measures.sparse import Sparse
from graph.naming import Named
from graph.network import Network
from graph.questions.base import Answer, Column, Notes
from graph.questions.parameters import Parameter
from graph.questions.structure_text import THINGS, nameless, shown_of
from graph.telling import kind_label, when
from graph.texts import Lang, Text, counted, listed, number

MOST = 40


@dataclass(frozen=True, slots=True)
class Mix:
    """What was held, who was there that the sources name, how many of each group, and how mixed they were."""

    row: int
    who: list[int]
    counts: Counter[str]
    iqv: float


class Mixing:
    """Which activities and projects brought which sectors together, and which of them mixed best.

    Of every activity and project that was held, or of one and its parts, the people and organisations
    that a source says took part, organised, are partner of it or gave to it, by sector; who has several
    sectors counts as a group of its own with who has the same. Groups without names count as one.

    `iqv` is the index of qualitative variation: the chance that two drawn at random are of different
    sectors, from 0, all of one sector, to 1, all sectors alike (Agresti and Agresti 1978; Blau 1977). It
    is high by chance when few are named, so rows are those with two or more of a known sector: activities
    before projects, by how many sectors there were, then by `iqv`. At `big`, 20 or more, being there is not having met.

    Who was there and is not named mixes too; what a source does not tell is not counted.
    """

    name = "mixing"
    label = Text("Wat bracht sectoren bijeen", "What brought sectors together")
    asks = Text(
        "Welke activiteiten van {activity} brachten sectoren bijeen?",
        "Which activities of {activity} brought sectors together?",
    )
    parameters = (
        Parameter(
            "activity",
            Text("activiteit of programma; leeg is alle", "activity or programme; empty is all"),
            HAPPENINGS,
            required=False,
        ),
    )
    example: ClassVar[Mapping[str, str]] = {"activity": "Kenniswerkplaats KIP"}

    def answer(self, network: Network, given: Mapping[str, Named], lang: Lang) -> Answer:
        notes, top = Notes(network), given.get("activity")
        rows = with_parts(network, top.row) if top else network.rows_of_kind(*HAPPENINGS).tolist()
        found = _mixes(network, [row for row in rows if network.happened[row]], grouping(network, SECTOR, lang))
        activity = of_kinds(network, ("activity",))
        mixed = [mix for mix in found if sum(mix.counts.values()) > 1]
        mixed.sort(
            key=lambda mix: (
                not activity[mix.row],
                -len(mix.counts),
                -round(mix.iqv, 9),
                network.names[mix.row],
                network.ids[mix.row],
            )
        )
        answer = Answer(
            self.name,
            {"activity": top.id if top else None},
            "",
            (
                Column("name", Text("activiteit of project", "activity or project")),
                Column("kind_label", Text("soort", "kind")),
                Column("when", Text("wanneer", "when")),
                Column("sector_labels", Text("sectoren", "sectors")),
                Column(
                    "iqv", Text("menging", "mix"), Text("0 één sector, 1 alle even veel", "0 one sector, 1 all alike")
                ),
                Column("unknown", Text("sector onbekend", "sector unknown")),
                Column("note", Text("opmerking", "note")),
            ),
            network.version,
        )
        answer.rows = [_row(network, notes, mix, lang) for mix in mixed[:MOST]]
        if top:
            notes.draw([top.id])
            answer.sentence_evidence = notes.note_known(network.entity(top.row))
        answer.sentence = _sentence(answer, mixed, len(found), top, lang)
        who = [row for mix in mixed for row in mix.who]
        answer.caveats = [_NAMED.say(lang), *shown_of(MOST, len(mixed), lang), *nameless(network, who, lang)]
        return notes.finish(answer, lang)


_NAMED = Text(
    "Geteld is wie de bronnen noemen; wie er ook was en niet genoemd is, mengt mee en telt hier niet.",
    "Counted are those whom the sources name; who was there too and is not named mixes, and is not counted here.",
)


def _mixes(network: Network, rows: list[int], groups: Groups) -> list[Mix]:
    present = presence(network)
    two_mode = Sparse.of(len(network.ids), present.who, present.where)
    iqv = diversity(two_mode, groups).iqv
    found = []
    for row in rows:
        who = sorted(present.who[present.where == row].tolist())
        counts = Counter(groups.names[groups.of[one]] for one in who if groups.of[one] >= 0)
        if who:
            found.append(Mix(row, who, counts, float(np.nan_to_num(iqv[row]))))
    return found


def _row(network: Network, notes: Notes, mix: Mix, lang: Lang) -> dict[str, Json]:
    entity, en = network.entity(mix.row), lang == "en"
    size, who = int(presence(network).size[mix.row]), set(mix.who)
    kinds = {network.tie_kinds[kind] for kind in np.unique(network.tie_kind[joining(network)]).tolist()}
    ties = [tie for tie in network.ties_at(mix.row, *sorted(kinds)) if network.other(tie, mix.row) in who]
    evidence = notes.note_ties(network.tie(tie) for tie in ties)
    evidence += [key for row in mix.who for key in notes.note_sector(row)]
    by_size = sorted(mix.counts.items(), key=lambda it: (-it[1], it[0]))
    big = entity.kind == "activity" and size >= BIG
    return {
        "id": entity.id,
        "name": entity.name,
        "kind": entity.kind,
        "kind_label": kind_label(network, mix.row, lang),
        "when": when(entity, lang),
        "sectors": dict(sorted(mix.counts.items())),
        "sector_labels": listed([f"{name} {n}" for name, n in by_size], lang),
        "iqv": round(mix.iqv, 2),
        "unknown": len(mix.who) - sum(mix.counts.values()),
        "big": big,
        "note": (f"big: {size}" if en else f"groot: {size}") if big else "",
        "evidence": list(dict.fromkeys(evidence)),
    }


def _sentence(answer: Answer, mixed: list[Mix], held: int, top: Named | None, lang: Lang) -> str:
    en = lang == "en"
    of = (f" of {top.name}" if en else f" van {top.name}") if top else ""
    across = [mix for mix in mixed if len(mix.counts) > 1]
    if not across:
        return (
            f"By the sources nothing{of} brought different sectors together."
            if en
            else f"Volgens de bronnen bracht niets{of} verschillende sectoren bijeen."
        )
    first = answer.rows[0]
    things = counted(held, *THINGS, lang)
    many, mix = number(len(across), lang), number(float(str(first["iqv"])), lang, 2)
    if en:
        told = f"Of {things}{of} where somebody is named, {many} brought different sectors together."
        return f"{told} {first['name']} mixed best: {first['sector_labels']} (mix {mix})."
    brought = "bracht" if len(across) == 1 else "brachten"
    told = f"Van {things}{of} waar iemand genoemd is, {brought} {many} verschillende sectoren bijeen."
    return f"{told} Het best mengde {first['name']}: {first['sector_labels']} (menging {mix})."
