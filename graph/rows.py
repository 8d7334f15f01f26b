"""Entities and ties as the JSON bodies in which a store keeps them.

A body is a list, its evidence a table that everything in it refers to by place, so that a
statement which supports a tie and two of its properties is written once:

    entity  [ids, evidence table, places of its own evidence, names, properties]
    tie     [evidence table, places of its own evidence, properties]

A value is `[value, places]`, properties a mapping of key to values.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from typing import Any, cast

from graph.errors import StoreDamaged
from graph.jsontext import dumps, loads
from graph.model import Entity, Evidence, Tie, Value


class _Table:
    """Evidence by place, each piece once."""

    def __init__(self) -> None:
        self.rows: list[tuple[object, ...]] = []
        self._places: dict[str, int] = {}

    def places(self, evidence: Iterable[Evidence]) -> list[int]:
        found = []
        for e in evidence:
            place = self._places.get(e.statement)
            if place is None:
                place = self._places[e.statement] = len(self.rows)
                self.rows.append(
                    (e.statement, e.source, e.locator, e.printed, e.certainty, e.as_of, e.reason, e.corrects)
                )
            found.append(place)
        return found

    def values(self, values: Iterable[Value]) -> list[tuple[object, list[int]]]:
        return [(value.value, self.places(value.evidence)) for value in values]

    def properties(self, properties: Mapping[str, tuple[Value, ...]]) -> dict[str, list[tuple[object, list[int]]]]:
        return {key: self.values(values) for key, values in properties.items()}


def entity_body(entity: Entity) -> bytes:
    table = _Table()
    own = table.places(entity.evidence)
    return dumps([entity.ids, table.rows, own, table.values(entity.names), table.properties(entity.properties)])


def tie_body(tie: Tie) -> bytes:
    table = _Table()
    own = table.places(tie.evidence)
    return dumps([table.rows, own, table.properties(tie.properties)])


def read_entity(id_: str, kind: str, body: bytes) -> Entity:
    with whole(id_):
        ids, rows, own, names, properties = cast(list[Any], loads(body))
        table = [Evidence(*row) for row in rows]
        return Entity(id_, tuple(ids), kind, _values(names, table), _properties(properties, table), _at(own, table))


def read_tie(id_: str, kind: str, from_id: str, to_id: str, body: bytes) -> Tie:
    with whole(id_):
        rows, own, properties = cast(list[Any], loads(body))
        table = [Evidence(*row) for row in rows]
        return Tie(id_, kind, from_id, to_id, _properties(properties, table), _at(own, table))


class whole:  # noqa: N801 - reads as `with whole(id)`; a class, for a generator costs more than what it guards
    """What a body that is not one of ours raises becomes `StoreDamaged`, naming the row."""

    def __init__(self, id_: str) -> None:
        self._id = id_

    def __enter__(self) -> None:
        pass

    def __exit__(self, kind: type[BaseException] | None, error: BaseException | None, _: object) -> None:
        if isinstance(error, (ValueError, TypeError, LookupError)):
            raise StoreDamaged(
                f"de opslag is beschadigd bij {self._id}; zet een reservekopie terug, of laad opnieuw in een lege",
                f"the store is damaged at {self._id}; put a backup in its place, or load again into an empty one",
            ) from error


def body_properties(body: bytes) -> dict[str, list[Any]]:
    """The properties of an entity's or tie's body, `[value, places]` each; in both they come last."""
    found: dict[str, list[Any]] = cast(list[Any], loads(body))[-1]
    return found


def first_values(properties: Mapping[str, list[Any]]) -> dict[str, Any]:
    """The shown value of each property, of properties as a body has them."""
    return {key: values[0][0] for key, values in properties.items()}


def counting(values: Iterable[list[Any]], evidence: list[Any]) -> list[Any]:
    """The values that count, of one property as a body has it: all but those that only corrected statements print."""
    values = list(values)
    corrected = {evidence[place][7] for _, places in values for place in places} - {""}
    return [value for value, places in values if any(evidence[place][0] not in corrected for place in places)]


def _properties(data: dict[str, Any], table: list[Evidence]) -> dict[str, tuple[Value, ...]]:
    return {key: _values(values, table) for key, values in data.items()}


def _values(data: list[Any], table: list[Evidence]) -> tuple[Value, ...]:
    return tuple([Value(value, _at(places, table)) for value, places in data])


def _at(places: list[int], table: list[Evidence]) -> tuple[Evidence, ...]:
    return tuple([table[place] for place in places])
