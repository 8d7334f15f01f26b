"""A draft of what to write to two who are to be brought together, from facts alone."""

from __future__ import annotations

from collections.abc import Sequence

from graph.bonds import bonds
from graph.introductions.proposals import Proposal
from graph.network import Network
from graph.questions.base import some
from graph.telling import sector_labels, texts_of
from graph.texts import Lang, listed


def message(network: Network, proposal: Proposal, nodes: Sequence[int], lang: Lang) -> str:
    """Who each is, why they are brought together, what either gains, and who might be there; to be made one's own.

    `nodes` is the chain from the one to the other, empty where there is none.
    """
    one, other = proposal.one, proposal.other
    en, names = lang == "en", [network.names[one], network.names[other]]
    whys = "\n".join(f"- {reason.say(lang)}." for reason in proposal.reasons if reason.rule.ground)
    gains = [gain for a, b in ((one, other), (other, one)) if (gain := _gain(network, a, b, lang))]
    between = [network.names[row] for row in nodes[1:-1]]
    lines = [
        f"Dear {' and '.join(names)}," if en else f"Beste {' en '.join(names)},",
        "",
        "I would like to bring you in touch with each other." if en else "Ik breng jullie graag met elkaar in contact.",
        *(f"{network.names[row]}: {who}." for row in (one, other) if (who := _known_for(network, row, lang))),
        "",
        "Why the two of you:" if en else "Waarom jullie twee:",
        whys,
    ]
    if gains:
        lines += ["", "What it may bring you:" if en else "Wat het jullie kan brengen:", *gains]
    if between:
        via = listed(between, lang)
        lines += ["", f"You are connected by {via}." if en else f"Jullie zijn verbonden door {via}."]
    lines += ["", "Shall we find a moment to meet?" if en else "Zullen we een moment zoeken om elkaar te spreken?"]
    return "\n".join(lines)


def _gain(network: Network, by: int, to: int, lang: Lang) -> str:
    """Whom the one comes near to by way of the other; empty for nobody new."""
    near = bonds(network).neighbours
    new = sorted(network.names[row] for row in set(near[by]) - set(near[to]) - {to})
    if not new:
        return ""
    names, whom = (network.names[by], network.names[to]), some(new, lang)
    if lang == "en":
        return f"- {names[1]}, by way of {names[0]}: nearer to {whom}."
    return f"- {names[1]}, via {names[0]}: dichter bij {whom}."


def _known_for(network: Network, row: int, lang: Lang) -> str:
    """What the sources say of somebody in a few words: the first description, else the sectors."""
    told = texts_of(network, network.entity(row), "description", lang)
    return told[0] if told else sector_labels(network, row, lang)
