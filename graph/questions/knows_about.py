"""Who knows about a subject, and how the sources show it."""

from __future__ import annotations

from collections.abc import Mapping
from typing import ClassVar

from graph.groups import names_several, remarks
from graph.jsontext import Json
from graph.knowing import THERE, TOPICS, Knowing, Reason, Way, who_knows
from graph.naming import WORD, Named
from graph.network import Network
from graph.questions.base import Answer, Column, Notes, some
from graph.questions.knows_about_text import HOW, MOST, SEEKS, WHERE, caveats, reason_text, sentence, way_text
from graph.questions.parameters import Parameter
from graph.texts import Lang, Text, agreeing

MOST_WAYS = 3


class KnowsAbout:
    """Who knows about a subject, by what the sources say, and how we know.

    The subject is a theme, a kind of knowledge, a core value, a method, a knowledge question
    or a place, with the parts of a theme or kind of knowledge; else any other word. `word:` in
    front looks for the word also when something is called so. A word stands for everything
    called so, and is looked for in what the sources say of people, organisations, activities
    and projects: names, descriptions, goals, results, lessons, roles, and what a tie says. It
    is found whole, as the beginning of a word (from four letters on) and as the last part of a
    Dutch compound (from five on); case and accents do not matter, both languages are read.

    Rows are people and organisations, by how directly the sources show that they know:

    - `direct` (1): a tie to the subject itself. It brings it, offers it, is about it, draws on
      it, worked it out, embodies or applies it, or answered a knowledge question about it; or
      such a tie says the word.
    - `worked` (1/2): organised, spoke at, worked on or is partner of an activity or project
      that has to do with it; or worked out a method for it, or the whole that a core value is
      part of.
    - `described` (1/2): the word stands in what is said of them or in their role. A word is not
      yet a claim.
    - `there` (1/4): took part in such an activity or project as participant, visitor or student
      or in no role that is told, gave to it or had it handed over. Something of n people, 20 or
      more, counts 1/(n-1): everybody was there.
    - `named` (1/4): the word stands only in a name or a goal.

    `weight` adds up all ways, each activity, project and method once; the first way decides the
    order, then the weight. What is part of something about the subject is not taken to be about
    it. Meant participants of what was not held do not count.

    Then come the activities and projects themselves (`where`, or their status when they were
    not held), and who seeks it or asked a question about it (`seeks`): they are not counted as
    knowing. Of an organisation, `people` names who works there. Rows are the first 25 that
    know, and 25 of the rest.
    """

    name = "knows-about"
    label = Text("Wie weet ervan", "Who knows about it")
    asks = Text("Wie weet iets van {topic}?", "Who knows about {topic}?")
    parameters = (
        Parameter("topic", Text("onderwerp, of een ander woord", "subject, or any other word"), (*TOPICS, WORD)),
    )
    example: ClassVar[Mapping[str, str]] = {"topic": "stadmaken"}

    def answer(self, network: Network, given: Mapping[str, Named], lang: Lang) -> Answer:
        topic = given["topic"]
        notes = Notes(network)
        found = who_knows(network, topic)
        answer = Answer(
            self.name,
            {"topic": topic.id},
            "",
            (
                Column("name", Text("wie of wat", "who or what")),
                Column("kind_label", Text("soort", "kind")),
                Column("how_label", Text("hoe direct", "how directly")),
                Column("how", Text("hoe wij dat weten", "how we know")),
                Column(
                    "weight",
                    Text("gewicht", "weight"),
                    Text(
                        "rechtstreeks telt 1, eraan werken of zo beschreven zijn 1/2, erbij zijn 1/4; op iets met"
                        " n (20 of meer) mensen telt erbij zijn 1/(n-1)",
                        "directly counts 1, working on it or being described so 1/2, having been there 1/4; at"
                        " something of n (20 or more) people having been there counts 1/(n-1)",
                    ),
                ),
                Column("people_names", Text("wie daar werkt", "who works there")),
                Column("note", Text("opmerking", "note")),
            ),
            network.version,
        )
        order = _order(network, found)
        for row in order[:MOST]:
            answer.rows.append(_knower(network, notes, row, found, topic, lang))
        for row, state, reason in _rest(network, found)[:MOST]:
            answer.rows.append(_place(network, notes, row, state, reason, lang))
        if topic.row >= 0:
            notes.draw([topic.id])
            answer.sentence_evidence = notes.note_known(network.entity(topic.row))
        answer.sentence = sentence(network, found, order, topic, lang)
        answer.caveats = caveats(network, found, topic, lang)
        return notes.finish(answer, lang)


def _order(network: Network, found: Knowing) -> list[int]:
    return sorted(
        found.ways, key=lambda row: (found.rank(row), -found.weight(row), network.names[row], network.ids[row])
    )


def _rest(network: Network, found: Knowing) -> list[tuple[int, str, Reason]]:
    """Where it came up, what was not held, and who seeks it, each by name."""
    rest = []
    for state, rows in (("where", found.where), ("unheld", found.unheld), ("seeks", found.seeks)):
        rest += [(row, state, rows[row]) for row in sorted(rows, key=lambda row: (network.names[row], row))]
    return rest


def _knower(network: Network, notes: Notes, row: int, found: Knowing, topic: Named, lang: Lang) -> dict[str, Json]:
    ways = found.ways[row]
    entity = network.entity(row)
    shown = ways[:MOST_WAYS]
    texts = [way_text(network, way, topic, lang) for way in shown]
    if len(ways) > MOST_WAYS:
        rest = len(ways) - MOST_WAYS
        texts.append(f"and {rest} more" if lang == "en" else f"en nog {rest}")
    jobs = [tie for tie in network.ties_at(row, "works_for") if int(network.head[tie]) == row]
    people = dict(sorted((network.names[network.tail[tie]], network.ids[network.tail[tie]]) for tie in jobs))
    evidence = [key for way in shown for key in _evidence(network, notes, way.tie, way.reason)]
    evidence += [key for way in shown if way.present for key in _attendance(network, notes, way)]
    notes.draw([entity.id])
    return {
        **_entity(network, row, lang),
        "state": ways[0].how,
        "how_label": agreeing(HOW[ways[0].how].say(lang), names_several(entity)),
        "how": "; ".join(texts),
        "ways": len(ways),
        "weight": round(found.weight(row), 4),
        "people": list(people.values()),
        "people_names": some(list(people), lang),
        "note": "; ".join([*remarks(entity, lang), *_weak(ways, names_several(entity), lang)]),
        "evidence": list(dict.fromkeys([*evidence, *notes.note_ties(network.tie(tie) for tie in jobs)])),
    }


def _place(network: Network, notes: Notes, row: int, state: str, reason: Reason, lang: Lang) -> dict[str, Json]:
    entity = network.entity(row)
    label = agreeing((SEEKS if state == "seeks" else WHERE).say(lang), names_several(entity))
    evidence = _evidence(network, notes, -1, reason)
    if state == "unheld":
        label = network.words.choice("status", str(entity.first("status")), lang)
        evidence += notes.note_values(entity.properties.get("status", ()))
    notes.draw([entity.id])
    return {
        **_entity(network, row, lang),
        "state": state,
        "how_label": label,
        "how": reason_text(network, reason, lang),
        "ways": 1,
        "weight": None,
        "people": [],
        "people_names": "",
        "note": "; ".join(remarks(entity, lang)),
        "evidence": list(dict.fromkeys(evidence)),
    }


def _entity(network: Network, row: int, lang: Lang) -> dict[str, Json]:
    kind = network.words.entities[network.kinds[network.kind[row]]]
    return {
        "id": network.ids[row],
        "name": network.names[row],
        "kind": kind.name,
        "kind_label": kind.label.say(lang),
    }


def _evidence(network: Network, notes: Notes, tie: int, reason: Reason) -> list[Json]:
    """What a way rests on: its own tie with what that says, the ties of its reason, and the text with the word."""
    ties = [network.tie(row) for row in (*([tie] if tie >= 0 else []), *reason.ties)]
    said = [value for one in ties for key in ("what", "how") for value in one.properties.get(key, ())]
    place = reason.place
    if place is not None and not place.tie:
        entity = network.entity(place.row)
        said.append((entity.names if place.key == "name" else entity.properties[place.key])[place.value])
    return [*notes.note_ties(ties), *notes.note_values(said)]


def _attendance(network: Network, notes: Notes, way: Way) -> list[Json]:
    return notes.note_values(network.entity(way.via).properties.get("attendance", ()))


def _weak(ways: list[Way], several: bool, lang: Lang) -> list[str]:
    """That somebody was only there, when nothing more is known."""
    if ways[0].how != THERE:
        return []
    if all(way.present for way in ways):
        return ["weak: one of many there" if lang == "en" else "zwak: een van velen"]
    return [agreeing("only (was|were) there" if lang == "en" else "(was|waren) er alleen bij", several)]
