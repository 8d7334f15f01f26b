"""What counts in a network: corrected values, periods of ties with several, and what was not held."""

from __future__ import annotations

import pytest

from graph.copresence import presence
from graph.network import NOT_HELD
from graph.testing.source import Source
from tests.worlds import network


def test_a_corrected_sector_counts_and_the_printed_one_no_longer():
    news = Source("news")
    shop = news.mention("shop", "organisation", "Shop")
    printed = news.property(shop, "sector", "entrepreneurs")
    news.correct(printed, "sector", "education")
    found = network(news)
    assert found.sectors_of(0) == ["education"]
    assert found.entity(0).all("sector") == ["education"]


def job(news: Source, **period: str) -> None:
    news.tie("news:ann", "works_for", "news:school", **period)


def school() -> Source:
    news = Source("news")
    news.mention("ann", "person", "Ann")
    news.property(news.mention("school", "organisation", "School"), "sector", "education")
    return news


def test_a_tie_of_two_periods_that_touch_holds_in_both():
    news = school()
    job(news, start="2019", end="2020")
    job(news, start="2021")
    found = network(news)
    assert len(found.tie_ids) == 1
    for year in ("2019", "2020", "2021", "2025"):
        assert found.where(period=(year, year)).tie_on.any(), year
    assert not found.where(period=("2018", "2018")).tie_on.any()


def test_a_shown_period_never_ends_before_it_begins():
    news = Source("news")
    ann, shop = news.mention("ann", "person", "Ann"), news.mention("shop", "organisation", "Shop")
    for period in ({"start": "2021"}, {"start": "2019", "end": "2020"}):
        news.tie(ann, "works_for", shop, **period)
    found = network(news)
    tie = found.tie(0)
    assert (tie.start, tie.end) in {("2019", "2020"), ("2021", "")}


def test_sectors_asked_for_in_a_period_are_those_of_that_period():
    news = school()
    job(news, start="2014", end="2015")
    found = network(news)
    assert found.where(period=("2014", "2014"), sectors=["education"]).entity_on.all()
    assert not found.where(period=("2021", "2021"), sectors=["education"]).entity_on[found.names.index("Ann")]


@pytest.mark.parametrize("status", NOT_HELD)
def test_nobody_was_at_what_was_not_held(status):
    news = Source("news")
    trip = news.mention("trip", "activity", "Trip")
    news.property(trip, "status", status)
    news.tie(news.mention("ann", "person", "Ann"), "took_part_in", trip)
    assert len(presence(network(news)).who) == 0


def test_an_attendance_beyond_all_measure_does_no_harm():
    news = Source("news")
    news.property(news.mention("fair", "activity", "Fair"), "attendance", 3_000_000_000)
    assert network(news).attendance.tolist() == [2**31 - 1]


def test_a_corrected_title_is_the_title_of_the_source():
    news = Source("news")
    news.correct(news.source("title", "Tilte"), "title", "Title")
    assert network(news).sources["news"]["title"] == "Title"
