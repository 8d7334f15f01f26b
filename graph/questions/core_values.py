"""Who and what embodies each core value, who worked on it, and where the gaps are."""

from __future__ import annotations

from collections.abc import Mapping
from typing import ClassVar

from graph.groups import names_several
from graph.jsontext import Json
from graph.naming import Named
from graph.network import Network
from graph.questions.base import Answer, Column, Notes, some
from graph.questions.parameters import Parameter
from graph.texts import Lang, Text, agreeing, counted, listed

_WAYS = {
    "embodies": Text("(belichaamt|belichamen) het", "(embodies|embody) it"),
    "worked_out": Text("(werkte|werkten) het uit", "worked it out"),
    "presented_to": Text("(kreeg|kregen) het aangeboden", "(was|were) presented with it"),
    "about": Text("(gaat|gaan) erover", "(is|are) about it"),
    "part_of": Text("(bevat|bevatten) het", "(contains|contain) it"),
    "follows_from": Text("(bouwt|bouwen) erop voort", "(builds|build) on it"),
}
_OF_THE_WHOLE = ("worked_out", "presented_to")
"""What is said of the whole that a core value is part of holds of the core value too."""

_GAP = Text("niemand en niets in de bronnen", "nobody and nothing in the sources")


class CoreValues:
    """Who and what embodies each core value, who worked on it, to whom it was handed.

    Rows are ties of a core value: what a source says embodies it (people, organisations,
    activities, projects, places), who worked it out, to whom it was presented, what is about
    it or builds on it. Who worked out the whole that it is part of, such as a brochure of all
    core values, worked on it too, and so it was presented to whom that was; `via` names the
    whole. A core value that nothing embodies has a row that says so: `gap`. That is a gap in
    the sources; whether it is one in the district is for people to say.
    """

    name = "values"
    label = Text("Kernwaarden", "Core values")
    asks = Text("Wie en wat belichaamt {value}?", "Who and what embodies {value}?")
    parameters = (
        Parameter(
            "value", Text("kernwaarde; leeg is alle", "core value; empty is all"), ("core_value",), required=False
        ),
    )
    example: ClassVar[Mapping[str, str]] = {"value": "De verrassende Haagse waterkant"}

    def answer(self, network: Network, given: Mapping[str, Named], lang: Lang) -> Answer:
        notes = Notes(network)
        one = given.get("value")
        values = (
            [one.row]
            if one
            else sorted(network.rows_of_kind("core_value").tolist(), key=lambda row: _order(network, row))
        )
        answer = Answer(
            self.name,
            {"value": one.id if one else None},
            "",
            (
                Column("value", Text("kernwaarde", "core value")),
                Column("way_label", Text("hoe", "how")),
                Column("name", Text("wie of wat", "who or what")),
                Column("kind_label", Text("soort", "kind")),
                Column("via_name", Text("als deel van", "as part of")),
            ),
            network.version,
        )
        embodied: dict[str, list[str]] = {}
        for row in values:
            rows = self._rows(network, notes, row, lang)
            embodied[network.names[row]] = [str(r["name"]) for r in rows if r["way"] == "embodies"]
            if not embodied[network.names[row]]:
                rows.insert(0, self._gap(network, notes, row, lang))
            answer.rows += rows
        answer.sentence = _sentence(embodied, lang)
        return notes.finish(answer, lang)

    @staticmethod
    def _rows(network: Network, notes: Notes, row: int, lang: Lang) -> list[dict[str, Json]]:
        found: dict[tuple[str, int], dict[str, Json]] = {}
        wholes = [int(network.head[tie]) for tie in network.ties_at(row, "part_of") if int(network.tail[tie]) == row]
        for about, ways in ((row, tuple(_WAYS)), *((whole, _OF_THE_WHOLE) for whole in wholes)):
            for number in network.ties_at(about, *ways):
                tie, other = network.tie(number), network.other(number, about)
                kind = network.words.entities[network.kinds[network.kind[other]]]
                if (tie.kind, other) in found or other == row:
                    continue
                found[tie.kind, other] = {
                    "value_id": network.ids[row],
                    "value": network.names[row],
                    "way": tie.kind,
                    "way_label": agreeing(_WAYS[tie.kind].say(lang), names_several(network.entity(other))),
                    "id": network.ids[other],
                    "name": network.names[other],
                    "kind": kind.name,
                    "kind_label": kind.label.say(lang),
                    "via": network.ids[about] if about != row else None,
                    "via_name": network.names[about] if about != row else "",
                    "gap": False,
                    "evidence": notes.note_ties([tie]),
                }
        order = list(_WAYS)
        return sorted(
            found.values(), key=lambda r: (order.index(str(r["way"])), str(r["via_name"]), str(r["name"]), str(r["id"]))
        )

    @staticmethod
    def _gap(network: Network, notes: Notes, row: int, lang: Lang) -> dict[str, Json]:
        notes.draw([network.ids[row]])
        return {
            "value_id": network.ids[row],
            "value": network.names[row],
            "way": "embodies",
            "way_label": agreeing(_WAYS["embodies"].say(lang), many=False),
            "id": None,
            "name": _GAP.say(lang),
            "kind": None,
            "kind_label": "",
            "via": None,
            "via_name": "",
            "gap": True,
            "evidence": notes.note(network.entity(row).evidence),
        }


def _sentence(embodied: Mapping[str, list[str]], lang: Lang) -> str:
    """What is told of most, and for which core values the sources name nothing."""
    en = lang == "en"
    if not embodied:
        return "The sources name no core values." if en else "De bronnen noemen geen kernwaarden."
    gaps = [name for name, by in embodied.items() if not by]
    if len(embodied) == 1:
        name, by = next(iter(embodied.items()))
        if gaps:
            nothing = f"that embodies {name}." if en else f"dat {name} belichaamt."
            return f"{'The sources name nobody and nothing' if en else 'De bronnen noemen niemand en niets'} {nothing}"
        return f"{name} {'is embodied by' if en else 'wordt belichaamd door'} {some(by, lang, 6)}."
    values = counted(len(embodied), Text("kernwaarde", "core value"), Text("kernwaarden", "core values"), lang)
    told = f"{'The sources name' if en else 'De bronnen noemen'} {values}"
    if len(gaps) == len(embodied):
        rest = (
            "and say of none of them who or what embodies it" if en else "en zeggen van geen wie of wat haar belichaamt"
        )
        return f"{told} {rest}: {listed(gaps, lang)}."
    most = max(len(by) for by in embodied.values())
    times = ("time" if most == 1 else "times") if en else "keer"
    best = [name for name, by in embodied.items() if len(by) == most]
    told += f"; {'most is said of' if en else 'het meest is gezegd van'} {listed(best, lang)} ({most} {times})."
    if gaps:
        names = listed(gaps, lang)
        told += (
            f" Who or what embodies {names} they do not say."
            if en
            else f" Wie of wat {names} belichaamt noemen zij niet."
        )
    return told


def _order(network: Network, row: int) -> tuple[int, str]:
    place = network.entity(row).first("order")
    return (int(str(place)) if place is not None else 10**6, network.names[row])
