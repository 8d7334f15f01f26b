"""The desk: one network a version, and what every door may ask of it."""

from __future__ import annotations

from graph.adapters import MemoryStore
from graph.desk import Desk
from graph.testing.source import Source
from tests.worlds import WORDS, bakery, two_anns


def desk(*sources: Source) -> Desk:
    found = Desk(MemoryStore(), WORDS, "Zoë")
    for source in sources:
        found.knowledge.load(source.bundle())
    return found


def test_the_network_is_read_once_a_version():
    found = desk(bakery())
    before = found.network()
    assert found.network() is before
    found.knowledge.withdraw("news")
    assert found.network() is not before


def test_status_counts_what_there_is_and_lists_what_waits():
    news = bakery()
    waiting = news.correct("0" * 24, "name", "Anna")
    status = desk(news).status()
    assert status["entities"] == {"organisation": 1, "person": 2}
    assert status["ties"] == {"knows": 1, "works_for": 1}
    assert (status["version"], status["store"]) == (1, "memory:")
    assert status["corrections_waiting"] == [{"id": waiting.id, "statement": "0" * 24, "property": "name"}]


def test_an_empty_store_has_a_status_and_an_empty_export():
    assert desk().status()["version"] == 0
    assert desk().export()["entities"] == []


def test_show_gives_an_entity_with_its_ties_and_the_names_at_their_ends():
    shown = desk(bakery()).show("ann")
    assert shown["name"] == "Ann"
    assert {(tie["kind"], tie["from_name"], tie["to_name"]) for tie in shown["ties"]} == {
        ("knows", "Ann", "Bob"),
        ("works_for", "Ann", "Bakery De Aar"),
    }


def test_history_of_one_thing_has_only_the_changes_that_touched_it():
    found = desk(*two_anns())
    found.knowledge.judge("different", "one:ann", "two:ann", "two people")
    school = found.history("School")
    assert [change["why"] for change in school] == ["load one"]
    assert [change["why"] for change in found.history("one:ann")] == ["load one", "judge different: two people"]
    assert len(found.history()) == 3


def test_open_questions_name_what_they_are_about():
    one, two = two_anns()
    three = Source("three")
    three.mention("ann", "person", "Ann")
    found = desk(one, two, three)
    found.knowledge.judge("different", "one:ann", "two:ann", "two people")
    questions = found.open_questions()
    assert {(q["a"], q["b"]) for q in questions} == {("one:ann", "three:ann"), ("three:ann", "two:ann")}
    assert {q["name"] for q in questions} == {"Ann"}


def test_an_address_stays_itself_and_a_name_becomes_one():
    found = desk(*two_anns())
    assert found.address("two:ann") == "two:ann"
    assert found.address("Ann") == "one:ann"
