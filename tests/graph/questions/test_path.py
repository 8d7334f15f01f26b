"""`path`: the chains read aloud, none and one and many, what is far and what was not at the same time."""

from __future__ import annotations

import pytest

from graph.errors import Refused, Unknown
from graph.testing.source import Source
from tests.worlds import answer, network


def world(*knows: str) -> Source:
    """People who know each other, given as `Ann-Bob`."""
    news = Source("news", published="2021")
    names = sorted({name for pair in (*knows, "Ann-Ann", "Bob-Bob") for name in pair.split("-")})
    for name in names:
        news.mention(name.lower(), "person", name)
    for pair in knows:
        one, other = pair.lower().split("-")
        news.tie(f"news:{one}", "knows", f"news:{other}")
    return news


def asked(news: Source, lang="en", **ends):
    return answer("path", network(news), lang, **({"from_": "Ann", "to": "Bob"} | ends))


def test_no_chain_is_said_with_how_far_each_side_reaches():
    news = world("Ann-Cat")
    news.tie("news:ann", "works_for", news.mention("shop", "organisation", "De Aar"))
    news.tie("news:shop", "located_at", news.mention("street", "place", "Straat"))
    assert asked(news).sentence == (
        "The sources give no chain between Ann and Bob. "
        "From Ann one gets to 1 person, 1 organisation and 1 other thing. From Bob one gets to nothing and nobody."
    )
    found = asked(news, "nl")
    assert found.sentence == (
        "Tussen Ann en Bob is in de bronnen geen weg. "
        "Van Ann komt men bij 1 persoon, 1 organisatie en 1 ander ding. Van Bob komt men bij niets en niemand."
    )
    assert (found.rows, len(found.sentence_evidence)) == ([], 2)


def test_one_chain_is_read_aloud():
    news = world("Ann-Cat", "Bob-Cat")
    assert asked(news).sentence == (
        "Ann and Bob are connected by 1 chain: Ann and Cat know each other; Bob and Cat know each other."
    )
    found = asked(news, "nl")
    assert (
        found.sentence == "Ann en Bob zijn langs 1 weg verbonden: Ann en Cat kennen elkaar; Bob en Cat kennen elkaar."
    )
    assert found.caveats[0] == "Een volgende weg die anders loopt is er niet."


def test_of_many_the_shortest_is_read_aloud_and_all_are_rows():
    news = world(
        "Ann-Cat",
        "Bob-Cat",
        "Ann-Dan",
        "Dan-Eve",
        "Bob-Eve",
        "Ann-Fay",
        "Fay-Gus",
        "Gus-Hal",
        "Bob-Hal",
        "Ann-Ivy",
        "Bob-Ivy",
    )
    found = asked(news)
    assert found.sentence == (
        "Ann and Bob are connected by 3 different chains. "
        "The shortest: Ann and Cat know each other; Bob and Cat know each other."
    )
    assert [(row["chain"], row["step"], row["to_name"], row["cost"]) for row in found.rows] == [
        (1, 1, "Cat", 1),
        (1, 2, "Bob", 1),
        (2, 1, "Ivy", 1),
        (2, 2, "Bob", 1),
        (3, 1, "Dan", 1),
        (3, 2, "Eve", 1),
        (3, 3, "Bob", 1),
    ]


def test_a_long_chain_is_named_by_what_it_goes_by():
    assert asked(world("Ann-Cat", "Cat-Dan", "Dan-Eve", "Eve-Fay", "Fay-Gus", "Bob-Gus"), "nl").sentence == (
        "Ann en Bob zijn langs 1 weg verbonden. De kortste gaat in 6 stappen langs Cat, Dan, Eve, Fay en Gus."
    )


def test_each_step_has_its_evidence_and_a_tie_is_read_in_its_own_direction():
    news = world()
    shop = news.mention("shop", "organisation", "De Aar")
    for name in ("ann", "bob"):
        news.tie(f"news:{name}", "works_for", shop)
    found = asked(news, "nl")
    assert [(row["name"], row["cost"]) for row in found.rows] == [
        ("Ann werkt voor De Aar", 2),
        ("Bob werkt voor De Aar", 1),
    ]
    assert all(len(row["evidence"]) == 1 for row in found.rows)
    assert found.entities == ["news:ann", "news:bob", "news:shop"]


def test_several_ties_between_two_are_one_step_with_all_their_evidence():
    news = world("Ann-Bob")
    news.tie("news:ann", "introduced", "news:bob")
    (row,) = asked(news, "nl").rows
    assert (row["note"], len(row["evidence"])) == ("nog 1 band tussen deze twee", 2)


def test_the_surest_of_the_ties_that_bring_together_is_read_aloud():
    news = world()
    shop, mill = news.mention("shop", "organisation", "De Aar"), news.mention("mill", "organisation", "De Molen")
    news.tie(shop, "about", mill)
    news.tie(shop, "serves", mill)
    (row,) = asked(news, from_="De Aar", to="De Molen").rows
    assert row["name"] == "De Aar has De Molen as a client"


def test_where_very_many_come_together_it_is_said_that_it_says_little():
    news = world()
    fair = news.mention("fair", "activity", "Feest")
    news.property(fair, "attendance", 60)
    for name in ("ann", "bob"):
        news.tie(f"news:{name}", "took_part_in", fair)
    first, second = asked(news, "nl").rows
    assert (first["cost"], first["note"]) == (60, "hier komen 60 samen: zegt weinig")
    assert (second["cost"], second["note"]) == (1, "")


def test_two_who_were_somewhere_at_different_times_are_noted():
    news = world()
    shop = news.mention("shop", "organisation", "De Aar")
    news.tie("news:ann", "works_for", shop, end="2010")
    news.tie("news:bob", "works_for", shop, start="2015")
    assert [row["note"] for row in asked(news).rows] == ["", "not at the same time as the step before"]


def test_through_a_person_times_may_differ():
    news = world()
    news.mention("cat", "person", "Cat")
    news.tie("news:ann", "knows", "news:cat", end="2010")
    news.tie("news:bob", "knows", "news:cat", start="2015")
    assert [row["note"] for row in asked(news).rows] == ["", ""]


def test_what_was_called_off_is_read_as_meant():
    news = world()
    fair = news.mention("fair", "activity", "Feest")
    news.property(fair, "status", "cancelled")
    news.tie("news:ann", "took_part_in", fair)
    assert (
        asked(news, "nl", to="Feest").sentence == "Ann en Feest zijn langs 1 weg verbonden: Ann zou meedoen aan Feest."
    )


def test_from_and_to_the_same_is_refused():
    with pytest.raises(Refused, match="'Ann' is both ends; name two different ones"):
        asked(world(), to="ann")


def test_an_unknown_end_is_named_with_the_nearest():
    with pytest.raises(Unknown, match="Nothing is called 'Zoë'"):
        asked(world(), to="Zoë")


def test_a_chain_is_not_said_to_be_an_acquaintance():
    assert (
        "A chain is what the sources tell; whether people know each other they do not say."
        in asked(world("Ann-Cat", "Bob-Cat")).caveats
    )
    assert not [c for c in asked(world("Ann-Bob")).caveats if "whether people know" in c]
