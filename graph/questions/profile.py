"""Everything that is known of one entity, in sentences."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from typing import ClassVar

from graph.aloud import tie_aloud
from graph.groups import remarks
from graph.introductions.steps import INTRODUCTIONS
from graph.jsontext import Json
from graph.model import Entity
from graph.naming import Named
from graph.network import Network
from graph.questions.base import Answer, Column, Notes
from graph.questions.parameters import ANYTHING, Parameter
from graph.records import ties_beside_records
from graph.telling import sector_labels, texts_of, with_when
from graph.texts import Lang, Text, counted, listed

SELF, TIE = "self", "tie"
_SHORT = ("type", "sector", "start", "end", "status", "size")
"""Said in the sentence already; what is left of the properties has a row each."""


class Profile:
    """Everything that the sources tell of one person, organisation, activity, project or other thing.

    The sentence says what it is, of which sector, when, and how much is known. Rows are sentences: first
    what is said of itself, property by property, then its ties read aloud, those that are dated by their
    begin, the others by their kind, each with what it rests on. Where sources say different things, all
    that count are there. What is personal, such as an e-mail address, is not in it. That an introduction was
    proposed or made is a row, and no tie that counts.
    """

    name = "profile"
    label = Text("Alles over", "Everything about")
    asks = Text("Wat weten we van {entity}?", "What do we know of {entity}?")
    parameters = (Parameter("entity", Text("wie of wat", "who or what"), ANYTHING),)
    example: ClassVar[Mapping[str, str]] = {"entity": "Sabrina Lindemann"}

    def answer(self, network: Network, given: Mapping[str, Named], lang: Lang) -> Answer:
        notes, row = Notes(network), given["entity"].row
        entity = network.entity(row)
        answer = Answer(
            self.name,
            {"entity": entity.id},
            "",
            (
                Column("part_label", Text("wat", "what")),
                Column("name", Text("in woorden", "in words")),
                Column("note", Text("opmerking", "note")),
            ),
            network.version,
        )
        answer.rows = [*_self(network, notes, entity, lang), *_ties(network, notes, row, lang)]
        notes.draw([entity.id])
        short = [value for key in _SHORT for value in entity.properties.get(key, ())]
        answer.sentence_evidence = list(
            dict.fromkeys([*notes.note_known(entity), *notes.note_values(short), *notes.note_sector(row)])
        )
        answer.sentence = _sentence(network, entity, row, lang)
        return notes.finish(answer, lang)


def _self(network: Network, notes: Notes, entity: Entity, lang: Lang) -> Iterator[dict[str, Json]]:
    kind = network.words.entities[entity.kind]
    names = [str(value.value) for value in entity.names[1:]]
    if names:
        yield {
            "part": SELF,
            "part_label": Text("ook genoemd", "also called").say(lang),
            "name": listed(names, lang),
            "note": "",
            "evidence": notes.note_values(entity.names[1:]),
        }
    for key, property_ in kind.properties.items():
        if property_.personal:
            continue
        for value in entity.properties.get(key, ()):
            said = network.words.value(property_, value.value, lang)
            only_printed = value.value not in entity.all(key)
            note = ("as printed, corrected" if lang == "en" else "zoals gedrukt, verbeterd") if only_printed else ""
            yield {
                "part": SELF,
                "part_label": property_.label.say(lang),
                "name": said,
                "note": note,
                "evidence": notes.note_values([value]),
            }


def _ties(network: Network, notes: Notes, row: int, lang: Lang) -> Iterator[dict[str, Json]]:
    kinds = list(network.words.ties)
    ties = network.ties_at(row)
    order = sorted(
        ties,
        key=lambda tie: (
            kinds.index(network.tie_kinds[network.tie_kind[tie]]),
            int(network.tie_first[tie]),
            network.names[network.other(tie, row)],
            tie,
        ),
    )
    for tie_row in order:
        tie, other = network.tie(tie_row), network.other(tie_row, row)
        kind = network.words.ties[tie.kind]
        hanging = [
            value for key, values in tie.properties.items() if not kind.properties[key].personal for value in values
        ]
        yield {
            "part": TIE,
            "part_label": kind.label.say(lang),
            "name": tie_aloud(network, tie_row, tie, lang),
            "id": network.ids[other],
            "tie": tie.id,
            "note": "; ".join(remarks(network.entity(other), lang)),
            "evidence": list(dict.fromkeys([*notes.note_ties([tie]), *notes.note_values(hanging)])),
        }


def _sentence(network: Network, entity: Entity, row: int, lang: Lang) -> str:
    en = lang == "en"
    kind = network.words.entities[entity.kind]
    types = texts_of(network, entity, "type", lang)
    what = listed([*types], lang) if types else kind.label.say(lang)
    aside = [it for it in (sector_labels(network, row, lang), *texts_of(network, entity, "status", lang)) if it]
    told = f"{with_when(entity, lang)}: {what}" + (f" ({'; '.join(aside)})" if aside else "")
    many = len(ties_beside_records(network, row))
    ties = counted(many, Text("band", "tie"), Text("banden", "ties"), lang)
    told_by = [*entity.evidence, *(e for tie in network.ties_at(row) for e in network.tie(tie).evidence)]
    sources = len({e.source for e in told_by} - {INTRODUCTIONS})
    known = counted(sources, Text("bron", "source"), Text("bronnen", "sources"), lang)
    return f"{told}. {'Known from' if en else 'Bekend uit'} {known}, {'with' if en else 'met'} {ties}."
