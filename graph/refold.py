"""Folds again only what a change touched."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, field

from graph.changes import JUDGEMENT, STATEMENT, Part
from graph.fold import fold, mention_keys
from graph.fold.order import Corrections, Order
from graph.judgements import Judgement
from graph.statements import CORRECTION, MENTION, PROPERTY, SOURCE, TIE, Statement, source_of
from graph.store import Delta, View
from graph.words import Words


@dataclass(frozen=True, slots=True)
class Effect:
    """What a change does: the statements that come into and go out of force, and what that makes of the graph."""

    added: Mapping[str, Statement] = field(default_factory=dict)
    removed: Mapping[str, Statement] = field(default_factory=dict)
    delta: Delta = field(default_factory=Delta)


def work_out(
    view: View,
    words: Words,
    parts: Sequence[Part],
    statements: Mapping[str, Statement],
    judgements: Mapping[str, Judgement],
) -> Effect:
    """What these parts would do to a store; `statements` and `judgements` hold the content that is new to it."""
    holders = view.holders(part.id for part in parts) if view.version else {}
    came, went = _moved(parts, STATEMENT, holders)
    stored = {s.id: s for s in view.statements([id_ for id_ in (*came, *went) if id_ not in statements])}
    added = {id_: statements.get(id_) or stored[id_] for id_ in came}
    removed = {id_: stored.get(id_) or statements[id_] for id_ in went}
    came_j, went_j = _moved(parts, JUDGEMENT, holders)
    judged = [*judgements.values(), *view.judgements_by_id({*came_j, *went_j} - judgements.keys())]
    in_force = {j.id: j for j in view.judgements() if j.id not in went_j}
    in_force |= {j.id: j for j in judged if j.id in came_j}
    moved = [j for j in judged if j.id in {*came_j, *went_j}]
    return Effect(added, removed, refold(view, words, added, removed, in_force.values(), moved))


def _moved(parts: Iterable[Part], what: str, holders: dict[str, set[str]]) -> tuple[set[str], set[str]]:
    """The ids that come into force and those that go out of it."""
    if not holders:
        return {part.id for part in parts if part.what == what and part.added}, set()
    after: dict[str, set[str]] = {}
    for part in parts:
        if part.what == what:
            left = after.setdefault(part.id, set(holders.get(part.id, ())))
            (left.add if part.added else left.discard)(part.origin)
    came = {id_ for id_, left in after.items() if left and id_ not in holders}
    went = {id_ for id_, left in after.items() if not left and id_ in holders}
    return came, went


class _After:
    """The statements in force once the change is made: those of the store, less and plus what it does."""

    def __init__(self, view: View, added: Mapping[str, Statement], removed: Mapping[str, Statement]) -> None:
        self.view, self.added, self.removed = view, added, removed
        self._asked: frozenset[str] = frozenset()
        self._stored: dict[str, Statement] = {}
        self._about: dict[str, list[Statement]] = {}
        for statement in added.values():
            if statement.form not in (SOURCE, CORRECTION):
                self._about.setdefault(statement.subject, []).append(statement)
                if statement.object and statement.object != statement.subject:
                    self._about.setdefault(statement.object, []).append(statement)

    def _with_added(self, stored: list[Statement], added: Iterable[Statement]) -> dict[str, Statement]:
        kept = {s.id: s for s in stored if s.id not in self.removed}
        return kept | {s.id: s for s in added}

    def about(self, mentions: set[str]) -> dict[str, Statement]:
        mine = (s for m in mentions for s in self._about.get(m, ()))
        if not mentions >= self._asked:
            return self._with_added(self.view.about(mentions), mine)
        # what is asked mostly holds what was asked before, which need not be read again
        self._stored |= {s.id: s for s in self.view.about(mentions - self._asked)}
        self._asked = frozenset(mentions)
        return self._with_added(list(self._stored.values()), mine)

    def corrections_of(self, ids: Iterable[str]) -> dict[str, Statement]:
        wanted = set(ids)
        mine = (s for s in self.added.values() if s.form == CORRECTION and s.of in wanted)
        return self._with_added(self.view.corrections_of(wanted), mine)

    def of_sources(self, sources: set[str]) -> dict[str, Statement]:
        mine = (s for s in self.added.values() if s.form == SOURCE and s.source in sources)
        return self._with_added(self.view.of_sources(sources), mine)


def refold(
    view: View,
    words: Words,
    added: Mapping[str, Statement],
    removed: Mapping[str, Statement],
    judgements: Iterable[Judgement],
    judged: Iterable[Judgement],
) -> Delta:
    """What a change does to the graph.

    `added` and `removed` are the statements that come into and go out of force, `judgements`
    those in force afterwards, `judged` those that the change makes or withdraws.
    """
    judgements = list(judgements)
    if not view.version:
        return Delta(put=fold(added.values(), judgements, words))
    after = _After(view, added, removed)
    judged = list(judged)
    touched = _touched(view, added, removed) | {m for j in judged for m in (j.a, j.b)}
    region = _region(after, words, touched, [*judgements, *judged])
    old = view.mentions(region)
    old_entities = {mention.entity for mention in old}
    statements = after.about(region)
    far = {m for s in statements.values() if s.form == TIE for m in (s.subject, s.object)} - region
    outside = {mention.id: mention.entity for mention in view.mentions(far)}
    statements |= after.of_sources({s.source for s in statements.values()})
    statements |= after.corrections_of(statements)
    put = fold(statements.values(), judgements, words, outside)
    questions = [q.id for q in view.questions() if q.a in region or q.b in region or q.b in old_entities]
    return Delta([m.id for m in old], old_entities, [tie.id for tie in view.ties(old_entities)], questions, put)


def _touched(view: View, added: Mapping[str, Statement], removed: Mapping[str, Statement]) -> set[str]:
    """The mentions that these statements are about, or whose order shown may differ now."""
    touched: set[str] = set()
    sources: set[str] = set()
    mended: set[str] = set()

    def note(statement: Statement) -> None:
        if statement.form == CORRECTION:
            mended.add(statement.of)
        elif statement.form == SOURCE:
            if statement.word == "published":
                sources.add(statement.source)
        else:
            touched.add(statement.subject)
            if statement.object:
                touched.add(statement.object)

    for statement in (*added.values(), *removed.values()):
        note(statement)
    targets = {id_: found for id_ in mended if (found := added.get(id_) or removed.get(id_))}
    for statement in (*targets.values(), *view.statements(mended - targets.keys())):
        note(statement)
    return touched | {mention.id for mention in view.mentions_in(sources)}


def _region(after: _After, words: Words, touched: set[str], judgements: list[Judgement]) -> set[str]:
    """The touched mentions with all that names or judgements link to them, before or after."""
    linked: dict[str, set[str]] = {}
    for judgement in judgements:
        linked.setdefault(judgement.a, set()).add(judgement.b)
        linked.setdefault(judgement.b, set()).add(judgement.a)
    region: set[str] = set()
    frontier = touched | {m.id for m in after.view.mentions_by_key(_new_keys(after, words, touched))}
    while frontier:
        region |= frontier
        rows = after.view.mentions(frontier)
        near = {other for mention in frontier for other in linked.get(mention, ())}
        near |= {m.id for m in after.view.mentions_of({row.entity for row in rows})}
        near |= {m.id for m in after.view.mentions_by_key({key for row in rows for key in row.keys})}
        frontier = near - region
    return region


def _new_keys(after: _After, words: Words, touched: set[str]) -> set[str]:
    statements = after.about(touched)
    sources = after.of_sources({source_of(mention) for mention in touched})
    everything = [*statements.values(), *sources.values()]
    corrections = Corrections([*everything, *after.corrections_of({*statements, *sources}).values()], words)
    order = Order(everything, corrections)
    named: dict[str, list[Statement]] = {}
    said: dict[str, list[Statement]] = {}
    for statement in statements.values():
        if statement.form == MENTION:
            named.setdefault(statement.subject, []).append(statement)
        elif statement.form == PROPERTY:
            said.setdefault(statement.subject, []).append(statement)
    return {key for m, its in named.items() for key in mention_keys(its, said.get(m, ()), words, corrections, order)[1]}
