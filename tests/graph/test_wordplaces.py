"""Where a word stands: names, texts and roles, in either language, of what the filters left."""

from __future__ import annotations

from graph.freewords import FreeWord
from graph.network import Network
from graph.testing.source import Source
from graph.wordplaces import places_of
from tests.worlds import network


def world() -> Source:
    news = Source("news")
    ann = news.mention("ann", "person", "Ann Rogge")
    shop = news.mention("shop", "organisation", "De Roggebol")
    news.property(shop, "description", {"nl": "bakt wit brood", "en": "bakes rye"})
    news.property(ann, "email", {"nl": "rogge@example.org"})
    news.property(shop, "start", "2019")
    news.tie(ann, "works_for", shop, role="architect")
    theme = news.mention("bread", "theme", "Brood")
    news.tie_property(news.tie(ann, "offers", theme), "what", {"nl": "roggebrood"})
    return news


def places(asked: str, found: Network) -> set[tuple[str, str]]:
    """Who or which tie, and the property."""
    return {
        (found.tie_kinds[found.tie_kind[place.row]] if place.tie else found.names[place.row], place.key)
        for place in places_of(found, FreeWord.of(asked))
    }


def test_names_and_texts_of_things_and_ties_are_looked_through_and_contact_details_are_not():
    assert places("rogge", network(world())) == {("Ann Rogge", "name"), ("De Roggebol", "name"), ("offers", "what")}


def test_both_languages_are_read():
    assert places("rye", network(world())) == {("De Roggebol", "description")}


def test_a_role_is_a_word_too():
    assert places("architect", network(world())) == {("works_for", "role")}


def test_what_a_filter_left_out_is_not_found():
    found = network(world())
    assert places("rogge", found.where(kinds=["person"])) == {("Ann Rogge", "name")}
    assert places("rogge", found) == {("Ann Rogge", "name"), ("De Roggebol", "name"), ("offers", "what")}
