"""In which roles somebody stands between others that have nothing to do with each other."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from typing import ClassVar

from graph.bonds import bond_ties, bonds
from graph.groupings import GROUPINGS, SECTOR, grouping
from graph.measures.sparse import Sparse
from graph.naming import Named
from graph.network import Network
from graph.questions.base import Answer, Column, Notes
from graph.questions.parameters import CHOICE, Parameter
from graph.questions.structure_text import BONDS, nameless, shown_of
from graph.texts import Lang, Text, counted, listed

MOST = 25

ROLES = {
    "coordinator": (
        Text("coördinator", "coordinator"),
        Text("alle drie uit dezelfde groep", "all three of one group"),
    ),
    "gatekeeper": (
        Text("poortwachter of vertegenwoordiger", "gatekeeper or representative"),
        Text("een uit de eigen groep, een van daarbuiten", "one of the own group, one from outside"),
    ),
    "itinerant": (
        Text("rondreizende makelaar", "itinerant broker"),
        Text("twee uit één andere groep", "two of one other group"),
    ),
    "liaison": (Text("liaison", "liaison"), Text("alle drie uit een andere groep", "three different groups")),
}


@dataclass(frozen=True, slots=True)
class Triad:
    """Two that one joins, and the role in which: the smaller of their bonds with it is its strength."""

    role: str
    a: int
    b: int
    strength: float
    others: int


class Roles:
    """In which roles of Gould and Fernandez somebody stands between two others that have no bond.

    A bond is a tie that brings together, or having been at one activity of fewer than 20. Two that
    both have a bond with somebody and none with each other are a pair that stands open but for
    the one between. By the groups of the three that is as

    - `coordinator`: all three of one group;
    - `gatekeeper`: one of the own group and one from outside. With directed ties that would be a
      gatekeeper one way and a representative the other; these bonds have no direction, so it is both;
    - `itinerant`: two of one group that is not the own one;
    - `liaison`: three different groups.

    Groups are by sector unless another is chosen; who has several sectors is in a group of its own
    with those who have the same. Where the group of one of the three is not known, there is no role;
    a caveat counts those pairs. Rows are the pairs, role by role, those joined most strongly first,
    25 at most; `others` says how many others join that pair too, so that 0 is: only here.

    Gould and Fernandez (1989), Structures of mediation, Sociological Methodology 19; the numbers are
    those of `binck measure brokerage` halved, since that counts each pair both ways round.
    """

    name = "roles"
    label = Text("Welke rol heeft", "Which role has")
    asks = Text("In welke rollen verbindt {who} anderen?", "In which roles does {who} connect others?")
    parameters = (
        Parameter("who", Text("persoon of organisatie", "person or organisation"), ("person", "organisation")),
        Parameter(
            "by", Text("groepen naar", "groups by"), (CHOICE,), required=False, choices=GROUPINGS, default=SECTOR
        ),
    )
    example: ClassVar[Mapping[str, str]] = {"who": "Irmgard Bomers"}

    def answer(self, network: Network, given: Mapping[str, Named], lang: Lang) -> Answer:
        notes, who, by = Notes(network), given["who"], given["by"].id
        found = grouping(network, by, lang)
        triads, unknown = _triads(bonds(network), who.row, found.of.tolist())
        order = list(ROLES)
        triads.sort(key=lambda t: (order.index(t.role), -t.strength, t.others, network.names[t.a], network.names[t.b]))
        answer = Answer(
            self.name,
            {"who": who.id, "by": by},
            "",
            (
                Column("role_label", Text("rol", "role")),
                Column("name", Text("de een", "the one")),
                Column("group", Text("groep", "group")),
                Column("to_name", Text("de ander", "the other")),
                Column("to_group", Text("groep", "group")),
                Column(
                    "others",
                    Text("ook via", "also by"),
                    Text("hoeveel anderen dit paar ook verbinden", "how many others join this pair too"),
                ),
            ),
            network.version,
        )
        group = [found.names[place] if place >= 0 else "" for place in found.of.tolist()]
        for triad in triads[:MOST]:
            ties = [tie for end in (triad.a, triad.b) for tie in bond_ties(network, who.row, end)]
            evidence = notes.note_ties(network.tie(tie) for tie in ties)
            if by == SECTOR:
                evidence += [key for row in (triad.a, who.row, triad.b) for key in notes.note_sector(row)]
            answer.rows.append(
                {
                    "role": triad.role,
                    "role_label": ROLES[triad.role][0].say(lang),
                    "id": network.ids[triad.a],
                    "name": network.names[triad.a],
                    "group": group[triad.a],
                    "to": network.ids[triad.b],
                    "to_name": network.names[triad.b],
                    "to_group": group[triad.b],
                    "others": triad.others,
                    "evidence": list(dict.fromkeys(evidence)),
                }
            )
        notes.draw([who.id])
        answer.sentence = _sentence(triads, unknown, who, group[who.row], GROUPINGS[by].say(lang), lang)
        if not answer.rows:
            answer.sentence_evidence = notes.note_known(network.entity(who.row))
        answer.caveats = _caveats(network, triads, unknown, lang)
        return notes.finish(answer, lang)


def _triads(graph: Sparse, who: int, of: list[int]) -> tuple[list[Triad], int]:
    """The open pairs around one node with its role in each; and how many there are of which a group is unknown."""
    first, to, weight = graph.first, graph.to, graph.weight
    near = to[first[who] : first[who + 1]].tolist()
    strength = dict(zip(near, weight[first[who] : first[who + 1]].tolist(), strict=True))
    around = {row: set(to[first[row] : first[row + 1]].tolist()) for row in near}
    found, unknown = [], 0
    for place, a in enumerate(near):
        for b in near[place + 1 :]:
            if b in around[a]:
                continue
            role = _role(of[a], of[who], of[b])
            if not role:
                unknown += 1
                continue
            others = len(around[a] & around[b]) - 1
            found.append(Triad(role, a, b, min(strength[a], strength[b]), others))
    return found, unknown


def _role(a: int, x: int, b: int) -> str:
    if min(a, x, b) < 0:
        return ""
    if a == x == b:
        return "coordinator"
    if x in (a, b):
        return "gatekeeper"
    return "itinerant" if a == b else "liaison"


def _sentence(triads: list[Triad], unknown: int, who: Named, group: str, by: str, lang: Lang) -> str:
    en = lang == "en"
    if not triads and not unknown:
        return (
            f"{who.name} joins no two that have nothing to do with each other in the sources."
            if en
            else f"{who.name} verbindt in de bronnen geen twee die niets met elkaar hebben."
        )
    pairs = counted(len(triads) + unknown, Text("paar", "pair"), Text("paren", "pairs"), lang)
    one = len(triads) + unknown == 1
    has = ("has" if one else "have") if en else ("heeft" if one else "hebben")
    told = (
        f"{who.name} joins {pairs} that {has} no bond of {'its' if one else 'their'} own"
        if en
        else f"{who.name} verbindt {pairs} {'dat' if one else 'die'} zelf niets met elkaar {has}"
    )
    if not triads:
        return f"{told}; " + (
            f"in which role cannot be told, since the {by} of one of the three is not known."
            if en
            else f"in welke rol is niet te zeggen, want de {by} van een van de drie is niet bekend."
        )
    parts = []
    for role, (label, means) in ROLES.items():
        n = sum(triad.role == role for triad in triads)
        if n:
            parts.append(f"{n} {'as' if en else 'als'} {label.say(lang)} ({means.say(lang)})")
    own = f" ({group})" if group else ""
    return f"{told.replace(who.name, who.name + own, 1)}: {listed(parts, lang)}."


def _caveats(network: Network, triads: list[Triad], unknown: int, lang: Lang) -> list[str]:
    en, notes = lang == "en", []
    if unknown and triads:
        pairs = counted(unknown, Text("paar", "pair"), Text("paren", "pairs"), lang)
        notes.append(
            f"Of {pairs} more the group of one of the three is not known."
            if en
            else f"Van nog {pairs} is de groep van een van de drie niet bekend."
        )
    rows = [row for triad in triads for row in (triad.a, triad.b)]
    return [*notes, *shown_of(MOST, len(triads), lang), *nameless(network, rows, lang), BONDS.say(lang)]
