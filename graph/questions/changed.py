"""What is new, gone and changed since a date or a version."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator, Mapping
from typing import ClassVar

from graph.aloud import tie_aloud
from graph.bulk import many_objects
from graph.changes import Change
from graph.dates import Date
from graph.difference import Altered, Difference, difference
from graph.errors import Refused
from graph.jsontext import Json
from graph.model import Entity, Tie, Value
from graph.naming import Named
from graph.network import Network
from graph.questions.base import Answer, Column, Notes
from graph.questions.changed_text import ALTERED, GONE, JOINED, NEW, PARTED, STATES, sentence
from graph.questions.parameters import PERIOD, VERSION, Parameter
from graph.store import View
from graph.texts import Lang, Text, listed
from graph.words import Property, Words


class Changed:
    """What is new, gone or changed since a date or a version of the network; without either, by the last change.

    A version is a number of changes; since 12 is what came after the twelfth. A date, month or year is as
    good as its first day, in UTC. Rows are

    - `new`: entities that no source named before, with how many ties; and ties between those known before;
    - `gone`: entities that no source names any more, and ties between those that are still there;
    - `joined` and `parted`: what is one now and was several, or the other way around;
    - `altered`: a property of something known before and now, with what came and what went.

    It compares the network then and now: what came and went again in between, or was only moved to another
    place in its source, is no row. What is personal, such as an e-mail address, is left out.
    """

    name = "changed"
    label = Text("Wat is er veranderd", "What changed")
    asks = Text("Wat is er veranderd sinds {since}?", "What changed since {since}?")
    parameters = (
        Parameter(
            "since",
            Text("datum of versie; leeg is de laatste wijziging", "date or version; empty is the last change"),
            (PERIOD, VERSION),
            required=False,
        ),
    )
    example: ClassVar[Mapping[str, str]] = {"since": "29"}

    def answer_from(self, view: View, network: Network, given: Mapping[str, Named], lang: Lang) -> Answer:
        notes, asked = Notes(network), given.get("since")
        with many_objects():
            changes = view.changes()
            since = _version(changes, asked)
            found = difference(view, network.words, changes, since)
        answer = Answer(
            self.name,
            {"since": asked.id if asked else None},
            "",
            (
                Column("state_label", Text("wat", "what")),
                Column("name", Text("in woorden", "in words")),
                Column("kind_label", Text("soort", "kind")),
                Column("note", Text("opmerking", "note")),
            ),
            network.version,
        )
        for state, rows in (
            (NEW, _entities(network, notes, found.new, found.new_ties, lang)),
            (NEW, _new_ties(network, notes, found, lang)),
            (GONE, _entities(network, notes, found.gone, found.gone_ties, lang)),
            (GONE, _gone_ties(network, notes, found, lang)),
            (JOINED, _sets(network, notes, found.joined, lang)),
            (PARTED, _sets(network, notes, found.parted, lang)),
            (ALTERED, _altered(network, notes, found.altered, lang)),
        ):
            answer.rows += [{"state": state, "state_label": STATES[state].say(lang), **row} for row in rows]
        answer.sentence = sentence(network, found, since, answer, lang)
        return notes.finish(answer, lang)


def _version(changes: list[Change], since: Named | None) -> int:
    """How many changes there were at that time; raises `Refused` for a version or period that will not do."""
    if since is None:
        return max(len(changes) - 1, 0)
    if since.kind == VERSION:
        if int(since.id) > len(changes):
            raise Refused(
                f"versie {since.id} is er nog niet; de laatste is {len(changes)}",
                f"there is no version {since.id} yet; the last is {len(changes)}",
            )
        return int(since.id)
    start = since.id.partition("/")[0]
    if not start:
        raise Refused(
            f"{since.name!r} heeft geen begin; schrijf 2021, 2021-09 of 2021-09-03",
            f"{since.name!r} has no begin; write 2021, 2021-09 or 2021-09-03",
        )
    first = Date.parse(start).first
    return sum(Date.parse(change.at[:10]).first < first for change in changes)


def _entities(
    network: Network, notes: Notes, entities: list[Entity], ties: list[Tie], lang: Lang
) -> Iterator[dict[str, Json]]:
    kinds = list(network.words.entities)
    ends = Counter(end for tie in ties for end in (tie.from_id, tie.to_id))
    for entity in sorted(entities, key=lambda e: (kinds.index(e.kind), e.name, e.id)):
        notes.draw([entity.id] if network.row_of(entity.id) is not None else [])
        yield {
            "id": entity.id,
            "name": entity.name,
            "kind_label": network.words.entities[entity.kind].label.say(lang),
            "note": _with_ties(ends[entity.id], lang),
            "evidence": notes.note_known(entity),
        }


def _with_ties(n: int, lang: Lang) -> str:
    if lang == "en":
        return f"with {n} {'tie' if n == 1 else 'ties'}" if n else ""
    return f"met {n} {'band' if n == 1 else 'banden'}" if n else ""


def _new_ties(network: Network, notes: Notes, found: Difference, lang: Lang) -> Iterator[dict[str, Json]]:
    new = {entity.id for entity in found.new}
    wanted = {tie.id for tie in found.new_ties if not {tie.from_id, tie.to_id} & new}
    for row in [row for row, id_ in enumerate(network.tie_ids) if id_ in wanted]:
        tie = network.tie(row)
        label = network.words.ties[tie.kind].label.say(lang)
        words = tie_aloud(network, row, tie, lang)
        yield {"tie": tie.id, "name": words, "kind_label": label, "note": "", "evidence": notes.note_ties([tie])}


def _gone_ties(network: Network, notes: Notes, found: Difference, lang: Lang) -> Iterator[dict[str, Json]]:
    gone = {entity.id for entity in found.gone}
    for tie in found.gone_ties:
        if not {tie.from_id, tie.to_id} & gone:
            kind = network.words.ties[tie.kind]
            said = {key: tie.all(key) for key in tie.properties if not kind.properties[key].personal}
            ends = (_name(network, found, tie.from_id), _name(network, found, tie.to_id))
            words = network.words.sentence(tie.kind, *ends, said, lang)
            evidence = notes.note(tie.evidence)
            yield {"name": words, "kind_label": kind.label.say(lang), "note": "", "evidence": evidence}


def _name(network: Network, found: Difference, id_: str) -> str:
    row = network.row_of(id_)
    return found.then[id_].name if id_ in found.then else network.names[row] if row is not None else id_


def _sets(
    network: Network, notes: Notes, found: list[tuple[Entity, list[Entity]]], lang: Lang
) -> Iterator[dict[str, Json]]:
    for one, several in found:
        notes.draw(e.id for e in (one, *several) if network.row_of(e.id) is not None)
        yield {
            "id": one.id,
            "name": one.name,
            "kind_label": network.words.entities[one.kind].label.say(lang),
            "note": listed([entity.name for entity in several], lang),
            "evidence": notes.note_known(one) + notes.note(e.evidence[0] for e in several),
        }


def _altered(network: Network, notes: Notes, found: list[Altered], lang: Lang) -> Iterator[dict[str, Json]]:
    words = network.words
    place = {id_: row for row, id_ in enumerate(network.tie_ids)} if found else {}
    for it in found:
        owner = words.entities[it.now.kind] if isinstance(it.now, Entity) else words.ties[it.now.kind]
        property_ = owner.properties.get(it.key)
        if property_ and property_.personal:
            continue

        name = Text("naam", "name") if property_ is None else property_.label
        signed = (("−", _said(words, property_, it.went, lang)), ("+", _said(words, property_, it.came, lang)))
        subject: dict[str, Json] = {"id": it.now.id, "name": it.now.name} if isinstance(it.now, Entity) else {}
        if isinstance(it.now, Tie):
            subject = {"tie": it.now.id, "name": tie_aloud(network, place[it.now.id], it.now, lang)}
        yield {
            **subject,
            "kind_label": name.say(lang),
            "note": " ".join(f"{sign} {said}" for sign, said in signed if said),
            "evidence": notes.note_values((*it.came, *it.went)),
        }


def _said(words: Words, property_: Property | None, values: tuple[Value, ...], lang: Lang) -> str:
    return listed([words.value(property_, v.value, lang) if property_ else str(v.value) for v in values], lang)
