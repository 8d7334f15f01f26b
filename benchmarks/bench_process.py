"""`binck ask` as a whole process, beside a bare Python and one that imports networkx."""

from __future__ import annotations

import os
import subprocess
import sys
import tempfile

from benchmarks.measuring import median, row, show
from graph.adapters import open_store
from graph.knowledge import Knowledge
from graph.words import load_words
from ingest.binckhorst import shipped
from ingest.loader import load_files

ASK = ("ask", "connects", "--from", "education", "--to", "entrepreneurs")


def main() -> None:
    with tempfile.TemporaryDirectory() as folder:
        url = f"sqlite:///{folder}/process.db"
        load_files(Knowledge(open_store(url), load_words()), list(shipped().values()))

        def run(*arguments: str) -> None:
            command = [sys.executable, *arguments]
            subprocess.run(command, check=True, capture_output=True, env={**os.environ, "BINCK_STORE": url})

        bare = median(lambda: run("-c", "pass"))
        networkx = median(lambda: run("-c", "import networkx"))
        text = median(lambda: run("-m", "api.cli", *ASK))
        json = median(lambda: run("-m", "api.cli", *ASK, "--json"))
        show(
            "Whole processes",
            [
                row("binck ask connects", text, "bare Python", bare, "under 0.6 s"),
                row("binck ask connects", text, "import networkx", networkx, "under 0.6 s"),
                row("binck ask connects --json", json, "import networkx", networkx, "under 0.6 s"),
            ],
        )


if __name__ == "__main__":
    main()
