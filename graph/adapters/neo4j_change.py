"""What one change writes in Neo4j: all of it within the transaction that it is given."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from typing import Any, Generic, TypeVar

from graph.adapters import cypher
from graph.adapters.bolt import Run
from graph.adapters.neo4j_rows import Row, entity_node, judgement_node, statement_node, text, tie_edge
from graph.adapters.neo4j_schema import Mark
from graph.adapters.neo4j_view import Neo4jView
from graph.changes import JUDGEMENT, STATEMENT, WITHDRAWN, Change
from graph.jsontext import dumps
from graph.judgements import Judgement
from graph.model import Entity, Mention, Tie
from graph.rows import entity_body, tie_body
from graph.sources import read_sources
from graph.statements import CORRECTION, Statement, source_of
from graph.store import Delta
from graph.words import Words

BATCH = 2_000
K = TypeVar("K")
T = TypeVar("T")


@dataclass(frozen=True, slots=True)
class Appended:
    """A change with the content of what is new and what it does to the graph."""

    change: Change
    statements: list[Statement]
    judgements: list[Judgement]
    delta: Delta


@dataclass(frozen=True, slots=True)
class _Turn(Generic[T]):
    """Of one kind of row those that end, with what they held, and those that begin."""

    ends: dict[str, list[Any]]
    begins: list[T]


class ChangeWriting:
    """Writes one change as version `version`."""

    def __init__(self, run: Run, words: Words, version: int) -> None:
        self._run = run
        self._words = words
        self._version = version

    def write(self, appended: Appended) -> None:
        change, delta, put = appended.change, appended.delta, appended.delta.put
        parts = dumps([tuple(part) for part in change.parts])
        row = {"seq": self._version, "id": change.id, "at": change.at, "by": change.by, "why": change.why}
        self._run(cypher.CREATE_CHANGE, change=row | {"undoes": change.undoes, "parts": parts})
        self._say(appended)
        self._hold(change)
        entities = self._turn(cypher.ENTITY_ROWS, delta.entities, put.entities, _entity_row)
        ties = self._turn(cypher.TIE_ROWS, delta.ties, put.ties, _tie_row)
        mentions = self._turn(cypher.MENTION_ROWS, delta.mentions, put.mentions, _mention_row)
        self._put_rows(entities, ties, mentions)
        self._put_questions(delta)
        self._put_nodes(entities, ties)
        told = [part.id for part in change.parts if part.what == STATEMENT]
        self._link([*told, *self._statements_about(mentions, put.mentions)])
        self._describe_sources(told)

    def _each(self, text: str, ids: Iterable[str], **parameters: Any) -> None:
        for _ in self._batches(text, "ids", list(dict.fromkeys(ids)), parameters):
            pass

    def _rows(self, text: str, rows: Iterable[Mapping[str, Any]]) -> None:
        for _ in self._batches(text, "rows", list(rows), {}):
            pass

    def _ids(self, text: str, ids: Iterable[str]) -> list[list[Any]]:
        return [row for rows in self._batches(text, "ids", list(ids), {}) for row in rows]

    def _batches(
        self, text: str, name: str, values: Sequence[object], parameters: dict[str, Any]
    ) -> Iterator[list[list[Any]]]:
        for first in range(0, len(values), BATCH):
            batch = {name: values[first : first + BATCH]}
            yield self._run(text, v=self._version, **parameters, **batch)

    # ------------------------------------------------------------------------------------------------ what was said

    def _say(self, appended: Appended) -> None:
        statements = sorted(appended.statements, key=lambda s: s.id)
        corrections = [s for s in statements if s.form == CORRECTION]
        origins = {part.origin for part in appended.change.parts if part.what != WITHDRAWN}
        self._each(cypher.MERGE_SOURCES, sorted(origins | {s.source for s in statements}))
        self._rows(cypher.SAY, (statement_node(s) for s in statements if s.form != CORRECTION))
        self._rows(cypher.CORRECT, map(statement_node, corrections))
        self._rows(cypher.JUDGE, map(judgement_node, appended.judgements))
        self._each(cypher.POINT_CORRECTIONS, [*(s.of for s in corrections), *(s.id for s in statements)])

    def _hold(self, change: Change) -> None:
        held = {
            (STATEMENT, True): cypher.HOLD_STATEMENTS,
            (STATEMENT, False): cypher.LET_GO_OF_STATEMENTS,
            (JUDGEMENT, True): cypher.HOLD_JUDGEMENTS,
            (JUDGEMENT, False): cypher.LET_GO_OF_JUDGEMENTS,
            (WITHDRAWN, True): cypher.WITHDRAW,
            (WITHDRAWN, False): cypher.END_WITHDRAWN,
        }
        grouped: dict[tuple[str, bool, str], list[str]] = {}
        for part in change.parts:
            grouped.setdefault((part.what, part.added, part.origin), []).append(part.id)
        for (what, added, origin), ids in sorted(grouped.items(), key=lambda item: not item[0][1]):
            self._each(held[what, added], ids, origin=origin)

    # --------------------------------------------------------------------------------------------- rows of the graph

    def _turn(self, text: str, gone: Iterable[str], put: Mapping[str, T], as_row: Callable[[T], Row]) -> _Turn[T]:
        """A row that goes and comes back as it was stays where it is: most of what a change folds again."""
        there = {row[0]: row[1:] for row in self._ids(text, {*gone, *put})}
        begins = {id_: it for id_, it in sorted(put.items()) if there.get(id_) != list(as_row(it).values())[1:]}
        ends = {id_: row for id_, row in there.items() if id_ in begins or id_ not in put}
        return _Turn(ends, list(begins.values()))

    def _put_rows(self, entities: _Turn[Entity], ties: _Turn[Tie], mentions: _Turn[Mention]) -> None:
        self._each(cypher.END_ENTITY_ROWS, entities.ends)
        self._each(cypher.END_TIE_ROWS, ties.ends)
        self._each(cypher.END_MENTION_ROWS, mentions.ends)
        self._each(cypher.END_KEY_ROWS, mentions.ends)
        self._rows(cypher.CREATE_ENTITY_ROWS, map(_entity_row, entities.begins))
        self._rows(cypher.CREATE_TIE_ROWS, map(_tie_row, ties.begins))
        found = [_rows_by_key(mention) for mention in mentions.begins]
        self._rows(cypher.CREATE_MENTION_ROWS, (rows[0] for rows in found))
        self._rows(cypher.CREATE_KEY_ROWS, (row for rows in found for row in rows[1:]))

    def _put_questions(self, delta: Delta) -> None:
        questions = delta.put.questions
        self._each(cypher.END_QUESTION_ROWS, {*delta.questions, *questions})
        rows = ({"id": q.id, "kind": q.kind, "a": q.a, "b": q.b} for _, q in sorted(questions.items()))
        self._rows(cypher.CREATE_QUESTION_ROWS, rows)

    # -------------------------------------------------------------------------------- the graph of a Cypher user

    def _put_nodes(self, entities: _Turn[Entity], ties: _Turn[Tie]) -> None:
        """A node stays while there is an entity with its id, so that what hangs on it stays too."""
        words = self._words
        for kind, ids in _grouped((row[0], id_) for id_, row in ties.ends.items()):
            self._each(cypher.DELETE_EDGES.format(label=cypher.edge(kind, words)), ids)
        known = [entity for entity in entities.begins if entity.id in entities.ends]
        self._each(cypher.DELETE_ENTITIES, entities.ends.keys() - {entity.id for entity in known})
        for (old, new), ids in _grouped(((entities.ends[e.id][0], e.kind), e.id) for e in known):
            if old != new:
                relabel = cypher.RELABEL_ENTITIES.format(old=cypher.label(old, words), new=cypher.label(new, words))
                self._each(relabel, ids)
        self._rows(cypher.ALTER_ENTITIES, (entity_node(entity, words) for entity in known))
        for kind, fresh in _grouped((e.kind, e) for e in entities.begins if e.id not in entities.ends):
            create = cypher.CREATE_ENTITIES.format(label=cypher.label(kind, words))
            self._rows(create, (entity_node(entity, words) for entity in fresh))
        for kind, tied in _grouped((t.kind, t) for t in ties.begins):
            create = cypher.CREATE_EDGES.format(label=cypher.edge(kind, words))
            self._rows(create, ({"from": t.from_id, "to": t.to_id, "properties": tie_edge(t, words)} for t in tied))

    def _statements_about(self, mentions: _Turn[Mention], put: Mapping[str, Mention]) -> list[str]:
        """Those about mentions that belong to another entity than before, or to none."""
        before = {id_: row[1] for id_, row in mentions.ends.items()}
        moved = {m.id for m in mentions.begins if before.get(m.id) != m.entity} | (before.keys() - put.keys())
        return [id_ for (id_,) in self._ids(cypher.STATEMENTS_ABOUT, moved)]

    def _link(self, statements: list[str]) -> None:
        self._each(cypher.UNLINK, statements)
        self._each(cypher.LINK, statements)

    def _describe_sources(self, told: list[str]) -> None:
        """Give the nodes of sources of which something is said or mended what is known of them now."""
        sources = {source for (source,) in self._ids(cypher.SOURCES_TOLD_OF, told)}
        if sources:
            view = Neo4jView(lambda query, parameters: self._run(query, **parameters), Mark(self._version))
            known = read_sources(view, self._words, sources)
            rows = [{key: text(value) for key, value in known[id_].items()} | {"id": id_} for id_ in sorted(known)]
            self._rows(cypher.DESCRIBE_SOURCES, rows)


def _grouped(pairs: Iterable[tuple[K, T]]) -> list[tuple[K, list[T]]]:
    found: dict[K, list[T]] = {}
    for key, it in pairs:
        found.setdefault(key, []).append(it)
    return list(found.items())


# the columns of rows, in the order in which they are read to be compared


def _entity_row(entity: Entity) -> Row:
    return {"id": entity.id, "kind": entity.kind, "name": entity.name, "body": entity_body(entity)}


def _tie_row(tie: Tie) -> Row:
    return {"id": tie.id, "kind": tie.kind, "from": tie.from_id, "to": tie.to_id, "body": tie_body(tie)}


def _mention_row(mention: Mention) -> Row:
    return {"id": mention.id, "kind": mention.kind, "entity": mention.entity, "keys": list(mention.keys)}


def _rows_by_key(mention: Mention) -> list[Row]:
    """A mention once for each key that finds it; one with no key once too."""
    row = _mention_row(mention) | {"source": source_of(mention.id)}
    return [row | {"key": key} for key in mention.keys or (None,)]
