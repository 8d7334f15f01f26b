"""A free word in a text: whole, as a beginning, as the last part of a compound; and what comes near it."""

from __future__ import annotations

import pytest

from graph.freewords import FreeWord
from graph.names import normalised


def stands(asked: str, text: str) -> bool:
    return FreeWord.of(asked).stands_in(normalised(text).split())


@pytest.mark.parametrize(
    ("asked", "text"),
    [
        ("brood", "Vers BROOD!"),  # whole, without case
        ("cooperatie", "een coöperatie"),  # without accents
        ("circulair", "circulariteit en circulaire daken"),  # the beginning of a word
        ("ai", "apps met AI"),  # a short word, whole
        ("circulaire", "circulair bouwen"),  # an ending that is not there
        ("ondernemers", "de ondernemer"),
        ("economie", "de impacteconomie"),  # the last part of a compound
        ("ruimte", "experimenteerruimtes"),  # and its plural
        ("groene daken", "daken die groen of groene zijn"),  # several words, in any order
    ],
)
def test_it_stands_there(asked, text):
    assert stands(asked, text)


@pytest.mark.parametrize(
    ("asked", "text"),
    [
        ("ict", "conflict en ictus"),  # short: only whole
        ("bro", "brood"),
        ("oven", "boven"),  # too short for a last part
        ("bouwen", "verbouwen"),  # no compound
        ("groene daken", "groene weiden"),  # one of the two words is missing
        ("circulariteit", "circulair"),
        ("", "alles"),
    ],
)
def test_it_does_not_stand_there(asked, text):
    assert not stands(asked, text)


def test_what_comes_near_begins_alike_holds_it_or_differs_by_a_letter_or_two():
    names = ["circulariteit", "talent", "groene daken", "Talant", "proeftuin van de toekomst"]
    assert FreeWord.of("circuleren").near(names) == ["circulariteit"]
    assert FreeWord.of("talent").near(names) == ["talent", "Talant"]
    assert FreeWord.of("tuin").near(names) == ["proeftuin van de toekomst"]
    assert FreeWord.of("quantum").near(names) == []
    assert FreeWord.of("een").near(["Teen"], most=0) == []
