"""How well a phrase fits what was typed, and what goes in its slots."""

from __future__ import annotations

import math
from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from graph.asking.phrases import Alternatives, Phrase, Slot
from graph.asking.typed import Typed
from graph.asking.weights import FILLER, Weights
from graph.questions import Parameter, Question

_SLOT = 1.5
"""What a name weighs beside words, of which the rarest weigh about twice that."""

_ALL_WORDS = 0.3
"""How much of a score is for the words of all phrases of a question, rather than for one phrase."""

_NAMELESS = 0.85
"""What is left of a score when a name is needed, and stands there perhaps, but is not known."""


@dataclass(frozen=True, slots=True)
class Fit:
    """A score from 0 to 1, the values of parameters, and the places of the words that were made out and were not.

    `strength` is what the heaviest word weighs that was made out, a name included.
    """

    score: float
    question: Question
    values: Mapping[str, str]
    read: frozenset[int]
    strength: float
    unread: tuple[int, ...]


def fit(question: Question, phrase: Phrase, slots: tuple[Parameter, ...], typed: Typed, weights: Weights) -> Fit:
    """The score is the harmonic mean of how much of the phrase was typed, and how much of what was typed is in it.

    Both are taken as sets of weighted words, words that resemble each other counting for as much as they do
    (SoftTFIDF: Cohen, Ravikumar & Fienberg 2003), a name counting as a word. Words that no phrase accounts for
    count against it, but for those that may be a name where one is needed. `slots` are those of the phrase.
    """
    filled = typed.filled(slots)
    named = {place for _, mention in filled if mention for place in mention.places}
    used: dict[int, float] = {}
    total = said = 0.0
    for part in phrase.parts:
        if not isinstance(part, Slot):
            got, weight, here = _heard(part, typed, weights, named | used.keys())
            total, said, used = total + weight, said + got, used | here
    names = sum(_SLOT * mention.weight * mention.fit(p.takes) for p, mention in filled if mention)
    values = {p.name: mention.value(p.takes) or mention.words for p, mention in filled if mention}
    left = [place for place in range(len(typed.words)) if place not in named]
    heard = names + sum(typed.weights[place] * used.get(place, 0.0) for place in left)
    there = names + sum(typed.weights[place] for place in left)
    unread = [place for place in left if place not in used and typed.weights[place] > FILLER]
    empty = [parameter for parameter, mention in filled if mention is None]
    if empty and unread:
        run = _longest_run(unread)
        long = sum(typed.weights[place] for place in run)
        there -= max(long / 2, long - _SLOT)
        if empty[0].free:
            values[empty[0].name] = " ".join(typed.words[run[0] : run[-1] + 1])
            said += _SLOT / 2
            unread = [place for place in unread if place not in run]
    precision = (said + names) / (total + _SLOT * len(filled))
    recall = heard / there if there else 0.0
    score = 2 * precision * recall / (precision + recall) if precision + recall else 0.0
    score = (1 - _ALL_WORDS) * score + _ALL_WORDS * typed.share(question.name, left)
    if unread and any(parameter.required for parameter in empty):
        score *= _NAMELESS
    strength = max([typed.weights[place] * alike for place, alike in used.items()], default=0.0)
    return Fit(score, question, values, frozenset({*named, *used}), max(strength, names), tuple(unread))


def _heard(
    part: Alternatives, typed: Typed, weights: Weights, taken: set[int]
) -> tuple[float, float, dict[int, float]]:
    """Of the alternative that was typed best: how much of it was, what it weighs, and which words it took."""
    best: tuple[float, float, dict[int, float]] = (0.0, 0.0, {})
    worth = -math.inf
    for option in part:
        weight = sum(weights.words[word] for word in option)
        here: dict[int, float] = {}
        got = 0.0
        for word in option:
            for alike, place in typed.resembling.get(word, ()):
                if place not in taken and place not in here:
                    here[place] = alike
                    got += alike * weights.words[word]
                    break
        if got - weight / 2 > worth:
            worth, best = got - weight / 2, (got, weight, here)
    return best


def _longest_run(places: Sequence[int]) -> list[int]:
    """The longest run of places beside each other."""
    runs: list[list[int]] = []
    for place in places:
        if runs and place == runs[-1][-1] + 1:
            runs[-1].append(place)
        else:
            runs.append([place])
    return max(runs, key=len)
