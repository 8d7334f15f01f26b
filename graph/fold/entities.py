"""Which mentions are one entity: judgements of persons first, then the rule of equal names."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from itertools import combinations

from graph.jsontext import Json
from graph.judgements import Judgement, Sets
from graph.model import Question
from graph.names import normalised
from graph.words import EntityKind


def keys(kind: EntityKind, names: Iterable[str], own: Mapping[str, list[Json]]) -> tuple[str, ...]:
    """The keys under which the rule joins a mention with others; none where the rule keeps out.

    `own` holds the mention's values by property, corrected. What `same_name` of the kind says
    decides: organisations of type `group` never; activities by equal start at equal precision,
    or without one when both are `series`.
    """
    rule = kind.same_name
    if rule == "never":
        return ()
    more = ""
    if not isinstance(rule, str):
        if any(value in values for key, values in rule.unless.items() for value in own.get(key, ())):
            return ()
        if rule.equal is not None:
            equal = own.get(rule.equal)
            if equal:
                more = f"|{equal[0]}"
            elif any(value in values for key, values in rule.or_.items() for value in own.get(key, ())):
                more = "|"
            else:
                return ()
    return tuple(sorted({f"{kind.name}|{normalised(name)}{more}" for name in names}))


def identify(
    mentions: Mapping[str, tuple[str, tuple[str, ...]]], judgements: Iterable[Judgement]
) -> tuple[dict[str, str], list[Question]]:
    """The entity of each mention, and the questions that stay open.

    `mentions` gives kind and keys of each. Judgements may name mentions that are not there:
    through them two that are there can be the same or different.
    """
    judgements = list(judgements)
    judged = _judged_same(mentions, judgements)
    members: dict[str, list[str]] = {}
    for mention in mentions:
        members.setdefault(judged[mention], []).append(mention)
    by_key: dict[str, set[str]] = {}
    for mention, (_, its_keys) in mentions.items():
        for key in its_keys:
            by_key.setdefault(key, set()).add(judged[mention])
    shared = {key: sorted(sets) for key, sets in by_key.items() if len(sets) > 1}

    classes = Sets()
    for sets in shared.values():
        for other in sets[1:]:
            classes.union(sets[0], other)
    different, unsure = _parted(judgements, judged)

    def parted_from(one: str) -> frozenset[str]:
        return frozenset(other for other in different.get(one, ()) if classes.find(other) == classes.find(one))

    joined = Sets()
    for sets in shared.values():
        alike: dict[frozenset[str], str] = {}
        for one in sets:
            first = alike.setdefault(parted_from(one), one)
            if first != one:
                joined.union(first, one)

    smallest: dict[str, str] = {}
    for one, its in members.items():
        root = joined.find(one)
        smallest[root] = min(smallest.get(root, its[0]), *its)
    entity_of = {mention: smallest[joined.find(judged[mention])] for mention in mentions}

    open_ = [sets for sets in shared.values() if len({joined.find(one) for one in sets}) > 1]
    questions = []
    for one, other in (pair for sets in open_ for pair in combinations(sets, 2)):
        decided = other in different.get(one, ()) or (one, other) in unsure
        if joined.find(one) != joined.find(other) and not decided:
            questions.append(Question("same", *sorted((min(members[one]), min(members[other])))))
    return entity_of, questions


def _parted(judgements: list[Judgement], judged: Mapping[str, str]) -> tuple[dict[str, set[str]], set[tuple[str, str]]]:
    """For each judged set those it is different from, and the pairs of sets that nobody is sure of."""
    different: dict[str, set[str]] = {}
    unsure: set[tuple[str, str]] = set()
    for judgement in judgements:
        a, b = (judged.get(m, "") for m in (judgement.a, judgement.b))
        if a and b and a != b:
            if judgement.verdict == "different":
                different.setdefault(a, set()).add(b)
                different.setdefault(b, set()).add(a)
            elif judgement.verdict == "unsure":
                unsure.add((min(a, b), max(a, b)))
    return different, unsure


def _judged_same(mentions: Mapping[str, tuple[str, tuple[str, ...]]], judgements: list[Judgement]) -> dict[str, str]:
    """A name for the judged set of each mention, absent ones included; kinds are never mixed."""
    if not judgements:
        return {mention: mention for mention in mentions}
    sets = Sets()
    absent = set()
    for judgement in judgements:
        absent |= {judgement.a, judgement.b} - mentions.keys()
        if judgement.verdict == "same":
            sets.union(judgement.a, judgement.b)
    kinds: dict[str, set[str]] = {}
    for mention, (kind, _) in mentions.items():
        kinds.setdefault(sets.find(mention), set()).add(kind)
    judged = {}
    for mention, (kind, _) in mentions.items():
        root = sets.find(mention)
        judged[mention] = root if len(kinds[root]) == 1 else f"{kind} {root}"
    for mention in absent:
        root = sets.find(mention)
        if len(kinds.get(root, ())) <= 1:
            judged[mention] = root
    return judged
