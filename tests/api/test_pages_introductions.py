"""The page of introductions: buttons that record each step, lists of what was recorded, and each step taken back."""

from __future__ import annotations

import re
from datetime import date, timedelta
from html import unescape

import pytest
from fastapi.testclient import TestClient

from graph.desk import Desk
from graph.introductions.lives import lives
from graph.testing.source import Source
from graph.words import Words
from tests.api.conftest import client_of, desk_of

HERE = {"Sec-Fetch-Site": "same-origin", "Origin": "null"}
TODAY = date.today().isoformat()
LATER = (date.today() + timedelta(days=40)).isoformat()


@pytest.fixture
def desk(words: Words) -> Desk:
    """Ann and Bob bring the same craft."""
    news = Source("news", published="2021")
    craft = news.mention("craft", "knowledge_type", "Ambacht")
    for key in ("ann", "bob"):
        news.tie(news.mention(key, "person", f"{key.title()} Voorbeeld"), "brings", craft)
    return desk_of(words, news)


@pytest.fixture
def page(desk: Desk) -> TestClient:
    return client_of(desk)


def step(page: TestClient, named: str, path: str = "/introductions", **more: str):
    form = {"one": "news:ann", "other": "news:bob", "step": named, "day": TODAY, **more}
    return page.post(path, data=form, headers=HERE)


def shown(page: TestClient, path: str = "/introductions") -> str:
    html = page.get(path).text
    return " ".join(unescape(re.sub(r"<[^>]+>", " ", html.partition("<main")[2].partition("</main")[0])).split())


def states(desk: Desk) -> list[str]:
    return [life.state for life in lives(desk.network())]


def test_a_card_has_a_button_for_each_step_that_names_the_two(page):
    html = page.get("/introductions").text
    for label in ("Gemaakt", "Voorgesteld", "Later", "Nooit"):
        assert f'aria-label="{label}: Ann Voorbeeld en Bob Voorbeeld"' in html


def test_what_was_made_moves_from_the_proposals_to_those_that_run(page, desk):
    done = step(page, "made", by="Kim Voorbeeld")
    assert done.status_code == 303
    said = shown(page, done.headers["location"])
    assert "Vastgelegd. Draai het terug" in said
    assert "Introducties die lopen of iets brachten Ann Voorbeeld – Bob Voorbeeld gemaakt" in said
    assert "door Kim Voorbeeld Neem terug" in said
    assert "De bronnen geven hier geen reden om iemand bij elkaar te brengen." in said
    assert states(desk) == ["made"]
    assert lives(desk.network())[0].rules == ("same-subject", "newcomer")


def test_it_goes_back_to_the_list_that_it_came_from(page):
    done = step(page, "made", **{"for": "Ann Voorbeeld"})
    assert done.headers["location"].startswith("/introductions?for=Ann+Voorbeeld&done=c")
    english = step(page, "met", "/introductions?lang=en")
    assert english.headers["location"].endswith("&lang=en")
    assert "Introductions that run or led to something" in shown(page, english.headers["location"])


def test_put_off_it_comes_back_on_the_day_that_was_chosen(page):
    step(page, "later", until=LATER)
    assert f"Later of nooit Ann Voorbeeld – Bob Voorbeeld later terug op {int(LATER[8:])} " in shown(page)
    assert step(page, "later", until=TODAY).status_code == 422


def test_met_led_to_and_what_came_of_it(page, desk):
    step(page, "made")
    step(page, "met")
    step(page, "led_to", what="knows")
    step(page, "led_to", what="activity", name="Ronde tafel", day="")
    said = shown(page)
    assert "leidde tot: Ann Voorbeeld en Bob Voorbeeld kennen elkaar" in said
    assert "leidde tot: Ronde tafel" in said
    link = re.search(r'href="(/ask/came-of[^"]+)"', page.get("/introductions").text)
    assert link is not None
    answer = shown(page, unescape(link[1]))
    assert "noemen de bronnen 1 vervolgstap, 1 band die ervan kwam en 1 ontmoeting." in answer
    assert states(desk) == ["led_to"]


def test_a_tie_may_go_either_way(page, desk):
    step(page, "made")
    step(page, "led_to", what="introduced back")
    network = desk.network()
    (tie,) = lives(network)[0].led
    assert network.names[network.tail[tie]] == "Bob Voorbeeld"


def test_each_step_is_taken_back_by_its_button(page, desk):
    step(page, "made")
    step(page, "met")
    step(page, "led_to", what="knows")
    tie = re.search(r'name="tie" value="(\w+)"', page.get("/introductions").text)
    assert tie is not None
    assert step(page, "made", "/introductions/back").status_code == 422
    for what, which in (("led_to", tie[1]), ("met", ""), ("made", "")):
        assert step(page, what, "/introductions/back", tie=which).status_code == 303
    assert states(desk) == []
    assert "voorstellen" not in desk.network().sources


def test_what_was_just_done_is_taken_back_at_once_and_nothing_else_is(page, desk):
    change = re.search(r"done=(\w+)", step(page, "declined").headers["location"])
    assert change is not None
    done = page.post("/introductions/undo", data={"change": change[1]}, headers=HERE)
    assert (done.status_code, done.headers["location"]) == (303, "/introductions")
    assert states(desk) == []
    loaded = str(desk.history()[0]["id"])
    assert page.post("/introductions/undo", data={"change": loaded}, headers=HERE).status_code == 404
    assert "Draai het terug" not in page.get(f"/introductions?done={loaded}").text


@pytest.mark.parametrize("path", ["/introductions", "/introductions/back", "/introductions/undo"])
def test_a_page_elsewhere_cannot_introduce(page, desk, path):
    form = {"one": "news:ann", "other": "news:bob", "step": "made", "day": TODAY, "change": "c"}
    assert page.post(path, data=form, headers={"Sec-Fetch-Site": "cross-site"}).status_code == 403
    assert states(desk) == []


@pytest.mark.parametrize(
    ("given", "status", "says"),
    [
        ({"step": "met"}, 422, "ontmoet kan pas als de introductie is gemaakt"),
        ({"step": "dreamt"}, 422, "er is geen stap &#39;dreamt&#39;; kies uit proposed, made"),
        ({"step": "made", "day": "morgen"}, 422, "is geen datum"),
        ({"step": "made", "other": "niemand"}, 404, "Niets heet &#39;niemand&#39;"),
    ],
)
def test_what_cannot_be_is_said_and_nothing_recorded(page, desk, given, status, says):
    form = {"one": "news:ann", "other": "news:bob", "day": TODAY, **given}
    done = page.post("/introductions", data=form, headers=HERE)
    assert done.status_code == status
    assert says in done.text
    assert states(desk) == []
