"""`agenda`, `lessons` and `open-questions`: by period, theme and place, with reasons, and nothing."""

from __future__ import annotations

import pytest

from graph.errors import Refused
from graph.testing.source import Source
from tests.worlds import answer, network


def year() -> Source:
    """A lunch held in March 2021, a talk cancelled in May 2021, a fair in 2022, and a walk without a date."""
    news = Source("news", published="2021")
    for key, start, status in (
        ("lunch", "2021-03-03", "held"),
        ("talk", "2021-05", "cancelled"),
        ("fair", "2022", ""),
        ("walk", "", ""),
    ):
        activity = news.mention(key, "activity", key.title())
        if start:
            news.property(activity, "start", start)
        if status:
            news.property(activity, "status", status)
    news.property("news:talk", "status_reason", {"nl": "de zaal was vol", "en": "the hall was full"})
    return news


def asked(news: Source, lang="en", **given: str):
    return answer("agenda", network(news), lang, **given)


def test_all_of_it_stands_by_date_and_what_has_none_comes_last():
    found = asked(year())
    assert [(row["name"], row["when"], row["status"]) for row in found.rows] == [
        ("Lunch", "3 March 2021", "held"),
        ("Talk", "May 2021", "cancelled"),
        ("Fair", "2022", None),
        ("Walk", "", None),
    ]
    assert found.sentence == (
        "The sources name 4 activities: 1 held, 1 cancelled and 2 without a word on it. Not held: Talk (the hall was"
        " full)."
    )
    assert asked(year(), "nl").sentence == (
        "De bronnen noemen 4 activiteiten: 1 gehouden, 1 geannuleerd en 2 waar dat niet bij staat."
        " Niet doorgegaan: Talk (de zaal was vol)."
    )


@pytest.mark.parametrize(
    ("period", "names", "lead"),
    [
        ("2021-03", ["Lunch"], "In March 2021 the sources name 1 activity"),
        ("2021-03-03", ["Lunch"], "On 3 March 2021 the sources name 1 activity"),
        ("2021-04/2022-02", ["Talk", "Fair"], "From April 2021 to February 2022 the sources name 2 activities"),
        ("2023/", [], "Since 2023 the sources name no activities"),
        ("/2021-04", ["Lunch"], "Until April 2021 the sources name 1 activity"),
    ],
)
def test_a_period_keeps_what_may_lie_in_it(period, names, lead):
    found = asked(year(), period=period)
    assert [row["name"] for row in found.rows] == names
    assert found.sentence.startswith(lead)
    assert "1 activity more without a date cannot be placed in a period." in found.caveats


def test_a_theme_and_a_place_keep_what_is_about_them_or_there():
    news = year()
    news.tie("news:lunch", "about", news.mention("bread", "theme", "Bread"))
    news.tie("news:fair", "held_at", news.mention("quay", "place", "Quay"))
    assert [row["name"] for row in asked(news, theme="Bread").rows] == ["Lunch"]
    found = asked(news, "nl", place="Quay")
    assert [(row["name"], row["place_names"]) for row in found.rows] == [("Fair", "Quay")]
    assert found.sentence == "De bronnen noemen 1 activiteit rond Quay."


def test_a_series_is_no_date_in_the_agenda():
    news = year()
    news.property("news:fair", "type", "series")
    assert "Fair" not in [row["name"] for row in asked(news).rows]


def test_what_is_no_period_is_refused():
    with pytest.raises(Refused, match="is not a period"):
        asked(year(), period="spring")


def learnt() -> Source:
    news = year()
    club = news.mention("club", "project", "Club")
    news.tie("news:lunch", "part_of", club)
    news.property("news:lunch", "lesson", {"nl": "Vraag eerst.", "en": "Ask first."})
    news.property(club, "lesson", {"nl": "Samen is meer.", "en": "Together is more."})
    news.property(news.mention("shop", "organisation", "Shop"), "lesson", {"nl": "Bak vroeg.", "en": "Bake early."})
    return news


def test_lessons_of_a_programme_are_its_own_and_those_of_its_parts():
    found = answer("lessons", network(learnt()), about="Club")
    assert [(row["lesson"], row["name"]) for row in found.rows] == [
        ("Together is more.", "Club"),
        ("Ask first.", "Lunch"),
    ]
    assert found.sentence == (
        "The sources draw 2 lessons around Club, from 2 of 2 activities and projects. The first: Together is more."
    )


def test_all_lessons_are_of_organisations_too():
    found = answer("lessons", network(learnt()), "nl")
    assert [row["name"] for row in found.rows] == ["Club", "Shop", "Lunch"]
    assert found.sentence == "De bronnen trekken 3 lessen. De eerste: Samen is meer."


def test_no_lesson_is_said():
    assert answer("lessons", network(year()), about="Fair").sentence == "The sources draw no lesson around Fair."
    assert answer("lessons", network(year()), "nl", about="Fair").sentence == "De bronnen trekken rond Fair geen les."


def wondered() -> Source:
    """Ann raised two questions, one about bread, and Bob answered the other."""
    news = Source("news", published="2021")
    ann, bob = news.mention("ann", "person", "Ann"), news.mention("bob", "person", "Bob")
    for key, name in (("rise", "Why does it rise?"), ("float", "Why does it float?")):
        news.tie(ann, "raised", news.mention(key, "knowledge_question", name))
    news.tie("news:rise", "about", news.mention("bread", "theme", "Bread"))
    news.tie_property(news.tie(bob, "answers", "news:float"), "what", {"nl": "hout", "en": "wood"})
    return news


def test_an_open_question_comes_before_an_answered_one():
    found = answer("open-questions", network(wondered()))
    assert [(r["name"], r["state"], r["raised_names"], r["answered_names"], r["result"]) for r in found.rows] == [
        ("Why does it rise?", "open", "Ann", "", ""),
        ("Why does it float?", "answered", "Ann", "Bob", "wood"),
    ]
    assert found.sentence == "The sources tell of 2 knowledge questions, 1 of them open: “Why does it rise?”."
    assert answer("open-questions", network(wondered()), "nl").sentence == (
        "De bronnen noemen 2 kennisvragen, waarvan 1 nog open: “Why does it rise?”."
    )


def test_questions_of_a_theme_only():
    found = answer("open-questions", network(wondered()), theme="Bread")
    assert found.sentence == "The sources tell of 1 knowledge question about Bread, still open: “Why does it rise?”."


def test_no_question_and_no_open_one_are_said():
    assert answer("open-questions", network(Source("news"))).sentence == "The sources tell of no knowledge questions."
    news = wondered()
    news.tie("news:bob", "answers", "news:rise")
    found = answer("open-questions", network(news), "nl")
    assert (found.sentence, found.caveats[:1]) == (
        "De bronnen noemen 2 kennisvragen, alle beantwoord.",
        ["Stand van 2021, volgens de bronnen."],
    )
