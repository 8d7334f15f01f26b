"""Every change can be taken back, unless a later one touched the same or judgements would contradict."""

from __future__ import annotations

import pytest
from hypothesis import given

from graph.adapters import MemoryStore
from graph.changes import Change
from graph.errors import Contradiction, Unknown
from graph.knowledge import Knowledge
from graph.testing.source import Source
from graph.testing.worlds import sources, worlds
from graph.verify import verify
from tests.worlds import WORDS, bakery, contents, two_anns


def person(name: str, source: str = "news") -> Source:
    """A source that says one thing."""
    said = Source(source)
    said.mention(name.lower(), "person", name)
    return said


def load(knowledge: Knowledge, source: Source) -> Change:
    change = knowledge.load(source.bundle()).change
    assert change is not None
    return change


def names(knowledge: Knowledge) -> list[str]:
    with knowledge.store.reading() as view:
        assert verify(view, WORDS).ok
        return sorted(entity.name for entity in view.entities())


@given(worlds(), sources())
def test_undoing_the_latest_change_gives_back_what_was_before(world: list[Source], more: Source):
    knowledge = Knowledge(MemoryStore(), WORDS, by="Zoë")
    for source in world:
        knowledge.load(source.bundle())
    before = contents(knowledge.store)
    change = knowledge.load(more.bundle()).change
    if change:
        after = contents(knowledge.store)
        undo = knowledge.undo(change.id)
        assert contents(knowledge.store) == before
        knowledge.undo(undo.id)
        assert contents(knowledge.store) == after


def test_an_undo_is_a_change_that_names_what_it_takes_back(knowledge: Knowledge):
    change = load(knowledge, person("Ann"))
    undo = knowledge.undo(change.id)
    assert (undo.undoes, undo.why, undo.by) == (change.id, f"undo {change.id}", "Zoë")
    with knowledge.store.reading() as view:
        assert view.changes() == [change, undo]


def test_a_withdrawal_can_be_undone_with_its_mark(knowledge: Knowledge):
    load(knowledge, person("Ann"))
    before = contents(knowledge.store)
    knowledge.undo(knowledge.withdraw("news").id)
    assert contents(knowledge.store) == before
    assert knowledge.load(person("Ann").bundle(), named=False).sources[0].unchanged == 1


def test_a_judgement_can_be_undone(knowledge: Knowledge):
    knowledge.load(bakery().bundle())
    before = contents(knowledge.store)
    _, change = knowledge.judge("same", "news:ann", "news:bob", "looks alike")
    assert change is not None
    knowledge.undo(change.id)
    assert contents(knowledge.store) == before


def test_an_unknown_change_cannot_be_undone(knowledge: Knowledge):
    with pytest.raises(Unknown) as refused:
        knowledge.undo("c123")
    assert "binck history toont ze" in refused.value.say("nl")
    assert refused.value.say("en") == "There is no change 'c123'; see binck history"


def test_an_older_change_can_be_undone_when_nothing_touched_the_same(knowledge: Knowledge):
    first = load(knowledge, person("Ann"))
    load(knowledge, person("Bob", "almanac"))
    knowledge.undo(first.id)
    assert names(knowledge) == ["Bob"]


def test_one_that_a_later_change_touched_is_refused_and_names_that_one(knowledge: Knowledge):
    first = load(knowledge, person("Ann"))
    later = load(knowledge, person("Bob"))
    load(knowledge, person("Carl", "almanac"))
    before = contents(knowledge.store)
    with pytest.raises(Contradiction) as refused:
        knowledge.undo(first.id)
    assert f"Wijziging {first.id} kan niet terug: {later.id} (load news) raakte" in refused.value.say("nl")
    assert f"Change {first.id} cannot be undone: {later.id} (load news) later touched" in refused.value.say("en")
    assert contents(knowledge.store) == before


def test_a_change_and_its_undo_stand_in_nobodys_way(knowledge: Knowledge):
    first = load(knowledge, person("Ann"))
    later = load(knowledge, person("Bob"))
    knowledge.undo(later.id)
    knowledge.undo(first.id)
    assert names(knowledge) == []


def test_what_was_undone_already_is_not_undone_again(knowledge: Knowledge):
    first = load(knowledge, person("Ann"))
    undo = knowledge.undo(first.id)
    with pytest.raises(Contradiction) as refused:
        knowledge.undo(first.id)
    assert refused.value.say("nl") == f"Wijziging {first.id} is al teruggedraaid door {undo.id}"
    assert refused.value.say("en") == f"Change {first.id} was undone already by {undo.id}"


def test_an_undo_can_be_undone_also_when_it_is_not_the_latest(knowledge: Knowledge):
    undo = knowledge.undo(load(knowledge, person("Ann")).id)
    load(knowledge, person("Bob", "almanac"))
    again = knowledge.undo(undo.id)
    assert names(knowledge) == ["Ann", "Bob"]
    knowledge.undo(again.id)
    knowledge.undo(undo.id)
    assert names(knowledge) == ["Ann", "Bob"]


def test_an_undo_is_not_undone_after_what_lay_under_it_was_taken_away(knowledge: Knowledge):
    """Else the version of Bob would come back, and taking that back would bring Ann."""
    first = load(knowledge, person("Ann"))
    undo = knowledge.undo(load(knowledge, person("Bob")).id)
    last = knowledge.undo(first.id)
    with pytest.raises(Contradiction) as refused:
        knowledge.undo(undo.id)
    assert last.id in refused.value.say("en")
    assert names(knowledge) == []


def test_an_undo_that_would_restore_a_contradiction_is_refused_and_names_it(knowledge: Knowledge):
    for source in two_anns():
        knowledge.load(source.bundle())
    old, _ = knowledge.judge("different", "one:ann", "two:ann", "other surname")
    withdrawal = knowledge.withdraw(old.id)
    new, _ = knowledge.judge("same", "one:ann", "two:ann", "met her")
    before = contents(knowledge.store)
    with pytest.raises(Contradiction) as refused:
        knowledge.undo(withdrawal.id)
    assert refused.value.say("nl").startswith(
        f"wijziging {withdrawal.id} terugdraaien kan niet: de oordelen {old.id}, {new.id}"
    )
    assert refused.value.say("en").endswith("would contradict; withdraw one of them first")
    assert contents(knowledge.store) == before


def test_undoing_the_mention_and_not_the_tie_leaves_a_tie_without_an_end_out_of_the_graph(knowledge: Knowledge):
    whole = bakery()
    first, tie = bakery(), whole.statements[-1]
    first.statements.remove(tie)
    mentions = load(knowledge, first)
    load(knowledge, whole)  # adds the tie alone
    undo = knowledge.undo(mentions.id)
    assert names(knowledge) == []
    with knowledge.store.reading() as view:
        assert (view.ties(), list(view.in_force())) == ([], [tie])
    knowledge.undo(undo.id)
    assert names(knowledge) == ["Ann", "Bakery De Aar", "Bob"]
    with knowledge.store.reading() as view:
        assert tie.id in {found.id for found in view.ties()}


def test_an_undo_never_brings_back_what_is_of_a_source_that_is_withdrawn(knowledge: Knowledge):
    """That comes back only when the source is named."""
    load(knowledge, person("Ann"))
    both = person("Ann")
    both.mention("bob", "person", "Bob")
    load(knowledge, both)
    dropped = load(knowledge, person("Ann"))
    knowledge.withdraw("news")
    before = contents(knowledge.store)
    with pytest.raises(Contradiction) as refused:
        knowledge.undo(dropped.id)
    assert "news is ingetrokken en zou toch gelden" in refused.value.say("nl")
    assert "news is withdrawn and would still hold" in refused.value.say("en")
    assert contents(knowledge.store) == before


def test_an_undo_never_withdraws_a_source_by_halves(knowledge: Knowledge):
    load(knowledge, person("Ann"))
    knowledge.withdraw("news")
    named = load(knowledge, person("Ann"))
    both = person("Ann")
    both.mention("bob", "person", "Bob")
    load(knowledge, both)
    with pytest.raises(Contradiction):
        knowledge.undo(named.id)
    assert names(knowledge) == ["Ann", "Bob"]


def test_an_undo_never_brings_back_a_correction_while_corrections_are_withdrawn(knowledge: Knowledge):
    errata = Source("errata")
    errata.correct("some-statement", "name", "Ann")
    load(knowledge, errata)
    dropped = load(knowledge, Source("errata"))
    other = Source("other")
    other.correct("another-statement", "name", "Bob")
    load(knowledge, other)
    knowledge.withdraw("corrections")
    with pytest.raises(Contradiction) as refused:
        knowledge.undo(dropped.id)
    assert "corrections is withdrawn" in refused.value.say("en")
