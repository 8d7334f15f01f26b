"""What is new, gone and changed in the graph since an earlier version, by folding only what changed."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field

from graph.changes import Change, Part
from graph.jsontext import dumps
from graph.model import Entity, Tie, Value, counting
from graph.refold import work_out
from graph.store import View
from graph.words import Words


@dataclass(frozen=True, slots=True)
class Altered:
    """What counts of a property of an entity or tie, `name` among them, and did not, and what no longer does."""

    now: Entity | Tie
    key: str
    came: tuple[Value, ...]
    went: tuple[Value, ...]


@dataclass(slots=True)
class Difference:
    """The graph now beside that of an earlier version.

    `new` and `gone` are entities of which no mention was there before, or is there now; ties that no
    statement gave before, or gives now. `joined` are entities of now that were several, `parted` entities of
    then that are several now.
    """

    changes: list[Change] = field(default_factory=list)
    new: list[Entity] = field(default_factory=list)
    gone: list[Entity] = field(default_factory=list)
    new_ties: list[Tie] = field(default_factory=list)
    gone_ties: list[Tie] = field(default_factory=list)
    joined: list[tuple[Entity, list[Entity]]] = field(default_factory=list)
    parted: list[tuple[Entity, list[Entity]]] = field(default_factory=list)
    altered: list[Altered] = field(default_factory=list)
    then: Mapping[str, Entity] = field(default_factory=dict)


def difference(view: View, words: Words, changes: Sequence[Change], since: int) -> Difference:
    """What differs between the version of this view, with these `changes`, and the one after the first `since`."""
    effect = work_out(view, words, _taken_back(changes[since:]), {}, {}).delta
    now = {entity.id: entity for entity in view.entities(effect.entities)}
    ties = {tie.id: tie for tie in view.ties(effect.entities)}
    then, then_ties = effect.put.entities, effect.put.ties
    found = Difference(list(changes[since:]), then=then)
    before = _owners(then.values())
    after = _owners(now.values())
    for entity in then.values():
        are = list(dict.fromkeys(after[id_] for id_ in entity.ids if id_ in after))
        if not are:
            found.gone.append(entity)
        elif len(are) > 1:
            found.parted.append((entity, [now[id_] for id_ in are]))
    parted = {entity.id for entity, _ in found.parted}
    for entity in now.values():
        were = list(dict.fromkeys(before[id_] for id_ in entity.ids if id_ in before))
        if not were:
            found.new.append(entity)
        elif len(were) > 1:
            found.joined.append((entity, [then[id_] for id_ in were]))
        elif were[0] not in parted:
            found.altered += _altered(then[were[0]], entity)
    said_then = {piece.statement: tie for tie in then_ties.values() for piece in tie.evidence}
    said_now = {piece.statement for tie in ties.values() for piece in tie.evidence}
    for tie in ties.values():
        same = (said_then[piece.statement] for piece in tie.evidence if piece.statement in said_then)
        was = then_ties.get(tie.id) or next(same, None)
        if was is None:
            found.new_ties.append(tie)
        else:
            found.altered += _altered(was, tie)
    found.gone_ties = [
        tie
        for tie in then_ties.values()
        if tie.id not in ties and not any(e.statement in said_now for e in tie.evidence)
    ]
    return found


def _taken_back(changes: Iterable[Change]) -> list[Part]:
    """What takes these changes back: the opposite of what they did, but for what came and went among them."""
    first: dict[tuple[str, str, str], Part] = {}
    last: dict[tuple[str, str, str], Part] = {}
    for change in changes:
        for part in change.parts:
            row = part[1:]
            first.setdefault(row, part)
            last[row] = part
    return [part._replace(added=not part.added) for row, part in last.items() if first[row].added == part.added]


def _owners(entities: Iterable[Entity]) -> dict[str, str]:
    return {mention: entity.id for entity in entities for mention in entity.ids}


def _altered(then: Entity | Tie, now: Entity | Tie) -> Iterator[Altered]:
    before, after = _said(then), _said(now)
    for key in dict.fromkeys((*before, *after)):
        old, new = ({dumps(v.value): v for v in counting(said.get(key, ()))} for said in (before, after))
        came = tuple(value for said, value in new.items() if said not in old)
        went = tuple(value for said, value in old.items() if said not in new)
        if came or went:
            yield Altered(now, key, came, went)


def _said(thing: Entity | Tie) -> dict[str, tuple[Value, ...]]:
    return {**({"name": thing.names} if isinstance(thing, Entity) else {}), **thing.properties}
