"""`bridges`, `what-if-leaves` and `what-if-meet` on one small world: Cat holds a school and a shop together."""

from __future__ import annotations

import pytest

from graph.errors import Refused
from graph.testing.source import Source
from tests.worlds import answer, network


def two_villages() -> Source:
    """Ann and Bob of a school, Dan of a shop; Cat works for both, and nobody else is in both."""
    news = Source("news", published="2021")
    school, shop = news.mention("school", "organisation", "School"), news.mention("shop", "organisation", "Shop")
    for name, where in (("Ann", school), ("Bob", school), ("Dan", shop)):
        news.tie(news.mention(name.lower(), "person", name), "works_for", where)
    cat = news.mention("cat", "person", "Cat")
    news.tie(cat, "works_for", school)
    news.tie(cat, "works_for", shop)
    return news


def test_a_bridge_says_what_would_come_apart():
    found = answer("bridges", network(two_villages()))
    assert [(row["name"], row["lost"], row["parts"], row["apart_names"]) for row in found.rows] == [
        ("School", 7, 3, "Ann and Bob"),
        ("Cat", 6, 2, "Dan and Shop"),
        ("Shop", 4, 2, "Dan"),
    ]
    assert found.sentence == (
        "2 organisations and 1 person are the only link between parts. Most hangs on School: without it 7 pairs would"
        " have no way left, and 2 people would come apart."
    )
    assert answer("bridges", network(two_villages()), "nl").sentence == (
        "2 organisaties en 1 persoon zijn de enige schakel tussen delen. Het meest hangt aan School: zonder deze hebben"
        " 7 paren geen weg meer en raken 2 personen los."
    )


def test_where_there_are_two_ways_there_is_no_bridge():
    news = Source("news", published="2021")
    people = [news.mention(name.lower(), "person", name) for name in ("Ann", "Bob", "Cat")]
    for one, other in ((0, 1), (1, 2), (2, 0)):
        news.tie(people[one], "knows", people[other])
    found = answer("bridges", network(news))
    assert (found.sentence, found.rows) == ("Nobody and nothing in the sources is the only link between parts.", [])


def test_what_was_cancelled_holds_nobody_together():
    news = Source("news", published="2021")
    talk = news.mention("talk", "activity", "Talk")
    for name in ("Ann", "Bob"):
        news.tie(news.mention(name.lower(), "person", name), "took_part_in", talk)
    assert [row["name"] for row in answer("bridges", network(news)).rows] == ["Talk"]
    news.property(talk, "status", "cancelled")
    assert answer("bridges", network(news)).rows == []


def test_who_leaves_parts_who_hangs_on_her():
    found = answer("what-if-leaves", network(two_villages()), who="Cat")
    assert [(row["parts"], row["name"], row["note"]) for row in found.rows] == [
        (1, "Dan", "further on"),
        (1, "Shop", "directly"),
    ]
    assert found.sentence == (
        "Without Cat 6 pairs lose every way. 1 organisation and 1 person would come apart from the rest."
    )
    assert answer("what-if-leaves", network(two_villages()), "nl", who="Cat").sentence == (
        "Zonder Cat verliezen 6 paren elke weg. Los van de rest zouden raken: 1 organisatie en 1 persoon."
    )


def test_a_longer_way_that_is_left_is_said():
    news = Source("news", published="2021")
    people = [news.mention(name.lower(), "person", name) for name in ("Ann", "Bob", "Cat", "Dan", "Eva")]
    for one, other in ((0, 1), (1, 2), (2, 3), (3, 4), (4, 0)):
        news.tie(people[one], "knows", people[other])
    found = answer("what-if-leaves", network(news), who="Ann")
    assert (found.sentence, found.rows) == ("Without Ann 1 pair gets a longer way.", [])
    assert answer("what-if-leaves", network(news), "nl", who="Ann").sentence == (
        "Zonder Ann krijgt 1 paar een langere weg."
    )


@pytest.mark.parametrize(("who", "ties"), [("Ann", 1), ("Eve", 0)])
def test_who_holds_nobody_together_is_not_missed(who, ties):
    news = two_villages()
    news.mention("eve", "person", "Eve")
    found = answer("what-if-leaves", network(news), who=who)
    assert found.sentence == f"Without {who} no pair loses its way, and none gets a longer one."
    assert found.rows == []
    assert len(found.sentence_evidence) == 1


def test_two_who_meet_come_near_to_whom_the_other_knows():
    found = answer("what-if-meet", network(two_villages()), a="Ann", b="Dan")
    assert [(row["for_name"], row["name"], row["note"]) for row in found.rows] == [
        ("Ann", "Shop", "Dan"),
        ("Dan", "School", "Ann"),
    ]
    assert found.sentence == "If Ann and Dan met, 4 pairs would get a shorter way."
    assert answer("what-if-meet", network(two_villages()), "nl", a="Ann", b="Dan").sentence == (
        "Als Ann en Dan elkaar ontmoeten, krijgen 4 paren een kortere weg."
    )


def test_two_without_any_way_get_one():
    news = Source("news", published="2021")
    for name in ("Ann", "Bob"):
        news.mention(name.lower(), "person", name)
    found = answer("what-if-meet", network(news), a="Ann", b="Bob")
    assert found.sentence == "If Ann and Bob met, 1 pair without any way to each other would get one."
    assert answer("what-if-meet", network(news), "nl", a="Ann", b="Bob").sentence == (
        "Als Ann en Bob elkaar ontmoeten, krijgt 1 paar zonder enige weg naar elkaar er een."
    )


def test_two_who_met_are_said_to_have():
    found = answer("what-if-meet", network(two_villages()), a="Cat", b="School")
    assert (found.sentence, found.rows) == ("Cat and School have a bond already: Cat works for School.", [])
    assert found.sentence_evidence


def test_nobody_meets_herself():
    with pytest.raises(Refused, match="cannot meet itself"):
        answer("what-if-meet", network(two_villages()), a="Cat", b="cat")
