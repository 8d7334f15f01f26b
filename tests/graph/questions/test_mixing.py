"""`mixing`: who mixed best, what was not held, what is big, and nothing mixed."""

from __future__ import annotations

from graph.testing.source import Source
from tests.worlds import answer, network


def evening(*sectors: str, key: str = "talk", news: Source | None = None) -> Source:
    """An activity at which there was one person of each of these sectors."""
    news = news or Source("news", published="2021")
    talk = news.mention(key, "activity", key.title())
    for place, sector in enumerate(sectors):
        person = news.mention(f"{key}{place}", "person", f"{key.title()} {place}")
        if sector:
            news.property(person, "sector", sector)
        news.tie(person, "took_part_in", talk, role="participant")
    return news


def test_more_sectors_go_before_a_more_even_mix():
    news = evening("education", "education", "residents", "government")
    evening("education", "residents", key="lunch", news=news)
    found = answer("mixing", network(news))
    assert [(row["name"], row["sectors"], row["iqv"]) for row in found.rows] == [
        ("Talk", {"education": 2, "government": 1, "residents": 1}, 0.94),
        ("Lunch", {"education": 1, "residents": 1}, 0.75),
    ]
    assert found.sentence == (
        "Of 2 activities and projects where somebody is named, 2 brought different sectors together. Talk mixed best:"
        " education 2, government 1 and residents 1 (mix 0.94)."
    )
    assert answer("mixing", network(news), "nl").sentence == (
        "Van 2 activiteiten en projecten waar iemand genoemd is, brachten 2 verschillende sectoren bijeen. Het best"
        " mengde Talk: onderwijs 2, bewoners 1 en overheid 1 (menging 0,94)."
    )


def test_of_one_programme_only_its_parts_count():
    news = evening("education", "residents")
    evening("education", "government", key="lunch", news=news)
    club = news.mention("club", "project", "Club")
    news.tie("news:talk", "part_of", club)
    found = answer("mixing", network(news), activity="Club")
    assert [row["name"] for row in found.rows] == ["Talk"]
    assert found.sentence.startswith("Of 1 activity or project of Club where somebody is named, 1 brought")


def test_who_has_no_sector_is_counted_apart():
    (row,) = answer("mixing", network(evening("education", "residents", ""))).rows
    assert row["unknown"] == 1


def test_what_was_cancelled_mixed_nobody():
    news = evening("education", "residents")
    news.property("news:talk", "status", "cancelled")
    found = answer("mixing", network(news))
    assert (found.sentence, found.rows) == ("By the sources nothing brought different sectors together.", [])


def test_one_sector_is_no_mix():
    found = answer("mixing", network(evening("education", "education")), "nl", activity="Talk")
    assert found.sentence == "Volgens de bronnen bracht niets van Talk verschillende sectoren bijeen."
    assert [row["iqv"] for row in found.rows] == [0.0]


def test_something_big_says_so():
    news = evening("education", "residents")
    news.property("news:talk", "attendance", 80)
    (row,) = answer("mixing", network(news)).rows
    assert (row["big"], row["note"]) == (True, "big: 80")
