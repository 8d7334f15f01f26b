"""`brokers`: across groups, between two of them, who has no group, and wrong input."""

from __future__ import annotations

import pytest

from graph.errors import Misasked, Unknown
from graph.testing.source import Source
from tests.worlds import answer, network


def star(*sectors: str, middle: str = "government") -> Source:
    """Cat knows everybody else, who know nobody."""
    news = Source("news", published="2021")
    cat = news.mention("cat", "person", "Cat")
    if middle:
        news.property(cat, "sector", middle)
    for place, sector in enumerate(sectors):
        person = news.mention(f"p{place}", "person", f"Person {place}")
        if sector:
            news.property(person, "sector", sector)
        news.tie(cat, "knows", person)
    return news


def test_pairs_are_counted_by_role():
    (row,) = answer("brokers", network(star("education", "education", "residents", "government"))).rows
    assert {
        key: row[key] for key in ("name", "group", "between", "gatekeeper", "itinerant", "liaison", "coordinator")
    } == {
        "name": "Cat",
        "group": "government",
        "between": 6,
        "gatekeeper": 3,
        "itinerant": 1,
        "liaison": 2,
        "coordinator": 0,
    }


def test_the_sentence_names_the_first():
    world = network(star("education", "residents"))
    assert answer("brokers", world).sentence == (
        "By sector, Cat (government) stands most between groups:"
        " it joins 1 pair from different groups that have no bond."
    )
    assert answer("brokers", world, "nl").sentence == (
        "Naar sector staat Cat (overheid) het meest tussen groepen: 1 paar over groepen heen die zelf geen band hebben."
    )


def test_nobody_stands_between_one_group():
    found = answer("brokers", network(star("government", "government")))
    assert (found.sentence, found.rows) == ("Nobody in the sources stands between groups by sector.", [])
    assert (
        answer("brokers", network(star()), "nl").sentence == "Niemand in de bronnen staat tussen groepen naar sector."
    )


def test_who_has_no_group_is_left_out_and_counted():
    found = answer("brokers", network(star("education", "residents", "")))
    assert [row["between"] for row in found.rows] == [1]
    assert "Of 1 of the 4 people and organisations the group is not known; they are left out." in found.caveats


def test_z_of_few_is_called_a_hint():
    found = answer("brokers", network(star("education", "residents")))
    assert "z compares with chance; among 3 with a group it is only a hint." in found.caveats


def test_between_two_groups_counts_shortest_ways():
    found = answer("brokers", network(star("education", "education", "residents")), from_="Education", to="residents")
    assert [(row["name"], row["share"]) for row in found.rows] == [("Cat", 2.0)]
    assert found.sentence == (
        "1 party stands on a shortest way between education and residents; most does Cat, with 2.0 pairs."
    )
    assert found.parameters == {"by": "sector", "from": "education", "to": "residents"}


def test_nobody_between_two_groups():
    found = answer("brokers", network(star("education")), from_="education", to="government")
    assert found.sentence == "Nobody in the sources stands between education and government."


@pytest.mark.parametrize(
    ("given", "error", "said"),
    [
        ({"from_": "education"}, Misasked, "give both from and to, or neither"),
        ({"from_": "education", "to": "education"}, Misasked, "is on both sides; name two groups"),
        ({"from_": "education", "to": "bakers"}, Unknown, "no group 'bakers'; there are: education and government"),
        ({"by": "colour"}, Unknown, "cannot be 'colour'"),
    ],
)
def test_wrong_groups_are_refused_with_a_way_on(given, error, said):
    with pytest.raises(error, match=said):
        answer("brokers", network(star("education")), **given)
