"""Who kept coming back to a programme, who came once, and who stopped."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from typing import ClassVar

from graph.copresence import presence, with_parts
from graph.dates import OPEN_START
from graph.groups import names_several, remarks
from graph.jsontext import Json
from graph.naming import Named
from graph.network import Network
from graph.questions.base import Answer, Column, Notes, some
from graph.questions.parameters import Parameter
from graph.questions.structure_text import nameless
from graph.telling import kind_label, sector_labels
from graph.texts import Lang, Text, counted, listed

CORE, BACK, STOPPED, ONCE = "core", "back", "stopped", "once"
_STATES = {
    CORE: Text("kern", "core"),
    BACK: Text("kwam terug", "came back"),
    STOPPED: Text("stopte", "stopped"),
    ONCE: Text("één keer", "once"),
}


@dataclass(frozen=True, slots=True)
class Comer:
    """Somebody with the parts at which it was, by date, and what that makes of it."""

    row: int
    at: list[int]
    state: str


class CoreGroup:
    """Who of a programme or series kept coming back, who came once, and who stopped coming.

    Counted are the parts of it that are activities, that were held and at which the sources name
    somebody, by date; those without a date come last. Of the people and organisations that were there

    - `core`: at two or more, and at half of them at least;
    - `back`: at two or more;
    - `stopped`: at two or more, all in the first half by date, and at none of the second half, which has
      two or more;
    - `once`: at one.

    Rows are by that, then by how often. A source that names who organised and not who came makes a core
    of organisers: a caveat says at how many of the parts anybody is named.
    """

    name = "core-group"
    label = Text("Wie kwam terug", "Who kept coming")
    asks = Text("Wie vormen de kern van {programme}?", "Who is the core group of {programme}?")
    parameters = (Parameter("programme", Text("programma of reeks", "programme or series"), ("project", "activity")),)
    example: ClassVar[Mapping[str, str]] = {"programme": "I’M BINCK-festivals"}

    def answer(self, network: Network, given: Mapping[str, Named], lang: Lang) -> Answer:
        notes, top = Notes(network), given["programme"]
        held = [row for row in with_parts(network, top.row)[1:] if _is_held(network, row)]
        present = presence(network)
        there = {row: sorted(present.who[present.where == row].tolist()) for row in held}
        named = sorted((row for row in held if there[row]), key=lambda row: _place(network, row))
        comers = _comers({row: there[row] for row in named})
        order = list(_STATES)
        comers.sort(key=lambda c: (order.index(c.state), -len(c.at), network.names[c.row], network.ids[c.row]))
        answer = Answer(
            self.name,
            {"programme": top.id},
            "",
            (
                Column("name", Text("wie", "who")),
                Column("state_label", Text("kwam", "came")),
                Column("times", Text("keer", "times")),
                Column("at_names", Text("bij", "at")),
                Column("sector_labels", Text("sector", "sector")),
                Column("note", Text("opmerking", "note")),
            ),
            network.version,
        )
        answer.rows = [_row(network, notes, comer, lang) for comer in comers]
        notes.draw([top.id, *(network.ids[row] for row in named)])
        answer.sentence_evidence = notes.note_known(network.entity(top.row))
        answer.sentence = _sentence(network, comers, len(named), top.name, lang)
        answer.caveats = [
            _named(len(named), len(held), lang),
            *nameless(network, [comer.row for comer in comers], lang),
        ]
        return notes.finish(answer, lang)


def _is_held(network: Network, row: int) -> bool:
    activity = network.kinds[network.kind[row]] == "activity"
    return activity and bool(network.happened[row]) and "series" not in network.entity(row).all("type")


def _place(network: Network, row: int) -> tuple[bool, int, str]:
    first = int(network.first[row])
    return (first == OPEN_START, first, network.names[row])


def _comers(there: dict[int, list[int]]) -> list[Comer]:
    at: dict[int, list[int]] = {}
    for activity, who in there.items():
        for one in who:
            at.setdefault(one, []).append(activity)
    activities = list(there)
    later = set(activities[(len(activities) + 1) // 2 :])
    found = []
    for one, where in at.items():
        if len(where) < 2:
            state = ONCE
        elif len(later) > 1 and not later & set(where):
            state = STOPPED
        else:
            state = CORE if 2 * len(where) >= len(activities) else BACK
        found.append(Comer(one, where, state))
    return found


def _row(network: Network, notes: Notes, comer: Comer, lang: Lang) -> dict[str, Json]:
    entity = network.entity(comer.row)
    joins = [name for name, kind in network.words.ties.items() if kind.joins]
    ties = [tie for tie in network.ties_at(comer.row, *joins) if network.other(tie, comer.row) in comer.at]
    return {
        "id": entity.id,
        "name": entity.name,
        "kind": entity.kind,
        "kind_label": kind_label(network, comer.row, lang),
        "state": comer.state,
        "state_label": _state(comer.state, names_several(entity), lang),
        "times": len(comer.at),
        "at": [network.ids[row] for row in comer.at],
        "at_names": listed([network.names[row] for row in comer.at], lang),
        "sectors": list[Json](network.sectors_of(comer.row)),
        "sector_labels": sector_labels(network, comer.row, lang),
        "note": "; ".join(remarks(entity, lang)),
        "evidence": notes.note_ties(network.tie(tie) for tie in ties),
    }


def _state(state: str, several: bool, lang: Lang) -> str:
    if several and lang == "nl":
        return {BACK: "kwamen terug", STOPPED: "stopten"}.get(state, _STATES[state].nl)
    return _STATES[state].say(lang)


def _sentence(network: Network, comers: list[Comer], named: int, top: str, lang: Lang) -> str:
    en = lang == "en"
    if not comers:
        return (
            f"Of {top} the sources name nobody at any activity that was held."
            if en
            else f"Van {top} noemen de bronnen bij geen gehouden activiteit iemand."
        )
    by = {state: [network.names[c.row] for c in comers if c.state == state] for state in _STATES}
    many = counted(named, Text("activiteit", "activity"), Text("activiteiten", "activities"), lang)
    who = counted(len(comers), Text("deelnemer", "party"), Text("deelnemers", "parties"), lang)
    told = f"At {many} of {top} the sources name {who}. " if en else f"Bij {many} van {top} noemen de bronnen {who}. "
    parts = []
    if by[CORE]:
        parts.append(f"{'the core' if en else 'de kern'}: {some(by[CORE], lang)}")
    if by[BACK]:
        parts.append(f"{'came back' if en else 'kwam terug'}: {some(by[BACK], lang)}")
    if by[STOPPED]:
        parts.append(f"{'stopped' if en else 'stopte'}: {some(by[STOPPED], lang)}")
    if by[ONCE]:
        came = "came" if en else "kwam" if len(by[ONCE]) == 1 else "kwamen"
        parts.append(f"{len(by[ONCE])} {came} {'once' if en else 'één keer'}")
    if not by[CORE] and not by[BACK] and not by[STOPPED]:
        return told + ("Nobody is named twice." if en else "Niemand wordt twee keer genoemd.")
    rest = "; ".join(parts)
    return f"{told}{rest[0].upper()}{rest[1:]}."


def _named(named: int, held: int, lang: Lang) -> str:
    return (
        f"At {named} of {held} activities that were held the sources name anybody."
        if lang == "en"
        else f"Bij {named} van de {held} gehouden activiteiten noemen de bronnen iemand."
    )
