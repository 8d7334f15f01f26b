"""Entities are sets of mentions judged the same, by persons first and then by the rule of equal names."""

from __future__ import annotations

import pytest

from graph.testing.source import Source
from tests.worlds import WORDS, entity, sets, sum_of, two_anns

NEVER_JOINED = sorted(name for name, kind in WORDS.entities.items() if kind.same_name == "never")


def people(**names: str) -> Source:
    source = Source("s")
    for key, name in names.items():
        source.mention(key, "person", name)
    return source


def activities(*said: dict[str, str]) -> Source:
    """Mentions a, b, ... of one name, each with these properties."""
    source = Source("s")
    for key, properties in zip("abc", said, strict=False):
        mention = source.mention(key, "activity", "Tour")
        for word, value in properties.items():
            source.property(mention, word, value)
    return source


def test_mentions_of_equal_kind_and_name_are_one_entity():
    one, two = two_anns()
    assert sets(sum_of(one, two))[0] == ("one:ann", "two:ann")


def test_case_accents_punctuation_and_blanks_do_not_count():
    assert sets(sum_of(people(a="Ann de Boer", b="ANN  DE-BÖER", c="Ann Boer"))) == [("s:a", "s:b"), ("s:c",)]


def test_equal_names_of_other_kinds_stay_apart():
    source = people(a="Aurora")
    source.mention("b", "organisation", "Aurora")
    assert len(sum_of(source).entities) == 2


def test_a_corrected_name_is_the_one_that_counts():
    source = people(a="Ruljsink", b="Ruijsink", c="Ruljsink")
    source.correct(source.statements[0], "name", "Ruijsink")
    assert sets(sum_of(source)) == [("s:a", "s:b"), ("s:c",)]


def test_the_address_of_an_entity_is_its_smallest_mention_and_all_are_addresses():
    one, two = two_anns()
    ann = entity(sum_of(two, one), "two:ann")
    assert (ann.id, ann.ids) == ("one:ann", ("one:ann", "two:ann"))


@pytest.mark.parametrize("kind", NEVER_JOINED)
def test_kinds_that_never_join_stay_apart(kind):
    source = Source("s")
    source.mention("a", kind, "Lead")
    source.mention("b", kind, "Lead")
    assert len(sum_of(source).entities) == 2


def test_seats_and_budget_lines_are_among_the_kinds_that_never_join():
    assert {"seat", "budget_line"} <= set(NEVER_JOINED)


def test_groups_stay_apart_from_groups_and_from_organisations():
    source = Source("s")
    for key, type_ in {"a": "group", "b": "group", "c": "company", "d": "company"}.items():
        source.property(source.mention(key, "organisation", "Students"), "type", type_)
    assert sets(sum_of(source)) == [("s:a",), ("s:b",), ("s:c", "s:d")]


def test_an_organisation_corrected_to_be_a_group_stays_apart():
    source = Source("s")
    source.mention("a", "organisation", "Students")
    type_ = source.property(source.mention("b", "organisation", "Students"), "type", "company")
    assert len(sum_of(source).entities) == 1
    source.correct(type_, "type", "group")
    assert len(sum_of(source).entities) == 2


@pytest.mark.parametrize(
    ("one", "other", "joined"),
    [
        ({"start": "2021-09"}, {"start": "2021-09"}, True),
        ({"start": "2021-09"}, {"start": "2021-10"}, False),
        ({"start": "2021-09"}, {"start": "2021-09-03"}, False),  # equal precision
        ({"start": "2021-09"}, {}, False),
        ({}, {}, False),
        ({"type": "series"}, {"type": "series"}, True),
        ({"type": "series"}, {}, False),
        ({"type": "series"}, {"type": "tour"}, False),
        ({"type": "series", "start": "2021"}, {"type": "series"}, False),
        ({"type": "series", "start": "2021"}, {"type": "tour", "start": "2021"}, True),
    ],
)
def test_activities_join_by_equal_start_or_as_series_without_one(one, other, joined):
    assert (len(sum_of(activities(one, other)).entities) == 1) is joined


def test_a_corrected_start_is_the_one_that_counts():
    source = activities({"start": "2021-09"}, {"start": "2012-09"})
    source.correct(source.statements[-1], "start", "2021-09")
    assert len(sum_of(source).entities) == 1


def test_what_is_judged_the_same_is_one_whatever_the_names():
    source = people(a="Ann", b="A. de Boer")
    source.judge("same", "s:a", "s:b")
    assert sets(sum_of(source)) == [("s:a", "s:b")]


def test_judging_the_same_carries_on_through_a_mention_that_is_not_there():
    source = people(a="Ann", b="Anja")
    source.judge("same", "s:a", "gone:x")
    source.judge("same", "gone:x", "s:b")
    assert sets(sum_of(source)) == [("s:a", "s:b")]


def test_judging_the_same_never_mixes_kinds():
    source = people(a="Ann")
    source.mention("b", "organisation", "Ann Ltd")
    source.judge("same", "s:a", "s:b")
    assert len(sum_of(source).entities) == 2


def test_the_rule_joins_a_judged_set_by_any_of_its_names():
    source = people(a="Ann", b="Anja", c="ANJA")
    source.judge("same", "s:a", "s:b")
    assert sets(sum_of(source)) == [("s:a", "s:b", "s:c")]


def test_what_is_judged_different_is_apart_and_no_question():
    source = people(a="Ann", b="Ann")
    source.judge("different", "s:a", "s:b")
    graph = sum_of(source)
    assert sets(graph) == [("s:a",), ("s:b",)]
    assert graph.questions == {}


def test_a_third_of_that_name_is_joined_to_neither_and_is_asked_about():
    source = people(a="Ann", b="Ann", c="Ann")
    source.judge("different", "s:a", "s:b")
    graph = sum_of(source)
    assert len(graph.entities) == 3
    assert sorted(graph.questions) == ["same/s:a/s:c", "same/s:b/s:c"]


def test_two_are_joined_when_they_are_judged_different_from_the_same_sets():
    source = people(a="Ann", b="Ann", c="Ann")
    source.judge("different", "s:a", "s:b")
    source.judge("different", "s:c", "s:b")
    graph = sum_of(source)
    assert sets(graph) == [("s:a", "s:c"), ("s:b",)]
    assert graph.questions == {}


def test_a_difference_from_one_of_another_class_does_not_count():
    source = people(a="Ann", b="Ann", x="Bob")
    source.judge("different", "s:a", "s:x")
    assert sets(sum_of(source)) == [("s:a", "s:b"), ("s:x",)]


def test_a_class_reaches_as_far_as_shared_names_do():
    source = people(a="Ann", b="Ann", c="Ann", d="Anja", e="Anja")
    source.judge("same", "s:c", "s:d")  # so Anns and Anjas are one class
    source.judge("different", "s:a", "s:e")
    assert sets(sum_of(source)) == [("s:a",), ("s:b", "s:c", "s:d"), ("s:e",)]


def test_unsure_stops_the_question_and_neither_joins_nor_parts():
    source = people(a="Ann", b="Ann", c="Ann", d="Bob", e="Bob", f="Carl")
    source.judge("different", "s:a", "s:b")
    source.judge("unsure", "s:a", "s:c")
    source.judge("unsure", "s:d", "s:e")
    source.judge("unsure", "s:a", "s:f")
    graph = sum_of(source)
    assert sorted(graph.questions) == ["same/s:b/s:c"]
    assert sets(graph) == [("s:a",), ("s:b",), ("s:c",), ("s:d", "s:e"), ("s:f",)]
