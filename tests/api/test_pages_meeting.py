"""Whom to meet, on each page of a person or organisation: the best proposals in short, and that they are no ties."""

from __future__ import annotations

import pytest
from fastapi.testclient import TestClient

from graph.words import Words
from tests.api.conftest import client_of, desk_of
from tests.graph.introductions.test_proposals import market
from tests.whole import Whole


@pytest.fixture(scope="module")
def stalls(words: Words) -> TestClient:
    """The market, with a stall that nothing is known of."""
    news = market()
    news.mention("stall", "organisation", "Stall")
    return client_of(desk_of(words, news))


def read(client: TestClient, path: str) -> Whole:
    response = client.get(path)
    assert response.status_code == 200
    return Whole(response.text)


def meeting(page: Whole) -> str:
    """What a page in English says under the heading, up to the next one."""
    return page.text.partition("Whom to meet")[2].partition("Named in")[0]


def test_the_best_come_first_each_with_the_weightiest_reasons_in_words(stalls: TestClient) -> None:
    said = meeting(read(stalls, "/entity/news:ann?lang=en"))
    assert said.index("Bob") < said.index("Cat") < said.index("Dan") < said.index("Eva")
    assert "need meets offer: Ann has a need around Bread; Bob" in said
    assert said.count("same subject: ") == 4


def test_it_says_in_both_languages_that_a_proposal_is_no_tie(stalls: TestClient) -> None:
    assert "A proposal is no tie and counts nowhere." in meeting(read(stalls, "/entity/news:ann?lang=en"))
    dutch = read(stalls, "/entity/news:ann").text
    assert "Met wie kennismaken\n" in dutch
    assert "Een voorstel is geen band en telt nergens mee." in dutch


def test_each_leads_to_its_page_and_all_of_them_to_the_cards(stalls: TestClient) -> None:
    links = [attrs["href"] for attrs in read(stalls, "/entity/news:ann?lang=en").all("a")]
    assert {f"/entity/news:{key}?lang=en" for key in ("bob", "cat", "dan", "eva")} <= set(links)
    assert links.count("/introductions?for=news%3Aann&lang=en") == 1
    assert stalls.get("/introductions?for=news%3Aann&lang=en").status_code == 200


def test_it_is_a_part_of_the_page_with_a_heading_of_its_own(stalls: TestClient) -> None:
    page = read(stalls, "/entity/news:ann?lang=en")
    assert {"id": "meeting"} in page.all("h2")
    assert {"aria-labelledby": "meeting"} in page.all("section")
    assert page.text.index("Ties") < page.text.index("Whom to meet") < page.text.index("Named in")


def test_no_more_than_five_are_named(words: Words) -> None:
    news = market()
    for number in range(4):
        news.tie(news.mention(f"more{number}", "person", f"More {number}"), "brings", "news:craft")
    said = meeting(read(client_of(desk_of(words, news)), "/entity/news:ann?lang=en"))
    assert said.count("same subject: ") == 5


def test_where_there_is_no_reason_it_says_so(stalls: TestClient) -> None:
    said = meeting(read(stalls, "/entity/news:stall?lang=en"))
    assert said.strip() == "The sources give no reason for a proposal."


def test_what_can_meet_nobody_has_no_such_part(stalls: TestClient) -> None:
    assert "Whom to meet" not in read(stalls, "/entity/news:craft?lang=en").text


def test_a_proposal_is_not_among_the_ties(stalls: TestClient) -> None:
    assert len(stalls.get("/api/entities/news:ann").json()["ties"]) == 2
    ties = read(stalls, "/entity/news:ann?lang=en").text.partition("Ties")[2].partition("Whom to meet")[0]
    assert "Bob" not in ties
