"""Every kind has a mark in its own colour and shape."""

from __future__ import annotations

from typing import get_args
from xml.etree import ElementTree as ET

import pytest

from graph.words import EntityKind, Label
from graph.words.model import Shape
from viz.marks import mark

SHAPES: tuple[Shape, ...] = get_args(Shape)


def kind(shape: Shape, colour: str = "#123abc") -> EntityKind:
    label = Label(nl="ding", en="thing")
    return EntityKind(name="thing", label=label, plural=label, means=label, colour=colour, shape=shape)


@pytest.mark.parametrize("shape", SHAPES)
def test_a_mark_is_one_figure_in_the_colour_of_its_kind(shape: Shape) -> None:
    svg = ET.fromstring(mark(kind(shape)))
    (figure,) = list(svg)
    assert figure.attrib["fill"] == "#123abc"
    assert "style" not in svg.attrib | figure.attrib


def test_no_two_shapes_look_the_same() -> None:
    assert len({mark(kind(shape)) for shape in SHAPES}) == len(SHAPES)


@pytest.mark.parametrize("shape", SHAPES)
def test_a_mark_stays_inside_its_frame(shape: Shape) -> None:
    (figure,) = list(ET.fromstring(mark(kind(shape))))
    points = [float(n) for pair in figure.attrib.get("points", "").split() for n in pair.split(",")]
    assert all(0 <= n <= 24 for n in points)


def test_a_mark_is_silent_for_a_screen_reader_and_as_large_as_asked() -> None:
    svg = ET.fromstring(mark(kind("star"), size=40))
    assert (svg.attrib["aria-hidden"], svg.attrib["width"], svg.attrib["height"]) == ("true", "40", "40")


def test_a_triangle_that_points_down_is_a_triangle_turned_over() -> None:
    up, down = (ET.fromstring(mark(kind(shape)))[0].attrib["points"] for shape in ("triangle", "triangle_down"))
    assert up.split()[0] == "12.0,2.0"
    assert down.split()[0] == "12.0,22.0"
