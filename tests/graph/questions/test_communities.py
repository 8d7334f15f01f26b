"""`groups`: two villages and who joins them, what is shared, and none."""

from __future__ import annotations

from itertools import combinations

from graph.testing.source import Source
from tests.worlds import answer, network


def villages() -> Source:
    """Ann, Bob and Cat know each other, Dan, Eva and Fay know each other, and Cat knows Dan; Gus knows nobody."""
    news = Source("news", published="2021")
    names = ("Ann", "Bob", "Cat", "Dan", "Eva", "Fay", "Gus")
    people = {name: news.mention(name.lower(), "person", name) for name in names}
    for one, other in [*combinations(names[:3], 2), *combinations(names[3:6], 2), ("Cat", "Dan")]:
        news.tie(people[one], "knows", people[other])
    bread = news.mention("bread", "theme", "Bread")
    for name in names[:3]:
        news.tie(people[name], "offers", bread)
    return news


def test_a_group_names_its_members_what_they_share_and_who_joins_it():
    found = answer("groups", network(villages()))
    assert [(r["name"], r["size"], r["member_names"], r["shared_names"], r["join_names"]) for r in found.rows] == [
        ("Ann", 3, "Ann, Bob and Cat", "Bread (3)", "Cat"),
        ("Dan", 3, "Dan, Eva and Fay", "", "Dan"),
    ]


def test_the_sentence_tells_how_many_and_how_far_apart():
    assert answer("groups", network(villages())).sentence == (
        "By their bonds people and organisations make 2 groups; the largest is around Ann (3 members; what they share"
        " is Bread (3)). Modularity is 0.36. 1 is in no group of three."
    )
    assert answer("groups", network(villages()), "nl").sentence == (
        "Naar hun banden vormen personen en organisaties 2 groepen; de grootste is die rond Ann (3 leden; ze delen"
        " Bread (3)). De modulariteit is 0,36. 1 zit in geen groep van drie."
    )


def test_two_are_no_group():
    news = Source("news", published="2021")
    news.tie(news.mention("ann", "person", "Ann"), "knows", news.mention("bob", "person", "Bob"))
    found = answer("groups", network(news))
    assert (found.sentence, found.rows) == ("The sources tell of no group of three or more.", [])
    assert answer("groups", network(news), "nl").sentence == ("De bronnen vertellen van geen groep van drie of meer.")


def test_every_row_has_the_ties_that_hold_it_together():
    found = answer("groups", network(villages()))
    assert [len(row["evidence"]) for row in found.rows] == [6, 3]
