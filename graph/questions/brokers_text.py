"""What `brokers` says: who stands most between groups, and what its numbers are worth."""

from __future__ import annotations

import numpy as np

from graph.copresence import of_kinds
from graph.measures.groups import Groups
from graph.network import ACTORS, Network
from graph.questions.base import Answer, some
from graph.questions.structure_text import BONDS, nameless
from graph.texts import Lang, Text, counted, number

SMALL = 100
"""Below so many people and organisations with a group the z of one of them is not to be leaned on."""


def told_between(answer: Answer, total: int, groups: tuple[str, str], lang: Lang) -> str:
    """How many stand between two groups, and who most."""
    en, (one, other) = lang == "en", groups
    if not total:
        return (
            f"Nobody in the sources stands between {one} and {other}."
            if en
            else f"Niemand in de bronnen staat tussen {one} en {other}."
        )
    first = answer.rows[0]
    n = number(float(str(first["share"])), lang, 1)
    who = counted(total, Text("partij staat", "party stands"), Text("partijen staan", "parties stand"), lang)
    return (
        f"{who} on a shortest way between {one} and {other}; most does {first['name']}, with {n} pairs."
        if en
        else f"{who} op een kortste weg tussen {one} en {other}; het meest {first['name']}, met {n} paren."
    )


def told(answer: Answer, by: Text, lang: Lang) -> str:
    """Who joins most pairs across groups, and who comes next."""
    en, said = lang == "en", by.say(lang)
    if not answer.rows:
        return (
            f"Nobody in the sources stands between groups by {said}."
            if en
            else f"Niemand in de bronnen staat tussen groepen naar {said}."
        )
    first = answer.rows[0]
    pairs = counted(int(str(first["between"])), Text("paar", "pair"), Text("paren", "pairs"), lang)
    lead = f"{first['name']} ({first['group']})"
    told = (
        f"By {said}, {lead} stands most between groups: it joins {pairs} from different groups that have no bond."
        if en
        else f"Naar {said} staat {lead} het meest tussen groepen: {pairs} over groepen heen die zelf geen band hebben."
    )
    rest = [f"{row['name']} ({row['between']})" for row in answer.rows[1:4]]
    if rest:
        told += f" {'Then' if en else 'Daarna'}: {some(rest, lang)}."
    return told


def caveats(network: Network, found: Groups, order: list[int], lang: Lang) -> list[str]:
    """How it was counted, who is left out, and what z says."""
    en = lang == "en"
    actors = int(of_kinds(network, ACTORS).sum())
    without = actors - int(np.count_nonzero(found.known))
    inside = actors - without
    notes = [BONDS.say(lang)]
    if without:
        notes.append(
            f"Of {without} of the {actors} people and organisations the group is not known; they are left out."
            if en
            else f"Van {without} van de {actors} personen en organisaties is de groep niet bekend; die tellen niet mee."
        )
    if order and inside < SMALL:
        notes.append(
            f"z compares with chance; among {inside} with a group it is only a hint."
            if en
            else f"z vergelijkt met toeval; bij {inside} met een groep is het niet meer dan een aanwijzing."
        )
    if order and inside >= SMALL:
        notes.append(
            "z compares with bonds spread by chance; sources that tell of one organisation much more than of others"
            " raise it too."
            if en
            else "z vergelijkt met toevallig verdeelde banden; dat bronnen over de een veel meer vertellen dan over de"
            " ander, verhoogt het ook."
        )
    return [*notes, *nameless(network, order, lang)]
