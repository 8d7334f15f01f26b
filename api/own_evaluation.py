"""Weights learned from a store's own past, as a table beside those set by hand."""

from __future__ import annotations

from collections.abc import Sequence

from graph.introductions import RULES
from graph.introductions.rule_weights import RuleWeights
from graph.introductions.weights import BY_HAND
from graph.texts import Lang, number


def weights_table(learned: RuleWeights, lang: Lang) -> tuple[tuple[str, ...], list[Sequence[object]]]:
    """Headings and a row for each rule."""
    headings = (
        ("rule", "by hand", "learned", "held of pairs", "of these came")
        if lang == "en"
        else ("regel", "met de hand", "geleerd", "gold voor paren", "daarvan kwamen")
    )
    rows: list[Sequence[object]] = [
        (
            rule.label.say(lang),
            number(BY_HAND[rule.name], lang, 2),
            number(learned.weights[rule.name], lang, 2),
            number(learned.held[rule.name], lang),
            number(learned.held_came[rule.name], lang),
        )
        for rule in RULES
    ]
    return headings, rows


def said_of(learned: RuleWeights, lang: Lang) -> list[str]:
    """How the weights were made, and how well they put in order what came."""
    pairs, came, undated = (number(n, lang) for n in (learned.pairs, learned.came, learned.undated))
    order, by_hand = (number(n, lang, 3) for n in (learned.order, learned.order_by_hand))
    if lang == "en":
        return [
            f"Of {pairs} pairs that the rules found before {learned.before}, {came} came to have a bond."
            f" {undated} ties without a begin were taken as known.",
            f"A pair that came scores above one that did not with probability {order} by what was learned, on the pairs"
            f" that it was learned from, and {by_hand} by hand.",
        ]
    return [
        f"Van {pairs} paren die de regels voor {learned.before} vonden, kregen er {came} een band."
        f" {undated} banden zonder begin golden als bekend.",
        f"Een paar dat kwam scoort met kans {order} hoger dan een dat niet kwam naar wat geleerd is, op de paren"
        f" waarvan geleerd is, en met kans {by_hand} met de hand.",
    ]
