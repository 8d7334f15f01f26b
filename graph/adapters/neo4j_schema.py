"""The constraints and indexes of a Neo4j store, made from the words, and the mark by which it is known as ours."""

from __future__ import annotations

import secrets
from collections.abc import Iterator
from typing import NamedTuple

from graph.adapters import cypher
from graph.adapters.bolt import Session
from graph.errors import StoreDamaged, StoreForeign, StoreNewer
from graph.words import Words

SCHEMA_VERSION = 1
_UNIQUE = {
    "BinckStore": "key",
    "BinckLock": "key",
    "Change": "id",
    "Source": "id",
    "Statement": "id",
    "Judgement": "id",
    "Entity": "id",
}
_INDEXED = {
    "Change": ("seq",),
    "Statement": ("subject", "object"),
    "Correction": ("of",),
    "Withdrawn": ("id",),
    "Past": ("ended",),
    "KeptEntity": ("id",),
    "KeptTie": ("id", "from", "to"),
    "KeptMention": ("id", "key", "entity", "source"),
    "KeptKey": ("id", "key"),
    "KeptQuestion": ("id",),
}
NAMES_INDEX = "binck_names"


class Mark(NamedTuple):
    """The store's own node: its version, an id that no other store has, and the change that made that version."""

    version: int
    id: str = ""
    last_change: str = ""


def read_mark(session: Session, url: str) -> Mark | None:
    """The mark of a store; None for a database in which there is nothing at all.

    Raises `StoreForeign` for one that holds something else, `StoreNewer` for a form that this release does not know.
    """
    rows = session.read(cypher.MARK)
    if not rows:
        if not session.read(cypher.COUNT_NODES)[0][0]:
            return None
        # another process may have begun the store between the two looks
        rows = session.read(cypher.MARK)
        if not rows:
            raise StoreForeign(
                f"{url}: in deze database zit iets van een ander programma; noem een lege (niets is aangeraakt)",
                f"{url}: this database holds something of another program; name an empty one (nothing was touched)",
            )
    if len(rows) > 1:
        raise StoreDamaged(
            f"{url}: hier zijn twee opslagen door elkaar geraakt; zet een reservekopie terug",
            f"{url}: two stores were mixed up here; put a backup in its place",
        )
    schema, *mark = rows[0]
    if schema != SCHEMA_VERSION:
        raise StoreNewer(
            f"{url} heeft vorm {schema} en deze binck kent {SCHEMA_VERSION}; gebruik de binck die hem schreef",
            f"{url} has form {schema} and this binck knows {SCHEMA_VERSION}; use the binck that wrote it",
        )
    return Mark(*mark)


def prepare(session: Session, words: Words) -> None:
    """Make what lacks of constraints, indexes and the mark; looks only when all is there."""
    wanted = dict(_commands(words))
    there = {name for (name,) in session.read(cypher.SHOW_CONSTRAINTS)}
    states = dict(session.read(cypher.SHOW_INDEXES))
    lacking = wanted.keys() - there - states.keys()
    if lacking:
        session.write(lambda run: [run(wanted[name]) for name in wanted if name in lacking])
    if lacking or any(states.get(name, "ONLINE") != "ONLINE" for name in wanted):
        session.schema(cypher.AWAIT_INDEXES)
    if not session.read(cypher.MARK):
        id_ = secrets.token_hex(16)
        session.write(lambda run: run(cypher.MAKE_MARK, id=id_, schema=SCHEMA_VERSION))


def _commands(words: Words) -> Iterator[tuple[str, str]]:
    """Each constraint and index by its name."""
    for label, key in _UNIQUE.items():
        yield _command(cypher.UNIQUE_NODE, label, key)
    for label, keys in _INDEXED.items():
        for key in keys:
            yield _command(cypher.INDEX, label, key)
    for kind in words.entities:
        yield _command(cypher.INDEX, cypher.label(kind, words), "name")
    for kind in words.ties:
        yield _command(cypher.UNIQUE_EDGE, cypher.edge(kind, words), "id")
    yield NAMES_INDEX, cypher.FULL_TEXT.format(name=NAMES_INDEX, label="Entity")


def _command(text: str, label: str, key: str) -> tuple[str, str]:
    name = f"binck_{label}_{key}"
    return name, text.format(name=name, label=label, property=key)
