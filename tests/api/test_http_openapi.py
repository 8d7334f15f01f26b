"""The OpenAPI description is true: every example in it works."""

from __future__ import annotations

from typing import Any
from urllib.parse import quote

from fastapi.testclient import TestClient

from graph.questions import QUESTIONS


def test_every_documented_example_gives_a_good_answer(binckhorst: TestClient) -> None:
    described = binckhorst.get("/api/openapi.json").json()
    for path, operations in described["paths"].items():
        assert list(operations) == ["get"]
        parameters = operations["get"].get("parameters", [])
        query = {p["name"]: _example(p) for p in parameters if p["in"] == "query" and _example(p) is not None}
        for parameter in parameters:
            assert _example(parameter) is not None or not parameter["required"], (path, parameter["name"])
            if parameter["in"] == "path":
                path = path.replace(f"{{{parameter['name']}}}", quote(_example(parameter)))  # noqa: PLW2901
        response = binckhorst.get(path, params=query)
        assert response.status_code == 200, (path, response.text)


def _example(parameter: dict[str, Any]) -> Any:
    examples = parameter["schema"].get("examples", [None])
    return parameter.get("example", examples[0])


def test_every_question_and_every_address_of_the_contract_is_documented(client: TestClient) -> None:
    paths = client.get("/api/openapi.json").json()["paths"].keys()
    contract = {"status", "ask", "questions", "entities", "entities/{id}", "graph", "sources", "schema"}
    questions = {f"/api/questions/{q.name}{ending}" for q in QUESTIONS for ending in ("", ".csv")}
    assert paths == {f"/api/{address}" for address in contract} | questions


def test_what_goes_wrong_is_documented_as_problem_details(client: TestClient) -> None:
    described = client.get("/api/openapi.json").json()
    for operations in described["paths"].values():
        responses = operations["get"]["responses"]
        assert responses.keys() == {"200", "default"}
        assert list(responses["default"]["content"]) == ["application/problem+json"]
    assert not [name for name in described["components"]["schemas"] if "Validation" in name]
