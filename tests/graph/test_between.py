"""Presence, meetings, and who stands between: small worlds with the numbers worked out by hand."""

from __future__ import annotations

import numpy as np
import pytest

from graph.between import MOST_REACHED, Reach, Standing, stand_between
from graph.copresence import BIG, meetings, presence
from graph.network import Network
from graph.testing.source import Source
from tests.worlds import network


def world(people: int, attendance: int | None = None) -> Network:
    """A fair with `people` people: the first works for a school, the second for a bakery."""
    news = Source("news")
    fair = news.mention("fair", "activity", "Fair")
    if attendance is not None:
        news.property(fair, "attendance", attendance)
    for i in range(people):
        news.tie(news.mention(f"p{i:02}", "person", f"P{i:02}"), "took_part_in", fair)
    for i, (name, sector) in enumerate((("School", "education"), ("Bakery", "entrepreneurs"))):
        org = news.mention(name.lower(), "organisation", name)
        news.property(org, "sector", sector)
        news.tie(f"news:p{i:02}", "works_for", org)
    return network(news)


def between(found: Network) -> Standing:
    bit = {sector: 1 << i for i, sector in enumerate(found.sectors)}
    return stand_between(
        found, (found.sector_bits & bit["education"]) > 0, (found.sector_bits & bit["entrepreneurs"]) > 0
    )


def of(standing: Standing, name: str) -> tuple[int, int, float]:
    row = standing.network.names.index(name)
    found = standing.found
    return int(found.pairs[row]), int(found.only[row]), round(float(found.weight[row]), 4)


def test_a_meeting_joins_its_pair_with_one_over_the_others():
    assert of(between(world(4)), "Fair") == (1, 1, round(1 / 3, 4))


def test_the_attendance_counts_when_it_is_more_than_those_named():
    assert of(between(world(4, attendance=11)), "Fair") == (1, 1, 0.1)
    assert of(between(world(4, attendance=2)), "Fair") == (1, 1, round(1 / 3, 4))


def test_who_met_at_a_meeting_needs_nobody_in_between():
    standing = between(world(4))
    assert of(standing, "P02") == (0, 0, 0)


def test_an_employee_at_a_meeting_stands_between_her_own_side_and_whom_she_met_there():
    # P00 of the school met P01 of the bakery: the pair School - P01 has only P00 in between
    assert of(between(world(4)), "P00") == (1, 1, round(1 / 3, 4))


def test_at_a_big_meeting_nobody_has_met_and_the_meeting_itself_still_joins():
    standing = between(world(BIG))
    assert of(standing, "Fair") == (1, 1, round(1 / (BIG - 1), 4))
    assert of(standing, "P00") == (0, 0, 0)
    assert not len(meetings(standing.network, presence(standing.network))[0])


def test_two_small_meetings_of_one_pair_add_up():
    news = Source("news")
    ann, bob = news.mention("ann", "person", "Ann"), news.mention("bob", "person", "Bob")
    for key, guests in (("one", 2), ("two", 4)):
        event = news.mention(key, "activity", key)
        news.property(event, "attendance", guests)
        news.tie(ann, "took_part_in", event)
        news.tie(bob, "took_part_in", event)
    found = network(news)
    u, v, weight = meetings(found, presence(found))
    assert {found.names[u[0]], found.names[v[0]]} == {"Ann", "Bob"}
    assert weight.tolist() == pytest.approx([1 + 1 / 3])


def test_to_be_missing_is_not_to_be_there():
    news = Source("news")
    fair = news.mention("fair", "activity", "Fair")
    news.tie(news.mention("ann", "person", "Ann"), "missed", fair)
    news.tie(news.mention("bob", "person", "Bob"), "took_part_in", fair)
    found = network(news)
    present = presence(found)
    assert [found.names[row] for row in present.who.tolist()] == ["Bob"]
    assert present.size[found.names.index("Fair")] == 1


def test_a_project_joins_its_partners_and_is_no_meeting():
    news = Source("news")
    project = news.mention("kip", "project", "Project")
    for key, sector in (("school", "education"), ("bakery", "entrepreneurs"), ("shop", "entrepreneurs")):
        org = news.mention(key, "organisation", key)
        news.property(org, "sector", sector)
        news.tie(org, "partner_of", project)
    standing = between(network(news))
    assert of(standing, "Project") == (2, 2, 1.0)
    assert of(standing, "bakery") == (0, 0, 0)


def test_the_first_are_the_heaviest_and_ties_are_broken_by_pairs_and_name():
    standing = between(world(6))
    assert [standing.network.names[it.row] for it in standing.first(10)] == ["Fair", "P00", "P01"]
    assert [standing.network.names[it.row] for it in standing.first(2)] == ["Fair", "P00"]


def test_names_reached_stop_at_some_and_the_number_goes_on():
    news = Source("news")
    project = news.mention("hub", "project", "Hub")
    for i in range(MOST_REACHED + 5):
        org = news.mention(f"shop{i}", "organisation", f"Shop {i}")
        news.property(org, "sector", "entrepreneurs")
        news.tie(org, "partner_of", project)
    school = news.mention("school", "organisation", "School")
    news.property(school, "sector", "education")
    news.tie(school, "partner_of", project)
    standing = between(network(news))
    (hub,) = [it for it in standing.first(5) if it.pairs]
    names, ties = Reach(standing).of(hub)
    assert (len(names["from"]), len(names["to"]), hub.reached) == (1, MOST_REACHED, (1, MOST_REACHED + 5))
    assert len(ties) == MOST_REACHED + 1


def test_a_network_of_nobody_has_nobody_between():
    found = network(Source("news", published="2021"))
    assert len(stand_between(found, np.zeros(0, bool), np.zeros(0, bool)).rows) == 0
