"""The catalogue of questions as JSON, for every door alike."""

from __future__ import annotations

from graph.jsontext import Json
from graph.questions import QUESTIONS, Question
from graph.texts import Lang


def catalogue_json(lang: Lang) -> list[dict[str, Json]]:
    """All questions, in the order of the menu."""
    return [question_json(question, lang) for question in QUESTIONS]


def question_json(question: Question, lang: Lang) -> dict[str, Json]:
    """An entry of the catalogue."""
    return {
        "name": question.name,
        "label": question.label.say(lang),
        "asks": question.asks.say(lang),
        "parameters": [
            {
                "name": p.name,
                "label": p.label.say(lang),
                "takes": list(p.takes),
                "required": p.required,
                "choices": {key: label.say(lang) for key, label in p.choices.items()},
                "default": p.default or None,
            }
            for p in question.parameters
        ],
        "example": dict(question.example),
    }
