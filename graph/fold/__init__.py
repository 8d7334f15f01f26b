"""The graph is the sum of the statements in force, under the judgements in force.

How the sum is made, to the letter: `docs/fold.md`.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping

from graph.fold.entities import identify, keys
from graph.fold.order import Claim, Corrections, Order
from graph.fold.ties import fold_ties
from graph.jsontext import Json
from graph.judgements import Judgement
from graph.model import Entity, Graph, Mention
from graph.statements import MENTION, PROPERTY, TIE, TIE_PROPERTY, Statement
from graph.words import Words

__all__ = ["fold", "mention_keys"]


def fold(
    statements: Iterable[Statement],
    judgements: Iterable[Judgement],
    words: Words,
    outside: Mapping[str, str] | None = None,
) -> Graph:
    """The graph that these statements and judgements add up to; their order does not count.

    A part of the graph can be folded alone: `outside` gives the entity of each mention at the
    far end of a tie whose own statements are not among `statements`.
    """
    statements = list(statements)
    corrections = Corrections(statements, words)
    order = Order(statements, corrections)
    by_form: dict[str, list[Statement]] = {}
    for statement in statements:
        by_form.setdefault(statement.form, []).append(statement)
    words.must_know({s.word for s in by_form.get(MENTION, ())}, {s.word for s in by_form.get(TIE, ())})
    named: dict[str, list[Statement]] = {}
    for statement in by_form.get(MENTION, ()):
        named.setdefault(statement.subject, []).append(statement)
    said: dict[str, list[Statement]] = {}
    for statement in by_form.get(PROPERTY, ()):
        said.setdefault(statement.subject, []).append(statement)

    mentions = {m: mention_keys(its, said.get(m, ()), words, corrections, order) for m, its in named.items()}
    entity_of, questions = identify(mentions, judgements)

    members: dict[str, list[str]] = {}
    for mention, entity in entity_of.items():
        members.setdefault(entity, []).append(mention)
    graph = Graph(mentions={m: Mention(m, kind, entity_of[m], found) for m, (kind, found) in mentions.items()})
    for entity, its in members.items():
        graph.entities[entity] = _entity(entity, sorted(its), mentions[entity][0], named, said, corrections, order)

    hanging: dict[str, list[Statement]] = {}
    for statement in by_form.get(TIE_PROPERTY, ()):
        hanging.setdefault(statement.of, []).append(statement)
    everybody = {**outside, **entity_of} if outside else entity_of
    graph.ties, loops = fold_ties(by_form.get(TIE, ()), hanging, everybody, words.ties, corrections, order)
    graph.questions = {question.id: question for question in (*questions, *loops)}
    return graph


def mention_keys(
    named: Iterable[Statement], said: Iterable[Statement], words: Words, corrections: Corrections, order: Order
) -> tuple[str, tuple[str, ...]]:
    """Kind of a mention, and the keys by which the rule of equal names joins it."""
    named = list(named)
    best = named[0] if len(named) == 1 else min(named, key=order.rank)
    kind = words.entities[best.word]
    rule = kind.same_name
    own: dict[str, list[tuple[object, Json]]] = {}
    if not isinstance(rule, str):
        watched = {*rule.unless, *rule.or_, rule.equal}
        for statement in said:
            if statement.word in watched:
                value, from_ = corrections.readings(statement, statement.word, statement.value)[0]
                own.setdefault(statement.word, []).append((order.rank(from_), value))
    values = {key: [value for _, value in sorted(found, key=lambda f: f[0])] for key, found in own.items()}  # type: ignore[arg-type, return-value]
    return kind.name, keys(kind, (str(corrections.right(s, "name", s.value)) for s in named), values)


def _entity(
    entity: str,
    mentions: list[str],
    kind: str,
    named: Mapping[str, list[Statement]],
    said: Mapping[str, list[Statement]],
    corrections: Corrections,
    order: Order,
) -> Entity:
    names: list[Claim] = []
    claims: dict[str, list[Claim]] = {}
    evidence: list[Statement] = []
    for mention in mentions:
        for statement in named[mention]:
            evidence.append(statement)
            names += corrections.readings(statement, "name", statement.value)
        for statement in said.get(mention, ()):
            claims.setdefault(statement.word, []).extend(
                corrections.readings(statement, statement.word, statement.value)
            )
    properties = {key: order.values(claims[key]) for key in sorted(claims)}
    return Entity(entity, tuple(mentions), kind, order.values(names), properties, order.evidence(evidence))
