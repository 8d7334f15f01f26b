"""A draft of what to write to two who are to be brought together, from facts alone."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from graph.aloud import tie_aloud
from graph.dates import Date
from graph.introductions.gain import nearer
from graph.introductions.proposals import Proposal
from graph.introductions.reasons import Found
from graph.introductions.scene import ACTIVITY
from graph.network import Network
from graph.questions.base import some
from graph.telling import sector_labels, when
from graph.texts import Lang, listed

STRENGTHS = ("works_for", "founded", "offers", "brings", "answers", "worked_out", "publishes")
"""The ties that tell what somebody is good at or busy with, in the order in which a letter names them."""

_SUBJECT = ("about",)
"""Those that tell what an activity is."""

_NAMED = 2
"""So many of them a letter names."""

_WANTED = "missed"


def message(network: Network, proposal: Proposal, nodes: Sequence[int], lang: Lang) -> str:
    """Who each is, why they are brought together, what either gains, and who might be there; to be made one's own.

    `nodes` is the chain from the one to the other, empty where there is none. To an activity only the person is
    written to.
    """
    whys = [f"- {why}." for why in _whys(network, proposal, lang)]
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
    yield from _who(network, proposal, (one, other), lang)
    yield from ("", "Why the two of you:" if en else "Waarom jullie twee:", *whys)
    gains = [
        f"- {network.names[to]}, {'by way of' if en else 'via'} {network.names[by]}: {gain}."
        for by, to in ((one, other), (other, one))
        if (gain := _gain(proposal, by, to, lang))
    ]
    if gains:
        yield from ("", "What it may bring you:" if en else "Wat het jullie kan brengen:", *gains)
    known = {found.middle for reason in proposal.reasons for found in reason.found}
    between = [] if known.issuperset(nodes[1:-1]) else [network.names[row] for row in nodes[1:-1]]
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
    yield f"I would like to point you to {called}." if en else f"Ik wijs je graag op {called}."
    yield from _who(network, proposal, (what,), lang)
    yield from ("", "Why you:" if en else "Waarom jij:", *whys)
    gain = _gain(proposal, what, who, lang)
    if gain:
        yield from ("", f"{'It may bring you' if en else 'Het kan je brengen'}: {gain}.")
    between = [network.names[row] for row in nodes[1:-1]]
    if between:
        via = listed(between, lang)
        yield from ("", f"You come to it by way of {via}." if en else f"Je komt er via {via}.")
    yield from ("", "Shall I bring you in touch?" if en else "Zal ik je in contact brengen?")


def _whys(network: Network, proposal: Proposal, lang: Lang) -> list[str]:
    """What each ground found, with how sure it is; what tells of an absence in kinder words than the card has."""
    whys = []
    for reason in proposal.reasons:
        kinds = [network.tie_kinds[network.tie_kind[tie]] for tie in reason.found[0].ties]
        if reason.rule.ground:
            why = _welcome(network, reason.found[0], lang) if _WANTED in kinds else reason.say(lang)
            sure = not network.certainty[reason.ties()].any()
            whys.append(why if sure else f"{'as I understand it' if lang == 'en' else 'naar ik begrijp'}: {why}")
    return whys


def _welcome(network: Network, found: Found, lang: Lang) -> str:
    """That the one was somewhere, where the other would have been welcome."""
    wanted = [tie for tie in found.ties if network.tie_kinds[network.tie_kind[tie]] == _WANTED]
    there = [tie_aloud(network, tie, network.tie(tie), lang) for tie in found.ties if tie not in wanted]
    names = listed(sorted({network.names[int(network.tail[tie])] for tie in wanted}), lang)
    return "; ".join(
        [*there, f"{names} {'would have been welcome there too' if lang == 'en' else 'was daar ook graag gezien'}"]
    )


def _who(network: Network, proposal: Proposal, rows: Sequence[int], lang: Lang) -> list[str]:
    """What each is good at or busy with, as far as the reasons do not tell it already."""
    told = {tie for reason in proposal.reasons for tie in reason.ties()}
    said = {row: _known_for(network, row, told, proposal.scene.today, lang) for row in rows}
    return [f"{network.names[row]}: {who}." for row, who in said.items() if who]


def _gain(proposal: Proposal, by: int, to: int, lang: Lang) -> str:
    """Whom the one comes near to by way of the other; empty for nobody new."""
    network = proposal.scene.network
    new = sorted(network.names[row] for row in nearer(proposal.scene, by, to))
    if not new:
        return ""
    return f"{'nearer to' if lang == 'en' else 'dichter bij'} {some(new, lang)}"


def _known_for(network: Network, row: int, told: set[int], today: str, lang: Lang) -> str:
    """The first strengths that a source states and that did not end before `today`; else the sectors.

    No description: it was not written to be read by whom it describes.
    """
    day = Date.parse(today).first if today else 0
    activity = network.kinds[network.kind[row]] == "activity"
    ties = [
        tie
        for kind in (_SUBJECT if activity else STRENGTHS)
        for tie in network.ties_at(row, kind)
        if int(network.tail[tie]) == row and not network.certainty[tie] and tie not in told
        if network.tie_last[tie] >= day
    ]
    said = [tie_aloud(network, tie, network.tie(tie), lang, subject=False) for tie in ties[:_NAMED]]
    return "; ".join(said) or sector_labels(network, row, lang)
