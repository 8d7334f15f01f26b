"""What a child process of `test_faults` does: `python -m tests.graph.child WHAT FILE ...`, answering in lines."""

from __future__ import annotations

import resource
import sys
from itertools import cycle, pairwise
from pathlib import Path

from graph.adapters import SqliteStore
from graph.backup import back_up, restore
from graph.errors import StoreError
from graph.knowledge import Knowledge
from graph.testing.source import Source
from tests.worlds import WORDS


def village(name: str, people: int = 30) -> Source:
    """A source in which everybody knows the next one; half of them live in every village."""
    source = Source(name, published="2021")
    known = [source.mention(f"p{n}", "person", f"Person {n if n % 2 else f'{n} of {name}'}") for n in range(people)]
    for one, other in pairwise(known):
        source.tie(one, "knows", other)
    return source


def say(line: str) -> None:
    sys.stdout.write(f"{line}\n")
    sys.stdout.flush()


def load(path: Path, prefix: str, many: str, people: str = "30") -> None:
    """Load many sources, saying the name of each once it is reported done."""
    store = SqliteStore(path, notify=lambda text: say(f"waiting: {text.en}"))
    knowledge = Knowledge(store, WORDS, by="child")
    for n in range(int(many)):
        try:
            report = knowledge.load(village(f"{prefix}{n}", int(people)).bundle())
        except StoreError as error:
            say(f"{type(error).__name__}: {error}")
            return
        say(report.sources[0].id)


def keep(path: Path, file: str) -> None:
    """Back up again and again into one file, saying so each time it is done."""
    while True:
        back_up(SqliteStore(path), Path(file), over=True)
        say("kept")


def put_back(path: Path, *files: str) -> None:
    """Put backups back in turn, saying so each time it is done."""
    for file in cycle(files):
        restore(SqliteStore(path), Path(file), WORDS, replace=True)
        say(file)


def hold(path: Path) -> None:
    """Hold the write lock until a line comes in."""
    with SqliteStore(path).writing():
        say("holding")
        sys.stdin.readline()
    say("let go")


def cramped(path: Path, limit: str) -> None:
    """Load more than fits on a disk on which no file may pass a limit."""
    resource.setrlimit(resource.RLIMIT_FSIZE, (int(limit), int(limit)))
    load(path, "big", "5", "2000")


if __name__ == "__main__":
    {"load": load, "keep": keep, "put_back": put_back, "hold": hold, "cramped": cramped}[sys.argv[1]](
        Path(sys.argv[2]), *sys.argv[3:]
    )
