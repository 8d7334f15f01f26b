"""What is known from one source alone, and what would go with it."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from typing import ClassVar

from graph.aloud import tie_aloud
from graph.jsontext import Json
from graph.model import Evidence, Value, counting
from graph.naming import SOURCE, Named
from graph.network import Network
from graph.questions.base import Answer, Column, Notes
from graph.questions.parameters import Parameter
from graph.statements import CORRECTIONS
from graph.telling import counted_kinds, kind_label
from graph.texts import Lang, Text, counted, listed, number

ENTITY, TIE, VALUE = "entity", "tie", "value"
_STATES = {
    ENTITY: Text("alleen hieruit bekend", "known from it alone"),
    TIE: Text("band alleen hieruit", "tie from it alone"),
    VALUE: Text("gegeven alleen hieruit", "detail from it alone"),
}
_TIES = (Text("band", "tie"), Text("banden", "ties"))
_THINGS = (Text("entiteit", "entity"), Text("entiteiten", "entities"))
_VALUES = (Text("gegeven", "detail"), Text("gegevens", "details"))


class InfluenceOfSource:
    """What we know from one source alone, and what would go with it.

    Something rests on a source alone when all its evidence is of that source, or of corrections of what it
    prints. Rows are

    - `entity`: whom and what only this source names, with how many ties go along;
    - `tie`: ties that only it gives, between entities that other sources name too;
    - `value`: properties that only it gives, of entities that other sources name too.

    What is personal, such as an e-mail address, is counted nowhere. Judgements by which mentions are the
    same stay as they are: that somebody is known elsewhere may itself rest on one.
    """

    name = "influence-of-source"
    label = Text("Wat hangt aan deze bron", "What hangs on this source")
    asks = Text("Wat weten we alleen uit {source}?", "What do we know from {source} alone?")
    parameters = (Parameter("source", Text("bron", "source"), (SOURCE,)),)
    example: ClassVar[Mapping[str, str]] = {"source": "city-deal-kennis-maken-den-haag"}

    def answer(self, network: Network, given: Mapping[str, Named], lang: Lang) -> Answer:
        notes, source = Notes(network), given["source"]
        answer = Answer(
            self.name,
            {"source": source.id},
            "",
            (
                Column("state_label", Text("wat", "what")),
                Column("name", Text("in woorden", "in words")),
                Column("kind_label", Text("soort", "kind")),
                Column("ties", Text("banden die meegaan", "ties that go along")),
            ),
            network.version,
        )
        entities, ties = network.told_by(source.id)
        alone = [row for row in entities if _alone(network.entity(row).evidence, source.id)]
        gone = set(alone)
        lost = [row for row in ties if _alone(network.tie(row).evidence, source.id)]
        answer.rows = [
            *_entities(network, notes, alone, lost, lang),
            *_ties(network, notes, [t for t in lost if not {int(network.tail[t]), int(network.head[t])} & gone], lang),
            *_values(network, notes, [row for row in entities if row not in gone], source.id, lang),
        ]
        values = sum(row["state"] == VALUE for row in answer.rows)
        answer.sentence = _sentence(network, source, (len(entities), len(ties), len(lost), values), alone, lang)
        return notes.finish(answer, lang)


def _alone(evidence: Iterable[Evidence], source: str) -> bool:
    return {piece.source for piece in evidence} - {CORRECTIONS} == {source}


def _entities(
    network: Network, notes: Notes, rows: list[int], lost: list[int], lang: Lang
) -> Iterator[dict[str, Json]]:
    going = set(lost)
    for row in sorted(rows, key=lambda r: (int(network.kind[r]), network.names[r], network.ids[r])):
        entity = network.entity(row)
        notes.draw([entity.id])
        yield {
            "state": ENTITY,
            "state_label": _STATES[ENTITY].say(lang),
            "id": entity.id,
            "name": entity.name,
            "kind_label": kind_label(network, row, lang),
            "ties": sum(tie in going for tie in network.ties_at(row)),
            "evidence": notes.note_known(entity),
        }


def _ties(network: Network, notes: Notes, rows: list[int], lang: Lang) -> Iterator[dict[str, Json]]:
    for row in rows:
        tie = network.tie(row)
        yield {
            "state": TIE,
            "state_label": _STATES[TIE].say(lang),
            "tie": tie.id,
            "name": tie_aloud(network, row, tie, lang),
            "kind_label": network.words.ties[tie.kind].label.say(lang),
            "ties": None,
            "evidence": notes.note_ties([tie]),
        }


def _values(network: Network, notes: Notes, rows: list[int], source: str, lang: Lang) -> Iterator[dict[str, Json]]:
    for row in rows:
        entity = network.entity(row)
        for key, property_ in network.words.entities[entity.kind].properties.items():
            values: tuple[Value, ...] = () if property_.personal else entity.properties.get(key, ())
            of = {piece.statement: piece.source for value in values for piece in value.evidence}
            for value in counting(values):
                # a correction stands or falls with what it mends
                if {of.get(piece.corrects, piece.source) for piece in value.evidence} == {source}:
                    said = network.words.value(property_, value.value, lang)
                    yield {
                        "state": VALUE,
                        "state_label": _STATES[VALUE].say(lang),
                        "id": entity.id,
                        "name": f"{entity.name}: {said}",
                        "kind_label": property_.label.say(lang),
                        "ties": None,
                        "evidence": notes.note_values([value]),
                    }


def _sentence(network: Network, source: Named, n: tuple[int, int, int, int], alone: list[int], lang: Lang) -> str:
    en, (entities, ties, lost, values) = lang == "en", n
    names, says = counted(entities, *_THINGS, lang), counted(ties, *_TIES, lang)
    told = f"{source.name} {'tells of' if en else 'noemt'} {names} {'and' if en else 'en'} {says}."
    if not (alone or lost or values):
        return told + (" Other sources have all of it too." if en else " Andere bronnen hebben dat alles ook.")
    kinds = f" ({counted_kinds(network, alone, lang)})" if alone else ""
    parts = [
        f"{counted(len(alone), *_THINGS, lang)}{kinds}",
        f"{number(lost, lang)} {'of the ties' if en else 'van de banden'}",
        f"{counted(values, *_VALUES, lang)} {'of what else is known' if en else 'van wat ook elders bekend is'}",
    ]
    return told + (
        f" With it would go: {listed(parts, lang)}." if en else f" Zonder deze bron verdwijnen: {listed(parts, lang)}."
    )
