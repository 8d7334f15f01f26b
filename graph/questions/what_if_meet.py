"""What would come nearer if two met."""

from __future__ import annotations

from collections.abc import Mapping
from typing import ClassVar

import numpy as np

from graph.bonds import bond_aloud, bond_ties, bonds
from graph.errors import Refused
from graph.jsontext import Json
from graph.measures.sparse import Sparse
from graph.measures.what_if import meet
from graph.naming import Named
from graph.network import Network
from graph.questions.base import Answer, Column, Notes
from graph.questions.parameters import Parameter
from graph.questions.structure_text import BONDS, nameless, shown_of
from graph.telling import kind_label, sector_labels
from graph.texts import Lang, Text, counted

MOST = 50
_ACTOR = ("person", "organisation")


class WhatIfMeet:
    """What would change if two people or organisations that have no bond got one.

    A bond is a tie that brings together, or having been at one activity of fewer than 20. With a bond
    between the two, pairs that have no way to each other would get one (`parted` of them now), and
    others a shorter one; both are counted in steps, over all people and organisations. Rows are those
    whom the one would then reach by way of the other in two steps and now does not: with whom each
    could bring the other into contact. `note` says who that would go by.

    Where the two have a bond already, the answer says which, and nothing changes.
    """

    name = "what-if-meet"
    label = Text("Wat als … en … elkaar ontmoeten", "What if … and … meet")
    asks = Text("Wat verandert er als {a} en {b} elkaar ontmoeten?", "What changes if {a} and {b} meet?")
    parameters = (
        Parameter("a", Text("de een", "the one"), _ACTOR),
        Parameter("b", Text("de ander", "the other"), _ACTOR),
    )
    example: ClassVar[Mapping[str, str]] = {"a": "Irmgard Bomers", "b": "Gert-Joost Peek"}

    def answer(self, network: Network, given: Mapping[str, Named], lang: Lang) -> Answer:
        one, other = given["a"], given["b"]
        if one.row == other.row:
            raise Refused(
                f"{one.name!r} kan zichzelf niet ontmoeten; noem twee verschillende",
                f"{one.name!r} cannot meet itself; name two different ones",
            )
        notes, graph = Notes(network), bonds(network)
        answer = Answer(
            self.name,
            {"a": one.id, "b": other.id},
            "",
            (
                Column("for_name", Text("voor", "for")),
                Column("name", Text("wie dichterbij komt", "who comes nearer")),
                Column("kind_label", Text("soort", "kind")),
                Column("sector_labels", Text("sector", "sector")),
                Column("note", Text("via", "by way of")),
            ),
            network.version,
        )
        notes.draw([one.id, other.id])
        ends = notes.note_known(*(network.entity(end.row) for end in (one, other)))
        if other.row in _near(graph, one.row):
            ties = bond_ties(network, one.row, other.row)
            answer.sentence_evidence = notes.note_ties(network.tie(tie) for tie in ties)
            said = bond_aloud(network, one.row, other.row, lang)
            answer.sentence = (
                f"{one.name} and {other.name} have a bond already: {said}."
                if lang == "en"
                else f"{one.name} en {other.name} hebben al een band: {said}."
            )
            return notes.finish(answer, lang)
        nearer = [(one, other, row) for row in _new(graph, one.row, other.row)]
        nearer += [(other, one, row) for row in _new(graph, other.row, one.row)]
        nearer.sort(key=lambda it: (it[0].row != one.row, network.names[it[2]], network.ids[it[2]]))
        for who, by, row in nearer[:MOST]:
            answer.rows.append(
                {
                    "for": who.id,
                    "for_name": who.name,
                    "id": network.ids[row],
                    "name": network.names[row],
                    "kind": network.kinds[network.kind[row]],
                    "kind_label": kind_label(network, row, lang),
                    "sectors": list[Json](network.sectors_of(row)),
                    "sector_labels": sector_labels(network, row, lang),
                    "note": by.name,
                    "evidence": notes.note_ties(network.tie(tie) for tie in bond_ties(network, by.row, row)),
                }
            )
        change = meet(graph, one.row, other.row)
        answer.sentence_evidence = ends
        answer.sentence = _sentence(one.name, other.name, change.parted, change.farther, lang)
        rows = [row for _, _, row in nearer]
        answer.caveats = [BONDS.say(lang), *shown_of(MOST, len(nearer), lang), *nameless(network, rows, lang)]
        return notes.finish(answer, lang)


def _near(graph: Sparse, row: int) -> set[int]:
    near: list[int] = graph.to[graph.first[row] : graph.first[row + 1]].tolist()
    return set(near)


def _new(graph: Sparse, one: int, by: int) -> list[int]:
    """Whom `by` has a bond with and `one` reaches in more than two steps, or not at all."""
    reached = np.zeros(graph.n, bool)
    reached[one] = True
    for near in _near(graph, one):
        reached[near] = True
        reached[list(_near(graph, near))] = True
    return sorted(row for row in _near(graph, by) if not reached[row])


def _sentence(one: str, other: str, new: int, shorter: int, lang: Lang) -> str:
    """How many pairs get a way, and how many a shorter one; the two themselves are one of them."""
    en = lang == "en"
    lead = f"If {one} and {other} met, " if en else f"Als {one} en {other} elkaar ontmoeten, "
    many = [counted(n, Text("paar", "pair"), Text("paren", "pairs"), lang) for n in (new, shorter)]
    if not new:
        if en:
            return f"{lead}{many[1]} would get a shorter way."
        return f"{lead}{'krijgt' if shorter == 1 else 'krijgen'} {many[1]} een kortere weg."
    rest = ""
    if shorter:
        rest = f", and {many[1]} a shorter one" if en else f", en {many[1]} een kortere"
    if en:
        return f"{lead}{many[0]} without any way to each other would get one{rest}."
    return f"{lead}{'krijgt' if new == 1 else 'krijgen'} {many[0]} zonder enige weg naar elkaar er een{rest}."
