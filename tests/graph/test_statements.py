"""A statement's id is made of its whole content, source included."""

from __future__ import annotations

from dataclasses import fields

import pytest

from graph.jsontext import dumps, loads
from graph.statements import Statement, mention_id, source_of
from graph.testing.source import Source

FULL = Statement(
    form="tie",
    source="news",
    subject="news:a",
    word="works_for",
    object="news:b",
    of="of",
    value={"nl": "één"},
    properties=(("role", "owner"),),
    locator="line 3",
    printed="één",
    certainty="inferred",
    reason={"nl": "omdat"},
    as_of="2021",
)


def test_equal_content_is_the_same_statement():
    one, other = Source("news").mention("ann", "person", "Ann"), Source("news").mention("ann", "person", "Ann")
    assert one == other
    assert len({one, other}) == 1
    assert len(one.id) == 24


@pytest.mark.parametrize("place", range(len(fields(Statement)) - 1))
def test_any_difference_in_content_is_another_statement(place):
    content = FULL.content()
    content[place] = (("role", "intern"),) if place == 7 else "2019"
    assert Statement(*content) != FULL  # type: ignore[arg-type]


def test_the_source_is_part_of_what_is_said():
    assert Source("a").mention("ann", "person", "Ann").id != Source("b").mention("ann", "person", "Ann").id


def test_content_is_all_there_is_and_comes_back_through_json():
    again = Statement.from_content(loads(dumps(FULL.content())))
    assert again == FULL
    assert again.content() == FULL.content()
    assert isinstance(again.properties[0], tuple)


def test_ids_do_not_change_from_release_to_release():
    assert FULL.id == "cce516f2c35a74c4cdd5fbd0"


def test_a_tie_says_its_own_properties():
    assert (FULL.get("role"), FULL.get("start")) == ("owner", None)


def test_a_mention_is_addressed_by_its_source_and_its_key_there():
    assert mention_id("news", "ann") == "news:ann"
    assert source_of("news:ann") == "news"
