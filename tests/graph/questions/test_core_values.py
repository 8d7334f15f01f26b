"""`values`: who and what embodies each core value, and where the gaps are."""

from __future__ import annotations

from graph.testing.source import Source
from tests.worlds import answer, network


def world(*embodied: str) -> Source:
    news = Source("news", published="2021")
    for order, name in enumerate(("Raw", "Diverse", "Brave"), start=1):
        value = news.mention(name.lower(), "core_value", name)
        news.property(value, "order", order)
        if name in embodied:
            news.tie(news.mention(f"shop-{name.lower()}", "organisation", f"{name} shop"), "embodies", value)
    return news


def asked(news: Source, lang="en", **given):
    return answer("values", network(news), lang, **given)


def test_no_core_values_at_all():
    assert asked(Source("news", published="2021")).sentence == "The sources name no core values."


def test_values_come_in_their_order_and_a_gap_is_a_row():
    rows = asked(world("Diverse")).rows
    assert [(row["value"], row["name"], row["gap"]) for row in rows] == [
        ("Raw", "nobody and nothing in the sources", True),
        ("Diverse", "Diverse shop", False),
        ("Brave", "nobody and nothing in the sources", True),
    ]


def test_the_sentence_names_the_most_told_and_the_gaps():
    assert asked(world("Diverse")).sentence == (
        "The sources name 3 core values; most is said of Diverse (1 time). "
        "Who or what embodies Raw and Brave they do not say."
    )
    assert asked(world("Raw", "Diverse", "Brave"), "nl").sentence == (
        "De bronnen noemen 3 kernwaarden; het meest is gezegd van Raw, Diverse en Brave (1 keer)."
    )


def test_nothing_told_of_any_is_said_of_all():
    assert asked(world(), "nl").sentence == (
        "De bronnen noemen 3 kernwaarden en zeggen van geen wie of wat haar belichaamt: Raw, Diverse en Brave."
    )


def test_one_value_alone_can_be_asked():
    found = asked(world("Raw"), value="raw")
    assert found.sentence == "Raw is embodied by Raw shop."
    assert [row["name"] for row in found.rows] == ["Raw shop"]
    assert asked(world(), value="raw").sentence == "The sources name nobody and nothing that embodies Raw."


def test_who_worked_it_out_and_to_whom_it_was_presented_are_rows():
    news = world()
    news.tie(news.mention("ann", "person", "Ann"), "worked_out", "news:raw")
    news.tie("news:raw", "presented_to", news.mention("town", "organisation", "Town"))
    rows = [(row["way"], row["name"]) for row in asked(news, value="raw").rows]
    assert rows == [
        ("embodies", "nobody and nothing in the sources"),
        ("worked_out", "Ann"),
        ("presented_to", "Town"),
    ]


def test_who_worked_out_the_whole_worked_on_each_part_and_the_row_says_via_what():
    news = world()
    booklet = news.mention("booklet", "project", "Booklet")
    news.tie("news:raw", "part_of", booklet)
    ann = news.mention("ann", "person", "Ann")
    bob = news.mention("bob", "person", "Bob")
    news.tie(ann, "worked_out", booklet)
    news.tie(ann, "worked_out", "news:raw")
    news.tie(bob, "worked_out", booklet)
    rows = [(row["way"], row["name"], row["via_name"]) for row in asked(news, value="raw").rows[1:]]
    assert rows == [
        ("worked_out", "Ann", ""),
        ("worked_out", "Bob", "Booklet"),
        ("part_of", "Booklet", ""),
    ]
