"""`profile`: everything that is known of one entity, in sentences."""

from __future__ import annotations

from graph.testing.source import Source
from tests.worlds import answer, bakery, network


def test_a_person_with_what_is_said_of_her_and_her_ties():
    news = bakery()
    news.property("news:ann", "sector", "entrepreneurs")
    news.property("news:ann", "description", {"nl": "Bakt 's nachts"})
    found = answer("profile", network(news), entity="Ann")
    assert [(row["part_label"], row["name"]) for row in found.rows] == [
        ("sector", "entrepreneurs"),
        ("description", "Bakt 's nachts"),
        ("knows", "Ann and Bob know each other"),
        ("works for", "Ann works as owner for Bakery De Aar (since 2019)"),
    ]
    assert all(row["evidence"] for row in found.rows)
    assert found.sentence == "Ann: person (entrepreneurs). Known from 1 source, with 2 ties."
    assert answer("profile", network(news), "nl", entity="Ann").sentence == (
        "Ann: persoon (ondernemers). Bekend uit 1 bron, met 2 banden."
    )


def test_that_an_introduction_was_proposed_is_told_and_is_no_tie_that_counts():
    news = bakery()
    pair = news.mention("pair", "introduction", "Ann – Cat")
    news.property(pair, "proposed", "2021-06-01")
    for who in ("news:ann", news.mention("cat", "person", "Cat")):
        news.tie(pair, "brings_together", who)
    found = answer("profile", network(news), entity="Ann")
    assert "the introduction Ann – Cat concerns Ann" in [row["name"] for row in found.rows]
    assert found.sentence == "Ann: person. Known from 1 source, with 2 ties."


def test_other_names_are_told():
    one, two = Source("one"), Source("two")
    one.mention("ann", "person", "Ann Bakker")
    two.mention("ann", "person", "Annie")
    two.judge("same", "one:ann", "two:ann")
    (row,) = answer("profile", network(one, two), entity="Annie").rows
    assert row["part_label"] == "also called"


def test_what_was_printed_wrong_is_told_as_such():
    news = Source("news")
    wrong = news.property(news.mention("fair", "activity", "Fair"), "start", "2091")
    news.correct(wrong, "start", "2019")
    assert [(row["name"], row["note"]) for row in answer("profile", network(news), entity="Fair").rows] == [
        ("2019", ""),
        ("2091", "as printed, corrected"),
    ]


def test_contact_details_stay_out():
    news = bakery()
    news.property("news:ann", "email", {"nl": "ann@example.org"})
    assert "example.org" not in str(answer("profile", network(news), entity="Ann"))
