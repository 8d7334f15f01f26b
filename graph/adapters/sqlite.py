"""The embedded store: one SQLite file, write-ahead log, several processes at once."""

from __future__ import annotations

import sqlite3
from collections.abc import Callable, Iterable, Iterator
from contextlib import contextmanager
from functools import lru_cache
from pathlib import Path
from typing import cast

from graph.adapters.sqlite_backup import BESIDE, check_pages, save, take_rows
from graph.adapters.sqlite_file import connect_to_read, connect_to_write, translated
from graph.changes import JUDGEMENT, STATEMENT, Change, Part
from graph.jsontext import dumps, loads
from graph.judgements import Judgement
from graph.model import Entity, Mention, Question, Tie
from graph.rows import entity_body, read_entity, read_tie, tie_body
from graph.statements import CORRECTION, CORRECTIONS, SOURCE, Statement
from graph.store import Delta
from graph.texts import Text

_HELD = "EXISTS (SELECT 1 FROM held WHERE held.id = statement.id AND held.what = 'statement')"
_GIVEN = "(SELECT value FROM json_each(?))"


class SqliteStore:
    """A store in the file at `path`; every reading and writing has a connection of its own.

    `notify` is told when a writer has to wait for another process.
    """

    def __init__(self, path: Path, notify: Callable[[Text], None] = lambda _: None) -> None:
        self.path = path
        self._notify = notify

    @property
    def url(self) -> str:
        return f"sqlite:///{self.path.as_posix()}"

    @contextmanager
    def reading(self) -> Iterator[SqliteView]:
        with translated(self.path):
            connection = connect_to_read(self.path)
            try:
                yield SqliteView(connection)
            finally:
                connection.close()

    @contextmanager
    def writing(self) -> Iterator[SqliteWriter]:
        with translated(self.path):
            connection = connect_to_write(self.path, self._notify)
            try:
                yield SqliteWriter(connection)
                connection.execute("COMMIT")
            finally:
                connection.close()

    def save(self, file: Path, *, over: bool = False) -> None:
        """Copy what is there now into a new file; see `graph.adapters.sqlite_backup`."""
        save(self.path, file, over=over)

    def owns(self, file: Path) -> bool:
        own = self.path.resolve()
        return file.resolve() in (own, *(own.with_name(own.name + ending) for ending in BESIDE))

    def set_aside(self, file: Path) -> None:
        """Give the file another name, with what SQLite keeps beside it."""
        with translated(self.path):
            for ending in ("", *BESIDE):
                part = self.path.with_name(self.path.name + ending)
                if part.exists():
                    part.rename(file.with_name(file.name + ending))

    def check(self) -> None:
        """Raises `StoreDamaged` when a page of the file is not as SQLite wrote it."""
        with translated(self.path):
            connection = connect_to_read(self.path)
            try:
                check_pages(connection, self.path)
            finally:
                connection.close()

    def close(self) -> None:
        """Nothing to let go of: each reading and writing closes its own connection."""


@lru_cache(maxsize=8192)
def _statement(body: bytes) -> Statement:
    """What a body says; kept, since what follows a load or asks what changed reads the same ones again."""
    return Statement.from_content(loads(body))


def _given(values: Iterable[str]) -> tuple[bytes]:
    return (dumps(sorted(set(values))).decode(),)  # type: ignore[return-value]


class SqliteView:
    def __init__(self, connection: sqlite3.Connection) -> None:
        self._db = connection

    @property
    def version(self) -> int:
        version: int = self._db.execute("SELECT coalesce(max(seq), 0) FROM change").fetchone()[0]
        return version

    @property
    def identity(self) -> str:
        """Empty: the file is on this computer already."""
        return ""

    @property
    def last_change(self) -> str:
        row = self._db.execute("SELECT id FROM change ORDER BY seq DESC LIMIT 1").fetchone()
        return row[0] if row else ""

    def changes(self) -> list[Change]:
        found = []
        rows = self._db.execute("SELECT id, at, by, why, undoes, parts FROM change ORDER BY seq")
        for id_, at, by, why, undoes, body in rows:
            parts = cast(list[tuple[bool, str, str, str]], loads(body))
            found.append(Change(id_, at, by, why, undoes, tuple([Part(*part) for part in parts])))
        return found

    def held(self, origin: str | None = None) -> set[tuple[str, str, str]]:
        where, given = ("", ()) if origin is None else (" WHERE origin = ?", (origin,))
        return set(self._db.execute(f"SELECT what, id, origin FROM held{where}", given))

    def holders(self, ids: Iterable[str]) -> dict[str, set[str]]:
        found: dict[str, set[str]] = {}
        sql = f"SELECT id, origin FROM held WHERE id IN {_GIVEN} AND what <> 'withdrawn'"
        for id_, origin in self._db.execute(sql, _given(ids)):
            found.setdefault(id_, set()).add(origin)
        return found

    def _statements(self, where: str, *given: str | bytes) -> list[Statement]:
        rows = self._db.execute(f"SELECT body FROM statement WHERE {where}", given)
        return [_statement(body) for (body,) in rows]

    def statements(self, ids: Iterable[str]) -> list[Statement]:
        return self._statements(f"id IN {_GIVEN}", *_given(ids))

    def in_force(self) -> Iterator[Statement]:
        for (body,) in self._db.execute(f"SELECT body FROM statement WHERE {_HELD}"):
            yield Statement.from_content(loads(body))

    def count(self) -> int:
        count: int = self._db.execute("SELECT count(DISTINCT id) FROM held WHERE what = ?", (STATEMENT,)).fetchone()[0]
        return count

    def about(self, mentions: Iterable[str]) -> list[Statement]:
        given = _given(mentions)
        return self._statements(
            f"id IN (SELECT id FROM statement WHERE subject IN {_GIVEN} UNION"
            f" SELECT id FROM statement WHERE object IN {_GIVEN} AND object <> '')"
            f" AND form NOT IN ('{SOURCE}', '{CORRECTION}') AND {_HELD}",
            *given,
            *given,
        )

    def corrections_of(self, ids: Iterable[str]) -> list[Statement]:
        return self._statements(
            f"target IN {_GIVEN} AND target <> '' AND form = '{CORRECTION}' AND {_HELD}", *_given(ids)
        )

    def of_sources(self, sources: Iterable[str]) -> list[Statement]:
        return self._statements(f"subject IN {_GIVEN} AND form = '{SOURCE}' AND {_HELD}", *_given(sources))

    def corrections(self) -> list[Statement]:
        return self._statements(f"target <> '' AND form = '{CORRECTION}' AND {_HELD}")

    def sources(self) -> list[str]:
        # but for corrections, what a source says has it, or a mention of it, as subject
        origins = [
            origin for (origin,) in self._db.execute("SELECT DISTINCT origin FROM held WHERE what = 'statement'")
        ]
        said = (
            f"SELECT 1 FROM statement WHERE (subject = ?1 OR (subject > ?1 || ':' AND subject < ?1 || ';')) AND {_HELD}"
        )
        found = [origin for origin in origins if self._db.execute(f"{said} LIMIT 1", (origin,)).fetchone()]
        return sorted([*found, CORRECTIONS] if self.corrections() else found)

    def judgements(self) -> list[Judgement]:
        rows = self._db.execute(
            "SELECT body FROM judgement WHERE EXISTS (SELECT 1 FROM held WHERE held.id = judgement.id AND what = ?)",
            (JUDGEMENT,),
        )
        return [Judgement.from_content(loads(body)) for (body,) in rows]

    def judgements_by_id(self, ids: Iterable[str]) -> list[Judgement]:
        rows = self._db.execute(f"SELECT body FROM judgement WHERE id IN {_GIVEN}", _given(ids))
        return [Judgement.from_content(loads(body)) for (body,) in rows]

    def _mentions(self, where: str, given: tuple[bytes]) -> list[Mention]:
        rows = self._db.execute(
            "SELECT mention.id, kind, entity,"
            " (SELECT json_group_array(key) FROM mention_key WHERE mention = mention.id)"
            f" FROM mention WHERE {where}",
            given,
        )
        return [Mention(id_, kind, entity, tuple(sorted(loads(keys)))) for id_, kind, entity, keys in rows]  # type: ignore[arg-type]

    def mentions(self, ids: Iterable[str]) -> list[Mention]:
        return self._mentions(f"mention.id IN {_GIVEN}", _given(ids))

    def mentions_by_key(self, keys: Iterable[str]) -> list[Mention]:
        return self._mentions(f"mention.id IN (SELECT mention FROM mention_key WHERE key IN {_GIVEN})", _given(keys))

    def mentions_of(self, entities: Iterable[str]) -> list[Mention]:
        return self._mentions(f"entity IN {_GIVEN}", _given(entities))

    def mentions_in(self, sources: Iterable[str]) -> list[Mention]:
        return self._mentions(f"source IN {_GIVEN}", _given(sources))

    def entities(self, ids: Iterable[str] | None = None) -> list[Entity]:
        where, given = ("", ()) if ids is None else (f" WHERE id IN {_GIVEN}", _given(ids))
        rows = self._db.execute(f"SELECT id, kind, body FROM entity{where} ORDER BY id", given)
        return [read_entity(id_, kind, body) for id_, kind, body in rows]

    def ties(self, of: Iterable[str] | None = None) -> list[Tie]:
        where, given = "", ()
        if of is not None:
            at_an_end = f"SELECT id FROM tie WHERE from_id IN {_GIVEN} UNION SELECT id FROM tie WHERE to_id IN {_GIVEN}"
            where = f" WHERE id IN ({at_an_end})"
            given = (*_given(of), *_given(of))  # type: ignore[assignment]
        rows = self._db.execute(f"SELECT id, kind, from_id, to_id, body FROM tie{where} ORDER BY id", given)
        return [read_tie(*row) for row in rows]

    def questions(self) -> list[Question]:
        return [Question(*row) for row in self._db.execute("SELECT kind, a, b FROM question")]

    def entity_rows(self) -> Iterator[tuple[str, str, str, bytes]]:
        yield from self._db.execute("SELECT id, kind, name, body FROM entity ORDER BY id")

    def tie_rows(self) -> Iterator[tuple[str, str, str, str, bytes]]:
        yield from self._db.execute("SELECT id, kind, from_id, to_id, body FROM tie ORDER BY id")


class SqliteWriter(SqliteView):
    def take_over(self, file: Path) -> None:
        """Hold exactly what the store in another file holds, and nothing of what was here."""
        take_rows(self._db, file)

    def append(
        self, change: Change, statements: Iterable[Statement], judgements: Iterable[Judgement], delta: Delta
    ) -> None:
        db = self._db
        seq = self.version + 1
        parts = dumps([tuple(part) for part in change.parts])
        row = (seq, change.id, change.at, change.by, change.why, change.undoes, parts)
        db.execute("INSERT INTO change VALUES (?, ?, ?, ?, ?, ?, ?)", row)
        db.executemany(
            "INSERT OR IGNORE INTO statement VALUES (?, ?, ?, ?, ?, ?, ?)",
            (
                (s.id, s.form, s.source, s.subject, s.object, s.of, dumps(s.content()))
                for s in sorted(statements, key=lambda s: s.id)
            ),
        )
        db.executemany(
            "INSERT OR IGNORE INTO judgement VALUES (?, ?)", ((j.id, dumps(j.content())) for j in judgements)
        )
        db.executemany(
            "INSERT OR IGNORE INTO held VALUES (?, ?, ?)",
            ((p.id, p.what, p.origin) for p in change.parts if p.added),
        )
        db.executemany(
            "DELETE FROM held WHERE id = ? AND what = ? AND origin = ?",
            ((p.id, p.what, p.origin) for p in change.parts if not p.added),
        )
        self._apply(delta)

    def _apply(self, delta: Delta) -> None:
        db, put = self._db, delta.put
        for table, gone in (
            ("question", delta.questions),
            ("tie", delta.ties),
            ("mention", delta.mentions),
            ("entity", delta.entities),
        ):
            db.executemany(f"DELETE FROM {table} WHERE id = ?", ((id_,) for id_ in gone))
        db.executemany(
            "INSERT INTO entity VALUES (?, ?, ?, ?)",
            ((e.id, e.kind, e.name, entity_body(e)) for _, e in sorted(put.entities.items())),
        )
        db.executemany(
            "INSERT INTO mention VALUES (?, ?, ?, ?)",
            ((m.id, m.id.partition(":")[0], m.kind, m.entity) for _, m in sorted(put.mentions.items())),
        )
        db.executemany(
            "INSERT INTO mention_key VALUES (?, ?)", ((key, m.id) for m in put.mentions.values() for key in m.keys)
        )
        db.executemany(
            "INSERT INTO tie VALUES (?, ?, ?, ?, ?)",
            ((t.id, t.kind, t.from_id, t.to_id, tie_body(t)) for _, t in sorted(put.ties.items())),
        )
        db.executemany(
            "INSERT INTO question VALUES (?, ?, ?, ?)", ((q.id, q.kind, q.a, q.b) for q in put.questions.values())
        )
