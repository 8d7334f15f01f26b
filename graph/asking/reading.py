"""How a question in words is understood: which one of the catalogue, about whom or what, and what is missing."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass

from graph.asking.fit import Fit, fit
from graph.asking.mentions import Names
from graph.asking.phrases import Phrase, load_phrases
from graph.asking.typed import Typed
from graph.asking.weights import Weights
from graph.jsontext import Json
from graph.names import normalised
from graph.naming import Naming
from graph.questions import QUESTIONS, Parameter, Question

SURE = 0.541
"""From this score on a question is taken as understood."""

CLEAR = 0.017
"""By so much the best question must be better than the next."""

TELLING = 1.2
"""A question has a word that weighs so much, or a name: words such as `who` and `what` make none."""

LIKELY = 0.3
"""Below this score it is no question about the network."""

LONGEST = 2_000
"""The characters of a text that are read."""


@dataclass(frozen=True, slots=True)
class Reading:
    """A question in words as it was read.

    `question` is None when nothing fits well enough. `parameters` are what was named, as the question reads them;
    `missing` what it needs and was not named; `unread` the words that say nothing to us. `nearest` are the three
    questions that come nearest, the best first. `nonsense` says that not even these come near.
    """

    question: str | None
    parameters: Mapping[str, str]
    missing: tuple[str, ...]
    nearest: tuple[str, ...]
    unread: tuple[str, ...]
    nonsense: bool = False

    def json(self) -> dict[str, Json]:
        return {
            "question": self.question,
            "parameters": dict(self.parameters),
            "missing": list(self.missing),
            "nearest": list(self.nearest),
            "unread": list(self.unread),
        }


class Reader:
    """Reads questions in words about one network; see `graph.asking.fit` for how they are compared."""

    def __init__(self, naming: Naming) -> None:
        phrases = load_phrases()
        by_name = {question.name: question for question in QUESTIONS}
        self._phrases = [(by_name[phrase.question], phrase, _slots(by_name, phrase)) for phrase in phrases.all]
        self._weights = Weights(phrases)
        self._names = Names(naming, self._weights.words.keys() | phrases.filler, phrases.filler)

    def read(self, text: str) -> Reading:
        """How a text is understood; what is not clear is not guessed."""
        typed = Typed(normalised(text[:LONGEST]).split(), self._weights, self._names)
        best: dict[str, Fit] = {}
        for question, phrase, slots in self._phrases:
            found = fit(question, phrase, slots, typed, self._weights)
            if question.name not in best or found.score > best[question.name].score:
                best[question.name] = found
        first, second, third, *_ = sorted(best.values(), key=lambda found: -found.score)
        nearest = (first.question.name, second.question.name, third.question.name)
        if first.score < SURE or first.score - second.score < CLEAR or first.strength < TELLING:
            return Reading(None, {}, (), nearest, tuple(typed.words), first.score < LIKELY)
        values = {**first.values, **typed.besides(first.question, first.values, first.read)}
        missing = tuple(p.name for p in first.question.parameters if p.required and p.name not in values)
        return Reading(first.question.name, values, missing, nearest, tuple(typed.words[k] for k in first.unread))


def _slots(questions: Mapping[str, Question], phrase: Phrase) -> tuple[Parameter, ...]:
    parameters = {parameter.name: parameter for parameter in questions[phrase.question].parameters}
    return tuple(parameters[name] for name in phrase.slots)
