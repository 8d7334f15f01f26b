"""Proposals for introductions as JSON, and as text."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from graph.introductions import RULES, Proposal
from graph.introductions.against import against, chain, steps_aloud
from graph.introductions.kept_weights import InUse
from graph.introductions.message import message
from graph.introductions.weights import Weights
from graph.jsontext import Json
from graph.network import Network
from graph.questions import evidence_json
from graph.texts import LANGS, Lang, Text, counted, number

_PAIRS = (Text("paar meer", "pair more"), Text("paren meer", "pairs more"))
_LEAST = 0.1


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


def weights_said(used: InUse, lang: Lang) -> list[str]:
    """That weights were learned, and from what; and what is wrong with those kept. Nothing of those by hand."""
    said = []
    if used.before:
        said.append(
            f"The weights were learned from what this network knew before {used.before}."
            if lang == "en"
            else f"De gewichten zijn geleerd uit wat dit netwerk voor {used.before} wist."
        )
    if used.wrong:
        said.append(used.wrong.say(lang))
    return said


def proposal_lines(network: Network, place: int, proposal: Proposal, lang: Lang) -> Iterator[str]:
    """One proposal as a person reads it."""
    en = lang == "en"
    names = f"{network.names[proposal.one]} – {network.names[proposal.other]}"
    yield f"{place}. {names}"
    for reason in proposal.reasons:
        yield f"   {reason.rule.label.say(lang)} ({_points(reason.points, lang)}): {reason.say(lang)}"
    if proposal.gain:
        yield f"   {'would join' if en else 'verbindt'} {counted(proposal.gain, *_PAIRS, lang)}"
    nodes = chain(network, proposal)
    if len(nodes) > 2:
        asked = network.names[nodes[1]]
        steps = "; ".join(steps_aloud(network, nodes, lang))
        yield f"   {'ask' if en else 'vraag'} {asked}: {steps}"
    for text in against(network, proposal):
        yield f"   {'but' if en else 'maar'}: {text.say(lang)}"


def _points(points: float, lang: Lang) -> str:
    """Points with one decimal, of which none is a reason of nothing."""
    if round(points, 1) >= _LEAST:
        return number(points, lang, 1)
    return f"{'less than' if lang == 'en' else 'minder dan'} {number(_LEAST, lang, 1)}"
