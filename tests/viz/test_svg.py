"""The still picture: whole, with a legend, and safe whatever the names are."""

from __future__ import annotations

import re
from xml.etree import ElementTree as ET

import pytest

from graph.network import Network
from graph.testing.source import Source
from tests.viz.towns import clubs, street
from tests.worlds import network
from viz.layout import places
from viz.scene import Scene, scene
from viz.svg import TIE, draw, draw_file
from viz.wanted import Wanted

SVG = "{http://www.w3.org/2000/svg}"
EVIL = ("<script>alert(1)</script>", "\"' onload='alert(1)", "]]> & &amp; </svg>", "null\ufffe", "{{ 7 * 7 }}")


def drawing(picture: Scene, **more: bool) -> ET.Element:
    return ET.fromstring(draw(picture, places(picture), "en", **more))


def texts(svg: ET.Element, attribute: str) -> list[str]:
    """The words in the group with this attribute."""
    return [text.text or "" for text in svg.iterfind(f".//{SVG}g[{attribute}]//{SVG}text")]


def one_with(name: str) -> Network:
    news = Source("news")
    news.tie(news.mention("a", "person", name), "works_for", news.mention("b", "organisation", name))
    return network(news)


def test_every_mark_that_is_drawn_is_a_figure_with_its_name():
    svg = drawing(scene(network(street())))
    titles = [title.text for title in svg.iterfind(f".//{SVG}path/{SVG}title")]
    assert sorted(filter(None, titles)) == [
        "Ann – person", "Bakery – organisation", "Bob – person", "Cas – person", "Dot – person", "Fair – activity",
        "Plan – project", "School – organisation",
    ]  # fmt: skip
    assert sorted(texts(svg, "@id='map-names'")) == ["Ann", "Bakery", "Bob", "Cas", "Dot", "Fair", "Plan", "School"]


def test_stated_inferred_and_heard_ties_are_drawn_differently():
    lines = drawing(scene(network(street()))).findall(f"{SVG}path[@class='tie']")
    assert [(line.get("stroke-dasharray"), line.get("d", "").count("M"), line.get("stroke")) for line in lines] == [
        (None, 5, TIE),
        ("6 4", 1, TIE),
        ("1.5 4", 1, TIE),
    ]


def test_it_says_what_it_is_and_how_much_it_shows():
    svg = drawing(scene(network(street())))
    assert svg.get("role") == "img"
    named = [svg.find(f"*[@id='{id_}']") for id_ in svg.get("aria-labelledby", "").split()]
    assert [one.text for one in named if one is not None] == ["Map of the network", "8 of 9 shown, with 7 ties."]


def test_the_legend_has_what_is_drawn_and_nothing_else():
    said = texts(drawing(scene(network(street()), Wanted(kinds=("person", "organisation")))), "@class='legend'")
    assert said == [
        "Shape: kind", "organisations", "people", "Colour: sector", "entrepreneurs", "education", "sector not known",
        "Line", "stated by a source", "inferred, with a reason",
    ]  # fmt: skip
    assert not texts(drawing(scene(network(street())), with_legend=False), "@class='legend'")


def test_several_sectors_are_shown_side_by_side():
    news = street()
    news.tie("news:ann", "works_for", "news:school")
    svg = drawing(scene(network(news)))
    (mixed,) = svg.findall(f".//{SVG}linearGradient")
    assert [stop.get("stop-color") for stop in mixed] == ["#0072B2", "#0072B2", "#E69F00", "#E69F00"]
    assert svg.find(f".//{SVG}g[@fill='url(#{mixed.get('id')})']") is not None


@pytest.mark.parametrize("name", EVIL)
def test_a_name_stays_a_name(name):
    svg = drawing(scene(one_with(name)))
    assert {element.tag.removeprefix(SVG) for element in svg.iter()} <= {
        "svg", "title", "desc", "defs", "rect", "path", "g", "text", "use",
    }  # fmt: skip
    assert not [key for element in svg.iter() for key in element.attrib if key.startswith("on") or key == "style"]


def test_it_needs_no_style_sheet_no_script_and_nothing_from_elsewhere():
    text = draw_file(scene(clubs(4, 5)), places(scene(clubs(4, 5))), "nl")
    assert text.startswith('<?xml version="1.0" encoding="UTF-8"?>\n<svg xmlns="http://www.w3.org/2000/svg"')
    assert not re.findall(r"style=|<style|<script|<image|href=.[^#]", text)
    assert re.findall(r"https?://[^\"]+", text) == ["http://www.w3.org/2000/svg"]


def test_everything_drawn_lies_inside_the_paper():
    svg = drawing(scene(clubs(5, 6)))
    left, top, wide, high = map(float, svg.get("viewBox", "").split())
    for label in svg.iterfind(f".//{SVG}text"):
        assert left < float(label.get("x", "nan")) < left + wide
        assert top < float(label.get("y", "nan")) < top + high


def test_nothing_is_a_picture_too():
    svg = drawing(scene(network()))
    assert [desc.text for desc in svg.findall(f"{SVG}desc")] == ["There is nothing to draw."]


def test_a_choice_of_a_large_map_is_drawn_closer_together():
    whole, few = scene(clubs(6, 12)), scene(clubs(6, 12), Wanted(kinds=("organisation",)))
    spots = places(whole)
    wide = [float(ET.fromstring(draw(of, spots, "en", with_legend=False)).get("width", "")) for of in (whole, few)]
    assert wide[1] < wide[0] * 0.7
