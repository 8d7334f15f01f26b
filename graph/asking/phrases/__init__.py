"""How people ask each question, as data: one YAML file for each language."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from functools import lru_cache
from itertools import product
from pathlib import Path

from graph.names import normalised
from graph.words import read_mapping

FILLER = "filler"
_CHOICE = re.compile(r"\(([^()]*)\)|\{(\w+)\}|([^\s(){}]+)")


@dataclass(frozen=True, slots=True)
class Slot:
    """Where the value of a parameter goes."""

    parameter: str


Alternatives = tuple[tuple[str, ...], ...]
"""Words of which one sequence is said; an empty one when nothing need be."""


@dataclass(frozen=True, slots=True)
class Phrase:
    """A way to ask a question: slots, and words between them."""

    question: str
    parts: tuple[Slot | Alternatives, ...]

    @property
    def slots(self) -> tuple[str, ...]:
        return tuple(part.parameter for part in self.parts if isinstance(part, Slot))

    @property
    def words(self) -> set[str]:
        return {w for part in self.parts if not isinstance(part, Slot) for words in part for w in words}


@dataclass(frozen=True, slots=True)
class Phrases:
    """All phrases, and the words that change nothing."""

    all: tuple[Phrase, ...]
    filler: frozenset[str]


@lru_cache(maxsize=1)
def load_phrases() -> Phrases:
    """The shipped phrases of all languages."""
    found: list[Phrase] = []
    filler: set[str] = set()
    for path in sorted(Path(__file__).parent.glob("*.yaml")):
        said: Mapping[str, Sequence[str] | str] = read_mapping(path)
        for question, phrases in said.items():
            if isinstance(phrases, str):
                filler |= set(phrases.split())
            else:
                found += [phrase for text in phrases for phrase in read_phrase(question, text)]
    return Phrases(tuple(dict.fromkeys(found)), frozenset(filler))


def read_phrase(question: str, text: str) -> Iterator[Phrase]:
    """A phrase as it is written; one for each choice of alternatives that have slots.

    >>> [phrase.slots for phrase in read_phrase("agenda", "agenda (of {period}|about {theme}|)")]
    [('period',), ('theme',), ()]
    >>> next(read_phrase("connects", "who (links|joins) {from} to {to}")).parts[1]
    (('links',), ('joins',))
    """
    choices: list[list[tuple[Slot | Alternatives, ...]]] = []
    for match in _CHOICE.finditer(text):
        group, slot, word = match.groups()
        if slot:
            choices.append([(Slot(slot),)])
        elif word:
            choices.append([(_said(word),)])
        else:
            options = [option.strip() for option in group.split("|")]
            plain = tuple(words for option in options if "{" not in option for words in _said(option))
            slotted = [next(read_phrase(question, option)).parts for option in options if "{" in option]
            choices.append([*slotted, *([(plain,)] if plain else [])])
    for parts in product(*choices):
        yield Phrase(question, tuple(part for some in parts for part in some))


def _said(text: str) -> Alternatives:
    return (tuple(normalised(text).split()) if text else (),)
