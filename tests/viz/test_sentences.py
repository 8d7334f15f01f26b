"""What a picture says of itself, for none, one and many."""

from __future__ import annotations

import pytest

from graph.testing.source import Source
from tests.viz.towns import street
from tests.worlds import network
from viz.scene import scene
from viz.sentences import made_of, shown_of
from viz.wanted import Wanted


def lonely() -> Source:
    news = Source("news")
    news.mention("ann", "person", "Ann")
    return news


@pytest.mark.parametrize(
    ("sources", "wanted", "nl", "en"),
    [
        ([], Wanted(), "Er is niets om te tekenen.", "There is nothing to draw."),
        ([lonely()], Wanted(), "1 ding, met geen banden.", "1 thing, with no ties."),
        ([street()], Wanted(details=True), "9 dingen, met 8 banden.", "9 things, with 8 ties."),
        ([street()], Wanted(), "8 van 9 getoond, met 7 banden.", "8 of 9 shown, with 7 ties."),
        ([street()], Wanted(kinds=("person",)), "4 van 9 getoond, met 1 band.", "4 of 9 shown, with 1 tie."),
    ],
)
def test_how_much_is_drawn_of_what_there_is(sources, wanted, nl, en):
    picture = scene(network(*sources), wanted)
    assert (shown_of(picture, "nl"), shown_of(picture, "en")) == (nl, en)


def test_what_it_was_made_of():
    assert made_of(scene(network(street())), "en") == (
        "State of the data: version 1, from 1 source. Made with binck; this file fetches nothing."
    )
