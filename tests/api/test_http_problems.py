"""Everything that goes wrong has one shape: RFC 9457."""

from __future__ import annotations

from typing import Any

import pytest
from fastapi.testclient import TestClient

from api.app import create_app
from api.http.schemas import Problem
from api.problems import problem_of
from graph import errors
from graph.errors import BinckError
from graph.testing.source import Source
from graph.texts import Text
from graph.words import Words
from tests.api.conftest import BASE, client_of, desk_of


def problem(response: Any) -> dict[str, Any]:
    """The body, after a look at the shape that every problem has."""
    assert response.headers["content-type"] == "application/problem+json"
    body: dict[str, Any] = response.json()
    Problem.model_validate(body)
    assert body["status"] == response.status_code
    assert body["detail"]
    return body


@pytest.mark.parametrize(
    ("path", "status", "says"),
    [
        ("/api/nothing", 404, "There is nothing at this address."),
        ("/api", 404, "There is nothing at this address."),
        ("/api/entities/nobody-at-all-here", 404, "nobody-at-all-here"),
        ("/api/questions/weather", 404, "there are: connects, introduce-me, introductions-made, "),
        ("/api/questions/connects?from=education", 422, "connects lacks 'to' (the other side)"),
        ("/api/questions/connects?colour=red", 422, "it takes: from, to"),
        ("/api/questions/connects?from=education&from=x&to=y", 422, "from is given more than once"),
        ("/api/questions/connects?from=education&to=education", 422, "is on both sides"),
        ("/api/entities", 422, "q: is missing"),
        ("/api/entities?q=", 422, "q: must not be empty"),
        (f"/api/entities?q={'x' * 2001}", 422, "q: is too long"),
    ],
)
def test_a_wrong_request_is_told_what_is_wrong(client: TestClient, path: str, status: int, says: str) -> None:
    response = client.get(path, headers={"Accept-Language": "en"})
    assert response.status_code == status
    assert says in problem(response)["detail"]


def test_a_language_that_is_not_there_is_refused_with_those_that_are(client: TestClient) -> None:
    body = problem(client.get("/api/questions?lang=fr"))
    assert (body["status"], body["detail"]) == (422, "lang: kies uit nl, en")


def test_problems_come_in_dutch_unless_english_is_asked_for(client: TestClient) -> None:
    assert problem(client.get("/api/nothing"))["title"] == "Niet gevonden"
    assert problem(client.get("/api/nothing?lang=en"))["title"] == "Not found"


@pytest.mark.parametrize("method", ["POST", "PUT", "PATCH", "DELETE"])
def test_nothing_can_be_changed_over_http(client: TestClient, method: str) -> None:
    for path in ("/api/status", "/api/entities/news:ann", "/api/questions/values"):
        response = client.request(method, path)
        assert response.status_code == 405
        assert problem(response)["detail"] == "Dit adres kent alleen GET."
        assert response.headers["allow"] == "GET"


def test_a_name_that_fits_several_gives_the_candidates(words: Words) -> None:
    source = Source("news")
    source.mention("one", "person", "Ann Jansen")
    source.mention("two", "person", "Ann Pietersen")
    body = problem(client_of(desk_of(words, source)).get("/api/entities/ann"))
    assert body["status"] == 409
    assert body["candidates"] == [
        {"id": "news:one", "kind": "person", "name": "Ann Jansen"},
        {"id": "news:two", "kind": "person", "name": "Ann Pietersen"},
    ]


def _errors(of: type[BinckError]) -> list[type[BinckError]]:
    return [of, *(deeper for kind in of.__subclasses__() for deeper in _errors(kind))]


def client_that_fails(words: Words, error: Exception) -> TestClient:
    """An application with one address more, at which this goes wrong."""
    app = create_app(desk_of(words))

    def fail() -> None:
        raise error

    app.add_api_route("/api/fail", fail)
    return TestClient(app, base_url=BASE, raise_server_exceptions=False)


@pytest.mark.parametrize("kind", _errors(errors.BinckError), ids=lambda kind: kind.__name__)
def test_every_error_of_the_project_answers_with_its_own_status(words: Words, kind: type[BinckError]) -> None:
    error = kind.__new__(kind)
    error.message = Text("nee", "no")
    if isinstance(error, errors.Ambiguous):
        error.candidates = []
    response = client_that_fails(words, error).get("/api/fail?lang=en")
    assert response.status_code == kind.status
    assert problem(response)["detail"] == "no"
    assert problem(response)["type"] == problem_of(error).type


def test_what_nobody_foresaw_says_nothing_of_itself(words: Words) -> None:
    response = client_that_fails(words, RuntimeError("/home/ann/secret.db")).get("/api/fail")
    assert response.status_code == 500
    assert "secret" not in str(problem(response))
    assert response.headers["x-content-type-options"] == "nosniff"


def test_a_browser_gets_a_page_and_a_program_gets_json(client: TestClient) -> None:
    page = client.get("/nothing", headers={"Accept": "text/html,*/*;q=0.8"})
    assert (page.status_code, page.headers["content-type"]) == (404, "text/html; charset=utf-8")
    assert problem(client.get("/nothing", headers={"Accept": "application/json"}))["status"] == 404
    assert problem(client.get("/api/nothing", headers={"Accept": "text/html"}))["status"] == 404
