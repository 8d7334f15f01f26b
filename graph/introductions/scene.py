"""What the rules of introductions look at: who can be introduced, who has a bond, who has to do with what."""

from __future__ import annotations

from dataclasses import dataclass
from functools import cached_property, lru_cache

import numpy as np

from graph.bonds import bonds, groups
from graph.copresence import HAPPENINGS, joining, meetings, of_kinds, presence
from graph.dates import OPEN_START
from graph.introductions.joinable import joinable
from graph.introductions.lives import settled
from graph.matching import Match, matches
from graph.measures.communities import communities
from graph.measures.projection import projection
from graph.measures.sparse import Sparse, rows, spread
from graph.network import Bools, Ints, Network
from graph.openpaths import Longs

SUBJECTS = ("theme", "core_value", "knowledge_type")
PERSON, ORGANISATION, ACTIVITY = 0, 1, 2
"""Two may be paired when these add up to no more than two: people and organisations, or a person and an activity."""

BELONGING = ("works_for", "member_of", "part_of", "founded")
_TO_SUBJECTS = ("about", "brings", "embodies", "draws_on", "worked_out")
_TAKING_PART = ("took_part_in", "partner_of", "contributed")
_ATTEMPTS = 4
_LARGE = 50_000
"""From so many bonds on one attempt to find communities is enough: another takes a second."""


@dataclass(frozen=True, slots=True)
class Busy:
    """Who has to do with which subject, each once; those of the subject in row `i` stand at `first[i]:first[i + 1]`.

    `tie` is her own tie with it, or, `by` being 0 or more, the one to the happening that has to do with it by `by`.
    """

    first: Longs
    subject: Longs
    who: Longs
    tie: Longs
    by: Longs


@dataclass(frozen=True, eq=False)
class Scene:
    """A network on a day (empty for no day), with what several rules need of it, each worked out once.

    People and organisations can be introduced, but groups without names; people can also be pointed to an
    activity that is open to join.
    """

    network: Network
    today: str = ""

    @cached_property
    def sort(self) -> Longs:
        """`PERSON`, `ORGANISATION` or `ACTIVITY` for who can be paired, 3 for all others. Shape (n,)."""
        found = np.full(len(self.network.ids), 3, np.int64)
        found[joinable(self.network, self.today)] = ACTIVITY
        can = ~groups(self.network)
        for sort, kind in ((PERSON, "person"), (ORGANISATION, "organisation")):
            found[of_kinds(self.network, (kind,)) & can] = sort
        return found

    @cached_property
    def able(self) -> Bools:
        """Which people and organisations can be introduced. Shape (n,)."""
        found: Bools = self.sort <= ORGANISATION
        return found

    @cached_property
    def bonds(self) -> Sparse:
        return bonds(self.network)

    @cached_property
    def acquaintances(self) -> Longs:
        """With how many people and organisations each has a bond; an activity, which has none, is no newcomer."""
        found: Longs = np.where(self.able, self.bonds.degree, np.iinfo(np.int64).max)
        return found

    @cached_property
    def joined(self) -> Sparse:
        """Who is to be at an activity that is open to join, or was at an earlier one of its series."""
        network = self.network
        ties = joining(network)
        tail, head = network.tail[ties], network.head[ties]
        both = (self.sort[tail] == ACTIVITY) & (self.sort[head] <= ORGANISATION)
        both |= (self.sort[head] == ACTIVITY) & (self.sort[tail] <= ORGANISATION)
        return Sparse.of(len(network.ids), tail[both], head[both])

    @cached_property
    def reach(self) -> Sparse:
        """Whom one comes near to by way of each: who has a bond with her, or takes part in an activity."""
        joins = self.sort[self.joined.tail] == ACTIVITY
        tails, heads = (self.bonds.tail, self.joined.tail[joins]), (self.bonds.to, self.joined.to[joins])
        return Sparse.of(len(self.network.ids), np.concatenate(tails), np.concatenate(heads), directed=True)

    @cached_property
    def closed(self) -> Sparse:
        """Whom there is no reason to bring together.

        Who has a bond or shares a small project; two organisations to which the same person belongs (an interlock, as
        of directorates); who belongs to a part of the other; who takes part already.
        """
        network, n = self.network, len(self.network.ids)
        projects = meetings(network, presence(network), ("project",))
        jobs = network.ties_of_kind(BELONGING)
        person = self.sort[network.tail[jobs]] == PERSON
        keys = np.unique(network.tail[jobs[person]].astype(np.int64) * n + network.head[jobs[person]])
        interlocks = projection(n, keys % n, keys // n, np.ones(n))
        within = self._within(network.tail[jobs], network.head[jobs])
        tail: Longs = np.concatenate([self.bonds.tail, self.joined.tail, projects[0], interlocks.us, within // n])
        head: Longs = np.concatenate([self.bonds.to, self.joined.to, projects[1], interlocks.vs, within % n])
        return Sparse.of(n, tail, head)

    def _within(self, tail: Ints, head: Ints) -> Longs:
        """Who belongs to what is part of a whole, and that whole, as the one row times n plus the other."""
        network, n = self.network, len(self.network.ids)
        parts = network.ties_of_kind(("part_of",))
        parts = parts[np.argsort(network.tail[parts], kind="stable")]
        first = rows(n, network.tail[parts])
        found: Longs = np.zeros(0, np.int64)
        keys: Longs = np.unique(tail.astype(np.int64) * n + head)
        while len(keys):
            of, place = spread(first[keys % n], first[keys % n + 1])
            keys = np.setdiff1d(keys[of] // n * n + network.head[parts[place]], found).astype(np.int64)
            found = np.union1d(found, keys).astype(np.int64)
        return found

    @cached_property
    def settled(self) -> Longs:
        """Pairs whose introduction was recorded, as the smaller row times n plus the larger."""
        pairs = sorted(settled(self.network, self.today))
        return np.array([one * len(self.network.ids) + other for one, other in pairs], np.int64)

    @cached_property
    def matches(self) -> list[Match]:
        return matches(self.network)

    @cached_property
    def busy(self) -> Busy:
        """For each theme, core value and kind of knowledge who has to do with it, activities open to join included.

        By a tie of her own, else because she took part in an activity or project that has to do with it.
        """
        network, n = self.network, len(self.network.ids)
        ties = network.ties_of_kind(_TO_SUBJECTS)
        ties = ties[np.isin(network.head[ties], network.rows_of_kind(*SUBJECTS))]
        happening = of_kinds(network, HAPPENINGS) & network.happened
        own = ties[self.sort[network.tail[ties]] <= ACTIVITY].astype(np.int64)
        by = ties[happening[network.tail[ties]]].astype(np.int64)
        parts = network.ties_of_kind(_TAKING_PART)
        parts = parts[self.able[network.tail[parts]]]
        parts = parts[np.argsort(network.head[parts], kind="stable")]
        first = rows(n, network.head[parts])
        of, place = spread(first[network.tail[by]], first[network.tail[by] + 1])
        mine, by = parts[place].astype(np.int64), by[of]
        who = np.concatenate([network.tail[own], network.tail[mine]]).astype(np.int64)
        subject = np.concatenate([network.head[own], network.head[by]]).astype(np.int64)
        _, once = np.unique(subject * n + who, return_index=True)
        return Busy(
            rows(n, subject[once]),
            subject[once],
            who[once],
            np.concatenate([own, mine])[once],
            np.concatenate([np.full(len(own), -1), by])[once],
        )

    @cached_property
    def knowledge(self) -> dict[int, dict[int, int]]:
        """The kinds of knowledge that somebody brings or draws on, each with the tie that says so."""
        found: dict[int, dict[int, int]] = {}
        columns = (part[self._knowing].tolist() for part in (self.busy.who, self.busy.subject, self.busy.tie))
        for who, subject, tie in zip(*columns, strict=True):
            found.setdefault(who, {})[subject] = tie
        return found

    @cached_property
    def knowledge_bits(self) -> Longs:
        """The same as bits, 62 kinds in a column. Shape (n, columns)."""
        busy, kinds = self.busy, self.network.rows_of_kind("knowledge_type")
        found = np.zeros((len(self.network.ids), len(kinds) // 62 + 1), np.int64)
        at = self._knowing
        number = np.searchsorted(kinds, busy.subject[at])
        np.bitwise_or.at(found, (busy.who[at], number // 62), np.int64(1) << (number % 62))
        return found

    @cached_property
    def _knowing(self) -> Longs:
        kinds = self.network.rows_of_kind("knowledge_type")
        return np.flatnonzero(np.isin(self.busy.subject, kinds) & (self.busy.by < 0) & self.able[self.busy.who])

    @cached_property
    def begins(self) -> tuple[Longs, Longs]:
        """The first and last day on which something began that brings somebody together with others, shape (n,) each.

        `OPEN_START` where no day is known.
        """
        network, n = self.network, len(self.network.ids)
        ties = joining(network)
        tail, head = network.tail[ties], network.head[ties]
        dated = (network.tie_first[ties] != OPEN_START) & network.happened[tail] & network.happened[head]
        days = network.tie_first[ties[dated]].astype(np.int64)
        first, last = np.full(n, np.iinfo(np.int64).max), np.full(n, OPEN_START)
        for ends in (tail[dated], head[dated]):
            np.minimum.at(first, ends, days)
            np.maximum.at(last, ends, days)
        return np.where(last == OPEN_START, OPEN_START, first), last

    @cached_property
    def newest(self) -> int:
        """The last day on which anything began; `OPEN_START` where no day is known."""
        return int(self.begins[1].max(initial=OPEN_START))

    @cached_property
    def group(self) -> Ints:
        """The community of each row. Shape (n,)."""
        return communities(self.bonds, attempts=_ATTEMPTS if self.bonds.ties < _LARGE else 1).of

    @cached_property
    def _between(self) -> tuple[Longs, Longs]:
        """Pairs of communities, as the smaller times n plus the larger, with how many bonds there are between them."""
        one, other = self.group[self.bonds.tail].astype(np.int64), self.group[self.bonds.to].astype(np.int64)
        return np.unique((one * self.bonds.n + other)[one < other], return_counts=True)

    def between_groups(self, one: Longs, other: Longs) -> Longs:
        """How many bonds there are between the communities of each two. Shape of both."""
        a, b = self.group[one].astype(np.int64), self.group[other].astype(np.int64)
        key = np.minimum(a, b) * self.bonds.n + np.maximum(a, b)
        keys, many = self._between
        if not len(keys):
            return np.zeros_like(key)
        place = np.minimum(np.searchsorted(keys, key), len(keys) - 1)
        found: Longs = np.where(keys[place] == key, many[place], 0)
        return found

    @cached_property
    def present(self) -> tuple[Longs, Longs]:
        """Who was where, sorted by where: `first`, shape (n + 1,), and `who`."""
        present = presence(self.network)
        order = np.argsort(present.where, kind="stable")
        return rows(len(self.network.ids), present.where), present.who[order]


@lru_cache(maxsize=2)
def scene_of(network: Network, today: str = "") -> Scene:
    """The scene of a network, kept for who asks again."""
    return Scene(network, today)
