"""Who knows about something: every way in which the sources show it, from saying so to having been there."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, field

from graph.copresence import BIG, HAPPENINGS, presence
from graph.freewords import FreeWord
from graph.model import counting
from graph.naming import WORD, Named
from graph.network import ACTORS, Network
from graph.wordplaces import NAME, ROLE, WordPlace, places_of

DIRECT, WORKED, DESCRIBED, THERE, NAMED = "direct", "worked", "described", "there", "named"

WEIGHTS = {DIRECT: 1.0, WORKED: 0.5, DESCRIBED: 0.5, THERE: 0.25, NAMED: 0.25}
"""How much a way counts; being at something big counts 1/(n-1) instead."""

RANKS = {DIRECT: 0, WORKED: 1, DESCRIBED: 1, THERE: 2, NAMED: 2}

TOPICS = ("theme", "knowledge_type", "core_value", "method", "knowledge_question", "place")

_SAYS = frozenset({"brings", "offers", "about", "draws_on", "embodies", "worked_out", "answers", "applies"})
_ONLOOKERS = frozenset({"participant", "visitor", "student", "target_group", "recipient"})
_AT_A_DISTANCE = frozenset({"contributed", "presented_to"})
_WISH = "goal"


@dataclass(frozen=True, slots=True)
class Reason:
    """Why something has to do with the topic: ties, the telling one first, or a text in which the word stands."""

    ties: tuple[int, ...] = ()
    place: WordPlace | None = None


@dataclass(frozen=True, slots=True)
class Way:
    """One way in which somebody knows.

    `tie` is her own tie, -1 where a text of her own says it; `via` the happening or method
    that it leads to, -1 for the topic itself; `reason` why that has to do with the topic;
    `present` how many were there, where that is many.
    """

    how: str
    weight: float
    tie: int = -1
    via: int = -1
    reason: Reason = field(default_factory=Reason)
    present: int = 0


@dataclass(slots=True)
class Knowing:
    """By row: who knows, strongest way first; where it came up; what was not held; and who seeks it."""

    ways: dict[int, list[Way]] = field(default_factory=dict)
    where: dict[int, Reason] = field(default_factory=dict)
    unheld: dict[int, Reason] = field(default_factory=dict)
    seeks: dict[int, Reason] = field(default_factory=dict)

    def weight(self, row: int) -> float:
        return sum(way.weight for way in self.ways[row])

    def rank(self, row: int) -> int:
        return RANKS[self.ways[row][0].how]


def who_knows(network: Network, topic: Named) -> Knowing:
    """Everybody who has to do with an entity or a free word, with every way, each happening counted once."""
    return _Search(network, topic).found


class _Search:
    def __init__(self, network: Network, topic: Named) -> None:
        self.network = network
        self.found = Knowing()
        self._carriers: dict[int, Reason] = {}
        self._best: dict[tuple[int, int], Way] = {}
        word = FreeWord.of(topic.name) if topic.kind == WORD else None
        places = [place for place in places_of(network, word) if self._counts(place)] if word else []
        rows = [p.row for p in places if not p.tie and p.key == NAME and self._kind(p.row) in TOPICS]
        if topic.kind != WORD:
            rows = self._with_parts(topic.row)
        self._at_topics(list(dict.fromkeys(rows)))
        for place in places:
            self._at_place(place)
        self._at_carriers()
        self._at_wholes(rows if topic.kind != WORD else [])
        self._settle()

    def _kind(self, row: int) -> str:
        kind: str = self.network.kinds[self.network.kind[row]]
        return kind

    def _counts(self, place: WordPlace) -> bool:
        """Whether the text is more than what only a corrected statement prints; a misprinted name still leads there."""
        if place.key == NAME:
            return True
        of = self.network.tie(place.row) if place.tie else self.network.entity(place.row)
        values = of.properties[place.key]
        return values[place.value] in counting(values)

    def _ties_to(self, row: int, *kinds: str) -> Iterator[tuple[str, int, int]]:
        """Ties that end here: kind, row, and where they come from."""
        network = self.network
        for tie in network.ties_at(row, *kinds):
            if int(network.head[tie]) == row:
                yield network.tie_kinds[network.tie_kind[tie]], tie, int(network.tail[tie])

    def _with_parts(self, row: int) -> list[int]:
        """A theme or kind of knowledge with its parts, and the parts of those."""
        rows = [row]
        for one in rows:
            if self._kind(one) in ("theme", "knowledge_type"):
                rows += [part for _, _, part in self._ties_to(one, "part_of") if part not in rows]
        return rows

    def _at_topics(self, rows: list[int]) -> None:
        """Who and what is tied to the topic, or to a knowledge question about it."""
        about: list[tuple[int, tuple[int, ...]]] = [(row, ()) for row in rows]
        for row in rows:
            asked = [(tail, (tie,)) for _, tie, tail in self._ties_to(row, "about")]
            about += [(tail, why) for tail, why in asked if self._kind(tail) == "knowledge_question"]
        for row, why in about:
            for kind, tie, tail in self._ties_to(row):
                if kind in _SAYS:
                    self._says(tail, tie, why)
                elif kind == "raised" and self._kind(tail) in HAPPENINGS:
                    self._carriers.setdefault(tail, Reason((tie, *why)))
                elif kind in ("raised", "needs"):
                    self.found.seeks.setdefault(tail, Reason((tie, *why)))

    def _says(self, tail: int, tie: int, why: tuple[int, ...], place: WordPlace | None = None) -> None:
        if self._kind(tail) in ACTORS:
            self._add(tail, Way(DIRECT, WEIGHTS[DIRECT], tie, reason=Reason(why, place)))
        elif self._kind(tail) in (*HAPPENINGS, "method"):
            self._carriers.setdefault(tail, Reason((tie, *why)))

    def _at_place(self, place: WordPlace) -> None:
        """What it says that a free word stands in this text."""
        if place.tie:
            self._at_tie(place)
            return
        kind = self._kind(place.row)
        if kind in HAPPENINGS or (kind == "method" and place.key != NAME):
            self._carriers.setdefault(place.row, Reason(place=place))
        elif kind in ACTORS and (kind, place.key) != ("person", NAME):
            how = NAMED if place.key in (NAME, _WISH) else DESCRIBED
            self._keep(place.row, -1, Way(how, WEIGHTS[how], reason=Reason(place=place)))

    def _at_tie(self, place: WordPlace) -> None:
        network, tail = self.network, int(self.network.tail[place.row])
        kind = network.tie_kinds[network.tie_kind[place.row]]
        if kind in _SAYS:
            self._says(tail, place.row, (), place)
        elif kind == "needs":
            self.found.seeks.setdefault(tail, Reason((place.row,), place))
        elif kind != "missed" and self._kind(tail) in ACTORS:
            self._add(tail, Way(DESCRIBED, WEIGHTS[DESCRIBED], place.row, reason=Reason(place=place)))

    def _at_carriers(self) -> None:
        """Who was at, in or behind what has to do with the topic."""
        network, size = self.network, presence(self.network).size
        joins = [name for name, kind in network.words.ties.items() if kind.joins]
        for row, reason in self._carriers.items():
            if self._kind(row) == "method":
                for _, tie, tail in self._ties_to(row, "worked_out", "applies"):
                    self._through(tail, tie, row, WORKED, reason)
            elif not network.happened[row]:
                self.found.unheld[row] = reason
            else:
                self.found.where[row] = reason
                for tie in network.ties_at(row, *joins):
                    how = self._how(tie)
                    self._through(network.other(tie, row), tie, row, how, reason, int(size[row]))

    def _how(self, tie: int) -> str:
        """Whether a tie to a happening is having done something about it, or having been there."""
        kind = self.network.tie_kinds[self.network.tie_kind[tie]]
        if kind == "took_part_in":
            roles = self.network.raw_properties(tie, tie=True).get(ROLE)  # of very many ties, and without evidence
            return THERE if not roles or roles[0][0] in _ONLOOKERS else WORKED
        return THERE if kind in _AT_A_DISTANCE else WORKED

    def _at_wholes(self, rows: list[int]) -> None:
        """Who worked out the whole that a core value is part of, such as a brochure of all of them."""
        network = self.network
        for row in rows:
            if self._kind(row) == "core_value":
                for part in network.ties_at(row, "part_of"):
                    whole = int(network.head[part])
                    for _, tie, tail in self._ties_to(whole, "worked_out"):
                        self._through(tail, tie, whole, WORKED, Reason((part,)))

    def _through(self, actor: int, tie: int, via: int, how: str, reason: Reason, present: int = 0) -> None:
        if self._kind(actor) in ACTORS:
            many = present if how == THERE and present >= BIG else 0
            self._keep(actor, via, Way(how, 1 / (many - 1) if many else WEIGHTS[how], tie, via, reason, many))

    def _keep(self, actor: int, via: int, way: Way) -> None:
        """The strongest way through one happening or method, or by one's own texts (-1)."""
        best = self._best.get((actor, via))
        if best is None or way.weight > best.weight:
            self._best[actor, via] = way

    def _add(self, actor: int, way: Way) -> None:
        """A tie of one's own, which counts once however many of its texts have the word."""
        ways = self.found.ways.setdefault(actor, [])
        if way.tie not in {known.tie for known in ways}:
            ways.append(way)

    def _settle(self) -> None:
        for (actor, _), way in self._best.items():
            self.found.ways.setdefault(actor, []).append(way)
        names = self.network.names
        for ways in self.found.ways.values():
            ways.sort(key=lambda way: (RANKS[way.how], -way.weight, names[way.via] if way.via >= 0 else "", way.tie))
