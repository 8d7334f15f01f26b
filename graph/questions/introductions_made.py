"""What came of introductions, one by one and by the reason for which they were proposed."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from typing import ClassVar

from graph.introductions.lives import Life, led_aloud, lives
from graph.introductions.steps import DECLINED, LATER, LED_TO, MADE, MET, PROPERTY, PROPOSED, STEPS, step_aloud
from graph.jsontext import Json
from graph.naming import Named
from graph.network import Network
from graph.questions.base import Answer, Column, Notes
from graph.questions.parameters import Parameter
from graph.texts import Lang, Text, counted, listed, number

RULE = "rule"
FEW = 20
"""Of fewer that were made nothing follows for a reason."""


class IntroductionsMade:
    """What came of the introductions that were recorded, and which reasons led to something.

    Rows with another state than `rule` are introductions, by how far they came: `led_to` something (a tie between
    the two, an activity or a project), `met`, `made`, `proposed`, put off until `later`, `declined`; `days` has the
    day of each step. Rows with the state `rule` count, of each reason by which introductions were proposed, how many
    were `made`, of these how many `met` and `led`, and the `share` of those made that led to something, from 0 to 1;
    an introduction counts for each of its reasons. So the weights of the reasons can be judged.
    """

    name = "introductions-made"
    label = Text("Wat kwam er van introducties", "What came of introductions")
    asks = Text("Wat kwam er van de introducties?", "What came of the introductions?")
    parameters: tuple[Parameter, ...] = ()
    example: ClassVar[Mapping[str, str]] = {}

    def answer(self, network: Network, given: Mapping[str, Named], lang: Lang) -> Answer:
        notes, known = Notes(network), lives(network)
        answer = Answer(
            self.name,
            {},
            "",
            (
                Column("state_label", Text("stand", "state")),
                Column("name", Text("introductie of reden", "introduction or reason")),
                Column("when", Text("stappen", "steps")),
                Column("by_names", Text("gemaakt door", "made by")),
                Column("led_says", Text("leidde tot", "led to")),
                Column("made", Text("gemaakt", "made")),
                Column("met", Text("ontmoet", "met")),
                Column("led", Text("leidde ergens toe", "led to something")),
                Column("share_says", Text("aandeel", "share")),
            ),
            network.version,
        )
        order = (LED_TO, MET, MADE, PROPOSED, LATER, DECLINED)
        rows = [_row(network, notes, life, lang) for life in known]
        answer.rows = sorted(rows, key=lambda row: order.index(str(row["state"])))
        answer.rows += _by_rule(network, notes, known, lang)
        answer.sentence = _sentence(known, lang)
        answer.caveats = _caveats(known, lang)
        return notes.finish(answer, lang)


def _row(network: Network, notes: Notes, life: Life, lang: Lang) -> dict[str, Json]:
    entity = network.entity(life.row)
    at = network.ties_at(life.row, "brings_together", "arranged")
    evidence = notes.note_values(value for word in PROPERTY.values() for value in entity.properties.get(word, ()))
    evidence += notes.note_ties(network.tie(tie) for tie in (*at, *life.led))
    steps = [step_aloud(step, life.days[step], lang) for step in STEPS if step in life.days]
    return {
        "id": entity.id,
        "name": entity.name,
        "state": life.state,
        "state_label": STEPS[life.state].say(lang),
        "ends": [network.ids[row] for row in life.ends],
        "days": dict(life.days),
        "when": "; ".join(steps),
        "by": [network.ids[row] for row in life.by],
        "by_names": listed(sorted(network.names[row] for row in life.by), lang),
        "led_says": "; ".join(led_aloud(network, tie, lang) for tie in life.led),
        "rules": list[Json](life.rules),
        "made": int(MADE in life.days),
        "met": int(MET in life.days),
        "led": int(bool(life.led)),
        "share": None,
        "share_says": "",
        "evidence": list(dict.fromkeys(evidence)),
    }


def _by_rule(network: Network, notes: Notes, known: Sequence[Life], lang: Lang) -> list[dict[str, Json]]:
    """A row for each reason of what was made, that of the largest share first."""
    found: list[dict[str, Json]] = []
    labels = network.words.choices["introduction_rule"].choices
    for choice, label in labels.items():
        rule = choice.replace("_", "-")
        of = [life for life in known if rule in life.rules and MADE in life.days]
        if not of:
            continue
        led = sum(bool(life.led) for life in of)
        values = [v for life in of for v in network.entity(life.row).properties["rule"] if v.value == choice]
        found.append(
            {
                "id": None,
                "name": label.say(lang),
                "state": RULE,
                "state_label": "reason" if lang == "en" else "reden",
                "rules": [rule],
                "made": len(of),
                "met": sum(MET in life.days for life in of),
                "led": led,
                "share": round(led / len(of), 4),
                "share_says": _share(led, len(of), lang),
                "evidence": notes.note_values(values),
            }
        )
    return sorted(found, key=lambda row: -float(str(row["share"])))


def _sentence(known: Sequence[Life], lang: Lang) -> str:
    en = lang == "en"
    if not known:
        return "No introductions were recorded yet." if en else "Er zijn nog geen introducties vastgelegd."
    made = [life for life in known if MADE in life.days]
    met, led = sum(MET in life.days for life in made), sum(bool(life.led) for life in made)
    said = counted(len(made), *_MADE, lang)
    parts = [f"{said[0].upper()}{said[1:]}"]
    if made:
        came = (
            f"{number(led, lang)} {'led to something' if en else 'leidde ergens toe'} ({_share(led, len(made), lang)})"
        )
        parts[0] += f": {number(met, lang)} {'met' if en else 'keer ontmoet'}, {came}"
    others = [
        counted(n, one, many, lang)
        for state, (one, many) in _OTHERS.items()
        if (n := sum(life.state == state for life in known))
    ]
    if others:
        parts.append(listed(others, lang))
    return f"{'; '.join(parts)}."


def _share(led: int, made: int, lang: Lang) -> str:
    return f"{number(100 * led / made, lang)}{'%' if lang == 'en' else ' %'}"


def _caveats(known: Sequence[Life], lang: Lang) -> list[str]:
    made = sum(MADE in life.days for life in known)
    said = []
    if not known:
        said.append(_BEGIN)
    elif made < FEW:
        said.append(_TOO_FEW)
    if made:
        said.append(_NOT_BECAUSE)
    return [text.say(lang) for text in said]


_MADE = (Text("introductie gemaakt", "introduction made"), Text("introducties gemaakt", "introductions made"))
_OTHERS = {
    PROPOSED: (Text("alleen voorgesteld", "only proposed"), Text("alleen voorgesteld", "only proposed")),
    LATER: (Text("uitgesteld", "put off"), Text("uitgesteld", "put off")),
    DECLINED: (Text("afgewezen", "declined"), Text("afgewezen", "declined")),
}
_BEGIN = Text(
    "Een introductie legt u vast op de pagina Introducties, of met binck introduction.",
    "You record an introduction on the page Introductions, or by binck introduction.",
)
_TOO_FEW = Text(
    f"Van minder dan {FEW} gemaakte introducties volgt nog niets over welke reden werkt.",
    f"From fewer than {FEW} introductions made nothing follows yet on which reason works.",
)
_NOT_BECAUSE = Text(
    "Wat ergens toe leidde is wat wie het vastlegde zegt; of het zonder de introductie ook was gekomen, weet niemand.",
    "What led to something is what whoever recorded it says; whether it would have come without, nobody knows.",
)
