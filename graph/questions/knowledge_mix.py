"""Which kinds of knowledge came together, and which combinations never did."""

from __future__ import annotations

from collections.abc import Mapping
from itertools import combinations
from typing import ClassVar

from graph.copresence import HAPPENINGS, presence
from graph.jsontext import Json
from graph.naming import Named
from graph.network import Network
from graph.questions.base import Answer, Column, Notes, some
from graph.questions.parameters import Parameter
from graph.questions.structure_text import THINGS
from graph.scope import happenings
from graph.texts import Lang, Text, counted, listed


class KnowledgeMix:
    """Which kinds of knowledge came together at an activity or in a programme, and which pairs never did.

    A kind of knowledge is at an activity or project when a source says that it draws on it, or that
    somebody who was there brings it (`worked_out` and the like do not count). A method that draws on it
    does so for what applies the method. Kinds that only came together in the whole of a programme count
    for the whole, not for its parts.

    Rows are pairs of kinds of knowledge with where they came together; those that never did come last,
    and say so. Without an activity all are looked at. Only kinds that the sources name are compared.
    """

    name = "knowledge-mix"
    label = Text("Welke kennis kwam bijeen", "Which knowledge came together")
    asks = Text(
        "Welke soorten kennis kwamen bijeen in {activity}?", "Which kinds of knowledge came together in {activity}?"
    )
    parameters = (
        Parameter(
            "activity",
            Text("activiteit of programma; leeg is alle", "activity or programme; empty is all"),
            HAPPENINGS,
            required=False,
        ),
    )
    example: ClassVar[Mapping[str, str]] = {}

    def answer(self, network: Network, given: Mapping[str, Named], lang: Lang) -> Answer:
        notes, top = Notes(network), given.get("activity")
        kinds: list[int] = network.rows_of_kind("knowledge_type").tolist()
        kinds.sort(key=lambda row: (network.names[row], network.ids[row]))
        looked = [row for row in happenings(network, top) if network.happened[row]]
        at = {row: found for row in looked if (found := _kinds_at(network, row))}
        answer = Answer(
            self.name,
            {"activity": top.id if top else None},
            "",
            (
                Column("name", Text("soort kennis", "kind of knowledge")),
                Column("to_name", Text("met", "with")),
                Column("times", Text("keer", "times")),
                Column("at_names", Text("waar", "where")),
            ),
            network.version,
        )
        for one, other in combinations(kinds, 2):
            answer.rows.append(_row(network, notes, one, other, at, lang))
        answer.rows.sort(key=lambda row: -int(str(row["times"])))
        if top:
            notes.draw([top.id])
        rests_on = [top.row] if top else kinds[:1]
        answer.sentence_evidence = notes.note_known(*(network.entity(row) for row in rests_on))
        answer.sentence = _sentence(network, answer, at, kinds, top, lang)
        answer.caveats = [_NAMED.say(lang)]
        return notes.finish(answer, lang)


_NAMED = Text(
    "Alleen van weinig activiteiten zeggen bronnen welke soort kennis erbij was; dat er geen staat, zegt niet dat zij"
    " er niet was.",
    "Of few activities do sources say which kind of knowledge was there; that none is told does not say that it was"
    " not.",
)


def _kinds_at(network: Network, row: int) -> dict[int, list[int]]:
    """The kinds of knowledge at an activity or project, each with the ties that show it."""
    found: dict[int, list[int]] = {}
    present = presence(network)
    joins = [name for name, kind in network.words.ties.items() if kind.joins]
    who = set(present.who[present.where == row].tolist())
    there = {one: [t for t in network.ties_at(one, *joins) if network.other(t, one) == row] for one in who}
    methods = {int(network.head[t]): [t] for t in network.ties_at(row, "applies") if int(network.tail[t]) == row}
    for subject, kind, by in (
        (row, "draws_on", list[int]()),
        *((method, "draws_on", ties) for method, ties in methods.items()),
        *((one, "brings", there[one]) for one in sorted(who)),
    ):
        for tie in network.ties_at(subject, kind):
            if int(network.tail[tie]) == subject:
                found.setdefault(int(network.head[tie]), []).extend([tie, *by])
    return found


def _row(
    network: Network, notes: Notes, one: int, other: int, at: dict[int, dict[int, list[int]]], lang: Lang
) -> dict[str, Json]:
    both = [row for row, kinds in at.items() if one in kinds and other in kinds]
    ties = [tie for row in both for kind in (one, other) for tie in at[row][kind]]
    evidence = notes.note_ties(network.tie(tie) for tie in ties)
    if not both:
        evidence = notes.note_known(*(network.entity(row) for row in (one, other)))
    never = "never, by the sources" if lang == "en" else "nooit, volgens de bronnen"
    return {
        "id": network.ids[one],
        "name": network.names[one],
        "to": network.ids[other],
        "to_name": network.names[other],
        "times": len(both),
        "at": [network.ids[row] for row in both],
        "at_names": some(sorted(network.names[row] for row in both), lang) if both else never,
        "evidence": list(dict.fromkeys(evidence)),
    }


def _sentence(
    network: Network,
    answer: Answer,
    at: dict[int, dict[int, list[int]]],
    kinds: list[int],
    top: Named | None,
    lang: Lang,
) -> str:
    en = lang == "en"
    where = f" in {top.name}" if top else ""
    seen = [row for row in kinds if any(row in found for found in at.values())]
    if not seen:
        return (
            f"The sources do not say which kinds of knowledge came together{where}."
            if en
            else f"De bronnen zeggen niet welke soorten kennis{where} bijeenkwamen."
        )
    names = listed([network.names[row] for row in seen], lang)
    many = counted(len(at), *THINGS, lang)
    told = (
        f"At {many}{where} the sources name a kind of knowledge: {names}."
        if en
        else f"Bij {many}{where} noemen de bronnen een soort kennis: {names}."
    )
    never = [f"{row['name']} {'with' if en else 'met'} {row['to_name']}" for row in answer.rows if not row["times"]]
    if len(kinds) > 1:
        if not never:
            told += " Every pair came together somewhere." if en else " Elk paar kwam ergens bijeen."
        else:
            told += f" Never together: {some(never, lang)}." if en else f" Nooit samen: {some(never, lang)}."
    return told
