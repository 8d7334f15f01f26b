"""Tiny made-up worlds, and the few words in which tests speak of them.

    bakery()    Ann owns a bakery and knows Bob; one source, nothing doubtful
    two_anns()  two sources that each know an Ann: the rule of equal names makes them one

Anything else is said where it is needed, with `Source` of `graph.testing.source`.
"""

from __future__ import annotations

from graph.adapters import MemoryStore
from graph.fold import fold
from graph.judgements import Judgement
from graph.knowledge import Knowledge
from graph.model import Entity, Graph, Tie
from graph.naming import Naming
from graph.network import Network, read_network
from graph.questions import Answer, ask, question_named
from graph.store import Store
from graph.testing.source import Source
from graph.texts import Lang
from graph.words import load_words

WORDS = load_words()


def bakery() -> Source:
    """Three entities, two ties."""
    news = Source("news", published="2021")
    ann, bob = news.mention("ann", "person", "Ann"), news.mention("bob", "person", "Bob")
    shop = news.mention("shop", "organisation", "Bakery De Aar")
    news.tie(ann, "works_for", shop, role="owner", start="2019")
    news.tie(ann, "knows", bob)
    return news


def two_anns() -> tuple[Source, Source]:
    """Ann of `one` works for a school, Ann of `two` for a shop."""
    one, two = Source("one"), Source("two")
    one.tie(one.mention("ann", "person", "Ann"), "works_for", one.mention("school", "organisation", "School"))
    two.tie(two.mention("ann", "person", "Ann"), "works_for", two.mention("shop", "organisation", "Shop"))
    return one, two


def sum_of(*sources: Source, judged: tuple[Judgement, ...] = ()) -> Graph:
    """The fold of all that these sources say and judge."""
    statements = [statement for source in sources for statement in source.statements]
    return fold(statements, [*judged, *(judgement for source in sources for judgement in source.judgements)], WORDS)


def sets(graph: Graph) -> list[tuple[str, ...]]:
    """The mentions of each entity."""
    return sorted(entity.ids for entity in graph.entities.values())


def entity(graph: Graph, mention: str) -> Entity:
    return graph.entities[graph.mentions[mention].entity]


def only_tie(graph: Graph) -> Tie:
    (tie,) = graph.ties.values()
    return tie


def periods(graph: Graph) -> list[tuple[str, str]]:
    return sorted((tie.start, tie.end) for tie in graph.ties.values())


def values(found: Entity | Tie, key: str) -> list[object]:
    """All values of a property, the one shown first."""
    return [value.value for value in found.properties.get(key, ())]


def contents(store: Store) -> tuple[object, ...]:
    """All that a store holds now, its history apart."""
    with store.reading() as view:
        questions = sorted(question.id for question in view.questions())
        return view.held(), questions, list(view.entity_rows()), list(view.tie_rows())


def network(*sources: Source) -> Network:
    """The network of all that these sources say."""
    knowledge = Knowledge(MemoryStore(), WORDS, by="Zoë")
    for source in sources:
        report = knowledge.load(source.bundle()).sources[0]
        assert not report.refused, [refusal.say("en") for refusal in report.refused]
    with knowledge.store.reading() as view:
        return read_network(view, WORDS)


def answer(question: str, world: Network, lang: Lang = "en", **given: str) -> Answer:
    """The answer to a question about a network without its history; `from_` stands for the parameter `from`."""
    named = {key.rstrip("_"): value for key, value in given.items()}
    with MemoryStore().reading() as nothing:
        return ask(question_named(question), nothing, world, Naming(world), named, lang)
