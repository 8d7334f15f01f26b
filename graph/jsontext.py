"""JSON as text: the one place that touches the JSON library."""

from __future__ import annotations

from typing import TypeAlias

import orjson

Json: TypeAlias = "bool | int | float | str | list[Json] | dict[str, Json] | None"


def dumps(value: object, *, indent: bool = False) -> bytes:
    """Canonical JSON in UTF-8: keys sorted, no blanks unless `indent`; dataclasses as objects."""
    return orjson.dumps(value, option=orjson.OPT_SORT_KEYS | (orjson.OPT_INDENT_2 if indent else 0))


def loads(text: bytes | str) -> Json:
    """Raises `ValueError` for what is not JSON."""
    value: Json = orjson.loads(text)
    return value
