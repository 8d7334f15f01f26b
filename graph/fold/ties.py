"""Tie statements add up to ties: by identity, and within one identity by period."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from typing import TypeAlias

from graph.dates import Date, days
from graph.fold.order import Claim, Corrections, Order
from graph.model import Question, Tie, Value
from graph.statements import Statement
from graph.words import TieKind

Identity: TypeAlias = tuple[str, str, str, tuple[str, ...]]
Dated: TypeAlias = tuple[tuple[int, int], Statement]


def fold_ties(
    statements: Iterable[Statement],
    properties: Mapping[str, list[Statement]],
    entity_of: Mapping[str, str],
    kinds: Mapping[str, TieKind],
    corrections: Corrections,
    order: Order,
) -> tuple[dict[str, Tie], list[Question]]:
    """All ties by id, and a question for each tie statement whose ends are one entity.

    `properties` gives, by tie statement, the statements that hang on it.
    """
    by_identity: dict[Identity, list[Statement]] = {}
    questions = []
    for statement in statements:
        from_, to = entity_of.get(statement.subject), entity_of.get(statement.object)
        if from_ is None or to is None:
            continue  # an undo took back what mentioned it
        if from_ == to:
            questions.append(Question("loop", statement.id, from_))
            continue
        kind = kinds[statement.word]
        if kind.symmetric and to < from_:
            from_, to = to, from_
        role: tuple[str, ...] = ()
        if kind.identifying:
            said = corrections.right_properties(statement)
            role = tuple([str(said.get(key, "")) for key in kind.identifying])
        by_identity.setdefault((statement.word, from_, to, role), []).append(statement)

    ties = {}
    for (word, from_, to, _), group in by_identity.items():
        for dated, supporting in _components(group, corrections):
            tie_id = min(statement.id for statement in (dated or supporting))
            if len(supporting) > 1:
                supporting.sort(key=order.rank)
            values = _values(supporting, properties, corrections, order)
            ties[tie_id] = Tie(tie_id, word, from_, to, values, tuple([order.shown(s) for s in supporting]))
    return ties, questions


def _components(group: list[Statement], corrections: Corrections) -> list[tuple[list[Statement], list[Statement]]]:
    """Each tie of one identity as its dated statements and everything that supports it.

    Dated statements whose periods overlap or touch, by their outermost days, form one tie.
    An undated statement supports all; one with only `as_of` those that hold then; what fits
    none forms one undated tie.
    """
    if len(group) == 1:
        return [(group, group)]
    dated: list[Dated] = []
    undated, on_a_day = [], []
    for statement in group:
        said = corrections.right_properties(statement)
        start, end = str(said.get("start", "")), str(said.get("end", ""))
        if start or end:
            first, last = days(start, end)
            dated.append(((min(first, last), max(first, last)), statement))
        elif statement.as_of:
            on_a_day.append(statement)
        else:
            undated.append(statement)
    if not dated:
        return [([], group)]
    found: list[tuple[int, int, list[Statement], list[Statement]]] = []
    for (first, last), statement in sorted(dated, key=lambda d: (d[0], d[1].id)):
        if found and first <= found[-1][1] + 1:
            begin, reach, its_dated, _ = found[-1]
            its_dated.append(statement)
            found[-1] = (begin, max(reach, last), its_dated, [*its_dated, *undated])
        else:
            found.append((first, last, [statement], [statement, *undated]))
    left = []
    for statement in on_a_day:
        day = Date.parse(statement.as_of)
        fitting = [supporting for first, last, _, supporting in found if first <= day.last and day.first <= last]
        for supporting in fitting:
            supporting.append(statement)
        if not fitting:
            left.append(statement)
    ties = [(its_dated, supporting) for _, _, its_dated, supporting in found]
    return [*ties, ([], [*left, *undated])] if left else ties


def _values(
    supporting: list[Statement],
    properties: Mapping[str, list[Statement]],
    corrections: Corrections,
    order: Order,
) -> dict[str, tuple[Value, ...]]:
    claims: dict[str, list[Claim]] = {}
    for statement in supporting:
        for key in corrections.words_of(statement):
            claims.setdefault(key, []).extend(corrections.readings(statement, key, statement.get(key)))
        for hanging in properties.get(statement.id, ()):
            found = corrections.readings(hanging, hanging.word, hanging.value)
            claims.setdefault(hanging.word, []).extend(found)
    return {key: order.values(claims[key]) for key in sorted(claims)}
