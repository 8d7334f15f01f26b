"""Nobody takes a potential tie for a tie: it is bowed, dashed otherwise, of another colour, and explained."""

from __future__ import annotations

from xml.etree import ElementTree as ET

import pytest

from tests.viz.test_potential import around, bare, town
from tests.worlds import WORDS
from viz.arcs import COLOUR, DASH
from viz.colours import DARK_PAPER, LEAST_CONTRAST, LIGHT_PAPER, OTHER, PALETTE, contrast
from viz.legend import DASHED
from viz.marks import looks
from viz.picture import Picture
from viz.svg import TIE, draw

SVG = "{http://www.w3.org/2000/svg}"


def drawing(picture: Picture) -> ET.Element:
    return ET.fromstring(draw(picture.scene, picture.places, "en", potential=picture.potential))


def legend_of(svg: ET.Element) -> list[str]:
    return [text.text or "" for text in svg.iterfind(f"{SVG}g[@class='legend']/{SVG}text")]


def figures(svg: ET.Element) -> set[tuple[str | None, str | None]]:
    """Every mark with its place and size, but guests."""
    return {(path.findtext(f"{SVG}title"), path.get("transform")) for path in svg.iterfind(f"{SVG}g/{SVG}path")}


@pytest.mark.parametrize("paper", [LIGHT_PAPER, DARK_PAPER])
def test_its_colour_is_seen_on_any_paper(paper):
    assert contrast(COLOUR, paper) >= LEAST_CONTRAST


def test_its_colour_and_dashes_are_those_of_nothing_else():
    assert COLOUR not in {*PALETTE, OTHER, TIE, *(look.outline for look in looks(WORDS).values())}
    assert DASH not in DASHED.values()


def test_each_is_a_bow_that_says_who_and_why_and_that_it_is_a_proposal():
    (arc,) = drawing(town(("Ann", "Cas"), ("Ann", "Flour"))).iterfind(f"{SVG}path[@class='potential']")
    assert "Q" in arc.get("d", "")
    assert (arc.get("stroke"), arc.get("stroke-dasharray")) == (COLOUR, DASH)
    assert arc.findtext(f"{SVG}title") == "proposal: Ann – Cas. Ann suits Cas"


def test_the_ties_and_marks_are_drawn_as_they_are_without():
    with_some, without = drawing(town(("Ann", "Cas"))), drawing(bare())
    assert figures(with_some) == figures(without)
    assert len(figures(without)) == 8
    lines = [[line.get("d") for line in svg.iterfind(f"{SVG}path[@class='tie']")] for svg in (with_some, without)]
    assert lines[0] == lines[1]


def test_around_somebody_too_all_others_are_drawn_as_they_are_without():
    with_guest, without = figures(drawing(around("Bob", ("Bob", "Cas")))), figures(drawing(bare("Bob")))
    assert {title for title, _ in with_guest - without} == {"Cas – person"}
    assert without < with_guest


def test_a_guest_has_a_ring_and_a_name():
    svg = drawing(around("Bob", ("Bob", "Cas")))
    assert len(svg.findall(f"{SVG}circle[@class='guest']")) == 1
    assert "Cas" in [text.text for text in svg.iterfind(f"{SVG}defs/{SVG}g/{SVG}text")]
    assert drawing(town(("Ann", "Cas"))).findall(f"{SVG}circle") == []


def test_the_legend_explains_what_is_drawn_and_nothing_else():
    assert legend_of(drawing(town(("Ann", "Cas"))))[-2:] == ["Proposal", "proposal: no tie, not counted"]
    assert legend_of(drawing(around("Bob", ("Bob", "Cas"))))[-1] == "proposed, lies outside this map"
    assert "Proposal" not in legend_of(drawing(bare()))
    assert "Proposal" not in legend_of(drawing(town(("Ann", "Flour"))))
