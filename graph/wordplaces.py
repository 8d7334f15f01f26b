"""Where words stand in a network: in the names and texts of things, and in what ties say."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from functools import lru_cache
from typing import Any, NamedTuple

from graph.freewords import FreeWord, fits
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


def places_of(network: Network, word: FreeWord) -> list[WordPlace]:
    """The texts in which a free word stands, in either language, names first; personal ones are not looked at."""
    index = _index(network)
    found: set[WordPlace] | None = None
    for asked in word.words:
        here = {place for one, places in index.items() if fits(asked, one) for place in places}
        found = here if found is None else found & here
    left = (network.entity_on, network.tie_on)
    kept = (place for place in found or () if left[place.tie][place.row])
    return sorted(kept, key=lambda place: (place.tie, place.row, place.key != NAME, place.key, place.value))


@lru_cache(maxsize=2)
def _index(network: Network) -> dict[str, list[WordPlace]]:
    """Every word of every name, of every text that is not personal and of every role on a tie, with where it stands."""
    index: dict[str, list[WordPlace]] = {}
    for place, words in _texts_of(network):
        for word in words:
            index.setdefault(word, []).append(place)
    return index


def _texts_of(network: Network) -> Iterator[tuple[WordPlace, frozenset[str]]]:
    words = network.words
    own = {name: _texts(kind.properties) for name, kind in words.entities.items()}
    on_ties = {name: _texts(kind.properties) for name, kind in words.ties.items()}
    for row in range(len(network.ids)):
        for value, name in enumerate(network.all_names[row]):
            yield WordPlace(row, False, NAME, value), _words(name)
        yield from _of(network.raw_properties(row), own[network.kinds[network.kind[row]]], row, False, words)
    for row in range(len(network.tie_ids)):
        texts = on_ties[network.tie_kinds[network.tie_kind[row]]]
        yield from _of(network.raw_properties(row, tie=True), texts, row, True, words)


def _of(
    properties: Mapping[str, list[Any]], texts: Mapping[str, Property], row: int, tie: bool, words: Words
) -> Iterator[tuple[WordPlace, frozenset[str]]]:
    for key, values in properties.items():
        property_ = texts.get(key)
        if property_ is not None:
            for place, (value, _) in enumerate(values):
                said = words.choices[property_.choices].choices.get(value) if property_.choices else value
                parts = said.values() if isinstance(said, dict) else (said.nl, said.en) if said else ()
                yield WordPlace(row, tie, key, place), _words(*parts)


def _texts(properties: Mapping[str, Property]) -> dict[str, Property]:
    """Those that say something in words: texts, and the role that somebody has."""
    return {key: one for key, one in properties.items() if not one.personal and (one.value == "text" or key == ROLE)}


def _words(*texts: str) -> frozenset[str]:
    return frozenset(word for text in texts for word in normalised(text).split())
