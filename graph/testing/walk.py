"""A random walk: the same steps on a given store and on the plain one in memory, compared after each."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

from hypothesis import strategies as st
from hypothesis.stateful import RuleBasedStateMachine, initialize, invariant, precondition, rule

from graph.adapters import MemoryStore
from graph.bundle import Bundle
from graph.changes import WITHDRAWN
from graph.errors import BinckError
from graph.judgements import VERDICTS
from graph.knowledge import Knowledge
from graph.statements import CORRECTIONS
from graph.store import Store, View
from graph.testing.source import Source
from graph.testing.worlds import SOURCES, addresses, sources
from graph.verify import verify
from graph.words import Words, load_words

Step = Callable[[Knowledge], object]


class StoreWalk(RuleBasedStateMachine):
    """A subclass gives `make_store`; run it with `hypothesis.stateful.run_state_machine_as_test`.

    Changes have other ids and moments on the two stores, so steps name them by their place.
    """

    words: Words = load_words()
    both: tuple[Knowledge, ...]

    def make_store(self) -> Store:
        """An empty store, anew for each walk."""
        raise NotImplementedError

    @initialize()
    def start(self) -> None:
        self.said: dict[str, Source] = {}
        self.past: dict[int, object] = {}
        self.both = tuple(Knowledge(store, self.words, by="walk") for store in (self.make_store(), MemoryStore()))

    @rule(
        source=sources(), named=st.sampled_from([True, True, True, False]), strict=st.sampled_from([False, False, True])
    )
    def load(self, source: Source, named: bool, strict: bool) -> None:
        self.said[source.id] = source
        self._step(lambda knowledge: _report(knowledge, source.bundle(), named, strict))

    @precondition(lambda self: self.said)
    @rule(pick=st.data(), more=sources())
    def load_a_new_version(self, pick: st.DataObject, more: Source) -> None:
        """Some lines are gone, and some that are new stand among what stays."""
        old = self.said[pick.draw(st.sampled_from(sorted(self.said)), "source")]
        gone = pick.draw(st.sets(st.integers(0, max(0, len(old.statements) - 1)), max_size=3), "gone")
        new = Source(old.id)
        new.statements = [s for place, s in enumerate(old.statements) if place not in gone]
        new.judgements = old.judgements
        if more.id == old.id:
            new.statements += more.statements
        self.said[old.id] = new
        self._step(lambda knowledge: _report(knowledge, new.bundle(), True, False))

    @precondition(lambda self: self._changes())
    @rule(id_=st.sampled_from([*SOURCES, "corrections"]))
    def withdraw_a_source(self, id_: str) -> None:
        self._step(lambda knowledge: knowledge.withdraw(id_).parts)

    @precondition(lambda self: self._changes())
    @rule(verdict=st.sampled_from(VERDICTS), pick=st.data())
    def judge(self, verdict: str, pick: st.DataObject) -> None:
        known = sorted(m.id for m in self._read(lambda view: view.mentions_in(SOURCES)))
        mention = st.sampled_from(known) if known else addresses
        a, b = pick.draw(mention, "a"), pick.draw(st.one_of(mention, mention, addresses), "b")
        self._step(lambda knowledge: knowledge.judge(verdict, a, b, "walking")[0].content())

    @precondition(lambda self: self._read(lambda view: view.judgements()))
    @rule(pick=st.data())
    def withdraw_a_judgement(self, pick: st.DataObject) -> None:
        id_ = pick.draw(st.sampled_from(sorted(j.id for j in self._read(lambda view: view.judgements()))), "judgement")
        self._step(lambda knowledge: knowledge.withdraw(id_).parts)

    @precondition(lambda self: self._changes())
    @rule()
    def undo_the_latest(self) -> None:
        """It gives back what was there before."""
        version = self._changes()
        self._step(lambda knowledge: _undo(knowledge, -1))
        assert self._read(_what_holds) == self.past[version - 1]

    @precondition(lambda self: self._changes())
    @rule(pick=st.data())
    def undo_an_older(self, pick: st.DataObject) -> None:
        place = pick.draw(st.integers(0, self._changes() - 1), "place")
        self._step(lambda knowledge: _undo(knowledge, place))

    @invariant()
    def both_say_the_same(self) -> None:
        one, other = (_all_of(knowledge.store) for knowledge in self.both)
        for said, also in zip(one, other, strict=True):
            assert said == also
        self.past[self._changes()] = self._read(_what_holds)

    @invariant()
    def what_is_kept_is_the_fold_from_nothing(self) -> None:
        for knowledge in self.both:
            with knowledge.store.reading() as view:
                assert verify(view, self.words).differences == ()

    @invariant()
    def what_is_withdrawn_holds_nothing(self) -> None:
        held = self._read(lambda view: view.held())
        marks = {id_ for what, id_, _ in held if what == WITHDRAWN}
        assert not [row for row in held if row[0] != WITHDRAWN and {row[1], row[2]} & marks]
        assert CORRECTIONS not in marks or not self._read(lambda view: view.corrections())

    def teardown(self) -> None:
        for knowledge in getattr(self, "both", ()):
            knowledge.store.close()

    def _step(self, step: Step) -> None:
        """Both stores do it with equal reports, or refuse it with the same kind of error."""
        done, also = (_outcome(step, knowledge) for knowledge in self.both)
        assert done == also

    def _changes(self) -> int:
        return int(self._read(lambda view: view.version))

    def _read(self, ask: Callable[[View], Any]) -> Any:
        with self.both[1].store.reading() as view:
            return ask(view)


def _outcome(step: Step, knowledge: Knowledge) -> object:
    try:
        return step(knowledge)
    except BinckError as error:
        return type(error)


def _report(knowledge: Knowledge, bundle: Bundle, named: bool, strict: bool) -> object:
    load = knowledge.load(bundle, named=named, strict=strict)
    return load.sources, load.change and load.change.parts, load.version


def _undo(knowledge: Knowledge, place: int) -> object:
    """Undo by place; what it takes was there and what it gives was not."""
    with knowledge.store.reading() as view:
        change = view.changes()[place]
        before = view.held()
    parts = knowledge.undo(change.id).parts
    assert all(part.added == ((part.what, part.id, part.origin) not in before) for part in parts)
    return parts


def _what_holds(view: View) -> object:
    questions = {question.id for question in view.questions()}
    return view.held(), questions, list(view.entity_rows()), list(view.tie_rows())


def _all_of(store: Store) -> list[object]:
    with store.reading() as view:
        return [
            view.version,
            [(c.by, c.why.split(" c")[0], bool(c.undoes), c.parts) for c in view.changes()],
            view.held(),
            view.count(),
            view.sources(),
            {s.id: s.content() for s in view.in_force()},
            {j.id: j.content() for j in view.judgements()},
            {m.id: m for m in view.mentions_in(SOURCES)},
            {question.id for question in view.questions()},
            list(view.entity_rows()),
            list(view.tie_rows()),
        ]
