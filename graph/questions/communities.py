"""Which groups the bonds of a network make, and what holds each together."""

from __future__ import annotations

from collections import Counter
from collections.abc import Mapping
from dataclasses import dataclass
from typing import ClassVar

import numpy as np

from graph.bonds import bonds
from graph.copresence import HAPPENINGS, joining, of_kinds
from graph.groupings import SMALLEST
from graph.jsontext import Json
from graph.measures.communities import communities
from graph.measures.sparse import Sparse
from graph.naming import Named
from graph.network import ACTORS, Ints, Network
from graph.questions.base import Answer, Column, Notes, some
from graph.questions.structure_text import BONDS, nameless
from graph.texts import Lang, Text, counted, listed, number

SUBJECTS = ("about", "needs", "offers", "brings", "embodies")


@dataclass(frozen=True, slots=True)
class Community:
    """Its members, the most bound first; what most of them share, and who has most bonds with others."""

    members: list[int]
    shared: list[tuple[int, int]]
    joins: list[int]


class Communities:
    """The groups that people and organisations make by their bonds, and what holds each together.

    A bond is a tie that brings together, weighing 1, or having been at one activity of fewer than 20,
    weighing 1/(n-1). Groups are found by the Leiden method: within a group there is more weight than
    the bonds of its members would give by chance (`modularity`, from 0 for none to nearly 1). A group has
    three members or more; who is in none is counted. `members` names the most bound first. `shared` is
    what most members have a tie with: an organisation, an activity or project, or a subject that they
    bring, need, offer or are about, with how many. `joins` are the members with the most weight of bonds
    outside the group: who joins it to the rest.

    Rows are groups, the largest first. They come from the sources: who is told of together is near.

    Traag, Waltman and Van Eck (2019), From Louvain to Leiden, Scientific Reports 9.
    """

    name = "groups"
    label = Text("Welke groepen", "Which groups")
    asks = Text(
        "Welke groepen zijn er, en wat houdt ze bijeen?", "Which groups are there, and what holds them together?"
    )
    parameters = ()
    example: ClassVar[Mapping[str, str]] = {}

    def answer(self, network: Network, given: Mapping[str, Named], lang: Lang) -> Answer:
        notes, graph = Notes(network), bonds(network)
        found = communities(graph, attempts=_ATTEMPTS)
        of = np.where(of_kinds(network, ACTORS), found.of, -1)
        all_ = [np.flatnonzero(of == place).tolist() for place in np.unique(of[of >= 0]).tolist()]
        kinds = _shared_kinds(network)
        groups = [_community(network, graph, members, of, kinds) for members in all_ if len(members) >= SMALLEST]
        groups.sort(key=lambda group: (-len(group.members), network.names[group.members[0]]))
        answer = Answer(
            self.name,
            {},
            "",
            (
                Column("name", Text("groep rond", "group around")),
                Column("size", Text("leden", "members")),
                Column("member_names", Text("wie", "who")),
                Column("sector_labels", Text("sectoren", "sectors")),
                Column("shared_names", Text("wat ze delen", "what they share")),
                Column("join_names", Text("verbinden met de rest", "join to the rest")),
            ),
            network.version,
        )
        for place, group in enumerate(groups, start=1):
            answer.rows.append(_row(network, notes, graph, place, group, lang))
        rest = int(of_kinds(network, ACTORS).sum()) - sum(len(group.members) for group in groups)
        answer.sentence = _sentence(answer, found.modularity, rest, lang)
        rows = [row for group in groups for row in group.members]
        answer.caveats = [_SEED.say(lang), BONDS.say(lang), *nameless(network, rows, lang)]
        return notes.finish(answer, lang)


_ATTEMPTS = 4
"""As good as two hundred on a network of some hundreds, and no wait."""

_SEED = Text(
    "Een andere indeling kan haast even goed zijn; de grenzen zijn geen muren.",
    "Another division may be nearly as good; the borders are no walls.",
)


def _community(network: Network, graph: Sparse, members: list[int], of: Ints, kinds: list[str]) -> Community:
    inside, weight, outside = set(members), dict.fromkeys(members, 0.0), dict.fromkeys(members, 0.0)
    for row in members:
        at = slice(graph.first[row], graph.first[row + 1])
        for other, w in zip(graph.to[at].tolist(), graph.weight[at].tolist(), strict=True):
            (weight if of[other] == of[row] else outside)[row] += w
    by = sorted(members, key=lambda row: (-round(weight[row], 9), network.names[row], network.ids[row]))
    joins = sorted((r for r in members if outside[r]), key=lambda r: (-round(outside[r], 9), network.names[r]))
    shared: Counter[int] = Counter()
    for row in members:
        shared.update(_with(network, row, kinds))
    most = sorted(
        ((n, other) for other, n in shared.items() if n >= min(SMALLEST, len(inside))),
        key=lambda it: (-it[0], network.names[it[1]], network.ids[it[1]]),
    )
    return Community(by, [(other, n) for n, other in most[:3]], joins[:3])


def _shared_kinds(network: Network) -> list[str]:
    """The kinds of tie to what actors may have in common."""
    joins = {network.tie_kinds[kind] for kind in np.unique(network.tie_kind[joining(network)]).tolist()}
    return [*sorted(joins), *SUBJECTS]


def _with(network: Network, row: int, kinds: list[str]) -> set[int]:
    """What an actor may have in common with others: what it was at, what it belongs to, and what it is about."""
    found = set()
    for tie in network.ties_at(row, *kinds):
        other = network.other(tie, row)
        kind = network.kinds[network.kind[other]]
        if kind != "person" and (kind not in HAPPENINGS or network.happened[other]):
            found.add(other)
    return found


def _row(network: Network, notes: Notes, graph: Sparse, place: int, group: Community, lang: Lang) -> dict[str, Json]:
    names = [network.names[row] for row in group.members]
    counts = Counter(sector for row in group.members for sector in network.sectors_of(row))
    sectors = [f"{network.words.choice('sector', sector, lang)} {n}" for sector, n in counts.most_common()]
    inside = set(group.members)
    shared = {row for row, _ in group.shared}
    ties = [
        tie
        for row in group.members
        for tie in network.ties_at(row)
        if (other := network.other(tie, row)) in shared or (other in inside and row < other)
    ]
    return {
        "group": place,
        "name": names[0],
        "id": network.ids[group.members[0]],
        "size": len(names),
        "members": [network.ids[row] for row in group.members],
        "member_names": some(names, lang, 6),
        "sectors": list[Json](counts),
        "sector_labels": listed(sectors, lang),
        "shared": [network.ids[row] for row, _ in group.shared],
        "shared_names": listed([f"{network.names[row]} ({n})" for row, n in group.shared], lang),
        "joins": [network.ids[row] for row in group.joins],
        "join_names": listed([network.names[row] for row in group.joins], lang),
        "evidence": notes.note_ties(network.tie(tie) for tie in ties),
    }


def _sentence(answer: Answer, modularity: float, rest: int, lang: Lang) -> str:
    en = lang == "en"
    if not answer.rows:
        return (
            "The sources tell of no group of three or more."
            if en
            else "De bronnen vertellen van geen groep van drie of meer."
        )
    many = counted(len(answer.rows), Text("groep", "group"), Text("groepen", "groups"), lang)
    first = answer.rows[0]
    by = f"; {'what they share is' if en else 'ze delen'} {first['shared_names']}" if first["shared_names"] else ""
    told = (
        f"By their bonds people and organisations make {many}; the largest is around {first['name']}"
        f" ({first['size']} members{by})."
        if en
        else f"Naar hun banden vormen personen en organisaties {many}; de grootste is die rond {first['name']}"
        f" ({first['size']} leden{by})."
    )
    quality = number(modularity, lang, 2)
    told += f" Modularity is {quality}." if en else f" De modulariteit is {quality}."
    if rest:
        are = ("is" if rest == 1 else "are") if en else ("zit" if rest == 1 else "zitten")
        told += f" {rest} {are} in no group of three." if en else f" {rest} {are} in geen groep van drie."
    return told
