"""The life of every introduction that was recorded, as the network tells it."""

from __future__ import annotations

from collections import Counter
from dataclasses import dataclass
from functools import lru_cache

from graph.aloud import tie_aloud
from graph.introductions.steps import DECLINED, INTRODUCTIONS, LATER, LED_TO, MADE, MET, PROPERTY, PROPOSED
from graph.network import Network
from graph.texts import Lang

BUSY = 3
"""Who is in so many introductions that still run has enough of them for now."""


@dataclass(frozen=True, slots=True)
class Life:
    """One introduction: its `row`, the rows it brings together, the day of each step, who made it, by which rules.

    `led` are the ties that came of it: between the two, or of an activity or project that follows from it.
    """

    row: int
    ends: tuple[int, ...]
    days: dict[str, str]
    by: tuple[int, ...]
    rules: tuple[str, ...]
    led: tuple[int, ...]

    @property
    def state(self) -> str:
        """The step that tells how it stands."""
        if DECLINED in self.days:
            return DECLINED
        if self.led:
            return LED_TO
        off = self.days.get(LATER, "") > self.days.get(PROPOSED, "")
        return next(step for step in (MET, MADE, LATER if off else PROPOSED) if step in self.days)

    @property
    def runs(self) -> bool:
        """Whether it waits for the two to meet."""
        return self.state in (PROPOSED, MADE)


def lives(network: Network) -> list[Life]:
    """Every introduction with two ends and a step, by the names of the two."""
    return [life for life in _recorded(network) if len(life.ends) > 1]


def of_one(network: Network) -> list[Life]:
    """Introductions of two who turned out to be one and the same."""
    return [
        life
        for life in _recorded(network)
        if len(life.ends) == 1
        for tie in network.ties_at(life.row, "brings_together")
        if len({piece.statement for piece in network.tie(tie).evidence}) > 1
    ]


@lru_cache(maxsize=2)
def _recorded(network: Network) -> list[Life]:
    found = [life for row in network.rows_of_kind("introduction").tolist() if (life := _life(network, row))]
    return sorted(found, key=lambda life: [network.names[end].casefold() for end in life.ends])


def _life(network: Network, row: int) -> Life | None:
    entity = network.entity(row)
    days = {step: str(entity.first(word)) for step, word in PROPERTY.items() if entity.first(word)}
    ends = [int(network.head[tie]) for tie in network.ties_at(row, "brings_together")]
    ends = sorted(set(ends), key=lambda end: (network.names[end].casefold(), end))
    if not ends or not days:
        return None
    by = tuple(int(network.tail[tie]) for tie in network.ties_at(row, "arranged"))
    rules = tuple(str(rule).replace("_", "-") for rule in entity.all("rule"))
    led = _led(network, row, ends) if MADE in days else []
    return Life(row, tuple(ends), days, by, rules, tuple(led))


def _led(network: Network, row: int, ends: list[int]) -> list[int]:
    """Ties between the ends that the source of introductions tells of, then those of what follows from it."""
    joins = [name for name, kind in network.words.ties.items() if kind.joins]
    between = [
        tie
        for tie in network.ties_at(ends[0], *joins)
        if network.other(tie, ends[0]) in ends[1:]
        and any(piece.source == INTRODUCTIONS for piece in network.tie(tie).evidence)
    ]
    return between + [tie for tie in network.ties_at(row, "follows_from") if int(network.head[tie]) == row]


def led_aloud(network: Network, tie: int, lang: Lang) -> str:
    """What an introduction led to, by the tie that tells it: that tie in words, or the name of what follows from it."""
    if network.tie_kinds[network.tie_kind[tie]] == "follows_from":
        return network.names[int(network.tail[tie])]
    return tie_aloud(network, tie, network.tie(tie), lang)


def led_statement(network: Network, tie: int) -> str:
    """The statement by which the source of introductions tells that one led to this tie."""
    return next(piece.statement for piece in network.tie(tie).evidence if piece.source == INTRODUCTIONS)


def settled(network: Network, today: str = "") -> set[tuple[int, int]]:
    """The pairs that are not proposed again, the smaller row first: all but those put off until a day that has come.

    Without `today` (ISO 8601) no day has come.
    """
    found = set()
    for life in lives(network):
        if life.state != LATER or not today or today < life.days[LATER]:
            found |= {(min(a, b), max(a, b)) for a in life.ends for b in life.ends if a != b}
    return found


def put_off(network: Network, one: int, other: int) -> str:
    """Until when an introduction of two was put off; empty where it was not."""
    return next(
        (life.days[LATER] for life in lives(network) if {one, other} == set(life.ends) and life.state == LATER), ""
    )


@lru_cache(maxsize=2)
def declined(network: Network) -> Counter[int]:
    """How many introductions of each were declined, by either of the two."""
    return Counter(end for life in lives(network) if life.state == DECLINED for end in life.ends)


@lru_cache(maxsize=2)
def running(network: Network) -> Counter[int]:
    """In how many introductions that still run each is."""
    return Counter(end for life in lives(network) if life.runs for end in life.ends)
