"""Knowledge adds up: loading, withdrawing, judging, and what each of them reports."""

from __future__ import annotations

import re

import pytest
from hypothesis import given
from hypothesis import strategies as st

from graph.adapters import MemoryStore
from graph.bundle import Bundle, Refusal
from graph.errors import Contradiction, Refused, Unknown
from graph.knowledge import Knowledge, waiting_corrections
from graph.testing.source import Source
from graph.testing.worlds import pairs, sources, worlds
from graph.texts import Text
from tests.worlds import WORDS, bakery, contents, two_anns


def loaded(*world: Source) -> Knowledge:
    knowledge = Knowledge(MemoryStore(), WORDS, by="Zoë")
    for source in world:
        knowledge.load(source.bundle())
    return knowledge


def names(knowledge: Knowledge) -> list[str]:
    with knowledge.store.reading() as view:
        return sorted(entity.name for entity in view.entities())


@given(worlds(), st.data())
def test_the_order_in_which_sources_are_loaded_does_not_count(world: list[Source], pick: st.DataObject):
    judged = [source.judgements.pop() for source in world for _ in list(source.judgements)]
    other = pick.draw(st.permutations(world))
    one, two = loaded(*world), loaded(*other)
    for knowledge in (one, two):
        for judgement in judged:
            try:
                knowledge.judge(judgement.verdict, judgement.a, judgement.b, "seen")
            except (Contradiction, Refused, Unknown):
                continue
    assert contents(one.store) == contents(two.store)


@given(worlds())
def test_loading_twice_is_loading_once(world: list[Source]):
    knowledge = loaded(*world)
    before = contents(knowledge.store)
    for source in world:
        again = knowledge.load(source.bundle())
        assert (again.change, again.sources[0].added, again.sources[0].withdrawn) == (None, 0, 0)
    assert contents(knowledge.store) == before


@given(worlds(), sources(st.just("s4")))
def test_withdrawing_what_was_loaded_gives_back_what_was_before(world: list[Source], more: Source):
    knowledge = loaded(*world)
    before = contents(knowledge.store)
    if knowledge.load(more.bundle()).change:
        knowledge.withdraw("s4")
        held, *rest = contents(knowledge.store)
        assert [held - {("withdrawn", "s4", "")}, *rest] == list(before)  # type: ignore[operator]


@given(worlds(), pairs)
def test_splitting_after_merging_gives_back_the_same_two(world: list[Source], pair: tuple[str, str]):
    knowledge = loaded(*world)
    before = contents(knowledge.store)
    try:
        judgement, change = knowledge.judge("same", *pair, "looks alike")
    except (Unknown, Refused, Contradiction):
        return
    if change:
        knowledge.withdraw(judgement.id)
        held, *rest = contents(knowledge.store)
        assert [held - {("withdrawn", judgement.id, "")}, *rest] == list(before)  # type: ignore[operator]


def test_a_load_reports_what_was_added_withdrawn_unchanged_and_refused(knowledge: Knowledge):
    first, second = Source("news"), Source("news")
    first.mention("ann", "person", "Ann")
    first.mention("bob", "person", "Bob")
    second.mention("ann", "person", "Ann")
    second.mention("carl", "person", "Carl")
    second.mention("dan", "robot", "Dan")
    second.judge("unsure", "news:ann", "news:carl")
    report = knowledge.load(first.bundle())
    assert (report.version, report.sources[0].added, report.sources[0].unchanged) == (1, 2, 0)
    bundle = second.bundle()
    bundle.refused = [Refusal("news.yaml", 9, Text("onleesbaar", "unreadable"))]
    (found,) = knowledge.load(bundle).sources
    assert (found.id, found.added, found.withdrawn, found.unchanged, len(found.refused)) == ("news", 2, 1, 1, 2)
    assert [refusal.say("en").split(":")[0] for refusal in found.refused] == ["news.yaml, line 9", "news.yaml"]


def test_a_corrected_source_changes_exactly_what_it_said(knowledge: Knowledge):
    knowledge.load(bakery().bundle())
    new = bakery()
    gone = new.statements.pop()
    change = knowledge.load(new.bundle()).change
    assert change is not None
    assert [(part.added, part.id) for part in change.parts] == [(False, gone.id)]


def test_one_load_is_one_change_that_says_who_when_and_why(knowledge: Knowledge):
    change = knowledge.load(bakery().bundle()).change
    assert change is not None
    assert (change.by, change.why) == ("Zoë", "load news")
    assert re.fullmatch(r"\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d\.\d{3}Z", change.at)
    with knowledge.store.reading() as view:
        assert view.changes() == [change]


def test_a_new_version_is_checked_where_it_hangs_on_something_that_is_gone(knowledge: Knowledge):
    knowledge.load(bakery().bundle())
    new = bakery()
    new.statements = [s for s in new.statements if s.value != "Bob"]
    (report,) = knowledge.load(new.bundle()).sources
    assert [r.reason.en for r in report.refused] == ["'news:bob' is not mentioned in this source, or was refused"]
    with knowledge.store.reading() as view:
        assert [tie.kind for tie in view.ties()] == ["works_for"]


def test_a_new_version_is_checked_where_it_hangs_on_something_of_another_kind_now(knowledge: Knowledge):
    knowledge.load(bakery().bundle())
    new, other = bakery(), Source("news")
    other.mention("bob", "place", "Bob")
    new.statements = [other.statements[0] if s.value == "Bob" else s for s in new.statements]
    (report,) = knowledge.load(new.bundle()).sources
    assert [r.reason.en.split(";")[0] for r in report.refused] == ["knows does not go from person to place"]


def test_a_new_version_is_checked_for_an_end_before_its_start_whichever_is_new(knowledge: Knowledge):
    def shop(start: str) -> Source:
        source = Source("news")
        mention = source.mention("shop", "organisation", "Shop")
        if start:
            source.property(mention, "start", start)
        source.property(mention, "end", "2020")
        return source

    knowledge.load(shop("").bundle())
    assert len(knowledge.load(shop("2021").bundle()).sources[0].refused) == 1


def test_a_source_that_became_shorter_is_checked_against_its_length(knowledge: Knowledge):
    def paper(lines: int) -> Bundle:
        source = Source("news")
        source.source("lines", lines)
        source.mention("ann", "person", "Ann", locator="line 9")
        return source.bundle()

    assert knowledge.load(paper(10)).sources[0].refused == []
    assert len(knowledge.load(paper(8)).sources[0].refused) == 1
    assert names(knowledge) == []


def test_a_withdrawn_source_comes_back_only_when_it_is_named(knowledge: Knowledge):
    news = bakery().bundle()
    knowledge.load(news)
    before = contents(knowledge.store)
    knowledge.withdraw("news")
    unnamed = knowledge.load(news, named=False)
    assert (unnamed.change, unnamed.sources[0].set_aside) == (None, len(news.statements))
    assert names(knowledge) == []
    knowledge.load(news)
    assert contents(knowledge.store) == before


def test_a_withdrawn_source_cannot_be_withdrawn_again(knowledge: Knowledge):
    knowledge.load(bakery().bundle())
    knowledge.load(two_anns()[0].bundle())
    knowledge.withdraw("news")
    with pytest.raises(Unknown) as refused:
        knowledge.withdraw("news")
    assert "geen bron of oordeel 'news'; bronnen: one; binck history" in refused.value.say("nl")
    assert "source or judgement 'news' is in force; sources: one; binck history" in refused.value.say("en")


@pytest.mark.parametrize("id_", ["nobody", "", "hand", "news:ann"])
def test_what_is_no_source_or_judgement_cannot_be_withdrawn(knowledge: Knowledge, id_: str):
    knowledge.load(bakery().bundle())
    knowledge.judge("unsure", "news:ann", "news:bob", "seen")
    knowledge.withdraw("news")
    before = contents(knowledge.store)
    with pytest.raises(Unknown):
        knowledge.withdraw(id_)
    assert contents(knowledge.store) == before


def test_withdrawing_says_why(knowledge: Knowledge):
    knowledge.load(bakery().bundle())
    assert knowledge.withdraw("news", "it was a joke").why == "it was a joke"


def test_judgements_of_a_file_come_and_go_with_it(knowledge: Knowledge):
    news = bakery()
    judgement = news.judge("same", "news:ann", "news:bob")
    knowledge.load(news.bundle())
    assert len(names(knowledge)) == 2
    knowledge.load(bakery().bundle())
    assert len(names(knowledge)) == 3
    with knowledge.store.reading() as view:
        assert view.judgements_by_id([judgement.id]) == [judgement]


def test_a_source_is_not_what_its_statements_are_about(knowledge: Knowledge):
    """Corrections belong to the file that brings them, and go with it."""
    one, two = bakery(), Source("errata")
    two.correct(one.statements[1], "name", "Anne")
    knowledge.load(one.bundle())
    knowledge.load(two.bundle())
    assert "Anne" in names(knowledge)
    knowledge.withdraw("errata")
    assert "Ann" in names(knowledge)


def test_corrections_can_all_be_withdrawn_and_come_back_when_named(knowledge: Knowledge):
    news, errata = bakery(), Source("errata")
    errata.correct(news.statements[1], "name", "Anne")
    knowledge.load(news.bundle())
    knowledge.load(errata.bundle())
    knowledge.withdraw("corrections")
    assert "Ann" in names(knowledge)
    assert knowledge.load(errata.bundle()).sources[0].set_aside == 1
    knowledge.load(Bundle("corrections"))
    knowledge.load(errata.bundle())
    assert "Anne" in names(knowledge)


def test_a_correction_waits_for_its_statement_and_is_listed(knowledge: Knowledge):
    news, errata = bakery(), Source("errata")
    correction = errata.correct(news.statements[1], "name", "Anne")
    knowledge.load(errata.bundle())
    with knowledge.store.reading() as view:
        assert waiting_corrections(view, WORDS) == [correction]
    knowledge.load(news.bundle())
    assert "Anne" in names(knowledge)
    with knowledge.store.reading() as view:
        assert waiting_corrections(view, WORDS) == []
    knowledge.withdraw("news")
    with knowledge.store.reading() as view:
        assert waiting_corrections(view, WORDS) == [correction]
