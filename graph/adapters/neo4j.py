"""The store on a Neo4j server: a graph for whoever speaks Cypher, and the same truth as the others."""

from __future__ import annotations

import secrets
import threading
import weakref
from collections.abc import Callable, Iterator, Sequence
from contextlib import contextmanager, suppress
from functools import partial
from typing import Any

from graph.adapters import cypher
from graph.adapters.bolt import RETRY_FOR, Address, Server, Session, translated
from graph.adapters.memory import MemoryView
from graph.adapters.neo4j_schema import Mark, prepare, read_mark
from graph.adapters.neo4j_view import Neo4jView, read_slices
from graph.adapters.neo4j_writer import Neo4jWriter
from graph.errors import StoreBusy, StoreError
from graph.progress import Progress, silent
from graph.texts import Text
from graph.words import Words

SAY_WAITING_AFTER = 5.0
GIVE_UP_AFTER = 60.0


class Neo4jStore:
    """A store in the database at `address`; `notify` is told what is waited for, `progress` how far reading is."""

    def __init__(
        self,
        address: Address,
        words: Words,
        notify: Callable[[Text], None] = lambda _: None,
        progress: Progress = silent,
        *,
        retry_for: float | None = None,
    ) -> None:
        self.address = address
        self._words = words
        self._notify = notify
        self._progress = progress
        self._retry_for = RETRY_FOR if retry_for is None else retry_for
        self._prepared = self._looked = False
        self._opening = threading.Lock()
        self._servers: list[Server] = []
        self._close = weakref.finalize(self, _close, self._servers)

    @property
    def url(self) -> str:
        return self.address.url

    @contextmanager
    def reading(self) -> Iterator[Neo4jView | MemoryView]:
        with translated(self.url), self._server().session() as session:
            mark = self._greet(session)
            if mark is None:
                yield MemoryView()
            else:
                self._mend_indexes(session)
                slices = partial(self._slices, session, mark.version)
                yield Neo4jView(lambda text, given: session.read(text, **given), mark, slices)

    def _mend_indexes(self, session: Session) -> None:
        """Make what somebody dropped of constraints and indexes, looking once; what cannot be made is told."""
        if self._prepared or self._looked:
            return
        self._looked = True
        try:
            with translated(self.url):
                prepare(session, self._words)
            self._prepared = True
        except StoreError as error:
            self._notify(
                Text(
                    f"Er ontbreken indexen die niet te maken zijn, dus lezen kan traag zijn. {error.say('nl')}",
                    f"Indexes lack that cannot be made, so reading may be slow. {error.say('en')}",
                )
            )

    def _slices(self, session: Session, version: int) -> Iterator[list[Sequence[Any]]]:
        return read_slices(self._server(), session.after(), version, self._progress)

    @contextmanager
    def writing(self) -> Iterator[Neo4jWriter]:
        server = self._server()
        with translated(self.url), server.session() as session:
            mark = self._greet(session)
            if mark is None or not self._prepared:
                prepare(session, self._words)
                self._prepared = True
            with self._only_writer(server):
                # what another writer did while this one waited is there now
                (_, *latest), *_ = session.read_latest(cypher.MARK)
                writer = Neo4jWriter(server, session, Mark(*latest), self._words)
                try:
                    yield writer
                    writer.finish()
                finally:
                    writer.drop_rehearsal()

    def close(self) -> None:
        with self._opening:
            _close(self._servers)

    def _server(self) -> Server:
        with self._opening:
            if not self._servers:
                self._servers.append(Server(self.address, retry_for=self._retry_for))
            return self._servers[0]

    def _greet(self, session: Session) -> Mark | None:
        """The mark of the store; waits for a server that is still starting."""
        waiting = Text(
            f"{self.url}: de server antwoordt nog niet, even wachten …",
            f"{self.url}: the server does not answer yet, waiting …",
        )
        with _after(min(SAY_WAITING_AFTER, self._retry_for / 2), lambda: self._notify(waiting)):
            return read_mark(session, self.url)

    @contextmanager
    def _only_writer(self, server: Server) -> Iterator[None]:
        """Holds the lock that every writer takes, in a transaction that ends with the connection however that ends."""
        waiting = Text(
            f"{self.url}: een ander proces schrijft, even wachten …",
            f"{self.url}: another process is writing, waiting …",
        )
        by = secrets.token_hex(8)
        gave_up = threading.Event()

        def give_up() -> None:
            gave_up.set()
            with suppress(StoreError), translated(self.url), server.session() as other:
                for (id_,) in other.read(cypher.TRANSACTIONS, by=by):
                    other.schema(cypher.END_TRANSACTION, id=id_)

        with server.session() as session, session.open(marked=by) as run:
            try:
                with (
                    translated(self.url),
                    _after(SAY_WAITING_AFTER, lambda: self._notify(waiting)),
                    _after(GIVE_UP_AFTER, give_up),
                ):
                    run(cypher.TAKE_LOCK, by=by)
            except StoreError as error:
                if gave_up.is_set():
                    raise StoreBusy(
                        f"{self.url} is al {GIVE_UP_AFTER:.0f} seconden bezet door een ander proces; probeer het later"
                        " opnieuw",
                        f"{self.url} has been busy for {GIVE_UP_AFTER:.0f} seconds with another process; try again"
                        " later",
                    ) from error
                raise
            yield


@contextmanager
def _after(seconds: float, do: Callable[[], None]) -> Iterator[None]:
    """Does something when what goes on inside takes longer."""
    timer = threading.Timer(seconds, do)
    timer.daemon = True
    timer.start()
    try:
        yield
    finally:
        timer.cancel()


def _close(servers: list[Server]) -> None:
    while servers:
        servers.pop().close()
