"""What the words of the phrases weigh, and how much another word resembles one."""

from __future__ import annotations

import math
from collections.abc import Mapping, Sequence

from rapidfuzz.distance import OSA, JaroWinkler

from graph.asking.phrases import Phrases

FILLER = 0.2
"""What a word weighs that changes nothing."""

_UNKNOWN = 0.7
"""What a word that is in no phrase weighs, as a part of what the rarest word of the phrases weighs."""


class Weights:
    """The rarer a word is among the questions, the more it weighs: log(1 + questions / questions that have it)."""

    def __init__(self, phrases: Phrases) -> None:
        self.of: dict[str, set[str]] = {}
        for phrase in phrases.all:
            self.of.setdefault(phrase.question, set()).update(phrase.words)
        self.filler = phrases.filler
        self.words: dict[str, float] = {}
        self._by_letter: dict[str, list[str]] = {}
        for word in sorted({word for words in self.of.values() for word in words}):
            often = sum(word in words for words in self.of.values())
            self.words[word] = FILLER if word in self.filler else math.log(1 + len(self.of) / often)
            self._by_letter.setdefault(word[0], []).append(word)
        self._unknown = _UNKNOWN * math.log(1 + len(self.of))

    def __getitem__(self, typed: str) -> float:
        """What a word that somebody typed weighs."""
        return FILLER if typed in self.filler else self.words.get(typed, self._unknown)

    def resembling(self, typed: Sequence[str]) -> Mapping[str, Sequence[tuple[float, int]]]:
        """For each word of the phrases how much which typed words, by place, resemble it, the most first."""
        found: dict[str, list[tuple[float, int]]] = {}
        for place, word in enumerate(typed):
            for one in self._by_letter.get(word[:1], ()):
                alike = resemblance(one, word)
                if alike:
                    found.setdefault(one, []).append((alike, place))
        return {word: sorted(near, reverse=True) for word, near in found.items()}


def resemblance(one: str, other: str) -> float:
    """How much two words are alike: 1 for the same, 0 for too little.

    Words begin with the same letter. Short ones must be the same, those of four letters may differ by one
    letter, long ones may have another ending or a typing error (Damerau 1964, Winkler 1990).

    >>> resemblance("verbindt", "verbindt"), resemblance("wie", "wat"), resemblance("verbindt", "verbinden") > 0.8
    (1.0, 0.0, True)
    """
    if one == other:
        return 1.0
    shortest = min(len(one), len(other))
    if shortest < 4 or one[0] != other[0]:
        return 0.0
    if OSA.distance(one, other, score_cutoff=1) == 1:
        return 0.9 if shortest > 4 else 0.7
    if (one.startswith(other) or other.startswith(one)) and abs(len(one) - len(other)) < 4:
        return 0.85
    return 0.9 * JaroWinkler.similarity(one, other, score_cutoff=0.9) if shortest > 4 else 0.0
