"""Where words stand in a network: in the names and texts of things, and in what ties say."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from functools import lru_cache
from typing import Any, NamedTuple

from graph.freewords import FreeWord
from graph.names import normalised
from graph.network import Network
from graph.words import Property, Words

NAME = "name"
ROLE = "role"


class WordPlace(NamedTuple):
    """A text: a name or property of an entity, or of a tie; `value` says which of several values it is."""

    row: int
    tie: bool
    key: str
    value: int
    words: frozenset[str]


def places_of(network: Network, word: FreeWord) -> list[WordPlace]:
    """The texts in which a free word stands, in either language; personal ones are not looked at."""
    return [
        place
        for place in _places(network)
        if (network.tie_on if place.tie else network.entity_on)[place.row] and word.stands_in(place.words)
    ]


@lru_cache(maxsize=2)
def _places(network: Network) -> tuple[WordPlace, ...]:
    """Every name, every text that is not personal, and every role on a tie, once a network."""
    words = network.words
    own = {name: _texts(kind.properties) for name, kind in words.entities.items()}
    on_ties = {name: _texts(kind.properties) for name, kind in words.ties.items()}
    found = []
    for row in range(len(network.ids)):
        kind = network.kinds[network.kind[row]]
        found += [WordPlace(row, False, NAME, i, _words(name)) for i, name in enumerate(network.all_names[row])]
        found += _of(network.raw_properties(row), own[kind], row, False, words)
    for row in range(len(network.tie_ids)):
        kind = network.tie_kinds[network.tie_kind[row]]
        found += _of(network.raw_properties(row, tie=True), on_ties[kind], row, True, words)
    return tuple(found)


def _of(
    properties: Mapping[str, list[Any]], texts: Mapping[str, Property], row: int, tie: bool, words: Words
) -> Iterator[WordPlace]:
    for key, values in properties.items():
        property_ = texts.get(key)
        if property_ is not None:
            for place, (value, _) in enumerate(values):
                said = words.choices[property_.choices].choices.get(value) if property_.choices else value
                parts = said.values() if isinstance(said, dict) else (said.nl, said.en) if said else ()
                yield WordPlace(row, tie, key, place, _words(*parts))


def _texts(properties: Mapping[str, Property]) -> dict[str, Property]:
    """Those that say something in words: texts, and the role that somebody has."""
    return {key: one for key, one in properties.items() if not one.personal and (one.value == "text" or key == ROLE)}


def _words(*texts: str) -> frozenset[str]:
    return frozenset(word for text in texts for word in normalised(text).split())
