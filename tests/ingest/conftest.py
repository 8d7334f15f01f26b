"""`news` reads what a made-up source says, as it stands in a file of that name; the smallest text that shows the point.

`taken` loads such a text into an empty store and gives the report and the store.
"""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path
from textwrap import dedent

import pytest

from graph.adapters import MemoryStore
from graph.bundle import Bundle, Loaded
from graph.knowledge import Knowledge
from graph.words import Words
from ingest.datafile import read_datafile
from ingest.loader import load_files


@pytest.fixture
def write(tmp_path: Path) -> Callable[..., Path]:
    """Writes a text, or bytes, to a file in a folder of its own."""

    def write(text: str | bytes, name: str = "news.yaml") -> Path:
        path = tmp_path / name
        path.write_bytes(text if isinstance(text, bytes) else dedent(text).encode())
        return path

    return write


@pytest.fixture
def news(write: Callable[..., Path], words: Words) -> Callable[[str], Bundle]:
    """What a data file with this text says."""
    return lambda text: read_datafile(write(text), words)


@pytest.fixture
def taken(write: Callable[..., Path], words: Words) -> Callable[..., tuple[Loaded, Knowledge]]:
    """The report of loading a data file with this text into an empty store, and that store."""

    def taken(text: str | bytes, *, strict: bool = False) -> tuple[Loaded, Knowledge]:
        knowledge = Knowledge(MemoryStore(), words, by="Zoë")
        (report,) = load_files(knowledge, [write(text)], strict=strict)
        return report, knowledge

    return taken
