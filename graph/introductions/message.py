"""A draft of what to write to two who are to be brought together, from facts alone."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from graph.introductions.gain import nearer
from graph.introductions.proposals import Proposal
from graph.introductions.scene import ACTIVITY
from graph.network import Network
from graph.questions.base import some
from graph.telling import sector_labels, texts_of, when
from graph.texts import Lang, listed


def message(network: Network, proposal: Proposal, nodes: Sequence[int], lang: Lang) -> str:
    """Who each is, why they are brought together, what either gains, and who might be there; to be made one's own.

    `nodes` is the chain from the one to the other, empty where there is none. To an activity only the person is
    written to.
    """
    whys = [f"- {reason.say(lang)}." for reason in proposal.reasons if reason.rule.ground]
    if ACTIVITY in (proposal.scene.sort[proposal.one], proposal.scene.sort[proposal.other]):
        return "\n".join(_to_an_activity(network, proposal, nodes, whys, lang))
    return "\n".join(_to_each_other(network, proposal, nodes, whys, lang))


def _to_each_other(
    network: Network, proposal: Proposal, nodes: Sequence[int], whys: list[str], lang: Lang
) -> Iterator[str]:
    one, other = proposal.one, proposal.other
    en, names = lang == "en", [network.names[one], network.names[other]]
    yield f"Dear {' and '.join(names)}," if en else f"Beste {' en '.join(names)},"
    yield ""
    yield (
        "I would like to bring you in touch with each other." if en else "Ik breng jullie graag met elkaar in contact."
    )
    yield from _who(network, (one, other), lang)
    yield from ("", "Why the two of you:" if en else "Waarom jullie twee:", *whys)
    gains = [
        f"- {network.names[to]}, {'by way of' if en else 'via'} {network.names[by]}: {gain}."
        for by, to in ((one, other), (other, one))
        if (gain := _gain(proposal, by, to, lang))
    ]
    if gains:
        yield from ("", "What it may bring you:" if en else "Wat het jullie kan brengen:", *gains)
    between = [network.names[row] for row in nodes[1:-1]]
    if between:
        via = listed(between, lang)
        yield from ("", f"You are connected by {via}." if en else f"Jullie zijn verbonden door {via}.")
    yield from ("", "Shall we find a moment to meet?" if en else "Zullen we een moment zoeken om elkaar te spreken?")


def _to_an_activity(
    network: Network, proposal: Proposal, nodes: Sequence[int], whys: list[str], lang: Lang
) -> Iterator[str]:
    en, scene = lang == "en", proposal.scene
    who, what = sorted((proposal.one, proposal.other), key=lambda row: int(scene.sort[row]))
    name, day = network.names[what], when(network.entity(what), lang)
    yield f"{'Dear' if en else 'Beste'} {network.names[who]},"
    yield ""
    called = f"{name} ({day})" if day else name
    yield f"I would like to point you to {called}." if en else f"Ik wijs u graag op {called}."
    yield from _who(network, (what,), lang)
    yield from ("", "Why you:" if en else "Waarom u:", *whys)
    gain = _gain(proposal, what, who, lang)
    if gain:
        yield from ("", f"{'It may bring you' if en else 'Het kan u brengen'}: {gain}.")
    between = [network.names[row] for row in nodes[1:-1]]
    if between:
        via = listed(between, lang)
        yield from ("", f"You come to it by way of {via}." if en else f"U komt er via {via}.")
    yield from ("", "Shall I bring you in touch?" if en else "Zal ik u in contact brengen?")


def _who(network: Network, rows: Sequence[int], lang: Lang) -> list[str]:
    return [f"{network.names[row]}: {who}." for row in rows if (who := _known_for(network, row, lang))]


def _gain(proposal: Proposal, by: int, to: int, lang: Lang) -> str:
    """Whom the one comes near to by way of the other; empty for nobody new."""
    network = proposal.scene.network
    new = sorted(network.names[row] for row in nearer(proposal.scene, by, to))
    if not new:
        return ""
    return f"{'nearer to' if lang == 'en' else 'dichter bij'} {some(new, lang)}"


def _known_for(network: Network, row: int, lang: Lang) -> str:
    """What the sources say of somebody in a few words: the first description, else the sectors."""
    told = texts_of(network, network.entity(row), "description", lang)
    return told[0] if told else sector_labels(network, row, lang)
