"""Who can introduce one to another, and by which chain."""

from __future__ import annotations

from collections.abc import Mapping
from typing import ClassVar

from graph.bonds import bond, bond_aloud, bond_ties, groups, warmth
from graph.copresence import presence
from graph.errors import Refused
from graph.jsontext import Json
from graph.measures.warm_path import Chain, warm_paths
from graph.naming import Named
from graph.network import Network
from graph.questions.base import Answer, Column, Notes
from graph.questions.parameters import Parameter
from graph.questions.structure_text import BONDS
from graph.texts import Lang, Text, listed, number

MOST = 3
_ACTOR = ("person", "organisation")


class IntroduceMe:
    """Who can introduce one person or organisation to another: the warmest chains, with each step.

    A chain goes by bonds only: ties that bring together, and having been at one activity of fewer than
    20. It costs the sum of its steps. A step costs 1 divided by the weight of its bond: a tie weighs 1,
    a meeting of n 1/(n-1), and what two have in common is added. So having met at something of ten
    costs as much as nine acquaintances (Newman 2001). To go by way of an organisation that n have a bond
    with costs n - 1 more, half of it in the step to it and half in the step from it: who both belong
    to a large organisation need not know each other. The first chain is the cheapest there is, the
    others the cheapest with another to ask first that do not go by all of one before; at most three.
    Whom to ask is the first in between.

    Groups without names introduce nobody. A tie that ended counts too; the step says so.

    Yen (1971), Finding the k shortest loopless paths in a network, Management Science 17.
    """

    name = "introduce-me"
    label = Text("Wie kan introduceren", "Who can introduce")
    asks = Text("Wie kan {from} introduceren bij {to}?", "Who can introduce {from} to {to}?")
    parameters = (
        Parameter("from", Text("wie", "who"), _ACTOR),
        Parameter("to", Text("bij wie", "to whom"), _ACTOR),
    )
    example: ClassVar[Mapping[str, str]] = {"from": "Phlip Boswinkel", "to": "Sabrina Lindemann"}

    def answer(self, network: Network, given: Mapping[str, Named], lang: Lang) -> Answer:
        one, other = given["from"], given["to"]
        if one.row == other.row:
            raise Refused(
                f"{one.name!r} kent zichzelf al; noem twee verschillende",
                f"{one.name!r} needs no introduction to itself; name two different ones",
            )
        for end in (one, other):
            if groups(network)[end.row]:
                raise Refused(
                    f"{end.name!r} is een groep zonder namen; noem iemand die men kan aanspreken",
                    f"{end.name!r} is a group without names; name somebody who can be spoken to",
                )
        notes, graph = Notes(network), warmth(network)
        chains = _different(warm_paths(graph, one.row, other.row, many=8 * MOST))
        answer = Answer(
            self.name,
            {"from": one.id, "to": other.id},
            "",
            (
                Column("chain", Text("weg", "chain")),
                Column("step", Text("stap", "step")),
                Column("name", Text("in woorden", "in words")),
                Column("to_name", Text("naar", "to")),
                Column(
                    "cost",
                    Text("kost", "costs"),
                    Text(
                        "een band 1; samen op iets kleins van n: n-1; langs een organisatie van n: n-1 erbij",
                        "a tie 1; together at something small of n: n-1; by way of an organisation of n: n-1 more",
                    ),
                ),
                Column("note", Text("opmerking", "note")),
            ),
            network.version,
        )
        for place, chain in enumerate(chains, start=1):
            answer.rows += _steps(network, notes, place, chain, lang)
        notes.draw([one.id, other.id])
        if not chains:
            answer.sentence_evidence = notes.note_known(*(network.entity(end.row) for end in (one, other)))
        answer.sentence = _sentence(network, chains, one, other, lang)
        answer.caveats = [_KNOW.say(lang), BONDS.say(lang)] if chains else [BONDS.say(lang)]
        return notes.finish(answer, lang)


_KNOW = Text(
    "Of mensen elkaar kennen en het willen, zeggen de bronnen niet; vraag het eerst.",
    "Whether people know each other and are willing, the sources do not say; ask first.",
)


def _different(chains: list[Chain]) -> list[Chain]:
    """The cheapest chain, and the next that have another to ask first and are no detour of one before."""
    found: list[Chain] = []
    for chain in chains:
        between = set(chain.nodes[1:-1])
        if not any(chain.nodes[1] == known.nodes[1] or between > set(known.nodes[1:-1]) > set() for known in found):
            found.append(chain)
    return found[:MOST]


def _steps(network: Network, notes: Notes, place: int, chain: Chain, lang: Lang) -> list[dict[str, Json]]:
    rows: list[dict[str, Json]] = []
    for step, (one, other, cost) in enumerate(zip(chain.nodes, chain.nodes[1:], chain.steps, strict=False), start=1):
        ties = [network.tie(tie) for tie in bond_ties(network, one, other)]
        rows.append(
            {
                "chain": place,
                "step": step,
                "from": network.ids[one],
                "from_name": network.names[one],
                "name": bond_aloud(network, one, other, lang),
                "to": network.ids[other],
                "to_name": network.names[other],
                "cost": round(cost, 2),
                "note": _note(network, one, other, lang),
                "evidence": notes.note_ties(ties),
            }
        )
    return rows


def _note(network: Network, one: int, other: int, lang: Lang) -> str:
    """What more there is between the two, and that all ties between them ended."""
    found, en, said = bond(network, one, other), lang == "en", []
    if found.ties and all(network.tie(tie).end for tie in found.ties):
        said.append("this tie ended" if en else "deze band is voorbij")
    if len(found.ties) > 1:
        said.append(
            f"{len(found.ties) - 1} more between the two" if en else f"nog {len(found.ties) - 1} tussen deze twee"
        )
    if found.ties and found.meetings:
        names = listed([network.names[row] for row in found.meetings[:2]], lang)
        said.append(f"both were at {names}" if en else f"beiden waren bij {names}")
    if not found.ties:
        n = number(int(presence(network).size[found.meetings[0]]), lang)
        said.append(f"a meeting of {n}" if en else f"een bijeenkomst van {n}")
    return "; ".join(said)


def _sentence(network: Network, chains: list[Chain], one: Named, other: Named, lang: Lang) -> str:
    en = lang == "en"
    if not chains:
        return (
            f"Nobody in the sources can introduce {one.name} to {other.name}: there is no chain of bonds."
            if en
            else f"Niemand in de bronnen kan {one.name} introduceren bij {other.name}: er is geen weg van banden."
        )
    first = chains[0]
    asked = list(dict.fromkeys(network.names[chain.nodes[1]] for chain in chains if len(chain.nodes) > 2))
    if len(first.nodes) == 2:
        said = bond_aloud(network, one.row, other.row, lang)
        return (
            f"{one.name} and {other.name} have a bond already: {said}."
            if en
            else f"{one.name} en {other.name} hebben al een band: {said}."
        )
    steps = "; ".join(bond_aloud(network, a, b, lang) for a, b in zip(first.nodes, first.nodes[1:], strict=False))
    told = (
        f"Best ask {asked[0]} to introduce {one.name} to {other.name}: {steps}."
        if en
        else f"Vraag het liefst {asked[0]} om {one.name} te introduceren bij {other.name}: {steps}."
    )
    if asked[1:]:
        told += f" {'Or ask' if en else 'Of vraag'} {listed(asked[1:], lang)}."
    return told
