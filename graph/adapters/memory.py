"""A store in memory: plain dictionaries, gone with the process. The yardstick for the others."""

from __future__ import annotations

import threading
from collections.abc import Iterable, Iterator
from contextlib import contextmanager

from graph.changes import JUDGEMENT, STATEMENT, Change
from graph.judgements import Judgement
from graph.model import Entity, Graph, Mention, Question, Tie
from graph.rows import entity_body, tie_body
from graph.statements import CORRECTION, SOURCE, Statement
from graph.store import Delta


class MemoryStore:
    """Each writing works on a copy that takes the place of what was there when it ends well."""

    url = "memory:"

    def __init__(self) -> None:
        self._writing = threading.Lock()
        self._now = MemoryView()

    @contextmanager
    def reading(self) -> Iterator[MemoryView]:
        yield self._now

    @contextmanager
    def writing(self) -> Iterator[MemoryWriter]:
        with self._writing:
            writer = MemoryWriter(self._now)
            yield writer
            self._now = writer

    def close(self) -> None:
        """Nothing to let go of."""


class MemoryView:
    """Every read walks everything: slow, and hard to get wrong."""

    def __init__(self, before: MemoryView | None = None) -> None:
        self._changes: list[Change] = list(before._changes) if before else []
        self._statements: dict[str, Statement] = dict(before._statements) if before else {}
        self._judgements: dict[str, Judgement] = dict(before._judgements) if before else {}
        self._held: set[tuple[str, str, str]] = set(before._held) if before else set()
        kept = before._graph if before else Graph()
        self._graph: Graph = Graph(dict(kept.mentions), dict(kept.entities), dict(kept.ties), dict(kept.questions))

    @property
    def version(self) -> int:
        return len(self._changes)

    @property
    def last_change(self) -> str:
        return self._changes[-1].id if self._changes else ""

    def changes(self) -> list[Change]:
        return list(self._changes)

    def held(self, origin: str | None = None) -> set[tuple[str, str, str]]:
        return {row for row in self._held if origin in (None, row[2])}

    def holders(self, ids: Iterable[str]) -> dict[str, set[str]]:
        wanted = set(ids)
        found: dict[str, set[str]] = {}
        for what, id_, origin in self._held:
            if id_ in wanted and what in (STATEMENT, JUDGEMENT):
                found.setdefault(id_, set()).add(origin)
        return found

    def statements(self, ids: Iterable[str]) -> list[Statement]:
        return [self._statements[id_] for id_ in set(ids) if id_ in self._statements]

    def in_force(self) -> Iterator[Statement]:
        return iter([self._statements[id_] for id_ in {id_ for what, id_, _ in self._held if what == STATEMENT}])

    def count(self) -> int:
        return sum(1 for _ in self.in_force())

    def about(self, mentions: Iterable[str]) -> list[Statement]:
        wanted = set(mentions)
        return [
            s
            for s in self.in_force()
            if s.form not in (SOURCE, CORRECTION) and (s.subject in wanted or (s.object and s.object in wanted))
        ]

    def corrections_of(self, ids: Iterable[str]) -> list[Statement]:
        wanted = set(ids)
        return [s for s in self.in_force() if s.form == CORRECTION and s.of in wanted]

    def of_sources(self, sources: Iterable[str]) -> list[Statement]:
        wanted = set(sources)
        return [s for s in self.in_force() if s.form == SOURCE and s.source in wanted]

    def corrections(self) -> list[Statement]:
        return [s for s in self.in_force() if s.form == CORRECTION]

    def sources(self) -> list[str]:
        return sorted({s.source for s in self.in_force()})

    def judgements(self) -> list[Judgement]:
        return [self._judgements[id_] for id_ in {id_ for what, id_, _ in self._held if what == JUDGEMENT}]

    def judgements_by_id(self, ids: Iterable[str]) -> list[Judgement]:
        return [self._judgements[id_] for id_ in set(ids) if id_ in self._judgements]

    def mentions(self, ids: Iterable[str]) -> list[Mention]:
        return [self._graph.mentions[id_] for id_ in set(ids) if id_ in self._graph.mentions]

    def mentions_by_key(self, keys: Iterable[str]) -> list[Mention]:
        wanted = set(keys)
        return [m for m in self._graph.mentions.values() if wanted & set(m.keys)]

    def mentions_of(self, entities: Iterable[str]) -> list[Mention]:
        wanted = set(entities)
        return [m for m in self._graph.mentions.values() if m.entity in wanted]

    def mentions_in(self, sources: Iterable[str]) -> list[Mention]:
        wanted = set(sources)
        return [m for m in self._graph.mentions.values() if m.id.partition(":")[0] in wanted]

    def entities(self, ids: Iterable[str] | None = None) -> list[Entity]:
        wanted = None if ids is None else set(ids)
        return [e for e in self._graph.entities.values() if wanted is None or e.id in wanted]

    def ties(self, of: Iterable[str] | None = None) -> list[Tie]:
        wanted = None if of is None else set(of)
        return [t for t in self._graph.ties.values() if wanted is None or t.from_id in wanted or t.to_id in wanted]

    def questions(self) -> list[Question]:
        return list(self._graph.questions.values())

    def entity_rows(self) -> Iterator[tuple[str, str, str, bytes]]:
        return iter([(e.id, e.kind, e.name, entity_body(e)) for _, e in sorted(self._graph.entities.items())])

    def tie_rows(self) -> Iterator[tuple[str, str, str, str, bytes]]:
        return iter([(t.id, t.kind, t.from_id, t.to_id, tie_body(t)) for _, t in sorted(self._graph.ties.items())])


class MemoryWriter(MemoryView):
    def append(
        self, change: Change, statements: Iterable[Statement], judgements: Iterable[Judgement], delta: Delta
    ) -> None:
        for statement in statements:
            self._statements.setdefault(statement.id, statement)
        for judgement in judgements:
            self._judgements.setdefault(judgement.id, judgement)
        for part in change.parts:
            row = (part.what, part.id, part.origin)
            (self._held.add if part.added else self._held.discard)(row)
        self._changes.append(change)
        for rows, gone in (
            (self._graph.mentions, delta.mentions),
            (self._graph.entities, delta.entities),
            (self._graph.ties, delta.ties),
            (self._graph.questions, delta.questions),
        ):
            for id_ in gone:
                rows.pop(id_, None)
        self._graph.mentions |= delta.put.mentions
        self._graph.entities |= delta.put.entities
        self._graph.ties |= delta.put.ties
        self._graph.questions |= delta.put.questions
