"""Ties of a network read aloud, for the answers to questions."""

from __future__ import annotations

from collections.abc import Iterable

from graph.dates import say_period
from graph.groups import names_several
from graph.model import Tie
from graph.network import Network
from graph.texts import Lang, Text


def tie_aloud(network: Network, row: int, tie: Tie, lang: Lang, *, subject: bool = True) -> str:
    """The tie in this row in words, with its period where one is known; without `subject` from the verb on."""
    tail, head = int(network.tail[row]), int(network.head[row])
    said = {key: tie.all(key) for key in tie.properties}
    text = network.words.sentence(
        tie.kind,
        network.names[tail] if subject else "",
        network.names[head],
        said,
        lang,
        held=bool(network.happened[head]),
        many=names_several(network.entity(tail)),
    ).strip()
    period = say_period(tie.start, tie.end, lang)
    return f"{text} ({period})" if period else text


def ties_aloud(network: Network, ties: Iterable[int]) -> Text:
    """Several ties in words, in both languages."""
    found = [(row, network.tie(row)) for row in ties]

    def said(lang: Lang) -> str:
        return "; ".join(tie_aloud(network, row, tie, lang) for row, tie in found)

    return Text(said("nl"), said("en"))
