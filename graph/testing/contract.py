"""What every store must do. Whoever writes an adapter makes a subclass that gives `make_store`:

    class TestMyStore(StoreContract):
        def make_store(self, folder):
            return MyStore(folder / "mine")

The tests prepare and look through the port alone, with changes made by hand rather than by
`graph.knowledge`, so that a failing test points at the store.
"""

from __future__ import annotations

import threading
from concurrent.futures import ThreadPoolExecutor
from pathlib import Path

import pytest

from graph.changes import JUDGEMENT, STATEMENT, WITHDRAWN, Change, Part
from graph.fold import fold
from graph.model import Mention
from graph.rows import read_entity, read_tie
from graph.store import Delta, Store, View
from graph.testing.source import Source
from graph.testing.town import MANY, WORDS, StoreFixtures, Town, append


class HistoryContract(StoreFixtures):
    def test_an_empty_store_holds_nothing(self, store: Store) -> None:
        with store.reading() as view:
            assert (view.version, view.changes(), view.held(), view.count()) == (0, [], set(), 0)
            assert (list(view.in_force()), view.corrections(), view.judgements(), view.sources()) == ([], [], [], [])
            assert (view.entities(), view.ties(), view.questions()) == ([], [], [])
            assert (list(view.entity_rows()), list(view.tie_rows())) == ([], [])

    def test_the_version_counts_the_changes(self, store: Store) -> None:
        for version in (1, 2, 3):
            with store.writing() as writer:
                append(writer, why=f"change {version}")
                assert writer.version == version
        with store.reading() as view:
            assert view.version == 3

    def test_changes_come_back_whole_and_oldest_first(self, store: Store) -> None:
        town = Town()
        with store.writing() as writer:
            first = append(writer, town.news.statements, [town.same], why="één “aanhaling”; en 'meer'")
        with store.writing() as writer:
            second = append(writer, gone=[town.ann.id], marks=["news"])
            undo = Change.after(second.id, "2021-09-04T00:00:00.000Z", "-", "", second.parts[::-1], undoes=second.id)
            writer.append(undo, [], [], Delta())
        with store.reading() as view:
            assert view.changes() == [first, second, undo]

    def test_the_last_change_is_known_without_reading_all_of_them(self, store: Store) -> None:
        with store.reading() as view:
            assert view.last_change == ""
        for version in (1, 2):
            with store.writing() as writer:
                change = append(writer, why=f"change {version}")
                assert writer.last_change == change.id
        with store.reading() as view:
            assert view.last_change == change.id

    def test_writing_without_a_change_leaves_the_version(self, store: Store) -> None:
        with store.writing():
            pass
        with store.reading() as view:
            assert view.version == 0

    def test_held_is_what_each_origin_holds_now(self, store: Store, town: Town) -> None:
        with store.writing() as writer:
            append(writer, [town.ann], origin="hand")
            append(writer, gone=[s.id for s in town.news.statements if s is not town.bob])
        with store.reading() as view:
            by_news = {(STATEMENT, town.bob.id, "news"), (JUDGEMENT, town.same.id, "news")}
            assert view.held("news") == by_news
            assert view.held() == by_news | {(STATEMENT, town.ann.id, "hand")}
            assert view.held("nobody") == set()

    def test_holders_names_who_holds_and_leaves_out_what_nobody_holds(self, store: Store, town: Town) -> None:
        with store.writing() as writer:
            append(writer, [town.ann], origin="hand")
            append(writer, gone=[town.bob.id])
        with store.reading() as view:
            found = view.holders([town.ann.id, town.bob.id, town.same.id, "unknown"])
            assert found == {town.ann.id: {"news", "hand"}, town.same.id: {"news"}}
            assert view.holders([]) == {}

    def test_a_mark_of_withdrawal_is_held_and_holds_nothing(self, store: Store) -> None:
        with store.writing() as writer:
            append(writer, marks=["news"])
        with store.reading() as view:
            assert view.held("") == view.held() == {(WITHDRAWN, "news", "")}
            assert (view.holders(["news"]), view.count(), view.sources()) == ({}, 0, [])


class StatementsContract(StoreFixtures):
    def test_statements_come_back_as_they_went_in(self, view: View, town: Town) -> None:
        found = {s.id: s for s in view.statements(s.id for s in town.news.statements)}
        assert [found[s.id].content() for s in town.news.statements] == [s.content() for s in town.news.statements]
        assert found[town.works.id].properties == (("role", "owner"), ("start", "2019"))

    def test_an_unknown_id_is_left_out_and_one_asked_twice_comes_once(self, view: View, town: Town) -> None:
        assert view.statements(["unknown", town.ann.id, town.ann.id, ""]) == [town.ann]
        assert view.statements([]) == []

    def test_what_is_no_longer_held_is_still_known_by_id(self, store: Store, town: Town) -> None:
        with store.writing() as writer:
            append(writer, gone=[town.ann.id])
        with store.reading() as view:
            assert view.statements([town.ann.id]) == [town.ann]
            assert town.ann not in set(view.in_force())
            assert view.count() == len(town.news.statements) - 1

    def test_a_statement_of_two_origins_counts_once_and_stays_while_one_holds_it(
        self, store: Store, town: Town
    ) -> None:
        with store.writing() as writer:
            append(writer, [town.ann], origin="hand")
        with store.reading() as view:
            assert view.count() == len(list(view.in_force())) == len(town.news.statements)
        with store.writing() as writer:
            append(writer, gone=[town.ann.id])
        with store.reading() as view:
            assert town.ann in set(view.in_force())

    def test_in_force_gives_each_statement_once(self, view: View, town: Town) -> None:
        assert sorted(s.id for s in view.in_force()) == sorted(s.id for s in town.news.statements)

    def test_about_gives_what_names_a_mention_at_either_end_each_once(self, view: View, town: Town) -> None:
        assert set(view.about(["news:bob"])) == {town.bob, town.knows}
        both = view.about(["news:ann", "news:bob", "news:nobody"])
        assert sorted(s.id for s in both) == sorted(s.id for s in (town.ann, town.bob, town.works, town.knows))

    def test_about_leaves_out_sources_corrections_and_what_is_not_in_force(self, store: Store, town: Town) -> None:
        with store.writing() as writer:
            append(writer, gone=[town.knows.id])
        with store.reading() as view:
            assert view.about(["news", ""]) == []
            assert set(view.about(["news:bob"])) == {town.bob}
            assert view.about([]) == []

    def test_corrections_are_found_by_what_they_mend(self, store: Store, town: Town) -> None:
        waiting = town.news.correct("not-here-yet", "name", "Carl")
        with store.writing() as writer:
            append(writer, [waiting])
        with store.reading() as view:
            assert view.corrections_of([town.bob.id, town.ann.id]) == [town.slip]
            assert view.corrections_of(["not-here-yet"]) == [waiting]
            assert set(view.corrections()) == {town.slip, waiting}
            assert view.corrections_of([""]) == view.corrections_of([]) == []

    def test_what_is_said_of_a_source_itself_is_found_by_the_source(self, store: Store, town: Town) -> None:
        with store.writing() as writer:
            append(writer, Source("news2", published="2022").statements, origin="news2")
        with store.reading() as view:
            assert [s.value for s in view.of_sources(["news"])] == ["2021"]
            assert sorted(str(s.value) for s in view.of_sources(["news", "news2", "news3"])) == ["2021", "2022"]
            assert view.of_sources([]) == []

    def test_sources_are_those_with_a_statement_in_force_sorted(self, store: Store, town: Town) -> None:
        with store.writing() as writer:
            append(writer, Source("almanac", published="2020").statements, origin="almanac")
        with store.reading() as view:
            assert view.sources() == ["almanac", "corrections", "news"]
        with store.writing() as writer:
            append(writer, gone=[s.id for s in town.news.statements])
        with store.reading() as view:
            assert view.sources() == ["almanac"]

    def test_content_that_is_stored_already_is_left_as_it_is(self, store: Store, town: Town) -> None:
        with store.writing() as writer:
            append(writer, town.news.statements, [town.same], origin="copy")
        with store.reading() as view:
            assert view.count() == len(town.news.statements)
            assert view.judgements() == [town.same]

    def test_judgements_come_back_as_they_went_in(self, view: View, town: Town) -> None:
        assert [j.content() for j in view.judgements()] == [town.same.content()]
        assert view.judgements_by_id([town.same.id, town.same.id, "unknown"]) == [town.same]
        assert view.judgements_by_id([]) == []

    def test_a_judgement_out_of_force_is_still_known_by_id(self, store: Store, town: Town) -> None:
        with store.writing() as writer:
            change = Change.after("", "", "", "", [Part(False, JUDGEMENT, town.same.id, "news")])
            writer.append(change, [], [], Delta())
        with store.reading() as view:
            assert view.judgements() == []
            assert view.judgements_by_id([town.same.id]) == [town.same]


class GraphContract(StoreFixtures):
    def test_mentions_are_found_by_id_key_entity_and_source(self, view: View, town: Town) -> None:
        graph = town.graph()
        bakery = graph.mentions["news:bakery"]
        assert view.mentions(["news:bakery", "news:nobody", "news:bakery"]) == [bakery]
        assert view.mentions_by_key([*bakery.keys, "person|nobody"]) == [bakery]
        assert view.mentions_of(["news:bakery"]) == [bakery]
        assert {m.id: m for m in view.mentions_in(["news", "almanac"])} == graph.mentions

    def test_no_ids_find_no_mentions(self, view: View) -> None:
        for find in (view.mentions, view.mentions_by_key, view.mentions_of, view.mentions_in):
            assert find([]) == []

    def test_a_source_is_not_one_that_begins_alike(self, view: View) -> None:
        assert view.mentions_in(["new", "news2", "news:ann", "%", ""]) == []

    def test_a_mention_with_several_keys_comes_once_with_all_of_them(self, store: Store) -> None:
        town = Town()
        town.news.mention("ann", "person", 'O\'Ann 100% "x" ∂')
        with store.writing() as writer:
            append(writer, town.news.statements, delta=Delta(put=town.graph()))
        with store.reading() as view:
            ann = town.graph().mentions["news:ann"]
            assert len(ann.keys) == 2
            assert view.mentions_by_key(ann.keys) == view.mentions_by_key(ann.keys[:1]) == [ann]

    def test_entities_come_back_whole(self, view: View, town: Town) -> None:
        assert {e.id: e for e in view.entities()} == town.graph().entities
        assert view.entities(["news:ann", "news:nobody"]) == [town.graph().entities["news:ann"]]

    def test_no_ids_mean_none_and_not_all(self, view: View) -> None:
        assert view.entities([]) == []
        assert view.ties([]) == []

    def test_ties_are_found_by_either_end_each_once(self, view: View, town: Town) -> None:
        ties = town.graph().ties
        assert {t.id: t for t in view.ties()} == ties
        assert view.ties(["news:bob"]) == [ties[town.knows.id]]
        assert sorted(t.id for t in view.ties(["news:ann", "news:bob", "news:bakery"])) == sorted(ties)
        assert view.ties(["news:nobody"]) == []

    def test_questions_come_back(self, store: Store) -> None:
        town = Town()
        town.news.mention("ann2", "person", "Ann")
        town.news.tie("news:ann", "knows", "news:ann2")
        graph = town.graph()
        with store.writing() as writer:
            append(writer, town.news.statements, delta=Delta(put=graph))
        with store.reading() as view:
            assert {q.id: q for q in view.questions()} == graph.questions
            assert len(graph.questions) == 1

    def test_rows_are_sorted_by_id_and_their_bodies_read_back(self, view: View, town: Town) -> None:
        rows = list(view.entity_rows())
        assert [row[0] for row in rows] == sorted(town.graph().entities)
        assert [name for _, _, name, _ in rows] == ["Ann", "Bakery “De Één”", "Bobby"]
        assert {id_: read_entity(id_, kind, body) for id_, kind, _, body in rows} == town.graph().entities
        ties = list(view.tie_rows())
        assert [row[0] for row in ties] == sorted(town.graph().ties)
        assert {row[0]: read_tie(*row) for row in ties} == town.graph().ties

    def test_a_delta_removes_rows_and_then_puts_rows(self, store: Store, town: Town) -> None:
        old = town.graph()
        town.news.property("news:ann", "description", {"en": "baker"})
        new = fold([s for s in town.news.statements if s not in (town.bob, town.knows)], [], WORDS)
        with store.writing() as writer:
            append(writer, delta=Delta(old.mentions, old.entities, old.ties, old.questions, new))
        with store.reading() as view:
            assert {e.id: e for e in view.entities()} == new.entities
            assert {t.id: t for t in view.ties()} == new.ties
            assert {m.id: m for m in view.mentions(old.mentions)} == new.mentions
            assert view.mentions_by_key(old.mentions["news:bob"].keys) == []

    def test_removing_rows_that_are_not_there_is_no_error(self, store: Store) -> None:
        with store.writing() as writer:
            append(writer, delta=Delta(["x:y"], ["x:y"], ["z"], ["same/x/y"]))
        with store.reading() as view:
            assert view.version == 1

    def test_a_mention_may_move_to_another_entity(self, store: Store, town: Town) -> None:
        old = town.graph()
        town.news.judge("same", "news:ann", "news:bob")
        new = fold(town.news.statements, town.news.judgements, WORDS)
        with store.writing() as writer:
            append(writer, delta=Delta(old.mentions, old.entities, old.ties, old.questions, new))
        with store.reading() as view:
            moved: list[Mention] = view.mentions_of(["news:ann"])
            assert sorted(m.id for m in moved) == ["news:ann", "news:bob"]
            assert [q.kind for q in view.questions()] == ["loop"]

    def test_long_lists_of_ids_are_no_trouble(self, view: View, town: Town) -> None:
        wanted = [*MANY, "news:ann"]
        assert [m.id for m in view.mentions(wanted)] == ["news:ann"]
        assert [e.id for e in view.entities(wanted)] == ["news:ann"]
        assert len(view.ties(wanted)) == 2
        assert len(view.about(wanted)) == 3
        assert view.statements([*MANY, town.ann.id]) == [town.ann]
        assert view.corrections_of([*MANY, town.bob.id]) == [town.slip]
        assert view.holders([*MANY, town.ann.id]) == {town.ann.id: {"news"}}
        assert len(view.judgements_by_id([*MANY, town.same.id])) == len(view.of_sources([*MANY, "news"])) == 1
        assert len(view.mentions_by_key([*MANY, "person|ann"])) == len(view.mentions_of(wanted)) == 1
        assert len(view.mentions_in([*MANY, "news"])) == 3


class TransactionsContract(StoreFixtures):
    def test_an_exception_keeps_everything_out(self, store: Store) -> None:
        town = Town()

        def fail() -> None:
            with store.writing() as writer:
                append(writer, town.news.statements, [town.same], delta=Delta(put=town.graph()))
                raise ZeroDivisionError

        with pytest.raises(ZeroDivisionError):
            fail()
        with store.reading() as view:
            assert (view.version, view.held(), view.entities(), view.questions()) == (0, set(), [], [])
            assert view.statements([town.ann.id]) == view.judgements_by_id([town.same.id]) == []

    def test_an_exception_leaves_what_was_there_and_the_next_writer_goes_on(self, store: Store, town: Town) -> None:
        def fail() -> None:
            with store.writing() as writer:
                append(writer, gone=[town.ann.id], delta=Delta(ties=town.graph().ties))
                raise ZeroDivisionError

        with pytest.raises(ZeroDivisionError):
            fail()
        with store.writing() as writer:
            assert town.ann in set(writer.in_force())
            assert {t.id: t for t in writer.ties()} == town.graph().ties
            append(writer)
        with store.reading() as view:
            assert view.version == 2

    def test_a_writer_sees_what_it_wrote(self, store: Store) -> None:
        town = Town()
        with store.writing() as writer:
            append(writer, town.news.statements, [town.same], delta=Delta(put=town.graph()))
            assert writer.count() == len(town.news.statements)
            assert {e.id: e for e in writer.entities()} == town.graph().entities

    def test_a_reading_sees_one_version_while_others_write(self, store: Store, town: Town) -> None:
        with store.reading() as view:
            assert view.version == 1
            with store.writing() as writer:
                append(writer, gone=[town.ann.id], delta=Delta(ties=town.graph().ties))
                assert (view.version, len(view.ties())) == (1, 2)
            assert (view.version, len(view.ties()), view.statements([town.ann.id])) == (1, 2, [town.ann])
            assert town.ann in set(view.in_force())
            with store.reading() as later:
                assert (later.version, later.ties()) == (2, [])

    def test_two_readings_at_once_see_the_same(self, store: Store, town: Town) -> None:
        with store.reading() as one, store.reading() as other:
            assert list(one.entity_rows()) == list(other.entity_rows())

    def test_a_second_writer_waits_for_the_first_and_sees_its_change(self, store: Store) -> None:
        waiting = threading.Event()

        def second() -> int:
            waiting.set()
            with store.writing() as writer:
                append(writer)
                return writer.version

        with ThreadPoolExecutor(1) as pool:
            with store.writing() as writer:
                done = pool.submit(second)
                waiting.wait()
                append(writer)
                assert not done.done()
            assert done.result() == 2

    def test_many_writers_all_land_one_after_the_other(self, store: Store) -> None:
        def write(n: int) -> None:
            with store.writing() as writer:
                append(writer, why=str(n))

        with ThreadPoolExecutor(4) as pool:
            list(pool.map(write, range(20)))
        with store.reading() as view:
            assert {c.why for c in view.changes()} == {str(n) for n in range(20)}
            last = ""
            for change in view.changes():
                assert change == Change.after(last, change.at, change.by, change.why, ())
                last = change.id

    def test_many_may_read_at_once(self, store: Store, town: Town) -> None:
        def read(_: int) -> int:
            with store.reading() as view:
                return len(view.entities())

        with ThreadPoolExecutor(4) as pool:
            assert set(pool.map(read, range(20))) == {3}

    def test_a_store_opened_again_holds_the_same(self, store: Store, town: Town, tmp_path: Path) -> None:
        with store.reading() as view:
            before = (view.changes(), view.held(), list(view.entity_rows()), list(view.tie_rows()))
        again = self.reopened(store, tmp_path)
        with again.reading() as view:
            assert (view.changes(), view.held(), list(view.entity_rows()), list(view.tie_rows())) == before
        again.close()

    def test_closing_twice_is_no_error(self, store: Store) -> None:
        store.close()
        store.close()

    def test_a_store_is_named_by_a_url(self, store: Store) -> None:
        scheme, colon, _ = store.url.partition(":")
        assert scheme
        assert colon


class StoreContract(HistoryContract, StatementsContract, GraphContract, TransactionsContract):
    """All of it."""
