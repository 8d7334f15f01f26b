"""A person is pointed to an activity that is still to come, or goes on."""

from __future__ import annotations

import pytest

from graph.introductions import proposals
from graph.introductions.against import chain
from graph.introductions.message import message
from graph.testing.source import Source
from tests.graph.introductions.test_proposals import pairs
from tests.worlds import network


def fair(**said: str) -> Source:
    """Ann brings the craft that a fair, to which Bob is to come, is about; `said` are properties of the fair."""
    news = Source("news", published="2021")
    craft, plan = news.mention("craft", "knowledge_type", "Craft"), news.mention("fair", "activity", "Fair")
    for key, value in said.items():
        news.property(plan, key, value)
    news.tie(plan, "about", craft)
    news.tie(news.mention("ann", "person", "Ann"), "brings", craft)
    news.tie(news.mention("bob", "person", "Bob"), "took_part_in", plan, role="organiser")
    return news


@pytest.mark.parametrize(
    ("said", "today", "found"),
    [
        ({"status": "planned"}, "", True),
        ({"status": "planned", "start": "2026-05-01"}, "2026-04-30", True),
        ({"status": "planned", "start": "2026-05-01"}, "2026-05-02", False),
        ({"status": "postponed"}, "2026-04-30", True),
        ({"status": "cancelled", "start": "2026-05-01"}, "2026-04-30", False),
        ({"start": "2026-05-01"}, "2026-04-30", True),
        ({"start": "2026-05-01"}, "", False),
        ({"type": "series"}, "2026-04-30", True),
        ({"type": "series", "end": "2025"}, "2026-04-30", False),
        ({}, "2026-04-30", False),
    ],
)
def test_a_person_is_pointed_to_an_activity_that_is_open_to_join(said, today, found):
    world = network(fair(**said))
    assert ("Ann-Fair" in pairs(world, today=today)) == found


def test_who_takes_part_already_is_not_pointed_to_it_and_no_organisation_is():
    news = fair(status="planned")
    news.tie(news.mention("mill", "organisation", "Mill"), "brings", "news:craft")
    assert pairs(network(news)) == ["Ann-Fair", "Ann-Mill"]


def test_to_an_activity_by_who_takes_part_in_it():
    news = fair(status="planned")
    cat = news.mention("cat", "person", "Cat")
    for who in ("ann", "bob"):
        news.tie(f"news:{who}", "knows", cat)
    world = network(news)
    found = next(p for p in proposals(world) if {world.names[p.one], world.names[p.other]} == {"Ann", "Fair"})
    nodes = chain(world, found)
    assert [world.names[row] for row in nodes] == ["Ann", "Cat", "Bob", "Fair"]
    text = message(world, found, nodes, "en")
    assert text.startswith("Dear Ann,\n\nI would like to point you to Fair.\n\nWhy you:\n- Ann brings Craft; Fair")
    assert "It may bring you: nearer to Bob.\n\nYou come to it by way of Cat and Bob." in text
