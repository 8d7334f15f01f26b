"""What the rules of introductions look at: who can be introduced, who has a bond, who has to do with what."""

from __future__ import annotations

from dataclasses import dataclass
from functools import cached_property, lru_cache

import numpy as np

from graph.bonds import bonds, groups
from graph.copresence import HAPPENINGS, joining, of_kinds
from graph.dates import OPEN_START
from graph.matching import Match, matches
from graph.measures.communities import communities
from graph.network import ACTORS, Network

SUBJECTS = ("theme", "core_value", "knowledge_type")
_TO_SUBJECTS = ("about", "brings", "embodies", "draws_on", "worked_out")
_TAKING_PART = ("took_part_in", "partner_of", "contributed")
_ATTEMPTS = 4


@dataclass(frozen=True, eq=False)
class Scene:
    """A network with what several rules need of it, each worked out once.

    `able` are the people and organisations that can be introduced: groups without names cannot.
    """

    network: Network

    @cached_property
    def able(self) -> frozenset[int]:
        can = of_kinds(self.network, ACTORS) & ~groups(self.network)
        return frozenset(np.flatnonzero(can).tolist())

    @cached_property
    def near(self) -> list[frozenset[int]]:
        """With whom each has a bond."""
        return [frozenset(others) for others in bonds(self.network).neighbours]

    @cached_property
    def matches(self) -> list[Match]:
        return matches(self.network)

    @cached_property
    def busy_with(self) -> dict[int, dict[int, tuple[int, ...]]]:
        """For each theme, core value and kind of knowledge who has to do with it, and by which ties.

        By a tie of her own, else because she took part in an activity or project that has to do with it.
        """
        network = self.network
        found: dict[int, dict[int, tuple[int, ...]]] = {}
        subjects = frozenset(network.rows_of_kind(*SUBJECTS).tolist())
        happening = of_kinds(network, HAPPENINGS) & network.happened
        through = []
        for tie in network.ties_of_kind(_TO_SUBJECTS).tolist():
            who, subject = int(network.tail[tie]), int(network.head[tie])
            if subject not in subjects:
                continue
            if who in self.able:
                found.setdefault(subject, {}).setdefault(who, (tie,))
            elif happening[who]:
                through.append((tie, who, subject))
        for tie, happened, subject in through:
            for mine in network.ties_at(happened, *_TAKING_PART):
                who = int(network.tail[mine])
                if network.head[mine] == happened and who in self.able:
                    found.setdefault(subject, {}).setdefault(who, (mine, tie))
        return found

    @cached_property
    def knowledge(self) -> dict[int, dict[int, int]]:
        """The kinds of knowledge that somebody brings or draws on, each with the tie that says so."""
        kinds = frozenset(self.network.rows_of_kind("knowledge_type").tolist())
        found: dict[int, dict[int, int]] = {}
        for subject in sorted(kinds & self.busy_with.keys()):
            for who, ties in self.busy_with[subject].items():
                if len(ties) == 1:
                    found.setdefault(who, {})[subject] = ties[0]
        return found

    @cached_property
    def begins(self) -> dict[int, tuple[int, int]]:
        """The first and last day on which something began that brings somebody together with others, where known."""
        network = self.network
        ties = joining(network)
        tail, head = network.tail[ties], network.head[ties]
        dated = (network.tie_first[ties] != OPEN_START) & network.happened[tail] & network.happened[head]
        found: dict[int, tuple[int, int]] = {}
        for ends in (tail, head):
            for row, day in zip(ends[dated].tolist(), network.tie_first[ties[dated]].tolist(), strict=True):
                first, last = found.get(row, (day, day))
                found[row] = (min(first, day), max(last, day))
        return found

    @cached_property
    def newest(self) -> int:
        """The last day on which anything began; `OPEN_START` where no day is known."""
        return max((last for _, last in self.begins.values()), default=OPEN_START)

    @cached_property
    def group(self) -> list[int]:
        """The community of each row."""
        return communities(bonds(self.network), attempts=_ATTEMPTS).of.tolist()  # type: ignore[no-any-return]

    @cached_property
    def between_groups(self) -> dict[tuple[int, int], int]:
        """How many bonds there are between two communities, the smaller number first."""
        found: dict[tuple[int, int], int] = {}
        graph = bonds(self.network)
        for one, other in zip(graph.tail.tolist(), graph.to.tolist(), strict=True):
            if one < other:
                a, b = sorted((self.group[one], self.group[other]))
                found[a, b] = found.get((a, b), 0) + 1
        return found


@lru_cache(maxsize=2)
def scene_of(network: Network) -> Scene:
    """The scene of a network, kept for who asks again."""
    return Scene(network)
