"""Every question on the Binckhorst network: in a running process, and as a process of its own."""

from __future__ import annotations

import subprocess
import sys
import tempfile
from pathlib import Path

from benchmarks.measuring import median, row, show
from graph.adapters import SqliteStore
from graph.desk import Desk
from graph.questions import QUESTIONS, Question
from graph.words import load_words
from ingest.loader import files_named, load_files

WORDS = "wie verbindt onderwijs met ondernemers?"


def main() -> None:
    with tempfile.TemporaryDirectory() as folder:
        file = Path(folder) / "network.db"
        desk = Desk(SqliteStore(file), load_words())
        load_files(desk.knowledge, files_named(()))
        peer = median(desk.export)
        rows = [row(q.name, asked(desk, q), "the whole graph as JSON", peer, "20 ms") for q in QUESTIONS]
        rows.append(row("a question in words, read", median(lambda: desk.understand(WORDS)), "as above", peer, "-"))
        show("Questions on the Binckhorst network, in a running process", rows)
        assert "numba" not in sys.modules
        store = f"sqlite:///{file}"
        bare = median(lambda: process("-c", "import numpy, networkx"), 3)
        show(
            "As a process",
            [
                row(
                    f"binck ask {' '.join(words)}",
                    median(lambda words=words: process("-m", "api.cli", "ask", *words, "--store", store), 3),
                    "Python with numpy and networkx",
                    bare,
                    "0.8 s",
                )
                for words in (("connects", "--from", "education", "--to", "entrepreneurs"), (WORDS,))
            ],
        )


def asked(desk: Desk, question: Question) -> float:
    return median(lambda: desk.ask(question.name, question.example, "nl"))


def process(*arguments: str) -> None:
    subprocess.run([sys.executable, *arguments], check=True, capture_output=True)


if __name__ == "__main__":
    main()
