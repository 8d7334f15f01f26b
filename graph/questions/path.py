"""How two things of the network are connected, by the three best different chains."""

from __future__ import annotations

from collections.abc import Mapping
from typing import ClassVar

from graph.aloud import tie_aloud
from graph.copresence import BIG
from graph.errors import Refused
from graph.jsontext import Json
from graph.naming import Named
from graph.network import Network
from graph.paths import APART, Chain, best_chains, ground, reached
from graph.questions.base import Answer, Column, Notes
from graph.questions.parameters import ANYTHING, Parameter
from graph.telling import counted_kinds
from graph.texts import Lang, Text, counted, listed, number

_COUNTED = ("person", "organisation", "activity", "project")
MOST = 3
MOST_ALOUD = 5


class Path:
    """By which chains two things are connected: the three shortest that differ, with evidence of each step.

    A chain goes from one to the other by ties of any kind, but for `missed`: who was missed was
    not there. Nobody passes through what was not held, though a chain may end there, nor through
    a phase, an item of a sheet or a line of a budget, which stand on paper only.

    Each step counts 1. What lies between adds to that, unless it is a person: who knows two
    people can bring them together, however many she knows. An organisation, activity, project,
    theme or place that n come together at, all its neighbours or all who were there, adds
    n - 1: among n, each has n - 1 others to share attention with, so that being there together
    has strength 1/(n-1) (Newman 2001), and a distance is the inverse of a strength. Without
    that, one programme or the district itself would put nearly everybody two steps from
    everybody.

    Chains differ when each leaves out something that lies between in each one before it; so a
    detour of an earlier chain is none of its own. The first is the shortest there is, the next
    the shortest that differs. There may be fewer than three.

    Rows are steps, in the order of the chain. Where two things have several ties, the surest of
    those that bring together is read aloud, and `evidence` has all. `note` says where so many
    come together that it says little (20 or more), and where the two ties at something did not
    hold at the same time.
    """

    name = "path"
    label = Text("Hoe verbonden", "How connected")
    asks = Text("Hoe zijn {from} en {to} verbonden?", "How are {from} and {to} connected?")
    parameters = (
        Parameter("from", Text("van", "from"), ANYTHING),
        Parameter("to", Text("naar", "to"), ANYTHING),
    )
    example: ClassVar[Mapping[str, str]] = {"from": "Ger Kwakkel", "to": "Gert-Joost Peek"}

    def answer(self, network: Network, given: Mapping[str, Named], lang: Lang) -> Answer:
        one, other = given["from"], given["to"]
        if one.row == other.row:
            raise Refused(
                f"{one.name!r} is het begin en het einde; noem twee verschillende",
                f"{one.name!r} is both ends; name two different ones",
            )
        notes = Notes(network)
        chains = best_chains(network, one.row, other.row, MOST)
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
                    Text("telt", "counts"),
                    Text(
                        "elke stap 1; wie of wat ertussen ligt en geen persoon is, telt n-1 erbij voor de n die er"
                        " samenkomen",
                        "each step 1; what lies between and is no person adds n-1 for the n that come together there",
                    ),
                ),
                Column("note", Text("opmerking", "note")),
            ),
            network.version,
        )
        for place, chain in enumerate(chains, start=1):
            answer.rows += _steps(network, notes, place, chain, lang)
        notes.draw([one.id, other.id])
        answer.sentence = _sentence(network, answer, len(chains), one, other, lang)
        answer.sentence_evidence = (
            [] if chains else notes.note_known(*(network.entity(end.row) for end in (one, other)))
        )
        answer.caveats = _caveats(answer, len(chains), lang)
        return notes.finish(answer, lang)


def _steps(network: Network, notes: Notes, place: int, chain: Chain, lang: Lang) -> list[dict[str, Json]]:
    through = ground(network).through
    rows: list[dict[str, Json]] = []
    last = -1
    for step, (one, other) in enumerate(zip(chain.rows, chain.rows[1:], strict=False), start=1):
        ties = _ties(network, one, other)
        passing = through[other] if other != chain.rows[-1] else 0
        said = [] if last < 0 or not through[one] else _apart(network, last, ties[0], lang)
        if passing + 1 >= BIG:
            n = number(passing + 1, lang)
            said.append(
                f"{n} come together here: says little" if lang == "en" else f"hier komen {n} samen: zegt weinig"
            )
        if len(ties) > 1:
            more = counted(len(ties) - 1, Text("band", "tie"), Text("banden", "ties"), lang)
            said.append(f"{more} more between the two" if lang == "en" else f"nog {more} tussen deze twee")
        tie = network.tie(ties[0])
        rows.append(
            {
                "chain": place,
                "step": step,
                "name": tie_aloud(network, ties[0], tie, lang),
                "from": network.ids[one],
                "from_name": network.names[one],
                "to": network.ids[other],
                "to_name": network.names[other],
                "tie": tie.id,
                "kind": tie.kind,
                "cost": 1 + passing,
                "note": "; ".join(said),
                "evidence": notes.note_ties(network.tie(row) for row in ties),
            }
        )
        last = ties[0]
    return rows


def _ties(network: Network, one: int, other: int) -> list[int]:
    """The ties between two, first those that bring together, the surest first."""
    kinds = network.words.ties
    found = [
        tie
        for tie in network.ties_at(one)
        if network.other(tie, one) == other and network.tie_kinds[network.tie_kind[tie]] not in APART
    ]
    return sorted(
        found,
        key=lambda tie: (not kinds[network.tie_kinds[network.tie_kind[tie]]].joins, network.certainty[tie], tie),
    )


def _apart(network: Network, last: int, tie: int, lang: Lang) -> list[str]:
    """That the ties on either side of something surely held at different times."""
    if network.tie_last[last] >= network.tie_first[tie] and network.tie_last[tie] >= network.tie_first[last]:
        return []
    return ["not at the same time as the step before" if lang == "en" else "niet in dezelfde tijd als de stap ervoor"]


def _sentence(network: Network, answer: Answer, n: int, one: Named, other: Named, lang: Lang) -> str:
    en = lang == "en"
    if not n:
        told = (
            f"The sources give no chain between {one.name} and {other.name}."
            if en
            else f"Tussen {one.name} en {other.name} is in de bronnen geen weg."
        )
        return f"{told} {_far(network, one, lang)} {_far(network, other, lang)}"
    both = f"{one.name} {'and' if en else 'en'} {other.name}"
    told = "are connected by 1 chain" if en else "zijn langs 1 weg verbonden"
    if n > 1:
        told = f"are connected by {n} different chains" if en else f"zijn langs {n} verschillende wegen verbonden"
    steps = [row for row in answer.rows if row["chain"] == 1]
    if len(steps) > MOST_ALOUD:
        by = listed([str(row["to_name"]) for row in steps[:-1]], lang)
        far = f"goes in {len(steps)} steps by way of {by}" if en else f"gaat in {len(steps)} stappen langs {by}"
        return f"{both} {told}. {'The shortest' if en else 'De kortste'} {far}."
    aloud = "; ".join(str(row["name"]) for row in steps)
    return (
        f"{both} {told}: {aloud}." if n == 1 else f"{both} {told}. {'The shortest' if en else 'De kortste'}: {aloud}."
    )


def _far(network: Network, end: Named, lang: Lang) -> str:
    """How far one gets from an end."""
    far = counted_kinds(network, reached(network, end.row), lang, _COUNTED)
    if lang == "en":
        return f"From {end.name} one gets to {far or 'nothing and nobody'}."
    return f"Van {end.name} komt men bij {far or 'niets en niemand'}."


def _caveats(answer: Answer, n: int, lang: Lang) -> list[str]:
    en = lang == "en"
    notes = []
    if 0 < n < MOST:
        notes.append(
            "There is no further chain that differs." if en else "Een volgende weg die anders loopt is er niet."
        )
    if n and any(row["chain"] == 1 and row["step"] != 1 for row in answer.rows):
        notes.append(
            "A chain is what the sources tell; whether people know each other they do not say."
            if en
            else "Een weg is wat de bronnen vertellen; of mensen elkaar kennen zeggen zij niet."
        )
    return notes
