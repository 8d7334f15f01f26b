"""Files on this computer that belong to a store without being part of it."""

from __future__ import annotations

import hashlib
import os
from pathlib import Path

_SQLITE = "sqlite:///"


def cache_folder() -> Path:
    """The user's folder for what can be made again; makes nothing."""
    return Path(os.environ.get("XDG_CACHE_HOME") or Path.home() / ".cache") / "binck"


def local_file(url: str, name: str) -> Path | None:
    """Where this computer keeps the file `name` of the store with this URL; None for a store in memory.

    Beside an SQLite file, with that file's name in front; for a server in the user's cache
    folder, under a hash of the URL, so that no password is part of a name. Makes nothing.

    >>> local_file("sqlite:///folder/town.db", "map.json").as_posix()
    'folder/town.db-map.json'
    >>> local_file("memory:", "map.json")
    """
    if url == "memory:":
        return None
    if url.startswith(_SQLITE):
        file = Path(url.removeprefix(_SQLITE))
        return file.with_name(f"{file.name}-{name}")
    return cache_folder() / f"{hashlib.sha256(url.encode()).hexdigest()[:16]}-{name}"
