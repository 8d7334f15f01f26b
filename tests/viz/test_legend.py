"""The legend explains what a picture has, in the words of the network."""

from __future__ import annotations

from tests.viz.towns import street
from tests.worlds import WORDS, network
from viz.colours import OTHER, PALETTE
from viz.legend import legend, sector_colours
from viz.scene import scene
from viz.wanted import Wanted


def test_each_kind_that_is_there_with_how_many_and_whether_it_is_drawn():
    found = legend(scene(network(street())), "en")
    assert [(entry.label, entry.total, entry.drawn) for entry in found.kinds] == [
        ("activities", 1, True),
        ("budget lines", 1, False),
        ("organisations", 2, True),
        ("people", 4, True),
        ("projects", 1, True),
    ]


def test_each_sector_that_is_there_with_its_colour_and_a_grey_for_who_has_none():
    found = legend(scene(network(street())), "en")
    assert [(entry.label, entry.colour) for entry in found.sectors] == [
        ("entrepreneurs", PALETTE[0]),
        ("education", PALETTE[1]),
        ("sector not known", OTHER),
    ]


def test_each_sort_of_line_that_is_there():
    found = legend(scene(network(street())), "nl")
    assert [(entry.label, entry.dash) for entry in found.lines] == [
        ("genoemd in een bron", ""),
        ("afgeleid, met reden", "6 4"),
        ("van horen zeggen", "1.5 4"),
    ]


def test_what_is_not_drawn_is_known_not_to_be():
    found = legend(scene(network(street()), Wanted(kinds=("person",), sectors=("education",))), "en")
    assert [entry.name for entry in found.kinds if entry.drawn] == ["person"]
    assert [entry.name for entry in found.sectors if entry.drawn] == ["education"]
    assert not [entry for entry in found.lines if entry.drawn]


def test_a_sector_keeps_its_colour_whatever_else_is_there():
    assert list(sector_colours(WORDS).values()) == list(PALETTE[: len(WORDS.choices["sector"].choices)])
