"""`chain`: editions in order, what built on what, and something that stands alone."""

from __future__ import annotations

from graph.testing.source import Source
from tests.worlds import answer, network


def fairs() -> Source:
    """A fair with editions of 2020, 2021 and one by number; a club built on that of 2020, and a book on the club."""
    news = Source("news", published="2022")
    series = news.mention("fair", "activity", "Fair")
    news.property(series, "type", "series")
    for key, start, edition in (("two", "2021", "2"), ("one", "2020", "1"), ("three", "", "3")):
        activity = news.mention(key, "activity", f"Fair {edition}")
        if start:
            news.property(activity, "start", start)
        news.tie_property(news.tie(activity, "part_of", series), "edition", {"nl": edition})
    club, book = news.mention("club", "project", "Club"), news.mention("book", "project", "Book")
    news.tie_property(news.tie(club, "follows_from", "news:one"), "what", {"nl": "de gasten", "en": "its guests"})
    news.tie(book, "follows_from", club)
    return news


def test_the_line_of_a_series_is_its_editions_and_what_built_on_them():
    found = answer("chain", network(fairs()), project="fair")
    assert [(row["name"], row["edition"], row["on_names"], row["note"]) for row in found.rows] == [
        ("Fair 1", "1", "", ""),
        ("Fair 2", "2", "", ""),
        ("Fair 3", "3", "", ""),
        ("Book", "", "Club", ""),
        ("Club", "", "Fair 1", "its guests"),
        ("Fair", "", "", ""),
    ]
    assert found.sentence == "In the line of Fair stand 6 things; 3 editions: Fair 1, Fair 2 and Fair 3."


def test_of_an_edition_it_says_what_built_on_it():
    assert answer("chain", network(fairs()), project="Fair 1").sentence == (
        "In the line of Fair 1 stand 6 things; 3 editions: Fair 1, Fair 2 and Fair 3; on it builds Club."
    )
    assert answer("chain", network(fairs()), "nl", project="Club").sentence == (
        "In de lijn van Club staan 3 dingen; het bouwt voort op Fair 1; erop bouwt Book voort."
    )


def test_what_was_put_off_says_so():
    news = fairs()
    news.property("news:club", "status", "postponed")
    rows = answer("chain", network(news), project="Club").rows
    assert [row["note"] for row in rows if row["name"] == "Club"] == ["postponed; its guests"]


def test_what_stands_alone_is_said_to():
    news = Source("news")
    news.mention("club", "project", "Club")
    found = answer("chain", network(news), project="Club")
    assert found.sentence == "The sources tell neither what Club builds on nor what builds on it."
    assert answer("chain", network(news), "nl", project="Club").sentence == (
        "De bronnen vertellen niet waar Club op voortbouwt en wat erop voortbouwt."
    )
