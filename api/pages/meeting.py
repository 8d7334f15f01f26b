"""Whom to meet, on the page of a person or organisation: the best proposals in short."""

from __future__ import annotations

from dataclasses import dataclass

from api.pages.frame import Frame
from api.proposed import SAID, introducible, proposed
from graph.desk import Desk
from graph.network import Network

MOST = 5


@dataclass(frozen=True, slots=True)
class Other:
    """Whom or what to meet; `reasons` are `(label, words)`."""

    kind: str
    name: str
    url: str
    reasons: list[tuple[str, str]]


@dataclass(frozen=True, slots=True)
class Meeting:
    """The proposals for one, perhaps none; `url` has all of them in full."""

    others: list[Other]
    url: str


def whom_to_meet(desk: Desk, network: Network, row: int, frame: Frame) -> Meeting | None:
    """The best proposals for a person or organisation; nothing for what can meet nobody."""
    if not introducible(network, row):
        return None
    others = []
    for proposal in proposed(desk, network, MOST, row):
        other = proposal.one if proposal.other == row else proposal.other
        reasons = [(reason.rule.label.say(frame.lang), reason.say(frame.lang)) for reason in proposal.reasons[:SAID]]
        kind = network.kinds[network.kind[other]]
        others.append(Other(kind, network.names[other], frame.urls.entity(network.ids[other]), reasons))
    return Meeting(others, frame.urls.introductions(network.ids[row]))
