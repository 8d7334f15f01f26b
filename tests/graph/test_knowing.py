"""Who knows about something: each way with its weight, worked out by hand."""

from __future__ import annotations

import pytest

from graph.knowing import DESCRIBED, DIRECT, NAMED, THERE, WORKED, Knowing, who_knows
from graph.naming import Naming
from graph.network import Network
from graph.questions.knows_about import KnowsAbout
from graph.testing.source import Source
from tests.worlds import network

TAKES = KnowsAbout.parameters[0].takes


def asked(news: Source, topic: str) -> tuple[Network, Knowing]:
    found = network(news)
    return found, who_knows(found, Naming(found).resolve(topic, TAKES))


def ways(news: Source, topic: str = "Brood") -> dict[str, list[tuple[str, float]]]:
    """By name: how they know, and how much each way counts."""
    found, knowing = asked(news, topic)
    return {
        found.names[row]: [(way.how, round(way.weight, 4)) for way in its] for row, its in sorted(knowing.ways.items())
    }


def names(found: Network, rows: dict[int, object]) -> list[str]:
    return sorted(found.names[row] for row in rows)


def bread() -> Source:
    news = Source("news", published="2021")
    news.mention("bread", "theme", "Brood")
    return news


def talk(news: Source, key: str = "talk", status: str = "") -> Source:
    """A talk about bread."""
    event = news.mention(key, "activity", key)
    news.tie(event, "about", "news:bread")
    if status:
        news.property(event, "status", status)
    return news


@pytest.mark.parametrize("kind", ["offers", "about"])
def test_who_is_tied_to_the_subject_knows_directly(kind):
    news = bread()
    news.tie(news.mention("shop", "organisation", "De Aar"), kind, "news:bread")
    assert ways(news) == {"De Aar": [(DIRECT, 1.0)]}


def test_kinds_of_knowledge_are_brought_and_drawn_on():
    news = Source("news")
    craft = news.mention("craft", "knowledge_type", "Bakken")
    news.tie(news.mention("ann", "person", "Ann"), "brings", craft)
    news.tie(news.mention("shop", "organisation", "De Aar"), "draws_on", craft)
    assert ways(news, "Bakken") == {"Ann": [(DIRECT, 1.0)], "De Aar": [(DIRECT, 1.0)]}


def test_to_seek_it_is_not_to_know_it():
    news = bread()
    news.tie(news.mention("shop", "organisation", "De Aar"), "needs", "news:bread")
    found, knowing = asked(news, "Brood")
    assert (knowing.ways, names(found, knowing.seeks)) == ({}, ["De Aar"])


@pytest.mark.parametrize(
    ("role", "way"),
    [
        ("speaker", (WORKED, 0.5)),
        ("organiser", (WORKED, 0.5)),
        ("participant", (THERE, 0.25)),
        ("visitor", (THERE, 0.25)),
        ("", (THERE, 0.25)),
    ],
)
def test_at_something_about_it_the_role_decides(role, way):
    news = talk(bread())
    news.tie(news.mention("ann", "person", "Ann"), "took_part_in", "news:talk", **({"role": role} if role else {}))
    assert ways(news) == {"Ann": [way]}


def test_a_partner_of_a_project_about_it_worked_on_it_and_who_gave_was_there():
    news = bread()
    project = news.mention("project", "project", "Oven")
    news.tie(project, "about", "news:bread")
    news.tie(news.mention("shop", "organisation", "De Aar"), "partner_of", project)
    news.tie(news.mention("bank", "organisation", "Bank"), "contributed", project, form="money")
    assert ways(news) == {"De Aar": [(WORKED, 0.5)], "Bank": [(THERE, 0.25)]}


def test_at_something_big_being_there_counts_one_over_the_others_and_speaking_counts_as_ever():
    news = talk(bread())
    news.property("news:talk", "attendance", 101)
    news.tie(news.mention("ann", "person", "Ann"), "took_part_in", "news:talk", role="participant")
    news.tie(news.mention("bob", "person", "Bob"), "took_part_in", "news:talk", role="speaker")
    assert ways(news) == {"Ann": [(THERE, 0.01)], "Bob": [(WORKED, 0.5)]}


def test_each_happening_counts_once_by_its_strongest_tie_and_several_add_up():
    news = talk(talk(bread()), "class")
    ann = news.mention("ann", "person", "Ann")
    for role in ("participant", "speaker"):
        news.tie(ann, "took_part_in", "news:talk", role=role)
    news.tie(ann, "took_part_in", "news:class", role="student")
    found, knowing = asked(news, "Brood")
    (row,) = knowing.ways
    assert [(way.how, way.weight) for way in knowing.ways[row]] == [(WORKED, 0.5), (THERE, 0.25)]
    assert knowing.weight(row) == 0.75
    assert names(found, knowing.where) == ["class", "talk"]


def test_what_was_not_held_made_nobody_know():
    news = talk(bread(), status="cancelled")
    news.tie(news.mention("ann", "person", "Ann"), "took_part_in", "news:talk", role="speaker")
    found, knowing = asked(news, "Brood")
    assert (knowing.ways, knowing.where, names(found, knowing.unheld)) == ({}, {}, ["talk"])


def test_to_be_missed_at_it_is_not_to_have_been_there():
    news = talk(bread())
    news.tie(news.mention("ann", "person", "Ann"), "missed", "news:talk")
    assert ways(news) == {}


def test_who_answered_a_question_about_it_knows_and_who_asked_it_seeks():
    news = bread()
    question = news.mention("why", "knowledge_question", "Waarom rijst het?")
    news.tie(question, "about", "news:bread")
    news.tie(news.mention("ann", "person", "Ann"), "answers", question)
    news.tie(news.mention("bob", "person", "Bob"), "raised", question)
    event = news.mention("talk", "activity", "talk")
    news.tie(event, "raised", question)
    news.tie(news.mention("cat", "person", "Cat"), "took_part_in", event, role="host")
    found, knowing = asked(news, "Brood")
    assert {found.names[row]: [way.how for way in its] for row, its in knowing.ways.items()} == {
        "Ann": [DIRECT],
        "Cat": [WORKED],
    }
    assert (names(found, knowing.seeks), names(found, knowing.where)) == (["Bob"], ["talk"])


def test_parts_of_a_theme_belong_to_it():
    news = bread()
    rye = news.mention("rye", "theme", "Rogge")
    news.tie(rye, "part_of", "news:bread")
    news.tie(news.mention("ann", "person", "Ann"), "offers", rye)
    assert ways(news) == {"Ann": [(DIRECT, 1.0)]}
    assert ways(news, "Rogge") == {"Ann": [(DIRECT, 1.0)]}


def test_a_part_of_something_about_it_is_not_taken_to_be_about_it():
    news = talk(bread(), "series")
    edition = news.mention("edition", "activity", "edition")
    news.tie(edition, "part_of", "news:series")
    news.tie(news.mention("ann", "person", "Ann"), "took_part_in", edition, role="speaker")
    assert ways(news) == {}


def test_who_worked_out_a_core_value_knows_it_and_who_worked_out_the_whole_had_a_part_in_it():
    news = Source("news")
    raw, booklet = news.mention("raw", "core_value", "Rauw"), news.mention("booklet", "project", "Boekje")
    news.tie(raw, "part_of", booklet)
    news.tie(news.mention("ann", "person", "Ann"), "worked_out", raw)
    news.tie(news.mention("bob", "person", "Bob"), "worked_out", booklet)
    assert ways(news, "Rauw") == {"Ann": [(DIRECT, 1.0)], "Bob": [(WORKED, 0.5)]}


def test_a_method_about_it_is_known_by_who_worked_it_out_or_applies_it():
    news = bread()
    method = news.mention("way", "method", "Desem")
    news.tie(method, "about", "news:bread")
    news.tie(news.mention("ann", "person", "Ann"), "worked_out", method)
    news.tie(news.mention("shop", "organisation", "De Aar"), "applies", method)
    assert ways(news) == {"Ann": [(WORKED, 0.5)], "De Aar": [(WORKED, 0.5)]}


# -------------------------------------------------------------------------------------------------------- free words


def test_a_word_stands_for_all_that_is_called_so():
    news = bread()
    news.mention("rye", "theme", "roggebrood")
    news.tie(news.mention("ann", "person", "Ann"), "offers", "news:rye")
    news.tie(news.mention("bob", "person", "Bob"), "offers", "news:bread")
    assert ways(news, "word:brood") == {"Ann": [(DIRECT, 1.0)], "Bob": [(DIRECT, 1.0)]}


@pytest.mark.parametrize(
    ("key", "way"),
    [
        ("description", (DESCRIBED, 0.5)),
        ("result", (DESCRIBED, 0.5)),
        ("lesson", (DESCRIBED, 0.5)),
        ("goal", (NAMED, 0.25)),
    ],
)
def test_a_word_in_what_is_said_of_somebody_is_less_than_a_claim_and_a_goal_is_a_wish(key, way):
    news = Source("news")
    news.property(news.mention("shop", "organisation", "De Aar"), key, {"nl": "Desem op hout"})
    assert ways(news, "desem") == {"De Aar": [way]}


def test_a_word_in_a_name_is_weak_for_an_organisation_and_says_nothing_of_a_person():
    news = Source("news")
    news.mention("ann", "person", "Ann Desem")
    news.mention("shop", "organisation", "Desem BV")
    assert ways(news, "desem") == {"Desem BV": [(NAMED, 0.25)]}


def test_texts_of_ones_own_count_once_by_the_strongest():
    news = Source("news")
    shop = news.mention("shop", "organisation", "Desem BV")
    for text in ("desem", "meer desem"):
        news.property(shop, "description", {"nl": text})
    assert ways(news, "desem") == {"Desem BV": [(DESCRIBED, 0.5)]}


def test_a_word_in_what_is_offered_is_a_claim_and_in_what_is_needed_a_need():
    news = bread()
    for key, kind in (("ann", "offers"), ("bob", "needs")):
        tie = news.tie(news.mention(key, "person", key), kind, "news:bread")
        news.tie_property(tie, "what", {"nl": "desem"})
    found, knowing = asked(news, "desem")
    assert {found.names[row]: [way.how for way in its] for row, its in knowing.ways.items()} == {"ann": [DIRECT]}
    assert names(found, knowing.seeks) == ["bob"]


def test_a_word_in_a_role_describes():
    news = Source("news")
    news.tie(
        news.mention("ann", "person", "Ann"),
        "works_for",
        news.mention("shop", "organisation", "De Aar"),
        role="architect",
    )
    assert ways(news, "architect") == {"Ann": [(DESCRIBED, 0.5)]}


def test_a_word_in_the_name_or_text_of_a_happening_leads_to_who_was_there():
    news = Source("news")
    event = news.mention("talk", "activity", "Avond")
    news.property(event, "lesson", {"nl": "desem kost tijd"})
    news.tie(news.mention("ann", "person", "Ann"), "took_part_in", event, role="speaker")
    assert ways(news, "desem") == {"Ann": [(WORKED, 0.5)]}


def test_a_word_that_only_a_misprint_has_is_not_found():
    news = Source("news")
    printed = news.property(news.mention("shop", "organisation", "De Aar"), "description", {"nl": "desum"})
    news.correct(printed, "description", {"nl": "desem"})
    assert ways(news, "desum") == {}
    assert ways(news, "desem") == {"De Aar": [(DESCRIBED, 0.5)]}
