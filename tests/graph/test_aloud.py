"""Ties read aloud: subject or not, singular or plural, with their period, as meant when not held."""

from __future__ import annotations

from graph.aloud import tie_aloud
from graph.network import Network
from graph.testing.source import Source
from tests.worlds import network


def only(news: Source) -> tuple[Network, int]:
    found = network(news)
    assert len(found.tie_ids) == 1
    return found, 0


def said(news: Source, lang="nl", **how) -> str:
    found, row = only(news)
    return tie_aloud(found, row, found.tie(row), lang, **how)


def test_with_and_without_the_subject_and_with_the_period():
    news = Source("news")
    shop = news.mention("shop", "organisation", "De Aar")
    news.tie(news.mention("ann", "person", "Ann"), "works_for", shop, role="owner", start="2019")
    assert said(news) == "Ann werkt als eigenaar voor De Aar (sinds 2019)"
    assert said(news, "en", subject=False) == "works as owner for De Aar (since 2019)"


def class_at(status: str, size: int) -> Source:
    news = Source("news")
    class_, fair = news.mention("class", "organisation", "leerlingen"), news.mention("fair", "activity", "Feest")
    news.property(class_, "type", "group")
    news.property(class_, "size", size)
    news.property(fair, "status", status)
    news.tie(class_, "took_part_in", fair)
    return news


def test_of_several_the_verb_is_a_plural():
    assert said(class_at("held", 17)) == "leerlingen deden mee aan Feest"
    assert said(class_at("held", 1)) == "leerlingen deed mee aan Feest"


def test_what_was_not_held_was_meant():
    assert said(class_at("cancelled", 17)) == "leerlingen zouden meedoen aan Feest"
    assert said(class_at("cancelled", 17), "en") == "leerlingen were to take part in Feest"


def test_a_value_that_was_corrected_is_not_said():
    news = Source("news")
    theme = news.mention("bread", "theme", "Brood")
    tie = news.tie(news.mention("ann", "person", "Ann"), "offers", theme)
    printed = news.tie_property(tie, "what", {"nl": "lepels"})
    news.correct(printed, "what", {"nl": "lessen"})
    assert said(news) == "Ann biedt iets aan rond Brood: lessen"
