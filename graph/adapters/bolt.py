"""The door of the Neo4j driver: who is where, transactions that are tried again, and errors as ours."""

from __future__ import annotations

import logging
from collections.abc import Callable, Collection, Iterator, Mapping
from contextlib import contextmanager, suppress
from dataclasses import dataclass, field
from typing import Any, TypeAlias, TypeVar
from urllib.parse import parse_qs, unquote, urlsplit

import neo4j
from neo4j import exceptions

from graph.errors import StoreBusy, StoreError, StoreForeign, StoreFull

Run: TypeAlias = "Callable[..., list[list[Any]]]"
"""`run(text, **parameters)` within one transaction; the rows of its result."""
Bookmarks: TypeAlias = neo4j.Bookmarks
T = TypeVar("T")

SCHEMES = ("neo4j", "neo4j+s", "bolt", "bolt+s")
DEFAULT_PORT = 7687
DEFAULT_USER = "neo4j"
RETRY_FOR = 30.0
"""Seconds that a transaction is tried again while no server answers, or one that is busy."""
_NO_MEMORY = ("MemoryPoolOutOfMemoryError", "OutOfMemoryError", "TransactionOutOfMemoryError", "StackOverFlowError")
_READ_ONLY = ("ForbiddenOnReadOnlyDatabase", "WriteOnReadOnlyAccessDatabase", "ReadOnly")

# what the driver logs of a retry would go to the terminal; what a user should know she is told by `notify`
logging.getLogger("neo4j").addHandler(logging.NullHandler())


@dataclass(frozen=True)
class Address:
    """A database on a server and who asks; `url` names it without user and password."""

    url: str
    target: str
    database: str | None
    user: str
    password: str = field(repr=False)


def read_address(url: str, environment: Mapping[str, str]) -> Address:
    """What a URL says, and the environment where it is silent on user and password.

    Raises `StoreError` for another form, without a word of the URL beyond its scheme: a password may be in it.
    """
    try:
        parts = urlsplit(url)
        host, port = parts.hostname, parts.port or DEFAULT_PORT
        query = parse_qs(parts.query, strict_parsing=bool(parts.query))
    except ValueError:
        raise _wrong_form() from None
    if (
        parts.scheme not in SCHEMES
        or not host
        or parts.path.strip("/")
        or parts.fragment
        or query.keys() - {"database"}
    ):
        raise _wrong_form()
    user = unquote(parts.username or "") or environment.get("NEO4J_USERNAME", "") or DEFAULT_USER
    password = unquote(parts.password or "") or environment.get("NEO4J_PASSWORD", "")
    database = query["database"][0] if query else None
    place = f"{parts.scheme}://{f'[{host}]' if ':' in host else host}:{port}"
    return Address(f"{place}?database={database}" if database else place, place, database, user, password)


def _wrong_form() -> StoreError:
    return StoreError(
        "Een Neo4j-opslag heet neo4j://computer:7687 (of neo4j+s, bolt, bolt+s), zo nodig met ?database=naam; geef de"
        " gebruiker en het wachtwoord in NEO4J_USERNAME en NEO4J_PASSWORD",
        "A Neo4j store is named neo4j://host:7687 (or neo4j+s, bolt, bolt+s), if need be with ?database=name; give user"
        " and password in NEO4J_USERNAME and NEO4J_PASSWORD",
    )


class Server:
    """Connections to one database; closed when this is closed, or forgotten."""

    def __init__(self, address: Address, *, retry_for: float = RETRY_FOR) -> None:
        self.address = address
        self._driver = neo4j.GraphDatabase.driver(
            address.target,
            auth=(address.user, address.password) if address.password else None,
            connection_timeout=10.0,
            connection_acquisition_timeout=max(retry_for, 1.0),
            max_transaction_retry_time=retry_for,
            initial_retry_delay=0.2,
            retry_delay_multiplier=1.3,
            notifications_min_severity="OFF",
            telemetry_disabled=True,
        )

    def close(self) -> None:
        self._driver.close()

    @contextmanager
    def session(self, *, after: Bookmarks | None = None, fetch_size: int = 10_000) -> Iterator[Session]:
        """Transactions one after the other, each seeing what those before it saw, and those `after`."""
        with self._driver.session(database=self.address.database, bookmarks=after, fetch_size=fetch_size) as session:
            yield Session(session, self.address.url)

    def answers(self) -> bool:
        """Whether a server answers just now; raises `StoreError` when it will not have us."""
        try:
            self._driver.verify_connectivity()
        except (exceptions.ServiceUnavailable, exceptions.SessionExpired, exceptions.TransientError):
            return False
        except (exceptions.DriverError, exceptions.Neo4jError) as error:
            raise translate(error, self.address.url) from error
        return True

    def change_password(self, new: str) -> None:
        """Give the user who asks another password; what the first use of a new server wants."""
        with self._driver.session(database="system") as session:
            command = "ALTER CURRENT USER SET PASSWORD FROM $old TO $new"
            session.run(command, old=self.address.password, new=new).consume()


class Session:
    """A chain of transactions; for one thread at a time."""

    def __init__(self, session: neo4j.Session, url: str) -> None:
        self._session = session
        self._url = url

    def read(self, text: str, **parameters: Any) -> list[list[Any]]:
        """One query in a transaction of its own, tried again after what passes."""
        return self._session.execute_read(lambda transaction: transaction.run(text, parameters).values())

    def read_latest(self, text: str, **parameters: Any) -> list[list[Any]]:
        """The same from the server that takes writings, so that no other is ahead of it, in a cluster too."""
        found: list[list[Any]] = []

        def managed(transaction: neo4j.ManagedTransaction) -> None:
            found[:] = transaction.run(text, parameters).values()

        with suppress(exceptions.IncompleteCommit):  # what was read was read
            self._session.execute_write(managed)
        return found

    def write(self, work: Callable[[Run], T]) -> T:
        """What `work` runs as one transaction, from the start again after what passes.

        Raises `Unsure` when the connection was lost while the server was making it durable.
        """

        def managed(transaction: neo4j.ManagedTransaction) -> T:
            try:
                return work(lambda text, **parameters: transaction.run(text, parameters).values())
            except exceptions.TransientError as error:
                if _names(error, _NO_MEMORY):  # the driver would try again, to no avail
                    raise _full() from error
                raise

        try:
            return self._session.execute_write(managed)
        except exceptions.IncompleteCommit as error:
            raise translate(error, self._url) from error

    @contextmanager
    def open(self, *, marked: str = "") -> Iterator[Run]:
        """A transaction that is rolled back at the end; `marked` lets `end_marked` find it on the server."""
        transaction = self._session.begin_transaction(metadata={"binck": marked})
        try:
            yield lambda text, **parameters: transaction.run(text, parameters).values()
        finally:
            with suppress(exceptions.DriverError, exceptions.Neo4jError, OSError):
                transaction.close()

    def schema(self, text: str, **parameters: Any) -> None:
        """A command that cannot be part of a transaction with others."""
        self._session.run(text, parameters).consume()

    def after(self) -> Bookmarks:
        """What a session must wait for to see what this one saw."""
        return self._session.last_bookmarks()


class Unsure(StoreError):
    """Whether a transaction was made durable is not known: the connection was lost meanwhile."""


@contextmanager
def translated(url: str) -> Iterator[None]:
    """The driver's errors as ours, naming the server and the way out."""
    try:
        yield
    except (exceptions.DriverError, exceptions.Neo4jError) as error:
        raise translate(error, url) from error


def _names(error: BaseException, codes: Collection[str]) -> bool:
    return (getattr(error, "code", "") or "").rpartition(".")[2] in codes


def _full() -> StoreFull:
    return StoreFull(
        "De server heeft te weinig geheugen voor deze wijziging; geef hem meer (server.memory.heap.max_size) of laad"
        " minder tegelijk. Er is niets opgeslagen",
        "The server has too little memory for this change; give it more (server.memory.heap.max_size) or load less at"
        " a time. Nothing was stored",
    )


def translate(error: exceptions.DriverError | exceptions.Neo4jError, url: str) -> StoreError:
    """The error of a store that says what one of the driver means."""
    match error:
        case exceptions.IncompleteCommit():
            return Unsure(
                f"{url}: de verbinding brak af bij het opslaan; of het is opgeslagen toont binck history",
                f"{url}: the connection was lost while storing; whether it was stored is shown by binck history",
            )
        case exceptions.AuthError():
            return StoreError(
                f"{url}: de server weigert deze gebruiker of dit wachtwoord; geef ze in NEO4J_USERNAME en"
                " NEO4J_PASSWORD",
                f"{url}: the server refuses this user or password; give them in NEO4J_USERNAME and NEO4J_PASSWORD",
            )
        case exceptions.UnsupportedServerProduct():
            return StoreForeign(
                f"{url}: wat daar antwoordt is geen Neo4j 5; noem een andere met --store",
                f"{url}: what answers there is no Neo4j 5; name another with --store",
            )
        case (
            exceptions.ServiceUnavailable()
            | exceptions.SessionExpired()
            | exceptions.ConnectionPoolError()
            | exceptions.DatabaseUnavailable()
        ):
            return StoreError(
                f"{url}: daar antwoordt geen Neo4j-server; start hem (zonder Docker: make neo4j) of noem een andere"
                " met --store",
                f"{url}: no Neo4j server answers there; start it (without Docker: make neo4j) or name another with"
                " --store",
            )
        case _ if _names(error, _READ_ONLY):
            return StoreError(
                f"{url}: deze database is alleen te lezen, door de instellingen van de server; er is niets opgeslagen",
                f"{url}: this database can only be read, by the settings of the server; nothing was stored",
            )
        case _ if _names(error, ("DatabaseNotFound",)):
            return StoreError(
                f"{url}: die database is er niet op deze server; noem een andere met ?database=",
                f"{url}: there is no such database on this server; name another with ?database=",
            )
        case _ if _names(error, _NO_MEMORY):
            return _full()
        case _ if _names(error, ("Terminated", "TransactionTimedOut", "LockAcquisitionTimeout", "DeadlockDetected")):
            return StoreBusy(
                f"{url} is bezet; probeer het later opnieuw. Er is niets opgeslagen",
                f"{url} is busy; try again later. Nothing was stored",
            )
    said = getattr(error, "code", None) or type(error).__name__
    return StoreError(
        f"{url} is niet te gebruiken ({said}); het logboek van de server zegt meer",
        f"{url} cannot be used ({said}); the log of the server says more",
    )
