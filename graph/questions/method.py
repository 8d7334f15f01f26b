"""A project laid beside a method: its phases, which seats have a name, which voices, what its sheet lacks."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from typing import ClassVar

import numpy as np

from graph.copresence import HAPPENINGS, presence, with_parts
from graph.jsontext import Json
from graph.model import Entity, Value, counting
from graph.naming import Named
from graph.network import Ints, Network
from graph.project_sheet import CHECKS
from graph.questions.base import Answer, Column, Notes, some
from graph.questions.method_text import (
    ELSEWHERE,
    FILLED,
    LACKS,
    NAMED,
    NO_PLACE,
    OPEN,
    ORGANISATIONS,
    PHASE,
    SEAT,
    SHEET,
    SILENT,
    STATES,
    STATUSES,
    VOICE,
    not_said,
    sentence,
)
from graph.questions.parameters import Parameter
from graph.telling import RECORDED, texts_of
from graph.texts import Lang, Text, listed


class Method:
    """A project beside a method: phases, seats with who fills them, the voices, and what the project sheet lacks.

    The method is the one that is named; else the one that the project applies; else the only one in the
    network with phases or seats. Rows, in this order, are

    - `phase`: the phases of the method, with how many seats;
    - `seat`: the seats of the method, its phases and the project: `filled` by somebody who is named in the
      project or its parts, `elsewhere` by others only, or `open`;
    - `voice`: every sector: `named` when the sources name people of it in the project, `organisations` when
      they name organisations alone, or `silent`;
    - `sheet`: what the method's project sheet asks for, and what the network has of it; `no_place` where
      the network has no place for it.

    It says what is recorded, not what was done.
    """

    name = "method"
    label = Text("Langs de methode gelegd", "Beside the method")
    asks = Text("Hoe staat {project} naast de methode?", "How does {project} stand beside the method?")
    parameters = (
        Parameter("project", Text("project of activiteit", "project or activity"), HAPPENINGS),
        Parameter("method", Text("methode", "method"), ("method",), required=False),
    )
    example: ClassVar[Mapping[str, str]] = {"project": "Kenniswerkplaats KIP"}

    def answer(self, network: Network, given: Mapping[str, Named], lang: Lang) -> Answer:
        notes, top = Notes(network), given["project"].row
        method, applies = _method(network, top, given.get("method"))
        answer = Answer(
            self.name,
            {"project": network.ids[top], "method": None if method is None else network.ids[method]},
            "",
            (
                Column("state_label", Text("wat", "what")),
                Column("name", Text("naam", "name")),
                Column("of", Text("waarvan", "of")),
                Column("status_label", Text("stand", "state")),
                Column("found", Text("wie of wat", "who or what")),
            ),
            network.version,
        )
        there = _there(network, with_parts(network, top))
        phases = [] if method is None else _in_order(network, _parts(network, method, "phase"))
        wholes = [*phases, *([] if method is None else [method]), top]
        for state, rows in (
            (PHASE, _phases(network, notes, phases, lang)),
            (SEAT, _seats(network, notes, wholes, there, lang)),
            (VOICE, _voices(network, notes, top, wholes, there, lang)),
            (SHEET, _sheet(network, notes, wholes, top, lang)),
        ):
            for row in rows:
                status = str(row["status"])
                said = STATUSES[status].say(lang) if status else ""
                answer.rows.append(
                    {"state": state, "state_label": STATES[state].say(lang), **row, "status_label": said}
                )
        notes.draw([network.ids[row] for row in (top, method) if row is not None])
        if applies is not None:
            answer.sentence_evidence = notes.note_ties([network.tie(applies)])
        answer.sentence = sentence(network, answer, top, method, lang)
        if method is not None and applies is None:
            answer.caveats.append(not_said(network.names[top], network.names[method], lang))
        answer.caveats.append(RECORDED.say(lang))
        return notes.finish(answer, lang)


def _method(network: Network, top: int, given: Named | None) -> tuple[int | None, int | None]:
    """The method to lay it beside, and the tie that says that the project applies it."""
    applied = [tie for tie in network.ties_at(top, "applies") if network.tail[tie] == top]
    if given:
        return given.row, next((tie for tie in applied if network.head[tie] == given.row), None)
    if applied:
        return int(network.head[applied[0]]), applied[0]
    methods: list[int] = network.rows_of_kind("method").tolist()
    whole = [row for row in methods if _parts(network, row, "phase") or _parts(network, row, "seat")]
    return (whole[0] if len(whole) == 1 else None), None


def _parts(network: Network, of: int, kind: str) -> list[int]:
    ties = [tie for tie in network.ties_at(of, "part_of") if network.head[tie] == of]
    return [row for tie in ties if network.kinds[network.kind[row := int(network.tail[tie])]] == kind]


def _in_order(network: Network, rows: list[int]) -> list[int]:
    def place(row: int) -> tuple[float, str]:
        order = network.raw_properties(row).get("order")
        return (float(order[0][0]) if order else float("inf"), network.ids[row])

    return sorted(rows, key=place)


def _there(network: Network, rows: list[int]) -> Ints:
    """People and organisations that were at the project or a part of it, who was at most of them first."""
    present = presence(network)
    who = present.who[np.isin(present.where, rows)]
    found, times = np.unique(who, return_counts=True)
    return found[np.argsort(-times, kind="stable")].astype(np.int32)


def _phases(network: Network, notes: Notes, phases: list[int], lang: Lang) -> Iterator[dict[str, Json]]:
    for row in phases:
        phase = network.entity(row)
        said = sorted(counting(phase.properties.get("description", ())), key=_line)
        described = network.words.entities["phase"].properties["description"]
        told = "; ".join(network.words.value(described, value.value, lang) for value in said)
        yield _row(phase, "", "", told, [*notes.note_known(phase), *notes.note_values(said)])


def _line(value: Value) -> int:
    """Where in its source it stands first."""
    found = re.search(r"\d+", value.evidence[0].locator)
    return int(found.group()) if found else 0


def _seats(network: Network, notes: Notes, of: list[int], there: Ints, lang: Lang) -> Iterator[dict[str, Json]]:
    here = set(there.tolist())
    for row in dict.fromkeys(seat for whole in of for seat in _parts(network, whole, "seat")):
        seat = network.entity(row)
        fills = network.ties_at(row, "fills")
        mine = [tie for tie in fills if int(network.tail[tie]) in here]
        status = FILLED if mine else ELSEWHERE if fills else OPEN
        wholes = [int(network.head[tie]) for tie in network.ties_at(row, "part_of") if network.tail[tie] == row]
        part = [network.names[whole] for whole in sorted(wholes)]
        about = [*dict.fromkeys(part), *texts_of(network, seat, "team", lang), *texts_of(network, seat, "voice", lang)]
        names = listed([network.names[network.tail[tie]] for tie in mine or fills], lang)
        evidence = [*notes.note_known(seat), *notes.note_ties(network.tie(tie) for tie in fills)]
        yield _row(seat, ", ".join(about), status, names, evidence)


def _voices(
    network: Network, notes: Notes, top: int, wholes: list[int], there: Ints, lang: Lang
) -> Iterator[dict[str, Json]]:
    seats = [network.entity(seat) for whole in wholes for seat in _parts(network, whole, "seat")]
    for place, sector in enumerate(network.sectors):
        of = [row for row in there.tolist() if network.sector_bits[row] >> place & 1]
        people = [row for row in of if network.kinds[network.kind[row]] == "person"]
        wanted = [value for seat in seats for value in seat.properties.get("voice", ()) if value.value == sector]
        evidence = [key for row in people or of for key in notes.note_sector(row, sector)]
        evidence = evidence or notes.note_values(wanted) or notes.note_known(network.entity(top))
        notes.draw(network.ids[row] for row in people or of)
        yield {
            "name": network.words.choice("sector", sector, lang),
            "of": "",
            "status": NAMED if people else ORGANISATIONS if of else SILENT,
            "found": some([network.names[row] for row in people or of], lang),
            "evidence": list[Json](dict.fromkeys(evidence)),
        }


def _sheet(network: Network, notes: Notes, of: list[int], top: int, lang: Lang) -> Iterator[dict[str, Json]]:
    project = network.entity(top)
    items = [item for whole in of for item in _parts(network, whole, "sheet_item")]
    for row in _in_order(network, list(dict.fromkeys(items))):
        item = network.entity(row)
        if item.first("sheet") != "project_sheet":
            continue
        check = CHECKS.get(str(item.first("wants")))
        found = check(network, top) if check else None
        evidence, told = notes.note_known(item), ""
        if found and found.ties:
            ties = [network.tie(tie) for tie in found.ties]
            evidence += notes.note_ties(ties)
            told = some(list(dict.fromkeys(network.names[network.other(tie, top)] for tie in found.ties)), lang)
        elif found:
            evidence += notes.note_values(value for key in found.properties for value in project.properties[key])
            told = some([text for key in found.properties for text in texts_of(network, project, key, lang)], lang)
        status = NO_PLACE if found is None else FILLED if found else LACKS
        yield _row(item, "", status, told, evidence)


def _row(entity: Entity, of: str, status: str, found: str, evidence: list[Json]) -> dict[str, Json]:
    return {
        "id": entity.id,
        "name": entity.name,
        "of": of,
        "status": status,
        "found": found,
        "evidence": list(dict.fromkeys(evidence)),
    }
