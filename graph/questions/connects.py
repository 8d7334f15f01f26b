"""Who stands between two sides of the network."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from typing import ClassVar

import numpy as np

from graph.copresence import BIG, HAPPENINGS, Presence, joining, meetings, of_kinds, presence
from graph.errors import Refused
from graph.jsontext import Json
from graph.naming import SECTOR, Named
from graph.network import ACTORS, Bools, Ints, Network
from graph.openpaths import OpenPaths, Steps, open_paths
from graph.questions.base import Answer, Column, Notes, Parameter, some
from graph.texts import Lang, Text, counted, number

BETWEEN = ("person", "organisation", "activity", "project")
_TAKES = (SECTOR, "theme", "knowledge_type", "organisation")


class Connects:
    """Which people, organisations, activities and projects stand between two sides.

    A side is a sector, a theme, an organisation or a kind of knowledge. Its members are people
    and organisations: of a sector, those that have it (people through where they work); of an
    organisation, itself and who works for it, is a member of it or is part of it; of a theme
    or kind of knowledge, who brings, offers, needs or is about it, and who took part in
    something that is about it or draws on it.

    An activity or project stands between when members of both sides were at it or in it. A
    person or organisation stands between when it has a tie to a member of each side, or met
    them at an activity of fewer than 20. Ties are those that bring together (`joins` in the
    words; to be missing somewhere is none).

    `pairs` counts the pairs, one from each side, that have no tie with each other and that it
    joins so; a pair that met somewhere itself needs no person in between. `only` counts those
    among them that nothing and nobody else joins. `weight` sums over its pairs how strongly:
    a tie counts 1, co-presence at something of n counts 1/(n-1) (Newman 2001), the weaker of
    two steps decides; n is who is known to have been there, or the attendance, whichever is
    more. Meetings of 20 or more are named as big: everybody is near everybody there.

    Members of one side may be brokers too; `side` says for which side they stand. Who belongs
    to both sides is said to, and is in no pair.
    """

    name = "connects"
    label = Text("Wie verbindt", "Who connects")
    asks = Text("Wie verbindt {from} met {to}?", "Who connects {from} to {to}?")
    parameters = (
        Parameter("from", Text("de ene kant", "the one side"), _TAKES),
        Parameter("to", Text("de andere kant", "the other side"), _TAKES),
    )
    example: ClassVar[Mapping[str, str]] = {"from": "education", "to": "entrepreneurs"}

    def answer(self, network: Network, given: Mapping[str, Named], lang: Lang) -> Answer:
        one, other = given["from"], given["to"]
        if (one.kind, one.id) == (other.kind, other.id):
            raise Refused(
                f"{one.name!r} staat aan beide kanten; noem twee verschillende",
                f"{one.name!r} is on both sides; name two different ones",
            )
        notes = Notes(network)
        in_a, in_b = members(network, one), members(network, other)
        present = presence(network)
        found = self._paths(network, present, in_a, in_b)
        both = in_a & in_b
        able = of_kinds(network, BETWEEN)
        rows = np.flatnonzero(able & ((found.pairs > 0) | both))
        listed = []
        for row in rows.tolist():
            side = "both" if both[row] else "from" if in_a[row] else "to" if in_b[row] else ""
            pairs, only, weight = int(found.pairs[row]), int(found.only[row]), float(found.weight[row])
            listed.append(Between(row, pairs, only, weight, int(present.size[row]), side))
        listed.sort(key=lambda x: (-round(x.weight, 9), -x.pairs, network.names[x.row], network.ids[x.row]))
        answer = Answer(
            self.name,
            {"from": one.id, "to": other.id},
            "",
            (
                Column("name", Text("wie of wat", "who or what")),
                Column("kind_label", Text("soort", "kind")),
                Column("pairs", Text("paren", "pairs")),
                Column("only", Text("alleen hier", "only here")),
                Column("weight", Text("gewicht", "weight")),
                Column("from_names", self._say_side(network, one)),
                Column("to_names", self._say_side(network, other)),
                Column("note", Text("opmerking", "note")),
            ),
            network.version,
        )
        reach = Reach(network, present, in_a, in_b)
        for between in listed:
            answer.rows.append(self._row(network, notes, between, reach, (one, other), lang))
        answer.sentence = self._sentence(network, answer, one, other, in_a, in_b, lang)
        self._caveats(network, answer, one, other, in_a, in_b, lang)
        return notes.finish(answer, lang)

    @staticmethod
    def _say_side(network: Network, side: Named) -> Text:
        if side.kind == SECTOR:
            label = network.words.choices["sector"].choices[side.id]
            return Text(label.nl, label.en)
        return Text(side.name, side.name)

    @staticmethod
    def _paths(network: Network, present: Presence, in_a: Bools, in_b: Bools) -> OpenPaths:
        actor = of_kinds(network, ACTORS)
        ties = joining(network)
        ties = ties[actor[network.tail[ties]] & actor[network.head[ties]]]
        tail, head = network.tail[ties], network.head[ties]
        u, v, strength = meetings(network, present)
        shared = 1.0 / np.maximum(present.size[present.where] - 1, 1)
        steps = Steps(
            np.concatenate([tail, head, u, v, present.who]).astype(np.int32),
            np.concatenate([head, tail, v, u, present.where]).astype(np.int32),
            np.concatenate([np.ones(2 * len(tail)), strength, strength, shared]),
        )
        return open_paths(len(network.ids), steps, (tail, head), (u, v), in_a, in_b, actor)

    def _row(
        self, network: Network, notes: Notes, it: Between, reach: Reach, sides: tuple[Named, Named], lang: Lang
    ) -> dict[str, Json]:
        kind = network.words.entities[network.kinds[network.kind[it.row]]]
        names, ties = reach.of(it)
        return {
            "id": network.ids[it.row],
            "name": network.names[it.row],
            "kind": kind.name,
            "kind_label": kind.label.say(lang),
            "pairs": it.pairs,
            "only": it.only,
            "weight": round(it.weight, 4),
            "present": it.present or None,
            "big": it.present >= BIG,
            "side": it.side or None,
            "from": list(names["from"]),
            "to": list(names["to"]),
            "from_names": some(names["from"], lang),
            "to_names": some(names["to"], lang),
            "note": self._note(it.present, it.side, sides, network, lang),
            "evidence": notes.note_ties(network.tie(tie) for tie in ties)
            or notes.note(network.entity(it.row).evidence),
        }

    def _note(self, n: int, side: str, sides: tuple[Named, Named], network: Network, lang: Lang) -> str:
        en = lang == "en"
        notes = []
        one, other = (self._say_side(network, named).say(lang) for named in sides)
        if side == "both":
            notes.append(f"belongs to both {one} and {other}" if en else f"hoort bij {one} én bij {other}")
        elif side:
            mine = one if side == "from" else other
            notes.append(f"stands for {mine}" if en else f"staat zelf voor {mine}")
        if n >= BIG:
            notes.append(
                f"big meeting, {number(n, lang)} present" if en else f"grote bijeenkomst, {number(n, lang)} aanwezig"
            )
        return "; ".join(notes)

    def _sentence(
        self, network: Network, answer: Answer, one: Named, other: Named, in_a: Bools, in_b: Bools, lang: Lang
    ) -> str:
        en = lang == "en"
        a, b = (self._say_side(network, side).say(lang) for side in (one, other))
        between = [row for row in answer.rows if row["pairs"]]
        if not between:
            return (
                f"Nobody and nothing in the sources stands between {a} and {b}."
                if en
                else f"Niemand en niets in de bronnen staat tussen {a} en {b}."
            )
        counts = []
        for kind_name in BETWEEN:
            n = sum(row["kind"] == kind_name for row in between)
            if n:
                kind = network.words.entities[kind_name]
                counts.append(
                    counted(n, Text(kind.label.nl, kind.label.en), Text(kind.plural.nl, kind.plural.en), lang)
                )
        who = some(counts, lang, len(counts))
        top = between[0]
        pairs, only = int(str(top["pairs"])), int(str(top["only"]))
        verb = ("stands" if en else "staat") if len(between) == 1 else ("stand" if en else "staan")
        first = f"{who} {verb} between {a} and {b}." if en else f"Tussen {a} en {b} {verb} {who}."
        pairs_text = counted(pairs, Text("paar", "pair"), Text("paren", "pairs"), lang)
        if en:
            more = f" {'That is' if len(between) == 1 else 'Foremost is'} {top['name']}: {pairs_text} without a tie"
            more += f", {number(only, lang)} of them only here." if only else ", all of them joined elsewhere too."
        else:
            more = f" {'Dat is' if len(between) == 1 else 'Het meest'} {top['name']}: {pairs_text} zonder eigen band"
            more += f", waarvan {number(only, lang)} alleen daar." if only else ", die elkaar alle ook elders vinden."
        return first[0].upper() + first[1:] + more

    def _caveats(
        self, network: Network, answer: Answer, one: Named, other: Named, in_a: Bools, in_b: Bools, lang: Lang
    ) -> None:
        en = lang == "en"
        for side, inside in ((one, in_a), (other, in_b)):
            name, n = self._say_side(network, side).say(lang), int(inside.sum())
            if n == 0:
                answer.caveats.append(
                    f"The sources name nobody of {name}." if en else f"De bronnen noemen niemand van {name}."
                )
            else:
                answer.caveats.append(
                    f"Known of {name}: {number(n, lang)} people and organisations; the sources name not all."
                    if en
                    else f"Bekend van {name}: {number(n, lang)} personen en organisaties; niet iedereen is genoemd."
                )
        if any(row["big"] for row in answer.rows):
            answer.caveats.append(
                "At a big meeting everybody is near everybody: there a pair counts for 1/(n-1)."
                if en
                else "Op een grote bijeenkomst is iedereen dicht bij iedereen: een paar telt daar voor 1/(n-1)."
            )


@dataclass(frozen=True, slots=True)
class Between:
    """What one row is made of."""

    row: int
    pairs: int
    only: int
    weight: float
    present: int
    side: str


class Reach:
    """Whom a go-between reaches on each side, and the ties that show it."""

    def __init__(self, network: Network, present: Presence, in_a: Bools, in_b: Bools) -> None:
        self._network, self._present = network, present
        self._in = {"from": in_a, "to": in_b}
        self._joins = [name for name, kind in network.words.ties.items() if kind.joins]

    def of(self, it: Between) -> tuple[dict[str, list[str]], list[int]]:
        """The names reached by side, and the ties on the way, each once."""
        network = self._network
        names: dict[str, dict[str, None]] = {"from": {}, "to": {}}
        ties: dict[int, None] = {}
        for tie in network.ties_at(it.row, *self._joins):
            far = network.other(tie, it.row)
            if self._take(far, it, names):
                ties[tie] = None
            elif self._meeting(far) and self._is_actor(it.row):
                for other_tie in network.ties_at(far, *self._joins):
                    other = network.other(other_tie, far)
                    if other != it.row and self._take(other, it, names):
                        ties[tie] = ties[other_tie] = None
        return {side: list(found) for side, found in names.items()}, list(ties)

    def _take(self, row: int, it: Between, names: dict[str, dict[str, None]]) -> bool:
        """Note a member; who belongs to both sides counts only for somebody who does too."""
        sides = [side for side, inside in self._in.items() if inside[row]]
        if not sides or (len(sides) == 2 and it.side != "both"):
            return False
        for side in sides:
            names[side][self._network.names[row]] = None
        return True

    def _is_actor(self, row: int) -> bool:
        return self._network.kinds[self._network.kind[row]] in ACTORS

    def _meeting(self, row: int) -> bool:
        activity = self._network.kinds[self._network.kind[row]] == "activity"
        return activity and 1 < int(self._present.size[row]) < BIG


def members(network: Network, side: Named) -> Bools:
    """Which entities are members of a side; only people and organisations are. Shape (n,)."""
    inside = np.zeros(len(network.ids), bool)
    if side.kind == SECTOR:
        inside[:] = (network.sector_bits >> network.sectors.index(side.id)) & 1
    elif side.kind == "organisation":
        inside[side.row] = True
        rows = network.ties_of_kind(("works_for", "member_of", "part_of"))
        inside[network.tail[rows[network.head[rows] == side.row]]] = True
    else:
        direct = _at(network, side.row, ("brings", "offers", "needs", "about", "draws_on"))
        inside[direct] = True
        happening = np.zeros(len(network.ids), bool)
        happening[direct] = True
        happening &= of_kinds(network, HAPPENINGS)
        rows = network.ties_of_kind(("took_part_in", "partner_of"))
        inside[network.tail[rows[happening[network.head[rows]]]]] = True
    return inside & of_kinds(network, ACTORS)


def _at(network: Network, row: int, kinds: tuple[str, ...]) -> Ints:
    rows = network.ties_of_kind(kinds)
    found: Ints = network.tail[rows[network.head[rows] == row]]
    return found
