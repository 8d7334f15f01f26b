"""Who stands between two sides of the network."""

from __future__ import annotations

from collections.abc import Mapping
from typing import ClassVar

from graph.between import Between, Reach, stand_between
from graph.copresence import BIG
from graph.dates import Date
from graph.errors import Refused
from graph.jsontext import Json
from graph.model import Tie
from graph.naming import SECTOR, Named
from graph.network import Network
from graph.questions.base import Answer, Column, Notes, some
from graph.questions.connects_text import MOST, caveats, note, sentence, side_label
from graph.questions.parameters import Parameter
from graph.sides import members
from graph.texts import Lang, Text

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

    Rows are the first 25, by weight; the sentence counts all. A row names up to 6 on either
    side, with the evidence that it reaches them.

    An organisation that is itself a side does not stand between. Other members of one side may
    be brokers; `side` says for which side they stand. Who belongs to both sides is said to,
    and is in no pair. A tie that ended counts too; the row says until when it lasted.
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
        named = frozenset(side.row for side in (one, other) if side.row >= 0)
        standing = stand_between(network, members(network, one), members(network, other), named)
        answer = Answer(
            self.name,
            {"from": one.id, "to": other.id},
            "",
            (
                Column("name", Text("wie of wat", "who or what")),
                Column("kind_label", Text("soort", "kind")),
                Column(
                    "pairs",
                    Text("paren", "pairs"),
                    Text(
                        "tweetallen, een van elke kant, die zelf geen band hebben en hier samenkomen",
                        "twos, one from each side, that have no tie of their own and come together here",
                    ),
                ),
                Column(
                    "only",
                    Text("alleen hier", "only here"),
                    Text("paren die nergens anders samenkomen", "pairs that come together nowhere else"),
                ),
                Column(
                    "weight",
                    Text("sterkte", "strength"),
                    Text(
                        "een band telt 1; samen op iets met n mensen telt 1/(n-1)",
                        "a tie counts 1; being at something of n people counts 1/(n-1)",
                    ),
                ),
                Column("from_names", side_label(network, one)),
                Column("to_names", side_label(network, other)),
                Column("note", Text("opmerking", "note")),
            ),
            network.version,
        )
        reach = Reach(standing)
        shown = standing.first(MOST)
        for it in shown:
            answer.rows.append(_row(network, notes, it, reach, (one, other), lang))
        answer.sentence = sentence(standing, shown, one, other, lang)
        answer.caveats = caveats(standing, shown, one, other, lang)
        return notes.finish(answer, lang)


def _row(
    network: Network, notes: Notes, it: Between, reach: Reach, sides: tuple[Named, Named], lang: Lang
) -> dict[str, Json]:
    kind = network.words.entities[network.kinds[network.kind[it.row]]]
    reached, ties = reach.of(it)
    shown = [network.tie(tie) for tie in ties]
    evidence = notes.note_ties(shown) or notes.note(network.entity(it.row).evidence)
    for key, side in zip(("from", "to"), sides, strict=True):
        if side.kind == SECTOR:
            rows = [network.row_of(id_) for _, id_ in reached[key]] + ([it.row] if it.side in (key, "both") else [])
            evidence += [k for row in rows if row is not None for k in notes.note_sector(row, side.id)]
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
        "from": [name for name, _ in reached["from"]],
        "to": [name for name, _ in reached["to"]],
        "from_ids": [id_ for _, id_ in reached["from"]],
        "to_ids": [id_ for _, id_ in reached["to"]],
        "from_names": some([name for name, _ in reached["from"]], lang, total=it.reached[0]),
        "to_names": some([name for name, _ in reached["to"]], lang, total=it.reached[1]),
        "note": note(network, it, sides, _until(network, it.row, shown), lang),
        "evidence": list(dict.fromkeys(evidence)),
    }


def _until(network: Network, row: int, ties: list[Tie]) -> dict[str, Date]:
    """Until when the ties with somebody lasted, by name, where all that are known have an end."""
    ends: dict[str, list[str]] = {}
    for tie in ties:
        if network.words.ties[tie.kind].lasting and network.ids[row] in (tie.from_id, tie.to_id):
            ends.setdefault(tie.to_id if tie.from_id == network.ids[row] else tie.from_id, []).append(tie.end)
    rows = {
        network.row_of(id_): max(map(Date.parse, its), key=lambda d: d.last) for id_, its in ends.items() if all(its)
    }
    return {network.names[row]: end for row, end in rows.items() if row is not None}
