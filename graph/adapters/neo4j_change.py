"""What one change writes in Neo4j: all of it within the transaction that it is given."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from typing import Any, TypeVar

from graph.adapters import cypher
from graph.adapters.bolt import Run
from graph.adapters.neo4j_rows import Row, entity_node, judgement_node, statement_node, text, tie_edge
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
T = TypeVar("T")


@dataclass(frozen=True, slots=True)
class Appended:
    """A change with the content of what is new and what it does to the graph."""

    change: Change
    statements: list[Statement]
    judgements: list[Judgement]
    delta: Delta


@dataclass(slots=True)
class _Graph:
    """What really changes of the graph, once rows that come as they went are left out."""

    gone_entities: dict[str, str] = field(default_factory=dict)
    gone_ties: dict[str, str] = field(default_factory=dict)
    gone_mentions: dict[str, str] = field(default_factory=dict)
    entities: list[Entity] = field(default_factory=list)
    ties: list[Tie] = field(default_factory=list)
    mentions: list[Mention] = field(default_factory=list)


class ChangeWriting:
    """Writes one change as version `version`."""

    def __init__(self, run: Run, words: Words, version: int) -> None:
        self._run = run
        self._words = words
        self._version = version

    def write(self, appended: Appended) -> None:
        change, delta = appended.change, appended.delta
        parts = dumps([tuple(part) for part in change.parts])
        row = {"seq": self._version, "id": change.id, "at": change.at, "by": change.by, "why": change.why}
        self._run(cypher.CREATE_CHANGE, change=row | {"undoes": change.undoes, "parts": parts})
        self._say(appended)
        self._hold(change)
        graph = self._compare(delta)
        moved = self._put_rows(graph, delta)
        self._put_nodes(graph)
        told = [part.id for part in change.parts if part.what == STATEMENT]
        told += [id_ for (id_,) in self._ids(cypher.STATEMENTS_ABOUT, moved)]
        self._each(cypher.UNLINK, told)
        self._each(cypher.LINK, told)
        self._describe_sources([part.id for part in change.parts if part.what == STATEMENT])

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

    def _describe_sources(self, told: list[str]) -> None:
        """Give the nodes of sources of which something is said or mended what is known of them now."""
        sources = {source for (source,) in self._ids(cypher.SOURCES_TOLD_OF, told)}
        if sources:
            view = Neo4jView(lambda text, parameters: self._run(text, **parameters), self._version)
            known = read_sources(view, self._words, sources)
            rows = [{key: text(value) for key, value in known[id_].items()} | {"id": id_} for id_ in sorted(known)]
            self._rows(cypher.DESCRIBE_SOURCES, rows)

    # --------------------------------------------------------------------------------------------- rows of the graph

    def _compare(self, delta: Delta) -> _Graph:
        """Rows that go and come back as they were stay where they are: most of what a change folds again."""
        put = delta.put
        graph = _Graph()
        there = {row[0]: row[1:] for row in self._ids(cypher.ENTITIES_BY_ID, {*delta.entities, *put.entities})}
        graph.gone_entities = {id_: row[0] for id_, row in there.items()}
        for id_, entity in sorted(put.entities.items()):
            if id_ in there and there[id_] == [entity.kind, entity.name, entity_body(entity)]:
                del graph.gone_entities[id_]
            else:
                graph.entities.append(entity)
        there = {row[0]: row[1:] for row in self._ids(cypher.TIE_ROWS, {*delta.ties, *put.ties})}
        graph.gone_ties = {id_: row[0] for id_, row in there.items()}
        for id_, tie in sorted(put.ties.items()):
            if id_ in there and there[id_] == [tie.kind, tie.from_id, tie.to_id, tie_body(tie)]:
                del graph.gone_ties[id_]
            else:
                graph.ties.append(tie)
        there = {row[0]: row[1:] for row in self._ids(cypher.MENTIONS, {*delta.mentions, *put.mentions})}
        graph.gone_mentions = {id_: row[1] for id_, row in there.items()}
        for id_, mention in sorted(put.mentions.items()):
            if id_ in there and there[id_] == [mention.kind, mention.entity, list(mention.keys)]:
                del graph.gone_mentions[id_]
            else:
                graph.mentions.append(mention)
        return graph

    def _put_rows(self, graph: _Graph, delta: Delta) -> list[str]:
        """End and create rows; gives the mentions that belong to another entity than before, or to none."""
        questions = delta.put.questions
        self._each(cypher.END_ENTITY_ROWS, graph.gone_entities)
        self._each(cypher.END_TIE_ROWS, graph.gone_ties)
        self._each(cypher.END_MENTION_ROWS, graph.gone_mentions)
        self._each(cypher.END_KEY_ROWS, graph.gone_mentions)
        self._each(cypher.END_QUESTION_ROWS, {*delta.questions, *questions})
        self._rows(cypher.CREATE_ENTITY_ROWS, map(_entity_row, graph.entities))
        self._rows(cypher.CREATE_TIE_ROWS, map(_tie_row, graph.ties))
        self._rows(cypher.CREATE_MENTION_ROWS, (_mention_row(m, next(iter(m.keys), None)) for m in graph.mentions))
        self._rows(cypher.CREATE_KEY_ROWS, (_mention_row(m, key) for m in graph.mentions for key in m.keys[1:]))
        self._rows(
            cypher.CREATE_QUESTION_ROWS,
            ({"id": q.id, "kind": q.kind, "a": q.a, "b": q.b} for _, q in sorted(questions.items())),
        )
        moved = {m.id for m in graph.mentions if graph.gone_mentions.get(m.id) != m.entity}
        return sorted(moved | (graph.gone_mentions.keys() - delta.put.mentions.keys()))

    # -------------------------------------------------------------------------------- the graph of a Cypher user

    def _put_nodes(self, graph: _Graph) -> None:
        words = self._words
        for kind, ids in _by_kind((kind, id_) for id_, kind in graph.gone_ties.items()):
            self._each(cypher.DELETE_EDGES.format(label=cypher.edge(kind, words)), ids)
        stay = {e.id for e in graph.entities} & graph.gone_entities.keys()
        self._each(cypher.DELETE_ENTITIES, graph.gone_entities.keys() - stay)
        for kinds, ids in _by_kind(
            (f"{graph.gone_entities[e.id]} {e.kind}", e.id) for e in graph.entities if e.id in stay
        ):
            old, new = kinds.split()
            if old != new:
                self._each(
                    cypher.RELABEL_ENTITIES.format(old=cypher.label(old, words), new=cypher.label(new, words)), ids
                )
        self._rows(cypher.ALTER_ENTITIES, (entity_node(e, words) for e in graph.entities if e.id in stay))
        for kind, entities in _by_kind((e.kind, e) for e in graph.entities if e.id not in stay):
            create = cypher.CREATE_ENTITIES.format(label=cypher.label(kind, words))
            self._rows(create, (entity_node(e, words) for e in entities))
        for kind, ties in _by_kind((t.kind, t) for t in graph.ties):
            create = cypher.CREATE_EDGES.format(label=cypher.edge(kind, words))
            rows = ({"from": t.from_id, "to": t.to_id, "properties": tie_edge(t, words)} for t in ties)
            self._rows(create, rows)


def _by_kind(pairs: Iterable[tuple[str, T]]) -> Iterable[tuple[str, list[T]]]:
    found: dict[str, list[T]] = {}
    for kind, thing in pairs:
        found.setdefault(kind, []).append(thing)
    return found.items()


def _entity_row(entity: Entity) -> Row:
    return {"id": entity.id, "kind": entity.kind, "name": entity.name, "body": entity_body(entity)}


def _tie_row(tie: Tie) -> Row:
    return {"id": tie.id, "kind": tie.kind, "from": tie.from_id, "to": tie.to_id, "body": tie_body(tie)}


def _mention_row(mention: Mention, key: str | None) -> Row:
    """A row to find a mention by one of its keys; each has them all."""
    row: Row = {"id": mention.id, "source": source_of(mention.id), "kind": mention.kind, "entity": mention.entity}
    return row | {"keys": list(mention.keys), "key": key}
