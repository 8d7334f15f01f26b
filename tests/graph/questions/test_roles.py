"""`roles`: each role in the smallest world that shows it, unknown groups, and the numbers of the measure."""

from __future__ import annotations

import numpy as np
import pytest

from graph.bonds import bonds
from graph.groupings import GROUPINGS, grouping
from graph.measures.brokerage import ROLES, brokerage
from graph.testing.source import Source
from tests.worlds import answer, network


def trio(a: str, x: str, b: str) -> Source:
    """Cat knows Ann and Bob, who do not know each other; the sectors of Ann, Cat and Bob."""
    news = Source("news", published="2021")
    people = [news.mention(name.lower(), "person", name) for name in ("Ann", "Cat", "Bob")]
    for person, sector in zip(people, (a, x, b), strict=True):
        if sector:
            news.property(person, "sector", sector)
    news.tie(people[1], "knows", people[0])
    news.tie(people[1], "knows", people[2])
    return news


@pytest.mark.parametrize(
    ("sectors", "role"),
    [
        (("education", "education", "education"), "coordinator"),
        (("education", "education", "government"), "gatekeeper"),
        (("government", "education", "education"), "gatekeeper"),
        (("education", "government", "education"), "itinerant"),
        (("education", "government", "residents"), "liaison"),
    ],
)
def test_a_role_follows_from_the_groups_of_the_three(sectors, role):
    (row,) = answer("roles", network(trio(*sectors)), who="Cat").rows
    assert (row["role"], row["name"], row["to_name"], row["others"]) == (role, "Ann", "Bob", 0)


def test_the_sentence_says_how_many_in_which_role():
    world = network(trio("education", "government", "education"))
    assert answer("roles", world, who="Cat").sentence == (
        "Cat (government) joins 1 pair that has no bond of its own: 1 as itinerant broker (two of one other group)."
    )
    assert answer("roles", world, "nl", who="Cat").sentence == (
        "Cat (overheid) verbindt 1 paar dat zelf niets met elkaar heeft: "
        "1 als rondreizende makelaar (twee uit één andere groep)."
    )


def test_who_stands_between_nobody_is_said_to():
    world = network(trio("education", "government", "education"))
    found = answer("roles", world, who="Ann")
    assert found.sentence == "Ann joins no two that have nothing to do with each other in the sources."
    assert (found.rows, found.sentence_evidence != []) == ([], True)
    assert answer("roles", world, "nl", who="Ann").sentence == (
        "Ann verbindt in de bronnen geen twee die niets met elkaar hebben."
    )


def test_without_a_group_there_is_no_role():
    found = answer("roles", network(trio("education", "government", "")), who="Cat")
    assert found.rows == []
    assert found.sentence == (
        "Cat joins 1 pair that has no bond of its own; in which role cannot be told, since the sector of one of"
        " the three is not known."
    )


def test_a_pair_that_others_join_too_says_so():
    news = trio("education", "government", "education")
    news.tie(news.mention("dan", "person", "Dan"), "knows", "news:ann")
    news.tie("news:dan", "knows", "news:bob")
    (row,) = answer("roles", network(news), who="Cat").rows
    assert row["others"] == 1


def test_a_pair_that_met_at_something_small_is_not_open():
    news = trio("education", "government", "education")
    talk = news.mention("talk", "activity", "Talk")
    for name in ("ann", "bob"):
        news.tie(f"news:{name}", "took_part_in", talk)
    assert answer("roles", network(news), who="Cat").rows == []


def test_groups_may_be_by_organisation():
    news = trio("education", "education", "education")
    for name, where in (("ann", "School"), ("cat", "School"), ("bob", "Shop")):
        news.tie(f"news:{name}", "works_for", news.mention(where.lower(), "organisation", where))
    found = answer("roles", network(news), who="Cat", by="organisation")
    assert [(r["role"], r["name"], r["to_name"]) for r in found.rows] == [
        ("gatekeeper", "Ann", "Bob"),
        ("gatekeeper", "Bob", "School"),
    ]
    assert found.parameters == {"who": "news:cat", "by": "organisation"}


@pytest.mark.parametrize("by", GROUPINGS)
def test_the_numbers_are_half_of_those_of_the_measure(by):
    """`brokerage` counts a pair both ways round, and a gatekeeper once as such and once as representative."""
    news = trio("education", "government", "residents")
    for name, sector in (("dan", "education"), ("eva", "government"), ("fay", "residents")):
        news.property(news.mention(name, "person", name.title()), "sector", sector)
        news.tie(f"news:{name}", "knows", "news:cat")
    news.tie("news:dan", "knows", "news:ann")
    world = network(news)
    graph = bonds(world)
    raw = brokerage(graph, grouping(world, by, "en")).raw[world.row_of("news:cat")]
    rows = [row["role"] for row in answer("roles", world, who="Cat", by=by).rows]
    counts = [rows.count(role) for role in ("coordinator", "itinerant", "gatekeeper", "gatekeeper", "liaison")]
    expected = np.array(counts) * [2, 2, 1, 1, 2]
    assert len(ROLES) == len(raw) == 6
    assert np.array_equal(np.nan_to_num(raw[:5]), expected)
