"""Writing to a Neo4j store: what is appended goes in as one transaction when the writing ends."""

from __future__ import annotations

from collections.abc import Iterable
from contextlib import ExitStack
from typing import Any

from graph.adapters import cypher
from graph.adapters.bolt import Run, Server, Session, Unsure, translated
from graph.adapters.neo4j_change import Appended, ChangeWriting
from graph.adapters.neo4j_schema import Mark
from graph.adapters.neo4j_view import KEPT_FOR, Neo4jView, Rows
from graph.changes import Change
from graph.errors import StoreBusy, StoreError
from graph.judgements import Judgement
from graph.statements import Statement
from graph.store import Delta
from graph.words import Words


class Neo4jWriter(Neo4jView):
    """Keeps what is appended until `finish`, so that a transaction can be tried again from its start.

    Reading after appending sees it all the same: in a transaction that writes it and is rolled back.
    """

    def __init__(self, server: Server, session: Session, mark: Mark, words: Words) -> None:
        super().__init__(self._look, mark)
        self._server = server
        self._session = session
        self._words = words
        self._appended: list[Appended] = []
        self._rehearsal = ExitStack()
        self._rehearsed: Run | None = None

    @property
    def version(self) -> int:
        return self._mark.version + len(self._appended)

    def append(
        self, change: Change, statements: Iterable[Statement], judgements: Iterable[Judgement], delta: Delta
    ) -> None:
        self.drop_rehearsal()
        self._appended.append(Appended(change, list(statements), list(judgements), delta))

    @property
    def last_change(self) -> str:
        return self._appended[-1].change.id if self._appended else super().last_change

    def _look(self, text: str, parameters: dict[str, Any]) -> Rows:
        if not self._appended:
            return self._session.read_latest(text, **parameters)
        if self._rehearsed is None:
            self._rehearsed = self._rehearsal.enter_context(self._session.open())
            self._write(self._rehearsed)
        return self._rehearsed(text, **parameters)

    def drop_rehearsal(self) -> None:
        self._rehearsal.close()
        self._rehearsed = None

    def _write(self, run: Run) -> None:
        run(cypher.CLEAR_PAST, kept_for=int(KEPT_FOR * 1000))
        for version, appended in enumerate(self._appended, self._mark.version + 1):
            if not run(cypher.STEP, v=version):
                url = self._server.address.url
                raise StoreBusy(
                    f"{url}: een ander schreef intussen; er is niets opgeslagen, probeer het opnieuw",
                    f"{url}: another wrote meanwhile; nothing was stored, try again",
                )
            ChangeWriting(run, self._words, version).write(appended)

    def finish(self) -> None:
        """Make durable what was appended. Raises `StoreError`, which says whether it landed where that is not plain."""
        self.drop_rehearsal()
        if not self._appended:
            return
        try:
            self._session.write(self._write)
        except Unsure as error:
            if not self._landed():
                url = self._server.address.url
                raise StoreError(
                    f"{url}: de verbinding brak af bij het opslaan; er is niets opgeslagen, probeer het opnieuw",
                    f"{url}: the connection was lost while storing; nothing was stored, try again",
                ) from error

    def _landed(self) -> bool:
        """Whether the last change is there, once the server answers again."""
        id_ = self._appended[-1].change.id
        url = self._server.address.url
        try:
            with translated(url), self._server.session() as session:
                return bool(session.read_latest(cypher.CHANGE_BY_ID, id=id_))
        except StoreError as error:
            raise StoreError(
                f"{url}: de verbinding brak af bij het opslaan en de server antwoordt niet meer; of wijziging {id_}"
                " is opgeslagen toont binck history zodra hij er weer is",
                f"{url}: the connection was lost while storing and the server answers no more; whether change {id_}"
                " was stored is shown by binck history once it is back",
            ) from error
