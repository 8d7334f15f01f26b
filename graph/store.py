"""The store port: what every store can do, and nothing that only one of them can.

A store keeps statements, judgements, changes, and the graph they add up to. It decides
nothing: `graph.knowledge` works out a change, the store makes it durable as a whole or not
at all. Reading sees one version; writing excludes other writers, in other processes too.
"""

from __future__ import annotations

from collections.abc import Collection, Iterable, Iterator
from contextlib import AbstractContextManager
from dataclasses import dataclass, field
from typing import Protocol

from graph.changes import Change
from graph.judgements import Judgement
from graph.model import Entity, Graph, Mention, Question, Tie
from graph.statements import Statement


@dataclass(slots=True)
class Delta:
    """What a change does to the materialised graph: rows that go, then rows that come."""

    mentions: Collection[str] = ()
    entities: Collection[str] = ()
    ties: Collection[str] = ()
    questions: Collection[str] = ()
    put: Graph = field(default_factory=Graph)


class View(Protocol):
    """A consistent reading of one version."""

    @property
    def version(self) -> int:
        """How many changes were ever made; 0 is an empty store."""

    @property
    def last_change(self) -> str:
        """The id of the latest change, which depends on all before it; empty in an empty store."""

    def changes(self) -> list[Change]:
        """The whole history, oldest first."""

    def held(self, origin: str | None = None) -> set[tuple[str, str, str]]:
        """`(what, id, origin)` for all that an origin holds now, and for marks of withdrawal; of one origin or all."""

    def holders(self, ids: Iterable[str]) -> dict[str, set[str]]:
        """Who holds each of these statements or judgements; an id nobody holds is absent."""

    def statements(self, ids: Iterable[str]) -> list[Statement]:
        """Statements by id, in force or not; an unknown id is left out."""

    def in_force(self) -> Iterator[Statement]:
        """Every statement that some origin holds, in no set order."""

    def count(self) -> int:
        """How many statements are in force."""

    def about(self, mentions: Iterable[str]) -> list[Statement]:
        """Those in force, corrections apart, that have one of these mentions as subject or object; each once."""

    def corrections_of(self, ids: Iterable[str]) -> list[Statement]:
        """Corrections in force of these statements."""

    def of_sources(self, sources: Iterable[str]) -> list[Statement]:
        """Statements in force about these sources themselves."""

    def corrections(self) -> list[Statement]:
        """Every correction in force."""

    def sources(self) -> list[str]:
        """The sources that have a statement in force, sorted."""

    def judgements(self) -> list[Judgement]:
        """Those in force."""

    def judgements_by_id(self, ids: Iterable[str]) -> list[Judgement]:
        """Judgements by id, in force or not."""

    def mentions(self, ids: Iterable[str]) -> list[Mention]:
        """Mentions in force by id; an unknown id is left out."""

    def mentions_by_key(self, keys: Iterable[str]) -> list[Mention]:
        """Those that the rule of equal names knows under one of these keys."""

    def mentions_of(self, entities: Iterable[str]) -> list[Mention]:
        """All mentions of these entities, by canonical id."""

    def mentions_in(self, sources: Iterable[str]) -> list[Mention]:
        """All mentions that these sources speak of."""

    def entities(self, ids: Iterable[str] | None = None) -> list[Entity]:
        """Entities by canonical id; all of them for None."""

    def ties(self, of: Iterable[str] | None = None) -> list[Tie]:
        """Ties that have one of these entities at an end; all of them for None."""

    def questions(self) -> list[Question]:
        """What only a person can decide."""

    def entity_rows(self) -> Iterator[tuple[str, str, str, bytes]]:
        """`(id, kind, name, body)` of every entity, by id; the body is its JSON (`graph.rows`)."""

    def tie_rows(self) -> Iterator[tuple[str, str, str, str, bytes]]:
        """`(id, kind, from, to, body)` of every tie, by id; the body is its JSON (`graph.rows`)."""


class Writer(View, Protocol):
    """A view that may append one change; it sees what it wrote."""

    def append(
        self, change: Change, statements: Iterable[Statement], judgements: Iterable[Judgement], delta: Delta
    ) -> None:
        """Make one change durable with the content of what is new, and what it does to the graph.

        Content that is already stored is left as it is. All or nothing: when the writing
        context ends with an exception, or the process dies, nothing of it is seen.
        """


class Store(Protocol):
    """An open store; `url` names it without any password."""

    @property
    def url(self) -> str: ...

    def reading(self) -> AbstractContextManager[View]:
        """A view of the version of this moment."""

    def writing(self) -> AbstractContextManager[Writer]:
        """The only writer until the context ends; waits for another, saying so after 5 seconds."""

    def close(self) -> None:
        """Let go of files and connections; closing twice is no error."""
