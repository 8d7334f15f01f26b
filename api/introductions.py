"""Proposals for introductions as JSON, and as text."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from graph.introductions import RULES, Proposal
from graph.introductions.against import against, chain, steps_aloud
from graph.introductions.message import message
from graph.introductions.weights import Weights
from graph.jsontext import Json
from graph.network import Network
from graph.questions import evidence_json
from graph.texts import LANGS, Lang, number


def proposals_json(network: Network, found: Sequence[Proposal], weights: Weights, lang: Lang) -> dict[str, Json]:
    """The proposals with their reasons, and the rules with what they look at and count for."""
    rules: list[Json] = [
        {
            "name": rule.name,
            "label": rule.label.say(lang),
            "weight": weights[rule.name],
            "finds_pairs": rule.ground is not None,
            "explained": rule.explained(lang),
        }
        for rule in RULES
    ]
    return {"version": network.version, "proposals": [_json(network, p, lang) for p in found], "rules": rules}


def _json(network: Network, proposal: Proposal, lang: Lang) -> dict[str, Json]:
    nodes = chain(network, proposal)
    return {
        "one": _end(network, proposal.one),
        "other": _end(network, proposal.other),
        "score": round(proposal.score, 4),
        "gain": proposal.gain,
        "reasons": [
            {
                "rule": reason.rule.name,
                "label": reason.rule.label.say(lang),
                "strength": round(reason.strength, 4),
                "points": round(reason.points, 4),
                "says": reason.say(lang),
                "evidence": [evidence_json(piece) for tie in reason.ties() for piece in network.tie(tie).evidence[:1]],
            }
            for reason in proposal.reasons
        ],
        "chain": [network.ids[row] for row in nodes],
        "chain_says": list[Json](steps_aloud(network, nodes, lang)),
        "against": [text.say(lang) for text in against(network, proposal)],
        "message": {one: message(network, proposal, nodes, one) for one in LANGS},
    }


def _end(network: Network, row: int) -> dict[str, Json]:
    return {
        "id": network.ids[row],
        "name": network.names[row],
        "kind": network.kinds[network.kind[row]],
        "sectors": list[Json](network.sectors_of(row)),
    }


def learned_says(before: str, lang: Lang) -> str:
    """That weights were learned, and from what; empty for those set by hand."""
    if not before:
        return ""
    return (
        f"The weights were learned from what this network knew before {before}."
        if lang == "en"
        else f"De gewichten zijn geleerd uit wat dit netwerk voor {before} wist."
    )


def proposal_lines(network: Network, place: int, proposal: Proposal, lang: Lang) -> Iterator[str]:
    """One proposal as a person reads it."""
    en = lang == "en"
    names = f"{network.names[proposal.one]} – {network.names[proposal.other]}"
    yield f"{place}. {names}"
    for reason in proposal.reasons:
        yield f"   {reason.rule.label.say(lang)} ({number(reason.points, lang, 1)}): {reason.say(lang)}"
    if proposal.gain:
        yield f"   {'would join' if en else 'verbindt'} {proposal.gain} {'pairs more' if en else 'paren meer'}"
    nodes = chain(network, proposal)
    if len(nodes) > 2:
        asked = network.names[nodes[1]]
        steps = "; ".join(steps_aloud(network, nodes, lang))
        yield f"   {'ask' if en else 'vraag'} {asked}: {steps}"
    for text in against(network, proposal):
        yield f"   {'but' if en else 'maar'}: {text.say(lang)}"
