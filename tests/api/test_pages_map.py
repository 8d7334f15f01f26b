"""The pages of the map, as a browser without scripts gets them."""

from __future__ import annotations

from urllib.parse import parse_qs, quote, urlsplit

import pytest
from fastapi.testclient import TestClient

from api.security import HEADERS
from graph.words import Words
from tests.api.conftest import HOSTILE_NAMES, client_of, desk_of
from tests.graph.introductions.test_proposals import market
from tests.viz.test_page import boxes, data
from tests.viz.towns import street
from tests.whole import Whole
from viz.page import SCRIPTS, vis_network

CONNECTS = "/ask/connects/map?from=education&to=entrepreneurs"
MAPS = (
    "/map", "/map?around=Ann", "/map?around=Ann&steps=2", "/map?potential=1", "/map?around=Ann&potential=1",
    "/map?kind=person&sector=education&since=2020&all=1",
)  # fmt: skip


@pytest.fixture(scope="module")
def town(words: Words) -> TestClient:
    return client_of(desk_of(words, street()))


def whole(client: TestClient, path: str) -> Whole:
    response = client.get(path)
    assert response.status_code == 200
    return Whole(response.text)


@pytest.mark.parametrize("lang", ["nl", "en"])
@pytest.mark.parametrize("path", MAPS)
def test_a_map_is_a_whole_page_with_everything_from_here(town: TestClient, path: str, lang: str) -> None:
    found = whole(town, f"{path}{'&' if '?' in path else '?'}lang={lang}")
    assert found.all("html") == [{"lang": lang}]
    assert [attrs.get("src", attrs.get("type")) for attrs in found.all("script")] == [
        "/static/vis-network.min.js", *(f"/static/map/{script}" for script in SCRIPTS), "application/json",
    ]  # fmt: skip
    assert all("defer" in attrs for attrs in found.all("script") if "src" in attrs)
    assert not found.all("style")
    assert not [attrs for _, attrs in found.tags if "style" in attrs or any(key.startswith("on") for key in attrs)]
    ids = [attrs["id"] for _, attrs in found.tags if "id" in attrs]
    assert len(ids) == len(set(ids))
    assert {attrs["href"][1:] for attrs in found.all("a") if attrs["href"].startswith("#")} <= {*ids}
    for attrs in found.all("link") + found.all("script"):
        address = attrs.get("href", attrs.get("src", ""))
        assert not address or town.get(address).status_code == 200


def test_only_maps_may_run_a_script_and_only_one_from_here(town: TestClient) -> None:
    policy = town.get("/map").headers["content-security-policy"]
    assert policy == f"{HEADERS['Content-Security-Policy']}; script-src 'self'"
    others = {name: value for name, value in town.get("/map").headers.items() if name != "content-security-policy"}
    assert {
        name.lower(): value for name, value in HEADERS.items() if "Content-Sec" not in name
    }.items() <= others.items()
    for path in ("/", "/entity/news:ann", "/ask/connects?from=education&to=entrepreneurs", "/map?around=nobody"):
        assert town.get(path).headers["content-security-policy"] == HEADERS["Content-Security-Policy"]


def test_the_script_that_draws_comes_from_the_package_that_ships_it(town: TestClient) -> None:
    response = town.get("/static/vis-network.min.js")
    assert response.headers["content-type"] == "text/javascript; charset=utf-8"
    assert response.text == vis_network()


@pytest.mark.parametrize(
    ("query", "names"),
    [
        ("", ["Ann", "Bakery", "Bob", "Cas", "Dot", "Fair", "Flour", "Plan", "School"]),
        ("kind=person", ["Ann", "Bob", "Cas", "Dot"]),
        ("kind=persoon&kind=project&sector=education", ["Cas", "Plan"]),
        ("until=2020", ["Ann", "Bakery", "Bob", "Cas", "Dot", "Plan", "School"]),
        ("kind=budget_line", ["Flour"]),
    ],
)
def test_a_choice_works_without_a_script(town: TestClient, query: str, names: list[str]) -> None:
    text = town.get(f"/map?{query}").text
    rows = {attrs["id"] for attrs in Whole(text).all("tr") if "id" in attrs and "hidden" not in attrs}
    assert sorted(node["name"] for node in data(text)["nodes"] if f"n{node['id']}" in rows) == names


def test_the_form_asks_the_same_page_and_takes_along_what_it_is_about(town: TestClient) -> None:
    found = whole(town, "/map?around=ann&steps=2&lang=en")
    assert [attrs["action"] for attrs in found.all("form") if "action" in attrs] == ["/map"]
    hidden = [(attrs["name"], attrs["value"]) for attrs in found.all("input") if attrs.get("type") == "hidden"]
    assert hidden == [("around", "news:ann"), ("steps", "2"), ("lang", "en")]


def test_around_somebody_is_whom_she_has_ties_with_and_what_lies_beyond(town: TestClient) -> None:
    near = town.get("/map?around=Cas").text
    assert [node["name"] for node in data(near)["nodes"]] == ["Cas", "Fair", "School"]
    assert "De kaart rond Cas" in Whole(near).text
    links = {attrs["href"] for attrs in Whole(near).all("a")}
    assert {"/entity/news:cas", "/map", "/map?around=news%3Acas&steps=2"} <= links
    further = [node["name"] for node in data(town.get("/map?around=Cas&steps=2").text)["nodes"]]
    assert further == ["Ann", "Cas", "Fair", "Plan", "School"]


def test_beside_an_answer_is_just_its_part_with_a_link_to_the_same_part(binckhorst: TestClient) -> None:
    found = whole(binckhorst, "/ask/connects?from=education&to=entrepreneurs")
    (svg,) = (attrs for attrs in found.all("svg") if attrs.get("role") == "img")
    assert svg["aria-labelledby"] == "part-title part-desc"
    answer = binckhorst.get("/api/questions/connects?from=education&to=entrepreneurs").json()["network"]
    (link,) = (attrs["href"] for attrs in found.all("a") if "/map?" in attrs["href"] and "ask" in attrs["href"])
    assert link == CONNECTS
    nodes = data(binckhorst.get(link).text)["nodes"]
    assert len(nodes) == len(answer["entities"])
    assert "De kaart bij: Wie verbindt onderwijs met ondernemers?" in whole(binckhorst, link).text


def test_on_the_page_of_somebody_is_what_is_around_her(town: TestClient) -> None:
    found = whole(town, "/entity/news:ann")
    assert "De kaart rond Ann" in found.text
    assert "/map?around=news%3Aann" in [attrs["href"] for attrs in found.all("a")]
    assert not [attrs for attrs in whole(town, "/entity/news:dot").all("svg") if attrs.get("role") == "img"]


def test_the_map_is_in_the_menu(town: TestClient) -> None:
    assert "/map?lang=en" in [attrs["href"] for attrs in whole(town, "/?lang=en").all("a")]


@pytest.mark.parametrize("path", [*MAPS, CONNECTS])
def test_every_link_keeps_the_language(town: TestClient, path: str) -> None:
    for attrs in whole(town, f"{path}{'&' if '?' in path else '?'}lang=en").all("a"):
        url = urlsplit(attrs["href"])
        if attrs["href"].startswith("#") or "hreflang" in attrs:
            continue
        assert parse_qs(url.query).get("lang") == ["en"], attrs["href"]


@pytest.mark.parametrize(
    ("path", "status", "said"),
    [
        ("/map?around=nobody", 404, "Niets heet 'nobody'"),
        ("/map?kind=ship", 422, "er is geen 'ship'; kies uit activity"),
        ("/map?since=May", 422, "'May' is geen datum; schrijf 2021"),
        ("/map?since=2022&until=2021", 422, "de periode begint op 2022"),
        ("/map?around=Ann&steps=99", 422, "steps"),
        ("/ask/nothing/map", 404, "Er is geen vraag 'nothing'"),
        ("/ask/connects/map", 422, "connects mist 'from'"),
    ],
)
def test_what_cannot_be_drawn_is_a_page_that_says_why(town: TestClient, path: str, status: int, said: str) -> None:
    response = town.get(path)
    assert response.status_code == status
    assert said in Whole(response.text).text


@pytest.fixture(scope="module")
def stalls(words: Words) -> TestClient:
    return client_of(desk_of(words, market()))


def counted(found: Whole) -> list[str]:
    """The sentence under the map, and the number of each kind and part of the list."""
    return [text for text in found.inside["span"] if text.startswith(("7 dingen", "3 dingen")) or text.isdigit()]


@pytest.mark.parametrize("path", ["/map", "/map?around=Ann"])
def test_proposals_are_a_choice_that_is_off_at_first(stalls: TestClient, path: str) -> None:
    text = stalls.get(path).text
    (box,) = boxes(Whole(text))
    assert "checked" not in box
    assert data(text)["proposals"] is None
    assert "Voorstellen, niet meegeteld" not in Whole(text).text


@pytest.mark.parametrize("path", ["/map?", "/map?around=Ann&"])
def test_proposals_are_drawn_and_listed_apart_and_change_no_number(stalls: TestClient, path: str) -> None:
    without, text = Whole(stalls.get(path).text), stalls.get(f"{path}potential=1").text
    found = Whole(text)
    (box,) = boxes(found)
    assert "checked" in box
    assert data(text)["proposals"]["arcs"]
    assert data(text)["edges"] == data(stalls.get(path).text)["edges"]
    assert "vraag en aanbod: Ann " in found.text.partition("Voorstellen, niet meegeteld\n")[2]
    assert counted(found) == counted(without)
    assert any("dingen" in text for text in counted(without))


def test_around_somebody_those_who_are_proposed_stand_on_the_map_too(stalls: TestClient) -> None:
    nodes = data(stalls.get("/map?around=Ann&potential=1").text)["nodes"]
    assert [node["name"] for node in nodes if node.get("guest")] == ["Bob", "Cat", "Dan", "Eva"]
    assert sorted(node["name"] for node in nodes if not node.get("guest")) == ["Ann", "Bread", "Craft"]


def test_from_the_map_around_somebody_her_proposals_stand_in_full_a_link_away(stalls: TestClient) -> None:
    links = [attrs["href"] for attrs in whole(stalls, "/map?around=Ann&potential=1&lang=en").all("a")]
    assert "/introductions?for=news%3Aann&lang=en" in links


def test_around_what_can_meet_nobody_and_beside_an_answer_there_is_no_such_choice(
    stalls: TestClient, town: TestClient
) -> None:
    assert not boxes(whole(stalls, "/map?around=Bread&potential=1"))
    assert not boxes(whole(town, f"{CONNECTS}&potential=1"))


def test_an_empty_store_has_a_map_that_says_so(empty: TestClient) -> None:
    assert "Er is niets om te tekenen." in whole(empty, "/map").text


def test_personal_properties_are_on_no_map(words: Words) -> None:
    news = street()
    news.property("news:ann", "email", {"nl": "ann@example.org"})
    client = client_of(desk_of(words, news))
    for path in ("/map", "/map?around=Ann", "/entity/news:ann"):
        assert "ann@example.org" not in client.get(path).text


@pytest.mark.parametrize("key", HOSTILE_NAMES)
def test_a_name_stays_a_name_on_the_map_around_it(hostile: TestClient, key: str) -> None:
    found = whole(hostile, f"/map?around={quote(f'evil:{key}-p')}")
    assert HOSTILE_NAMES[key] in found.text
    assert len(found.all("script")) == 2 + len(SCRIPTS)
    assert not [attrs for _, attrs in found.tags if "style" in attrs or any(key.startswith("on") for key in attrs)]
    assert "49" not in found.text
