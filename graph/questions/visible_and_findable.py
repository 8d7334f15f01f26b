"""Which activities of a project left something that can be seen and found, and which did not."""

from __future__ import annotations

from collections.abc import Mapping
from typing import ClassVar

from graph.aftermath import EDITION, FOLLOWS, aftermath
from graph.copresence import HAPPENINGS, with_parts
from graph.jsontext import Json
from graph.model import counting
from graph.naming import Named
from graph.network import Network
from graph.questions.base import Answer, Column, Notes, some
from graph.questions.parameters import Parameter
from graph.telling import RECORDED, kind_label, when
from graph.texts import Lang, Text, counted, listed

_LACKS = {
    "result": Text("resultaat", "result"),
    "lesson": Text("les", "lesson"),
    "follow_up": Text("vervolg", "follow-up"),
    "link": Text("verwijzing", "link"),
}


class VisibleAndFindable:
    """Of a project's activities: which have a result, a lesson, a follow-up and a link recorded, and which lack them.

    Rows are the project and its parts, by date; what was not held is there too. `result` and `lesson`
    count what a source calls so; `follow_up` what builds on it, and later editions; `link` an address
    where more can be read; `sources` says how many sources tell of it at all. `lacks` names what there is
    none of. It says what is recorded in these sources, not what there was.
    """

    name = "visible-and-findable"
    label = Text("Zichtbaar en vindbaar", "Visible and findable")
    asks = Text("Wat van {project} is zichtbaar en vindbaar?", "What of {project} is visible and findable?")
    parameters = (Parameter("project", Text("project of activiteit", "project or activity"), HAPPENINGS),)
    example: ClassVar[Mapping[str, str]] = {"project": "Kenniswerkplaats KIP"}

    def answer(self, network: Network, given: Mapping[str, Named], lang: Lang) -> Answer:
        notes, top = Notes(network), given["project"]
        rows = with_parts(network, top.row)
        rows.sort(key=lambda row: (row != top.row, int(network.first[row]), network.names[row], network.ids[row]))
        answer = Answer(
            self.name,
            {"project": top.id},
            "",
            (
                Column("name", Text("wat", "what")),
                Column("kind_label", Text("soort", "kind")),
                Column("when", Text("wanneer", "when")),
                Column("result", Text("resultaten", "results")),
                Column("lesson", Text("lessen", "lessons")),
                Column("follow_up", Text("vervolg", "follow-ups")),
                Column("link", Text("verwijzingen", "links")),
                Column("sources", Text("bronnen", "sources")),
                Column("lacks", Text("ontbreekt", "lacks")),
            ),
            network.version,
        )
        answer.rows = [_row(network, notes, row, lang) for row in rows]
        answer.sentence = _sentence(answer, top, lang)
        answer.caveats = [RECORDED.say(lang)]
        return notes.finish(answer, lang)


def _row(network: Network, notes: Notes, row: int, lang: Lang) -> dict[str, Json]:
    entity = network.entity(row)
    values = {key: counting(entity.properties.get(key, ())) for key in ("result", "lesson", "link")}
    after = [o for o in aftermath(network, row).outcomes if o.state in (FOLLOWS, EDITION) and o.at == row]
    ties = [network.tie(tie) for outcome in after for tie in outcome.ties]
    found = {key: len(its) for key, its in values.items()} | {"follow_up": len(after)}
    evidence = notes.note_values(value for its in values.values() for value in its)
    evidence += [*notes.note_ties(ties), *notes.note_known(entity)]
    notes.draw([entity.id])
    return {
        "id": entity.id,
        "name": entity.name,
        "kind": entity.kind,
        "kind_label": kind_label(network, row, lang),
        "when": when(entity, lang),
        **{key: found[key] for key in _LACKS},
        "sources": len({e.source for e in entity.evidence}),
        "lacks": listed([label.say(lang) for key, label in _LACKS.items() if not found[key]], lang),
        "evidence": list(dict.fromkeys(evidence)),
    }


def _sentence(answer: Answer, top: Named, lang: Lang) -> str:
    en = lang == "en"
    rows = answer.rows
    many = counted(len(rows), Text("activiteit", "activity"), Text("activiteiten", "activities"), lang)
    parts = [f"{label.say(lang)} {sum(bool(row[key]) for row in rows)}" for key, label in _LACKS.items()]
    nothing = [str(row["name"]) for row in rows if not any(row[key] for key in _LACKS)]
    told = (
        f"Of {many}, {top.name} itself included, how many have it recorded: {listed(parts, lang)}."
        if en
        else f"Van {many}, {top.name} zelf meegeteld, heeft vastgelegd: {listed(parts, lang)}."
    )
    if nothing:
        told += f" Nothing of these: {some(nothing, lang)}." if en else f" Niets daarvan: {some(nothing, lang)}."
    return told
