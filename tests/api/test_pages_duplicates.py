"""The page of what may be the same: two side by side, buttons that judge, and only from a page of this site."""

from __future__ import annotations

import re
from html import unescape

import pytest
from fastapi.testclient import TestClient

from graph.desk import Desk
from graph.testing.source import Source
from graph.words import Words
from tests.api.conftest import client_of, desk_of

HERE = {"Sec-Fetch-Site": "same-origin", "Origin": "null"}
INITIAL = "S. kan Sanne zijn en de achternaam is gelijk"


def town() -> Source:
    news = Source("news", published="2021")
    sanne, other = news.mention("a", "person", "Sanne Lindeman"), news.mention("b", "person", "S. Lindeman")
    shop = news.mention("shop", "organisation", "De Aar")
    news.tie(sanne, "works_for", shop)
    news.tie(other, "works_for", shop)
    return news


@pytest.fixture
def desk(words: Words) -> Desk:
    return desk_of(words, town())


@pytest.fixture
def page(desk: Desk) -> TestClient:
    return client_of(desk)


def text_of(html: str) -> str:
    return " ".join(unescape(re.sub(r"<[^>]+>", " ", html.partition("<main")[2].partition("</main")[0])).split())


def judged(page: TestClient, verdict: str = "same", why: str = "zelfde bakkerij", **headers: str):
    form = {"a": "news:a", "b": "news:b", "verdict": verdict, "why": why}
    return page.post("/duplicates", data=form, headers=headers or HERE)


def names(desk: Desk) -> list[str]:
    return sorted(desk.network().names)


def test_it_shows_two_side_by_side_with_their_ties_and_the_reason(page):
    said = text_of(page.get("/duplicates").text)
    assert "Sanne Lindeman of S. Lindeman" in said
    assert INITIAL in said
    assert said.count("werkt voor De Aar") == 2
    assert "Perhaps the same" in page.get("/duplicates?lang=en").text


def test_a_button_judges_and_what_was_judged_is_not_asked_again(page, desk):
    done = judged(page)
    assert done.status_code == 303
    after = page.get(done.headers["location"])
    assert "Uw oordeel is vastgelegd." in after.text
    assert "Er is niets te beslissen." in after.text
    assert len(names(desk)) == 2
    with desk.store.reading() as view:
        assert [(j.verdict, j.why) for j in view.judgements()] == [("same", {"nl": "zelfde bakkerij"})]


@pytest.mark.parametrize("verdict", ["different", "unsure"])
def test_different_and_not_sure_leave_two(page, desk, verdict):
    judged(page, verdict)
    assert len(names(desk)) == 3
    assert "Er is niets te beslissen." in page.get("/duplicates").text


def test_a_judgement_can_be_taken_back_at_once(page, desk):
    change = re.search(r"done=(\w+)", judged(page).headers["location"])
    assert change is not None
    done = page.post("/duplicates/undo", data={"change": change[1]}, headers=HERE)
    assert (done.status_code, done.headers["location"]) == (303, "/duplicates")
    assert len(names(desk)) == 3


def test_only_a_judgement_can_be_taken_back_here(page, desk):
    loaded = desk.history()[0]["id"]
    assert page.post("/duplicates/undo", data={"change": str(loaded)}, headers=HERE).status_code == 404
    assert len(names(desk)) == 3
    assert "Draai het terug" not in page.get(f"/duplicates?done={loaded}").text


@pytest.mark.parametrize(
    "headers",
    [
        {"Sec-Fetch-Site": "cross-site"},
        {"Sec-Fetch-Site": "same-site", "Origin": "http://127.0.0.1:8000"},
        {"Sec-Fetch-Site": "none"},
        {"Origin": "http://evil.example"},
        {"Origin": "http://127.0.0.1:9000"},
        {"Origin": "null"},
        {"X-Nothing": ""},
    ],
)
def test_a_page_elsewhere_cannot_judge(page, desk, headers):
    assert judged(page, **headers).status_code == 403
    assert page.post("/duplicates/undo", data={"change": "c"}, headers=headers).status_code == 403
    assert len(names(desk)) == 3


def test_a_browser_that_names_its_origin_may_judge(page, desk):
    assert judged(page, Origin="http://127.0.0.1:8000").status_code == 303


@pytest.mark.parametrize(
    ("form", "status"),
    [
        ({"why": "  "}, 422),
        ({"why": "x\x07"}, 422),
        ({"verdict": "perhaps"}, 422),
        ({"b": "news:nobody"}, 404),
        ({"b": "news:shop"}, 422),
        ({"why": "x" * 30_000}, 413),
    ],
)
def test_what_cannot_be_judged_is_told_and_changes_nothing(page, desk, form, status):
    whole = {"a": "news:a", "b": "news:b", "verdict": "same", "why": "gezien"} | form
    reply = page.post("/duplicates", data=whole, headers=HERE)
    assert reply.status_code == status
    assert "<h1>" in reply.text
    assert len(names(desk)) == 3


def test_an_open_question_comes_first_and_can_be_answered(words):
    sources = [Source(name) for name in ("one", "two", "three")]
    for source in sources:
        source.mention("ann", "person", "Ann")
    desk = desk_of(words, *sources, town())
    desk.knowledge.judge("different", "one:ann", "two:ann", "seen")
    page = client_of(desk)
    said = text_of(page.get("/duplicates").text)
    assert said.index("dezelfde naam; oordelen houden ze uit elkaar") < said.index(INITIAL)


def test_hostile_names_stay_text(hostile):
    html = hostile.get("/duplicates").text
    assert "<script>alert" not in html
    assert "onmouseover='" not in html
