"""Proposals as a map draws them: whom, and why in words."""

from __future__ import annotations

from api.proposed import SAID, proposed
from graph.desk import Desk
from graph.introductions.reasons import Reason
from graph.network import Network
from graph.texts import Lang
from viz.potential import Proposed, Why

MOST, MOST_AROUND = 20, 8
"""So many on a map of everything, and of what is around somebody."""


def potential_ties(desk: Desk, network: Network, lang: Lang, who: int | None = None) -> list[Proposed]:
    """The best proposals for everybody or for one, each with its weightiest reasons."""
    return [
        Proposed(one.one, one.other, tuple(_why(network, reason, lang) for reason in one.reasons[:SAID]))
        for one in proposed(desk, network, MOST if who is None else MOST_AROUND, who)
    ]


def _why(network: Network, reason: Reason, lang: Lang) -> Why:
    ends = [int(end[tie]) for tie in reason.ties() for end in (network.tail, network.head)]
    middles = [found.middle for found in reason.found if found.middle >= 0]
    return Why(f"{reason.rule.label.say(lang)}: {reason.say(lang)}", frozenset((*ends, *middles)))
