"""What the network does not see: subjects without people, entities that hang on little, parties wanted and missing."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator, Mapping
from typing import ClassVar

import numpy as np

from graph.copresence import HAPPENINGS, of_kinds
from graph.jsontext import Json
from graph.naming import Named
from graph.network import ACTORS, Network
from graph.questions.base import Answer, Column, Notes, some
from graph.questions.parameters import CHOICE, Parameter
from graph.records import ties_beside_records
from graph.telling import kind_label
from graph.texts import Lang, Text, counted, listed

NOBODY, MISSED, UNANSWERED, LOOSE = "nobody", "missed", "unanswered", "loose"
_STATES = {
    MISSED: Text("gewenst en gemist", "wanted and missing"),
    NOBODY: Text("niemand en niets ermee", "nobody and nothing with it"),
    UNANSWERED: Text("geen antwoord", "no answer"),
    LOOSE: Text("één band of geen", "one tie or none"),
}
_SPOTS = {
    NOBODY: (
        Text("onderwerp waarbij niemand hoort", "subject that nobody belongs to"),
        Text("onderwerpen waarbij niemand hoort", "subjects that nobody belongs to"),
    ),
    UNANSWERED: (
        Text("kennisvraag zonder antwoord", "knowledge question without an answer"),
        Text("kennisvragen zonder antwoord", "knowledge questions without an answer"),
    ),
    LOOSE: (
        Text("persoon of organisatie met hooguit één band", "person or organisation with at most one tie"),
        Text("personen en organisaties met hooguit één band", "people and organisations with at most one tie"),
    ),
}
_ALL = "all"
_SUBJECTS = ("theme", "core_value", "knowledge_type")
_NO_TIE = ("part_of",)


class BlindSpots:
    """What the sources leave blank, as far as the network can tell.

    - `missed`: who was wanted somewhere and was not there, with where; who was missed most comes first.
    - `nobody`: themes, core values and kinds of knowledge with which no person, organisation, activity or
      project has a tie (being a part of something is none).
    - `unanswered`: knowledge questions to which the sources give no answer.
    - `loose`: people and organisations, groups without names too, with one tie or none of any kind; having
      been missed is none, nor that an introduction was recorded.

    Sectors of which the sources name nobody are told in the sentence. Rows are by that; `what` chooses one
    of them. A blank spot in the sources need not be one in the district: that is for people to say.
    """

    name = "blind-spots"
    label = Text("Blinde vlekken", "Blind spots")
    asks = Text("Wat zien we niet: {what}?", "What do we not see: {what}?")
    parameters = (
        Parameter(
            "what",
            Text("soort", "kind"),
            (CHOICE,),
            required=False,
            choices={_ALL: Text("alles", "all"), **_STATES},
            default=_ALL,
        ),
    )
    example: ClassVar[Mapping[str, str]] = {"what": "missed"}

    def answer(self, network: Network, given: Mapping[str, Named], lang: Lang) -> Answer:
        notes, what = Notes(network), given["what"].id
        answer = Answer(
            self.name,
            {"what": what},
            "",
            (
                Column("state_label", Text("wat", "what")),
                Column("name", Text("wie of wat", "who or what")),
                Column("kind_label", Text("soort", "kind")),
                Column("note", Text("opmerking", "note")),
            ),
            network.version,
        )
        for state, rows in (
            (MISSED, _missed(network, notes, lang)),
            (NOBODY, _nobody(network, notes, lang)),
            (UNANSWERED, _unanswered(network, notes, lang)),
            (LOOSE, _loose(network, notes, lang)),
        ):
            if what in (state, _ALL):
                answer.rows += [{"state": state, "state_label": _STATES[state].say(lang), **row} for row in rows]
        silent = _silent(network, lang) if what in (NOBODY, _ALL) else []
        answer.sentence = _sentence(answer, silent, lang)
        answer.caveats = [_SPOT.say(lang)]
        return notes.finish(answer, lang)


_SPOT = Text(
    "Een leemte in de bronnen hoeft er geen te zijn in het gebied; dat is aan mensen om te zeggen.",
    "A gap in the sources need not be one in the district; that is for people to say.",
)


def _of(network: Network, row: int, lang: Lang, note: str, evidence: list[Json]) -> dict[str, Json]:
    return {
        "id": network.ids[row],
        "name": network.names[row],
        "kind": network.kinds[network.kind[row]],
        "kind_label": kind_label(network, row, lang),
        "note": note,
        "evidence": evidence,
    }


def _missed(network: Network, notes: Notes, lang: Lang) -> Iterator[dict[str, Json]]:
    ties = network.ties_of_kind(("missed",)).tolist()
    times = Counter(int(network.tail[tie]) for tie in ties)
    for row, _ in sorted(times.items(), key=lambda it: (-it[1], network.names[it[0]], network.ids[it[0]])):
        mine = [tie for tie in ties if int(network.tail[tie]) == row]
        where = listed([network.names[network.head[tie]] for tie in mine], lang)
        evidence = notes.note_ties(network.tie(tie) for tie in mine)
        yield _of(network, row, lang, f"{'at' if lang == 'en' else 'bij'} {where}", evidence)


def _nobody(network: Network, notes: Notes, lang: Lang) -> Iterator[dict[str, Json]]:
    parties = of_kinds(network, (*ACTORS, *HAPPENINGS))
    kinds = [kind for kind in network.tie_kinds if kind not in _NO_TIE]
    ties = network.ties_of_kind(kinds)
    touched = np.zeros(len(network.ids), bool)
    touched[network.head[ties[parties[network.tail[ties]]]]] = True
    touched[network.tail[ties[parties[network.head[ties]]]]] = True
    blank = [row for row in network.rows_of_kind(*_SUBJECTS).tolist() if not touched[row]]
    for row in sorted(blank, key=lambda r: (int(network.kind[r]), network.names[r])):
        yield _of(network, row, lang, "", notes.note_known(network.entity(row)))


def _unanswered(network: Network, notes: Notes, lang: Lang) -> Iterator[dict[str, Json]]:
    rows = network.rows_of_kind("knowledge_question").tolist()
    for row in sorted(rows, key=lambda r: network.names[r]):
        entity = network.entity(row)
        if network.ties_at(row, "answers") or entity.all("result") or entity.first("status") == "answered":
            continue
        raised = network.ties_at(row, "raised")
        by = listed(sorted({network.names[network.tail[tie]] for tie in raised}), lang)
        note = f"{'raised by' if lang == 'en' else 'gesteld door'} {by}" if by else ""
        evidence = notes.note_ties(network.tie(tie) for tie in raised) or notes.note_known(entity)
        yield _of(network, row, lang, note, evidence)


def _loose(network: Network, notes: Notes, lang: Lang) -> Iterator[dict[str, Json]]:
    kinds = [kind for kind in network.tie_kinds if kind != "missed"]
    found = {row: ties_beside_records(network, row, *kinds) for row in network.rows_of_kind(*ACTORS).tolist()}
    rows = [row for row, ties in found.items() if len(ties) < 2]
    for row in sorted(rows, key=lambda r: (len(found[r]), network.names[r], network.ids[r])):
        ties = found[row]
        other = network.names[network.other(ties[0], row)] if ties else ""
        note = (f"only with {other}" if lang == "en" else f"alleen met {other}") if ties else ""
        evidence = notes.note_ties(network.tie(tie) for tie in ties) or notes.note_known(network.entity(row))
        notes.draw([network.ids[row]])
        yield _of(network, row, lang, note, evidence)


def _silent(network: Network, lang: Lang) -> list[str]:
    """The sectors that nobody has, nor any organisation."""
    actor = of_kinds(network, ACTORS)
    return [
        network.words.choice("sector", sector, lang)
        for place, sector in enumerate(network.sectors)
        if not ((network.sector_bits >> place & 1).astype(bool) & actor).any()
    ]


def _sentence(answer: Answer, silent: list[str], lang: Lang) -> str:
    en = lang == "en"
    counts = Counter(str(row["state"]) for row in answer.rows)
    parts = []
    if counts[MISSED]:
        names = some([f"{row['name']} ({row['note']})" for row in answer.rows if row["state"] == MISSED], lang)
        parts.append(f"{'Wanted and missing' if en else 'Gewenst en gemist'}: {names}.")
    if silent:
        told = "Of these sectors the sources name nobody" if en else "Van deze sectoren noemen de bronnen niemand"
        parts.append(f"{told}: {listed(silent, lang)}.")
    rest = [counted(counts[state], *words, lang) for state, words in _SPOTS.items() if counts[state]]
    if rest:
        lead = "The sources have" if en else "De bronnen hebben"
        parts.append(f"{lead} {listed(rest, lang)}.")
    return " ".join(parts) or (
        "Of this the sources leave nothing blank." if en else "Hiervan laten de bronnen niets open."
    )
