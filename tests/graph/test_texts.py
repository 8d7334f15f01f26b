"""Words shown to people are real Dutch and real English, also for none, one and many."""

from __future__ import annotations

import pytest

from graph.texts import Text, counted, listed, number, say

TOUR, TOURS = Text("tour", "tour"), Text("tours", "tours")


def test_a_text_is_said_in_the_language_asked_for():
    assert (Text("dag", "day").say("nl"), Text("dag", "day").say("en")) == ("dag", "day")


def test_a_value_in_one_language_is_said_in_that_one_rather_than_not():
    assert [say({"en": "day"}, lang) for lang in ("nl", "en")] == ["day", "day"]
    assert say({"nl": "", "en": "day"}, "nl") == ""
    assert (say(None, "nl"), say(3, "nl"), say({}, "nl")) == ("", "3", "")


@pytest.mark.parametrize(
    ("items", "nl", "en"),
    [([], "", ""), (["a"], "a", "a"), (["a", "b"], "a en b", "a and b"), (["a", "b", "c"], "a, b en c", "a, b and c")],
)
def test_items_are_listed_as_a_person_does(items, nl, en):
    assert (listed(items, "nl"), listed(items, "en")) == (nl, en)


@pytest.mark.parametrize(
    ("n", "nl", "en"), [(0, "geen tours", "no tours"), (1, "1 tour", "1 tour"), (1200, "1.200 tours", "1,200 tours")]
)
def test_a_number_stands_with_its_noun(n, nl, en):
    assert (counted(n, TOUR, TOURS, "nl"), counted(n, TOUR, TOURS, "en")) == (nl, en)


def test_numbers_have_the_separators_of_the_language():
    assert (number(1234567, "nl"), number(1234567, "en")) == ("1.234.567", "1,234,567")
    assert (number(0.5, "nl", 1), number(-1000, "en")) == ("0,5", "-1,000")
