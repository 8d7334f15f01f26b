"""Entities and ties as the JSON bodies in which a store keeps them."""

from __future__ import annotations

from typing import Any, cast

from graph.jsontext import dumps, loads
from graph.model import Entity, Evidence, Tie, Value


def entity_body(entity: Entity) -> bytes:
    return dumps(
        {"ids": entity.ids, "names": entity.names, "properties": entity.properties, "evidence": entity.evidence}
    )


def tie_body(tie: Tie) -> bytes:
    return dumps({"properties": tie.properties, "evidence": tie.evidence})


def read_entity(id_: str, kind: str, body: bytes) -> Entity:
    data = cast(dict[str, Any], loads(body))
    return Entity(
        id_,
        tuple(data["ids"]),
        kind,
        _values(data["names"]),
        _properties(data["properties"]),
        _evidence(data["evidence"]),
    )


def read_tie(id_: str, kind: str, from_id: str, to_id: str, body: bytes) -> Tie:
    data = cast(dict[str, Any], loads(body))
    return Tie(id_, kind, from_id, to_id, _properties(data["properties"]), _evidence(data["evidence"]))


def _properties(data: dict[str, Any]) -> dict[str, tuple[Value, ...]]:
    return {key: _values(values) for key, values in data.items()}


def _values(data: list[Any]) -> tuple[Value, ...]:
    return tuple(Value(item["value"], _evidence(item["evidence"])) for item in data)


def _evidence(data: list[Any]) -> tuple[Evidence, ...]:
    return tuple(Evidence(**item) for item in data)
