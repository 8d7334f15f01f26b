"""A Neo4j store is named by a URL, and whatever goes wrong, its password is not said."""

from __future__ import annotations

import socket
import threading
import traceback
from contextlib import suppress

import pytest
from neo4j import exceptions

from graph.adapters import open_store
from graph.adapters.bolt import Address, Unsure, read_address, translate, translated
from graph.adapters.neo4j import Neo4jStore
from graph.errors import StoreBusy, StoreError, StoreForeign, StoreFull
from graph.testing.neo4j_server import free_port
from tests.api.cli_helpers import Binck
from tests.worlds import WORDS

SECRET = "s3cret/word"
ENVIRONMENT = {"NEO4J_USERNAME": "ann", "NEO4J_PASSWORD": SECRET}


@pytest.mark.parametrize(
    ("url", "name", "target", "database"),
    [
        ("neo4j://127.0.0.1:7687", "neo4j://127.0.0.1:7687", "neo4j://127.0.0.1:7687", None),
        ("bolt://localhost", "bolt://localhost:7687", "bolt://localhost:7687", None),
        ("neo4j+s://x.org/?database=town", "neo4j+s://x.org:7687?database=town", "neo4j+s://x.org:7687", "town"),
        ("bolt+s://[::1]:7000", "bolt+s://[::1]:7000", "bolt+s://[::1]:7000", None),
    ],
)
def test_a_url_names_server_and_database(url, name, target, database):
    assert read_address(url, ENVIRONMENT) == Address(name, target, database, "ann", SECRET)


def test_user_and_password_of_the_url_come_before_those_of_the_environment():
    address = read_address("neo4j://bob:s3cret%2Fword@host", {"NEO4J_USERNAME": "ann", "NEO4J_PASSWORD": "other"})
    assert (address.user, address.password, address.url) == ("bob", SECRET, "neo4j://host:7687")


def test_the_user_is_neo4j_where_none_is_named():
    assert read_address("neo4j://host", {}).user == "neo4j"


@pytest.mark.parametrize(
    "url",
    [
        f"neo4j://ann:{SECRET}@host",
        f"neo4j://ann:{SECRET.replace('/', '')}@host:port",
        "neo4j://ann:s3cret@host/graph",
        "neo4j://ann:s3cret@host?pool=3",
        "neo4j://ann:s3cret@host#s3cret",
        "neo4j://ann:s3cret@",
        "neo4j+ssc://ann:s3cret@host",
        "bolt://",
    ],
)
def test_a_url_of_another_form_is_refused_with_the_form_and_without_the_password(url):
    with pytest.raises(StoreError) as refused:
        open_store(url)
    assert refused.value.say("nl").startswith("Een Neo4j-opslag heet neo4j://computer:7687 (of neo4j+s, bolt, bolt+s)")
    assert "NEO4J_USERNAME and NEO4J_PASSWORD" in refused.value.say("en")
    assert "s3cret" not in "".join(traceback.format_exception(refused.value))


def test_an_address_and_a_store_do_not_show_their_password(monkeypatch):
    store = open_store(f"neo4j://ann:{SECRET.replace('/', '%2F')}@host")
    assert "s3cret" not in f"{store!r} {store.url} {vars(store)} {read_address('neo4j://host', ENVIRONMENT)!r}"
    assert store.url == "neo4j://host:7687"
    store.close()


def test_no_command_says_a_password_whatever_goes_wrong(tmp_path, monkeypatch):
    monkeypatch.setattr("graph.adapters.neo4j.RETRY_FOR", 0.2)
    binck = Binck(tmp_path)
    url = f"bolt://ann:s3cret@127.0.0.1:{free_port()}"
    for args in (["status"], ["load"], ["status", "--json"], ["history"], ["copy", "memory:", url], ["copy", url, url]):
        done = binck(*args, *(["--store", url] if args[0] != "copy" else []), "--lang", "en")
        assert "s3cret" not in done.out + done.err
        assert done.code == (0 if args[:2] == ["copy", "memory:"] else 1)


def server_error(code: str) -> exceptions.Neo4jError:
    return exceptions.Neo4jError._hydrate_neo4j(code=code, message="it said so")


@pytest.mark.parametrize(
    ("error", "kind", "says"),
    [
        (exceptions.ServiceUnavailable("x"), StoreError, "no Neo4j server answers there"),
        (exceptions.SessionExpired("x"), StoreError, "no Neo4j server answers there"),
        (exceptions.IncompleteCommit("x"), Unsure, "whether it was stored is shown by binck history"),
        (server_error("Neo.ClientError.Security.Unauthorized"), StoreError, "refuses this user or password"),
        (server_error("Neo.ClientError.Database.DatabaseNotFound"), StoreError, "there is no such database"),
        (server_error("Neo.TransientError.General.MemoryPoolOutOfMemoryError"), StoreFull, "too little memory"),
        (server_error("Neo.TransientError.Transaction.DeadlockDetected"), StoreBusy, "is busy"),
        (server_error("Neo.ClientError.Statement.SyntaxError"), StoreError, "(Neo.ClientError.Statement.SyntaxError)"),
        (exceptions.UnsupportedServerProduct("x"), StoreForeign, "there is no Neo4j 5"),
        (exceptions.ConfigurationError("x"), StoreError, "(ConfigurationError)"),
    ],
    ids=lambda value: getattr(value, "code", None) or getattr(value, "__name__", None) or type(value).__name__,
)
def test_errors_of_the_driver_are_ours_with_a_way_out(error, kind, says):
    found = translate(error, "neo4j://host:7687")
    assert type(found) is kind
    assert says in found.say("en")


def test_every_error_that_the_driver_has_is_translated():
    for name in dir(exceptions):
        error = getattr(exceptions, name)
        if isinstance(error, type) and issubclass(error, exceptions.DriverError | exceptions.Neo4jError):
            with pytest.raises(StoreError), translated("neo4j://host:7687"):
                raise error.__new__(error)


def test_something_else_that_listens_there_is_no_neo4j():
    with socket.create_server(("127.0.0.1", 0)) as listener:

        def answer() -> None:
            with suppress(OSError):
                while True:
                    connection, _ = listener.accept()
                    connection.sendall(b"HTTP/1.1 400 Bad Request\r\n\r\n")
                    connection.close()

        threading.Thread(target=answer, daemon=True).start()
        address = read_address(f"bolt://127.0.0.1:{listener.getsockname()[1]}", ENVIRONMENT)
        with pytest.raises(StoreError) as refused, Neo4jStore(address, WORDS, retry_for=0.2).reading():
            pass
        listener.shutdown(socket.SHUT_RDWR)
    assert refused.value.say("en").startswith(address.url)
