"""The money of a project: planned and actual, by whom, with the sums checked."""

from __future__ import annotations

from collections.abc import Mapping
from typing import ClassVar

from graph.jsontext import Json
from graph.model import Entity, Value
from graph.naming import Named
from graph.network import Network
from graph.questions.base import Answer, Column, Notes
from graph.questions.parameters import Parameter
from graph.texts import Lang, Text, counted, euros, listed

ROUNDING = 100
"""Euros that a total may differ from its parts before it is more than rounding."""

AMOUNTS = {"planned": Text("begroot", "planned"), "actual": Text("gerealiseerd", "actual")}
_TYPES = {"line": Text("begrotingsregel", "budget line"), "contribution": Text("bijdrage", "contribution")}


class Ledger:
    """Costs and contributions of a project or activity, planned and actual, in whole euros.

    Rows of type `line` are its budget lines with the lines that are part of them, by `depth`;
    each is checked against the sum of its parts. A difference of up to 100 euros is called
    rounding and left as it is; more is called a difference. A line is never changed to fit.
    Rows of type `contribution` say who contributed, in money or in kind; they may stand among
    the lines as well, so the two are never added together. A corrected amount is shown with
    what the source prints beside it.
    """

    name = "ledger"
    label = Text("Geld en bijdragen", "Money and contributions")
    asks = Text("Wat was begroot en uitgegeven voor {project}?", "What was planned and spent for {project}?")
    parameters = (Parameter("project", Text("project of activiteit", "project or activity"), ("project", "activity")),)
    example: ClassVar[Mapping[str, str]] = {"project": "Kenniswerkplaats KIP"}

    def answer(self, network: Network, given: Mapping[str, Named], lang: Lang) -> Answer:
        notes = Notes(network)
        top = given["project"].row
        answer = Answer(
            self.name,
            {"project": network.ids[top]},
            "",
            (
                Column("name", Text("regel of bijdrager", "line or contributor")),
                Column("type_label", Text("soort", "type")),
                *(Column(key, label) for key, label in AMOUNTS.items()),
                Column("note", Text("opmerking", "note")),
            ),
            network.version,
        )
        roots = _lines(network, top)
        for root in roots:
            self._line(network, notes, answer, root, (), lang)
        for tie in sorted(network.ties_at(top, "contributed")):
            if int(network.head[tie]) == top:
                answer.rows.append(self._contribution(network, notes, tie, lang))
        notes.draw([network.ids[top]])
        answer.sentence = self._sentence(network, answer, network.entity(top), lang)
        self._caveats(answer, lang)
        return notes.finish(answer, lang)

    def _line(
        self, network: Network, notes: Notes, answer: Answer, row: int, above: tuple[int, ...], lang: Lang
    ) -> None:
        entity = network.entity(row)
        depth = len(above)
        # lines that are part of each other in a circle are each shown once on the way down
        parts = [part for part in _lines(network, row) if part not in (*above, row)]
        amounts = {key: _amount(entity.first(key)) for key in AMOUNTS}
        sums: dict[str, int | None] = {key: _sum(network, parts, key) for key in AMOUNTS}
        differences = {
            key: amount - total
            for key in AMOUNTS
            if (total := sums[key]) is not None and (amount := amounts[key]) is not None
        }
        paid = [
            network.names[network.head[tie]] for tie in network.ties_at(row, "paid_to") if int(network.tail[tie]) == row
        ]
        remarks = [_difference(key, gap, lang) for key, gap in differences.items() if gap]
        remarks += [*_corrected(entity.properties, lang), *_inferred(entity.properties, lang)]
        if paid:
            remarks.append(f"{'paid to' if lang == 'en' else 'betaald aan'} {listed(paid, lang)}")
        if parts and not any(differences.values()) and differences:
            remarks.append("equals its parts" if lang == "en" else "gelijk aan de delen")
        values = [value for key in AMOUNTS for value in entity.properties.get(key, ())]
        used = [network.tie(tie) for tie in network.ties_at(row, "part_of", "paid_to") if int(network.tail[tie]) == row]
        answer.rows.append(
            {
                "id": entity.id,
                "type": "line",
                "type_label": _TYPES["line"].say(lang),
                "name": entity.name,
                "depth": depth,
                "side": entity.first("side"),
                **amounts,
                "parts_planned": sums["planned"],
                "parts_actual": sums["actual"],
                "rounding": [key for key, gap in differences.items() if 0 < abs(gap) <= ROUNDING],
                "differs": [key for key, gap in differences.items() if abs(gap) > ROUNDING],
                "corrected": [key for key in AMOUNTS if _is_corrected(entity.properties.get(key, ()))],
                "note": "; ".join(remarks),
                "evidence": [*notes.note_values(values), *notes.note_ties(used)],
            }
        )
        for part in parts:
            self._line(network, notes, answer, part, (*above, row), lang)

    @staticmethod
    def _contribution(network: Network, notes: Notes, number_: int, lang: Lang) -> dict[str, Json]:
        tie = network.tie(number_)
        who = int(network.tail[number_])
        form = tie.first("form")
        remarks = [network.words.choice("form", str(form), lang)] if form else []
        remarks += [
            network.words.value(network.words.ties["contributed"].properties["what"], v.value, lang)
            for v in tie.properties.get("what", ())
        ]
        remarks += _corrected(tie.properties, lang)
        values = [value for key in AMOUNTS for value in tie.properties.get(key, ())]
        return {
            "id": network.ids[who],
            "type": "contribution",
            "type_label": _TYPES["contribution"].say(lang),
            "name": network.names[who],
            "depth": 0,
            "side": "funding",
            "form": form,
            **{key: _amount(tie.first(key)) for key in AMOUNTS},
            "corrected": [key for key in AMOUNTS if _is_corrected(tie.properties.get(key, ()))],
            "note": "; ".join(remarks),
            "evidence": [*notes.note_ties([tie]), *notes.note_values(values)],
        }

    @staticmethod
    def _sentence(network: Network, answer: Answer, entity: Entity, lang: Lang) -> str:
        en = lang == "en"
        roots = [row for row in answer.rows if row["type"] == "line" and row["depth"] == 0]
        givers = {str(row["id"]) for row in answer.rows if row["type"] == "contribution"}
        parts = []
        for row in roots:
            amounts = [
                f"{label.say(lang)} {euros(int(str(row[key])), lang)}"
                for key, label in AMOUNTS.items()
                if row[key] is not None
            ]
            if amounts:
                parts.append(f"{row['name']}: {listed(amounts, lang)}")
        told = f"{entity.name} – {'; '.join(parts)}." if parts else ""
        if givers:
            who = counted(len(givers), Text("bijdrager", "contributor"), Text("bijdragers", "contributors"), lang)
            to = (f" for {entity.name}" if en else f" voor {entity.name}") if not parts else ""
            told += f" The sources name {who}{to}." if en else f" De bronnen noemen {who}{to}."
        nothing = f"The sources give no amounts for {entity.name}."
        return told.strip() or (nothing if en else f"De bronnen geven geen bedragen voor {entity.name}.")

    @staticmethod
    def _caveats(answer: Answer, lang: Lang) -> None:
        en = lang == "en"
        corrected = sum(len(row["corrected"]) for row in answer.rows if isinstance(row["corrected"], list))
        lines = [row for row in answer.rows if row["type"] == "line"]
        rounding = [str(row["name"]) for row in lines if row["rounding"]]
        differs = [str(row["name"]) for row in lines if row["differs"]]
        if corrected:
            amounts = counted(corrected, Text("bedrag is", "amount was"), Text("bedragen zijn", "amounts were"), lang)
            answer.caveats.append(
                f"{amounts} corrected; what is printed stands beside."
                if en
                else f"{amounts} verbeterd; wat er gedrukt staat, staat erbij."
            )
        if rounding:
            answer.caveats.append(
                f"Up to €{ROUNDING} off by rounding: {listed(rounding, lang)}."
                if en
                else f"Tot € {ROUNDING} verschil door afronding: {listed(rounding, lang)}."
            )
        if differs:
            answer.caveats.append(
                f"Not equal to the sum of the parts: {listed(differs, lang)}."
                if en
                else f"Niet gelijk aan de som van de delen: {listed(differs, lang)}."
            )


def _lines(network: Network, row: int) -> list[int]:
    """The budget lines that are part of this, in the order of their places in the source."""
    found = []
    for tie in network.ties_at(row, "part_of"):
        part = int(network.tail[tie])
        if int(network.head[tie]) == row and network.kinds[network.kind[part]] == "budget_line":
            found.append(part)
    return sorted(set(found), key=lambda part: (_place(network.entity(part)), network.names[part]))


def _place(entity: Entity) -> tuple[str, int]:
    first = entity.evidence[0]
    digits = "".join(c if c.isdigit() else " " for c in first.locator).split()
    return (first.source, int(digits[0]) if digits else 0)


def _amount(value: Json) -> int | None:
    return None if value is None else int(str(value))


def _sum(network: Network, parts: list[int], key: str) -> int | None:
    """The sum of what the parts say; None when one of them says nothing."""
    amounts = [_amount(network.entity(part).first(key)) for part in parts]
    known = [amount for amount in amounts if amount is not None]
    return sum(known) if known and len(known) == len(amounts) else None


def _difference(key: str, gap: int, lang: Lang) -> str:
    en = lang == "en"
    label = AMOUNTS[key].say(lang)
    what = ("rounding" if en else "afronding") if abs(gap) <= ROUNDING else ("difference" if en else "verschil")
    sign = "+" if gap > 0 else "−"
    return f"{label}: {what} {sign}{euros(abs(gap), lang)} {'against the parts' if en else 'tegenover de delen'}"


def _is_corrected(values: tuple[Value, ...]) -> bool:
    return bool(values) and any(evidence.corrects for evidence in values[0].evidence)


def _inferred(properties: Mapping[str, tuple[Value, ...]], lang: Lang) -> list[str]:
    shown = [values[0].evidence[0] for key in AMOUNTS if (values := properties.get(key, ()))]
    if not any(evidence.certainty == "inferred" for evidence in shown):
        return []
    return ["amount inferred" if lang == "en" else "bedrag afgeleid"]


def _corrected(properties: Mapping[str, tuple[Value, ...]], lang: Lang) -> list[str]:
    remarks = []
    for key, label in AMOUNTS.items():
        values = properties.get(key, ())
        if _is_corrected(values) and len(values) > 1:
            printed = next((e.printed for value in values[1:] for e in value.evidence if e.printed), "")
            remarks.append(
                f"{label.say(lang)} {'corrected, printed' if lang == 'en' else 'verbeterd, gedrukt staat'} {printed!r}"
            )
    return remarks
