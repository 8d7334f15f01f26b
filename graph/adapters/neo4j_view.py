"""Reading one version of a Neo4j store."""

from __future__ import annotations

import time
from collections.abc import Callable, Iterable, Iterator, Sequence
from concurrent.futures import ThreadPoolExecutor
from itertools import pairwise
from typing import Any, TypeAlias, cast

from graph.adapters import cypher
from graph.adapters.bolt import Bookmarks, Server
from graph.adapters.neo4j_schema import Mark
from graph.changes import WITHDRAWN, Change, Part
from graph.errors import StoreBusy
from graph.jsontext import loads
from graph.judgements import Judgement
from graph.model import Entity, Mention, Question, Tie
from graph.progress import Progress
from graph.rows import read_entity, read_tie
from graph.statements import Statement

KEPT_FOR = 600.0
"""Seconds that rows which ended are kept for readings of an older version."""
READERS = 4
SLICES = tuple(pairwise(("", *"123456789abcdef", "\U0010ffff")))
"""Ids of ties are hexadecimal, so about a sixteenth of them is in each slice; others are in some slice too."""
Rows: TypeAlias = list[list[Any]]
Query: TypeAlias = Callable[[str, dict[str, Any]], Rows]
Slices: TypeAlias = Callable[[], Iterator[list[Sequence[Any]]]]


class Neo4jView:
    """Reads by `query`, a function of a Cypher text and its parameters; `slices` gives all ties, in slices by id."""

    def __init__(self, query: Query, mark: Mark, slices: Slices | None = None) -> None:
        self._query = query
        self._mark = mark
        self._slices = slices or self._slices_one_by_one
        self._began = time.monotonic()

    @property
    def version(self) -> int:
        return self._mark.version

    @property
    def identity(self) -> str:
        return self._mark.id

    def _read(self, text: str, ids: Iterable[str] | None = None, **parameters: Any) -> Rows:
        if ids is not None:
            parameters["ids"] = sorted(set(ids))
            if not parameters["ids"]:
                return []
        rows = self._query(text, {"v": self.version, **parameters})
        self._must_be_in_time()
        return rows

    def _must_be_in_time(self) -> None:
        """Raises `StoreBusy` when rows of this version may be gone already."""
        if time.monotonic() - self._began > KEPT_FOR and self._query(cypher.MARK, {})[0][1] != self.version:
            raise StoreBusy(
                "Het lezen duurde zo lang dat anderen de opslag intussen veranderden; probeer het opnieuw",
                "Reading took so long that others changed the store meanwhile; try again",
            )

    def changes(self) -> list[Change]:
        found = []
        for id_, at, by, why, undoes, body in self._read(cypher.CHANGES):
            parts = cast(list[tuple[bool, str, str, str]], loads(body))
            found.append(Change(id_, at, by, why, undoes, tuple([Part(*part) for part in parts])))
        return found

    @property
    def last_change(self) -> str:
        return self._mark.last_change

    def held(self, origin: str | None = None) -> set[tuple[str, str, str]]:
        rows = self._read(cypher.HELD) if origin is None else self._read(cypher.HELD_BY, origin=origin)
        found = {(what, id_, by) for what, id_, by in rows}
        if not origin:
            found |= {(WITHDRAWN, id_, "") for (id_,) in self._read(cypher.WITHDRAWN)}
        return found

    def holders(self, ids: Iterable[str]) -> dict[str, set[str]]:
        found: dict[str, set[str]] = {}
        for id_, origin in self._read(cypher.HOLDERS, ids):
            found.setdefault(id_, set()).add(origin)
        return found

    def statements(self, ids: Iterable[str]) -> list[Statement]:
        return _statements(self._read(cypher.STATEMENTS, ids))

    def in_force(self) -> Iterator[Statement]:
        return iter(_statements(self._read(cypher.IN_FORCE)))

    def count(self) -> int:
        return int(self._read(cypher.COUNT)[0][0])

    def about(self, mentions: Iterable[str]) -> list[Statement]:
        return _statements([[body] for body in dict(self._read(cypher.ABOUT, mentions)).values()])

    def corrections_of(self, ids: Iterable[str]) -> list[Statement]:
        return _statements(self._read(cypher.CORRECTIONS_OF, ids))

    def of_sources(self, sources: Iterable[str]) -> list[Statement]:
        return _statements(self._read(cypher.OF_SOURCES, sources))

    def corrections(self) -> list[Statement]:
        return _statements(self._read(cypher.CORRECTIONS))

    def sources(self) -> list[str]:
        return sorted(source for (source,) in self._read(cypher.SOURCES))

    def judgements(self) -> list[Judgement]:
        return [Judgement.from_content(loads(body)) for (body,) in self._read(cypher.JUDGEMENTS)]

    def judgements_by_id(self, ids: Iterable[str]) -> list[Judgement]:
        return [Judgement.from_content(loads(body)) for (body,) in self._read(cypher.JUDGEMENTS_BY_ID, ids)]

    def mentions(self, ids: Iterable[str]) -> list[Mention]:
        return _mentions(self._read(cypher.MENTIONS, ids))

    def mentions_by_key(self, keys: Iterable[str]) -> list[Mention]:
        return _mentions(self._read(cypher.MENTIONS_BY_KEY, keys))

    def mentions_of(self, entities: Iterable[str]) -> list[Mention]:
        return _mentions(self._read(cypher.MENTIONS_OF, entities))

    def mentions_in(self, sources: Iterable[str]) -> list[Mention]:
        return _mentions(self._read(cypher.MENTIONS_IN, sources))

    def entities(self, ids: Iterable[str] | None = None) -> list[Entity]:
        rows = self._read(cypher.ENTITIES) if ids is None else self._read(cypher.ENTITIES_BY_ID, ids)
        return [read_entity(id_, kind, body) for id_, kind, _, body in rows]

    def ties(self, of: Iterable[str] | None = None) -> list[Tie]:
        if of is None:
            return [read_tie(*row) for row in self.tie_rows()]
        rows = {row[0]: row for row in self._read(cypher.TIES_AT, of)}
        return [read_tie(*row) for row in rows.values()]

    def questions(self) -> list[Question]:
        return [Question(*row) for row in self._read(cypher.QUESTIONS)]

    def entity_rows(self) -> Iterator[tuple[str, str, str, bytes]]:
        for row in sorted(self._read(cypher.ENTITIES)):
            yield tuple(row)

    def tie_rows(self) -> Iterator[tuple[str, str, str, str, bytes]]:
        for columns in self._slices():
            self._must_be_in_time()
            yield from sorted(zip(*columns, strict=True))

    def _slices_one_by_one(self) -> Iterator[list[Sequence[Any]]]:
        for first, last in SLICES:
            yield self._query(cypher.TIES_BETWEEN, {"v": self.version, "first": first, "last": last})[0]


def read_slices(server: Server, after: Bookmarks, version: int, progress: Progress) -> Iterator[list[Sequence[Any]]]:
    """All ties of a version, in order, several slices at once: the server readies one while another is taken in."""

    def read(bounds: tuple[str, str]) -> list[Sequence[Any]]:
        with server.session(after=after) as session:
            return session.read(cypher.TIES_BETWEEN, v=version, first=bounds[0], last=bounds[1])[0]

    with ThreadPoolExecutor(READERS) as pool:
        for done, columns in enumerate(pool.map(read, SLICES), 1):
            progress("", done, len(SLICES))
            yield columns


def _statements(rows: Rows) -> list[Statement]:
    return [Statement.from_content(loads(body)) for (body,) in rows]


def _mentions(rows: Rows) -> list[Mention]:
    """Each once, for one may be found under several keys."""
    return [
        Mention(id_, kind, entity, tuple(keys)) for id_, kind, entity, keys in {row[0]: row for row in rows}.values()
    ]
