"""Who is answered, and what a browser may do with the answer."""

from __future__ import annotations

import pytest
from fastapi.testclient import TestClient

from api.app import create_app
from api.security import HEADERS
from graph.adapters import MemoryStore
from graph.desk import Desk
from graph.words import Words


@pytest.mark.parametrize("host", ["127.0.0.1:8000", "localhost:8000", "LOCALHOST", "[::1]:8000", "127.0.0.1"])
def test_this_computer_is_answered_under_each_of_its_names(client: TestClient, host: str) -> None:
    assert client.get("/api/status", headers={"Host": host}).status_code == 200


@pytest.mark.parametrize(
    "host",
    [
        "evil.example",
        "evil.example:8000",
        "127.0.0.1.evil.example",
        "localhost.evil.example:8000",
        "evil.example#127.0.0.1",
        "127.0.0.1:8000@evil.example",
        "127.0.0.1:port",
        "192.168.1.4:8000",
        "[::2]",
        "[",
        "",
    ],
)
def test_a_page_elsewhere_cannot_reach_in_by_a_name_of_its_own(client: TestClient, host: str) -> None:
    for path in ("/", "/api/graph", "/static/style.css"):
        response = client.get(path, headers={"Host": host})
        assert response.status_code == 400
        assert response.headers["content-type"] == "application/problem+json"
        assert response.json()["type"].endswith("wrong-host")


def test_behind_a_door_of_somebody_else_any_name_will_do(words: Words) -> None:
    app = create_app(Desk(MemoryStore(), words), hosts=None)
    assert TestClient(app, base_url="http://netwerk.example").get("/api/status").status_code == 200


@pytest.mark.parametrize(
    "path", ["/", "/api/status", "/api/openapi.json", "/static/style.css", "/nothing", "/api/nothing"]
)
def test_every_response_has_the_headers(client: TestClient, path: str) -> None:
    headers = client.get(path).headers
    assert {name: headers.get(name) for name in HEADERS} == HEADERS


def test_a_page_may_load_nothing_from_elsewhere_and_run_nothing() -> None:
    policy = dict(part.strip().split(" ", 1) for part in HEADERS["Content-Security-Policy"].split(";"))
    assert policy == {
        "default-src": "'none'",
        "style-src": "'self'",
        "img-src": "'self' data:",
        "form-action": "'self'",
        "base-uri": "'none'",
        "frame-ancestors": "'none'",
    }


@pytest.mark.parametrize("path", ["/static/../app.py", "/static/%2e%2e/app.py", "/static/..%2fapp.py", "/static/"])
def test_only_the_static_files_are_served_as_files(client: TestClient, path: str) -> None:
    assert client.get(path).status_code == 404
