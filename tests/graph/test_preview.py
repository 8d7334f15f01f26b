"""A preview tells what a load would do, by the things that the file speaks of, and writes nothing."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from graph.adapters import MemoryStore, SqliteStore
from graph.knowledge import Knowledge
from graph.preview import Preview, Thing
from graph.statements import MENTION
from graph.testing.source import Source
from graph.testing.worlds import sources, worlds
from tests.worlds import WORDS, bakery, contents


def told(things: list[Thing]) -> list[tuple[str, str, tuple[str, str]]]:
    return [(thing.id, thing.name, thing.known) for thing in things]


def altered(thing: Thing) -> tuple[list[str], list[str]]:
    """The words that a thing gains and loses."""
    return [s.word for s in thing.added], [s.word for s in thing.withdrawn]


def seen(knowledge: Knowledge, *first: Source, then: Source) -> Preview:
    """What loading `then` would do once `first` are loaded."""
    for source in first:
        knowledge.load(source.bundle())
    return knowledge.preview(then.bundle())


@given(worlds(), sources(), st.booleans())
def test_it_reports_what_the_load_then_does_and_changes_nothing(world: list[Source], more: Source, strict: bool):
    knowledge = Knowledge(MemoryStore(), WORDS, by="Zoë")
    for source in world:
        knowledge.load(source.bundle())
    before = contents(knowledge.store)
    preview = knowledge.preview(more.bundle(), strict=strict)
    assert contents(knowledge.store) == before
    load = knowledge.load(more.bundle(), strict=strict)
    assert load.sources == [preview.report]
    with knowledge.store.reading() as view:
        there = {mention.id for mention in view.mentions_in([more.id])}
        assert {thing.id for thing in preview.new} - {more.id} <= there
        assert not {thing.id for thing in preview.gone} & there


@given(worlds(), sources())
def test_what_is_new_gone_or_changed_is_each_told_once(world: list[Source], more: Source):
    knowledge = Knowledge(MemoryStore(), WORDS, by="Zoë")
    preview = seen(knowledge, *world, then=more)
    ids = [thing.id for thing in (*preview.new, *preview.changed, *preview.gone)]
    assert len(ids) == len(set(ids))


def test_it_makes_no_store_where_there_is_none(tmp_path):
    store = SqliteStore(tmp_path / "town.db")
    assert len(Knowledge(store, WORDS).preview(bakery().bundle()).new) == 4
    assert list(tmp_path.iterdir()) == []


def test_into_an_empty_store_everything_is_new(knowledge: Knowledge):
    preview = seen(knowledge, then=bakery())
    names = [("news:ann", "Ann"), ("news:bob", "Bob"), ("news:shop", "Bakery De Aar")]
    assert told(preview.new) == [(id_, name, ("", "")) for id_, name in [("news", "news"), *names]]
    assert [altered(thing) for thing in preview.new] == [
        (["published"], []),
        (["person", "knows", "works_for"], []),
        (["person"], []),
        (["organisation"], []),
    ]
    assert (preview.changed, preview.gone, preview.unchanged, preview.moved) == ([], [], 0, 0)


def test_what_is_said_of_the_source_itself_is_told_as_one_thing(knowledge: Knowledge):
    renamed = bakery()
    renamed.source("title", "The news")
    preview = seen(knowledge, bakery(), then=renamed)
    assert [(thing.id, thing.kind, altered(thing)) for thing in preview.changed] == [
        ("news", "source", (["title"], []))
    ]


def test_the_same_again_changes_nothing(knowledge: Knowledge):
    preview = seen(knowledge, bakery(), then=bakery())
    assert (preview.new, preview.changed, preview.gone, preview.unchanged, preview.moved) == ([], [], [], 3, 0)


def test_what_is_new_names_what_it_would_be_one_with(knowledge: Knowledge):
    other = Source("list")
    other.mention("a", "person", "ANN")
    other.mention("z", "person", "Zed")
    preview = seen(knowledge, bakery(), then=other)
    assert told(preview.new) == [("list:a", "ANN", ("news:ann", "Ann")), ("list:z", "Zed", ("", ""))]


def test_what_is_gone_names_what_stays_of_it(knowledge: Knowledge):
    before, after = Source("list"), Source("list")
    before.mention("a", "person", "Ann")
    before.mention("z", "person", "Zed")
    after.source("title", "The list")
    preview = seen(knowledge, bakery(), before, then=after)
    assert told(preview.gone) == [("list:a", "Ann", ("news:ann", "Ann")), ("list:z", "Zed", ("", ""))]


def test_what_changes_says_what_is_added_and_withdrawn(knowledge: Knowledge):
    before, after = Source("list"), Source("list")
    for source, size in ((before, 3), (after, 4)):
        source.property(source.mention("shop", "organisation", "Shop"), "size", size)
    preview = seen(knowledge, before, then=after)
    assert [(thing.id, altered(thing)) for thing in preview.changed] == [("list:shop", (["size"], ["size"]))]
    assert [thing.added[0].value for thing in preview.changed] == [4]


def test_what_stands_elsewhere_in_the_file_has_moved_and_not_changed(knowledge: Knowledge):
    before, after = Source("list"), Source("list")
    for source, row in ((before, 2), (after, 9)):
        place = {"locator": f"row {row}"}
        ann = source.mention("ann", "person", "Ann", locator=place["locator"])
        shop = source.mention("shop", "organisation", "Shop", locator=place["locator"])
        source.tie(ann, "works_for", shop)
        source.property(ann, "sector", "residents", locator=place["locator"])
    preview = seen(knowledge, before, then=after)
    assert (preview.changed, preview.moved, preview.unchanged) == ([], 3, 2)


def test_a_correction_is_told_with_what_it_is_about(knowledge: Knowledge):
    mended = bakery()
    (ann, *_) = (s for s in mended.statements if s.form == MENTION)
    mended.correct(ann, "name", "Anna")
    preview = seen(knowledge, bakery(), then=mended)
    assert [(thing.id, altered(thing)) for thing in preview.changed] == [("news:ann", (["name"], []))]


def test_judgements_are_counted(knowledge: Knowledge):
    judged = bakery()
    judged.judge("unsure", "news:ann", "news:bob")
    preview = seen(knowledge, bakery(), then=judged)
    assert (preview.judgements_added, preview.judgements_withdrawn) == (1, 0)
    knowledge.load(judged.bundle())
    preview = knowledge.preview(bakery().bundle())
    assert (preview.judgements_added, preview.judgements_withdrawn) == (0, 1)


@pytest.mark.parametrize("named", [True, False])
def test_a_withdrawn_source_comes_back_only_when_it_is_named(knowledge: Knowledge, named: bool):
    knowledge.load(bakery().bundle())
    knowledge.withdraw("news")
    preview = knowledge.preview(bakery().bundle(), named=named)
    assert (len(preview.new), preview.report.set_aside) == ((4, 0) if named else (0, 6))
