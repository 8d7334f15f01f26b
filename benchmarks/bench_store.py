"""Loading: the documents that ship, and 100 000 made-up statements, into SQLite; beside a bare `executemany`."""

from __future__ import annotations

import resource
import sqlite3
import tempfile
from pathlib import Path

from benchmarks.made_up import made_up
from benchmarks.measuring import Row, median, once, row, show
from graph.adapters import SqliteStore
from graph.jsontext import dumps
from graph.knowledge import Knowledge
from graph.words import load_words
from ingest.binckhorst import shipped
from ingest.loader import load_files

STATEMENTS = 100_000


def main() -> None:
    words = load_words()
    with tempfile.TemporaryDirectory() as folder:
        count = iter(range(1000))

        def empty() -> Knowledge:
            return Knowledge(SqliteStore(Path(folder) / f"{next(count)}.db"), words)

        bundle = made_up(STATEMENTS)

        def bare() -> None:
            """What SQLite alone takes for the same rows: one table, no index but the key."""
            with sqlite3.connect(Path(folder) / f"{next(count)}.db") as connection:
                connection.execute("PRAGMA journal_mode = WAL")
                connection.execute("CREATE TABLE statement (id TEXT PRIMARY KEY, body BLOB)")
                rows = ((s.id, dumps(s.content())) for s in bundle.statements)
                connection.executemany("INSERT INTO statement VALUES (?, ?)", rows)
            connection.close()

        documents = median(lambda: load_files(empty(), list(shipped().values())), 3)
        peer = once(bare)
        knowledge = empty()
        first = once(lambda: knowledge.load(bundle))
        again = median(lambda: knowledge.load(bundle), 3)
        rate = Row("statements a second", f"{len(bundle.statements) / first:,.0f}", "–", "–", "20,000 or more")
        faster = Row("reloading is faster by", f"{first / again:.1f} times", "–", "–", "5 times or more")
        peak = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss // 1024
        memory = Row("peak memory", f"{peak} MB", "–", "–", "under 600 MB")
        show(
            "Loading",
            [
                row(
                    "the documents that ship into an empty store",
                    documents,
                    "bare executemany of 100 000",
                    peer,
                    "under 1 s",
                ),
                row(f"{STATEMENTS:,} made-up statements", first, "bare executemany", peer, "5 s or less"),
                row("the same again, unchanged", again, "bare executemany", peer, ""),
                rate,
                faster,
                memory,
            ],
        )


if __name__ == "__main__":
    main()
