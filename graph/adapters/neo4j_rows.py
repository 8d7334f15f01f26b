"""Statements, entities and ties as a Cypher user finds them: plain properties, one value each or a list."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

from graph.jsontext import Json, dumps
from graph.judgements import Judgement
from graph.model import Entity, Tie
from graph.quantities import Quantity
from graph.statements import CERTAINTIES, Statement
from graph.words import Property, Words

Row = dict[str, Any]


def statement_node(statement: Statement) -> Row:
    """What it says and where, and `body`, of which the store makes the statement again."""
    row: Row = {
        "id": statement.id,
        "form": statement.form,
        "source": statement.source,
        "subject": statement.subject,
        "word": statement.word,
        "object": statement.object,
        "of": statement.of,
        "value": text(statement.value),
        "locator": statement.locator,
        "printed": statement.printed,
        "certainty": statement.certainty,
        "reason": text(statement.reason),
        "as_of": statement.as_of,
        "body": dumps(statement.content()),
    }
    return {key: value for key, value in row.items() if value != ""}


def judgement_node(judgement: Judgement) -> Row:
    return {
        "id": judgement.id,
        "verdict": judgement.verdict,
        "a": judgement.a,
        "b": judgement.b,
        "why": text(judgement.why),
        "body": dumps(judgement.content()),
    }


def entity_node(entity: Entity, words: Words) -> Row:
    """Id, names and properties, of those with several values all that count."""
    known = words.entities[entity.kind].properties
    row = _properties({key: entity.all(key) or [entity.first(key)] for key in entity.properties}, known)
    return row | {"id": entity.id, "name": entity.name, "names": [str(value.value) for value in entity.names]}


def tie_edge(tie: Tie, words: Words) -> Row:
    """Id and properties, the best certainty, and the ids of the statements and sources that it rests on.

    `joins` is true when its kind brings its two ends together.
    """
    known = words.ties[tie.kind].properties
    values = {key: [v.value for v in found] for key, found in tie.properties.items()}
    values |= {key: [value] for key, value in (("start", tie.start), ("end", tie.end)) if value}
    return _properties(values, known) | {
        "id": tie.id,
        "certainty": min((e.certainty for e in tie.evidence), key=CERTAINTIES.index),
        "statements": [e.statement for e in tie.evidence],
        "sources": sorted({e.source for e in tie.evidence}),
        "joins": words.ties[tie.kind].joins,
    }


def _properties(values: Mapping[str, list[Json]], known: Mapping[str, Property]) -> Row:
    row: Row = {}
    for key, found in values.items():
        property_ = known.get(key)
        if property_ is not None and property_.value == "quantity":
            row |= _quantity(key, found[0])
        elif property_ is not None and property_.many:
            row[key] = [_value(value, property_) for value in found]
        else:
            row[key] = _value(found[0], property_)
    return row


def _value(value: Json, property_: Property | None) -> str | int:
    if property_ is not None and property_.value in ("amount", "number") and isinstance(value, int):
        return value
    return text(value)


def _quantity(key: str, value: Json) -> Row:
    """A number that is known exactly under its own name, the bounds of any beside it."""
    quantity = Quantity.parse(value)
    exact = quantity.low if quantity.low == quantity.high and not quantity.about else None
    bounds = {key: exact, f"{key}_min": quantity.low, f"{key}_max": quantity.high}
    return {name: bound for name, bound in bounds.items() if bound is not None}


def text(value: Json) -> str:
    """Words in Dutch where there are, else in the language there is; anything else as it is written."""
    if value is None:
        return ""
    if isinstance(value, dict) and value and value.keys() <= {"nl", "en"}:
        return str(value.get("nl") or next(iter(value.values())))
    return value if isinstance(value, str) else dumps(value).decode()
