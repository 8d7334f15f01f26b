"""`binck serve`: the port, the host, and the store it begins with. That it serves is in `test_browser`."""

from __future__ import annotations

import json
import socket
import subprocess
import sys
from collections.abc import Iterator
from contextlib import closing, contextmanager
from http.client import HTTPConnection
from pathlib import Path
from signal import SIGINT

import pytest

from graph.testing.neo4j_server import Neo4jServer
from graph.testing.source import Source
from tests.api.cli_helpers import Binck


@pytest.fixture
def binck(tmp_path: Path) -> Binck:
    return Binck(tmp_path)


@contextmanager
def serving(binck: Binck, *args: str) -> Iterator[str]:
    """The address at which the pages are served meanwhile."""
    process = subprocess.Popen(
        [sys.executable, "-m", "api.cli", "serve", "--port", "0", "--store", f"sqlite:///{binck.store}", *args],
        cwd=Path(__file__).parents[2],
        stdout=subprocess.PIPE,
        stderr=subprocess.PIPE,
        text=True,
    )
    try:
        assert process.stdout is not None
        yield process.stdout.readline().strip()
    finally:
        process.send_signal(SIGINT)
        process.communicate(timeout=20)
    assert process.returncode == 0


def test_a_taken_port_is_named_with_the_way_out(binck: Binck) -> None:
    with socket.create_server(("127.0.0.1", 0)) as taken:
        port = taken.getsockname()[1]
        for lang, says in (("nl", f"Poort {port}"), ("en", f"Port {port}")):
            result = binck("serve", "--port", port, "--load-if-empty", "--lang", lang)
            assert (result.code, result.out) == (1, "")
            assert says in result.err
            assert f"make run PORT={port + 1}" in result.err
    assert not binck.store.exists()


@pytest.mark.parametrize("host", ["0.0.0.0", "::", "192.168.1.4", "example.org"])
def test_a_host_that_others_can_reach_is_refused(binck: Binck, host: str) -> None:
    result = binck("serve", "--host", host, "--lang", "en")
    assert (result.code, result.out) == (1, "")
    assert f"{host} can be reached from outside and there is no login yet" in result.err


def test_an_empty_store_is_filled_and_one_that_holds_something_is_kept(binck: Binck) -> None:
    with serving(binck, "--load-if-empty") as address:
        assert address.startswith("http://127.0.0.1:")
    assert binck("status", "--json").json["sources"] > 5
    other = Binck(binck.folder / "other")
    other.folder.mkdir()
    source = Source("news")
    source.mention("ann", "person", "Ann")
    other.tell(source)
    with serving(other, "--load-if-empty"):
        pass
    assert other("status", "--json").json["entities"] == {"person": 1}


def test_a_store_is_not_filled_unless_that_is_asked(binck: Binck) -> None:
    with serving(binck):
        pass
    assert binck("status", "--json").json["version"] == 0


def test_behind_a_port_on_loopback_it_answers_to_the_names_of_this_computer_alone(binck: Binck) -> None:
    with serving(binck, "--host", "0.0.0.0", "--published-on-loopback") as address:
        port = int(address.rstrip("/").rpartition(":")[2])
        assert address == f"http://0.0.0.0:{port}/"
        for host, status in ((f"localhost:{port}", 200), ("127.0.0.1:8000", 200), ("elsewhere.example", 400)):
            with closing(HTTPConnection("127.0.0.1", port, timeout=20)) as connection:
                connection.request("GET", "/api/status", headers={"Host": host})
                assert connection.getresponse().status == status


@pytest.mark.neo4j
@pytest.mark.xdist_group("neo4j")
def test_the_pages_of_a_store_on_a_server_say_no_password(
    binck: Binck, neo4j_url: str, neo4j_server: Neo4jServer
) -> None:
    with serving(binck, "--load-if-empty", "--store", neo4j_url) as address:
        port = int(address.rstrip("/").rpartition(":")[2])
        for path in ("/api/status", "/", "/sources"):
            with closing(HTTPConnection("127.0.0.1", port, timeout=60)) as connection:
                connection.request("GET", path)
                page = connection.getresponse().read().decode()
                assert neo4j_server.password not in page
                assert path != "/api/status" or json.loads(page)["store"] == neo4j_url
    assert binck("status", "--store", neo4j_url, "--json", NEO4J_PASSWORD=neo4j_server.password).json["sources"] > 5
