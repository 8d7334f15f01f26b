"""Files on this computer: those that belong to a store without being part of it, and how a file is written."""

from __future__ import annotations

import hashlib
import os
import tempfile
from pathlib import Path

from graph.errors import Refused

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


def write_whole(file: Path, text: bytes) -> None:
    """Write a file so that it is there whole or not at all; raises `Refused` when it cannot be."""
    try:
        with tempfile.NamedTemporaryFile(dir=file.absolute().parent, prefix=".binck-", delete=False) as part:
            here = Path(part.name)
            try:
                part.write(text)
                part.close()
                here.chmod(0o666 & ~_umask())
                here.replace(file)
            except BaseException:
                here.unlink(missing_ok=True)
                raise
    except OSError as error:
        raise Refused(
            f"{file} is niet te schrijven: {error.strerror}", f"{file} cannot be written: {error.strerror}"
        ) from error


def _umask() -> int:
    mask = os.umask(0)
    os.umask(mask)
    return mask
