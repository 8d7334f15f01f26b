"""Who was at an activity, who was wanted and missed, and of whom the sources name nobody."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from typing import ClassVar

from graph.copresence import with_parts
from graph.groups import is_group, names_several, remarks
from graph.jsontext import Json
from graph.model import Entity, Tie
from graph.naming import Named
from graph.network import NOT_HELD, Network
from graph.quantities import Quantity
from graph.questions.base import Answer, Column, Notes, some
from graph.questions.parameters import Parameter
from graph.telling import sector_labels, with_when
from graph.texts import Lang, Text, agreeing, counted, listed, number

_STATES = {
    "took_part_in": ("present", Text("(was|waren) erbij", "(was|were) there")),
    "partner_of": ("partner", Text("(is partner|zijn partners)", "(is a partner|are partners)")),
    "missed": ("missing", Text("gewenst en gemist", "wanted and missed")),
    "aimed_at": ("aimed_at", Text("doelgroep", "target group")),
}
_PARTICIPANTS = (Text("deelnemer", "participant"), Text("deelnemers", "participants"))
_PARTNERS = (
    Text("deelnemer of partner", "participant or partner"),
    Text("deelnemers en partners", "participants and partners"),
)
_MEANT = Text("(zou|zouden) meedoen", "(was|were) to take part")


@dataclass(frozen=True, slots=True)
class There:
    """One row in the making: an actor at an activity or at a part of it."""

    row: int
    at: int
    tie: Tie
    state: str


class Present:
    """Who was at an activity or in a project, in which role.

    Rows are the people and organisations that a source says took part in it, are partner of
    it, were wanted and missed, or that it was aimed at; at its parts too (`at` names the
    part). When it was not held, who would take part is said to have been meant to. Groups
    without names are marked, with their size where a source gives it.

    `sectors` of a person are those of where she works. Of a sector that nobody has who was there
    or missed, the sources name nobody; that nobody of it was there is more than they say, and
    is never said.
    """

    name = "present"
    label = Text("Wie was erbij", "Who was there")
    asks = Text("Wie was bij {activity}, en wie ontbrak?", "Who was at {activity}, and who was missing?")
    parameters = (Parameter("activity", Text("activiteit of project", "activity or project"), ("activity", "project")),)
    example: ClassVar[Mapping[str, str]] = {"activity": "Excursie: MerweVierhavens"}

    def answer(self, network: Network, given: Mapping[str, Named], lang: Lang) -> Answer:
        notes = Notes(network)
        top = given["activity"].row
        entity = network.entity(top)
        found = _found(network, with_parts(network, top))
        answer = Answer(
            self.name,
            {"activity": entity.id},
            "",
            (
                Column("name", Text("wie", "who")),
                Column("state_label", Text("aanwezig of niet", "there or not")),
                Column("role_label", Text("rol", "role")),
                Column("sector_labels", Text("sector", "sector")),
                Column("at_name", Text("bij", "at")),
                Column("note", Text("opmerking", "note")),
            ),
            network.version,
        )
        for there in found:
            answer.rows.append(self._row(network, notes, there, top, lang))
        notes.draw([entity.id])
        told = ("start", "end", "status", "status_reason", "attendance")
        answer.sentence_evidence = notes.note_values(v for key in told for v in entity.properties.get(key, ()))
        answer.sentence = self._sentence(network, entity, found, lang)
        answer.caveats = _caveats(network, entity, found, lang)
        return notes.finish(answer, lang)

    @staticmethod
    def _row(network: Network, notes: Notes, there: There, top: int, lang: Lang) -> dict[str, Json]:
        actor = network.entity(there.row)
        values = [v for key in ("how", "reason") for v in there.tie.properties.get(key, ())]
        evidence = [*notes.note_ties([there.tie]), *notes.note_values(values)]
        role = there.tie.first("role")
        sectors = network.sectors_of(there.row)
        group = is_group(actor)
        label = _STATES[there.tie.kind][1]
        if there.state == "meant":
            label = _MEANT
        said = remarks(actor, lang)
        kind = network.words.ties[there.tie.kind]
        for key in ("how", "reason"):
            said += [network.words.value(kind.properties[key], v, lang) for v in _values(there.tie, key)]
        return {
            "id": actor.id,
            "name": actor.name,
            "kind": actor.kind,
            "state": there.state,
            "state_label": agreeing(label.say(lang), names_several(actor)),
            "role": role,
            "role_label": network.words.choice("role", str(role), lang) if role else "",
            "sectors": list(sectors),
            "sector_labels": sector_labels(network, there.row, lang),
            "at": network.ids[there.at],
            "at_name": "" if there.at == top else network.names[there.at],
            "group": group,
            "size": actor.first("size") if group else None,
            "note": "; ".join(said),
            "evidence": list(dict.fromkeys([*evidence, *notes.note_sector(there.row)])),
        }

    @staticmethod
    def _sentence(network: Network, entity: Entity, found: list[There], lang: Lang) -> str:
        en = lang == "en"
        name = with_when(entity, lang)
        status = str(entity.first("status") or "")
        by_state: dict[str, dict[str, None]] = {}
        for there in found:
            by_state.setdefault(there.state, {})[network.names[there.row]] = None
        present = list({**by_state.get("present", {}), **by_state.get("partner", {})})
        meant, missing = list(by_state.get("meant", {})), list(by_state.get("missing", {}))
        parts = []
        if status in NOT_HELD:
            label = network.words.choice("status", status, lang)
            parts.append(f"{name} was {label}." if en else f"{name} is {label}.")
            if meant:
                several = len(meant) > 1 or any(
                    names_several(network.entity(t.row)) for t in found if t.state == "meant"
                )
                would = "Meant to take part" if en else agreeing("(Zou|Zouden) meedoen", several)
                parts.append(f"{would}: {some(meant, lang, 6)}.")
        else:
            attendance = entity.first("attendance")
            if present:
                whom = _PARTNERS if by_state.get("partner") else _PARTICIPANTS
                who = f"{counted(len(present), *whom, lang)}: {some(present, lang, 6)}"
                parts.append(f"At {name} the sources name {who}." if en else f"Bij {name} noemen de bronnen {who}.")
            else:
                nobody = f"At {name} the sources name nobody." if en else f"Bij {name} noemen de bronnen niemand."
                parts.append(nobody)
            if attendance is not None:
                many = Quantity.parse(attendance).say(lang)
                parts.append(f"Attendance: {many}." if en else f"Aantal aanwezigen: {many}.")
        if missing:
            parts.append(
                f"Wanted and missed: {listed(missing, lang)}." if en else f"Gewenst en gemist: {listed(missing, lang)}."
            )
        return " ".join(parts)


def _values(tie: Tie, key: str) -> list[Json]:
    return [value.value for value in tie.properties.get(key, ())]


def _found(network: Network, rows: list[int]) -> list[There]:
    found = []
    for at in rows:
        held = str(network.entity(at).first("status") or "") not in NOT_HELD
        for tie_row in network.ties_at(at, *_STATES):
            tie = network.tie(tie_row)
            state = _STATES[tie.kind][0]
            if state == "present" and not held:
                state = "meant"
            found.append(There(network.other(tie_row, at), at, tie, state))
    order = ["present", "partner", "meant", "missing", "aimed_at"]
    found.sort(key=lambda t: (rows.index(t.at), order.index(t.state), network.names[t.row], t.tie.id))
    return found


def _caveats(network: Network, entity: Entity, found: list[There], lang: Lang) -> list[str]:
    """Why it was not held, of which sectors the sources name nobody, and of whom the sector is unknown."""
    en, words = lang == "en", network.words
    status = str(entity.first("status") or "")
    reason = words.entities[entity.kind].properties["status_reason"]
    why = [words.value(reason, value, lang).rstrip(".") for value in entity.all("status_reason")]
    told = f"{words.choice('status', status, lang)}: {'; '.join(why)}."
    caveats = [told[0].upper() + told[1:]] if why and status else []
    there = {sector for t in found if t.state != "aimed_at" for sector in network.sectors_of(t.row)}
    absent = [words.choice("sector", sector, lang) for sector in network.sectors if sector not in there]
    if absent:
        names = listed(absent, lang)
        rest = "; that does not say that nobody was there" if en else "; dat zegt niet dat er niemand was"
        rest = "" if status in NOT_HELD else rest
        caveats.append(
            f"Of {names} the sources name nobody{rest}." if en else f"Van {names} noemen de bronnen niemand{rest}."
        )
    unknown = len({t.row for t in found if not network.sectors_of(t.row)})
    if unknown:
        many = "one" if unknown == 1 else number(unknown, lang)
        caveats.append(
            f"The sector of {many} of them is not known."
            if en
            else f"Van {'één' if unknown == 1 else many} van hen is de sector niet bekend."
        )
    return caveats
