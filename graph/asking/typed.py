"""What somebody typed, and what is known of it before any phrase is looked at."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from functools import cached_property
from itertools import combinations, pairwise, product

from graph.asking.mentions import Mention, Names, choice_mentions
from graph.asking.weights import Weights
from graph.questions import Parameter, Question
from graph.questions.parameters import CHOICE

_MOST = 8
"""So many names at most are tried in one slot."""

Filled = tuple[tuple[Parameter, Mention | None], ...]
"""Slots of a phrase, in its order, with what goes there."""


class Typed:
    """The words of a text with their weights, what they resemble and what they may name."""

    def __init__(self, words: Sequence[str], weights: Weights, names: Names) -> None:
        self.words = words
        self.weights = [weights[word] for word in words]
        self.resembling = weights.resembling(words)
        self._of = weights.of
        self._names = names
        self._filled: dict[object, Filled] = {}
        self._heard: dict[str, list[float]] = {}

    @cached_property
    def mentions(self) -> Sequence[Mention]:
        return self._names.mentions(self.words)

    def share(self, question: str, left: Iterable[int]) -> float:
        """How much of what stands at these places is among all words of a question, from 0 to 1."""
        if question not in self._heard:
            heard = self._heard[question] = [0.0] * len(self.words)
            for word in self._of[question]:
                for alike, place in self.resembling.get(word, ()):
                    heard[place] = max(heard[place], alike)
        left = list(left)
        total = sum(self.weights[place] for place in left)
        return sum(self.weights[place] * self._heard[question][place] for place in left) / total if total else 1.0

    def filled(self, slots: tuple[Parameter, ...]) -> Filled:
        """What goes in each slot: as much as can be without overlap, in the order of the text where that is as good."""
        key = tuple(id(p) for p in slots)
        if key not in self._filled:
            options = [[*self._fitting(p)[:_MOST], None] for p in slots]
            best = max(product(*options), key=_worth)
            self._filled[key] = tuple(zip(slots, best, strict=True))
        return self._filled[key]

    def besides(self, question: Question, values: Mapping[str, str], taken: Iterable[int]) -> dict[str, str]:
        """What stands elsewhere of what the question may be told too, such as a period."""
        gone = set(taken)
        found: dict[str, str] = {}
        for parameter in question.parameters:
            if parameter.name in values or parameter.required or parameter.free:
                continue
            for mention in self._fitting(parameter):
                if mention.weight == 1 and not gone & mention.places:
                    found[parameter.name] = mention.value((*parameter.takes, CHOICE))
                    gone |= mention.places
                    break
        return found

    def _fitting(self, parameter: Parameter) -> list[Mention]:
        if parameter.choices:
            labels = [(key, word) for key, label in parameter.choices.items() for word in (label.nl, label.en, key)]
            return list(choice_mentions(self.words, labels))
        return [mention for mention in self.mentions if mention.value(parameter.takes)]


def _worth(mentions: Sequence[Mention | None]) -> float:
    """The worth of names put in slots in this order; less than nothing when two overlap."""
    there = [mention for mention in mentions if mention]
    if any(one.places & other.places for one, other in combinations(there, 2)):
        return -1
    in_order = all(one.start < other.start for one, other in pairwise(there))
    return sum(mention.worth for mention in there) + 0.1 * in_order
