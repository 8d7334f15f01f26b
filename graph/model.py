"""The graph that the statements add up to: entities and ties whose every value has its evidence."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field

from graph.dates import Date
from graph.jsontext import Json


@dataclass(frozen=True, slots=True)
class Evidence:
    """Where a value or tie comes from: one statement, as much of it as an answer shows."""

    statement: str
    source: str
    locator: str
    printed: str
    certainty: str
    as_of: str
    reason: Json = None
    corrects: str = ""


@dataclass(frozen=True, slots=True)
class Value:
    """One value with all its evidence, best first."""

    value: Json
    evidence: tuple[Evidence, ...]


def counting(values: tuple[Value, ...]) -> list[Value]:
    """All values but those that only corrected statements print."""
    corrected = {e.corrects for value in values for e in value.evidence} - {""}
    return [value for value in values if any(e.statement not in corrected for e in value.evidence)]


@dataclass(frozen=True, slots=True)
class Entity:
    """A set of mentions judged the same; `id` is the smallest of their addresses `ids`."""

    id: str
    ids: tuple[str, ...]
    kind: str
    names: tuple[Value, ...]
    properties: Mapping[str, tuple[Value, ...]]
    evidence: tuple[Evidence, ...]

    @property
    def name(self) -> str:
        return str(self.names[0].value)

    def first(self, key: str) -> Json:
        """The shown value of a property, else None."""
        values = self.properties.get(key)
        return values[0].value if values else None

    def all(self, key: str) -> list[Json]:
        """The values of a property that count: all but those that only corrected statements print."""
        return [value.value for value in counting(self.properties.get(key, ()))]


@dataclass(frozen=True, slots=True)
class Tie:
    """A tie between two entities; in a symmetric kind `from_id` is the smaller id."""

    id: str
    kind: str
    from_id: str
    to_id: str
    properties: Mapping[str, tuple[Value, ...]]
    evidence: tuple[Evidence, ...]

    def first(self, key: str) -> Json:
        values = self.properties.get(key)
        return values[0].value if values else None

    def all(self, key: str) -> list[Json]:
        """The values of a property that count."""
        return [value.value for value in counting(self.properties.get(key, ()))]

    @property
    def start(self) -> str:
        """The shown begin; the earliest when the shown begin and end, of different sources, contradict."""
        return self._period()[0]

    @property
    def end(self) -> str:
        return self._period()[1]

    def _period(self) -> tuple[str, str]:
        start, end = str(self.first("start") or ""), str(self.first("end") or "")
        if start and end and Date.parse(end).surely_before(Date.parse(start)):
            starts, ends = ([str(v.value) for v in self.properties[key]] for key in ("start", "end"))
            start = min(starts, key=lambda iso: Date.parse(iso).first)
            end = max(ends, key=lambda iso: Date.parse(iso).last)
            if Date.parse(end).surely_before(Date.parse(start)):
                end = ""
        return start, end


@dataclass(frozen=True, slots=True)
class Mention:
    """A mention in force: the entity it belongs to and the keys under which the rule of equal names joins it."""

    id: str
    kind: str
    entity: str
    keys: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Question:
    """Something only a person can decide.

    `same`: mentions `a` and `b` share a name, and judgements keep the rule from joining them.
    `loop`: tie statement `a` has both its ends in entity `b`.
    """

    kind: str
    a: str
    b: str

    @property
    def id(self) -> str:
        return f"{self.kind}/{self.a}/{self.b}"


@dataclass(slots=True)
class Graph:
    """A part of the graph, or all of it, by id."""

    mentions: dict[str, Mention] = field(default_factory=dict)
    entities: dict[str, Entity] = field(default_factory=dict)
    ties: dict[str, Tie] = field(default_factory=dict)
    questions: dict[str, Question] = field(default_factory=dict)
