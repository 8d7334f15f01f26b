"""Evidence and ties as one line of text, for every door alike."""

from __future__ import annotations

import re
from collections.abc import Iterable, Mapping
from typing import Any

from graph.dates import Date, say_period
from graph.statements import CERTAINTIES, CERTAINTY_LABELS
from graph.texts import Lang, say
from graph.words import Words

_UNITS = {
    "line": ("regel", "line"),
    "lines": ("regels", "lines"),
    "row": ("rij", "row"),
    "rows": ("rijen", "rows"),
    "page": ("bladzijde", "page"),
    "pages": ("bladzijden", "pages"),
    "cell": ("cel", "cell"),
}


def locator_text(locator: str | None, lang: Lang) -> str:
    """`lines 88-95` in the language.

    >>> locator_text("lines 88-95", "nl"), locator_text(None, "nl")
    ('regels 88-95', '')
    """
    unit, _, rest = (locator or "").partition(" ")
    return f"{_UNITS.get(unit, (unit, unit))[lang == 'en']} {rest}".strip()


def evidence_line(evidence: Mapping[str, Any], lang: Lang) -> str:
    """Where something comes from, in one line: source, place, printed words, how sure, as of when."""
    en = lang == "en"
    parts = [evidence["source"]]
    if evidence["locator"]:
        parts.append(locator_text(evidence["locator"], lang))
    if evidence["printed"]:
        parts.append(f"“{evidence['printed']}”")
    if evidence["certainty"] != CERTAINTIES[0]:
        parts.append(CERTAINTY_LABELS[evidence["certainty"]].say(lang))
    if evidence.get("corrects"):
        parts.append("correction" if en else "verbetering")
    if evidence.get("reason"):
        parts.append(f"{'reason:' if en else 'reden:'} {re.sub('[.]$', '', say(evidence['reason'], lang))}")
    if evidence["as_of"]:
        parts.append(f"{'as of' if en else 'stand van'} {Date.parse(evidence['as_of']).say(lang)}")
    return ", ".join(parts)


def tie_sentence(words: Words, tie: Mapping[str, Any], lang: Lang) -> str:
    """A tie as the export has it, with the names at its ends, read aloud with its period."""
    said = {key: [v.get("texts", v["value"]) for v in _counting(values)] for key, values in tie["properties"].items()}
    held, many = tie.get("held", True), tie.get("from_many", False)
    text = words.sentence(tie["kind"], tie["from_name"], tie["to_name"], said, lang, held=held, many=many)
    period = say_period(tie["start"] or "", tie["end"] or "", lang)
    return f"{text} ({period})" if period else text


def tie_evidence(tie: Mapping[str, Any]) -> list[Mapping[str, Any]]:
    """All that a tie and what hangs on it rest on, each piece once."""
    hanging = [value for values in tie["properties"].values() for value in values]
    pieces = [*tie["evidence"], *(piece for value in hanging for piece in value["evidence"])]
    return list({piece["statement"]: piece for piece in pieces}.values())


def _counting(values: list[dict[str, Any]]) -> list[dict[str, Any]]:
    """The values but for those that only corrected statements print."""
    corrected = corrected_by(values)
    return [value for value in values if not only_printed(value, corrected)]


def corrected_by(values: Iterable[Mapping[str, Any]]) -> set[str]:
    """The statements that some evidence of these values corrects."""
    return {piece["corrects"] for value in values for piece in value["evidence"] if piece["corrects"]}


def only_printed(value: Mapping[str, Any], corrected: set[str]) -> bool:
    """Whether only corrected statements say this."""
    return all(piece["statement"] in corrected for piece in value["evidence"])
