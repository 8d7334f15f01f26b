"""`disconnects`: sectors and themes with fewer bonds than expected, who is in both, and nothing to compare."""

from __future__ import annotations

from graph.testing.source import Source
from tests.worlds import answer, network


def sectors() -> Source:
    """Two of education who know each other, two in business, and one resident, who knows one of these."""
    news = Source("news", published="2021")
    for name, sector in (
        ("ann", "education"),
        ("bob", "education"),
        ("cat", "entrepreneurs"),
        ("dan", "entrepreneurs"),
        ("eva", "residents"),
    ):
        news.property(news.mention(name, "person", name.title()), "sector", sector)
    news.tie("news:ann", "knows", "news:bob")
    news.tie("news:dan", "knows", "news:eva")
    return news


def test_pairs_of_sectors_without_bonds_come_first():
    found = answer("disconnects", network(sectors()))
    assert [(r["name"], r["to_name"], r["ties"], r["expected"], r["missing"]) for r in found.rows] == [
        ("entrepreneurs", "education", 0, 0.8, 0.8),
        ("education", "residents", 0, 0.4, 0.4),
        ("entrepreneurs", "residents", 1, 0.4, -0.6),
    ]
    assert all(row["evidence"] for row in found.rows)
    assert found.sentence == (
        "Of 3 pairs of sectors 2 have no bond at all: entrepreneurs and education and education and residents."
    )
    assert answer("disconnects", network(sectors()), "nl").sentence == (
        "Van 3 paren sectoren hebben 2 geen enkele band: ondernemers en onderwijs en onderwijs en bewoners."
    )


def test_who_is_of_both_sectors_joins_them():
    news = sectors()
    news.property("news:ann", "sector", "residents")
    row = next(
        r for r in answer("disconnects", network(news)).rows if r["to"] == "residents" and r["from"] == "education"
    )
    assert (row["ties"], row["both"]) == (1, 1)


def test_where_little_is_there_it_is_said_how_much_was_expected():
    news = sectors()
    news.tie("news:ann", "knows", "news:cat")
    news.tie("news:ann", "knows", "news:eva")
    assert answer("disconnects", network(news)).sentence == (
        "Of 3 pairs of sectors none is without bonds. Elsewhere most is missing between entrepreneurs and education: 1"
        " bond where 1.6 would be expected."
    )


def test_themes_of_three_or_more_are_compared():
    news = sectors()
    for theme, names in (("Bread", ("ann", "bob", "cat")), ("Water", ("dan", "eva", "cat")), ("Air", ("ann",))):
        at = news.mention(theme.lower(), "theme", theme)
        for name in names:
            news.tie(f"news:{name}", "offers", at)
    found = answer("disconnects", network(news), by="theme")
    assert [(r["name"], r["to_name"], r["ties"], r["both"]) for r in found.rows] == [("Bread", "Water", 0, 1)]


def test_nothing_to_compare_is_said():
    found = answer("disconnects", network(Source("news")), by="theme")
    assert (found.sentence, found.rows) == ("The sources name no two themes that could be compared.", [])
    assert answer("disconnects", network(Source("news")), "nl", by="thema").sentence == (
        "De bronnen noemen geen twee thema’s die te vergelijken zijn."
    )
