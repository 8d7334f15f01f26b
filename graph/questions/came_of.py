"""What came of an activity, project or introduction, and what only came after it."""

from __future__ import annotations

from collections.abc import Mapping
from typing import ClassVar

from graph.aftermath import AGAIN, ANSWERED, EDITION, FOLLOWS, LED, RAISED, TIE, Outcome, aftermath
from graph.aloud import tie_aloud
from graph.dates import OPEN_END, OPEN_START
from graph.groups import names_several, remarks
from graph.jsontext import Json
from graph.model import Evidence
from graph.naming import Named
from graph.network import NOT_HELD, Network
from graph.questions.base import Answer, Column, Notes, some
from graph.questions.came_of_text import STATES, caveats, sentence
from graph.questions.parameters import Parameter
from graph.statements import CERTAINTY_LABELS
from graph.telling import when
from graph.texts import Lang, Text, agreeing, listed


class CameOf:
    """What came of an activity, project or introduction: what the sources say, and apart from that what came after.

    What a source says came of it, or of a part of it (`at` names the part):

    - `follows`: what builds on it, and further on what builds on that (`via` says on what);
    - `edition`: later editions of the series that it was an edition of, by date, or by number
      where a date is not known;
    - `made`: what it worked out or publishes; `presented`: to whom it was handed over;
    - `result` and `lesson`: as the source tells them;
    - `raised`: knowledge questions asked there, with who answered them; `answered`: those that
      it answered;
    - of an introduction `met`: when the two met; `led`: ties between them that whoever recorded it
      says came of it.

    What came after it, which is not to say because of it:

    - `tie`: a tie between two people or organisations that were there, or that were introduced, which
      surely began after its last day. Of most ties no begin is known: those are counted, and not shown.
    - `again`: a later activity at which two or more of them were again, both of fewer than 20
      people. That it came of it is inferred by nobody but us, and called inferred.

    After is after its end; of what has no known end, after its begin. `certainty` of a row is
    that of the best evidence for it. What its sources do not tell is named: that they are
    silent does not say that nothing came of it. What came of a whole that it was part of is not
    here: ask that of the whole.
    """

    name = "came-of"
    label = Text("Wat kwam ervan", "What came of it")
    asks = Text("Wat kwam er van {activity}?", "What came of {activity}?")
    parameters = (
        Parameter(
            "activity",
            Text("activiteit, project of introductie", "activity, project or introduction"),
            ("activity", "project", "introduction"),
        ),
    )
    example: ClassVar[Mapping[str, str]] = {"activity": "Binckse Toekomstmakers"}

    def answer(self, network: Network, given: Mapping[str, Named], lang: Lang) -> Answer:
        notes = Notes(network)
        top = given["activity"].row
        entity = network.entity(top)
        found = aftermath(network, top)
        answer = Answer(
            self.name,
            {"activity": entity.id},
            "",
            (
                Column("state_label", Text("wat", "what")),
                Column("name", Text("wie, wat of in woorden", "who, what or in words")),
                Column("kind_label", Text("soort", "kind")),
                Column("when", Text("wanneer", "when")),
                Column("certainty_label", Text("hoe zeker", "how sure")),
                Column("at_name", Text("bij", "at")),
                Column("note", Text("opmerking", "note")),
            ),
            network.version,
        )
        for outcome in sorted(found.outcomes, key=lambda outcome: _place(network, outcome)):
            answer.rows.append(_row(network, notes, outcome, top, lang))
        notes.draw([entity.id])
        told = ("start", "end", "status", "status_reason", "declined")
        answer.sentence_evidence = notes.note_values(v for key in told for v in entity.properties.get(key, ()))
        answer.sentence = sentence(network, entity, answer, lang)
        answer.caveats = caveats(network, entity, found, answer, lang)
        return notes.finish(answer, lang)


def _place(network: Network, outcome: Outcome) -> tuple[int, int, str]:
    """By what it is, then by date, the undated last, then by name; texts in the order of their source."""
    order = list(STATES).index(outcome.state)
    if outcome.row < 0:
        return (order, 0, "")
    first = int(network.first[outcome.row])
    return (order, first if first != OPEN_START else OPEN_END, network.names[outcome.row])


def _row(network: Network, notes: Notes, outcome: Outcome, top: int, lang: Lang) -> dict[str, Json]:
    tie_keys = [_tie_evidence(network, notes, tie) for tie in outcome.ties]
    evidence = [key for keys in tie_keys for key in keys]
    several = outcome.row >= 0 and names_several(network.entity(outcome.row))
    label = agreeing(STATES[outcome.state].say(lang), several)
    row: dict[str, Json] = {"state": outcome.state, "state_label": label, "id": None}
    remarks_: list[str] = []
    if outcome.value is not None:
        evidence += notes.note_values([outcome.value])
        property_ = network.words.entities[network.kinds[network.kind[outcome.at]]].properties[outcome.state]
        row |= {"name": network.words.value(property_, outcome.value.value, lang), "kind": None, "kind_label": ""}
        row["when"] = ""
    elif outcome.state in (TIE, LED):
        (tie,) = outcome.ties
        row |= {"name": tie_aloud(network, tie, network.tie(tie), lang), "kind": None, "kind_label": "", "when": ""}
    else:
        remarks_ = _remarks(network, notes, outcome, evidence, lang)
        row |= _entity(network, outcome.row, lang)
    best = _certainty(notes, evidence, inferred=outcome.state == AGAIN)
    return {
        **row,
        "certainty": best,
        "certainty_label": CERTAINTY_LABELS[best].say(lang),
        "via": network.ids[outcome.via] if outcome.via >= 0 else None,
        "at": network.ids[outcome.at],
        "at_name": "" if outcome.at == top else network.names[outcome.at],
        "note": "; ".join(remarks_),
        "evidence": list(dict.fromkeys(evidence)),
    }


def _entity(network: Network, row: int, lang: Lang) -> dict[str, Json]:
    entity = network.entity(row)
    kind = network.words.entities[entity.kind]
    return {
        "id": entity.id,
        "name": entity.name,
        "kind": kind.name,
        "kind_label": kind.label.say(lang),
        "when": when(entity, lang),
    }


def _remarks(network: Network, notes: Notes, outcome: Outcome, evidence: list[Json], lang: Lang) -> list[str]:
    """What more there is to say of an entity that came; what that rests on is added to `evidence`."""
    entity = network.entity(outcome.row)
    evidence += notes.note_values(v for key in ("start", "end", "status") for v in entity.properties.get(key, ()))
    said = remarks(entity, lang)
    status = str(entity.first("status") or "")
    if status in NOT_HELD:
        said.append(network.words.choice("status", status, lang))
    if outcome.via >= 0:
        on = network.names[outcome.via]
        said.append(f"builds on {on}" if lang == "en" else f"bouwt voort op {on}")
    if outcome.state == AGAIN:
        met = [network.names[network.other(tie, outcome.row)] for tie in outcome.ties]
        said.append(f"{'there again' if lang == 'en' else 'er weer bij'}: {some(sorted(met), lang)}")
    if outcome.state in (RAISED, ANSWERED):
        said += _answers(network, notes, outcome, evidence, lang)
    tie = network.tie(outcome.ties[0])
    if outcome.state in (FOLLOWS, ANSWERED):
        what = network.words.ties[tie.kind].properties["what"]
        said += [network.words.value(what, value, lang) for value in tie.all("what")]
    if outcome.state == EDITION and tie.first("edition"):
        edition = network.words.value(network.words.ties[tie.kind].properties["edition"], tie.first("edition"), lang)
        said.append(f"{'edition' if lang == 'en' else 'editie'} {edition}")
    return said


def _answers(network: Network, notes: Notes, outcome: Outcome, evidence: list[Json], lang: Lang) -> list[str]:
    """Who answered a knowledge question, and with what result."""
    question = network.entity(outcome.row)
    ties = [tie for tie in network.ties_at(outcome.row, "answers") if tie not in outcome.ties]
    for tie in ties:
        evidence += _tie_evidence(network, notes, tie)
    evidence += notes.note_values(question.properties.get("result", ()))
    property_ = network.words.entities[question.kind].properties["result"]
    said = [network.words.value(property_, value, lang) for value in question.all("result")]
    by = listed(sorted({network.names[network.tail[tie]] for tie in ties}), lang)
    if by:
        said.insert(0, f"{'answered by' if lang == 'en' else 'beantwoord door'} {by}")
    elif outcome.state == RAISED and not said:
        said.append("the sources give no answer" if lang == "en" else "een antwoord geven de bronnen niet")
    return said


def _tie_evidence(network: Network, notes: Notes, row: int) -> list[Json]:
    """The evidence of a tie, and of what hangs on it and is said here."""
    tie = network.tie(row)
    return [
        *notes.note_ties([tie]),
        *notes.note_values(v for key in ("what", "edition") for v in tie.properties.get(key, ())),
    ]


def _certainty(notes: Notes, evidence: list[Json], *, inferred: bool) -> str:
    """How sure the first evidence of a row makes it; what only we put together is inferred."""
    first: Evidence = notes.evidence[str(evidence[0])]
    return "inferred" if inferred else first.certainty
