"""The phrases fit the catalogue: each question has some in each language, with slots for what it needs."""

from __future__ import annotations

from pathlib import Path

import pytest

from graph.asking import phrases as package
from graph.asking.phrases import Slot, load_phrases, read_phrase
from graph.questions import QUESTIONS, question_named
from graph.words import read_mapping

FOLDER = Path(package.__file__).parent


@pytest.mark.parametrize("lang", ["nl", "en"])
def test_every_question_has_phrases_in_each_language(lang):
    said = read_mapping(FOLDER / f"{lang}.yaml")
    assert said.keys() == {"filler", *(question.name for question in QUESTIONS)}
    assert all(len(said[question.name]) >= 5 for question in QUESTIONS)


@pytest.mark.parametrize("question", QUESTIONS, ids=lambda question: question.name)
def test_slots_are_parameters_and_what_is_needed_has_one(question):
    slots = {slot for phrase in load_phrases().all if phrase.question == question.name for slot in phrase.slots}
    assert slots <= {parameter.name for parameter in question.parameters}
    assert {parameter.name for parameter in question.parameters if parameter.required} <= slots


def test_no_phrase_is_of_two_questions():
    owners = {}
    for phrase in load_phrases().all:
        bare = tuple("…" if isinstance(part, Slot) else part for part in phrase.parts)
        kinds = tuple(
            parameter.takes
            for slot in phrase.slots
            for parameter in question_named(phrase.question).parameters
            if parameter.name == slot
        )
        assert owners.setdefault((bare, kinds), phrase.question) == phrase.question, phrase


def test_alternatives_without_slots_stay_together_and_those_with_slots_are_phrases_of_their_own():
    (one,) = read_phrase("present", "who (was|were) there")
    assert one.parts[1] == (("was",), ("were",))
    assert {phrase.slots for phrase in read_phrase("agenda", "agenda (of {period}|)")} == {("period",), ()}


def test_words_are_normalised_as_names_are():
    (one,) = read_phrase("blind-spots", "what don't we know")
    assert one.words == {"what", "dont", "we", "know"}
