"""`visible-and-findable`: what of a project has a result, a lesson, a follow-up and a link recorded."""

from __future__ import annotations

from graph.testing.source import Source
from tests.worlds import answer, network


def programme() -> Source:
    """A programme of a talk with everything, and a walk with nothing."""
    news = Source("news", published="2021")
    top = news.mention("top", "project", "Programme")
    for key, month in (("talk", "2021-01"), ("walk", "2021-02")):
        news.tie(news.mention(key, "activity", key.title()), "part_of", top)
        news.property(f"news:{key}", "start", month)
    news.property("news:talk", "result", {"nl": "Een plan"})
    news.property("news:talk", "lesson", {"nl": "Begin vroeg"})
    news.property("news:talk", "link", "https://example.org/talk")
    news.tie(news.mention("plan", "project", "Plan"), "follows_from", "news:talk")
    return news


def test_what_each_part_has_and_lacks():
    found = answer("visible-and-findable", network(programme()), project="Programme")
    assert [(r["name"], r["result"], r["lesson"], r["follow_up"], r["link"], r["lacks"]) for r in found.rows] == [
        ("Programme", 0, 0, 0, 0, "result, lesson, follow-up and link"),
        ("Talk", 1, 1, 1, 1, ""),
        ("Walk", 0, 0, 0, 0, "result, lesson, follow-up and link"),
    ]
    assert all(row["evidence"] for row in found.rows)


def test_said_in_a_sentence():
    assert answer("visible-and-findable", network(programme()), "nl", project="Programme").sentence == (
        "Van 3 activiteiten, Programme zelf meegeteld, heeft vastgelegd: "
        "resultaat 1, les 1, vervolg 1 en verwijzing 1. Niets daarvan: Programme en Walk."
    )
    assert answer("visible-and-findable", network(programme()), project="Talk").sentence == (
        "Of 1 activity, Talk itself included, how many have it recorded: result 1, lesson 1, follow-up 1 and link 1."
    )


def test_it_claims_no_more_than_the_sources():
    assert answer("visible-and-findable", network(programme()), project="Programme").caveats[0] == (
        "This says what is recorded in these sources, not what there was."
    )
