"""`introduce-me`: acquaintances, meetings, organisations large and small, groups, and nobody."""

from __future__ import annotations

import pytest

from graph.errors import Refused
from graph.testing.source import Source
from tests.worlds import answer, network


def people(*names: str) -> Source:
    news = Source("news", published="2021")
    for name in names:
        news.mention(name.lower(), "person", name)
    return news


def know(news: Source, *pairs: tuple[str, str]) -> Source:
    for one, other in pairs:
        news.tie(f"news:{one.lower()}", "knows", f"news:{other.lower()}")
    return news


def met(news: Source, key: str, *names: str) -> None:
    talk = news.mention(key, "activity", key.title())
    for name in names:
        news.tie(f"news:{name.lower()}", "took_part_in", talk)


def asked(news: Source, lang="en", from_="Ann", to="Eva"):
    return answer("introduce-me", network(news), lang, from_=from_, to=to)


def test_a_common_acquaintance_is_asked():
    found = asked(know(people("Ann", "Cat", "Eva"), ("Ann", "Cat"), ("Cat", "Eva")))
    assert [(row["chain"], row["step"], row["from_name"], row["to_name"], row["cost"]) for row in found.rows] == [
        (1, 1, "Ann", "Cat", 1.0),
        (1, 2, "Cat", "Eva", 1.0),
    ]
    assert (
        found.sentence
        == "Best ask Cat to introduce Ann to Eva: Ann and Cat know each other; Cat and Eva know each other."
    )
    assert asked(know(people("Ann", "Cat", "Eva"), ("Ann", "Cat"), ("Cat", "Eva")), "nl").sentence == (
        "Vraag het liefst Cat om Ann te introduceren bij Eva: Ann en Cat kennen elkaar; Cat en Eva kennen elkaar."
    )


def test_a_small_meeting_costs_less_than_a_large_one():
    news = people("Ann", "Bob", "Cat", "Eva", "Fay")
    met(news, "lunch", "Ann", "Cat", "Eva")
    met(news, "dinner", "Ann", "Bob", "Fay", "Eva")
    assert (
        asked(news).sentence
        == "Ann and Eva have a bond already: Ann and Eva were both at Lunch (3 there) and at 1 more."
    )
    news = people("Ann", "Bob", "Cat", "Eva", "Fay")
    met(news, "lunch", "Ann", "Cat", "Fay")
    met(news, "dinner", "Ann", "Bob", "Cat", "Fay")
    found = asked(know(news, ("Bob", "Eva"), ("Cat", "Eva")))
    assert [(row["chain"], row["to_name"], row["cost"]) for row in found.rows] == [
        (1, "Cat", 1.2),
        (1, "Eva", 1.0),
        (2, "Bob", 3.0),
        (2, "Eva", 1.0),
    ]
    assert found.sentence.endswith(" Or ask Bob.")


def test_a_large_organisation_brings_nobody_near():
    news = people("Ann", "Cat", "Eva", "Bob", "Dan", "Fay")
    city = news.mention("city", "organisation", "City")
    for name in ("Ann", "Eva", "Bob", "Dan", "Fay"):
        news.tie(f"news:{name.lower()}", "works_for", city)
    found = asked(know(news, ("Ann", "Cat"), ("Cat", "Eva")))
    costs = {row["chain"]: 0.0 for row in found.rows}
    for row in found.rows:
        costs[row["chain"]] += row["cost"]
    assert [found.rows[0]["to_name"], costs] == ["Cat", {1: 2.0, 2: 6.0}]


def test_a_detour_is_no_other_chain():
    found = asked(
        know(people("Ann", "Bob", "Cat", "Eva"), ("Ann", "Cat"), ("Cat", "Eva"), ("Ann", "Bob"), ("Bob", "Cat"))
    )
    assert {row["chain"] for row in found.rows} == {1}


def test_nobody_is_said_in_both_languages():
    found = asked(people("Ann", "Eva"))
    assert found.sentence == "Nobody in the sources can introduce Ann to Eva: there is no chain of bonds."
    assert (found.rows, len(found.sentence_evidence)) == ([], 2)
    assert asked(people("Ann", "Eva"), "nl").sentence == (
        "Niemand in de bronnen kan Ann introduceren bij Eva: er is geen weg van banden."
    )


def test_a_group_without_names_introduces_nobody_and_nobody_is_introduced_to_it():
    news = people("Ann", "Eva")
    students = news.mention("students", "organisation", "students")
    news.property(students, "type", "group")
    for name in ("ann", "eva"):
        news.tie(f"news:{name}", "member_of", students)
    assert asked(news).rows == []
    with pytest.raises(Refused, match="is a group without names; name somebody"):
        asked(news, to="students")


def test_nobody_needs_an_introduction_to_herself():
    with pytest.raises(Refused, match="no introduction to itself"):
        asked(people("Ann"), to="ann")


def test_a_step_says_that_its_tie_ended():
    news = people("Ann", "Cat", "Eva")
    shop = news.mention("shop", "organisation", "Shop")
    news.tie("news:ann", "works_for", shop, start="2010", end="2012")
    news.tie("news:eva", "works_for", shop)
    assert [row["note"] for row in asked(news).rows] == ["this tie ended", ""]
