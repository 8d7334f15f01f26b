"""What a load would do, told by the things that a file speaks of; nothing is written for it."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field

from graph.bundle import Loaded
from graph.changes import JUDGEMENT
from graph.jsontext import dumps
from graph.judgements import Judgement
from graph.loading import Plan
from graph.refold import Effect
from graph.statements import CORRECTION, MENTION, PROPERTY, SOURCE, TIE, TIE_PROPERTY, Statement, source_of
from graph.store import View

_ORDER = (SOURCE, MENTION, PROPERTY, TIE, TIE_PROPERTY, CORRECTION)


@dataclass(frozen=True, slots=True)
class Thing:
    """Something that a file speaks of: its mention, and what the file says now and no longer.

    `known` is the id and name of what the rule of equal names, or a judgement, makes it one with: of something
    new what was known before, of something gone what stays without it; empty when there is none.
    """

    id: str
    kind: str
    name: str
    known: tuple[str, str] = ("", "")
    added: tuple[Statement, ...] = ()
    withdrawn: tuple[Statement, ...] = ()


@dataclass(slots=True)
class Preview:
    """The report of a load that was not made; `moved` counts what only stands elsewhere in the file.

    The source itself is a thing of the kind `source`. `judged` are the judgements of the file. `names` gives the name
    of every mention that `added` and `withdrawn` speak of.
    """

    report: Loaded
    new: list[Thing] = field(default_factory=list)
    changed: list[Thing] = field(default_factory=list)
    gone: list[Thing] = field(default_factory=list)
    unchanged: int = 0
    moved: int = 0
    judged: list[Judgement] = field(default_factory=list)
    judgements_added: int = 0
    judgements_withdrawn: int = 0
    names: dict[str, str] = field(default_factory=dict)
    effect: Effect = field(default_factory=Effect)


def preview(origin: str, plan: Plan, effect: Effect, view: View) -> Preview:
    """Tell what a plan with this effect does to the things that the file speaks of."""
    said = [s for s in plan.statements.values() if s.form == MENTION]
    found = Preview(plan.report, effect=effect, judged=list(plan.judgements.values()))
    found.names = {s.subject: str(s.value) for s in (*effect.removed.values(), *said) if s.form == MENTION}
    kinds = {s.subject: s.word for s in (*effect.removed.values(), *said) if s.form == MENTION}
    added, withdrawn, found.moved = _without_moved(effect)
    by_thing: dict[str, tuple[list[Statement], list[Statement]]] = {}
    mended = _targets(effect, view)
    for here, statements in enumerate((added, withdrawn)):
        for statement in statements:
            about = mended.get(statement.of, "") if statement.form == CORRECTION else statement.subject
            by_thing.setdefault(about or origin, ([], []))[here].append(statement)
    before = {mention.id for mention in view.mentions(by_thing)}
    after = effect.delta.put.mentions
    others = _others(origin, [m for m in by_thing if m in after and m not in before], effect)
    stay = {m: left for m in before - after.keys() if (left := _left(m, effect, view))}
    known = _names(view, {*others.values(), *stay.values()})
    for id_, (came, went) in sorted(by_thing.items()):
        if id_ in before or id_ in after:
            now = after[id_].kind if id_ in after else kinds.get(id_, "")
            other = others.get(id_) or stay.get(id_, "")
            name = found.names.get(id_, id_)
            thing = Thing(id_, now, name, (other, known[other]) if other else ("", ""), tuple(came), tuple(went))
            place = found.gone if id_ not in after else found.changed if id_ in before else found.new
            place.append(thing)
        else:
            place = found.changed if view.held(origin) else found.new
            place.append(Thing(id_, SOURCE, id_, ("", ""), tuple(came), tuple(went)))
    found.unchanged = len({s.subject for s in said} - by_thing.keys())
    judged = Counter(part.added for part in plan.parts if part.what == JUDGEMENT)
    found.judgements_added, found.judgements_withdrawn = judged[True], judged[False]
    return found


def _without_moved(effect: Effect) -> tuple[list[Statement], list[Statement], int]:
    """What is new and what is gone, without what says the same at another place; and how much that is."""
    if not effect.added or not effect.removed:
        return _in_order(effect.added.values()), _in_order(effect.removed.values()), 0
    ties = {s.id: s for s in (*effect.added.values(), *effect.removed.values()) if s.form == TIE}

    def said(statement: Statement) -> bytes:
        tie = ties.get(statement.of)
        s = statement
        of = said(tie).decode() if tie else s.of
        return dumps([s.form, s.subject, s.word, s.object, of, s.value, s.properties, s.certainty, s.reason, s.as_of])

    came: dict[bytes, list[Statement]] = {}
    went: dict[bytes, list[Statement]] = {}
    for statements, by_content in ((effect.added, came), (effect.removed, went)):
        for statement in statements.values():
            by_content.setdefault(said(statement), []).append(statement)
    both = came.keys() & went.keys()
    moved = sum(min(len(came[content]), len(went[content])) for content in both)
    return _rest(came, both), _rest(went, both), moved


def _rest(by_content: Mapping[bytes, list[Statement]], moved: Iterable[bytes]) -> list[Statement]:
    moved = set(moved)
    return _in_order(statement for content, its in by_content.items() if content not in moved for statement in its)


def _in_order(statements: Iterable[Statement]) -> list[Statement]:
    return sorted(statements, key=lambda s: (_ORDER.index(s.form), s.word, s.id))


def _targets(effect: Effect, view: View) -> dict[str, str]:
    """The mention that each corrected statement is about."""
    of = {s.of for s in (*effect.added.values(), *effect.removed.values()) if s.form == CORRECTION}
    here = [s for s in (*effect.added.values(), *effect.removed.values()) if s.id in of]
    return {s.id: s.subject for s in (*view.statements(of), *here)}


def _others(origin: str, new: Iterable[str], effect: Effect) -> dict[str, str]:
    """For each new mention that becomes one with something of another source, a mention of that."""
    put = effect.delta.put
    found = {}
    for mention in new:
        other = next((m for m in put.entities[put.mentions[mention].entity].ids if source_of(m) != origin), "")
        if other:
            found[mention] = other
    return found


def _left(mention: str, effect: Effect, view: View) -> str:
    """A mention that was one with this one and stays, else nothing."""
    entities = [m.entity for m in view.mentions([mention])]
    return next(
        (m.id for m in sorted(view.mentions_of(entities), key=lambda m: m.id) if m.id in effect.delta.put.mentions), ""
    )


def _names(view: View, mentions: set[str]) -> dict[str, str]:
    """The name shown now of what each of these mentions belongs to."""
    entity_of = {mention.id: mention.entity for mention in view.mentions(mentions)}
    names = {entity.id: entity.name for entity in view.entities(set(entity_of.values()))}
    return {mention: names[entity] for mention, entity in entity_of.items()}
