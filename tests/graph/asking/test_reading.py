"""Questions in words about a small world: what is meant, what is named, what is missing, and what is nonsense."""

from __future__ import annotations

import pytest

from graph.asking import Reader
from graph.naming import Naming
from graph.testing.source import Source
from tests.worlds import network


@pytest.fixture(scope="module")
def reader() -> Reader:
    """Ann Bakker and Bob de Wit of Bakery De Aar, who came to the Fair; a theme, a report."""
    news = Source("news", published="2021")
    news.source("title", "Evening paper")
    ann, bob = news.mention("ann", "person", "Ann Bakker"), news.mention("bob", "person", "Bob de Wit")
    shop, fair = news.mention("shop", "organisation", "Bakery De Aar"), news.mention("fair", "activity", "Summer Fair")
    news.mention("other", "activity", "Winter Fair")
    news.mention("bread", "theme", "sourdough")
    for who in (ann, bob):
        news.tie(who, "works_for", shop)
        news.tie(who, "took_part_in", fair)
    return Reader(Naming(network(news)))


def read(reader: Reader, text: str) -> tuple[str | None, dict[str, str]]:
    reading = reader.read(text)
    return reading.question, dict(reading.parameters)


@pytest.mark.parametrize(
    ("text", "question", "values"),
    [
        ("who connects education to entrepreneurs?", "connects", {"from": "education", "to": "entrepreneurs"}),
        ("Wie verbindt ondernemers met onderwijs", "connects", {"from": "entrepreneurs", "to": "education"}),
        ("how are Ann Bakker and Bob de Wit connected", "path", {"from": "news:ann", "to": "news:bob"}),
        ("who was at the Summer Fair", "present", {"activity": "news:fair"}),
        ("wat weten we van bakker?", "profile", {"entity": "news:ann"}),
        ("what do we know from Evening paper alone", "influence-of-source", {"source": "news"}),
        ("what happened in May 2021", "agenda", {"period": "2021-05"}),
        ("what changed since version 1", "changed", {"since": "version:1"}),
        ("bridges by sector: who stands most between groups", "brokers", {"by": "sector"}),
    ],
)
def test_what_is_meant_and_what_is_named(reader, text, question, values):
    assert read(reader, text) == (question, values)


@pytest.mark.parametrize(
    "text", ["Who was at the Sumner Fair", "who wsa at teh summer fair", "WHO WAS AT SUMMER FAIR??"]
)
def test_typing_errors_are_no_matter(reader, text):
    assert read(reader, text) == ("present", {"activity": "news:fair"})


def test_the_order_of_names_follows_the_phrase(reader):
    assert read(reader, "who can introduce me to Bob de Wit? I am Ann Bakker") == (
        "introduce-me",
        {"from": "news:ann", "to": "news:bob"},
    )


def test_a_name_that_fits_two_stays_a_word(reader):
    assert read(reader, "who was at the fair") == ("present", {"activity": "fair"})


def test_a_word_that_names_nothing_is_taken_where_any_word_will_do(reader):
    assert read(reader, "who knows about pottery") == ("knows-about", {"topic": "pottery"})


def test_what_is_missing_is_told_with_what_was_not_made_out(reader):
    reading = reader.read("what came of Autumnfest")
    assert (reading.question, reading.missing, reading.unread) == ("came-of", ("activity",), ("autumnfest",))
    assert reader.read("who connects education").missing == ("to",)


@pytest.mark.parametrize("text", ["", "?", "asdf qwer", "bake me a cake", "12345 67"])
def test_nonsense_is_never_answered(reader, text):
    reading = reader.read(text)
    assert (reading.question, reading.parameters) == (None, {})
    assert len(reading.nearest) == 3


def test_what_is_not_clear_offers_the_nearest(reader):
    reading = reader.read("network")
    assert (reading.question, reading.nonsense, reading.nearest[0]) == (None, False, "brokers")


def test_a_very_long_text_is_read_in_part(reader):
    long = reader.read("who was at the Summer Fair " + "x" * 100_000)
    assert len(long.unread[0]) < 2_000


def test_it_is_told_as_json(reader):
    assert reader.read("who was at the Summer Fair").json() == {
        "question": "present",
        "parameters": {"activity": "news:fair"},
        "missing": [],
        "nearest": list(reader.read("who was at the Summer Fair").nearest),
        "unread": [],
    }
