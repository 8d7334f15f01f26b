"""`connects`: rows, sides, sentences and caveats, in worlds of a few people."""

from __future__ import annotations

import pytest

from graph.errors import Misasked, Refused, Unknown
from graph.testing.source import Source
from tests.worlds import answer, network


def world(schools: int = 1, shops: int = 1, attendance: int | None = None) -> Source:
    """An open day with so many schools and so many shops."""
    news = Source("news", published="2021-05")
    day = news.mention("day", "activity", "Open day")
    if attendance is not None:
        news.property(day, "attendance", attendance)
    for count, name, sector in ((schools, "School", "education"), (shops, "Shop", "entrepreneurs")):
        for i in range(count):
            org = news.mention(f"{name.lower()}{i}", "organisation", f"{name} {i}")
            news.property(org, "sector", sector, certainty="inferred", reason={"en": "its name", "nl": "de naam"})
            news.tie(org, "took_part_in", day)
    return news


def apart() -> Source:
    """One school and one shop that have nothing to do with each other."""
    news = Source("news", published="2021")
    for key, sector in (("school0", "education"), ("shop0", "entrepreneurs")):
        news.property(news.mention(key, "organisation", key), "sector", sector)
    return news


def asked(news: Source, lang="en", **sides):
    return answer("connects", network(news), lang, **({"from_": "education", "to": "entrepreneurs"} | sides))


def test_nobody_between_is_said_in_both_languages():
    news = world(shops=0)
    assert asked(news).sentence == "Nobody and nothing in the sources stands between education and entrepreneurs."
    assert asked(news, "nl").sentence == "Niemand en niets in de bronnen staat tussen onderwijs en ondernemers."
    assert "De bronnen noemen niemand van ondernemers." in asked(news, "nl").caveats


def test_one_that_stands_between_is_named_with_its_pairs():
    assert asked(world()).sentence == (
        "1 activity stands between education and entrepreneurs. "
        "That is Open day, with 1 pair that has no tie of its own in the sources (joined only here)."
    )
    assert asked(world(2, 3), "nl").sentence == (
        "Tussen onderwijs en ondernemers staat 1 activiteit. "
        "Dat is Open day, met 6 paren die in de bronnen zelf geen band hebben (alleen hier verbonden)."
    )


def test_many_are_counted_by_kind_and_the_strongest_is_named():
    news = world(1, 2)
    project = news.mention("project", "project", "Garden")
    for org in ("news:school0", "news:shop0"):
        news.tie(org, "partner_of", project)
    assert asked(news).sentence == (
        "1 activity and 1 project stand between education and entrepreneurs. "
        "The strongest link is Open day, with 2 pairs that have no tie of their own in the sources "
        "(1 of them joined only here)."
    )


def test_a_row_says_whom_it_reaches_and_where_that_comes_from():
    found = asked(world(1, 2))
    (row,) = found.rows
    assert (row["name"], row["pairs"], row["only"], row["weight"]) == ("Open day", 2, 2, 1.0)
    assert (row["from"], row["to"], row["to_names"]) == (["School 0"], ["Shop 0", "Shop 1"], "Shop 0 and Shop 1")
    assert set(row["evidence"]) == set(found.evidence)
    assert len(row["evidence"]) == 6  # three ties, and why each of the three counts for its side


def test_who_belongs_to_both_sides_is_said_to_and_is_in_no_pair():
    news = apart()
    ann = news.mention("ann", "person", "Ann")
    news.tie(ann, "works_for", "news:school0")
    news.tie(ann, "works_for", "news:shop0")
    (row,) = asked(news).rows
    assert (row["side"], row["note"]) == ("both", "belongs to both education and entrepreneurs")
    assert (row["pairs"], row["only"]) == (1, 1)  # the school and the shop, not Ann herself


def test_a_member_of_one_side_may_stand_between_and_the_row_says_for_which():
    news = apart()
    ann = news.mention("ann", "person", "Ann")
    news.tie(ann, "works_for", "news:school0")
    news.tie(ann, "founded", "news:shop0")
    (row,) = asked(news, "nl").rows
    assert (row["side"], row["note"]) == ("from", "staat zelf voor onderwijs")


def test_a_big_meeting_is_named_as_such():
    found = asked(world(attendance=60))
    (row,) = found.rows
    assert (row["big"], row["note"], row["weight"]) == (True, "big meeting, 60 or more", round(1 / 59, 4))
    assert "At a big meeting everybody is near everybody: there a pair counts for 1/(n-1)." in found.caveats


def test_sides_may_be_organisations_themes_and_kinds_of_knowledge():
    news = world(1, 1)
    craft = news.mention("craft", "knowledge_type", "Craft")
    news.tie("news:shop0", "brings", craft)
    food = news.mention("food", "theme", "Food")
    talk = news.mention("talk", "activity", "Talk")
    news.tie(talk, "about", food)
    news.tie("news:school0", "took_part_in", talk)
    for sides in ({"to": "Craft"}, {"from_": "Food"}, {"from_": "School 0", "to": "Shop 0"}):
        assert [row["name"] for row in asked(news, **sides).rows] == ["Open day"], sides


def test_the_caveats_say_as_of_when_and_how_sure():
    found = asked(world(), "nl")
    assert "Bekend van onderwijs: 1 persoon of organisatie; de bronnen noemen niet iedereen." in found.caveats
    assert "Stand van mei 2021, volgens de bronnen." in found.caveats


def test_one_side_twice_is_refused():
    with pytest.raises(Refused, match="'onderwijs' is on both sides; name two different ones"):
        asked(world(), from_="education", to="onderwijs")


def test_an_unknown_side_is_named_with_the_nearest():
    with pytest.raises(Unknown, match="Nothing is called 'edukazion'"):
        asked(world(), from_="edukazion")


def test_a_missing_parameter_is_named_with_an_example():
    with pytest.raises(Misasked, match=r"connects lacks 'to' .*; for example from 'education', to 'entrepreneurs'"):
        answer("connects", network(world()), from_="education")


def test_a_parameter_that_the_question_does_not_know_is_refused():
    with pytest.raises(Misasked, match="connects knows no 'via'; it takes: from, to"):
        asked(world(), via="x")


def test_an_organisation_that_is_a_side_does_not_stand_between():
    news = world(1, 1)
    news.tie(news.mention("ann", "person", "Ann"), "works_for", "news:school0")
    found = asked(news, from_="School 0", to="Shop 0")
    assert "School 0" not in [row["name"] for row in found.rows]


def test_what_was_called_off_joins_nobody():
    news = world(1, 1)
    news.property("news:day", "status", "cancelled")
    assert asked(news).rows == []


def test_a_tie_that_ended_counts_and_the_row_says_until_when_it_lasted():
    news = apart()
    ann = news.mention("ann", "person", "Ann")
    news.tie(ann, "works_for", "news:school0", end="2007-05")
    news.tie(ann, "works_for", "news:shop0")
    (row,) = [row for row in asked(news).rows if row["name"] == "Ann"]
    assert row["note"] == "belongs to both education and entrepreneurs; school0 until May 2007"
    (row,) = [row for row in asked(news, "nl").rows if row["name"] == "Ann"]
    assert row["note"] == "hoort bij onderwijs én bij ondernemers; school0 tot mei 2007"


def test_a_tie_that_ended_beside_one_that_did_not_is_not_said_to_have_ended():
    news = apart()
    ann = news.mention("ann", "person", "Ann")
    news.tie(ann, "works_for", "news:school0", role="director", end="2007-05")
    news.tie(ann, "works_for", "news:school0", role="adviser")
    news.tie(ann, "works_for", "news:shop0")
    (row,) = [row for row in asked(news).rows if row["name"] == "Ann"]
    assert row["note"] == "belongs to both education and entrepreneurs"
