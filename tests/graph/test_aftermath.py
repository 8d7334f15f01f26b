"""What came of something: what is said, what only came after, and what cannot be dated."""

from __future__ import annotations

from graph.aftermath import (
    AGAIN,
    ANSWERED,
    EDITION,
    FOLLOWS,
    LESSON,
    MADE,
    PRESENTED,
    RAISED,
    RESULT,
    TIE,
    Aftermath,
    aftermath,
)
from graph.network import Network
from graph.statements import Statement
from graph.testing.source import Source
from tests.worlds import network


def came(news: Source, name: str = "Fair") -> tuple[Network, Aftermath]:
    found = network(news)
    return found, aftermath(found, found.names.index(name))


def outcomes(news: Source, name: str = "Fair") -> list[tuple[str, str, str]]:
    """What it is, its name or words, and what it came of."""
    found, after = came(news, name)
    return [
        (
            outcome.state,
            found.names[outcome.row] if outcome.row >= 0 else str(outcome.value.value if outcome.value else ""),
            found.names[outcome.at],
        )
        for outcome in after.outcomes
    ]


def event(news: Source, name: str, start: str = "", *guests: str) -> Statement:
    made = news.mention(name.lower().replace(" ", "-"), "activity", name)
    if start:
        news.property(made, "start", start)
    for guest in guests:
        news.tie(news.mention(guest.lower(), "person", guest), "took_part_in", made)
    return made


def test_what_builds_on_it_came_of_it_and_what_builds_on_that_further_on():
    news = Source("news")
    fair, garden = event(news, "Fair"), news.mention("garden", "project", "Garden")
    shed = news.mention("shed", "project", "Shed")
    news.tie(garden, "follows_from", fair)
    news.tie(shed, "follows_from", garden)
    news.tie(fair, "follows_from", shed)  # a circle ends where it began
    found, after = came(news)
    assert [(found.names[o.row], found.names[o.via] if o.via >= 0 else "") for o in after.outcomes] == [
        ("Garden", ""),
        ("Shed", "Garden"),
    ]


def test_what_follows_from_a_part_came_of_the_whole_and_a_part_did_not_follow():
    news = Source("news")
    fair, talk, walk = event(news, "Fair"), event(news, "Talk"), event(news, "Walk")
    for part in (talk, walk):
        news.tie(part, "part_of", fair)
    news.tie(walk, "follows_from", talk)
    news.tie(news.mention("club", "organisation", "Club"), "follows_from", walk)
    assert outcomes(news) == [(FOLLOWS, "Club", "Walk")]
    assert outcomes(news, "Talk") == [(FOLLOWS, "Walk", "Talk"), (FOLLOWS, "Club", "Talk")]


def editions(*starts: str) -> Source:
    news = Source("news")
    series = news.mention("fairs", "activity", "Fairs")
    news.property(series, "type", "series")
    for number, start in enumerate(starts, start=1):
        edition = event(news, f"Fair {number}", start)
        news.tie_property(news.tie(edition, "part_of", series), "edition", {"nl": str(number)})
    return news


def test_later_editions_are_later_by_date_else_by_number():
    assert outcomes(editions("2020", "2021", "2019"), "Fair 1") == [(EDITION, "Fair 2", "Fair 1")]
    assert outcomes(editions("", "", ""), "Fair 2") == [(EDITION, "Fair 3", "Fair 2")]
    assert outcomes(editions("2020", "2020-05"), "Fair 1") == []  # not surely later


def test_another_part_of_the_same_programme_is_no_edition():
    news = Source("news")
    programme = news.mention("kip", "project", "Programme")
    for name, start in (("Fair", "2020"), ("Walk", "2021")):
        news.tie(event(news, name, start), "part_of", programme)
    assert outcomes(news) == []


def test_results_lessons_questions_products_and_who_got_them():
    news = Source("news")
    project, question = news.mention("fair", "project", "Fair"), news.mention("why", "knowledge_question", "Why")
    other = news.mention("how", "knowledge_question", "How")
    news.property(project, "result", {"nl": "brood"})
    news.property(project, "lesson", {"nl": "geduld"})
    news.tie(project, "raised", question)
    news.tie(project, "answers", other)
    news.tie(project, "worked_out", news.mention("raw", "core_value", "Raw"))
    news.tie(project, "publishes", news.mention("paper", "project", "Paper"))
    news.tie(project, "presented_to", news.mention("town", "organisation", "Town"))
    assert sorted(outcomes(news)) == sorted(
        [
            (RESULT, "{'nl': 'brood'}", "Fair"),
            (LESSON, "{'nl': 'geduld'}", "Fair"),
            (RAISED, "Why", "Fair"),
            (ANSWERED, "How", "Fair"),
            (MADE, "Raw", "Fair"),
            (MADE, "Paper", "Fair"),
            (PRESENTED, "Town", "Fair"),
        ]
    )


def test_a_tie_of_two_who_were_there_that_surely_began_later_came_after_it():
    news = Source("news")
    event(news, "Fair", "2021-05", "Ann", "Bob", "Cat", "Dan")
    shop = news.mention("shop", "organisation", "Shop")
    news.tie("news:ann", "knows", "news:bob", start="2021-06")
    news.tie("news:ann", "knows", "news:cat", start="2021")  # may have been before
    news.tie("news:bob", "knows", "news:cat", start="2020", end="2022")
    news.tie("news:cat", "knows", "news:dan")  # nobody says since when
    news.tie("news:dan", "works_for", shop, start="2022")  # the shop was not there
    found, after = came(news)
    (tie,) = after.outcomes
    assert tie.state == TIE
    assert {found.names[found.tail[tie.ties[0]]], found.names[found.head[tie.ties[0]]]} == {"Ann", "Bob"}
    assert (after.dated, after.undated) == (True, 1)


def test_two_who_were_there_and_met_again_later_is_inferred_from_small_meetings_only():
    news = Source("news")
    event(news, "Fair", "2021-05", "Ann", "Bob", "Cat")
    event(news, "Before", "2021-04", "Ann", "Bob")
    event(news, "Tea", "2021-06", "Ann", "Bob", "Eve")
    event(news, "Alone", "2021-07", "Ann", "Eve")
    news.property(event(news, "Feast", "2021-08", "Ann", "Bob"), "attendance", 20)
    news.property(event(news, "Ghost", "2021-09", "Ann", "Bob"), "status", "cancelled")
    assert outcomes(news) == [(AGAIN, "Tea", "Fair")]


def test_at_a_big_meeting_nobody_met_to_meet_again():
    news = Source("news")
    news.property(event(news, "Fair", "2021-05", "Ann", "Bob"), "attendance", 20)
    event(news, "Tea", "2021-06", "Ann", "Bob")
    assert outcomes(news) == []


def test_a_later_edition_where_they_met_again_is_told_once():
    news = editions("2020", "2021")
    for guest in ("ann", "bob"):
        news.mention(guest, "person", guest)
        for edition in ("fair-1", "fair-2"):
            news.tie(f"news:{guest}", "took_part_in", f"news:{edition}")
    assert outcomes(news, "Fair 1") == [(EDITION, "Fair 2", "Fair 1")]


def test_of_what_has_no_date_nothing_came_after_and_that_is_known():
    news = Source("news")
    event(news, "Fair", "", "Ann", "Bob")
    news.tie("news:ann", "knows", "news:bob", start="2021")
    _, after = came(news)
    assert (after.outcomes, after.dated, after.undated) == ([], False, 0)


def test_what_has_no_end_is_over_after_its_begin():
    news = Source("news")
    project = news.mention("fair", "project", "Fair")
    news.property(project, "start", "2020")
    for name in ("ann", "bob"):
        news.tie(news.mention(name, "person", name), "partner_of", project)
    news.tie("news:ann", "knows", "news:bob", start="2021")
    _, after = came(news)
    assert [outcome.state for outcome in after.outcomes] == [TIE]


def test_what_was_not_held_brought_nobody_together():
    news = Source("news")
    news.property(event(news, "Fair", "2020", "Ann", "Bob"), "status", "cancelled")
    news.tie("news:ann", "knows", "news:bob", start="2021")
    _, after = came(news)
    assert (after.outcomes, after.undated) == ([], 0)
