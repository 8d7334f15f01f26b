"""Backups: the whole truth of a store in one file, and putting it back without losing anything."""

from __future__ import annotations

import datetime
from contextlib import AbstractContextManager
from dataclasses import dataclass
from pathlib import Path
from typing import Protocol, runtime_checkable

from graph.adapters import SqliteStore
from graph.errors import Refused, StoreDamaged
from graph.local import local_file
from graph.store import Store, Writer
from graph.verify import verify
from graph.words import Words


class SavingWriter(Writer, Protocol):
    def take_over(self, file: Path) -> None:
        """Hold exactly what the store in an SQLite file holds; all or nothing, as any writing."""


@runtime_checkable
class SavingStore(Store, Protocol):
    """A store that can be saved and put back while others use it; a backup is an SQLite store file, whatever it is."""

    def save(self, file: Path, *, over: bool = False) -> None:
        """Write what is there at this moment into a new file, whole or not at all."""

    def writing(self) -> AbstractContextManager[SavingWriter]: ...

    def owns(self, file: Path) -> bool:
        """Whether this file is a part of the store itself."""

    def set_aside(self, file: Path) -> None:
        """Give what is damaged beyond reading another name; what is left is an empty store."""


@dataclass(frozen=True, slots=True)
class Saved:
    """What a file holds: its version, the statements in force, and its size in bytes."""

    file: Path
    version: int
    statements: int
    size: int


@dataclass(frozen=True, slots=True)
class Restored:
    """What was put back, and the file in which what was there is kept, None where nothing was.

    `before` is what that file holds, None when it was damaged.
    """

    now: Saved
    kept: Path | None
    before: Saved | None


def back_up(store: Store, file: Path, *, over: bool = False) -> Saved:
    """Save a store into a file that is not there yet, or that may be written `over`.

    Raises `Refused` for a store that cannot, for an empty one and for the file of the store itself.
    """
    saving = _saving(store)
    _refuse_itself(saving, file)
    with store.reading() as view:
        if not view.version:
            raise Refused(
                f"{store.url} is leeg: er is niets te bewaren", f"{store.url} is empty: there is nothing to back up"
            )
    saving.save(file, over=over)
    return _saved(file)


def restore(store: Store, file: Path, words: Words, *, replace: bool = False) -> Restored:
    """Put a backup back, in one writing: others see all of it or nothing.

    The backup is checked first, page by page and by adding everything up. A store that holds
    something is left as it is unless `replace`; then what it holds is first kept in a file
    beside it, while nobody else can write. A store that is damaged is set aside as it is.
    Raises `Refused` or `StoreError`, and then nothing was touched.
    """
    saving = _saving(store)
    _refuse_itself(saving, file)
    _check(file, words)
    stamp = datetime.datetime.now(datetime.UTC).strftime("%Y%m%dT%H%M%S%f")
    kept = local_file(store.url, f"before-restore-{stamp}.db")
    if kept is None:
        raise Refused(f"{store.url} heeft geen plaats ernaast", f"{store.url} has no place beside it")
    try:
        before = _put_back(saving, file, kept, replace)
    except StoreDamaged as error:
        if not replace:
            raise _refused(store, "is beschadigd", "is damaged") from error
        saving.set_aside(kept)
        _put_back(saving, file, kept, replace)
        return Restored(_saved(file), kept, None)
    return Restored(_saved(file), kept if before else None, before)


def _put_back(store: SavingStore, file: Path, kept: Path, replace: bool) -> Saved | None:
    """Let the store hold what the file holds; what it held itself, now kept."""
    with store.writing() as writer:
        if writer.version and not replace:
            is_full = (f"is niet leeg (versie {writer.version})", f"is not empty (version {writer.version})")
            raise _refused(store, *is_full)
        if writer.version:
            store.save(kept)
        held = bool(writer.version)
        writer.take_over(file)
    return _saved(kept) if held else None


def _refused(store: Store, nl: str, en: str) -> Refused:
    return Refused(
        f"{store.url} {nl}; met --replace komt de reservekopie ervoor in de plaats, en wordt wat er staat eerst"
        " apart bewaard",
        f"{store.url} {en}; with --replace the backup takes its place, and what is there is kept apart first",
    )


def _saving(store: Store) -> SavingStore:
    if isinstance(store, SavingStore):
        return store
    raise Refused(
        f"Een reservekopie is er voor sqlite:///; {store.url} kopieert u met binck copy {store.url} sqlite:///kopie.db",
        f"A backup is for sqlite:///; copy {store.url} with binck copy {store.url} sqlite:///copy.db",
    )


def _refuse_itself(store: SavingStore, file: Path) -> None:
    if store.owns(file):
        raise Refused(f"{file} is van de opslag zelf; noem een ander", f"{file} is of the store itself; name another")


def _check(file: Path, words: Words) -> None:
    """Raises when a file is no sound backup."""
    if not file.is_file():
        raise Refused(f"{file} is er niet", f"{file} is not there")
    kept = SqliteStore(file)
    kept.check()
    with kept.reading() as view:
        if not view.version:
            raise Refused(
                f"{file} is leeg: er is niets terug te zetten", f"{file} is empty: there is nothing to put back"
            )
        differences = verify(view, words).differences
    if differences:
        first = differences[0]
        raise StoreDamaged(
            f"{file} klopt niet: {first.nl}; gebruik een andere reservekopie",
            f"{file} is not right: {first.en}; use another backup",
        )


def _saved(file: Path) -> Saved:
    with SqliteStore(file).reading() as view:
        return Saved(file, view.version, view.count(), file.stat().st_size)
