"""`influence-of-source`: what only one source tells, and what would go with it."""

from __future__ import annotations

import pytest

from graph.errors import Ambiguous, Unknown
from graph.testing.source import Source
from tests.worlds import answer, network


def two_papers() -> tuple[Source, Source]:
    """Both tell of Ann and the fair; only the second that she was there, of Bob, and when the fair was."""
    one, two = Source("one"), Source("two")
    one.source("title", "First paper")
    two.source("title", "Second paper")
    for source in (one, two):
        source.mention("ann", "person", "Ann")
        source.mention("fair", "activity", "Fair")
    one.judge("same", "one:fair", "two:fair")
    two.tie("two:ann", "took_part_in", "two:fair")
    two.tie(two.mention("bob", "person", "Bob"), "took_part_in", "two:fair")
    two.property("two:fair", "start", "2020")
    return one, two


def rows(source: str, *sources: Source) -> list[tuple[object, ...]]:
    found = answer("influence-of-source", network(*sources), source=source)
    assert all(row["evidence"] for row in found.rows)
    return [(row["state"], row["name"], row["ties"]) for row in found.rows]


def test_what_only_this_source_tells():
    assert rows("two", *two_papers()) == [
        ("entity", "Bob", 1),
        ("tie", "Ann took part in Fair", None),
        ("value", "Fair: 2020", None),
    ]
    assert rows("one", *two_papers()) == []


def test_a_correction_does_not_make_it_known_elsewhere():
    one, two = two_papers()
    two.correct(next(s for s in two.statements if s.word == "start"), "start", "2021")
    assert ("value", "Fair: 2021", None) in rows("two", one, two)


def test_said_in_a_sentence():
    assert answer("influence-of-source", network(*two_papers()), source="two").sentence == (
        "Second paper tells of 3 entities and 2 ties. "
        "With it would go: 1 entity (1 person), 2 of the ties and 1 detail of what else is known."
    )
    assert answer("influence-of-source", network(*two_papers()), "nl", source="one").sentence == (
        "First paper noemt 2 entiteiten en geen banden. Andere bronnen hebben dat alles ook."
    )


@pytest.mark.parametrize("text", ["two", "source:two", "Second paper", "second", "secnd papers"])
def test_a_source_is_named_by_its_id_or_title(text):
    assert answer("influence-of-source", network(*two_papers()), source=text).parameters == {"source": "two"}


def test_what_names_no_source_or_several_is_told_with_the_choice():
    with pytest.raises(Unknown, match="No source is called 'news'; the nearest are 'First paper'"):
        answer("influence-of-source", network(*two_papers()), source="news")
    with pytest.raises(Ambiguous, match="'paper' fits 2: source:First paper"):
        answer("influence-of-source", network(*two_papers()), source="paper")


def test_contact_details_stay_out():
    news = Source("news")
    news.property(news.mention("ann", "person", "Ann"), "email", {"nl": "ann@example.org"})
    other = Source("other")
    other.mention("ann", "person", "Ann")
    assert rows("news", news, other) == []
