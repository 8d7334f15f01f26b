"""Every kind has a mark in its own colour and shape, and a look of its own on the map."""

from __future__ import annotations

import re
from dataclasses import astuple
from typing import get_args
from xml.etree import ElementTree as ET

import pytest

from graph.words import EntityKind, Label
from graph.words.model import Shape
from tests.worlds import WORDS
from viz.colours import DARK_PAPER, LIGHT_PAPER, contrast
from viz.marks import FRAME, PATHS, looks, mark

SHAPES: tuple[Shape, ...] = get_args(Shape)


def kind(shape: Shape, colour: str = "#123abc") -> EntityKind:
    label = Label(nl="ding", en="thing")
    return EntityKind(name="thing", label=label, plural=label, means=label, colour=colour, shape=shape)


@pytest.mark.parametrize("shape", SHAPES)
def test_a_mark_is_one_figure_in_the_colour_of_its_kind(shape: Shape) -> None:
    svg = ET.fromstring(mark(kind(shape)))
    (figure,) = list(svg)
    assert figure.attrib == {"d": PATHS[shape], "fill": "#123abc"}
    assert "style" not in svg.attrib


def test_no_two_shapes_look_the_same() -> None:
    assert len({PATHS[shape] for shape in SHAPES}) == len(SHAPES)


@pytest.mark.parametrize("shape", [shape for shape in SHAPES if shape not in {"circle", "ellipse"}])
def test_a_mark_stays_inside_its_frame(shape: Shape) -> None:
    points = [float(number) for number in re.findall(r"[\d.]+", PATHS[shape])]
    assert points
    assert all(0 <= number <= FRAME for number in points)


def test_a_mark_is_silent_for_a_screen_reader_and_as_large_as_asked() -> None:
    svg = ET.fromstring(mark(kind("star"), size=40))
    assert (svg.attrib["aria-hidden"], svg.attrib["width"], svg.attrib["height"]) == ("true", "40", "40")


def test_a_triangle_that_points_down_is_a_triangle_turned_over() -> None:
    assert PATHS["triangle"].startswith("M12.0 2.0L")
    assert PATHS["triangle_down"].startswith("M12.0 22.0L")


def test_on_the_map_no_two_kinds_look_the_same_even_without_their_colours() -> None:
    seen = [(look.path, look.dash, look.filled) for look in looks(WORDS).values()]
    assert len(set(seen)) == len(seen) == len(WORDS.entities)


def test_people_and_organisations_are_filled_with_their_sector_and_outlined_in_ink() -> None:
    found = looks(WORDS)
    assert {name for name, look in found.items() if look.filled} == {"person", "organisation"}
    assert astuple(found["person"]) == (PATHS["circle"], "", "", True)


@pytest.mark.parametrize("paper", [LIGHT_PAPER, DARK_PAPER])
def test_the_outline_of_every_other_kind_is_seen_on_any_paper(paper: str) -> None:
    assert all(contrast(look.outline, paper) >= 3 for look in looks(WORDS).values() if look.outline)
