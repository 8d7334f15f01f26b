"""A dry run of 5 000 rows of CSV onto the Binckhorst network, beside a bare reader that compares all names."""

from __future__ import annotations

import csv
import subprocess
import sys
import tempfile
from pathlib import Path

import numpy as np
from rapidfuzz.distance import OSA
from rapidfuzz.process import cdist

from benchmarks.made_up_rows import made_up_rows
from benchmarks.measuring import Row, median, row, show
from graph.adapters import SqliteStore
from graph.desk import Desk
from graph.names import normalised
from graph.words import load_words
from ingest.binckhorst import shipped
from ingest.duplicates import propose, propose_new
from ingest.loader import load_files, preview_files, read_file

ROWS = 5_000
GOAL = "under 3 s"


def main() -> None:
    words = load_words()
    with tempfile.TemporaryDirectory() as folder:
        path = Path(folder) / "people.csv"
        path.write_text(made_up_rows(ROWS), encoding="utf-8")
        desk = Desk(SqliteStore(Path(folder) / "town.db"), words)
        load_files(desk.knowledge, list(shipped().values()))

        def peer() -> int:
            """What two libraries do without any understanding: read the cells, compare each name with each."""
            with path.open(encoding="utf-8", newline="") as file:
                names = [normalised(cells[0]) for cells in csv.reader(file, delimiter=";")][1:]
            near = cdist(names, names, scorer=OSA.normalized_similarity, score_cutoff=0.85, dtype=np.float32, workers=1)
            return int(np.count_nonzero(np.triu(near, 1)))

        def dry_run() -> int:
            (preview,) = preview_files(desk.knowledge, [path])
            with desk.store.reading() as view:
                return len(propose_new(preview, desk.network(), view))

        def again() -> int:
            with desk.store.reading() as view:
                return len(propose(desk.network(), view))

        def process() -> None:
            command = [sys.executable, "-m", "api.cli", "load", str(path), "--dry-run", "--store", desk.store.url]
            subprocess.run(command, check=True, capture_output=True)

        compared = median(peer, 3)
        read = median(lambda: read_file(path, desk.knowledge), 3)
        whole = median(dry_run, 3)
        command = median(process, 3)
        found, alike = dry_run(), peer()
        load = median(lambda: load_files(desk.knowledge, [path]), 1)
        known = median(again, 3)
        name = "csv.reader and rapidfuzz cdist"
        show(
            f"{ROWS:,} rows of CSV",
            [
                row("reading them into statements", read, name, compared, ""),
                row("a dry run, with what may be the same", whole, name, compared, GOAL),
                row("the same as a whole process", command, name, compared, GOAL),
                row("loading them again, unchanged", load, name, compared, ""),
                row("duplicates of all that is known then", known, name, compared, ""),
                Row("pairs proposed", f"{found:,}", f"names more than 85 % alike {alike:,}", "–", ""),
            ],
        )


if __name__ == "__main__":
    main()
