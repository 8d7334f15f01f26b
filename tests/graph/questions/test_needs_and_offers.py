"""`needs-and-offers`: what matches, what is unmet, what is stale, and for whom."""

from __future__ import annotations

import pytest

from graph.testing.source import Source
from tests.worlds import answer, network


def market() -> Source:
    """Ann needs flour and water, Bob offers flour."""
    news = Source("news", published="2021")
    for key in ("flour", "water"):
        news.mention(key, "theme", key.title())
    ann, bob = news.mention("ann", "person", "Ann"), news.mention("bob", "person", "Bob")
    news.tie_property(news.tie(ann, "needs", "news:flour"), "what", {"nl": "tien zakken", "en": "ten bags"})
    news.tie(ann, "needs", "news:water")
    news.tie_property(news.tie(bob, "offers", "news:flour"), "what", {"nl": "een zak", "en": "a bag"})
    return news


def asked(news: Source, lang="en", **given: str):
    return answer("needs-and-offers", network(news), lang, **given)


def test_a_need_with_an_offer_comes_before_an_unmet_one():
    keys = ("name", "what", "target_name", "offer_names", "offers", "note")
    assert [tuple(row[key] for key in keys) for row in asked(market()).rows] == [
        ("Ann", "ten bags", "Flour", "Bob", "a bag", ""),
        ("Ann", "", "Water", "", "", "nobody is said to offer it"),
    ]
    assert asked(market()).sentence == "The sources tell of 2 needs; 1 has a matching offer: Bob for Ann, around Flour."
    assert asked(market(), "nl").sentence == (
        "De bronnen noemen 2 behoeften; bij 1 past een aanbod: Bob voor Ann, rond Flour."
    )


@pytest.mark.parametrize(("about", "targets"), [("Ann", ["Flour", "Water"]), ("Bob", ["Flour"]), ("Water", ["Water"])])
def test_of_somebody_or_a_subject_only(about, targets):
    assert [row["target_name"] for row in asked(market(), about=about).rows] == targets


def test_nobody_meets_her_own_need():
    news = market()
    news.tie("news:ann", "offers", "news:water")
    assert asked(news, about="Water").sentence == "The sources tell of 1 need around Water; no offer matches."


def test_a_part_of_a_theme_matches_the_theme_and_a_part_of_a_place_does_not():
    news = Source("news", published="2021")
    for kind in ("theme", "place"):
        part, whole = news.mention(f"{kind}1", kind, f"Part {kind}"), news.mention(f"{kind}2", kind, f"Whole {kind}")
        news.tie(part, "part_of", whole)
        news.tie(news.mention("ann", "person", "Ann"), "needs", part)
        news.tie(news.mention("bob", "person", "Bob"), "offers", whole)
    assert [(row["target_name"], row["offer_names"]) for row in asked(news).rows] == [
        ("Part theme", "Bob"),
        ("Part place", ""),
    ]


def test_what_is_long_ago_or_over_is_stale():
    old = Source("old", published="2010")
    flour = old.mention("flour", "theme", "Flour")
    old.tie(old.mention("bob", "person", "Bob"), "offers", flour)
    new = Source("new", published="2021")
    new.tie(new.mention("ann", "person", "Ann"), "needs", new.mention("flour", "theme", "Flour"), end="2015")
    (row,) = answer("needs-and-offers", network(old, new)).rows
    assert (row["stale"], row["note"]) == (True, "needed until 2015; offered as of 2010")
    (row,) = answer("needs-and-offers", network(old, new), "nl").rows
    assert row["note"] == "gezocht tot 2015; geboden, stand van 2010"


def test_no_need_is_said():
    assert asked(Source("news")).sentence == "The sources tell of no need."
    assert asked(Source("news"), "nl").sentence == "De bronnen noemen niets dat gezocht wordt."
