"""Only what a change touched is folded again, and it is as if everything had been."""

from __future__ import annotations

from hypothesis import given
from hypothesis import strategies as st

from graph.adapters import MemoryStore
from graph.fold import fold
from graph.knowledge import Knowledge
from graph.refold import refold
from graph.testing.source import Source
from graph.testing.worlds import sources, worlds
from tests.worlds import WORDS, bakery, two_anns


def delta_of(knowledge: Knowledge, source: Source):
    """What adding this would do to the graph."""
    with knowledge.store.reading() as view:
        return refold(view, WORDS, {s.id: s for s in source.statements}, {}, view.judgements(), [])


def test_what_is_not_touched_is_left_alone(knowledge: Knowledge):
    knowledge.load(bakery().bundle())
    delta = delta_of(knowledge, two_anns()[0])
    assert set(delta.entities) == {"news:ann"}  # joined by name; Bob and the bakery stay as they are
    assert set(delta.put.entities) == {"news:ann", "one:school"}


def test_a_correction_touches_what_it_mends_and_what_it_then_joins(knowledge: Knowledge):
    news = bakery()
    knowledge.load(news.bundle())
    errata = Source("errata")
    errata.correct(next(s for s in news.statements if s.value == "Bob"), "name", "Ann")
    delta = delta_of(knowledge, errata)
    assert set(delta.entities) == {"news:ann", "news:bob"}
    assert list(delta.put.entities) == ["news:ann"]


def test_a_date_of_publication_touches_all_that_the_source_says(knowledge: Knowledge):
    knowledge.load(bakery().bundle())
    later = Source("news", published="2022")
    assert set(delta_of(knowledge, later).put.entities) == {"news:ann", "news:bob", "news:shop"}


@given(worlds(), sources(st.just("s4")))
def test_the_delta_makes_of_the_old_graph_the_fold_of_everything(world: list[Source], more: Source):
    knowledge = Knowledge(MemoryStore(), WORDS)
    for source in world:
        knowledge.load(source.bundle())
    delta = delta_of(knowledge, more)
    with knowledge.store.reading() as view:
        whole = fold({*view.in_force(), *more.statements}, view.judgements(), WORDS)
        entities = {e.id: e for e in view.entities() if e.id not in delta.entities} | delta.put.entities
        ties = {t.id: t for t in view.ties() if t.id not in delta.ties} | delta.put.ties
        questions = {q.id: q for q in view.questions() if q.id not in delta.questions} | delta.put.questions
    assert (entities, ties, questions) == (whole.entities, whole.ties, whole.questions)
