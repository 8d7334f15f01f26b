"""The map as HTML: one file that needs nothing, in which no text becomes anything else."""

from __future__ import annotations

import base64
import hashlib
import json
import re
from importlib.resources import files
from typing import Any

import pytest

from graph.network import Network
from graph.testing.source import Source
from tests.viz.test_potential import around, town
from tests.viz.towns import clubs, street
from tests.whole import Whole
from tests.worlds import network
from viz import page
from viz.nodes import edges, nodes
from viz.page import Form, map_body, map_file, vis_network
from viz.picture import Picture, whole_picture
from viz.positions import Positions
from viz.wanted import USUAL, Wanted

EVIL = "</script><script>alert(1)</script> \"' onclick=alert(1) {{ 7 * 7 }} <!--"


def picture(of: Network, wanted: Wanted = USUAL) -> Picture:
    return whole_picture(of, wanted, Positions(None))


def data(html: str) -> Any:
    found = re.search(r'<script type="application/json" id="map-data">(.*?)</script>', html, re.DOTALL)
    assert found
    return json.loads(found[1])


def evil() -> Network:
    source = Source("evil", published="2021")
    source.source("title", EVIL)
    ann = source.mention("ann", "person", EVIL, printed=EVIL[:30], locator="line 1")
    source.tie(ann, "works_for", source.mention("shop", "organisation", f"Shop {EVIL}"))
    source.property(ann, "email", {"nl": "ann@example.org"})
    return network(source)


def test_the_script_of_vis_network_is_the_one_that_was_looked_at():
    shipped = files("pyvis").joinpath(page.VIS).read_bytes()
    assert hashlib.sha256(shipped).hexdigest() == page.VIS_SHA256
    assert vis_network().encode() == shipped.replace(b"\r\n", b"\n")
    assert "</script" not in vis_network()
    assert "\r" not in vis_network()


def test_the_file_may_do_nothing_but_run_its_own_scripts():
    found = Whole(map_file(picture(network(street())), "nl"))
    policy = next(attrs["content"] for attrs in found.all("meta") if attrs.get("http-equiv"))
    scripts = [text for text, attrs in zip(found.inside["script"], found.all("script"), strict=True) if not attrs]
    (style,) = found.inside["style"]
    assert len(scripts) == 1 + len(page.SCRIPTS)

    def hashed(text: str) -> str:
        return f"'sha256-{base64.b64encode(hashlib.sha256(text.encode()).digest()).decode()}'"

    assert policy.split("; ") == [
        "default-src 'none'",
        f"script-src {' '.join(map(hashed, scripts))}",
        f"style-src {hashed(style)}",
        "img-src data:",
        "base-uri 'none'",
        "form-action 'none'",
    ]


def test_the_file_is_a_whole_page_that_names_nothing_elsewhere():
    html = map_file(picture(network(street())), "en")
    found = Whole(html)
    assert html.startswith("<!doctype html>\n")
    assert found.all("html") == [{"lang": "en"}]
    assert found.inside["title"][0] == "Map of the network – Network of the Binckhorst"
    links = [attrs[key] for _, attrs in found.tags for key in ("href", "src", "action", "data") if key in attrs]
    assert all(link.startswith("#") or link == "data:," for link in links), links
    assert not [attrs for _, attrs in found.tags if "style" in attrs or any(key.startswith("on") for key in attrs)]
    ids = [attrs["id"] for _, attrs in found.tags if "id" in attrs]
    assert len(ids) == len(set(ids))
    assert {link[1:] for link in links if link.startswith("#")} <= set(ids)


def test_the_same_network_is_the_same_file_byte_for_byte():
    assert map_file(picture(network(street())), "nl") == map_file(picture(network(street())), "nl")


@pytest.mark.parametrize("lang", ["nl", "en"])
def test_no_text_becomes_anything_else(lang):
    html = map_file(picture(evil()), lang)
    found = Whole(html)
    assert len(found.all("script")) == 2 + len(page.SCRIPTS)
    assert EVIL in found.text
    assert "49" not in found.text
    assert not [attrs for _, attrs in found.tags if any(key.startswith("on") for key in attrs)]
    assert [node["name"] for node in data(html)["nodes"]] == [EVIL, f"Shop {EVIL}"]


def test_personal_properties_are_nowhere_in_the_file():
    assert "ann@example.org" not in map_file(picture(evil()), "nl")


def test_the_data_is_that_of_a_pyvis_network():
    made = picture(network(street()))
    found = data(map_file(made, "en"))
    assert found["nodes"] == nodes(made)
    assert found["edges"] == edges(made.scene)


def test_the_list_and_the_still_picture_are_there_for_who_has_no_scripts():
    found = Whole(map_file(picture(network(street())), "en"))
    rows = [attrs for attrs in found.all("tr") if "id" in attrs]
    assert len(rows) == 9
    assert "Ann works as owner for Bakery (2018 to 2019)" in found.text
    assert "The street paper, inferred, reason: so it seems" in found.text
    assert [attrs["role"] for attrs in found.all("svg") if "role" in attrs] == ["img"]


def test_choices_stand_as_they_were_asked_for():
    html = map_body(picture(network(street()), Wanted(kinds=("person",), sectors=("education",), since="2020")), "nl")
    found = Whole(html)
    boxes = [attrs for attrs in found.all("input") if attrs.get("type") == "checkbox"]
    assert [box["value"] for box in boxes if "checked" in box] == ["person", "education"]
    assert [attrs["value"] for attrs in found.all("input") if attrs.get("name") == "since"] == ["2020"]
    hidden = [attrs["id"] for attrs in found.all("tr") if "hidden" in attrs]
    assert len(hidden) == 8


def test_on_a_server_the_choices_go_to_it_and_names_lead_to_their_pages():
    form = Form("/map", (("around", 'news:"ann'),))
    found = Whole(map_body(picture(network(street())), "nl", form=form, address=lambda id_: f"/entity/{id_}"))
    assert [attrs["action"] for attrs in found.all("form") if "action" in attrs] == ["/map"]
    assert {"type": "hidden", "name": "around", "value": 'news:"ann'} in found.all("input")
    assert "/entity/news:ann" in [attrs.get("href") for attrs in found.all("a")]
    in_file = Whole(map_file(picture(network(street())), "nl"))
    assert not [attrs for attrs in in_file.all("form") if "action" in attrs]


def boxes(found: Whole) -> list[dict[str, str]]:
    return [attrs for attrs in found.all("input") if attrs.get("name") == "potential"]


@pytest.mark.parametrize(("lang", "said"), [("nl", "Toon voorstellen"), ("en", "Show proposals")])
def test_proposals_can_be_asked_for_where_there_is_a_server_to_ask(lang, said):
    html = map_body(picture(network(street())), lang, form=Form("/map", cards="/introductions"))
    found = Whole(html)
    (box,) = boxes(found)
    assert "checked" not in box
    assert said in found.text
    assert data(html)["proposals"] is None
    assert not boxes(Whole(map_body(picture(network(street())), lang, form=Form("/map"))))
    assert not boxes(Whole(map_file(picture(network(street())), lang)))


def test_proposals_that_were_asked_for_are_listed_apart_with_why_and_that_they_are_no_ties():
    html = map_file(town(("Ann", "Cas")), "en")
    found = Whole(html)
    (box,) = boxes(found)
    assert "checked" in box
    listed = found.text.partition("Proposals, not counted\n")[2].partition("The same map as a list")[0]
    assert "Ann – Cas" in listed
    assert "Ann suits Cas" in listed
    assert "A proposal is no tie: no source states it, and it counts nowhere." in listed
    assert "8 of 9 shown, with 7 ties." in found.text
    assert "Proposals drawn, not counted: 1." in found.text
    assert len(data(html)["proposals"]["arcs"]) == 1


def test_a_guest_is_listed_with_the_proposals_and_not_with_those_around():
    found = Whole(map_file(around("Bob", ("Bob", "Cas")), "en"))
    guests = found.text.partition("Proposed, and outside this map\n")[2].partition("The same map as a list")
    assert "ties are not on this map" in guests[0]
    assert "Cas" in guests[0]
    assert "Cas" not in guests[2]


def test_proposals_stand_in_full_a_link_away():
    made = town(("Ann", "Cas"))
    found = Whole(map_body(made, "en", form=Form("/map", cards="/introductions?lang=en")))
    assert "/introductions?lang=en" in [attrs.get("href") for attrs in found.all("a")]


def test_of_nothing_there_is_a_page_that_says_so():
    found = Whole(map_file(picture(network()), "nl"))
    assert "Er is niets om te tekenen." in found.text
    assert data(map_file(picture(network()), "nl"))["nodes"] == []


def test_more_marks_make_a_file_larger_by_less_than_two_thousand_bytes_each():
    small, large = (len(map_file(picture(clubs(groups, 6)), "nl").encode()) for groups in (4, 20))
    assert (large - small) / (16 * 7) < 2_000
