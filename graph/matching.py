"""Needs, and the offers around the same subject."""

from __future__ import annotations

from dataclasses import dataclass

from graph.network import Network


@dataclass(frozen=True, slots=True)
class Match:
    """A need, the subject that it is around, and the ties of who offers something around that."""

    need: int
    target: int
    offers: list[int]


def matches(network: Network) -> list[Match]:
    """Every need with the offers of others that are around the same subject, or a part of it, or the whole."""
    offers: dict[int, list[int]] = {}
    for tie in network.ties_of_kind(("offers",)).tolist():
        for target in family(network, int(network.head[tie])):
            offers.setdefault(target, []).append(tie)
    found = []
    for need in network.ties_of_kind(("needs",)).tolist():
        target, who = int(network.head[need]), int(network.tail[need])
        fits = [tie for tie in offers.get(target, []) if int(network.tail[tie]) != who]
        found.append(Match(need, target, sorted(fits)))
    return found


def family(network: Network, target: int) -> set[int]:
    """A subject; of a theme or kind of knowledge also what it is part of and what is part of it."""
    if network.kinds[network.kind[target]] not in ("theme", "knowledge_type"):
        return {target}
    near = {network.other(tie, target) for tie in network.ties_at(target, "part_of")}
    return {target} | {row for row in near if network.kind[row] == network.kind[target]}
