"""`evidence`: the sources of one entity or tie, where they disagree, and what is not plainly stated."""

from __future__ import annotations

import dataclasses

from graph.testing.source import Source
from tests.worlds import answer, network


def two_sources() -> tuple[Source, Source]:
    """Both tell of the fair, of different years; only one of who was there, and that by hearsay."""
    one, two = Source("one", published="2021"), Source("two", published="2022")
    for source, year in ((one, "2019"), (two, "2020")):
        fair = source.mention("fair", "activity", "Fair")
        source.property(fair, "start", year)
    one.source("title", "First paper")
    said = two.tie(two.mention("ann", "person", "Ann"), "took_part_in", "two:fair")
    two.statements[-1] = dataclasses.replace(said, certainty="hearsay", reason={"nl": "Bob zei het"})
    two.judge("same", "one:fair", "two:fair")
    return one, two


def rows(state: str, *sources: Source, **given: str) -> list[dict[str, object]]:
    return [row for row in answer("evidence", network(*sources), **given).rows if row["state"] == state]


def test_each_source_has_what_rests_on_it_and_on_it_alone():
    assert [(r["name"], r["note"], r["n"], r["alone"]) for r in rows("source", *two_sources(), entity="Fair")] == [
        ("two", "two", 3, 1),
        ("First paper", "one", 2, 0),
    ]


def test_one_value_by_nature_and_two_in_the_sources_is_a_disagreement():
    (found,) = rows("disagree", *two_sources(), entity="Fair")
    assert found["name"] == "start: 2020 and 2019"
    assert found["source_names"] == "two and First paper"


def test_what_may_have_several_values_is_no_disagreement():
    one, two = two_sources()
    one.property("one:fair", "description", {"nl": "Vrolijk"})
    two.property("two:fair", "description", {"nl": "Druk"})
    assert len(rows("disagree", one, two, entity="Fair")) == 1


def test_what_is_hearsay_is_told_with_its_reason():
    (found,) = rows("hearsay", *two_sources(), entity="Fair")
    assert (found["name"], found["note"]) == ("Ann took part in Fair", "Bob zei het")


def test_a_tie_alone():
    found = answer("evidence", network(*two_sources()), entity="Fair", to="Ann")
    assert [row["state"] for row in found.rows] == ["hearsay", "source"]
    assert found.sentence == "What we know of Fair and Ann comes from 1 source. 1 is hearsay."


def test_no_tie_is_said():
    one, two = two_sources()
    two.mention("bob", "person", "Bob")
    found = answer("evidence", network(one, two), entity="Fair", to="Bob")
    assert (found.sentence, found.rows) == ("Between Fair and Bob the sources name no tie.", [])


def test_said_in_a_sentence():
    assert answer("evidence", network(*two_sources()), "nl", entity="Fair").sentence == (
        "Wat we van Fair weten komt uit 2 bronnen; het meest: two (3). "
        "Op 1 punt verschillen zij en 1 is van horen zeggen."
    )


def test_contact_details_stay_out():
    news = Source("news")
    news.property(news.mention("ann", "person", "Ann"), "email", {"nl": "ann@example.org"})
    (source,) = answer("evidence", network(news), entity="Ann").rows
    assert source["n"] == 1
