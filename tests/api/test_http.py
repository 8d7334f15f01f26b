"""The JSON over HTTP: shapes of the contract, languages, and what is refused."""

from __future__ import annotations

import re
from typing import Any

import jsonschema
import pytest
from fastapi.testclient import TestClient
from pydantic import TypeAdapter

from api.answer_csv import answer_csv
from api.http import schemas
from graph.desk import Desk
from graph.jsontext import dumps, loads
from graph.questions import QUESTIONS
from graph.testing.source import Source
from graph.words import Words
from tests.api.conftest import RECORDED, client_of, desk_of
from tests.worlds import bakery

SHAPES: dict[str, Any] = {
    "/api/status": schemas.Status,
    "/api/questions": list[schemas.Question],
    "/api/entities?q=KIP": list[schemas.Found],
    "/api/entities/kip-eindrapportage:kip": schemas.WholeEntity,
    "/api/graph": schemas.Graph,
    "/api/sources": list[schemas.Source],
    "/api/ask?words=wie+verbindt+onderwijs+met+ondernemers": schemas.Understood,
    "/api/ask?words=wie+verbindt+onderwijs": schemas.Understood,
    "/api/ask?words=mooi+weer": schemas.Understood,
    **{f"/api/questions/{question.name}": schemas.Answer for question in QUESTIONS},
}


@pytest.mark.parametrize("path", SHAPES)
def test_each_address_gives_the_shape_that_is_documented(binckhorst: TestClient, path: str) -> None:
    question = next((q for q in QUESTIONS if path.endswith(f"questions/{q.name}")), None)
    response = binckhorst.get(path, params=dict(question.example) if question else None)
    assert response.status_code == 200
    assert response.headers["content-type"] == "application/json"
    TypeAdapter(SHAPES[path]).validate_json(response.content)


@pytest.mark.parametrize("question", QUESTIONS, ids=lambda question: question.name)
def test_every_row_names_its_evidence(binckhorst: TestClient, question: Any) -> None:
    answer = binckhorst.get(f"/api/questions/{question.name}", params=dict(question.example)).json()
    assert bool(answer["rows"]) != (question.name in RECORDED)
    assert {key for row in answer["rows"] for key in row["evidence"]} <= answer["evidence"].keys()


def test_http_says_exactly_what_the_desk_says(binckhorst: TestClient, binckhorst_desk: Desk) -> None:
    for question in QUESTIONS:
        for lang in ("nl", "en"):
            params = {**question.example, "lang": lang}
            response = binckhorst.get(f"/api/questions/{question.name}", params=params)
            said = binckhorst_desk.ask(question.name, question.example, lang).json()  # type: ignore[arg-type]
            assert response.json() == loads(dumps(said))


@pytest.mark.parametrize("question", QUESTIONS, ids=lambda question: question.name)
def test_the_rows_of_an_answer_come_as_a_file_for_a_spreadsheet(
    binckhorst: TestClient, binckhorst_desk: Desk, question: Any
) -> None:
    for lang in ("nl", "en"):
        response = binckhorst.get(f"/api/questions/{question.name}.csv", params={**question.example, "lang": lang})
        assert response.content == answer_csv(binckhorst_desk.ask(question.name, question.example, lang), lang)  # type: ignore[arg-type]
        assert response.headers["content-type"] == "text/csv; charset=utf-8"
        assert response.headers["content-language"] == lang
        disposition = response.headers["content-disposition"]
        assert re.fullmatch(rf'attachment; filename="{question.name}(-[a-z0-9-]+)?\.csv"', disposition)


def test_what_goes_wrong_with_a_file_is_a_problem_like_any(client: TestClient) -> None:
    for path, status in (
        ("/api/questions/weather.csv", 404),
        ("/api/questions/present.csv", 422),
        ("/api/questions/present.csv?activity=nowhere", 404),
        ("/api/questions/present.csv?activity=a&activity=b", 422),
    ):
        response = client.get(path)
        assert (response.status_code, response.headers["content-type"]) == (status, "application/problem+json")


def test_the_graph_keeps_its_published_schema(binckhorst: TestClient) -> None:
    jsonschema.validate(binckhorst.get("/api/graph").json(), binckhorst.get("/api/schema").json())


def test_an_entity_answers_to_any_of_its_addresses(binckhorst: TestClient) -> None:
    several = next(e for e in binckhorst.get("/api/graph").json()["entities"] if len(e["ids"]) > 1)
    said = [binckhorst.get(f"/api/entities/{address}").json() for address in several["ids"]]
    assert all(one == said[0] for one in said)


def test_a_name_may_hold_a_slash(words: Words) -> None:
    source = Source("news")
    source.mention("acdc", "organisation", "AC/DC Bakers")
    client = client_of(desk_of(words, source))
    for path in ("AC/DC%20Bakers", "AC%2FDC%20Bakers"):
        assert client.get(f"/api/entities/{path}").json()["id"] == "news:acdc"
    assert client.get("/api/entities/").status_code == 422


def test_contact_details_do_not_leave_over_http(words: Words) -> None:
    news = bakery()
    news.property("news:ann", "email", {"nl": "ann@example.org"})
    news.property("news:ann", "phone", {"nl": "070 1234567"})
    client = client_of(desk_of(words, news))
    for path in ("/api/graph", "/api/entities/news:ann", "/api/entities?q=ann", "/entity/news:ann", "/search?q=ann"):
        response = client.get(path)
        assert response.status_code == 200
        assert "ann@example.org" not in response.text
        assert "1234567" not in response.text


@pytest.mark.parametrize(
    ("asked", "accept", "lang"),
    [
        ("", "", "nl"),
        ("", "en", "en"),
        ("", "en-GB,en;q=0.9,nl;q=0.8", "en"),
        ("", "nl-NL,nl;q=0.9,en;q=0.8", "nl"),
        ("", "fr, de;q=0.9, en;q=0.1", "en"),
        ("", "fr", "nl"),
        ("", "en;q=0", "nl"),
        ("", "en;q=much", "nl"),
        ("nl", "en", "nl"),
        ("en", "nl", "en"),
    ],
)
def test_sentences_come_in_the_language_asked_for(client: TestClient, asked: str, accept: str, lang: str) -> None:
    params = {"from": "education", "to": "entrepreneurs", **({"lang": asked} if asked else {})}
    response = client.get("/api/questions/connects", params=params, headers={"Accept-Language": accept})
    words = {"nl": "Niemand en niets", "en": "Nobody and nothing"}
    assert response.json()["sentence"].startswith(words[lang])
    assert response.headers["content-language"] == lang


def test_an_empty_store_answers_too(empty: TestClient) -> None:
    assert empty.get("/api/status").json()["version"] == 0
    assert empty.get("/api/graph").json()["entities"] == []
    assert empty.get("/api/sources").json() == []
    assert empty.get("/api/questions/values").status_code == 200


def test_head_gives_the_headers_without_the_body(client: TestClient) -> None:
    head, get = client.head("/api/status"), client.get("/api/status")
    assert (head.status_code, head.content) == (200, b"")
    assert head.headers["content-type"] == get.headers["content-type"]
