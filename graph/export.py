"""The whole graph as JSON, in the form `binckhorst-network/1`."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from typing import Any

from graph.groups import names_several
from graph.jsontext import Json
from graph.model import Entity, Evidence, Tie, Value
from graph.network import Network
from graph.questions import evidence_json
from graph.words import Property, Words

FORMAT = "binckhorst-network/1"


def graph_json(network: Network, *, personal: bool = False) -> dict[str, Json]:
    """Sources, entities and ties of a version.

    Properties that the words call personal, such as an e-mail address, are left out unless
    `personal` asks for them.
    """
    return {
        "format": FORMAT,
        "version": network.version,
        "sources": list(sources_json(network)),
        "entities": [
            entity_json(network, row, personal=personal) for row in range(len(network.ids)) if network.entity_on[row]
        ],
        "ties": [
            tie_json(network.tie(row), network.words, personal=personal)
            for row in range(len(network.tie_ids))
            if network.tie_on[row]
        ],
    }


def sources_json(network: Network) -> list[dict[str, Json]]:
    keys = ("title", "kind", "published", "fingerprint")
    return [
        {"id": source, **{key: known.get(key) for key in keys}, "url": known.get("url")}
        for source, known in sorted(network.sources.items())
    ]


def entity_json(network: Network, row: int, *, personal: bool = False) -> dict[str, Json]:
    """One entity as the export has it."""
    entity = network.entity(row)
    kind = network.words.entities[entity.kind]
    return {
        "id": entity.id,
        "ids": list(entity.ids),
        "kind": entity.kind,
        "name": entity.name,
        "names": [value.value for value in entity.names],
        "sectors": list(network.sectors_of(row)),
        "properties": _properties(entity.properties, kind.properties, personal),
        "evidence": _evidence(_all_evidence(entity)),
    }


def tie_json(tie: Tie, words: Words, *, personal: bool = False) -> dict[str, Json]:
    """One tie as the export has it."""
    return {
        "id": tie.id,
        "kind": tie.kind,
        "from": tie.from_id,
        "to": tie.to_id,
        "start": tie.start or None,
        "end": tie.end or None,
        "properties": _properties(tie.properties, words.ties[tie.kind].properties, personal),
        "evidence": _evidence(tie.evidence),
    }


def named_tie_json(network: Network, row: int, *, personal: bool = False) -> dict[str, Json]:
    """One tie as the export has it, with what a sentence needs: the names at its ends, whether the first names several,
    and whether what it is about was held.
    """
    tail, head = network.tail[row], network.head[row]
    return {
        **tie_json(network.tie(row), network.words, personal=personal),
        "from_name": network.names[tail],
        "to_name": network.names[head],
        "held": bool(network.happened[head]),
        "from_many": names_several(network.entity(int(tail))),
    }


def _all_evidence(entity: Entity) -> list[Evidence]:
    corrections = [e for value in entity.names for e in value.evidence if e.corrects]
    return [*corrections, *entity.evidence]


def _properties(
    values: Mapping[str, tuple[Value, ...]], words: Mapping[str, Property], personal: bool
) -> dict[str, Json]:
    kept: dict[str, Json] = {}
    for key, found in values.items():
        if personal or not (key in words and words[key].personal):
            kept[key] = [_value(value) for value in found]
    return kept


def _value(value: Value) -> dict[str, Json]:
    """A value with its evidence; of a text the words in its first language, and all languages in `texts`."""
    item: dict[str, Json] = {"value": value.value, "evidence": _evidence(value.evidence)}
    if isinstance(value.value, dict) and value.value.keys() <= {"nl", "en"}:
        item["value"] = value.value.get("nl") or next(iter(value.value.values()))
        item["texts"] = value.value
    return item


def _evidence(found: Iterable[Evidence]) -> list[Json]:
    return [evidence_json(evidence) for evidence in found]


def _object(properties: dict[str, Any], *, extra: Iterable[str] = ()) -> dict[str, Any]:
    return {"type": "object", "required": [key for key in properties if key not in extra], "properties": properties}


def json_schema(words: Words) -> dict[str, Any]:
    """The JSON Schema (draft 2020-12) of `graph_json`, made from the words."""
    text, maybe = {"type": "string"}, {"type": ["string", "null"]}
    strings = {"type": "array", "items": text}
    evidence = {"type": "array", "items": {"$ref": "#/$defs/evidence"}}
    properties = {
        "type": "object",
        "additionalProperties": {"type": "array", "minItems": 1, "items": {"$ref": "#/$defs/value"}},
    }
    date = {"type": ["string", "null"], "pattern": r"^\d{4}(-\d{2}(-\d{2})?)?$"}
    source = {"id": text, "title": maybe, "kind": maybe, "published": date, "fingerprint": maybe, "url": maybe}
    entity = {
        "id": text,
        "ids": strings,
        "kind": {"enum": sorted(words.entities)},
        "name": text,
        "names": strings,
        "sectors": {"type": "array", "items": {"enum": list(words.choices["sector"].choices)}},
        "properties": properties,
        "evidence": evidence,
    }
    tie = {
        "id": text,
        "kind": {"enum": sorted(words.ties)},
        "from": text,
        "to": text,
        "start": date,
        "end": date,
        "properties": properties,
        "evidence": {**evidence, "minItems": 1},
    }
    shown = {
        "source": text,
        "locator": maybe,
        "printed": maybe,
        "certainty": {"enum": ["stated", "inferred", "hearsay"]},
        "as_of": date,
        "reason": {"type": ["object", "null"]},
        "statement": text,
        "corrects": maybe,
    }
    whole = {
        "format": {"const": FORMAT},
        "version": {"type": "integer", "minimum": 0},
        "sources": {"type": "array", "items": {"$ref": "#/$defs/source"}},
        "entities": {"type": "array", "items": {"$ref": "#/$defs/entity"}},
        "ties": {"type": "array", "items": {"$ref": "#/$defs/tie"}},
    }
    return {
        "$schema": "https://json-schema.org/draft/2020-12/schema",
        "title": FORMAT,
        **_object(whole),
        "$defs": {
            "source": _object(source),
            "entity": _object(entity),
            "tie": _object(tie),
            "value": _object(
                {"value": {}, "evidence": {**evidence, "minItems": 1}, "texts": {"type": "object"}}, extra=["texts"]
            ),
            "evidence": _object(shown),
        },
    }
