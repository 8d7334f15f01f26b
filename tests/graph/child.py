"""What a child process of `test_faults` does: `python -m tests.graph.child WHAT URL ...`, answering in lines."""

from __future__ import annotations

import resource
import sys
from itertools import pairwise

from graph.adapters import open_store
from graph.copying import copy_store
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


def load(url: str, prefix: str, many: str, people: str = "30") -> None:
    """Load many sources, saying the name of each once it is reported done."""
    store = open_store(url, notify=lambda text: say(f"waiting: {text.en}"))
    knowledge = Knowledge(store, WORDS, by="child")
    for n in range(int(many)):
        try:
            report = knowledge.load(village(f"{prefix}{n}", int(people)).bundle())
        except StoreError as error:
            say(f"{type(error).__name__}: {error}")
            return
        say(report.sources[0].id)


def hold(url: str) -> None:
    """Hold the write lock until a line comes in."""
    with open_store(url).writing():
        say("holding")
        sys.stdin.readline()
    say("let go")


def cramped(url: str, limit: str) -> None:
    """Load more than fits on a disk on which no file may pass a limit."""
    resource.setrlimit(resource.RLIMIT_FSIZE, (int(limit), int(limit)))
    load(url, "big", "5", "2000")


def copy(from_: str, to: str) -> None:
    say("copying")
    copy_store(open_store(from_), open_store(to))
    say("copied")


if __name__ == "__main__":
    {"load": load, "hold": hold, "cramped": cramped, "copy": copy}[sys.argv[1]](*sys.argv[2:])
