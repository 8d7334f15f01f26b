"""The network of one version in a file on this computer, so that it is not read from a server again.

A line that says what form this is, a line of JSON that says of which store and version, and what
stands where; then columns one after the other. What is not just so, or not whole, counts as absent.
"""

from __future__ import annotations

import hashlib
import tempfile
from collections.abc import Iterator
from contextlib import suppress
from dataclasses import fields
from functools import cache
from pathlib import Path
from typing import Any, cast

import numpy as np

from graph.jsontext import dumps, loads
from graph.network import Network, read_network
from graph.store import View
from graph.words import Words

_FORM = b"binck-network/1\n"
_BODIES = ("_entity_bodies", "_tie_bodies")
_GIVEN = ("words", "version")


def kept_network(view: View, words: Words, file: Path | None) -> Network:
    """The network of a view: from the file when it is this one, else read, and put in the file for the next time.

    Stores without an identity have no file. It holds people, so only this user may read it.
    """
    if not view.identity or file is None:
        return read_network(view, words)
    key = f"{view.identity}/{view.version}/{_made_with(words)}"
    found = _read(file, key, view.version, words)
    if found is None:
        found = read_network(view, words)
        with suppress(OSError):  # without a place for it the network is read each time
            _write(file, key, found)
    return found


def _made_with(words: Words) -> str:
    """A hash of the words and of this code: columns that another release made may mean something else."""
    return hashlib.sha256(repr(words).encode() + _code()).hexdigest()


@cache
def _code() -> bytes:
    files = sorted(Path(__file__).parent.glob("*.py"))
    return hashlib.sha256(b"".join(file.read_bytes() for file in files)).digest()


def _write(file: Path, key: str, network: Network) -> None:
    blocks, places = [], {}
    for name, kind, block in _columns(network):
        places[name] = [kind, len(block)]
        blocks.append(block)
    body = b"".join(blocks)
    header = {"key": key, "places": places, "order": list(places), "hash": hashlib.blake2b(body).hexdigest()}
    file.parent.mkdir(mode=0o700, parents=True, exist_ok=True)
    with tempfile.NamedTemporaryFile(dir=file.parent, prefix=".network-", delete=False) as part:
        here = Path(part.name)
        try:
            part.write(_FORM + dumps(header) + b"\n" + body)
            part.close()
            here.replace(file)
        except BaseException:
            here.unlink(missing_ok=True)
            raise


def _columns(network: Network) -> Iterator[tuple[str, str, bytes]]:
    """Each column with its form: an array by the type of its numbers, bodies with their lengths, or JSON."""
    for column in fields(network):
        value: Any = getattr(network, column.name)
        if column.name in _GIVEN:
            continue
        if isinstance(value, np.ndarray):
            yield column.name, value.dtype.str, value.tobytes()
        elif column.name in _BODIES:
            yield f"{column.name} lengths", "<i4", np.array([len(body) for body in value], "<i4").tobytes()
            yield column.name, "bodies", b"".join(value)
        else:
            yield column.name, "json", dumps(value)


def _read(file: Path, key: str, version: int, words: Words) -> Network | None:
    try:
        with file.open("rb") as whole:
            if whole.readline() != _FORM:
                return None
            header = cast(dict[str, Any], loads(whole.readline()))
            if header["key"] != key:
                return None
            body = memoryview(whole.read())
        if hashlib.blake2b(body).hexdigest() != header["hash"]:
            return None
        columns = _parse(header, body)
    except (OSError, ValueError, LookupError, TypeError):
        return None
    if columns.keys() | set(_GIVEN) != {column.name for column in fields(Network)}:
        return None
    return Network(words=words, version=version, **columns)


def _parse(header: dict[str, Any], body: memoryview) -> dict[str, Any]:
    columns: dict[str, Any] = {}
    place = 0
    for name in header["order"]:
        kind, length = header["places"][name]
        block = body[place : place + length]
        place += length
        if kind == "json":
            columns[name] = loads(bytes(block))
        elif kind == "bodies":
            columns[name] = _bodies(block, columns.pop(f"{name} lengths"))
        else:
            columns[name] = np.frombuffer(block, kind).copy()
    return columns


def _bodies(block: memoryview, lengths: Any) -> list[bytes]:
    ends = np.cumsum(lengths).tolist()
    return [bytes(block[first:last]) for first, last in zip([0, *ends], ends, strict=False)]
