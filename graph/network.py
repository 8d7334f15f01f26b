"""The network: one version of the graph in memory, in columns, for questions and measures to read."""

from __future__ import annotations

from collections.abc import Collection, Iterable
from dataclasses import dataclass
from functools import cached_property
from typing import TYPE_CHECKING, Any, TypeAlias, cast

import numpy as np
from numpy.typing import NDArray

from graph.dates import OPEN_END, OPEN_START, days
from graph.jsontext import Json, loads
from graph.model import Entity, Tie
from graph.quantities import Quantity
from graph.rows import body_properties, counting, first_values, read_entity, read_tie, whole
from graph.sources import read_sources
from graph.statements import CERTAINTIES, mention_id
from graph.store import View
from graph.words import Words

if TYPE_CHECKING:
    import networkx as nx

Ints: TypeAlias = NDArray[np.int32]
Bools: TypeAlias = NDArray[np.bool_]

ACTORS = ("person", "organisation")
JOB = "works_for"
"""The kind of tie by which people have the sectors of where they work."""

NOT_HELD = ("planned", "cancelled", "postponed", "not_realised")
"""Statuses of what nobody was at."""


@dataclass(frozen=True, eq=False)
class Network:
    """An immutable read model of one version of a store.

    Entities are rows 0..n-1 in the order of their ids, ties rows 0..m-1 in the order of
    theirs. Columns of entities: `kind` (index in `kinds`), `first`/`last` (outermost days, as
    ordinals), `own_sector` (bits, in the order of `sectors`), `attendance` (at
    least, 0 when unknown), `happened` (not said to be planned, put off or called off). Columns of ties: `tie_kind`
    (index in `tie_kinds`), `tail` and `head` (entity rows, from and to), `tie_first`/
    `tie_last` (days; those of the activity at an end where the tie has none), `certainty`
    (index in `CERTAINTIES`, the best of its evidence). What is unknown is open.

    `entity_on` and `tie_on` say which rows the filters left.
    """

    version: int
    words: Words
    ids: list[str]
    names: list[str]
    all_names: list[list[str]]
    kinds: list[str]
    kind: Ints
    first: Ints
    last: Ints
    sectors: list[str]
    own_sector: Ints
    attendance: Ints
    happened: Bools
    tie_ids: list[str]
    tie_kinds: list[str]
    tie_kind: Ints
    tail: Ints
    head: Ints
    tie_first: Ints
    tie_last: Ints
    certainty: Ints
    entity_on: Bools
    tie_on: Bools
    sources: dict[str, dict[str, Any]]
    _entity_bodies: list[bytes]
    _tie_bodies: list[bytes]
    _alias: dict[str, int]

    def entity(self, row: int) -> Entity:
        """One entity with its evidence."""
        return read_entity(self.ids[row], self.kinds[self.kind[row]], self._entity_bodies[row])

    def tie(self, row: int) -> Tie:
        """One tie with its evidence."""
        tail, head = self.ids[self.tail[row]], self.ids[self.head[row]]
        return read_tie(self.tie_ids[row], self.tie_kinds[self.tie_kind[row]], tail, head, self._tie_bodies[row])

    def raw_properties(self, row: int, *, tie: bool = False) -> dict[str, list[Any]]:
        """The properties of an entity or tie as its body has them, without evidence: for who looks through them all."""
        return body_properties((self._tie_bodies if tie else self._entity_bodies)[row])

    def row_of(self, id_: str) -> int | None:
        """The row of the entity with this address, any of its mentions' ids."""
        return self._alias.get(id_)

    def rows_of_kind(self, *kinds: str) -> Ints:
        """Rows of entities of these kinds that the filters left."""
        wanted = [i for i, name in enumerate(self.kinds) if name in kinds]
        return np.flatnonzero(np.isin(self.kind, wanted) & self.entity_on).astype(np.int32)

    def ties_of_kind(self, kinds: Collection[str]) -> Ints:
        """Rows of ties of these kinds that the filters left."""
        wanted = [i for i, name in enumerate(self.tie_kinds) if name in kinds]
        return np.flatnonzero(np.isin(self.tie_kind, wanted) & self.tie_on).astype(np.int32)

    @cached_property
    def _by_entity(self) -> tuple[Ints, Ints]:
        """CSR: for each entity its tie rows, both directions."""
        rows = np.flatnonzero(self.tie_on).astype(np.int32)
        ends = np.concatenate([self.tail[rows], self.head[rows]])
        order = np.argsort(ends, kind="stable")
        start = np.zeros(len(self.ids) + 1, np.int32)
        np.cumsum(np.bincount(ends, minlength=len(self.ids)), out=start[1:])
        return start, np.concatenate([rows, rows])[order]

    def ties_at(self, row: int, *kinds: str) -> list[int]:
        """Tie rows at an entity, of these kinds or of all."""
        start, ties = self._by_entity
        found = ties[start[row] : start[row + 1]]
        if kinds:
            found = found[self._wanted(kinds)[self.tie_kind[found]]]
        rows: list[int] = found.tolist()
        return rows

    def _wanted(self, kinds: tuple[str, ...]) -> Bools:
        """Which kinds of tie are among these, by index in `tie_kinds`."""
        if kinds not in self._wanted_kinds:
            self._wanted_kinds[kinds] = np.array([kind in kinds for kind in self.tie_kinds], bool)
        return self._wanted_kinds[kinds]

    @cached_property
    def _wanted_kinds(self) -> dict[tuple[str, ...], Bools]:
        return {}

    def other(self, tie: int, row: int) -> int:
        """The entity at the far end of a tie."""
        return int(self.head[tie] if self.tail[tie] == row else self.tail[tie])

    @cached_property
    def sector_bits(self) -> Ints:
        """Sectors of every entity as bits: stated ones, and for people those of where they work."""
        bits = self.own_sector.copy()
        jobs = self.ties_of_kind((JOB,))
        np.bitwise_or.at(bits, self.tail[jobs], self.own_sector[self.head[jobs]])
        return bits

    def told_by(self, source: str) -> tuple[list[int], list[int]]:
        """Rows of the entities that a source names, and of the ties that it gives evidence of; corrections apart."""
        start = mention_id(source, "")
        entities = sorted({row for address, row in self._alias.items() if address.startswith(start)})
        near = sorted({tie for row in entities for tie in self.ties_at(row)})
        return entities, [tie for tie in near if any(e.source == source for e in self.tie(tie).evidence)]

    def sectors_of(self, row: int) -> list[str]:
        bits = int(self.sector_bits[row])
        return [sector for i, sector in enumerate(self.sectors) if bits >> i & 1]

    def where(
        self,
        *,
        period: tuple[str, str] | None = None,
        sectors: Collection[str] | None = None,
        kinds: Collection[str] | None = None,
        certainty: str | None = None,
        always: int | None = None,
    ) -> Network:
        """The same network with fewer rows switched on.

        `period` is `(start, end)` in ISO 8601, empty for open: what surely lies outside goes.
        `sectors` keeps actors of these sectors, and what is no actor. `kinds` are kinds of
        entity. `certainty` keeps ties at least this certain. A tie goes with its ends. The entity
        in the row `always` stays, whatever it is.
        """
        kept = [] if always is None or not self.entity_on[always] else [always]
        entities, ties = self.entity_on.copy(), self.tie_on.copy()
        if period is not None:
            first, last = days(*period)
            entities &= (self.first <= last) & (self.last >= first)
            entities[kept] = True
            ties &= (self.tie_first <= last) & (self.tie_last >= first)
        if certainty is not None:
            ties &= self.certainty <= CERTAINTIES.index(certainty)
        # what is left so far decides: sectors follow from where somebody worked in the period
        left = self._only(entities, ties) if period is not None or certainty is not None else self
        entities = left.entity_on.copy()
        if kinds is not None:
            entities &= np.isin(self.kind, [i for i, name in enumerate(self.kinds) if name in kinds])
        if sectors is not None:
            wanted = sum(1 << i for i, sector in enumerate(self.sectors) if sector in sectors)
            actors = np.isin(self.kind, [i for i, name in enumerate(self.kinds) if name in ACTORS])
            entities &= ~actors | (left.sector_bits & wanted).astype(bool)
        entities[kept] = True
        return left._cut(entities, left.tie_on)

    def part(self, entities: Iterable[str], ties: Iterable[str]) -> Network:
        """These entities and those of these ties that lie between them, by their ids; what is not known is left."""
        known = {id_: row for row, id_ in enumerate(self.tie_ids)}
        on, tie_on = np.zeros_like(self.entity_on), np.zeros_like(self.tie_on)
        on[[self._alias[id_] for id_ in entities if id_ in self._alias]] = True
        tie_on[[known[id_] for id_ in ties if id_ in known]] = True
        return self._cut(on & self.entity_on, tie_on & self.tie_on)

    def around(self, row: int, steps: int = 1) -> Network:
        """An entity, what is at most `steps` ties from it, and the ties between all of these."""
        near, edge = np.zeros_like(self.entity_on), {row}
        near[row] = True
        for _ in range(steps):
            edge = {self.other(tie, one) for one in edge for tie in self.ties_at(one)}
            edge = {one for one in edge if not near[one]}
            near[list(edge)] = True
        return self._cut(near & self.entity_on, self.tie_on)

    def _only(self, entities: Bools, ties: Bools) -> Network:
        columns = {name: getattr(self, name) for name in self.__dataclass_fields__}
        ties = ties & entities[self.tail] & entities[self.head]
        return Network(**{**columns, "entity_on": entities, "tie_on": ties})

    def _cut(self, entities: Bools, ties: Bools) -> Network:
        """Fewer rows, with everybody's sectors as they were: where somebody works may be out of sight."""
        left = self._only(entities, ties)
        left.__dict__["sector_bits"] = self.sector_bits
        return left

    def to_networkx(self) -> nx.MultiDiGraph[str]:
        """A directed multigraph: nodes with `kind`, `name`, `sectors`; edges by tie id with `kind`, `start`, `end`."""
        import networkx as nx  # noqa: PLC0415 - a seventh of a second that questions do without

        graph: nx.MultiDiGraph[str] = nx.MultiDiGraph()
        for row in np.flatnonzero(self.entity_on).tolist():
            graph.add_node(
                self.ids[row], kind=self.kinds[self.kind[row]], name=self.names[row], sectors=self.sectors_of(row)
            )
        for row in np.flatnonzero(self.tie_on).tolist():
            tie = self.tie(row)
            graph.add_edge(tie.from_id, tie.to_id, key=tie.id, kind=tie.kind, start=tie.start, end=tie.end)
        return graph


def read_network(view: View, words: Words) -> Network:
    """The whole graph of a store's present version, in columns."""
    kinds, tie_kinds, sectors = list(words.entities), list(words.ties), list(words.choices["sector"].choices)
    kind_row = _Rows(words, {name: i for i, name in enumerate(kinds)})
    sector_bit = {name: 1 << i for i, name in enumerate(sectors)}
    ids, names, all_names, kind, first, last, own, attendance, bodies = [], [], [], [], [], [], [], [], []
    happened: list[bool] = []
    alias: dict[str, int] = {}
    for row, (id_, its_kind, name, body) in enumerate(view.entity_rows()):
        with whole(id_):
            addresses, evidence, _, called, properties = cast(list[Any], loads(body))
        shown = first_values(properties)
        begin, end = days(str(shown.get("start", "")), str(shown.get("end", "")))
        series = "series" in counting(properties.get("type", ()), evidence)
        if begin != OPEN_START and end == OPEN_END and its_kind == "activity" and not series:
            end = days("", str(shown["start"]))[1]
        ids.append(id_)
        names.append(name)
        all_names.append([value for value, _ in called])
        kind.append(kind_row[its_kind])
        first.append(begin)
        last.append(end)
        own.append(sum({sector_bit.get(value, 0) for value in counting(properties.get("sector", ()), evidence)}))
        happened.append(shown.get("status") not in NOT_HELD)
        attendance.append(_at_least(shown.get("attendance")))
        bodies.append(body)
        for address in addresses:
            alias[address] = row
    tie_row = _Rows(words, {name: i for i, name in enumerate(tie_kinds)})
    certain = {name: i for i, name in enumerate(CERTAINTIES)}
    tie_ids, tie_kind, tail, head, tie_first, tie_last, certainty, tie_bodies = [], [], [], [], [], [], [], []
    happening = kind_row["activity"]
    for id_, its_kind, from_id, to_id, body in view.tie_rows():
        with whole(id_):
            evidence, places, properties = cast(list[Any], loads(body))
        a, b = alias[from_id], alias[to_id]
        begin, end = OPEN_START, OPEN_END
        if "start" in properties or "end" in properties:
            begin, end = _hull(evidence, properties)
        else:
            for row in (a, b):
                if kind[row] == happening:
                    begin, end = max(begin, first[row]), min(end, last[row])
        tie_ids.append(id_)
        tie_kind.append(tie_row[its_kind])
        tail.append(a)
        head.append(b)
        tie_first.append(begin)
        tie_last.append(end)
        certainty.append(
            certain[evidence[places[0]][4]] if len(places) == 1 else min(certain[evidence[p][4]] for p in places)
        )
        tie_bodies.append(body)
    return Network(
        view.version,
        words,
        ids,
        names,
        all_names,
        kinds,
        _ints(kind),
        _ints(first),
        _ints(last),
        sectors,
        _ints(own),
        _ints(attendance),
        np.array(happened, bool),
        tie_ids,
        tie_kinds,
        _ints(tie_kind),
        _ints(tail),
        _ints(head),
        _ints(tie_first),
        _ints(tie_last),
        _ints(certainty),
        np.ones(len(ids), bool),
        np.ones(len(tie_ids), bool),
        read_sources(view, words),
        bodies,
        tie_bodies,
        alias,
    )


def _hull(evidence: list[Any], properties: dict[str, Any]) -> tuple[int, int]:
    """The outermost days of all that supports a tie with a period; what gives one end only leaves the other open."""
    ends: dict[str, dict[str, str]] = {}
    for key in ("start", "end"):
        for value, places in properties.get(key, ()):
            for place in places:
                corrected = evidence[place][7]
                about = ends.setdefault(corrected or evidence[place][0], {})
                if corrected or key not in about:
                    about[key] = str(value)
    periods = [days(one.get("start", ""), one.get("end", "")) for one in ends.values()]
    return min(min(p) for p in periods), max(max(p) for p in periods)


def _at_least(attendance: Json) -> int:
    known = Quantity.parse(attendance).low or 0 if attendance is not None else 0
    return min(known, np.iinfo(np.int32).max)


class _Rows(dict[str, int]):
    """The place of each kind; asking for one that the words do not have is an error with a way out."""

    def __init__(self, words: Words, places: dict[str, int]) -> None:
        super().__init__(places)
        self._words = words

    def __missing__(self, kind: str) -> int:
        self._words.must_know([kind], [])
        raise KeyError(kind)


def _ints(values: list[int]) -> Ints:
    return np.array(values, np.int32)
