"""Which lessons the sources draw, and from what."""

from __future__ import annotations

from collections.abc import Mapping
from typing import ClassVar

from graph.copresence import HAPPENINGS
from graph.jsontext import Json
from graph.model import Value, counting
from graph.naming import Named
from graph.network import Network
from graph.questions.base import Answer, Column, Notes
from graph.questions.parameters import Parameter
from graph.scope import happenings
from graph.telling import when
from graph.texts import Lang, Text, counted, number


class Lessons:
    """The lessons that sources draw from activities, projects and organisations, in the words of the source.

    Of a theme those of the activities and projects that are about it and of their parts; of an activity
    or programme its own and those of its parts; without anything all of them, of organisations too. A
    lesson is what a source calls one; a result or a reason why something was not held is none.

    Rows are lessons, by what they were drawn from, in the order of its date, and of the source.
    """

    name = "lessons"
    label = Text("Welke lessen", "Which lessons")
    asks = Text("Welke lessen zijn er getrokken uit {about}?", "Which lessons were drawn from {about}?")
    parameters = (
        Parameter(
            "about",
            Text("thema, activiteit of programma; leeg is alle", "theme, activity or programme; empty is all"),
            ("theme", *HAPPENINGS),
            required=False,
        ),
    )
    example: ClassVar[Mapping[str, str]] = {"about": "Kenniswerkplaats KIP"}

    def answer(self, network: Network, given: Mapping[str, Named], lang: Lang) -> Answer:
        notes, about = Notes(network), given.get("about")
        rows = happenings(network, about)
        if about is None:
            rows += network.rows_of_kind("organisation").tolist()
        with_lesson = [row for row in rows if network.raw_properties(row).get("lesson")]
        with_lesson.sort(key=lambda row: (int(network.first[row]), network.names[row], network.ids[row]))
        answer = Answer(
            self.name,
            {"about": about.id if about else None},
            "",
            (
                Column("lesson", Text("les", "lesson")),
                Column("name", Text("uit", "from")),
                Column("when", Text("wanneer", "when")),
            ),
            network.version,
        )
        for row in with_lesson:
            for value in counting(network.entity(row).properties["lesson"]):
                answer.rows.append(_row(network, notes, row, value, lang))
        if about:
            notes.draw([about.id])
            answer.sentence_evidence = notes.note_known(network.entity(about.row))
        answer.sentence = _sentence(answer, len(rows), about, lang)
        return notes.finish(answer, lang)


def _row(network: Network, notes: Notes, row: int, value: Value, lang: Lang) -> dict[str, Json]:
    entity = network.entity(row)
    property_ = network.words.entities[entity.kind].properties["lesson"]
    notes.draw([entity.id])
    return {
        "lesson": network.words.value(property_, value.value, lang),
        "id": entity.id,
        "name": entity.name,
        "kind": entity.kind,
        "when": when(entity, lang),
        "evidence": notes.note_values([value]),
    }


def _sentence(answer: Answer, looked: int, about: Named | None, lang: Lang) -> str:
    en = lang == "en"
    of = (f" around {about.name}" if en else f" rond {about.name}") if about else ""
    if not answer.rows:
        return f"The sources draw no lesson{of}." if en else f"De bronnen trekken{of} geen les."
    many = counted(len(answer.rows), Text("les", "lesson"), Text("lessen", "lessons"), lang)
    from_ = len({row["id"] for row in answer.rows})
    first = str(answer.rows[0]["lesson"]).rstrip(".")
    if about and looked > 1:
        of += f", {'from' if en else 'uit'} {number(from_, lang)} {'of' if en else 'van de'} {number(looked, lang)}"
        of += " activities and projects" if en else " activiteiten en projecten"
    lead = f"The sources draw {many}{of}" if en else f"De bronnen trekken {many}{of}"
    return f"{lead}. {'The first' if en else 'De eerste'}: {first}." if len(answer.rows) > 1 else f"{lead}: {first}."
