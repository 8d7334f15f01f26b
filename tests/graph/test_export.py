"""The whole graph as JSON: its schema, its shapes, and what never leaves without being asked for."""

from __future__ import annotations

import jsonschema
import pytest

from graph.export import FORMAT, entity_json, graph_json, json_schema
from graph.jsontext import dumps, loads
from graph.testing.source import Source
from tests.worlds import WORDS, bakery, network


def world() -> Source:
    news = bakery()
    news.source("title", "The news")
    news.property("news:ann", "email", {"nl": "ann@example.org"})
    said = news.property("news:shop", "goal", {"nl": "goed brood", "en": "good bread"})
    news.correct(said, "goal", {"nl": "beter brood", "en": "better bread"})
    return news


def test_the_export_keeps_its_published_schema():
    graph = loads(dumps(graph_json(network(world()), personal=True)))
    jsonschema.validate(graph, json_schema(WORDS))
    assert graph["format"] == FORMAT


def test_the_schema_finds_a_tie_without_evidence():
    graph = loads(dumps(graph_json(network(world()))))
    graph["ties"][0]["evidence"] = []
    with pytest.raises(jsonschema.ValidationError):
        jsonschema.validate(graph, json_schema(WORDS))


def test_contact_details_stay_behind_unless_asked_for_by_name():
    found = network(world())
    assert b"ann@example.org" not in dumps(graph_json(found))
    assert b"ann@example.org" in dumps(graph_json(found, personal=True))


def test_the_first_value_is_the_one_shown_and_a_correction_comes_first():
    found = network(world())
    goal = entity_json(found, found.names.index("Bakery De Aar"))["properties"]["goal"]
    assert [item["value"] for item in goal] == ["beter brood", "goed brood"]
    assert goal[0]["texts"] == {"nl": "beter brood", "en": "better bread"}
    assert goal[0]["evidence"][0]["source"] == "corrections"
    assert goal[0]["evidence"][0]["corrects"] == goal[1]["evidence"][0]["statement"]


def test_a_tie_has_its_period_beside_its_properties():
    (job,) = [tie for tie in graph_json(network(world()))["ties"] if tie["kind"] == "works_for"]
    assert (job["start"], job["end"]) == ("2019", None)
    assert [item["value"] for item in job["properties"]["start"]] == ["2019"]
    assert job["properties"]["role"][0]["value"] == "owner"


def test_sources_say_who_they_are():
    graph = graph_json(network(world()))
    assert graph["sources"][-1] == {
        "id": "news",
        "title": "The news",
        "kind": None,
        "published": "2021",
        "fingerprint": None,
        "url": None,
    }
