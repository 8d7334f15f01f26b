"""The graph is the sum of what is in force, and a sum does not depend on its order."""

from __future__ import annotations

import random

from hypothesis import given
from hypothesis import strategies as st

from graph.fold import fold
from graph.model import Question
from graph.testing.source import Source
from graph.testing.worlds import worlds
from tests.worlds import WORDS, bakery, entity, sum_of, two_anns, values


def test_nothing_adds_up_to_nothing():
    graph = fold([], [], WORDS)
    assert (graph.entities, graph.ties, graph.mentions, graph.questions) == ({}, {}, {}, {})


@given(worlds(), st.randoms(use_true_random=False))
def test_the_order_of_statements_and_judgements_does_not_count(world: list[Source], chance: random.Random):
    statements = [statement for source in world for statement in source.statements]
    judgements = [judgement for source in world for judgement in source.judgements]
    before = fold(statements, judgements, WORDS)
    chance.shuffle(statements)
    chance.shuffle(judgements)
    assert fold(statements, judgements, WORDS) == before


@given(worlds())
def test_every_tie_and_value_has_evidence_that_was_said(world: list[Source]):
    said = {statement.id for source in world for statement in source.statements}
    graph = sum_of(*world)
    for found in (*graph.entities.values(), *graph.ties.values()):
        shown = [value for values in found.properties.values() for value in values]
        assert all({e.statement for e in value.evidence} <= said and value.evidence for value in shown)
        assert found.evidence
        assert {e.statement for e in found.evidence} <= said


@given(worlds())
def test_every_mention_belongs_to_one_entity_that_lists_it(world: list[Source]):
    graph = sum_of(*world)
    assert sorted(graph.mentions) == sorted(id_ for found in graph.entities.values() for id_ in found.ids)
    assert all(found.id == min(found.ids) for found in graph.entities.values())


def test_evidence_carries_what_an_answer_shows():
    source = Source("news")
    source.mention("ann", "person", "Ann", locator="lines 3-4", printed="mw. Ann", certainty="hearsay", as_of="2021-09")
    (evidence,) = entity(sum_of(source), "news:ann").evidence
    assert (evidence.source, evidence.locator, evidence.printed) == ("news", "lines 3-4", "mw. Ann")
    assert (evidence.certainty, evidence.as_of, evidence.corrects) == ("hearsay", "2021-09", "")


def test_what_is_said_of_one_mention_is_said_of_the_entity():
    one, two = two_anns()
    two.property("two:ann", "sector", "residents")
    assert values(entity(sum_of(one, two), "one:ann"), "sector") == ["residents"]


def test_a_part_folds_alone_when_it_is_told_who_stands_outside():
    news = bakery()
    near = [s for s in news.statements if "news:ann" in (s.subject, s.object)]
    graph = fold(near, [], WORDS, outside={"news:bob": "almanac:bob", "news:shop": "news:shop"})
    assert list(graph.entities) == ["news:ann"]
    assert {tie.kind: {tie.from_id, tie.to_id} for tie in graph.ties.values()} == {
        "knows": {"news:ann", "almanac:bob"},
        "works_for": {"news:ann", "news:shop"},
    }


def test_a_question_is_known_by_what_it_asks():
    assert Question("same", "a:x", "b:y").id == "same/a:x/b:y"
