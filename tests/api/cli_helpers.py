"""`binck` as tests call it: in this process, with a store of its own; and as a process for what only that can show."""

from __future__ import annotations

import contextlib
import io
import json
import os
import re
import subprocess
import sys
from collections.abc import Iterable
from dataclasses import dataclass
from pathlib import Path
from textwrap import dedent
from typing import Any

import pytest

from api.cli import main
from graph.adapters import open_store
from graph.knowledge import Knowledge
from graph.testing.source import Source
from ingest.loader import files_named, load_files
from tests.worlds import WORDS

ROOT = Path(__file__).parents[2]
UNSET = ("BINCK_STORE", "BINCK_WORDS", "COLUMNS")
"""What the environment of the tests may say and the command must not hear, unless a test says it."""
ANSI = re.compile(r"\x1b\[")


@dataclass(frozen=True)
class Result:
    """What a command left behind: its exit code, results (`out`) and all else that it said (`err`)."""

    code: int
    out: str
    err: str

    @property
    def json(self) -> Any:
        return json.loads(self.out)

    @property
    def first(self) -> str:
        """The first line of the result: the sentence of an answer."""
        return self.out.partition("\n")[0]


@dataclass(frozen=True)
class Binck:
    """The command line at work in `folder`, where its store is `store`."""

    folder: Path

    @property
    def store(self) -> Path:
        return self.folder / "binckhorst.db"

    def __call__(self, *args: object, **environment: str) -> Result:
        """Run in this process, with these environment variables besides."""
        out, err = (io.TextIOWrapper(io.BytesIO(), encoding="utf-8", write_through=True) for _ in "oe")
        with contextlib.chdir(self.folder), pytest.MonkeyPatch.context() as patch:
            patch.setattr(sys, "argv", ["binck", *map(str, args)])
            for name in UNSET:
                patch.delenv(name, raising=False)
            for name, value in environment.items():
                patch.setenv(name, value)
            with contextlib.redirect_stdout(out), contextlib.redirect_stderr(err):
                code = _exit_code()
        return Result(code, *(stream.buffer.getvalue().decode() for stream in (out, err)))

    def process(self, *args: object, output: int = subprocess.PIPE, **environment: str) -> Result:
        """Run as a process of its own, as a shell does; its results may go to the file descriptor `output`."""
        done = subprocess.run(
            [sys.executable, "-m", "api.cli", *map(str, args)],
            cwd=self.folder,
            env={key: value for key, value in os.environ.items() if key not in UNSET}
            | {"PYTHONPATH": str(ROOT), "PYTHONIOENCODING": "utf-8"}
            | environment,
            stdin=subprocess.DEVNULL,
            stdout=output,
            stderr=subprocess.PIPE,
            encoding="utf-8",
            timeout=60,
            check=False,
        )
        return Result(done.returncode, done.stdout or "", done.stderr)

    def write(self, name: str, text: str) -> Path:
        """A data file in the folder."""
        path = self.folder / name
        path.write_text(dedent(text))
        return path

    def tell(self, *sources: Source) -> Binck:
        """Let the store hold what these sources say."""
        knowledge = Knowledge(open_store(f"sqlite:///{self.store}"), WORDS, by="Zoë")
        for source in sources:
            assert knowledge.load(source.bundle()).sources[0].refused == []
        return self


def _exit_code() -> int:
    try:
        main()
    except SystemExit as end:
        return int(end.code or 0)
    return 0


def load_binckhorst(folder: Path) -> Binck:
    """The command line with the data set that ships in its store."""
    knowledge = Knowledge(open_store(f"sqlite:///{folder / 'binckhorst.db'}"), WORDS, by="Zoë")
    load_files(knowledge, files_named([]))
    return Binck(folder)


def graph_of(binck: Binck) -> dict[str, Any]:
    """The whole graph, without the number of its version."""
    graph = binck("export", "-").json
    return {key: graph[key] for key in graph if key != "version"}


def cells(table: str) -> list[list[str]]:
    """The rows of a printed table, the headings first."""
    lines = [line for line in table.splitlines() if line.strip() and not set(line.strip()) <= {"─"}]
    return [re.split(r"\s{2,}", line.strip()) for line in lines]


def same_keys(found: dict[str, Any], wanted: Iterable[str]) -> bool:
    return sorted(found) == sorted(wanted)
